"""Accounts of fictional states, made by hand, and the precedents that tests give to readings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from communique.model import (
    Account,
    Basis,
    Binding,
    Event,
    Figure,
    FigureWords,
    Format,
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
    Part,
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
    Span,
    SpeechForm,
    Stated,
    ToneWord,
    Topic,
    TopicShare,
    VisitClass,
)
from communique.precedent import NoPrecedent

ARVENIA = Side(code="XA", name="Arvenia")
VELMARK = Side(code="XV", name="Velmark")

HOST_TEXT = (
    "President of Arvenia Ilmar Vesk received Prime Minister of Velmark Adela Korin at Linden Palace. "
    "The talks were held at the initiative of the Velmarkian side. "
    "The sides discussed a number of questions of trade. "
    "Attention was paid to certain border crossings.\n"
    "Ilmar Vesk: Welcome to Tarsk. We have some work before us.\n"
    "Adela Korin: I thank you for the invitation."
)

GUEST_TEXT = (
    "Prime Minister Adela Korin met with President Ilmar Vesk during her working visit to Tarsk. "
    "The meeting was held at the initiative of the Arvenian side. "
    "The parties discussed three crossings on the border and the tariff on timber."
)

FULL_HOST_TEXT = HOST_TEXT.replace(
    "certain border crossings.",
    "certain border crossings. "
    "The talks were constructive and frank. "
    "Three documents were signed, among them an agreement of the governments on ferries and a memorandum on timber. "
    "Ilmar Vesk highly assessed the work of Adela Korin on the ferries.",
).replace("work before us.", "work before us. Trade grew by almost 12 percent, I believe.")

FULL_GUEST_TEXT = (
    f"{GUEST_TEXT} Adela Korin thanked Ilmar Vesk for the talks. Trade grew by 12 percent. "
    "The talks were frank and open. The parties exchanged views on ferries. An agreement on ferries was signed."
)


def words(release: Release, part: str, *, after: int = 0, where: Part = Part.TEXT) -> Span:
    """Give the span of some words of a release, which must stand there."""
    start = release.part(where).index(part, after)
    return Span(start, start + len(part), where)


def sentences(release: Release) -> tuple[Span, ...]:
    """Give the sentences of a text that ends every sentence with a full stop."""
    found, start = list[Span](), 0
    for piece in release.text.replace("\n", " ").split(". "):
        end = min(start + len(piece) + 1, len(release.text))
        found.append(Span(start, end))
        start = end + 1
    return tuple(found)


def host_account(text: str = HOST_TEXT) -> Account:
    """Give the host's account: venue, initiative, reception and speech are stated, the visit class is not."""
    release = Release(
        address="https://press.example/xa/1",
        issuer="xa-president",
        language="en",
        title="Meeting with Prime Minister of Velmark",
        text=text,
    )
    vesk = _person(release, "Ilmar Vesk", ARVENIA, "President of Arvenia")
    korin = _person(release, "Adela Korin", VELMARK, "Prime Minister of Velmark")
    told = sentences(release)
    return Account(
        release=release,
        event=Event(
            kind=Kind.MEETING,
            place=Place(
                city=Stated(value="Tarsk", span=words(release, "Tarsk")),
                venue=Stated(value="Linden Palace", span=words(release, "Linden Palace")),
                country=ARVENIA,
            ),
            principals=(vesk, korin),
        ),
        initiatives=(
            Initiative(
                basis=Basis.INITIATED, span=words(release, "at the initiative of the Velmarkian side"), side=VELMARK
            ),
        ),
        reception=Reception(pattern=Pattern.RECEIVED, span=told[0], subject=vesk, host=vesk),
        quotations=(
            _turn(release, vesk, "Welcome to Tarsk. We have some work before us."),
            _turn(release, korin, "I thank you for the invitation."),
        ),
        mentions=(
            Mention(form=MentionForm.NAME, span=words(release, "Ilmar Vesk"), person=vesk),
            Mention(form=MentionForm.NAME, span=words(release, "Adela Korin"), person=korin),
            Mention(form=MentionForm.GROUP, span=words(release, "The sides")),
        ),
        sentences=told,
        joint=(told[2],),
        impersonal=(told[3],),
        vague=(words(release, "a number of"), words(release, "certain"), words(release, "some")),
        models=("hand",),
    )


