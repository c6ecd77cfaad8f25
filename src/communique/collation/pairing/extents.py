"""How far the part of a text goes that tells of an event: to where it turns to others, or to a new question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from communique.collation.pairing.namings import sides_in, tokens_of
from communique.collation.pairing.occasions import Occasion
from communique.collation.pairing.participants import participant_of
from communique.collation.pairing.parties import MEETING, Parties, known_in, names_guest, persons_in
from communique.model import Account, Part, Quotation, Span, SpeechForm, joined

_NEAR, _FAR = 5, 25


def find_extent(account: Account, anchor: Span, parties: Parties, mine: Occasion) -> Span:
    """
    Give the run of sentences from the first that tells of the event to where the text turns to something else.

    Where that first one is part of a question, the longest run on the event is taken, that one or what answers it.
    """
    turns = _turns(account)
    sentences = _until_next_question(account, anchor, parties, turns)
    if _is_asked(anchor, turns, parties):
        return max(_answers(account, sentences, parties, mine), key=len, default=anchor)
    reach = _FAR if turns else _NEAR
    run: list[Span] = []
    last = 0
    for place, sentence in enumerate(sentences):
        if place - last > reach or (place and _turns_away(account, sentence, parties, mine)):
            break
        run.append(sentence)
        last = place if _speaks_of(account, sentence, parties) else last
    return joined(anchor, _to_the_end(account, run[last:]))


def _answers(account: Account, sentences: Sequence[Span], parties: Parties, mine: Occasion) -> Iterator[Span]:
    """
    Yield the runs of sentences on the event in a question and its answer, which may come to it late.

    A run goes on from one that speaks of the guests or their side to the next one near, and to the end of its
    paragraph; one sentence on others, with no more of them near, is an aside.
    """
    away = [_turns_away(account, sentence, parties, mine) for sentence in sentences]
    run: list[Span] = []
    last = 0
    for place, sentence in enumerate(sentences):
        speaks = _speaks_of(account, sentence, parties) or _names_side(account, sentence, parties)
        if run and (len(run) - last > _FAR or (away[place] and any(away[place + 1 : place + _NEAR - 1]))):
            yield joined(run[0], _to_the_end(account, run[last:]))
            run = []
        if run or speaks:
            run.append(sentence)
            last = len(run) - 1 if speaks else last
    if run:
        yield joined(run[0], _to_the_end(account, run[last:]))


def _names_side(account: Account, sentence: Span, parties: Parties) -> bool:
    guests = {person.side for person in parties.guests}
    return not guests.isdisjoint(sides_in(tokens_of(account.release.words(sentence))))


def _to_the_end(account: Account, sentences: Sequence[Span]) -> Span:
    """Give the last sentence of those that follow the first in its paragraph, within reach."""
    last = sentences[0]
    for before, after in pairwise(sentences[: 1 + _NEAR]):
        if "\n" in account.release.text[before.end : after.start]:
            break
        last = after
    return last


def _turns_away(account: Account, sentence: Span, parties: Parties, mine: Occasion) -> bool:
    """
    Tell whether a sentence is of others: of an encounter with them, or it names them and none of the parties' guests.

    A state that has no part in the text itself is a matter to be spoken of; that of its own guests is not.
    """
    if _is_of_others(account, sentence, parties):
        return True
    if _speaks_of(account, sentence, parties):
        return False
    sides = {person.side for person in (*parties.own, *parties.guests)} | {""}
    if any(person.side not in sides for person in persons_in(account, sentence)):
        return True
    if _names_side(account, sentence, parties):
        return False
    named = sides_in(tokens_of(account.release.words(sentence)))
    return not named.isdisjoint({person.side for person in mine.people} - sides)


def _turns(account: Account) -> tuple[Quotation, ...]:
    return tuple(quotation for quotation in account.quotations if quotation.form is SpeechForm.TURN)


def _is_asked(sentence: Span, turns: Sequence[Quotation], parties: Parties) -> bool:
    """Tell whether a sentence is of a turn of somebody who is none of the parties."""
    turn = next((turn for turn in turns if sentence.overlaps(joined(turn.cue or turn.content, turn.content))), None)
    if turn is None:
        return False
    speaker = participant_of(turn.speaker) if turn.speaker else None
    return not (parties.is_own(speaker) or parties.is_guest(speaker))


def _until_next_question(
    account: Account, anchor: Span, parties: Parties, turns: Sequence[Quotation]
) -> tuple[Span, ...]:
    """Give the sentences from one on, up to where somebody asks anew after an answer; to ask back is none."""
    answered = not _is_asked(anchor, turns, parties)
    found: list[Span] = []
    for sentence in account.sentences:
        if sentence.part is not Part.TEXT or sentence.end <= anchor.start:
            continue
        asks = _is_asked(sentence, turns, parties)
        if asks and answered:
            break
        answered = answered or not (asks or account.release.words(sentence).endswith("?"))
        found.append(sentence)
    return tuple(found)


def _speaks_of(account: Account, sentence: Span, parties: Parties) -> bool:
    if any(sentence.overlaps(span) for span in account.joint):
        return True
    return names_guest(account, sentence, parties)


def _is_of_others(account: Account, sentence: Span, parties: Parties) -> bool:
    """Tell whether a sentence tells of an encounter with somebody who has no part in the event."""
    for relation in account.relations:
        if relation.kind in MEETING and sentence.overlaps(relation.sentence):
            ends = [known for end in (relation.giver, relation.receiver) if end and (known := known_in(end))]
            if any(not parties.is_own(known) for known in ends) and not any(map(parties.is_guest, ends)):
                return True
    return False
