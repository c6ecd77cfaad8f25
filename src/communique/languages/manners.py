"""How sentences put what they say, read in any of the languages, in concepts that the languages share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from communique.errors import LanguageError
from communique.languages.manner_lexicon import MannerLexicon, find_marked, load_manner_lexicon
from communique.languages.manner_words import Grammar, Manner, Marked, Word
from communique.model import Part, Span

LANGUAGES = ("en", "ru", "kk")
_POST_REACH = 4
_SHORT = 12


@cache
def _read_by(language: str) -> tuple[Grammar, MannerLexicon]:
    """Load a language's grammar and table, only when it is asked for."""
    if language == "en":
        from communique.languages.english.manner import PACKAGE, EnglishGrammar  # noqa: PLC0415 - loads a parser

        return EnglishGrammar(), load_manner_lexicon(PACKAGE)
    if language == "ru":
        from communique.languages.russian.manner import PACKAGE as RUSSIAN  # noqa: PLC0415 - loads a dictionary
        from communique.languages.russian.manner import RussianGrammar  # noqa: PLC0415 - likewise

        return RussianGrammar(), load_manner_lexicon(RUSSIAN)
    if language == "kk":
        from communique.languages.kazakh.manner import KazakhGrammar  # noqa: PLC0415 - likewise
        from communique.languages.kazakh.words import PACKAGE as KAZAKH  # noqa: PLC0415 - likewise

        return KazakhGrammar(), load_manner_lexicon(KAZAKH)
    raise LanguageError(wanted=f"one of {', '.join(LANGUAGES)}", got=language, remedy="name the language of the text")


def read_manners(text: str, sentences: Sequence[Span], language: str) -> tuple[Manner, ...]:
    """
    Read how each sentence puts what it says.

    Raises:
        LanguageError: the language is none of those that have a table of manner.

    >>> text = "The sides will sign an agreement."
    >>> [manner] = read_manners(text, (Span(0, len(text)),), "en")
    >>> [(*deed.concepts, *map(str, deed.times)) for deed in manner.deeds]
    [('sign', 'ahead')]
    """
    grammar, lexicon = _read_by(language)
    rows = grammar.find_words(text, sentences)
    return tuple(
        _manner(grammar, lexicon, text, sentence, words) for sentence, words in zip(sentences, rows, strict=True)
    )


def _manner(grammar: Grammar, lexicon: MannerLexicon, text: str, sentence: Span, words: tuple[Word, ...]) -> Manner:
    part = sentence.part
    return Manner(
        sentence=sentence,
        words=len(words),
        tells=any(word.lower[0].isalpha() for word in words),
        acts=tuple(find_marked(lexicon.acts, words, part, verbs=True)),
        deeds=tuple(find_marked(lexicon.deeds, words, part, verbs=True)),
        predicates=tuple(_predicates(words, part)),
        things=tuple(_things(lexicon, words, part)),
        hedges=(*find_marked(lexicon.hedges, words, part), *_weak(lexicon, words, part)),
        posts=tuple(_posts(lexicon, words, part)),
        occasions=tuple(find_marked(lexicon.occasions, words, part)),
        amounts=tuple(grammar.find_amounts(text, sentence)),
        boilerplate=len(words) <= _SHORT and any(True for _ in find_marked(lexicon.boilerplate, words, part)),
    )


def _predicates(words: Sequence[Word], part: Part) -> Iterator[Marked]:
    for word in words:
        if word.times is not None:
            yield Marked(concepts=word.lemmas, span=Span(word.start, word.end, part), times=word.times)


def _things(lexicon: MannerLexicon, words: Sequence[Word], part: Part) -> Iterator[Marked]:
    for i, word in enumerate(words):
        concepts = frozenset(concept for end, concept in lexicon.things.at(words, i) if end == i + 1)
        if word.noun and concepts:
            yield Marked(concepts=concepts, span=Span(word.start, word.end, part), plural=word.plural)


def _weak(lexicon: MannerLexicon, words: Sequence[Word], part: Part) -> Iterator[Marked]:
    for found in find_marked(lexicon.weak_hedges, words, part):
        yield Marked(concepts=found.concepts, span=found.span, weak=True)


def _posts(lexicon: MannerLexicon, words: Sequence[Word], part: Part) -> Iterator[Marked]:
    """Give each post as its head with rank and portfolio near by ("deputy minister of energy")."""
    heads = tuple(find_marked(lexicon.posts, words, part))
    ranks = tuple(find_marked(lexicon.ranks, words, part))
    fields = tuple(find_marked(lexicon.portfolios, words, part))
    starts = {word.start: i for i, word in enumerate(words)}
    reach = [starts[head.span.start] for head in heads]
    bounds = (*reach[1:], len(words))[: len(reach)]
    for head, i, bound in zip(heads, reach, bounds, strict=True):
        rank = [r for r in ranks if abs(starts[r.span.start] - i) <= _POST_REACH and starts[r.span.start] < bound]
        field = [f for f in fields if abs(starts[f.span.start] - i) <= _POST_REACH and starts[f.span.start] < bound]
        yield _post(head, rank[:1], field[:1] if "minister" in head.concepts else [])


def _post(head: Marked, rank: Sequence[Marked], field: Sequence[Marked]) -> Marked:
    parts = [head, *rank, *field]
    names = [min(part.concepts) for part in (*rank, *field)]
    concept = " ".join([*names, min(head.concepts)])
    span = Span(min(p.span.start for p in parts), max(p.span.end for p in parts), head.span.part)
    return Marked(concepts=frozenset({concept}), span=span, plural=None)