def guest_account(text: str = GUEST_TEXT) -> Account:
    """Give the guest's account: a visit class and no venue; the initiative is laid with the other side."""
    release = Release(
        address="https://press.example/xv/7",
        issuer="xv-government",
        language="en",
        title="Prime Minister Adela Korin in Tarsk",
        text=text,
    )
    korin = _person(release, "Adela Korin", VELMARK, "Prime Minister")
    vesk = _person(release, "Ilmar Vesk", ARVENIA, "President")
    told = sentences(release)
    return Account(
        release=release,
        event=Event(
            kind=Kind.MEETING,
            place=Place(city=Stated(value="Tarsk", span=words(release, "Tarsk")), country=ARVENIA),
            principals=(korin, vesk),
            visit_class=Stated(value=VisitClass.WORKING, span=words(release, "working visit")),
            format=Stated(value=Format.EXPANDED, span=words(release, "met with")),
        ),
        initiatives=(
            Initiative(
                basis=Basis.INITIATED, span=words(release, "at the initiative of the Arvenian side"), side=ARVENIA
            ),
        ),
        reception=Reception(pattern=Pattern.MET_WITH, span=told[0], subject=korin, host=vesk),
        sentences=told,
        joint=(told[2],),
        models=("hand",),
    )


def full_host_account() -> Account:
    """Give the host's account with courtesies, documents, figures, topics, tone and formulas."""
    account = host_account(FULL_HOST_TEXT)
    release, (vesk, korin) = account.release, account.event.principals
    return replace(
        account,
        quotations=(
            _turn(
                release,
                vesk,
                "Welcome to Tarsk. We have some work before us. Trade grew by almost 12 percent, I believe.",
            ),
            account.quotations[1],
        ),
        relations=(
            courtesy(release, RelationKind.PRAISE, vesk, korin, "highly assessed", "the work"),
            courtesy(release, RelationKind.THANKS, korin, vesk, "thank you", "the invitation"),
        ),
        instruments=(
            instrument(release, "an agreement of the governments on ferries", "agreement", Binding.YES),
            instrument(release, "a memorandum on timber", "memorandum", Binding.NO),
        ),
        counts=(InstrumentCount(span=words(release, "Three documents"), number=3),),
        figures=(figure(release, "12", "Trade grew by almost 12 percent, I believe", hedge="almost", speaker=vesk),),
        topics=(
            topic(release, Topic.TRADE_ECONOMY, "trade"),
            topic(release, Topic.MIGRATION_BORDERS, "border crossings"),
        ),
        tone=tuple(
            ToneWord(span=words(release, word), sentence=account.sentences[4]) for word in ("constructive", "frank")
        ),
        formulas=(
            Formula(name="number_of", span=words(release, "a number of questions"), sentence=account.sentences[2]),
            Formula(
                name="invitation", span=words(release, "thank you for the invitation"), sentence=account.sentences[-1]
            ),
        ),
    )


def full_guest_account() -> Account:
    """Give the guest's account with the same kinds of items, some of them others."""
    account = guest_account(FULL_GUEST_TEXT)
    release, (korin, vesk) = account.release, account.event.principals
    return replace(
        account,
        relations=(courtesy(release, RelationKind.THANKS, korin, vesk, "thanked", "the talks"),),
        instruments=(instrument(release, "An agreement on ferries", "agreement", Binding.YES),),
        figures=(figure(release, "12", "Trade grew by 12 percent"),),
        topics=(topic(release, Topic.MIGRATION_BORDERS, "crossings"), topic(release, Topic.TRANSPORT, "ferries")),
        tone=tuple(ToneWord(span=words(release, word), sentence=account.sentences[5]) for word in ("frank", "open")),
        formulas=(Formula(name="views", span=words(release, "exchanged views"), sentence=account.sentences[6]),),
    )


