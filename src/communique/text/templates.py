"""The one loader of the table of page words: what belongs to a page's template and not to its release."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class RunTemplate:
    """How the parts of a page read in one language once line breaks are lost."""

    stamp: re.Pattern[str]
    inset: re.Pattern[str]
    tails: re.Pattern[str]
    sure_tail: str
    announcement: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords:
    """What tells where the name and the office on a name card end."""

    connectives: frozenset[str]
    conjunctions: frozenset[str]
    verb: re.Pattern[str]
    not_verbs: frozenset[str]
    patronymic: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The whole table: lines of furniture, templates of run-on captures, words around name cards."""

    line: re.Pattern[str]
    runs: tuple[RunTemplate, ...]
    cards: CardWords


@cache
def load_page_words() -> PageWords:
    """Load the table that ships with the package, once."""
    table = tomllib.loads(files("communique.text").joinpath("furniture.toml").read_text(encoding="utf-8"))
    cards = table.pop("cards")
    lines = "|".join(line for rows in table.values() for line in rows["lines"])
    return PageWords(
        line=re.compile(rf"\W*(?:{lines})\s*", re.IGNORECASE),
        runs=tuple(_run_template(rows["run"]) for rows in table.values() if "run" in rows),
        cards=CardWords(
            connectives=frozenset(cards["connectives"]),
            conjunctions=frozenset(cards["conjunctions"]),
            verb=re.compile(cards["verb"]),
            not_verbs=frozenset(cards["not_verbs"]),
            patronymic=re.compile(cards["patronymic"]),
        ),
    )


def _run_template(rows: dict[str, Any]) -> RunTemplate:
    date = rows["date"] % {"months": rows["months"]}
    return RunTemplate(
        stamp=re.compile(rf"{date},? \d\d:\d\d"),
        inset=_inset(rows, date),
        tails=re.compile(rf"(?<!\w)(?:{_either(rows['tails'])})(?!\w)"),
        sure_tail=rows["sure_tail"],
        announcement=re.compile(rf"(?<!\w)(?:{_either(rows['announcements'])}) {date}")
        if rows["announcements"]
        else None,
    )


def _inset(rows: dict[str, Any], date: str) -> re.Pattern[str]:
    """A box of links: each ends in its date, and those behind the first are of the first one's year."""
    link = rf" (?:(?!{date}).){{5,300}}? "
    first, next_one = date.replace(r"\d{4}", r"(?P<year>\d{4})"), date.replace(r"\d{4}", "(?P=year)")
    return re.compile(rf"(?<!\w)(?:{_either(rows['insets'])}){link}{first}(?:{link}{next_one})*")


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in words)
