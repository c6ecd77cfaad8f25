"""Accounts of one text each, of the fictional states, read without a parser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from communique.languages.english.figures import find_figures as find_english
from communique.languages.english.sentences import find_sentences as cut_english
from communique.languages.english.vague import find_vague
from communique.languages.russian.figures import find_figures as find_russian
from communique.languages.russian.sentences import find_sentences as cut_russian
from communique.model import Account, Event, Figure, Kind, Release, Span
from communique.model.figures import FigureWords

ISSUED = datetime(2022, 3, 1, 12, 0)  # noqa: DTZ001 - wall time as issuers print it

CUT: dict[str, Callable[[str], tuple[Span, ...]]] = {"en": cut_english, "ru": cut_russian}
FIGURES: dict[str, Callable[[str, tuple[Span, ...]], tuple[FigureWords, ...]]] = {
    "en": find_english,
    "ru": find_russian,
}


def told(
    text: str, language: str = "en", *, title: str = "", issuer: str = "xa-president", issued: datetime | None = ISSUED
) -> Account:
    """Give an account of a text with its sentences, figures and vague words."""
    sentences = CUT[language](text) if language in CUT else (Span(0, len(text)),)
    figures = FIGURES[language](text, sentences) if language in FIGURES else ()
    return Account(
        release=Release(
            address=f"https://press.example/{len(text)}",
            issuer=issuer,
            language=language,
            title=title,
            text=text,
            issued=issued,
        ),
        event=Event(kind=Kind.STATEMENT),
        sentences=sentences,
        figures=tuple(Figure(words=words) for words in figures),
        vague=find_vague(text) if language == "en" else (),
    )


def whole(account: Account) -> Span:
    """Give all words of an account."""
    return Span(0, len(account.release.text))
