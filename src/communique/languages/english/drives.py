"""Whose idea the contact was: "at the initiative of", "at X's invitation", "X called Y", "I asked to meet you"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.languages.english.lexicon import Lexicon
from communique.languages.english.scan import find_units
from communique.languages.port import Designation, Drive, Form
from communique.model import Basis, Part, Span

_BASES = {"initiative": Basis.INITIATED, "invitation": Basis.INVITED, "request": Basis.REQUESTED}
_NOMINAL_OF = re.compile(
    r"\b(?:[Aa]t|[Oo]n|[Uu]pon|[Bb]y|[Ff]ollowing)\s+(?:the\s+)?(?:\w+\s+)?(initiative|invitation|"
    r"request)\s+(?:of|from)\s+(?:the\s+)?"
)
_NOMINAL_POSSESSIVE = re.compile(
    r"\b(?:[Aa]t|[Oo]n|[Uu]pon|[Bb]y)\s+(?:the\s+)?(?P<who>(?:(?!\b(?:at|on|in|of|"
    r"to)\b)[^,.;:]){2,60}?)(?:['’]s|s['’])?\s+(?:kind\s+)?(initiative|invitation|request)\b"
)
_BY = re.compile(r"\b(initiated|requested|proposed)\s+by\s+(?:the\s+)?")
_INVITED = re.compile(r"\A\W*[Ii]nvited\s+by\s+(?:the\s+)?")
_CALLED = re.compile(
    r"^\s+(?:has\s+)?(?:called(?!\s+(?:the|an?|this|that|it)\s+\w|\s+(?:for|on|upon|attention)\b)|telephoned|phoned|rang|initiated\s+(?:a|the)\s+(?:telephone\s+|"
    r"phone\s+)?(?:call|conversation))\b"
)
_ENCOUNTER = re.compile(
    r"\b(?:conversation|call(?:s|ed)?|phoned|telephoned|meeting|talks?|spoke|speak|met|meets?|"
    r"negotiations?|visit(?:s|ed|ing)?|trip|arrived?|come|came|coming|is in|are in|stay|tour|"
    r"discussion|event|lunch|dinner|convened?)\b",
    re.IGNORECASE,
)
_TOOK_PLACE = re.compile(
    r"^(?:The|This|Their|His|Her|During a|In a)\s+(?:[\w-]+\s+){0,3}(?:conversation|call|meeting|"
    r"talks|negotiations|visit|discussion|event|trip)\b"
)
_LATTER = re.compile(r"\b(?:latter|former)\b")
_WISH = re.compile(
    r"\b(?P<who>I|[Ww]e)\s+(?:have\s+|had\s+|also\s+)*(?:expressed|conveyed|voiced|requested|"
    r"asked\s+for|proposed|suggested)\s+"
    r"(?:(?:the|a|my|our|this)\s+)?(?:(?:desire|wish|request|intention|opportunity|"
    r"hope)\s+)?(?:to\s+meet|(?:for\s+)?(?:a|this|the)\s+meeting|(?:for\s+)?(?:a|"
    r"this)\s+(?:conversation|call))\b[^.,;]{0,30}"
)
_THANKS = re.compile(
    r"\b(?:thank\s+you|thanks|grateful|gratitude|appreciat\w+)\b[^.!?]{0,80}?\bfor\s+(?:(?:your|the|"
    r"this)\s+(?:\w+\s+)?invitation|(?:kindly\s+)?inviting\s+(?:me|us))\b",
    re.IGNORECASE,
)
_LEADING = 3


@dataclass(frozen=True, slots=True)
class Ground:
    """A text with its designations and sentences, and which of the sentences are direct speech."""

    text: str
    part: Part
    designations: Sequence[Designation]
    narration: Sequence[Span]
    speech: Sequence[Span]
    lexicon: Lexicon


def find_drives(ground: Ground) -> tuple[Drive, ...]:
    """Give the statements on whose idea this contact was, in order; those on other contacts are left out."""
    return tuple(
        drive for number, sentence in enumerate(ground.narration) for drive in _narrated(ground, sentence, number)
    ) + tuple(drive for sentence in ground.speech for drive in _spoken(ground, sentence))


def _narrated(ground: Ground, sentence: Span, number: int) -> Iterator[Drive]:
    words = sentence.of(ground.text)
    leading = number < _LEADING and bool(_ENCOUNTER.search(words))
    if not leading and not _TOOK_PLACE.match(words):
        return
    for match in _NOMINAL_OF.finditer(words):
        if giver := _following(ground, sentence, match):
            yield _drive(ground, sentence, match, _BASES[match[1]], giver)
            return
    for match in _NOMINAL_POSSESSIVE.finditer(words):
        if giver := _preceding(ground, sentence, match):
            yield _drive(ground, sentence, match, _BASES[match[2]], giver)
            return
    for match in _BY.finditer(words):
        if (giver := _following(ground, sentence, match)) and _ENCOUNTER.search(words[: match.start()]):
            basis = Basis.REQUESTED if match[1] == "requested" else Basis.INITIATED
            yield _drive(ground, sentence, match, basis, giver)
            return
    invited = _INVITED.match(words)
    if invited and (giver := _following(ground, sentence, invited)):
        yield _drive(ground, sentence, invited, Basis.INVITED, giver)
        return
    if number == 0:
        yield from _called(ground, sentence)


def _called(ground: Ground, sentence: Span) -> Iterator[Drive]:
    """A call put as an act of one side: "Prime Minister Korin called President Vesk"."""
    here = [d for d in ground.designations if sentence.covers(d.span) and d.form in (Form.NAME, Form.OFFICE)]
    for giver, receiver in pairwise(here):
        match = _CALLED.match(ground.text[giver.span.end : receiver.span.start])
        if match:
            span = Span(giver.span.start, giver.span.end + match.end(), ground.part)
            yield Drive(basis=Basis.INITIATED, span=span, giver=giver, receiver=receiver)
            return


def _spoken(ground: Ground, sentence: Span) -> Iterator[Drive]:
    words = sentence.of(ground.text)
    wish = _WISH.search(words)
    if wish:
        yield Drive(basis=Basis.REQUESTED, span=_span(ground, sentence, wish), speaker_is_giver=True)
    thanks = _THANKS.search(words)
    if thanks:
        yield Drive(basis=Basis.INVITED, span=_span(ground, sentence, thanks), speaker_is_giver=False)


def _drive(ground: Ground, sentence: Span, match: re.Match[str], basis: Basis, giver: Designation) -> Drive:
    start = sentence.start + match.start()
    end = max(sentence.start + match.end(), giver.span.end)
    return Drive(basis=basis, span=Span(start, end, ground.part), giver=giver)


def _span(ground: Ground, sentence: Span, match: re.Match[str]) -> Span:
    return Span(sentence.start + match.start(), sentence.start + match.end(), ground.part)


def _following(ground: Ground, sentence: Span, match: re.Match[str]) -> Designation | None:
    """Give who stands right after the match; "the latter" is the party named last before it."""
    at = sentence.start + match.end()
    if _LATTER.match(ground.text, at):
        return _last_before(ground, sentence, sentence.start + match.start())
    for designation in ground.designations:
        if designation.span.start <= at < designation.span.end or 0 <= designation.span.start - at <= 1:
            return designation
    return _bare_side(ground, at, sentence.end, first=True)


def _preceding(ground: Ground, sentence: Span, match: re.Match[str]) -> Designation | None:
    start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
    if _LATTER.search(match["who"]):
        return _last_before(ground, sentence, sentence.start + match.start())
    for designation in ground.designations:
        if (
            designation.form is not Form.GROUP
            and start <= designation.span.start
            and designation.span.end >= end - 2
            and designation.span.start < end
        ):
            return designation
    return _bare_side(ground, start, end, first=False)


def _last_before(ground: Ground, sentence: Span, at: int) -> Designation | None:
    before = [d for d in ground.designations if sentence.start <= d.span.start and d.span.end <= at]
    return before[-1] if before else None


def _bare_side(ground: Ground, start: int, end: int, *, first: bool) -> Designation | None:
    """A side named by adjective alone: "on the Arvenian initiative"; a capital stands for its state."""
    units = find_units(ground.text, ground.lexicon, start, min(end, start + 60))
    named = [u for u in (units[:1] if first else units) if u.side or u.city]
    if not named:
        return None
    unit = named[-1]
    side = unit.side.side if unit.side else unit.city.country if unit.city else None
    if side is None:
        return None
    return Designation(form=Form.SIDE, span=Span(unit.start, unit.end, ground.part), sides=(side,))
