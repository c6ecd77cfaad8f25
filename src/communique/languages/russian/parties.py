"""Which of the persons named in a Russian headline and first sentence stand as parties to the event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.languages.port import Designation, Form
from communique.languages.russian.clauses import Row, is_which
from communique.languages.russian.phrases import Phrase
from communique.model import Span

_PERSONAL = frozenset({Form.NAME, Form.OFFICE})
_SUBJECT = frozenset({"nom"})
_ENCOUNTERS = frozenset(
    {"переговоры", "переговор", "встреча", "разговор", "беседа", "консультация", "визит", "контакт", "аудиенция"}
)
_ABOUT = re.compile(
    r"(?:памят\w+|кончин\w+|смерт\w+|гибел\w+|юбиле\w+|годовщин\w+|побед\w+|избрани\w+|назначени\w+|инаугураци\w+|имени|жизн\w+|вдов\w+|памятник\w+(?:\s+\w+)?)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_ATTENDING = re.compile(
    r"приня(?:л|ла|ли) участие|участв(?:овал|уют|ует)|присутств(?:овал|ует|уют)|при участии|сопровожда", re.IGNORECASE
)


def find_headline_parties(title: str, designations: Sequence[Designation]) -> tuple[Designation, ...]:
    """Give the parties that a headline names; whose death or birthday is the topic is none."""
    return tuple(d for d in designations if d.form in _PERSONAL and not _ABOUT.search(title[: d.span.start]))


def find_opening_parties(row: Row, phrases: Sequence[Phrase]) -> tuple[Designation, ...]:
    """Give the parties of the main clause: subject, object, whom it was with, and whose encounter it was."""
    return tuple(dict.fromkeys(_parties(row, phrases)))


def _parties(row: Row, phrases: Sequence[Phrase]) -> Iterator[Designation]:
    taken: int | None = None
    for phrase in phrases:
        designation = phrase.item.designation
        if any(is_which(item) for item in row.items[: phrase.first]):
            return
        if designation is None or designation.form not in _PERSONAL | {Form.GROUP}:
            continue
        before = row.items[phrase.first - 1] if phrase.first else None
        joined = taken is not None and before is not None and before.lower in {"и", ","} and phrase.first - taken <= 2  # noqa: PLR2004 - next but one
        if before is None or joined or _is_party(row, phrase):
            taken = phrase.last
            yield designation


def _is_party(row: Row, phrase: Phrase) -> bool:
    before = row.items[phrase.first - 1]
    if before.lower in {"с", "со"}:
        return "ins" in phrase.cases
    if before.lower == "между":
        return True
    if "gen" in phrase.cases and before.lemmas("NOUN") & _ENCOUNTERS:
        return True
    if phrase.cases == _SUBJECT:
        return True
    if "nom" in phrase.cases and not before.lemmas("NOUN") - before.lemmas("ADVB"):
        return True
    return before.is_a("VERB") and bool(phrase.cases & {"acc", "dat", "nom"})


def find_attending(
    text: str, sentences: Sequence[Span], designations: Sequence[Designation]
) -> tuple[Designation, ...]:
    """Give the persons named in sentences that say who took part."""
    found: list[Designation] = []
    for sentence in sentences:
        if _ATTENDING.search(text, sentence.start, sentence.end):
            found += [d for d in designations if d.form is Form.NAME and sentence.covers(d.span)]
    return tuple(found)
