"""What every store of a corpus does: in memory, in SQLite and in PostgreSQL the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from communique.corpus.memory import MemoryCorpus
from communique.corpus.port import EVERYTHING, Added, Corpus, Deposit, Selection
from communique.corpus.rules import find_scores
from communique.db.opening import open_corpus
from communique.errors import CommuniqueError
from communique.model import Kind, Release
from communique.precedent import Entry, ReferenceClass, Tally, tally_entries
from communique.precedent.scoring import Replay
from communique.sources import SetAside
from unit.corpus.desk import ARVENIA, CAPTURED, FIRST, VELMARK, class_with, fill, make_company, make_deposit, renew
from unit.db.servers import fresh_database

COMPANY = make_company(120)
ENTRIES = tuple(deposit.entry for deposit in COMPANY if deposit.entry)
EVER = (date(2000, 1, 1), date(2040, 1, 1))
HOUR = timedelta(hours=1)


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def corpus(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Corpus]:
    """Give an empty corpus of each kind."""
    if request.param == "memory":
        yield MemoryCorpus()
    elif request.param == "sqlite":
        with open_corpus(tmp_path / "desk.sqlite3") as opened:
            yield opened
    else:
        with fresh_database() as address, open_corpus(address) as opened:
            yield opened


def classes() -> list[ReferenceClass]:
    """Give every reference class of the company."""
    return sorted({reference for entry in ENTRIES for reference in entry.classes})


def keys(found: Iterator[Entry]) -> list[str]:
    """Give the keys of entries."""
    return [entry.key for entry in found]


def key_of(deposit: Deposit) -> str:
    """Give the key of a deposit's release."""
    return deposit.account.release.key


def test_an_empty_corpus_knows_nothing(corpus: Corpus) -> None:
    """Every question to an empty corpus has an empty answer, and nothing is wrong with it."""
    assert corpus.tally(class_with("XV"), FIRST) == Tally()
    assert corpus.scores(class_with("XV"), FIRST, 10) == ()
    assert corpus.contacts(ARVENIA, "en", "XV", *EVER) == ()
    assert corpus.notices(ARVENIA, "en", "XV", *EVER) == ()
    assert corpus.coverage(ARVENIA, "en").days == ()
    assert corpus.wordings(class_with("XV"), FIRST, 10) == ()
    assert corpus.text("none") == ""
    assert corpus.release("none") is None
    assert corpus.account("none") is None
    assert list(corpus.releases()) == []
    assert corpus.search("harbour") == ()
    assert corpus.status().releases == 0
    assert corpus.add(()) == Added()
    corpus.settle()
    assert list(corpus.faults()) == []


def test_what_is_kept_comes_back(corpus: Corpus) -> None:
    """Releases and accounts come back equal, by key, by name and in order of day and key."""
    assert corpus.add(COMPANY) == Added(new=len(COMPANY))
    in_order = sorted(COMPANY, key=lambda deposit: (deposit.entry.issued if deposit.entry else FIRST, key_of(deposit)))
    assert list(corpus.accounts()) == [deposit.account for deposit in in_order]
    assert list(corpus.releases()) == [deposit.account.release for deposit in in_order]
    assert list(corpus.entries()) == [deposit.entry for deposit in in_order]
    release = COMPANY[3].account.release
    assert corpus.release(release.key) == corpus.release(release.name) == release
    assert corpus.account(release.name) == COMPANY[3].account
    assert corpus.text(release.key) == f"{release.title}\n{release.text}"
    assert dict(corpus.versions([release.key, "none"])) == {release.key: "1"}


def test_adding_again_changes_nothing(corpus: Corpus) -> None:
    """The same texts again are known; what the corpus holds and every score stay as they were."""
    fill(corpus, COMPANY)
    before = corpus.digest()
    again = [replace(each, account=replace(each.account, release=_captured_later(each))) for each in COMPANY]
    assert corpus.add(again) == Added(known=len(COMPANY))
    corpus.settle()
    assert corpus.digest() == before
    assert corpus.release(key_of(COMPANY[0])) == COMPANY[0].account.release


