"""Whether a source says what an essay says: the nearest passage, and whether the two can both be right."""

from __future__ import annotations

import re

from communique.collation.clashes.finding import find_clashes
from communique.languages.commentary import Cue, CueWords, find_cues
from communique.model import Bearing, ClaimStatus, Span
from communique.reasoning.audit.cast import Who
from communique.reasoning.audit.findings import Verdict, dated, witness
from communique.reasoning.audit.inquiry import Inquiry
from communique.reasoning.audit.record import FEWEST_TOLD, Answer, Passage, content_of, key_of

SAID = 0.6
"""How well a passage must answer for a claim to be borne out by it (0 to 1)."""

TOUCHED = 0.42
"""How well it must answer to bear it out in part: of sentences on other matters one in twenty-five does as well."""

CLASHING = 0.3
"""How well it must answer for a contradiction in it to be on the same matter."""

MOST_WORDS = 0.5
"""How much of the claim's telling words must stand in the passage for it to be borne out."""

_DENIAL = re.compile(r"\b(?:not(?! only)|never|no|nobody|nothing|cannot)\b|n[’']t\b", re.IGNORECASE)
FEW_WORDS = 0.25

TOUCHED_QUOTED, FEW_QUOTED = 0.4, 0.2
"""The same for words quoted from a text that is not at hand: the sources tell of it, if they do, in words of theirs."""


def check_telling(inquiry: Inquiry) -> Verdict:
    """Check any other claim against the passages that bear on it most."""
    matter = matter_of(inquiry)
    if len(content_of(matter, inquiry.language)) < FEWEST_TOLD:
        return Verdict(status=ClaimStatus.NOT_FOUND, statement="No source at hand says so.")
    answers = inquiry.record.answers(matter, inquiry.language, where=inquiry.record.tells)
    for answer in answers[:3]:
        clash = _clash(inquiry, answer)
        if clash is not None:
            return clash
    best = next(iter(answers), None)
    touched, few = (TOUCHED, FEW_WORDS) if inquiry.clause.quotation is None else (TOUCHED_QUOTED, FEW_QUOTED)
    if best is None or best.likeness < touched or best.shared < few:
        return Verdict(status=ClaimStatus.NOT_FOUND, statement="No source at hand says so.")
    passage = best.passage
    if _DENIAL.search(matter) and not _DENIAL.search(passage.words):
        return _denied(best)
    if (other := _other_name(inquiry, answers)) is not None:
        return other
    words = witness(passage.account, passage.span, Bearing.FOR, _by(best))
    if best.likeness >= SAID and best.shared >= MOST_WORDS:
        return Verdict(status=ClaimStatus.CONFIRMED, statement=f"{dated(passage.account)} says so.", witnesses=(words,))
    statement = f"{dated(passage.account)} speaks of it in other words; not all of it is there."
    return Verdict(status=ClaimStatus.PARTLY, statement=statement, witnesses=(words,))


def _denied(best: Answer) -> Verdict:
    """Judge a denial beside a passage that affirms: on the same matter they cannot both be right."""
    passage = best.passage
    if best.likeness < SAID or best.shared < MOST_WORDS:
        return Verdict(status=ClaimStatus.NOT_FOUND, statement="No source at hand says so.")
    return Verdict(
        status=ClaimStatus.CONTRADICTED,
        statement=f"{dated(passage.account)} affirms what is denied.",
        witnesses=(witness(passage.account, passage.span, Bearing.AGAINST, _by(best)),),
    )


def _other_name(inquiry: Inquiry, answers: tuple[Answer, ...]) -> Verdict | None:
    """Give the contradiction of a passage that says the same of somebody else; None where it names the same person."""
    named = [who for who in inquiry.people[1:] if not who.implied] or [
        who for who in inquiry.people[:1] if not who.implied and who.span.start > inquiry.claim.span.start
    ]
    best = answers[0].passage
    if not named or inquiry.cast.known(named[-1].key) is None:
        return None
    account = best.account
    there = {key_of(m.person): m.person for m in account.mentions if m.person and best.span.covers(m.span)}
    told = {
        key_of(m.person)
        for one in answers[:3]
        for m in one.passage.account.mentions
        if m.person and one.passage.span.covers(m.span)
    }
    others = [person for key, person in there.items() if key not in {who.key for who in inquiry.people}]
    if not others or named[-1].key in told:
        return None
    return Verdict(
        status=ClaimStatus.CONTRADICTED,
        statement=f"{dated(account)} says it of {others[0].label}, not of {named[-1].label}.",
        witnesses=(witness(account, best.span, Bearing.AGAINST),),
    )


