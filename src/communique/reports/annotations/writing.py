"""One annotation for each finding and span, in the form of the Web Annotation Data Model (W3C, 2017)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files
from uuid import UUID, uuid5

from communique.model import Finding, Grade, Release, Span
from communique.reports.annotations.targets import moment, target_of
from communique.reports.json_items import Json
from communique.reports.report import Report
from communique.reports.verdict import rank_findings

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The context that gives the keys their meaning."""

PROFILE = f'application/ld+json; profile="{CONTEXT}"'
"""The media type under which annotations are served."""

_NAMES = UUID("6a2f8e0e-3a63-5a0c-9d0c-2f8a4f1f7c11")
"""The space in which annotations have their names; it never changes, or all of them would."""


def find_annotations(report: Report, *, generated: datetime | None = None) -> Iterator[dict[str, Json]]:
    """
    Yield the findings of a report as annotations, in the report's order, each span on its own.

    A finding without a span, which is an absence, is on the text as a whole. ``generated`` is when they are written,
    aware of its zone; left out where that is nobody's matter. The same finding on the same text has the same id.
    """
    release, told = report.account.release, Counter[str]()
    for ranked in rank_findings(report.findings):
        for span in ranked.finding.spans or (None,):
            place = _place(release, ranked.finding, span)
            told[place] += 1
            yield {
                "@context": CONTEXT,
                "id": f"urn:uuid:{uuid5(_NAMES, f'{place} {told[place]}')}",
                "type": "Annotation",
                "motivation": motivation_of(ranked.finding),
                "creator": {"type": "Software", "name": report.software or "communique"},
                **({"generated": moment(generated)} if generated else {}),
                "body": list(_bodies(ranked.finding)),
                "target": target_of(release, span),
            }


def render_annotation(annotation: dict[str, Json]) -> str:
    """Give one annotation as a line of JSON-LD."""
    return json.dumps(annotation, ensure_ascii=False)


def annotation_schema() -> str:
    """Give the JSON Schema (2020-12) that every annotation, page and collection written here fits."""
    return files(__package__).joinpath("schema", "annotation.schema.json").read_text(encoding="utf-8")


def motivation_of(finding: Finding) -> str:
    """Give why words are annotated: what is counted describes them, what is set beside other texts assesses them."""
    return "describing" if finding.grade is Grade.OBSERVED else "assessing"


def _place(release: Release, finding: Finding, span: Span | None) -> str:
    where = f"{span.part.value} {span.start} {span.end}" if span else "whole"
    return f"{release.key} {finding.code} {where}"


def _bodies(finding: Finding) -> Iterator[Json]:
    """Give the statement, its plain explanation, its rate, what the other text has, and its code and grade as tags."""
    yield _words(finding.statement, motivation_of(finding))
    yield _words(finding.plain, "commenting")
    if finding.rate is not None:
        yield _words(f"{finding.rate}: {finding.rate.reference}", "assessing")
    if finding.mirror is not None:
        yield _words(finding.mirror, "commenting")
    yield {"type": "TextualBody", "purpose": "tagging", "value": finding.code}
    yield {"type": "TextualBody", "purpose": "tagging", "value": finding.grade.value}


def _words(value: str, purpose: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain", "language": "en"}
