"""A comparison as JSON for other programs; the form is published as a JSON Schema beside it."""

from __future__ import annotations

import json
from datetime import datetime
from importlib.resources import files

from communique.model import Clash, Correspondence, Rate, Span, Usage
from communique.reports.citation import render_citation
from communique.reports.comparisons.report import ComparisonReport
from communique.reports.comparisons.rows import Group, Row, find_groups
from communique.reports.comparisons.sides import Side, find_sides
from communique.reports.comparisons.verdict import find_judgement, find_opening
from communique.reports.json_items import ItemWriter, Json

FORM = "communique/comparison/1"
"""Name and version of the form; the number rises when a program written for the old form could misread the new."""

LIKENESS_DIGITS = 3


def render_comparison_json(report: ComparisonReport) -> str:
    """
    Give the comparison as one JSON object, indented, in the form of ``comparison_schema``.

    Spans count Unicode code points from 0, half-open, in the named part of their side's release, and carry their words.
    """
    return json.dumps(_Writer(report).comparison(), ensure_ascii=False, indent=2) + "\n"


def comparison_schema() -> str:
    """Give the JSON Schema (2020-12) that every rendered comparison fits."""
    return files(__package__).joinpath("schema", "comparison.schema.json").read_text(encoding="utf-8")


class _Writer:
    """Writes one comparison; each method turns one noun of the model into JSON."""

    def __init__(self, report: ComparisonReport) -> None:
        self.report = report
        self.sides = find_sides(report)
        self.items = (ItemWriter(self.sides[0].release), ItemWriter(self.sides[1].release))

    def comparison(self) -> Json:
        """Write the comparison whole."""
        comparison = self.report.comparison
        return {
            "form": FORM,
            "software": self.report.software,
            "aspect": comparison.aspect.value,
            "opening": find_opening(self.report).line,
            "judgement": find_judgement(self.report),
            "same_event": comparison.pairing.same,
            "sure": comparison.pairing.sure,
            "taken": comparison.pairing.taken,
            "evidence": list(comparison.pairing.evidence),
            "against": list(comparison.pairing.against),
            "identical": comparison.identical,
            "unlisted": list(comparison.unlisted),
            "sides": [self._side(place) for place in (0, 1)],
            "variants": [self._variant(row, group) for group in find_groups(comparison) for row in group.rows],
            "shared": [self._shared(number, shared) for number, shared in enumerate(comparison.shared, start=1)],
            "corpus": self.report.corpus,
            "models": list(comparison.models),
        }

    def _side(self, place: int) -> Json:
        side: Side = self.sides[place]
        return {
            "key": side.name.key,
            "name": side.name.text,
            "release": self._release(side),
            "paragraphs": [
                {"number": paragraph.number, "start": paragraph.span.start, "end": paragraph.span.end}
                for paragraph in side.paragraphs
            ],
            "passage": self.items[place].span(side.passage),
            "models": list(side.account.models),
        }

    def _release(self, side: Side) -> Json:
        release = side.release
        return {
            "name": release.name,
            "key": release.key,
            "address": release.address,
            "issuer": release.issuer,
            "office": side.office,
            "language": release.language,
            "title": release.title,
            "place": release.place,
            "text": release.text,
            "issued": _moment(release.issued),
            "captured": _moment(release.captured),
            "licence": release.licence,
            "sha256": release.digest,
            "tags": list(release.tags),
            "editions": [{"language": edition.language, "address": edition.address} for edition in release.editions],
            "notes": list(release.notes),
            "citation": render_citation(release, office=side.office),
        }

    def _variant(self, row: Row, group: Group) -> Json:
        variant = row.variant
        return {
            "number": row.number,
            "table": group.board.value,
            "kind": variant.kind.value,
            "weight": variant.weight.value,
            "rule": variant.rule,
            "told": variant.told,
            "first": self._span(0, variant.first),
            "second": self._span(1, variant.second),
            "clash": self._clash(variant.clash),
            "usage": _usage(variant.usage),
        }

    def _clash(self, clash: Clash | None) -> Json:
        if clash is None:
            return None
        return {
            "kind": clash.kind.value,
            "told": clash.told,
            "first": self._span(0, clash.first),
            "second": self._span(1, clash.second),
        }

    def _shared(self, number: int, shared: Correspondence) -> Json:
        return {
            "number": number,
            "first": self._span(0, shared.first),
            "second": self._span(1, shared.second),
            "likeness": round(shared.likeness, LIKENESS_DIGITS),
            "exact": shared.exact,
        }

    def _span(self, place: int, span: Span | None) -> Json:
        return self.items[place].span(span)


def _usage(usage: Usage | None) -> Json:
    if usage is None:
        return None
    return {"feature": usage.feature, "first": _rate(usage.first), "second": _rate(usage.second)}


def _rate(rate: Rate | None) -> Json:
    if rate is None:
        return None
    return {"seen": rate.seen, "among": rate.among, "low": rate.low, "high": rate.high, "reference": rate.reference}


def _moment(moment: datetime | None) -> Json:
    return moment.isoformat() if moment else None
