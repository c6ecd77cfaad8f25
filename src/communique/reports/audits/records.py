"""The claims of an audit as records, one a claim: the export that hand labels of essays are compared with."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.model import Audit, Ruling


class EvidenceRecord(msgspec.Struct, frozen=True, kw_only=True):
    """The exact words of one release that bear on a claim."""

    release: str
    quote: str


class ClaimRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One claim: the name of its essay, its words, its kind, its status, and the words that bear on it."""

    essay: str
    quote: str
    kind: str
    status: str
    evidence: tuple[EvidenceRecord, ...] = ()


def audit_records(audit: Audit) -> Iterator[ClaimRecord]:
    """Give a record for each claim, in the order of the essay."""
    return (_record(audit, ruling) for ruling in audit.rulings)


def render_audit_records(audit: Audit) -> Iterator[str]:
    """Give each record as one line of JSON, without the line's end."""
    return (msgspec.json.encode(record).decode() for record in audit_records(audit))


def _record(audit: Audit, ruling: Ruling) -> ClaimRecord:
    return ClaimRecord(
        essay=audit.essay.name,
        quote=audit.essay.words(ruling.claim.span),
        kind=ruling.claim.kind.value,
        status=ruling.status.value,
        evidence=tuple(
            EvidenceRecord(release=witness.release.name, quote=witness.words) for witness in ruling.witnesses
        ),
    )
