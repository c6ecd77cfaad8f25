"""The claims of an audit one by one, each with the words that decide: what every form of output shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import Audit, Claim, ClaimStatus, Release, Ruling, Span, Witness
from communique.reports.audits.labels import BEARINGS, UNDECIDED, kind_label, rate_label
from communique.reports.citation import render_citation
from communique.reports.excerpt import printable, shortened
from communique.reports.labels import day_label
from communique.reports.paragraphs import find_locus
from communique.reports.versions.places import paragraphs_of

OPENING = 48
"""Characters of a claim without a hedge that name it in a hedge trail."""


MOST_TITLE = 72
"""Characters of a title that name a release."""

MARKS = ("“”", "«»", '""')
"""Pairs of quotation marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """
    The exact words of a source that bear on a claim.

    ``bearing`` says how ("against it"), ``source`` names the release with its day, ``locus`` where in it they stand.
    """

    words: str
    bearing: str
    note: str
    source: str
    locus: str
    citation: str
    address: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """
    One claim with its ruling, in words.

    ``beside`` are the further lines, each with its label: whose words it is said to be, its hedges, what is usual, the
    hedge trail.
    """

    number: int
    words: str
    kind: str
    status: ClaimStatus
    statement: str
    cited: tuple[Cited, ...]
    beside: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A release at hand: its name, its title and day where it was called, and the claims that it was called for."""

    name: str
    title: str
    claims: tuple[int, ...]
    address: str = ""


def find_rows(audit: Audit) -> tuple[Row, ...]:
    """Lay out the claims in the order of the essay."""
    return tuple(_row(audit, ruling) for ruling in audit.rulings)


def find_undecided(audit: Audit) -> tuple[tuple[ClaimStatus, tuple[Row, ...]], ...]:
    """Give the claims that could not be checked, by status, in order; a status that none has is left out."""
    rows = find_rows(audit)
    groups = ((status, tuple(row for row in rows if row.status is status)) for status in UNDECIDED)
    return tuple((status, group) for status, group in groups if group)


def find_sources(audit: Audit) -> tuple[Source, ...]:
    """Give the releases at hand in the order of the audit, then any other that was called, each once."""
    called = {witness.release.name: witness.release for ruling in audit.rulings for witness in ruling.witnesses}
    claims = Counter((w.release.name, ruling.claim.number) for ruling in audit.rulings for w in ruling.witnesses)
    names = dict.fromkeys((*audit.sources, *called))
    return tuple(
        Source(
            name=name,
            title=_titled(called[name]) if name in called else "",
            claims=tuple(number for source, number in claims if source == name),
            address=web_address(called[name].address) if name in called else "",
        )
        for name in names
    )


def claims_label(source: Source) -> str:
    """Say on which claims a release bears."""
    if not source.claims:
        return "bears on no claim"
    noun = "claim" if len(source.claims) == 1 else "claims"
    return f"bears on {noun} {', '.join(map(str, source.claims))}"


def web_address(address: str) -> str:
    """Give an address that a page may link to: the web alone, so that no script hides in a link."""
    return address if address.startswith(("https://", "http://")) else ""


def source_label(release: Release) -> str:
    """Name a release with its day of publication: by its identifier, else by issuer and title."""
    day = day_label(release.issued.date()) if release.issued else "undated"
    if release.identifier or not release.title:
        return f"{release.name}, {day}"
    return ", ".join(filter(None, (release.issuer, f"“{shortened(release.title, MOST_TITLE)}”", day)))


def _row(audit: Audit, ruling: Ruling) -> Row:
    return Row(
        number=ruling.claim.number,
        words=_plain(audit.essay, ruling.claim.span),
        kind=kind_label(ruling.claim),
        status=ruling.status,
        statement=printable(ruling.statement),
        cited=tuple(_cited(witness) for witness in ruling.witnesses),
        beside=tuple(_beside(audit, ruling)),
    )


def _cited(witness: Witness) -> Cited:
    release = witness.release
    paragraphs = paragraphs_of(release)
    return Cited(
        words=shortened(printable(witness.words).strip()),
        bearing=BEARINGS[witness.bearing],
        note=printable(witness.note),
        source=source_label(release),
        locus=find_locus(witness.span, paragraphs),
        citation=render_citation(release, witness.span, paragraphs=paragraphs),
        address=web_address(release.address),
        language=release.language,
    )


def _beside(audit: Audit, ruling: Ruling) -> Iterator[tuple[str, str]]:
    claim = ruling.claim
    if claim.attributed is not None:
        yield "taken from", f"“{_plain(audit.essay, claim.attributed)}”"
    if claim.hedges:
        yield "hedged by", ", ".join(f"“{_plain(audit.essay, hedge)}”" for hedge in claim.hedges)
    if ruling.rate is not None:
        yield "how usual", rate_label(ruling.rate)
    if ruling.base:
        yield "how usual", printable(ruling.base)
    if ruling.trail:
        yield "hedge trail", _trail(audit, ruling)
    elif claim.premises:
        yield "rests on", ", ".join(f"claim {number}" for number in claim.premises)


def _trail(audit: Audit, ruling: Ruling) -> str:
    """Give the hedges of the claims it rests on, each with the claim's number, and how it takes them up itself."""
    by_number = {other.claim.number: other.claim for other in audit.rulings}
    on = [by_number[number] for number in ruling.trail if number in by_number]
    steps = (*on, *(() if ruling.claim in on else (ruling.claim,)))
    return " → ".join(f"“{_step(audit.essay, claim)}” ({claim.number})" for claim in steps)


def _step(essay: Release, claim: Claim) -> str:
    if claim.hedges:
        return _plain(essay, claim.hedges[0])
    words = _plain(essay, claim.span)
    return words if len(words) <= OPENING else f"{words[:OPENING].rsplit(' ', 1)[0]} …"


def _plain(essay: Release, span: Span) -> str:
    """Give words of the essay on one line; a pair of quotation marks around them is left to who prints them."""
    words = printable(essay.words(span)).strip()
    inner = words[1:-1]
    alone = words[:1] + words[-1:] in MARKS and not set(inner) & set("".join(MARKS))
    return inner if alone and inner else words


def _titled(release: Release) -> str:
    day = day_label(release.issued.date()) if release.issued else "undated"
    return f"“{printable(release.title)}”, {day}" if release.title else day
