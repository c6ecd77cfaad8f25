"""The precedent of a corpus: earlier days alone, and years that are those of what is compared."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from communique.model import Account
from communique.precedent import Entry, Mark, ReferenceClass, Wording
from communique.precedent.of_corpus import MOST_WORDINGS, CorpusPrecedent
from communique.precedent.scoring import LEAST_COMPARED, MOST_COMPARED
from communique.precedent.wordings import abstract_text
from unit.fictional import account_of
from unit.precedent.counted import FEATURES, CountedEntries, label
from unit.precedent.entries import FIRST, make_entry

VENUE, ENERGY = "venue.named", "topics.energy"
TALKED = "Ilmar Vesk had a telephone conversation with Adela Korin."


class Shelf(CountedEntries):
    """Entries with a score of one bit each and one wording each."""

    def scores(self, reference: ReferenceClass, before: date, most: int) -> tuple[float, ...]:
        """Give one bit for each of the latest entries of a class before a day."""
        return (1.0,) * min(most, self.tally(reference, before).accounts)

    def wordings(self, reference: ReferenceClass, before: date, most: int) -> tuple[Wording, ...]:
        """Give the wording of each of the latest entries of a class before a day."""
        prints = frozenset(value for row in abstract_text("", TALKED) for value in row.prints)
        latest = [e for e in reversed(self.counted) if e.issued < before and reference in e.classes]
        return tuple(Wording(key=e.key, issued=e.issued, prints=prints) for e in latest[:most])

    def text(self, key: str) -> str:
        """Give the one text that all have."""
        return f"{key}\n{TALKED}"


def mark(account: Account) -> tuple[Mark, ...]:
    """Mark a venue where there is the word, and energy likewise."""
    text = account.release.text
    return (Mark(code=VENUE, present="Palace" in text), Mark(code=ENERGY, present="energy" in text))


def precedent_of(entries: tuple[Entry, ...]) -> CorpusPrecedent:
    """Give the precedent that some entries make."""
    return CorpusPrecedent(
        Shelf(entries), mark=mark, features=FEATURES, group_of=lambda _: "inland", label=label, source="a shelf"
    )


def routine(count: int, *, step: int = 1) -> tuple[Entry, ...]:
    """Give so many calls, so many days apart, with a venue and without energy."""
    return tuple(make_entry(step * n, VENUE, absent=(ENERGY,)) for n in range(count))


def call(number: int, text: str = "They spoke of energy.") -> Account:
    """Give a call published so many days after the first."""
    issued = datetime.combine(FIRST + timedelta(days=number), datetime.min.time())
    return account_of(f"Ilmar Vesk spoke by phone with Adela Korin. {text}", "Telephone talk", issued=issued)


@pytest.mark.parametrize(("number", "told"), [(30, "30 of 30"), (12, "12 of 12"), (8, "8 of 8"), (7, "None")])
def test_only_earlier_days_count(number: int, told: str) -> None:
    """Of a corpus that goes on, what the day itself and later ones brought is not counted."""
    assert str(precedent_of(routine(30)).rate(VENUE, call(number))) == told


def test_later_accounts_change_nothing() -> None:
    """With and without the accounts of the day and after it, every answer is the same."""
    earlier, later = routine(30), tuple(make_entry(n, ENERGY, absent=(VENUE,)) for n in range(30, 200))
    account = call(30)
    alone, among = precedent_of(earlier), precedent_of((*earlier, *later))
    assert alone.expectations(account) == among.expectations(account)
    assert alone.standing(account) == among.standing(account) is not None
    assert alone.stock(account) == among.stock(account) != ()


@pytest.mark.parametrize(
    ("count", "reference"),
    [
        (LEAST_COMPARED - 1, None),
        (LEAST_COMPARED, "xa-president/en/call/XV/ 2015–2015"),
        (MOST_COMPARED - 1, "xa-president/en/call/XV/ 2015–2015"),
        (MOST_COMPARED + 50, f"the latest of {MOST_COMPARED + 50} xa-president/en/call/XV/ 2015–2015"),
    ],
)
def test_a_standing_says_among_which_it_stands(count: int, reference: str | None) -> None:
    """Where more accounts are there than are compared, the standing says that they are the latest."""
    standing = precedent_of(routine(count)).standing(call(300))
    assert (standing.reference if standing else None) == reference


def test_stock_phrases_bear_the_years_of_the_accounts_compared() -> None:
    """Of eight years of calls the latest two hundred are compared, and the rate says which years they are of."""
    count, step = MOST_WORDINGS + 100, 10
    entries = routine(count, step=step)
    (phrase,) = precedent_of(entries).stock(call(step * count, "They spoke of ferries."))
    first = entries[-MOST_WORDINGS].issued.year
    assert first > FIRST.year
    assert phrase.rate.reference == f"xa-president/en/call/XV/ {first}–{entries[-1].issued.year}"
    assert phrase.rate.among == MOST_WORDINGS


def test_the_answers_on_another_account_are_its_own() -> None:
    """What was asked last is kept, and given for that account alone."""
    precedent = precedent_of(routine(30))
    assert str(precedent.rate(VENUE, call(30))) == "30 of 30"
    assert str(precedent.rate(VENUE, call(10))) == "10 of 10"
