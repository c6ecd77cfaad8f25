"""How a report on an audit names statuses, bearings and counts."""

from __future__ import annotations

from communique.model import Audit, Bearing, ClaimStatus, Rate
from communique.reports.labels import count_label

MEANINGS = {
    ClaimStatus.CONFIRMED: "a source at hand says so",
    ClaimStatus.PARTLY: "borne out in part, or in other words",
    ClaimStatus.CONTRADICTED: "a source at hand says otherwise",
    ClaimStatus.NOT_FOUND: "looked for, and in no source at hand, which is no denial",
    ClaimStatus.UNTESTABLE: "not looked for: no text could decide it",
}
"""What each status means, in the order in which they are counted."""

LETTERS = {
    ClaimStatus.CONFIRMED: "C",
    ClaimStatus.PARTLY: "P",
    ClaimStatus.CONTRADICTED: "X",
    ClaimStatus.NOT_FOUND: "N",
    ClaimStatus.UNTESTABLE: "U",
}
"""What stands beside a marked claim, so that no meaning hangs on colour."""

UNDECIDED = (ClaimStatus.NOT_FOUND, ClaimStatus.UNTESTABLE)
"""Statuses of claims that no source at hand decides."""

NOT_DECIDED = "Not decided by any source"
"""How the list of them is headed."""

BEARINGS = {Bearing.FOR: "for it", Bearing.AGAINST: "against it", Bearing.BESIDE: "beside it"}

SCOPE = "Each claim is set against the releases named below and against nothing else; nothing is said of who wrote it."


def count_statuses(audit: Audit) -> tuple[tuple[ClaimStatus, int], ...]:
    """Give every status with the number of claims that have it, none left out."""
    return tuple((status, sum(ruling.status is status for ruling in audit.rulings)) for status in MEANINGS)


def summary_label(audit: Audit) -> str:
    """Give the count of claims by status in one line; statuses that no claim has are left out."""
    if not audit.rulings:
        return "No claim was found that a source could bear on."
    counts = " · ".join(f"{number} {status}" for status, number in count_statuses(audit) if number)
    return f"{count_label(len(audit.rulings), 'claim', 'claims')}: {counts}."


def ground_label(audit: Audit) -> str:
    """Say what the claims were set against."""
    count = count_label(len(audit.sources), "release", "releases")
    return f"Checked against “{audit.dossier}”, {count}."


def rhetoric_label(audit: Audit) -> str:
    """Say how many sentences claim nothing checkable, empty where each claims something."""
    count = len(audit.rhetoric)
    if not count:
        return ""
    sentences = count_label(count, "sentence claims", "sentences claim")
    return f"{sentences} nothing that could be checked: images, questions, pointers to sources."


def rate_label(rate: Rate) -> str:
    """
    Give a rate with what was counted and its interval.

    >>> rate_label(Rate(seen=14, among=22, low=0.43, high=0.8, reference="working visits to Tarsk"))
    '14 of 22 working visits to Tarsk (43% to 80%)'
    """
    return f"{rate} {rate.reference} ({rate.low:.0%} to {rate.high:.0%})"
