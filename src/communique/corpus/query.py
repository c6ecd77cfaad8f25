"""What a user searches for: words in any form, phrases in quotation marks, words to be absent; for every store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.errors import CommuniqueError
from communique.languages.lemmas import BaseForm, find_base_forms, lemmatise
from communique.model import Release
from communique.text.normalise import normalise_line

_PIECE = re.compile(r"""(?P<minus>[-−–]*)(?:"([^"]*)"|«([^»]*)»|[“„]([^“”]*)[“”]|([^\s"«“„]+))""")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
_KAZAKH = re.compile("[әғқңөұүһ]", re.IGNORECASE)
_FOLDED = ""
_CUT = "…"
_MOST = 64
_SATURATION = 1.2
_USUAL_WORDS = 500.0

Phrase = tuple[str, ...]
"""Base forms that stand one after another; a single word is a phrase of one."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing asked for: any of these phrases, which are one wording in the languages it may be in."""

    phrases: tuple[Phrase, ...]

    def count(self, padded: str) -> int:
        """Count its places in base forms that each have a space of their own on either side."""
        return sum(padded.count(_padded(" ".join(phrase))) for phrase in self.phrases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Clauses that must all be found, and clauses none of which may be."""

    required: tuple[Clause, ...]
    excluded: tuple[Clause, ...] = ()

    def fts5(self) -> str:
        """
        Write it for SQLite's FTS5, over a column of base forms.

        >>> parse_query('посла "Linden Palace" -received').fts5()
        '(("посол" OR "посла") AND ("linden palace")) NOT (("receive" OR "received"))'
        """
        wanted = " AND ".join(map(_fts5, self.required))
        unwanted = " OR ".join(map(_fts5, self.excluded))
        return f"({wanted}) NOT ({unwanted})" if unwanted else f"({wanted})"

    def tsquery(self) -> str:
        """
        Write it for PostgreSQL's ``to_tsquery('simple', …)``, over a vector of base forms.

        >>> parse_query('"Linden Palace" -received').tsquery()
        "(('linden' <-> 'palace')) & !('receive' | 'received')"
        """
        wanted = (_tsquery(clause) for clause in self.required)
        return " & ".join((*wanted, *(f"!{_tsquery(clause)}" for clause in self.excluded)))

    def matches(self, lemmas: str) -> bool:
        """Tell whether a text, given as its base forms with spaces between, is one that is asked for."""
        padded = _padded(lemmas)
        return all(clause.count(padded) for clause in self.required) and not any(
            clause.count(padded) for clause in self.excluded
        )

    def rank(self, lemmas: str) -> float:
        """
        Say how much of a text is what is asked for: higher is better, at most the number of clauses.

        Each clause counts by its places, saturating, the more slowly the longer the text (after Robertson and
        Walker, 1994, without the weight of rare words, which needs the whole corpus).
        """
        padded = _padded(lemmas)
        slack = _SATURATION * (0.25 + 0.75 * padded.count("  ") / _USUAL_WORDS)
        counts = (clause.count(padded) for clause in self.required)
        return sum(count / (count + slack) for count in counts)


def parse_query(words: str) -> Query:
    """
    Read what a user typed: words that must all be there in any form, "phrases" in order, -words that may not be.

    Phrases stand in "…", «…» or “…”. A hyphenated word is a phrase of its parts. What is typed in Cyrillic is looked
    for as Russian and as written (so Kazakh is found by the very form), in Latin letters as English and as written.

    Raises:
        CommuniqueError: there is nothing to look for, or far too much.
    """
    required: list[Clause] = []
    excluded: list[Clause] = []
    for piece in _PIECE.finditer(words):
        wording = next(filter(None, piece.groups()[1:]), "")
        if phrases := _phrases(wording):
            (excluded if piece["minus"] else required).append(Clause(phrases))
    if not required:
        raise _refusal(words, "only words to leave out" if excluded else "none")
    if len(required) + len(excluded) > _MOST:
        raise _refusal(words, f"{len(required) + len(excluded)}, more than {_MOST}")
    return Query(required=tuple(dict.fromkeys(required)), excluded=tuple(dict.fromkeys(excluded)))


def make_searchable(release: Release) -> str:
    """Give the base forms of a release's title and body, in order, with spaces between: what queries look through."""
    return " ".join(lemmatise(f"{release.title}\n{release.text}", release.language))


def glimpse(release: Release, query: Query, width: int = 160) -> str:
    """
    Give the words around the first place where a release has what is asked for, cut at word ends.

    The body is looked through before the title, which stands beside a glimpse anyway; where neither has it, the body
    begins. A glimpse has at most ``width`` characters, white space made plain.
    """
    body, title = normalise_line(release.text), normalise_line(release.title)
    for text in (body, title):
        if found := _first_place(tuple(find_base_forms(text, release.language)), query):
            return _cut(text, *found, width)
    return _cut(body or title, 0, 0, width)


def _padded(lemmas: str) -> str:
    return f" {lemmas.replace(' ', '  ')} "


def _refusal(words: str, got: str) -> CommuniqueError:
    return CommuniqueError(
        wanted=f"words to look for in “{_shortened(words)}”" if words.strip() else "words to look for",
        got=got,
        remedy='words, "phrases in quotation marks", -words to leave out',
    )


def _shortened(words: str) -> str:
    return words if len(words) <= _MOST else f"{words[:_MOST]}{_CUT}"


def _phrases(wording: str) -> tuple[Phrase, ...]:
    """Give the base forms of a wording in the languages it may be in; who types "us" means the US."""
    typed = wording.upper() if wording.isascii() and wording.islower() else wording
    found = (lemmatise(typed, language) for language in _languages(wording))
    return tuple(dict.fromkeys(filter(None, found)))


def _languages(wording: str) -> Iterator[str]:
    if _CYRILLIC.search(wording):
        yield "ru"
        if _UKRAINIAN.search(wording) and not _KAZAKH.search(wording):
            yield "uk"
        yield "kk"
    if _LATIN.search(wording):
        yield "en"
    yield _FOLDED


def _fts5(clause: Clause) -> str:
    phrases = ('"' + " ".join(phrase) + '"' for phrase in clause.phrases)
    return f"({' OR '.join(phrases)})"


def _tsquery(clause: Clause) -> str:
    return f"({' | '.join(_tsphrase(phrase) for phrase in clause.phrases)})"


def _tsphrase(phrase: Phrase) -> str:
    quoted = " <-> ".join(f"'{lemma}'" for lemma in phrase)
    return f"({quoted})" if len(phrase) > 1 else quoted


def _first_place(words: tuple[BaseForm, ...], query: Query) -> tuple[int, int] | None:
    """Give start and end of the first wording asked for."""
    phrases = tuple(phrase for clause in query.required for phrase in clause.phrases)
    lemmas = tuple(word.lemma for word in words)
    for place, word in enumerate(words):
        for phrase in phrases:
            if word.lemma == phrase[0] and lemmas[place : place + len(phrase)] == phrase:
                return word.start, words[place + len(phrase) - 1].end
    return None


def _cut(text: str, start: int, end: int, width: int) -> str:
    """Cut a text to a width around a stretch of it, at word ends."""
    if len(text) <= width:
        return text
    left = max(0, min(start - (width - (end - start)) // 2, len(text) - width))
    right = min(len(text), left + width)
    head, tail = _CUT if left else "", _CUT if right < len(text) else ""
    shown = text[left + len(head) : right - len(tail)]
    if head and text[left] != " ":
        shown = shown.partition(" ")[2] or shown
    if tail and text[right - 1] != " ":
        shown = shown.rpartition(" ")[0] or shown
    return f"{head}{shown.strip()}{tail}"
