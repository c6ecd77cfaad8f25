"""Who gives and who receives in a Russian clause: subjects, agents and governed cases around a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.languages.port import Form, Words
from communique.languages.russian.clauses import Row, breaks, is_preposition, is_which
from communique.languages.russian.phrases import Phrase
from communique.model import Span

_REACH = 26
_OBJECT_REACH = 14
_FIRST = "1per"
_SECOND = 2
_NEXT = 3
_ADJECTIVES = 4
_MODAL = frozenset({"хотеть", "хотеться", "позволить", "разрешить", "мочь", "иметь", "желать", "спешить", "быть", "бы"})


class Clause:
    """A row with its parties: the ground on which givers and receivers are found."""

    def __init__(self, row: Row, phrases: Sequence[Phrase]) -> None:
        self.row = row
        self.phrases = phrases

    def giver(self, i: int) -> Words | None:
        """Give who acts by the verb at ``i``: its subject, or whoever the verb's person means."""
        which = self._which_before(i)
        if which is not None and "nom" in self.row.items[which].cases:
            antecedent = self._last_before(which)
            if antecedent is not None:
                return antecedent.as_words(self.row)
        subject = self._subject_before(i) or self._subject_after(i)
        if subject is not None:
            return subject.as_words(self.row)
        return self._by_person(i) or self._carried_over(i)

    def _carried_over(self, i: int) -> Words | None:
        """A clause without a subject has that of the clause it hangs on ("подтвердил, что принимает")."""
        if not (self.row.items[i].is_a("VERB") or (i and self.row.items[i - 1].lower in {"будет", "будут"})):
            return None
        for j in range(i - 1, max(-1, i - _REACH), -1):
            if self.row.items[j].lower == "что":
                subject = self._subject_before(j - 1) if j else None
                if subject is None:
                    return None
                addressed = self.addressed() if subject.item.person == _SECOND else None
                return (addressed or subject).as_words(self.row)
        return None

    def subject(self, i: int) -> Words | None:
        """Give the subject before a noun that its verb follows ("Вы свой первый визит решили нанести …")."""
        found = self._subject_before(i)
        return found.as_words(self.row) if found is not None else None

    def agent(self, i: int) -> Phrase | None:
        """Give by whom: the instrumental after a passive."""
        return next((p for p in self.after(i) if "ins" in p.cases and not self.preposition(p)), None)

    def patient(self, i: int) -> Phrase | None:
        """Give the subject of a passive."""
        return self._subject_before(i) or self._subject_after(i)

    def receiver(self, i: int, slots: Sequence[tuple[str, str]], *, left: bool = True) -> Phrase | None:
        """Give the party in one of the governed cases, after the verb or, of pronouns and names, before it."""
        for preposition, case in slots:
            for phrase in self.after(i):
                if self.stands(phrase, preposition, case):
                    return phrase
            if left:
                for phrase in self._before(i):
                    near = i - phrase.last <= (_OBJECT_REACH // 2 if phrase.item.pronoun else 2)
                    if near and self.stands(phrase, preposition, case) and not self._verb_between(phrase.last, i):
                        return phrase
        return None

    def _verb_between(self, low: int, high: int) -> bool:
        """Tell whether another verb that has objects of its own stands between, other than "хотел бы", "позвольте"."""
        return any(r.is_a("VERB", "GRND") and not r.lemmas("VERB") & _MODAL for r in self.row.items[low + 1 : high])

    def stands(self, phrase: Phrase, preposition: str, case: str) -> bool:
        """Tell whether a party stands in a case, after a preposition or without any ("")."""
        if case not in phrase.cases:
            return False
        found = self.preposition(phrase)
        if preposition:
            wanted = preposition.rpartition(" ")[2]
            return found is not None and found.rstrip("о") == wanted.rstrip("о")
        return found is None and not self._belongs(phrase)

    def _belongs(self, phrase: Phrase) -> bool:
        """A genitive that hangs on the noun before it is no object."""
        if phrase.item.pronoun or "gen" not in phrase.cases or phrase.first == 0:
            return False
        before = self.row.items[phrase.first - 1]
        placed = phrase.first > 1 and self.row.items[phrase.first - 2].lower in {"в", "во", "на"}
        if before.designation is not None and placed and not before.cases & {"acc"}:
            return False
        if before.designation is not None:
            return before.designation.form is not Form.PRONOUN and "nom" not in before.cases
        return before.is_a("NOUN") and "acc" in phrase.cases and not (placed and self.row.text[before.start].isupper())

    def preposition(self, phrase: Phrase) -> str | None:
        """Give the preposition before a party, over adjectives ("с уважаемым Ильмаром Веском")."""
        j = phrase.first - 1
        while (
            j >= 0
            and phrase.first - j < _ADJECTIVES
            and self.row.items[j].designation is None
            and self.row.items[j].is_a("ADJF")
            and not self.row.items[j].pronoun
        ):
            j -= 1
        return self.row.items[j].lower if j >= 0 and is_preposition(self.row.items[j]) else None

    def after(self, i: int) -> Iterator[Phrase]:
        """Walk the parties behind an item, to the end of its clause."""
        for phrase in self.phrases:
            if phrase.first <= i:
                continue
            if phrase.first - i > _OBJECT_REACH or any(breaks(self.row, j) for j in range(i + 1, phrase.first)):
                return
            yield phrase

    def _before(self, i: int) -> Iterator[Phrase]:
        for phrase in reversed(self.phrases):
            if phrase.last >= i:
                continue
            if i - phrase.last > _REACH or any(breaks(self.row, j) for j in range(phrase.last + 1, i)):
                return
            yield phrase

    def _subject_before(self, i: int) -> Phrase | None:
        nominative = [
            p for p in self._before(i) if "nom" in p.cases and self.preposition(p) is None and not self._is_address(p)
        ]
        own = [p for p in nominative if not self._belongs_nominally(p)]
        sure = next((p for p in own if "acc" not in p.cases), None)
        return sure or next((p for p in own if not self._verb_between(-1, p.first)), None)

    def _belongs_nominally(self, phrase: Phrase) -> bool:
        """A name read as nominative by guess, right after a noun or another party, hangs on it."""
        if phrase.first == 0 or phrase.cases == frozenset({"nom"}):
            return False
        before = self.row.items[phrase.first - 1]
        return before.is_a("NOUN") or (before.designation is not None and "gen" in phrase.cases)

    def _subject_after(self, i: int) -> Phrase | None:
        for phrase in self.after(i):
            if "nom" in phrase.cases and "acc" not in phrase.cases and self.preposition(phrase) is None:
                return phrase if phrase.first - i <= _NEXT else None
        return None

    def _is_address(self, phrase: Phrase) -> bool:
        """A name between commas at the beginning is spoken to."""
        items = self.row.items
        after = items[phrase.last + 1].lower if phrase.last + 1 < len(items) else ""
        before = items[phrase.first - 1].lower if phrase.first else ""
        return (
            after in {",", "!"}
            and before in {"", ",", ":", "!", "«"}
            and phrase.item.designation is not None
            and self._has_second_person()
        )

    def _has_second_person(self) -> bool:
        return (
            any(item.person == _SECOND and item.pronoun for item in self.row.items)
            or any(r.has(_FIRST) for item in self.row.items for r in item.readings[:1])
            or any(item.lower in {"спасибо", "позвольте", "разрешите", "хотел", "хочу"} for item in self.row.items)
        )

    def addressed(self) -> Phrase | None:
        """Give whom the sentence addresses by name."""
        return next((p for p in self.phrases if "nom" in p.cases and self._is_address(p)), None)

    def _which_before(self, i: int) -> int | None:
        for j in range(i - 1, max(-1, i - _REACH), -1):
            if is_which(self.row.items[j]):
                return j
            if breaks(self.row, j) or self.row.items[j].is_a("VERB"):
                return None
        return None

    def _last_before(self, i: int) -> Phrase | None:
        return next((p for p in reversed(self.phrases) if p.last < i), None)

    def _by_person(self, i: int) -> Words | None:
        for j in range(i, max(-1, i - 6), -1):
            item = self.row.items[j]
            if any(r.has(_FIRST) for r in item.readings[:1]) or item.lower in {
                "позвольте",
                "разрешите",
                "хотел",
                "хотела",
                "хотели",
                "спасибо",
                "хотелось",
                "рад",
                "рада",
                "рады",
                "благодарен",
                "благодарна",
                "благодарны",
                "признателен",
                "признательны",
            }:
                return Words(span=Span(item.start, item.end, self.row.sentence.part), pronoun=True, first_person=True)
        return None
