"""The words of a quotation and of a source, so folded that two translators' words for one thing meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from communique.languages.acts import act_lexicon
from communique.languages.assertion_lexicon import is_asserting, load_assertion_lexicon
from communique.languages.edit_lexicon import load_edit_lexicon
from communique.languages.lemmas import find_base_forms
from communique.text.tables import load_toml

CYRILLIC = re.compile("[\u0400-\u04ff]")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-‑’'][^\W\d_]+)*", re.UNICODE)
_NUMBER_WORD = re.compile(r"(?<![^\W\d_])\d+(?:[.,]\d+)*")
_SHORTEST_STEM = 4
_WEAK, _WORD, _NAME, _NUMBER = 0.4, 1.0, 1.0, 1.4
_CACHED = 4_096


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """
    One content word: its base form, the key by which it meets words of the same sense, its place, its weight.

    ``number`` marks digits, ``name`` a word in capitals that does not open its sentence.
    """

    lemma: str
    key: str
    start: int
    end: int
    weight: float
    number: bool = False
    name: bool = False


def language_of(words: str, *, otherwise: str = "en") -> str:
    """
    Tell the language of an essay's words by their letters, as far as quotations need it.

    >>> language_of("reliable partner"), language_of("надёжный партнёр")
    ('en', 'ru')
    """
    return "ru" if len(CYRILLIC.findall(words)) * 2 > len(words.replace(" ", "")) else otherwise


def fold_words(text: str) -> tuple[tuple[str, int, int], ...]:
    """
    Give all words of a text in small letters, without marks, each with its place.

    >>> [word for word, _, _ in fold_words("Mr. Vesk’s “19,7%”")]
    ['mr', 'vesk', '19.7']
    """
    return tuple(_folded(text))


def _folded(text: str) -> Iterator[tuple[str, int, int]]:
    for found in _TOKEN.finditer(text):
        word = found[0].casefold().replace("’", "'").replace("‑", "-")
        if word[0].isdigit():
            yield decimal(word), found.start(), found.end()
            continue
        word = word.removesuffix("'s")
        at = found.start()
        for part in word.split("-"):
            yield part, at, at + len(part)
            at += len(part) + 1


def decimal(word: str) -> str:
    """
    Write a number in digits with a decimal point and no marks between thousands.

    >>> decimal("19,7"), decimal("1,300"), decimal("7,500.5")
    ('19.7', '1300', '7500.5')
    """
    plain = re.sub(r",(?=\d{3}(?!\d))", "", word)
    return plain.replace(",", ".")


@lru_cache(maxsize=_CACHED)
def terms_of(text: str, language: str) -> tuple[Term, ...]:
    """Give the content words of a text, in order; words of grammar are left out."""
    return tuple(sorted(_terms(text, language), key=lambda term: term.start))


def _terms(text: str, language: str) -> Iterator[Term]:
    function = _function(language)
    for found in _NUMBER_WORD.finditer(text):
        number = decimal(found[0])
        yield Term(lemma=number, key=f"#{number}", start=found.start(), end=found.end(), weight=_NUMBER, number=True)
    for form in find_base_forms(text, language):
        word = text[form.start : form.end]
        if word[0].isdigit() or form.lemma in function or word.casefold() in function:
            continue
        value = _values(language).get(word.casefold(), 0.0)
        if value > 1:
            number = f"{value:g}"
            yield Term(lemma=number, key=f"#{number}", start=form.start, end=form.end, weight=_NUMBER, number=True)
            continue
        name = word[0].isupper() and not _opens(text, form.start)
        yield Term(
            lemma=form.lemma,
            key=key_of(form.lemma, language),
            start=form.start,
            end=form.end,
            weight=_weight(form.lemma, language, name=name),
            name=name,
        )


def _opens(text: str, at: int) -> bool:
    """Tell whether a sentence or the speech of somebody begins here."""
    before = text[max(0, at - 4) : at].rstrip(' \t“"«„—–-(')
    return not before or before[-1] in ".!?:\n…"


def _weight(lemma: str, language: str, *, name: bool) -> float:
    if lemma in act_lexicon(language).weak:
        return _WEAK
    return _NAME if name else _WORD


@cache
def _function(language: str) -> frozenset[str]:
    return act_lexicon(language).function | load_edit_lexicon(language).function


@cache
def _values(language: str) -> dict[str, float]:
    """Give the numbers that single words stand for."""
    lexicon = load_edit_lexicon(language)
    return {word: value for word, value in lexicon.values.items() if word not in lexicon.magnitudes}


@lru_cache(maxsize=100_000)
def key_of(lemma: str, language: str) -> str:
    """
    Give the key under which a base form meets words of the same sense or family.

    >>> key_of("leadership", "en") == key_of("leader", "en"), key_of("main", "en") == key_of("key", "en")
    (True, True)
    >>> key_of("international", "en") == key_of("internal", "en")
    False
    """
    if language != "en":
        return lemma
    families = _families()
    stem = stem_of(lemma)
    return families.get(lemma) or families.get(stem) or stem


@lru_cache(maxsize=100_000)
def stem_of(lemma: str) -> str:
    """
    Take the suffixes off an English base form, as long as four letters stay (after Lovins, 1968).

    >>> stem_of("leadership"), stem_of("cooperation"), stem_of("trade")
    ('lead', 'coop', 'trad')
    """
    stem = lemma
    for _ in range(3):
        ending = next((s for s in _suffixes() if stem.endswith(s) and len(stem) - len(s) >= _SHORTEST_STEM), "")
        if not ending:
            return stem
        stem = stem[: -len(ending)]
    return stem


@cache
def _suffixes() -> tuple[str, ...]:
    return tuple(load_toml("communique.languages.english", "rendering.toml")["suffixes"])


@cache
def _families() -> dict[str, str]:
    """Give the first word of its set for each word that has others of its sense; the first set that has it holds."""
    families: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    for lemma, code in _concepts("en").items():
        groups.setdefault(code, []).append(lemma)
    alike = load_toml("communique.languages.english", "rendering.toml")["alike"]
    listed = [[form.lemma for word in words for form in find_base_forms(word, "en")] for words in alike]
    for lemmas in (*listed, *groups.values()):
        head = next((families[word] for word in lemmas if word in families), lemmas[0])
        for word in lemmas:
            families.setdefault(word, f"={head.removeprefix('=')}")
            families.setdefault(stem_of(word), families[word])
    return families


@cache
def _concepts(language: str) -> dict[str, str]:
    if not is_asserting(language):
        return {}
    found = load_assertion_lexicon(language).concepts
    return {words[0]: code for words, code in found.items() if len(words) == 1}


def concept_of(lemma: str, language: str) -> str:
    """Give the code of the concept that a base form names, the same in all languages; empty where none is known."""
    return _concepts(language).get(lemma, "")


@cache
def loaded_words() -> frozenset[str]:
    """Give the base forms of words that judge what they name."""
    words = load_toml("communique.languages.english", "rendering.toml")["loaded"]
    return frozenset(form.lemma for word in words for form in find_base_forms(word, "en"))
