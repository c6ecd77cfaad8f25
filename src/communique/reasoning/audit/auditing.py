"""The audit itself: an essay and the sources of a dossier in, a ruling on every claim out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.collation.vectors import Vectors
from communique.dossiers.opened import OpenDossier
from communique.languages.named_days import NamedDay, find_named_days
from communique.model import Account, Audit, Claim, ClaimKind, Ruling, Span
from communique.precedent import NO_PRECEDENT, Precedent
from communique.reasoning.audit.cast import Cast, Who, follow_people
from communique.reasoning.audit.claims import Essay, take_apart
from communique.reasoning.audit.inquiry import Inquiry
from communique.reasoning.audit.record import Record
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
    record = Record(opened=opened, vectors=vectors)
    desk = _Desk(
        apart=take_apart(essay),
        record=record,
        cast=Cast(essay=essay, record=record, tables=tables),
        tables=tables,
        precedent=precedent,
    )
    rulings = tuple(_ruled(inquiry) for inquiry in desk.inquiries())
    return Audit(
        essay=essay.release,
        dossier=opened.dossier.title,
        rulings=with_trails(essay, rulings),
        sources=tuple(account.release.name for account in (*record.accounts, *record.parallel)),
        rhetoric=desk.apart.rhetoric,
        models=(*essay.models, *((vectors.name,) if vectors is not None else ())),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """All that the claims of one essay are looked up by."""

    apart: Essay
    record: Record
    cast: Cast
    tables: Tables
    precedent: Precedent

    def inquiries(self) -> Iterator[Inquiry]:
        """Yield what is asked of each claim, in order."""
        spans = (clause.span for clause in self.apart.clauses)
        people = dict(zip(spans, follow_people(self.apart.clauses, self.cast), strict=True))
        current: tuple[NamedDay, ...] = ()
        for number, asserted in enumerate(self.apart.asserted):
            days = self._days(asserted.claim.span)
            yield Inquiry(
                claim=asserted.claim,
                clause=asserted.clause,
                quoted_as=asserted.quoted,
                essay=self.apart.account,
                people=people[asserted.clause.span],
                days=days,
                current=current,
                record=self.record,
                cast=self.cast,
                tables=self.tables,
                precedent=self.precedent,
                context=self._context(number),
                previous=self._previous(number),
            )
            current = days or current

    def _context(self, number: int) -> str:
        """Give the sentence of a claim, and the claim before it."""
        sentence = self.apart.asserted[number].claim.sentence.of(self.apart.account.release.text)
        return " ".join(f"{self._previous(number)} {sentence}".split())

    def _previous(self, number: int) -> str:
        """Give the words of the claim before, in one line."""
        if not number:
            return ""
        return " ".join(self.apart.asserted[number - 1].claim.span.of(self.apart.account.release.text).split())

    def _days(self, span: Span) -> tuple[NamedDay, ...]:
        """Give the days that a claim names; a day without a year is taken near the days of the dossier."""
        release = self.apart.account.release
        return find_named_days(release.text, span, self.record.opened.dossier.last, release.language)


def _ruled(inquiry: Inquiry) -> Ruling:
    verdict = rule(inquiry)
    claim: Claim = inquiry.claim
    misspelt = [who for who in inquiry.people if who.misspelt]
    note = "".join(f" “{_words(inquiry, who)}” is read as {who.label}." for who in misspelt)
    if claim.kind is ClaimKind.EVENT and inquiry.days:
        claim = replace(claim, kind=ClaimKind.DATE)
    return Ruling(
        claim=claim,
        status=verdict.status,
        statement=f"{verdict.statement}{note}",
        witnesses=verdict.witnesses,
        rate=verdict.rate,
        base=verdict.base,
    )


def _words(inquiry: Inquiry, who: Who) -> str:
    return " ".join(who.span.of(inquiry.essay.release.text).split())
