"""The releases, events, other evidence and hypotheses of one episode, as an analyst keeps them in one folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from communique.errors import ModelError
from communique.model.forecasts import Forecast
from communique.model.hypotheses import Evidence, Hypothesis, Likelihood


class Role(StrEnum):
    """
    Why a release belongs to an episode.

    ``event``: it records a contact of the episode. ``announcement``: it says beforehand that there will be one.
    ``invitation``: it tells that somebody invited, or was invited, weeks or months before. ``statement``: words of the
    same days on the same matter, of one side's officials. ``parallel``: a public event of the same issuers in the same
    days that is not of the episode.
    """

    EVENT = "event"
    ANNOUNCEMENT = "announcement"
    INVITATION = "invitation"
    STATEMENT = "statement"
    PARALLEL = "parallel"


class Reliability(StrEnum):
    """How far a source has been right before, on the Admiralty scale (NATO STANAG 2511): A the best, F not known."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """How far an item is borne out by others (Admiralty scale): 1 confirmed by others, 5 improbable, 6 not known."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"
    SIX = "6"


@dataclass(frozen=True, slots=True, kw_only=True)
class Admiralty:
    """
    The grade of a source and of what it says, each on its own: a good source may err, a bad one may be right.

    >>> str(Admiralty(source=Reliability.B, item=Credibility.TWO))
    'B2'
    """

    source: Reliability
    item: Credibility

    def __str__(self) -> str:
        return f"{self.source}{self.item}"


class ExhibitKind(StrEnum):
    """What evidence other than releases is: footage, pictures, the press, an official document, a rule of protocol."""

    FOOTAGE = "footage"
    PICTURE = "picture"
    PRESS = "press"
    DOCUMENT = "document"
    RULE = "rule"
    COMMENT = "comment"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """
    Evidence that is no release: what it is, its words or a description, where it stands, how it is graded.

    ``code`` names it within the dossier. ``day`` is in EDTF (ISO 8601-2): "2022-02-10", "2022-02", "2022-02~".
    """

    code: str
    kind: ExhibitKind
    title: str
    grade: Admiralty
    words: str = ""
    address: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """
    One release as a dossier files it.

    ``source`` is a file (relative to the dossier's folder), an address, ``FILE.jsonl.gz#ID`` or ``corpus:NAME``;
    ``reason`` says in words why it belongs.
    """

    source: str
    role: Role = Role.EVENT
    reason: str = ""
    grade: Admiralty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """
    One episode: its span of days (both in), its sides (codes), its releases, and what is made of them.

    ``likelihoods`` are what analysts entered; ``forecasts`` what they expect, dated and resolvable. At least one
    hypothesis is dull where there are any: the routine explanation always stands beside the others.
    """

    title: str
    first: date
    last: date
    sides: tuple[str, ...] = ()
    filings: tuple[Filing, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    likelihoods: tuple[Likelihood, ...] = ()
    forecasts: tuple[Forecast, ...] = ()

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ModelError(wanted="a title for the dossier", got="none")
        if self.first > self.last:
            raise ModelError(wanted="a first day not after the last", got=f"{self.first} to {self.last}")
        for noun, codes in (
            ("release", [filing.source for filing in self.filings]),
            ("exhibit", [exhibit.code for exhibit in self.exhibits]),
            ("hypothesis", [hypothesis.code for hypothesis in self.hypotheses]),
            ("evidence", [evidence.code for evidence in self.evidence]),
            ("forecast", [forecast.code for forecast in self.forecasts]),
        ):
            if twice := _twice(codes):
                raise ModelError(wanted=f"each {noun} once", got=f"“{twice}” twice")
        if self.hypotheses and not any(hypothesis.dull for hypothesis in self.hypotheses):
            raise ModelError(
                wanted="a dull hypothesis among them",
                got=f"{len(self.hypotheses)} hypotheses, none of them dull",
                remedy='mark the routine explanation with "dull = true"',
            )
        _refuse_strangers(self)


def _twice(codes: Iterable[str]) -> str:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            return code
        seen.add(code)
    return ""


def _refuse_strangers(dossier: Dossier) -> None:
    """Refuse likelihoods of hypotheses or evidence that the dossier does not have."""
    hypotheses = {hypothesis.code for hypothesis in dossier.hypotheses}
    evidence = {item.code for item in dossier.evidence}
    for likelihood in dossier.likelihoods:
        if likelihood.hypothesis not in hypotheses or likelihood.evidence not in evidence:
            raise ModelError(
                wanted="a likelihood of evidence and of a hypothesis that the dossier has",
                got=f"evidence “{likelihood.evidence}”, hypothesis “{likelihood.hypothesis}”",
            )
