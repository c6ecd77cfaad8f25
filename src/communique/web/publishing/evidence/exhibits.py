"""What is frozen of the words that links open on: release, hash, and what the readings found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from communique.db.models import ReleaseRow
from communique.model import Finding, Grade, Release, Span
from communique.reports.excerpt import printable
from communique.web.base.corpus import ALIAS, the_corpus, the_settings
from communique.web.publishing.evidence.frozen import Exhibit, FrozenFinding
from communique.web.publishing.evidence.resolving import Resolved
from communique.wiring.building import build_engine
from communique.wiring.engine import SOFTWARE, Engine
from communique.wiring.precedents import build_precedent

MOST_FINDINGS = 3
"""Findings shown beside words that a link opens on, the most telling first."""

MOST_PLACES = 6
LONGEST_PLACE = 400
"""A finding with more places than this, or a longer one, is about the whole text and not about some words of it."""

CONTEXT = 90
"""Letters of context on either side of the words."""

_OF_THE_WHOLE = frozenset({"space", "topics", "turns", "register"})
"""Readings whose findings tell of a whole text; they stand beside words only where they carry a rate."""

_ORDER = (Grade.RARE, Grade.DIFFERS, Grade.HABIT, Grade.OBSERVED)
Tell = Callable[[str, int, int], None]


def make_exhibits(resolved: Iterable[Resolved], tell: Tell) -> tuple[Exhibit, ...]:
    """Freeze the words that links open on, with what the readings find in them; each release is read once."""
    resolved = tuple(resolved)
    engine = the_engine()
    findings: dict[str, tuple[Finding, ...]] = {}
    for number, item in enumerate(resolved):
        if item.release.key not in findings:
            tell(item.release.title or item.release.name, number, len(resolved))
            findings[item.release.key] = _findings(engine, item.release)
    return tuple(
        replace(
            exhibit_of(item, office=engine.office(item.release.issuer)),
            findings=tuple(_frozen(_bearing(findings[item.release.key], item.span))),
        )
        for item in resolved
    )


def the_engine() -> Engine:
    """Give the engine of the workspace, which knows what is usual from its corpus."""
    settings = the_settings()
    return replace(build_engine(settings), precedent=build_precedent(the_corpus(), settings))


def basis() -> tuple[str, int]:
    """Name the program that reads the evidence, and count the releases that are kept now."""
    return SOFTWARE, ReleaseRow.objects.using(ALIAS).count()


def exhibit_of(item: Resolved, *, office: str = "") -> Exhibit:
    """Give what stands in the text itself of words that a link opens on; no engine is asked."""
    release, span = item.release, item.span
    before, after = _context(release, span)
    return Exhibit(
        number=item.link.number,
        words=printable(item.words),
        before=before,
        after=after,
        part=span.part.value,
        start=span.start,
        end=span.end,
        key=release.key,
        name=release.name,
        title=printable(release.title),
        issuer=release.issuer,
        office=office,
        language=release.language,
        issued=release.issued.isoformat() if release.issued else "",
        address=release.address,
        captured=release.captured.isoformat() if release.captured else "",
        imprint=sha256(release.text.encode()).hexdigest(),
        digest=release.digest or "",
    )


def _findings(engine: Engine, release: Release) -> tuple[Finding, ...]:
    account = the_corpus().account(release.key)
    return engine.report_of(account).findings if account else ()


def _bearing(findings: tuple[Finding, ...], span: Span) -> list[Finding]:
    """Give the findings whose words share some with a span, the most telling first."""
    found = [finding for finding in findings if _bears(finding, span)]
    telling = sorted(found, key=lambda item: (_ORDER.index(item.grade), item.rate is None, len(item.spans)))
    return telling[:MOST_FINDINGS]


def _bears(finding: Finding, span: Span) -> bool:
    of_the_whole = finding.code.split(".")[0] in _OF_THE_WHOLE or len(finding.spans) > MOST_PLACES
    if finding.rate is None and of_the_whole:
        return False
    return any(place.overlaps(span) and len(place) <= LONGEST_PLACE for place in finding.spans)


def _frozen(findings: Iterable[Finding]) -> Iterator[FrozenFinding]:
    for finding in findings:
        rate = finding.rate
        yield FrozenFinding(
            code=finding.code,
            grade=finding.grade.value,
            statement=finding.statement,
            plain=finding.plain,
            seen=rate.seen if rate else 0,
            among=rate.among if rate else 0,
            reference=rate.reference if rate else "",
        )


def _context(release: Release, span: Span) -> tuple[str, str]:
    """Give the words before and after, on the same line, cut at the ends of words."""
    text = release.part(span.part)
    before = printable(text[max(0, span.start - CONTEXT) : span.start].rsplit("\n", 1)[-1]).lstrip()
    after = printable(text[span.end : span.end + CONTEXT].split("\n", 1)[0]).rstrip()
    if len(before) >= CONTEXT - 1 and " " in before:
        before = "… " + before.split(" ", 1)[1]
    if len(after) >= CONTEXT - 1 and " " in after.strip():
        after = after.rsplit(" ", 1)[0] + " …"
    return before, after
