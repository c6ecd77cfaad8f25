"""Figures in an essay's claim beside those of the sources: the same quantity, the value, the hedge, who said it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.model import Account, Bearing, ClaimStatus, Person, Span, Witness, joined
from communique.model.figures import FigureWords
from communique.reasoning.audit.counting_figures import Compared, FigureRelation, compare_figure, read_figures
from communique.reasoning.audit.counting_nouns import SameCounted, find_same_counted
from communique.reasoning.audit.quoting import Grade, check_quotation
from communique.reasoning.audit.quoting_kinds import DifferenceKind
from communique.reasoning.audit.quoting_marks import find_speaker
from communique.reasoning.audit.quoting_numbers import numbers_of
from communique.reasoning.audit.quoting_speakers import meant_by, same_person

SAME_THING, SURELY = 0.3, 0.6
"""How far a source must measure the same thing for an equal number to count, and for a different one to contradict."""

_MOST_OTHERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFinding:
    """
    One figure of a claim: ``compared`` is the figure of a source that answers it, None where no source at hand has one.

    ``others`` are further figures of sources for the same quantity. ``other_speaker`` is who states it in the source
    where the claim gives it to another.
    """

    claimed: FigureWords
    compared: Compared | None = None
    others: tuple[Compared, ...] = ()
    other_speaker: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCheck:
    """What the sources say to the figures of a claim, one by one in ``findings``."""

    status: ClaimStatus
    statement: str
    witnesses: tuple[Witness, ...] = ()
    findings: tuple[FigureFinding, ...] = ()


def check_figure(
    claim_text: str, essay_account: Account | None, accounts: Iterable[Account], *, speaker: str = ""
) -> FigureCheck:
    """
    Look up the figures of a claim in the sources.

    ``essay_account`` is the essay as read, if it was; ``speaker`` the words for who is said to state the figure, looked
    for in the claim where not given. A claim without figures is not found.
    """
    sources = tuple(account for account in accounts if account is not essay_account)
    claimed = read_figures(claim_text)
    meant = meant_by(speaker or find_speaker(claim_text), sources)
    findings = tuple(_find(figure, claim_text, sources, meant) for figure in claimed)
    found = [finding for finding in findings if finding.compared is not None]
    if not found:
        return _by_sentence(claim_text, sources, findings, speaker or find_speaker(claim_text))
    return FigureCheck(
        status=_status(findings),
        statement=" ".join(_told(finding, claim_text) for finding in findings),
        witnesses=tuple(witness for finding in found for witness in _witnesses(finding)),
        findings=findings,
    )


def _by_sentence(
    claim: str, accounts: Sequence[Account], findings: tuple[FigureFinding, ...], speaker: str
) -> FigureCheck:
    """Look for a sentence of the sources that says the same, and compare the numbers of both."""
    if not numbers_of(claim, 0, len(claim)):
        return FigureCheck(status=ClaimStatus.NOT_FOUND, statement="The claim states no figure.", findings=findings)
    by_noun = tuple(find_same_counted(claim, accounts))
    if by_noun:
        return _counted(by_noun, findings)
    check = check_quotation(claim, accounts, speaker=speaker)
    told = [d for d in check.differences if d.essay and numbers_of(d.essay, 0, len(d.essay))]
    if check.grade is Grade.NONE or any(d.kind is DifferenceKind.ADDED for d in told):
        return FigureCheck(
            status=ClaimStatus.NOT_FOUND, statement="No source at hand states such a figure.", findings=findings
        )
    return FigureCheck(status=check.status, statement=check.statement, witnesses=check.witnesses, findings=findings)


def _counted(found: Sequence[SameCounted], findings: tuple[FigureFinding, ...]) -> FigureCheck:
    """Tell of numbers that stand before the same noun in the sources."""
    best = next((one for one in found if one.equal), found[0])
    bearing = Bearing.FOR if best.equal else Bearing.AGAINST
    words = best.account.release.words(best.value)
    name = best.account.release.name
    return FigureCheck(
        status=ClaimStatus.CONFIRMED if best.equal else ClaimStatus.CONTRADICTED,
        statement=f"{name} has the same number: “{words}”." if best.equal else f"{name} has another number: “{words}”.",
        witnesses=(Witness(release=best.account.release, span=best.sentence, bearing=bearing, note=f"“{words}”"),),
        findings=findings,
    )


def _find(claimed: FigureWords, claim: str, accounts: Sequence[Account], meant: Person | None) -> FigureFinding:
    compared = compare_figure(claimed, claim, accounts)
    fitting = [
        one for one in compared if one.likeness >= (SURELY if one.relation is FigureRelation.DIFFERENT else SAME_THING)
    ]
    if not fitting:
        return FigureFinding(claimed=claimed)
    best = next((one for one in fitting if meant is not None and _says(one, meant)), None)
    first = fitting[0]
    if best is None or best.relation is FigureRelation.DIFFERENT is not first.relation:
        best = first
    others = tuple(one for one in fitting if one is not best)[:_MOST_OTHERS]
    said = best.figure.speaker
    stranger = said if meant is not None and said is not None and not same_person(said, meant) else None
    return FigureFinding(claimed=claimed, compared=best, others=others, other_speaker=stranger)


def _says(compared: Compared, meant: Person) -> bool:
    speaker = compared.figure.speaker
    return speaker is not None and same_person(speaker, meant)


def _status(findings: Sequence[FigureFinding]) -> ClaimStatus:
    each = [_status_of(finding) for finding in findings]
    if ClaimStatus.CONTRADICTED in each:
        return ClaimStatus.CONTRADICTED
    return ClaimStatus.CONFIRMED if set(each) == {ClaimStatus.CONFIRMED} else ClaimStatus.PARTLY


def _status_of(finding: FigureFinding) -> ClaimStatus:
    compared = finding.compared
    if compared is None:
        return ClaimStatus.NOT_FOUND
    if compared.relation is FigureRelation.DIFFERENT or finding.other_speaker is not None:
        return ClaimStatus.CONTRADICTED
    if compared.relation is FigureRelation.ONE_OF_SEVERAL or compared.hedge_lost:
        return ClaimStatus.PARTLY
    if compared.relation is FigureRelation.ROUNDED and compared.claimed.hedge is None:
        return ClaimStatus.PARTLY
    return ClaimStatus.CONFIRMED


def _witnesses(finding: FigureFinding) -> Iterator[Witness]:
    for compared in (finding.compared, *finding.others):
        if compared is None:
            continue
        against = compared.relation is FigureRelation.DIFFERENT or (
            compared is finding.compared and finding.other_speaker is not None
        )
        bearing = Bearing.AGAINST if against else Bearing.FOR
        yield Witness(
            release=compared.account.release,
            span=_span(compared),
            bearing=bearing if compared is finding.compared else Bearing.BESIDE,
            note=_note(compared),
        )


def _span(compared: Compared) -> Span:
    words = compared.figure.words
    return (
        joined(words.span, words.hedge.span) if words.hedge and words.hedge.span.part is words.span.part else words.span
    )


def _note(compared: Compared) -> str:
    speaker = compared.figure.speaker
    who = f"{speaker}: " if speaker is not None else "the release itself: "
    return f"{who}{_value(compared)}"


def _value(compared: Compared) -> str:
    """Give the source's number with its hedge, in the source's words."""
    release, words = compared.account.release, compared.figure.words
    value = " ".join(release.words(words.value).split())
    hedge = f", with “{release.words(words.hedge.span)}”" if words.hedge else ", without a hedge"
    return f"“{value}”{hedge}"


def _told(finding: FigureFinding, claim: str) -> str:
    ours = finding.claimed.value.of(claim)
    compared = finding.compared
    if compared is None:
        return f"No source at hand has “{ours}”."
    name, value = compared.account.release.name, _value(compared)
    who = f" ({compared.figure.speaker})" if compared.figure.speaker is not None else ""
    if finding.other_speaker is not None:
        return f"The figure is stated in {name} by {finding.other_speaker}: {value}."
    heads = {
        FigureRelation.EQUAL: f"{name} has the same figure{who}: {value}.",
        FigureRelation.ONE_OF_SEVERAL: f"{name} leaves the figure open{who}: {value}; the essay names “{ours}”.",
        FigureRelation.ROUNDED: f"{name} has {value}{who}; the essay's “{ours}” is that, rounded.",
        FigureRelation.BOUNDED: f"{name} has {value}{who}, within the bound that the essay names.",
        FigureRelation.DIFFERENT: f"{name} has another figure{who}: {value}; the essay has “{ours}”.",
    }
    lost = " The essay leaves the hedge out." if compared.hedge_lost else ""
    return heads[compared.relation] + lost


__all__ = ["FigureCheck", "FigureFinding", "FigureRelation", "check_figure"]
