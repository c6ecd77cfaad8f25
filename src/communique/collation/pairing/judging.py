"""Do two accounts tell of the same event, and on what evidence."""

from __future__ import annotations

from collections.abc import Iterable

from communique.collation.pairing.assemblies import fit_gatherings, fit_sides, fit_statements
from communique.collation.pairing.attendance import fit_participants
from communique.collation.pairing.grounds import Ground, fit_days, fit_kinds, fit_outlook
from communique.collation.pairing.occasions import Occasion, occasion_of
from communique.collation.pairing.same_text import fit_editions, fit_texts
from communique.collation.pairing.tellings import find_given, find_telling
from communique.model import Account, Pairing, Span

_BY_NAME = (fit_editions, fit_gatherings, fit_statements)
"""Tests by what a release or an event is called, which need not agree in persons."""


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
        given = find_given(account, passage, mine, event) if passage else None
        telling = given or find_telling(account, mine, event)
        if telling is not None:
            return Pairing(same=True, evidence=(telling.words,))
    return None


def judge(one: Occasion, other: Occasion) -> Pairing:
    """
    Tell whether two occasions are the same, by their words, their days, their kinds, and who takes part.

    The order of the two makes no difference.
    """
    one, other = sorted((one, other), key=_order)
    text = fit_texts(one, other)
    if text.fits is not None:
        return _concluded(same=text.fits, grounds=(text,))
    limits = (fit_outlook(one, other), fit_days(one, other), fit_kinds(one, other))
    if any(ground.fits is False for ground in limits):
        return _concluded(same=False, grounds=(*limits, fit_participants(one, other)))
    dated = limits[1].fits is True
    named = next((ground for test in _BY_NAME if (ground := test(one, other)).fits), None)
    if named is not None:
        return _concluded(same=True, grounds=(*limits, named), sure=dated)
    found = (fit_participants(one, other), fit_sides(one, other))
    same = any(ground.fits for ground in found) and not any(ground.fits is False for ground in found)
    return _concluded(same=same, grounds=(*limits, *found), sure=dated or not same)


def _order(occasion: Occasion) -> tuple[str, str, str, str]:
    return occasion.issuer, occasion.language, occasion.digest, occasion.address


def _concluded(*, same: bool, grounds: Iterable[Ground], sure: bool = True) -> Pairing:
    told = [ground for ground in grounds if ground.words]
    against = tuple(ground.words for ground in told if ground.fits is False)
    evidence = tuple(ground.words for ground in told if ground.fits is not False)
    if not same and not against:
        against = ("nothing shows that they have the same parties",)
    return Pairing(same=same, sure=sure, evidence=evidence, against=against)
