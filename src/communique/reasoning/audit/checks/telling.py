"""Whether a source says what an essay says: the nearest passage, and whether the two can both be right."""

from __future__ import annotations

from itertools import pairwise

from communique.collation.clashes.finding import find_clashes
from communique.collation.pairing.namings import tokens_of
from communique.languages.commentary import Construction, Cue, CueWords, pattern_of
from communique.languages.edit_lexicon import load_edit_lexicon
from communique.model import Bearing, ClaimStatus, Span
from communique.reasoning.audit.checks.coverage import is_covered, is_nearly_covered
from communique.reasoning.audit.checks.slots import other_slot
from communique.reasoning.audit.decisions import Decision, dated, witness
from communique.reasoning.audit.reading.cast import Who
from communique.reasoning.audit.reading.framing import matter_of
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.record import FEWEST_TOLD, Answer, SourceSentence, content_of, key_of

SAID = 0.6
"""How well a passage must answer for a claim to be borne out by it (0 to 1)."""

TOUCHED = 0.42
"""How well it must answer to bear it out in part: of sentences on other matters one in twenty-five does as well."""

ON_THE_MATTER = 0.35
"""How well it must answer for another number of the same things to contradict, with one more word in common."""

CLASHING = 0.3
"""How well it must answer for a contradiction in it to be on the same matter."""

MOST_WORDS = 0.5
"""How much of the claim's telling words must stand in the passage for it to be borne out."""

FEW_WORDS = 0.25

TOUCHED_QUOTED, FEW_QUOTED = 0.4, 0.2
"""The same for words quoted from a text that is not at hand: the sources tell of it, if they do, in words of theirs."""


def check_telling(inquiry: Inquiry) -> Decision:
    """Check any other claim against the passages that bear on it most."""
    matter = matter_of(inquiry)
    if len(content_of(matter, inquiry.language)) < FEWEST_TOLD:
        return Decision(status=ClaimStatus.NOT_FOUND, statement="No source at hand says so.")
    answers = inquiry.record.answers(matter, inquiry.language, where=inquiry.record.tells)
    for answer in answers[:3]:
        clash = _clash(inquiry, answer)
        if clash is not None:
            return clash
    best = next(iter(answers), None)
    touched, few = (TOUCHED, FEW_WORDS) if inquiry.clause.quotation is None else (TOUCHED_QUOTED, FEW_QUOTED)
    if best is None or best.likeness < touched or best.shared < few:
        return Decision(status=ClaimStatus.NOT_FOUND, statement="No source at hand says so.")
    sentence = best.sentence
    if _denies(matter, inquiry.language) and not _denies(sentence.words, sentence.account.release.language):
        return _denied(best)
    if (other := _other_name(inquiry, answers)) is not None:
        return other
    words = witness(sentence.account, sentence.span, Bearing.FOR, _by(best))
    said = _is_said(inquiry, matter, best) and _counts_alike(inquiry, best)
    whole = next((one for one in answers[:3] if is_covered(inquiry, matter, one.sentence)), None)
    if whole is not None and _counts_alike(inquiry, whole):
        sentence, said = whole.sentence, True
        words = witness(sentence.account, sentence.span, Bearing.FOR, _by(whole))
    if said:
        return Decision(
            status=ClaimStatus.CONFIRMED, statement=f"{dated(sentence.account)} says so.", witnesses=(words,)
        )
    statement = f"{dated(sentence.account)} speaks of it in other words; not all of it is there."
    return Decision(status=ClaimStatus.PARTLY, statement=statement, witnesses=(words,))


def _is_said(inquiry: Inquiry, matter: str, best: Answer) -> bool:
    """Tell whether a passage says a claim in nearly its words."""
    alike = best.likeness >= SAID and best.shared >= MOST_WORDS
    return alike and is_nearly_covered(inquiry, matter, best.sentence)


def _denies(words: str, language: str) -> bool:
    return pattern_of(Construction.DENIED_CONTENT, language).search(words) is not None


def _denied(best: Answer) -> Decision:
    """Judge a denial beside a passage that affirms: on the same matter they cannot both be right."""
    sentence = best.sentence
    if best.likeness < SAID or best.shared < MOST_WORDS:
        return Decision(status=ClaimStatus.NOT_FOUND, statement="No source at hand says so.")
    return Decision(
        status=ClaimStatus.CONTRADICTED,
        statement=f"{dated(sentence.account)} affirms what is denied.",
        witnesses=(witness(sentence.account, sentence.span, Bearing.AGAINST, _by(best)),),
    )


