"""A weighing as JSON for other programs; the form is published as a JSON Schema."""

from __future__ import annotations

import json
from importlib.resources import files

from communique.reasoning.disagreement import Disagreement, Dispute
from communique.reasoning.likelihoods import Cell
from communique.reasoning.weighed import Influence, Rival, WeighedHypothesis, WeighedItem, Weighing
from communique.reports.json_items import Json
from communique.reports.matrices.report import WeighingReport
from communique.reports.matrices.wording import find_changes, find_decision, find_headline, likelihood_sentence

FORM = "communique/weighing/1"
"""Name and version of the form; the number rises when a program written for the old form could misread the new."""

DIGITS = 12
"""Decimals of a number; past them only rounding differs between machines."""


def render_weighing_json(report: WeighingReport) -> str:
    """Give the weighing as one JSON object, indented, in the form of ``weighing_schema``; shares run from 0 to 1."""
    weighing = report.weighing
    found = {
        "form": FORM,
        "software": report.software,
        "title": report.title,
        "headline": find_headline(report),
        "confidence": {"level": weighing.footing.confidence.value, "sentence": weighing.footing.sentence},
        "analyst": weighing.analyst,
        "analysts": list(weighing.analysts),
        "proposed": report.proposed,
        "leaders": list(weighing.leaders),
        "hypotheses": [_standing(standing) for standing in weighing.standings],
        "evidence": [_item(item, weighing) for item in weighing.items],
        "not_weighed": [
            {"code": item.evidence.code, "statement": item.evidence.statement, "reason": item.reason}
            for item in weighing.unweighed
        ],
        "groups": [_influence(influence) for influence in weighing.influences],
        "decides": find_decision(weighing),
        "would_change": list(find_changes(weighing)),
        "rivals": [_rival(rival) for rival in weighing.rivals],
        "sweep": [
            {"varied": scenario.varied.value, "words": scenario.words, "shares": [*map(_round, scenario.posteriors)]}
            for scenario in weighing.scenarios
        ],
        "disagreement": _disagreement(report.disagreement) if report.disagreement else None,
    }
    return json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def weighing_schema() -> str:
    """Give the JSON Schema (2020-12) that every rendered weighing fits."""
    return files("communique.reports.matrices").joinpath("schema", "weighing.schema.json").read_text(encoding="utf-8")


def _standing(standing: WeighedHypothesis) -> Json:
    hypothesis = standing.hypothesis
    return {
        "code": hypothesis.code,
        "statement": hypothesis.statement,
        "dull": hypothesis.dull,
        "refuted_by": hypothesis.refuted_by,
        "prior": _round(standing.prior),
        "share": _round(standing.posterior),
        "low": _round(standing.low),
        "high": _round(standing.high),
        "words": standing.band.value,
        "sentence": likelihood_sentence(standing),
    }


def _item(item: WeighedItem, weighing: Weighing) -> Json:
    evidence = item.evidence
    return {
        "code": evidence.code,
        "statement": evidence.statement,
        "source": evidence.source,
        "quote": evidence.quote,
        "finding": evidence.finding,
        "group": next(group.name for group in weighing.groups if evidence.code in group.items),
        "grade": evidence.grade,
        "taken_as": item.grade,
        "weight": _round(item.weight),
        "counts": item.counts,
        "seen": evidence.seen,
        "among": evidence.among,
        "left_out": [*item.left_out],
        "likelihoods": [_cell(cell, ratio) for cell, ratio in zip(item.cells, item.ratios, strict=True)],
    }


def _cell(cell: Cell, ratio: float) -> Json:
    return {
        "hypothesis": cell.hypothesis,
        "value": cell.value,
        "low": cell.low,
        "high": cell.high,
        "ratio": _round(ratio),
        "ground": cell.ground.value,
        "reasons": list(cell.reasons),
        "analysts": list(cell.analysts),
        "values": [voice.value for voice in cell.voices],
    }


def _influence(influence: Influence) -> Json:
    group = influence.group
    return {
        "name": group.name,
        "items": list(group.items),
        "strongest": [*group.strongest],
        "divided": group.divided,
        "leaders_without": list(influence.leaders),
        "shift": _round(influence.shift),
        "decides": influence.decides,
    }


def _rival(rival: Rival) -> Json:
    endless = rival.ratio == float("inf")
    return {"hypothesis": rival.hypothesis.code, "ratio": None if endless else _round(rival.ratio)}


def _disagreement(disagreement: Disagreement) -> Json:
    return {
        "divergence": _round(disagreement.divergence),
        "shared": disagreement.shared,
        "analysts": [
            {
                "name": weighing.analyst,
                "shares": {standing.hypothesis.code: _round(standing.posterior) for standing in weighing.standings},
            }
            for weighing in disagreement.weighings
        ],
        "disputes": [_dispute(dispute) for dispute in disagreement.disputes],
    }


def _dispute(dispute: Dispute) -> Json:
    return {
        "evidence": dispute.evidence.code,
        "analysts": list(dispute.analysts),
        "over": dispute.over,
        "under": dispute.under,
        "factor": _round(dispute.factor),
    }


def _round(number: float) -> float:
    return round(number, DIGITS)
