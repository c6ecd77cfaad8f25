"""Where two accounts of one event part: typed differences, what both say, and whether they tell of one event at all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.errors import ModelError
from communique.model.accounts import Account
from communique.model.findings import Rate
from communique.model.spans import Span


class VariantKind(StrEnum):
    """
    What kind of difference it is.

    ``omission``: said by one side only. ``scope``: both say it, one more widely or more exactly. ``attribution``:
    words, agreement or understanding ascribed to the other side and absent from that side's text. ``initiative``:
    whose idea the contact was. ``order``: the same matters in another order. ``wording``: the same matter in other
    words. ``praise_tone``: praise and words on the atmosphere. ``figure``: a number. ``length_time``: how long, or
    when. ``label``: what the event, or a person's office, is called. ``venue``: the place, or that there was none.
    ``hedge``, ``tense`` and ``verb`` are found between editions of one release only.
    """

    OMISSION = "omission"
    SCOPE = "scope"
    ATTRIBUTION = "attribution"
    INITIATIVE = "initiative"
    ORDER = "order"
    WORDING = "wording"
    PRAISE_TONE = "praise_tone"
    FIGURE = "figure"
    LENGTH_TIME = "length_time"
    LABEL = "label"
    VENUE = "venue"
    HEDGE = "hedge"
    TENSE = "tense"
    VERB = "verb"


class Weight(StrEnum):
    """Whether a difference bears on substance."""

    MAJOR = "major"
    MINOR = "minor"


class ClashKind(StrEnum):
    """In what two statements on one matter cannot both be right as they stand."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    NEGATION = "negation"
    ANTONYM = "antonym"


class Aspect(StrEnum):
    """What is set side by side: two sides' accounts, editions of one release, statements of one state on one day."""

    ACCOUNTS = "accounts"
    EDITIONS = "editions"
    SAME_SIDE = "same_side"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two passages on one matter that contradict each other: the clashing words of each (``told`` says how)."""

    kind: ClashKind
    first: Span
    second: Span
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """
    How usual such a difference is: how often each issuer's comparable earlier accounts have the feature in question.

    ``feature`` is the feature in words ("names who asked for the contact"); a rate is None for "no base".
    """

    feature: str
    first: Rate | None = None
    second: Rate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """
    One typed difference between two accounts of one event.

    ``told`` says in words what differs; ``first`` and ``second`` mark each side's exact words, None where that side has
    none. ``rule`` is the rule that decided the weight, in words. ``clash`` is set where the two contradict each other.
    """

    kind: VariantKind
    weight: Weight
    rule: str
    told: str
    first: Span | None = None
    second: Span | None = None
    clash: Clash | None = None
    usage: Usage | None = None

    def __post_init__(self) -> None:
        if self.first is None and self.second is None:
            raise ModelError(wanted=f"the words of at least one side behind a {self.kind}", got="none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """
    Two passages that say the same: one of each account.

    ``likeness`` runs from 0 to 1; ``exact`` tells that the words are the same but for typography.
    """

    first: Span
    second: Span
    likeness: float
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """
    Whether two accounts tell of the same event, and on what evidence.

    ``sure`` is False where the texts fit but one of them is not dated, so that it cannot be told. ``taken`` tells that
    the texts do not show it and it was taken to be so, as asked. ``evidence`` speaks for it, ``against`` speaks against
    it, each a short clause ("both name 7 December 2021").
    """

    same: bool
    sure: bool = True
    taken: bool = False
    evidence: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """
    Two accounts set side by side.

    ``shared`` holds what both say, in the order of the first; ``variants`` what differs, the weightiest first; both are
    empty where it is not the same event. ``passages`` mark the part of each text that concerns the event, None for the
    whole. ``identical`` tells that the two texts are the same but for typography. ``unlisted`` counts the statements of
    either text that stand in no line, because they weigh less than those that do.
    """

    first: Account
    second: Account
    pairing: Pairing
    aspect: Aspect = Aspect.ACCOUNTS
    shared: tuple[Correspondence, ...] = ()
    variants: tuple[Variant, ...] = ()
    passages: tuple[Span | None, Span | None] = (None, None)
    identical: bool = False
    unlisted: tuple[int, int] = (0, 0)
    models: tuple[str, ...] = ()

    @property
    def quiet(self) -> bool:
        """Whether it is the same event and there is no difference worth reporting."""
        return self.pairing.same and not self.variants
