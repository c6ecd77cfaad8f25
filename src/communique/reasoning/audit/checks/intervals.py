"""How long two are said not to have met, or when they last did, beside what the sources say of it."""

from __future__ import annotations

from communique.languages.commentary import Construction, pattern_of
from communique.languages.edit_lexicon import load_edit_lexicon
from communique.model import Bearing, ClaimStatus
from communique.reasoning.audit.checks.slots import months_in
from communique.reasoning.audit.decisions import Decision, dated, witness
from communique.reasoning.audit.reading.inquiry import Inquiry


def check_interval(inquiry: Inquiry) -> Decision | None:
    """Check a claim on how long two had not met; None where it is none, or no source speaks of their last meeting."""
    if pattern_of(Construction.NOT_SINCE, inquiry.language).search(inquiry.words) is None:
        return None
    ours = _times(inquiry.words, inquiry.language)
    told = [
        one
        for one in inquiry.record.sentences
        if pattern_of(Construction.LAST_MET, inquiry.language).search(one.words) is not None
    ]
    answers = [(one, theirs) for one in told if (theirs := _times(one.words, inquiry.language)).keys() & ours.keys()]
    if not answers:
        return None
    same = next(((one, theirs) for one, theirs in answers if _agree(ours, theirs)), None)
    sentence = same[0] if same else answers[0][0]
    status = ClaimStatus.CONFIRMED if same else ClaimStatus.CONTRADICTED
    return Decision(
        status=status,
        statement=f"{dated(sentence.account)} tells when they last met.",
        witnesses=(witness(sentence.account, sentence.span, Bearing.FOR if same else Bearing.AGAINST),),
    )


def _agree(ours: dict[str, frozenset[str]], theirs: dict[str, frozenset[str]]) -> bool:
    return all(ours[kind] & theirs[kind] for kind in ours.keys() & theirs.keys())


def _times(words: str, language: str) -> dict[str, frozenset[str]]:
    """Give the months that words name, and how many years, months, weeks or days."""
    found: dict[str, frozenset[str]] = {}
    months = months_in(words, language)
    if months:
        found["month of the year"] = months
    values = load_edit_lexicon(language).values
    for match in pattern_of(Construction.SPELL, language).finditer(words):
        number = match["number"].casefold()
        value = number if number.isdigit() else f"{values.get(number, 1):.0f}"
        found[match["unit"].casefold()] = frozenset({value})
    return found
