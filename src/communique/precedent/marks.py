"""What an account can have or lack, so that it can be counted: features, and one account's marks on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from communique.model import Account, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """
    Something that an account has or lacks, to be tallied over a corpus.

    ``code`` opens with the reading's code ("initiative.stated"); ``meaning`` is a clause that is true where the feature
    is there ("the text says whose idea the contact was"); ``noun`` the same as a noun phrase that fits after "no" and
    "unusual here:" ("word on whose idea the contact was"). ``facet`` names the question that several features answer
    ("reception.pattern"): of one facet a report prints one oddity. ``located`` tells that words carry the feature, so
    that it can be absent by degrees.
    """

    code: str
    meaning: str
    noun: str = ""
    facet: str = ""
    located: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """
    One account's answer on one feature it could have had; ``spans`` are the words that carry it, where words do.

    A feature that does not apply (the visit class of a telephone call) gets no mark: it is no exposure. Whether it
    applies never depends on whether it is there.
    """

    code: str
    present: bool
    spans: tuple[Span, ...] = ()


MarkFeatures: TypeAlias = Callable[[Account], tuple[Mark, ...]]
"""Account in; out the features it could have, each with whether it has it."""
