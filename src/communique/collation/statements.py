"""What an account states, one statement after another, with what each can be compared by."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from communique.collation.splitting import FEWEST_WORDS, split_sentence
from communique.languages.acts import Act, ActWords, act_lexicon, find_acts
from communique.languages.lemmas import find_base_forms
from communique.model import Account, Mention, MentionForm, Part, Person, Quotation, Span, SpeechForm, Topic
from communique.reference import issuer
from communique.reference.sides import find_side

LONG = 25
"""Sentences of a side's text past which it is taken passage by passage, not clause by clause."""


class Actor(StrEnum):
    """Whose words or deeds a statement tells: the issuer's own side, the other side, both, or nobody named."""

    OWN = "own"
    OTHER = "other"
    BOTH = "both"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """
    One statement of an account.

    ``span`` marks its words in ``text``, the body of the release, ``sentence`` the sentence they stand in; ``core`` is
    what is said without who says it: the words after the verb of speech, without the names of principals and sides,
    which all statements have. ``lemmas`` are its content words in base form, ``names`` those of them written as names
    that mean neither side nor principal; ``numbers`` the values of its figures, ``money`` whether one is a sum of
    money; ``sides`` the codes of third sides that it names, ``names_other`` whether it names the other side.
    ``opening`` tells that it only says that the encounter took place, ``spoken`` that it is direct speech.
    """

    text: str = field(repr=False, compare=False)
    span: Span
    sentence: Span
    language: str
    act: Act | None
    actor: Actor
    core: str
    lemmas: frozenset[str]
    names: frozenset[str] = frozenset()
    numbers: frozenset[float] = frozenset()
    sides: frozenset[str] = frozenset()
    names_other: bool = False
    money: bool = False
    topics: frozenset[Topic] = frozenset()
    conflicts: frozenset[str] = frozenset()
    opening: bool = False
    spoken: bool = False
    subject: Person | None = field(default=None, compare=False)

    @property
    def words(self) -> str:
        """The exact words of the statement."""
        return self.span.of(self.text)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What all statements of an account are made with."""

    account: Account
    own: str
    others: frozenset[str]
    known: frozenset[str]
    joint: tuple[Span, ...]
    turns: tuple[Quotation, ...]


def make_statements(account: Account, passage: Span | None = None) -> tuple[Statement, ...]:
    """Part an account, or the passage of it that concerns the event, into statements, in the order of the text."""
    text, language = account.release.text, account.release.language
    sentences = [s for s in account.sentences if s.part is Part.TEXT and (passage is None or passage.overlaps(s))]
    ground = _ground_of(account)
    told, before = list[Statement](), None
    for sentence in sentences:
        body = _without_label(sentence, ground, text)
        if body is None:
            continue
        parts = (body,) if len(sentences) > LONG else split_sentence(body, text, language)
        for part in parts:
            statement = _statement(part, body, ground, before)
            if statement is not None:
                told.append(statement)
                before = statement
    return tuple(told)


def _ground_of(account: Account) -> _Ground:
    principals = account.event.principals
    publisher = issuer(account.release.issuer) if account.release.issuer else None
    ours = principals[0].side if principals else publisher.side if publisher else None
    own = ours.code if ours else ""
    others = frozenset(p.side.code for p in principals if p.side and p.side.code != own)
    known = frozenset(
        form.lemma
        for person in (*principals, *account.event.others)
        for words in (person.name or "", person.base or "")
        for form in find_base_forms(words, account.release.language)
    )
    turns = tuple(q for q in account.quotations if q.form is SpeechForm.TURN and q.content.part is Part.TEXT)
    return _Ground(account, own, others, known, tuple(account.joint), turns)


def _without_label(sentence: Span, ground: _Ground, text: str) -> Span | None:
    """Take the label of a turn, and what stands before it, off a sentence; None where nothing is left."""
    start = sentence.start
    for turn in ground.turns:
        if turn.cue is not None and sentence.overlaps(turn.cue):
            if turn.content.start >= sentence.end:
                return None
            start = max(start, turn.content.start)
    left = _BULLET.match(text, start, sentence.end)
    start = left.end() if left else start
    return Span(start, sentence.end) if re.search(r"\w{2}", text[start : sentence.end]) else None


_BULLET = re.compile(r"(?:[\s*•·\-–—]+|\d{1,2}[.)](?=\s))*")
"""A mark or number of a list before its words; a number without a stop belongs to them."""


def _statement(part: Span, sentence: Span, ground: _Ground, before: Statement | None) -> Statement | None:
    account = ground.account
    language = account.release.language
    words = part.of(account.release.text)
    lexicon = act_lexicon(language)
    forms = [form for form in find_base_forms(words, language) if form.lemma not in lexicon.function]
    if not forms:
        return None
    acts = find_acts(words, language)
    told: list[Act] = [found.act for found in acts if found.opens and found.act is not Act.CONTACT]
    act = next(iter((*told, *(found.act for found in acts))), None)
    inherits = before is not None and before.sentence == sentence
    spoken = any(q.content.covers(part) for q in account.quotations)
    actor, subject = _actor(part, acts[0].start if acts else len(words), ground, before if inherits else None, before)
    if actor is Actor.NOBODY and act is Act.COMMIT and not spoken:
        actor = Actor.BOTH  # "it was agreed": among those who met
    named_sides = frozenset(code for code, _, _ in _sides_in(words))
    sides = named_sides - {ground.own, *ground.others}
    named = {words[start:end].casefold() for _, start, end in _sides_in(words)}
    names = frozenset(
        form.lemma
        for form in forms
        if words[form.start].isupper()
        and form.start > 0
        and form.lemma not in ground.known
        and form.lemma not in lexicon.weak
        and not any(words[form.start : form.end].casefold() in name for name in named)
    )
    return Statement(
        text=account.release.text,
        span=part,
        sentence=sentence,
        language=language,
        act=act,
        actor=actor,
        subject=subject,
        core=_core(words, acts, ground),
        lemmas=frozenset(form.lemma for form in forms) - ground.known,
        names=names,
        numbers=frozenset(n for f in account.figures if f.words.value.overlaps(part) for n in f.words.number),
        sides=sides,
        money=any(_is_money(f.words.unit) and f.words.value.overlaps(part) for f in account.figures),
        names_other=bool(named_sides & ground.others),
        topics=frozenset(t.topic for t in account.topics if any(span.overlaps(part) for span in t.spans)),
        conflicts=frozenset(c.place for c in account.conflicts if c.place in words or c.span.overlaps(part)),
        opening=act in {Act.CONTACT, None} and _is_opening(part, ground, spoken=spoken),
        spoken=spoken,
    )


def _core(words: str, acts: tuple[ActWords, ...], ground: _Ground) -> str:
    """Give the words after the verb of speech, without the names that all statements have."""
    start = next((act.end for act in acts if act.opens), 0)
    rest = words[start:] if len(words[start:].split()) >= FEWEST_WORDS else words
    for code, first, last in sorted(_sides_in(rest), key=lambda found: -found[1]):
        if code == ground.own or code in ground.others:
            rest = f"{rest[:first]} {rest[last:]}"
    language = ground.account.release.language
    for form in sorted(find_base_forms(rest, language), key=lambda form: -form.start):
        if form.lemma in ground.known:
            rest = f"{rest[: form.start]} {rest[form.end :]}"
    return " ".join(rest.split()) or words


def _is_money(unit: str) -> bool:
    """Tell whether a unit is a currency code of ISO 4217."""
    return len(unit) == len("USD") and unit.isupper()


def _is_opening(part: Span, ground: _Ground, *, spoken: bool) -> bool:
    """Tell whether a statement only says that the encounter took place: the sentence of the reception."""
    span = ground.account.reception.span
    return bool(not spoken and span is not None and span.part is Part.TEXT and span.overlaps(part))


def _actor(
    part: Span, verb: int, ground: _Ground, same: Statement | None, before: Statement | None
) -> tuple[Actor, Person | None]:
    """Give whose words or deeds a part tells: by its subject, else by the statement that it goes on from."""
    account = ground.account
    words = part.of(account.release.text)
    turn = next((q for q in account.quotations if q.content.covers(part) and q.speaker), None)
    if turn is not None and turn.speaker is not None:
        return _side_actor(turn.speaker.side.code if turn.speaker.side else "", ground), turn.speaker
    head = _head(part, words, verb, account)
    mentions = sorted((m for m in account.mentions if m.span.overlaps(head)), key=lambda m: m.span.start)
    if any(m.form is MentionForm.GROUP for m in mentions[:1]) or _joint(mentions):
        return Actor.BOTH, None
    if mentions and mentions[0].person is not None:
        person = mentions[0].person
        return _side_actor(person.side.code if person.side else "", ground), person
    if any(part.overlaps(j) for j in ground.joint) and same is None:
        return Actor.BOTH, None
    for code, _, _ in _sides_in(head.of(account.release.text)):
        return _side_actor(code, ground), None
    if same is not None:
        return same.actor, same.subject
    if before is not None and re.match(r"(?:he|she|it|они|он|она)\b", words, re.IGNORECASE):
        return before.actor, before.subject
    return Actor.NOBODY, None


def _head(part: Span, words: str, verb: int, account: Account) -> Span:
    """Give the words before the verb, without what a comma parts off ("In line with earlier talks, Arvenia …")."""
    end = max(1, min(verb, len(words)))
    comma = words.rfind(", ", 0, end)
    whole = Span(part.start, part.start + end)
    if comma < 0:
        return whole
    near = Span(part.start + comma + 2, part.start + max(end, comma + 3))
    named = any(m.span.overlaps(near) for m in account.mentions) or any(_sides_in(near.of(account.release.text)))
    return near if named else whole


def _joint(mentions: Sequence[Mention]) -> bool:
    """Tell whether the first mentions are of more than one person ("Adela Korin and Ilmar Vesk discussed …")."""
    return len({m.person.label for m in mentions[:3] if m.person is not None}) > 1


def _side_actor(code: str, ground: _Ground) -> Actor:
    if code and code == ground.own:
        return Actor.OWN
    return Actor.OTHER if code and code in ground.others else Actor.NOBODY


_CAPITAL = re.compile(r"(?:\b[A-ZА-ЯЁ][\w.’'-]*)(?:\s+[A-ZА-ЯЁ][\w.’'-]*)*")


def _sides_in(words: str) -> Iterator[tuple[str, int, int]]:
    """Yield the sides named in some words, with their places: the longest names first tried."""
    for found in _CAPITAL.finditer(words):
        tokens = [(m.start() + found.start(), m.end() + found.start()) for m in re.finditer(r"\S+", found[0])]
        first = 0
        while first < len(tokens):
            for last in range(len(tokens), first, -1):
                start, end = tokens[first][0], tokens[last - 1][1]
                side = find_side(re.sub(r"['’]s?$", "", words[start:end]).rstrip(".,"))
                if side is not None:
                    yield side.code, start, end
                    first = last - 1
                    break
            first += 1


def nearest_before(starts: list[int], at: int) -> int:
    """Give the index of the last start that is not past a place, -1 where there is none."""
    return bisect_right(starts, at) - 1
