"""English words that leave open how many, or who and what ("a number of", "certain", "issues of mutual interest")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from communique.languages.english.lexicon import PACKAGE
from communique.model import Span, joined
from communique.text.tables import load_toml

_REST = re.compile(r"[^.;!?\n]{0,240}")


def find_vague(text: str) -> tuple[Span, ...]:
    """
    Give the words that leave number or identity open, in order; neighbours are one span.

    A topic without content ("topical issues") is left out where its own sentence goes on to name what it stands for
    ("including …"); "some" before a number is an approximation and none of these.

    >>> told = "The sides discussed a number of topical issues and certain border crossings."
    >>> [span.of(told) for span in find_vague(told)]
    ['a number of topical issues', 'certain']
    """
    return tuple(_merged(text, _found(text)))


def _found(text: str) -> Iterator[Span]:
    patterns = _patterns()
    for match in patterns.words.finditer(text):
        if match.lastgroup != "topic" or not patterns.specified.search(_rest(text, match.end())):
            yield Span(match.start(), match.end())


def _rest(text: str, start: int) -> str:
    rest = _REST.match(text, start)
    return rest.group() if rest else ""


def _merged(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    held: Span | None = None
    for span in spans:
        if held is not None and not text[held.end : span.start].strip():
            held = joined(held, span)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


class _Patterns:
    """The patterns made of the lists of ``vague.toml``."""

    __slots__ = ("specified", "words")

    def __init__(self, table: dict[str, Any]) -> None:
        self.words = re.compile(
            rf"\b(?:(?P<topic>{_topics(table)})|{_quantities(table)}|{_determiners(table)}|{_others(table)})",
            re.IGNORECASE,
        )
        self.specified = re.compile(rf"\b(?:{_any(table['specified_by'])})\b", re.IGNORECASE)


@cache
def _patterns() -> _Patterns:
    return _Patterns(load_toml(PACKAGE, "vague.toml"))


def _any(words: list[str]) -> str:
    return "|".join(
        sorted((re.escape(word).replace(r"\ ", r"\s") for word in words), key=lambda word: (-len(word), word))
    )


def _topics(table: dict[str, Any]) -> str:
    topics, interests = _any(table["topics"]), _any(table["interests"])
    of_interest = rf"(?:\sof\s(?:{interests}))"
    return (
        rf"(?<!most\s)(?:{_any(table['open_adjectives'])})\s(?:{topics})\b{of_interest}?"
        rf"|(?<!the\s)other\s(?:[\w-]+\s)?(?:{topics})\b{of_interest}?"
        rf"|(?:{topics}){of_interest}\b"
    )


def _quantities(table: dict[str, Any]) -> str:
    sizes = rf"(?:(?:{_any(table['sizes'])})\s)?"
    plain = [noun for noun in table["quantities"] if noun != "group"]
    return (
        rf"an?\s{sizes}(?:{_any(plain)})\sof\b|an?\s{sizes}group\sof\b(?=\s(?:[\w-]+\s)?(?:{_any(table['people'])})\b)"
    )


def _determiners(table: dict[str, Any]) -> str:
    after_some, after_certain = _any(table["not_after_some"] + table["times"]), _any(table["not_after_certain"])
    return (
        rf"(?:{_any(table['determiners'])})\b(?=\s\w)(?!\s(?:{_any(table['times'])})\b)"
        rf"|some\b(?=\s\w)(?!\s(?:\d|(?:{after_some})\b))"
        rf"|(?:an?\s)?(?<!make\s)(?<!feel\s)certain\b(?=\s\w)(?!\s(?:{after_certain})\b)"
    )


def _others(table: dict[str, Any]) -> str:
    return (
        rf"(?:{_any(table['open_deed_adjectives'])})\s(?:{_any(table['deeds'])})\b"
        rf"|(?:{_any(table['closings'])})(?!\w)|(?:{_any(table['persons'])})\b"
    )
