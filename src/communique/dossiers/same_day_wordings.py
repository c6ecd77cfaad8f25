"""The strongest and the weakest wording on one question among the texts of one day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from communique.collation.sides import find_named_sides
from communique.dossiers.same_day_parts import SameDay
from communique.languages.assertion_lexicon import load_assertion_lexicon
from communique.languages.assertions import find_assertions
from communique.languages.lemmas import find_base_forms, lemmatise
from communique.languages.phrases import Phrases
from communique.languages.wording_strength import StrengthLexicon, has_strengths, load_strength_lexicon
from communique.model import Account, Part, Person, Release, Span
from communique.reference import Tables, shipped_tables


class QuestionKind(StrEnum):
    """What is asked of the texts: who did a deed, who knew of it beforehand, or what is said of some words."""

    AGENCY = "who did it?"
    FOREKNOWLEDGE = "who knew?"
    TOPIC = "what is said of it?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; ``words`` are those that a passage must have one of, in any form, for a topic."""

    kind: QuestionKind
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"what is said of “{'”, “'.join(self.words)}”?" if self.words else self.kind.value


WHO_DID_IT = Question(kind=QuestionKind.AGENCY)
WHO_KNEW = Question(kind=QuestionKind.FOREKNOWLEDGE)
QUESTIONS = (WHO_DID_IT, WHO_KNEW)
"""The questions that are asked of every day."""


def about(*words: str) -> Question:
    """Give the question what is said of some words."""
    return Question(kind=QuestionKind.TOPIC, words=words)


class MarkKind(StrEnum):
    """What some words do to a statement."""

    INDEFINITE = "leaves open who"
    HEDGE = "hedges"
    OPEN = "wished or possible"
    DENIED = "denied"
    SURPRISE = "unexpected"
    QUALIFIED = "says what kind of doer"
    FORCE = "word of force"
    TIED = "ties a doer to the deed"
    NAMED = "names the doer"
    FOREKNOWN = "known beforehand"


