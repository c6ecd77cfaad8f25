"""One claim with all that is known of it before anything is looked up."""

from __future__ import annotations

from dataclasses import dataclass

from communique.languages.commentary import Cue, CueWords, find_cues, has_cue
from communique.languages.named_days import NamedDay
from communique.model import Account, Claim
from communique.precedent import NO_PRECEDENT, Precedent
from communique.reasoning.audit.quoting.marks import Quoted
from communique.reasoning.audit.reading.cast import Cast, Who
from communique.reasoning.audit.reading.clauses import Clause
from communique.reasoning.audit.record import Record
from communique.reference.rows import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """
    One claim, and what its check may ask: who is meant, which days it names, the record, the tables.

    ``context`` are the words of the sentence around it and of the clause before, for what a pronoun leaves open;
    ``previous`` those of the claim before; ``quoted_as`` tells how it is marked as quoted.
    """

    claim: Claim
    clause: Clause
    essay: Account
    people: tuple[Who, ...]
    days: tuple[NamedDay, ...]
    record: Record
    cast: Cast
    tables: Tables
    precedent: Precedent = NO_PRECEDENT
    context: str = ""
    previous: str = ""
    quoted_as: Quoted | None = None

    @property
    def language(self) -> str:
        """The language of the essay."""
        return self.essay.release.language

    @property
    def words(self) -> str:
        """The claim's words, in one line."""
        return " ".join(self.claim.span.of(self.essay.release.text).split())

    @property
    def raw(self) -> str:
        """The claim's words as they stand."""
        return self.claim.span.of(self.essay.release.text)

    @property
    def quoted(self) -> str:
        """What of it is quoted, as it stands; empty where nothing is."""
        return self.clause.quotation.of(self.essay.release.text) if self.clause.quotation else ""

    def has(self, *cues: Cue) -> bool:
        """Tell whether the claim's words hold a cue of any of the classes."""
        return has_cue(self.words, *cues, language=self.language)

    def cues(self, cue: Cue) -> tuple[CueWords, ...]:
        """Give the cues of one class in the claim's words."""
        return tuple(find_cues(self.words, cue, self.language))
