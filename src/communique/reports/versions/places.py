"""The places at which two versions part: the sentence before and after, and which of its words changed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from communique.model import Account, Change, Edit, Event, Kind, Part, Release, Span, joined
from communique.reports.excerpt import printable, shortened
from communique.reports.marks import Mark, find_segments
from communique.reports.paragraphs import Paragraph, find_locus, find_paragraphs
from communique.reports.versions.wording import Reach, reach_of

AROUND = 60
"""Characters shown on either side of words that stand in no sentence."""

MOST_UNCHANGED = 160
"""Unchanged characters in a row that are printed whole where room is scarce."""

MOST_CHANGED = 480
"""Changed characters in a row that are."""

MOST_BLANKS = 12
"""Signs that stand for white space in a row."""

_INKED, _BLANK = "inked", "blank"
_BLANKS = {" ": "·", "\t": "→", "\n": "↵", "\r": "␍", "\u00a0": "⍽", "\u202f": "⍽"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """
    A run of words as captured, changed or not.

    ``blank`` tells that the change shows in no letter (white space, characters without ink): it is to be made visible.
    """

    words: str
    changed: bool = False
    blank: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The words of one version around a change: in runs, with where they stand ("¶3")."""

    runs: tuple[Run, ...]
    locus: str

    @property
    def is_marked(self) -> bool:
        """Whether any of its words changed; where none did, words came in or went in the other version."""
        return any(run.changed for run in self.runs)

    @property
    def lead(self) -> str:
        """The words before the first that changed."""
        return "".join(run.words for run in takewhile(lambda run: not run.changed, self.runs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A change with its number in the report, the same in every form of output."""

    number: int
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place where the versions part, with all changes in its sentence; None where a version has no such words."""

    reach: Reach
    changes: tuple[Numbered, ...]
    before: Excerpt | None
    after: Excerpt | None

    @property
    def excerpts(self) -> tuple[tuple[str, Excerpt], ...]:
        """The words to show, by name: "before" and "after", or "words" where they only changed their place."""
        named = (("before", self.before), ("after", self.after))
        there = tuple((name, excerpt) for name, excerpt in named if excerpt)
        if self.reach is Reach.MOVED and len({_bare(excerpt) for _, excerpt in there}) == 1:
            return (("words", Excerpt(runs=(Run(words=_bare(there[0][1])),), locus=there[-1][1].locus)),)
        return there

    @property
    def locus(self) -> str:
        """Where the changed words stand: before and after, where that is not the same."""
        there = [excerpt for excerpt in (self.before, self.after) if excerpt and excerpt.is_marked]
        return " → ".join(dict.fromkeys(excerpt.locus for excerpt in there))


def find_places(edit: Edit) -> tuple[Place, ...]:
    """Gather changes by the sentence they stand in, the most far-reaching first, and number them from 1."""
    gathered: dict[object, list[Change]] = {}
    for change in edit.changes:
        gathered.setdefault(_home(change), []).append(change)
    return tuple(_places(edit, sorted(gathered.values(), key=_order)))


@lru_cache(maxsize=8)
def paragraphs_of(release: Release) -> tuple[Paragraph, ...]:
    """Give the numbered paragraphs of a release that nobody has extracted anything from."""
    return find_paragraphs(Account(release=release, event=Event(kind=Kind.OTHER)))


def printed(run: Run) -> str:
    """Give a run for a line of a terminal or of Markdown: free of control codes, white space in one, long ones cut."""
    if run.blank:
        return visible(run.words)
    words = printable(run.words)
    core = shortened(words.strip(), MOST_CHANGED if run.changed else MOST_UNCHANGED)
    return words if len(words.strip()) == len(core) else f"{_left(words)}{core}{_right(words)}"


def visible(words: str) -> str:
    r"""
    Give white space and characters without ink a sign or their number.

    >>> visible("  \n"), visible("a\u200bb")
    ('··↵', 'a‹U+200B›b')
    """
    signs = "".join(_sign(character) for character in words[: MOST_BLANKS if words.isspace() else None])
    return signs + ("…" if words.isspace() and len(words) > MOST_BLANKS else "")


def _sign(character: str) -> str:
    if character in _BLANKS:
        return _BLANKS[character]
    inkless = character.isspace() or unicodedata.category(character) in {"Cf", "Cc", "Cs", "Mn"}
    return f"‹U+{ord(character):04X}›" if inkless else character


def _bare(excerpt: Excerpt) -> str:
    return " ".join("".join(run.words for run in excerpt.runs).split())


def _left(words: str) -> str:
    return " " if words[:1].isspace() else ""


def _right(words: str) -> str:
    return " " if words[-1:].isspace() else ""


def _home(change: Change) -> object:
    """Give what changes of one place have in common: their sentences, where they stand in any."""
    if change.moved or (change.sentence_before is None and change.sentence_after is None):
        return change
    return change.sentence_before, change.sentence_after


def _order(changes: list[Change]) -> int:
    return min(list(Reach).index(reach_of(change)) for change in changes)


def _places(edit: Edit, gathered: list[list[Change]]) -> Iterator[Place]:
    number = 0
    for changes in gathered:
        numbered = tuple(Numbered(number=n, change=change) for n, change in enumerate(changes, start=number + 1))
        number += len(changes)
        blanks = tuple(_is_blank(edit, change) for change in changes)
        before = [(change.before, change.sentence_before) for change in changes]
        after = [(change.after, change.sentence_after) for change in changes]
        first, second = _excerpt(edit.before, before, blanks), _excerpt(edit.after, after, blanks)
        yield Place(
            reach=list(Reach)[_order(changes)],
            changes=numbered,
            before=_parted(first, second),
            after=_parted(second, first),
        )


def _is_blank(edit: Edit, change: Change) -> bool:
    """Tell whether a change shows in no letter: printed as they are, the words before and after would look alike."""
    before = edit.before.words(change.before) if change.before else ""
    after = edit.after.words(change.after) if change.after else ""
    return not change.moved and printable(before).strip() == printable(after).strip()


def _excerpt(
    release: Release, places: list[tuple[Span | None, Span | None]], blanks: tuple[bool, ...]
) -> Excerpt | None:
    """Give the sentence of some changes, or what stands around them, with their words marked."""
    changed = tuple(span for span, _ in places if span)
    shown = tuple(span for pair in places for span in pair if span)
    if not shown:
        return None
    within = _within(release, changed, shown)
    marks = tuple(
        Mark(key=_BLANK if blank else _INKED, span=span)
        for (span, _), blank in zip(places, blanks, strict=True)
        if span
    )
    segments = find_segments(release.part(within.part), within, marks)
    runs = (Run(words=s.words, changed=bool(s.keys), blank=s.keys == (_BLANK,)) for s in segments)
    return Excerpt(runs=tuple(runs), locus=find_locus(changed[0] if changed else within, paragraphs_of(release)))


def _parted(excerpt: Excerpt | None, other: Excerpt | None) -> Excerpt | None:
    """Part a sentence without marks where the other one has its change, so that both are cut alike in print."""
    if excerpt is None or other is None or excerpt.is_marked or not other.is_marked:
        return excerpt
    words, place = "".join(run.words for run in excerpt.runs), len(other.lead)
    if words[:place].split() != other.lead.split() or not 0 < place < len(words):
        return excerpt
    return replace(excerpt, runs=(Run(words=words[:place]), Run(words=words[place:])))


def _within(release: Release, changed: tuple[Span, ...], shown: tuple[Span, ...]) -> Span:
    """Give the stretch to show: the sentences, else the words with some on either side, on their own line."""
    within = shown[0]
    for span in shown:
        within = joined(within, span) if span.part is within.part else within
    if len(shown) > len(changed) or within.part is not Part.TEXT:
        return within
    text = release.part(within.part)
    line_start, line_end = text.rfind("\n", 0, within.start) + 1, text.find("\n", within.end)
    start = max(within.start - AROUND, line_start)
    end = min(within.end + AROUND, len(text) if line_end < 0 else line_end)
    return Span(min(start, within.start), max(end, within.end), within.part)