def courtesy(  # noqa: PLR0913, PLR0917 - a courtesy has these parts
    release: Release, kind: RelationKind, giver: Person, receiver: Person, cue: str, reason: str
) -> Relation:
    """Give a courtesy between two persons; the reason is sought after the cue."""
    span = words(release, cue)
    return Relation(
        kind=kind,
        sentence=span,
        cue=span,
        giver=Party(words=giver.label, person=giver, side=giver.side),
        receiver=Party(words=receiver.label, person=receiver, side=receiver.side),
        reason=words(release, reason, after=span.start),
    )


def instrument(  # noqa: PLR0913 - a document has these parts
    release: Release, title: str, word: str, binding: Binding, *, lump: bool = False, level: Level = Level.GOVERNMENT
) -> Instrument:
    """Give a document whose class and obligation one word of its title decides."""
    span = words(release, title)
    return Instrument(
        words=InstrumentWords(
            title=span,
            kind=InstrumentClass(word) if word in set(InstrumentClass) else InstrumentClass.OTHER,
            level=level,
            binding=binding,
            deciding=(words(release, word, after=span.start),),
            sentence=span,
            lump=lump,
        )
    )


def figure(  # noqa: PLR0913 - a figure has these parts, each named
    release: Release,
    value: str,
    clause: str,
    *,
    number: float = 12.0,
    unit: str = "percent",
    hedge: str = "",
    speaker: Person | None = None,
) -> Figure:
    """Give a figure inside its clause, which is its sentence too."""
    span = words(release, clause)
    kind = HedgeKind.ABOUT if hedge == "almost" else HedgeKind.ABOVE
    return Figure(
        words=FigureWords(
            span=span,
            value=words(release, value, after=span.start),
            number=(number,),
            unit=unit,
            sentence=span,
            hedge=Hedge(kind=kind, span=words(release, hedge, after=span.start)) if hedge else None,
        ),
        speaker=speaker,
    )


def topic(release: Release, name: Topic, mention: str, share: float = 0.25) -> TopicShare:
    """Give a topic with one mention."""
    span = words(release, mention)
    return TopicShare(topic=name, first=span, spans=(span,), words=10.0, share=share)


def bare_account(kind: Kind = Kind.OTHER, *, title: str = "Notice", text: str = "Rain fell on Tarsk.") -> Account:
    """Give an account in which extraction found nothing."""
    release = Release(address="", issuer="", language="en", title=title, text=text)
    return Account(release=release, event=Event(kind=kind))


def with_event(account: Account, event: Event) -> Account:
    """Give the same account of another event."""
    return replace(account, event=event)


@dataclass(slots=True)
class FixedPrecedent(NoPrecedent):
    """A precedent that gives one rate to every question and remembers what it was asked."""

    seen: int = 0
    among: int = 0
    low: float = 0.0
    high: float = 1.0
    asked: list[str] = field(default_factory=list)

    def rate(self, feature: str, account: Account, *, present: bool = True) -> Rate | None:
        """Give the rate of having or of lacking a feature, or no base where it is over nothing."""
        assert account.release.text
        self.asked.append(feature)
        if not self.among:
            return None
        seen, low, high = (
            (self.seen, self.low, self.high) if present else (self.among - self.seen, 1.0 - self.high, 1.0 - self.low)
        )
        return Rate(seen=seen, among=self.among, low=low, high=high, reference="calls of Arvenia")


def _person(release: Release, name: str, side: Side, office: str) -> Person:
    return Person(
        name=name,
        side=side,
        office=Office(title=office, span=words(release, office)),
        spans=(words(release, name),),
        identity=name.casefold(),
    )


def _turn(release: Release, speaker: Person, content: str) -> Quotation:
    span = words(release, content)
    label = Span(span.start - len(f"{speaker.name}: "), span.start - 1)
    return Quotation(form=SpeechForm.TURN, content=span, cue=label, speaker=speaker)
