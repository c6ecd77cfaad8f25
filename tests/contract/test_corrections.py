"""What every store of corrections does: in SQLite and in PostgreSQL the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from communique.corpus.correctable import find_items
from communique.corpus.memory import MemoryCorpus
from communique.corpus.port import Deposit, Selection
from communique.db.corpus import DjangoCorpus
from communique.db.corrections import CorrectionStore
from communique.db.models import CorrectionRow, ExtractedRow
from communique.db.opening import open_corpus
from communique.errors import CommuniqueError
from communique.model import Account, DateBasis, EventDate, Kind, Side
from communique.model.corrections import Correction, Outcome, Parts, What, Withdrawal
from communique.precedent import ReferenceClass
from communique.wiring.deposits import make_deposit
from unit.db.servers import fresh_database
from unit.fictional import tables
from unit.readings.accounts import full_host_account

MOMENT = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
BACK = Withdrawal(author="Ruvan Tes", reason="the words say otherwise", moment=MOMENT + timedelta(hours=1))
FIRST = date(2021, 1, 4)
AFTER = date(2030, 1, 1)


def deposit(account: Account, version: str = "1") -> Deposit:
    """Make what is kept of an account."""
    return make_deposit(account, tables=tables(), version=version)


def account(number: int) -> Account:
    """Give an account of a talk, each some days after the one before."""
    base = full_host_account()
    day = FIRST + timedelta(days=9 * number)
    release = replace(
        base.release,
        address=f"https://press.example/xa/{number}",
        identifier=f"xa-president:{number}",
        issued=datetime.combine(day, datetime.min.time()),
    )
    dated = replace(base.event, date=EventDate(day=day, basis=DateBasis.ISSUED))
    return replace(base, release=release, event=dated)


COMPANY = tuple(map(account, range(24)))


@pytest.fixture(params=["sqlite", "postgres"])
def corpus(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DjangoCorpus]:
    """Give a corpus of each kind with some accounts in it."""
    if request.param == "sqlite":
        with open_corpus(tmp_path / "desk.sqlite3") as opened:
            yield filled(opened)
    else:
        with fresh_database() as address, open_corpus(address) as opened:
            yield filled(opened)


def filled(corpus: DjangoCorpus) -> DjangoCorpus:
    """Keep the company."""
    corpus.add([deposit(one) for one in COMPANY])
    corpus.settle()
    return corpus


def store_of(corpus: DjangoCorpus) -> CorrectionStore:
    """Give the corrections of a corpus."""
    return CorrectionStore(corpus.alias, remake=deposit)


def correction(told: Account, what: What, after: Parts, *, side: Side | None = None) -> Correction:
    """Correct the first item of a sort."""
    item = next(item for item in find_items(told) if item.what is what)
    return Correction(
        release=told.release.key,
        what=what,
        place=item.place,
        before=item.parts,
        after=after,
        author="Nela Orr",
        reason="as the text has it",
        moment=MOMENT,
        side=side,
    )


CALL = (("kind", "call"),)
FIFTH = COMPANY[5]
KEY = FIFTH.release.key


def calls(corpus: DjangoCorpus) -> int:
    """Count the calls that precedent knows."""
    reference = ReferenceClass(issuer="xa-president", language="en", kind="call")
    return corpus.tally(reference, AFTER).accounts


def test_a_correction_is_kept_with_all_that_follows(corpus: DjangoCorpus) -> None:
    """Account, entry, classes, tallies, scores and the list of kinds are those of the corrected account at once."""
    store = store_of(corpus)
    made = correction(FIFTH, What.KIND, CALL)
    number = store.add(made)
    kept = corpus.account(KEY)
    assert kept is not None
    assert kept.event.kind is Kind.CALL
    assert calls(corpus) == 1
    assert [release.key for release in corpus.releases(Selection(kind=Kind.CALL))] == [KEY]
    assert list(corpus.faults()) == []
    assert store.standing([KEY, "none"]) == {KEY: (made,)}
    assert [(one.number, one.correction, one.withdrawn) for one in store.history(KEY)] == [(number, made, None)]
    assert store.extracted(KEY) == FIFTH
    assert store.corrected() == (KEY,)


def test_a_corrected_corpus_scores_as_if_it_had_been_read_so(corpus: DjangoCorpus) -> None:
    """Precedent cannot tell a corrected account from one that was extracted like that."""
    store_of(corpus).add(correction(FIFTH, What.KIND, CALL))
    yardstick = MemoryCorpus()
    read_so = replace(FIFTH, event=replace(FIFTH.event, kind=Kind.CALL))
    yardstick.add([deposit(read_so if one is FIFTH else one) for one in COMPANY])
    yardstick.settle()
    for kind in ("call", "meeting"):
        reference = ReferenceClass(issuer="xa-president", language="en", kind=kind)
        assert corpus.tally(reference, AFTER) == yardstick.tally(reference, AFTER)
        assert corpus.scores(reference, AFTER, 99) == pytest.approx(yardstick.scores(reference, AFTER, 99))
    assert corpus.contacts("xa-president", "en", "XV", FIRST, AFTER) == yardstick.contacts(
        "xa-president", "en", "XV", FIRST, AFTER
    )


def test_withdrawn_it_leaves_no_trace_but_its_history(corpus: DjangoCorpus) -> None:
    """After a withdrawal the corpus holds what it held before; who made and who withdrew it stays known."""
    before = corpus.digest()
    store = store_of(corpus)
    number = store.add(correction(FIFTH, What.KIND, CALL))
    assert corpus.digest() != before
    store.withdraw(KEY, number, BACK)
    assert corpus.digest() == before
    assert list(corpus.faults()) == []
    assert corpus.account(KEY) == FIFTH
    assert store.extracted(KEY) is None
    assert [one.withdrawn for one in store.history(KEY)] == [BACK]
    assert store.standing([KEY]) == {}


def test_the_order_of_corrections_leaves_no_trace(corpus: DjangoCorpus) -> None:
    """Two items corrected in either order, one of them withdrawn and made again, give the same corpus."""
    store = store_of(corpus)
    kind = correction(FIFTH, What.KIND, CALL)
    person = correction(FIFTH, What.PARTICIPANT, ())
    store.add(kind)
    store.add(person)
    first = corpus.digest()
    for one in store.history(KEY):
        store.withdraw(KEY, one.number, BACK)
    store.add(person)
    store.add(kind)
    assert corpus.digest() == first
    assert list(corpus.faults()) == []


def test_corrections_survive_another_extraction(corpus: DjangoCorpus) -> None:
    """A newer version extracts the release again: the correction is applied to what it gives, and can be withdrawn."""
    store = store_of(corpus)
    number = store.add(correction(FIFTH, What.KIND, CALL))
    newer = replace(FIFTH, models=("hand 2",))
    assert store.keep([deposit(newer, "2"), deposit(COMPANY[6], "2")]).renewed == 2
    corpus.settle()
    kept = corpus.account(KEY)
    assert kept == replace(newer, event=replace(newer.event, kind=Kind.CALL))
    assert store.extracted(KEY) == newer
    assert list(corpus.faults()) == []
    store.withdraw(KEY, number, BACK)
    assert corpus.account(KEY) == newer
    assert corpus.versions([KEY]) == {KEY: "2"}


def test_who_adds_without_knowing_of_corrections_undoes_none(corpus: DjangoCorpus) -> None:
    """A deposit that comes past the corrections does not take the place of a corrected account."""
    store = store_of(corpus)
    store.add(correction(FIFTH, What.KIND, CALL))
    added = corpus.add([deposit(replace(FIFTH, models=("hand 2",)), "2"), deposit(COMPANY[6], "2")])
    assert (added.renewed, added.known) == (1, 1)
    kept = corpus.account(KEY)
    assert kept is not None
    assert kept.event.kind is Kind.CALL
    corpus.settle()
    assert list(corpus.faults()) == []


def test_better_extraction_is_told_not_hidden(corpus: DjangoCorpus) -> None:
    """Where a newer version gives what was corrected, or something third, the correction stands and is told so."""
    store = store_of(corpus)
    store.add(correction(FIFTH, What.KIND, CALL))
    for kind, outcome in (
        (Kind.CALL, Outcome.NOT_NEEDED),
        (Kind.VISIT, Outcome.UNFIT),
        (Kind.MEETING, Outcome.APPLIED),
    ):
        told = replace(FIFTH, event=replace(FIFTH.event, kind=kind))
        store.keep([deposit(told, f"v-{kind}")])
        applied = store.applied(KEY)
        assert applied is not None
        assert [one for _, one in applied.outcomes] == [outcome]
        assert corpus.account(KEY) == applied.account
    corpus.settle()
    assert list(corpus.faults()) == []


def test_what_does_not_fit_is_refused_and_changes_nothing(corpus: DjangoCorpus) -> None:
    """An unknown release, an item corrected already, a value not extracted: refused in words, and nothing is kept."""
    store = store_of(corpus)
    store.add(correction(FIFTH, What.KIND, CALL))
    before = corpus.digest()
    made = correction(FIFTH, What.KIND, (("kind", "visit"),))
    unknown = replace(made, release="0" * 32)
    stale = replace(correction(COMPANY[6], What.KIND, CALL), before=(("kind", "visit"),))
    for refused in (made, unknown, stale):
        with pytest.raises(CommuniqueError):
            store.add(refused)
    for key, number in ((KEY, 10**6), (COMPANY[6].release.key, store.history(KEY)[0].number)):
        with pytest.raises(CommuniqueError):
            store.withdraw(key, number, BACK)
    assert corpus.digest() == before
    with pytest.raises(CommuniqueError, match="for reading only"):
        CorrectionStore(corpus.alias).add(correction(COMPANY[7], What.KIND, CALL))
    assert corpus.digest() == before


def test_faults_tell_a_correction_that_is_not_in_the_account(corpus: DjangoCorpus) -> None:
    """A correction taken away past the program, or what was extracted lost, is told by the check."""
    store_of(corpus).add(correction(FIFTH, What.KIND, CALL))
    rows = CorrectionRow.objects.using(corpus.alias)
    rows.update(after=[["kind", "visit"]])
    assert any("not what its corrections make" in fault for fault in corpus.faults())
    rows.update(after=[["kind", "call"]])
    assert list(corpus.faults()) == []
    ExtractedRow.objects.using(corpus.alias).all().delete()
    assert any("as extracted is missing" in fault for fault in corpus.faults())
