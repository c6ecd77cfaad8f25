"""Who a clause is about: English noun phrases around a verb, by their words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.languages.english.speech_words import CueWords
from communique.model import Span

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|[A-Z])\.(?=[\s*])|[^\W_]+(?:[-‑.’'][^\W_]+)*['’]?|[^\w\s]"
)
_POSSESSIVE = re.compile(r"\w['’]s?\Z")
_ENDING = re.compile(r"['’]s?\Z")
_TRANSPARENT = frozenset({"text", "part", "passage", "version", "extract", "excerpt", "beginning", "end"})
_LOWER_IN_PHRASE = 3
_LONGEST_ASIDE = 9


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a clause: where it stands, as written and in lower case."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation."""
        return not self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a range of the words of its clause."""

    words: Sequence[Word]

    @property
    def span(self) -> Span:
        """Where the phrase stands."""
        return Span(self.words[0].start, self.words[-1].end)

    def head(self, links: frozenset[str]) -> str:
        """Give the noun that heads the phrase: what is possessed, else the last word before "of", "to" and the like."""
        owner = max((i for i, word in enumerate(self.words[:-1]) if _POSSESSIVE.search(word.text)), default=None)
        if owner is not None and not any(word.capital for word in self.words[owner + 1 :]):
            return self.words[-1].lower
        heads = [self.words[i].lower for i, after in enumerate(self.words[1:]) if after.lower in links - {"the"}]
        heads.append(self.words[-1].lower)
        return next((head for head in heads if head not in _TRANSPARENT), heads[0])


def find_words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Give the words and marks between two offsets."""
    return tuple(Word(m.start(), m.end(), m.group(), m.group().lower()) for m in _WORD.finditer(text, start, end))


def phrase_after(row: Sequence[Word], i: int, words: CueWords) -> Phrase | None:
    """Give the noun phrase that begins at ``i`` ("said |the young Minister of Trade| in Tarsk")."""
    j = i
    determined = False
    lower = 0
    while j < len(row):
        word = row[j]
        if word.lower in words.pronouns and j == i:
            return Phrase(row[i : i + 1]) if word.lower != "who" else None
        if not _continues(row, j, words):
            lower += 1
            if not determined or lower > _LOWER_IN_PHRASE or not _is_plain(row, j, words):
                break
        determined = determined or word.lower in words.determiners or bool(_POSSESSIVE.search(word.text))
        j += 1
    return _trimmed(row[i:j], words)


def _is_plain(row: Sequence[Word], i: int, words: CueWords) -> bool:
    """Tell whether a word in lower case may be an adjective or noun of a phrase that an article opened."""
    word = row[i]
    if word.is_mark or word.lower.endswith("ly"):
        return False
    if word.lower.endswith("ed") and row[i - 1].lower not in words.determiners:
        return False
    grammatical = (
        words.borders,
        words.times,
        words.verbs,
        words.participles,
        words.links,
        words.between,
        words.sending,
    )
    return not any(word.lower in kind for kind in grammatical)


def _continues(row: Sequence[Word], j: int, words: CueWords) -> bool:
    """Tell whether a word by its form goes on with a noun phrase: a capital, an office, a link to one of them."""
    word = row[j]
    if word.is_mark:
        return word.text in "*_"
    if word.lower in words.borders and not (word.capital and j and row[j - 1].capital):
        return False
    if word.capital or _is_office(word, words) or word.lower in words.determiners:
        return True
    return j + 1 < len(row) and _joins(row, j, words) and _links(row[j + 1], words)


def _joins(row: Sequence[Word], i: int, words: CueWords) -> bool:
    """Tell whether a word links parts of a phrase; "to" does so only after an office ("Ambassador to Arvenia")."""
    return row[i].lower in words.links and (row[i].lower != "to" or (i > 0 and _is_office(row[i - 1], words)))


def _links(word: Word, words: CueWords) -> bool:
    return word.capital or word.lower in words.determiners or _is_office(word, words) or word.lower in words.links


def _is_office(word: Word, words: CueWords) -> bool:
    return _ENDING.sub("", word.lower) in words.offices


