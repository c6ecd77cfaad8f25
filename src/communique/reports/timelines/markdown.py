"""A timeline as Markdown, for notes, issue trackers and archives."""

from __future__ import annotations

from collections.abc import Iterator

from communique.reports.markdown import escaped
from communique.reports.timelines.report import TimelineReport
from communique.reports.timelines.rows import Day, Row, compose_parallel, compose_rows, unplaced_label
from communique.reports.timelines.wording import NEARBY, days_off, head_lines, notes_of

_HEADS = ("", "when", "what", "ties")
BREAK = "<br>"


def render_timeline_markdown(report: TimelineReport) -> str:
    """Give the timeline as CommonMark with a table; no word of a release can act as markup."""
    title, counts = head_lines(report.timeline)
    parallel = compose_parallel(report)
    free = tuple(days_off(report.timeline))
    unplaced = tuple(f"- {escaped(unplaced_label(item))}" for item in report.timeline.unplaced)
    blocks = (
        f"# {escaped(title)}",
        escaped(counts),
        "\n".join(_table(compose_rows(report))) if report.timeline.moments else "",
        f"## Parallel public events\n\n{NEARBY.capitalize()}." if parallel else "",
        "\n\n".join(map(_day, parallel)),
        "## Public holidays" if free else "",
        "\n".join(f"- {escaped(line)}" for line in free),
        "## Not on the timeline" if unplaced else "",
        "\n".join(unplaced),
        "\n".join(f"- {escaped(note)}" for note in notes_of(report.timeline)),
        f"Made by {escaped(report.software)}" if report.software else "",
    )
    return "\n\n".join(filter(None, blocks)) + "\n"


def _table(rows: tuple[Row, ...]) -> Iterator[str]:
    yield f"| {' | '.join(_HEADS)} |"
    yield f"|{' --- |' * len(_HEADS)}"
    for row in rows:
        when = BREAK.join(map(escaped, filter(None, (row.day, row.hour, *row.free))))
        parties = (" · ".join(row.parties),) if row.parties else ()
        said = BREAK.join((f"**{escaped(row.kind)}**: {_titled(row)}", *map(escaped, parties), escaped(row.source)))
        yield f"| {row.number} | {when} | {said} | {BREAK.join(map(escaped, row.notes))} |"


def _day(day: Day) -> str:
    free = f" ({', '.join(map(escaped, day.free))})" if day.free else ""
    hours = (f"{hour} " if hour != "–" else "" for hour in day.hours)
    lines = (f"- {hour}{_titled(row)} ({escaped(row.name)})" for row, hour in zip(day.rows, hours, strict=True))
    return "\n".join((f"**{escaped(day.day)}**{free}\n", *lines))


def _titled(row: Row) -> str:
    title = escaped(row.title)
    return f"[{title}](<{row.address}>)" if row.address and not set(row.address) & set("<>| \n") else title
