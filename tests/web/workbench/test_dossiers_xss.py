"""Words of a dossier never become markup, whatever field they stand in and whatever page shows them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from communique.dossiers.codec import dossier_text
from communique.model import (
    Admiralty,
    Credibility,
    Dossier,
    Evidence,
    Exhibit,
    ExhibitKind,
    Filing,
    Forecast,
    Hypothesis,
    Likelihood,
    Reliability,
)
from communique.web.accounts.models import User
from communique.web.workbench.dossiers import changes
from communique.web.workbench.dossiers.selectors import dossier_get
from communique.web.workbench.dossiers.services import Deed, dossier_change, dossier_import

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}"
NAME = "<img src=x onerror=alert(3)>"
PAGES = (
    "dossier",
    "dossier_timeline",
    "dossier_protocol",
    "dossier_matrix",
    "dossier_forecasts",
    "dossier_audit",
    "dossier_history",
    "dossier_head",
    "dossier_remarks",
    "dossier_text",
    "dossier_gather",
    "matrix_findings",
    "matrix_view",
    "remove_dossier",
)


def evil() -> Dossier:
    """Give a dossier every field of which holds markup."""
    grade, day = Admiralty(source=Reliability.B, item=Credibility.TWO), date(2021, 6, 14)
    exhibit = Exhibit(
        code=EVIL,
        kind=ExhibitKind.PRESS,
        title=EVIL,
        grade=grade,
        words=EVIL,
        address="javascript:alert(4)//",
        day="2021-06-15",
    )
    item = Evidence(
        code=EVIL, statement=EVIL, source=EVIL, quote=EVIL, finding=EVIL, group=EVIL, seen=9, among=31, grade="B2"
    )
    rival = Hypothesis(code=EVIL, statement=EVIL, refuted_by=EVIL)
    told = {"question": EVIL, "probability": 0.7, "made": day, "due": day, "resolves": EVIL, "analyst": EVIL}
    return Dossier(
        title=EVIL,
        first=day,
        last=day,
        sides=(EVIL, "<b>"),
        filings=(Filing(source=EVIL, reason=EVIL, grade=grade),),
        exhibits=(exhibit,),
        hypotheses=(Hypothesis(code="dull<i>", statement=EVIL, dull=True), rival),
        evidence=(item,),
        likelihoods=tuple(
            Likelihood(evidence=EVIL, hypothesis=code, value=value, reason=EVIL, analyst=who)
            for code, value in (("dull<i>", 0.2), (EVIL, 0.8))
            for who in (EVIL, "<u>")
        ),
        forecasts=(
            Forecast(code=EVIL, **told),  # type: ignore[arg-type] # each is what its name says
            Forecast(code="F2<i>", outcome=True, resolved=day, basis=EVIL, **told),  # type: ignore[arg-type] # likewise
        ),
    )


@pytest.fixture
def planted(db: None, analyst: User) -> str:
    """Give the name of a dossier full of markup, in its second revision."""
    text = "# " + EVIL + "\n\n" + dossier_text(evil())
    dossier_import(NAME, text, actor=analyst)
    dossier_change(NAME, changes.set_hypothesis(EVIL, prior=2.0), Deed(actor=analyst, part="matrix"))
    return NAME


def harmless(page: str) -> None:
    """Assert that nothing of the words became markup."""
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "onerror=alert(2)>" not in re.sub(r"&\w+;|&#\w+;", "", page).replace("onerror=alert(2){", "")
    assert 'href="javascript:' not in page
    for mark in ("<u>", "<b>2", "dull<i>", "F2<i>"):
        assert mark not in page
    assert "49" not in re.findall(r"onerror=alert\(2\)&gt;([^<]{0,4})", page)


@pytest.mark.parametrize("page", PAGES)
def test_no_field_becomes_markup(page: str, planted: str, as_analyst: Client, as_reader: Client) -> None:
    """Every page of a dossier shows the markup in its fields as words, to analysts and to readers."""
    address = reverse(f"workbench:{page}", args=[planted])
    answer = as_analyst.get(address)
    assert answer.status_code == 200
    harmless(answer.content.decode())
    read = as_reader.get(address)
    if read.status_code == 200:
        harmless(read.content.decode())


def test_no_form_becomes_markup(planted: str, as_analyst: Client) -> None:
    """Forms of single cells show the markup as words."""
    for page, query in (
        ("matrix_cell", {"evidence": EVIL, "hypothesis": EVIL}),
        ("matrix_prior", {"hypothesis": EVIL}),
        ("matrix_hypothesis", {"hypothesis": EVIL}),
        ("matrix_evidence", {"evidence": EVIL}),
        ("dossier_exhibit", {"code": EVIL}),
        ("dossier_filing", {"source": EVIL}),
        ("dossier_resolve", {"code": EVIL}),
        ("dossier_find", {"q": EVIL}),
    ):
        answer = as_analyst.get(reverse(f"workbench:{page}", args=[planted], query=query))
        assert answer.status_code == 200, page
        harmless(answer.content.decode())


def test_lists_revisions_and_clashes_show_words(planted: str, as_analyst: Client, as_reader: Client) -> None:
    """The list, an earlier revision, and both values of a clash show the markup as words."""
    harmless(as_reader.get(reverse("workbench:dossiers")).content.decode())
    harmless(as_reader.get(reverse("workbench:dossier_revision", args=[planted, 1])).content.decode())
    address = reverse("workbench:matrix_hypothesis", args=[planted], query={"hypothesis": EVIL})
    sent = {"statement": f"{EVIL} mine", "prior": "3", "refuted_by": EVIL, "revision": "1"}
    clash = as_analyst.post(address, sent)
    assert clash.status_code == 409
    harmless(clash.content.decode())
    assert dossier_get(planted).dossier.hypotheses[1].prior == 2.0


def test_pictures_show_words(planted: str, as_reader: Client) -> None:
    """The drawn timeline holds no script, and is served with a policy that lets none run."""
    as_reader.get(reverse("workbench:dossier_timeline", args=[planted]))
    answer = as_reader.get(reverse("workbench:dossier_picture", args=[planted, "wide"]))
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert b"<script" not in answer.content
    assert b"onerror=alert(2)>" not in answer.content


def test_the_text_is_a_file_and_no_page(planted: str, as_reader: Client) -> None:
    """The export is plain text to be kept, which no browser takes for a page."""
    answer = as_reader.get(reverse("workbench:export_dossier", args=[planted]))
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "\n" not in answer.headers["Content-Disposition"]
