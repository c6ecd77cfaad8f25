"""How the words of a name sound: transliterated, folded, freed of honorifics, particles and case endings."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

SPELLINGS = {
    "S": "shch sch sh",
    "C": "tsch tch ch cz tz ts",
    "j": "dzh zh dj j",
    "h": "kh h",
    "g": "gh",
    "f": "ph",
    "t": "th",
    "k": "ck q c",
    "ks": "x",
    "v": "w",
    "e": "iye ye ie je",
    "a": "iya ya ia",
    "o": "iyo yo io",
    "u": "iyu yu iu ou oo",
    "i": "ee y",
}
"""For each sound the letters that transliterations spell it with."""

FOLDS = {letters: sound for sound, group in SPELLINGS.items() for letters in group.split()}
FOLD = re.compile("|".join(sorted(FOLDS, key=len, reverse=True)))
DOUBLED = re.compile(r"(.)\1+")
CYRILLIC = re.compile(r"[\u0400-\u052f]")
APOSTROPHES = re.compile(r"['’‘ʼ`ʹ′]")
TOKEN = re.compile(r"[^\W\d_]+")
RUSSIAN_ENDING = re.compile(
    r"(?<=..)(?:ого|его|ому|ему|ыми|ими|ами|ями|ым|им|ом|ем|ём|ой|ей|ий|ый|ую|юю|а|я|у|ю|е|ы|и|о|ь|й)$"
)
KAZAKH_ENDING = re.compile(r"(?<=....)(?:[ндт][ыі]ң|[ғқгк][ае]|[ндт][ыі]|[дтн][ае]н|[дт][ае]|[мбп]ен)$")
LAST_VOWELS = re.compile(r"(?<=...)[aeiou]+$")
HYPHEN = re.compile(r"(?<=[^\W\d_]{2})[-‐‑](?=[^\W\d_]{2})")
NUMERAL = re.compile(r"[IVX]+")
GENERATIONS = frozenset({"younger", "elder"})
PARTICLES = frozenset({"particle", "filiation"})


@dataclass(frozen=True, slots=True)
class NamePart:
    """
    One word of a name: as written, its sound, its sounds without case endings; whether it is an initial or a numeral.

    ``filial`` marks the word after a "bin": the father's name.
    """

    word: str
    sound: str
    stems: frozenset[str]
    initial: bool = False
    numeral: bool = False
    filial: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name as it stands, with what the table says it is, and whether it opens or closes the name."""

    text: str
    kind: str
    first: bool
    last: bool
    tied: bool
    dotted: bool


@lru_cache(maxsize=16_384)
def parts_of(name: str, *, joined: bool = False) -> tuple[NamePart, ...]:
    """
    Part a name into its words, without honorifics before it, particles in it and a generation after it.

    A hyphen parts words, unless ``joined``: then "Jae-in" is one word, as in "Jaein".

    >>> [part.word for part in parts_of("Prince Osmund van der Vesk, Jr.")]
    ['Osmund', 'Vesk']
    """
    return tuple(_parts(tuple(_words(HYPHEN.sub("", name) if joined else name))))


def generation_of(name: str) -> str:
    """Give "younger" or "elder" where the name says so ("Jr.", "Sr."), else nothing."""
    return next((word.kind for word in _words(name) if word.kind in GENERATIONS), "")


def sound_of(name: str) -> str:
    """
    Give how a name sounds, folded so that transliterations of one name meet.

    >>> sound_of("Toqaev") == sound_of("Tokayev") == sound_of("Токаев")
    True
    """
    return " ".join(part.sound for part in parts_of(name))


@cache
def sound(word: str) -> str:
    """Give how one word sounds, in Latin letters; capitals stand for sounds that take several letters."""
    folded = FOLD.sub(lambda found: FOLDS[found.group()], anyascii(word).lower().replace("'", ""))
    return DOUBLED.sub(r"\1", folded)


def is_cyrillic(word: str) -> bool:
    """Tell whether a word has Cyrillic letters, and so may stand in an oblique case."""
    return CYRILLIC.search(word) is not None


def without_last_vowels(sound: str) -> str:
    """Take the vowels off the end of a sound, for they are what cases change."""
    return LAST_VOWELS.sub("", sound)


@cache
def given_forms(word: str) -> frozenset[str]:
    """Give the sounds of all forms of a given name ("Joe", "Joseph"); empty where the table knows none."""
    return _given_names().get(sound(word), frozenset())


def _words(name: str) -> Iterator[Word]:
    text = APOSTROPHES.sub("", name)
    found = list(TOKEN.finditer(text))
    for place, match in enumerate(found):
        after = text[match.end() : match.end() + 1]
        yield Word(
            text=match.group(),
            kind=_word_kinds().get(match.group().casefold(), ""),
            first=place == 0,
            last=place == len(found) - 1,
            tied=after == "-" or match.group().islower(),
            dotted=after == ".",
        )


def _parts(words: tuple[Word, ...]) -> Iterator[NamePart]:
    leading = True
    filial = False
    for word in words:
        leading = leading and word.kind == "honorific" and not word.last
        if leading or _is_dropped(word):
            filial = filial or word.kind == "filiation"
            continue
        yield _part(word, filial=filial)
        filial = False


def _is_dropped(word: Word) -> bool:
    """Tell whether a word is no name: "bin", "al-", "Jr."; but "Al Gore" keeps his first name."""
    if word.kind in GENERATIONS:
        return not word.first
    return word.kind in PARTICLES and not word.last and (word.tied or not word.first)


def _part(word: Word, *, filial: bool) -> NamePart:
    numeral = word.last and not word.first and not word.dotted and NUMERAL.fullmatch(word.text) is not None
    return NamePart(
        word=word.text,
        sound=sound(word.text),
        stems=_stems(word.text),
        initial=len(word.text) == 1 and not numeral,
        numeral=numeral,
        filial=filial,
    )


@cache
def _stems(word: str) -> frozenset[str]:
    """Give the sounds a Cyrillic word may have without its case ending, beside its own."""
    written = word.casefold()
    stems = {sound(word)}
    for ending in (RUSSIAN_ENDING, KAZAKH_ENDING) if is_cyrillic(word) else ():
        stem = ending.sub("", written)
        if stem != written:
            stems.add(without_last_vowels(sound(stem)))
    return frozenset(stems)


@cache
def _word_kinds() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in _rows("name_words.csv")}


@cache
def _given_names() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in _rows("given_names.csv"):
        forms = frozenset(map(sound, row["names"].split(";")))
        for form in forms:
            found[form] = found.get(form, frozenset()) | forms
    return found


def _rows(name: str) -> Iterable[dict[str, str]]:
    table = files("communique.reference") / "tables" / name
    return csv.DictReader(table.read_text(encoding="utf-8").splitlines())
