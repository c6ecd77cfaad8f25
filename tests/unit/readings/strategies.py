"""Accounts of every shape, for properties that must hold of all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from communique.model import (
    Account,
    Basis,
    Event,
    Initiative,
    Kind,
    Mention,
    MentionForm,
    Office,
    Pattern,
    Person,
    Place,
    Quotation,
    Rate,
    Reception,
    Release,
    Side,
    Span,
    SpeechForm,
    Stated,
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
