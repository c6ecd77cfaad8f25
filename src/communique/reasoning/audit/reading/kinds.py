"""What a clause of an essay claims, told by its cues: what no text can show first, then what one can."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from communique.languages.commentary import Construction, Cue, find_cues, has_cue, pattern_of
from communique.languages.estimative import MarkerClass, find_markers, is_estimative
from communique.model import ClaimKind

ONE_SENTENCE = 30
"""Words up to which a quotation that holds a figure is about that figure."""

FEW_WORDS = 5
"""Words up to which a clause without any cue asserts nothing of its own."""

ENCOUNTER = (Cue.CALL, Cue.MEETING, Cue.VISIT)
OCCASIONS = (Cue.ANNOUNCED, Cue.INVITATION, Cue.PRESS, Cue.SPOKEN, Cue.CALL, Cue.MEETING, Cue.VISIT)
COURTESIES = (Cue.THANKS, Cue.CONGRATULATION, Cue.CONDOLENCE, Cue.APOLOGY, Cue.PRAISE)
_ROSTER = (Cue.ABSENT, Cue.PRESENT, Cue.GREETER)
_SHOWN_BY_NO_TEXT = {
    MarkerClass.BODY: ClaimKind.BODY,
    MarkerClass.MOTIVE: ClaimKind.MOTIVE,
    MarkerClass.MOOD: ClaimKind.MOOD,
}
_TOLD_BY_CUE = {Cue.BODY: ClaimKind.BODY, Cue.MOTIVE: ClaimKind.MOTIVE, Cue.MOOD: ClaimKind.MOOD}
_QUESTION = re.compile(r"[?？]\s*[”»\"]?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """A clause's words, with what no text can show that they speak of, and whether they hold a quantity."""

    words: str
    language: str
    untestable: ClaimKind | None
    figures: bool

    def has(self, *cues: Cue) -> bool:
        """Tell whether a cue of any of the classes is there."""
        return has_cue(self.words, *cues, language=self.language)

    def marked(self, *classes: MarkerClass) -> bool:
        """Tell whether a word of any of the classes is there."""
        return is_estimative(self.language) and bool(find_markers(self.words, self.language, *classes))

    def built(self, construction: Construction) -> bool:
        """Tell whether a construction is there."""
        return pattern_of(construction, self.language).search(self.words) is not None


def kind_of(
    words: str, language: str, *, figures: bool = False, quoted: bool = False, reported: bool = False
) -> ClaimKind | None:
    """
    Give the kind of claim that a clause makes; None where it claims nothing that could be looked up or refused.

    ``figures`` tells that it holds a quantity, ``quoted`` that it is quoted from a source, ``reported`` that the words
    before it say that somebody said so. The first rule that fits decides.

    >>> kind_of("he was probably displeased with the message", "en")
    <ClaimKind.MOOD: 'mood'>
    >>> kind_of("the president flew to Tarsk on 4 May", "en")
    <ClaimKind.EVENT: 'event'>
    """
    if quoted:
        return ClaimKind.FIGURE if figures and len(words.split()) < ONE_SENTENCE else ClaimKind.QUOTATION
    untestable = _untestable(words, language)
    if reported and untestable is not ClaimKind.BODY:
        untestable = None
    clause = _Words(words=words, language=language, untestable=untestable, figures=figures)
    return next((kind(clause) for fits, kind in _RULES if fits(clause)), None)


def _untestable(words: str, language: str) -> ClaimKind | None:
    """
    Give the class of what no text can show that a clause speaks of: body before motive before mood.

    Words of courtesy are none: that somebody thanked can be looked up, whether he meant it cannot.
    """
    told = next((kind for cue, kind in _TOLD_BY_CUE.items() if has_cue(words, cue, language=language)), None)
    if told is not None or not is_estimative(language):
        return told
    courtesies = [
        (cue.start, cue.end)
        for name in (*COURTESIES, Cue.PRESENT, Cue.LEFT_OUT)
        for cue in find_cues(words, name, language)
    ]
    found = {
        marker.marker_class
        for marker in find_markers(words, language, *_SHOWN_BY_NO_TEXT)
        if not any(start < marker.span.end and marker.span.start < end for start, end in courtesies)
        and not _is_reported(words, marker.span.start, language)
    }
    return next((kind for name, kind in _SHOWN_BY_NO_TEXT.items() if name in found), None)


def _is_reported(words: str, at: int, language: str) -> bool:
    """Tell whether a word stands in what somebody is said to have said, as his own declared aim or feeling."""
    that = pattern_of(Construction.THAT, language)
    return any(cue.end <= at and that.match(words[cue.end :]) for cue in find_cues(words, Cue.SPEECH, language))


def _is_rhetoric(clause: _Words) -> bool:
    return clause.has(Cue.RHETORIC) or clause.built(Construction.OPEN_QUESTION)


