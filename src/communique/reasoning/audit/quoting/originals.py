"""The passages of the sources that are most like a quotation: by their words, names and numbers, and by their sense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import JaroWinkler

from communique.collation.vectors import Vectors
from communique.model import Account, Span
from communique.reasoning.audit.quoting.sources import Original, SentenceTerms, read_sentences
from communique.reasoning.audit.quoting.speakers import same_person, speaker_of
from communique.reasoning.audit.quoting.words import Term, terms_of

_MOST_SENTENCES = 4
_KEPT = 8
_OF_ONE_SOURCE = 2
_CROSSING = 0.5
"""What it costs to go on into another sentence."""

_COMMON = 12.0
"""How fast a word loses weight with the share of the sources' sentences that have it."""

_FEWEST_SENTENCES = 20
"""Sentences that shares are taken of at the least, so that small dossiers do not make every word common."""

_UNMATCHED = 0.3
_SENSE = 0.35
_SAME_NAME = 0.88
_NAME_LETTERS = 5
_ACROSS = 0.62
"""The least cosine of two sentences in two languages."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """How much each word says: less the more sentences of the sources have it (after Spärck Jones, 1972)."""

    counts: Counter[str]
    sentences: int

    def weigh(self, term: Term) -> float:
        return term.weight / (1.0 + _COMMON * self.counts[term.key] / self.sentences)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words of a quotation, weighed."""

    weights: dict[str, float]
    names: tuple[Term, ...]
    many: int
    scale: _Scale

    @property
    def total(self) -> float:
        return sum(self.weights.values())


def find_originals(
    words: str, accounts: Sequence[Account], language: str, vectors: Vectors | None = None
) -> tuple[Original, ...]:
    """Give the passages of the sources most like some words, the likest first; of other languages, by vectors."""
    terms = tuple(terms_of(words, language))
    own = [account for account in accounts if account.release.language == language]
    found = list(_by_words(terms, own))
    if vectors is not None:
        found = [_with_sense(original, words, vectors) for original in found]
        found += _across(words, terms, [a for a in accounts if a.release.language != language], vectors)
    return tuple(sorted(found, key=lambda original: -original.likeness)[:_KEPT])


def find_supplement(words: str, original: Original, accounts: Sequence[Account]) -> tuple[Original, float] | None:
    """
    Give another sentence of the sources that has what a passage lacks of a quotation, and the share it adds.

    The sentence must share a telling word of the passage too ("thank … for the hospitality"): a summary draws together
    what a speech says in two places.
    """
    language = original.account.release.language
    own = [account for account in accounts if account.release.language == language]
    terms = terms_of(words, language)
    asked = _asked(terms, own)
    plain = {term.key for term in terms if not term.name and not term.number}
    telling = {term.key for term in terms if term.weight >= 1 and term.key in plain}
    lacking, shared = plain - original.met, telling & original.met
    said_by = speaker_of(original.account, original.span)
    best: tuple[Original, float] | None = None
    for account in own:
        for sentence in read_sentences(account):
            keys = {term.key for term in sentence.terms}
            gain = sum(asked.weights[key] for key in lacking & keys) / asked.total
            if not gain or not shared & keys or (best is not None and gain <= best[1]):
                continue
            speaker = speaker_of(account, sentence.span)
            if said_by is None or speaker is None or same_person(said_by, speaker):
                met = frozenset((lacking | shared) & keys)
                best = (replace(original, account=account, span=sentence.span, met=met), gain)
    return best


def _scale_of(accounts: Sequence[Account]) -> _Scale:
    counts: Counter[str] = Counter()
    sentences = _FEWEST_SENTENCES
    for account in accounts:
        for sentence in read_sentences(account):
            sentences += 1
            counts.update({term.key for term in sentence.terms})
    return _Scale(counts, sentences)


def _asked(terms: Sequence[Term], accounts: Sequence[Account]) -> _Asked:
    scale = _scale_of(accounts)
    return _Asked(
        weights={term.key: scale.weigh(term) for term in terms},
        names=tuple(term for term in terms if term.name and len(term.lemma) >= _NAME_LETTERS),
        many=len(terms),
        scale=scale,
    )


def _by_words(terms: Sequence[Term], accounts: Sequence[Account]) -> Iterator[Original]:
    asked = _asked(terms, accounts)
    if not asked.total:
        return
    for account in accounts:
        yield from sorted(_of_account(account, asked), key=lambda p: -p.likeness)[:_OF_ONE_SOURCE]


