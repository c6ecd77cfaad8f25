"""Who calls a visit, a trip or a meeting the first one, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from communique.dossiers.protocol_nouns import FirstClaim, Passage
from communique.languages.firsts import FirstWords, find_firsts, find_period_start
from communique.model import Account, Part, Person, Release, Span
from communique.readings.port import speech_around


def find_first_claims(accounts: Iterable[Account]) -> tuple[FirstClaim, ...]:
    """
    Give the words that call a visit, a trip, a meeting or a call the first one, in the order of the texts.

    A claim is what somebody says; whether it holds is for a calendar of trips to tell. What is the first of a body or
    of its kind ("the Commission’s first meeting") is none.
    """
    return tuple(claim for account in accounts for claim in _of_account(account))


def _of_account(account: Account) -> Iterator[FirstClaim]:
    release = account.release
    whole = _title(release)
    for sentence in (*whole, *account.sentences):
        for found in find_firsts(release.part(sentence.part), sentence, release.language):
            if found.owned or _is_of_a_person(account, found):
                yield _claim(account, sentence, found)


def _title(release: Release) -> tuple[Span, ...]:
    return (Span(0, len(release.title), Part.TITLE),) if release.title else ()


def _is_of_a_person(account: Account, found: FirstWords) -> bool:
    """Tell whether the words before "first" name somebody ("Korin’s first visit"), not a body."""
    return found.owner is not None and any(
        mention.person is not None and mention.span.overlaps(found.owner) for mention in account.mentions
    )


def _claim(account: Account, sentence: Span, found: FirstWords) -> FirstClaim:
    release = account.release
    day = release.issued.date() if release.issued else None
    since = Passage(release=release, span=found.since) if found.since else None
    return FirstClaim(
        kind=found.kind,
        passage=Passage(release=release, span=found.span),
        sentence=Passage(release=release, span=sentence),
        speaker=_speaker(account, found.span),
        owner=Passage(release=release, span=found.owner) if found.owner else None,
        since=since,
        place=Passage(release=release, span=found.place) if found.place else None,
        day=day,
        since_day=_since_day(since, day),
        abroad=found.abroad,
        denied=found.denied,
        recalled=found.recalled,
    )


def _since_day(since: Passage | None, day: date | None) -> date | None:
    if since is None or day is None:
        return None
    start = find_period_start(since.words, day, since.release.language)
    return start if start and start <= day else None


def _speaker(account: Account, span: Span) -> Person | None:
    speech = speech_around(account, span)
    return speech.speaker if speech else None
