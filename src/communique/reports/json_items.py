"""The items of an account as JSON: persons, parties, relations, documents, figures, topics, words."""

from __future__ import annotations

from typing import TypeAlias

from communique.model import (
    Account,
    Conflict,
    Figure,
    Formula,
    Hedge,
    Instrument,
    InstrumentCount,
    Office,
    Party,
    Person,
    Relation,
    Release,
    Side,
    Span,
    ToneWord,
    TopicShare,
)

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


class ItemWriter:
    """Writes items of one release, each span with its words; a method turns one noun of the model into JSON."""

    def __init__(self, release: Release) -> None:
        self.release = release

    def substance(self, account: Account) -> dict[str, Json]:
        """Write what an account has of dealings, documents, figures, topics and words."""
        return {
            "relations": [self._relation(relation) for relation in account.relations],
            "instruments": [self._instrument(instrument) for instrument in account.instruments],
            "counts": [self._count(count) for count in account.counts],
            "figures": [self._figure(figure) for figure in account.figures],
            "topics": [self._topic(share) for share in account.topics],
            "conflicts": [self._conflict(conflict) for conflict in account.conflicts],
            "tone": [self._tone(word) for word in account.tone],
            "formulas": [self._formula(formula) for formula in account.formulas],
        }

    def spans(self, spans: tuple[Span, ...]) -> Json:
        """Write several spans."""
        return [self.span(span) for span in spans]

    def span(self, span: Span | None) -> Json:
        """Write one span with its words, null where there is none."""
        if span is None:
            return None
        return {"part": span.part.value, "start": span.start, "end": span.end, "words": self.release.words(span)}

    def person(self, person: Person | None) -> Json:
        """Write a person, null where there is none."""
        if person is None:
            return None
        return {
            "name": person.name,
            "identity": person.identity,
            "side": side(person.side),
            "office": self._office(person.office),
            "spans": self.spans(person.spans),
        }

    def _office(self, office: Office | None) -> Json:
        return {"title": office.title, "span": self.span(office.span)} if office else None

    def _party(self, party: Party | None) -> Json:
        if party is None:
            return None
        return {
            "words": party.words,
            "span": self.span(party.span),
            "person": self.person(party.person),
            "side": side(party.side),
        }

    def _relation(self, relation: Relation) -> Json:
        return {
            "kind": relation.kind.value,
            "giver": self._party(relation.giver),
            "receiver": self._party(relation.receiver),
            "symmetrical": relation.symmetrical,
            "status": relation.status.value,
            "initiator": self._party(relation.initiator),
            "spoken": relation.spoken,
            "across": relation.across,
            "cue": self.span(relation.cue),
            "reason": self.span(relation.reason),
            "sentence": self.span(relation.sentence),
        }

    def _instrument(self, instrument: Instrument) -> Json:
        words = instrument.words
        return {
            "title": self.span(words.title),
            "head": self.span(words.head),
            "class": words.kind.value,
            "level": words.level.value,
            "binding": words.binding.value,
            "deciding": self.spans(words.deciding),
            "titles_only": words.titles_only,
            "lump": words.lump,
            "parties": self.spans(words.parties),
            "sides": [side(each) for each in instrument.sides],
            "sum": self.span(words.sum),
            "date": self.span(words.date),
            "cue": self.span(words.cue),
        }

    def _count(self, count: InstrumentCount) -> Json:
        return {"number": count.number, "span": self.span(count.span)}

    def _figure(self, figure: Figure) -> Json:
        words = figure.words
        return {
            "value": self.span(words.value),
            "number": list(words.number),
            "alternatives": list(words.alternatives),
            "unit": words.unit,
            "what": self.span(words.what),
            "period": self.span(words.period),
            "direction": words.direction.value if words.direction else None,
            "speaker": self.person(figure.speaker),
            "hedge": self._hedge(words.hedge),
            "span": self.span(words.span),
        }

    def _hedge(self, hedge: Hedge | None) -> Json:
        return {"kind": hedge.kind.value, "span": self.span(hedge.span)} if hedge else None

    def _topic(self, share: TopicShare) -> Json:
        return {
            "topic": share.topic.value,
            "words": share.words,
            "share": share.share,
            "first": self.span(share.first),
            "spans": self.spans(share.spans),
        }

    def _conflict(self, conflict: Conflict) -> Json:
        return {"place": conflict.place, "span": self.span(conflict.span)}

    def _tone(self, word: ToneWord) -> Json:
        return {"spoken": word.spoken, "span": self.span(word.span)}

    def _formula(self, formula: Formula) -> Json:
        return {"name": formula.name, "span": self.span(formula.span), "sentence": self.span(formula.sentence)}


def side(side: Side | None) -> Json:
    """Write a side, null where there is none."""
    return {"code": side.code, "name": side.name, "kind": side.kind.value} if side else None
