"""Evaluative words on talks and relations: a quality beside a noun for a contact, idioms that judge by themselves."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from communique.languages.conflicts import any_phrase
from communique.languages.phrases import lowered
from communique.model.spans import Span, joined
from communique.model.topics import ToneWord

_FAR = 90


@dataclass(frozen=True, slots=True)
class ToneGrammar:
    """
    How one language places words of tone.

    ``word`` finds candidates, in groups ``idiom``, ``regard``, ``quality`` and ``common``. ``noun``, ``people``,
    ``relation`` and ``regarded`` begin where a candidate ends and reach the noun it judges; ``subject`` ends where a
    candidate begins, when the noun stands before it ("relations are …"). ``paper`` ends there when the words name a
    document. ``kin`` are the words that also judge when said of peoples ("fraternal nations").
    """

    word: re.Pattern[str]
    noun: re.Pattern[str]
    people: re.Pattern[str]
    relation: re.Pattern[str]
    regarded: re.Pattern[str]
    subject: re.Pattern[str]
    paper: re.Pattern[str]
    kin: frozenset[str]


def build_tone_grammar(table: dict[str, Any]) -> ToneGrammar:
    """Make the patterns from a table of words."""
    breaks = any_phrase(table["breaks"])
    joining = any_phrase(table["joining"])
    joint = rf"(?:\s*,\s*(?:(?:{joining})\s+)?|\s+)(?!(?:{breaks})\b)(?:(?:\w\.){{2,}}|[\w’'–‒-]+)"
    end = r"(?![\w-])"
    nouns = any_phrase(table["nouns"])
    groups = (("idiom", "idioms"), ("regard", "regards"), ("quality", "qualities"), ("common", "common"))
    words = "|".join(f"(?P<{group}>(?:{any_phrase(table[name])}){end})" for group, name in groups)
    copulas, degrees = any_phrase(table["copulas"]), any_phrase(table["degrees"])
    return ToneGrammar(
        word=re.compile(rf"(?<![\w-])(?:{words})"),
        noun=re.compile(rf"(?:{joint}){{0,4}}?(?:\s*,\s*|\s+)(?:{nouns}){end}"),
        people=re.compile(rf"(?:{joint}){{0,2}}?\s+(?:{any_phrase(table['peoples'])}){end}"),
        relation=re.compile(rf"(?:{joint}){{0,1}}?\s+(?:{any_phrase(table['relations'])}){end}"),
        regarded=re.compile(rf"[^.;!?]{{0,200}}?(?<![\w-])(?:{nouns}){end}"),
        subject=re.compile(
            rf"(?<![\w-])(?:{nouns})\b[^.;:!?]*?\b(?:{copulas})\s+(?:(?:{degrees})\s+)*"
            rf"(?:[\w-]+(?:,|\s+(?:{joining}))\s+){{0,2}}$"
        ),
        paper=re.compile(rf"(?:{any_phrase(table['papers'])})[\w\s]{{0,40}}$"),
        kin=frozenset(table["kinship"]),
    )


def find_tone_by(
    grammar: ToneGrammar,
    text: str,
    sentences: tuple[Span, ...],
    speech: tuple[Span, ...] = (),
) -> tuple[ToneWord, ...]:
    """Give the words of tone in order, each wording once, an idiom for the words it is made of."""
    seen: set[str] = set()
    found: list[ToneWord] = []
    for span, sentence in _merged(text, _judging(grammar, text, sentences)):
        wording = lowered(span.of(text))
        if wording not in seen:
            seen.add(wording)
            found.append(ToneWord(span=span, sentence=sentence, spoken=any(said.covers(span) for said in speech)))
    return tuple(found)


def _judging(grammar: ToneGrammar, text: str, sentences: tuple[Span, ...]) -> Iterator[tuple[Span, Span, str | None]]:
    """Give each word that judges, its sentence and group; names in capitals ("Strategic Dialogue") are none."""
    small = lowered(text)
    starts = [sentence.start for sentence in sentences]
    for match in grammar.word.finditer(small):
        place = bisect_right(starts, match.start()) - 1
        if place < 0 or match.end() > sentences[place].end:
            continue
        is_name = text[match.start()].isupper() and match.start() > sentences[place].start + 1
        if not is_name and _judges(grammar, small, match, sentences[place]):
            yield Span(match.start(), match.end()), sentences[place], match.lastgroup


def _merged(text: str, words: Iterator[tuple[Span, Span, str | None]]) -> Iterator[tuple[Span, Span]]:
    """Give neighbours with nothing but a blank between them as one ("long-term strategic partnership")."""
    held: tuple[Span, Span] | None = None
    for span, sentence, group in words:
        if held is not None and text[held[0].end : span.start] == " ":
            held = joined(held[0], span), sentence
            continue
        if held is not None:
            yield held
        held = span, sentence
        if group == "regard":
            yield held
            held = None
    if held is not None:
        yield held


def _judges(grammar: ToneGrammar, small: str, match: re.Match[str], sentence: Span) -> bool:
    """Tell whether the word is said of talks or a relation."""
    if grammar.paper.search(_before(small, match, sentence)):
        return False
    return match.lastgroup == "idiom" or any(_reached(grammar, small, match, sentence))


def _reached(grammar: ToneGrammar, small: str, match: re.Match[str], sentence: Span) -> Iterator[bool]:
    reach = (match.end(), sentence.end)
    if match.group() in grammar.kin:
        yield grammar.people.match(small, *reach) is not None
    if match.lastgroup == "common":
        yield grammar.relation.match(small, *reach) is not None
    elif match.lastgroup == "regard":
        yield grammar.regarded.match(small, *reach) is not None
    else:
        yield grammar.noun.match(small, *reach) is not None
        yield grammar.subject.search(_before(small, match, sentence)) is not None


def _before(small: str, match: re.Match[str], sentence: Span) -> str:
    return small[max(sentence.start, match.start() - _FAR) : match.start()]
