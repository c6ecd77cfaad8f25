"""The reading of tempo: the gap and its place, holes said plainly, runs, calls before visits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Account, DateBasis, Event, EventDate, Grade, Kind
from communique.precedent import Contact, NoPrecedent, Outcome, Tempo
from communique.readings.tempo import mark_features, read_tempo
from unit.readings.accounts import bare_account, host_account
from unit.readings.strategies import accounts


@dataclass(frozen=True)
class KnownTempo(NoPrecedent):
    """A precedent that knows the tempo and what became of notices, and nothing else."""

    known: Tempo | None = None
    became: tuple[Outcome, ...] = ()

    def tempo(self, account: Account) -> Tempo | None:  # noqa: ARG002 - the port's
        """Give the tempo it was made with."""
        return self.known

    def outcomes(self, account: Account) -> tuple[Outcome, ...]:  # noqa: ARG002 - the port's
        """Give the outcomes it was made with."""
        return self.became


def earlier(kind: Kind = Kind.CALL, name: str = "xa-president:7") -> Contact:
    """Give a contact of Friday 4 March 2016."""
    day = date(2016, 3, 4)
    return Contact(key=name, name=name, title="Telephone conversation", kind=kind, issued=day, day=day)


def call_account() -> Account:
    """Give a call of the host's account on Monday 7 March 2016."""
    event = host_account().event
    on = EventDate(day=date(2016, 3, 7), basis=DateBasis.ISSUED)
    return replace(host_account(), event=replace(event, kind=Kind.CALL, date=on))


def meeting_account() -> Account:
    """Give a meeting of the same day."""
    return replace(call_account(), event=replace(call_account().event, kind=Kind.MEETING))


def statements(account: Account, tempo: Tempo, *became: Outcome) -> list[str]:
    """Give what the reading says."""
    return [finding.statement for finding in read_tempo(account, KnownTempo(known=tempo, became=became))]


GAP = Tempo(previous=earlier(), gap=3, percentile=20.0, among=41, shorter=6, longer=31, run=2, longest=4)


@pytest.mark.parametrize(
    ("tempo", "told"),
    [
        (GAP, "3 days before, 1 of them a weekday (shorter than 31 of 41 and as long as 4 of 41 earlier gaps)"),
        (replace(GAP, percentile=99.5, among=200, shorter=199, longer=1), "(longer than 199 of 200 earlier gaps)"),
        (replace(GAP, percentile=0.0, shorter=0, longer=41), "(shorter than all 41 earlier gaps)"),
        (replace(GAP, percentile=100.0, shorter=41, longer=0), "(longer than all 41 earlier gaps)"),
        (replace(GAP, percentile=50.0, shorter=0, longer=0), "(as long as all 41 earlier gaps)"),
        (replace(GAP, percentile=None, among=1), "(no base for its length: 1 earlier gap without a hole)"),
        (replace(GAP, gap=40), "40 days before (shorter"),
        (replace(GAP, gap=1), "1 day before, none of them a weekday"),
        (
            replace(
                GAP,
                alike=Tempo(
                    previous=earlier(name="xa-president:3"), gap=30, percentile=50.0, among=9, longer=4, shorter=4
                ),
            ),
            "(xa-president:3), 30 days before (shorter than 4 of 9 and as long as 1 of 9 earlier gaps)",
        ),
        (
            replace(GAP, alike=Tempo(previous=earlier(name="xa-president:3"), hole="no base since May 2012")),
            "; previous call: no base since May 2012",
        ),
        (replace(GAP, alike=replace(GAP, among=12)), "(shorter than 31 of 41 and as long as 4 of 41 earlier gaps)"),
    ],
)
def test_the_gap_and_its_place(tempo: Tempo, told: str) -> None:
    """Days, weekdays of a short gap, and how many earlier gaps are longer or shorter."""
    (statement,) = statements(call_account(), tempo)
    assert statement.startswith("Previous contact in the corpus: call on 4 March 2016 (xa-president:7), ")
    assert told in statement


