"""A release's page: the report in our frame, what stands beside it, kept until something changes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from communique.corpus.port import Deposit
from communique.db.corpus import DjangoCorpus
from communique.db.models import ReleaseRow
from communique.model import Edition, Release
from communique.reports.html import render_article, render_html
from communique.reports.report import Report
from communique.web.base.corpus import the_settings
from communique.web.workbench.kept import MOST, kept_or_made, view_get, view_keep, views_forget, views_prune
from communique.web.workbench.models import KeptView
from communique.web.workbench.styles import style_of
from communique.wiring import demo_reports
from communique.wiring.deposits import make_deposits

MOST_QUERIES = 16
CODE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


class Tags(HTMLParser):
    """Gathers what could act: scripts, handlers, styles in place, links that are no addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at a tag."""
        told = dict(attrs)
        if tag in {"style", "iframe", "object", "embed", "base", "img"} or (tag == "script" and not told.get("src")):
            self.bad.append(tag)
        self.bad += [name for name in told if name.startswith("on") or name == "style"]
        address = (told.get("href") or told.get("src") or told.get("action") or "").strip().lower()
        self.bad += [address for start in ("javascript:", "data:", "vbscript:") if address.startswith(start)]


def what_acts(page: str) -> list[str]:
    """Give what could act in a page."""
    tags = Tags()
    tags.feed(page)
    return tags.bad


def key_of(title: str) -> str:
    """Give the key of the release whose title begins so."""
    return str(ReleaseRow.objects.filter(title__startswith=title).values_list("key", flat=True)[0])


def keep(kept: DjangoCorpus, *releases: Release) -> None:
    """Put releases into the corpus."""
    kept.add([made for made in make_deposits(the_settings(), releases) if isinstance(made, Deposit)])


@pytest.fixture
def talks(kept: DjangoCorpus) -> str:
    """Give the key of the host's record of the talks, of which the guest tells too."""
    return key_of("Talks with Prime Minister of Velmark")


@pytest.mark.parametrize("tail", ["", "versions/", "report.json"])
@pytest.mark.parametrize(("who", "status"), [("client", 302), ("as_reader", 200)])
def test_members_read_releases(talks: str, request: pytest.FixtureRequest, who: str, tail: str, status: int) -> None:
    """Every page of a release is for members alone."""
    browser: Client = request.getfixturevalue(who)
    assert browser.get(f"/releases/{talks}/{tail}").status_code == status


@pytest.mark.parametrize("tail", ["", "versions/", "report.json"])
def test_a_release_that_is_not_held_is_not_there(kept: DjangoCorpus, as_reader: Client, tail: str) -> None:
    """An unknown key is no page, whatever it looks like."""
    for key in ("0" * 32, "..", "%3Cscript%3E", "' OR 1=1 --"):
        assert as_reader.get(f"/releases/{key}/{tail}").status_code == 404


def test_the_page_has_the_report(talks: str, as_reader: Client) -> None:
    """Text with marked passages, findings with grade and rate, plain explanation, provenance, citation."""
    page = as_reader.get(f"/releases/{talks}/").content.decode()
    for part in ('class="interlinear"', "<mark ", 'class="note ', "Plainly:", "cite as", 'class="banner '):
        assert part in page
    assert page.count("<h1") == 1
    assert not what_acts(page)


def test_the_other_account_is_its_mirror(talks: str, as_reader: Client) -> None:
    """The guest's account of the same talks stands beside the host's, and its report knows of it."""
    page = as_reader.get(f"/releases/{talks}/").content.decode()
    beside = page.partition('id="others-name"')[2].partition("</section>")[0]
    assert "Government of Velmark" in beside or "Velmark" in beside
    assert "Compare the two" in beside
    assert "Other account: not at hand" not in page


def test_the_house_style_stands_beside_it(kept: DjangoCorpus, talks: str, as_reader: Client) -> None:
    """Where earlier releases of the office are too few, that is said; no rate is invented."""
    page = as_reader.get(f"/releases/{talks}/").content.decode()
    assert "Usual for this office" in page
    assert "No base" in page


