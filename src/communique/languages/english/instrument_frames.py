"""English clauses of signing: active, passive, with a noun, and with a participle."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from communique.languages.english import instrument_words as words
from communique.languages.english.instrument_days import find_day
from communique.languages.english.instrument_lines import first_start, read_continued, read_directly
from communique.languages.instrument_lists import ListedDocument, item_end, read_list
from communique.languages.instrument_phrases import find_phrases
from communique.model.spans import Span

_MARK = 2
_NEAR = 30
_BEFORE = 120
_LONGEST = 6000
_OF = re.compile(r"(?:\s+ceremony\s+(?:for|of)|\s+(?:today\s+|here\s+|in\s+\w+\s+)?of)\s+")
_GERUND = re.compile(r"\s+(?=\w)")
_BY = re.compile(r"\s+by\s+(?P<signers>[^.;]+)")
_AMONG = re.compile(r"between\b")  # the commas after it part those who sign, not what is signed
_BETWEEN = re.compile(r"\s+between\s[^,;.]+")
_ADVERB = re.compile(r"\s*(?:\w+ly|just|also|today)?\s*")
_AFTERWARDS = re.compile(r"\s+(?:following|during|as a result|at the end)\b")
_OPENING = re.compile(
    r"(?:[\s,;.“\"]*(?:(?:In addition|Also|Moreover|Besides|Thus|Furthermore|For instance|Following|During|After|At|As"
    r"|In|On|Based|Within|With|Today|Later|Then)\b[^,]*,\s*|and\s+|that\s+))*"
)
_CLOSING = re.compile(r"\s*(?:,?\s*\b(?:also|have|has|had|just|jointly|today|then|later|recently|who|which)\b)*\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """A word of signing in its sentence; ``floor`` is where what was read before it ends."""

    text: str
    sentence: Span
    cue: re.Match[str]
    floor: int
    issued: date | None
    in_speech: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """What a clause of signing gives: the documents, those who sign, the day."""

    listed: tuple[ListedDocument, ...]
    signers: tuple[int, int] | None = None
    day: Span | None = None


_Reader = Callable[[Signing, "Span | None"], "Signed | None"]


def read_signing(signing: Signing) -> Signed | None:
    """Give what a clause of signing tells; None where it tells of what is planned, denied, or long past."""
    text, sentence, cue = signing.text, signing.sentence, signing.cue
    before = text[max(sentence.start, cue.start() - _BEFORE) : cue.start()]
    if words.UNREAL.search(before) and not words.CEREMONY.search(before):
        return None
    day, old = find_day(text, sentence, cue, signing.issued)
    if old or (signing.in_speech and not words.FRESH.search(text, sentence.start, sentence.end)):
        return None
    if cue["noun"]:
        return _nominal(signing, day)
    return next((signed for reader in _READERS if (signed := reader(signing, day)) is not None), None)


def _nominal(signing: Signing, day: Span | None) -> Signed | None:
    """Read "the signing of …", "by signing …", "the signing ceremony for …"."""
    text, sentence, cue = signing.text, signing.sentence, signing.cue
    end = min(sentence.end, cue.end() + _LONGEST)
    match = _OF.match(text, cue.end(), end)
    if match is None and text[max(sentence.start, cue.start() - _NEAR) : cue.start()].rstrip().endswith(
        (" by", "ceremony of", "ceremony for")
    ):
        match = _GERUND.match(text, cue.end(), end)
    if match is None or words.PLANNED.search(text, match.end(), end):
        return None
    listed = read_directly(text, match.end(), end)
    return Signed(listed, None, day) if listed and first_start(listed) - match.end() <= _MARK else None


def _inverted(signing: Signing, day: Span | None) -> Signed | None:
    """Read "Also signed were …"."""
    text, sentence = signing.text, signing.sentence
    match = words.INVERTED.match(text, sentence.start, sentence.end)
    if match is None or not match.start() <= signing.cue.start() < match.end():
        return None
    return Signed(read_directly(text, match.end(), sentence.end), None, day)


def _passive(signing: Signing, day: Span | None) -> Signed | None:
    """Read "… was signed", and what follows the verb where the subject does not say what it is on."""
    text, sentence, cue = signing.text, signing.sentence, signing.cue
    near = max(sentence.start, cue.start() - _BEFORE)
    match = words.PASSIVE.search(text[near : cue.start()])
    if match is None:
        return None
    aux = near + match.start("aux")
    phrases = find_phrases(text, signing.floor, aux, words.LEXICON)
    if not phrases or match["aux"] in {"is", "are", "being"}:
        return Signed(())
    listed = read_list(text, signing.floor, aux, words.LISTS) or read_list(text, phrases[-1].start, aux, words.LISTS)
    by = _BY.match(text, cue.end(), sentence.end)
    return Signed(_with_tail(signing, aux, listed), by.span("signers") if by else None, day)


def _with_tail(signing: Signing, aux: int, listed: tuple[ListedDocument, ...]) -> tuple[ListedDocument, ...]:
    """Add to a subject without topic what follows the verb ("agreements were signed on …; on …")."""
    text, end = signing.text, signing.sentence.end
    adverbial = words.ADVERBIAL.match(text, signing.cue.end(), end)
    tail = words.TAIL.match(text, adverbial.end() if adverbial else signing.cue.end(), end)
    if tail is None or (listed[-1].phrase.definite and listed[-1].phrase.bare):
        return listed
    last, earlier = listed[-1], listed[:-1]
    phrase = last.phrase
    if tail["list"]:
        announced = replace(last, announces=True, general=True, lump=True)
        return (*earlier, announced, *read_list(text, tail.end(), end, words.LISTS, phrase))
    start = tail.start("topic")
    if words.NOT_TOPIC.match(text, start) or text[phrase.end : aux].strip():
        return listed
    members = read_list(text, start, end, words.LISTS, phrase) if phrase.plural and not phrase.vague else ()
    one = words.LISTS.undivided.match(text, start) or _AMONG.match(text, start)
    divided = not one or words.LISTS.again.search(text, start, end)
    if len(members) > 1 and divided:
        return (*earlier, *members)
    return (*earlier, replace(last, end=item_end(text, start, end, words.LISTS), general=False))


def _participle(signing: Signing, day: Span | None) -> Signed | None:
    """Read "the agreement just signed between …" and "the documents signed include …"."""
    text, sentence, cue = signing.text, signing.sentence, signing.cue
    phrases = find_phrases(text, signing.floor, cue.start(), words.LEXICON) if cue["strong"] else ()
    if not phrases or not _ADVERB.fullmatch(text, phrases[-1].end, cue.start()):
        return None
    phrase = phrases[-1]
    if phrase.plural:
        return Signed(read_continued(text, sentence, None), None, day)
    near = min(sentence.end, cue.end() + _NEAR)
    fresh = words.FRESH.search(text, phrase.start, near) or _AFTERWARDS.match(text, cue.end(), near)
    if not fresh and day is None:
        return Signed(())
    between = _BETWEEN.match(text, cue.end(), sentence.end)
    dated = day.end if day is not None and day.start > cue.end() else phrase.end
    end = between.end() if between else dated
    return Signed((ListedDocument(start=phrase.start, end=end, phrase=phrase),), None, day)


def _active(signing: Signing, day: Span | None) -> Signed | None:
    """Read "X and Y signed …"."""
    text, cue = signing.text, signing.cue
    end = min(signing.sentence.end, cue.end() + _LONGEST)
    following = words.NEXT_CLAUSE.search(text, cue.end(), end)
    end = following.start() if following is not None else end
    listed = read_directly(text, cue.end(), end)
    return Signed(listed, _signers(text, signing.floor, cue.start()), day) if listed else None


def _signers(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the subject before a verb of signing, without what opens the sentence."""
    lead = _OPENING.match(text, start, end)
    first = lead.end() if lead else start
    tail = _CLOSING.search(text, first, end)
    last = tail.start() if tail else end
    return (first, last) if text[first:last].strip() else None


_READERS: tuple[_Reader, ...] = (_inverted, _passive, _participle, _active)
