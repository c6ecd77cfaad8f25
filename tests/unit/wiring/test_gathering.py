"""Releases of a corpus are proposed for an episode without reading all of it; the states and persons are fictional."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from communique.corpus.memory import MemoryCorpus
from communique.corpus.port import EVERYTHING, Selection
from communique.dossiers.gathering import propose
from communique.model import Account, Role
from communique.wiring.deposits import make_deposit
from communique.wiring.gathering import gather
from unit.dossiers.episode import FIRST, LAST, SIDES, episode, told
from unit.fictional import tables


class CountedCorpus(MemoryCorpus):
    """A corpus in memory that notes which accounts are read."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[str] = []

    def accounts(self, selection: Selection = EVERYTHING) -> Iterator[Account]:
        """Yield the accounts meant, and note their names."""
        for account in super().accounts(selection):
            self.read.append(account.release.name)
            yield account


def corpus_of(*accounts: Account) -> CountedCorpus:
    """Keep some accounts in memory."""
    corpus = CountedCorpus()
    corpus.add([make_deposit(account, tables=tables(), version="1") for account in accounts])
    return corpus


def test_a_corpus_proposes_what_its_accounts_do() -> None:
    """The same releases come in the same roles, each named as the corpus names it."""
    found = gather(corpus_of(*episode()), sides=("XA", "XV"), first=FIRST, last=LAST, tables=tables())
    plain = propose(episode(), sides=SIDES, first=FIRST, last=LAST, tables=tables())
    assert [item.filing.source for item in found] == [f"corpus:{item.filing.source}" for item in plain]
    assert [(item.filing.role, item.filing.reason) for item in found] == [
        (item.filing.role, item.filing.reason) for item in plain
    ]


def test_far_off_releases_are_not_read() -> None:
    """Before the days around the span only what concerns the other side is read."""
    school = told("xa:school", date(2021, 3, 1), "Opening of a school", "Ilmar Vesk opened a school in Tarsk.")
    corpus = corpus_of(*episode(), school)
    gather(corpus, sides=("XA", "XV"), first=FIRST, last=LAST, tables=tables())
    assert "xa:invitation" in corpus.read
    assert not {"xa:school", "xa:late"} & set(corpus.read)


def test_fewer_months_back_find_no_invitation() -> None:
    """An invitation of eleven weeks before is not found where only a month is looked back."""
    found = gather(corpus_of(*episode()), sides=("XA", "XV"), first=FIRST, last=LAST, months_back=1, tables=tables())
    assert Role.INVITATION not in {item.filing.role for item in found}


def test_words_in_passing_in_another_release_are_found() -> None:
    """A release on something else that speaks of the visit to come is found by its words alone."""
    passing = told(
        "xa:envoys",
        date(2021, 6, 3),
        "Meeting with heads of districts",
        "Ilmar Vesk met with heads of districts. "
        "Prime Minister of Velmark Adela Korin will visit Arvenia on June 17, Ilmar Vesk told them.",
    )
    found = gather(corpus_of(*episode(), passing), sides=("XA", "XV"), first=FIRST, last=LAST, tables=tables())
    (item,) = (item for item in found if item.filing.source == "corpus:xa:envoys")
    assert item.filing.role is Role.ANNOUNCEMENT
    assert "14 days before" in item.filing.reason


def test_an_empty_corpus_proposes_nothing() -> None:
    """Where nothing is held there is nothing to propose."""
    assert gather(corpus_of(), sides=("XA", "XV"), first=FIRST, last=LAST, tables=tables()) == ()
