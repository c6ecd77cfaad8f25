"""The desk: what it lists, in how many queries, for whom, and that nothing captured or asked for acts as code."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from communique.corpus.port import Deposit
from communique.db.corpus import DjangoCorpus
from communique.db.models import ReleaseRow
from communique.model import Capture, Release
from communique.sources import parse_releases
from communique.web.base.corpus import ALIAS, the_corpus, the_settings
from communique.web.jobs.models import Job, State
from communique.web.workbench.desk.selectors import Wanted, releases_page
from communique.web.workbench.desk.standings import Scored, find_standings, standings_settle
from communique.web.workbench.models import EssayAudit, KeptStanding
from communique.wiring.deposits import make_deposits
from communique.wiring.precedents import build_precedent

MOST_QUERIES = 14
STRANGE = ('"><script>alert(1)</script>', "<img src=x onerror=alert(1)>", "javascript:alert(1)")


@pytest.mark.parametrize(("who", "status"), [("client", 302), ("as_reader", 200), ("as_analyst", 200)])
def test_readers_see_the_desk_and_strangers_log_in(
    kept: DjangoCorpus, request: pytest.FixtureRequest, who: str, status: int
) -> None:
    """Whoever has an account sees the desk; who has none is asked to log in."""
    browser: Client = request.getfixturevalue(who)
    assert browser.get("/desk/").status_code == status


def test_the_desk_lists_releases_with_what_they_are(kept: DjangoCorpus, as_reader: Client) -> None:
    """A release stands with its office, kind, counterpart, day, language, and that it has no base, and why not."""
    page = as_reader.get("/desk/").content.decode()
    for words in ("Talks with Prime Minister of Velmark", "President of Arvenia", "with Velmark", "meeting", "English"):
        assert words in page, words
    assert '<time datetime="2021-02-18">' in page
    assert "no base" in page
    assert page.count("No base: too few earlier releases") == 1
    assert "No base: too few" not in as_reader.get("/desk/?since=2031-01-01").content.decode()


def test_the_desk_asks_few_queries(
    kept: DjangoCorpus, as_reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """The number of queries does not follow the number of releases."""
    with django_assert_max_num_queries(MOST_QUERIES):
        as_reader.get("/desk/")
    with django_assert_max_num_queries(MOST_QUERIES):
        as_reader.get("/desk/?q=talks&kind=meeting")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=call", True),
        ("q=icebreaker&since=2031-01-01", False),
        ("issuer=xa-president", True),
        ("counterpart=XV", True),
        ("language=en", True),
        ("since=2021-02-18&until=2021-02-18", True),
        ("since=2031-01-01", False),
        ("q=icebreaker", True),
        ("q=%22no+such+phrase+at+all%22", False),
        ("unusual=on", False),
    ],
)
def test_filters_narrow_the_list(kept: DjangoCorpus, as_reader: Client, query: str, *, found: bool) -> None:
    """Each filter lets through what fits and nothing else."""
    page = as_reader.get(f"/desk/?{query}").content.decode()
    assert ('<li class="release">' in page) is found
    assert ("Nothing here is as you want it" in page) is not found


def test_words_are_shown_around_what_was_found(kept: DjangoCorpus, as_reader: Client) -> None:
    """A search shows the words around its first match, and says that the best stand first."""
    page = as_reader.get("/desk/?q=icebreaker").content.decode()
    assert 'class="glimpse"' in page
    assert "the best first" in page


@pytest.mark.parametrize(
    "words",
    [
        "'; DROP TABLE communique_release; --",
        '"unclosed',
        "NEAR(a b)",
        "title:secret",
        "a* OR b",
        "((((",
        "^start",
        "{x}",
        "%_%",
        "\\",
        "a AND NOT b",
        '""',
        "-only",
        "\x00",
        "«» “” „",
        "x" * 1_000,
        "ы" * 299,
    ],
)
def test_signs_of_search_syntax_are_harmless(kept: DjangoCorpus, as_reader: Client, words: str) -> None:
    """Whatever is typed is words or is refused in words; the corpus stays as it was."""
    before = ReleaseRow.objects.count()
    assert as_reader.get("/desk/", {"q": words}).status_code == 200
    assert ReleaseRow.objects.count() == before


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize(
    "part", ["q", "issuer", "counterpart", "kind", "language", "since", "until", "unusual", "page"]
)
def test_what_was_asked_for_comes_back_as_text(kept: DjangoCorpus, as_reader: Client, part: str, strange: str) -> None:
    """Nothing of an address acts as code in the page (reflected XSS)."""
    page = as_reader.get("/desk/", {part: strange}).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert 'href="javascript:' not in page.lower()


def test_captured_fields_come_out_as_text(kept: DjangoCorpus, as_reader: Client, hostile: Release) -> None:
    """Nothing of a captured release acts as code at the desk or in its glimpse (stored XSS)."""
    page = as_reader.get("/desk/?q=ambush").content.decode()
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page


@pytest.fixture
def hostile(kept: DjangoCorpus) -> Release:
    """Give a release kept whose every field carries code."""
    code = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    release = Release(
        address=f"javascript:alert(1)//{code}",
        issuer=code,
        language="en",
        title=f"Ambush {code}",
        text=f"The President met the ambush. {code}",
        place=code,
    )
    (deposit,) = make_deposits(the_settings(), (release,))
    assert isinstance(deposit, Deposit)
    kept.add([deposit])
    return release


def test_pages_follow_each_other(kept: DjangoCorpus, as_reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long list is shown by pages; a page that is none shows the nearest."""
    monkeypatch.setattr("communique.web.workbench.desk.selectors.PER_PAGE", 4)
    first, second = (as_reader.get(f"/desk/?page={number}").content.decode() for number in (1, 2))
    assert first.count('<li class="release">') == second.count('<li class="release">') == 4
    assert 'rel="next"' in first
    assert as_reader.get("/desk/?page=999").status_code == as_reader.get("/desk/?page=x").status_code == 200


