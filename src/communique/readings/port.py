"""What every reading is: a function of one shape, with its card and its features; and what all readings share."""

from __future__ import annotations

import inspect
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
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
from communique.precedent import Feature, Mark, MarkFeatures, Precedent
from communique.precedent.rates import is_rare

Read: TypeAlias = Callable[[Account, Precedent, tuple[Account, ...]], Iterator[Finding]]
"""Account, precedent and the other accounts of the event in; findings out."""

Tell: TypeAlias = Callable[[Account], "Told"]
"""Another account of the event in; out what its text has of the same fact."""

CARD_SECTIONS = ("What it finds:", "Why it matters:", "Plain explanation:", "Limits:")

PARTS_BY_PLACE = (Part.TITLE, Part.PLACE, Part.TEXT)

HABIT_BOUND = 0.4
"""Habit: the lower end of the rate's interval lies at or above two in five. Between rare and habit no word is used."""

QUOTE_LIMIT = 120
"""Characters of a quotation inside a sentence of ours; the finding's span always marks the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """
    One analyser: its code (also the head of its findings' and features' codes), a title, a version, the functions.

    ``version`` rises whenever the same account may give other findings; ``features`` lists all it may mark.
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
        return self.precedent.rate(feature, self.account, present=mark.present) if mark is not None else None

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
            feature=feature,
        )


def mark_of(code: str, spans: Iterable[Span]) -> Mark:
    """Mark a feature as there where some words carry it, and give those words: of title, place line, then body."""
    words = sorted(set(spans), key=lambda span: (PARTS_BY_PLACE.index(span.part), span.start, span.end))
    return Mark(code=code, present=True, spans=tuple(words)) if words else _absent(code)


@cache
def _absent(code: str) -> Mark:
    return Mark(code=code, present=False)


def whole(release: Release) -> Span:
    """Give all words of the body, or of the title where the body is empty."""
    part = Part.TEXT if release.text.strip() else Part.TITLE
    words = release.part(part)
    return Span(len(words) - len(words.lstrip()), len(words.rstrip()), part)


def grade_of(rate: Rate | None, *, differs: bool = False) -> Grade:
    """
    Give the grade of a finding from its rate, and from whether another text of the event differs.

    Rare needs both the rate itself and the upper end of its interval to be low: a habit kept in 16 of 20 is broken
    rarely, though four precedents leave the interval wide.

    >>> grade_of(Rate(seen=4, among=20, low=0.08, high=0.42, reference="calls"))
    <Grade.RARE: 'rare'>
    >>> grade_of(Rate(seen=0, among=3, low=0.0, high=0.53, reference="calls"))
    <Grade.OBSERVED: 'observed'>
    >>> grade_of(None)
    <Grade.OBSERVED: 'observed'>
    """
    if rate is not None and is_rare(rate):
        return Grade.RARE
    if rate is not None and rate.low >= HABIT_BOUND:
        return Grade.HABIT
    return Grade.DIFFERS if differs else Grade.OBSERVED


def mirror_of(told: tuple[tuple[Account, Told], ...]) -> str | None:
    """Give what the other texts have, one clause a text; None where no other account is at hand."""
    names = [text_name(other) for other, _ in told]
    clauses = (
        f"{name}{f' ({other.release.language})' if names.count(name) > 1 else ''} {item.words}"
        for name, (other, item) in zip(names, told, strict=True)
    )
    return "; ".join(clauses) or None


def text_name(account: Account) -> str:
    """Name a text by the side that published it, which stands first, else by the issuer's code: "Velmark's text"."""
    side = account.event.principals[0].side if account.event.principals else None
    owner = side.name if side else account.release.issuer
    if not owner:
        return "The other text"
    return f"{owner}' text" if owner.endswith("s") else f"{owner}'s text"


def quoted(release: Release, span: Span) -> str:
    """Give the words of a span between quotation marks, as ``in_quotes`` does."""
    return in_quotes(release.words(span))


def in_quotes(words: str) -> str:
    """Give words between quotation marks, on one line, cut at a word's end where they run long."""
    words = " ".join(words.split())
    if len(words) > QUOTE_LIMIT:
        words = words[:QUOTE_LIMIT].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return f"“{words}”"


def event_noun(account: Account) -> str:
    """Give the plain word for what the release reports ("call")."""
    kind = account.event.kind
    return kind.value if kind in {Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MESSAGE} else "event"


def same_person(one: Person, other: Person) -> bool:
    """
    Tell whether two texts, or two places of one text, mean the same person.

    The identity decides where both have one; else name and side, a surname alone agreeing with the full name; an office
    without a name is compared by its side, since texts call a counterpart "the President" as a matter of course.
    """
    if one.identity and other.identity:
        return one.identity == other.identity
    one_side, other_side = (person.side.code if person.side else None for person in (one, other))
    if one.name and other.name:
        names = (set(one.name.casefold().split()), set(other.name.casefold().split()))
        alike = names[0] <= names[1] or names[1] <= names[0]
        return alike and (None in {one_side, other_side} or one_side == other_side)
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


def spoken_test(account: Account) -> Callable[[Span], bool]:
    """Give the test whether a span stands in direct speech, made once for many spans of a long transcript."""
    contents = sorted(quotation.content for quotation in account.quotations if quotation.content.part is Part.TEXT)
    starts, ends = [span.start for span in contents], list(accumulate((span.end for span in contents), max))

    def is_spoken(span: Span) -> bool:
        before = bisect_right(starts, span.start)
        return span.part is Part.TEXT and before > 0 and ends[before - 1] >= span.end

    return is_spoken


def narration(account: Account) -> str:
    """Give the body with direct speech and labels of turns blanked out, line breaks apart; no character moves."""
    text, pieces, told = account.release.text, list[str](), 0
    for span in sorted(_spoken(account)):
        start, end = max(told, span.start), max(told, min(span.end, len(text)))
        pieces += [text[told:start], re.sub(r"[^\r\n]+", lambda line: " " * len(line[0]), text[start:end])]
        told = end
    return "".join((*pieces, text[told:]))


def _spoken(account: Account) -> Iterator[Span]:
    for quotation in account.quotations:
        labels = (quotation.cue,) if quotation.cue and quotation.form is SpeechForm.TURN else ()
        yield from (span for span in (quotation.content, *labels) if span.part is Part.TEXT)


def narrated(account: Account) -> Iterator[Span]:
    """Yield the sentences of the body that have words of their own beside direct speech and its labels."""
    told = narration(account)
    yield from (s for s in account.sentences if s.part is Part.TEXT and re.search(r"\w", s.of(told)))


def only_in(span: Span) -> str:
    """Give how far up a statement stands, where the body lacks it: " (in the title only)"; empty for the body."""
    return {Part.TITLE: " (in the title only)", Part.PLACE: " (in the place line only)", Part.TEXT: ""}[span.part]
