"""Where an essay quotes: marks, quoted paragraphs, lines of dialogue, and the words that lead a quotation in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from communique.languages.phrases import Phrases, build_phrases
from communique.model import Span
from communique.reasoning.audit.quoting.leads import (
    ACCORDING,
    DENIED,
    SAID_AFTER,
    SAID_BEHIND,
    WHO_BEFORE,
    find_addressed,
)
from communique.text.tables import load_toml

_LONGEST = 6_000
_FEW = 2
_OPENING, _CLOSING = " \t“«„\"‘'*_", "”»\"’'“*_"
_NEAR = 90
_PAIRS = re.compile(
    rf"“(?P<curly>[^“”]{{1,{_LONGEST}}}(?:“[^“”]{{1,400}}”[^“”]{{0,{_LONGEST}}}){{0,6}})”"
    rf"|«(?P<angle>[^«»]{{1,{_LONGEST}}}(?:«[^«»]{{1,400}}»[^«»]{{0,{_LONGEST}}}){{0,6}})»"
    rf"|„(?P<low>[^„“”]{{1,{_LONGEST}}})[“”]|(?<![^\W_])(?<!\")\"(?P<straight>[^\"\n]{{1,2000}})\"(?![^\W_])"
    r"|(?<![\w‘’'])[‘'](?P<single>[^‘’'\n]{2,60}(?:[’'](?=\w)[^‘’'\n]{1,200}){0,8})[’'](?!\w)"
)
_BLOCK = re.compile(r"(?m)(?:^[ \t]{0,3}>[^\n]*(?:\n|$))+")
_DIALOGUE = re.compile(r"(?m)^[ \t]*[—–][ \t]+(?P<said>[^\n]+)$")
_TABLE = load_toml("communique.languages.english", "rendering.toml")["leads"]
_NAMED = re.compile(r"\b(?:[Tt]he\s+)?(?:[A-Z][\w’.-]*[ -]?(?:of\s+(?:the\s+)?)?){1,6}")
_MARKDOWN = re.compile(
    r"(?m)^[ \t]*(?:>[ \t]?)+|^[ \t]*#{1,6}[ \t]+|^[\s“«„\"‘']+|[\s”»\"’]+\Z|[*`~]+|(?<![^\W_])_+|_+(?![^\W_])"
    r"|\[\^\w+\]|!?\[(?=[^\]\n]*\]\()|\]\([^)\s]*\)"
)
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


class QuotedForm(StrEnum):
    """How words are marked as quoted; ``scare``: a word or two held at arm's length, no quotation of a source."""

    MARKS = "marks"
    BLOCK = "block"
    DIALOGUE = "dialogue"
    SCARE = "scare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """
    Words that an essay quotes.

    ``words`` marks them without their marks, ``cue`` the words that lead them in or say that they were said; ``text``
    the words that name the text they are taken from ("the official press release"), ``speaker`` those that name who
    said them, ``addressee`` those that name whom they were said to; None where the essay tells none. ``inside`` marks
    the longer quotation that a line of dialogue stands in. ``denied`` tells that the essay says they were not said.
    """

    form: QuotedForm
    words: Span
    cue: Span | None = None
    text: Span | None = None
    speaker: Span | None = None
    inside: Span | None = None
    addressee: Span | None = None
    denied: bool = False


def find_marked(essay: str) -> Iterator[Quoted]:
    """Give the stretches that marks set apart, each with its form, in order; what stands inside another is left out."""
    reached = 0
    places = [(m.start(), m.end(), m) for m in _PAIRS.finditer(essay)]
    blocks = [(m.start(), m.end()) for m in _BLOCK.finditer(essay)]
    for start, end in blocks:
        yield Quoted(form=QuotedForm.BLOCK, words=_trimmed(essay, start, end))
    for _, _, match in sorted(places, key=lambda place: place[0]):
        group = str(match.lastgroup)
        start, end = match.span(group)
        if start < reached or any(low <= start < high for low, high in blocks):
            continue
        span = _trimmed(essay, start, end)
        if len(span) < 1 or not _WORD.search(essay, span.start, span.end):
            continue
        reached = match.end()
        yield Quoted(form=QuotedForm.MARKS, words=span)
        yield from _dialogue(essay, span)


def strip_marks(words: str) -> str:
    r"""
    Blank out what Markdown and quotation marks add to quoted words; each letter keeps its place.

    >>> strip_marks("> **Our** trade\n> [grew](https://tarsk.example)").split()
    ['Our', 'trade', 'grew']
    """
    return _MARKDOWN.sub(lambda found: " " * len(found[0]), words)


def _trimmed(essay: str, start: int, end: int) -> Span:
    while start < end - 1 and (essay[start].isspace() or essay[start] == ">"):
        start += 1
    while end > start + 1 and essay[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _dialogue(essay: str, outer: Span) -> Iterator[Quoted]:
    """Give the lines of direct speech inside a longer quotation, each with who is said to have spoken."""
    for line in _DIALOGUE.finditer(essay, outer.start, outer.end):
        said = SAID_AFTER.search(essay, *line.span("said"))
        end = said.start() if said else line.end("said")
        cue = Span(*said.span("tail")) if said else None
        who = Span(*said.span("who")) if said else None
        yield Quoted(
            form=QuotedForm.DIALOGUE, words=_trimmed(essay, line.start("said"), end), cue=cue, speaker=who, inside=outer
        )


def attributed(essay: str, quoted: Quoted) -> Quoted:
    """Say of a stretch set apart by marks whose it is said to be, or that it is no quotation at all."""
    low = _paragraph_start(essay, quoted.words.start)
    lead = _lead(essay, low, quoted.words.start)
    cue, who = _said_by(essay, low, quoted.words)
    if who is not None and _names_text(essay, who):
        who = None
    few = len(_WORD.findall(essay[quoted.words.start : quoted.words.end])) <= _FEW
    if quoted.form is QuotedForm.MARKS and few and lead is None and cue is None:
        return replace(quoted, form=QuotedForm.SCARE)
    told = Span(cue.start, quoted.words.start) if cue and cue.end <= quoted.words.start else None
    whom = find_addressed(essay, told) if told and who else None
    denied = told is not None and DENIED.search(essay, told.start, told.end) is not None
    return _with_text(essay, replace(quoted, cue=lead or cue, speaker=who, addressee=whom, denied=denied), low)


def _said_by(essay: str, low: int, words: Span) -> tuple[Span | None, Span | None]:
    """Give the words by which a quotation is said to be somebody's, in its own sentence, and those for the speaker."""
    rest = essay[words.end : words.end + _NEAR]
    offset = words.end + len(rest) - len(rest.lstrip(_CLOSING))
    after = SAID_BEHIND.match(essay[offset : words.end + _NEAR])
    if after is not None:
        group = "late" if after["late"] else "early"
        return Span(offset + after.start(), offset + after.end()), Span(
            offset + after.start(group), offset + after.end(group)
        )
    floor = low + _sentence(essay[low : words.start].rstrip(_OPENING))
    before = essay[floor : words.start].rstrip(_OPENING)
    told = (list(WHO_BEFORE.finditer(before)) or list(ACCORDING.finditer(before)))[-1:]
    if not told or re.search(r"[”»\"][^“«\"]*$", before[told[0].end() :]):
        return None, None
    who = before[told[0].start("who") : told[0].end("who")].rstrip(" ,")
    start = floor + told[0].start("who")
    return Span(floor + told[0].start(), floor + told[0].end()), Span(start, start + len(who))


