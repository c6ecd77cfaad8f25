"""One Russian release marked up: the page's parts taken out, everything found in what is left, spans put back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from communique.languages.port import DayWords, Designation, Drive, Frame, Lead, Markup
from communique.languages.russian.clauses import Row, make_row, whole
from communique.languages.russian.cleared import Page, clear_page, restore
from communique.languages.russian.conflicts import find_conflicts
from communique.languages.russian.days import find_days, find_event_days
from communique.languages.russian.designations import Designated, find_designated, surnames_of
from communique.languages.russian.drives import find_drives
from communique.languages.russian.events import find_cues, find_formats, find_visit_class
from communique.languages.russian.figures import find_figures
from communique.languages.russian.formulas import find_formulas
from communique.languages.russian.frames import find_frames
from communique.languages.russian.instruments import find_counts, find_instruments
from communique.languages.russian.leads import find_lead
from communique.languages.russian.lexicon import Known
from communique.languages.russian.parties import find_attending, find_headline_parties, find_opening_parties
from communique.languages.russian.phrases import find_phrases
from communique.languages.russian.places import find_places
from communique.languages.russian.rules import trigger
from communique.languages.russian.scan import find_units, sides_in
from communique.languages.russian.sentences import find_sentences
from communique.languages.russian.speech import find_speech
from communique.languages.russian.tone import find_tone
from communique.languages.russian.topics import find_topics
from communique.languages.russian.voice import is_impersonal, is_joint
from communique.languages.speech import Speech
from communique.model import Basis, DateBasis, Part, RelationKind, Release, Span, SpeechForm, Stated, VisitClass

_OPENING = 2


@dataclass(frozen=True, slots=True)
class _Read:
    """A cleared release with its sentences, designations and direct speech."""

    page: Page
    sentences: tuple[Span, ...]
    narration: tuple[Span, ...]
    titled: tuple[Designated, ...]
    designated: tuple[Designated, ...]
    speech: tuple[Speech, ...]

    @property
    def release(self) -> Release:
        """The release as read."""
        return self.page.read


def mark_up(releases: Iterable[Release], known: Known) -> Iterator[Markup]:
    """Mark up releases in order, one by one."""
    for release in releases:
        yield mark_up_one(release, known)


def mark_up_one(release: Release, known: Known) -> Markup:
    """Mark up one release."""
    read = _read(release, known)
    return restore(_marked(read, known), read.page)


def _read(release: Release, known: Known) -> _Read:
    page = clear_page(release)
    text, title = page.read.text, page.read.title
    designated = find_designated(text, known, surnames=surnames_of(title, known))
    titled = find_designated(title, known, Part.TITLE, surnames=surnames_of(text, known))
    speech = find_speech(text, title, [d.designation for d in designated])
    sentences = find_sentences(text, tuple(s.cue.start for s in speech if s.form is SpeechForm.TURN and s.cue))
    return _Read(page, sentences, tuple(_outside(sentences, speech)), titled, designated, speech)


def _outside(sentences: Sequence[Span], speech: Sequence[Speech]) -> Iterator[Span]:
    """Give the sentences that are not direct speech: no turn of a transcript, and less than half between quotes."""
    spoken = sorted(
        (s.cue.start if s.form is SpeechForm.TURN and s.cue else s.content.start, s.content.end) for s in speech
    )
    for sentence in sentences:
        inside = sum(max(0, min(end, sentence.end) - max(start, sentence.start)) for start, end in spoken)
        if inside * 2 < len(sentence):
            yield sentence


def _marked(read: _Read, known: Known) -> Markup:
    release = read.release
    text, title = release.text, release.title
    headline = whole(title, Part.TITLE)
    plain = [d.designation for d in read.designated]
    titled = [d.designation for d in read.titled]
    first = make_row(text, read.narration[0], read.designated) if read.narration else None
    opening = read.narration[:_OPENING]
    drives = _drives(read, titled, plain, headline)
    spoken = tuple(span for s in read.speech for span in (s.content, *s.more))
    return Markup(
        release=release,
        sentences=read.sentences,
        narration=read.narration,
        designations=(*titled, *plain),
        speech=read.speech,
        title_sides=sides_in(units := find_units(title, known), 0, len(units)),
        headline=find_headline_parties(title, titled),
        opening=find_opening_parties(first, find_phrases(first)) if first else (),
        attending=find_attending(text, read.narration, plain),
        cues=(find_cues(title, headline) if headline else ()) + tuple(c for s in opening for c in find_cues(text, s)),
        lead=_lead(first),
        drives=drives,
        days=tuple(_days(read, headline)),
        places=find_places(release.place, title, text, read.narration[:1], known),
        visit_class=_visit_class(read, headline),
        formats=tuple(find_formats(text, read.narration)),
        frames=tuple(f for f in _frames(read, headline) if not _is_driven(f, drives)),
        instruments=find_instruments(
            text, title, read.sentences, speech=spoken, issued=release.issued.date() if release.issued else None
        ),
        counts=find_counts(text, read.sentences),
        figures=find_figures(text, read.sentences),
        topics=find_topics(title, text, read.sentences),
        conflicts=find_conflicts(title, text, read.sentences, known.names),
        tone=find_tone(text, read.sentences, spoken),
        formulas=find_formulas(text, read.sentences),
        joint=tuple(s for s in read.narration if is_joint(make_row(text, s, read.designated))),
        impersonal=tuple(s for s in read.narration if is_impersonal(s.of(text))),
    )


def _is_driven(frame: Frame, drives: Sequence[Drive]) -> bool:
    """An invitation that a statement on the initiative already is, is told once."""
    invited = frame.kind is RelationKind.INVITATION
    return invited and any(d.basis is Basis.INVITED and frame.sentence.overlaps(d.span) for d in drives)


def _lead(row: Row | None) -> Lead | None:
    return find_lead(row, find_phrases(row)) if row else None


def _drives(
    read: _Read, titled: Sequence[Designation], plain: Sequence[Designation], headline: Span | None
) -> tuple[Drive, ...]:
    release = read.release
    told = find_drives(release.title, Part.TITLE, titled, (headline,) if headline else (), ())
    spoken = tuple(s for s in read.sentences if s not in read.narration)
    return told + find_drives(release.text, Part.TEXT, plain, read.narration, spoken)


def _days(read: _Read, headline: Span | None) -> Iterator[DayWords]:
    release = read.release
    issued = release.issued.date() if release.issued else _day_of_page(read.page)
    if headline is not None:
        for span, day in find_event_days(release.title, headline, issued):
            yield DayWords(span=span, day=day, basis=DateBasis.TITLE)
    for sentence in read.narration[:1]:
        for span, day in find_event_days(release.text, sentence, issued):
            if "котор" not in release.text[sentence.start : span.start].lower():
                yield DayWords(span=span, day=day, basis=DateBasis.TEXT)


def _day_of_page(page: Page) -> date | None:
    """Give the day of publication that the page's own parts name, where the release brings none."""
    found = [day for span in page.furniture for _, day in find_days(page.captured.text, span, None)]
    return found[-1] if found else None


def _visit_class(read: _Read, headline: Span | None) -> Stated[VisitClass] | None:
    release = read.release
    titled = find_visit_class(release.title, (headline,)) if headline else None
    return titled or find_visit_class(release.text, read.narration[:_OPENING])


def _frames(read: _Read, headline: Span | None) -> Iterator[Frame]:
    release = read.release
    if headline is not None and trigger().search(release.title):
        yield from find_frames(make_row(release.title, headline, read.titled))
    for sentence in read.sentences:
        if trigger().search(release.text, sentence.start, sentence.end):
            yield from find_frames(make_row(release.text, sentence, read.designated))
