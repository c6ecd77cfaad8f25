"""The engine with named fakes for parts: order, completeness, and what happens to a record that fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import CommuniqueError, LanguageError
from communique.model import Account, Release
from communique.sources import SetAside
from communique.wiring import MOST_AT_ONCE, Engine
from unit.engines import FOREIGN, UNREADABLE, Clerk, Shelf, engine, office, release
from unit.reports.precedents import SOURCE, HandmadePrecedent, standing_at

TALKS = "Ilmar Vesk met with Adela Korin in Tarsk."
RETURN = "Adela Korin received Ilmar Vesk in Sund."


def named(items: Iterator[Release | Account | SetAside]) -> list[str]:
    """Say what came out: the name of a release or account, a minus before a source set aside."""
    return [
        f"-{item.source}" if isinstance(item, SetAside) else (item.release if isinstance(item, Account) else item).name
        for item in items
    ]


@pytest.mark.parametrize(
    ("sources", "wanted"),
    [
        (["a"], ["a:1", "a:2"]),
        (["b", "a"], ["b:1", "a:1", "a:2"]),
        (["gone", "b"], ["-gone", "b:1"]),
        (["holes"], ["holes:1", "-holes:2", "holes:3"]),
        ([], []),
    ],
)
def test_releases_come_in_the_order_of_the_sources(sources: list[str], wanted: list[str]) -> None:
    """A source that cannot be opened, or a record in it, is set aside where it stood; the rest follows."""
    shelf = engine(a=(TALKS, RETURN), b=(TALKS,), holes=(TALKS, "", RETURN))
    assert named(shelf.releases(sources)) == wanted


def test_a_release_that_fails_is_set_aside_alone() -> None:
    """The ones before and after it in the same company are extracted all the same, and its reason is kept."""
    told = list(engine(a=(TALKS, RETURN, UNREADABLE, TALKS, RETURN)).reports(["a"]))
    assert [isinstance(item, SetAside) for item in told] == [False, False, True, False, False]
    failed = told[2]
    assert isinstance(failed, SetAside)
    assert failed.source == "https://president.example/a:3 (a:3)"
    assert failed.reason == "expected a text in en, got none (name its language)"


def test_a_language_that_is_not_read_costs_the_others_nothing() -> None:
    """Of a mixed company each language is extracted by itself, and the order stays that of the sources."""
    clerk = Clerk()
    told = list(engine(clerk, a=(TALKS, FOREIGN, RETURN) * 21).reports(["a"]))
    assert [isinstance(item, SetAside) for item in told] == [False, True, False] * 21
    assert max(clerk.companies) == 2 * MOST_AT_ONCE // 3 // 2


@given(st.lists(st.sampled_from([TALKS, RETURN, UNREADABLE, FOREIGN, ""]), min_size=1, max_size=200))
def test_as_many_come_out_as_went_in(texts: list[str]) -> None:
    """Releases in = accounts + set-aside, in order, whatever fails."""
    whole = engine(a=tuple(texts))
    releases = list(whole.releases(["a"]))
    out = list(whole.accounts(releases))
    assert len(out) == len(texts)
    good = [text in {TALKS, RETURN} for text in texts]
    assert [isinstance(item, Account) for item in out] == good
    assert [item.release.text for item in out if isinstance(item, Account)] == [
        text for text, fine in zip(texts, good, strict=True) if fine
    ]


def test_the_first_results_do_not_wait_for_the_rest() -> None:
    """Companies grow from one release to the most that extraction gets at once."""
    clerk = Clerk()
    list(engine(clerk, a=(TALKS,) * 300).reports(["a"]))
    assert clerk.companies[:7] == [1, 2, 4, 8, 16, 32, 64]
    assert max(clerk.companies) == MOST_AT_ONCE


def test_extraction_that_loses_a_release_is_an_error() -> None:
    """Nothing is lost in silence: fewer accounts than releases stop the work with a plain word."""
    shelf = Shelf(texts={"a": (TALKS, RETURN)})

    def careless(releases: object) -> Iterator[Account]:
        del releases
        yield from ()

    losing = Engine(intake=shelf.intake, extract=careless, office=office)
    with pytest.raises(CommuniqueError, match="expected 1 account, got 0"):
        list(losing.reports(["a"]))


def test_a_fault_of_the_program_names_the_releases_it_came_from() -> None:
    """An error that is none of the house's goes through, with a note that helps to find the text."""
    shelf = Shelf(texts={"a": (TALKS,)})

    def broken(releases: object) -> Iterator[Account]:
        del releases
        yield from ()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) as caught:
        list(Engine(intake=shelf.intake, extract=broken, office=office).reports(["a"]))
    assert caught.value.__notes__ == ["while extracting a:1"]


def test_sources_read_together_are_each_other_s_mirror() -> None:
    """Each report has the other accounts beside its own, in order, and not itself; what failed is told in its place."""
    told = list(engine(a=(TALKS,), b=(RETURN,)).reports(["a", "gone", "b"], together=True))
    beside = [None if isinstance(item, SetAside) else [other.release.name for other in item.others] for item in told]
    assert beside == [["b:1"], None, ["a:1"]]


def test_a_report_names_the_office_the_checks_and_the_program() -> None:
    """Every report says who published, what was tried, and what read it."""
    report = engine().report(release(TALKS, identifier="a:1"))
    assert report.office == "President of Arvenia"
    assert "initiative@" in report.checks[0]
    assert report.software.startswith("communique ")


def test_a_report_against_a_corpus_says_which_and_where_the_whole_stands() -> None:
    """The engine's precedent rates the findings, places the whole and names itself; without one nothing is judged."""
    asked = replace(engine(), precedent=HandmadePrecedent(percentile=96.5))
    report, alone = (each.report(release(TALKS, identifier="a:1")) for each in (asked, engine()))
    assert report.standing == standing_at(96.5)
    assert report.corpus == SOURCE
    assert report.features > 0
    assert any(finding.code == "expected.missing" and finding.rate for finding in report.findings)
    assert (alone.standing, alone.corpus, alone.features) == (None, "", 0)
    assert not any(finding.rate for finding in alone.findings)


def test_a_report_on_an_unreadable_release_is_an_error() -> None:
    """Asked for one report, the engine raises instead of setting aside."""
    with pytest.raises(LanguageError, match="name its language"):
        engine().report(release(UNREADABLE, identifier="a:1"))
