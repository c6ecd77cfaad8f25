"""The claims of an audit one by one, each with the words that decide: what every form of output shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import Audit, Claim, ClaimStatus, Release, Ruling, Span, Witness
from communique.reports.audits.labels import BEARINGS, UNDECIDED, rate_label
from communique.reports.audits.loci import locus_of
from communique.reports.citation import render_citation
from communique.reports.excerpt import printable, shortened
from communique.reports.labels import count_label, day_label
from communique.reports.versions.places import paragraphs_of

OPENING = 48
"""Characters of a claim without a hedge that name it in a hedge trail."""

MOST_TITLE = 72
"""Characters of a title that name a release."""

MARKS = ("“”", "«»", '""')
"""Pairs of quotation marks."""

_EMPTY = re.compile(r"(^|: )(?:, )+")
"""Where a name is left empty before what is told of it."""


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
    hedge trail. ``same_as`` is the number of the earlier claim that has the same words cited, None where none has.
    """

    number: int
    words: str
    kind: str
    status: ClaimStatus
    statement: str
    cited: tuple[Cited, ...]
    beside: tuple[tuple[str, str], ...]
    same_as: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """Claims of one status that no source decides: their numbers by kind, in the order of the essay."""

    status: ClaimStatus
    kinds: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def number(self) -> int:
        """How many they are."""
        return sum(len(numbers) for _, numbers in self.kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A release at hand: its name, its title and day where it was called, and the claims that it was called for."""

    name: str
    title: str
    claims: tuple[int, ...]
    address: str = ""


def find_rows(audit: Audit) -> tuple[Row, ...]:
    """Lay out the claims in the order of the essay."""
    firsts: dict[tuple[Witness, ...], int] = {}
    return tuple(
        _row(audit, ruling, firsts.setdefault(_witnesses(ruling), ruling.claim.number)) for ruling in audit.rulings
    )


def find_undecided(audit: Audit) -> tuple[Undecided, ...]:
    """Give the claims that no source decides, by status and kind; a status that none has is left out."""
    groups = (Undecided(status=status, kinds=_kinds(audit, status)) for status in UNDECIDED)
    return tuple(group for group in groups if group.kinds)


def _kinds(audit: Audit, status: ClaimStatus) -> tuple[tuple[str, tuple[int, ...]], ...]:
    found: dict[str, list[int]] = {}
    for ruling in audit.rulings:
        if ruling.status is status:
            found.setdefault(ruling.claim.kind.value, []).append(ruling.claim.number)
    return tuple((kind, tuple(numbers)) for kind, numbers in found.items())


def undecided_label(undecided: Undecided) -> str:
    """
    List the numbers by kind.

    >>> undecided_label(Undecided(status=ClaimStatus.UNTESTABLE, kinds=(("motive", (3, 6)), ("mood", (4,)))))
    'motive 3, 6 · mood 4'
    """
    return " · ".join(f"{kind} {', '.join(map(str, numbers))}" for kind, numbers in undecided.kinds)


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
    """Say on which claims a release bears, empty where on none."""
    if not source.claims:
        return ""
    noun = "claim" if len(source.claims) == 1 else "claims"
    return f"bears on {noun} {', '.join(map(str, source.claims))}"


def idle_label(sources: tuple[Source, ...]) -> str:
    """
    Count the releases at hand that bear on no claim, empty where each does.

    >>> idle_label((Source(name="xa-president:1", title="", claims=()),))
    '1 release bears on no claim'
    """
    idle = sum(not source.claims for source in sources)
    other = "further " if idle < len(sources) else ""
    return f"{count_label(idle, f'{other}release bears', f'{other}releases bear')} on no claim" if idle else ""


def web_address(address: str) -> str:
    """Give an address that a page may link to: the web alone, so that no script hides in a link."""
    return address if address.startswith(("https://", "http://")) else ""


def source_label(release: Release) -> str:
    """Name a release with its day of publication: by its identifier, else by issuer and title."""
    day = day_label(release.issued.date()) if release.issued else "undated"
    if release.identifier or not release.title:
        return f"{release.name}, {day}"
    return ", ".join(filter(None, (release.issuer, f"“{shortened(release.title, MOST_TITLE)}”", day)))


def _witnesses(ruling: Ruling) -> tuple[Witness, ...]:
    """Give the witnesses of a ruling, each once."""
    return tuple(dict.fromkeys(ruling.witnesses))


def _row(audit: Audit, ruling: Ruling, first: int) -> Row:
    """Lay out one claim; ``first`` is the number of the first claim with its witnesses."""
    witnesses = _witnesses(ruling)
    return Row(
        number=ruling.claim.number,
        words=_plain(audit.essay, ruling.claim.span),
        kind=ruling.claim.kind.value,
        status=ruling.status,
        statement=_without_kind(printable(ruling.statement), ruling.claim.kind.value),
        cited=tuple(_cited(witness) for witness in witnesses),
        beside=tuple(_beside(audit, ruling)),
        same_as=first if witnesses and first != ruling.claim.number else None,
    )


def _cited(witness: Witness) -> Cited:
    release = witness.release
    paragraphs = paragraphs_of(release)
    return Cited(
        words=shortened(printable(witness.words).strip()),
        bearing=BEARINGS[witness.bearing],
        note=_tidied(printable(witness.note)),
        source=source_label(release),
        locus=locus_of(release, witness.span),
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


def _without_kind(statement: str, kind: str) -> str:
    """Leave out the kind where a statement begins with it: it is printed before each."""
    opening = f"{kind}: "
    return statement[len(opening) :] if statement.casefold().startswith(opening) else statement


def _tidied(note: str) -> str:
    """
    Leave out of a note what stands for an empty name.

    >>> _tidied("on whose idea it was: , invited"), _tidied(", invited"), _tidied("called first by ")
    ('on whose idea it was: invited', 'invited', '')
    """
    told = _EMPTY.sub(r"\1", note).strip(" ,;:")
    return "" if told.endswith((" by", " of")) else told


def _plain(essay: Release, span: Span) -> str:
    """Give words of the essay on one line; a pair of quotation marks around them is left to who prints them."""
    after = essay.part(span.part)[span.end :].lstrip(" .,;:!?")
    words = _balanced(printable(essay.words(span)).strip(), closed=after.startswith(")"))
    inner = words[1:-1]
    alone = words[:1] + words[-1:] in MARKS and not set(inner) & set("".join(MARKS))
    return inner if alone and inner else words


def _balanced(words: str, *, closed: bool) -> str:
    """
    Close a bracket that a claim was cut in, and open one; ``closed`` tells that nothing was left out of it.

    >>> _balanced("a visit (unplanned, probably", closed=False), _balanced("he came (late", closed=True)
    ('a visit (unplanned, probably …)', 'he came (late)')
    """
    open_now = 0
    for sign in words:
        if sign == "(":
            open_now += 1
        elif sign == ")" and open_now:
            open_now -= 1
    unopened = words.count(")") - (words.count("(") - open_now)
    tail = ")" if closed else " …)"
    return f"{'(… ' * unopened}{words}{tail if open_now else ''}{')' * (open_now - 1)}"


def _titled(release: Release) -> str:
    day = day_label(release.issued.date()) if release.issued else "undated"
    return f"“{printable(release.title)}”, {day}" if release.title else day