_WEIGHTS = {
    MarkKind.INDEFINITE: -1,
    MarkKind.HEDGE: -1,
    MarkKind.OPEN: -1,
    MarkKind.DENIED: -2,
    MarkKind.SURPRISE: -2,
    MarkKind.QUALIFIED: 1,
    MarkKind.FORCE: 1,
    MarkKind.TIED: 2,
    MarkKind.NAMED: 3,
    MarkKind.FOREKNOWN: 2,
}
_MOST = 2
_REACH = 60
_LABELS = {"indefinite": MarkKind.INDEFINITE, "qualified": MarkKind.QUALIFIED, "tied": MarkKind.TIED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words that make a statement stronger or weaker, and how."""

    kind: MarkKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """
    A sentence that answers a question: whose, in which release, and the words that make it strong or weak.

    ``speaker`` is None where the text narrates. ``strength`` adds up what the marks weigh, each kind at most twice;
    higher is stronger, below zero the doer is left open or the knowledge denied. It orders passages and measures
    nothing.
    """

    account: Account
    span: Span
    speaker: Person | None = None
    strength: int = 0
    marks: tuple[Mark, ...] = ()

    @property
    def release(self) -> Release:
        """The release that has it."""
        return self.account.release

    @property
    def words(self) -> str:
        """The exact words."""
        return self.release.words(self.span)

    @property
    def side(self) -> str:
        """The code of the speaker's side, empty where nobody is known to speak."""
        return self.speaker.side.code if self.speaker and self.speaker.side else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """The passages of one day that answer one question, the strongest first."""

    question: Question
    passages: tuple[Passage, ...] = ()

    @property
    def strongest(self) -> Passage | None:
        """The strongest wording, None where the question is not spoken to."""
        return next(iter(self.passages), None)

    @property
    def weakest(self) -> Passage | None:
        """The weakest wording, None where no other is weaker than the strongest."""
        last = next(reversed(self.passages), None)
        return last if last and self.strongest and last.strength < self.strongest.strength else None

    def of_side(self, code: str) -> Wordings:
        """Give what the speakers of one side say."""
        return Wordings(question=self.question, passages=tuple(p for p in self.passages if p.side == code))


def find_wordings(day: SameDay, question: Question, *, tables: Tables | None = None) -> Wordings:
    """
    Find the sentences that answer a question in all texts of a day, the strongest wording first.

    "Who did it?": sentences with a deed and words for its doer, from a doer who is left open to one who is named.
    "Who knew?": from knowledge denied to knowledge beforehand asserted. A topic: sentences with one of its words, by
    words of force, hedges and wishes. Texts in languages without a list of such words are passed over. What a strong
    or weak wording is a sign of, the words do not tell.
    """
    names = tables if tables is not None else shipped_tables()
    passages = [p for account in day.accounts for p in _passages(account, question, names)]
    return Wordings(question=question, passages=tuple(sorted(passages, key=lambda passage: -passage.strength)))


def _passages(account: Account, question: Question, tables: Tables) -> Iterator[Passage]:
    release = account.release
    if not has_strengths(release.language):
        return
    for sentence in account.sentences:
        if sentence.part is not Part.TEXT or release.words(sentence).rstrip(' ”»"').endswith("?"):
            continue
        marks = tuple(_marks(release, sentence, question, tables))
        if marks or (question.kind is QuestionKind.TOPIC and _has_words(release, sentence, question.words)):
            yield Passage(
                account=account,
                span=sentence,
                speaker=_speaker(account, sentence),
                strength=_strength(marks),
                marks=tuple(sorted(marks, key=lambda mark: (mark.span, mark.kind))),
            )


def _marks(release: Release, sentence: Span, question: Question, tables: Tables) -> Iterator[Mark]:
    """Yield the marks of a sentence, none where it does not speak to the question."""
    words, lexicon = release.words(sentence), load_strength_lexicon(release.language)
    if question.kind is QuestionKind.AGENCY:
        found = list(_agency(words, lexicon, release.language, tables))
    elif question.kind is QuestionKind.FOREKNOWLEDGE:
        found = list(_knowledge(words, lexicon, release.language))
    elif _has_words(release, sentence, question.words):
        found = [*_force(words, release.language), *_open(words, release.language)]
        found += _found(words, lexicon.agency, {"indefinite": MarkKind.INDEFINITE})
    else:
        return
    if found or question.kind is QuestionKind.TOPIC:
        found += _found(words, lexicon.hedges, {"hedge": MarkKind.HEDGE})
    offset = sentence.start
    yield from (Mark(kind=m.kind, span=Span(m.span.start + offset, m.span.end + offset, sentence.part)) for m in found)


def _agency(words: str, lexicon: StrengthLexicon, language: str, tables: Tables) -> Iterator[Mark]:
    doers = list(_found(words, lexicon.agency, _LABELS))
    if not doers or not any(True for _ in lexicon.deed.find(words)):
        return
    yield from doers
    yield from _force(words, language)
    for mark in doers:
        if mark.kind is MarkKind.TIED:
            named = next(find_named_sides(words[mark.span.end : mark.span.end + _REACH], tables), None)
            if named is not None:
                yield Mark(kind=MarkKind.NAMED, span=Span(mark.span.end + named.start, mark.span.end + named.end))


def _knowledge(words: str, lexicon: StrengthLexicon, language: str) -> Iterator[Mark]:
    """Yield foreknowledge, asserted or denied: a verb of foresight, or one of knowing with a word for beforehand."""
    fits = list(lexicon.knowledge.find(words))
    if any(True for _ in lexicon.beside.find(words)):
        return
    before = any("before" in fit.labels for fit in fits)
    for fit in fits:
        span = Span(fit.start, fit.end)
        if "surprise" in fit.labels:
            yield Mark(kind=MarkKind.SURPRISE, span=span)
        elif "foresight" in fit.labels or ("knowing" in fit.labels and before):
            yield _asserted(words, span, language)


def _asserted(words: str, span: Span, language: str) -> Mark:
    """Tell whether knowledge is asserted or denied: one word in its clause denies, two cancel each other."""
    clauses = find_assertions(words, Span(0, len(words)), language)
    here = next((clause for clause in clauses if clause.span.overlaps(span)), None)
    if here is None or here.denying % 2 == 0:
        return Mark(kind=MarkKind.FOREKNOWN, span=span)
    cue = here.cues[0]
    return Mark(kind=MarkKind.DENIED, span=Span(min(cue.start, span.start), max(cue.end, span.end)))


def _force(words: str, language: str) -> Iterator[Mark]:
    """Yield words of force; with a capital letter inside a sentence they are part of a name."""
    for fit in load_assertion_lexicon(language).strength.find(words):
        if fit.start == 0 or not words[fit.start].isupper():
            yield Mark(kind=MarkKind.FORCE, span=Span(fit.start, fit.end))


def _open(words: str, language: str) -> Iterator[Mark]:
    """Yield words by which something is only wished or possible; "I would like to thank" wishes nothing."""
    opening = [Span(fit.start, fit.end) for fit in load_strength_lexicon(language).performative.find(words)]
    for fit in load_assertion_lexicon(language).moods.find(words):
        span = Span(fit.start, fit.end)
        if "open" in fit.labels and not any(one.overlaps(span) for one in opening):
            yield Mark(kind=MarkKind.OPEN, span=span)


def _found(words: str, phrases: Phrases, kinds: dict[str, MarkKind]) -> Iterator[Mark]:
    for fit in phrases.find(words):
        kind = next((kinds[label] for label in fit.labels if label in kinds), None)
        if kind is not None:
            yield Mark(kind=kind, span=Span(fit.start, fit.end))


def _has_words(release: Release, sentence: Span, wanted: Iterable[str]) -> bool:
    """Tell whether a sentence has one of some words or phrases, in any form."""
    forms = " ".join(form.lemma for form in find_base_forms(release.words(sentence), release.language))
    return any(f" {' '.join(lemmatise(words, release.language))} " in f" {forms} " for words in wanted if words.strip())


def _strength(marks: Sequence[Mark]) -> int:
    kinds = [mark.kind for mark in marks]
    return sum(_WEIGHTS[kind] * min(_MOST, kinds.count(kind)) for kind in dict.fromkeys(kinds))


def _speaker(account: Account, sentence: Span) -> Person | None:
    return next((q.speaker for q in account.quotations if q.content.overlaps(sentence) and q.speaker), None)
