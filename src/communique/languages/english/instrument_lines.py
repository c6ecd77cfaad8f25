"""English lists that go on in further sentences: lines below a heading, and "they include …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.languages.english import instrument_words as words
from communique.languages.instrument_lists import ListedDocument, read_list
from communique.languages.instrument_phrases import DocumentPhrase, find_phrases
from communique.model.spans import Span

_QUOTED = 3
_TAIL = 4
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+")


def read_line(text: str, sentence: Span, umbrella: DocumentPhrase | None) -> tuple[ListedDocument, ...]:
    """Give the documents of a line below a heading; none where the line does not begin with one."""
    start = sentence.start
    while start < sentence.end and not text[start].isalnum() and text[start] not in '“"':
        start += 1
    marked = _NUMBERED.match(text, start, sentence.end)
    start = marked.end() if marked else start
    listed = read_list(text, start, sentence.end, words.LISTS)
    if listed and first_start(listed) - start < _QUOTED:
        return listed
    if umbrella is not None and text[start : sentence.end].lower().startswith(("on ", "concerning ")):
        return read_list(text, start, sentence.end, words.LISTS, umbrella)
    return ()


def read_continued(text: str, sentence: Span, umbrella: DocumentPhrase | None) -> tuple[ListedDocument, ...]:
    """Give the documents of a sentence that goes on with a list announced before ("They include …")."""
    first = words.FIRST.match(text, sentence.start, sentence.end)
    if first is not None and umbrella is not None:
        return _ordinals(text, first.end(), sentence.end, umbrella)
    match = words.CONTINUED.match(text, sentence.start, sentence.end)
    if match is None:
        return ()
    if match["topic"]:
        return _concerned(text, sentence, match, umbrella)
    return tuple(
        replace(listed, umbrella=listed.umbrella or umbrella)
        for listed in read_directly(text, match.end(), sentence.end)
        if not points_back(listed)
    )


def _concerned(
    text: str, sentence: Span, match: re.Match[str], umbrella: DocumentPhrase | None
) -> tuple[ListedDocument, ...]:
    """Read "other documents concern …" as one lump, "the key agreement concerned …" as one document."""
    subject = find_phrases(text, *match.span("subject"), words.LEXICON)
    if not subject or not (subject[-1].plural or umbrella is not None):
        return ()
    end = sentence.end - text[sentence.start : sentence.end].endswith(".")
    if subject[-1].plural:
        return (ListedDocument(start=match.start("subject"), end=end, phrase=subject[-1], lump=True),)
    head = (match.start("subject"), match.end())
    return (ListedDocument(start=match.end(), end=end, phrase=subject[-1], head=head),)


def _ordinals(text: str, start: int, end: int, umbrella: DocumentPhrase) -> tuple[ListedDocument, ...]:
    """Read "the first concerned …, the second …, the remaining two …: on …; on …"."""
    found: list[ListedDocument] = []
    at = start
    for match in (*words.ORDINAL.finditer(text, start, end), None):
        stop = match.start() if match else end
        if text[at:stop].strip(" .,;"):
            found += _ordinal(text, at, stop, umbrella, single=at == start or ";" not in text[at:stop])
        at = match.end() if match else end
    return tuple(found)


def _ordinal(text: str, start: int, stop: int, umbrella: DocumentPhrase, *, single: bool) -> tuple[ListedDocument, ...]:
    if not single:
        return read_list(text, start, stop, words.LISTS, umbrella)
    end = stop - text[start:stop].endswith(".")
    return (ListedDocument(start=start, end=end, phrase=umbrella, head=(umbrella.start, umbrella.end)),)


def read_directly(text: str, start: int, end: int) -> tuple[ListedDocument, ...]:
    """Give the list that begins right at the offset, or after words on place and time alone."""
    listed = read_list(text, start, end, words.LISTS)
    return listed if listed and words.GAP.fullmatch(text, start, first_start(listed)) else ()


def first_start(listed: Sequence[ListedDocument]) -> int:
    """Give where a list begins, with the words that its first members share."""
    head = listed[0].head
    return min(listed[0].start, head[0]) if head else listed[0].start


def points_back(listed: ListedDocument) -> bool:
    """Tell whether the words only point to a document told before ("the document")."""
    phrase = listed.phrase
    return phrase.bare and phrase.definite and listed.end - phrase.end < _TAIL and not listed.head
