"""Which check a claim is put to, and what is ruled where no text can decide."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from communique.languages.acts import Act, find_acts
from communique.languages.commentary import Cue, has_cue
from communique.languages.estimative import MarkerClass, find_markers, is_estimative
from communique.model import Bearing, ClaimKind, ClaimStatus, Witness
from communique.reasoning.audit.counting import check_figure
from communique.reasoning.audit.courtesies import check_courtesy
from communique.reasoning.audit.documents import check_documents
from communique.reasoning.audit.expectations import check_ignorance, check_missing
from communique.reasoning.audit.findings import Verdict
from communique.reasoning.audit.happenings import check_happening
from communique.reasoning.audit.initiatives import beside_initiative, check_initiative
from communique.reasoning.audit.inquiry import Inquiry
from communique.reasoning.audit.norms import check_first, check_norm
from communique.reasoning.audit.orders import check_order
from communique.reasoning.audit.quoting import Grade, QuotationCheck, check_quotation
from communique.reasoning.audit.quoting_marks import Quoted
from communique.reasoning.audit.receptions import check_reception
from communique.reasoning.audit.rosters import check_roster
from communique.reasoning.audit.sequences import check_sequence
from communique.reasoning.audit.strengths import check_wordings, question_in, wordings_of
from communique.reasoning.audit.telling import check_speech, check_telling, matter_of

NO_TEXT = {
    ClaimKind.MOTIVE: "Motive: no text can show it.",
    ClaimKind.MOOD: "Mood: no text can show it.",
    ClaimKind.BODY: "Body and bearing: not read; footage would show geometry only.",
    ClaimKind.VERDICT: "A verdict of the essay; nothing in a source could decide it.",
}
_OF_WHAT = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|the rest|the others|all|most|none|both)\b"
    r"(?! of)",
    re.IGNORECASE,
)
BESIDE = 30
"""Letters around a name within which a verb of speech makes its bearer the speaker."""

_DECIDED = frozenset({ClaimStatus.CONFIRMED, ClaimStatus.PARTLY})


def rule(inquiry: Inquiry) -> Verdict:
    """Put a claim to the check of its kind; what no text can decide is ruled untestable, with what stands beside it."""
    kind = inquiry.claim.kind
    if kind in NO_TEXT:
        return Verdict(
            status=ClaimStatus.UNTESTABLE,
            statement=NO_TEXT[kind],
            witnesses=_beside(inquiry),
        )
    verdict = _CHECKS.get(kind, check_telling)(inquiry)
    return _with_purpose(inquiry, verdict)


def _beside(inquiry: Inquiry) -> tuple[Witness, ...]:
    """Give the words of sources that should stand beside a claim that no text can decide."""
    if inquiry.has(Cue.SUMMONED, Cue.INVITED, Cue.IDEA):
        return beside_initiative(inquiry.record)[:3]
    asked = question_in(inquiry)
    return wordings_of(inquiry, asked, Bearing.BESIDE) if asked is not None else ()


def _with_purpose(inquiry: Inquiry, verdict: Verdict) -> Verdict:
    """Hold back where a claim that can be checked comes wrapped in a motive, which cannot."""
    if (
        inquiry.claim.kind is ClaimKind.DOCUMENTS
        or inquiry.clause.quotation is not None
        or not _tells_motive(inquiry)
        or verdict.status is ClaimStatus.CONTRADICTED
    ):
        return verdict
    if verdict.status in _DECIDED:
        return replace(
            verdict,
            status=ClaimStatus.PARTLY,
            statement=f"{verdict.statement} With what aim it was said or done no text can show.",
        )
    beside = tuple(
        Witness(release=one.release, span=one.span, bearing=Bearing.BESIDE, note=one.note) for one in verdict.witnesses
    )
    return replace(verdict, status=ClaimStatus.UNTESTABLE, statement=NO_TEXT[ClaimKind.MOTIVE], witnesses=beside)


def _tells_motive(inquiry: Inquiry) -> bool:
    language = inquiry.language
    return is_estimative(language) and bool(
        find_markers(inquiry.words, language, MarkerClass.MOTIVE, MarkerClass.MOOD, MarkerClass.BODY)
    )


def _expected(inquiry: Inquiry) -> Verdict:
    if inquiry.has(Cue.IGNORANCE):
        verdict = check_ignorance(inquiry)
        if verdict is not None:
            return verdict
    return check_wordings(inquiry) or check_missing(inquiry)


def _event(inquiry: Inquiry) -> Verdict:
    return (
        check_courtesy(inquiry)
        or check_speech(inquiry)
        or check_reception(inquiry)
        or check_happening(inquiry)
        or check_telling(inquiry)
    )


def _initiative(inquiry: Inquiry) -> Verdict:
    return check_courtesy(inquiry) or check_initiative(inquiry) or check_speech(inquiry) or check_telling(inquiry)


def _roster(inquiry: Inquiry) -> Verdict:
    return check_roster(inquiry) or _event(inquiry)


def _quotation(inquiry: Inquiry) -> Verdict:
    """Check quoted words against the sources, word by word; where no source has them, what they say."""
    marked, text = inquiry.quoted_as, inquiry.essay.release.text
    if (
        _only_meets(inquiry)
        and (met := check_happening(inquiry)) is not None
        and met.status is not ClaimStatus.NOT_FOUND
    ):
        return met
    found = check_quotation(
        inquiry.quoted,
        (*inquiry.record.accounts, *inquiry.record.parallel),
        speaker=_speaker_told(marked, text, inquiry.language),
        vectors=inquiry.record.vectors,
    )
    if found.grade is not Grade.NONE:
        if (elsewhere := _of_another_day(inquiry, found)) is not None:
            return elsewhere
        return Verdict(status=found.status, statement=found.statement, witnesses=found.witnesses)
    told = check_telling(inquiry)
    if told.status is ClaimStatus.CONFIRMED:
        return replace(told, status=ClaimStatus.PARTLY)
    return told


def _figure(inquiry: Inquiry) -> Verdict:
    found = check_figure(inquiry.words, inquiry.essay, inquiry.record.accounts)
    if found.status is ClaimStatus.NOT_FOUND:
        return _quotation(inquiry) if inquiry.clause.quotation else _event(inquiry)
    return Verdict(status=found.status, statement=found.statement, witnesses=found.witnesses)


def _documents(inquiry: Inquiry) -> Verdict:
    if _denies_all(inquiry):
        found = check_documents(inquiry.words, inquiry.record.accounts)
        if found.status is not ClaimStatus.CONTRADICTED:
            return Verdict(status=ClaimStatus.NOT_FOUND, statement="No source at hand says so.")
    if not inquiry.has(Cue.DOCUMENTS):
        told = check_telling(inquiry)
        if told.status is not ClaimStatus.NOT_FOUND:
            return told
    words = (
        inquiry.words if inquiry.has(Cue.DOCUMENTS) else _OF_WHAT.sub(r"\1 of the documents", inquiry.words, count=1)
    )
    found = check_documents(words, inquiry.record.accounts)
    if found.status is ClaimStatus.NOT_FOUND:
        told = check_telling(inquiry)
        if told.status is not ClaimStatus.NOT_FOUND:
            return told
    return Verdict(status=found.status, statement=found.statement, witnesses=found.witnesses)


def _denies_all(inquiry: Inquiry) -> bool:
    """Tell whether a claim says that nothing was signed; sources that are silent on it do not bear that out."""
    return (
        re.search(r"\bnot a single\b|\bno documents?\b|\bnothing was signed\b", inquiry.words, re.IGNORECASE)
        is not None
    )


def _speaker_told(marked: Quoted | None, text: str, language: str) -> str:
    """Give the words for who is said to have said a quotation: only where a verb of speech stands beside the name."""
    if marked is None or marked.speaker is None:
        return ""
    around = text[max(0, marked.speaker.start - BESIDE) : marked.speaker.end + BESIDE]
    return marked.speaker.of(text) if has_cue(around, Cue.SPEECH, language=language) else ""


def _of_another_day(inquiry: Inquiry, found: QuotationCheck) -> Verdict | None:
    """Give the ruling on words that stand in a source on another day than the essay tells of here; None otherwise."""
    days = inquiry.days or inquiry.current
    dated = {c.account.release.key: c.day for c in inquiry.record.contacts if c.day and not c.announced}
    near = timedelta(days=1)
    on_day = [key for key, day in dated.items() if any(one.first - near <= day <= one.last + near for one in days)]
    there = [one.release.key for one in found.witnesses if one.release.key in dated]
    if not on_day or not there or set(there) & set(on_day) or found.status is ClaimStatus.CONTRADICTED:
        return None
    day = dated[there[0]]
    return Verdict(
        status=ClaimStatus.PARTLY,
        statement=f"The words stand in the record of {day.day} {day:%b %Y}, not of the day that the essay speaks of.",
        witnesses=found.witnesses,
    )


def _only_meets(inquiry: Inquiry) -> bool:
    """Tell whether quoted words say no more than that somebody met, called or visited somebody."""
    acts = {found.act for found in find_acts(matter_of(inquiry), inquiry.language)}
    return acts <= {Act.CONTACT} and inquiry.has(Cue.CALL, Cue.MEETING, Cue.VISIT) and len(inquiry.people) > 1


def _order(inquiry: Inquiry) -> Verdict:
    if inquiry.has(Cue.FIRST):
        return check_first(inquiry)
    return check_order(inquiry) or _event(inquiry)


_CHECKS: dict[ClaimKind, Callable[[Inquiry], Verdict]] = {
    ClaimKind.EXPECTED: _expected,
    ClaimKind.EVENT: _event,
    ClaimKind.DATE: _event,
    ClaimKind.INITIATIVE: _initiative,
    ClaimKind.ROSTER: _roster,
    ClaimKind.ORDER: _order,
    ClaimKind.SEQUENCE: check_sequence,
    ClaimKind.NORM: check_norm,
    ClaimKind.QUOTATION: _quotation,
    ClaimKind.FIGURE: _figure,
    ClaimKind.DOCUMENTS: _documents,
}
