"""Turns of a transcript: labels found by their shape and by what the rest of the text confirms, in any language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from communique.languages.label_words import LabelForm, LabelWords
from communique.languages.labels import Label, find_labels
from communique.model import Span

_SEPARATOR = re.compile(r"\*\s?\*\s?\*")
_TRAILING = re.compile(r"(?:\s+|<…>|<\.\.\.>|(?<=\s)\*{1,3}|[-–—_]{3,})\Z")
_LAST_LINE = 80
_NOTE_AFTER = re.compile(r"[\s*_]*(?:[(\[][^()\[\]\n]{1,120}[)\]]\s?:\s*)?")
_LOWER_NEXT = re.compile(r"\s+[^\W\d_]")
_RUN_IN_LINE = 1500
_MOST_LOOKUPS = 50
_LOOKED_UP = frozenset({LabelForm.BARE, LabelForm.DOUBTFUL})


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
    labels = tuple(_confirmed(candidates, text, title)) if candidates else ()
    return tuple(_turns(text, labels, words))


def _confirmed(candidates: tuple[Label, ...], text: str, title: str) -> Iterator[Label]:
    lined = len(text) < _RUN_IN_LINE * text.count("\n")
    standing = [label for label in candidates if _stands_well(label, lined=lined)]
    known = _Known.of(standing, text, title)
    lookups = iter(range(_MOST_LOOKUPS))
    for label in candidates:
        if not _stands_well(label, lined=lined):
            confirmed = label.form is LabelForm.BARE and known.has_full(label, text) and _speaks(text, label)
        else:
            confirmed = known.confirms(label)
            if not confirmed and label.form in _LOOKED_UP and next(lookups, None) is not None:
                confirmed = _stands_elsewhere(label, text, title, transcript=known.transcript)
        if confirmed:
            yield label


def _stands_well(label: Label, *, lined: bool) -> bool:
    """Tell whether a label has an office, or begins a line, or in a text without line breaks a sentence."""
    return label.form is LabelForm.OFFICE or (label.bounded and not (lined and label.inside_line))


@dataclass(frozen=True, slots=True)
class _Known:
    """What the labels of a text together confirm: that it is a transcript, and who speaks in it."""

    transcript: bool
    officed: frozenset[str]
    twice: frozenset[str]
    titled: frozenset[str]
    full: frozenset[str]

    @classmethod
    def of(cls, labels: list[Label], text: str, title: str) -> _Known:
        """Gather what the labels that stand at the beginning of a line or sentence confirm."""
        parts = sum(label.form in (LabelForm.PART, LabelForm.LETTER) for label in labels)
        officed = [label for label in labels if label.form is LabelForm.OFFICE]
        named = [label for label in labels if label.form in _LOOKED_UP or (label.shouted and label.surname)]
        times = Counter(label.surname for label in named)
        twice = frozenset(name for name, n in times.items() if n > 1) if len(times) + parts > 1 else frozenset()
        return cls(
            transcript=parts > 1 or bool(officed) or any(label.form is LabelForm.TITLE for label in labels),
            officed=frozenset(label.surname for label in officed),
            twice=twice,
            titled=frozenset(word.casefold().strip(".,’'") for word in title.split() if word[:1].isupper()),
            full=frozenset(_full(label, text) for label in (*officed, *(n for n in named if n.surname in twice))),
        )

    def has_full(self, label: Label, text: str) -> bool:
        """Tell whether another label has the same full name."""
        return _full(label, text) in self.full

    def confirms(self, label: Label) -> bool:
        """Tell whether a label is one, given the others."""
        labelled = label.surname in self.officed or label.surname in self.twice
        titled = label.surname in self.titled
        needs = {
            LabelForm.OFFICE: True,
            LabelForm.TITLE: True,
            LabelForm.BARE: self.transcript or labelled or titled,
            LabelForm.DOUBTFUL: (self.transcript or label.shouted) and (labelled or titled),
            LabelForm.LOOSE: self.transcript or label.surname in self.officed,
            LabelForm.SINGLE: labelled or (label.shouted and titled),
        }
        return needs.get(label.form, self.transcript)


def _full(label: Label, text: str) -> str:
    return " ".join(label.name.of(text).casefold().split()) if label.name else ""


def _speaks(text: str, label: Label) -> bool:
    """Tell whether what follows a colon begins as a turn does."""
    following = text[label.after : label.after + 3].strip()
    return not following or not following[0].islower()


def _stands_elsewhere(label: Label, text: str, title: str, *, transcript: bool) -> bool:
    """Tell whether the title, or in a transcript the text before, names the same person in full."""
    if label.name is None:
        return False
    name = " ".join(label.name.of(text).split())
    titled = name in title and (transcript or label.form is LabelForm.BARE)
    return titled or (transcript and text.find(name, 0, label.span.start) >= 0)


def _turns(text: str, labels: tuple[Label, ...], words: LabelWords) -> Iterator[Turn]:
    for i, label in enumerate(labels):
        end = labels[i + 1].span.start if i + 1 < len(labels) else len(text)
        content = _content(text, label, end, words)
        if content is not None:
            yield Turn(label=label.span, speaker=label.speaker, name=label.name, content=content, plural=label.plural)


def _content(text: str, label: Label, end: int, words: LabelWords) -> Span | None:
    note = _NOTE_AFTER.match(text, label.after, end)
    start = note.end() if note else label.after
    separator = next((m for m in _SEPARATOR.finditer(text, start, end) if _separates(text, m.start())), None)
    end = separator.start() if separator else end
    end = _trimmed(text, start, _before_narration(text, label, start, end))
    if words.closing is not None and (tail := words.closing.search(text, max(start, end - _LAST_LINE), end)):
        end = _trimmed(text, start, tail.start())
    return Span(start, end) if end > start else None


def _separates(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace() or text[at - 1] in ".!?…"


def _trimmed(text: str, start: int, end: int) -> int:
    """Give where the words before ``end`` end, without white space, marks of omission and rules."""
    while found := _TRAILING.search(text[max(start, end - _LAST_LINE) : end]):
        end -= len(found.group())
        if end <= start:
            return start
    return end


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
