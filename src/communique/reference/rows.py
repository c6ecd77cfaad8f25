"""The rows of the reference tables: what names a side, a city, a venue, a person; who held which office when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from communique.errors import ModelError
from communique.model import Side

UNRANKED = 9
"""The rank of an office that no protocol list places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """
    How one language names something: the usual name first, then older and other spellings.

    ``adjectives`` ("Arvenian") and ``demonyms`` ("Arvenians") are known for sides only.
    """

    language: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


def wording_of(wordings: Iterable[Wording], language: str) -> Wording:
    """
    Give the wording of one language, empty where the row has none.

    >>> wording_of((Wording(language="en", names=("Tarsk",)),), "en").names
    ('Tarsk',)
    """
    for wording in wordings:
        if wording.language == language:
            return wording
    return Wording(language=language)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideNames:
    """A side and everything it is called; ``source`` says where the names were taken from."""

    side: Side
    wordings: tuple[Wording, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """
    A city with its country.

    ``ambiguous``: 0 for a name that is safe in running text, 1 for one that is also an ordinary word or the name of
    persons ("Reading", "Victoria": left out of gazetteers unless it is a capital), 2 for one that is always left out.
    """

    name: str
    country: Side
    wordings: tuple[Wording, ...]
    source: str
    capital: bool = False
    ambiguous: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A well-known building, hall or residence; ``city`` is None where it stands in none or moves ("Camp David")."""

    name: str
    country: Side
    wordings: tuple[Wording, ...]
    source: str
    city: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A person in the tables: a stable key (``ilmar-vesk``), the usual English spelling, and all other spellings."""

    key: str
    name: str
    wordings: tuple[Wording, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling in every language and script, the usual English one first."""
        others = (spelling for wording in self.wordings for spelling in wording.names)
        return tuple(dict.fromkeys((self.name, *others)))

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """
    One person's time in one office of one side.

    ``office`` is a code shared by all sides (``president``, ``foreign-minister``); ``title`` the office in words as
    held then ("Acting President of Arvenia"). ``rank``: 1 head of state, 2 head of government, 3 foreign minister,
    4 security, 5 speaker of parliament, 6 chief of staff, 7 deputies and heirs, 8 other ministers, 9 anything else.
    ``since`` and ``until`` are both days in office; None where the table sets no bound. A date known only by month or
    year is widened to all of it, and ``exact`` is then False.
    """

    identity: str
    side: Side
    office: str
    title: str
    source: str
    rank: int = UNRANKED
    since: date | None = None
    until: date | None = None
    exact: bool = True

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise ModelError(wanted=f"a tenure of {self.identity} that ends after it starts", got=self.period)

    @property
    def period(self) -> str:
        """The two ends as text, an open one as an empty place."""
        return f"{self.since or ''}..{self.until or ''}"

    def held(self, on: date) -> bool:
        """Tell whether the day lies in the tenure; both ends count."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)

    def __str__(self) -> str:
        return f"{self.title} ({self.period})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """
    An office that publishes releases: code (``ru-president``), its name in words, and its side.

    ``office`` is the code of the office that "the president" means in its releases, empty where it has no one head;
    ``time_zone`` the IANA zone its clock times are in.
    """

    code: str
    name: str
    side: Side
    office: str
    time_zone: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """
    Sides that a reader of diplomatic texts compares with each other; ``sides`` holds their codes.

    ``name`` is a noun phrase in the plural that fits after "with" ("states of the Sea League").
    """

    code: str
    name: str
    sides: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterpartRule:
    """
    What a public document says of whom the holder of an office has to do with on the other side.

    ``office`` is a code, ``titles`` the words by which a title is known to be of that office ("ambassador");
    ``counterparts`` are the codes of the offices on the other side. ``rule`` is what the document says, ``source``
    names document and article: a rule that nobody can look up is none.
    """

    office: str
    titles: tuple[str, ...]
    counterparts: tuple[str, ...]
    rule: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tables:
    """All reference tables together; two are the same only if they are one object, so that look-ups can be kept."""

    sides: tuple[SideNames, ...] = ()
    cities: tuple[City, ...] = ()
    venues: tuple[Venue, ...] = ()
    people: tuple[Identity, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    issuers: tuple[Issuer, ...] = ()
    groups: tuple[Group, ...] = ()
    counterparts: tuple[CounterpartRule, ...] = ()

    def __repr__(self) -> str:
        return (
            f"Tables({len(self.sides)} sides, {len(self.cities)} cities, {len(self.venues)} venues, "
            f"{len(self.people)} people, {len(self.tenures)} tenures, {len(self.issuers)} issuers, "
            f"{len(self.groups)} groups, {len(self.counterparts)} rules on counterparts)"
        )