def test_a_hole_is_said_plainly_and_no_gap_given() -> None:
    """Since when there is no base, what the corpus lacks, and the latest contact before."""
    tempo = Tempo(
        previous=earlier(), hole="no base since May 2012", missing=(date(2012, 5, 4), date(2016, 3, 1)), run=0, among=50
    )
    (finding,) = read_tempo(call_account(), KnownTempo(known=tempo))
    assert finding.code == "tempo.no_base"
    assert finding.statement == (
        "Time since the previous contact: no base since May 2012; the corpus holds nothing of this office "
        "from 4 May 2012 to 1 March 2016; latest contact before that: call on 4 March 2016 (xa-president:7)"
    )
    assert "days before" not in finding.statement


def test_a_corpus_that_holds_no_earlier_contact_says_so() -> None:
    """A contact is never called the first."""
    (statement,) = statements(call_account(), Tempo(hole="no base before May 2012"))
    assert "no base before May 2012; the corpus begins then" in statement


@pytest.mark.parametrize(("run", "longest", "told"), [(4, 3, True), (4, 4, False), (2, 0, False), (0, 0, False)])
def test_only_the_longest_run_is_told(run: int, longest: int, told: bool) -> None:  # noqa: FBT001 - a table's column
    """A run is worth a word where there never was a longer one."""
    found = statements(call_account(), replace(GAP, run=run, longest=longest))
    assert any("contacts in 30 days" in statement for statement in found) is told


def test_a_call_before_an_encounter_in_person() -> None:
    """How long before it came, and how often one does."""
    found = statements(meeting_account(), replace(GAP, called=earlier(), called_first=(8, 18)))
    assert found[1] == (
        "A call came 3 days before this meeting: call on 4 March 2016 (xa-president:7); "
        "a call preceded 8 of 18 earlier encounters in person within 14 days"
    )


def test_a_call_that_speaks_of_an_encounter_to_come() -> None:
    """A call that announces one is set beside how often a call precedes one; without a base that is said."""
    span = call_account().sentences[0]
    visit = Outcome(spans=(span,), words="her upcoming visit", invitation=False, contact=None)
    assert statements(call_account(), GAP, visit)[1:] == [
        "The call speaks of an encounter to come; how often a call does so: no base"
    ]
    assert statements(call_account(), GAP, replace(visit, invitation=True))[1:] == []


def test_a_call_that_speaks_of_another_call_is_told_by_its_words_alone() -> None:
    """Whatever the corpus holds of later days, a call foreseen is no visit, and a visit foreseen is one."""
    later = earlier()
    for became in (None, later):
        foreseen = Outcome(spans=call_account().sentences[:1], words="…", invitation=False, contact=became)
        assert len(statements(call_account(), GAP, replace(foreseen, kind=Kind.CALL))) == 1
        assert len(statements(call_account(), GAP, replace(foreseen, kind=Kind.VISIT))) == 2


def test_no_tempo_no_finding() -> None:
    """Where precedent knows nothing the reading says nothing; it marks no features."""
    assert tuple(read_tempo(call_account(), KnownTempo())) == ()
    assert mark_features(call_account()) == ()
    nothing = replace(bare_account(), event=Event(kind=Kind.CALL), release=replace(bare_account().release, title=""))
    assert tuple(read_tempo(nothing, KnownTempo(known=GAP))) == ()


@given(account=accounts(), gap=st.none() | st.integers(1, 4000), percentile=st.none() | st.floats(0, 100))
def test_findings_open_on_words_and_carry_no_rate(account: Account, gap: int | None, percentile: float | None) -> None:
    """Each finding is observed, has words of the release and a plain explanation of its own."""
    tempo = replace(GAP, gap=gap, percentile=percentile, called=earlier(), run=9)
    for finding in read_tempo(account, KnownTempo(known=tempo)):
        assert finding.grade is Grade.OBSERVED
        assert finding.rate is None
        assert all(account.release.words(span) for span in finding.spans)
        assert finding.plain != finding.statement