def _captured_later(deposit: Deposit) -> Release:
    return replace(deposit.account.release, captured=CAPTURED + HOUR)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_order_and_companies_leave_no_trace(corpus: Corpus, seed: int) -> None:
    """Added in any order, in companies of any size and partly twice, with scores settled between, all is the same."""
    yardstick = MemoryCorpus()
    fill(yardstick, COMPANY, batch=len(COMPANY))
    chance = random.Random(seed)  # noqa: S311 - the same order each time
    shuffled = list(COMPANY) + chance.sample(COMPANY, 30)
    chance.shuffle(shuffled)
    while shuffled:
        size = chance.randrange(1, 40)
        corpus.add(shuffled[:size])
        del shuffled[:size]
        if chance.random() < 0.3:
            corpus.settle()
    corpus.settle()
    assert corpus.digest() == yardstick.digest()
    assert list(corpus.faults()) == []


@pytest.mark.parametrize("before", [FIRST, FIRST + timedelta(days=200), date(2017, 3, 1), date(2018, 7, 19), EVER[1]])
def test_a_tally_counts_the_days_before(corpus: Corpus, before: date) -> None:
    """The tally of every class, exact to the day, is that of its earlier entries counted one by one."""
    fill(corpus, COMPANY, batch=17)
    for reference in classes():
        expected = tally_entries(entry for entry in ENTRIES if entry.issued < before and reference in entry.classes)
        assert corpus.tally(reference, before) == expected


def test_accounts_and_tallies_asked_for_together_are_those_asked_for_alone(corpus: Corpus) -> None:
    """Keys that are not held are left out; every class has a tally, an empty one too."""
    fill(corpus, COMPANY)
    some = [key_of(deposit) for deposit in COMPANY[::7]]
    assert corpus.accounts_by_key([*some, "0" * 32]) == {key: corpus.account(key) for key in some}
    assert corpus.accounts_by_key([]) == {}
    day = date(2018, 6, 1)
    asked = [*classes(), class_with("nobody")]
    assert corpus.tallies(asked, day) == {one: corpus.tally(one, day) for one in asked}


def test_scores_come_from_earlier_days_alone(corpus: Corpus) -> None:
    """Scores are those of a replay in order of days, the latest first, and change with nothing later."""
    fill(corpus, COMPANY)
    ordered = sorted(ENTRIES, key=lambda entry: (entry.issued, entry.key))
    scores = {entry.key: score for entry, score in find_scores(ordered, Replay())}
    for reference in classes():
        members = [e for e in reversed(ordered) if reference in e.classes and e.issued < date(2018, 6, 1)]
        expected = [score for entry in members if (score := scores[entry.key]) is not None]
        assert corpus.scores(reference, date(2018, 6, 1), 8) == pytest.approx(tuple(expected[:8]))
    assert any(score is not None for score in scores.values())


def test_scores_follow_a_late_comer(corpus: Corpus) -> None:
    """An account of long ago, added last, changes the scores of later days as if it had always been there."""
    fill(corpus, COMPANY[1:])
    without = corpus.digest()
    fill(corpus, COMPANY[:1])
    yardstick = MemoryCorpus()
    fill(yardstick, COMPANY)
    assert corpus.digest() == yardstick.digest() != without


def test_contacts_and_notices_of_a_side(corpus: Corpus) -> None:
    """Encounters with a side stand in order of days, messages are none; notices likewise; the last day is left out."""
    fill(corpus, COMPANY)
    yardstick = MemoryCorpus()
    fill(yardstick, COMPANY)
    for issuer in (ARVENIA, VELMARK):
        for side in ("XV", "XT", "XO", "XA"):
            for span in (EVER, (date(2016, 8, 1), date(2017, 8, 1))):
                assert corpus.contacts(issuer, "en", side, *span) == yardstick.contacts(issuer, "en", side, *span)
                assert corpus.notices(issuer, "en", side, *span) == yardstick.notices(issuer, "en", side, *span)
    contacts = corpus.contacts(ARVENIA, "en", "XV", *EVER)
    assert contacts
    assert Kind.MESSAGE not in {contact.kind for contact in contacts}
    assert [contact.day for contact in contacts] == sorted(contact.day for contact in contacts)
    assert corpus.contacts(ARVENIA, "en", "XV", contacts[0].day, contacts[0].day + timedelta(days=1))[0] == contacts[0]
    assert contacts[0] not in corpus.contacts(ARVENIA, "en", "XV", EVER[0], contacts[0].day)
    assert corpus.notices(ARVENIA, "en", "XV", *EVER)


