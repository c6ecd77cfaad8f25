"""Whose idea the contact was: "по инициативе", "по приглашению", "позвонил", "спасибо за приглашение"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.languages.port import Designation, Drive, Form
from communique.model import Basis, Part, Span

_BASES = {"инициатив": Basis.INITIATED, "приглашен": Basis.INVITED, "просьб": Basis.REQUESTED}
_NOMINAL = re.compile(r"(?<!\w)по\s+(?:\w+\s+)?(инициатив|приглашен|просьб)\w+\s+", re.IGNORECASE)
_INITIATED = re.compile(r"(?<!\w)инициирован\w*\s+", re.IGNORECASE)
_CALLED = re.compile(r"^\s+(?:\w+\s+)?(?:позвонил|позвонила|инициировал|инициировала)(?!\w)")
_YOURS = re.compile(r"(?<!\w)по\s+ваш\w+\s+(?:\w+\s+)?(приглашен|инициатив|просьб)\w+", re.IGNORECASE)
_OURS = re.compile(r"(?<!\w)по\s+(?:мо|наш)\w+\s+(?:\w+\s+)?(приглашен|инициатив|просьб)\w+", re.IGNORECASE)
_THANKS = re.compile(
    r"(?:спасибо|благодар\w+|признател\w+)[^.!?]{0,80}?\s+за\s+(?:(?:ваше|это|любезное|тёплое|теплое|то)\s+)*приглашени\w+",
    re.IGNORECASE,
)
_ACCEPTED = re.compile(
    r"(?:приняли|принял|принять)\s+(?:наше|моё|мое)\s+приглашени\w+|откликнулись\s+на\s+(?:наше|моё|мое)\s+приглашени\w+",
    re.IGNORECASE,
)
_ENCOUNTER = re.compile(
    r"разговор|встреч|переговор|бесед|визит|посет|поездк|прибы|прилет|встрет|состоя|приня|контакт", re.IGNORECASE
)
_LEADING = 3


def find_drives(
    text: str, part: Part, designations: Sequence[Designation], narration: Sequence[Span], speech: Sequence[Span]
) -> tuple[Drive, ...]:
    """Give the statements on whose idea this contact was, in order: the narrator's first."""
    told = (drive for i, sentence in enumerate(narration) for drive in _narrated(text, part, designations, sentence, i))
    return tuple(told) + tuple(drive for sentence in speech for drive in _spoken(text, part, sentence))


def _narrated(
    text: str, part: Part, designations: Sequence[Designation], sentence: Span, number: int
) -> Iterator[Drive]:
    words = sentence.of(text)
    if number >= _LEADING or not _ENCOUNTER.search(words):
        return
    for pattern in (_NOMINAL, _INITIATED):
        for match in pattern.finditer(words):
            at = sentence.start + match.end()
            giver = next((d for d in designations if d.span.start <= at < d.span.end), None)
            basis = _BASES[match[1].lower()] if match.groups() else Basis.INITIATED
            if giver is not None and _is_about_this(words, match):
                yield Drive(basis=basis, span=Span(sentence.start + match.start(), giver.span.end, part), giver=giver)
                return
    if number == 0:
        yield from _called(text, part, designations, sentence)


def _is_about_this(words: str, match: re.Match[str]) -> bool:
    """An invitation to visit later ("принял приглашение") is another contact's; "по" makes it this one's."""
    return not re.search(r"(?:предстоящ|будущ|прошл|недавн)\w+[^,;]{0,40}\Z", words[: match.start()])


def _called(text: str, part: Part, designations: Sequence[Designation], sentence: Span) -> Iterator[Drive]:
    for designation in designations:
        if sentence.covers(designation.span) and designation.form in (Form.NAME, Form.OFFICE):
            match = _CALLED.match(text[designation.span.end : sentence.end])
            if match:
                span = Span(designation.span.start, designation.span.end + match.end(), part)
                yield Drive(basis=Basis.INITIATED, span=span, giver=designation)
            return


def _spoken(text: str, part: Part, sentence: Span) -> Iterator[Drive]:
    words = sentence.of(text)
    for pattern, own in ((_YOURS, False), (_OURS, True)):
        for match in pattern.finditer(words):
            span = Span(sentence.start + match.start(), sentence.start + match.end(), part)
            yield Drive(basis=_BASES[match[1].lower()], span=span, speaker_is_giver=own)
    for pattern, own in ((_THANKS, False), (_ACCEPTED, True)):
        for match in pattern.finditer(words):
            span = Span(sentence.start + match.start(), sentence.start + match.end(), part)
            yield Drive(basis=Basis.INVITED, span=span, speaker_is_giver=own)
