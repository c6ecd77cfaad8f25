"""English sentences that tell of signing: which documents they name, and where their list goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.languages.english import instrument_words as words
from communique.languages.instrument_lists import ListedDocument, read_list
from communique.languages.instrument_phrases import DocumentPhrase, find_phrases
from communique.languages.instruments import SignedDocument
from communique.model.instruments import InstrumentClass
from communique.model.spans import Span

_REACH = 4
_NEAR = 45
_LINE = 24
_FRESH_DAYS = 62
_WEAK = {
    "adopted": {
        InstrumentClass.STATEMENT,
        InstrumentClass.DECLARATION,
        InstrumentClass.MEMORANDUM,
        InstrumentClass.PROGRAMME,
    },
    "issued": {InstrumentClass.STATEMENT, InstrumentClass.DECLARATION},
    "concluded": {
        InstrumentClass.AGREEMENT,
        InstrumentClass.CONTRACT,
        InstrumentClass.TREATY,
        InstrumentClass.PROTOCOL,
        InstrumentClass.MEMORANDUM,
    },
    "approved": {InstrumentClass.PROGRAMME, InstrumentClass.STATEMENT, InstrumentClass.DECLARATION},
    "endorsed": {InstrumentClass.DECLARATION},
    "adoption": {InstrumentClass.STATEMENT, InstrumentClass.DECLARATION},
}


@dataclass(frozen=True, slots=True)
class _Umbrella:
    phrase: DocumentPhrase
    at: int
    cue: Span
    lists: bool


def find_signed(
    text: str, sentences: Sequence[Span], speech: Sequence[Span], issued: date | None
) -> Iterator[SignedDocument]:
    """Give the documents that the sentences say were signed, in order, those announced and listed later too."""
    umbrella: _Umbrella | None = None
    spoken = iter(speech)
    turn = next(spoken, None)
    for at, sentence in enumerate(rejoined(text, sentences)):
        while turn is not None and turn.end <= sentence.start:
            turn = next(spoken, None)
        in_speech = turn is not None and turn.start < sentence.end and turn.start <= sentence.start
        if umbrella is not None and at - umbrella.at > _REACH:
            umbrella = None
        found = list(_in_sentence(text, sentence, umbrella, issued, in_speech=in_speech))
        if umbrella is not None and umbrella.lists and not in_speech and found and found[0].cue == umbrella.cue:
            umbrella = replace(umbrella, at=at)
        elif umbrella is not None and umbrella.lists:
            umbrella = replace(umbrella, lists=False)
        yield from found
        opened = next(
            (x for x in reversed(found) if x.listed.general or (x.listed.lump and x.listed.phrase.number)), None
        )
        if opened is not None and opened.cue is not None and opened.sentence == sentence and not in_speech:
            lists = text[sentence.start : sentence.end].rstrip().endswith(":")
            umbrella = _Umbrella(opened.listed.phrase, at, opened.cue, lists)


def rejoined(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Give the sentences, those on signing that a captured page broke in mid-line made whole again."""
    whole: list[Span] = []
    for sentence in sentences:
        if whole and _breaks_off(text, whole[-1], sentence):
            whole[-1] = Span(whole[-1].start, sentence.end, sentence.part)
        else:
            whole.append(sentence)
    return tuple(whole)


def _breaks_off(text: str, one: Span, following: Span) -> bool:
    gap = text[one.end : following.start]
    last = text[one.end - 1]
    return (
        len(one) > _LINE
        and (last.isalnum() or last == ",")
        and gap.count("\n") == 1
        and bool(words.TRIGGER.search(text, one.start, one.end) or words.BROKEN.match(text, one.start, one.end))
    )


def _in_sentence(
    text: str, sentence: Span, umbrella: _Umbrella | None, issued: date | None, *, in_speech: bool
) -> Iterator[SignedDocument]:
    if umbrella is not None and not in_speech:
        listed = _listed_line(text, sentence, umbrella) if umbrella.lists else ()
        listed = listed or _continued(text, sentence, umbrella.phrase)
        if listed:
            yield from (SignedDocument(listed=x, sentence=sentence, cue=umbrella.cue) for x in listed)
            return
    if not words.TRIGGER.search(text, sentence.start, sentence.end) or text[sentence.start : sentence.end].endswith(
        "?"
    ):
        return
    floor = sentence.start
    for cue in words.CUE.finditer(text, sentence.start, sentence.end):
        if cue.start() < floor:
            continue
        frame = _frame(text, sentence, cue, floor, issued, in_speech=in_speech)
        if frame is None:
            continue
        listed, signers, day = frame
        kept = [x for x in listed if _allowed(text, cue, x, signers, in_speech=in_speech)]
        for document in kept:
            yield SignedDocument(
                listed=document,
                sentence=sentence,
                cue=Span(*cue.span(), sentence.part),
                signers=signers,
                date=day,
            )
        if kept:
            floor = max(cue.end(), *(x.end for x in kept))


