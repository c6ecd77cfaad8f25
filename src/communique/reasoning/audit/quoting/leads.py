"""The words by which an essay says who said something, to whom, and that it was not said."""

from __future__ import annotations

import re

from communique.model import Span
from communique.text.tables import load_toml

_RENDERING = load_toml("communique.languages.english", "rendering.toml")
_TABLE, _ADDRESS = _RENDERING["leads"], _RENDERING["addressing"]
_VERB = rf"(?:{'|'.join(_TABLE['verbs'])})"
_NOT = r"(?:(?:did|does|has|had)\s+(?:not|never)|(?:did|does|has|had)n[’']t|never)"
_SAYS = rf"(?:(?:has\s+|had\s+|also\s+|then\s+)*{_VERB}|{_NOT}\s+(?:ever\s+)?(?:{'|'.join(_TABLE['plain'])}|{_VERB}))"
DENIED = re.compile(rf"\b{_NOT}\b")
SAID_AFTER = re.compile(rf",?\s*[—–-]?\s*(?P<tail>{_VERB}\s+(?P<who>[^\n,.!?]{{2,80}}?))\s*[.!?]?\s*$")
_NAMING = r"(?:(?!\s(?:that|in|at|on|during|after|before|to|when|while|as|with)\b)[^\n,.!?;“«\"])"
SAID_BEHIND = re.compile(
    rf"^[,.]?[ \t]*(?:{_VERB}\s+(?P<late>(?:[A-Z]|the\s){_NAMING}{{2,80}})"
    rf"|(?P<early>(?:[A-Z]|the\s){_NAMING}{{2,60}}?)\s+{_VERB}\b)"
)
WHO_BEFORE = re.compile(
    rf"(?P<who>(?:\b[Tt]he\s+(?:[A-Z][\w’'-]*\s+)*[\w-]+(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]*)?(?=[\s,])"
    rf"|(?:[A-Z][\w’.'-]+\s+){{0,5}}[A-Z][\w’'-]+))(?:,[^,]{{2,60}},)?\s+{_SAYS}\b"
)
ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Aa]s for|[Ii]n the words of|quoting|[Aa]s)\s+(?P<who>(?:the\s+)?(?:[A-Z][\w’.'-]*\s*){1,5})"
)
ADDRESSED = re.compile(
    rf"\b(?:{'|'.join(_ADDRESS['verbs'])})"
    r"\s+(?P<whom>(?:the\s+)?[A-Z][\w’-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’-]+){0,5})"
)


def find_addressed(essay: str, span: Span) -> Span | None:
    """Give the words for whom somebody is said to have told something, None where nobody is named."""
    found = ADDRESSED.search(essay, span.start, span.end)
    return Span(*found.span("whom")) if found is not None else None


def find_addressee(words: str) -> str:
    """
    Give the words for whom somebody is said to have told something, empty where nobody is named.

    >>> find_addressee("Vesk told Adela Korin that trade fell"), find_addressee("Vesk told reporters that trade fell")
    ('Adela Korin', '')
    """
    found = find_addressed(words, Span(0, len(words))) if words else None
    return found.of(words) if found is not None else ""


def find_speaker(words: str) -> str:
    """
    Give the words for who is said to state something, empty where nobody is named.

    >>> find_speaker("The Velmarkian Prime Minister said that trade fell")
    'The Velmarkian Prime Minister'
    """
    before = WHO_BEFORE.search(words) or ACCORDING.search(words)
    if before is not None:
        return before["who"].strip()
    behind = SAID_AFTER.search(words)
    return behind["who"].strip() if behind is not None else ""