def test_a_notice_concerns_the_side_it_names(corpus: Corpus) -> None:
    """A notice that names its counterpart is found with that side, and not with those of its account."""
    deposit = make_deposit(notices=1)
    corpus.add([replace(deposit, notices=(replace(deposit.notices[0], counterpart="XT"),))])
    assert len(corpus.notices(ARVENIA, "en", "XT", *EVER)) == 1
    assert corpus.notices(ARVENIA, "en", "XV", *EVER) == ()


def test_coverage_holds_each_day_once(corpus: Corpus) -> None:
    """The days on which anything was published stand in order, each once, by issuer and language."""
    fill(corpus, COMPANY)
    for issuer in (ARVENIA, VELMARK):
        days = {entry.issued for entry in ENTRIES if entry.issuer == issuer}
        assert corpus.coverage(issuer, "en").days == tuple(sorted(days))
    assert corpus.coverage(ARVENIA, "ru").days == ()
    held = corpus.coverage(ARVENIA, "en").days
    assert corpus.coverage(ARVENIA, "en", held[1], held[-1]).days == held[1:-1]


def test_wordings_of_the_latest(corpus: Corpus) -> None:
    """The wordings of the latest so many accounts of a class come the latest first, whole."""
    fill(corpus, COMPANY)
    prints = {key_of(deposit): deposit.prints for deposit in COMPANY}
    wordings = corpus.wordings(class_with("XV"), date(2018, 1, 1), 5)
    members = sorted(
        (e.issued, e.key) for e in ENTRIES if class_with("XV") in e.classes and e.issued < date(2018, 1, 1)
    )
    assert [(wording.issued, wording.key) for wording in wordings] == members[:-6:-1]
    assert all(wording.prints == prints[wording.key] for wording in wordings)


def test_another_version_replaces_the_account(corpus: Corpus) -> None:
    """The same text read by another version is renewed: account, tallies and index follow, nothing stands twice."""
    fill(corpus, COMPANY)
    again = [renew(deposit, present=frozenset({"thanks.again"})) for deposit in COMPANY[:50]]
    assert corpus.add(again) == Added(renewed=50)
    corpus.settle()
    yardstick = MemoryCorpus()
    fill(yardstick, (*again, *COMPANY[50:]))
    assert corpus.digest() == yardstick.digest()
    assert corpus.status(version="2").stale == len(COMPANY) - 50
    assert {release.key for release in corpus.releases(but="2")} == {key_of(deposit) for deposit in COMPANY[50:]}
    assert list(corpus.faults()) == []


def test_a_changed_text_takes_the_place_of_the_earlier(corpus: Corpus) -> None:
    """A new text of a known address counts, the earlier one no longer does, anywhere; by its key it is still there."""
    early = make_deposit(1, notices=1)
    late = make_deposit(
        1, body="They spoke of the orchard.", captured=CAPTURED + HOUR, present=frozenset({"tone.named"})
    )
    fill(corpus, (early,))
    assert corpus.add([late]) == Added(changed=1)
    corpus.settle()
    _only_counts(corpus, late, early)


def test_an_earlier_text_that_comes_late_does_not_count(corpus: Corpus) -> None:
    """What counts is when a text was captured, not when it came: an older capture added later is history at once."""
    early = make_deposit(1, notices=1)
    late = make_deposit(
        1, body="They spoke of the orchard.", captured=CAPTURED + HOUR, present=frozenset({"tone.named"})
    )
    fill(corpus, (late,))
    assert corpus.add([early]) == Added(changed=1)
    corpus.settle()
    _only_counts(corpus, late, early)


def test_of_texts_captured_at_once_the_last_counts(corpus: Corpus) -> None:
    """Two texts of one address in one company, captured at the same time: the one that came last stands."""
    early = make_deposit(1, notices=1)
    late = make_deposit(1, body="They spoke of the orchard.", present=frozenset({"tone.named"}))
    assert corpus.add([early, late]) == Added(new=1, changed=1)
    corpus.settle()
    _only_counts(corpus, late, early)


def _only_counts(corpus: Corpus, late: Deposit, early: Deposit) -> None:
    assert late.entry
    assert early.entry
    assert list(corpus.entries()) == [late.entry]
    assert list(corpus.accounts()) == [late.account]
    assert {release.key for release in corpus.releases()} == {key_of(late), key_of(early)}
    assert corpus.tally(class_with("XV"), EVER[1]) == tally_entries([late.entry])
    assert [contact.key for contact in corpus.contacts(ARVENIA, "en", "XV", *EVER)] == [key_of(late)]
    assert corpus.notices(ARVENIA, "en", "XV", *EVER) == ()
    assert [wording.key for wording in corpus.wordings(class_with("XV"), EVER[1], 9)] == [key_of(late)]
    assert corpus.release(late.account.release.name) == late.account.release
    assert corpus.account(key_of(early)) == early.account
    assert [hit.key for hit in corpus.search("talk")] == [key_of(late)]
    status = corpus.status()
    assert (status.releases, status.superseded) == (1, 1)
    assert list(corpus.faults()) == []


