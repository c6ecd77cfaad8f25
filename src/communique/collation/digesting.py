"""A long speech beside a short readout: its matters one by one, the weightiest, not its sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from communique.collation.one_sided import is_atmosphere
from communique.collation.statements import LONG, Statement
from communique.collation.weighing import points_back, salience
from communique.languages.acts import Act
from communique.model import Span, Topic, joined

MOST_WORDS = 36
"""Content words that a passage may have: about three sentences."""

MOST_MATTERS = 12
"""Matters of a speech that are set against the other side's text; a reader takes in no more."""

MOST_MATTERS_TOLD = 18
"""Likewise of a narration."""

_ORDER = (Act.REJECT, Act.DEMAND, Act.COMMIT, Act.STATE, Act.INFORM, Act.DISCUSS, Act.THANK, Act.CONTACT)


def digest(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """
    Draw what a side says alone together by matter; of a long speech, keep the weightiest matters.

    In narration a statement goes on from the one before it where it points back ("on this issue") or fills in a topic
    that was only named; in a speech also where it stays on the topic.
    """
    spoken = sum(statement.spoken for statement in statements)
    if len(statements) <= LONG and spoken <= LONG // 2:
        kept = _weightiest(_passages(statements, _fills_in), MOST_MATTERS_TOLD)
    else:
        kept = _weightiest(_passages(statements, _stays), MOST_MATTERS)
    return tuple(map(shorten, kept))


def shorten(statement: Statement) -> Statement:
    """Cut a statement that runs on at the last comma or stop before the most words; the rest stays in the text."""
    if _content(statement) <= MOST_WORDS:
        return statement
    count, end = 0, len(statement.words)
    for found in re.finditer(r"\S+", statement.words):
        count += len(found[0]) > _SHORT
        if count > MOST_WORDS:
            end = found.start()
            break
    stop = max(statement.words.rfind(mark, 0, end) for mark in (", ", "; ", ": ", ". "))
    end = stop if stop > end // 3 else end
    start = statement.span.start
    return replace(statement, span=Span(start, start + len(statement.words[:end].rstrip(" ,;:")), statement.span.part))


def _weightiest(passages: Sequence[Statement], most: int) -> list[Statement]:
    """Keep so many of the weightiest, in the order of the text."""
    kept = sorted(passages, key=salience, reverse=True)
    courtesies = [passage for passage in kept[most:] if is_atmosphere(passage)]
    return sorted((*kept[:most], *courtesies), key=lambda statement: statement.span.start)


def _passages(statements: Sequence[Statement], goes_on: Callable[[Statement, Statement], bool]) -> list[Statement]:
    """Join neighbours on one matter, up to the most words a passage may have."""
    passages = list[Statement]()
    for statement in statements:
        last = passages[-1] if passages else None
        if last is not None and _fit(last, statement) and goes_on(last, statement):
            passages[-1] = _merged(last, statement)
        else:
            passages.append(statement)
    return passages


def _fit(last: Statement, statement: Statement) -> bool:
    if (last.spoken or statement.spoken) and last.speaker != statement.speaker:
        return False
    short = _content(last) + _content(statement) <= MOST_WORDS
    return short and statement.span.start - last.span.end <= _GAP and not last.opening


def _fills_in(last: Statement, statement: Statement) -> bool:
    if points_back(statement):
        return True
    named_only = Act.DISCUSS in {last.act, statement.act} or statement.act is None
    return named_only and bool(last.topics & statement.topics - _BROAD)


def _stays(last: Statement, statement: Statement) -> bool:
    return not statement.topics or bool(last.topics & statement.topics) or bool(last.names & statement.names)


def _content(statement: Statement) -> int:
    return sum(len(word) > _SHORT for word in statement.words.split())


def _merged(one: Statement, other: Statement) -> Statement:
    acts = [act for act in _ORDER if act in {one.act, other.act}]
    span: Span = joined(one.span, other.span)
    return replace(
        one,
        span=span,
        sentence=joined(one.sentence, other.sentence),
        core=f"{one.core} {other.core}",
        act=acts[0] if acts else None,
        actor=one.actor if acts and acts[0] is one.act else other.actor,
        lemmas=one.lemmas | other.lemmas,
        names=one.names | other.names,
        numbers=one.numbers | other.numbers,
        sides=one.sides | other.sides,
        names_other=one.names_other or other.names_other,
        money=one.money or other.money,
        topics=one.topics | other.topics,
        conflicts=one.conflicts | other.conflicts,
        opening=False,
    )


_BROAD = frozenset({Topic.BILATERAL_RELATIONS, Topic.SECURITY_DEFENCE, Topic.ARMED_CONFLICT})
"""Topics so wide that two statements on them need not be on one matter."""

_GAP = 40
_SHORT = 3