def test_pages_ask_few_queries(
    talks: str, as_reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """A page that is kept asks few queries."""
    for tail in ("", "versions/", "report.json"):
        as_reader.get(f"/releases/{talks}/{tail}")
        with django_assert_max_num_queries(MOST_QUERIES):
            as_reader.get(f"/releases/{talks}/{tail}")


def test_the_article_is_that_of_the_report() -> None:
    """The article in our frame is the very article of a page of its own."""
    report = demo_reports()[0]
    assert render_article(report) in render_html((report,))


@pytest.mark.parametrize("field", ["title", "text", "place", "issuer", "address", "licence", "notes", "edition"])
def test_captured_fields_never_act(kept: DjangoCorpus, as_reader: Client, field: str) -> None:
    """Code in any captured field comes out as words; an address that is a script is no link (stored XSS)."""
    strange = Release(address="https://a.example/1", issuer="xa-president", language="en", title="T", text="They met.")
    made = {
        "title": replace(strange, title=f"Talks {CODE}"),
        "text": replace(strange, text=f"They met. {CODE}"),
        "place": replace(strange, place=CODE),
        "issuer": replace(strange, issuer=CODE),
        "address": replace(strange, address=f"javascript:alert(1)//{CODE}"),
        "licence": replace(strange, licence=CODE),
        "notes": replace(strange, notes=(CODE,)),
        "edition": replace(strange, editions=(Edition(language="ru", address="javascript:alert(1)"),)),
    }[field]
    keep(kept, made)
    for tail in ("", "versions/"):
        page = as_reader.get(f"/releases/{made.key}/{tail}").content.decode()
        assert not what_acts(page)
        assert "<script>alert" not in page


def test_the_policy_of_the_page_is_strict(talks: str, as_reader: Client) -> None:
    """The page runs nothing but our own files, even with a report in it."""
    policy = as_reader.get(f"/releases/{talks}/").headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_json_is_the_report(talks: str, as_reader: Client) -> None:
    """The export is a file that reads as JSON, named by the key."""
    answer = as_reader.get(f"/releases/{talks}/report.json")
    assert json.loads(answer.content)
    assert talks in answer.headers["Content-Disposition"]


def test_versions_show_what_was_changed(kept: DjangoCorpus, talks: str, as_reader: Client) -> None:
    """Two texts of one address: the earlier says that it was replaced, the change is shown word by word."""
    account = kept.account(talks)
    assert account is not None
    later = replace(account.release, text=account.release.text.replace("Tarsk", "Sund", 1))
    assert "nothing to compare" in as_reader.get(f"/releases/{talks}/versions/").content.decode()
    keep(kept, later)
    page = as_reader.get(f"/releases/{talks}/versions/").content.decode()
    assert re.search(r"<(del|ins)[ >]", page)
    assert not what_acts(page)
    assert "A later text took the place of this one" in as_reader.get(f"/releases/{talks}/").content.decode()
    assert later.key in as_reader.get(f"/releases/{talks}/").content.decode()


def test_a_page_is_made_once_until_something_changes(
    kept: DjangoCorpus, talks: str, as_reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept is shown again; an account more of the same office has it made anew."""
    made: list[str] = []

    def noting(report: Report) -> str:
        made.append(report.name)
        return render_article(report)

    monkeypatch.setattr("communique.web.workbench.releases.composing.render_article", noting)
    for _ in range(3):
        as_reader.get(f"/releases/{talks}/")
    assert len(made) == 1
    keep(kept, Release(address="https://a.example/2", issuer="xa-president", language="en", title="T", text="A call."))
    as_reader.get(f"/releases/{talks}/")
    assert len(made) == 2


def test_views_are_kept_by_stamp(db: None) -> None:
    """A view of another stamp is made anew and takes the place of the old one; forgetting is for a whole kind."""
    assert kept_or_made("kind", "a", "1", lambda: "first") == "first"
    assert kept_or_made("kind", "a", "1", lambda: "never") == "first"
    assert kept_or_made("kind", "a", "2", lambda: "second") == "second"
    assert KeptView.objects.count() == 1
    views_forget("kind")
    assert view_get("kind", "a", "2") is None


def test_views_are_pruned(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not more are kept than the most, and the oldest go."""
    assert MOST > 100
    monkeypatch.setattr("communique.web.workbench.kept.MOST", 3)
    for number in range(6):
        view_keep("kind", str(number), "1", "words")
    views_prune()
    assert sorted(KeptView.objects.values_list("key", flat=True)) == ["3", "4", "5"]


def test_styles_of_reports_stay_in_their_frame(client: Client) -> None:
    """The styles of reports are nested into the frame; the script is as shipped; nothing else is served so."""
    style = client.get("/reports/page.css")
    assert style.status_code == 200
    assert style.content.decode().startswith(".interlinear {")
    assert style.headers["Content-Type"].startswith("text/css")
    assert client.get("/reports/page.js").content.decode() == style_of("page.js")[0]
    for name in ("page.html", "..%2Fpage.css", "head.html", "settings.py"):
        assert client.get(f"/reports/{name}").status_code == 404