def test_texts_without_an_address_do_not_replace_each_other(corpus: Corpus) -> None:
    """Where no address is known, every text stands for itself."""
    assert corpus.add([make_deposit(number, address="") for number in (1, 2, 3)]) == Added(new=3)
    assert len(list(corpus.entries())) == 3


def test_one_text_twice_in_a_company_is_kept_once(corpus: Corpus) -> None:
    """A text that comes twice at once is new and known, of two versions the later stands."""
    one = make_deposit(1)
    assert corpus.add([one, one]) == Added(new=1, known=1)
    two = make_deposit(2)
    assert corpus.add([two, renew(two, "2")]) == Added(new=1, renewed=1)
    assert dict(corpus.versions([key_of(two)])) == {key_of(two): "2"}
    assert list(corpus.faults()) == ["scores from 2016-01-04 on are not up to date: settle the corpus"]


def test_a_release_without_a_day_is_kept_but_not_counted(corpus: Corpus) -> None:
    """Without a day there is no entry: nothing to count, but the account and the words are there."""
    undated, nameless = make_deposit(1, day=None), make_deposit(2, issuer="")
    corpus.add([undated, nameless])
    assert list(corpus.entries()) == []
    assert list(corpus.accounts(Selection(issuer=ARVENIA))) == [undated.account]
    assert list(corpus.accounts(Selection(since=EVER[0]))) == [nameless.account]
    assert len(corpus.search("linden")) == 2
    assert corpus.status().undated == 1
    assert corpus.coverage(ARVENIA, "en").days == ()
    assert list(corpus.faults()) == []


@pytest.mark.parametrize(
    "selection",
    [
        EVERYTHING,
        Selection(issuer=VELMARK),
        Selection(language="ru"),
        Selection(kind=Kind.VISIT),
        Selection(counterpart="XT"),
        Selection(since=date(2016, 7, 1), until=date(2017, 2, 3)),
        Selection(since=ENTRIES[9].issued, until=ENTRIES[9].issued),
        Selection(issuer=ARVENIA, kind=Kind.CALL, counterpart="XV", since=date(2017, 1, 1)),
    ],
)
def test_a_selection_narrows(corpus: Corpus, selection: Selection) -> None:
    """Each part of a selection narrows what is given, days both in, and all parts together."""
    fill(corpus, COMPANY)
    expected = {
        entry.key
        for entry in ENTRIES
        if selection.issuer in {"", entry.issuer}
        and selection.language in {"", entry.language}
        and selection.kind in {None, entry.kind}
        and (not selection.counterpart or selection.counterpart in entry.counterparts)
        and (selection.since or EVER[0]) <= entry.issued <= (selection.until or EVER[1])
    }
    assert set(keys(corpus.entries(selection))) == expected
    assert {release.key for release in corpus.releases(selection)} == expected
    assert {account.release.key for account in corpus.accounts(selection)} == expected
    assert {hit.key for hit in corpus.search("talk", selection, most=200)} == expected


SEARCHED = (
    make_deposit(
        1, body="The harbour of Sund and the harbour master.", lemmas="the harbour of sund and harbour master"
    ),
    make_deposit(2, body="The master of the old harbour.", lemmas="the master of the old harbour"),
    make_deposit(3, body="Посол прибыл.", language="ru", lemmas="посол прибыть"),
    make_deposit(4, body="Nothing of the kind.", lemmas="nothing of the kind it's 5% \\ 'quoted'"),
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("harbour", {1, 2}),
        ("harbours", {1, 2}),
        ("harbour master", {1, 2}),
        ('"harbour master"', {1}),
        ("harbour -sund", {2}),
        ("посла", {3}),
        ("vineyard", set()),
        ("kind", {4}),
    ],
)
def test_search_finds_words_in_any_form(corpus: Corpus, words: str, expected: set[int]) -> None:
    """All words must be there, in any form; phrases in order; a word with a minus must not."""
    corpus.add(SEARCHED)
    hits = corpus.search(words)
    assert {hit.key for hit in hits} == {key_of(SEARCHED[number - 1]) for number in expected}


