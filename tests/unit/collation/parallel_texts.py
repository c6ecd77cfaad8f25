"""Parallel fictional releases with planted shifts: read from the tables beside, and made into accounts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from communique.extraction import extract_account
from communique.languages.gazetteer import NO_NAMES
from communique.languages.kazakh import Kazakh
from communique.languages.port import Language
from communique.languages.russian import Russian
from communique.model import Account, Release, Span, Variant
from unit.fictional import english, make_release, register
from unit.languages.russian_states import names

FOLDER = Path(__file__).parent / "edition_texts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One unit of translation: its words by language, the kind of shift planted in it, and the edition it is in."""

    words: dict[str, str]
    shift: str | None = None
    odd: str | None = None

    def planted(self, pair: tuple[str, str]) -> str | None:
        """Give the kind of shift between two editions; a sentence that one of them lacks is an omission."""
        if sum(language in self.words for language in pair) == 1:
            return "omission"
        return self.shift if self.odd in pair and self.shift != "omission" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelText:
    """One fictional release in several editions."""

    name: str
    languages: tuple[str, ...]
    title: Row
    rows: tuple[Row, ...]

    def release(self, language: str, order: tuple[int, ...] | None = None) -> Release:
        """Give one edition, its rows in another order where one is given."""
        numbers = order if order is not None else range(len(self.rows))
        text = "\n".join(self.rows[n].words[language] for n in numbers if language in self.rows[n].words)
        return make_release(text, self.title.words[language], language=language)

    def account(self, language: str, order: tuple[int, ...] | None = None) -> Account:
        """Read one edition."""
        release = self.release(language, order)
        return extract_account(next(iter(_language(language).mark_up([release]))), register=register())

    def row_of(self, account: Account, span: Span) -> Row | None:
        """Give the row whose words a span of the body stands in."""
        text, language = account.release.text, account.release.language
        for row in self.rows:
            words = row.words.get(language)
            start = text.find(words) if words is not None else -1
            if words is not None and 0 <= start <= span.start < start + len(words):
                return row
        return None


@cache
def _language(code: str) -> Language:
    if code == "en":
        return english()
    return Russian(names()) if code == "ru" else Kazakh(NO_NAMES)


@cache
def load_parallel(folder: str) -> tuple[ParallelText, ...]:
    """Give the parallel texts of one folder ("tuning", "held_out")."""
    return tuple(_load(path) for path in sorted((FOLDER / folder).glob("*.toml")))


def _load(path: Path) -> ParallelText:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    languages = tuple(table["languages"])
    rows = tuple(_row(row, languages) for row in table["row"])
    return ParallelText(name=path.stem, languages=languages, title=_row(table["title"], languages), rows=rows)


def _row(table: dict[str, str], languages: tuple[str, ...]) -> Row:
    words = {language: table[language] for language in languages if language in table}
    return Row(words=words, shift=table.get("shift"), odd=table.get("odd"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Planted shifts found and not found, and variants reported where none of their kind was planted."""

    found: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    false: tuple[str, ...] = ()
    unplanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Add up two tallies."""
        return Tally(
            found=self.found + other.found,
            missed=self.missed + other.missed,
            false=self.false + other.false,
            unplanted=self.unplanted + other.unplanted,
        )

    @property
    def recall(self) -> float:
        """The share of planted shifts that were found."""
        return len(self.found) / (len(self.found) + len(self.missed) or 1)

    @property
    def precision(self) -> float:
        """The share of reported variants that were planted."""
        return len(self.found) / (len(self.found) + len(self.false) or 1)


def tally(text: ParallelText, first: Account, second: Account, variants: tuple[Variant, ...]) -> Tally:
    """Set the variants of two editions against what was planted."""
    pair = (first.release.language, second.release.language)
    told = [(_place(text, first, second, variant), str(variant.kind), variant.told) for variant in variants]
    found: list[str] = []
    missed: list[str] = []
    false: list[str] = []
    for row in (text.title, *text.rows):
        kind = row.planted(pair)
        here = [(k, t) for place, k, t in told if place is row]
        label = f"{text.name} {'-'.join(pair)}: {kind} in {next(iter(row.words.values()))[:60]}"
        if kind is not None:
            (found if any(k == kind for k, _ in here) else missed).append(label)
        false += [f"{text.name} {'-'.join(pair)}: {k}: {t}" for k, t in here if k != kind]
    false += [f"{text.name}: {k}: {t}" for place, k, t in told if place is None]
    unplanted = sum(row.planted(pair) is None for row in text.rows)
    return Tally(found=tuple(found), missed=tuple(missed), false=tuple(false), unplanted=unplanted)


def _place(text: ParallelText, first: Account, second: Account, variant: Variant) -> Row | None:
    for account, span in ((first, variant.first), (second, variant.second)):
        if span is not None:
            return text.title if span.part == "title" else text.row_of(account, span)
    return None
