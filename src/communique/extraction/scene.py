"""One release with who is who in it."""

from __future__ import annotations

from dataclasses import dataclass

from communique.extraction.home import Home
from communique.extraction.people import Cast
from communique.languages.port import Markup
from communique.model import Kind, Person, Quotation, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One release with who is who in it: the ground on which statements become items."""

    markup: Markup
    cast: Cast
    quotations: tuple[Quotation, ...]
    principals: tuple[Person, ...]
    home: Home
    kind: Kind

    @property
    def looks_abroad(self) -> bool:
        """Whether the event itself is one with others, so that parties left open may be from abroad."""
        if self.kind is Kind.DOMESTIC:
            return False
        return any(self.is_abroad(p.side) for p in self.principals) or self.kind in {Kind.MULTILATERAL, Kind.STATEMENT}

    def is_abroad(self, side: Side | None) -> bool:
        """Tell whether a side is another than the issuer's."""
        return side is not None and (self.home.side is None or side.code != self.home.side.code)
