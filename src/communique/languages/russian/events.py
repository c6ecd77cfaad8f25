"""Words for the kind of an event, its visit class and its format, in Russian."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.languages.port import KindCue
from communique.languages.russian.lexicon import PACKAGE
from communique.model import Format, Kind, Span, Stated, VisitClass
from communique.text.tables import load_toml

_KINDS = (Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL, Kind.MESSAGE, Kind.STATEMENT)
_WINDOW = 50


@cache
def _pattern(section: str, code: str) -> re.Pattern[str]:
    body = "|".join(load_toml(PACKAGE, "events.toml")[section][code])
    return re.compile(rf"(?<![\w-])(?:{body})(?!\w)", re.IGNORECASE)


def find_cues(text: str, span: Span) -> tuple[KindCue, ...]:
    """Give the words for kinds of event in a stretch of text, in order."""
    cues = [
        KindCue(kind=kind, span=Span(m.start(), m.end(), span.part))
        for kind in _KINDS
        for m in _pattern("kinds", kind.value).finditer(text, span.start, span.end)
    ]
    return tuple(sorted(cues, key=lambda c: (c.span.start, -len(c.span))))


def find_visit_class(text: str, sentences: Sequence[Span]) -> Stated[VisitClass] | None:
    """Give the class of the visit that this release is about; visits past, planned or wished for do not count."""
    for sentence in sentences:
        for visit_class in VisitClass:
            for match in _pattern("visits", visit_class.value).finditer(text, sentence.start, sentence.end):
                before = text[max(sentence.start, match.start() - _WINDOW) : match.start()]
                if not _pattern("other", "visit").search(before):
                    return Stated(value=visit_class, span=Span(match.start(), match.end(), sentence.part))
    return None


def find_formats(text: str, sentences: Sequence[Span]) -> Iterator[Stated[Format]]:
    """Give the words that say whether the talks were one-on-one or with delegations."""
    for sentence in sentences:
        for format_ in (Format.ONE_ON_ONE, Format.EXPANDED):
            match = _pattern("formats", format_.value).search(text, sentence.start, sentence.end)
            if match:
                yield Stated(value=format_, span=Span(match.start(), match.end(), sentence.part))