def check_speech(inquiry: Inquiry) -> Verdict | None:
    """
    Check a claim that somebody said something; None where it names no speaker or is about no speech.

    Only his own words in the sources, or words that a source reports of him, can bear it out.
    """
    cue = next(iter(inquiry.cues(Cue.SPEECH)), None)
    speaker = _speaker(inquiry, cue) if cue is not None else None
    if cue is None or speaker is None:
        return None
    if inquiry.cast.known(speaker.key) is None:
        statement = f"No statement of {speaker.label} is at hand."
        return Verdict(status=ClaimStatus.NOT_FOUND, statement=statement)
    matter = inquiry.words[cue.end :].strip(" ,:;")
    if len(content_of(matter, inquiry.language)) < FEWEST_TOLD:
        return None
    answers = inquiry.record.answers(
        matter, inquiry.language, where=lambda passage: _is_his(passage, speaker.key) and inquiry.record.tells(passage)
    )
    for answer in answers[:2]:
        clash = _clash(inquiry, answer)
        if clash is not None:
            return clash
    best = next(iter(answers), None)
    if best is None or best.likeness < TOUCHED or best.shared < FEW_WORDS:
        return None
    words = witness(best.passage.account, best.passage.span, Bearing.FOR, _by(best))
    whole = best.likeness >= SAID and best.shared >= MOST_WORDS
    status = ClaimStatus.CONFIRMED if whole else ClaimStatus.PARTLY
    statement = f"{dated(best.passage.account)} has {speaker.label} say {'so' if whole else 'part of it'}."
    return Verdict(status=status, statement=statement, witnesses=(words,))


def _speaker(inquiry: Inquiry, cue: CueWords) -> Who | None:
    """Give whose speech a claim is about: behind "statement of" whoever follows, else who stands before the verb."""
    start = inquiry.raw.find(inquiry.words[cue.start : cue.end])
    named = [who for who in inquiry.people if not who.implied]
    place = [(who.span.start - inquiry.claim.span.start, who) for who in named]
    if inquiry.words[cue.start : cue.end].split()[-1] in {"of", "by", "to"}:
        return next((who for at, who in place if at > start), None)
    return next((who for at, who in reversed(place) if at < start), None)


def _is_his(passage: Passage, key: str) -> bool:
    """Tell whether a passage is somebody's own words, or a narrator's (who may report him)."""
    return passage.speaker is None or key_of(passage.speaker) == key


def matter_of(inquiry: Inquiry) -> str:
    """Give the words of a claim without those that only frame it ("it looks like", "we believe that")."""
    words = inquiry.words
    for found in sorted(find_cues(words, Cue.FRAME, inquiry.language), key=lambda cue: -cue.start):
        words = f"{words[: found.start]} {words[found.end :]}"
    return " ".join(words.split()) or inquiry.words


def _clash(inquiry: Inquiry, answer: Answer) -> Verdict | None:
    """Give the contradiction between a claim and a passage that is on the same matter."""
    passage = answer.passage
    pair: tuple[Span, Span] = (inquiry.claim.span, passage.span)
    clashes = find_clashes(inquiry.essay, passage.account, (pair,), tables=inquiry.tables)
    if not clashes or answer.likeness < CLASHING:
        return None
    return Verdict(
        status=ClaimStatus.CONTRADICTED,
        statement=f"{dated(passage.account)} has it otherwise: {clashes[0].told}.",
        witnesses=(witness(passage.account, passage.span, Bearing.AGAINST),),
    )


def _by(answer: Answer) -> str:
    speaker = answer.passage.speaker
    return f"said by {speaker.label}" if speaker else ""
