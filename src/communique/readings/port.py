"""What every reading is: a function of one shape, with its card and its features; and what all readings share."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from communique.errors import ModelError
from communique.model import (
    Account,
    Courtesy,
    Finding,
    Grade,
    Kind,
    Part,
    Party,
    Person,
    Quotation,
    Rate,
    RelationKind,
    Release,
    Span,
    SpeechForm,
)
from communique.precedent import Precedent

Read: TypeAlias = Callable[[Account, Precedent, tuple[Account, ...]], Iterator[Finding]]
"""Account, precedent and the other accounts of the event in; findings out."""

MarkFeatures: TypeAlias = Callable[[Account], tuple["Mark", ...]]
"""Account in; out the features it could have, each with whether it has it."""

Tell: TypeAlias = Callable[[Account], "Told"]
"""Another account of the event in; out what its text has of the same fact."""

CARD_SECTIONS = ("What it finds:", "Why it matters:", "Plain explanation:", "Limits:")

RARE_BOUND = 0.25
"""Rare: the upper end of the rate's interval lies at or below one in four. A few precedents cannot reach it."""

HABIT_BOUND = 0.4
"""Habit: the lower end of the rate's interval lies at or above two in five. Between the two bounds no word is used."""

QUOTE_LIMIT = 120
"""Characters of a quotation inside a sentence of ours; the finding's span always marks the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """Something that an account has or lacks, to be tallied over a corpus: its code and what it means."""

    code: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """
    One account's answer on one feature it could have had.

    A feature that does not apply (the visit class of a telephone call) gets no mark: it is no exposure. Whether it
    applies never depends on whether it is there.
    """

    code: str
    present: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """
    One analyser: its code (also the head of its findings' and features' codes), a title, a version, the functions.

    ``version`` rises whenever the same account may give other findings. ``features`` lists every feature that
    ``mark_features`` may mark.
    """

    code: str
    title: str
    version: int
    read: Read
    features: tuple[Feature, ...]
    mark_features: MarkFeatures

    def __post_init__(self) -> None:
        missing = [section for section in CARD_SECTIONS if section not in (self.read.__doc__ or "")]
        if missing:
            raise ModelError(wanted=f"a card with {', '.join(missing)}", got=f"none in {self.code}")

    @property
    def card(self) -> str:
        """The reading's card: what it finds, why it matters, the plain explanation, its limits."""
        return inspect.cleandoc(self.read.__doc__ or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """
    What another text has of a fact, as the words that follow "X's text" ("names the venue: …").

    ``differs`` is True only where the two texts part: one states it and the other does not, or they state two things.
    """

    words: str
    differs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a reading has before it: the account, its precedent, the other accounts, and the account's own marks."""

    account: Account
    precedent: Precedent
    others: tuple[Account, ...]
    marks: tuple[Mark, ...]

    def alike(self, feature: str) -> Rate | None:
        """
        Give how often comparable earlier accounts were like this one in a feature, None for "no base".

        Where this account has it, the rate of those that had it; where it lacks it, of those that lacked it: a low
        rate is always the rarer thing.
        """
        mark = next((mark for mark in self.marks if mark.code == feature), None)
        rate = self.precedent.rate(feature, self.account) if mark is not None else None
        if rate is None or mark is None or mark.present:
            return rate
        return lacking(rate)

    def finding(  # noqa: PLR0913 - a finding has these parts, each named
        self,
        code: str,
        statement: str,
        plain: str,
        *,
        spans: tuple[Span, ...] = (),
        feature: str = "",
        tell: Tell | None = None,
        absent: bool = False,
    ) -> Finding:
        """Give the finding with its rate, its mirror, and the grade that follows from both."""
        rate = self.alike(feature)
        told = tuple((other, tell(other)) for other in self.others) if tell else ()
        return Finding(
            code=code,
            grade=grade_of(rate, differs=any(item.differs for _, item in told)),
            statement=statement,
            plain=plain,
            spans=spans,
            rate=rate,
            mirror=mirror_of(told),
            absent=absent,
        )


def grade_of(rate: Rate | None, *, differs: bool = False) -> Grade:
    """
    Give the grade of a finding from its rate, and from whether another text of the event differs.

    >>> grade_of(Rate(seen=1, among=40, low=0.004, high=0.13, reference="calls"))
    <Grade.RARE: 'rare'>
    >>> grade_of(None)
    <Grade.OBSERVED: 'observed'>
    """
    if rate is not None and rate.high <= RARE_BOUND:
        return Grade.RARE
    if rate is not None and rate.low >= HABIT_BOUND:
        return Grade.HABIT
    return Grade.DIFFERS if differs else Grade.OBSERVED


def lacking(rate: Rate) -> Rate:
    """Turn the rate of those that had a feature into the rate of those that lacked it."""
    return Rate(
        seen=rate.among - rate.seen,
        among=rate.among,
        low=1.0 - rate.high,
        high=1.0 - rate.low,
        reference=rate.reference,
    )


def mirror_of(told: tuple[tuple[Account, Told], ...]) -> str | None:
    """Give what the other texts have, one clause a text; None where no other account is at hand."""
    names = [text_name(other) for other, _ in told]
    clauses = [
        f"{name} ({other.release.language}) {item.words}" if names.count(name) > 1 else f"{name} {item.words}"
        for name, (other, item) in zip(names, told, strict=True)
    ]
    return "; ".join(clauses) or None


def text_name(account: Account) -> str:
    """
    Name a text by the side that published it: "Velmark's text".

    The issuer's side stands first among the principals; without one the issuer's code names the text.
    """
    side = account.event.principals[0].side if account.event.principals else None
    owner = side.name if side else account.release.issuer
    if not owner:
        return "The other text"
    return f"{owner}' text" if owner.endswith("s") else f"{owner}'s text"


def quoted(release: Release, span: Span) -> str:
    """Give the words of a span between quotation marks, on one line, cut at a word's end where they run long."""
    words = " ".join(release.words(span).split())
    if len(words) > QUOTE_LIMIT:
        words = words[:QUOTE_LIMIT].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return f"“{words}”"


def event_noun(account: Account) -> str:
    """Give the plain word for what the release reports ("call")."""
    nouns = {Kind.CALL: "call", Kind.MEETING: "meeting", Kind.VISIT: "visit", Kind.MESSAGE: "message"}
    return nouns.get(account.event.kind, "event")


def same_person(one: Person, other: Person) -> bool:
    """
    Tell whether two texts, or two places of one text, mean the same person.

    The identity decides where both have one; else name and side decide, a surname alone agreeing with the full name;
    an office without a name is compared by its side, since texts call a counterpart "the President" as a matter of
    course.
    """
    if one.identity and other.identity:
        return one.identity == other.identity
    one_side, other_side = (person.side.code if person.side else None for person in (one, other))
    if one.name and other.name:
        names = (set(one.name.casefold().split()), set(other.name.casefold().split()))
        return (names[0] <= names[1] or names[1] <= names[0]) and (
            None in {one_side, other_side} or one_side == other_side
        )
    return one_side is not None and one_side == other_side


def same_party(one: Party | None, other: Party | None) -> bool:
    """Tell whether two ends of dealings may be the same: by person, else by side; an end not named may be anybody."""
    if one is None or other is None:
        return True
    if one.person and other.person:
        return same_person(one.person, other.person)
    sides = [end.side or (end.person.side if end.person else None) for end in (one, other)]
    return (sides[0] is not None and sides[0] == sides[1]) or one.label.casefold() == other.label.casefold()


def courtesy_words(release: Release, courtesy: Courtesy, most: int = 2) -> str:
    """Give a courtesy with what it is for: "Ilmar Vesk thanks Adela Korin for “coming”"."""
    told = dict.fromkeys(quoted(release, reason) for reason in courtesy.reasons)
    more = f" and {len(told) - most} more" if len(told) > most else ""
    on = "on" if courtesy.kind in {RelationKind.CONGRATULATION, RelationKind.CONDOLENCE} else "for"
    return courtesy.deed + (f" {on} {f' and {on} '.join(list(told)[:most])}{more}" if told else "")


def own_side(account: Account) -> str | None:
    """Give the code of the issuer's side (that of the first principal), None where unknown."""
    side = account.event.principals[0].side if account.event.principals else None
    return side.code if side else None


def counterparts(account: Account) -> tuple[Person, ...]:
    """Give the principals of other sides than the issuer's; none where the issuer's side is unknown."""
    own = own_side(account)
    return tuple(person for person in account.event.principals if own and person.side and person.side.code != own)


def speech_around(account: Account, span: Span) -> Quotation | None:
    """Give the direct speech that a span stands in, None where the narrator says it."""
    return next((quotation for quotation in account.quotations if quotation.content.covers(span)), None)


def narration(account: Account) -> str:
    """
    Give the body with direct speech and the labels of its turns blanked out; every other character keeps its place.

    Line breaks stay, so that a line is a line of the body.
    """
    letters = list(account.release.text)
    for quotation in account.quotations:
        labels = (quotation.cue,) if quotation.cue and quotation.form is SpeechForm.TURN else ()
        for span in (span for span in (quotation.content, *labels) if span.part is Part.TEXT):
            letters[span.start : span.end] = [
                letter if letter in "\r\n" else " " for letter in letters[span.start : span.end]
            ]
    return "".join(letters)


def only_in(span: Span) -> str:
    """Give how far up a statement stands, where the body lacks it: " (in the title only)"; empty for the body."""
    return {Part.TITLE: " (in the title only)", Part.PLACE: " (in the place line only)", Part.TEXT: ""}[span.part]
