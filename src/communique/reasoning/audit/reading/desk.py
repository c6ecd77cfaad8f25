"""The claims of an essay, each laid out with whom and which days it means, beside the record it is looked up in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.collation.vectors import Vectors
from communique.dossiers.opened import OpenDossier
from communique.languages.named_days import NamedDay, find_named_days
from communique.model import Account, Span
from communique.precedent import NO_PRECEDENT, Precedent
from communique.reasoning.audit.reading.cast import Cast, follow_people
from communique.reasoning.audit.reading.claims import Essay, take_apart
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.record import Record
from communique.reference.rows import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An essay taken apart beside the record of a dossier: all that its claims are looked up by."""

    apart: Essay
    record: Record
    cast: Cast
    tables: Tables
    precedent: Precedent

    def inquiries(self) -> Iterator[Inquiry]:
        """Yield what is asked of each claim, in order."""
        spans = (clause.span for clause in self.apart.clauses)
        people = dict(zip(spans, follow_people(self.apart.clauses, self.cast), strict=True))
        for number, asserted in enumerate(self.apart.asserted):
            yield Inquiry(
                claim=asserted.claim,
                clause=asserted.clause,
                quoted_as=asserted.quoted,
                essay=self.apart.account,
                people=people[asserted.clause.span],
                days=self._days(asserted.claim.span),
                record=self.record,
                cast=self.cast,
                tables=self.tables,
                precedent=self.precedent,
                context=self._context(number),
                previous=self._previous(number),
            )

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


def lay_out(
    essay: Account,
    opened: OpenDossier,
    *,
    tables: Tables,
    vectors: Vectors | None = None,
    precedent: Precedent = NO_PRECEDENT,
) -> Desk:
    """Lay out an essay beside the sources of a dossier; nothing is looked up yet."""
    record = Record(opened=opened, vectors=vectors)
    return Desk(
        apart=take_apart(essay),
        record=record,
        cast=Cast(essay=essay, record=record, tables=tables),
        tables=tables,
        precedent=precedent,
    )
