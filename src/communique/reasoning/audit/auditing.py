"""The audit itself: an essay and the sources of a dossier in, a ruling on every claim out."""

from __future__ import annotations

from dataclasses import replace

from communique.collation.vectors import Vectors
from communique.dossiers.opened import OpenDossier
from communique.model import Account, Audit, Claim, ClaimKind, ClaimStatus, Ruling
from communique.precedent import NO_PRECEDENT, Precedent
from communique.reasoning.audit.decisions import Decision
from communique.reasoning.audit.reading.cast import Who
from communique.reasoning.audit.reading.desk import lay_out
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.rulings import rule
from communique.reasoning.audit.trails import with_trails
from communique.reference.rows import Tables


def audit_essay(
    essay: Account,
    opened: OpenDossier,
    *,
    tables: Tables,
    vectors: Vectors | None = None,
    precedent: Precedent = NO_PRECEDENT,
) -> Audit:
    """
    Read an analyst's text claim by claim, and say what the sources of a dossier decide of each.

    Every claim gets one of five statuses with the exact words that decide it; "not found" says only that no source at
    hand has it. No claim of motive, mood or body is ever confirmed, and nothing is said of the essay's author.
    ``vectors`` find other words for the same, ``precedent`` tells how usual it is what an essay calls odd.
    """
    desk = lay_out(essay, opened, tables=tables, vectors=vectors, precedent=precedent)
    record = desk.record
    rulings = tuple(_ruled(inquiry) for inquiry in desk.inquiries())
    return Audit(
        essay=essay.release,
        dossier=opened.dossier.title,
        rulings=with_trails(essay, rulings),
        sources=tuple(account.release.name for account in (*record.accounts, *record.parallel)),
        rhetoric=desk.apart.rhetoric,
        models=(*essay.models, *((vectors.name,) if vectors is not None else ())),
    )


def _ruled(inquiry: Inquiry) -> Ruling:
    decision = _with_witness(rule(inquiry))
    claim: Claim = inquiry.claim
    misspelt = [who for who in inquiry.people if who.misspelt]
    note = "".join(f" “{_words(inquiry, who)}” is read as {who.label}." for who in misspelt)
    if claim.kind is ClaimKind.EVENT and inquiry.days:
        claim = replace(claim, kind=ClaimKind.DATE)
    return Ruling(
        claim=claim,
        status=decision.status,
        statement=f"{decision.statement}{note}",
        witnesses=decision.witnesses,
        rate=decision.rate,
        base=decision.base,
    )


def _with_witness(decision: Decision) -> Decision:
    """Hold back a decision for which no words can be shown: what cannot be opened is not found."""
    decided = {ClaimStatus.CONFIRMED, ClaimStatus.PARTLY, ClaimStatus.CONTRADICTED}
    if decision.status in decided and not decision.witnesses:
        return replace(decision, status=ClaimStatus.NOT_FOUND)
    return decision


def _words(inquiry: Inquiry, who: Who) -> str:
    return " ".join(who.span.of(inquiry.essay.release.text).split())
