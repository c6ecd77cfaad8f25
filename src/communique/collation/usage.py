"""How usual a difference is: what each side's earlier texts on such contacts have of the same thing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from communique.collation.statements import Actor, Statement
from communique.collation.weighing import HARD
from communique.model import Account, Topic, Usage, Variant, VariantKind
from communique.precedent import Precedent

FEATURES = {
    VariantKind.VENUE: ("venue.named", "names the place"),
    VariantKind.INITIATIVE: ("initiative.stated", "says whose idea the contact was"),
    VariantKind.FIGURE: ("figures.stated", "states figures"),
    VariantKind.PRAISE_TONE: ("register.narrated", "has words of praise or tone"),
    VariantKind.ATTRIBUTION: ("voice.joint", "speaks for both sides"),
}
"""The feature of precedent that stands behind a kind of difference, and its words after "X's text"."""


def feature_of(kind: VariantKind, statement: Statement | None = None) -> tuple[str, str] | None:
    """Give the feature, code and words, whose rates tell how usual a difference is; None where none is counted."""
    if kind is VariantKind.ATTRIBUTION and (statement is None or statement.actor is not Actor.BOTH):
        return None
    if kind is VariantKind.FIGURE and statement is None:
        return None
    if kind in FEATURES:
        return FEATURES[kind]
    if statement is None or not statement.topics:
        return None
    topic = min(statement.topics, key=lambda topic: (topic not in HARD, topic.value))
    return _of_topic(topic)


@dataclass(frozen=True, slots=True)
class UsageOfBoth:
    """
    Answers how usual a thing is in either issuer's earlier texts; each feature is asked of precedent once.

    ``first`` and ``second`` are the two accounts, whose issuers, kinds and days choose what they are compared with.
    """

    first: Account
    second: Account
    precedent: Precedent
    known: dict[str, Usage] = field(default_factory=dict)

    def add_to(self, variant: Variant, feature: tuple[str, str] | None) -> Variant:
        """Add to a variant how often either side has the feature, code and words, where that is known."""
        if feature is None or not self.precedent.source:
            return variant
        usage = self._of(*feature)
        return replace(variant, usage=usage) if usage.first or usage.second else variant

    def _of(self, code: str, words: str) -> Usage:
        if code not in self.known:
            rates = [self.precedent.rate(code, account) for account in (self.first, self.second)]
            self.known[code] = Usage(feature=words, first=rates[0], second=rates[1])
        return self.known[code]


def _of_topic(topic: Topic) -> tuple[str, str]:
    return f"topics.{topic.value}", f"speaks of {topic.value.replace('_', ' ')}"
