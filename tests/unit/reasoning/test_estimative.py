"""Words for likelihood and for confidence: seven bands, three levels, never in one sentence."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ModelError
from communique.reasoning.estimative import (
    EDGES,
    Band,
    Confidence,
    Support,
    band_of,
    bands_between,
    find_footing,
    percent,
)

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


@pytest.mark.parametrize("edge", EDGES)
def test_one_printed_number_has_one_word(edge: int) -> None:
    """All numbers that are printed alike have the same word, on both sides of every edge."""
    words: dict[str, set[Band]] = {}
    for thousandths in range(edge * 10 - 20, edge * 10 + 21):
        for off in (-1e-6, 0.0, 1e-6):
            number = thousandths / 1000 + off
            words.setdefault(percent(number), set()).add(band_of(number))
    assert {len(found) for found in words.values()} == {1}
    assert words[f"{edge} %"] == {band_of(edge / 100)}
    assert len(set.union(*words.values())) == 2


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
    if abs(probability * 100 % 1 - 0.5) > 1e-9:
        assert order.index(band_of(1.0 - probability)) == len(order) - 1 - order.index(band_of(probability))


@given(st.floats(0.0, 1.0))
def test_no_number_is_certain(probability: float) -> None:
    """Nothing is printed as 0 or 100 per cent."""
    assert percent(probability) not in {"0 %", "100 %"}


WELL = Support(items=5, weight=0.8, releases=3, issuers=2)


@pytest.mark.parametrize(
    ("support", "width", "holds", "level"),
    [
        (WELL, 0.2, True, Confidence.HIGH),
        (WELL, 0.2, False, Confidence.LOW),
        (WELL, 0.3, True, Confidence.MODERATE),
        (WELL, 0.6, True, Confidence.LOW),
        (replace(WELL, items=3), 0.2, True, Confidence.MODERATE),
        (replace(WELL, items=1), 0.2, True, Confidence.LOW),
        (replace(WELL, weight=0.3), 0.2, True, Confidence.MODERATE),
        (replace(WELL, releases=1, issuers=1), 0.2, True, Confidence.LOW),
        (replace(WELL, releases=0, issuers=0), 0.2, True, Confidence.LOW),
        (replace(WELL, issuers=1), 0.2, True, Confidence.MODERATE),
        (replace(WELL, issuers=0), 0.2, True, Confidence.MODERATE),
        (Support(), 0.0, True, Confidence.LOW),
    ],
)
def test_confidence_is_that_of_the_weakest_mark(
    support: Support, width: float, *, holds: bool, level: Confidence
) -> None:
    """One weak mark is enough to lower confidence: ten items of one release are one witness."""
    assert find_footing(support, width=width, holds=holds).confidence is level


@pytest.mark.parametrize(
    ("support", "words"),
    [
        (Support(), "no item of evidence sets the explanations apart."),
        (replace(WELL, releases=1), "5 items count; all stand in one source;"),
        (replace(WELL, items=1, releases=1), "one item counts; it stands in one source;"),
        (replace(WELL, releases=0, issuers=0), "5 items count; none names its source;"),
        (replace(WELL, items=1, releases=0), "one item counts; it names no source;"),
        (replace(WELL, issuers=1), "5 items count; they stand in 3 sources of one known issuer;"),
        (replace(WELL, issuers=0), "5 items count; they stand in 3 sources of no known issuer;"),
        (WELL, "5 items count; they stand in 3 sources of 2 issuers;"),
    ],
)
def test_the_sources_are_told(support: Support, words: str) -> None:
    """How many items count and in how many sources of how many issuers they stand is told in words."""
    assert words in find_footing(support, width=0.2, holds=True).sentence


supports = st.builds(
    Support, items=st.integers(0, 9), weight=st.floats(0.0, 1.0), releases=st.integers(0, 9), issuers=st.integers(0, 9)
)


@given(supports, st.floats(0.0, 1.0), st.booleans())
def test_confidence_names_no_likelihood(support: Support, width: float, holds: bool) -> None:  # noqa: FBT001 - drawn
    """The sentence on confidence has no word of likelihood in it."""
    footing = find_footing(support, width=width, holds=holds)
    assert not LIKELIHOOD_WORDS.search(footing.sentence)
    assert footing.sentence.startswith(f"Confidence is {footing.confidence}:")