def test_an_earlier_text_is_not_listed(kept: DjangoCorpus, as_reader: Client) -> None:
    """Of an address whose text was changed, the latest is listed, with the number of its versions."""
    account = kept.account(ReleaseRow.objects.filter(kind="call").values_list("key", flat=True)[0])
    assert account is not None
    changed = replace(account.release, text=f"{account.release.text}\nOne line more.")
    (deposit,) = make_deposits(the_settings(), (changed,))
    assert isinstance(deposit, Deposit)
    kept.add([deposit])
    page = as_reader.get("/desk/?kind=call").content.decode()
    assert account.release.key not in page
    assert changed.key in page
    assert "2 versions" in page


def test_an_empty_desk_offers_the_example(db: None, as_analyst: Client, as_reader: Client) -> None:
    """Who may add is offered the bundled example; who may not is told who can."""
    assert "Load the bundled example" in as_analyst.get("/desk/").content.decode()
    page = as_reader.get("/desk/").content.decode()
    assert "Load the bundled example" not in page
    assert "An analyst can add releases" in page


def test_the_example_loads_and_twice_does_no_harm(db: None, as_analyst: Client) -> None:
    """The example brings releases and a dossier, told at the desk; loading it again changes nothing."""
    for _ in range(2):
        as_analyst.post("/desk/example/")
        job = Job.objects.filter(kind="example").latest("created")
        assert job.state == State.DONE, job.fault
    assert ReleaseRow.objects.count() == len(job.result["keys"]) > 8
    assert "Working visit of Prime Minister Korin" in as_analyst.get("/dossiers/tarsk-2021/").content.decode()
    assert [audit.title for audit in EssayAudit.objects.all()] == ["Why Adela Korin Went to Tarsk"]
    assert "Talks with Prime Minister of Velmark" in as_analyst.get("/desk/").content.decode()


def test_readers_load_no_example(db: None, as_reader: Client, client: Client) -> None:
    """Only who may add releases may load the example."""
    assert as_reader.post("/desk/example/").status_code == 403
    assert client.post("/desk/example/").status_code == 302
    assert not Job.objects.exists()


