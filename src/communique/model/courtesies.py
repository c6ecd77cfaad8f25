"""Courtesies in one direction: thanks, congratulation, condolence, praise, apology, greeting."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.accounts import Account
from communique.model.relations import COURTESIES, Party, Relation, RelationKind, Status
from communique.model.spans import Span, joined

_VERBS = {
    RelationKind.THANKS: "thanks",
    RelationKind.CONGRATULATION: "congratulates",
    RelationKind.CONDOLENCE: "condoles with",
    RelationKind.PRAISE: "praises",
    RelationKind.GREETING: "greets",
    RelationKind.APOLOGY: "apologises to",
}
_NOUNS = {
    RelationKind.THANKS: "thanks",
    RelationKind.CONGRATULATION: "congratulations",
    RelationKind.CONDOLENCE: "condolences",
    RelationKind.PRAISE: "praise",
    RelationKind.GREETING: "greetings",
    RelationKind.APOLOGY: "an apology",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Courtesy:
    """
    One kind of courtesy in one direction, in all places of a text that state it (``relations``, at least one).

    Either end may be None where the words do not name it.
    """

    kind: RelationKind
    giver: Party | None
    receiver: Party | None
    relations: tuple[Relation, ...]

    @property
    def deed(self) -> str:
        """Who does what to whom, in words ("Ilmar Vesk thanks Adela Korin")."""
        if self.giver and self.receiver and (self.giver.person or self.giver.side):
            return f"{self.giver.label} {_VERBS[self.kind]} {self.receiver.label}"
        # Who gives may be many ("the parties"), so that no verb has to agree.
        giver = f" from {_inside(self.giver)}" if self.giver else ""
        receiver = f" to {_inside(self.receiver)}" if self.receiver else ""
        open_ends = " and ".join(end for end, named in (("from whom", giver), ("to whom", receiver)) if not named)
        noun = self.noun.removeprefix("an ")
        return f"{noun.capitalize()}{giver}{receiver}{f' ({open_ends}: not stated)' if open_ends else ''}"

    @property
    def noun(self) -> str:
        """The kind as a noun ("thanks", "an apology")."""
        return _NOUNS[self.kind]

    @property
    def reasons(self) -> tuple[Span, ...]:
        """What it is for, in every place that tells."""
        return tuple(relation.reason for relation in self.relations if relation.reason is not None)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words of every place: from the word of courtesy to what it is for, or the other way round."""
        return tuple(_words(relation) for relation in self.relations)


def find_courtesies(account: Account) -> tuple[Courtesy, ...]:
    """
    Group the courtesies that an account reports or performs by kind and direction, in the order of the text.

    A mutual courtesy goes both ways. Where direct speech names no giver, its speaker gives. Those planned, recalled or
    only possible are left out, and those within one side.
    """
    grouped: dict[tuple[RelationKind, str, str], list[tuple[Party | None, Party | None, Relation]]] = {}
    for relation in account.relations:
        if relation.kind in COURTESIES and relation.status is Status.ACTUAL and relation.across:
            for giver, receiver in _ends(account, relation):
                key = (relation.kind, giver.label if giver else "", receiver.label if receiver else "")
                grouped.setdefault(key, []).append((giver, receiver, relation))
    return tuple(
        Courtesy(kind=kind, giver=places[0][0], receiver=places[0][1], relations=tuple(place[2] for place in places))
        for (kind, _, _), places in grouped.items()
    )


def _ends(account: Account, relation: Relation) -> tuple[tuple[Party | None, Party | None], ...]:
    giver, receiver = relation.giver or _speaker(account, relation), relation.receiver
    return ((giver, receiver), (receiver, giver)) if relation.symmetrical else ((giver, receiver),)


def _speaker(account: Account, relation: Relation) -> Party | None:
    around = (q.speaker for q in account.quotations if q.speaker and q.content.covers(relation.cue))
    speaker = next(around, None)
    return Party(words=speaker.label, person=speaker, side=speaker.side) if speaker else None


def _inside(party: Party) -> str:
    """Give what a party is called inside a sentence: an article that opened one in the text is small there."""
    article, _, rest = party.label.partition(" ")
    return f"the {rest}" if article == "The" and rest else party.label


def _words(relation: Relation) -> Span:
    cue, reason = relation.cue, relation.reason
    return joined(cue, reason) if reason is not None and reason.part is cue.part else cue
