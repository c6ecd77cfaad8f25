"""What an account states, one statement after another."""

from __future__ import annotations

import re

from communique.collation.actors import find_actor
from communique.collation.ground import Ground, ground_of
from communique.collation.splitting import FEWEST_WORDS, split_sentence
from communique.collation.statements import BOTH, LONG, Actor, Statement
from communique.languages.acts import Act, ActWords, act_lexicon, find_acts
from communique.languages.lemmas import BaseForm, find_base_forms
from communique.model import Account, Part, Pattern, Span
from communique.reference.loading import shipped_tables
from communique.reference.rows import Tables

_BULLET = re.compile(r"(?:[\s*•·\-–—]+|\d{1,2}[.)](?=\s))*")
"""A mark or number of a list before its words; a number without a stop belongs to them."""


def make_statements(
    account: Account, passage: Span | None = None, *, tables: Tables | None = None
) -> tuple[Statement, ...]:
    """
    Part an account, or the passage of it that concerns the event, into statements, in the order of the text.

    ``tables`` tell which words name a side, the shipped ones by default.
    """
    sentences = [s for s in account.sentences if s.part is Part.TEXT and (passage is None or passage.overlaps(s))]
    ground = ground_of(account, tables or shipped_tables())
    told = list[Statement]()
    for sentence in sentences:
        body = _without_label(sentence, ground)
        if body is None:
            continue
        for part in (body,) if len(sentences) > LONG else split_sentence(body, ground.text, ground.language):
            statement = _statement(part, body, ground, told[-1] if told else None)
            told += [statement] if statement is not None else []
    return tuple(told)


def _without_label(sentence: Span, ground: Ground) -> Span | None:
    """Take the label of a turn, and what stands before it, off a sentence; None where nothing is left."""
    start = sentence.start
    for turn in ground.turns:
        if turn.cue is not None and sentence.overlaps(turn.cue):
            if turn.content.start >= sentence.end:
                return None
            start = max(start, turn.content.start)
    left = _BULLET.match(ground.text, start, sentence.end)
    start = left.end() if left else start
    return Span(start, sentence.end) if re.search(r"\w{2}", ground.text[start : sentence.end]) else None


def _statement(part: Span, sentence: Span, ground: Ground, before: Statement | None) -> Statement | None:
    account, words = ground.account, part.of(ground.text)
    function = act_lexicon(ground.language).function
    forms = [form for form in find_base_forms(words, ground.language) if form.lemma not in function]
    if not forms:
        return None
    acts = find_acts(words, ground.language)
    act, speech = _act(acts), ground.speech_around(part)
    sides = frozenset(side.code for side in ground.sides_in(words))
    figures = [figure.words for figure in account.figures if figure.words.value.overlaps(part)]
    actor = _actor(part, acts, act, ground, before, goes_on=before is not None and before.sentence == sentence)
    return Statement(
        text=ground.text,
        span=part,
        sentence=sentence,
        language=ground.language,
        act=act,
        actor=actor,
        owner=_owner(actor, ground),
        core=_core(words, acts, ground),
        lemmas=frozenset(form.lemma for form in forms) - ground.known,
        names=_names(words, forms, ground),
        numbers=frozenset(number for figure in figures for number in figure.number),
        sides=sides - {ground.own, *ground.others},
        money=any(_is_money(figure.unit) for figure in figures),
        names_other=bool(sides & ground.others),
        topics=frozenset(t.topic for t in account.topics if any(span.overlaps(part) for span in t.spans)),
        conflicts=frozenset(c.place for c in account.conflicts if c.place in words or c.span.overlaps(part)),
        opening=speech is None and _is_reception(part, account) and _only_meets(act, account),
        spoken=speech is not None,
        speaker=speech.speaker if speech is not None else None,
    )


def _act(acts: tuple[ActWords, ...]) -> Act | None:
    """Give the first act that a verb states, the encounter last; else the first that any word names."""
    stated = (found.act for found in acts if found.opens and found.act is not Act.CONTACT)
    return next(stated, None) or next((found.act for found in acts), None)


def _actor(  # noqa: PLR0913 - an actor is told by all of these
    part: Span, acts: tuple[ActWords, ...], act: Act | None, ground: Ground, before: Statement | None, *, goes_on: bool
) -> Actor:
    verb = acts[0].start if acts else len(part)
    actor = find_actor(part, verb, ground, before, goes_on=goes_on)
    agreed = actor is Actor.NOBODY and act is Act.COMMIT and ground.speech_around(part) is None
    return Actor.BOTH if agreed else actor  # "it was agreed": among those who met


def _owner(actor: Actor, ground: Ground) -> str:
    """Give the side whose words or deeds a statement tells, the same for both texts."""
    if actor is Actor.OTHER:
        return next(iter(ground.others)) if len(ground.others) == 1 else ""
    return {Actor.OWN: ground.own, Actor.BOTH: BOTH}.get(actor, "")


def _names(words: str, forms: list[BaseForm], ground: Ground) -> frozenset[str]:
    """Give the base forms of the names in a statement that mean neither side nor anybody who takes part."""
    weak = act_lexicon(ground.language).weak
    sides = [(side.start, side.end) for side in ground.sides_in(words)]
    return frozenset(
        form.lemma
        for form in forms
        if form.start > 0
        and words[form.start].isupper()
        and form.lemma not in ground.known
        and form.lemma not in weak
        and not any(start <= form.start < end for start, end in sides)
    )


def _core(words: str, acts: tuple[ActWords, ...], ground: Ground) -> str:
    """Give the words after the verb of speech, without the names that all statements have."""
    start = next((act.end for act in acts if act.opens), 0)
    rest = words[start:] if len(words[start:].split()) >= FEWEST_WORDS else words
    parties = {ground.own, *ground.others}
    taken = [(side.start, side.end) for side in ground.sides_in(rest) if side.code in parties]
    taken += [(f.start, f.end) for f in find_base_forms(rest, ground.language) if f.lemma in ground.known]
    for first, last in sorted(taken, reverse=True):
        rest = f"{rest[:first]} {rest[last:]}"
    return " ".join(rest.split()) or words


def _is_money(unit: str) -> bool:
    """Tell whether a unit is a currency code of ISO 4217."""
    return len(unit) == len("USD") and unit.isupper()


def _only_meets(act: Act | None, account: Account) -> bool:
    """Tell whether the sentence of the encounter says no more than that it took place."""
    return act in {Act.CONTACT, None} or account.reception.pattern not in {Pattern.JOINT, Pattern.OTHER}


def _is_reception(part: Span, account: Account) -> bool:
    """Tell whether a part stands in the sentence that puts the encounter."""
    span = account.reception.span
    return span is not None and span.part is Part.TEXT and span.overlaps(part)
