"""Accounts made by hand on texts about the fictional states of Arvenia, Velmark and Tholia, for tests of reports."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from importlib.resources import files

from communique.model import (
    Account,
    Basis,
    DateBasis,
    Edition,
    Event,
    EventDate,
    Finding,
    Format,
    Grade,
    Initiative,
    Kind,
    Office,
    Part,
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
from communique.reports.report import Report

ARVENIA = Side(code="XA", name="Arvenia")
VELMARK = Side(code="XV", name="Velmark")
CHECKS = ("initiative@1", "reception@1", "venue@1", "visit_class@1", "titles@1", "voice@1", "space@1", "vague@1")
MODELS = ("en_core_web_sm 3.8.0", "communique English lexicon 1")


def demo_release(name: str) -> Release:
    """Read one of the two bundled texts, in the simplest way that its front matter allows."""
    page = files("communique.reports").joinpath("demo", f"{name}.md").read_bytes()
    _, front, text = page.decode().split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in front.splitlines())
    return Release(
        address=fields["address"],
        issuer=fields["issuer"],
        language=fields["language"],
        title=fields["title"],
        text=text.strip(),
        issued=datetime.fromisoformat(fields["issued"]),
        place=fields.get("place"),
        licence=fields["licence"],
        captured=datetime(2026, 5, 4, 6, 10, tzinfo=UTC),
        digest=hashlib.sha256(page).hexdigest(),
        editions=(Edition(language="ru", address=f"{fields['address']}/ru"),),
    )


def at(release: Release, words: str, part: Part = Part.TEXT, nth: int = 0) -> Span:
    """Give the span of words in a part of a release: their first place, or a later one."""
    start = -1
    for _ in range(nth + 1):
        start = release.part(part).index(words, start + 1)
    return Span(start, start + len(words), part)


def turn(release: Release, label: str, first: str, last: str, speaker: Person) -> Quotation:
    """Give one turn of a transcript, from its first words to its last."""
    content = Span(at(release, first).start, at(release, last).end)
    start = release.text.rindex(label, 0, content.start)
    return Quotation(form=SpeechForm.TURN, content=content, cue=Span(start, start + len(label)), speaker=speaker)


def arvenian_account() -> Account:
    """Give the account of Arvenia's presidential press service, as extraction should find it."""
    release = demo_release("arvenia")
    vesk = Person(
        name="Ilmar Vesk",
        side=ARVENIA,
        office=Office(title="President of Arvenia", span=at(release, "President of Arvenia")),
        spans=(at(release, "Ilmar Vesk"),),
    )
    korin = Person(
        name="Adela Korin",
        side=VELMARK,
        office=Office(title="Prime Minister of Velmark", span=at(release, "Prime Minister of Velmark")),
        spans=(at(release, "Adela Korin"), at(release, "Adela Korin", Part.TITLE)),
    )
    return Account(
        release=release,
        event=Event(
            kind=Kind.MEETING,
            date=EventDate(day=date(2019, 5, 16), basis=DateBasis.ISSUED),
            place=Place(
                city=Stated(value="Tarsk", span=at(release, "Tarsk", Part.PLACE)),
                country=ARVENIA,
            ),
            principals=(vesk, korin),
            others=(
                _attendee(release, "Teodor Halim", "Foreign Minister"),
                _attendee(release, "Rosa Ilyan", "Minister of Transport"),
                _attendee(release, "Kiril Dorn", "Presidential Aide"),
            ),
            visit_class=Stated(value=VisitClass.WORKING, span=at(release, "on a working visit")),
        ),
        reception=Reception(
            pattern=Pattern.MET_WITH,
            span=at(release, "President of Arvenia Ilmar Vesk met with Prime Minister of Velmark Adela Korin"),
            subject=vesk,
            host=vesk,
        ),
        quotations=(
            turn(release, "President of Arvenia Ilmar Vesk:", "Madam Prime", "as good neighbours do.", vesk),
            turn(release, "Prime Minister of Velmark Adela Korin:", "Mr President", "for a conversation.", korin),
            turn(release, "Ilmar Vesk:", "Certainly.", "fish over lunch.", vesk),
            turn(release, "Adela Korin:", "That is", "order of business.", korin),
        ),
        joint=(at(release, "The parties discussed"),),
        vague=(at(release, "a number of"),),
        models=MODELS,
    )


