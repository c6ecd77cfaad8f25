"""Comparisons of every shape, for properties that must hold of all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from communique.model import (
    Account,
    Aspect,
    Clash,
    ClashKind,
    Comparison,
    Correspondence,
    Pairing,
    Part,
    Release,
    Span,
    Usage,
    Variant,
    VariantKind,
    Weight,
)
from communique.reports.comparisons.report import ComparisonReport
from unit.readings.strategies import rates
from unit.reports.accounts import bare_account

LETTERS = st.characters(exclude_categories=["Cs"])


@st.composite
def reports(draw: st.DrawFn) -> ComparisonReport:
    """Draw a report on two short texts with overlapping passages, of one event."""
    first, second = draw(_accounts()), draw(_accounts())
    one, other = spans_of(first.release), spans_of(second.release)
    return ComparisonReport(
        comparison=Comparison(
            first=first,
            second=second,
            pairing=Pairing(same=True, evidence=("both name Tarsk",)),
            aspect=draw(st.sampled_from(Aspect)),
            shared=tuple(draw(st.lists(_shared(one, other), max_size=3))),
            variants=tuple(draw(st.lists(_variants(one, other), max_size=5))),
            passages=(draw(st.none() | _within(first.release)), draw(st.none() | _within(second.release))),
        ),
        corpus=draw(st.sampled_from(("", "desk.sqlite, 12 releases"))),
    )


def spans_of(release: Release) -> st.SearchStrategy[Span]:
    """Draw a span of the text or the title of a release."""
    return st.sampled_from((Part.TEXT, Part.TITLE)).flatmap(lambda part: _within(release, part))


def _within(release: Release, part: Part = Part.TEXT) -> st.SearchStrategy[Span]:
    length = len(release.part(part))
    starts = st.integers(0, length - 1)
    return starts.flatmap(lambda start: st.integers(start + 1, length).map(lambda end: Span(start, end, part)))


def _accounts() -> st.SearchStrategy[Account]:
    texts = st.text(LETTERS, min_size=1, max_size=60)
    titles = st.text(LETTERS, min_size=1, max_size=12).filter(lambda title: bool(title.strip()))
    return st.builds(lambda text, title: bare_account(text, title=title), texts, titles)


@st.composite
def _variants(draw: st.DrawFn, one: st.SearchStrategy[Span], other: st.SearchStrategy[Span]) -> Variant:
    first = draw(st.none() | one)
    second = draw(other if first is None else st.none() | other)
    clashes = st.builds(Clash, kind=st.sampled_from(ClashKind), first=one, second=other, told=st.just("two of them"))
    usages = st.builds(Usage, feature=st.just("names the venue"), first=st.none() | rates(), second=st.none() | rates())
    return Variant(
        kind=draw(st.sampled_from(VariantKind)),
        weight=draw(st.sampled_from(Weight)),
        rule="a rule",
        told=draw(st.text(LETTERS, min_size=1, max_size=20)),
        first=first,
        second=second,
        clash=draw(st.none() | clashes),
        usage=draw(st.none() | usages),
    )


def _shared(one: st.SearchStrategy[Span], other: st.SearchStrategy[Span]) -> st.SearchStrategy[Correspondence]:
    likeness = st.floats(0, 1)
    return st.builds(Correspondence, first=one, second=other, likeness=likeness, exact=st.booleans())
