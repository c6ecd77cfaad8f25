"""Accounts of every shape, for properties that must hold of all of them."""

from __future__ import annotations

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


def spans(length: int = len(TEXT)) -> st.SearchStrategy[Span]:
    """Draw a span that lies in the text."""
    starts = st.integers(0, length - 1)
    return starts.flatmap(lambda start: st.integers(start + 1, length).map(lambda end: Span(start, end)))


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
            high=1 - above * (1 - count[0] / count[1]),
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
        relations=st.lists(_relations(), max_size=3).map(tuple),
        instruments=st.lists(_instruments(), max_size=3).map(tuple),
        counts=st.lists(
            st.builds(InstrumentCount, span=spans(), number=st.none() | st.integers(1, 12)), max_size=2
        ).map(tuple),
        figures=st.lists(_figures(), max_size=3).map(tuple),
        topics=st.lists(_topics(), max_size=3, unique_by=lambda share: share.topic).map(tuple),
        conflicts=st.lists(st.builds(Conflict, place=st.just("Ostrand Straits"), span=spans()), max_size=1).map(tuple),
        tone=st.lists(st.builds(ToneWord, span=spans(), sentence=spans(), spoken=st.booleans()), max_size=3).map(tuple),
        formulas=st.lists(st.builds(Formula, name=st.just("views"), span=spans(), sentence=spans()), max_size=3).map(
            tuple
        ),
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


def _relations() -> st.SearchStrategy[Relation]:
    union = Side(code="XU", name="Straits Union", kind=SideKind.ORGANISATION)
    parties = st.builds(
        Party,
        words=st.sampled_from(["he", "the guest"]),
        person=st.none() | persons(),
        side=st.none() | st.sampled_from((*SIDES, union)),
    )
    return st.builds(
        Relation,
        kind=st.sampled_from(RelationKind),
        sentence=spans(),
        cue=spans(),
        giver=st.none() | parties,
        receiver=parties,
        symmetrical=st.booleans(),
        status=st.sampled_from(Status),
        reason=st.none() | spans(),
        spoken=st.booleans(),
        across=st.booleans(),
    )


def _instruments() -> st.SearchStrategy[Instrument]:
    def build(title: Span, deciding: tuple[Span, ...], *, lump: bool) -> InstrumentWords:
        return InstrumentWords(
            title=title,
            kind=list(InstrumentClass)[title.start % len(InstrumentClass)],
            level=list(Level)[title.end % len(Level)],
            binding=list(Binding)[title.start % len(Binding)],
            deciding=deciding,
            sentence=title,
            lump=lump,
        )

    chosen = st.builds(build, spans(), st.lists(spans(), max_size=2).map(tuple), lump=st.booleans())
    return st.builds(Instrument, words=chosen)


def _figures() -> st.SearchStrategy[Figure]:
    def build(value: Span, number: tuple[float, ...], unit: str, hedge: Hedge | None) -> FigureWords:
        whole = Span(0, len(TEXT))
        return FigureWords(
            span=whole, value=value, number=number, unit=unit, sentence=whole, hedge=hedge, direction=Direction.RISE
        )

    numbers = st.lists(st.floats(-10, 10), min_size=1, max_size=2).map(tuple)
    hedges = st.builds(Hedge, kind=st.sampled_from(HedgeKind), span=spans())
    chosen = st.builds(build, spans(), numbers, st.sampled_from(["", "percent", "USD"]), st.none() | hedges)
    return st.builds(Figure, words=chosen, speaker=st.none() | persons())


def _topics() -> st.SearchStrategy[TopicShare]:
    return st.builds(
        lambda topic, span, share: TopicShare(topic=topic, first=span, spans=(span,), words=3.0, share=share),
        st.sampled_from(Topic),
        spans(),
        st.floats(0, 0.3),
    )
