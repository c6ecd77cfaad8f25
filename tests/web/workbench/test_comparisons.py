"""The pages on two releases: choosing them, comparing them as work, the result that is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from communique.collation.vectors import Vectors
from communique.corpus.port import Deposit
from communique.db.corpus import DjangoCorpus
from communique.model import Account, Release
from communique.reports.comparisons.html import render_article, render_comparison_html
from communique.reports.webpage import page_environment
from communique.web.base.corpus import the_settings
from communique.web.jobs.models import Job
from communique.web.workbench.comparisons.selectors import MOST_PAIRED, releases_paired
from communique.web.workbench.models import KeptView
from communique.wiring.building import build_tables
from communique.wiring.comparing import Collator
from communique.wiring.deposits import deposit_version, make_deposit
from communique.wiring.precedents import collating_engine
from unit.word_vectors import WordVectors

ATTACK = "<script>alert('x')</script><img src=x onerror=alert(1)>"


@pytest.fixture(autouse=True)
def small_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare by words alone: no model has to load."""

    def words(_first: Release, _second: Release) -> Vectors:
        return WordVectors()

    monkeypatch.setattr("communique.web.workbench.comparisons.work.vectors_for", words)


@pytest.fixture
def two(kept: DjangoCorpus) -> tuple[Account, Account]:
    """Give two accounts of one visit, by the offices of two states."""
    by_day: dict[object, dict[str, Account]] = {}
    for account in kept.accounts():
        issued = account.release.issued
        by_day.setdefault(issued.date() if issued else None, {}).setdefault(account.release.issuer, account)
    first, second, *_ = next(tuple(some.values()) for some in by_day.values() if len(some) > 1)
    return first, second


def address_of(two: tuple[Account, Account]) -> str:
    """Give the address of a comparison."""
    return f"/compare/{two[0].release.key}/{two[1].release.key}/"


def test_two_releases_are_chosen(as_reader: Client, two: tuple[Account, Account]) -> None:
    """Without script: words find the first, others of its days are offered as the second, both lead there."""
    first, second = two
    found = as_reader.get("/compare/", {"q": first.release.name}).content.decode()
    assert f"?first={first.release.key}" in found
    near = as_reader.get("/compare/", {"first": first.release.key}).content.decode()
    assert address_of(two) in near
    assert escape(second.release.title) in near
    for names in (("first", "second"), ("a", "b")):
        chosen = dict(zip(names, (first.release.key, second.release.key), strict=True))
        assert as_reader.get("/compare/", chosen)["Location"] == address_of(two)
    searched = as_reader.get("/compare/", {"first": first.release.key, "q": "met"}).content.decode()
    assert f"/compare/{first.release.key}/" in searched
    assert as_reader.get("/compare/", {"first": "none"}).status_code == 404


