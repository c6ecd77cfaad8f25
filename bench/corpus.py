"""
What a corpus costs to ask, and how that grows: ``python -m bench.corpus``.

The same questions are put to a corpus of the releases beside the project and to one of ten times as many, in which each
release stands ten times, moved by whole spans of years (so that every class, pair and habit is ten times as long). The
medians of warm answers in one process are printed, and the ratio of the two; logarithmic growth means a ratio of at
most log(10 n) / log(n).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import islice
from math import log
from pathlib import Path
from statistics import median

from communique.corpus.port import Corpus, Deposit, Selection
from communique.model import Account
from communique.precedent import Entry, Notice, Precedent, ReferenceClass
from communique.precedent.habits import find_habits
from communique.readings import FEATURES, run_readings
from communique.wiring.building import build_tables
from communique.wiring.corpora import add_sources, open_corpus
from communique.wiring.deposits import deposit_version, make_deposit
from communique.wiring.precedents import build_precedent, class_words
from communique.wiring.settings import Settings, load_settings

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT.parent / "shared" / "corpus").glob("*.jsonl.gz"))
TARGET = 0.3
COPIES = 10
SPAN = timedelta(days=8401)
"""How far a copy is moved: longer than the corpus, whole weeks, so that no copy meets another."""

ASKED = 40
QUERIES = (
    "strategic partnership",
    "gas transit",
    '"working visit"',
    "телефонный разговор",
    "prisoners of war",
    "nuclear energy",
    "climate",
)
Question = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """The median time of the answers to one kind of question, in seconds."""

    name: str
    seconds: float


def main() -> None:
    """Make both corpora, ask both, and print the table."""
    options = parse()
    if not SOURCES:
        sys.exit("expected the releases beside the project, got none; nothing is measured")
    with tempfile.TemporaryDirectory() as folder:
        one = options.corpus or filled(Path(folder) / "one.sqlite3")
        many = options.many or copied(one, Path(folder) / "many.sqlite3", options.copies)
        small, large = timings(one, options.asked), timings(many, options.asked)
        report(small, large, sizes(one), sizes(many))


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Time the questions put to a corpus, at two sizes.")
    parser.add_argument("--corpus", type=Path, help="a corpus made before from the releases beside the project")
    parser.add_argument("--many", type=Path, help="a corpus of many copies made before")
    parser.add_argument("--copies", type=int, default=COPIES, help="how often each release stands in the large one")
    parser.add_argument("--asked", type=int, default=ASKED, help="how many releases are asked about")
    return parser.parse_args()


def filled(path: Path) -> Path:
    """Make the corpus, from the releases beside the project."""
    settings = load_settings(corpus=str(path))
    begun = time.perf_counter()
    with open_corpus(settings, create=True) as corpus:
        for _ in add_sources(corpus, map(str, SOURCES), settings):
            pass
    print(f"corpus made in {time.perf_counter() - begun:.0f} s, {path.stat().st_size / 2**20:.0f} MiB", flush=True)
    return path


def copied(one: Path, many: Path, copies: int) -> Path:
    """Make the large corpus, from the accounts of the small one."""
    small, large = load_settings(corpus=str(one)), load_settings(corpus=str(many))
    begun = time.perf_counter()
    with open_corpus(small) as corpus, open_corpus(large, create=True) as target:
        deposits = made(corpus.accounts(), small)
        while company := tuple(islice(deposits, 64)):
            target.add([moved(deposit, copy) for copy in range(copies) for deposit in company])
        target.settle()
    print(f"{copies} copies in {time.perf_counter() - begun:.0f} s, {many.stat().st_size / 2**20:.0f} MiB", flush=True)
    return many


def made(accounts: Iterable[Account], settings: Settings) -> Iterator[Deposit]:
    """Make the deposits of accounts again."""
    tables, version = build_tables(settings), deposit_version(settings)
    return (make_deposit(account, tables=tables, version=version) for account in accounts)


def moved(deposit: Deposit, copy: int) -> Deposit:
    """Move a deposit by so many spans of years, under an address of its own."""
    if copy == 0:
        return deposit
    release = deposit.account.release
    issued = release.issued + copy * SPAN if release.issued else None
    own = replace(release, address=f"{release.address}#{copy}", identifier=f"{release.name}#{copy}", issued=issued)
    return replace(
        deposit,
        account=replace(deposit.account, release=own),
        entry=moved_entry(deposit.entry, own.key, own.name, copy * SPAN) if deposit.entry else None,
        notices=tuple(moved_notice(notice, own.key, own.name, copy * SPAN) for notice in deposit.notices),
    )


def moved_entry(entry: Entry, key: str, name: str, by: timedelta) -> Entry:
    """Move an entry to a release of another key and day."""
    return replace(entry, key=key, name=name, issued=entry.issued + by, day=entry.day + by)


def moved_notice(notice: Notice, key: str, name: str, by: timedelta) -> Notice:
    """Move a notice likewise."""
    earliest, latest = (day + by if day else None for day in (notice.earliest, notice.latest))
    return replace(notice, key=key, name=name, day=notice.day + by, earliest=earliest, latest=latest)


def timings(path: Path, asked: int) -> tuple[Timing, ...]:
    """Time every kind of question on one corpus, warm."""
    settings = load_settings(corpus=str(path))
    with open_corpus(settings) as corpus:
        kinds: dict[str, list[Question]] = {
            "precedent of `read --corpus`": list(readings(corpus, settings, asked)),
            "`habits`": list(habits(corpus, settings)),
            "`corpus search`": [partial(corpus.search, query) for query in QUERIES],
        }
        return tuple(Timing(name=name, seconds=middle(questions)) for name, questions in kinds.items())


def readings(corpus: Corpus, settings: Settings, asked: int) -> Iterator[Question]:
    """Ask all that a report asks of precedent, on the latest calls and meetings that every size of corpus has."""
    precedent = build_precedent(corpus, settings)
    entries = [e for e in corpus.entries(Selection(issuer="ru-president", language="en")) if e.counterparts]
    for entry in entries[-asked:]:
        account = corpus.account(entry.key)
        if account is not None:
            yield partial(judged, account, precedent)


def judged(account: Account, precedent: Precedent) -> object:
    """Ask what a report asks."""
    return precedent.standing(account), run_readings(account, precedent)


def habits(corpus: Corpus, settings: Settings) -> Iterator[Question]:
    """Ask for the house style of a few classes."""
    words = class_words(settings)
    for kind in ("call", "meeting", "message"):
        for counterpart in ("", "KZ", "US"):
            reference = ReferenceClass(issuer="ru-president", language="en", kind=kind, counterpart=counterpart)
            yield partial(find_habits, corpus, reference, date.max, FEATURES, label=words)


def middle(questions: list[Question]) -> float:
    """Give the median time of an answer, each question put once to warm up and then once on the clock."""
    taken = []
    for question in questions:
        question()
        begun = time.perf_counter()
        question()
        taken.append(time.perf_counter() - begun)
    return median(taken)


def sizes(path: Path) -> int:
    """Count the releases of a corpus."""
    with open_corpus(load_settings(corpus=str(path))) as corpus:
        return corpus.status().releases


def report(small: tuple[Timing, ...], large: tuple[Timing, ...], few: int, many: int) -> None:
    """Print the medians, their ratio, and what logarithmic growth allows."""
    allowed = log(many) / log(few)
    print(f"\n{'':32}{few:>10,}{many:>12,}   ratio (log: {allowed:.2f})")
    for one, other in zip(small, large, strict=True):
        mark = "met" if one.seconds <= TARGET else "MISSED"
        medians = f"{one.seconds * 1000:>7.1f} ms{other.seconds * 1000:>9.1f} ms"
        print(f"{one.name:32}{medians}   {other.seconds / one.seconds:.2f}   (target {TARGET:g} s: {mark})")


if __name__ == "__main__":
    main()
