"""Differences in the frame of two accounts: what it is called, where it was, how long, on whose idea, in what order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.collation.matching import Match
from communique.collation.statements import Statement
from communique.languages.acts import act_lexicon, fold_letters
from communique.languages.lemmas import lemmatise
from communique.languages.statement_grammar import statement_grammar
from communique.model import (
    Account,
    Initiative,
    Kind,
    Part,
    Person,
    Span,
    SpeechForm,
    Variant,
    VariantKind,
    Weight,
)
from communique.reference.names import same_person

_AROUND = 4
"""Words of the sentence that are quoted before a place, a length or a count."""

_BEYOND = 12
"""Words after it, at most; the clause ends the quotation where it is shorter."""

_SPOKEN_SHARE = 0.5
_LATER = 5
"""How many statements later the other side must come to a matter for the order to be another."""

_FEWEST = 4
"""Statements that each side must have for an order to be compared."""

_ENCOUNTERS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL})


def find_circumstances(first: Account, second: Account) -> Iterator[Variant]:
    """Yield the differences in label, place, length and initiative between two accounts."""
    yield from _labels(first, second)
    yield from _offices(first, second)
    yield from _places(first, second)
    yield from _manner(first, second)
    yield from _initiative(first, second)
    yield from _counts_of_contacts(first, second)
    yield from _lengths(first, second)


def find_order(first: Sequence[Statement], second: Sequence[Statement], matches: Sequence[Match]) -> Iterator[Variant]:
    """Yield the difference in order: the side that opens with what the other comes to only later."""
    ours, theirs = ([s for s in side if not s.opening] for side in (first, second))
    if min(len(ours), len(theirs)) < _FEWEST:
        return
    answers = {m.first.span: m.second.span for m in matches} | {m.second.span: m.first.span for m in matches}
    for side, other in ((ours, theirs), (theirs, ours)):
        answer = answers.get(side[0].span)
        place = next((n for n, s in enumerate(other) if s.span == answer), None)
        if place is None or place < _LATER:
            continue
        yield Variant(
            kind=VariantKind.ORDER,
            weight=Weight.MINOR,
            rule="order only",
            told="one opens with what the other comes to later",
            first=ours[0].span,
            second=theirs[0].span,
        )
        return


def _labels(first: Account, second: Account) -> Iterator[Variant]:
    """Compare a speech in full with a narration, and the words for the encounter."""
    spoken = [_spoken_share(account) for account in (first, second)]
    if (spoken[0] > _SPOKEN_SHARE) != (spoken[1] > _SPOKEN_SHARE):
        told = "one gives the leader's words in full, the other a narration"
        yield _label(told, _beginning(first), _beginning(second))
        return
    kinds = {first.event.kind, second.event.kind}
    called = _called(first), _called(second)
    if len(kinds) > 1 and kinds <= _ENCOUNTERS and all(called):
        told = f"a {first.event.kind.value} for the one, a {second.event.kind.value} for the other"
        yield _label(told, *called)


def _called(account: Account) -> Span | None:
    """Find the words for the encounter: in its sentence, then in the title, then anywhere in the body."""
    release = account.release
    words = statement_grammar(release.language).encounters.get(account.event.kind.value)
    if words is None:
        return None
    found = [Span(*m.span(), part) for part in (Part.TITLE, Part.TEXT) for m in words.finditer(release.part(part))]
    met = account.reception.span
    span = next((one for one in found if met is not None and met.overlaps(one)), next(iter(found), None))
    return _around(span, account) if span is not None else None


def _label(told: str, first: Span | None, second: Span | None) -> Variant:
    return Variant(
        kind=VariantKind.LABEL,
        weight=Weight.MINOR,
        rule="what it, or somebody, is called",
        told=told,
        first=first,
        second=second,
    )


def _offices(first: Account, second: Account) -> Iterator[Variant]:
    """Compare the offices that both give a person: another where neither contains the other."""
    for one in (*first.event.principals, *first.event.others):
        for other in (*second.event.principals, *second.event.others):
            if _same(one, other) and _differ_in_office(one, other, first, second):
                yield _label(f"another office for {one.label}", _named_with_office(one), _named_with_office(other))
                break


def _same(one: Person, other: Person) -> bool:
    if one.identity and other.identity:
        return one.identity == other.identity
    return bool(one.name and other.name and same_person(one.base or one.name, other.base or other.name))


def _differ_in_office(one: Person, other: Person, first: Account, second: Account) -> bool:
    if one.office is None or other.office is None or first.release.language != second.release.language:
        return False
    language = first.release.language
    function = act_lexicon(language).function
    ours, theirs = (set(lemmatise(p.office.title, language)) - function for p in (one, other) if p.office)
    return bool(ours and theirs) and not (ours <= theirs or theirs <= ours)


def _named_with_office(person: Person) -> Span | None:
    office, name = person.office.span if person.office else None, person.spans[0] if person.spans else None
    if office and name and office.part == name.part and abs(office.start - name.start) < _NEAR:
        return Span(min(office.start, name.start), max(office.end, name.end), office.part)
    return office or name


def _places(first: Account, second: Account) -> Iterator[Variant]:
    """Compare the places of the event: named by one side's body and nowhere in the other's text."""
    for account, other, is_first in ((first, second, True), (second, first, False)):
        place = account.event.place
        spans = [s.span for s in (place.city, place.venue) if s is not None and s.span.part is Part.TEXT]
        known = other.event.place
        if spans and known.city is None and known.venue is None:
            span = _around(spans[0], account)
            if not _in_text(account.release.words(spans[0]), other):
                yield _one_sided(VariantKind.VENUE, "names the place", span, is_first=is_first)


def _manner(first: Account, second: Account) -> Iterator[Variant]:
    """Compare whether the encounter was by video or virtual: said by one side only."""
    if Kind.CALL in {first.event.kind, second.event.kind}:
        return
    for account, other, is_first in ((first, second, True), (second, first, False)):
        found = _remote(account)
        if found is not None and _remote(other, whole=True) is None:
            yield _one_sided(VariantKind.VENUE, "says that it was held remotely", found, is_first=is_first)


def _remote(account: Account, *, whole: bool = False) -> Span | None:
    text = account.release.text
    end = len(text) if whole or not account.sentences else account.sentences[0].end
    remote = act_lexicon(account.release.language).remote
    found = next((m for m in remote.finditer(fold_letters(text[:end])) if whole or text[m.start()].islower()), None)
    if found is None and whole:
        title = remote.search(fold_letters(account.release.title))
        return Span(*title.span(), Part.TITLE) if title else None
    return _around(Span(*found.span()), account) if found else None


def _initiative(first: Account, second: Account) -> Iterator[Variant]:
    """Compare whose idea the contact was: stated by one side only, or differently."""
    ours, theirs = first.initiative, second.initiative
    if ours is None and theirs is None:
        return
    if ours is not None and theirs is not None:
        if ours.side == theirs.side or None in {ours.side, theirs.side}:
            return
        yield Variant(
            kind=VariantKind.INITIATIVE,
            weight=Weight.MAJOR,
            rule="the two sides name another initiator",
            told=f"{ours.side} for the one, {theirs.side} for the other",
            first=ours.span,
            second=theirs.span,
        )
        return
    stated: Initiative | None = ours or theirs
    if stated is not None:
        yield _one_sided(
            VariantKind.INITIATIVE, "says whose idea the contact was", stated.span, is_first=ours is not None
        )


def _counts_of_contacts(first: Account, second: Account) -> Iterator[Variant]:
    """Compare whether a side counts the contacts ("the third conversation this year")."""
    for account, other, is_first in ((first, second, True), (second, first, False)):
        found = _counted(account)
        if found is not None and _counted(other) is None:
            span = _around(Span(*found.span()), account)
            yield _one_sided(VariantKind.FIGURE, "counts the contacts", span, is_first=is_first)


def _counted(account: Account) -> re.Match[str] | None:
    return statement_grammar(account.release.language).ordinal.search(account.release.text)


def _lengths(first: Account, second: Account) -> Iterator[Variant]:
    """Compare whether a side says how long it lasted."""
    for account, other, is_first in ((first, second, True), (second, first, False)):
        found = _length(account)
        if found is not None and _length(other) is None:
            yield _one_sided(
                VariantKind.LENGTH_TIME, "says how long it lasted", _around(found, account), is_first=is_first
            )


def _length(account: Account) -> Span | None:
    """Find how long the encounter lasted: in a sentence on it, not on a war or a truce."""
    language, text = account.release.language, fold_letters(account.release.text)
    contact, met = statement_grammar(language).contact, account.reception.span
    for found in act_lexicon(language).length.finditer(text):
        span = Span(*found.span())
        sentence = next((s for s in account.sentences if s.covers(span)), span)
        if contact.search(sentence.of(text)[: span.start - sentence.start]) or (met and met.overlaps(sentence)):
            return span
    return None


def _one_sided(kind: VariantKind, told: str, span: Span, *, is_first: bool) -> Variant:
    return Variant(
        kind=kind,
        weight=Weight.MINOR,
        rule="circumstance of the encounter",
        told=told,
        first=span if is_first else None,
        second=None if is_first else span,
    )


def _around(span: Span, account: Account) -> Span:
    """Widen a span by some words, within its sentence."""
    text = account.release.part(span.part)
    sentence = next((s for s in account.sentences if s.covers(span)), Span(0, len(text), span.part))
    before = [m.start() for m in re.finditer(r"\S+", text[sentence.start : span.start])]
    start = sentence.start + before[-_AROUND] if len(before) >= _AROUND else sentence.start
    rest = text[span.end : sentence.end]
    stop = re.search(r"[,;:](?=\s)", rest)
    clause = rest[: stop.start()] if stop else rest
    after = [m.end() for m in re.finditer(r"\S+", clause)]
    end = span.end + (after[_BEYOND - 1] if len(after) > _BEYOND else len(clause.rstrip()))
    return Span(start, end, span.part)


def _in_text(words: str, account: Account) -> bool:
    release = account.release
    return words.casefold() in f"{release.title}\n{release.place or ''}\n{release.text}".casefold()


def _spoken_share(account: Account) -> float:
    turns = sum(len(q.content) for q in account.quotations if q.form is SpeechForm.TURN)
    return turns / max(1, len(account.release.text))


def _beginning(account: Account) -> Span | None:
    """Give the words that show what the text is: the first turn with its label, else the opening of the narration."""
    if _spoken_share(account) > _SPOKEN_SHARE:
        turn = next(q for q in account.quotations if q.form is SpeechForm.TURN)
        start = turn.cue.start if turn.cue is not None else turn.content.start
        words = turn.content.of(account.release.text)[:_NEAR].rsplit(" ", 1)[0].rstrip(" ,;")
        return Span(start, turn.content.start + max(1, len(words)), turn.content.part)
    span = account.reception.span
    if span is not None and span.part is Part.TEXT:
        return _around(span, account)
    return account.sentences[0] if account.sentences else None


_NEAR = 60