def test_a_hit_tells_what_was_found(corpus: Corpus) -> None:
    """A hit names its release and shows the words around it; the better comes first, of equals the later."""
    corpus.add(SEARCHED)
    found = corpus.search("harbour", most=1)
    assert [hit.key for hit in found] == [key_of(SEARCHED[0])]
    assert (found[0].name, found[0].kind, found[0].issued) == (f"{ARVENIA}:1", Kind.CALL, FIRST)
    assert "harbour" in found[0].glimpse
    alike = [make_deposit(n, day=FIRST + timedelta(days=n), lemmas="lighthouse") for n in (11, 13, 12)]
    corpus.add(alike)
    assert [hit.name for hit in corpus.search("lighthouse")] == [f"{ARVENIA}:{n}" for n in (13, 12, 11)]


@pytest.mark.parametrize("words", ['"', "' OR 1=1", "AND", "a*", "NEAR(x y)", "lemmas:talk", "(", "\\", "%s"])
def test_signs_are_no_commands(corpus: Corpus, words: str) -> None:
    """What means something to a database is looked for as words, or refused where there are none."""
    corpus.add(SEARCHED)
    try:
        corpus.search(words)
    except CommuniqueError as error:
        assert error.wanted.startswith("words to look for")  # noqa: PT017 - both outcomes are right


def test_what_is_set_aside_is_kept_once(corpus: Corpus) -> None:
    """A record set aside is kept with its reason, once for each reason, in order."""
    items = [SetAside(source="b.jsonl, line 2", reason="no text"), SetAside(source="a.html", reason="3 words" * 900)]
    assert corpus.add([], items) == Added(set_aside=2)
    assert corpus.add([], [*items, items[0]]) == Added()
    assert corpus.set_aside() == (items[1], items[0])
    assert corpus.status().set_aside == 2


def test_status_counts_by_month(corpus: Corpus) -> None:
    """Status has a line for each issuer and language, with its first and last day and a count for each month."""
    fill(corpus, COMPANY)
    status = corpus.status(version="1")
    assert (status.releases, status.superseded, status.stale, status.undated) == (len(COMPANY), 0, 0, 0)
    assert [(line.issuer, line.language) for line in status.issuers] == [(ARVENIA, "en"), (VELMARK, "en")]
    for line in status.issuers:
        days = sorted(entry.issued for entry in ENTRIES if entry.issuer == line.issuer)
        assert (line.releases, line.first, line.last) == (len(days), days[0], days[-1])
        assert sum(line.months.values()) == len(days)
        assert line.months[days[0].year, days[0].month] >= 1


def test_reading_and_writing_at_once(corpus: Corpus) -> None:
    """Who goes through stale releases may renew each as it comes: every one is met once."""
    fill(corpus, COMPANY)
    deposits = {key_of(deposit): deposit for deposit in COMPANY}
    met = [release.key for release in corpus.releases(but="2") if corpus.add([renew(deposits[release.key])])]
    assert sorted(met) == sorted(deposits)
    assert corpus.status(version="2").stale == 0


def test_awkward_characters_survive(corpus: Corpus) -> None:
    """Marks, letters beyond the first plane and very long names come back as they were."""
    deposit = make_deposit(
        1, body="Ärvenia’s 𝔲nity \u200b\u0007 — “да”\r\n\tend", address="https://press.example/" + "x" * 4000
    )
    corpus.add([deposit])
    assert corpus.release(key_of(deposit)) == deposit.account.release
    assert list(corpus.faults()) == ["scores from 2016-01-04 on are not up to date: settle the corpus"]


def test_a_nul_character_stops_no_company(corpus: Corpus) -> None:
    """A text with a NUL character is kept where the store can, else set aside with its reason; the others are kept."""
    added = corpus.add([make_deposit(1, body="A \0 in the text."), make_deposit(2)])
    assert (added.new, added.set_aside) in {(2, 0), (1, 1)}
    assert len(corpus.set_aside()) == added.set_aside
    assert corpus.release(key_of(make_deposit(2))) == make_deposit(2).account.release
    corpus.settle()
    assert list(corpus.faults()) == []


def test_a_corpus_closes_twice(corpus: Corpus) -> None:
    """Closing what is closed does nothing."""
    corpus.close()
    corpus.close()