def _names_text(essay: str, who: Span) -> bool:
    """Tell whether words name a text, or whose text it is, and no speaker ("according to Tarsk's press release")."""
    named = essay[who.start : who.end + 24]
    return any(fit.start <= len(who) + 1 for fit in _texts().find(named))


def _paragraph_start(essay: str, at: int) -> int:
    return essay.rfind("\n", 0, at) + 1


def _lead(essay: str, low: int, start: int) -> Span | None:
    """Give the words that lead a quotation in: in its own paragraph, or the paragraph before where it opens one."""
    stripped = essay[low:start].rstrip(_OPENING)
    floor, end = low, low + len(stripped)
    if not stripped.strip():
        end = len(essay[:low].rstrip())
        floor = _paragraph_start(essay, end)
    else:
        return Span(floor + _sentence(stripped), end) if _leads(stripped) else None
    words = essay[floor:end]
    if words.strip() and (_leads(words) or words.rstrip().endswith((":", "-", "–", "—"))):
        return Span(floor + _sentence(words), end)
    return None


def _leads(words: str) -> bool:
    tail = words[_sentence(words) :]
    return tail.rstrip().endswith((":", " -", " –", " —")) or any(True for _ in _announcing().find(tail))


def _sentence(words: str) -> int:
    """Give where the last sentence of some words begins."""
    found = list(re.finditer(r"[.!?]\s+(?=[A-ZА-Я«“(])", words.rstrip()))
    return found[-1].end() if found else len(words) - len(words.lstrip())


