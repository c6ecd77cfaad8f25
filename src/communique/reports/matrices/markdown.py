"""A weighing as Markdown, for notes, issue trackers and archives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.reports.markdown import escaped
from communique.reports.matrices.report import WeighingReport
from communique.reports.matrices.sheet import Bench, Item, Sheet, compose_sheet
from communique.reports.matrices.wording import MARKS, METHOD

BLOCK = 8
"""Items that one table of the matrix holds; more are set in a further table."""


def render_weighing_markdown(report: WeighingReport) -> str:
    """Give the weighing as CommonMark with tables; no word of the evidence can act as markup."""
    sheet = compose_sheet(report)
    blocks = (
        f"**{escaped(sheet.headline)}**",
        *map(escaped, sheet.notes),
        f"# {escaped(sheet.title)}",
        f"## Explanations\n\n{_standings(sheet)}",
        *(("## Matrix", *_matrix(sheet), _legend()) if sheet.items else ()),
        "## What decides",
        escaped(sheet.decision),
        "\n".join(_pulls(sheet)),
        "## What would change it",
        "\n".join(f"- {escaped(line)}" for line in sheet.changes),
        *_evidence(sheet),
        *(_bench(sheet.bench) if sheet.bench else ()),
        "## Method",
        "\n".join(f"- {escaped(line)}" for line in METHOD),
        f"Weighed by {escaped(report.software)}" if report.software else "",
    )
    return "\n\n".join(filter(None, blocks)) + "\n"


def _standings(sheet: Sheet) -> str:
    rows = (
        (
            line.label,
            f"**{_cell(line.code)}**{' (dull)' if line.dull else ''}: {_cell(line.statement)}",
            line.prior,
            f"**{line.share}**",
            line.range,
            line.word,
        )
        for line in sheet.lines
    )
    return _table(("", "explanation", "prior", "share", "range", "in words"), rows)


def _matrix(sheet: Sheet) -> Iterator[str]:
    for start in range(0, len(sheet.items), BLOCK):
        chosen = slice(start, start + BLOCK)
        rows = (
            (f"{line.label} {_cell(line.code)}", *(_cell(entry.label) for entry in line.entries[chosen]))
            for line in sheet.lines
        )
        yield _table(("", *(item.label for item in sheet.items[chosen])), rows)


def _legend() -> str:
    marks = "; ".join(f"{escaped(mark)} {words}" for mark, words in MARKS)
    return f"{marks}; ~ as usual, by its rate; in brackets: says the same as a stronger item, which counts."


def _pulls(sheet: Sheet) -> Iterator[str]:
    for pull in sheet.pulls:
        divided = "; its items speak for different explanations: are they one?" if pull.divided else ""
        yield f"- {pull.shift} {escaped(pull.name)}: {escaped(pull.without)}{divided}"


def _evidence(sheet: Sheet) -> Iterator[str]:
    if sheet.items:
        yield "## Evidence"
        yield from ("\n".join(_item(item)) for item in sheet.items)
    if sheet.unweighed:
        yield "## Not weighed"
        yield "\n".join(
            f"- {escaped(code)}: {escaped(statement)} ({escaped(reason)})"
            for code, statement, reason in sheet.unweighed
        )


def _item(item: Item) -> Iterator[str]:
    statement = escaped(item.statement)
    yield f"**{item.label}** {f'({statement})' if item.aside else statement}\n"
    if item.quote:
        yield f"- “{escaped(item.quote)}”"
    yield f"- {' · '.join(filter(None, map(escaped, _facts(item))))}"
    for reason in item.reasons:
        who = f" ({escaped(reason.who)})" if reason.who else ""
        yield f"- {escaped(reason.label)}: {escaped(reason.words)}{who}"


def _bench(bench: Bench) -> Iterator[str]:
    yield "## Analysts"
    yield _table(("", *map(_cell, bench.names)), ((_cell(name), *row) for name, row in bench.rows))
    yield escaped(bench.told)
    yield "\n".join(f"- {escaped(dispute)}" for dispute in bench.disputes)


def _facts(item: Item) -> tuple[str, ...]:
    return item.code, item.source, item.grade, item.rate, item.group, item.left_out


def _table(heads: Sequence[str], rows: Iterator[tuple[str, ...]]) -> str:
    lines = (f"| {' | '.join(row)} |" for row in (tuple(heads), ("---",) * len(heads), *rows))
    return "\n".join(lines)


def _cell(words: str) -> str:
    return escaped(words).replace("|", r"\|").replace(r"\\|", r"\|")