def velmarkian_account() -> Account:
    """Give the account of Velmark's government, as extraction should find it."""
    release = demo_release("velmark")
    vesk = Person(
        name="Ilmar Vesk",
        side=ARVENIA,
        office=Office(title="President of the Republic of Arvenia"),
        spans=(at(release, "Ilmar Vesk"),),
    )
    korin = Person(
        name="Adela Korin", side=VELMARK, office=Office(title="Prime Minister"), spans=(at(release, "Adela Korin"),)
    )
    inline = ("We do not agree on this", "But we agree", "Arvenia is a neighbour")
    return Account(
        release=release,
        event=Event(
            kind=Kind.MEETING,
            date=EventDate(day=date(2019, 5, 16), basis=DateBasis.TEXT, span=at(release, "today")),
            place=Place(
                city=Stated(value="Tarsk", span=at(release, "Tarsk")),
                venue=Stated(value="Linden Palace", span=at(release, "the Linden Palace")),
                country=ARVENIA,
            ),
            principals=(korin, vesk),
            visit_class=Stated(value=VisitClass.WORKING, span=at(release, "working visit")),
            format=Stated(value=Format.BOTH, span=at(release, "first spoke one-on-one")),
        ),
        initiatives=(
            Initiative(
                basis=Basis.INVITED, span=at(release, "at the invitation of President Vesk"), side=ARVENIA, person=vesk
            ),
        ),
        reception=Reception(
            pattern=Pattern.WAS_RECEIVED,
            span=at(release, "Prime Minister Adela Korin was received"),
            subject=korin,
            host=vesk,
        ),
        quotations=tuple(
            Quotation(
                form=SpeechForm.INLINE,
                content=Span(start := release.text.index(first), release.text.index("”", start)),
                speaker=korin,
            )
            for first in inline
        ),
        models=MODELS,
    )


def _attendee(release: Release, name: str, office: str) -> Person:
    return Person(
        name=name, side=ARVENIA, office=Office(title=office, span=at(release, office)), spans=(at(release, name),)
    )