def _listed_line(text: str, sentence: Span, umbrella: _Umbrella) -> tuple[ListedDocument, ...]:
    start = sentence.start
    while start < sentence.end and not text[start].isalnum() and text[start] not in '“"':
        start += 1
    marked = re.compile(r"\d{1,2}[.)]\s+").match(text, start, sentence.end)
    start = marked.end() if marked else start
    listed = read_list(text, start, sentence.end, words.LISTS)
    if listed and _first_start(listed) - start < 3:  # noqa: PLR2004 - a quotation mark and a blank
        return listed
    if text[start : sentence.end].lower().startswith(("on ", "concerning ")):
        return read_list(text, start, sentence.end, words.LISTS, umbrella.phrase)
    return ()


def _continued(text: str, sentence: Span, umbrella: DocumentPhrase | None) -> tuple[ListedDocument, ...]:
    """Give the documents of a sentence that goes on with a list announced before ("They include …")."""
    first = words.FIRST.match(text, sentence.start, sentence.end)
    if first is not None and umbrella is not None:
        return _ordinals(text, first.end(), sentence.end, umbrella)
    match = words.CONTINUED.match(text, sentence.start, sentence.end)
    if match is None:
        return ()
    subject = find_phrases(text, match.start("subject"), match.end("subject"), words.LEXICON)
    if match["topic"]:
        if not subject or not (subject[-1].plural or umbrella is not None):
            return ()
        end = sentence.end - 1 if text[sentence.end - 1] == "." else sentence.end
        if subject[-1].plural:
            return (ListedDocument(start=match.start("subject"), end=end, phrase=subject[-1], lump=True),)
        head = (match.start("subject"), match.end())
        return (ListedDocument(start=match.end(), end=end, phrase=subject[-1], head=head),)
    return tuple(
        replace(x, umbrella=x.umbrella or umbrella)
        for x in _directly(text, match.end(), sentence.end, words.LISTS)
        if not _points_back(x)
    )


def _ordinals(text: str, start: int, end: int, umbrella: DocumentPhrase) -> tuple[ListedDocument, ...]:
    found: list[ListedDocument] = []
    at = start
    for match in (*words.ORDINAL.finditer(text, start, end), None):
        stop = match.start() if match else end
        if text[at:stop].strip(" .,;"):
            listed = read_list(text, at, stop, words.LISTS, umbrella)
            one = at == start or ";" not in text[at:stop]
            if one:
                last = stop - 1 if text[stop - 1] == "." else stop
                found.append(ListedDocument(start=at, end=last, phrase=umbrella, head=(umbrella.start, umbrella.end)))
            else:
                found += listed
        at = match.end() if match else end
    return tuple(found)


def _directly(text: str, start: int, end: int, lists: object) -> tuple[ListedDocument, ...]:
    """Give the list that begins right at the offset, or after words on place and time alone."""
    listed = read_list(text, start, end, words.LISTS)
    if listed and words.GAP.fullmatch(text, start, _first_start(listed)):
        return listed
    return ()


def _first_start(listed: Sequence[ListedDocument]) -> int:
    return min(listed[0].start, listed[0].head[0] if listed[0].head else listed[0].start)


_Frame = tuple[tuple[ListedDocument, ...], tuple[int, int] | None, Span | None]


def _frame(
    text: str, sentence: Span, cue: re.Match[str], floor: int, issued: date | None, *, in_speech: bool
) -> _Frame | None:
    before = text[sentence.start : cue.start()]
    if words.UNREAL.search(before) and not words.CEREMONY.search(before):
        return None
    day, old = _day(text, sentence, cue, issued)
    if old or (in_speech and not words.FRESH.search(text, sentence.start, sentence.end)):
        return None
    if cue["noun"]:
        return _nominal(text, sentence, cue, day)
    inverted = words.INVERTED.match(text, sentence.start, sentence.end)
    if inverted is not None and inverted.start() <= cue.start() < inverted.end():
        return _directly(text, inverted.end(), sentence.end, words.LISTS), None, day
    passive = words.PASSIVE.search(before)
    if passive is not None:
        return _passive(text, sentence, cue, floor, sentence.start + passive.start("aux"), day)
    participle = _participle(text, sentence, cue, floor, day)
    if participle is not None:
        return participle
    listed = _directly(text, cue.end(), _clause_end(text, sentence, cue), words.LISTS)
    return (listed, _signers(text, floor, cue.start()), day) if listed else None


