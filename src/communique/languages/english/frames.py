"""What a parsed English sentence says of the dealings between parties: the verb or noun, who gives, who receives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from communique.languages.english.clauses import conjuncts, is_passive, prepositional, subjects
from communique.languages.english.lexicon import PACKAGE
from communique.languages.english.parser import Parsed
from communique.languages.english.status import status_of
from communique.languages.port import Form, Frame, Words
from communique.model import RelationKind, Side, Span
from communique.text.tables import load_toml

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONS = frozenset({Form.NAME, Form.OFFICE, Form.GROUP, Form.SIDE, Form.PRONOUN, Form.BODY})
_PERSON_WORDS = frozenset(
    ["i", "you", "he", "she", "we", "they", "him", "her", "me", "us", "them", "who", "delegation", "delegations", "representatives", "members", "people", "counterparts", "colleagues", "leaders", "guests", "ambassadors", "envoy", "ministers", "officials", "heads", "president", "minister", "chancellor", "king", "delegates", "families", "partners", "friends", "participants", "counterpart", "side", "parties", "lawmakers", "advisers", "advisors", "everyone", "all", "leadership", "government", "authorities", "chairman"]
)
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_SECOND = frozenset({"you", "your"})
_REACH = 6
_ADDRESSING = frozenset(["invite", "invites", "invited", "inviting", "ask", "asks", "asked", "urge", "urged", "urges", "called", "calls"])
_LIGHT = frozenset(
    ["have", "has", "had", "having", "hold", "holds", "held", "holding", "conduct", "conducts", "conducted", "take", "took", "attend", "attended", "make", "makes", "made", "making", "pay", "pays", "paid", "paying", "begin", "began", "opened", "open", "be", "is", "was", "are", "were", "been", "complete", "completed", "continue", "continued", "host", "hosts", "hosted", "hosting", "arrive", "arrived", "arrives", "come", "came", "start", "started"]
)


@dataclass(frozen=True, slots=True)
class Rule:
    """How one verb or noun of dealing governs its parties."""

    kind: RelationKind
    receiver: tuple[str, ...]
    giver: tuple[str, ...]
    verbs: frozenset[str]
    marked: frozenset[str]
    flags: frozenset[str]

    def has(self, flag: str) -> bool:
        """Tell whether a flag of the table is set."""
        return flag in self.flags


@cache
def _rules(section: str) -> dict[str, tuple[Rule, ...]]:
    rules: dict[str, tuple[Rule, ...]] = {}
    for row in load_toml(PACKAGE, "relations.toml")[section]:
        rule = _rule(row)
        for form in row["forms"]:
            rules[form] = (*rules.get(form, ()), rule)
    return rules


def _rule(row: dict[str, Any]) -> Rule:
    return Rule(
        kind=RelationKind(row["relation"]),
        receiver=tuple(row.get("receiver", ())),
        giver=tuple(row.get("giver", ())),
        verbs=frozenset(row.get("verbs", ())),
        marked=frozenset(row.get("marked", ())),
        flags=frozenset(key for key, value in row.items() if value is True),
    )


@cache
def trigger() -> re.Pattern[str]:
    """Give the pattern of the words without which a sentence states no dealing and need not be parsed."""
    words = sorted({*_rules("verb"), *_rules("noun")}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)}|grateful|appreciat\w+|initiative|proposed)\b", re.IGNORECASE)


def find_frames(parsed: Parsed) -> tuple[Frame, ...]:
    """Give the dealings one parsed sentence states, each pair of parties once for each kind."""
    found: list[Frame] = []
    for token in parsed.doc:
        for rule in _rules("verb").get(token.lower_, ()):
            if token.pos_ in {"VERB", "AUX"} or (token.dep_ == "ROOT"):
                found += _of_verb(parsed, token, rule)
        for rule in _rules("noun").get(token.lower_, ()):
            if token.pos_ in {"NOUN", "PROPN"}:
                found += _of_noun(parsed, token, rule)
    return _without_repeats(found)


def _without_repeats(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    kept: dict[tuple[object, ...], Frame] = {}
    for frame in frames:
        receiver = frame.receiver.span if frame.receiver else None
        giver = frame.giver.span if frame.giver else None
        pair = tuple(sorted((giver, receiver), key=str)) if frame.symmetrical else (giver, receiver)
        kept.setdefault((frame.kind, pair), frame)
    return tuple(kept.values())


# verbs


def _of_verb(parsed: Parsed, verb: Token, rule: Rule) -> Iterator[Frame]:
    if rule.has("act") and not _acts(verb):
        return
    if is_passive(verb):
        yield from _of_passive(parsed, verb, rule)
        return
    giver = _agents(verb)
    if rule.has("joint"):
        yield from _jointly(parsed, verb, giver, rule)
        return
    if rule.kind is RelationKind.VISIT and _invited(verb):
        return
    receiver = _receiver_of(verb, rule)
    if not receiver and rule.has("mutual"):
        yield from _jointly(parsed, verb, giver, rule)
        return
    if receiver and not _fits(parsed, receiver[0], rule):
        if rule.has("mutual"):
            yield from _jointly(parsed, verb, giver, rule)
        return
    if not receiver and not rule.has("bare"):
        return
    yield from _frames(parsed, verb, rule, giver, receiver)


def _acts(verb: Token) -> bool:
    """"Asked" is a request only where something is to be done ("asked to", "asked him to", "asked for")."""
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp", "advcl"} and any(g.lower_ == "to" and g.dep_ == "aux" for g in child.children):
            return True
        if child.dep_ == "prep" and child.lower_ == "for":
            return True
        if child.dep_ == "ccomp" and not any(g.lower_ in {"whether", "if", "how", "what", "why"} for g in child.subtree):
            return True
    return False


def _of_passive(parsed: Parsed, verb: Token, rule: Rule) -> Iterator[Frame]:
    agents = tuple(prepositional(verb, "by"))
    patients = subjects(verb)
    if rule.receiver[:1] != ("object",) or not (agents or patients):
        return
    if patients and not _fits(parsed, patients[0], rule):
        return
    yield from _frames(parsed, verb, rule, agents, patients)


def _jointly(parsed: Parsed, verb: Token, giver: tuple[Token, ...], rule: Rule) -> Iterator[Frame]:
    """Two named parties as one subject: "the King and the Prime Minister met"."""
    named = [t for t in giver if (d := parsed.designation(t)) is not None and d.form in _PERSONS - {Form.GROUP}]
    for first, second in zip(named, named[1:], strict=False):
        yield _frame(parsed, verb, rule, _words(parsed, first, alone=True), _words(parsed, second, alone=True))


def _receiver_of(verb: Token, rule: Rule) -> tuple[Token, ...]:
    for slot in rule.receiver:
        found = _objects(verb) if slot == "object" else tuple(prepositional(verb, slot))
        if found:
            return found[:1] if slot == "object" else found[:1]
    return ()


def _objects(verb: Token) -> tuple[Token, ...]:
    direct = tuple(c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.lower_ != "to")
    if direct:
        return direct
    inner = tuple(
        g for c in verb.children if c.dep_ in {"ccomp", "xcomp"} for g in c.children if g.dep_ == "nsubj" and _infinitive(c)
    )
    if inner:
        return inner
    return tuple(o for c in verb.children if c.dep_ == "conj" for o in _objects(c))


def _infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _fits(parsed: Parsed, token: Token, rule: Rule) -> bool:
    designation = parsed.designation(token)
    if rule.kind is RelationKind.CONTACT and rule.has("mutual") and rule.receiver[:1] == ("with",):
        return designation is not None or token.pos_ in {"PROPN", "PRON"} or token.lower_ in _PERSON_WORDS
    if rule.has("person"):
        if designation is not None:
            return designation.form in _PERSONS and not (rule.kind is RelationKind.RECEPTION and designation.form is Form.SIDE)
        return token.lower_ in _PERSON_WORDS or (token.pos_ == "PROPN" and token.ent_type_ != "GPE" and rule.kind is not RelationKind.RECEPTION)
    if rule.has("place"):
        return (designation is None and token.pos_ == "PROPN") or (designation is not None and designation.form is Form.SIDE) or token.lower_ in {"country", "embassy", "state", "capital"}
    return True


def _agents(verb: Token) -> tuple[Token, ...]:
    """Give who acts: the subject, through infinitives, participles and relative clauses to whoever is meant."""
    seen = 0
    while seen < 6:  # noqa: PLR2004 - deeper than any real sentence
        found = subjects(verb)
        relative = [t for t in found if t.lower_ in {"who", "which", "that"}]
        if relative and verb.dep_ == "relcl":
            return (verb.head,)
        if found:
            return found
        if verb.dep_ == "relcl":
            return ()
        if verb.dep_ in {"acl"}:
            return (verb.head,)
        if verb.dep_ in {"xcomp", "advcl", "ccomp"} and verb.head.lower_ in _ADDRESSING and _infinitive(verb):
            return _objects(verb.head)
        if verb.dep_ in {"advcl", "xcomp", "pcomp", "conj", "ccomp"}:
            verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
            while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
                verb = verb.head
            seen += 1
            continue
        return ()
    return ()


# nouns


def _of_noun(parsed: Parsed, noun: Token, rule: Rule) -> Iterator[Frame]:
    if rule.marked and not any(t.lower_ in rule.marked for t in noun.subtree if abs(t.i - noun.i) <= 3):  # noqa: PLR2004 - within the phrase
        return
    if rule.has("place"):
        yield from _of_visit(parsed, noun, rule)
    elif rule.has("mutual"):
        yield from _of_encounter(parsed, noun, rule)
    elif rule.kind is RelationKind.INVITATION:
        yield from _of_invitation(parsed, noun, rule)
    elif rule.verbs:
        yield from _of_expression(parsed, noun, rule)


def _of_encounter(parsed: Parsed, noun: Token, rule: Rule) -> Iterator[Frame]:
    verb = _governor(noun)
    owners = _owners(noun)
    met = tuple(prepositional(noun, "with")) or (tuple(prepositional(verb, "with")) if verb is not None and noun.dep_ == "dobj" else ())
    if not met:
        yield from _between(parsed, noun, rule)
        return
    if not _fits(parsed, met[0], rule):
        return
    giver = tuple(o for o in owners if o.lower_ not in {"their"}) or (_agents(verb) if verb is not None else ())
    if noun.dep_ == "ROOT" or verb is None:
        giver = owners
    if giver and giver[0].i == met[0].i:
        giver = ()
    yield from _frames(parsed, noun, rule, giver, met[:1])


def _between(parsed: Parsed, noun: Token, rule: Rule) -> Iterator[Frame]:
    """ "A meeting between A and B", "the meeting of the presidents of A and B"."""
    for preposition in ("between", "of"):
        parties = tuple(prepositional(noun, preposition))
        named = [p for p in parties if parsed.designation(p) is not None]
        if len(named) > 1:
            yield _frame(parsed, noun, rule, _words(parsed, named[0], alone=True), _words(parsed, named[1], alone=True))
            return


def _of_visit(parsed: Parsed, noun: Token, rule: Rule) -> Iterator[Frame]:
    places = tuple(prepositional(noun, "to"))
    verb = _governor(noun)
    if not places and verb is not None and noun.dep_ in {"dobj", "pobj"}:
        places = tuple(t for t in prepositional(verb, "to", "in") if t.i != noun.i)
    if not places or not _fits(parsed, places[0], rule) or _invited(noun):
        return
    owners = _owners(noun) or tuple(prepositional(noun, "by", "of"))
    giver = owners or (_agents(verb) if verb is not None and (verb.lower_ in _LIGHT or noun.dep_ == "pobj") else ())
    yield from _frames(parsed, noun, rule, giver, places[:1])


def _invited(noun: Token) -> bool:
    return any(t.lower_.startswith("invit") for t in noun.ancestors)


def _of_invitation(parsed: Parsed, noun: Token, rule: Rule) -> Iterator[Frame]:
    owners = _owners(noun) or tuple(prepositional(noun, "of", "from", "by"))
    verb = _governor(noun)
    receiver = tuple(prepositional(noun, "to", "for"))
    receiver = tuple(t for t in receiver if parsed.designation(t) is not None and t.dep_ == "pobj")
    if not receiver:
        receiver = tuple(
            g for c in noun.children if c.dep_ in {"acl", "relcl", "xcomp"} for g in c.children if g.dep_ == "nsubj" and parsed.designation(g)
        )
    agents = _agents(verb) if verb is not None else ()
    if verb is not None and verb.lower_ in {"extended", "conveyed", "relayed", "sent", "reiterated", "confirmed", "renewed", "passed", "handed"}:
        yield from _frames(parsed, noun, rule, _real(owners) or agents, receiver or tuple(prepositional(verb, "to")))
    elif owners:
        yield from _frames(parsed, noun, rule, owners, receiver or tuple(a for a in agents if a.i != owners[0].i))


def _real(owners: tuple[Token, ...]) -> tuple[Token, ...]:
    return tuple(o for o in owners if o.lower_ not in {"his", "her", "their", "my", "our", "its"})


def _of_expression(parsed: Parsed, noun: Token, rule: Rule) -> Iterator[Frame]:
    verb = _governor(noun)
    if rule.has("subject"):
        verb = noun.head if noun.dep_ == "nsubj" else None
    if verb is None or verb.lower_ not in rule.verbs:
        return
    giver = _owners(noun) if rule.has("subject") else _agents(verb)
    receiver = tuple(t for slot in rule.receiver for t in (*prepositional(noun, slot), *prepositional(verb, slot)) if t.i != noun.i)
    receiver = tuple(t for t in receiver if _is_party(parsed, t))[:1]
    if not receiver and rule.has("owner"):
        receiver = tuple(o for t in prepositional(noun, "for", "of") for o in _real(_owners(t)))[:1]
        receiver = receiver or tuple(o for t in prepositional(verb, "for") for o in _real(_owners(t)))[:1]
    if receiver or rule.has("bare") or rule.has("owner"):
        yield from _frames(parsed, noun, rule, giver, receiver)


def _is_party(parsed: Parsed, token: Token) -> bool:
    return parsed.designation(token) is not None or token.pos_ == "PROPN" or token.lower_ in _PERSON_WORDS


def _owners(noun: Token) -> tuple[Token, ...]:
    return tuple(c for c in noun.children if c.dep_ == "poss")


def _governor(noun: Token) -> Token | None:
    """Give the verb a noun hangs on, through prepositions and nouns it is joined to."""
    token = noun
    for _ in range(5):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            return token
        if token.pos_ not in {"ADP", "NOUN", "SCONJ"} or (token.pos_ == "NOUN" and token.dep_ == "nsubj"):
            return token.head if token.dep_ in {"nsubj", "nsubjpass"} else None
    return None


# frames


def _frames(parsed: Parsed, cue: Token, rule: Rule, giver: tuple[Token, ...], receiver: tuple[Token, ...]) -> Iterator[Frame]:
    to = receiver[0] if receiver else None
    if to is not None and rule.has("whole"):
        owner = _owners(to) or tuple(p for p in prepositional(to, "of", "by") if parsed.designation(p))
        if parsed.designation(to) is None and owner:
            to = owner[0]
        elif parsed.designation(to) is None and to.pos_ != "PROPN":
            to = None
    first, second = (_words(parsed, giver[0]) if giver else None), (_words(parsed, to) if to is not None else None)
    if first is None and second is None:
        return
    if first is not None and second is not None and first.span == second.span:
        return
    yield _frame(parsed, cue, rule, first, second)


def _frame(parsed: Parsed, cue: Token, rule: Rule, giver: Words | None, receiver: Words | None) -> Frame:
    verb = cue if cue.pos_ in {"VERB", "AUX"} else _governor(cue) or cue
    joint = rule.kind is RelationKind.ASSURANCE and giver is not None and giver.plural and receiver is None
    return Frame(
        kind=rule.kind,
        sentence=parsed.masked.sentence,
        cue=parsed.span(cue, cue),
        giver=giver,
        receiver=receiver,
        symmetrical=rule.has("mutual") or joint,
        status=status_of(verb, parsed.masked.text),
        reason=_reason(parsed, cue),
    )


def _reason(parsed: Parsed, cue: Token) -> Span | None:
    for child in cue.children:
        if child.i > cue.i and child.lower_ in {"for", "on", "over", "about", "regarding", "concerning", "that"}:
            return _extent(parsed, child)
        if child.i > cue.i and child.dep_ in {"ccomp", "xcomp"}:
            return _extent(parsed, child)
    return None


def _extent(parsed: Parsed, token: Token) -> Span | None:
    tokens = [t for t in token.subtree if not t.is_punct and t.i != token.i]
    return parsed.span(tokens[0], tokens[-1]) if tokens and tokens[0].i <= tokens[-1].i else None


def _words(parsed: Parsed, token: Token, *, alone: bool = False) -> Words:
    """Give the words of a party: its designation, with those joined to it, or the noun phrase around the token."""
    group = [token] if alone else [t for t in conjuncts(token) if t.dep_ != "appos"]
    last = max(group, key=lambda t: t.i)
    first_span, last_span = _phrase(parsed, token), _phrase(parsed, last)
    span = Span(min(first_span.start, last_span.start), max(first_span.end, last_span.end), first_span.part)
    designation = parsed.designation(token)
    plural = len(group) > 1 or (designation is not None and designation.form is Form.GROUP) or token.lower_ in {"we", "they", "sides", "leaders"}
    return Words(
        span=span,
        designation=designation,
        sides=_sides(parsed, token),
        plural=plural,
        pronoun=token.pos_ == "PRON",
        first_person=token.lower_ in _FIRST,
        second_person=token.lower_ in _SECOND,
    )


def _sides(parsed: Parsed, token: Token) -> tuple[Side, ...]:
    """Give the sides named in a noun phrase, and where it is a place those that its country belongs to."""
    named = [d for t in token.subtree if t.i <= token.i + _REACH and (d := parsed.designation(t)) is not None]
    own = parsed.designation(token)
    if own is not None:
        return own.sides
    return tuple(side for d in named for side in d.sides)


def _phrase(parsed: Parsed, token: Token) -> Span:
    designation = parsed.designation(token)
    if designation is not None:
        return designation.span
    first = last = token
    for child in token.children:
        if child.dep_ in {"det", "amod", "compound", "nmod", "poss", "nummod"} and child.i < first.i and not child.is_punct:
            first = child.left_edge
        if child.i > last.i and child.dep_ == "prep" and child.lower_ in {"of", "from", "in"}:
            last = _noun_end(child)
    return parsed.span(first, last)


def _noun_end(preposition: Token) -> Token:
    nouns = [c for c in preposition.children if c.dep_ == "pobj"]
    return max((t for t in conjuncts(nouns[0])), key=lambda t: t.i) if nouns else preposition
