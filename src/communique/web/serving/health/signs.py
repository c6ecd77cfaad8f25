"""What a look at one part of the workspace gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Verdict(IntEnum):
    """How a part does; higher is worse."""

    WELL = 0
    LOOK = 1
    FAULT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What was found of one part: its name, how it does, in words; what to do, where something is to be done."""

    part: str
    verdict: Verdict
    words: str
    remedy: str = ""


def well(part: str, words: str) -> Sign:
    """Give the sign of a part that does well."""
    return Sign(part=part, verdict=Verdict.WELL, words=words)


def look(part: str, words: str, remedy: str = "") -> Sign:
    """Give the sign of a part that runs, and is worth a look."""
    return Sign(part=part, verdict=Verdict.LOOK, words=words, remedy=remedy)


def fault(part: str, words: str, remedy: str = "") -> Sign:
    """Give the sign of a part with which the workspace cannot run, or not safely."""
    return Sign(part=part, verdict=Verdict.FAULT, words=words, remedy=remedy)
