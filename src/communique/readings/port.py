"""What every reading is: a function of one shape, with a code and a version; its docstring is its card."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from communique.errors import ModelError
from communique.model import Account, Finding
from communique.precedent import Precedent

Read: TypeAlias = Callable[[Account, Precedent, tuple[Account, ...]], Iterator[Finding]]
"""Account, precedent and the other accounts of the event in; findings out."""

CARD_SECTIONS = ("What it finds:", "Why it matters:", "Plain explanation:", "Limits:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """
    One analyser: its code (also the head of its findings' codes), a title, a version and the function.

    ``version`` rises whenever the same account may give other findings.
    """

    code: str
    title: str
    version: int
    read: Read

    def __post_init__(self) -> None:
        missing = [section for section in CARD_SECTIONS if section not in (self.read.__doc__ or "")]
        if missing:
            raise ModelError(wanted=f"a card with {', '.join(missing)}", got=f"none in {self.code}")

    @property
    def card(self) -> str:
        """The reading's card: what it finds, why it matters, the plain explanation, its limits."""
        return inspect.cleandoc(self.read.__doc__ or "")
