"""Dossiers about fictional states: one filled by hand, and any that chance makes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

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
    Role,
)

FIRST, LAST = date(2021, 6, 14), date(2021, 6, 18)
B2 = Admiralty(source=Reliability.B, item=Credibility.TWO)
ROUTINE = Hypothesis(code="H0", statement="A routine visit.", dull=True, refuted_by="an urgent cause in a record")
ASKED = Hypothesis(code="H1", statement="The guest asked for it.", prior=0.5, refuted_by="an earlier invitation")

FERRY = Dossier(
    title="The ferry talks",
    first=FIRST,
    last=LAST,
    sides=("XA", "XV"),
    filings=(
        Filing(source="talks.html", reason="the host's own record", grade=B2),
        Filing(source="corpus:xa-president:7", role=Role.ANNOUNCEMENT, reason="says there will be talks", grade=B2),
    ),
    exhibits=(
        Exhibit(code="E1", kind=ExhibitKind.PRESS, title="A paper", grade=B2, words="He left early.", day="2021-06~"),
    ),
    hypotheses=(ROUTINE, ASKED),
    evidence=(
        Evidence(
            code="D1", statement="The guest asked.", source="talks.html", quote="I asked", group="wish", grade="B2"
        ),
        Evidence(code="D2", statement="No class is named.", source="E1", grade="C3", seen=3, among=31),
    ),
    likelihoods=(
        Likelihood(evidence="D1", hypothesis="H1", value=0.6, reason="who asks says so", analyst="KV", entered=LAST),
    ),
    forecasts=(
        Forecast(
            code="F1",
            question="Another meeting by September?",
            probability=0.7,
            made=LAST,
            due=date(2021, 9, 30),
            resolves="a record of either side",
            outcome=True,
            resolved=date(2021, 9, 2),
            basis="xa-president:31",
        ),
    ),
)

_texts = st.text(max_size=20)
_words = st.text(min_size=1, max_size=20).filter(str.strip)
_days = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))
_grades = st.builds(Admiralty, source=st.sampled_from(Reliability), item=st.sampled_from(Credibility))
_values = st.floats(min_value=1e-9, max_value=1.0)
_filings = st.builds(Filing, source=_words, role=st.sampled_from(Role), reason=_texts, grade=st.none() | _grades)
_exhibits = st.builds(
    Exhibit,
    code=_words,
    kind=st.sampled_from(ExhibitKind),
    title=_words,
    grade=_grades,
    words=_texts,
    address=_texts,
    day=st.sampled_from(("", "2021-06-14", "2021-06", "2021-06~", "2021-06-14/2021-06-18")),
)
_hypotheses = st.builds(
    Hypothesis,
    code=_words,
    statement=_words,
    dull=st.just(value=True),
    prior=st.floats(min_value=1e-6, max_value=1e6),
    refuted_by=_texts,
)


@st.composite
def _evidence(draw: Any) -> Evidence:  # noqa: ANN401 - Hypothesis types its draw so
    among = draw(st.none() | st.integers(0, 99))
    return Evidence(
        code=draw(_words),
        statement=draw(_words),
        source=draw(_texts),
        quote=draw(_texts),
        finding=draw(_texts),
        group=draw(_texts),
        grade=draw(st.sampled_from(("", "A1", "F6"))),
        seen=None if among is None else draw(st.integers(0, among)),
        among=among,
    )


@st.composite
def _forecasts(draw: Any) -> Forecast:  # noqa: ANN401 - likewise
    made, outcome = draw(_days), draw(st.sampled_from((None, True, False)))
    due = made + timedelta(days=draw(st.integers(0, 400)))
    return Forecast(
        code=draw(_words),
        question=draw(_words),
        probability=draw(st.floats(min_value=0.0, max_value=1.0)),
        made=made,
        due=due,
        resolves=draw(_words),
        analyst=draw(_texts),
        outcome=outcome,
        resolved=None if outcome is None else due,
        basis=draw(_texts),
    )


@st.composite
def dossiers(draw: Any) -> Dossier:  # noqa: ANN401 - likewise
    """Make any dossier that can be."""
    hypotheses = draw(st.lists(_hypotheses, max_size=3, unique_by=lambda item: item.code))
    evidence = draw(st.lists(_evidence(), max_size=3, unique_by=lambda item: item.code))
    pairs = [(item.code, held.code) for item in evidence for held in hypotheses]
    first = draw(_days)
    return Dossier(
        title=draw(_words),
        first=first,
        last=first + timedelta(days=draw(st.integers(0, 40))),
        sides=tuple(draw(st.lists(_words, max_size=3))),
        filings=tuple(draw(st.lists(_filings, max_size=3, unique_by=lambda item: item.source))),
        exhibits=tuple(draw(st.lists(_exhibits, max_size=2, unique_by=lambda item: item.code))),
        hypotheses=tuple(hypotheses),
        evidence=tuple(evidence),
        likelihoods=tuple(
            Likelihood(
                evidence=item,
                hypothesis=held,
                value=draw(_values),
                reason=draw(_words),
                analyst=draw(_texts),
                entered=draw(st.none() | _days),
            )
            for item, held in pairs[:2]
        ),
        forecasts=tuple(draw(st.lists(_forecasts(), max_size=2, unique_by=lambda item: item.code))),
    )
