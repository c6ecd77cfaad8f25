"""A release without the page's parts and name cards, and the way back for all that was found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any

from communique.languages.port import Markup
from communique.model import Part, Release, Span
from communique.text.furniture import find_furniture
from communique.text.name_cards import find_name_cards
from communique.text.normalise import Cleared, clear

_CALENDAR = re.compile(
    r"(?<!\w)(?:Анонс на \d{1,2}(?: ?[–−-] ?\d{1,2})? \w+(?: ?[–−-] ?\d{1,2} \w+)? \d{4} года )?"
    r"Добавить в [Кк]алендарь(?: Календари)?(?: (?:Яндекс|iCal|Google|Outlook))*"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A release as captured, and as read: without name cards and without what the page added."""

    captured: Release
    read: Release
    cleared: Cleared
    furniture: tuple[Span, ...]


def clear_page(release: Release) -> Page:
    """Take name cards and the page's parts out of a release."""
    text = release.text
    furniture = (*find_furniture(text, title=release.title, place=release.place or ""), *_buttons(text))
    cleared = clear(text, sorted((*furniture, *find_name_cards(text))))
    return Page(release, replace(release, text=cleared.text), cleared, furniture)


def _buttons(text: str) -> Iterator[Span]:
    """The buttons of an announcement's page ("Добавить в Календарь …")."""
    return (Span(*m.span()) for m in _CALENDAR.finditer(text))


def restore(markup: Markup, page: Page) -> Markup:
    """Give the markup of the release as captured: every span of the text is moved to where its words stand there."""
    if page.cleared.text == page.captured.text:
        return replace(markup, release=page.captured)
    moved: dict[Span, Span] = {}
    changes = {
        f.name: _moved(getattr(markup, f.name), page.cleared, moved) for f in fields(markup) if f.name != "release"
    }
    return replace(markup, release=page.captured, **changes)


def _moved(value: Any, cleared: Cleared, moved: dict[Span, Span]) -> Any:  # noqa: ANN401 - walks any value of the port
    if isinstance(value, Span):
        if value.part is not Part.TEXT:
            return value
        if value not in moved:
            moved[value] = cleared.original(value)
        return moved[value]
    if isinstance(value, tuple):
        return tuple(_moved(each, cleared, moved) for each in value)
    if is_dataclass(value) and not isinstance(value, type) and _holds_spans(type(value)):
        return replace(value, **{f.name: _moved(getattr(value, f.name), cleared, moved) for f in fields(value)})
    return value


@cache
def _holds_spans(kind: type) -> bool:
    """Tell whether values of a class may hold spans; sides, offices of tables and the like do not."""
    return any(
        "Span" in str(f.type) or "Designation" in str(f.type) or "Stated" in str(f.type) or "Words" in str(f.type)
        for f in fields(kind)
    )
