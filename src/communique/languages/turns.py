"""Turns of a transcript: labels found by their shape and by what the rest of the text confirms, in any language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from communique.languages.label_words import LabelForm, LabelWords
from communique.languages.labels import Label, find_labels
from communique.model import Span

_SEPARATOR = re.compile(r"(?<!\S)\*\s?\*\s?\*|(?<=[.!?…])\*\*\*")
_TRAILING = re.compile(r"(?:\s|<…>|<\.\.\.>|\*{1,3}(?=\s|$)|[-–—_]{3,})+\Z")
_NOTE_AFTER = re.compile(r"[\s*_]*(?:[(\[][^()\[\]\n]{1,120}[)\]]\s?:\s*)?")
_LOWER_NEXT = re.compile(r"\s+[^\W\d_]")
_RUN_IN_LINE = 1500
_WORD_PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn: its whole label, the part of it that names the speaker, the personal name, and the words spoken."""

    label: Span
    speaker: Span
    name: Span | None
    content: Span
    plural: bool


def find_turns(text: str, words: LabelWords, title: str = "") -> tuple[Turn, ...]:
    """
    Give the turns of a transcript in order; none where the text is no transcript.

    A label is an office with a name, a name that the text knows otherwise, or a part such as a questioner's. It
    stands at the beginning of a line; in a text that has lost its line breaks, after the end of a sentence.
    """
    candidates = tuple(find_labels(text, words))
    labels = tuple(_confirmed(candidates, text, title, words)) if candidates else ()
    return tuple(_turns(text, labels, words))


def _confirmed(candidates: tuple[Label, ...], text: str, title: str, words: LabelWords) -> Iterator[Label]:
    lined = len(text) < _RUN_IN_LINE * text.count("\n")
    standing = [label for label in candidates if not (lined and label.inside_line)]
    officed = {label.surname for label in standing if label.form is LabelForm.OFFICE}
    surnames = officed | {word.casefold().strip(".,’'") for word in title.split() if word[:1].isupper()}
    transcript = _is_transcript(standing)
    doubles = _met_twice(standing)
    for label in candidates:
        if lined and label.inside_line and label.form is not LabelForm.OFFICE:
            continue
        known = label.surname in (officed if label.form is LabelForm.LOOSE else surnames)
        if _holds(label, transcript=transcript, known=known, twice=label.surname in doubles):
            surnames.add(label.surname)
            yield label
        elif label.form in (LabelForm.BARE, LabelForm.DOUBTFUL) and _stands_elsewhere(label, text, title):
            yield label


def _is_transcript(labels: list[Label]) -> bool:
    parts = sum(label.form in (LabelForm.PART, LabelForm.LETTER) for label in labels)
    return parts >= _WORD_PAIR or any(label.form in (LabelForm.OFFICE, LabelForm.TITLE) for label in labels)


def _met_twice(labels: list[Label]) -> frozenset[str]:
    """Give the names that label at least twice, where at least two names do: a dialogue without offices."""
    names = Counter(label.surname for label in labels if label.form in (LabelForm.BARE, LabelForm.DOUBTFUL))
    return frozenset(name for name, times in names.items() if times > 1) if len(names) > 1 else frozenset()


def _holds(label: Label, *, transcript: bool, known: bool, twice: bool) -> bool:
    match label.form:
        case LabelForm.OFFICE | LabelForm.TITLE:
            return True
        case LabelForm.BARE:
            return transcript or known or twice
        case LabelForm.SINGLE:
            return known
        case LabelForm.DOUBTFUL:
            return transcript and (twice or known)
        case LabelForm.LOOSE:
            return transcript or known
        case LabelForm.PART | LabelForm.LETTER:
            return transcript
    return False


def _stands_elsewhere(label: Label, text: str, title: str) -> bool:
    """Tell whether the narration before the label, or the title, names the same person in full."""
    if label.name is None:
        return False
    name = " ".join(label.name.of(text).split())
    return name in title or text.find(name, 0, label.span.start) >= 0


def _turns(text: str, labels: tuple[Label, ...], words: LabelWords) -> Iterator[Turn]:
    for i, label in enumerate(labels):
        end = labels[i + 1].span.start if i + 1 < len(labels) else len(text)
        content = _content(text, label, end, words)
        if content is not None:
            yield Turn(
                label=label.span, speaker=label.speaker, name=label.name, content=content, plural=label.plural
            )


def _content(text: str, label: Label, end: int, words: LabelWords) -> Span | None:
    note = _NOTE_AFTER.match(text, label.after, end)
    start = note.end() if note else label.after
    separator = _SEPARATOR.search(text, start, end)
    if separator:
        end = separator.start()
    end = _before_narration(text, label, start, end)
    end = start + len(_TRAILING.sub("", text[start:end]))
    if words.closing is not None and (tail := words.closing.search(text, max(start, end - 80), end)):
        end = tail.start()
        end = start + len(_TRAILING.sub("", text[start:end]))
    return Span(start, end) if end > start else None


def _before_narration(text: str, label: Label, start: int, end: int) -> int:
    """Give where a turn ends because a line after it tells of its own speaker ("Ilmar Vesk then opened …")."""
    if label.name is None:
        return end
    name = label.name.of(text)
    at = text.find("\n" + name, start, end)
    while at >= 0:
        following = _LOWER_NEXT.match(text, at + 1 + len(name), end)
        if following and following.group()[-1].islower():
            return at
        at = text.find("\n" + name, at + 1, end)
    return end
