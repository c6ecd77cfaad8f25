"""Labels of turns ("President of Arvenia Ilmar Vesk:"): what stands before a colon and may name who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.languages.label_shapes import find_shape
from communique.languages.label_words import LabelForm, LabelWords
from communique.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """
    A label: all of it, the words for the speaker, the personal name; ``after`` is where the turn's words may begin.

    ``inside_line`` marks a label in the middle of a line, ``bounded`` one before which a sentence or line ends,
    ``shouted`` one in capitals.
    """

    form: LabelForm
    span: Span
    speaker: Span
    name: Span | None
    surname: str
    after: int
    inside_line: bool
    plural: bool = False
    bounded: bool = True
    shouted: bool = False


_COLON = re.compile(r":(?!//|\d)")
_BEFORE_COLON = frozenset(")]*.’")
_BREAK = re.compile(r"[.!?…]+[\"”»’)\]*]*(?=\s|[^\W\d_])|:(?!\d)|[;*>”»\"“]|(?P<bracket>\))(?=\s)|\n[ \t]*\n")
_ABBREVIATED = re.compile(r"(\w+)\Z")
_LETTER = re.compile(r"^[*_ ]*(\w)[*_]*[ \t\u00a0:.]+(?=[^\sa-zа-яё\d.,;:)])", re.MULTILINE)
_BULLET = re.compile(r"(?:\A|\s|\*)[-•]\s*\Z")
_NUMBERED = re.compile(r"[\s*_>]*\d{1,2}\\?[.)][\s*_]*\Z")
_EMPHASIS = re.compile(r"(?:[*_]|(?<![….])>)\s*\Z")
_QUOTED_NEXT = re.compile(r"(?:[\s:*_]|</\w+>){1,12}…? ?[\"“«„]")
_RULE = re.compile(r"\*\s?\*\s?\*\s+\Z|[.!?…]\s?\*\s?\*\s?\*\s*\Z")
_MARKUP = " \t\u00a0*_"
_BEFORE_LINE = " \t*_#>-"
_LONGEST = 260
_NEAR = 12
_LONGEST_NOTE = 160
_LONGEST_WORD = 40


def find_labels(text: str, words: LabelWords) -> Iterator[Label]:
    """Give whatever may be a label by its shape, in order, none overlapping another; most still need confirmation."""
    marks = [(m.start(), m.end(), False) for m in _COLON.finditer(text) if _may_follow(text, m.start())]
    if words.letters:
        found = _LETTER.finditer(text)
        marks += [(m.start(1), m.end(), True) for m in found if m[1].isupper() and m[1].casefold() in words.letters]
        marks.sort()
    floor = 0
    for start, end, letter in marks:
        if start < floor:
            continue
        label = _lettered(start, end) if letter else _before_colon(text, floor, start, end, words)
        if label is not None:
            yield label
        if label is not None or not letter:
            floor = end


def _may_follow(text: str, colon: int) -> bool:
    """Tell by the one or two characters before it whether a colon may follow a label."""
    before = text[colon - 1] if colon and text[colon - 1] not in " \u00a0" else text[max(0, colon - 2) : colon - 1]
    return before.isalnum() or before in _BEFORE_COLON


def _lettered(start: int, end: int) -> Label:
    span = Span(start, start + 1)
    return Label(form=LabelForm.LETTER, span=span, speaker=span, name=None, surname="", after=end, inside_line=False)


def _before_colon(text: str, floor: int, colon: int, after: int, words: LabelWords) -> Label | None:
    end = _without_note(text, floor, colon)
    if end is None or not _may_end_label(text, floor, end, words):
        return None
    start, bounded = _reach(text, floor, end, words)
    shape = find_shape(text, start, end, words, bounded=bounded)
    if shape is None or _is_heading(text, shape.start, colon):
        return None
    return Label(
        form=shape.form,
        span=Span(shape.start, _trimmed(text, shape.end, colon)),
        speaker=Span(shape.start, shape.end),
        name=shape.name,
        surname=shape.surname,
        after=after,
        inside_line=not _begins_line(text, shape.start),
        plural=shape.plural,
        bounded=shape.bounded,
        shouted=text[shape.start : shape.end].isupper(),
    )


def _is_heading(text: str, start: int, colon: int) -> bool:
    """Tell whether a bullet, or emphasis not followed by a quotation, shows an item of a list or a heading."""
    low = max(0, start - _NEAR)
    newline = text.rfind("\n", low, start)
    line = text[newline + 1 if newline >= 0 else low : start]
    if _BULLET.search(line) or ((newline >= 0 or low == 0) and _NUMBERED.match(line)):
        return True
    return bool(_EMPHASIS.search(line)) and not _RULE.search(line) and not _QUOTED_NEXT.match(text, colon)


def _without_note(text: str, floor: int, end: int) -> int | None:
    """Give where a label ends before a note in brackets ("(via interpreter)"); None where brackets hold all of it."""
    end = _trimmed(text, floor, end)
    if end > floor and text[end - 1] in ")]":
        opened = max(text.rfind("(", floor, end), text.rfind("[", floor, end))
        if opened < max(floor, end - _LONGEST_NOTE):
            return None
        end = _trimmed(text, floor, opened)
    return end if end > floor else None


def _trimmed(text: str, floor: int, end: int) -> int:
    while end > floor and text[end - 1] in _MARKUP:
        end -= 1
    return end


def _may_end_label(text: str, floor: int, end: int, words: LabelWords) -> bool:
    """Tell by its last word whether a label may end here: most colons of running prose are dismissed by this."""
    low = max(floor, end - _LONGEST_WORD)
    pieces = text[low:end].rsplit(None, 1)
    last = pieces[-1].lstrip('*_("“«') if pieces else ""
    return last[:1].isupper() or last.casefold() in words.offices or last.casefold() in words.parts


def _reach(text: str, floor: int, end: int, words: LabelWords) -> tuple[int, bool]:
    """Give where the words before a label's end may begin, and whether a sentence ends just there."""
    low = max(floor, end - _LONGEST)
    start, bounded = low, low == floor
    for found in _BREAK.finditer(text, low, end):
        if found["bracket"] and not _stands_alone(text, low, found.start()):
            continue
        glued = text[found.end()] != "\n" and found.group() == "."
        if glued and _is_abbreviated(text, found.start(), words):
            continue
        start, bounded = found.end(), True
    return start, bounded


def _stands_alone(text: str, low: int, closed: int) -> bool:
    """Tell whether brackets hold a remark of their own ("(Applause.)"), rather than stand inside a phrase."""
    before = text[low : max(low, text.rfind("(", low, closed))].rstrip(" ")
    return not before or before[-1] in ".!?…\n:>*"


def _is_abbreviated(text: str, stop: int, words: LabelWords) -> bool:
    word = _ABBREVIATED.search(text, max(0, stop - _LONGEST_WORD), stop)
    if word is None:
        return False
    return (len(word[1]) == 1 and word[1].isupper()) or word[1].casefold() in words.abbreviations


def _begins_line(text: str, start: int) -> bool:
    low = max(0, start - _NEAR)
    newline = text.rfind("\n", low, start)
    return (newline >= 0 or low == 0) and not text[newline + 1 if newline >= 0 else 0 : start].strip(_BEFORE_LINE)
