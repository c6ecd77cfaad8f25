"""Findings turned into evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from communique.dossiers.opened import Filed, OpenDossier
from communique.model import (
    Admiralty,
    Credibility,
    Dossier,
    Filing,
    Finding,
    Grade,
    Rate,
    Reliability,
    Role,
    Span,
)
from communique.precedent.encounters import find_dating
from communique.reasoning.evidence import evidence_from, evidence_from_filed, evidence_from_notices
from communique.reasoning.grading import graded_evidence
from communique.reasoning.groups import find_groups
from unit.fictional import account_of

TEXT = "Ilmar Vesk met with Adela Korin. Adela Korin gave thanks for the invitation."
RATE = Rate(seen=19, among=31, low=0.44, high=0.77, reference="meetings")
THANKS = Finding(
    code="thanks.given",
    grade=Grade.HABIT,
    statement="Adela Korin thanks Ilmar Vesk for “the invitation”",
    plain="Thanks are etiquette.",
    spans=(Span(TEXT.index("gave thanks"), len(TEXT) - 1),),
    rate=RATE,
)
UNNAMED = Finding(
    code="venue.unnamed", grade=Grade.OBSERVED, statement="No venue is named", plain="Template.", absent=True
)
ACCOUNT = replace(account_of(TEXT), release=replace(account_of(TEXT).release, identifier="xa-president:7"))


def test_a_finding_keeps_its_words_and_its_rate() -> None:
    """Evidence names its release and its finding, quotes the exact words, and has N of M where there is a rate."""
    thanks, unnamed = evidence_from((THANKS, UNNAMED), ACCOUNT)
    assert (thanks.code, thanks.finding, thanks.source) == (
        "xa-president:7#thanks.given",
        "thanks.given",
        "xa-president:7",
    )
    assert (thanks.quote, thanks.seen, thanks.among) == ("gave thanks for the invitation", 19, 31)
    assert (unnamed.quote, unnamed.seen, unnamed.among) == ("", None, None)
    assert thanks.grade == ""


def test_findings_of_one_code_form_a_group() -> None:
    """The same finding in two releases says the same thing; within one release each has a code of its own."""
    filed = Filed(filing=Filing(source="ours.html"), account=ACCOUNT)
    other = replace(THANKS, statement="Adela Korin thanks Ilmar Vesk for “the welcome”")
    evidence = evidence_from_filed(
        [(filed, (THANKS, UNNAMED)), (filed, ()), (filed, (replace(other, spans=(Span(0, 4),)),))]
    )
    assert len({item.code for item in evidence_from((THANKS, other), ACCOUNT)}) == 2
    assert {item.source for item in evidence} == {"ours.html"}
    assert len(find_groups(evidence)) == 2
    parts = (replace(THANKS, spans=(Span(0, 9),)), replace(other, spans=(Span(14, 32),)))
    one_code = evidence_from(parts, ACCOUNT)
    assert len(find_groups([replace(item, group="") for item in one_code])) == 2
    assert [item.group for item in one_code] == ["thanks.given", "thanks.given"]
    assert len(find_groups(one_code)) == 1


def test_a_release_gives_its_grade() -> None:
    """Where the dossier grades a release, its findings have that grade; else the place stays free for it."""
    grade = Admiralty(source=Reliability.D, item=Credibility.THREE)
    (item,) = evidence_from((THANKS,), ACCOUNT, Filing(source="reprint.html", grade=grade))
    assert (item.grade, item.source) == ("D3", "reprint.html")
    filing = Filing(source="reprint.html")
    (free,) = evidence_from((THANKS,), ACCOUNT, filing)
    assert free.grade == ""
    dossier = Dossier(
        title="A visit",
        first=date(2021, 6, 15),
        last=date(2021, 6, 16),
        filings=(replace(filing, grade=grade),),
        evidence=(free,),
    )
    assert [one.grade for one in graded_evidence(dossier)] == ["D3"]


def test_an_invitation_of_long_before_is_evidence() -> None:
    """It tells how many days before, quotes the words, and has no rate."""
    words = "Ilmar Vesk invited Adela Korin to visit Arvenia."
    account = account_of(
        f"Ilmar Vesk met with Prime Minister of Velmark Adela Korin. {words}",
        issued=datetime(2021, 3, 2, 12, 0),  # noqa: DTZ001 - wall time as issuers print it
    )
    filing = Filing(source="march.html", role=Role.INVITATION)
    dossier = Dossier(title="A visit", first=date(2021, 6, 15), last=date(2021, 6, 16), sides=("XA", "XV"))
    opened = OpenDossier(dossier=replace(dossier, filings=(filing,)), filed=(Filed(filing=filing, account=account),))
    (item,) = evidence_from_notices(opened)
    assert item.grade == ""
    assert (item.quote, item.source, item.finding, item.among) == (words, "march.html", "lead.invited", None)
    assert "2 March 2021, 105 days before" in item.statement


def test_words_that_only_date_the_event_carry_no_finding() -> None:
    """What was counted in other texts is not borne out by the words at which this one dates its event."""
    gap = replace(THANKS, code="tempo.gap", statement="Previous contact: 27 days before", spans=find_dating(ACCOUNT))
    assert gap.spans
    (item,) = evidence_from((gap,), ACCOUNT)
    assert item.quote == ""