def _is_mere_question(clause: _Words) -> bool:
    asks = _QUESTION.search(clause.words) is not None
    return asks and clause.untestable is None and not clause.has(Cue.NORM, Cue.EXPECTED, *ENCOUNTER)


def _is_event(clause: _Words) -> bool:
    """Tell a contact wrapped in the essayist's feelings, and one told by saying who did not receive whom."""
    return (clause.has(Cue.OWN_FEELING) and clause.has(*ENCOUNTER)) or (
        clause.built(Construction.CLEFT) and clause.has(Cue.RECEIVED)
    )


def _is_missing(clause: _Words) -> bool:
    return (clause.has(Cue.IGNORANCE) and clause.has(Cue.REASON)) or clause.has(Cue.EXPECTED, Cue.LEFT_OUT)


def _is_aim(clause: _Words) -> bool:
    summoned = clause.has(Cue.SUMMONED) and not clause.built(Construction.WHETHER)
    return clause.built(Construction.AIM) or clause.has(Cue.UNSAID) or summoned


def _is_of_documents(clause: _Words) -> bool:
    told = clause.has(Cue.DOCUMENTS) and clause.has(Cue.SIGNING)
    return told and (clause.untestable is None or clause.figures)


def _is_asking(clause: _Words) -> bool:
    return clause.has(Cue.ASKED) or (clause.has(Cue.CALLED) and not clause.has(Cue.MEETING, Cue.VISIT))


def _is_order(clause: _Words) -> bool:
    """Tell a claim on what came before what, or how long after: two occasions, or one and a distance."""
    told = sum(clause.has(cue) for cue in OCCASIONS)
    if clause.has(Cue.DISTANCE):
        return told > 0
    return told > 1 and clause.has(Cue.BEFORE, Cue.AFTER, Cue.FIRST_TOLD, Cue.LATER_TOLD)


_Rule: TypeAlias = tuple[Callable[[_Words], bool], Callable[[_Words], ClaimKind | None]]


def _always(kind: ClaimKind | None) -> Callable[[_Words], ClaimKind | None]:
    return lambda _: kind


def _as_marked(clause: _Words) -> ClaimKind | None:
    return clause.untestable or ClaimKind.VERDICT


_RULES: tuple[_Rule, ...] = (
    (_is_rhetoric, _always(None)),
    (_is_event, _always(ClaimKind.EVENT)),
    (_is_mere_question, _always(None)),
    (lambda clause: clause.built(Construction.INFERENCE), _as_marked),
    (lambda clause: clause.untestable is ClaimKind.BODY, _always(ClaimKind.BODY)),
    (_is_aim, _always(ClaimKind.MOTIVE)),
    (_is_missing, _always(ClaimKind.EXPECTED)),
    (lambda clause: clause.has(Cue.TURNED_ROUND) and clause.has(Cue.CALLED), _always(ClaimKind.INITIATIVE)),
    (_is_of_documents, _always(ClaimKind.DOCUMENTS)),
    (lambda clause: clause.has(Cue.VERDICT), _as_marked),
    (lambda clause: clause.built(Construction.IN_ORDER_TO), _always(ClaimKind.MOTIVE)),
    (
        lambda clause: clause.has(Cue.INVITED, Cue.IDEA) and clause.untestable is not ClaimKind.MOOD,
        _always(ClaimKind.INITIATIVE),
    ),
    (lambda clause: clause.built(Construction.WHAT_DROVE), _always(ClaimKind.SEQUENCE)),
    (lambda clause: clause.has(Cue.SEQUENCE) and clause.has(*ENCOUNTER), _always(ClaimKind.SEQUENCE)),
    (lambda clause: clause.untestable is not None, lambda clause: clause.untestable),
    (lambda clause: clause.has(Cue.FIRST), _always(ClaimKind.ORDER)),
    (lambda clause: clause.has(Cue.NORM), _always(ClaimKind.NORM)),
    (lambda clause: clause.has(*_ROSTER), _always(ClaimKind.ROSTER)),
    (lambda clause: clause.marked(MarkerClass.CHARACTER) or clause.has(Cue.JUDGED), _always(ClaimKind.VERDICT)),
    (_is_asking, _always(ClaimKind.INITIATIVE)),
    (lambda clause: clause.has(Cue.SPOKE_FIRST), _always(ClaimKind.ORDER)),
    (_is_order, _always(ClaimKind.ORDER)),
    (lambda clause: clause.figures, _always(ClaimKind.FIGURE)),
    (lambda clause: clause.has(*ENCOUNTER, *COURTESIES), _always(ClaimKind.EVENT)),
    (lambda clause: clause.marked(MarkerClass.RHETORIC), _always(ClaimKind.VERDICT)),
    (lambda clause: len(clause.words.split()) > FEW_WORDS, _always(ClaimKind.EVENT)),
)
"""The rules in order: the first that fits gives the kind."""