def _other_name(inquiry: Inquiry, answers: tuple[Answer, ...]) -> Decision | None:
    """Give the contradiction of a passage that says the same of somebody else; None where it names the same person."""
    named = [who for who in inquiry.people[1:] if not who.implied] or [
        who for who in inquiry.people[:1] if not who.implied and who.span.start > inquiry.claim.span.start
    ]
    best = answers[0].sentence
    if not named or inquiry.cast.known(named[-1].key) is None:
        return None
    account = best.account
    there = {key_of(m.person): m.person for m in account.mentions if m.person and best.span.covers(m.span)}
    told = {
        key_of(m.person)
        for one in answers[:3]
        for m in one.sentence.account.mentions
        if m.person and one.sentence.span.covers(m.span)
    }
    others = [person for key, person in there.items() if key not in {who.key for who in inquiry.people}]
    if not others or named[-1].key in told:
        return None
    return Decision(
        status=ClaimStatus.CONTRADICTED,
        statement=f"{dated(account)} says it of {others[0].label}, not of {named[-1].label}.",
        witnesses=(witness(account, best.span, Bearing.AGAINST),),
    )


def check_speech(inquiry: Inquiry) -> Decision | None:
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
        return Decision(status=ClaimStatus.NOT_FOUND, statement=statement)
    matter = _said(inquiry, cue, speaker)
    if len(content_of(matter, inquiry.language)) < FEWEST_TOLD:
        return None
    answers = inquiry.record.answers(
        matter,
        inquiry.language,
        where=lambda sentence: _is_his(sentence, speaker.key) and inquiry.record.tells(sentence),
    )
    for answer in answers[:2]:
        clash = _clash(inquiry, answer)
        if clash is not None:
            return clash
    best = next(iter(answers), None)
    if best is None or best.likeness < TOUCHED or best.shared < FEW_WORDS:
        return _of_another(inquiry, matter, speaker)
    words = witness(best.sentence.account, best.sentence.span, Bearing.FOR, _by(best))
    covering = next((one for one in answers[:3] if is_covered(inquiry, matter, one.sentence)), None)
    if covering is not None:
        words = witness(covering.sentence.account, covering.sentence.span, Bearing.FOR, _by(covering))
    whole = covering is not None or _is_said(inquiry, matter, best)
    status = ClaimStatus.CONFIRMED if whole else ClaimStatus.PARTLY
    statement = f"{dated(best.sentence.account)} has {speaker.label} say {'so' if whole else 'part of it'}."
    return Decision(status=status, statement=statement, witnesses=(words,))


def _said(inquiry: Inquiry, cue: CueWords, speaker: Who) -> str:
    """Give what somebody is said to have said: behind the verb, and ahead of him where the verb stands in between."""
    behind = inquiry.words[cue.end :].strip(" ,:;")
    ahead = inquiry.raw[: max(0, speaker.span.start - inquiry.claim.span.start)].rstrip()
    parted = ahead.endswith(",") and len(content_of(ahead, inquiry.language)) > 1
    return f"{' '.join(ahead.split())} {behind}" if parted else behind


def _of_another(inquiry: Inquiry, matter: str, speaker: Who) -> Decision | None:
    """Give the contradiction of a source that has somebody else say what is laid to a speaker; None without one."""
    best = next(iter(inquiry.record.answers(matter, inquiry.language, where=inquiry.record.tells)), None)
    if best is None or best.likeness < SAID or best.shared < MOST_WORDS or best.sentence.speaker is None:
        return None
    said_by = best.sentence.speaker.label
    return Decision(
        status=ClaimStatus.CONTRADICTED,
        statement=f"{dated(best.sentence.account)} has {said_by} say so, not {speaker.label}.",
        witnesses=(witness(best.sentence.account, best.sentence.span, Bearing.AGAINST, _by(best)),),
    )


