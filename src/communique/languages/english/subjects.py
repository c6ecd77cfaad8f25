"""Where an English sentence has the sides together as its subject, told from the words that stand before its verb."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from communique.languages.english.lexicon import PACKAGE
from communique.text.tables import load_toml, load_words

_CAPITAL = r"[A-Z\u00c0-\u00de\u0100-\u017f][\w’'.&-]*"
_ADVERBS = r"(?:,?\s(?:also|both|then|jointly|further|again|each|all|thus|together|therefore|in turn|\w+ly)\b,?)*"
_ASIDE = r"(?:,\s[^,;]{1,160},|\s\([^)]{1,80}\))?"
_JOINT_STATEMENT = re.compile(
    r"\b[Ww]e,? (?:the|as)\b[^.;:]{0,80}?\b(?:[Ll]eaders|[Hh]eads|[Pp]residents|[Mm]inisters|[Mm]embers|[Cc]hiefs)\b"
)
_ACRONYM = re.compile(r"(?!U\.?[SK]\b)[A-Z0-9][\w-]*[A-Z0-9][\w-]*|Quad|Group")
_OPENING = 1500
_FRONTED_WORDS = 14
_REACH = 300
_NAMES_WITH_SIDE = 2
_WITH = re.compile(r"\b(?:met|spoke|talked|held|had|meet|speak|hold|have)\b[^.;]{0,80}\bwith\b(?! each other)")
_CLAUSE_BEFORE = re.compile(r"(?:\b(?:and|but|while|whereas)|;)$")
_REPORTED = re.compile(r"\b(?:said|says|told|believes?|believed|thinks|that|how|whether)\b")
_ATTRIBUTED = re.compile(r"(?:According to|In (?:his|her|their) (?:words|opinion|view))\b")
_PREPOSITION_BEFORE = re.compile(
    r"\b(?:of|with|between|by|to|for|from|in|on|at|among|against|about|that|which|where|who|whether|how|if|than|as)$"
)


def says_we(told: str) -> bool:
    """Tell whether a text is a joint statement in the first person: "We, the heads of government of …"."""
    return _JOINT_STATEMENT.search(told[:_OPENING]) is not None


def find_joint_subjects(sentence: str, *, opening: bool = False, we: bool = False) -> tuple[str, ...]:
    """
    Give the joint subjects of the main clauses of one sentence of narration, in order.

    ``opening`` marks the first sentence of a body: there "A and B met with C" tells of one side's two persons.
    ``we`` admits "we" and "our" as the voice of a joint statement.

    >>> find_joint_subjects("During the talks, the two presidents discussed trade, and the parties agreed.")
    ('the two presidents', 'the parties')
    """
    words = _words()
    groups = (
        m
        for m in words.group.finditer(sentence)
        if (we or m["subject"].lower() != "we") and not _is_of_one_side(m, words)
    )
    found = [m for m in groups if _is_subject(sentence, m.start("subject"), words, heads_clause=True)]
    found += [m for m in words.named.finditer(sentence, 0, _REACH) if _is_joined(sentence, m, words, opening=opening)]
    return tuple(match["subject"] for match in sorted(found, key=lambda m: m.start("subject")))


class _Words:
    """The patterns made of the lists of ``voice.toml``."""

    __slots__ = ("common", "finite", "group", "named", "openers", "qualifiers", "reporting", "titles")

    def __init__(self, table: dict[str, Any]) -> None:
        verb = rf"(?:\w{{2,}}ed|{_any(table['irregular'] + table['auxiliaries'] + table['present'])})\b"
        self.common = load_words(PACKAGE, "words.txt")
        self.openers = frozenset(table["openers"])
        self.qualifiers = frozenset(table["qualifiers"])
        self.titles = frozenset(table["titles"]) | frozenset(table["honorifics"])
        self.reporting = re.compile(rf"\b(?:{_any(table['reporting'])})\b(?! (?:by|in|at|on|earlier)\b)")
        self.finite = re.compile(rf"\b(?:\w{{3,}}ed|{_any(table['irregular'] + table['auxiliaries'])})\b")
        self.group = re.compile(rf"(?P<subject>{_group(table)}){_ASIDE}{_ADVERBS}\s(?P<verb>(?!included?\b){verb})")
        self.named = re.compile(rf"\b{_named(table)}{_ASIDE}{_ADVERBS}\s(?P<verb>{verb})")


def _any(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, set(words)), key=lambda word: (-len(word), word)))


def _either_case(words: list[str]) -> str:
    return "|".join(
        f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}" for word in sorted(words, key=len, reverse=True)
    )


def _group(table: dict[str, Any]) -> str:
    nouns, counted = _either_case(table["groups"]), _either_case(table["counted_groups"])
    qualifier = rf"(?:{_CAPITAL}|and|{_either_case(table['qualifiers'])})"
    number = r"(?:two|three|four|five|six|both)"
    head = rf"(?:{nouns})(?: and (?:{nouns}|government|foreign ministers))?"
    of_whom = (
        rf"(?:\s(?:of|from|in|at|attending|participating in)\s(?:the\s)?(?:{number}\s)?[\w’'-]+"
        rf"(?:,?\s(?:{_CAPITAL}|and|of|the|{_any(table['complements'])}))*)?"
    )
    return (
        rf"\b(?:[Tt]he|[Bb]oth|[Aa]ll|[Tt]hese)\s(?:{number}\s)?(?P<which>(?:{qualifier}\s){{0,4}}?)(?:{head})\b{of_whom}"
        rf"|\b(?:(?:[Tt]he|[Tt]hese)\s{number}|[Bb]oth)\s(?:{qualifier}\s){{0,3}}?(?:{counted})\b{of_whom}"
        rf"|^\W*(?:{head})\b{of_whom}"
        rf"|\b[Tt]he two\b(?: of them)?|\b[Bb]oth\b(?: of them)?|\b[Tt]hey\b|\b[Ww]e\b"
    )


def _is_of_one_side(match: re.Match[str], words: _Words) -> bool:
    """Tell "the Velmarkian officials" from "the Arvenian and Velmarkian officials" and from "the G7 leaders"."""
    which = (match["which"] or "").split()
    alone = [word for word in which if word.lower() not in words.qualifiers and not _ACRONYM.fullmatch(word)]
    return bool(alone) and "and" not in which


def _named(table: dict[str, Any]) -> str:
    not_first = _either_case([word for word in table["openers"] if " " not in word])
    token = rf"(?:{_CAPITAL}|{_any(table['titles'] + table['particles'])})"
    person = rf"(?:(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s)?(?!(?:{not_first})\b){token}(?:\s{token}){{0,12}}?"
    return (
        rf"(?P<subject>(?:[Bb]oth\s)?(?P<one>{person})(?P<more>(?:,\s{person})*),?\sand\s(?:\w+ly\s)?(?P<two>{person}))"
    )


@cache
def _words() -> _Words:
    return _Words(load_toml(PACKAGE, "voice.toml"))


def _is_joined(sentence: str, match: re.Match[str], words: _Words, *, opening: bool) -> bool:
    """Tell whether persons joined by "and" are two, are the subject, and are not one side meeting the other."""
    if opening and _WITH.match(sentence, match.start("verb")):
        return False
    return _are_two(match["one"], match["two"], words) and _is_subject(
        sentence, match.start("subject"), words, heads_clause=False
    )


def _are_two(one: str, two: str, words: _Words) -> bool:
    """
    Tell two holders of offices from one holder of two offices ("Minister of Trade and Industry Rurik Sand").

    The first must be whole: a name, a name after its office, or an office with an article set beside an office.
    """
    head, tail = one.split(), two.split()
    if not any(word.lower().rstrip(".") in words.titles for word in head):
        return not _is_department(head, tail, words) and (not _has_article(head) or _has_article(tail))
    if any(word.endswith(("’s", "'s")) for word in head):
        return _has_article(tail)
    if {"of", "for"}.isdisjoint(head):
        return _has_article(head) or bool(_names(head, words))
    after = head[max(i for i, word in enumerate(head) if word in {"of", "for"}) + 1 :]
    enough = _NAMES_WITH_SIDE if tail[0].lower() in words.titles or _has_article(tail) else _NAMES_WITH_SIDE + 1
    return len(_names(after, words)) >= enough or (_has_article(head) and _has_article(tail))


def _names(phrase: list[str], words: _Words) -> list[str]:
    return [word for word in phrase if word[0].isupper() and word.lower().rstrip(".") not in words.titles]


def _is_department(head: list[str], tail: list[str], words: _Words) -> bool:
    """Tell "Health and Social Development Minister Rurik Sand": common words, then an office inside the second half."""
    inside = any(word.lower() in words.titles for word in tail[1:])
    return inside and all(word.lower() in words.common for word in head)


def _has_article(words: list[str]) -> bool:
    return words[0].lower() in {"the", "his", "her", "their"}


def _is_subject(sentence: str, start: int, words: _Words, *, heads_clause: bool) -> bool:
    """
    Tell whether what begins at ``start`` stands where the subject of a main clause stands.

    That is at the beginning, after a phrase or clause set before the subject, or, for a plural noun, after "and".
    """
    before = sentence[:start].strip()
    if _ATTRIBUTED.match(before):
        return False
    fronted = [word.lower() for word in re.findall(r"\w+", before)]
    if not fronted:
        return True
    if _PREPOSITION_BEFORE.search(before.lower()):
        return False
    reported = words.reporting.search(before)
    if _CLAUSE_BEFORE.search(before) and len(fronted) > 1:
        # After "noted the role of X and" a new clause begins; after "noted that" or "said" it may still be reported.
        return heads_clause and not (reported and _REPORTED.search(before, reported.start()))
    return reported is None and _is_fronted(before, fronted, words)


def _is_fronted(before: str, fronted: list[str], words: _Words) -> bool:
    first = fronted[0]
    if first not in words.openers and not first.endswith(("ing", "ly")):
        return False
    if before.endswith((",", "–", "—")):
        return True
    finite = words.finite.search(before, len(before) - len(before.lstrip()) + len(first))
    return len(fronted) <= _FRONTED_WORDS and finite is None
