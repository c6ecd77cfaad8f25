"""What the options of a corpus command mean: a selection of its releases, a side by code or name."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from communique.model import Kind

if TYPE_CHECKING:
    from communique.corpus.port import Selection
    from communique.wiring import Settings


def choose(  # noqa: PLR0913 - each way to narrow has its name
    settings: Settings,
    *,
    issuer: str,
    kind: Kind | None,
    counterpart: str,
    since: datetime | None,
    until: datetime | None,
    language: str,
) -> Selection:
    """Give the selection that the options of a command ask for."""
    from communique.corpus.port import Selection  # noqa: PLC0415 - help needs none of this

    return Selection(
        issuer=issuer,
        language=language,
        kind=kind,
        counterpart=find_side(counterpart, settings),
        since=since.date() if since else None,
        until=until.date() if until else None,
    )


def find_side(words: str, settings: Settings) -> str:
    """Give the code of the side that the user means by its code or its name; the words where no table knows it."""
    if not words:
        return ""
    from communique.wiring import build_tables  # noqa: PLC0415 - help needs none of this

    meant = words.casefold()
    sides = tuple(row.side for row in build_tables(settings).sides)
    by_code = (side.code for side in sides if side.code.casefold() == meant)
    by_name = (side.code for side in sides if side.name.casefold() == meant)
    return next(by_code, None) or next(by_name, words)


def narrowing_words(selection: Selection) -> str:
    """Say which releases a selection means, to stand after "release": " of xa-president, with XV, since 2020-03-01"."""
    parts = (
        ("of", selection.issuer),
        ("in", selection.language),
        ("of kind", selection.kind.value if selection.kind else ""),
        ("with", selection.counterpart),
        ("since", selection.since.isoformat() if selection.since else ""),
        ("until", selection.until.isoformat() if selection.until else ""),
    )
    said = ", ".join(f"{over} {word}" for over, word in parts if word)
    return said and f" {said}"
