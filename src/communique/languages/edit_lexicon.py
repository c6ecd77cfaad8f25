"""The words of one language by which an edit of a published text is judged: read from the tables beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.languages.edit_forms import EnglishForms, Relation, is_english, relate_russian
from communique.languages.figure_words import FigureLexicon, HedgePlace, Measure, any_of, load_figure_lexicon
from communique.model import Span, SpeechForm
from communique.model.figures import HedgeKind
from communique.text.tables import load_toml, load_words

NEVER = re.compile(r"(?!)")
_ENGLISH, _RUSSIAN = "communique.languages.english", "communique.languages.russian"
_SHORT_HEAD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class EditLexicon:
    """
    Closed word lists, as patterns for words in small letters.

    ``function`` words state nothing by themselves; ``strength`` orders verbs and modals by how much they bind, from
    1 (takes note) to 5 (binds); ``hedges`` weaken a statement and ``boosters`` strengthen it; ``bounds`` are the
    hedges of a number by what they do to it, before it. ``ordinary`` tells of a word in small letters whether it is
    one of the language and no name, ``known`` whether a dictionary has it at all; ``relate`` tells how two such words
    are related; ``governed`` gives, after each of some words, the forms a verb may have there. ``turns`` gives what is
    spoken in a transcript, of its text and title.
    """

    source: str
    function: frozenset[str]
    negations: frozenset[str]
    abbreviations: frozenset[str]
    tenses: tuple[frozenset[str], ...]
    prefixes: tuple[str, ...]
    numbers: frozenset[str]
    values: dict[str, float]
    magnitudes: frozenset[str]
    money: re.Pattern[str]
    share: re.Pattern[str]
    spells: re.Pattern[str]
    bounds: tuple[tuple[HedgeKind, re.Pattern[str]], ...]
    months: re.Pattern[str]
    month_stems: tuple[str, ...]
    days: re.Pattern[str]
    clock: frozenset[str]
    around_dates: frozenset[str]
    place_nouns: re.Pattern[str]
    place_lists: re.Pattern[str]
    place_before: frozenset[str]
    place_clear: frozenset[str]
    convening: re.Pattern[str]
    attending: re.Pattern[str]
    company: re.Pattern[str]
    beside: frozenset[str]
    affiliations: frozenset[str]
    address: frozenset[str]
    works: re.Pattern[str]
    bodies: re.Pattern[str]
    offices: re.Pattern[str]
    office_heads: re.Pattern[str]
    strength: tuple[tuple[int, re.Pattern[str]], ...]
    hedges: re.Pattern[str]
    boosters: re.Pattern[str]
    opposites: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    ordinary: Callable[[str], bool]
    known: Callable[[str], bool]
    relate: Callable[[str, str], Relation]
    governed: tuple[tuple[frozenset[str], re.Pattern[str]], ...]
    turns: Callable[[str, str], tuple[Span, ...]]

    def level(self, words: str) -> int:
        """
        Give the highest strength that words in small letters carry; 0 where none of them binds or states at all.

        >>> lexicon = load_edit_lexicon("en")
        >>> lexicon.level("the sides discussed the ferry"), lexicon.level("the sides must act")
        (1, 5)
        """
        return max((level for level, pattern in self.strength if pattern.search(words)), default=0)

    def month(self, word: str) -> int | None:
        """
        Give the number of the month that a word in small letters names, whole or shortened; None where it names none.

        >>> [load_edit_lexicon("en").month(word) for word in ("february", "sept", "ferry")]
        [2, 9, None]
        """
        if not self.months.fullmatch(word):
            return None
        return next((n for n, stem in enumerate(self.month_stems, start=1) if word.startswith(stem)), None)

    def bound(self, words: str) -> HedgeKind | None:
        """Give what the hedge at the end of words in small letters does to the number after them; None without one."""
        return next((kind for kind, pattern in self.bounds if pattern.search(words)), None)


def load_edit_lexicon(language: str) -> EditLexicon:
    """Give the lexicon of a language, loaded once; of languages without one, the English."""
    return _load(_RUSSIAN if language == "ru" else _ENGLISH)


@cache
def _load(package: str) -> EditLexicon:
    table, figures = load_toml(package, "edits.toml"), load_figure_lexicon(package)
    grammar, stance, russian = table["grammar"], table["stance"], package == _RUSSIAN
    return EditLexicon(
        source=table["source"],
        function=frozenset(grammar["function"]),
        negations=frozenset(grammar["negations"]),
        abbreviations=frozenset(grammar["abbreviations"]),
        tenses=tuple(map(frozenset, grammar["tenses"])),
        prefixes=tuple(sorted(grammar["prefixes"], key=len, reverse=True)),
        **_quantities(figures),
        **_lists(table),
        offices=_offices(package, ("heads", "modifiers"), russian=russian),
        office_heads=_offices(package, ("heads",), russian=russian),
        strength=tuple((int(level), _words(words)) for level, words in table["strength"].items()),
        hedges=_words(stance["hedges"]),
        boosters=_words(stance["boosters"]),
        opposites=tuple((_words((one,)), _words((other,))) for one, other in table["opposites"]["pairs"]),
        ordinary=_ordinary_russian if russian else _ordinary_english,
        known=_known_russian if russian else is_english,
        relate=relate_russian if russian else _english_forms(grammar).relate,
        governed=tuple((frozenset(row["after"]), re.compile(row["form"])) for row in grammar.get("governed", ())),
        turns=_russian_turns if russian else _english_turns,
    )


def _quantities(figures: FigureLexicon) -> dict[str, Any]:
    """Give the fields on numbers, which the table of quantities fills."""
    return {
        "numbers": frozenset(entry.word for entry in figures.numbers),
        "values": {entry.word: entry.number for entry in figures.numbers},
        "magnitudes": frozenset(entry.word for entry in figures.magnitudes) | _abroad(figures),
        "money": _units(figures, Measure.MONEY),
        "share": _units(figures, Measure.SHARE),
        "spells": _words((*figures.words("nouns.spells"), *_forms(figures, Measure.TIME))),
        "bounds": _bounds(figures),
    }


def _lists(table: dict[str, Any]) -> dict[str, Any]:
    """Give the fields on dates, places and people."""
    time, places, people = table["time"], table["places"], table["people"]
    return {
        "months": _words(time["months"]),
        "month_stems": tuple(time["month_stems"]),
        "days": _words(time["days"]),
        "clock": frozenset(time["clock"]),
        "around_dates": frozenset(time["around"]),
        "place_nouns": _words(places["nouns"]),
        "place_lists": _words(places["plural"]),
        "place_before": frozenset(places["before"]),
        "place_clear": frozenset(places["clear"]),
        "convening": _words(places["convening"]),
        "attending": _words(people["attending"]),
        "company": _words(people["company"]),
        "beside": frozenset(people["beside"]),
        "affiliations": frozenset(people["affiliations"]),
        "address": frozenset(people["address"]),
        "works": _words(people["works"]),
        "bodies": _words(people["bodies"]),
    }


def _words(words: Iterable[str]) -> re.Pattern[str]:
    found = tuple(words)
    return re.compile(any_of(found)) if found else NEVER


def _forms(figures: FigureLexicon, measure: Measure) -> tuple[str, ...]:
    return tuple(form.lower() for unit in figures.units if unit.measure is measure for form in unit.forms)


def _units(figures: FigureLexicon, measure: Measure) -> re.Pattern[str]:
    return _words(form for form in _forms(figures, measure) if len(form) > 1 or not form.isalpha())


def _abroad(figures: FigureLexicon) -> frozenset[str]:
    """Give the plurals of English magnitudes and the case forms of Russian ones."""
    names = [entry.word for entry in figures.magnitudes if len(entry.word) > _SHORT_HEAD]
    endings = ("s", "а", "у", "ом", "е", "ов", "ы", "и", "ам", "ами", "ах")
    return frozenset(name + ending for name in names for ending in endings)


def _bounds(figures: FigureLexicon) -> tuple[tuple[HedgeKind, re.Pattern[str]], ...]:
    """Give the hedges that stand right before a number, the longer phrases of all kinds tried first."""
    rows = (
        (entry.kind, phrase) for entry in figures.hedges if entry.place is HedgePlace.BEFORE for phrase in entry.phrases
    )
    ordered = sorted(rows, key=lambda row: -len(row[1]))
    return tuple((kind, re.compile(any_of((phrase.lower(),)) + r"[^\w]*\Z")) for kind, phrase in ordered)


def _offices(package: str, lists: tuple[str, ...], *, russian: bool) -> re.Pattern[str]:
    """Give the single words of which names of offices are made, in any number or case."""
    table = load_toml(package, "offices.toml")
    words = {word.replace("ё", "е") for name in lists for phrase in table[name] for word in phrase.split()}
    kept = {word for word in words if len(word) > 1} - set(load_toml(package, "edits.toml")["grammar"]["function"])
    return re.compile("|".join(rf"\b{_stem(word)}" for word in sorted(kept)) if russian else _plurals(kept))


def _plurals(words: Iterable[str]) -> str:
    return any_of({form for word in words for form in (word, f"{word}s")})


def _stem(word: str) -> str:
    stem = word.rstrip("аеиоуыэюяйь") if len(word) > _SHORT_HEAD else word
    return rf"{re.escape(stem)}(?:[аеиоуыэюяйь]\w{{0,3}})?\b"


def _ordinary_english(word: str) -> bool:
    return word in load_words(_ENGLISH, "words.txt")


def _ordinary_russian(word: str) -> bool:
    from communique.languages.russian.words import is_named, may_be_name  # noqa: PLC0415 - loads a dictionary

    return not may_be_name(word) and not is_named(word)


def _known_russian(word: str) -> bool:
    from communique.languages.russian.words import is_known  # noqa: PLC0415 - loads a dictionary

    return is_known(word)


def _english_forms(grammar: dict[str, Any]) -> EnglishForms:
    suffixes = {suffix: part for part, found in grammar["suffixes"].items() for suffix in found}
    return EnglishForms(confused=tuple(map(frozenset, grammar["confused"])), suffixes=suffixes)


def _english_turns(text: str, title: str) -> tuple[Span, ...]:
    from communique.languages.english.speech_words import label_words  # noqa: PLC0415 - large word lists
    from communique.languages.turns import find_turns  # noqa: PLC0415 - likewise

    return tuple(turn.content for turn in find_turns(text, label_words(), title))


def _russian_turns(text: str, title: str) -> tuple[Span, ...]:
    from communique.languages.russian.speech import find_speech  # noqa: PLC0415 - loads a dictionary

    return tuple(speech.content for speech in find_speech(text, title, ()) if speech.form is SpeechForm.TURN)
