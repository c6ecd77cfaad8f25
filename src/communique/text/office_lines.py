"""Where the office on a name card ends and the sentence goes on."""

from __future__ import annotations

import re
import sys

from communique.text.templates import load_page_words

_LONGEST_OFFICE = 220
_LAST_LETTER = 0x530  # Latin and Cyrillic with their extensions


def upper_letters() -> str:
    """Give the capital letters of the Latin, Greek and Cyrillic blocks, for a class of characters in a pattern."""
    return "".join(chr(code) for code in range(min(_LAST_LETTER, sys.maxunicode)) if chr(code).isupper())


_UPPER = upper_letters()
_TOKEN = re.compile(
    rf"(?P<clean> +[,.:;](?!\w))|(?P<note> *\([^\W\d_{_UPPER}])|(?P<label>:)|(?P<stop>[.;!?…\n](?!\w))"
    rf"|(?P<soft>,| [–—] )|(?P<word>(?:\((?=[{_UPPER}\d])[^()]*\)|[^\s,.:;!?…(]|\.(?=\w))+)|(?P<other>\W)"
)
_CLEAN_LABEL = re.compile(r"[^.:;!?…\n]{0,80}? +:")


def office_end(text: str, start: int, limit: int) -> int:
    """
    Give where the office ends that a card's name, which ends at ``start``, is followed by.

    A space before a comma, stop or colon is the trace of the card's edge; failing that the office ends before a colon,
    a note in brackets, the end of the sentence, or the first word that no office has. ``limit`` is where the next
    person's name begins.

    >>> office_end("Korin AdelaPrime Minister of Velmark (retranslated): Welcome.", 11, 60)
    36
    """
    stop = min(limit, start + _LONGEST_OFFICE, len(text))
    end = start
    soft: list[int] = []
    for token in _TOKEN.finditer(text, start, stop):
        kind = token.lastgroup
        if kind == "clean":
            return token.start()
        if kind == "label":
            return end
        if kind in {"note", "stop"}:
            break
        if kind == "soft" or (kind == "word" and _joins(text, token, limit)):
            soft.append(len(text[: token.start()].rstrip()))
        elif kind == "word":
            if _ends_office(token[0]):
                return _edge_after(text, token, soft[0] if soft else end)
            end = end if token[0] in load_page_words().cards.connectives else token.end()
    return soft[0] if soft else end


def _joins(text: str, token: re.Match[str], limit: int) -> bool:
    """Tell whether a word may join another person to this one: in a Latin office "and" does so only before a card."""
    if token[0] not in load_page_words().cards.conjunctions:
        return False
    return limit < min(len(text), token.end() + _LONGEST_OFFICE) or not token[0].isascii()


def _ends_office(word: str) -> bool:
    """Tell whether a word can stand in no office: a small Latin word but a connective, or a Cyrillic verb."""
    cards = load_page_words().cards
    if not word[0].islower() or word in cards.connectives or word in cards.conjunctions:
        return False
    return word.isascii() or (word not in cards.not_verbs and cards.verb.fullmatch(word) is not None)


def _edge_after(text: str, token: re.Match[str], end: int) -> int:
    """An office in small letters still ends at the card's edge where that stands before a turn's colon."""
    label = _CLEAN_LABEL.match(text, token.start()) if token[0].isascii() else None
    return label.end() - len(label[0]) + len(label[0].rstrip(" :")) if label else end
