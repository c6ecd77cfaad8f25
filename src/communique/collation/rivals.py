"""Rival names: compounds with one part in common, each used by one side ("Indo-Velmark", "Trans-Velmark")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from communique.languages.acts import act_lexicon
from communique.languages.lemmas import find_base_forms
from communique.model import Account, Span, Variant, VariantKind, Weight

_NAME = re.compile(r"\b[^\W\d_a-zа-яё][\w’']+[-–][^\W\d_a-zа-яё][\w’']+\b")
_FEWEST = 2
"""How often each side must use its name: once may be chance."""


def find_rival_names(first: Account, second: Account) -> Iterator[Variant]:
    """
    Yield pairs of names with one part in common that the texts use each without the other's.

    Only compounds are taken, of which each side keeps to its own: "North" and "South" before one noun are two things.
    """
    if first.release.language != second.release.language:
        return
    ours, theirs = _names(first), _names(second)
    for name, span in ours.items():
        for rival, other in theirs.items():
            if _are_rivals(name, rival) and rival not in ours and name not in theirs:
                yield Variant(
                    kind=VariantKind.WORDING,
                    weight=Weight.MAJOR,
                    rule="each side keeps to a name of its own",
                    told=f"“{first.release.words(span)}” for the one, “{second.release.words(other)}” for the other",
                    first=span,
                    second=other,
                )


def _names(account: Account) -> dict[tuple[str, ...], Span]:
    """Give the names of two words that stand at least twice, with the first place of each; no articles, no offices."""
    text, places = account.release.text, dict[tuple[str, ...], list[Span]]()
    lexicon = act_lexicon(account.release.language)
    persons = [m.span for m in account.mentions]
    for found in _NAME.finditer(text):
        span = Span(*found.span())
        if not any(span.overlaps(person) for person in persons):
            for one, other in pairwise(find_base_forms(found[0], account.release.language)):
                if one.lemma not in lexicon.function and other.lemma not in lexicon.weak:
                    place = Span(span.start + one.start, span.start + other.end)
                    places.setdefault((one.lemma, other.lemma), []).append(place)
    return {name: spans[0] for name, spans in places.items() if len(spans) >= _FEWEST}


def _are_rivals(name: tuple[str, ...], rival: tuple[str, ...]) -> bool:
    """Tell whether two names share their last part and nothing else."""
    return name[-1] == rival[-1] and name[0] != rival[0]
