"""One release marked up: everything found without the parser first, then what needs its parsed sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from communique.languages.english.conflicts import find_conflicts
from communique.languages.english.days import find_days
from communique.languages.english.designations import find_designations
from communique.languages.english.drives import Ground, find_drives
from communique.languages.english.events import find_cues, find_formats, find_visit_class
from communique.languages.english.figures import find_figures
from communique.languages.english.formulas import find_formulas
from communique.languages.english.frames import find_frames, trigger
from communique.languages.english.instruments import find_counts, find_instruments
from communique.languages.english.leads import find_lead
from communique.languages.english.parser import Masked, Name, Parsed, mask, parse
from communique.languages.english.parties import find_attending, find_headline_parties, find_opening_parties
from communique.languages.english.places import (
    Places,
    find_event_places,
    find_place_line,
    find_places_named,
    hangs_on_main_verb,
    stated_place,
)
from communique.languages.english.scan import find_units
from communique.languages.english.sentences import find_sentences
from communique.languages.english.speech import find_speech
from communique.languages.english.tone import find_tone
from communique.languages.english.topics import find_topics
from communique.languages.english.vague import find_vague
from communique.languages.english.voice import find_impersonal, find_joint
from communique.languages.port import DayWords, Designation, Drive, Markup, PlaceWords
from communique.languages.speech import Speech
from communique.model import DateBasis, Part, Release, Side, Span, SpeechForm, Stated, VisitClass
from communique.text.normalise import find_name_cards

_BATCH = 64
_PARSED = 3
_OPENING = 4
_REGION = re.compile(r"\s+(?:Region|Territory|Oblast|Province|District|Governorate)\b")
_ANNOUNCED = re.compile(r"\bwill\b|\bto (?:visit|make|pay)\b")


@dataclass(frozen=True, slots=True)
class Ready:
    """A release with all that needs no parser, and the sentences that do."""

    release: Release
    sentences: tuple[Span, ...]
    narration: tuple[Span, ...]
    speech: tuple[Speech, ...]
    titled: tuple[Designation, ...]
    designations: tuple[Designation, ...]
    masked: tuple[Masked, ...]
    opening: int


def mark_up(releases: Iterable[Release], places: Places) -> Iterator[Markup]:
    """Mark up releases in order, parsing the sentences of a batch of them together."""
    pending = iter(releases)
    while batch := tuple(islice(pending, _BATCH)):
        ready = [make_ready(release, places) for release in batch]
        parsed = parse(masked for each in ready for masked in each.masked)
        for release, each in zip(batch, ready, strict=True):
            marked = _marked(each, tuple(islice(parsed, len(each.masked))), places)
            yield replace(_with_contents(marked, each, places), release=release)


def make_ready(release: Release, places: Places) -> Ready:
    """Find all that needs no parser."""
    cards = find_name_cards(release.text)
    speech = tuple(_without_card(each, cards) for each in find_speech(release.text, release.title))
    release = without_cards(release, cards)
    sentences = find_sentences(release.text)
    narration = tuple(_outside(sentences, speech))
    designations = find_designations(release.text, places.lexicon)
    titled = find_designations(release.title, places.lexicon, Part.TITLE)
    opening = narration[:_PARSED]
    stating = tuple(s for s in sentences if s not in opening and trigger().search(release.text, s.start, s.end))
    masked = tuple(_masked(release.text, s, designations, places) for s in (*opening, *stating))
    if release.title and trigger().search(release.title):
        masked += (_masked(release.title, Span(0, len(release.title), Part.TITLE), titled, places),)
    return Ready(release, sentences, narration, speech, titled, designations, masked, len(opening))


def without_cards(release: Release, cards: tuple[Span, ...]) -> Release:
    """Blank out name cards that a page glued into the text, so that every offset stays as captured."""
    if not cards:
        return release
    text = release.text
    for card in cards:
        text = text[: card.start] + " " * len(card) + text[card.end :]
    return replace(release, text=text)


def _without_card(speech: Speech, cards: tuple[Span, ...]) -> Speech:
    """End the label of a turn where a card was glued to it."""
    cue, words, name = (_before_card(span, cards) for span in (speech.cue, speech.speaker_words, speech.speaker_name))
    return replace(speech, cue=cue, speaker_words=words, speaker_name=name)


def _before_card(span: Span | None, cards: tuple[Span, ...]) -> Span | None:
    card = next((c for c in cards if span is not None and c.overlaps(span)), None)
    if span is None or card is None:
        return span
    return Span(span.start, card.start, span.part) if card.start > span.start else None


def _outside(sentences: tuple[Span, ...], speech: tuple[Speech, ...]) -> Iterator[Span]:
    """Give the sentences that are not direct speech: no turn of a transcript, and less than half between quotes."""
    spoken = sorted(stretch for each in speech for stretch in _spoken(each))
    for sentence in sentences:
        inside = sum(max(0, min(end, sentence.end) - max(start, sentence.start)) for start, end in spoken)
        if inside * 2 < len(sentence):
            yield sentence


def _spoken(speech: Speech) -> Iterator[tuple[int, int]]:
    labelled = speech.form is SpeechForm.TURN and speech.cue is not None
    yield (speech.cue.start if labelled and speech.cue else speech.content.start), speech.content.end
    yield from ((span.start, span.end) for span in speech.more)


def _masked(text: str, sentence: Span, designations: tuple[Designation, ...], places: Places) -> Masked:
    names = [Name(d.span, d) for d in designations if sentence.covers(d.span)]
    taken = [n.span for n in names]
    named = [s for s, _ in find_places_named(text, sentence, places) if not any(s.overlaps(t) for t in taken)]
    names += [Name(s) for s in named if " " in s.of(text)]
    return mask(text, sentence, sorted(names, key=lambda n: n.span.start))


def _marked(ready: Ready, parsed: tuple[Parsed, ...], places: Places) -> Markup:
    release = ready.release
    opened = parsed[: ready.opening]
    first = opened[0] if opened else None
    title = Span(0, len(release.title), Part.TITLE) if release.title else None
    opening = ready.narration[:_OPENING]
    announced = title is not None and bool(_ANNOUNCED.search(release.title))
    return Markup(
        release=release,
        sentences=ready.sentences,
        narration=ready.narration,
        designations=ready.titled + ready.designations,
        speech=ready.speech,
        title_sides=_title_sides(release, places),
        headline=find_headline_parties(release.title, ready.titled),
        opening=find_opening_parties(first) if first else (),
        attending=find_attending(release.text, ready.narration, ready.designations),
        cues=(find_cues(release.title, title) if title else ())
        + tuple(c for s in opening[:2] for c in find_cues(release.text, s)),
        lead=find_lead(first) if first else None,
        drives=_drives(ready, title, places),
        days=tuple(_days(ready, opened, title)),
        places=_places(ready, opened, title, places),
        visit_class=_visit_class(ready, title, announced=announced),
        formats=tuple(find_formats(release.text, ready.narration)),
        frames=tuple(frame for each in parsed for frame in find_frames(each)),
    )


def _with_contents(markup: Markup, ready: Ready, places: Places) -> Markup:
    """Add what the text holds beside the encounter: documents, figures, topics, tone, formulas, voice."""
    release = ready.release
    spoken = tuple(span for s in ready.speech for span in (s.content, *s.more))
    return replace(
        markup,
        instruments=find_instruments(
            release.text,
            release.title,
            ready.sentences,
            speech=spoken,
            issued=release.issued.date() if release.issued else None,
            countries=places.countries,
        ),
        counts=find_counts(release.text, ready.sentences),
        figures=find_figures(release.text, ready.sentences),
        topics=find_topics(release.title, release.text, ready.sentences),
        conflicts=find_conflicts(release.title, release.text, ready.sentences, places.names),
        tone=find_tone(release.text, ready.sentences, spoken),
        formulas=find_formulas(release.text, ready.sentences),
        joint=find_joint(release.text, ready.narration, spoken),
        impersonal=find_impersonal(release.text, ready.narration, spoken),
        vague=find_vague(release.text),
    )


def _title_sides(release: Release, places: Places) -> tuple[Side, ...]:
    units = find_units(release.title, places.lexicon)
    return tuple({u.side.side.code: u.side.side for u in units if u.side}.values())


def _drives(ready: Ready, title: Span | None, places: Places) -> tuple[Drive, ...]:
    release, lexicon = ready.release, places.lexicon
    headline = find_drives(Ground(release.title, Part.TITLE, ready.titled, (title,) if title else (), (), lexicon))
    spoken = tuple(s for s in ready.sentences if s not in ready.narration)
    return headline + find_drives(Ground(release.text, Part.TEXT, ready.designations, ready.narration, spoken, lexicon))


def _visit_class(ready: Ready, title: Span | None, *, announced: bool) -> Stated[VisitClass] | None:
    release = ready.release
    named = find_visit_class(release.title, (title,), announced=True) if title else None
    return named or find_visit_class(release.text, ready.narration, announced=announced)


def _days(ready: Ready, parsed: tuple[Parsed, ...], title: Span | None) -> Iterator[DayWords]:
    issued = ready.release.issued.date() if ready.release.issued else None
    if title is not None:
        for span, day in find_days(ready.release.title, title, issued):
            yield DayWords(span=span, day=day, basis=DateBasis.TITLE)
    for each in parsed[:1]:
        yield from _days_of(ready.release.text, each, issued)


def _days_of(text: str, parsed: Parsed, issued: date | None) -> Iterator[DayWords]:
    for span, day in find_days(text, parsed.masked.sentence, issued):
        if hangs_on_main_verb(parsed, span):
            yield DayWords(span=span, day=day, basis=DateBasis.TEXT)


def _places(ready: Ready, parsed: tuple[Parsed, ...], title: Span | None, places: Places) -> tuple[PlaceWords, ...]:
    release = ready.release
    line = find_place_line(release.place, places) if release.place else ()
    named = tuple(p for each in parsed for p in find_event_places(release.text, each, places))
    titled = tuple(_in_title(release.title, title, places)) if title else ()
    return line + named + titled


def _in_title(text: str, title: Span, places: Places) -> Iterator[PlaceWords]:
    """A headline places the event where "in" or "at" comes before a known city or venue."""
    for span, word in find_places_named(text, title, places):
        before = text[: span.start].rstrip().rpartition(" ")
        bare = before[0].rpartition(" ")[2] if before[2].lower() == "the" else before[2]
        if bare.lower() in {"in", "at"} and not _REGION.match(text, span.end):
            yield stated_place(text, span, word)