def _clause_end(text: str, sentence: Span, cue: re.Match[str]) -> int:
    """Give where the objects of a verb of signing end: before the subject of the next one, if any."""
    following = words.NEXT_CLAUSE.search(text, cue.end(), sentence.end)
    return following.start() if following is not None else sentence.end


def _day(text: str, sentence: Span, cue: re.Match[str], issued: date | None) -> tuple[Span | None, bool]:
    """Give the words that date the signing, and whether it lies in the past of the event."""
    near = words.DAY.search(text, cue.end(), min(sentence.end, cue.end() + _NEAR)) or words.DAY.match(
        text, sentence.start, cue.start()
    )
    if near is not None:
        span = Span(*near.span(), sentence.part)
        return span, _is_old(near, issued)
    before = words.OLD.search(text, max(sentence.start, cue.start() - 90), cue.start())
    after = words.OLD.search(text, cue.end(), min(sentence.end, cue.end() + _NEAR))
    past = before is not None and _governs(text, before, cue)
    return None, past or (after is not None and after.start() - cue.end() < 26)  # noqa: PLR2004 - a few words


def _governs(text: str, old: re.Match[str], cue: re.Match[str]) -> bool:
    """Tell whether words on the past belong to the cue: they open the sentence, or stand right before it."""
    return (
        len(re.findall(r"\w+", text[old.end() : cue.start()])) < 14
        and "for " not in text[old.start() - 4 : old.start()]
    )  # noqa: PLR2004


def _is_old(day: re.Match[str], issued: date | None) -> bool:
    if issued is None:
        return False
    month = words.MONTHS.index(day["month"] or day["month2"]) + 1
    number = int(day["day"] or day["day2"])
    year = int(day["year"]) if day["year"] else issued.year
    try:
        gap = abs((issued - date(year, month, number)).days)
    except ValueError:
        return True
    return gap > _FRESH_DAYS


