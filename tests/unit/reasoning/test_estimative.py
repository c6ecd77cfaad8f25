"""Words for likelihood and for confidence: seven bands, three levels, never in one sentence."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ModelError
from communique.reasoning.estimative import Band, Confidence, band_of, bands_between, find_footing, percent

LIKELIHOOD_WORDS = re.compile(r"likel|chance|certain|probab|possib", re.IGNORECASE)


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.0, "almost no chance"),
        (0.03, "almost no chance"),
        (0.05, "very unlikely"),
        (0.10, "very unlikely"),
        (0.20, "unlikely"),
        (0.30, "unlikely"),
        (0.45, "roughly even chance"),
        (0.50, "roughly even chance"),
        (0.55, "roughly even chance"),
        (0.56, "likely"),
        (0.80, "likely"),
        (0.81, "very likely"),
        (0.95, "very likely"),
        (0.96, "almost certain"),
        (1.0, "almost certain"),
    ],
)
def test_a_probability_has_its_word(probability: float, word: str) -> None:
    """Each band has its word, and an edge takes the word that claims less."""
    assert band_of(probability) == word


@pytest.mark.parametrize("number", [-0.1, 1.1, float("nan")])
def test_what_is_no_probability_has_no_word(number: float) -> None:
    """A number outside 0 to 1 is refused."""
    with pytest.raises(ModelError, match="expected a probability from 0 to 1"):
        band_of(number)


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_words_rise_with_the_number(one: float, other: float) -> None:
    """The greater of two probabilities never has the lesser word."""
    order = tuple(Band)
    low, high = sorted((one, other))
    assert order.index(band_of(low)) <= order.index(band_of(high))
    assert bands_between(low, high)[0] is band_of(low)
    assert bands_between(low, high)[-1] is band_of(high)


@given(st.floats(0.001, 0.999))
def test_the_scale_is_even_handed(probability: float) -> None:
    """What is likely of a thing is unlikely of its contrary, by the same step."""
    order = tuple(Band)
    if all(abs(probability - edge) > 1e-9 for edge in (0.05, 0.2, 0.45, 0.55, 0.8, 0.95)):
        assert order.index(band_of(1.0 - probability)) == len(order) - 1 - order.index(band_of(probability))


@given(st.floats(0.0, 1.0))
def test_no_number_is_certain(probability: float) -> None:
    """Nothing is printed as 0 or 100 per cent."""
    assert percent(probability) not in {"0 %", "100 %"}


@pytest.mark.parametrize(
    ("width", "independent", "weight", "holds", "level"),
    [
        (0.2, 5, 0.8, True, Confidence.HIGH),
        (0.2, 5, 0.8, False, Confidence.LOW),
        (0.3, 5, 0.8, True, Confidence.MODERATE),
        (0.6, 5, 0.8, True, Confidence.LOW),
        (0.2, 3, 0.8, True, Confidence.MODERATE),
        (0.2, 1, 0.8, True, Confidence.LOW),
        (0.2, 5, 0.3, True, Confidence.MODERATE),
        (0.0, 0, 0.0, True, Confidence.LOW),
    ],
)
def test_confidence_is_that_of_the_weakest_mark(
    width: float, independent: int, weight: float, *, holds: bool, level: Confidence
) -> None:
    """One weak mark is enough to lower confidence."""
    assert find_footing(width=width, independent=independent, weight=weight, holds=holds).confidence is level


@given(st.floats(0.0, 1.0), st.integers(0, 9), st.floats(0.0, 1.0), st.booleans())
def test_confidence_names_no_likelihood(width: float, independent: int, weight: float, holds: bool) -> None:  # noqa: FBT001 - drawn
    """The sentence on confidence has no word of likelihood in it."""
    footing = find_footing(width=width, independent=independent, weight=weight, holds=holds)
    assert not LIKELIHOOD_WORDS.search(footing.sentence)
    assert footing.sentence.startswith(f"Confidence is {footing.confidence}:")
