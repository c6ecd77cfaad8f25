"""The catalogue run over an account: order, completeness, other accounts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, Finding, Grade, Kind, Rate
from communique.precedent import Expectation
from communique.readings import FEATURES, READINGS, mark_features, run_readings
from unit.readings.accounts import FixedPrecedent, bare_account, full_host_account, guest_account, host_account
from unit.readings.strategies import accounts

WEIGHTS = (Grade.RARE, Grade.DIFFERS, Grade.OBSERVED, Grade.HABIT)


def place(finding: Finding) -> tuple[int, bool, int]:
    """Give what the order of findings rests on where no rate is at hand."""
    return WEIGHTS.index(finding.grade), not finding.spans, finding.spans[0].start if finding.spans else 0


def test_the_host_s_account_gives_these_findings() -> None:
    """The whole catalogue over one account, in the order of its text, absences last."""
    assert [finding.code for finding in run_readings(host_account())] == [
        "reception.received",
        "titles.presented",
        "titles.presented",
        "venue.named",
        "initiative.initiated",
        "voice.joint",
        "vague.narrated",
        "voice.impersonal",
        "turns.order",
        "space.shares",
        "vague.spoken",
        "visit_class.unstated",
    ]


def test_differences_stand_before_what_is_only_observed() -> None:
    """Beside the other account, what differs comes first."""
    grades = [finding.grade for finding in run_readings(host_account(), others=(guest_account(),))]
    assert grades == sorted(grades, key=WEIGHTS.index)
    assert grades[0] is Grade.DIFFERS


def test_the_account_is_no_mirror_of_itself() -> None:
    """An account among its own others is left out."""
    assert run_readings(host_account(), others=(host_account(),)) == run_readings(host_account())


@pytest.mark.parametrize(("seen", "grade"), [(44, Grade.HABIT), (0, Grade.RARE)])
def test_precedent_reaches_every_reading(seen: int, grade: Grade) -> None:
    """With a base every positive finding is graded against it."""
    share = seen / 44
    precedent = FixedPrecedent(seen=seen, among=44, low=share * 0.9, high=0.1 + share * 0.9)
    present = [finding for finding in run_readings(host_account(), precedent) if not finding.absent]
    assert {finding.grade for finding in present} == {grade}


def test_the_surest_rarity_stands_first() -> None:
    """Among rare findings the one with the lowest upper bound comes first."""

    class Graded(FixedPrecedent):
        def rate(self, feature: str, account: Account, *, present: bool = True) -> Rate | None:
            self.high = 0.05 if feature == "vague.narrated" else 0.2
            return FixedPrecedent.rate(self, feature, account, present=present)

    findings = run_readings(host_account(), Graded(seen=0, among=60, high=0.2))
    assert findings[0].code == "vague.narrated"


def test_an_encounter_of_which_nothing_is_told() -> None:
    """A title and a weather report give only what is not said."""
    assert [finding.code for finding in run_readings(bare_account(Kind.VISIT))] == [
        "initiative.unstated",
        "reception.unstated",
        "venue.nowhere",
        "visit_class.unstated",
        "space.no_speech",
    ]


def test_the_number_of_checks_depends_on_the_kind_alone() -> None:
    """Marks are exposure: the same account with other findings has as many of one kind's absences."""
    silent = replace(host_account(), initiatives=())
    assert len(mark_features(silent)) == len(mark_features(host_account()))


class Surprised(FixedPrecedent):
    """A precedent that finds a topic unusual."""

    def expectations(self, account: Account) -> tuple[Expectation, ...]:
        """Give the topic of trade as one that comparable texts seldom have."""
        rate = Rate(seen=1, among=41, low=0.0, high=0.13, reference="meetings of Arvenia")
        spans = account.topics[0].spans
        return (
            Expectation(feature=FEATURES["topics.trade_economy"], present=True, rate=rate, within="text", spans=spans),
        )


@pytest.mark.parametrize(("words", "share", "told"), [(3.0, 0.01, False), (25.0, 0.01, True), (3.0, 0.1, True)])
def test_a_topic_in_passing_is_no_oddity(words: float, share: float, *, told: bool) -> None:
    """A topic on which the text spends next to no words is not called unusual; much of a short text is much."""
    account = full_host_account()
    account = replace(account, topics=(replace(account.topics[0], words=words, share=share),))
    codes = {finding.code for finding in run_readings(account, Surprised())}
    assert ("expected.unusual" in codes) is told


@given(account=accounts())
def test_findings_stand_in_order(account: Account) -> None:
    """Grade, then what is said before what is not, then the place in the text."""
    findings = run_readings(account)
    assert list(findings) == sorted(findings, key=place)
    assert {finding.code.split(".")[0] for finding in findings} <= {reading.code for reading in READINGS}
