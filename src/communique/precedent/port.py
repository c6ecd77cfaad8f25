"""What a reading may ask of precedent, and the precedent of a reader without a corpus."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from communique.model import Account, Kind, Rate, Span
from communique.precedent.coverage import day_words
from communique.precedent.history import Contact, Notice
from communique.precedent.marks import Feature


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """
    A feature on which an account parts from the habit of its class.

    ``present`` tells that it is there though rarely so; else it is missing though usual. ``rate`` is that of being like
    this account. ``within`` names the part it is missing from or stands in: "text", "summary" or "title".
    """

    feature: Feature
    present: bool
    rate: Rate
    within: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """
    Where a release stands among comparable earlier ones: the share of them with a lower score, ties counted half.

    ``score`` is the surprisal of its three least expected features, in bits; ``percentile`` runs from 0 to 100;
    ``among`` counts the releases compared, each scored as of its own day; ``reference`` names them.
    """

    score: float
    percentile: float
    among: int
    unusual: bool
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StockPhrase:
    """
    A wording that comparable earlier accounts use as a matter of course, and this one does not.

    ``words`` is the wording with names and numbers abstracted; ``spans`` mark the nearest wording of this account,
    where there is one; ``rate`` is that of accounts without it.
    """

    words: str
    rate: Rate
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """
    When two sides were last in contact, beside how often they are.

    ``previous`` is the latest earlier contact and ``gap`` the days since; None where the corpus has a hole between,
    which ``hole`` then names in words ("no base since June 2018") and ``missing`` by its first and last day.
    ``percentile`` (0 to 100) places the gap among the ``among`` earlier gaps that no hole touches, low for a quick
    return, those as long counted half; None where there are too few. ``shorter`` and ``longer`` count the earlier gaps
    that are so. ``run`` counts the contacts of the last 30 days, this one included (0 where a
    hole touches them), and ``longest`` the most in any such span before. ``alike`` is the same of contacts of this
    manner alone (calls, or encounters in person). ``called_first`` is how many of how many earlier encounters in
    person a call preceded within 14 days, counted where no hole touches these; None for "no base". ``called`` is the
    call that preceded this one within these days.
    """

    previous: Contact | None = None
    gap: int | None = None
    percentile: float | None = None
    among: int = 0
    shorter: int = 0
    longer: int = 0
    run: int = 1
    longest: int = 0
    hole: str = ""
    missing: tuple[date, date] | None = None
    reference: str = ""
    alike: Tempo | None = None
    called_first: tuple[int, int] | None = None
    called: Contact | None = None

    @property
    def lost(self) -> str:
        """The days of the hole in words ("from 10 June 2018 to 29 February 2020"), empty where there is none."""
        return f"from {day_words(self.missing[0])} to {day_words(self.missing[1])}" if self.missing else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """An earlier notice of the event told here: ``days`` of lead from its publication to the event."""

    notice: Notice
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """
    What became of a notice given here: the later contact that it fits, None where the corpus holds none yet.

    ``kind`` is the encounter that the notice foresees, known on the day; all else on ``contact`` came later.
    """

    spans: tuple[Span, ...]
    words: str
    invitation: bool
    contact: Contact | None
    days: int | None = None
    hole: str = ""
    kind: Kind = Kind.VISIT


class Precedent(Protocol):
    """What an issuer's earlier accounts contain, as of the day of the account asked about."""

    @property
    def source(self) -> str:
        """What the corpus is, in words for a report's provenance; empty where there is none."""
        ...

    def rate(self, feature: str, account: Account, *, present: bool = True) -> Rate | None:
        """
        Give how often comparable earlier accounts have a feature ("initiative.stated"), None for "no base".

        With ``present`` False, how often they lack it. The reference class and the date up to which precedents count
        follow from the account.
        """
        ...

    def expectations(self, account: Account) -> tuple[Expectation, ...]:
        """Give the features on which the account parts from its class, the least expected first."""
        ...

    def standing(self, account: Account) -> Standing | None:
        """Give the place of the whole account among comparable earlier ones, None for "no base"."""
        ...

    def stock(self, account: Account) -> tuple[StockPhrase, ...]:
        """Give the usual wordings of comparable earlier accounts that this one lacks, the surest habit first."""
        ...

    def tempo(self, account: Account) -> Tempo | None:
        """Give the time since the last contact beside what is usual; None where it is no contact of two sides."""
        ...

    def leads(self, account: Account) -> tuple[Lead, ...]:
        """Give the earlier notices of the event told here, the earliest first."""
        ...

    def outcomes(self, account: Account) -> tuple[Outcome, ...]:
        """Give what became of the encounters that the account announces or invites to (known later, so marked)."""
        ...


class NoPrecedent:
    """
    The precedent of a reader who has no corpus: there is never a base, so there is never a rate.

    >>> NoPrecedent()
    NoPrecedent()
    """

    source = ""

    def rate(self, feature: str, account: Account, *, present: bool = True) -> Rate | None:  # noqa: ARG002 - the port's
        """Give None: no base."""
        return None

    def expectations(self, account: Account) -> tuple[Expectation, ...]:  # noqa: ARG002 - the port's signature
        """Give nothing: no base."""
        return ()

    def standing(self, account: Account) -> Standing | None:  # noqa: ARG002 - likewise
        """Give None: no base."""
        return None

    def stock(self, account: Account) -> tuple[StockPhrase, ...]:  # noqa: ARG002 - likewise
        """Give nothing: no base."""
        return ()

    def tempo(self, account: Account) -> Tempo | None:  # noqa: ARG002 - likewise
        """Give None: no base."""
        return None

    def leads(self, account: Account) -> tuple[Lead, ...]:  # noqa: ARG002 - likewise
        """Give nothing: no base."""
        return ()

    def outcomes(self, account: Account) -> tuple[Outcome, ...]:  # noqa: ARG002 - likewise
        """Give nothing: no base."""
        return ()

    def __repr__(self) -> str:
        return "NoPrecedent()"


NO_PRECEDENT = NoPrecedent()


__all__ = [
    "NO_PRECEDENT",
    "Expectation",
    "Lead",
    "NoPrecedent",
    "Outcome",
    "Precedent",
    "Standing",
    "StockPhrase",
    "Tempo",
]