def arvenian_report() -> Report:
    """Give a report of every grade, with overlapping passages, on Arvenia's account; the rates are invented."""
    account, other = arvenian_account(), velmarkian_account()
    release = account.release
    return Report(
        account=account,
        findings=(
            Finding(
                code="initiative.unstated",
                grade=Grade.DIFFERS,
                statement="The narrator does not say who asked for the meeting",
                plain="many services never state it; the invitation is mentioned in the guest's own words",
                mirror="Velmark's text says “at the invitation of President Vesk”",
                absent=True,
            ),
            Finding(
                code="initiative.thanks",
                grade=Grade.OBSERVED,
                statement="The invitation is thanked for on both sides of the table",
                plain="courtesy of host and guest",
                spans=(
                    at(release, "Thank you for accepting our invitation"),
                    at(release, "thank you for the invitation"),
                ),
                mirror="Velmark's text: “thanked President Vesk for the invitation”",
            ),
            Finding(
                code="venue.unstated",
                grade=Grade.HABIT,
                statement="No venue is named; the city stands only in the place line",
                plain="the venue stands in the caption of the photograph",
                spans=(at(release, "Tarsk", Part.PLACE),),
                rate=Rate(seen=38, among=41, low=0.805, high=0.975, reference="meetings in Tarsk, 2012 to 2019"),
                mirror="Velmark's text names the Linden Palace",
            ),
            Finding(
                code="reception.met",
                grade=Grade.OBSERVED,
                statement="“met with”: the issuer's own principal is the subject",
                plain="a service writes of its own principal first; to meet is symmetrical",
                spans=(account.reception.span or at(release, "met with"),),
                mirror="Velmark's text: “was received”",
            ),
            Finding(
                code="titles.order",
                grade=Grade.OBSERVED,
                statement="Both principals are presented with office and full name",
                plain="full official style at first mention",
                spans=(
                    at(release, "Ilmar Vesk met with"),
                    at(release, "Prime Minister of Velmark Adela Korin, who is"),
                ),
            ),
            Finding(
                code="voice.joint",
                grade=Grade.OBSERVED,
                statement="The topics are told jointly, without a speaker",
                plain="stock formula of summaries",
                spans=(at(release, "The parties discussed the state and prospects of bilateral cooperation"),),
            ),
            Finding(
                code="vague.words",
                grade=Grade.OBSERVED,
                statement="1 word leaves number or identity open",
                plain="stock phrase",
                spans=(at(release, "a number of"),),
            ),
            Finding(
                code="credit.proposal",
                grade=Grade.DIFFERS,
                statement="The railway is credited to the President of Arvenia",
                plain="each service credits its own principal; joint projects have several fathers",
                spans=(at(release, "proposed by the President of Arvenia"),),
                mirror="Velmark's text: “her proposal for a railway between Sund and Tarsk”",
            ),
            Finding(
                code="topics.dispute",
                grade=Grade.RARE,
                statement="An open dispute is named in the host's opening words",
                plain="the subject was already public, and passing over it would have been noticed",
                spans=(at(release, "I know that you are concerned about the fishing zones."),),
                rate=Rate(seen=2, among=31, low=0.018, high=0.207, reference="opening words of meetings, 2012 to 2019"),
                mirror="Velmark's text: “Fishing rights in the northern zones were discussed in detail.”",
            ),
        ),
        others=(other,),
        checks=CHECKS,
        software="communique 0.1.0",
        office="President of Arvenia, Press Service",
    )


def velmarkian_report() -> Report:
    """Give a report without any base on Velmark's account."""
    account = velmarkian_account()
    release = account.release
    return Report(
        account=account,
        findings=(
            Finding(
                code="initiative.stated",
                grade=Grade.OBSERVED,
                statement="The visit is said to be at the invitation of President Vesk",
                plain="visits are usually made on invitation; the formula is stock",
                spans=(at(release, "at the invitation of President Vesk"),),
            ),
            Finding(
                code="reception.was_received",
                grade=Grade.OBSERVED,
                statement="“was received by”: the issuer's own principal is the subject, the host acts",
                plain="a guest's service writes so of a visit to a head of state",
                spans=(at(release, "was received today at the Linden Palace in Tarsk by"),),
            ),
        ),
        checks=CHECKS,
        software="communique 0.1.0",
        office="Prime Minister's Office of Velmark",
    )


def bare_release(text: str, *, title: str = "Call with the President of Tholia", place: str | None = None) -> Release:
    """Give a release with a text, and nothing known of its publication."""
    return Release(
        address="https://example.org/1", issuer="xt-president", language="en", title=title, text=text, place=place
    )


def bare_account(text: str, *, title: str = "Call with the President of Tholia", kind: Kind = Kind.OTHER) -> Account:
    """Give an account in which nothing was found."""
    return Account(release=bare_release(text, title=title), event=Event(kind=kind))


def marked_report(text: str, spans: tuple[tuple[Span, ...], ...], *, title: str = "Call") -> Report:
    """Give a report with one finding for each group of spans, on a text in which nothing else was found."""
    findings = tuple(
        Finding(code="vague.words", grade=Grade.OBSERVED, statement="Open words", plain="stock phrase", spans=group)
        for group in spans
    )
    return Report(account=bare_account(text, title=title), findings=findings)
