"""Whose words a quotation renders, beside whom the essay names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.model import Account, Person
from communique.reasoning.audit.quoting.renderings import Rendering
from communique.reasoning.audit.quoting.speakers import meant_by, same_person
from communique.reasoning.audit.quoting.strangers import is_absent, names_stranger


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """
    What an essay says of who said words, and to whom, beside the sources.

    ``other`` is who says them in the source where that is another; ``stranger`` are the essay's words for a speaker
    whom no source has, ``absent`` those for somebody told who takes no part there.
    """

    said: Person | None = None
    other: Person | None = None
    stranger: str = ""
    absent: str = ""


def compare_speakers(speaker: str, addressee: str, found: Sequence[Rendering], accounts: Sequence[Account]) -> Whose:
    """Set whom an essay names beside who says the words in the passages found."""
    said = [r.speaker for r in found if r.speaker is not None]
    first = next((r.original.account for r in found if r.original is not None), None)
    absent = addressee if first is not None and is_absent(addressee, first, accounts) else ""
    who = said[0] if said else None
    if speaker and names_stranger(speaker, accounts):
        return Whose(said=who, stranger=speaker, absent=absent)
    meant = meant_by(speaker, accounts) if speaker else None
    if meant is None or not said or any(same_person(meant, person) for person in said):
        return Whose(said=who, absent=absent)
    return Whose(said=who, other=said[0], absent=absent)
