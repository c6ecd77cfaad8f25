"""Sources in, comparisons out: what is compared with what, in which way, with which vectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.corpus.memory import MemoryCorpus
from communique.errors import CommuniqueError, SourceError
from communique.model import Account, Aspect, Edition, Release
from communique.sources import SetAside
from communique.wiring import Engine
from communique.wiring.comparing import Collator, are_editions, compare_accounts, vectors_for
from communique.wiring.deposits import make_deposit
from communique.wiring.passages import find_passage
from unit.fictional import VELMARK, account_of, make_release, tables
from unit.word_vectors import WordVectors

OURS = (
    "President of Arvenia Ilmar Vesk received Prime Minister of Velmark Adela Korin in Tarsk. They spoke about trade."
)
THEIRS = (
    "Prime Minister Adela Korin met with President Ilmar Vesk in Tarsk. The fishing zones in the north came up too."
)
OTHERS = (
    "President of Tholia Davor Selim opened a school. He had a telephone conversation with Ilmar Vesk on the ferry."
)
VERSION = "1.abc"


def told() -> dict[str, Account]:
    """Give three accounts by the names under which they can be read."""
    accounts = {
        "ours": account_of(OURS, "Talks with Adela Korin"),
        "theirs": account_of(THEIRS, "Talks with Ilmar Vesk", issuer=VELMARK),
        "others": account_of(OTHERS, "Day of President Selim", issuer="xt-president"),
    }
    return {name: replace(one, release=replace(one.release, address=name)) for name, one in accounts.items()}


def engine(read: list[str] | None = None) -> Engine:
    """Join an engine that reads these three; it notes which releases it extracts."""
    accounts = told()

    def intake(source: str) -> Iterator[Release | SetAside]:
        if source == "many":
            yield from (account.release for account in accounts.values())
        elif source in accounts:
            yield accounts[source].release
        else:
            raise SourceError(wanted=f"the file {source}", got="none")

    def extract(releases: Iterable[Release]) -> Iterator[Account]:
        for release in releases:
            if read is not None:
                read.append(release.title)
            account = next(one for one in accounts.values() if one.release.text == release.text)
            yield replace(account, release=release)

    return Engine(intake=intake, extract=extract, office=lambda code: f"office of {code}")


def collator(corpus: MemoryCorpus | None = None, read: list[str] | None = None) -> Collator:
    """Give a collator of these three accounts with vectors of words."""
    vectors = WordVectors()
    return Collator(
        engine=engine(read), corpus=corpus, version=lambda: VERSION, vectors=lambda *_: vectors, tables=tables()
    )


def corpus_of(*accounts: Account, version: str = VERSION) -> MemoryCorpus:
    """Keep accounts as a corpus."""
    corpus = MemoryCorpus()
    corpus.add([make_deposit(account, tables=tables(), version=f"{version}.marks") for account in accounts])
    return corpus


@pytest.mark.parametrize(
    ("sources", "pairs"),
    [
        (["ours", "theirs"], [("A", "B")]),
        (["ours", "theirs", "others"], [("A", "B"), ("A", "C"), ("B", "C")]),
        (["ours"], []),
    ],
)
def test_each_is_compared_with_each_that_follows(sources: list[str], pairs: list[tuple[str, str]]) -> None:
    """In order, each text under its own letter."""
    reports = list(collator().reports(sources))
    assert [report.keys for report in reports] == pairs
    accounts = dict(zip("ABC", sources, strict=False))
    for report in reports:
        comparison = report.comparison
        titles = tuple(told()[accounts[key]].release.title for key in report.keys)
        assert (comparison.first.release.title, comparison.second.release.title) == titles


def test_a_report_says_who_published_and_what_read_it() -> None:
    """Offices in words, the program, no corpus where none was asked, and the model of the vectors."""
    (report,) = collator().reports(["ours", "theirs"])
    assert report.offices == ("office of xa-president", "office of xv-government")
    assert report.software.startswith("communique ")
    assert report.corpus == ""
    assert report.comparison.models == ("hashed words",)


@pytest.mark.parametrize(
    ("source", "error"), [("gone", "the file gone"), ("many", "several"), ("corpus:ours", "the file corpus:ours")]
)
def test_what_is_not_one_release_is_an_error(source: str, error: str) -> None:
    """Nothing is compared where a source cannot be read, holds several, or names a corpus that is not there."""
    with pytest.raises(SourceError, match=error):
        list(collator().reports(["ours", source]))


def account_in(language: str, *, issuer: str = "xa-president", links: tuple[Edition, ...] = ()) -> Account:
    """Give an account of a release of this language and issuer, with links to other editions."""
    account = told()["ours"]
    release = replace(account.release, language=language, issuer=issuer, editions=links, address=f"xa:{language}")
    return replace(account, release=release)


LINK = Edition(language="ru", address="xa:ru")


@pytest.mark.parametrize(
    ("first", "second", "same_side", "aspect"),
    [
        pytest.param(account_in("en"), account_in("en", issuer="xv"), False, Aspect.ACCOUNTS, id="two issuers"),
        pytest.param(account_in("en"), account_in("en"), False, Aspect.ACCOUNTS, id="one issuer, one language"),
        pytest.param(account_in("en"), account_in("ru"), False, Aspect.EDITIONS, id="one issuer, two languages"),
        pytest.param(account_in("en"), account_in("ru"), True, Aspect.SAME_SIDE, id="asked as statements of one side"),
        pytest.param(account_in("en"), account_in("ru", issuer="xv"), False, Aspect.ACCOUNTS, id="two of both"),
        pytest.param(
            account_in("en", issuer="", links=(LINK,)), account_in("ru", issuer=""), False, Aspect.EDITIONS, id="linked"
        ),
        pytest.param(account_in("en", issuer=""), account_in("ru", issuer=""), False, Aspect.ACCOUNTS, id="unknown"),
    ],
)
def test_what_two_texts_are_decides_how_they_are_compared(
    *, first: Account, second: Account, same_side: bool, aspect: Aspect
) -> None:
    """Editions are known by issuer and language, or by a link; statements of one side where that is asked."""
    comparison = compare_accounts(first, second, vectors=WordVectors(), same_side=same_side, tables=tables())
    assert comparison.aspect is aspect
    assert are_editions(first.release, second.release) == are_editions(second.release, first.release)


def test_a_passage_limits_a_text() -> None:
    """Its exact words become the span that is compared; the other text stays whole."""
    (report,) = collator().reports(["ours", "others"], passages=[None, "He had a telephone\nconversation"])
    assert report.comparison.passages[0] is None
    span = report.comparison.passages[1]
    assert span is not None
    assert report.comparison.second.release.words(span) == "He had a telephone conversation"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("They spoke of gas.", "no such words"),
        ("e", "more than one such place"),
        ("   ", "no such words"),
    ],
)
def test_a_passage_must_stand_in_its_text_once(words: str, told: str) -> None:
    """Words that are not there, or stand in several places, are refused with what to do."""
    with pytest.raises(SourceError, match=told):
        find_passage(make_release(OURS), words)


def test_there_are_no_more_passages_than_sources() -> None:
    """A passage for a text that is not there is a mistake."""
    with pytest.raises(CommuniqueError, match="at most 2 passages"):
        list(collator().reports(["ours", "theirs"], passages=[None, None, "trade"]))


def test_the_issuer_that_is_named_is_extracted() -> None:
    """It takes the place of what the source tells; a text for which none is named keeps its own."""
    (report,) = collator().reports(["ours", "theirs"], issuers=[None, "xo-president"])
    assert report.offices == ("office of xa-president", "office of xo-president")


def test_a_kept_account_is_extracted_again_for_another_issuer() -> None:
    """For who published a text decides who is meant in it."""
    read: list[str] = []
    kept = replace(told()["ours"], release=replace(told()["ours"].release, identifier="xa:7"))
    list(collator(corpus_of(kept), read).reports(["xa:7", "theirs"], issuers=["xo-president"]))
    assert read == ["Talks with Adela Korin", "Talks with Ilmar Vesk"]


@pytest.mark.parametrize(("issuers", "told"), [((None, "unknown"), "the code of an office"), (("x",) * 3, "at most 2")])
def test_an_issuer_that_no_table_knows_is_refused(issuers: tuple[str | None, ...], told: str) -> None:
    """As is one for a text that is not there."""
    known = collator()
    unknowing = replace(known, engine=replace(known.engine, office=lambda code: "" if code == "unknown" else code))
    with pytest.raises(CommuniqueError, match=told):
        list(unknowing.reports(["ours", "theirs"], issuers=issuers))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(told()["ours"], told()["others"], id="two events"),
        pytest.param(
            account_in("en"),
            replace(told()["others"], release=replace(told()["others"].release, language="ru", issuer="xa-president")),
            id="no editions",
        ),
    ],
)
def test_an_event_is_one_where_that_is_asked(first: Account, second: Account) -> None:
    """What the texts do not show is taken to be so, and what speaks against it stays."""
    apart, taken = (
        compare_accounts(first, second, vectors=WordVectors(), tables=tables(), taken_as_one=asked)
        for asked in (False, True)
    )
    assert (apart.pairing.same, apart.variants) == (False, ())
    assert (taken.pairing.same, taken.pairing.taken, taken.aspect) == (True, True, Aspect.ACCOUNTS)
    assert taken.variants


@given(start=st.integers(min_value=0, max_value=len(OTHERS) - 1), length=st.integers(min_value=12, max_value=60))
def test_any_words_of_a_text_are_found_where_they_stand(start: int, length: int) -> None:
    """A run of its characters, but for blanks around it, is found as the span it was taken from."""
    words = OTHERS[start : start + length].strip()
    if OTHERS.count(words) == 1:
        assert find_passage(make_release(OTHERS), words).of(OTHERS) == words


@pytest.mark.parametrize("name", ["corpus:xa:7", "xa:7"])
def test_a_release_of_the_corpus_is_read_by_its_name(name: str) -> None:
    """With the prefix or without; its account is taken as it is kept."""
    read: list[str] = []
    kept = replace(told()["ours"], release=replace(told()["ours"].release, identifier="xa:7"))
    (report,) = collator(corpus_of(kept), read).reports([name, "theirs"])
    assert report.comparison.first == kept
    assert read == ["Talks with Ilmar Vesk"]


def test_an_account_of_another_version_is_extracted_again() -> None:
    """What an earlier version of the program made of a release is not compared."""
    read: list[str] = []
    kept = replace(told()["ours"], release=replace(told()["ours"].release, identifier="xa:7"))
    list(collator(corpus_of(kept, version="0.abc"), read).reports(["xa:7", "theirs"]))
    assert read == ["Talks with Adela Korin", "Talks with Ilmar Vesk"]


def test_the_other_account_is_found_in_the_corpus() -> None:
    """That of the same event by another issuer, and no other."""
    desk = collator(corpus_of(told()["theirs"], told()["others"]))
    reports = list(desk.found("ours"))
    assert [report.comparison.second.release.title for report in reports] == ["Talks with Ilmar Vesk"]
    assert reports[0].comparison.pairing.same


def test_to_look_for_an_account_needs_a_corpus() -> None:
    """Without one the message says how to name it."""
    with pytest.raises(SourceError, match="--corpus"):
        list(collator().found("ours"))


@pytest.mark.parametrize(
    ("languages", "extra", "name"),
    [
        (("en", "ru"), True, "universal"),
        (("en", "kk"), True, "of Kazakh"),
        (("kk", "kk"), True, "of Kazakh"),
        (("kk", "ru"), False, "universal: weak in Kazakh; for vectors that know it: pip install 'communique[kazakh]'"),
        (("en", "en"), False, "universal"),
    ],
)
def test_the_languages_choose_the_vectors(
    *, languages: tuple[str, str], extra: bool, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kazakh gets the model that knows it; where that is not installed the report says so."""
    monkeypatch.setattr("communique.wiring.comparing.knows_kazakh", lambda: extra)
    monkeypatch.setattr("communique.wiring.comparing._kazakh", lambda: WordVectors("of Kazakh"))
    first, second = (account_in(language).release for language in languages)
    assert vectors_for(first, second, universal=WordVectors("universal")).name == name
