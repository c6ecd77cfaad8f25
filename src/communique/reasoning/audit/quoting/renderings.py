"""What a check of a quotation gives: each sentence beside the passage that has it, and how near its words come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.model import ClaimStatus, Person, Span, Witness
from communique.reasoning.audit.quoting.governing import Governing
from communique.reasoning.audit.quoting.kinds import WordDifference
from communique.reasoning.audit.quoting.sources import Original


class Grade(StrEnum):
    """
    How near the words of a source come to those quoted.

    ``exact``: the same words. ``nearly``: most words are the same, in order. ``rendered``: other words, same content.
    ``none``: no source at hand has such words.
    """

    EXACT = "exact"
    NEARLY = "nearly"
    RENDERED = "rendered"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """
    One sentence of a quotation beside the passage that has it.

    ``words`` counts in the quotation. ``original`` is None where no source at hand has such words; ``elsewhere`` is
    another sentence of the sources that has what the passage lacks. ``governing`` is what stands around the passage
    and takes its words back, where the quotation leaves that out.
    """

    words: Span
    grade: Grade
    original: Original | None = None
    speaker: Person | None = None
    differences: tuple[WordDifference, ...] = ()
    elsewhere: Original | None = None
    governing: Governing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationCheck:
    """
    What the sources say to a quotation.

    ``grade`` is that of its least exact sentence among those found, ``none`` where none is; ``renderings`` are its
    sentences one by one. ``other_speaker`` is who says the words in the source where the essay gives them to another.
    ``stranger`` are the essay's words for a speaker whom no source has, ``absent`` those for somebody told who takes no
    part in what the source tells of; empty where there is none.
    """

    status: ClaimStatus
    statement: str
    grade: Grade
    witnesses: tuple[Witness, ...] = ()
    renderings: tuple[Rendering, ...] = ()
    other_speaker: Person | None = None
    stranger: str = ""
    absent: str = ""

    @property
    def differences(self) -> tuple[WordDifference, ...]:
        """All differences in words, in the order of the quotation; places count in the sentence they stand in."""
        return tuple(difference for rendering in self.renderings for difference in rendering.differences)
