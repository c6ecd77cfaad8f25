"""Whether a dealing is reported, planned, recalled or only possible, in Russian."""

from __future__ import annotations

import re

from communique.languages.russian.clauses import Row
from communique.model import Status

_PERFORMING = frozenset({"хотеть", "позволить", "разрешить", "рад", "мочь", "желать", "спешить", "хотеться", "иметь"})
_POSSIBLE = re.compile(
    r"готов|возможн|намер|план|предлож|рассчит|надею|надеж|договор|согла|стоит|можно|если", re.IGNORECASE
)
_RECENT = re.compile(
    r"недавн|прошл|состоявш|итог|накануне|ранее|тогда|предыдущ|последн|проведенн|проведённ|достигнут", re.IGNORECASE
)
_COMING = re.compile(r"предстоящ|будущ|планируем|запланирован|намечен|ближайш", re.IGNORECASE)
_WINDOW = 45


def status_of(row: Row, i: int) -> Status:
    """
    Read the status off tense, mood, negation and governing words.

    "Хотел бы поблагодарить" performs the act it speaks of and is actual (Austin, 1962), as is "не могу не".
    """
    item = row.items[i]
    reading = item.readings[0] if item.readings else None
    before = [row.items[j] for j in range(max(0, i - 5), i)]
    governing = {lemma for b in before for lemma in b.lemmas("VERB", "ADJS", "GRND", "PRED")}
    if any(b.lower in {"будет", "будут", "буду", "примет", "примут"} for b in before[-3:]):
        return Status.PLANNED
    if reading is not None and reading.pos == "INFN":
        return _of_infinitive(row, i, governing)
    if any(b.lower == "не" for b in before[-1:]) or any(b.lower == "бы" for b in before[-2:]):
        return Status.HYPOTHETICAL
    if reading is not None and reading.has("futr"):
        return Status.PLANNED
    return _of_words(row, i)


def _of_infinitive(row: Row, i: int, governing: frozenset[str] | set[str]) -> Status:
    near = row.text[max(row.sentence.start, row.items[i].start - _WINDOW) : row.items[i].start]
    if governing & _PERFORMING:
        return Status.ACTUAL
    if "быть" in governing:
        return Status.PLANNED
    return Status.HYPOTHETICAL if _POSSIBLE.search(near) else Status.ACTUAL


def _of_words(row: Row, i: int) -> Status:
    near = row.text[max(row.sentence.start, row.items[i].start - _WINDOW) : row.items[i].end]
    if _COMING.search(near):
        return Status.PLANNED
    if re.search(
        r"(?:состоятся|состоится|пров[её]д[её]т|будет|будут|пройдут)\s", row.text[row.sentence.start : row.items[i].end]
    ):
        return Status.PLANNED
    return Status.PAST if _RECENT.search(near) else Status.ACTUAL
