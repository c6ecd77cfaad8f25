"""Who speaks first, who last, in how many turns and words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.model import Account, Finding, Quotation, SpeechForm
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import Case, Reading, Told, mark_of, own_side

FEATURES = (
    Feature(
        code="turns.own_first",
        meaning="the issuer's own side speaks first, where there are turns",
        noun="the first turn of speech for the issuer's own side",
    ),
    Feature(
        code="turns.own_longest",
        meaning="the issuer's own side has most words, where two sides have turns",
        noun="most words of speech for the issuer's own side",
    ),
)

WORD = re.compile(r"\w+(?:[-'’]\w+)*")
SHOWN = 5

PLAIN_ORDER = "The host opens and the guest answers; a service sets its own principal first by template."
PLAIN_LONGEST = "A guest who reports on a programme speaks longer; a page may give one side in full and one in part."


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark who has the first turn and the most words, where an account has turns whose speakers' sides are known."""
    own = own_side(account)
    known = [(side, turn) for turn in _turns(account) if (side := _side(turn))]
    if not known or own is None:
        return ()
    speech = [turn.content for side, turn in known if side == own]
    first = mark_of("turns.own_first", speech[:1] if known[0][0] == own else ())
    if len({side for side, _ in known}) == 1:
        return (first,)
    return (first, mark_of("turns.own_longest", speech if _longest(account) == own else ()))


def read_turns(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Who speaks first, who last, and how many words each speaker has.

    What it finds:
        Who has the first turn of a transcript and who the last, with turns and
        words by speaker; against earlier texts, which of two sides has the most
        words. Only turns count, not quotations inside narration.

    Why it matters:
        Order and length are set by template in most services; where a text leaves
        its own template, that can be counted.

    Plain explanation:
        The host opens, the guest answers; one side is given in full and the other
        in part.

    Limits:
        The page may give an excerpt. A turn by a speaker not named counts for
        nobody's side.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    turns = _turns(account)
    if len(turns) > 1:
        yield _order(case, turns)
    yield from _length(case)


def _order(case: Case, turns: tuple[Quotation, ...]) -> Finding:
    return case.finding(
        "turns.order",
        f"{_opened(turns)}: {_counted(case.account)}",
        PLAIN_ORDER,
        spans=tuple(turn.cue or turn.content for turn in (turns[0], turns[-1])),
        feature="turns.own_first",
        tell=_told_order,
    )


def _length(case: Case) -> Iterator[Finding]:
    """Give whose words are most where a rate tells how usual that is; without one the order has told the words."""
    side = _longest(case.account)
    turns = tuple(turn for turn in _turns(case.account) if _side(turn) == side)
    if not turns or case.alike("turns.own_longest") is None:
        return
    yield case.finding(
        "turns.longest",
        f"Most words in turns are those of {_name(turns[0])}: {_counted(case.account)}",
        PLAIN_LONGEST,
        spans=tuple(turn.content for turn in turns),
        feature="turns.own_longest",
        tell=_told_length,
    )


def _told_order(other: Account) -> Told:
    turns = _turns(other)
    if not turns:
        return Told(words="has no turns of speech")
    return Told(words=f"has: {_opened(turns)}: {_counted(other)}")


def _told_length(other: Account) -> Told:
    return Told(words=f"has: {_counted(other)}" if _turns(other) else "has no turns of speech")


def _opened(turns: tuple[Quotation, ...]) -> str:
    if len({_name(turn) for turn in turns}) == 1:
        return f"{_name(turns[0])} alone speaks" + (f", in {len(turns)} turns" if len(turns) > 1 else "")
    last = " and last" if _name(turns[0]) == _name(turns[-1]) else f", {_name(turns[-1])} last"
    return f"{_name(turns[0])} speaks first{last}, in {len(turns)} turns"


def _counted(account: Account) -> str:
    names = dict.fromkeys(_name(turn) for turn in _turns(account))
    told = [_one(account, name) for name in list(names)[:SHOWN]]
    more = len(names) - len(told)
    return ", ".join(told) + (f" and {more} more" if more else "")


def _one(account: Account, name: str) -> str:
    turns = [turn for turn in _turns(account) if _name(turn) == name]
    words = sum(_words(account, turn) for turn in turns)
    return f"{name} {words:,} words in {len(turns)}"


def _longest(account: Account) -> str | None:
    """Give the side with the most words in turns; the earlier speaker's where two have as many."""
    words: dict[str, int] = {}
    for turn in _turns(account):
        if side := _side(turn):
            words[side] = words.get(side, 0) + _words(account, turn)
    return max(words, key=lambda side: words[side]) if words else None


def _turns(account: Account) -> tuple[Quotation, ...]:
    return tuple(quotation for quotation in account.quotations if quotation.form is SpeechForm.TURN)


def _side(turn: Quotation) -> str | None:
    return turn.speaker.side.code if turn.speaker and turn.speaker.side else None


def _name(turn: Quotation) -> str:
    return str(turn.speaker or "a speaker not named")


def _words(account: Account, turn: Quotation) -> int:
    return len(WORD.findall(account.release.words(turn.content)))


READING = Reading(
    code="turns",
    title="Turns of speech",
    version=2,
    read=read_turns,
    features=FEATURES,
    mark_features=mark_features,
)
