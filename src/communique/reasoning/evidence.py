"""Findings as evidence: what a text says or leaves unsaid, with its words, its rate, and what it depends on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from communique.dossiers.opened import Filed, OpenDossier
from communique.model import Account, Evidence, Filing, Finding
from communique.precedent.coverage import counted
from communique.precedent.encounters import find_dating
from communique.reasoning.proposing import long_foreseen


def evidence_from(findings: Sequence[Finding], account: Account, filing: Filing | None = None) -> tuple[Evidence, ...]:
    """
    Turn the findings on one account into evidence, in their order, each with the rate of being as this text is.

    Two findings of one code (in several releases, too) form one group by that code, as they commonly say the same
    thing; an analyst may part them. The grade is that of the release where the dossier gives one; else none is entered,
    so that the release's own applies as soon as it is given. Findings say "no report found", never that something did
    not happen, and so does the evidence.
    """
    source = filing.source if filing is not None else account.release.name
    return tuple(
        Evidence(
            code=code,
            statement=finding.statement,
            source=source,
            quote=_words(account, finding),
            finding=finding.code,
            group=finding.code,
            grade=_grade(filing),
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
            yield Evidence(
                code=f"{notice.name}#foreseen{f'-{number}' if number > 1 else ''}",
                statement=f"{deed} stands in a text of {notice.issued}, {counted((first - notice.day).days, 'day')} "
                "before the first day of the episode",
                source=filed.filing.source,
                quote=filed.account.release.words(item.span),
                finding="lead.invited" if notice.invitation else "lead.announced",
                group="foreseen",
                grade=_grade(filed.filing),
            )


def _grade(filing: Filing | None) -> str:
    return str(filing.grade) if filing is not None and filing.grade is not None else ""


def _coded(findings: Iterable[Finding], name: str) -> Iterator[tuple[str, Finding]]:
    """Give each finding a code of its own within the dossier: release, code, and a number from the second on."""
    times = Counter[str]()
    for finding in findings:
        times[finding.code] += 1
        again = f"-{times[finding.code]}" if times[finding.code] > 1 else ""
        yield f"{name}#{finding.code}{again}", finding


def _words(account: Account, finding: Finding) -> str:
    """
    Give the words that carry a finding.

    What was counted in other texts (a gap, an earlier invitation) is marked here only by the words that date the event
    or open the text; these do not bear it out, and are left out.
    """
    if finding.spans == find_dating(account):
        return ""
    return " … ".join(account.release.words(span) for span in finding.spans[:2])
