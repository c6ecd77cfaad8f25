"""Which check a claim is put to, and what is ruled where no text can decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from communique.languages.acts import Act, find_acts
from communique.languages.commentary import Construction, Cue, has_cue, pattern_of, reword
from communique.languages.estimative import MarkerClass, find_markers, is_estimative
from communique.model import Bearing, ClaimKind, ClaimStatus, Witness
from communique.reasoning.audit.checks.courtesies import check_courtesy
from communique.reasoning.audit.checks.expectations import check_ignorance, check_missing
from communique.reasoning.audit.checks.happenings import check_happening
from communique.reasoning.audit.checks.initiatives import beside_initiative, check_initiative
from communique.reasoning.audit.checks.intervals import check_interval
from communique.reasoning.audit.checks.names_given import check_name_given
from communique.reasoning.audit.checks.norms import check_first, check_norm
from communique.reasoning.audit.checks.orders import check_order, check_turns
from communique.reasoning.audit.checks.questions import check_question
from communique.reasoning.audit.checks.raised import check_raised
from communique.reasoning.audit.checks.receptions import check_reception
from communique.reasoning.audit.checks.rosters import check_roster
from communique.reasoning.audit.checks.sequences import check_sequence
from communique.reasoning.audit.checks.strengths import check_wordings, question_in, wordings_of
from communique.reasoning.audit.checks.telling import check_speech, check_telling
from communique.reasoning.audit.checks.topics import check_topics
from communique.reasoning.audit.counting.checking import check_figure
from communique.reasoning.audit.decisions import Decision
from communique.reasoning.audit.documents.checking import check_documents
from communique.reasoning.audit.documents.none_such import check_none_such
from communique.reasoning.audit.quoting.checking import Grade, QuotationCheck, check_quotation
from communique.reasoning.audit.quoting.marks import Quoted
from communique.reasoning.audit.reading.framing import matter_of
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.reading.kinds import COURTESIES

NO_TEXT = {
    ClaimKind.MOTIVE: "no text can show what somebody wants or fears.",
    ClaimKind.MOOD: "no text can show what somebody feels.",
    ClaimKind.BODY: "bearing is not read; footage would show where hands and eyes were, not what they meant.",
    ClaimKind.VERDICT: "the essay’s own judgement; no source could decide it.",
}
BESIDE = 30
"""Letters around a name within which a verb of speech makes its bearer the speaker."""

WHOLE_SENTENCE = 8
"""Words from which a quotation with a figure in it is looked up as a quotation too: whose it is counts."""

_DECIDED = frozenset({ClaimStatus.CONFIRMED, ClaimStatus.PARTLY})


def rule(inquiry: Inquiry) -> Decision:
    """Put a claim to the check of its kind; what no text can decide is ruled untestable, with what stands beside it."""
    decision = _ruled(inquiry)
    if decision.status is not ClaimStatus.NOT_FOUND or not _is_beside(inquiry):
        return decision
    beside = _ruled(replace(inquiry, record=inquiry.record.beside))
    return beside if beside.status in {*_DECIDED, ClaimStatus.CONTRADICTED} else decision


def _is_beside(inquiry: Inquiry) -> bool:
    """Tell whether a claim names somebody who is met at a parallel event alone: the record of that one answers it."""
    record = inquiry.record
    own = {key for one in record.contacts if one.account in record.accounts for key in one.keys}
    aside = {key for one in record.contacts if one.account not in record.accounts for key in one.keys}
    named = {who.key for who in inquiry.people if not who.implied}
    return bool(named & (aside - own)) and inquiry.claim.kind is not ClaimKind.EXPECTED


def _ruled(inquiry: Inquiry) -> Decision:
    kind = inquiry.claim.kind
    if kind in NO_TEXT:
        return Decision(
            status=ClaimStatus.UNTESTABLE,
            statement=NO_TEXT[kind],
            witnesses=_beside(inquiry),
        )
    decision = _CHECKS.get(kind, check_telling)(inquiry)
    return _with_purpose(inquiry, decision)


def _beside(inquiry: Inquiry) -> tuple[Witness, ...]:
    """Give the words of sources that should stand beside a claim that no text can decide."""
    if inquiry.has(Cue.SUMMONED, Cue.INVITED, Cue.IDEA):
        return beside_initiative(inquiry.record)[:3]
    asked = question_in(inquiry)
    return wordings_of(inquiry, asked, Bearing.BESIDE) if asked is not None else ()


def _with_purpose(inquiry: Inquiry, decision: Decision) -> Decision:
    """Hold back where a claim that can be checked comes wrapped in a motive, which cannot."""
    if (
        inquiry.claim.kind is ClaimKind.DOCUMENTS
        or inquiry.clause.quotation is not None
        or not _tells_motive(inquiry)
        or (inquiry.claim.kind is ClaimKind.EXPECTED and not _tells_aim(inquiry))
        or decision.status is ClaimStatus.CONTRADICTED
    ):
        return decision
    if decision.status in _DECIDED:
        return replace(
            decision,
            status=ClaimStatus.PARTLY,
            statement=f"{decision.statement} With what aim it was said or done no text can show.",
        )
    beside = tuple(
        Witness(release=one.release, span=one.span, bearing=Bearing.BESIDE, note=one.note) for one in decision.witnesses
    )
    return replace(decision, status=ClaimStatus.UNTESTABLE, statement=NO_TEXT[ClaimKind.MOTIVE], witnesses=beside)


def _tells_aim(inquiry: Inquiry) -> bool:
    """Tell whether an omission is given an aim: "avoided" alone is the omission itself."""
    return pattern_of(Construction.IN_ORDER_TO, inquiry.language).search(inquiry.words) is not None


def _tells_motive(inquiry: Inquiry) -> bool:
    language = inquiry.language
    return is_estimative(language) and bool(
        find_markers(inquiry.words, language, MarkerClass.MOTIVE, MarkerClass.MOOD, MarkerClass.BODY)
    )


def _expected(inquiry: Inquiry) -> Decision:
    if (answered := check_question(inquiry)) is not None:
        return answered
    if inquiry.has(Cue.IGNORANCE):
        decision = check_ignorance(inquiry)
        if decision is not None:
            return decision
    return check_wordings(inquiry) or _courtesy_missing(inquiry) or check_missing(inquiry)


def _courtesy_missing(inquiry: Inquiry) -> Decision | None:
    """Check a claim that no word of thanks or the like was said: one that was paid contradicts it."""
    if not inquiry.has(*COURTESIES):
        return None
    found = check_courtesy(inquiry)
    if found is None or found.status not in {*_DECIDED, ClaimStatus.CONTRADICTED}:
        return None
    against = tuple(replace(one, bearing=Bearing.AGAINST) for one in found.witnesses)
    return replace(found, status=ClaimStatus.CONTRADICTED, witnesses=against)


def _event(inquiry: Inquiry) -> Decision:
    return (
        check_raised(inquiry)
        or check_interval(inquiry)
        or check_name_given(inquiry)
        or check_courtesy(inquiry)
        or check_speech(inquiry)
        or check_reception(inquiry)
        or check_topics(inquiry)
        or check_happening(inquiry)
        or check_telling(inquiry)
    )


def _initiative(inquiry: Inquiry) -> Decision:
    return (
        check_name_given(inquiry)
        or check_courtesy(inquiry)
        or check_initiative(inquiry)
        or check_speech(inquiry)
        or check_telling(inquiry)
    )


def _roster(inquiry: Inquiry) -> Decision:
    return check_roster(inquiry) or _event(inquiry)


def _quotation(inquiry: Inquiry) -> Decision:
    """Check quoted words against the sources, word by word; where no source has them, what they say."""
    marked, text = inquiry.quoted_as, inquiry.essay.release.text
    if (
        _only_meets(inquiry)
        and (met := check_happening(inquiry)) is not None
        and met.status is not ClaimStatus.NOT_FOUND
    ):
        return met
    speaker, vectors = _speaker_told(marked, text, inquiry.language), inquiry.record.vectors
    addressee = marked.addressee.of(text) if marked and marked.addressee else ""
    found = check_quotation(
        inquiry.quoted,
        inquiry.record.accounts,
        speaker=speaker,
        addressee=addressee,
        denied=bool(marked and marked.denied),
        vectors=vectors,
    )
    if found.grade is Grade.NONE:  # only the very words bear on a claim from a text of another occasion
        beside = check_quotation(inquiry.quoted, inquiry.record.parallel, speaker=speaker)
        found = beside if beside.grade in {Grade.EXACT, Grade.NEARLY} else found
    if found.grade is not Grade.NONE:
        if (elsewhere := _of_another_day(inquiry, found)) is not None:
            return elsewhere
        return Decision(status=found.status, statement=found.statement, witnesses=found.witnesses)
    told = check_telling(inquiry)
    if told.status is ClaimStatus.CONFIRMED:
        return replace(told, status=ClaimStatus.PARTLY)
    return told


def _figure(inquiry: Inquiry) -> Decision:
    denied = bool(inquiry.quoted_as.denied) if inquiry.quoted_as else inquiry.claim.denied
    if len(inquiry.quoted.split()) >= WHOLE_SENTENCE and not denied:
        quoted = _quotation(inquiry)
        if quoted.status is ClaimStatus.CONTRADICTED:
            return quoted
    found = check_figure(inquiry.words, inquiry.essay, inquiry.record.accounts, denied=denied)
    if found.foreign:
        return Decision(status=found.status, statement=found.statement, witnesses=found.witnesses)
    if found.status is ClaimStatus.NOT_FOUND:
        return _quotation(inquiry) if inquiry.clause.quotation else _event(inquiry)
    return Decision(status=found.status, statement=found.statement, witnesses=found.witnesses)


def _documents(inquiry: Inquiry) -> Decision:
    if (none := check_none_such(inquiry.words, inquiry.record.accounts)) is not None:
        return none
    if _denies_all(inquiry):
        found = check_documents(inquiry.words, inquiry.record.accounts)
        if found.status is not ClaimStatus.CONTRADICTED:
            return Decision(status=ClaimStatus.NOT_FOUND, statement="No source at hand says so.")
    if not inquiry.has(Cue.DOCUMENTS):
        told = check_telling(inquiry)
        if told.status is not ClaimStatus.NOT_FOUND:
            return told
    whole = inquiry.has(Cue.DOCUMENTS)
    words = inquiry.words if whole else reword(inquiry.words, Construction.COUNTED, inquiry.language)
    found = check_documents(words, inquiry.record.accounts, denied=inquiry.claim.denied)
    if found.status is ClaimStatus.NOT_FOUND:
        told = check_telling(inquiry)
        if told.status is not ClaimStatus.NOT_FOUND:
            return told
    return Decision(status=found.status, statement=found.statement, witnesses=found.witnesses)


def _denies_all(inquiry: Inquiry) -> bool:
    """Tell whether a claim says that nothing was signed; sources that are silent on it do not bear that out."""
    return pattern_of(Construction.NOTHING_SIGNED, inquiry.language).search(inquiry.words) is not None


def _speaker_told(marked: Quoted | None, text: str, language: str) -> str:
    """Give the words for who is said to have said a quotation: only where a verb of speech stands beside the name."""
    if marked is None or marked.speaker is None:
        return ""
    around = text[max(0, marked.speaker.start - BESIDE) : marked.speaker.end + BESIDE]
    return marked.speaker.of(text) if has_cue(around, Cue.SPEECH, language=language) else ""


def _of_another_day(inquiry: Inquiry, found: QuotationCheck) -> Decision | None:
    """Give the ruling on words that stand in a source on another day than the essay tells of here; None otherwise."""
    days = inquiry.days
    dated = {c.account.release.key: c.day for c in inquiry.record.contacts if c.day and not c.announced}
    near = timedelta(days=1)
    on_day = [key for key, day in dated.items() if any(one.first - near <= day <= one.last + near for one in days)]
    there = [one.release.key for one in found.witnesses if one.release.key in dated]
    if not on_day or not there or set(there) & set(on_day) or found.status is ClaimStatus.CONTRADICTED:
        return None
    day = dated[there[0]]
    return Decision(
        status=ClaimStatus.PARTLY,
        statement=f"The words stand in the record of {day.day} {day:%b %Y}, not of the day that the essay speaks of.",
        witnesses=found.witnesses,
    )


def _only_meets(inquiry: Inquiry) -> bool:
    """Tell whether quoted words say no more than that somebody met, called or visited somebody."""
    acts = {found.act for found in find_acts(matter_of(inquiry), inquiry.language)}
    return acts <= {Act.CONTACT} and inquiry.has(Cue.CALL, Cue.MEETING, Cue.VISIT) and len(inquiry.people) > 1


def _order(inquiry: Inquiry) -> Decision:
    if inquiry.has(Cue.FIRST):
        return check_first(inquiry)
    return check_turns(inquiry) or check_order(inquiry) or _event(inquiry)


_CHECKS: dict[ClaimKind, Callable[[Inquiry], Decision]] = {
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
