"""What the sources of a dossier hold, laid out so that the claims of an essay can be looked up in it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from communique.collation.pairing.namings import sides_in, tokens_of
from communique.collation.vectors import Matrix, Vectors
from communique.dossiers.opened import OpenDossier
from communique.languages.acts import act_lexicon
from communique.languages.lemmas import lemmatise
from communique.model import Account, Kind, Part, Person, Quotation, Role, Span
from communique.precedent.notices import is_announcement
from communique.reasoning.audit.quoting.words import key_of as key_of_word

SENSE, WORDS = 0.5, 0.5
"""Shares of the vectors' likeness and of the shared words in how well a passage answers."""

NAMED = 0.2
"""How much less the names of principals and sides weigh than other words."""

FEWEST_TOLD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSentence:
    """One sentence of a source: its words, who says it (None for the narrator), its content words in base form."""

    account: Account
    span: Span
    speaker: Person | None
    lemmas: frozenset[str]

    @property
    def words(self) -> str:
        """The exact words."""
        return self.account.release.words(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A passage that bears on some words: how alike the two are (0 to 1), in sense and in shared words."""

    sentence: SourceSentence
    likeness: float
    sense: float
    shared: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedContact:
    """One contact as a source records or announces it: what, when, between whom, where."""

    account: Account
    kind: Kind
    day: date | None
    people: tuple[Person, ...]
    announced: bool

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the persons between whom it takes place."""
        return frozenset(key for person in self.people if (key := key_of(person)))

    @property
    def sides(self) -> frozenset[str]:
        """The codes of their sides."""
        return frozenset(person.side.code for person in self.people if person.side)


def key_of(person: Person) -> str:
    """Give what stands for a person across texts: the key of the tables, else the name in small letters."""
    return person.identity or " ".join((person.base or person.name or "").casefold().split())


@dataclass(frozen=True)
class Record:
    """
    The sources of a dossier, each sentence ready to be asked.

    ``opened`` is the dossier; ``vectors`` the model of sentences, None to go by words alone.
    """

    opened: OpenDossier
    vectors: Vectors | None = None

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """Those of the episode itself, in order of publication; parallel events stand apart."""
        return _in_order(self.opened.accounts())

    @cached_property
    def parallel(self) -> tuple[Account, ...]:
        """Those of parallel public events."""
        return _in_order(self.opened.accounts(Role.PARALLEL))

    @cached_property
    def beside(self) -> Record:
        """The record of the parallel events alone, asked where a claim is on one of them."""
        return _Beside(opened=self.opened, vectors=self.vectors)

    @cached_property
    def contacts(self) -> tuple[RecordedContact, ...]:
        """The contacts that the sources of the episode tell of, then those of parallel events."""
        return tuple(_contact(account) for account in (*self.accounts, *self.parallel))

    @cached_property
    def sentences(self) -> tuple[SourceSentence, ...]:
        """Every sentence of the sources of the episode that has something to say, in order; headlines too."""
        return tuple(sentence for account in self.accounts for sentence in _sentences(account))

    @cached_property
    def _weights(self) -> dict[str, float]:
        """How telling each word is: the rarer among the passages the more (Spärck Jones, 1972)."""
        counted = Counter(lemma for sentence in self.sentences for lemma in sentence.lemmas)
        return {lemma: math.log(1 + len(self.sentences) / n) for lemma, n in counted.items()}

    @cached_property
    def _matrix(self) -> Matrix:
        if self.vectors is None:
            return np.zeros((len(self.sentences), 1), dtype=np.float32)
        return self.vectors.encode([sentence.words for sentence in self.sentences])

    def answers(
        self, words: str, language: str, *, where: Callable[[SourceSentence], bool] = lambda _: True, most: int = 5
    ) -> tuple[Answer, ...]:
        """Give the passages that bear most on some words, the best first; ``where`` narrows whose and which."""
        if not self.sentences:
            return ()
        sense = self._sense(words)
        asked = content_of(words, language)
        found = [
            self._answer(sentence, float(sense[n]), asked)
            for n, sentence in enumerate(self.sentences)
            if where(sentence)
        ]
        return tuple(sorted(found, key=lambda answer: -answer.likeness)[:most])

    def _sense(self, words: str) -> Matrix:
        if self.vectors is None:
            return np.zeros(len(self.sentences), dtype=np.float32)
        cosine: Matrix = np.clip(self._matrix @ self.vectors.encode([words])[0], 0.0, 1.0)
        return cosine

    def _answer(self, sentence: SourceSentence, sense: float, asked: frozenset[str]) -> Answer:
        shared = self.share(asked, sentence.lemmas)
        likeness = SENSE * sense + WORDS * shared if self.vectors is not None else shared
        return Answer(sentence=sentence, likeness=likeness, sense=sense, shared=shared)

    @cached_property
    def _everywhere(self) -> frozenset[str]:
        """The keys of the names of those who meet and of their sides: all such texts have them."""
        told = [*(person.label for contact in self.contacts for person in contact.people)]
        told += [str(person.side) for contact in self.contacts for person in contact.people if person.side]
        return frozenset(key for name in told for key in content_of(name, "en"))

    def tells(self, sentence: SourceSentence) -> bool:
        """Tell whether a passage says more than who meets: no headline, no bare greeting."""
        return sentence.span.part is Part.TEXT and len(sentence.lemmas - self._everywhere) >= FEWEST_TOLD

    def share(self, asked: frozenset[str], held: frozenset[str]) -> float:
        """Give how much of some content words, by their weight, others hold (0 to 1)."""
        rarest = math.log(2 + len(self.sentences))
        weigh = {
            lemma: self._weights.get(lemma, rarest) * (NAMED if lemma in self._everywhere else 1.0) for lemma in asked
        }
        whole = sum(weigh.values())
        if not whole:
            return 0.0
        return sum(weight for lemma, weight in weigh.items() if lemma in held) / whole


class _Beside(Record):
    """The sources of parallel events as a record of their own."""

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """Those of parallel events."""
        return _in_order(self.opened.accounts(Role.PARALLEL))

    @cached_property
    def parallel(self) -> tuple[Account, ...]:
        """None: they are its own."""
        return ()


def content_of(words: str, language: str) -> frozenset[str]:
    """
    Give the keys of a text's content words: one for all words of a family ("regular", "regularly").

    States and organisations count by their codes besides, whatever they are called by ("Syria", "Syrian").
    """
    function = act_lexicon(language).function
    lemmas = (lemma for lemma in lemmatise(words, language) if lemma not in function and len(lemma) > 1)
    named = {word.casefold() for word in tokens_of(words) if sides_in([word])}
    kept = (key_of_word(lemma, language) for lemma in lemmas if lemma not in named)
    return frozenset({*kept, *sides_in(tokens_of(words))})


def speech_around(account: Account, span: Span) -> Quotation | None:
    """Give the direct speech that a span stands in, None in narration."""
    return next((q for q in account.quotations if q.content.part is span.part and q.content.overlaps(span)), None)


def _sentences(account: Account) -> Iterable[SourceSentence]:
    release = account.release
    spans = [span for span in account.sentences if span.part is Part.TEXT]
    if release.title.strip():
        spans.insert(0, Span(0, len(release.title), Part.TITLE))
    for span in spans:
        speech = speech_around(account, span)
        lemmas = content_of(release.words(span), release.language)
        if lemmas:
            yield SourceSentence(account=account, span=span, speaker=speech.speaker if speech else None, lemmas=lemmas)


def _contact(account: Account) -> RecordedContact:
    event = account.event
    return RecordedContact(
        account=account,
        kind=event.kind,
        day=event.date.day if event.date else None,
        people=event.principals,
        announced=is_announcement(account),
    )


def _in_order(accounts: Sequence[Account]) -> tuple[Account, ...]:
    return tuple(
        sorted(accounts, key=lambda a: (a.release.issued.isoformat() if a.release.issued else "9", a.release.key))
    )
