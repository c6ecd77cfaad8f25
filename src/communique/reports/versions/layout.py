"""What an HTML page shows of the versions of a text, ready to be set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from communique.model import Edit, Part, Release, Span
from communique.reports.marks import Mark, find_segments, trimmed
from communique.reports.versions.places import Excerpt, Numbered, Place, Run, find_places, paragraphs_of, visible
from communique.reports.versions.provenance import Origin, find_masthead, find_origins, step_label
from communique.reports.versions.report import VersionsReport
from communique.reports.versions.wording import (
    REACHES,
    Reach,
    find_counts,
    find_hint,
    find_judgement,
    grade_of,
    is_shown,
    kind_words,
    plain_words,
    reach_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The words of one version at a place: its name ("before"), its runs, and the tag of those that changed."""

    name: str
    tag: str
    runs: tuple[Run, ...]
    locus: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One change in words: its number, anchor, kinds, what became of what, and whether its words were only moved."""

    number: int
    anchor: str
    kinds: str
    told: str
    moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place: its changes, the words before and after, where they stand, and what it may plainly be."""

    items: tuple[Item, ...]
    shown: tuple[Shown, ...]
    locus: str
    plain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Places of one reach; ``plain`` is said once of all, where none of them says it itself."""

    reach: str
    meaning: str
    rows: tuple[Row, ...]
    plain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inked:
    """A run of a whole text: its words, the tag around them ("mark" of what was moved), what ends here."""

    words: str
    tag: str
    refs: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A paragraph, or the title, of one whole version: its label and its runs."""

    label: str
    role: str
    runs: tuple[Inked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One whole version with its changes marked."""

    name: str
    language: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One edit: its heading and judgement where there are several, its changes, both texts."""

    anchor: str
    heading: str
    judgement: str
    hint: str
    groups: tuple[Group, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The versions of one text."""

    anchor: str
    title: str
    language: str
    masthead: tuple[str, ...]
    judgement: str
    grade: str
    counts: str
    steps: tuple[Step, ...]
    origins: tuple[Origin, ...]


def compose_sheet(report: VersionsReport, anchor: str, *, whole: bool) -> Sheet:
    """Lay one report out, with both texts of each step where it is ``whole``; anchors begin with the given one."""
    return Sheet(
        anchor=anchor,
        title=report.latest.title,
        language=report.latest.language,
        masthead=find_masthead(report),
        judgement=find_judgement(report.edits),
        grade=grade_of(report.edits).value if all(map(is_shown, report.edits)) else "unlike",
        counts=find_counts(report.edits),
        steps=tuple(
            _step(
                edit, f"{anchor}-s{n}", step_label(edit, n, len(report.edits)) if len(report.edits) > 1 else "", whole
            )
            for n, edit in enumerate(report.edits, start=1)
        ),
        origins=find_origins(report),
    )


def _step(edit: Edit, anchor: str, heading: str, whole: bool) -> Step:  # noqa: FBT001 - named by its only caller
    places = find_places(edit) if is_shown(edit) else ()
    return Step(
        anchor=anchor,
        heading=heading,
        judgement=find_judgement((edit,)) if heading else "",
        hint=find_hint(edit),
        groups=tuple(_groups(places, anchor)),
        columns=tuple(_columns(edit, places, anchor)) if whole and places else (),
    )


def _groups(places: tuple[Place, ...], anchor: str) -> Iterator[Group]:
    for reach, group in groupby(places, key=lambda place: place.reach):
        some, told = tuple(group), reach is Reach.SUBSTANTIVE
        changes = tuple(item.change for place in some for item in place.changes)
        yield Group(
            reach=reach.value,
            meaning=REACHES[reach],
            rows=tuple(_row(place, anchor, explained=told) for place in some),
            plain="" if told else plain_words(changes),
        )


def _row(place: Place, anchor: str, *, explained: bool) -> Row:
    return Row(
        items=tuple(_item(item, anchor) for item in place.changes),
        shown=tuple(_shown(name, excerpt) for name, excerpt in place.excerpts),
        locus=place.locus,
        plain=plain_words(item.change for item in place.changes) if explained else "",
    )


def _item(item: Numbered, anchor: str) -> Item:
    return Item(
        number=item.number,
        anchor=f"{anchor}-c{item.number}",
        kinds=kind_words(item.change),
        told=item.change.told,
        moved=reach_of(item.change) is Reach.MOVED,
    )


def _shown(name: str, excerpt: Excerpt) -> Shown:
    return Shown(name=name, tag=_tag(name), runs=tuple(map(_inked, excerpt.runs)), locus=excerpt.locus)


def _tag(name: str) -> str:
    return {"before": "del", "after": "ins"}.get(name, "span")


def _inked(run: Run) -> Run:
    """Give a run as a page shows it: a change without ink by the signs for it."""
    return Run(words=visible(run.words), changed=True, blank=True) if run.blank else run


def _columns(edit: Edit, places: tuple[Place, ...], anchor: str) -> Iterator[Column]:
    changes = tuple(item for place in places for item in place.changes)
    for name, release in (("before", edit.before), ("after", edit.after)):
        spans = ((item.change.before if name == "before" else item.change.after, item) for item in changes)
        marked = {Mark(key=f"{item.number}", span=span): _item(item, anchor) for span, item in spans if span}
        stretches = tuple(_stretches(release, _Ink(tag=_tag(name), marks=marked)))
        yield Column(name=name, language=release.language, stretches=stretches)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ink:
    """What is marked in one whole text, and with what."""

    tag: str
    marks: dict[Mark, Item]

    def runs(self, text: str, span: Span) -> Iterator[Inked]:
        items = {mark.key: item for mark, item in self.marks.items()}
        for segment in find_segments(text, span, self.marks):
            over = tuple(items[key] for key in segment.keys)
            tag = "mark" if all(item.moved for item in over) else self.tag
            yield Inked(words=segment.words, tag=tag if over else "", refs=tuple(items[key] for key in segment.closes))


def _stretches(release: Release, ink: _Ink) -> Iterator[Stretch]:
    title = trimmed(release.title, Span(0, len(release.title), Part.TITLE)) if release.title else None
    if title:
        yield Stretch(label="title", role="title", runs=tuple(ink.runs(release.title, title)))
    for paragraph in paragraphs_of(release):
        runs = tuple(ink.runs(release.text, paragraph.span))
        yield Stretch(label=f"¶{paragraph.number}", role="body", runs=runs)
