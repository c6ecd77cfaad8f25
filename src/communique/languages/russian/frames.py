"""What a Russian sentence says of the dealings between parties: the verb or noun, who gives, who receives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.languages.port import Form, Frame, Words
from communique.languages.russian.clauses import Item, Row, breaks, is_preposition
from communique.languages.russian.phrases import Phrase, find_phrases
from communique.languages.russian.ends import Clause
from communique.languages.russian.rules import Rule, load_rules, trigger
from communique.languages.russian.status import status_of
from communique.languages.russian.visits import place_after, reason_after
from communique.model import COURTESIES, RelationKind, Side, Span, Status

__all__ = ["find_frames", "trigger"]

_VERBS = ("VERB", "INFN", "GRND", "ADJS", "PRTS", "ADJF", "PRTF")
_PERSONAL = frozenset({Form.NAME, Form.OFFICE, Form.GROUP, Form.PRONOUN, Form.SIDE, Form.BODY})
_OURS = frozenset({"наш", "мой"})
_YOURS = frozenset({"ваш", "твой"})
_NEAR = 4
_REACH = 10
_INVITING = frozenset({"пригласить", "приглашать", "приглашение"})
_ATTENDING = frozenset({"участвовать"})
_TAKING = frozenset({"принять", "принимать"})
_COUNTERPARTS = frozenset(
    [
        "делегация",
        "представитель",
        "руководство",
        "глава",
        "лидер",
        "министр",
        "посол",
        "партнер",
        "коллега",
        "президент",
        "посланник",
        "сторона",
        "власть",
        "член",
        "руководитель",
    ]
)
_STAYING = frozenset({"находиться"})
_WARM = frozenset({"теплый", "радушный", "гостеприимный", "прием", "сердечный"})


def find_frames(row: Row) -> tuple[Frame, ...]:
    """Give the dealings one sentence states, each pair of parties once for each kind."""
    finder = _Finder(row)
    found: list[Frame] = []
    for i, item in enumerate(row.items):
        if item.designation is not None or item.pronoun:
            continue
        found += finder.at(i, item)
    return _without_repeats(tuple(_with_receivers(found)))


def _with_receivers(frames: Sequence[Frame]) -> Iterator[Frame]:
    """Thanks without a receiver go to whom the same giver dealt with just before ("высоко оценил …, поблагодарил")."""
    last: Frame | None = None
    for frame in frames:
        if (
            frame.kind is RelationKind.THANKS
            and frame.receiver is None
            and last is not None
            and last.giver == frame.giver
            and last.kind in COURTESIES
        ):
            frame = replace(frame, receiver=last.receiver)  # noqa: PLW2901 - the same dealing, completed
        if frame.receiver is not None:
            last = frame
        yield frame


def _without_repeats(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    kept: dict[tuple[object, ...], Frame] = {}
    for frame in frames:
        receiver = frame.receiver.span if frame.receiver else None
        giver = frame.giver.span if frame.giver else None
        pair = tuple(sorted((str(giver), str(receiver)))) if frame.symmetrical else (giver, receiver)
        kept.setdefault((frame.kind, pair), frame)
    return tuple(kept.values())


class _Finder:
    """One row with its parties: the ground on which dealings are found."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.phrases = find_phrases(row)
        self.clause = Clause(row, self.phrases)

    def at(self, i: int, item: Item) -> Iterator[Frame]:
        verbs = load_rules("verb")
        likely = item.readings[0].pos if item.readings else ""
        for lemma in item.lemmas(likely) if likely in _VERBS else ():
            for rule in verbs.get(lemma, ()):
                yield from self._of_verb(i, item, rule)
        nouns = load_rules("noun")
        for lemma in item.lemmas("NOUN", "PRED", "PRCL", "ADVB"):
            for rule in nouns.get(lemma, ()):
                yield from self._of_noun(i, rule)
        if item.lemmas("VERB", "INFN") & _ATTENDING or (
            item.lower == "участие" and i and self.row.items[i - 1].lemmas("VERB", "INFN") & _TAKING
        ):
            yield from self._of_attendance(i)
        if item.lemmas("NOUN") & {"прием"} and self._near_lemmas(i, _NEAR) & _WARM:
            yield from self._of_welcome(i)

    # verbs

    def _of_verb(self, i: int, item: Item, rule: Rule) -> Iterator[Frame]:
        if rule.near and not any(
            self.row.items[j].lower in rule.near for j in range(max(0, i - _NEAR), min(len(self.row.items), i + _NEAR))
        ):
            return
        if item.is_a("PRTF") or any(
            self.row.items[j].lower in rule.unless for j in range(i + 1, min(len(self.row.items), i + _NEAR))
        ):
            return
        if item.is_a("PRTS"):
            yield from self._of_passive(i, rule)
            return
        if rule.kind is RelationKind.VISIT and item.is_a("INFN") and self._invited(i):
            return
        receiver = self.clause.receiver(i, rule.receiver)
        if rule.has("place"):
            receiver = self._place(i, rule)
            if receiver is None:
                return
        elif receiver is not None and not self._fits(receiver, rule):
            receiver = None
        giver = self.clause.giver(i)
        if receiver is None and rule.has("whole"):
            receiver = self._owner(i)
        if receiver is None and rule.has("mutual"):
            yield from self._jointly(i, rule)
            return
        if receiver is None and not rule.has("bare"):
            return
        yield from self._made(i, rule, giver, receiver)

    def _of_passive(self, i: int, rule: Rule) -> Iterator[Frame]:
        if ("", "acc") not in rule.receiver:
            return
        agent, patient = self.clause.agent(i), self.clause.patient(i)
        if patient is None or agent is None or not self._fits(patient, rule):
            return
        yield from self._made(i, rule, agent.as_words(self.row), patient)

    def _jointly(self, i: int, rule: Rule) -> Iterator[Frame]:
        """Two named parties as one subject: "Король и Премьер-министр встретились"."""
        named = [
            p
            for p in self.phrases
            if p.last < i
            and "nom" in p.cases
            and p.item.designation
            and p.item.designation.form in (Form.NAME, Form.OFFICE)
        ]
        for first, second in zip(named, named[1:], strict=False):
            if second.first - first.last == 2 and self.row.items[first.last + 1].lower == "и":  # noqa: PLR2004 - only "и" between
                yield self._frame(i, rule, first.as_words(self.row), second.as_words(self.row))

    def _fits(self, phrase: Phrase, rule: Rule) -> bool:
        designation = phrase.item.designation
        if designation is None:
            return (
                rule.kind is not RelationKind.CONTACT
                or phrase.item.pronoun
                or bool(phrase.item.lemmas("NOUN") & _COUNTERPARTS)
            )
        if rule.kind is RelationKind.RECEPTION and designation.form is Form.SIDE:
            return False
        return designation.form in _PERSONAL

    def _owner(self, i: int) -> Phrase | None:
        """The state or person whose deeds are praised: a genitive in the object of the verb."""
        for phrase in self.phrases:
            if (
                phrase.first > i
                and phrase.first - i <= _REACH
                and not any(breaks(self.row, j) for j in range(i, phrase.first))
            ):
                before = self.row.items[phrase.first - 1]
                if "gen" in phrase.cases and before.is_a("NOUN") and phrase.item.designation is not None:
                    return phrase
        return None

    def _place(self, i: int, rule: Rule) -> Phrase | None:
        """Give where a visit goes: a state, a city, or the country spoken of."""
        return place_after(self.row, self.phrases, i, rule.receiver)

    def _invited(self, i: int) -> bool:
        near = range(max(0, i - _REACH), i)
        return any(
            self.row.items[j].lemmas("VERB", "INFN", "NOUN", "GRND") & _INVITING
            and (not j or self.row.items[j - 1].lower != "по")
            for j in near
        )

    # nouns

    def _of_noun(self, i: int, rule: Rule) -> Iterator[Frame]:
        if rule.marked and not self._near_lemmas(i, _NEAR) & rule.marked:
            return
        if rule.kind is RelationKind.INVITATION:
            yield from self._of_invitation(i, rule)
        elif rule.has("mutual"):
            yield from self._of_encounter(i, rule)
        elif rule.has("place"):
            yield from self._of_visit(i, rule)
        elif rule.verbs:
            yield from self._of_expression(i, rule)

    def _near_lemmas(self, i: int, reach: int) -> set[str]:
        items = self.row.items[max(0, i - reach) : i + reach + 1]
        return {lemma for item in items for lemma in item.lemmas("ADJF", "NOUN")}

    def _of_encounter(self, i: int, rule: Rule) -> Iterator[Frame]:
        owner = self._genitive_after(i)
        met = next((p for p in self.clause._after(i) if self.clause._stands(p, "с", "ins")), None)
        if met is not None and not self._fits(met, rule):
            met = None
        if met is None:
            yield from self._between(i, rule, owner)
            return
        giver: Words | None = owner.as_words(self.row) if owner is not None and owner.first < met.first else None
        giver = giver or self._possessor(i) or self._of_governor(i)
        if giver is not None and giver.span.overlaps(met.as_words(self.row).span):
            giver = None
        yield self._frame(i, rule, giver, met.as_words(self.row))

    def _between(self, i: int, rule: Rule, owner: Phrase | None) -> Iterator[Frame]:
        """ "Переговоры представителей А и Б", "встреча президентов А и Б"; "ваш разговор" names one party."""
        if owner is not None and len(owner.sides) > 1:
            first, second = (self._of_side(owner, side) for side in owner.sides[:2])
            yield self._frame(i, rule, first, second)
            return
        before = self.row.items[max(0, i - _NEAR) : i]
        if any(item.lower == "вас" and "gen" in item.cases for item in before) and any(
            item.lower == "у" for item in before
        ):
            span = next(Span(item.start, item.end, self.row.sentence.part) for item in before if item.lower == "вас")
            yield self._frame(i, rule, Words(span=span, pronoun=True, second_person=True), None)
            return
        we = next(
            (p.first for p in self.phrases if self.row.items[p.first].lower == "мы" and p.first - i < _REACH), None
        )
        beside = next(
            (p for p in self.phrases if we is not None and p.first > we and self.clause._stands(p, "с", "ins")), None
        )
        if we is not None and beside is not None and i > 0 and is_preposition(self.row.items[i - 1]):
            words = Words(span=self.row.words(we, we), first_person=True)
            yield self._frame(i, rule, words, beside.as_words(self.row))

    def _of_side(self, phrase: Phrase, side: Side) -> Words:
        for item in self.row.items[phrase.first : phrase.last + 1]:
            if item.designation is not None and side in item.designation.sides and len(item.designation.sides) == 1:
                return Words(span=item.designation.span, designation=item.designation, sides=(side,))
        return Words(span=self.row.words(phrase.first, phrase.last), sides=(side,))

    def _genitive_after(self, i: int) -> Phrase | None:
        return next((p for p in self.phrases if p.first == i + 1 and "gen" in p.cases), None)

    def _possessor(self, i: int) -> Words | None:
        for j in range(max(0, i - _NEAR), i):
            item = self.row.items[j]
            lemmas = {r.lemma for r in item.readings}
            if lemmas & (_OURS | _YOURS) and not any(breaks(self.row, k) for k in range(j, i)):
                span = Span(item.start, item.end, self.row.sentence.part)
                return Words(span=span, first_person=bool(lemmas & _OURS), second_person=bool(lemmas & _YOURS))
        return None

    def _of_governor(self, i: int) -> Words | None:
        """Give the subject of the verb that carries a noun; one that takes place has none."""
        for j in [*range(i - 1, max(-1, i - _REACH), -1), *range(i + 1, min(len(self.row.items), i + _NEAR))]:
            if breaks(self.row, j):
                if j < i:
                    continue
                break
            item = self.row.items[j]
            if item.is_a("VERB", "INFN", "GRND"):
                if item.lemmas("VERB", "INFN") & {"состояться", "пройти", "проходить", "начаться"}:
                    return None
                return self.clause.giver(j)
        return None

    def _of_visit(self, i: int, rule: Rule) -> Iterator[Frame]:
        if self._invited(i):
            return
        place = self._place(i, rule)
        owner = self._genitive_after(i)
        with_visit = i > 0 and any(self.row.items[j].lower in {"с", "со"} for j in range(max(0, i - 3), i))
        if place is None and with_visit:
            staying = next(
                (j for j in range(max(0, i - _REACH), i) if self.row.items[j].lemmas("VERB") & _STAYING), None
            )
            place = self._place(staying, rule) if staying is not None else None
            if place is not None and staying is not None:
                yield from self._made(i, rule, self.clause.giver(staying), place)
            return
        if place is None or with_visit:
            return
        giver = (
            owner.as_words(self.row)
            if owner is not None and owner.first < place.first
            else self._possessor(i) or self._of_governor(i)
        )
        yield from self._made(i, rule, giver or self.clause.subject(i), place)

    def _of_invitation(self, i: int, rule: Rule) -> Iterator[Frame]:
        owner = self._genitive_after(i)
        before = self.row.items[i - 1].lower if i else ""
        thanked = self._thanked(i)
        if thanked is not None:
            giver, receiver = thanked
            yield (
                self._frame(i, rule, receiver, giver, status=Status.PAST)
                if receiver or giver
                else self._frame(i, rule, None, None)
            )
        elif owner is not None and before != "по":
            taker = self._of_governor(i)
            yield self._frame(i, rule, owner.as_words(self.row), taker, status=Status.PAST)
        elif before != "по":
            verb = next(
                (
                    j
                    for j in range(i - 1, max(-1, i - _REACH), -1)
                    if self.row.items[j].lemmas("VERB") & {"передать", "подтвердить", "направить"}
                ),
                None,
            )
            receiver_phrase = self.clause.receiver(i, rule.receiver, left=False)
            if verb is not None and receiver_phrase is not None:
                yield self._frame(i, rule, self.clause.giver(verb), receiver_phrase.as_words(self.row))

    def _thanked(self, i: int) -> tuple[Words | None, Words | None] | None:
        """Thanks for an invitation go to whoever invited: who thanks, and who is thanked."""
        if not any(self.row.items[j].lower == "за" for j in range(max(0, i - _NEAR), i)):
            return None
        for frame in self._thanks_before(i):
            return frame.giver, frame.receiver
        return None

    def _thanks_before(self, i: int) -> Iterator[Frame]:
        for j in range(i):
            if self.row.items[j].designation is None:
                yield from (f for f in self._expressed(j, self.row.items[j]) if f.kind is RelationKind.THANKS)

    def _expressed(self, j: int, item: Item) -> Iterator[Frame]:
        for lemma in item.lemmas(*_VERBS):
            for rule in load_rules("verb").get(lemma, ()):
                if rule.kind is RelationKind.THANKS:
                    yield from self._of_verb(j, item, rule)
        for lemma in item.lemmas("NOUN", "PRED", "PRCL", "ADVB"):
            for rule in load_rules("noun").get(lemma, ()):
                if rule.kind is RelationKind.THANKS:
                    yield from self._of_noun(j, rule)

    def _of_attendance(self, i: int) -> Iterator[Frame]:
        """To take part in what is to take place in a city is to go there."""
        rule = load_rules("verb")["прибыть"][0]
        place = place_after(self.row, self.phrases, i, (("в", "loc"),), cities=True)
        if place is not None and status_of(self.row, i) is Status.PLANNED:
            yield from self._made(i, rule, self.clause.giver(i), place)

    def _of_welcome(self, i: int) -> Iterator[Frame]:
        """Thanks for a warm welcome go to the host."""
        thanks = next(self._thanks_before(i), None)
        if thanks is not None and thanks.receiver is not None:
            rule = next(r for r in load_rules("verb")["принять"])
            yield self._frame(i, rule, thanks.receiver, thanks.giver)

    def _of_expression(self, i: int, rule: Rule) -> Iterator[Frame]:
        item = self.row.items[i]
        if item.lower == "спасибо":
            receiver = self.clause.receiver(i, rule.receiver, left=False) or self.clause.addressed()
            yield from self._made(i, rule, self._speaker(), receiver)
            return
        verb = self._carrier(i, rule)
        if verb is None:
            return
        receiver = self.clause.receiver(i, rule.receiver, left=False) or self._between_verb(verb, i, rule)
        if receiver is None and rule.has("whole"):
            receiver = self._owner(i)
        if receiver is None and not rule.has("bare"):
            return
        yield from self._made(i, rule, self.clause.giver(verb), receiver)

    def _carrier(self, i: int, rule: Rule) -> int | None:
        near = [*range(i - 1, max(-1, i - _REACH), -1), *range(i + 1, min(len(self.row.items), i + _NEAR))]
        for j in near:
            if self.row.items[j].lemmas("VERB", "INFN", "GRND") & rule.verbs:
                return j
        return None

    def _between_verb(self, verb: int, i: int, rule: Rule) -> Phrase | None:
        low, high = sorted((verb, i))
        for _, case in rule.receiver:
            found = next(
                (
                    p
                    for p in self.phrases
                    if low < p.first < high and case in p.cases and self.clause._preposition(p) is None
                ),
                None,
            )
            if found is not None:
                return found
            found = next(
                (
                    p
                    for p in self.phrases
                    if p.last < low and p.item.pronoun and case in p.cases and low - p.last < _NEAR
                ),
                None,
            )
            if found is not None:
                return found
        return None

    def _speaker(self) -> Words | None:
        """Give the label of a turn that opens the sentence."""
        first = self.phrases[0] if self.phrases else None
        if first is not None and first.last + 1 < len(self.row.items) and self.row.items[first.last + 1].lower == ":":
            return first.as_words(self.row)
        thanks = next(item for item in self.row.items if item.lower == "спасибо")
        return Words(span=Span(thanks.start, thanks.end, self.row.sentence.part), pronoun=True, first_person=True)

    # frames

    def _made(self, i: int, rule: Rule, giver: Words | None, receiver: Phrase | None) -> Iterator[Frame]:
        words = receiver.as_words(self.row) if receiver is not None else None
        if words is not None and words.second_person and rule.kind is not RelationKind.VISIT:
            addressed = self.clause.addressed()
            words = addressed.as_words(self.row) if addressed is not None else words
        if words is None and rule.kind is RelationKind.THANKS and (addressed := self.clause.addressed()):
            words = addressed.as_words(self.row)
        if giver is None and words is None:
            return
        if giver is not None and words is not None and giver.span.overlaps(words.span):
            return
        yield self._frame(i, rule, giver, words)

    def _frame(
        self, i: int, rule: Rule, giver: Words | None, receiver: Words | None, *, status: Status | None = None
    ) -> Frame:
        item = self.row.items[i]
        return Frame(
            kind=rule.kind,
            sentence=self.row.sentence,
            cue=Span(item.start, item.end, self.row.sentence.part),
            giver=giver,
            receiver=receiver,
            symmetrical=rule.has("mutual"),
            status=status or status_of(self.row, i),
            reason=self._reason(i, receiver),
        )

    def _reason(self, i: int, receiver: Words | None) -> Span | None:
        """Give what thanks or congratulations are for: the words after "за", "с", "по случаю" to the clause's end."""
        return reason_after(self.row, i, receiver.span if receiver else None)
