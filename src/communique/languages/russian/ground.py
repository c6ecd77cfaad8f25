"""One Russian sentence with its parties: what the readers of verbs, nouns and thanks share."""

from __future__ import annotations

from collections.abc import Iterator

from communique.languages.port import Form, Frame, Words
from communique.languages.russian.clauses import Item, Row, breaks
from communique.languages.russian.ends import Clause
from communique.languages.russian.lexicon import load_offices
from communique.languages.russian.phrases import Phrase, find_phrases
from communique.languages.russian.rules import Rule
from communique.languages.russian.status import status_of
from communique.languages.russian.visits import place_after, reason_after
from communique.model import RelationKind, Span, Status

NEAR = 4
REACH = 10
_PERSONAL = frozenset({Form.NAME, Form.OFFICE, Form.GROUP, Form.PRONOUN, Form.SIDE, Form.BODY})
_INVITING = frozenset({"пригласить", "приглашать", "приглашение"})


class Ground:
    """A row with its phrases and clause; makes frames of the ends found."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.phrases = find_phrases(row)
        self.clause = Clause(row, self.phrases)

    def fits(self, phrase: Phrase, rule: Rule) -> bool:
        """Tell whether a phrase may be the other party of a dealing."""
        designation = phrase.item.designation
        if designation is None:
            counterpart = phrase.item.pronoun or bool(phrase.item.lemmas("NOUN") & load_offices().counterparts)
            return counterpart or rule.kind is not RelationKind.CONTACT
        if rule.kind is RelationKind.RECEPTION and designation.form is Form.SIDE:
            return False
        return designation.form in _PERSONAL

    def owner(self, i: int) -> Phrase | None:
        """Give the state or person whose deeds are praised: a genitive in the object of the verb at ``i``."""
        for phrase in self.phrases:
            if not 0 < phrase.first - i <= REACH or self._is_cut(i, phrase.first):
                continue
            before = self.row.items[phrase.first - 1]
            if "gen" in phrase.cases and before.is_a("NOUN") and phrase.item.designation is not None:
                return phrase
        return None

    def _is_cut(self, low: int, high: int) -> bool:
        return any(breaks(self.row, j) for j in range(low, high))

    def place(self, i: int, rule: Rule) -> Phrase | None:
        """Give where a visit goes: a state, a city, or the country spoken of."""
        return place_after(self.row, self.phrases, i, rule.receiver)

    def invited(self, i: int) -> bool:
        """Tell whether a visit is what somebody is invited to ("пригласил посетить"), not made "по приглашению"."""
        near = range(max(0, i - REACH), i)
        return any(self._invites(j) and (not j or self.row.items[j - 1].lower != "по") for j in near)

    def _invites(self, j: int) -> bool:
        return bool(self.row.items[j].lemmas("VERB", "INFN", "NOUN", "GRND") & _INVITING)

    def near(self, i: int, reach: int = NEAR) -> tuple[Item, ...]:
        """Give the items around one, and itself."""
        return self.row.items[max(0, i - reach) : i + reach + 1]

    def span_of(self, item: Item) -> Span:
        """Give the words of an item."""
        return Span(item.start, item.end, self.row.sentence.part)

    def made(self, i: int, rule: Rule, giver: Words | None, receiver: Phrase | None) -> Iterator[Frame]:
        """Make the frame of a giver and a receiver; "you" is who the sentence addresses by name, if it does."""
        words = receiver.as_words(self.row) if receiver is not None else None
        open_to_address = words is None and rule.kind is RelationKind.THANKS
        if open_to_address or (words is not None and words.second_person and rule.kind is not RelationKind.VISIT):
            addressed = self.clause.addressed()
            words = addressed.as_words(self.row) if addressed is not None else words
        if giver is None and words is None:
            return
        if giver is not None and words is not None and giver.span.overlaps(words.span):
            return
        yield self.frame(i, rule, giver, words)

    def frame(
        self, i: int, rule: Rule, giver: Words | None, receiver: Words | None, *, status: Status | None = None
    ) -> Frame:
        """Make a frame at an item, with its status and what it is for."""
        return Frame(
            kind=rule.kind,
            sentence=self.row.sentence,
            cue=self.span_of(self.row.items[i]),
            giver=giver,
            receiver=receiver,
            symmetrical=rule.has("mutual"),
            status=status or status_of(self.row, i),
            reason=reason_after(self.row, i, receiver.span if receiver else None),
        )