def _of_account(account: Account, asked: _Asked) -> Iterator[Original]:
    sentences = read_sentences(account)
    hits = [any(term.key in asked.weights for term in sentence.terms) for sentence in sentences]
    for first, hit in enumerate(hits):
        if hit:
            yield from _from(account, sentences[first : first + _MOST_SENTENCES], asked)


def _from(account: Account, sentences: Sequence[SentenceTerms], asked: _Asked) -> Iterator[Original]:
    """Give the best stretch of one sentence, of it and the next, and so on, as far as the quotation's length goes."""
    run: list[Term] = []
    borders: set[int] = set()
    for number, sentence in enumerate(sentences):
        borders.add(len(run))
        run += sentence.terms
        if number and len(run) > 3 * asked.many + 6:
            return
        if any(term.key in asked.weights for term in sentence.terms):
            yield from _local(account, run, borders, asked)


def _local(account: Account, run: Sequence[Term], borders: set[int], asked: _Asked) -> Iterator[Original]:
    """Give the stretch of a run of words that has most of the quotation and least beside it (after Bentley, 1984)."""
    keys = [_met(term, asked) for term in run]
    gains = [
        (asked.weights[key] if key else -_UNMATCHED * asked.scale.weigh(term))
        - (_CROSSING if at and at in borders else 0.0)
        for at, (key, term) in enumerate(zip(keys, run, strict=True))
    ]
    first, last = _best_stretch(gains)
    while first < last and not keys[first]:
        first += 1
    while last > first and not keys[last - 1]:
        last -= 1
    if first < last:
        yield _original(account, run[first:last], keys[first:last], asked)


def _original(account: Account, stretch: Sequence[Term], keys: Sequence[str], asked: _Asked) -> Original:
    met = frozenset(filter(None, keys))
    matched = sum(asked.weights[key] for key in met)
    beside = sum(asked.scale.weigh(term) for term, key in zip(stretch, keys, strict=True) if not key)
    covered, filled = min(1.0, matched / asked.total), matched / (matched + beside)
    return Original(
        account=account,
        span=Span(stretch[0].start, stretch[-1].end),
        likeness=2 * covered * filled / (covered + filled),
        covered=covered,
        filled=filled,
        shared=len(met),
        plain=len({key for term, key in zip(stretch, keys, strict=True) if key and not term.name}),
        telling=len({key for term, key in zip(stretch, keys, strict=True) if key and term.weight >= 1}),
        met=met,
    )


def _met(term: Term, asked: _Asked) -> str:
    """
    Give the key of the quotation's word that a source's word meets.

    Names meet through misspellings; any number meets a number, so that another one in the same place is seen.
    """
    if term.key in asked.weights:
        return term.key
    if term.number:
        return next((key for key in asked.weights if key.startswith("#")), "")
    if term.name and len(term.lemma) >= _NAME_LETTERS:
        for name in asked.names:
            if JaroWinkler.similarity(name.lemma, term.lemma) >= _SAME_NAME:
                return name.key
    return ""


def _best_stretch(gains: Sequence[float]) -> tuple[int, int]:
    best, kept, total, first = 0.0, (0, 0), 0.0, 0
    for at, gain in enumerate(gains):
        if total <= 0:
            total, first = 0.0, at
        total += gain
        if total > best:
            best, kept = total, (first, at + 1)
    return kept


def _with_sense(original: Original, words: str, vectors: Vectors) -> Original:
    """Draw the likeness towards the cosine of both texts' vectors."""
    rows = vectors.encode([words, original.words])
    sense = max(0.0, float(rows[0] @ rows[1]))
    return replace(original, likeness=(1 - _SENSE) * original.likeness + _SENSE * sense)


def _across(words: str, terms: Sequence[Term], accounts: Sequence[Account], vectors: Vectors) -> Iterator[Original]:
    """Give the sentences of sources in other languages whose vectors are nearest."""
    numbers = {term.lemma for term in terms if term.number}
    for account in accounts:
        sentences = read_sentences(account)
        if not sentences:
            continue
        rows = vectors.encode([account.release.words(sentence.span) for sentence in sentences])
        cosines = rows @ vectors.encode([words])[0]
        at = int(cosines.argmax())
        sense = float(cosines[at])
        told = {term.lemma for term in sentences[at].terms if term.number}
        if sense >= _ACROSS and numbers <= told:
            yield Original(
                account=account,
                span=sentences[at].span,
                likeness=sense,
                covered=sense,
                filled=sense,
                shared=len(sentences[at].terms),
                plain=len(sentences[at].terms),
                telling=len(sentences[at].terms),
            )
