"""A release seen from two sides: whose it is, whom it names, what day it tells of, and what kind of text it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from communique.collation.pairing.namings import sides_in, tokens_of
from communique.dossiers.lookback_places import local_sides
from communique.languages.statement_words import load_statement_lexicon
from communique.model import Account, DateBasis, Kind, Part, Person, SideKind, Span
from communique.precedent.entering import find_issued, find_sides
from communique.precedent.notices import is_announcement
from communique.reference import Tables, issuer, shipped_tables, side

AFTERWARDS = frozenset({"communique", "press-statement", "interview"})
"""Kinds of texts that are statements on a contact, not its record."""

THREE = 3
"""States that a meeting of three sides has."""

HEADING = 2
"""Sentences at the head of a paper that tell whose it is."""

_BETWEEN_TWO = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MESSAGE})
_NO_CONTACT = frozenset({Kind.MESSAGE, Kind.STATEMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """
    A release as the sides of an episode see it.

    ``own`` is the code of the issuer's side, ``others`` those of the other principals, ``titled`` those that the
    headline names outright or by a person. ``day`` is that of the event, ``label`` the kind of text that the headline
    names ("press-statement"). ``announces`` tells that the event is yet to come, ``paper`` that
    the headline is of no event but of a decree, a list, greetings.
    """

    account: Account
    own: str
    others: frozenset[str]
    titled: frozenset[str]
    day: date
    issued: date
    label: str
    announces: bool
    paper: bool

    @property
    def dated(self) -> bool:
        """Whether the day of the event is told, not only that of the release."""
        return self.day != self.issued or (
            self.account.event.date is not None and self.account.event.date.basis is not DateBasis.ISSUED
        )

    @property
    def kind(self) -> Kind:
        """What the release mainly reports."""
        return self.account.event.kind

    @property
    def states(self) -> frozenset[str]:
        """The codes of the states that take part, or that the headline names."""
        return frozenset(code for code in {self.own, *self.others, *self.titled} if _is_state(code))

    @property
    def trilateral(self) -> bool:
        """Whether three states take part, all of them named in the headline but perhaps the issuer's own."""
        return len(self.states) == THREE and self.states == (self.others & self.titled) | {self.own}

    def foreign(self, sides: frozenset[str]) -> bool:
        """Tell whether a principal is of another of some sides."""
        return bool(self.others & (sides - {self.own}))

    def titles(self, sides: frozenset[str]) -> bool:
        """Tell whether the headline names another of some sides, and no state beside them."""
        return bool(self.titled & (sides - {self.own})) and not {
            code for code in self.titled - sides if _is_state(code)
        }


def view_of(account: Account, tables: Tables | None = None) -> View | None:
    """Give a release as it is seen; None where its day or its side is not known."""
    names = tables if tables is not None else shipped_tables()
    issued = find_issued(account)
    office = issuer(account.release.issuer, tables=names)
    first, others = find_sides(account)
    own = office.side.code if office else first
    if issued is None or not own:
        return None
    lexicon, title = load_statement_lexicon(account.release.language), account.release.title
    local = local_sides(account) - {own}
    return View(
        account=account,
        own=own,
        others=frozenset({first, *others} - {own, ""}) - local,
        titled=(sides_in(tokens_of(title), tables=names) | frozenset(_titled(account))) - local,
        day=account.event.date.day if account.event.date else issued,
        issued=issued,
        label=lexicon.kind_in_title(title),
        announces=is_announcement(account),
        paper=lexicon.names_paper(title),
    )


def is_contact(view: View, sides: frozenset[str]) -> bool:
    """
    Tell whether a release records a contact between some sides: of principals of theirs, or of both by its headline.

    A gathering of many counts where the headline names another of the sides, and no further state but that of a meeting
    of three: else both only took part. A paper that the principals of both say together is a contact of theirs.
    """
    if view.own not in sides or view.announces or view.label in AFTERWARDS:
        return False
    if view.foreign(sides) and view.kind in _BETWEEN_TWO:
        return True
    if view.kind is Kind.MULTILATERAL:
        return view.foreign(sides) and (view.titles(sides) or (view.trilateral and not view.paper))
    if view.kind is Kind.OTHER and is_joint_act(view, sides):
        return True
    return view.kind not in _NO_CONTACT and view.titles(sides) and _names_contact(view)


def is_joint_act(view: View, sides: frozenset[str]) -> bool:
    """Tell whether principals of both sides, and of no third, speak as one at the head of a text ("A and B do …")."""
    if view.paper or view.states - sides or not view.foreign(sides):
        return False
    account = view.account
    heads = [sentence for sentence in account.sentences[:HEADING] if sentence in account.joint]
    return any(view.own in codes and codes & (sides - {view.own}) for codes in (_sides_in(account, s) for s in heads))


def _sides_in(account: Account, sentence: Span) -> frozenset[str]:
    """Give the sides of the persons whom a sentence names."""
    named = [m.person for m in account.mentions if m.person and sentence.covers(m.span)]
    named += [p for p in account.event.principals if any(sentence.covers(span) for span in p.spans)]
    return frozenset(person.side.code for person in named if person.side)


def is_announced(view: View, sides: frozenset[str]) -> bool:
    """Tell whether a release announces a contact between some sides, and not only something else that concerns both."""
    if view.own not in sides or not view.announces:
        return False
    if view.kind in _BETWEEN_TWO and (view.foreign(sides) or view.titles(sides)):
        return True
    if view.kind is Kind.VISIT and view.titled & (sides - {view.own}):  # of a journey to several states one stage
        return True
    return (view.titles(sides) or (view.trilateral and view.foreign(sides))) and _names_contact(view)


def persons_of_sides(view: View, sides: frozenset[str]) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Give the principals of the issuer's side, and those of the other sides."""
    known = [person for person in view.account.event.principals if person.side]
    own = tuple(p for p in known if p.side and p.side.code == view.own)
    return own, tuple(p for p in known if p.side and p.side.code in sides - {view.own})


def views_of(accounts: Iterable[Account], sides: frozenset[str], tables: Tables | None) -> Iterator[View]:
    """Yield the releases of issuers of some sides, each text once."""
    seen: set[str] = set()
    for account in accounts:
        view = view_of(account, tables)
        if view is not None and view.own in sides and account.release.key not in seen:
            seen.add(account.release.key)
            yield view


def _names_contact(view: View) -> bool:
    release = view.account.release
    return load_statement_lexicon(release.language).names_contact(release.title)


def _titled(account: Account) -> Iterator[str]:
    """Yield the sides of the persons whom a headline names."""
    persons = [m.person for m in account.mentions if m.span.part is Part.TITLE]
    persons += [p for p in account.event.principals if any(span.part is Part.TITLE for span in p.spans)]
    return (person.side.code for person in persons if person and person.side)


def _is_state(code: str) -> bool:
    found = side(code)
    return found is None or found.kind is SideKind.STATE
