"""How long before the event it was announced or invited to, and what became of what is announced here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.model import Account, Finding, Span
from communique.precedent import Lead, Mark, Outcome, Precedent, counted, find_dating
from communique.readings.port import Case, Reading, in_quotes

PLAIN_INVITED = "A visit rests on an invitation as a rule, often given long before; its day follows from two diaries."
PLAIN_ANNOUNCED = "Events are announced once both offices have agreed the day."
PLAIN_FOLLOWED = "Speaking of an encounter beforehand is the ordinary way to settle its agenda."
PLAIN_OPEN = "Dates are moved, and a record may stand under another heading or be published by another office."
PLAIN_HOLE = "A hole in a corpus is no silence: the encounter may have taken place in it."


def mark_features(account: Account) -> tuple[Mark, ...]:  # noqa: ARG001 - a reading's shape
    """Mark nothing: what was announced before stands in other texts."""
    return ()


def read_lead(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    How long before the event it was announced or invited to, and what became of what is announced here.

    What it finds:
        The first invitation and the first announcement of this event that the
        corpus holds, with the days of lead. For encounters that this text
        announces or invites to: the first later record that fits, marked as
        known later only; or that the corpus has none, or a hole.

    Why it matters:
        "Unplanned" and "at short notice" are often said of visits that were
        announced, or invited to, weeks before.

    Plain explanation:
        Calls are rarely announced; visits are once both offices agree the day;
        an invitation is often much older than the visit.

    Limits:
        Links by sides, persons, kind, days and place, not by a stated reference:
        the first fitting encounter is taken for the one foreseen. The first
        notice found in a corpus may not be the first one given, and no notice
        found does not mean unannounced.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=())
    leads = precedent.leads(account)
    for invitation in (True, False):
        chosen = tuple(lead for lead in leads if lead.notice.invitation is invitation)
        if chosen and (spans := find_dating(account)):
            yield _led(case, chosen, spans)
    yield from (_became(case, outcome) for outcome in precedent.outcomes(account))


def _led(case: Case, leads: Sequence[Lead], spans: tuple[Span, ...]) -> Finding:
    first, *more = leads
    invitation = first.notice.invitation
    kind = "invitation" if invitation else "announcement"
    later = f"; {counted(len(more), 'later notice')} of the same" if more else ""
    statement = (
        f"First {kind} found in the corpus: {first.notice.issued}, {counted(first.days, 'day')} before "
        f"({first.notice.source}): {in_quotes(first.notice.words)}{later}"
    )
    return case.finding(
        "lead.invited" if invitation else "lead.announced",
        statement,
        PLAIN_INVITED if invitation else PLAIN_ANNOUNCED,
        spans=spans,
    )


def _became(case: Case, outcome: Outcome) -> Finding:
    what = "The encounter invited to here" if outcome.invitation else "The encounter announced here"
    if outcome.contact is not None and outcome.days is not None:
        statement = (
            f"{what} has a later record: {outcome.contact.label}, {counted(outcome.days, 'day')} after; "
            "found later in the corpus, not known on the day"
        )
        return case.finding("lead.followed", statement, PLAIN_FOLLOWED, spans=outcome.spans)
    if outcome.hole:
        return case.finding(
            "lead.no_base", f"{what}, its later record: {outcome.hole}", PLAIN_HOLE, spans=outcome.spans
        )
    return case.finding("lead.open", f"{what} has no later record in the corpus", PLAIN_OPEN, spans=outcome.spans)


READING = Reading(code="lead", title="Lead time", version=1, read=read_lead, features=(), mark_features=mark_features)
