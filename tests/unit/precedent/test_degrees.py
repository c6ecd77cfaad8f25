"""How high in a text a feature stands: headline, summary, anywhere."""

from __future__ import annotations

import pytest

from communique.model import Part, Span
from communique.precedent import Feature, Mark
from communique.precedent.degrees import LONGEST_SUMMARY, code_within, count_by_degree, find_summary
from unit.fictional import account_of

OPENING = "Ilmar Vesk met with Adela Korin in Tarsk."
REST = "They spoke of ferries."
LONG = " ".join([OPENING, REST, "Then " + "word " * LONGEST_SUMMARY + "end."])
CODE = "venue.named"
FEATURES = {CODE: Feature(code=CODE, meaning="a venue", located=True)}


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (f"{OPENING}\n{REST}", OPENING),
        (f"\n {OPENING}\n{REST}", OPENING),
        (OPENING, OPENING),
        (LONG, f"{OPENING} {REST}"),
    ],
)
def test_the_summary_opens_the_body(text: str, summary: str) -> None:
    """The first paragraph; of a long one its first two sentences."""
    account = account_of(text, "Talks")
    span = find_summary(account)
    assert span is not None
    assert account.release.words(span).strip() == summary


def test_a_title_alone_has_no_summary() -> None:
    """Without a body there is none."""
    assert find_summary(account_of("", "Talks")) is None


@pytest.mark.parametrize(
    ("span", "there"),
    [
        (Span(0, 5, Part.TITLE), {"text", "title"}),
        (Span(0, 5), {"text", "summary"}),
        (Span(len(OPENING) + 1, len(OPENING) + 5), {"text"}),
        (None, set()),
    ],
)
def test_a_feature_is_there_or_missing_at_each_degree(span: Span | None, there: set[str]) -> None:
    """Every degree is exposure, whether the feature is there or not."""
    account = account_of(f"{OPENING}\n{REST}", "Talks")
    mark = Mark(code=CODE, present=span is not None, spans=(span,) if span else ())
    present, absent = count_by_degree(account, (mark,), FEATURES)
    assert present == {code_within(CODE, degree) for degree in there}
    assert absent == {code_within(CODE, degree) for degree in {"text", "summary", "title"} - there}


def test_a_feature_that_no_words_carry_has_no_degrees() -> None:
    """It is there or not, and no exposure of headline and summary."""
    account = account_of(OPENING, "Talks")
    features = {CODE: Feature(code=CODE, meaning="a venue")}
    assert count_by_degree(account, (Mark(code=CODE, present=False),), features) == (frozenset(), frozenset({CODE}))


def test_without_a_headline_there_is_no_exposure_of_it() -> None:
    """A release without a title cannot lack anything in it."""
    present, absent = count_by_degree(account_of(OPENING), (Mark(code=CODE, present=False),), FEATURES)
    assert f"{CODE}@title" not in present | absent
