"""Topics of a release: what it speaks of, in the order in which each is first taken up, and how much room each gets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from communique.errors import ReferenceTableError
from communique.languages.phrases import Phrases, build_phrases, phrase_pattern
from communique.model.spans import Part, Span
from communique.model.topics import Topic, TopicShare
from communique.text.tables import load_toml

_LOOSE = "?"
_APART = "-"
_NUMBERED = "__"
_RETURNS = 2
_REACH = 40
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class TopicLexicon:
    """The words of topics in one language, ready for finding."""

    source: str
    phrases: Phrases
    expressions: re.Pattern[str]
    agenda: re.Pattern[str]
    office_before: re.Pattern[str]
    office_after: re.Pattern[str]


class _Mention(NamedTuple):
    start: int
    end: int
    topic: Topic
    firm: bool
    sentence: int


@cache
def load_topic_lexicon(package: str) -> TopicLexicon:
    """
    Read ``topics.toml`` of a language's package, once.

    Raises:
        ReferenceTableError: a part of the table, or a topic of the closed list, is missing.
    """
    table = load_toml(package, "topics.toml")
    missing = [topic for topic in Topic if topic not in table.get("topics", {})]
    if missing:
        raise ReferenceTableError(wanted=f"words for every topic in {package}", got=f"none for {', '.join(missing)}")
    joined = rf"(?:,|\s+(?:{_alternatives(table['joining'])}))"
    named, listed = rf"[A-ZА-Я][\w’-]+{joined}?\s+", rf"[\w’-]+{joined}\s+"
    links = _alternatives(table["office_links"])
    return TopicLexicon(
        source=table["source"],
        phrases=build_phrases(_labelled(table)),
        expressions=_expressions(table),
        agenda=re.compile(rf"\b(?:{_alternatives(table['agenda'])})\b", re.IGNORECASE),
        office_before=re.compile(rf"\b(?i:{_alternatives(table['office_before'])})\s+(?:{named}|{listed}){{0,3}}$"),
        office_after=re.compile(rf"\s+(?:(?:{links})\s+)?(?:{_alternatives(table['office_after'])})\b", re.IGNORECASE),
    )


def _labelled(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield from ((phrase, _APART) for phrase in table["apart"]["phrases"])
    for topic, words in table["topics"].items():
        yield from ((phrase, topic) for phrase in words["firm"])
        yield from ((phrase, topic + _LOOSE) for phrase in words.get("loose", ()))


def _expressions(table: dict[str, Any]) -> re.Pattern[str]:
    """Make one pattern of the expressions of all topics; each begins a word, and the group that fits is the topic."""
    groups = [
        f"(?P<{topic}{_NUMBERED}{number}>{expression})"
        for topic, words in table["topics"].items()
        for number, expression in enumerate(words.get("expressions", ()))
    ]
    return re.compile(rf"(?<!\w)(?=\w)(?:{'|'.join(groups)})" if groups else "(?!)")


def _alternatives(phrases: Iterable[str]) -> str:
    return "|".join(map(phrase_pattern, sorted(phrases, key=lambda phrase: (-len(phrase), phrase))))


def find_topics_by(lexicon: TopicLexicon, title: str, text: str, sentences: tuple[Span, ...]) -> tuple[TopicShare, ...]:
    """
    Give the topics of a text in order of their first substantive mention; those of the title where the text has none.

    A firm word is substantive wherever it stands outside the name of an office; a loose one in a sentence that tells
    what was talked about or agreed, or when the text comes back to the topic.
    """
    found = _shares(text, sentences, _substantive(lexicon, text, sentences), Part.TEXT)
    if found or not title.strip():
        return found
    whole = (Span(0, len(title)),)
    return _shares(title, whole, _substantive(lexicon, title, whole), Part.TITLE)


def _substantive(lexicon: TopicLexicon, text: str, sentences: tuple[Span, ...]) -> list[_Mention]:
    """Give the mentions of all topics that are taken up, each topic from its first mention that counts."""
    by_topic: dict[Topic, list[_Mention]] = {}
    for mention in sorted(_mentions(lexicon, text, sentences)):
        by_topic.setdefault(mention.topic, []).append(mention)
    kept: list[_Mention] = []
    for mentions in by_topic.values():
        counted = [m for m in mentions if m.firm or _is_agenda(lexicon, text, sentences[m.sentence])]
        first = counted[0] if counted else mentions[0] if len(mentions) >= _RETURNS else None
        if first is not None:
            kept += [mention for mention in mentions if mention.start >= first.start]
    return kept


def _mentions(lexicon: TopicLexicon, text: str, sentences: tuple[Span, ...]) -> Iterator[_Mention]:
    starts = [sentence.start for sentence in sentences]
    for start, end, labels in lexicon.phrases.find(text):
        place = _sentence_at(starts, sentences, start)
        if place is None or _is_office(lexicon, text, start, end):
            continue
        for label in labels:
            if label != _APART:
                yield _Mention(start, end, Topic(label.removesuffix(_LOOSE)), not label.endswith(_LOOSE), place)
    for match in lexicon.expressions.finditer(text):
        place = _sentence_at(starts, sentences, match.start())
        if place is not None and match.end() <= sentences[place].end and match.lastgroup:
            topic = Topic(match.lastgroup.partition(_NUMBERED)[0])
            yield _Mention(match.start(), match.end(), topic, firm=True, sentence=place)


def _sentence_at(starts: list[int], sentences: tuple[Span, ...], at: int) -> int | None:
    place = bisect_right(starts, at) - 1
    return place if place >= 0 and at < sentences[place].end else None


def _is_office(lexicon: TopicLexicon, text: str, start: int, end: int) -> bool:
    """Tell whether the words are part of the name of an office or authority ("Minister of Trade")."""
    if lexicon.office_after.match(text, end, end + _REACH):
        return True
    before = text[max(0, start - _REACH) : start]
    return lexicon.office_before.search(before) is not None


def _is_agenda(lexicon: TopicLexicon, text: str, sentence: Span) -> bool:
    return lexicon.agenda.search(text, sentence.start, sentence.end) is not None


def _shares(text: str, sentences: tuple[Span, ...], mentions: list[_Mention], part: Part) -> tuple[TopicShare, ...]:
    topics_of: dict[int, dict[Topic, None]] = {}
    spans: dict[Topic, dict[Span, None]] = {}
    for mention in sorted(mentions):
        topics_of.setdefault(mention.sentence, {})[mention.topic] = None
        spans.setdefault(mention.topic, {})[Span(mention.start, mention.end, part)] = None
    words = dict.fromkeys(spans, 0.0)
    for place, topics in topics_of.items():
        length = _count_words(sentences[place].of(text))
        for topic in topics:
            words[topic] += length / len(topics)
    whole = max(1, _count_words(text))
    return tuple(
        TopicShare(
            topic=topic,
            first=next(iter(found)),
            spans=tuple(found),
            words=words[topic],
            share=min(1.0, words[topic] / whole),
        )
        for topic, found in spans.items()
    )


def _count_words(text: str) -> int:
    return len(_WORD.findall(text))