def test_pairs_of_one_event_are_offered_first(
    as_reader: Client, two: tuple[Account, Account], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Before anything is chosen, the latest accounts of one event by two offices are offered, and lead to both."""
    with django_assert_max_num_queries(20):
        page = as_reader.get("/compare/").content.decode()
    pairs = releases_paired()
    assert 1 <= len(pairs) <= MOST_PAIRED
    for one, other in pairs:
        assert f"/compare/{one.key}/{other.key}/" in page
        assert one.kind == other.kind
        assert one.issuer != other.issuer
    days = [max(one.day or date.min, other.day or date.min) for one, other in pairs]
    assert days == sorted(days, reverse=True)
    assert 'id="pairs-name"' not in as_reader.get("/compare/", {"q": "met"}).content.decode()
    assert 'id="pairs-name"' not in as_reader.get("/compare/", {"first": two[0].release.key}).content.decode()


@pytest.mark.django_db
def test_an_empty_desk_offers_no_pairs(as_reader: Client) -> None:
    """Where nothing is kept, nothing is offered."""
    assert 'id="pairs-name"' not in as_reader.get("/compare/").content.decode()


def test_words_that_do_not_read_are_told(as_reader: Client, kept: DjangoCorpus) -> None:
    """A search that does not read is told so on the page, and nothing breaks."""
    answer = as_reader.get("/compare/", {"q": '-only "'})
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()


def test_a_comparison_is_asked_for_made_and_kept(as_reader: Client, two: tuple[Account, Account]) -> None:
    """Looking changes nothing; asking makes it once, with verdict, linked passages and tables; then it is there."""
    address = address_of(two)
    asked = as_reader.get(address).content.decode()
    assert '<form method="post"' in asked
    assert Job.objects.count() == KeptView.objects.filter(kind="comparison").count() == 0
    page = as_reader.post(address, follow=True).content.decode()
    assert 'class="comparison"' in page
    assert "data-ties=" in page
    assert page.count("<h1") == 1
    again = as_reader.get(address).content.decode()
    assert again.partition('<div class="interlinear"')[2].partition("</main>")[0] in page
    assert KeptView.objects.filter(kind="comparison").count() == 1


def test_the_article_is_that_of_the_report(kept: DjangoCorpus, two: tuple[Account, Account]) -> None:
    """The part shown in our frame stands in the page that the report makes by itself, to the letter."""
    settings = the_settings()
    collator = Collator(
        engine=collating_engine(kept, settings),
        corpus=kept,
        vectors=lambda _a, _b: WordVectors(),
        tables=build_tables(settings),
    )
    report = next(collator.reports([f"corpus:{one.release.key}" for one in two]))
    assert render_article(report) in render_comparison_html((report,))
    assert page_environment("communique.reports.comparisons").get_template("comparison_sheet.html")


def test_the_page_keeps_the_policy(as_reader: Client, two: tuple[Account, Account]) -> None:
    """Nothing on the page needs a style or a script that stands in it."""
    page = as_reader.post(address_of(two), follow=True).content.decode()
    assert "<style" not in page
    assert ' style="' not in page
    assert "<script>" not in page


def test_a_changed_account_is_compared_anew(
    as_reader: Client, kept: DjangoCorpus, two: tuple[Account, Account]
) -> None:
    """What was kept of two accounts is not shown once one of them is another."""
    as_reader.post(address_of(two))
    other = replace(two[0], models=("hand",))
    settings = the_settings()
    kept.add([make_deposit(other, tables=build_tables(settings), version=f"{deposit_version(settings)}.new")])
    assert '<form method="post"' in as_reader.get(address_of(two)).content.decode()


def test_who_waits_is_led_to_the_work_already_asked_for(
    as_reader: Client, as_analyst: Client, two: tuple[Account, Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked twice by one reader there is one piece of work; another reader has one of their own to look at."""

    class Idle:
        """A queue that nobody works at."""

        @staticmethod
        def enqueue(key: str) -> None:
            """Leave the work where it is."""

    monkeypatch.setattr("communique.web.jobs.services.run_job", Idle)
    first = as_reader.post(address_of(two))["Location"]
    assert as_reader.post(address_of(two))["Location"] == first
    other = as_analyst.post(address_of(two))["Location"]
    assert other != first
    assert as_analyst.get(first).status_code == 403


@pytest.mark.parametrize("who", ["anonymous", "reader"])
def test_members_compare_and_strangers_log_in(
    request: pytest.FixtureRequest, client: Client, two: tuple[Account, Account], who: str
) -> None:
    """Strangers are sent to log in from every page; members read and compare; what is not there is not found."""
    browser = client if who == "anonymous" else request.getfixturevalue(f"as_{who}")
    key = two[0].release.key
    if who == "anonymous":
        for address in ("/compare/", address_of(two)):
            assert browser.get(address)["Location"].startswith("/accounts/login/")
        assert browser.post(address_of(two))["Location"].startswith("/accounts/login/")
        return
    for address in (f"/compare/{key}/none/", f"/compare/none/{key}/", f"/compare/{key}/{key}/"):
        assert browser.get(address).status_code == 404
        assert browser.post(address).status_code == 404


@pytest.mark.parametrize("field", ["q", "first", "a"])
def test_what_is_asked_is_text(as_reader: Client, two: tuple[Account, Account], field: str) -> None:
    """Words of an address stand on the page as text."""
    page = as_reader.get("/compare/", {field: ATTACK}).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_captured_markup_is_text(as_reader: Client, kept: DjangoCorpus, two: tuple[Account, Account]) -> None:
    """Markup in a captured title, place line or text stands as text in the comparison."""
    settings = the_settings()
    told = two[0]
    release = replace(
        told.release,
        title=f"{told.release.title} {ATTACK}",
        text=f"{told.release.text}\n{ATTACK}",
        address="https://x.example/1",
    )
    bad = make_deposit(replace(told, release=release), tables=build_tables(settings), version=deposit_version(settings))
    assert isinstance(bad, Deposit)
    kept.add([bad])
    for address in (f"/compare/{release.key}/{two[1].release.key}/", f"/compare/?first={release.key}"):
        page = as_reader.get(address).content.decode()
        if "?" not in address:
            page += as_reader.post(address, follow=True).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "&lt;script&gt;alert" in page


def test_queries_are_few(
    as_reader: Client, two: tuple[Account, Account], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Choosing and reading ask the store a few times, whatever is found."""
    for address in ("/compare/?q=met", f"/compare/?first={two[0].release.key}", address_of(two)):
        with django_assert_max_num_queries(13):
            as_reader.get(address)
    as_reader.post(address_of(two))
    with django_assert_max_num_queries(9):
        as_reader.get(address_of(two))
