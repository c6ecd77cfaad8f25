"""Hypotheses, evidence and likelihoods on the fictional states of Arvenia and Velmark, for tests of weighing."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from communique.model import Evidence, Hypothesis, Likelihood

CODES = ("routine", "invited", "crisis", "speech")
GRADES = ("", "A1", "B2", "C3", "E5", "F6")
REASON = "held so for the test"

ROUTINE = Hypothesis(code="routine", statement="A working contact of the ordinary kind.", dull=True)
INVITED = Hypothesis(
    code="invited",
    statement="Velmark took up an invitation of the autumn before.",
    refuted_by="The invitation was given only after the flood.",
)
CRISIS = Hypothesis(
    code="crisis",
    statement="A consultation on the flood in Merano Bay.",
    refuted_by="The visit was announced before the flood.",
)
THREE = (ROUTINE, INVITED, CRISIS)


def make_evidence(code: str = "e1", statement: str = "", **fields: object) -> Evidence:
    """Make one item; its statement follows from its code where none is given."""
    return Evidence(code=code, statement=statement or f"It stands there that {code}.", **fields)  # type: ignore[arg-type]


def make_likelihoods(
    evidence: str, values: Sequence[float], hypotheses: Sequence[Hypothesis] = THREE, analyst: str = ""
) -> tuple[Likelihood, ...]:
    """Make the likelihoods of one item, in the order of the hypotheses."""
    return tuple(
        Likelihood(evidence=evidence, hypothesis=hypothesis.code, value=value, reason=REASON, analyst=analyst)
        for hypothesis, value in zip(hypotheses, values, strict=True)
    )


Case = tuple[tuple[Hypothesis, ...], tuple[Evidence, ...], tuple[Likelihood, ...]]

likelihood_values = st.floats(min_value=1e-300, max_value=1.0)
priors = st.floats(min_value=1e-3, max_value=1e3)


@st.composite
def cases(draw: st.DrawFn, most_items: int = 5, *, grouped: bool = True) -> Case:
    """Draw two to four hypotheses, the first dull, with items that have a grade, a group, and every likelihood."""
    number = draw(st.integers(2, len(CODES)))
    hypotheses = tuple(
        Hypothesis(code=code, statement=f"It was {code}.", dull=not place, prior=draw(priors))
        for place, code in enumerate(CODES[:number])
    )
    evidence = tuple(
        make_evidence(
            f"e{n}",
            grade=draw(st.sampled_from(GRADES)),
            group=draw(st.sampled_from(("", "one", "two"))) if grouped else "",
        )
        for n in range(draw(st.integers(0, most_items)))
    )
    likelihoods = tuple(
        likelihood
        for item in evidence
        for likelihood in make_likelihoods(
            item.code, draw(st.lists(likelihood_values, min_size=number, max_size=number)), hypotheses
        )
    )
    return hypotheses, evidence, likelihoods
