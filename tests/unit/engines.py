"""An engine whose parts are named fakes: it reads sources that exist only in a test, about fictional states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from communique.errors import LanguageError, SourceError
from communique.model import Account, Event, Kind, Part, Person, Place, Release, Side, Span, Stated
from communique.sources import SetAside
from communique.wiring import Engine

ARVENIA = Side(code="XA", name="Arvenia")
UNREADABLE = "(a text that extraction cannot read)"
FOREIGN = "(a text in Ostrandian)"


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """Sources by name, each with the texts in it; an unknown name is an error, an empty text is set aside."""

    texts: Mapping[str, tuple[str, ...]]

    def intake(self, source: str) -> Iterator[Release | SetAside]:
        """Give a release for each text of a source, and set empty ones aside."""
        if source not in self.texts:
            raise SourceError(wanted=f"a file {source}", got="nothing", remedy="is the name right?")
        for number, text in enumerate(self.texts[source], start=1):
            where = f"{source}:{number}"
            if text:
                yield release(text, identifier=where)
            else:
                yield SetAside(source=where, reason="expected a text, got an empty one")


@dataclass(frozen=True, kw_only=True)
class Clerk:
    """Extraction that makes the plainest account of any text, and refuses one; it remembers how much it was given."""

    companies: list[int] = field(default_factory=list)

    def extract(self, releases: Iterable[Release]) -> Iterator[Account]:
        """Give an account for each release, in order, until it comes to a text that it cannot read."""
        given = tuple(releases)
        self.companies.append(len(given))
        for one in given:
            if one.text in {UNREADABLE, FOREIGN}:
                raise LanguageError(wanted="a text in en", got="none", remedy="name its language")
            yield account(one)


def release(text: str, *, identifier: str) -> Release:
    """Give a release with this text."""
    return Release(
        address=f"https://president.example/{identifier}",
        issuer="xa-president",
        language="xo" if text == FOREIGN else "en",
        title=f"On {identifier}",
        text=text,
        identifier=identifier,
    )


def account(told: Release) -> Account:
    """Give an account that finds a meeting in Tarsk wherever the word stands."""
    start = told.text.find("Tarsk")
    place = Place() if start < 0 else Place(city=Stated(value="Tarsk", span=Span(start, start + 5, Part.TEXT)))
    principals = (Person(name="Ilmar Vesk", side=ARVENIA),)
    return Account(
        release=told,
        event=Event(kind=Kind.MEETING, place=place, principals=principals),
        sentences=(Span(0, len(told.text)),),
        models=("a fake",),
    )


def office(issuer: str) -> str:
    """Give the words for the one issuer there is."""
    return {"xa-president": "President of Arvenia"}.get(issuer, "")


def engine(clerk: Clerk | None = None, **texts: tuple[str, ...]) -> Engine:
    """Join the fakes to an engine that finds these texts under these names."""
    shelf = Shelf(texts=texts)
    return Engine(intake=shelf.intake, extract=(clerk or Clerk()).extract, office=office)