def test_what_came_by_somebody_elses_work_is_not_told(
    kept: DjangoCorpus, as_reader: Client, as_editor: Client, as_analyst: Client
) -> None:
    """The list of what a job brought is for whoever asked for it, and for editors (IDOR)."""
    as_analyst.post("/desk/example/")
    address = f"/desk/?came={Job.objects.get(kind='example').pk}"
    assert as_analyst.get(address).status_code == as_editor.get(address).status_code == 200
    assert as_reader.get(address).status_code == 403
    assert as_reader.get("/desk/?came=nonsense").status_code == 404
    assert as_reader.get("/desk/?came=00000000-0000-4000-8000-000000000000").status_code == 404


def test_standings_need_a_base_and_look_back(db: None) -> None:
    """A release is set beside the earlier ones of its narrowest class with enough; not beside those of its day."""
    first = date(2020, 1, 1)
    wide, narrow = "xa/en/call//", "xa/en/call/XV/"
    scored = [
        Scored(day=first + timedelta(days=n), key=f"{n:03}", score=float(n), classes=(narrow, wide)[n % 2 :])
        for n in range(30)
    ]
    found = {row.release: row for row in find_standings(scored)}
    assert "019" not in found
    assert found["020"].among == 20
    assert found["020"].percentile == 100
    assert found["020"].unusual
    together = [Scored(day=first, key=f"{n:03}", score=1.0, classes=(wide,)) for n in range(50)]
    assert not list(find_standings(together))


@pytest.mark.slow
@pytest.mark.shared
def test_standings_are_those_of_the_reports(db: None) -> None:
    """What a list says of a release is what its report says, for every release of a corpus with a base."""
    shared = Path(__file__).parents[3].parent / "shared" / "corpus" / "ru-president.en.jsonl.gz"
    with gzip.open(shared, "rt", encoding="utf-8") as file:
        lines = list(islice(file, 200))
    capture = Capture(address="some.jsonl", content="".join(lines).encode())
    releases = tuple(item for item in parse_releases(capture) if isinstance(item, Release))
    corpus = the_corpus()
    corpus.add([item for item in make_deposits(the_settings(), releases) if isinstance(item, Deposit)])
    corpus.settle()
    assert standings_settle() > 5
    precedent = build_precedent(corpus, the_settings())
    for account in corpus.accounts():
        said = precedent.standing(account)
        row = KeptStanding.objects.filter(release=account.release.key).first()
        assert (said is None) is (row is None)
        if said is not None and row is not None:
            assert (row.among, row.unusual) == (said.among, said.unusual)
            assert row.percentile == pytest.approx(said.percentile)


def test_standings_are_settled_once(kept: DjangoCorpus) -> None:
    """Nothing is reckoned anew where nothing came."""
    standings_settle()
    assert standings_settle() == 0


def test_unusual_only_shows_what_is_unusual(kept: DjangoCorpus, as_reader: Client) -> None:
    """The filter lets through what stands past the bound, said in words and not by colour alone."""
    key = ReleaseRow.objects.values_list("key", flat=True)[0]
    KeptStanding.objects.create(release=key, percentile=97.0, among=40, unusual=True)
    page = as_reader.get("/desk/?unusual=on").content.decode()
    assert page.count('<li class="release">') == 1
    assert "unusual: 97th percentile of 40 comparable" in page


def test_a_search_pages_over_what_it_found(kept: DjangoCorpus) -> None:
    """A search and its filters hold together: the same releases as without paging."""
    page, releases = releases_page(Wanted(words="talks", kind="meeting"), 1)
    assert {release.kind for release in releases} == {"meeting"}
    assert page.paginator.count == len(releases)
    assert ALIAS == "default"


@pytest.mark.parametrize(
    ("query", "open_"),
    [("", False), ("q=met", False), ("kind=", False), ("kind=call", True), ("unusual=on", True), ("until=never", True)],
)
def test_filters_are_folded_until_one_is_set(kept: DjangoCorpus, as_reader: Client, query: str, *, open_: bool) -> None:
    """What narrows the list, and what of it does not read, is in sight; filters that do nothing may be folded."""
    page = as_reader.get(f"/desk/?{query}").content.decode()
    assert ('<details class="narrowing" open>' in page) == open_
    assert page.count('<details class="narrowing') == 1
