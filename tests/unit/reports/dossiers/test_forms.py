"""A dossier at one look, in every form: the same facts, readable, safe."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import jsonschema
import pytest
from hypothesis import given, settings

from communique.dossiers.opened import OpenDossier, Unread
from communique.model import Dossier, Evidence, Filing, Hypothesis, Role
from communique.reports.dossiers.json import FORM, dossier_schema
from communique.reports.dossiers.report import DossierReport
from communique.reports.dossiers.rows import find_counts, find_groups, find_roles, find_span
from unit.dossiers.dossiers_made import FERRY, dossiers
from unit.dossiers.opened_made import filed, opened

GONE = Unread(filing=Filing(source="gone.html", reason="their account"), reason="expected the file, got none")
EVIL = "<script>alert(1)</script> | *x*\x1b[31m"


def report(dossier: OpenDossier | None = None) -> DossierReport:
    """Give the report on the ferry talks, one release of them not read."""
    whole = dossier or opened()
    if dossier is None:
        whole = replace(whole, unread=(GONE,), dossier=replace(whole.dossier, filings=(*FERRY.filings, GONE.filing)))
    return DossierReport(
        opened=whole,
        location="ferry",
        offices=(("xa-president", "President of Arvenia"),),
        sides=("Arvenia", "Velmark"),
        software="communique 1",
    )


OWED = (
    "The ferry talks",
    "Mon 14 Jun 2021 to Fri 18 Jun 2021",
    "Arvenia, Velmark",
    "3 releases: 2 events, 1 announcement",
    "1 not read",
    "President of Arvenia",
    "the host's own record",
    "Wed 16 Jun 2021",
    "gone.html",
    "expected the file, got none",
    "He left early.",
    "2021-06~",
    "A routine visit.",
    "dull",
    "an earlier invitation",
    "The guest asked.",
    "Another meeting by September?",
    "yes on Thu 2 Sep 2021",
)


@pytest.mark.parametrize("width", [80, 140])
def test_a_terminal_shows_everything(width: int) -> None:
    """At 80 columns and at 140 every part is there, and no line is longer."""
    shown = report().terminal(width)
    assert [words for words in OWED if words not in " ".join(shown.split())] == []
    assert max(map(len, shown.splitlines())) <= width


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_documents_show_everything(form: str) -> None:
    """Markdown and the page have every part too."""
    shown = getattr(report(), form)().replace("&#39;", "'").replace("\\", "")
    assert [words for words in OWED if words not in shown] == []


def test_nothing_acts_as_markup() -> None:
    """Words of sources are shown, never run: no script, no table broken, no code that steers a terminal."""
    bad = opened(filed("a.html", reason=EVIL), dossier=replace(FERRY, title=EVIL, evidence=(), likelihoods=()))
    shown = report(bad)
    assert "<script>alert" not in shown.html()
    assert "| *x*" not in shown.markdown()
    assert "\x1b[31m" not in shown.terminal(80)
    assert "\x1b[" not in shown.terminal(80)
    assert "\x1b[1m" in shown.terminal(80, colour=True)


def test_json_fits_its_schema() -> None:
    """The published schema holds, and a release that was not read has its reason and no account."""
    found = json.loads(report().json())
    jsonschema.validate(found, json.loads(dossier_schema()))
    assert found["form"] == FORM
    assert [item["unread"] for item in found["releases"]] == ["", "", GONE.reason]
    assert found["releases"][0]["account"]["office"] == "President of Arvenia"
    assert found["releases"][2]["account"] is None
    assert found["likelihoods"][0]["entered"] == "2021-06-18"


@given(dossiers())
@settings(max_examples=25, deadline=None)
def test_any_dossier_can_be_shown(dossier: Dossier) -> None:
    """Whatever is in a dossier, every form can be made, and JSON fits the schema."""
    shown = report(OpenDossier(dossier=dossier))
    jsonschema.validate(json.loads(shown.json()), json.loads(dossier_schema()))
    assert shown.terminal(80)
    assert shown.markdown()


def test_releases_stand_by_role_and_day() -> None:
    """Roles stand in their own order, each by day; a role without any is left out."""
    late, early = filed("late.html", day=18), filed("early.html", day=15, text="Other.")
    beside = filed("beside.html", day=14, role=Role.PARALLEL, text="A school.")
    roles = find_roles(report(opened(beside, late, early, dossier=replace(FERRY, evidence=(), likelihoods=()))))
    assert [(role.role, [row.source for row in role.rows]) for role in roles] == [
        (Role.EVENT, ["early.html", "late.html"]),
        (Role.PARALLEL, ["beside.html"]),
    ]


def test_a_title_is_not_said_twice() -> None:
    """A reason that ends with the title is shown without it."""
    told = filed("a.html", reason="the day before the talks: On a.html")
    assert find_roles(report(opened(told, dossier=replace(FERRY, evidence=(), likelihoods=()))))[0].rows[0].reason == (
        "the day before the talks"
    )


def test_an_empty_dossier_is_plain() -> None:
    """Without anything in it, title and span stand alone, one day as one day."""
    bare = report(OpenDossier(dossier=Dossier(title="T", first=date(2021, 6, 14), last=date(2021, 6, 14))))
    assert find_span(bare) == "Mon 14 Jun 2021 · Arvenia, Velmark · ferry"
    assert find_counts(bare) == "0 releases"
    assert repr(bare) == "<DossierReport “T”, 0 releases>"
    assert "iframe" in bare._repr_html_()


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_proposals_stand_alone(form: str) -> None:
    """What is proposed is shown with its rates, and nothing of what the dossier has already."""
    held = replace(FERRY, evidence=(), likelihoods=())
    rated = Evidence(code="D9", statement="Nobody is said to have asked.", seen=0, among=19)
    another = Hypothesis(code="H9", statement="The storm explains it.", refuted_by="calm seas")
    proposed = replace(held, hypotheses=(*held.hypotheses, another), evidence=(rated,))
    shown = getattr(replace(report(opened(filed("late.html"), dossier=proposed)), held=held), form)()
    assert "late.html" not in shown
    assert held.hypotheses[0].statement not in shown
    assert "The storm explains it." in shown
    assert ('"among": 19' if form == "json" else "0 of 19 earlier accounts") in shown


def test_nothing_proposed_is_told() -> None:
    """Where the dossier has all there is to propose, that is said."""
    shown = replace(report(), held=FERRY).terminal(80)
    assert "nothing to propose beyond what it has" in shown


@pytest.mark.parametrize(
    ("entered", "told"), [(True, "1 likelihood by "), (False, "; no likelihoods entered")], ids=["some", "none"]
)
def test_likelihoods_are_counted(told: str, *, entered: bool) -> None:
    """How many likelihoods were entered is told, and so it is where none was."""
    dossier = replace(FERRY, likelihoods=FERRY.likelihoods[:1] if entered else ())
    assert told in find_groups(report(opened(dossier=dossier)))
