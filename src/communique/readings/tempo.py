"""How long ago the two sides were last in contact, beside how long they usually are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from communique.model import Account, Finding, Kind, Span
from communique.precedent import Mark, Precedent, Tempo, counted, find_dating
from communique.readings.port import Case, Reading, event_noun

FEW_DAYS = 21
"""Up to so many days a gap is also told in weekdays."""

LEAST_RUN = 3
"""So many contacts in 30 days are a run worth a word, if it is the longest."""

PLAIN_GAP = "Diaries, a shared agenda and prompt follow-up set the days between contacts; sequence tells no cause."
PLAIN_HOLE = "A hole in a corpus is no silence: contacts may have taken place in it that no record here tells of."
PLAIN_RUN = "One matter in preparation, or a season of meetings, brings several contacts in a row."
PLAIN_CALL = "A call before a visit settles its agenda and its hours."


def mark_features(account: Account) -> tuple[Mark, ...]:  # noqa: ARG001 - a reading's shape
    """Mark nothing: the days between contacts stand in no text."""
    return ()


def read_tempo(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    How long ago the two sides were last in contact, beside how long they usually are not.

    What it finds:
        The previous contact that the corpus holds, the days since, and how that
        gap compares with the earlier gaps of the pair; the longest run of
        contacts in 30 days; whether a call came shortly before an encounter in
        person, and how often one does. Where the corpus has a hole between, it
        says since when there is no base, and no gap.

    Why it matters:
        "As soon as the next day" means nothing until the usual rhythm of the
        pair is known.

    Plain explanation:
        Diaries, a shared agenda and prompt follow-up set the days between
        contacts; public holidays and anniversaries gather them.

    Limits:
        Counts what one office publishes, whoever of the two sides took part:
        contacts that it does not report, or that others report, are not seen.
        Weekdays are Monday to Friday; public holidays are not known. The order of
        two contacts tells nothing of why either took place.
    """
    tempo = precedent.tempo(account)
    spans = find_dating(account)
    if tempo is None or not spans:
        return
    case = Case(account=account, precedent=precedent, others=others, marks=())
    yield _since(case, tempo, spans)
    if tempo.run >= LEAST_RUN and tempo.run > tempo.longest and tempo.gap is not None:
        yield case.finding("tempo.run", _run_words(tempo), PLAIN_RUN, spans=spans)
    if words := _call_words(account, precedent, tempo):
        yield case.finding("tempo.call", words, PLAIN_CALL, spans=spans)


def _since(case: Case, tempo: Tempo, spans: tuple[Span, ...]) -> Finding:
    if tempo.previous is None or tempo.gap is None:
        return case.finding("tempo.no_base", _hole_words(tempo), PLAIN_HOLE, spans=spans)
    parts = (
        f"Previous contact in the corpus: {tempo.previous.label}, {counted(tempo.gap, 'day')} before",
        _weekdays(tempo.previous.day, tempo.gap),
        _placed(tempo),
        _alike_words(case.account, tempo),
    )
    return case.finding("tempo.gap", "".join(parts), PLAIN_GAP, spans=spans)


def _hole_words(tempo: Tempo) -> str:
    begins = "; the corpus begins then and holds no earlier contact of the two sides"
    missing = f"; the corpus holds nothing of this office {tempo.lost}" if tempo.lost else begins
    known = f"; latest contact before that: {tempo.previous.label}" if tempo.previous else ""
    return f"Time since the previous contact: {tempo.hole or 'no base'}{missing}{known}"


def _placed(tempo: Tempo) -> str:
    """Say how many of the earlier gaps are longer, or shorter, whichever are more; those as long are neither."""
    if tempo.percentile is None:
        return f" (no base for its length: {counted(tempo.among, 'earlier gap')} without a hole)"
    word, number = ("shorter", tempo.longer) if tempo.longer >= tempo.shorter else ("longer", tempo.shorter)
    alike = tempo.among - tempo.shorter - tempo.longer
    told = f"{word} than {_of(number, tempo.among)}" if number else ""
    told += f"{' and ' if told else ''}as long as {_of(alike, tempo.among)}" if alike else ""
    return f" ({told} earlier gaps)"


def _of(number: int, among: int) -> str:
    return f"all {among}" if number == among else f"{number} of {among}"


def _alike_words(account: Account, tempo: Tempo) -> str:
    """Add the last contact of the same manner, where the last of any manner was of another."""
    alike = tempo.alike
    if alike is None or alike.previous is None or tempo.previous is None or alike.previous.key == tempo.previous.key:
        return ""
    manner = "call" if account.event.kind is Kind.CALL else "encounter in person"
    if alike.gap is None:
        return f"; previous {manner}: {alike.hole or 'no base'}"
    return f"; previous {manner}: {alike.previous.label}, {counted(alike.gap, 'day')} before{_placed(alike)}"


def _run_words(tempo: Tempo) -> str:
    before = f"at most {tempo.longest} in any 30 days before" if tempo.longest else "no run before"
    return f"{tempo.run} contacts in 30 days with this one, the most in the corpus so far ({before})"


def _call_words(account: Account, precedent: Precedent, tempo: Tempo) -> str:
    """Say that a call came before, or that this is one before a visit, with how often one does."""
    if account.event.kind is not Kind.CALL:
        if tempo.called is None or account.event.date is None:
            return ""
        days = (account.event.date.day - tempo.called.day).days
        before = f"{counted(days, 'day')} before this {event_noun(account)}"
        return f"A call came {before}: {tempo.called.label}; {_usual(tempo)}"
    coming = (outcome for outcome in precedent.outcomes(account) if not outcome.invitation)
    if all(outcome.kind is Kind.CALL for outcome in coming):
        return ""
    return f"The call speaks of an encounter to come; {_usual(tempo)}"


def _usual(tempo: Tempo) -> str:
    if tempo.called_first is None:
        return "how often a call does so: no base"
    seen, among = tempo.called_first
    return f"a call preceded {seen} of {among} earlier encounters in person within 14 days"


def _weekdays(previous: date, gap: int) -> str:
    """Give how many of a few days are Monday to Friday, this day counted and the previous one not."""
    days = (previous + timedelta(days=number) for number in range(1, gap + 1))
    workdays = sum(day.weekday() < 5 for day in days) if gap <= FEW_DAYS else gap  # noqa: PLR2004 - Saturday
    if workdays == gap:
        return ""
    return f", {workdays} of them weekdays" if workdays > 1 else f", {workdays or 'none'} of them a weekday"


READING = Reading(code="tempo", title="Tempo", version=2, read=read_tempo, features=(), mark_features=mark_features)