def _with_text(essay: str, quoted: Quoted, low: int) -> Quoted:
    """Add the words that name the text quoted, and for a paragraph led in, who is spoken of before it."""
    window = essay[low : quoted.words.start]
    floor = low
    found = list(_texts().find(window))
    if not found and quoted.cue is not None and quoted.cue.start < low:
        floor = _paragraph_start(essay, quoted.cue.start)
        window = essay[floor : quoted.words.start]
        found = list(_texts().find(window))
        if not found:
            end = len(essay[:floor].rstrip())
            floor = _paragraph_start(essay, end)
            window = essay[floor : quoted.words.start]
            found = list(_texts().find(window))
    text = _noun_phrase(essay, floor, floor + found[-1].start, floor + found[-1].end) if found else None
    speaker = quoted.speaker
    if speaker is None and text is None and quoted.cue is not None and not _names_text(essay, quoted.cue):
        speaker = _subject(essay, floor, quoted.words.start)
    return replace(quoted, text=text, speaker=speaker)


def _noun_phrase(essay: str, low: int, start: int, end: int) -> Span:
    before = re.search(
        r"(?:(?:\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir)\s+)?(?:[\w’'-]+[’']s?\s+)?"
        r"(?:official\s+|joint\s+|own\s+)*)$",
        essay[low:start],
    )
    first = low + before.start() if before and before[0] else start
    return Span(min(first, start), end)


def _subject(essay: str, low: int, high: int) -> Span | None:
    """Give whom the lead-in is about: the first words in capitals that hold an office or are a full name."""
    according = ACCORDING.search(essay, low, high)
    if according is not None:
        who = essay[according.start("who") : according.end("who")].rstrip()
        return Span(according.start("who"), according.start("who") + len(who))
    for named in _NAMED.finditer(essay, low, high):
        words = named[0].rstrip(" -")
        holds = any(True for _ in _holders().find(words))
        plain = [word for word in words.split() if word[:1].isupper() and word not in {"The", "This", "At", "On", "In"}]
        if holds or len(plain) >= _FEW:
            skipped = len(words) - len(re.sub(r"^(?:At|On|In|As|This|That|It)\s+", "", words))
            return Span(named.start() + skipped, named.start() + len(words))
    return None


@cache
def _announcing() -> Phrases:
    return _of("announcing")


@cache
def _texts() -> Phrases:
    return _of("texts")


@cache
def _holders() -> Phrases:
    return _of("holders")


def _of(name: str) -> Phrases:
    return build_phrases((word, name) for word in _TABLE[name])


def in_order(found: Sequence[Quoted]) -> tuple[Quoted, ...]:
    """Give quotations as they stand in the essay, a longer one before those inside it."""
    return tuple(sorted(found, key=lambda quoted: (quoted.words.start, -quoted.words.end)))
