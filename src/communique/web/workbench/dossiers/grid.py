"""The matrix as a page shows it: explanations in rows, evidence in columns, each cell with its voices."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from communique.dossiers.opened import OpenDossier
from communique.errors import ModelError
from communique.model import Dossier, Evidence, Hypothesis, Likelihood
from communique.reasoning.catalogue import find_offers
from communique.reasoning.disagreement import Dispute
from communique.reasoning.estimative import percent
from communique.reasoning.grading import graded_evidence
from communique.reasoning.likelihoods import usual_cell
from communique.reasoning.weighed import Influence, WeighedItem, Weighing
from communique.reasoning.weighing import find_analysts
from communique.reports.matrices.report import WeighingReport, report_weighing
from communique.reports.matrices.wording import (
    MARKS,
    METHOD,
    decimal_label,
    find_changes,
    find_headline,
    find_notes,
    mark_of_ratio,
    ratio_label,
    shift_label,
    value_label,
)
from communique.web.base.refusals import refusal_words
from communique.web.workbench.dossiers.grid_parts import Bench, Cell, Column, Line, Pull, Suggestion

MOST_DISPUTES = 6


@dataclass(frozen=True, kw_only=True)
class Grid:
    """The whole matrix of a dossier; ``report`` is None where there is nothing to weigh yet, for ``refused``."""

    dossier: Dossier
    graded: tuple[Evidence, ...]
    report: WeighingReport | None
    refused: str = ""
    analyst: str = ""

    @property
    def weighing(self) -> Weighing | None:
        """The weighing, None where there is none."""
        return self.report.weighing if self.report else None

    @cached_property
    def labels(self) -> dict[str, str]:
        """The label of each item of evidence by its code."""
        return {item.code: f"E{number}" for number, item in enumerate(self.dossier.evidence, start=1)}

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The evidence, in the order of the dossier."""
        return tuple(self._column(number, item) for number, item in enumerate(self.dossier.evidence, start=1))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The explanations, in the order of the dossier."""
        whole = sum(one.prior for one in self.dossier.hypotheses) or 1.0
        standings = {one.hypothesis.code: one for one in self.weighing.standings} if self.weighing else {}
        return tuple(
            Line(
                number=number,
                hypothesis=one,
                prior=percent(one.prior / whole),
                standing=standings.get(one.code),
                leads=bool(self.weighing and one.code in self.weighing.leaders),
                cells=tuple(self._cell(number, column, one) for column in self.columns),
            )
            for number, one in enumerate(self.dossier.hypotheses, start=1)
        )

    @property
    def headline(self) -> str:
        """What it amounts to; likelihood and confidence stand in different sentences (ICD 203)."""
        return find_headline(self.report) if self.report else ""

    @property
    def notes(self) -> tuple[str, ...]:
        """Confidence, and whose likelihoods."""
        return find_notes(self.report) if self.report else ()

    @property
    def changes(self) -> tuple[str, ...]:
        """What would change it."""
        return find_changes(self.weighing) if self.weighing else ()

    @property
    def decisive(self) -> Pull | None:
        """The group that decides, or moves most."""
        return self._pull(self.weighing.decisive) if self.weighing and self.weighing.decisive else None

    @property
    def pulls(self) -> tuple[Pull, ...]:
        """Every group, the one that moves most first."""
        found = self.weighing.influences if self.weighing else ()
        return tuple(self._pull(one) for one in sorted(found, key=lambda one: -abs(one.shift)))

    @property
    def tried(self) -> int:
        """How many changes were tried."""
        return len(self.weighing.scenarios) if self.weighing else 0

    @property
    def analysts(self) -> tuple[str, ...]:
        """Who entered likelihoods."""
        return find_analysts(self.dossier.likelihoods)

    @cached_property
    def bench(self) -> Bench | None:
        """Several analysts side by side, None where fewer than two entered anything that weighs."""
        found = self.report.disagreement if self.report else None
        if found is None:
            return None
        rows = tuple(
            (
                line.label,
                line.hypothesis.code,
                tuple(_share(weighing, line.hypothesis.code) for weighing in found.weighings),
            )
            for line in self.lines
        )
        return Bench(
            names=tuple(weighing.analyst for weighing in found.weighings),
            rows=rows,
            shared=found.shared,
            divergence=f"{found.divergence:.2f}",
            disputes=tuple(map(self._dispute, found.disputes[:MOST_DISPUTES])),
        )

    @property
    def marks(self) -> tuple[tuple[str, str], ...]:
        """The signs and what they mean."""
        return MARKS

    @property
    def has_grades(self) -> bool:
        """Whether any item of evidence shows a grade, so that it is explained."""
        return any(column.grade for column in self.columns)

    @property
    def method(self) -> tuple[str, ...]:
        """How it is weighed."""
        return METHOD

    def cell(self, evidence: str, hypothesis: str) -> Cell | None:
        """Give the cell of an item and an explanation."""
        cells = (cell for line in self.lines for cell in line.cells)
        return next((one for one in cells if (one.evidence.code, one.hypothesis.code) == (evidence, hypothesis)), None)

    def offers(self, analyst: str) -> tuple[Suggestion, ...]:
        """Give what the catalogue suggests for cells in which an analyst has entered nothing."""
        taken = {(one.evidence, one.hypothesis) for one in self.dossier.likelihoods if one.analyst == analyst}
        columns = {column.evidence.code: column for column in self.columns}
        lines = {line.hypothesis.code: line for line in self.lines}
        return tuple(
            Suggestion(column=columns[item.code], line=lines[offer.hypothesis], offer=offer)
            for item, offer in find_offers(self.dossier.hypotheses, self.dossier.evidence)
            if (item.code, offer.hypothesis) not in taken
        )

    @cached_property
    def _items(self) -> dict[str, WeighedItem]:
        return {item.evidence.code: item for item in self.weighing.items} if self.weighing else {}

    def _column(self, number: int, item: Evidence) -> Column:
        weighed = self._items.get(item.code)
        groups = self.weighing.groups if self.weighing else ()
        group = next((one for one in groups if item.code in one.items), None)
        unweighed = self.weighing.unweighed if self.weighing else ()
        graded = next(one for one in self.graded if one.code == item.code)
        return Column(
            number=number,
            evidence=item,
            grade=weighed.grade if weighed else graded.grade,
            weight=f"{weighed.weight:.2f}" if weighed else "",
            fellows=tuple(self.labels[code] for code in group.items if code != item.code) if group else (),
            unweighed=next((one.reason for one in unweighed if one.evidence.code == item.code), ""),
            left_out=weighed.left_out if weighed else (),
            counts=weighed.counts if weighed else False,
        )

    def _cell(self, row: int, column: Column, hypothesis: Hypothesis) -> Cell:
        item = column.evidence
        voices = tuple(
            one for one in self.dossier.likelihoods if (one.evidence, one.hypothesis) == (item.code, hypothesis.code)
        )
        place = {"row": row, "column": column.number, "evidence": item, "hypothesis": hypothesis, "voices": voices}
        weighed = self._items.get(item.code)
        counted = next((one for one in weighed.cells if one.hypothesis == hypothesis.code), None) if weighed else None
        if weighed is None or counted is None:
            heard = [one for one in voices if not self.analyst or one.analyst in {"", self.analyst}]
            return _unweighed_cell(place, item, heard)
        ratio = weighed.ratios[weighed.cells.index(counted)]
        value = value_label(counted)
        return Cell(
            **place,  # type: ignore[arg-type] # each is what its name says
            mark=mark_of_ratio(ratio),
            value=value.removesuffix("~"),
            usual=value.endswith("~"),
            aside=not weighed.counts,
        )

    def _pull(self, influence: Influence) -> Pull:
        group = influence.group
        return Pull(
            labels=", ".join(self.labels[code] for code in group.items),
            name=group.items[0] if len(group.items) == 1 else group.name,
            shift=shift_label(influence),
            decides=influence.decides,
            without=influence.leaders,
            divided=group.divided,
        )

    def _dispute(self, dispute: Dispute) -> tuple[str, str, str, str, str, str]:
        first, second = dispute.analysts
        label = self.labels.get(dispute.evidence.code, "")
        return label, first, dispute.over, dispute.under, ratio_label(dispute.factor), second


def compose_grid(opened: OpenDossier, *, analyst: str = "") -> Grid:
    """Weigh a dossier and lay its matrix out; ``analyst`` takes the likelihoods of one, if he or she entered any."""
    dossier, graded = opened.dossier, graded_evidence(opened)
    one = analyst if analyst in find_analysts(dossier.likelihoods) else ""
    if not dossier.hypotheses:
        return Grid(dossier=dossier, graded=graded, report=None, analyst=one)
    try:
        report = report_weighing(opened, analyst=one)
    except ModelError as error:
        return Grid(dossier=dossier, graded=graded, report=None, refused=refusal_words(error), analyst=one)
    return Grid(dossier=dossier, graded=graded, report=report, analyst=one)


def _unweighed_cell(place: dict[str, object], item: Evidence, voices: list[Likelihood]) -> Cell:
    """Give a cell of an item that does not weigh: what is entered there, else the rate."""
    usual = usual_cell(item)
    if voices:
        return Cell(**place, value=" ".join(decimal_label(one.value) for one in voices[:2]))  # type: ignore[arg-type] # likewise
    if usual is not None:
        return Cell(**place, value=decimal_label(usual.value), usual=True)  # type: ignore[arg-type] # likewise
    return Cell(**place)  # type: ignore[arg-type] # likewise


def _share(weighing: Weighing, code: str) -> str:
    return next((percent(one.posterior) for one in weighing.standings if one.hypothesis.code == code), "–")
