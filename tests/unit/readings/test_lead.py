"""The reading of lead time: what announced the event, and what became of what is announced."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Account, Grade, Kind
from communique.precedent import Contact, Lead, NoPrecedent, Notice, Outcome
from communique.readings.lead import mark_features, read_lead
from unit.readings.accounts import bare_account, host_account
from unit.readings.strategies import accounts

LONG = "Ilmar Vesk spoke of the harvest, of the ferries and of many other things before he came to the visit. " * 3


@dataclass(frozen=True)
class KnownLinks(NoPrecedent):
    """A precedent that knows links alone."""

    led: tuple[Lead, ...] = ()
    became: tuple[Outcome, ...] = ()

    def leads(self, account: Account) -> tuple[Lead, ...]:  # noqa: ARG002 - the port's
        """Give the leads it was made with."""
        return self.led

    def outcomes(self, account: Account) -> tuple[Outcome, ...]:  # noqa: ARG002 - the port's
        """Give the outcomes it was made with."""
        return self.became


def lead(days: int, *, invitation: bool = False, words: str = "They discussed her upcoming visit.") -> Lead:
    """Give a lead from a notice of 4 March 2016."""
    notice = Notice(
        key=f"n{days}",
        name=f"xa-president:{days}",
        title="Telephone conversation",
        day=date(2016, 3, 4),
        kind=Kind.VISIT,
        invitation=invitation,
        traveller="XV",
        words=words,
    )
    return Lead(notice=notice, days=days)


def outcome(account: Account, *, found: bool = True, hole: str = "", invitation: bool = False) -> Outcome:
    """Give what became of words of an account: a meeting of 7 March 2016, or nothing."""
    day = date(2016, 3, 7)
    contact = Contact(key="c", name="xa-president:9", title="Talks", kind=Kind.MEETING, issued=day, day=day)
    return Outcome(
        spans=account.sentences[:1],
        words="her upcoming visit",
        invitation=invitation,
        contact=contact if found else None,
        days=3 if found else None,
        hole=hole,
    )


@pytest.mark.parametrize(
    ("leads", "told"),
    [
        (
            (lead(3),),
            [
                (
                    "First announcement found in the corpus: 4 March 2016, 3 days before (xa-president:3): "
                    "“They discussed her upcoming visit.”"
                )
            ],
        ),
        (
            (lead(44, invitation=True), lead(2), lead(1)),
            [
                (
                    "First invitation found in the corpus: 4 March 2016, 44 days before (xa-president:44): "
                    "“They discussed her upcoming visit.”"
                ),
                (
                    "First announcement found in the corpus: 4 March 2016, 2 days before (xa-president:2): "
                    "“They discussed her upcoming visit.”; 1 later notice of the same"
                ),
            ],
        ),
        ((), []),
    ],
)
def test_what_announced_the_event(leads: tuple[Lead, ...], told: list[str]) -> None:
    """The first invitation and the first announcement, each with its days of lead, later ones counted."""
    assert [finding.statement for finding in read_lead(host_account(), KnownLinks(led=leads))] == told


def test_long_words_are_cut() -> None:
    """A long sentence is quoted up to a word's end."""
    (finding,) = read_lead(host_account(), KnownLinks(led=(lead(1, words=LONG),)))
    assert "1 day before" in finding.statement
    assert finding.statement.endswith("…”")
    assert len(finding.statement) < 250


@pytest.mark.parametrize(
    ("found", "hole", "invitation", "code", "told"),
    [
        (
            True,
            "",
            False,
            "lead.followed",
            (
                "The encounter announced here has a later record: meeting on 7 March 2016 (xa-president:9), "
                "3 days after; found later in the corpus, not known on the day"
            ),
        ),
        (
            False,
            "no base since May 2012",
            True,
            "lead.no_base",
            "The encounter invited to here, its later record: no base since May 2012",
        ),
        (False, "", False, "lead.open", "The encounter announced here has no later record in the corpus"),
    ],
)
def test_what_became_of_it(found: bool, hole: str, invitation: bool, code: str, told: str) -> None:  # noqa: FBT001 - a table's columns
    """A later record is marked as known later; a hole is no silence."""
    account = host_account()
    became = (outcome(account, found=found, hole=hole, invitation=invitation),)
    (finding,) = read_lead(account, KnownLinks(became=became))
    assert (finding.code, finding.statement) == (code, told)
    assert finding.spans == account.sentences[:1]


def test_nothing_known_nothing_said() -> None:
    """Without a corpus there is no finding, and no feature is marked."""
    assert tuple(read_lead(host_account(), NoPrecedent())) == ()
    assert mark_features(host_account()) == ()
    nothing = replace(bare_account(), release=replace(bare_account().release, title=""))
    assert tuple(read_lead(nothing, KnownLinks(led=(lead(3),)))) == ()


@given(account=accounts(), days=st.lists(st.integers(1, 400), max_size=5), invitation=st.booleans())
def test_findings_open_on_words_and_carry_no_rate(account: Account, days: list[int], invitation: bool) -> None:  # noqa: FBT001 - drawn
    """However many leads there are, one line each for invitation and announcement, with words of the release."""
    leads = tuple(lead(number, invitation=invitation) for number in days)
    findings = tuple(read_lead(account, KnownLinks(led=leads)))
    assert len(findings) <= 1
    assert all(finding.grade is Grade.OBSERVED and finding.rate is None for finding in findings)
    assert all(account.release.words(span) for finding in findings for span in finding.spans)
