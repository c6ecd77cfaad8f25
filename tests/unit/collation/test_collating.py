"""Two accounts collated: one event or not, one text or two, and what differs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from time import process_time

import pytest
from hypothesis import given, settings

from communique.collation.collating import MOST_MAJOR, collate
from communique.model import Account, Comparison, Part, Span, Variant, VariantKind, Weight
from unit.collation.readouts import (
    OURS,
    THEIRS,
    TURNS,
    kazakh_account,
    our_account,
    our_bodies,
    russian_account,
    their_account,
    their_bodies,
    transcript,
)
from unit.fictional import ISSUED, VELMARK, account_of
from unit.word_vectors import WordVectors

MOST_SECONDS = 20
"""Time in which two long transcripts are laid side by side, on one slow core."""


def compare(first: Account, second: Account) -> Comparison:
    """Collate two accounts with vectors of words."""
    return collate(first, second, vectors=WordVectors())


def quoted(comparison: Comparison, kind: VariantKind) -> list[tuple[str | None, str | None]]:
    """Give the words of each side of the variants of one kind."""
    releases = comparison.first.release, comparison.second.release
    return [
        (releases[0].words(v.first) if v.first else None, releases[1].words(v.second) if v.second else None)
        for v in comparison.variants
        if v.kind is kind
    ]


@pytest.mark.parametrize(
    ("kind", "ours", "theirs"),
    [
        (VariantKind.ATTRIBUTION, "Adela Korin agreed to open two crossings before winter", None),
        (VariantKind.ATTRIBUTION, "The sides agreed to sign a treaty on fishing.", None),
        (VariantKind.LENGTH_TIME, "and open atmosphere and lasted three hours.", None),
        (VariantKind.VENUE, "the Linden Palace in Tarsk.", None),
        (VariantKind.ATTRIBUTION, None, "he also noted the role of NATO."),
        (VariantKind.OMISSION, None, "Ilmar Vesk congratulated Adela Korin on the anniversary of the Kingdom"),
    ],
)
def test_what_one_side_alone_tells_is_found_with_its_kind(
    kind: VariantKind, ours: str | None, theirs: str | None
) -> None:
    """In its exact words."""
    assert (ours, theirs) in quoted(compare(our_account(), their_account()), kind)


def test_what_both_tell_is_shared() -> None:
    """Topics that both say were discussed, under any order of words."""
    found = compare(our_account(), their_account())
    pairs = [(found.first.release.words(one.first), found.second.release.words(one.second)) for one in found.shared]
    assert (OURS[1], THEIRS[1]) in pairs
    assert len(pairs) < len(OURS)


def test_a_circumstance_is_told_once() -> None:
    """A sentence that only carries the place is no difference besides the place."""
    place = "The meeting took place in Tarsk, near the old harbour with its many ferries."
    found = compare(our_account(OURS[0].replace(" at the Linden Palace in Tarsk", ""), place), their_account(THEIRS[0]))
    marked = [(v.kind, v.first) for v in found.variants if v.first and "Tarsk" in found.first.release.words(v.first)]
    assert [kind for kind, _ in marked] == [VariantKind.VENUE]


def test_another_event_is_not_compared() -> None:
    """It says so, on evidence, and stops."""
    later = account_of(" ".join(THEIRS), issuer=VELMARK, issued=ISSUED + timedelta(days=40))
    found = compare(our_account(), later)
    assert not found.pairing.same
    assert found.pairing.against
    assert not found.variants
    assert not found.shared


def plain(comparison: Comparison) -> set[tuple[object, ...]]:
    """Give the variants as kinds, weights and places."""
    return {(v.kind, v.weight, v.first, v.second) for v in comparison.variants}


def swapped(comparison: Comparison) -> set[tuple[object, ...]]:
    """Give the same with the sides changed."""
    return {(v.kind, v.weight, v.second, v.first) for v in comparison.variants}


def is_quoted(variant: Variant, comparison: Comparison) -> bool:
    """Tell whether each span of a variant quotes words of its own release."""
    sides = ((variant.first, comparison.first), (variant.second, comparison.second))
    words = [account.release.words(span) for span, account in sides if span is not None]
    return all(word == word.strip() and word for word in words)


@given(our_bodies, their_bodies)
@settings(max_examples=25, deadline=None)
def test_every_difference_quotes_words_and_has_a_rule(ours: tuple[str, ...], theirs: tuple[str, ...]) -> None:
    """The weightiest first, not too many major, the same every time, and none that marks nothing."""
    found = compare(our_account(*ours), their_account(*theirs))
    assert found.pairing.same
    assert all(is_quoted(variant, found) and variant.rule and variant.told for variant in found.variants)
    weights = [variant.weight for variant in found.variants]
    assert weights == sorted(weights, key=lambda weight: weight is Weight.MINOR)
    assert sum(v.weight is Weight.MAJOR and v.clash is None for v in found.variants) <= MOST_MAJOR
    assert found == compare(found.first, found.second)


@given(our_bodies, their_bodies)
@settings(max_examples=25, deadline=None)
def test_swapping_the_accounts_swaps_the_sides(ours: tuple[str, ...], theirs: tuple[str, ...]) -> None:
    """Of all differences, whose kinds and weights stay, and of all that is shared."""
    first, second = our_account(*ours), their_account(*theirs)
    here, there = compare(first, second), compare(second, first)
    assert plain(here) == swapped(there)
    assert {(one.first, one.second) for one in here.shared} == {(one.second, one.first) for one in there.shared}


@given(our_bodies)
@settings(max_examples=15, deadline=None)
def test_a_text_with_itself_is_quiet(body: tuple[str, ...]) -> None:
    """One event, one text, and no difference."""
    found = compare(our_account(*body), our_account(*body))
    assert found.quiet
    assert found.identical
    assert len(found.shared) == len(body)


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("energy", "energy ", []),
        ("40 million", "45 million", [VariantKind.FIGURE]),
        ("The talks were held in a frank and open atmosphere and lasted three hours.", "", [VariantKind.OMISSION]),
    ],
)
def test_copies_of_one_text_differ_in_what_was_changed(old: str, new: str, kinds: list[VariantKind]) -> None:
    """And in nothing else."""
    first = our_account()
    changed = account_of(first.release.text.replace(old, new), first.release.title)
    assert [variant.kind for variant in compare(first, changed).variants] == kinds


def test_a_passage_limits_the_comparison() -> None:
    """Differences in the rest of the text are none of this event."""
    first, second = our_account(), their_account()
    passage = Span(0, first.release.text.index("Adela Korin agreed"))
    found = collate(first, second, vectors=WordVectors(), passages=(passage, None))
    assert found.passages[0] == passage
    marked = [v.first for v in found.variants if v.first is not None and v.first.part is Part.TEXT]
    assert marked
    assert all(passage.overlaps(span) for span in marked)


@pytest.mark.parametrize(
    "other",
    [
        account_of("", "Meeting with President of Arvenia Ilmar Vesk", issuer=VELMARK),
        account_of(THEIRS[0], issuer=VELMARK),
        account_of("It rained.", issuer=VELMARK),
        account_of(TURNS, "Meeting with Prime Minister of Velmark Adela Korin", issuer=VELMARK),
        replace(russian_account(), release=replace(russian_account().release, issued=ISSUED)),
        replace(kazakh_account(), release=replace(kazakh_account().release, issued=ISSUED)),
    ],
    ids=["empty body", "one sentence", "no principals", "turns", "Russian", "Kazakh"],
)
def test_any_two_texts_can_be_collated(other: Account) -> None:
    """In either order, with the same result."""
    here, there = compare(our_account(), other), compare(other, our_account())
    assert here.pairing.same == there.pairing.same
    assert all(is_quoted(variant, here) for variant in here.variants)
    assert plain(here) == swapped(there)


def test_a_speech_beside_a_readout_is_told_by_its_matters() -> None:
    """Three thousand words give no more differences than a reader takes in."""
    found = compare(transcript(3_000), their_account())
    assert found.pairing.same
    assert 0 < len(found.variants) < 40
    assert VariantKind.LABEL in {variant.kind for variant in found.variants}


@pytest.mark.slow
def test_two_long_transcripts_are_laid_side_by_side_in_time() -> None:
    """Eight thousand words each, without a cost that grows past all bounds."""
    first, second = transcript(8_000), transcript(8_000, first=False)
    start = process_time()
    found = compare(first, second)
    assert process_time() - start < MOST_SECONDS
    assert found.pairing.same