def _trimmed(row: Sequence[Word], words: CueWords) -> Phrase | None:
    """Cut links and marks from both ends; None where nothing is left but articles."""
    first, last = 0, len(row)
    while first < last and (row[first].is_mark or (row[first].lower in words.links and row[first].lower != "the")):
        first += 1
    while last > first and (
        row[last - 1].is_mark or row[last - 1].lower in words.links or row[last - 1].lower in words.determiners
    ):
        last -= 1
    if last <= first or _POSSESSIVE.search(row[last - 1].text):
        return None
    return Phrase(row[first:last])


def phrase_before(row: Sequence[Word], verb: int, words: CueWords) -> Phrase | None:
    """Give the noun phrase that ends before the verb, over adverbs and asides ("|Mr Vesk|, in turn, also said")."""
    last = _over_adverbs(row, verb, words)
    if last <= 0:
        return None
    if row[last - 1].lower in words.pronouns:
        return Phrase(row[last - 1 : last]) if row[last - 1].lower != "who" else None
    first = last
    while first > 0 and _may_precede(row, first - 1, last, words):
        first -= 1
    while first < last and not _begins(row[first], words):
        first += 1
    inner = [
        i for i in range(first + 1, last) if row[i].lower in words.determiners and row[i - 1].lower not in words.links
    ]
    return _trimmed(row[inner[-1] if inner else first : last], words)


def _over_adverbs(row: Sequence[Word], verb: int, words: CueWords) -> int:
    last = verb
    while last > 0:
        word = row[last - 1]
        if last > 1 and f"{row[last - 2].lower} {word.lower}" in words.between:
            last -= 2
        elif word.lower in words.between or (word.lower.endswith("ly") and not word.capital):
            last -= 1
        elif word.text == ",":
            opened = next(
                (i for i in reversed(range(max(0, last - _LONGEST_ASIDE), last - 1)) if row[i].text == ","), None
            )
            if opened is None:
                return 0
            last = opened
        else:
            break
    return last


def _may_precede(row: Sequence[Word], i: int, last: int, words: CueWords) -> bool:
    """Tell whether the word at ``i`` may stand in a noun phrase that ends at ``last``."""
    word = row[i]
    if word.is_mark:
        return word.text in "*_"
    if word.capital:
        return word.lower not in words.borders or (i > 0 and row[i - 1].capital)
    if word.lower in words.borders or word.lower in words.times or word.lower in words.verbs:
        return False
    if word.lower in words.links and word.lower not in words.determiners:
        return 0 < i < last - 1 and _joins(row, i, words)
    return word.lower in words.determiners or _is_office(word, words) or _is_determined(row, i, words)


def _is_determined(row: Sequence[Word], i: int, words: CueWords) -> bool:
    """Tell whether a word in lower case follows a possessor or, by few words, an article."""
    if i and _POSSESSIVE.search(row[i - 1].text):
        return True
    near = row[max(0, i - _LOWER_IN_PHRASE) : i]
    determined = any(word.lower in words.determiners or _POSSESSIVE.search(word.text) for word in near)
    return determined and _is_plain(row, i, words)


def _begins(word: Word, words: CueWords) -> bool:
    return word.capital or word.lower in words.determiners or word.lower in words.offices


def subject_of(row: Sequence[Word], words: CueWords) -> Phrase | None:
    """Give the first noun phrase of a sentence, after what introduces it ("In his speech, |Mr Vesk| thanked …")."""
    i = 0
    while i < len(row):
        while i < len(row) and (row[i].is_mark or row[i].lower in words.between):
            i += 1
        if i < len(row) and _opens(row, i, words):
            found = phrase_after(row, i, words)
            if found is not None and not _is_time(row, i, found, words):
                return found
        comma = next((j for j in range(i, len(row)) if row[j].text == ","), None)
        if comma is None:
            return None
        i = comma + 1
    return None


def _is_time(row: Sequence[Word], i: int, found: Phrase, words: CueWords) -> bool:
    end = i + len(found.words)
    return end < len(row) and row[end].lower in words.times


def _opens(row: Sequence[Word], i: int, words: CueWords) -> bool:
    if row[i].lower in words.pronouns:
        return True
    return row[i].lower not in words.borders and _begins(row[i], words) and not _introduces(row, i)


def _introduces(row: Sequence[Word], i: int) -> bool:
    """Tell whether a single adverb with a comma opens the sentence ("Earlier,")."""
    return i == 0 and len(row) > 1 and row[1].text == "," and row[0].lower.endswith(("ly", "er", "ver"))
