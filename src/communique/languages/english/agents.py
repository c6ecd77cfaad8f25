"""Who acts and who is acted on, through infinitives, participles, relative clauses and possessives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.languages.english.clauses import subjects, verb_above

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEPEST = 6  # verbs above one another: deeper than any real sentence


_ADDRESSING = frozenset(
    ["invite", "invites", "invited", "inviting", "ask", "asks", "asked", "urge", "urged", "urges", "called", "calls"]
)


def agents(verb: Token) -> tuple[Token, ...]:  # noqa: C901 - one branch for each kind of clause
    """Give who acts: the subject, through infinitives, participles and relative clauses to whoever is meant."""
    seen = 0
    while seen < _DEEPEST:
        if verb.dep_ in {"xcomp", "advcl", "ccomp"} and verb.head.lower_ in _ADDRESSING and is_infinitive(verb):
            addressed = objects_of(verb.head)
            if addressed:
                return addressed
        found = subjects(verb)
        relative = [t for t in found if t.lower_ in {"who", "which", "that"}]
        if relative and verb.dep_ == "relcl":
            return (verb.head,)
        if found:
            return found
        if verb.dep_ == "relcl":
            return ()
        if verb.dep_ == "acl" and not is_infinitive(verb):
            return (verb.head,)
        if verb.dep_ == "acl":
            above = governor(verb.head)
            if above is None:
                return ()
            verb = above
            seen += 1
            continue
        if verb.dep_ in {"advcl", "xcomp", "pcomp", "conj", "ccomp"}:
            verb = verb_above(verb)
            while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
                verb = verb.head
            seen += 1
            continue
        return ()
    return ()


def objects_of(verb: Token) -> tuple[Token, ...]:
    """Give the direct objects of a verb, or whom an infinitive after it is asked of."""
    direct = tuple(c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.lower_ != "to")
    if direct:
        return direct
    inner = tuple(
        g
        for c in verb.children
        if c.dep_ in {"ccomp", "xcomp"}
        for g in c.children
        if g.dep_ == "nsubj" and is_infinitive(c)
    )
    if inner:
        return inner
    return tuple(o for c in verb.children if c.dep_ == "conj" for o in objects_of(c))


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def governor(noun: Token) -> Token | None:
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


def owners(noun: Token) -> tuple[Token, ...]:
    """Give the possessors of a noun."""
    return tuple(c for c in noun.children if c.dep_ == "poss")


def named_owners(owners: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the possessors that are more than a pronoun."""
    return tuple(o for o in owners if o.lower_ not in {"his", "her", "their", "my", "our", "its"})
