"""Versions of a text as Markdown, for notes, issue trackers and archives; what went and what came is tagged as such."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from communique.model import Edit
from communique.reports.markdown import escaped
from communique.reports.versions.places import Excerpt, Place, find_places, printed
from communique.reports.versions.provenance import find_masthead, find_origins, step_label
from communique.reports.versions.report import VersionsReport
from communique.reports.versions.wording import (
    REACHES,
    Reach,
    find_counts,
    find_hint,
    find_judgement,
    is_shown,
    kind_words,
    plain_words,
)

_TAGS = {"before": "del", "after": "ins"}


def render_markdown(report: VersionsReport) -> str:
    """Give the report as CommonMark with the tags ``del`` and ``ins``; no word of a release can act as markup."""
    several = len(report.edits) > 1
    blocks = (
        f"**{escaped(find_judgement(report.edits))}**",
        escaped(find_counts(report.edits)),
        *(() if several else _hints(report.edits)),
        f"# {escaped(report.latest.title) or '(no title)'}",
        escaped(" · ".join(find_masthead(report))),
        *(block for number, edit in enumerate(report.edits, 1) for block in _step(report, edit, number)),
        "## Source",
        *_sources(report),
    )
    return "\n\n".join(filter(None, blocks)) + "\n"


def _hints(edits: tuple[Edit, ...]) -> Iterator[str]:
    return (escaped(hint) for edit in edits if (hint := find_hint(edit)))


def _step(report: VersionsReport, edit: Edit, number: int) -> Iterator[str]:
    if len(report.edits) > 1:
        yield f"## {escaped(step_label(edit, number, len(report.edits)).capitalize())}"
        yield f"**{escaped(find_judgement((edit,)))}**"
        yield from _hints((edit,))
    places = find_places(edit) if is_shown(edit) else ()
    for reach, group in groupby(places, key=lambda place: place.reach):
        some = tuple(group)
        yield f"### {reach.capitalize()}: {REACHES[reach]}"
        if reach is not Reach.SUBSTANTIVE:
            yield _plainly(*some)
        yield from ("\n".join(_place(place)) for place in some)


def _place(place: Place) -> Iterator[str]:
    for item in place.changes:
        locus = f" ({place.locus})" if item is place.changes[0] else ""
        yield f"**{item.number}. {escaped(kind_words(item.change))}**: {escaped(item.change.told)}{locus}  "
    yield ""
    for name, excerpt in place.excerpts:
        yield f"- {name}: {_marked(name, excerpt)}"
    if place.reach is Reach.SUBSTANTIVE:
        yield f"- {_plainly(place)}"


def _marked(name: str, excerpt: Excerpt) -> str:
    return "".join(
        _tagged(escaped(printed(run)), _TAGS[name]) if run.changed else escaped(printed(run)) for run in excerpt.runs
    )


def _tagged(words: str, tag: str) -> str:
    return f"<{tag}>{words}</{tag}>"


def _plainly(*places: Place) -> str:
    return f"Plainly: {escaped(plain_words(item.change for place in places for item in place.changes))}."


def _sources(report: VersionsReport) -> Iterator[str]:
    for origin in find_origins(report):
        lines = (
            f"- {line.label}: {f'<{line.value}>' if line.address else escaped(line.value)}" for line in origin.lines
        )
        yield "\n".join((f"**{origin.name.capitalize()}**\n", *lines))
    if report.software:
        yield f"Read by {escaped(report.software)}"
