"""The words of a language that labels of turns are made of, and how labels name a speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class LabelForm(StrEnum):
    """
    How a label names the speaker, from the surest to what only its surroundings can confirm.

    ``office``: an office or form of address with a name. ``title``: an office alone, in capitals or with an article.
    ``part``: a part in the exchange ("Question"). ``letter``: the same by one letter, without a colon. ``bare``: a
    full name. ``loose``: a full name after words that are no office. ``doubtful``: a name one word of which is also an
    ordinary word. ``single``: one word.
    """

    OFFICE = "office"
    TITLE = "title"
    PART = "part"
    LETTER = "letter"
    BARE = "bare"
    LOOSE = "loose"
    DOUBTFUL = "doubtful"
    SINGLE = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelWords:
    """
    The words of one language that labels are made of, in lower case.

    ``offices`` head or modify an office; ``links`` join its parts ("of", "and"), ``governing``
    the one before what is governed; ``address`` goes before a name ("mr");
    ``particles`` stand inside names, ``suffixes`` after them; ``common`` are words of offices and bodies, never names;
    ``ordinary`` are the other words of the language, some of which are names too; ``parts`` are whole labels
    ("question"), ``plural_parts`` those of several; ``letters`` label without a colon; ``stops`` never stand in a
    label; ``abbreviations`` carry a full stop that ends no sentence; ``article`` goes before an office alone;
    ``closing`` matches lines that end a transcript and are no speech.
    """

    offices: frozenset[str]
    links: frozenset[str]
    governing: frozenset[str]
    address: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    common: frozenset[str]
    ordinary: frozenset[str]
    parts: frozenset[str]
    plural_parts: frozenset[str]
    letters: frozenset[str]
    stops: frozenset[str]
    abbreviations: frozenset[str]
    article: frozenset[str] = frozenset()
    closing: re.Pattern[str] | None = None
