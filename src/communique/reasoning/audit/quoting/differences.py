"""In which words a quotation and the passage of a source that it renders differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache

from rapidfuzz.distance import JaroWinkler

from communique.languages.assertion_lexicon import load_concepts
from communique.languages.lemmas import lemmatise
from communique.model import Span
from communique.reasoning.audit.quoting.kinds import DifferenceKind, WordDifference
from communique.reasoning.audit.quoting.numbers import compare_numbers
from communique.reasoning.audit.quoting.stance import compare_denials, compare_hedges
from communique.reasoning.audit.quoting.words import Term, concept_of, fold_words, loaded_words, terms_of
from communique.text.tables import load_toml

_SAME_NAME = 0.86


def compare_words(
    quoted: str, text: str, span: Span, *, language: str, core: Span | None = None
) -> tuple[WordDifference, ...]:
    """
    Give the differences between a quotation and the passage of a text, in the order of the quotation.

    Words of grammar are passed over, but for denial and for words that weaken; so are words of the passage outside its
    ``core`` that answer nothing in the quotation.

    >>> text = "We regard Velmark as a reliable partner."
    >>> [str(d) for d in compare_words("We regard Velmark as a dear partner", text, Span(0, 39), language="en")]
    ['“dear” for “reliable”']
    """
    found = [
        *_of_terms(quoted, text, span, language),
        *compare_numbers(quoted, text, span),
        *compare_denials(quoted, text, span, language),
        *compare_hedges(quoted, text, span, language),
    ]
    figures = [d.here for d in found if d.kind is DifferenceKind.FIGURE and d.here is not None]
    found = [d for d in found if d.here in figures or not any(d.here and one.covers(d.here) for one in figures)]
    if core is not None:
        beside = {DifferenceKind.LEFT_OUT}
        found = [d for d in found if d.kind not in beside or d.there is None or core.covers(d.there)]
    return tuple(
        sorted(found, key=lambda d: (d.here.start if d.here else len(quoted), d.there.start if d.there else 0))
    )


def similarity(quoted: str, original: str) -> float:
    """Give how much of all words two texts have in common, in order, 0 to 1 (Ratcliff and Metzener, 1988)."""
    first, second = ([word for word, _, _ in fold_words(words)] for words in (quoted, original))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _of_terms(quoted: str, text: str, span: Span, language: str) -> Iterator[WordDifference]:
    ours = [term for term in terms_of(quoted, language) if not term.number]
    theirs = [term for term in terms_of(text, language) if span.start <= term.start and term.end <= span.end]
    theirs = [term for term in theirs if not term.number]
    spare_here, spare_there = {term.key for term in theirs}, {term.key for term in ours}
    matcher = SequenceMatcher(None, [t.key for t in ours], [t.key for t in theirs], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from _same_sense(ours[a:b], theirs[c:d], quoted, text)
            continue
        left = [term for term in ours[a:b] if term.key not in spare_here]
        right = [term for term in theirs[c:d] if term.key not in spare_there]
        left, right = _telling(left, right), _telling(right, left)
        yield from _replaced(left, right, quoted, text, language)


def _telling(terms: Sequence[Term], others: Sequence[Term]) -> list[Term]:
    """Leave out words that all such texts have ("the President"), but for those that have their contrary there."""
    return [term for term in terms if term.weight >= 1 or any(_opposed(term.lemma, other.lemma) for other in others)]


def _same_sense(ours: Sequence[Term], theirs: Sequence[Term], quoted: str, text: str) -> Iterator[WordDifference]:
    for here, there in zip(ours, theirs, strict=True):
        if here.lemma != there.lemma and here.lemma[:4] != there.lemma[:4]:
            kind = DifferenceKind.OPPOSITE if _opposed(here.lemma, there.lemma) else DifferenceKind.SYNONYM
            if _judges(here, there):
                kind = DifferenceKind.LOADED
            yield _difference(kind, here, there, quoted, text)


def _replaced(left: list[Term], right: list[Term], quoted: str, text: str, language: str) -> Iterator[WordDifference]:
    """Pair what differs between two common words: opposites and names first, then word by word."""
    for here in list(left):
        there = next((term for term in right if _fits(here, term, language)), None)
        if there is not None:
            left.remove(here)
            right.remove(there)
            kind = _kind(here, there, language)
            if kind is not None and not _is_initials(here, quoted):
                yield _difference(kind, here, there, quoted, text)
    many = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a.name != b.name), None)
    many = min(len(left), len(right)) if many is None else many
    for here, there in zip(left[:many], right[:many], strict=True):
        kind = _kind(here, there, language) or DifferenceKind.OTHER_WORD
        if kind is DifferenceKind.NAME and (_is_initials(here, quoted) or _is_initials(there, text)):
            continue
        yield _difference(kind, here, there, quoted, text)
        if not (here.name or there.name) and _is_plural(here, quoted) != _is_plural(there, text):
            yield _difference(DifferenceKind.PLURAL, here, there, quoted, text)
    for here in left[many:]:
        kind = DifferenceKind.LOADED if here.lemma in loaded_words() else DifferenceKind.ADDED
        yield _difference(kind, here, None, quoted, text)
    for there in right[many:]:
        yield _difference(DifferenceKind.LEFT_OUT, None, there, quoted, text)


def _fits(here: Term, there: Term, language: str) -> bool:
    """Tell whether two words answer each other: opposites, spellings of one name, words of one concept."""
    if _opposed(here.lemma, there.lemma) or _other_unit(here, there):
        return True
    if here.name and there.name:
        return JaroWinkler.similarity(here.lemma, there.lemma) >= _SAME_NAME
    concept = concept_of(here.lemma, language)
    other = concept_of(there.lemma, language)
    return bool(concept and other) and (concept == other or load_concepts().exclude(concept, other))


def _kind(here: Term, there: Term, language: str) -> DifferenceKind | None:
    """Tell what kind of difference two answering words make; None where there is none to tell of."""
    concepts = concept_of(here.lemma, language), concept_of(there.lemma, language)
    if _opposed(here.lemma, there.lemma) or (all(concepts) and load_concepts().exclude(*concepts)):
        return DifferenceKind.OPPOSITE
    if _other_unit(here, there):
        return DifferenceKind.FIGURE
    if here.name and there.name:
        alike = JaroWinkler.similarity(here.lemma, there.lemma) >= _SAME_NAME
        return None if alike else DifferenceKind.NAME
    if _judges(here, there):
        return DifferenceKind.LOADED
    if all(concepts) and concepts[0] == concepts[1]:
        return DifferenceKind.SYNONYM
    return DifferenceKind.OTHER_WORD


def _other_unit(here: Term, there: Term) -> bool:
    """Tell whether two words measure in two different units."""
    return here.lemma != there.lemma and {here.lemma, there.lemma} <= _units()


@cache
def _units() -> frozenset[str]:
    words = load_toml("communique.languages.english", "rendering.toml")["units"]
    return frozenset(" ".join(lemmatise(word, "en")) for word in words)


def _judges(here: Term, there: Term) -> bool:
    return here.lemma in loaded_words() and there.lemma not in loaded_words()


def _is_initials(term: Term, text: str) -> bool:
    """Tell whether a word is an abbreviation in capitals, which may stand for the words it is set against."""
    word = text[term.start : term.end]
    return word.isupper() and len(word) > 1


def _is_plural(term: Term, text: str) -> bool:
    word = text[term.start : term.end].casefold()
    return word.endswith("s") and word != term.lemma and not term.lemma.endswith("s")


def _difference(kind: DifferenceKind, here: Term | None, there: Term | None, quoted: str, text: str) -> WordDifference:
    return WordDifference(
        kind=kind,
        essay=quoted[here.start : here.end] if here else "",
        source=text[there.start : there.end] if there else "",
        here=Span(here.start, here.end) if here else None,
        there=Span(there.start, there.end) if there else None,
    )


def _opposed(one: str, other: str) -> bool:
    return other in _opposites().get(one, ())


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for first, second in load_toml("communique.languages.english", "rendering.toml")["opposites"]:
        a, b = (" ".join(lemmatise(word, "en")) for word in (first, second))
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return {word: frozenset(others) for word, others in found.items()}
