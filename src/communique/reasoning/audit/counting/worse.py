"""Of two checks of one claim, the one that says less for it."""

from __future__ import annotations

from typing import Protocol, TypeVar

from communique.model import ClaimStatus

_WORST_LAST = (
    ClaimStatus.CONFIRMED,
    ClaimStatus.PARTLY,
    ClaimStatus.NOT_FOUND,
    ClaimStatus.UNTESTABLE,
    ClaimStatus.CONTRADICTED,
)


class Ruled(Protocol):
    """Anything that says a claim's status: a decision, the check of a figure, of a quotation, of documents."""

    @property
    def status(self) -> ClaimStatus:
        """What the sources at hand say to the claim."""


_One = TypeVar("_One", bound=Ruled)
_Other = TypeVar("_Other", bound=Ruled)


def worse(one: _One, other: _Other) -> _One | _Other:
    """
    Give the check whose status says less for the claim, the first where both say the same.

    From best to worst: confirmed, partly, not found, untestable, contradicted. A quotation that states a figure is put
    to both checks: its number may be right and its words turned round.
    """
    return other if _WORST_LAST.index(other.status) > _WORST_LAST.index(one.status) else one
