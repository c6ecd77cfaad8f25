"""Do two accounts tell of the same event, and on what evidence."""

from __future__ import annotations

from collections.abc import Iterable

from communique.collation.pairing.assemblies import are_of_one_office, fit_gatherings, fit_parts, fit_sides
from communique.collation.pairing.attendance import fit_participants
from communique.collation.pairing.grounds import Ground, fit_days, fit_kinds, fit_outlook, opposing
from communique.collation.pairing.occasions import Occasion, occasion_of
from communique.collation.pairing.same_text import fit_editions, fit_texts
from communique.collation.pairing.tellings import Telling, find_given, find_telling
from communique.model import Account, Pairing, Span

TWO_RELEASES = "two releases of one office"
SAME_SIDE = f"{TWO_RELEASES}; for two statements of one side use --same-side"


def judge_pairing(
    first: Account, second: Account, *, passages: tuple[Span | None, Span | None] = (None, None)
) -> Pairing:
    """
    Tell whether two accounts tell of the same event.

    Where the texts as wholes do not, a part of either may tell of the other's event: the passage given, or else one
    that is found.
    """
    one, other = occasion_of(first), occasion_of(second)
    whole = judge(one, other)
    return whole if whole.same else judge_parts(first, second, one, other, passages=passages) or whole


def judge_parts(
    first: Account,
    second: Account,
    one: Occasion,
    other: Occasion,
    *,
    passages: tuple[Span | None, Span | None] = (None, None),
) -> Pairing | None:
    """Tell whether a part of either account, given with its occasion, tells of the other's event; None if none does."""
    for account, mine, event, passage in ((first, one, other, passages[0]), (second, other, one, passages[1])):
        telling = find_part(account, mine, event, passage)
        if telling is not None:
            return pairing_by(telling, mine, event)
    return None


def find_part(account: Account, mine: Occasion, event: Occasion, passage: Span | None = None) -> Telling | None:
    """Give the part of a text that tells of an event: the one given, if it bears that out, else one found."""
    given = find_given(account, passage, mine, event) if passage else None
    return given or find_telling(account, mine, event)


def pairing_by(telling: Telling, mine: Occasion, event: Occasion) -> Pairing:
    """Give the judgement that a part of a text bears out."""
    days = fit_days(mine, event)
    sure = telling.dated or days.fits is True
    return Pairing(same=True, sure=sure, evidence=(telling.words,), against=() if sure else (days.words,))


def judge(one: Occasion, other: Occasion) -> Pairing:
    """
    Tell whether two occasions are the same, by their words, their days, their kinds, and who takes part.

    Two releases of one office in one language are not, unless they are one text, or parts of one occasion that say so.
    The order of the two makes no difference.
    """
    one, other = sorted((one, other), key=_order)
    text = fit_texts(one, other)
    if text.fits is not None:
        return _concluded(same=text.fits, grounds=(text,))
    limits = (fit_outlook(one, other), fit_days(one, other), fit_kinds(one, other))
    if are_of_one_office(one, other):
        return _of_one_office(one, other, limits)
    if any(ground.fits is False for ground in limits):
        return _concluded(same=False, grounds=(*limits, fit_participants(one, other)))
    if (editions := fit_editions(one, other)).fits:
        return _concluded(same=True, grounds=(*(ground for ground in limits if ground.fits), editions))
    if (gathering := fit_gatherings(one, other)).fits:
        return _concluded(same=True, grounds=(*limits, gathering))
    found = (fit_participants(one, other), fit_sides(one, other))
    same = any(ground.fits for ground in found) and not any(ground.fits is False for ground in found)
    return _concluded(same=same, grounds=(*limits, *found))


def _of_one_office(one: Occasion, other: Occasion, limits: tuple[Ground, ...]) -> Pairing:
    parts = fit_parts(one, other)
    if parts.fits and not any(ground.fits is False for ground in limits):
        return _concluded(same=True, grounds=(*limits, parts))
    told = TWO_RELEASES if limits[1].fits is False else SAME_SIDE
    return _concluded(same=False, grounds=(*limits, opposing(told)))


def _order(occasion: Occasion) -> tuple[str, str, str, str]:
    return occasion.issuer, occasion.language, occasion.digest, occasion.address


def _concluded(*, same: bool, grounds: Iterable[Ground]) -> Pairing:
    """Conclude from some grounds; what decides nothing, a day that is missing, is told only where it leaves a doubt."""
    told = [ground for ground in grounds if ground.words]
    evidence = tuple(ground.words for ground in told if ground.fits)
    doubts = tuple(ground.words for ground in told if ground.fits is None)
    if same:
        return Pairing(same=True, sure=not doubts, evidence=evidence, against=doubts)
    against = tuple(ground.words for ground in told if ground.fits is False)
    return Pairing(same=False, evidence=evidence, against=against or ("nothing shows that they have the same parties",))
