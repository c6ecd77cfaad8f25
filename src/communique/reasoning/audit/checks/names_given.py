"""What somebody is said to have called somebody or something, in quotation marks of a word or two: whose word it is."""

from __future__ import annotations

import re

from communique.languages.commentary import Cue
from communique.model import Bearing, ClaimStatus
from communique.reasoning.audit.decisions import Decision, dated, witness
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.record import SourceSentence, key_of

_MARKED = re.compile(r"[“«„\"]([^”»“\"]{3,60})(?:[”»“\"]|$)")


def check_name_given(inquiry: Inquiry) -> Decision | None:
    """
    Check a claim that somebody used a short phrase; None where none is quoted, or nobody is said to have used it.

    The exact words decide: his own, or the narrator's where he has no direct speech; another's contradict.
    """
    marked = _MARKED.search(inquiry.words)
    named = [who for who in inquiry.people if not who.implied] or list(inquiry.people[:1])
    if marked is None or not inquiry.has(Cue.NAMING) or not named:
        return None
    phrase = " ".join(marked[1].split()).strip(" .,").casefold()
    holding = [one for one in inquiry.record.sentences if phrase in " ".join(one.words.split()).casefold()]
    if not holding:
        return Decision(status=ClaimStatus.NOT_FOUND, statement=f"No source at hand has the words “{marked[1]}”.")
    own = [one for one in holding if _is_of(one, named[0].key)]
    if own:
        return _told(own[0], ClaimStatus.CONFIRMED)
    others = [one for one in holding if one.speaker is not None]
    return _told(others[0], ClaimStatus.CONTRADICTED) if others else _told(holding[0], ClaimStatus.PARTLY)


def _is_of(sentence: SourceSentence, key: str) -> bool:
    return sentence.speaker is not None and key_of(sentence.speaker) == key


def _told(sentence: SourceSentence, status: ClaimStatus) -> Decision:
    bearing = Bearing.AGAINST if status is ClaimStatus.CONTRADICTED else Bearing.FOR
    whose = f" of {sentence.speaker.label}" if sentence.speaker else ""
    return Decision(
        status=status,
        statement=f"{dated(sentence.account)} has these words{whose}.",
        witnesses=(witness(sentence.account, sentence.span, bearing),),
    )
