"""Greetings and good wishes said to the person addressed: "I am happy to see you", "I wish you success"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.languages.english.parser import Parsed
from communique.languages.port import Frame, Words
from communique.model import RelationKind, Span

GREETING = re.compile(
    r"\b(?:(?P<who>I|[Ww]e)\s+(?:am|are|was|'m|'re)\s+(?:\w+\s+){0,2}?(?:glad|happy|pleased|delighted|honou?red)\s+to\s+(?:\w+\s+)?"
    r"(?:see|welcome|greet|meet|receive|host)\s+(?P<whom>you)\b"
    r"|(?P<who2>I|[Ww]e)\s+(?:would\s+like\s+to\s+|want\s+to\s+)?(?:\w+ly\s+)?(?:wish|greet|welcome)\s+(?P<whom2>you)\b)"
)


def find_greetings(parsed: Parsed) -> Iterator[Frame]:
    """Give the greetings of one sentence; who says it and to whom follows from whose direct speech it is."""
    for match in GREETING.finditer(parsed.masked.text):
        who, whom = ("who", "whom") if match["who"] else ("who2", "whom2")
        yield Frame(
            kind=RelationKind.GREETING,
            sentence=parsed.masked.sentence,
            cue=_span(parsed, match.start(), match.end()),
            giver=Words(span=_span(parsed, *match.span(who)), pronoun=True, first_person=True),
            receiver=Words(span=_span(parsed, *match.span(whom)), pronoun=True, second_person=True),
        )


def _span(parsed: Parsed, start: int, end: int) -> Span:
    offsets = parsed.masked.offsets
    return Span(offsets[start], offsets[end - 1] + 1, parsed.masked.sentence.part)
