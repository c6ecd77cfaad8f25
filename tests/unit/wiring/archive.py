"""A small archive of a fictional office: calls and meetings in a house style, and one that parts from it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from communique.reference import fictional_folder
from communique.wiring import Settings

FIRST = date(2019, 1, 8)
TOPICS = ("gas", "trade", "rail transport", "tourism")


def settings(corpus: str = "") -> Settings:
    """Give settings that know the fictional states and a corpus."""
    return Settings(tables=(Path(fictional_folder()),), corpus=corpus, corpus_named=bool(corpus))


def call(number: int, *, initiator: bool = True, text: str = "") -> dict[str, object]:
    """Give the record of one call; the office names who rang unless told not to."""
    day = FIRST + timedelta(days=12 * number)
    at = "The call took place at the initiative of the Velmarkian side." if initiator else ""
    body = (
        f"Ilmar Vesk had a telephone conversation with Prime Minister of Velmark Adela Korin. {text}"
        f"The leaders discussed {TOPICS[number % len(TOPICS)]}. {at}"
    )
    return {
        "id": f"xa-president:{number}",
        "issuer": "xa-president",
        "language": "en",
        "url": f"https://president.arvenia.example/{number}",
        "title": "Telephone conversation with Prime Minister of Velmark Adela Korin",
        "issued": f"{day.isoformat()}T12:00:00",
        "text": body.strip(),
    }


def write(path: Path, records: Iterable[dict[str, object]]) -> str:
    """Write records as JSON Lines and give the name of the file."""
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return str(path)
