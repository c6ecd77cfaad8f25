"""What pages cost the database: every page there is, on things that are there, by whoever is shown most of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from communique.db.corpus import DjangoCorpus
from communique.model import Release
from communique.web.accounts.models import User
from communique.web.jobs.working import work
from web.conftest import a_client
from web.security.planted import Planted, plant
from web.security.test_every_page import EVERY_PAGE
from web.test_jobs import QUEUED
from web.workbench.test_releases import keep

FIRST = datetime(2020, 1, 7, 12)  # noqa: DTZ001 - days as printed
TOLD = "President of Arvenia Ilmar Vesk had a telephone conversation with Prime Minister of Velmark Adela Korin."
SUBJECTS = ("harbour", "ferry", "grain", "bridge", "railway", "lighthouse", "vineyard")

MOST = 20
"""Queries that a look at a page may cost."""

COSTS = {
    0: """
        accounts:logout api-1:add_file api-1:ask_comparison api-1:openapi-json api-root base:set_language
        base:theme discussion:act discussion:erase_for discussion:remove_block publishing:coauthors
        publishing:demo publishing:evidence publishing:lint publishing:preview publishing:restore
        publishing:submit publishing:withdraw workbench:correct workbench:dossier_again
        workbench:dossier_file workbench:dossier_remove_audit workbench:dossier_remove_exhibit
        workbench:dossier_remove_forecast workbench:dossier_restore workbench:dossier_unfile
        workbench:matrix_clear workbench:matrix_explanations workbench:matrix_redo
        workbench:matrix_remove_evidence workbench:matrix_remove_hypothesis workbench:matrix_suggestions
        workbench:matrix_undo workbench:withdraw workbench:dossier_bring_back
    """,
    1: """
        api-1:list_publications base:health discussion:feed
    """,
    2: """
        accounts:activate accounts:change_role accounts:deactivate accounts:end_sessions accounts:login
        accounts:password_link accounts:revoke_invitation accounts:revoke_token api-1:me
        api-1:read_publication api-1:read_published_version api-1:search_releases discussion:json
        workbench:example workbench:new_search workbench:remove_search workbench:rotate_search
    """,
    3: """
        accounts:erase accounts:forgotten accounts:journal_table accounts:password accounts:profile
        accounts:welcome api-1:api-root api-1:comparison api-1:job api-1:list_dossiers api-1:list_jobs
        api-1:read_account api-1:read_dossier api-1:write_dossier api-reference discussion:forget
        discussion:privacy publishing:atom publishing:choices publishing:rss workbench:add
        workbench:export_dossier workbench:import_dossier workbench:new_dossier workbench:report_asset
        workbench:search_feed
    """,
    4: """
        accounts:invite accounts:join accounts:new_password accounts:tokens api-1:export_entities
        api-1:read_release api-1:read_versions discussion:add discussion:erase discussion:sent
        discussion:verify jobs:job publishing:new_analysis workbench:comparison workbench:copy_dossier
        workbench:dossier_add_forecast workbench:dossier_exhibit workbench:dossier_filing
        workbench:dossier_find workbench:dossier_forecasts workbench:dossier_gather workbench:dossier_head
        workbench:dossier_remarks workbench:dossier_resolve workbench:dossier_revision
        workbench:dossier_text workbench:dossiers workbench:matrix_cell workbench:matrix_hypothesis
        workbench:matrix_prior workbench:pair workbench:pairs workbench:remove_dossier workbench:search
        workbench:searches workbench:unsubscribe
    """,
    5: """
        accounts:users discussion:blocks discussion:comments discussion:queue publishing:analyses
        publishing:front publishing:publish workbench:dossier workbench:dossier_audit
        workbench:dossier_audited workbench:dossier_gathered workbench:matrix_evidence workbench:matrix_view
        workbench:release_json workbench:versions
    """,
    6: """
        accounts:journal api-1:add_release api-1:list_releases discussion:moderate_one publishing:correct
        publishing:export workbench:corrections workbench:dossier_history workbench:dossier_matrix
        workbench:dossiers_removed workbench:pair_figure
    """,
    7: """
        discussion:promote publishing:publication publishing:review publishing:version
        workbench:dossier_picture workbench:dossier_protocol workbench:dossier_timeline
        workbench:matrix_findings
    """,
    8: """
        publishing:revisions workbench:compare
    """,
    9: """
        workbench:release
    """,
    10: """
        api-1:read_annotations api-1:read_findings api-1:read_report publishing:analysis
    """,
    11: """
        workbench:desk
    """,
}
"""How many queries a look costs once what it rests on is kept; the names of pages."""

PINNED = {name: number for number, names in COSTS.items() for name in names.split()}


def test_every_page_costs_what_is_written_here(
    kept: DjangoCorpus, administrator: User, editor: User, settings: Settings
) -> None:
    """No page over twenty, each pinned: whoever makes one dearer, or cheaper, says so here."""
    planted = plant(kept, editor)
    settings.TASKS = QUEUED
    browsers = (a_client(planted.owner), a_client(administrator))
    first = looks(planted, browsers)
    work(once=True)
    second = looks(planted, browsers)
    assert {name: cost for name, cost in first.items() if cost > MOST} == {}
    assert {name: cost for name, cost in second.items() if cost > MOST} == {}
    assert second == PINNED


def test_a_release_is_read_anew_in_twenty_queries(kept: DjangoCorpus, administrator: User) -> None:
    """The dearest look there is: an account with scores, wordings, announcements and another side's beside it."""
    calls = [a_call(FIRST + timedelta(days=9 * number), number) for number in range(60)]
    last = a_call(FIRST + timedelta(days=9 * 60), 60)
    keep(kept, *calls, last, replace(last, issuer="xv-government", address="https://velmark.example/60"))
    kept.settle()
    browser = a_client(administrator)
    with CaptureQueriesContext(connection) as asked:
        page = browser.get(f"/releases/{last.key}/").content.decode()
    told = " ".join(query["sql"] for query in asked.captured_queries)
    assert "Compare the two" in page
    assert [part for part in ("score", "prints", "communique_notice", "communique_tally") if part not in told] == []
    assert len(asked) <= MOST


def a_call(day: datetime, number: int) -> Release:
    """Give a release on a call of two fictional leaders."""
    return Release(
        address=f"https://arvenia.example/{number}",
        issuer="xa-president",
        language="en",
        title="Telephone conversation with Prime Minister of Velmark Adela Korin",
        text=f"{TOLD} They spoke of the {SUBJECTS[number % len(SUBJECTS)]}, item {number}.",
        issued=day,
    )


def looks(planted: Planted, browsers: tuple[Client, ...]) -> dict[str, int]:
    """Look at every page as each, and give the most that each cost; what cannot be looked at is left out."""
    return {
        name: max(cost(browser, planted.address_of(name, page)) for browser in browsers) for name, page in EVERY_PAGE
    }


def cost(browser: Client, address: str) -> int:
    """Count the queries of a look, those of a file that is sent piece by piece among them."""
    with CaptureQueriesContext(connection) as asked:
        answer: Any = browser.get(address)
        if answer.streaming:
            b"".join(answer.streaming_content)
    return len(asked)
