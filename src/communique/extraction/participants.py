"""Between whom the event takes place, and who else is named as taking part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from communique.extraction.home import Home
from communique.extraction.people import Cast
from communique.languages.port import Designation, Form, Markup
from communique.model import Kind, Office, Part, Person, Release

_SEVERAL = 2
_MOST = 12


def extract_principals(markup: Markup, cast: Cast, home: Home) -> tuple[Person, ...]:
    """
    Give the principals, the issuer's side first.

    They are whom the headline names and who act in the first sentence; where the issuer's own head is taken for
    granted ("Telephone conversation with X"), that person, or the office if no name is in the text.
    """
    named = _named_once(_unique(_parties(markup, cast)))
    listed = _of_groups(markup) if len({p.side.code for p in named if p.side}) < _SEVERAL else ()
    found = named or ()
    if listed and not any(p.name for p in found):
        found = listed
    return _home_first(_with_home(markup, found, cast, home), home, cast)[:_MOST]


def extract_others(markup: Markup, cast: Cast, principals: Sequence[Person]) -> tuple[Person, ...]:
    """Give the further persons said to take part, in order."""
    named = _unique(p for d in markup.attending if (p := cast.of(d)) is not None)
    return tuple(p for p in named if p not in principals)


def _named_once(found: Sequence[Person]) -> tuple[Person, ...]:
    """Leave out an office without a name where somebody of its side is named: it is that person's."""
    sides = {p.side.code for p in found if p.name and p.side}
    return tuple(p for p in found if p.name or p.side is None or p.side.code not in sides)


def extend_principals(markup: Markup, cast: Cast, principals: Sequence[Person], home: Home) -> tuple[Person, ...]:
    """Add to the principals of an event of many sides whom its first sentence names."""
    first = markup.narration[0] if markup.narration else None
    named = [
        p for d in markup.designations if first and first.covers(d.span) and (p := cast.of(d)) and p.name and p.side
    ]
    return _home_first(_unique((*principals, *named)), home, cast)[:_MOST]


def _parties(markup: Markup, cast: Cast) -> Iterator[Person]:
    met = tuple(d for d in (markup.lead.subject, markup.lead.object) if d) if markup.lead else ()
    for designation in (*markup.headline, *markup.opening, *met):
        person = cast.of(designation)
        if person is not None:
            yield person
        elif designation.form is Form.OFFICE and (designation in markup.headline or designation.sides):
            yield _nameless(markup.release, designation)


def _nameless(release: Release, designation: Designation) -> Person:
    words = designation.office or designation.span
    side = designation.sides[0] if designation.sides else None
    return Person(
        name=None,
        side=side,
        office=Office(title=" ".join(release.words(words).split()), span=words),
        spans=(designation.span,),
    )


def _of_groups(markup: Markup) -> tuple[Person, ...]:
    """The heads of several sides spoken of together ("the leaders of Arvenia, Velmark and Tholia")."""
    for designation in (*markup.opening, *_groups_of_title(markup)):
        if designation.form is Form.GROUP and len(designation.sides) >= _SEVERAL:
            words = " ".join(markup.release.words(designation.span).split())
            return tuple(
                Person(
                    name=None, side=side, office=Office(title=words, span=designation.span), spans=(designation.span,)
                )
                for side in designation.sides
            )
    return ()


def _groups_of_title(markup: Markup) -> Iterator[Designation]:
    return (d for d in markup.designations if d.form is Form.GROUP and d.span.part.value == "title")


def _with_home(markup: Markup, found: Sequence[Person], cast: Cast, home: Home) -> tuple[Person, ...]:
    """Add the issuer's own head where the words take that person for granted."""
    if home.side is None:
        return tuple(found)
    if any(_is_home(p, home) for p in found) and not _is_elliptic(markup, found):
        return tuple(found)
    if cast.head is not None:
        return (cast.head, *(p for p in found if p is not cast.head))
    if home.office and found:
        return (Person(name=None, side=home.side, office=Office(title=home.office)), *found)
    return tuple(found)


def _is_elliptic(markup: Markup, found: Sequence[Person]) -> bool:
    """Whether the headline names only the party met ("Meeting with the governor"): then the head is the other."""
    if len(found) != 1 or not markup.headline:
        return False
    cues = [c for c in markup.cues if c.span.part is Part.TITLE and c.kind in (Kind.MEETING, Kind.CALL)]
    return bool(cues) and cues[0].span.start < markup.headline[0].span.start


def _is_home(person: Person, home: Home) -> bool:
    return person.side is not None and home.side is not None and person.side.code == home.side.code


def _home_first(found: Sequence[Person], home: Home, cast: Cast) -> tuple[Person, ...]:
    return tuple(sorted(found, key=lambda p: (not _is_home(p, home), p is not cast.head)))


def _unique(persons: Iterable[Person]) -> tuple[Person, ...]:
    seen: dict[str, Person] = {}
    for person in persons:
        seen.setdefault(f"{person.label}/{person.side}", person)
    return tuple(seen.values())
