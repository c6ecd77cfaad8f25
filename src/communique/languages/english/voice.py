"""Whose voice English narration has: the sides together ("the parties discussed"), or nobody's ("was discussed")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.languages.english.subjects import find_joint_subjects, says_we
from communique.languages.english.unattributed import is_unattributed
from communique.model import Span


def find_joint(text: str, sentences: Iterable[Span], speech: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """
    Give the narrator's sentences whose subject is the sides together.

    Such a subject is a plural noun for the principals ("the sides", "both leaders", "the presidents of X and Y"), the
    principals joined by "and", "they", or in a joint statement "we". What somebody is reported to have said of both
    sides is that person's sentence. ``speech`` holds the contents of direct speech.

    >>> told = "Mr Vesk and Ms Korin met in Tarsk. He said the two sides agreed."
    >>> [span.of(told) for span in find_joint(told, (Span(0, 34), Span(35, 64)))]
    ['Mr Vesk and Ms Korin met in Tarsk.']
    """
    told = narrate(text, speech)
    we = says_we(told)
    narrated = tuple(span for span in sentences if re.search(r"\w", span.of(told)))
    return tuple(span for i, span in enumerate(narrated) if find_joint_subjects(span.of(told), opening=i == 0, we=we))


def find_impersonal(text: str, sentences: Iterable[Span], speech: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """
    Give the narrator's sentences that tell of talk or signing and name nobody who acts.

    These are passives of verbs of talk without an agent ("was discussed", "it was noted that"), and sentences whose
    subject is the talk or its topic ("the conversation covered", "issues discussed included").

    >>> told = "Trade was discussed. Trade was discussed by the ministers."
    >>> [span.of(told) for span in find_impersonal(told, (Span(0, 20), Span(21, 58)))]
    ['Trade was discussed.']
    """
    told = narrate(text, speech)
    return tuple(span for span in sentences if is_unattributed(span.of(told)))


def narrate(text: str, speech: tuple[Span, ...]) -> str:
    """Blank out direct speech and line breaks, so that a sentence is one line and every character keeps its place."""
    letters = list(re.sub(r"\s", " ", text))
    for span in speech:
        letters[span.start : span.end] = " " * len(span)
    return "".join(letters)
