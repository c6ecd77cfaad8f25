"""Figures in an essay's claim beside those of the sources: the same quantity, the value, the hedge, who said it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.model import Account, Bearing, ClaimStatus, Person, Span, Witness, joined
from communique.model.figures import FigureWords
from communique.reasoning.audit.counting.figures import (
    AGAINST,
    Compared,
    FigureRelation,
    compare_figure,
    foreign_to,
    read_figures,
)
from communique.reasoning.audit.counting.nouns import SameCounted, find_same_counted
from communique.reasoning.audit.counting.telling import say_figure, show_value
from communique.reasoning.audit.quoting.checking import Grade, check_quotation
from communique.reasoning.audit.quoting.kinds import DifferenceKind
from communique.reasoning.audit.quoting.leads import find_addressee, find_speaker
from communique.reasoning.audit.quoting.numbers import numbers_of
from communique.reasoning.audit.quoting.speakers import meant_by, same_person
from communique.reasoning.audit.quoting.strangers import is_absent, names_stranger

SAME_THING, SURELY = 0.3, 0.6
"""How far a source must measure the same thing for an equal number to count, and for a different one to contradict."""

_MOST_OTHERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFinding:
    """
    One figure of a claim: ``compared`` is the figure of a source that answers it, None where no source at hand has one.

    ``others`` are further figures of sources for the same quantity. ``other_speaker`` is who states it in the source
    where the claim gives it to another; ``stranger`` are the claim's words for somebody, speaker or person told, whom
    no source has or who takes no part there.
    """

    claimed: FigureWords
    compared: Compared | None = None
    others: tuple[Compared, ...] = ()
    other_speaker: Person | None = None
    stranger: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCheck:
    """
    What the sources say to the figures of a claim, one by one in ``findings``.

    ``foreign`` are the names of whose figure the claim speaks and the sources do not ("trade with Ostrand"): a like
    sentence of theirs is then no answer to it.
    """

    status: ClaimStatus
    statement: str
    witnesses: tuple[Witness, ...] = ()
    findings: tuple[FigureFinding, ...] = ()
    foreign: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A claim with its sources, and its words for who is said to state the figure and to whom."""

    claim: str
    accounts: tuple[Account, ...]
    speaker: str
    addressee: str
    meant: Person | None


def check_figure(
    claim_text: str,
    essay_account: Account | None,
    accounts: Iterable[Account],
    *,
    speaker: str = "",
    denied: bool = False,
) -> FigureCheck:
    """
    Look up the figures of a claim in the sources.

    ``essay_account`` is the essay as read, if it was; ``speaker`` the words for who is said to state the figure, looked
    for in the claim where not given; ``denied`` tells that the essay says it was not so. A claim without figures is not
    found.
    """
    sources = tuple(account for account in accounts if account is not essay_account)
    who = speaker or find_speaker(claim_text)
    asked = _Asked(
        claim=claim_text,
        accounts=sources,
        speaker=who,
        addressee=find_addressee(claim_text),
        meant=meant_by(who, sources) if who else None,
    )
    check = _check(asked, read_figures(claim_text))
    return _turned(check) if denied else check


def _check(asked: _Asked, claimed: Sequence[FigureWords]) -> FigureCheck:
    findings = tuple(_find(figure, asked) for figure in claimed)
    found = [finding for finding in findings if finding.compared is not None]
    if not found:
        return _by_sentence(asked, findings)
    told = (
        say_figure(f.claimed, f.compared, asked.claim, other=f.other_speaker, stranger=f.stranger) for f in findings
    )
    return FigureCheck(
        status=_status(findings),
        statement=" ".join(told),
        witnesses=tuple(witness for finding in found for witness in _witnesses(finding)),
        findings=findings,
    )


