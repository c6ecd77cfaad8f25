"""Direct speech with its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extraction.people import Cast, fold, same_name
from communique.languages.port import Designation, Form, Markup
from communique.languages.speech import Speech
from communique.model import Person, Quotation, Release, Span


def extract_quotations(
    markup: Markup, cast: Cast, principals: Sequence[Person] = (), *, message: bool = False
) -> tuple[Quotation, ...]:
    """
    Give the quotations in order, each with the person its cue names, where that is known.

    The words of a ``message`` that names no sender are those of the first principal, whose message it is.
    """
    found = tuple(_quotations(markup, cast))
    if not message or not principals:
        return found
    return tuple(replace(q, speaker=principals[0]) if q.speaker is None else q for q in found)


def _quotations(markup: Markup, cast: Cast) -> Iterator[Quotation]:
    for speech in markup.speech:
        yield Quotation(
            form=speech.form, content=speech.content, cue=speech.cue, speaker=_speaker(markup, speech, cast)
        )


def _speaker(markup: Markup, speech: Speech, cast: Cast) -> Person | None:
    words = speech.speaker_name or speech.speaker_words
    if words is None:
        return None
    here = [d for d in markup.designations if d.span.overlaps(words)]
    for designation in sorted(here, key=lambda d: d.form is not Form.NAME):
        person = cast.of(designation)
        if person is not None:
            return person
    return _by_name(markup.release, words, cast) or _stranger(markup.release, speech, here)


def _by_name(release: Release, words: Span, cast: Cast) -> Person | None:
    key = fold(release.words(words))
    fitting = [p for p in cast.persons if p.name and key and same_name(key, fold(p.name))]
    return fitting[0] if fitting else None


def _stranger(release: Release, speech: Speech, here: Sequence[Designation]) -> Person | None:
    """A speaker met only in a label ("Question", "Remark")."""
    if here or speech.speaker_words is None:
        return None
    words = " ".join(release.words(speech.speaker_name or speech.speaker_words).split())
    return Person(name=words, spans=(speech.speaker_words,)) if words else None
