"""How high in a text a feature stands: in the headline, in the summary that opens the body, anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from communique.model import Account, Part, Span
from communique.precedent.marks import Feature, Mark

TITLE, SUMMARY, TEXT = "title", "summary", "text"

LONGEST_SUMMARY = 90
"""Words of a first paragraph, beyond which only its first two sentences are the summary."""


def code_within(code: str, degree: str) -> str:
    """
    Give the code under which a feature is counted at a degree.

    >>> code_within("venue.named", "summary"), code_within("venue.named", "text")
    ('venue.named@summary', 'venue.named')
    """
    return code if degree == TEXT else f"{code}@{degree}"


def find_summary(account: Account) -> Span | None:
    """
    Give the opening of the body that sums it up: the first paragraph, or its first two sentences where it is long.

    None where the body is empty.
    """
    body = account.release.text
    start = len(body) - len(body.lstrip())
    if start == len(body):
        return None
    line = body.find("\n", start)
    end = line if line != -1 else len(body)
    if len(body[start:end].split()) > LONGEST_SUMMARY:
        ends = [sentence.end for sentence in account.sentences if sentence.part is Part.TEXT and sentence.end <= end]
        end = ends[min(1, len(ends) - 1)] if ends else end
    return Span(start=start, end=end, part=Part.TEXT)


def count_by_degree(
    account: Account, marks: Iterable[Mark], features: Mapping[str, Feature]
) -> tuple[frozenset[str], frozenset[str]]:
    """Give the codes that an account has, and those that it lacks, at every degree that applies."""
    present: set[str] = set()
    absent: set[str] = set()
    summary = find_summary(account)
    for mark in marks:
        (present if mark.present else absent).add(mark.code)
        if features[mark.code].located:
            for degree, there in _heights(account, mark, summary):
                (present if there else absent).add(code_within(mark.code, degree))
    return frozenset(present), frozenset(absent)


def _heights(account: Account, mark: Mark, summary: Span | None) -> Iterator[tuple[str, bool]]:
    if account.release.title:
        yield TITLE, any(span.part is Part.TITLE for span in mark.spans)
    if summary is not None:
        yield SUMMARY, any(span.part is Part.TEXT and span.start < summary.end for span in mark.spans)
