"""Accounts of every shape, for properties that must hold of all of them."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from communique.model import (
    Account,
    Basis,
    Binding,
    Conflict,
    Direction,
    Event,
    Figure,
    FigureWords,
    Formula,
    Hedge,
    HedgeKind,
    Initiative,
    Instrument,
    InstrumentClass,
    InstrumentCount,
    InstrumentWords,
    Kind,
    Level,
    Mention,
    MentionForm,
    Office,
    Party,
    Pattern,
    Person,
    Place,
    Quotation,
    Rate,
    Reception,
    Relation,
    RelationKind,
    Release,
    Side,
    SideKind,
    Span,
    SpeechForm,
    Stated,
    Status,
    ToneWord,
    Topic,
    TopicShare,
    VisitClass,
)

TEXT = (
    "President of Arvenia Ilmar Vesk received the guest at Linden Palace. The sides spoke “at length” of trade.\n"
    "1. A treaty on timber;\n2. A memorandum on ferries.\nIlmar Vesk: Some of it is done. Adela Korin: Certain things."
)
SIDES = (Side(code="XA", name="Arvenia"), Side(code="XV", name="Velmark"), Side(code="XO", name="Ostrand States"))


Thing = TypeVar("Thing")


def spans(length: int = len(TEXT)) -> st.SearchStrategy[Span]:
    """Draw a span that lies in the text."""
    return st.builds(
        lambda start, span: Span(start, min(start + span, length)), st.integers(0, length - 1), st.integers(1, length)
    )


def persons() -> st.SearchStrategy[Person]:
    """Draw a person with a name, an office, or both, of a side or of none."""
    offices = st.builds(Office, title=st.sampled_from(["President", "Prime Minister"]), span=st.none() | spans())
    named = st.builds(
        Person,
        name=st.sampled_from(["Ilmar Vesk", "Adela Korin", "Korin"]),
        side=st.none() | st.sampled_from(SIDES),
        office=st.none() | offices,
        spans=st.lists(spans(), max_size=2).map(tuple),
    )
    return named | st.builds(Person, name=st.none(), side=st.none() | st.sampled_from(SIDES), office=offices)


def rates() -> st.SearchStrategy[Rate]:
    """Draw a rate whose interval holds the share seen."""
    counts = st.integers(1, 60).flatmap(lambda among: st.tuples(st.integers(0, among), st.just(among)))
    return st.builds(
        lambda count, below, above: Rate(
            seen=count[0],
            among=count[1],
            low=below * count[0] / count[1],
            high=max(below * count[0] / count[1], 1 - above * (1 - count[0] / count[1])),
            reference="meetings of Arvenia",
        ),
        counts,
        st.floats(0, 1),
        st.floats(0, 1),
    )


def accounts() -> st.SearchStrategy[Account]:
    """Draw an account with any kind of event and any items, all with spans in its text."""
    some = st.lists(spans(), max_size=3).map(tuple)
    quotations = st.builds(
        Quotation,
        form=st.sampled_from(SpeechForm),
        content=spans(),
        cue=st.none() | spans(),
        speaker=st.none() | persons(),
    )
    return st.builds(
        Account,
        release=st.builds(
            Release,
            address=st.just("https://press.example/1"),
            issuer=st.sampled_from(["", "xa-president"]),
            language=st.sampled_from(["en", "xx"]),
            title=st.just("Meeting at Linden Palace"),
            text=st.just(TEXT),
        ),
        event=_events(),
        initiatives=st.lists(_initiatives(), max_size=2).map(tuple),
        reception=_receptions(),
        quotations=st.lists(quotations, max_size=3).map(tuple),
        mentions=st.lists(_mentions(), max_size=4).map(tuple),
        relations=_some(RELATIONS, 4),
        instruments=_some(INSTRUMENTS),
        counts=_some(tuple(InstrumentCount(span=PLACES[3], number=number) for number in (None, 1, 12)), 1),
        figures=_some(FIGURES),
        topics=_some(TOPICS).map(lambda shares: tuple(dict.fromkeys(shares))),
        conflicts=_some((Conflict(place="Ostrand Straits", span=PLACES[4]),), 1),
        tone=_some(tuple(ToneWord(span=place, sentence=place, spoken=len(place) > 6) for place in PLACES)),
        formulas=_some(tuple(Formula(name="views", span=place, sentence=place) for place in PLACES)),
        sentences=some,
        joint=some,
        impersonal=some,
        vague=some,
    )


def _events() -> st.SearchStrategy[Event]:
    stated = st.builds(Stated, value=st.just("Tarsk"), span=spans())
    return st.builds(
        Event,
        kind=st.sampled_from(Kind),
        place=st.builds(Place, city=st.none() | stated, venue=st.none() | stated),
        principals=st.lists(persons(), max_size=3).map(tuple),
        visit_class=st.none() | st.builds(Stated, value=st.sampled_from(VisitClass), span=spans()),
    )


def _initiatives() -> st.SearchStrategy[Initiative]:
    return st.builds(
        Initiative,
        basis=st.sampled_from(Basis),
        span=spans(),
        side=st.none() | st.sampled_from(SIDES),
        person=st.none() | persons(),
    )


def _receptions() -> st.SearchStrategy[Reception]:
    return st.builds(
        Reception,
        pattern=st.sampled_from(Pattern),
        span=st.none() | spans(),
        subject=st.none() | persons(),
        host=st.none() | persons(),
    )


def _mentions() -> st.SearchStrategy[Mention]:
    return st.builds(Mention, form=st.sampled_from(MentionForm), span=spans(), person=st.none() | persons())


def _some(pool: tuple[Thing, ...], most: int = 2) -> st.SearchStrategy[tuple[Thing, ...]]:
    """Draw a few things of a pool made beforehand: drawing each part of each would be slow."""
    return st.lists(st.sampled_from(pool), max_size=most).map(tuple)


PLACES = tuple(Span(start, start + length) for start in range(0, len(TEXT) - 40, 11) for length in (1, 7, 40))
PEOPLE = (
    Person(name="Ilmar Vesk", side=SIDES[0]),
    Person(name="Korin", side=SIDES[1]),
    Person(name=None, office=Office(title="President")),
)
UNION = Side(code="XU", name="Straits Union", kind=SideKind.ORGANISATION)
PARTIES = (
    None,
    *(Party(words="he", person=person, side=person.side) for person in PEOPLE),
    Party(words="the Union", side=UNION),
    Party(words="the guest"),
)
RELATIONS = tuple(
    Relation(
        kind=kind,
        sentence=PLACES[number],
        cue=PLACES[number],
        giver=PARTIES[number % len(PARTIES)],
        receiver=PARTIES[1 + number % (len(PARTIES) - 1)],
        symmetrical=number % 5 == 0,
        status=list(Status)[(number % 7 > 4) * (number % len(Status))],
        reason=PLACES[-(number % len(PLACES)) - 1] if number % 3 else None,
        spoken=number % 2 == 0,
        across=number % 9 > 0,
    )
    for number, kind in enumerate(tuple(RelationKind) * 2)
)
INSTRUMENTS = tuple(
    Instrument(
        words=InstrumentWords(
            title=place,
            kind=list(InstrumentClass)[number % len(InstrumentClass)],
            level=list(Level)[number % len(Level)],
            binding=list(Binding)[number % len(Binding)],
            deciding=PLACES[number : number + number % 3],
            sentence=place,
            lump=number % 4 == 0,
            titles_only=number % 5 > 0,
        )
    )
    for number, place in enumerate(PLACES)
)
FIGURES = tuple(
    Figure(
        words=FigureWords(
            span=Span(0, len(TEXT)),
            value=place,
            number=(12.0, -3.0)[: 1 + number % 2],
            unit=("percent", "USD", "")[number % 3],
            sentence=Span(0, len(TEXT)),
            hedge=Hedge(kind=list(HedgeKind)[number % 4], span=PLACES[-(number % len(PLACES)) - 1])
            if number % 3
            else None,
            direction=list(Direction)[number % 2],
            alternatives=(0.0, 12.5) if number % 5 == 0 else (),
        ),
        speaker=(None, *PEOPLE)[number % 4],
    )
    for number, place in enumerate(PLACES)
)
TOPICS = tuple(
    TopicShare(topic=topic, first=PLACES[number % 9], spans=(PLACES[number % 9],), words=3.0, share=0.1)
    for number, topic in enumerate(Topic)
)
