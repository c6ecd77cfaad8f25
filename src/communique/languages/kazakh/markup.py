"""Kazakh releases marked up by names and word patterns: no parser reads Kazakh, and what is not read stays empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from communique.languages.kazakh.days import find_days
from communique.languages.kazakh.designations import Designated, Names, find_designated
from communique.languages.kazakh.words import load_lexicon
from communique.languages.port import (
    DayWords,
    Designation,
    Drive,
    Form,
    Frame,
    KindCue,
    Lead,
    Markup,
    PlaceWords,
    Words,
)
from communique.model import (
    Basis,
    DateBasis,
    Format,
    Kind,
    Part,
    Pattern,
    RelationKind,
    Release,
    Span,
    Stated,
    VisitClass,
)

_END = re.compile(r"(?P<stop>(?<![.!?…])[.!?…]++[»”\"]*+)(?=\s++[«“\"–—-]*\s*[А-ЯЁӘҒҚҢӨҰҮҺІ0-9])|\n+")
_SHORT = re.compile(r"(?:^|\s)(?:[А-ЯЁӘҒҚҢӨҰҮҺІ]|ж|т\.б|млн|млрд|т\.с\.с)$")
_BASES = (
    (re.compile(r"бастамасы(?:мен|\s+бойынша)"), Basis.INITIATED),
    (re.compile(r"шақыру(?:ы|ымен|ы\s+бойынша)\w*"), Basis.INVITED),
    (re.compile(r"өтініші(?:мен|\s+бойынша)"), Basis.REQUESTED),
)
_CAPITAL = re.compile(r"(?<!\w)[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+")
_AND = re.compile(r"\s+(?:пен|бен|мен|және)\s+")
_PERSONAL = frozenset({Form.NAME, Form.OFFICE})
_OPENING = 2
_LEADING = 3


@dataclass(frozen=True, slots=True)
class _Dealing:
    kind: RelationKind
    pattern: re.Pattern[str]
    receiver: tuple[str, ...]
    mutual: bool
    lead: Pattern | None


@cache
def _dealings() -> tuple[_Dealing, ...]:
    return tuple(
        _Dealing(
            RelationKind(row["relation"]),
            re.compile(rf"(?<!\w)(?:{row['pattern']})", re.IGNORECASE),
            tuple(row["receiver"].split()),
            bool(row.get("mutual")),
            Pattern(row["lead"]) if "lead" in row else None,
        )
        for row in load_lexicon()["dealing"]
    )


def mark_up(releases: Iterable[Release], names: Names) -> Iterator[Markup]:
    """Mark up Kazakh releases in order."""
    for release in releases:
        yield _marked(release, names)


def find_sentences(text: str) -> tuple[Span, ...]:
    """
    Give the sentences of a Kazakh text in order.

    >>> text = "И. Веск келді. Келіссөздер өтті."
    >>> [s.of(text) for s in find_sentences(text)]
    ['И. Веск келді.', 'Келіссөздер өтті.']
    """
    bounds = [0]
    bounds += [
        m.end()
        for m in _END.finditer(text)
        if m["stop"] is None or not _SHORT.search(text[max(0, m.start() - 8) : m.start()])
    ]
    pieces = zip(bounds, [*bounds[1:], len(text)], strict=True)
    return tuple(Span(a + len(p) - len(p.lstrip()), a + len(p.rstrip())) for a, b in pieces if (p := text[a:b]).strip())


def _marked(release: Release, names: Names) -> Markup:
    text, title = release.text, release.title
    sentences = find_sentences(text)
    headline = Span(0, len(title), Part.TITLE) if title else None
    titled, designated = find_designated(title, names, Part.TITLE), find_designated(text, names)
    first = sentences[0] if sentences else None
    opening = sentences[:_OPENING]
    return Markup(
        release=release,
        sentences=sentences,
        narration=sentences,
        designations=tuple(d.designation for d in (*titled, *designated)),
        speech=(),
        title_sides=tuple({s.code: s for d in titled for s in d.designation.sides}.values()),
        headline=tuple(d.designation for d in titled if d.designation.form in _PERSONAL),
        opening=tuple(
            d.designation
            for d in designated
            if first and first.covers(d.designation.span) and d.designation.form in _PERSONAL
        ),
        cues=(_cues(title, headline) if headline else ()) + tuple(c for s in opening for c in _cues(text, s)),
        lead=_lead(text, first, designated) if first else None,
        drives=tuple(_drives(text, sentences[:_LEADING], designated)),
        days=tuple(_days(release, headline, first)),
        places=tuple(_places(text, first, names)) if first else (),
        visit_class=_stated_visit(text, opening),
        formats=tuple(_stated_formats(text, sentences)),
        frames=tuple(_frames(release, headline, titled, sentences, designated)),
    )


@cache
def _pattern(section: str, code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(load_lexicon()[section][code])})", re.IGNORECASE)


def _cues(text: str, span: Span) -> tuple[KindCue, ...]:
    kinds = (Kind(code) for code in load_lexicon()["cues"])
    found = [
        KindCue(kind=k, span=Span(m.start(), m.end(), span.part))
        for k in kinds
        for m in _pattern("cues", k.value).finditer(text, span.start, span.end)
    ]
    return tuple(sorted(found, key=lambda c: c.span.start))


def _inside(sentence: Span, designated: Sequence[Designated], *, before: int) -> tuple[Designated, ...]:
    return tuple(d for d in designated if sentence.covers(d.designation.span) and d.designation.span.end <= before)


def _lead(text: str, sentence: Span, designated: Sequence[Designated]) -> Lead | None:
    """The verb stands last: the first dealing that has a pattern, its subject and its object before it."""
    for dealing in _dealings():
        match = dealing.pattern.search(text, sentence.start, sentence.end)
        if match is None or dealing.lead is None:
            continue
        before = _inside(sentence, designated, before=match.start())
        subject = next((d.designation for d in before if d.case == "nom" and d.designation.form in _PERSONAL), None)
        met = next((d.designation for d in reversed(before) if d.case in dealing.receiver), None)
        start = min([match.start(), *(d.span.start for d in (subject, met) if d)])
        return Lead(pattern=dealing.lead, span=Span(start, match.end()), subject=subject, object=met)
    return None


def _drives(text: str, sentences: Sequence[Span], designated: Sequence[Designated]) -> Iterator[Drive]:
    for sentence in sentences:
        for pattern, basis in _BASES:
            match = pattern.search(text, sentence.start, sentence.end)
            near = _inside(sentence, designated, before=match.start()) if match else ()
            if match and near and match.start() - near[-1].designation.span.end <= 1:
                giver = near[-1].designation
                yield Drive(basis=basis, span=Span(giver.span.start, match.end()), giver=giver)


def _days(release: Release, headline: Span | None, first: Span | None) -> Iterator[DayWords]:
    issued = release.issued.date() if release.issued else None
    if headline:
        yield from (
            DayWords(span=s, day=d, basis=DateBasis.TITLE) for s, d in find_days(release.title, headline, issued)
        )
    if first:
        yield from (DayWords(span=s, day=d, basis=DateBasis.TEXT) for s, d in find_days(release.text, first, issued))


def _places(text: str, sentence: Span, names: Names) -> Iterator[PlaceWords]:
    """Cities of the first sentence that stand in the locative ("Тарскіде")."""
    for match in _CAPITAL.finditer(text, sentence.start, sentence.end):
        found = names.city(match.group())
        if found is not None and found[1] == "loc":
            stated = Stated(value=match.group(), span=Span(match.start(), match.end()))
            yield PlaceWords(city=stated, country=found[0].country)


def _stated_visit(text: str, sentences: Sequence[Span]) -> Stated[VisitClass] | None:
    found = (
        Stated(value=c, span=Span(m.start(), m.end()))
        for s in sentences
        for c in VisitClass
        if (m := _pattern("visits", c.value).search(text, s.start, s.end))
    )
    return next(found, None)


def _stated_formats(text: str, sentences: Sequence[Span]) -> Iterator[Stated[Format]]:
    for sentence in sentences:
        for format_ in (Format.ONE_ON_ONE, Format.EXPANDED):
            if match := _pattern("formats", format_.value).search(text, sentence.start, sentence.end):
                yield Stated(value=format_, span=Span(match.start(), match.end()))


def _frames(
    release: Release,
    headline: Span | None,
    titled: Sequence[Designated],
    sentences: Sequence[Span],
    designated: Sequence[Designated],
) -> Iterator[Frame]:
    if headline:
        yield from _frames_of(release.title, headline, titled)
    for sentence in sentences:
        yield from _frames_of(release.text, sentence, designated)


def _frames_of(text: str, sentence: Span, designated: Sequence[Designated]) -> Iterator[Frame]:
    taken: list[Span] = []
    for dealing in _dealings():
        match = dealing.pattern.search(text, sentence.start, sentence.end)
        if match is None:
            continue
        cue = Span(match.start(), match.end(), sentence.part)
        before = _inside(sentence, designated, before=cue.start)
        receiver = next((d.designation for d in reversed(before) if d.case in dealing.receiver), None)
        giver = next(
            (d.designation for d in reversed(before) if d.case == "nom" and d.designation is not receiver), None
        )
        if receiver is None and dealing.mutual:
            giver, receiver = _pair(text, before)
        if receiver is None or any(cue.overlaps(t) for t in taken):
            continue
        taken.append(cue)
        yield Frame(
            kind=dealing.kind,
            sentence=sentence,
            cue=cue,
            giver=_words(giver),
            receiver=_words(receiver),
            symmetrical=dealing.mutual,
        )


def _pair(text: str, before: Sequence[Designated]) -> tuple[Designation | None, Designation | None]:
    """Two parties as one subject, joined by "пен"."""
    for one, other in pairwise(before):
        if _AND.fullmatch(text[one.designation.span.end : other.designation.span.start]):
            return one.designation, other.designation
    return None, None


def _words(designation: Designation | None) -> Words | None:
    return Words(span=designation.span, designation=designation, sides=designation.sides) if designation else None