def _signers(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the subject before a verb of signing, without what opens the sentence."""
    part = text[start:end]
    lead = re.match(
        r"(?:[\s,;.“\"]*(?:(?:In addition|Also|Moreover|Besides|Thus|Furthermore|For instance|Following|During|After|At|As|In|On|Based|Within|With|Today|Later|Then)\b[^,]*,\s*|and\s+|that\s+))*",
        part,
    )
    first = start + (lead.end() if lead else 0)
    tail = re.search(
        r"\s*(?:,?\s*\b(?:also|have|has|had|just|jointly|today|then|later|recently|who|which)\b)*\s*$", text[first:end]
    )
    last = first + (tail.start() if tail else end - first)
    return (first, last) if text[first:last].strip() else None


def _nominal(text: str, sentence: Span, cue: re.Match[str], day: Span | None) -> _Frame | None:
    of = re.compile(r"(?:\s+ceremony\s+(?:for|of)|\s+(?:today\s+|here\s+|in\s+\w+\s+)?of)\s+").match(
        text, cue.end(), sentence.end
    )
    gerund = re.compile(r"\s+(?=\w)").match(text, cue.end(), sentence.end)
    by = (
        text[max(sentence.start, cue.start() - 12) : cue.start()]
        .rstrip()
        .endswith((" by", "ceremony of", "ceremony for"))
    )
    start = of.end() if of else gerund.end() if gerund and by else None
    if start is None:
        return None
    listed = _directly(text, start, sentence.end, words.LISTS)
    if words.PLANNED.search(text, start, sentence.end) or not listed or _first_start(listed) - start > 2:  # noqa: PLR2004 - a quotation mark
        return None
    return listed, None, day


def _participle(text: str, sentence: Span, cue: re.Match[str], floor: int, day: Span | None) -> _Frame | None:
    """Read "the agreement just signed between …" and "the documents signed include …"."""
    phrases = find_phrases(text, floor, cue.start(), words.LEXICON) if cue["strong"] else ()
    if not phrases or not re.fullmatch(r"\s*(?:\w+ly|just|also|today)?\s*", text[phrases[-1].end : cue.start()]):
        return None
    phrase = phrases[-1]
    if phrase.plural:
        listed = _continued(text, sentence, None)
        if listed:
            return listed, None, day
        return None
    fresh = words.FRESH.search(text, phrase.start, min(sentence.end, cue.end() + 30))
    if (
        not fresh
        and day is None
        and not re.match(r"\s+(?:following|during|as a result|at the end)\b", text[cue.end() : cue.end() + 30])
    ):
        return None
    between = re.compile(r"\s+between\s[^,;.]+").match(text, cue.end(), sentence.end)
    end = between.end() if between else day.end if day is not None and day.start > cue.end() else phrase.end
    return (ListedDocument(start=phrase.start, end=end, phrase=phrase),), None, day


def _passive(text: str, sentence: Span, cue: re.Match[str], floor: int, aux: int, day: Span | None) -> _Frame | None:
    start = floor
    listed = read_list(text, start, aux, words.LISTS)
    phrases = find_phrases(text, start, aux, words.LEXICON)
    if not phrases:
        return None
    if not listed:
        listed = read_list(text, phrases[-1].start, aux, words.LISTS)
    by = re.compile(r"\s+by\s+(?P<signers>[^.;]+)").match(text, cue.end(), sentence.end)
    signers = by.span("signers") if by else None
    return _with_tail(text, sentence, cue, aux, listed), signers, day


def _with_tail(
    text: str, sentence: Span, cue: re.Match[str], aux: int, listed: tuple[ListedDocument, ...]
) -> tuple[ListedDocument, ...]:
    """Add to a subject without topic what follows the verb ("agreements were signed on …; on …")."""
    adverbial = words.ADVERBIAL.match(text, cue.end(), sentence.end)
    at = adverbial.end() if adverbial else cue.end()
    tail = words.TAIL.match(text, at, sentence.end)
    last = listed[-1]
    if tail is None:
        return listed
    phrase = last.phrase
    if tail["list"]:
        return (
            *listed[:-1],
            replace(last, announces=True, general=True, lump=True),
            *read_list(text, tail.end(), sentence.end, words.LISTS, phrase),
        )
    if words.NOT_TOPIC.match(text, tail.start("topic")) or text[phrase.end : aux].strip():
        return listed
    members = (
        read_list(text, tail.start("topic"), sentence.end, words.LISTS, phrase)
        if phrase.plural and not phrase.vague
        else ()
    )
    if (
        len(members) > 1
        and not words.LISTS.undivided.match(text, tail.start("topic"))
        or (len(members) > 1 and words.LISTS.again.search(text, tail.start("topic"), sentence.end))
    ):
        return (*listed[:-1], *members)
    from communique.languages.instrument_lists import _tail

    return (*listed[:-1], replace(last, end=_tail(text, tail.start("topic"), sentence.end, words.LISTS), general=False))


def _points_back(listed: ListedDocument) -> bool:
    """Tell whether the words only point to a document told before ("the document")."""
    phrase = listed.phrase
    return phrase.bare and phrase.definite and listed.end - phrase.end < _REACH and not listed.head


def _allowed(
    text: str, cue: re.Match[str], listed: ListedDocument, signers: tuple[int, int] | None, *, in_speech: bool
) -> bool:
    phrase = listed.phrase
    subject = text[slice(*signers)] if signers else ""
    lone = bool(signers) and words.LONE.fullmatch(subject) is not None
    if _points_back(listed):
        return False
    if phrase.kind is InstrumentClass.OTHER and words.DOMESTIC.search(text[phrase.start : phrase.end]):
        return False
    if in_speech and (listed.lump or phrase.kind is InstrumentClass.OTHER):
        return False
    if re.match(r"[^,.;]*\binto law\b", text[listed.start : listed.end + 20]):
        return False
    if lone and phrase.kind in {
        InstrumentClass.MEMORANDUM,
        InstrumentClass.OTHER,
        InstrumentClass.PROGRAMME,
        InstrumentClass.DECLARATION,
        InstrumentClass.CONTRACT,
    }:
        return phrase.kind is InstrumentClass.MEMORANDUM and "nderstanding" in text[phrase.end : listed.end]
    verb = cue.group().lower()
    if verb not in _WEAK:
        return True
    if phrase.kind not in _WEAK[verb] and not (listed.announces and verb == "adopted"):
        return False
    if phrase.kind is InstrumentClass.STATEMENT:
        return words.SHARED.search(text[phrase.start : phrase.end]) is not None or (verb == "adopted" and not lone)
    if phrase.kind in {InstrumentClass.PROGRAMME, InstrumentClass.DECLARATION, InstrumentClass.MEMORANDUM}:
        return not lone and (not subject or words.LEADERS.search(subject) is not None)
    return True
