"""Findings as evidence: what a text says or leaves unsaid, with its words, its rate, and what it depends on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from communique.dossiers.opened import Filed, OpenDossier
from communique.model import Account, Admiralty, Credibility, Evidence, Filing, Finding, Reliability
from communique.precedent.coverage import counted
from communique.reasoning.proposing import long_foreseen

ON_RECORD = str(Admiralty(source=Reliability.A, item=Credibility.ONE))
"""
The grade of the fact that words stand in a text at hand: the text itself is the source, and anybody can check it.

What is graded is that the office says so, never that it is so: how likely an office is to say so, true or not, is what
the likelihoods are for.
"""


def evidence_from(findings: Sequence[Finding], account: Account, filing: Filing | None = None) -> tuple[Evidence, ...]:
    """
    Turn the findings on one account into evidence, in their order, each with the rate of being as this text is.

    Two findings of one code (in several releases, too) form one group by that code, as they commonly say the same
    thing; an analyst may part them. The grade is that of the release where the dossier gives one; else that of words
    on record. Findings say "no report found", never that something did not happen, and so does the evidence.
    """
    grade = str(filing.grade) if filing is not None and filing.grade is not None else ON_RECORD
    source = filing.source if filing is not None else account.release.name
    return tuple(
        Evidence(
            code=code,
            statement=finding.statement,
            source=source,
            quote=_words(account, finding),
            finding=finding.code,
            group=finding.code,
            grade=grade,
            seen=finding.rate.seen if finding.rate else None,
            among=finding.rate.among if finding.rate else None,
        )
        for code, finding in _coded(findings, account.release.name)
    )


def evidence_from_filed(filed: Iterable[tuple[Filed, Sequence[Finding]]]) -> tuple[Evidence, ...]:
    """Turn the findings on the releases of a dossier into evidence, in the order of filing."""
    return tuple(item for one, findings in filed for item in evidence_from(findings, one.account, one.filing))


def evidence_from_notices(opened: OpenDossier) -> tuple[Evidence, ...]:
    """
    Give the invitations and announcements that stand long before the episode as evidence, one group together.

    They have no rate: how often an invitation stands so long before is not counted here.
    """
    return tuple(_foreseen(opened))


def _foreseen(opened: OpenDossier) -> Iterator[Evidence]:
    first = opened.dossier.first
    for filed in opened.filed:
        for number, item in enumerate(long_foreseen(opened, filed.account), start=1):
            notice = item.notice
            deed = "An invitation" if notice.invitation else "An announcement"
            grade = filed.filing.grade
            yield Evidence(
                code=f"{notice.name}#foreseen{f'-{number}' if number > 1 else ''}",
                statement=f"{deed} stands in a text of {notice.issued}, {counted((first - notice.day).days, 'day')} "
                "before the first day of the episode",
                source=filed.filing.source,
                quote=filed.account.release.words(item.span),
                finding="lead.invited" if notice.invitation else "lead.announced",
                group="foreseen",
                grade=str(grade) if grade is not None else ON_RECORD,
            )


def _coded(findings: Iterable[Finding], name: str) -> Iterator[tuple[str, Finding]]:
    """Give each finding a code of its own within the dossier: release, code, and a number from the second on."""
    times = Counter[str]()
    for finding in findings:
        times[finding.code] += 1
        again = f"-{times[finding.code]}" if times[finding.code] > 1 else ""
        yield f"{name}#{finding.code}{again}", finding


def _words(account: Account, finding: Finding) -> str:
    return " … ".join(account.release.words(span) for span in finding.spans[:2])
