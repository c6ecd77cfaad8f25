"""Whether a passage says the whole of a claim: every telling word of it, in the voice of whoever speaks there."""

from __future__ import annotations

from communique.languages.commentary import Construction, Cue, find_cues, pattern_of
from communique.languages.lemmas import find_base_forms
from communique.reasoning.audit.checks.slots import other_slot
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.record import SourceSentence, content_of

FEWEST = 3
"""Telling words of a claim from which all of them in one sentence bear it out."""

MISSING = 0.3
"""Share of the telling words that may be missing where another word may stand for them."""

_TELL_NOTHING = (Cue.PLAIN, Cue.SOMEONE, Cue.HOST, Cue.GUEST, Cue.FRAME, Cue.DISCUSSED, Cue.READING)


def is_covered(inquiry: Inquiry, words: str, sentence: SourceSentence) -> bool:
    """
    Tell whether one sentence has every telling word of a claim, both affirm or both deny, and no slot is filled apart.

    In direct speech "we" stands for the speaker's side and "you" for the other: who is named first must be who speaks.
    """
    told, language = sentence.words, sentence.account.release.language
    asked = telling_words(inquiry, words)
    if len(asked) < FEWEST or language != inquiry.language or other_slot(words, told, language):
        return False
    if _denies(words, language) != _denies(told, language):
        return False
    missing = asked - sentence.lemmas
    return not missing or missing <= _voiced(inquiry, words, sentence)


def is_nearly_covered(inquiry: Inquiry, words: str, sentence: SourceSentence) -> bool:
    """Tell whether few enough of a claim's telling words are missing in a sentence that likeness may stand for them."""
    asked = telling_words(inquiry, words)
    missing = asked - sentence.lemmas - _voiced(inquiry, words, sentence)
    return len(missing) <= MISSING * len(asked)


def telling_words(inquiry: Inquiry, words: str) -> frozenset[str]:
    """Give the keys of a claim's words apart from persons, verbs of speech and words that tell nothing."""
    language = inquiry.language
    taken = [(found.start, found.end) for cue in _TELL_NOTHING for found in find_cues(words, cue, language)]
    taken += [(found.start, found.end) for found in list(find_cues(words, Cue.SPEECH, language))[:1]]
    persons = frozenset(
        key
        for who in inquiry.people
        if not who.implied
        for key in content_of(who.span.of(inquiry.essay.release.text), language)
    )
    kept = (
        words[form.start : form.end]
        for form in find_base_forms(words, language)
        if not any(start <= form.start < end for start, end in taken)
    )
    return frozenset(key for word in kept for key in content_of(word, language)) - persons


def _voiced(inquiry: Inquiry, words: str, sentence: SourceSentence) -> frozenset[str]:
    """Give the sides that "we" and "you" stand for in direct speech, as far as a claim keeps their order."""
    speaker = sentence.speaker
    if speaker is None or speaker.side is None:
        return frozenset()
    people = (person for contact in inquiry.record.contacts for person in contact.people if person.side)
    others = {person.side.code for person in people if person.side} - {speaker.side.code}
    own, language = speaker.side.code, inquiry.language
    ours = pattern_of(Construction.OURS, language).search(sentence.words) is not None
    yours = pattern_of(Construction.YOURS, language).search(sentence.words) is not None
    found = frozenset({own} if ours else ()) | frozenset(others if yours and len(others) == 1 else ())
    named = [code for word in words.split() for code in content_of(word, language) if code in found]
    return found if not named or named[0] == own or own not in named else frozenset()


def _denies(words: str, language: str) -> bool:
    return pattern_of(Construction.DENIED_CONTENT, language).search(words) is not None