def _turned(check: FigureCheck) -> FigureCheck:
    """Give the check of a figure that the essay denies: what stands in a source speaks against it, another for it."""
    if check.status is ClaimStatus.CONFIRMED:
        return replace(
            check,
            status=ClaimStatus.CONTRADICTED,
            statement=f"{check.statement} The essay denies it.",
            witnesses=tuple(replace(one, bearing=Bearing.AGAINST) for one in check.witnesses),
        )
    if check.status is not ClaimStatus.CONTRADICTED:
        return check
    only = len(check.findings) == 1 and check.findings[0].compared is not None
    borne_out = only and check.findings[0].other_speaker is None
    return replace(
        check,
        status=ClaimStatus.CONFIRMED if borne_out else ClaimStatus.PARTLY,
        witnesses=tuple(replace(one, bearing=Bearing.FOR if borne_out else Bearing.BESIDE) for one in check.witnesses),
    )


def _by_sentence(asked: _Asked, findings: tuple[FigureFinding, ...]) -> FigureCheck:
    """Look for a sentence of the sources that says the same, and compare the numbers of both."""
    claim = asked.claim
    if not numbers_of(claim, 0, len(claim)):
        return FigureCheck(status=ClaimStatus.NOT_FOUND, statement="The claim states no figure.", findings=findings)
    by_noun = tuple(find_same_counted(claim, asked.accounts))
    if by_noun:
        return _counted(by_noun, findings)
    check = check_quotation(claim, asked.accounts, speaker=asked.speaker, addressee=asked.addressee)
    told = [d for d in check.differences if d.essay and numbers_of(d.essay, 0, len(d.essay))]
    if check.grade is Grade.NONE or any(d.kind is DifferenceKind.ADDED for d in told):
        return FigureCheck(
            status=ClaimStatus.NOT_FOUND, statement="No source at hand states such a figure.", findings=findings
        )
    there = [r.original.account for r in check.renderings if r.original is not None]
    foreign = [name.title() for f in findings for account in there for name in foreign_to(account, f.claimed, claim)]
    if foreign:
        names = tuple(dict.fromkeys(foreign))
        statement = f"No source at hand has a figure on {', '.join(names)}."
        return FigureCheck(status=ClaimStatus.NOT_FOUND, statement=statement, findings=findings, foreign=names)
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


def _find(claimed: FigureWords, asked: _Asked) -> FigureFinding:
    fitting = [
        one
        for one in compare_figure(claimed, asked.claim, asked.accounts)
        if one.likeness >= (SURELY if one.relation in AGAINST else SAME_THING)
    ]
    if not fitting:
        return FigureFinding(claimed=claimed)
    best = next((one for one in fitting if asked.meant is not None and _says(one, asked.meant)), None)
    first = fitting[0]
    if best is None or (best.relation in AGAINST and first.relation not in AGAINST):
        best = first
    others = tuple(one for one in fitting if one is not best)[:_MOST_OTHERS]
    stranger = _stranger(asked, best)
    said, meant = best.figure.speaker, asked.meant
    known = meant is not None and said is not None and not stranger
    other = said if known and said is not None and meant is not None and not same_person(said, meant) else None
    return FigureFinding(claimed=claimed, compared=best, others=others, other_speaker=other, stranger=stranger)


def _stranger(asked: _Asked, compared: Compared) -> str:
    """Give the claim's words for a speaker whom no source has, or for somebody told who takes no part there."""
    if asked.speaker and names_stranger(asked.speaker, asked.accounts):
        return asked.speaker
    return asked.addressee if is_absent(asked.addressee, compared.account, asked.accounts) else ""


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
    if compared.relation in AGAINST or finding.other_speaker is not None:
        return ClaimStatus.CONTRADICTED
    open_there = compared.relation is FigureRelation.ONE_OF_SEVERAL or compared.hedge_lost or compared.fall_added
    if open_there or finding.stranger:
        return ClaimStatus.PARTLY
    if compared.relation is FigureRelation.ROUNDED and compared.claimed.hedge is None:
        return ClaimStatus.PARTLY
    return ClaimStatus.CONFIRMED


def _witnesses(finding: FigureFinding) -> Iterator[Witness]:
    for compared in (finding.compared, *finding.others):
        if compared is None:
            continue
        against = compared.relation in AGAINST or (compared is finding.compared and finding.other_speaker is not None)
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
    return f"{who}{show_value(compared)}"


__all__ = ["FigureCheck", "FigureFinding", "FigureRelation", "check_figure"]