def _speaker(inquiry: Inquiry, cue: CueWords) -> Who | None:
    """Give whose speech a claim is about: behind "statement of" whoever follows, else who stands before the verb."""
    start = inquiry.raw.find(inquiry.words[cue.start : cue.end])
    named = [who for who in inquiry.people if not who.implied]
    place = [(who.span.start - inquiry.claim.span.start, who) for who in named]
    if pattern_of(Construction.OF_WHOM, inquiry.language).search(inquiry.words[cue.start : cue.end]):
        return next((who for at, who in place if at > start), None)
    return next((who for at, who in reversed(place) if at < start), None)


def _is_his(sentence: SourceSentence, key: str) -> bool:
    """Tell whether a passage is somebody's own words, or a narrator's (who may report him)."""
    return sentence.speaker is None or key_of(sentence.speaker) == key


def _counted(words: str, language: str) -> dict[str, frozenset[float]]:
    """Give the numbers of some words by the key of the noun that each counts ("three years": 3 by "year")."""
    found: dict[str, set[float]] = {}
    lexicon = load_edit_lexicon(language)
    values = lexicon.values
    tokens = tokens_of(words)
    for number, noun in pairwise(tokens):
        value = float(number) if number.isdigit() else values.get(number.casefold())
        if value is not None and noun[:1].islower() and noun.casefold() not in {*values, *lexicon.magnitudes}:
            for key in content_of(noun, language):
                found.setdefault(key, set()).add(float(value))
    return {key: frozenset(numbers) for key, numbers in found.items()}


def _counts_alike(inquiry: Inquiry, answer: Answer) -> bool:
    """Tell whether a passage has every number of things that a claim has."""
    ours = _counted(inquiry.words, inquiry.language)
    theirs = _counted(answer.sentence.words, answer.sentence.account.release.language)
    return all(theirs.get(key, frozenset()) & numbers for key, numbers in ours.items())


def _miscounts(inquiry: Inquiry, answer: Answer) -> Decision | None:
    """Give the contradiction of another number of the same things in a passage on the same matter."""
    sentence = answer.sentence
    ours = _counted(inquiry.words, inquiry.language)
    theirs = _counted(sentence.words, sentence.account.release.language)
    other = next((key for key in ours if key in theirs and not ours[key] & theirs[key]), None)
    if other is None or answer.likeness < ON_THE_MATTER:
        return None
    shared = content_of(inquiry.words, inquiry.language) & sentence.lemmas
    numbers = load_edit_lexicon(inquiry.language).values
    if not {key for key in shared if key != other and not key.isdigit() and key not in numbers}:
        return None
    return Decision(
        status=ClaimStatus.CONTRADICTED,
        statement=f"{dated(sentence.account)} has another number.",
        witnesses=(witness(sentence.account, sentence.span, Bearing.AGAINST, _by(answer)),),
    )


def _clash(inquiry: Inquiry, answer: Answer) -> Decision | None:
    """Give the contradiction between a claim and a passage that is on the same matter."""
    if (miscounted := _miscounts(inquiry, answer)) is not None:
        return miscounted
    sentence = answer.sentence
    pair: tuple[Span, Span] = (inquiry.claim.span, sentence.span)
    if (slot := _other_slot(inquiry, answer)) is not None:
        return slot
    clashes = find_clashes(inquiry.essay, sentence.account, (pair,), tables=inquiry.tables)
    if not clashes or answer.likeness < CLASHING:
        return None
    return Decision(
        status=ClaimStatus.CONTRADICTED,
        statement=f"{dated(sentence.account)} has it otherwise: {clashes[0].told}.",
        witnesses=(witness(sentence.account, sentence.span, Bearing.AGAINST),),
    )


def _other_slot(inquiry: Inquiry, answer: Answer) -> Decision | None:
    """Give the contradiction of a passage on the same matter that has another rank, time or direction."""
    sentence = answer.sentence
    if inquiry.claim.denied or answer.likeness < TOUCHED or answer.shared < FEW_WORDS:
        return None
    other = other_slot(inquiry.words, sentence.words, inquiry.language)
    if not other or sentence.account.release.language != inquiry.language:
        return None
    return Decision(
        status=ClaimStatus.CONTRADICTED,
        statement=f"{dated(sentence.account)} has {other}.",
        witnesses=(witness(sentence.account, sentence.span, Bearing.AGAINST, _by(answer)),),
    )


def _by(answer: Answer) -> str:
    speaker = answer.sentence.speaker
    return f"said by {speaker.label}" if speaker else ""
