"""Guesses that later serve as premises: where a claim is first hedged, and where it is then taken for granted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from communique.languages.estimative import Marker
from communique.model import Span
from communique.reasoning.propositions import Passage, Pointer, Proposition, read_passages
from communique.reasoning.prose import Prose, TextForm, read_prose

NEAR = 3
"""Sentences within which a word such as "this" can take up a guess."""

FAR = 4
"""Sentences within which "that message" can take up a thing that a guess brought in."""

ADJACENT = 2
"""Characters between two sentences of one paragraph."""

PASSING = frozenset({"meet", "visit"})
"""Kinds of contact that any sentence of such an essay may name: alone they tie nothing together."""


class TrailKind(StrEnum):
    """
    How a later sentence takes up a guess.

    ``conclusion``: it is drawn from the guess ("so", "this means"). ``ground``: the guess is its ground ("judging by
    the fact that"). ``taken up``: a word points back to it ("that message", "this fear"). ``repeated``: it is told
    again without the hedge. ``assured``: the next sentence goes on with "certainly".
    """

    CONCLUSION = "conclusion"
    GROUND = "ground"
    TAKEN_UP = "taken up"
    REPEATED = "repeated"
    ASSURED = "assured"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """
    One step from a guess to what rests on it.

    ``earlier`` are the words of the guess, ``hedge`` its hedge, ``strength`` how far that weakens it (0 to 1);
    ``later`` are the words that rest on it, ``marker`` the words that tie them to it, None where the guess is simply
    told again. ``later_hedge`` is a hedge of the later words' own: a guess that rests on a guess; None where the later
    words are told as a fact.
    """

    kind: TrailKind
    earlier: Span
    hedge: Span
    later: Span
    marker: Span | None
    strength: float
    later_hedge: Span | None = None

    @property
    def is_faded(self) -> bool:
        """Whether the hedge is gone in the later words."""
        return self.later_hedge is None


def find_trails(
    text: str,
    language: str = "en",
    *,
    sentences: tuple[Span, ...] | None = None,
    quoted: tuple[Span, ...] | None = None,
) -> tuple[Trail, ...]:
    """
    Give the steps from guesses to what rests on them, in order of the later words.

    ``sentences`` and ``quoted`` (words of others, which are nobody's guess here) are found where not given; the text
    is then read as plain.

    >>> told = "Selim probably sent a message. Judging by that message, he is in a hurry."
    >>> [(trail.hedge.of(told), trail.marker.of(told), trail.kind.value) for trail in find_trails(told)]
    [('probably', 'Judging by', 'ground')]
    """
    if sentences is None or quoted is None:
        prose = read_prose(text, language, TextForm.PLAIN)
        sentences, quoted = sentences or prose.sentences, quoted if quoted is not None else prose.quoted
    return tuple(_trails(read_passages(text, language, sentences, quoted)))


def find_trails_of(prose: Prose) -> tuple[Trail, ...]:
    """Give the same for a text of which the prose is known."""
    return find_trails(prose.told, prose.language, sentences=prose.sentences, quoted=prose.quoted)


def find_chains(trails: Iterable[Trail]) -> tuple[tuple[Trail, ...], ...]:
    """
    Join steps whose guess rests on an earlier guess, each chain from its first guess on; a lone step is a chain of one.

    Two steps meet where the later words of one and the guess of the next overlap, or follow on each other.
    """
    chains: list[list[Trail]] = []
    for trail in sorted(trails, key=lambda step: (step.later, step.earlier)):
        for chain in chains:
            if _meet(chain[-1].later, trail.earlier):
                chain.append(trail)
                break
        else:
            chains.append([trail])
    return tuple(map(tuple, chains))


def _meet(later: Span, guess: Span) -> bool:
    return later.overlaps(guess) or 0 <= guess.start - later.end <= ADJACENT


def _trails(passages: tuple[Passage, ...]) -> Iterator[Trail]:
    """Give for each sentence the steps that end in it, each guess once."""
    for place, passage in enumerate(passages):
        seen: set[Span] = set()
        for trail in _into(passage, passages[:place]):
            if trail.hedge not in seen:
                seen.add(trail.hedge)
                yield trail


def _into(passage: Passage, before: tuple[Passage, ...]) -> Iterator[Trail]:
    if passage.is_others:
        return
    yield from _grounds(passage, before)
    yield from _conclusions(passage, before)
    yield from _taken_up(passage, before)
    yield from _assured(passage, before)
    yield from _repeated(passage, before)


def _grounds(passage: Passage, before: tuple[Passage, ...]) -> Iterator[Trail]:
    """Find the guess that stands behind "judging by", "since", "the fact that"."""
    for marker in passage.grounds:
        ground = passage.clause_after(marker)
        if ground is None or passage.hedge_within(ground.span, past=marker) is not None:
            continue
        guess = next((guess for guess in _guesses(before) if _same(guess, ground)), None)
        if guess is not None:
            yield _step(TrailKind.GROUND, guess, passage, joined_to_end(marker.span, passage.span), marker.span)


def _conclusions(passage: Passage, before: tuple[Passage, ...]) -> Iterator[Trail]:
    """Find the guess right before "so" or "therefore", in the same sentence or in the one before."""
    for marker in passage.conclusions:
        inside = [guess for guess in passage.guesses if guess.hedge.span.end <= marker.span.start]
        near = before[-1].guesses if before and not before[-1].is_others and passage.opens_with(marker) else ()
        if guesses := inside or list(near):
            later = joined_to_end(marker.span, passage.span)
            yield _step(TrailKind.CONCLUSION, guesses[-1], passage, later, marker.span)


def _taken_up(passage: Passage, before: tuple[Passage, ...]) -> Iterator[Trail]:
    """Find the guess that "this fear" or "that message" points back to."""
    for pointer in passage.pointers:
        for reach, earlier in enumerate(reversed(before[-FAR:]), start=1):
            if earlier.is_others or not earlier.guesses:
                continue
            brought_in = _brought_in(pointer, earlier, before) and (reach == 1 or not pointer.is_article)
            if brought_in or _stands_for(pointer, earlier, passage, reach, before):
                yield _step(TrailKind.TAKEN_UP, earlier.guesses[-1], passage, passage.span, pointer.span)
                break


def _brought_in(pointer: Pointer, guess: Passage, before: tuple[Passage, ...]) -> bool:
    """Tell whether a guess is the first to tell of the thing that is pointed to."""
    latest = guess.guesses[-1]
    kin = {pointer.kin} & latest.kin - PASSING
    if not kin and (pointer.is_article or pointer.lemma not in latest.lemmas):
        return False
    earlier = before[: before.index(guess)]
    return not any(pointer.lemma in told.whole.lemmas or kin & told.whole.kin for told in earlier)


def _stands_for(pointer: Pointer, guess: Passage, passage: Passage, reach: int, before: tuple[Passage, ...]) -> bool:
    """Tell whether "this fear" stands for a guess: one of the sentence before, or near and of the same colour."""
    if not pointer.stands_for_thought or reach > NEAR or any(pointer.lemma in told.whole.lemmas for told in before):
        return False
    return reach == 1 or bool(guess.colours & passage.colours)


def _assured(passage: Passage, before: tuple[Passage, ...]) -> Iterator[Trail]:
    """Find the guess that the next sentence goes on from, of the same subject, with "certainly"."""
    if not before or before[-1].is_others or not passage.booster or not passage.opens_with_pronoun or passage.guesses:
        return
    if before[-1].guesses and before[-1].colours & passage.colours:
        yield _step(TrailKind.ASSURED, before[-1].guesses[-1], passage, passage.span, passage.booster.span)


def _repeated(passage: Passage, before: tuple[Passage, ...]) -> Iterator[Trail]:
    """Find the guess that is told again without its hedge."""
    if passage.guesses or not passage.whole.lemmas:
        return
    for guess in _guesses(before):
        shared = guess.lemmas & passage.whole.lemmas
        enough = len(shared) >= 3 and len(shared) >= 0.6 * len(guess.lemmas)  # noqa: PLR2004 - three words and most of them
        if enough and _same_parties(guess, passage.whole):
            yield _step(TrailKind.REPEATED, guess, passage, passage.span, None)
            return


def _guesses(passages: tuple[Passage, ...]) -> Iterator[Proposition]:
    """Give the guesses of the author, the latest first."""
    for passage in reversed(passages):
        if not passage.is_others:
            yield from reversed(passage.guesses)


def _same(guess: Proposition, told: Proposition) -> bool:
    """Tell whether two propositions are of one thing: a kind of contact and a party in common, or several words."""
    if not _same_parties(guess, told):
        return False
    shared = guess.lemmas & told.lemmas
    kin = guess.kin & told.kin
    return bool(kin - PASSING) or len(shared) > 1 or bool(kin and shared - guess.kin_lemmas)


def _same_parties(guess: Proposition, told: Proposition) -> bool:
    """Tell whether they name a party in common, or one of them names none."""
    return bool(guess.names & told.names) or not guess.names or not told.names


def _step(kind: TrailKind, guess: Proposition, passage: Passage, later: Span, marker: Span | None) -> Trail:
    own: Marker | None = passage.hedge_within(later, but=guess.hedge)
    return Trail(
        kind=kind,
        earlier=guess.span,
        hedge=guess.hedge.span,
        later=later,
        marker=marker,
        strength=guess.hedge.strength,
        later_hedge=own.span if own else None,
    )


def joined_to_end(start: Span, whole: Span) -> Span:
    """Give the words from where one span begins to where another ends."""
    return Span(start.start, whole.end)
