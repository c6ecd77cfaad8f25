"""English documents: those that a release says were signed, adopted, concluded or issued."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from communique.languages.english import instrument_words as words
from communique.languages.english.instrument_cues import find_signed
from communique.languages.english.instrument_lines import read_line
from communique.languages.english.sentences import find_sentences
from communique.languages.instrument_levels import SignedDocument
from communique.languages.instrument_lists import ListedDocument
from communique.languages.instrument_phrases import find_phrases
from communique.languages.instruments import judge, replaced, told_once
from communique.model.instruments import InstrumentCount, InstrumentWords
from communique.model.spans import Part, Span


def find_instruments(  # noqa: PLR0913 - what a release tells beside its words
    text: str,
    title: str,
    sentences: tuple[Span, ...],
    *,
    speech: tuple[Span, ...] = (),
    issued: date | None = None,
    countries: frozenset[str] = frozenset(),
) -> tuple[InstrumentWords, ...]:
    """
    Give the documents that a release says were signed or adopted at the event, each once, the headline's first.

    Documents announced for signing, hoped for, or signed on an earlier occasion are none. ``speech`` are the spans of
    direct speech, in which only what was signed just now counts; ``issued`` tells which dates are recent;
    ``countries`` are names of states in small letters.

    >>> text = "Arvenia and Velmark signed an agreement on ferries and a memorandum of understanding on tourism."
    >>> [(i.kind.value, i.title.of(text)) for i in find_instruments(text, "", (Span(0, len(text)),))]
    [('agreement', 'an agreement on ferries'), ('memorandum', 'a memorandum of understanding on tourism')]
    """
    headline = tuple(_headline(title, issued))
    body = _body(text, title, sentences, speech, issued)
    documents = (*headline, *body)
    kept = [document for document in documents if not replaced(document, documents)]
    found = (
        (document, judge(title if document.sentence.part is Part.TITLE else text, document, words.GRAMMAR, countries))
        for document in kept
    )
    return told_once(text, title, found, words.GRAMMAR)


def _headline(title: str, issued: date | None) -> Iterator[SignedDocument]:
    if not title.strip():
        return
    whole = Span(0, len(title), Part.TITLE)
    if words.RELEASE.match(title) and not words.TRIGGER.search(title):
        phrases = find_phrases(title, 0, len(title), words.LEXICON)
        if phrases:
            listed = ListedDocument(start=0, end=len(title.rstrip()), phrase=phrases[0])
            yield SignedDocument(listed=listed, sentence=whole, cue=None, whole_release=True)
        return
    sentences = tuple(Span(s.start, s.end, Part.TITLE) for s in find_sentences(title))
    yield from find_signed(title, sentences, (), issued)


def _body(
    text: str, title: str, sentences: Sequence[Span], speech: Sequence[Span], issued: date | None
) -> tuple[SignedDocument, ...]:
    supplement = words.SUPPLEMENT.match(title)
    if supplement is not None:
        return _supplement(text, sentences, Span(*supplement.span("cue"), Part.TITLE))
    if not words.TRIGGER.search(text):
        return ()
    return tuple(find_signed(text, sentences, speech, issued))


def _supplement(text: str, sentences: Sequence[Span], cue: Span) -> tuple[SignedDocument, ...]:
    """Read a release that is nothing but a list of documents, a line each."""
    return tuple(
        SignedDocument(listed=listed, sentence=sentence, cue=cue)
        for sentence in sentences
        for listed in read_line(text, sentence, None)
    )


def find_counts(text: str, sentences: tuple[Span, ...]) -> tuple[InstrumentCount, ...]:
    """
    Give the counts of documents that sentences on signing state ("eleven documents", "a package of documents").

    >>> text = "Three joint documents were signed after the talks."
    >>> [(c.number, c.span.of(text)) for c in find_counts(text, (Span(0, len(text)),))]
    [(3, 'Three joint documents')]
    """
    return tuple(_counts(text, sentences))


def _counts(text: str, sentences: Sequence[Span]) -> Iterator[InstrumentCount]:
    for sentence in sentences:
        if not words.TRIGGER.search(text, sentence.start, sentence.end):
            continue
        for document in find_signed(text, (sentence,), (), None):
            phrase = document.listed.phrase
            if document.listed.head is None and phrase.plural and (phrase.number or phrase.vague):
                yield InstrumentCount(span=Span(phrase.start, phrase.end, sentence.part), number=phrase.number)
