"""What can be done to a dossier: each a function that makes the change of whatever state of it is at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Protocol, TypeVar

from django.utils.text import slugify

from communique.errors import ModelError
from communique.model import Admiralty, Dossier, Evidence, Exhibit, Filing, Hypothesis, Likelihood, Role
from communique.reasoning.catalogue import remove_hypothesis, with_dull
from communique.web.workbench.dossiers.merging import Edit
from communique.wiring.precedents import KEPT

LONGEST_CODE = 40


class Coded(Protocol):
    """A noun of a dossier that has a code."""

    @property
    def code(self) -> str:
        """Its code."""
        ...


Noun = TypeVar("Noun", bound=Coded)


def new_code(words: str, taken: Iterable[str], otherwise: str) -> str:
    """
    Make a code that is not taken, of some words.

    >>> new_code("The guest asked!", {"the-guest-asked"}, "H"), new_code("…", (), "H")
    ('the-guest-asked-2', 'H')
    """
    base = slugify(words, allow_unicode=True)[:LONGEST_CODE].strip("-") or otherwise
    known, code, number = set(taken), base, 2
    while code in known:
        code, number = f"{base}-{number}", number + 1
    return code


def set_head(**values: object) -> Edit:
    """Set title, days or sides."""
    return lambda dossier: replace(dossier, **values_of(values))


def file_releases(filings: Iterable[Filing]) -> Edit:
    """File releases that are not filed yet."""
    fresh = tuple(filings)

    def edit(dossier: Dossier) -> Dossier:
        filed = {filing.source.removeprefix(KEPT) for filing in dossier.filings}
        new = {one.source: one for one in fresh if one.source.removeprefix(KEPT) not in filed}
        return replace(dossier, filings=(*dossier.filings, *new.values()))

    return edit


def set_filing(source: str, *, role: Role, reason: str, grade: Admiralty | None) -> Edit:
    """Set why a release belongs."""

    def edit(dossier: Dossier) -> Dossier:
        refuse_strange(source, [filing.source for filing in dossier.filings], "release")
        return replace(
            dossier,
            filings=tuple(
                replace(one, role=role, reason=reason, grade=grade) if one.source == source else one
                for one in dossier.filings
            ),
        )

    return edit


def take_filing_out(source: str) -> Edit:
    """Take a release out; evidence that rests on it stays, and is told as resting on nothing that is filed."""

    def edit(dossier: Dossier) -> Dossier:
        refuse_strange(source, [filing.source for filing in dossier.filings], "release")
        return replace(dossier, filings=tuple(one for one in dossier.filings if one.source != source))

    return edit


def put_exhibit(exhibit: Exhibit) -> Edit:
    """Set an exhibit, or add it."""
    return lambda dossier: replace(dossier, exhibits=_put(dossier.exhibits, exhibit))


def exhibit_of(code: str, **values: object) -> Exhibit:
    """Make an exhibit of what was entered."""
    return Exhibit(code=code, **values_of(values))


def take_exhibit_out(code: str) -> Edit:
    """Take an exhibit out."""
    return lambda dossier: replace(dossier, exhibits=without(dossier.exhibits, code, "exhibit"))


def add_exhibit(**values: object) -> Edit:
    """Add an exhibit under a code of its own."""

    def edit(dossier: Dossier) -> Dossier:
        code = new_code(str(values["title"]), (one.code for one in dossier.exhibits), "exhibit")
        return replace(dossier, exhibits=(*dossier.exhibits, Exhibit(code=code, **values_of(values))))

    return edit


def add_hypothesis(*, code: str = "", statement: str, prior: float = 1.0, refuted_by: str = "") -> Edit:
    """Add an explanation; the dull one comes with the first."""

    def edit(dossier: Dossier) -> Dossier:
        base = with_dull(dossier)
        name = new_code(code or statement, (one.code for one in base.hypotheses), "hypothesis")
        new = Hypothesis(code=name, statement=statement, prior=prior, refuted_by=refuted_by)
        return replace(base, hypotheses=(*base.hypotheses, new))

    return edit


def take_explanations(hypotheses: Iterable[Hypothesis]) -> Edit:
    """Add explanations of the catalogue that the dossier does not have; of dull ones it keeps its own."""
    offered = tuple(hypotheses)

    def edit(dossier: Dossier) -> Dossier:
        held = {one.code for one in dossier.hypotheses}
        dull = any(one.dull for one in dossier.hypotheses)
        new = tuple(one for one in offered if one.code not in held and not (one.dull and dull))
        return with_dull(replace(dossier, hypotheses=(*_dull_first(dossier, new), *dossier.hypotheses, *_rest(new))))

    return edit


def _dull_first(dossier: Dossier, new: tuple[Hypothesis, ...]) -> tuple[Hypothesis, ...]:
    """Give the dull ones of the new, which make a dossier possible that has none."""
    return () if any(one.dull for one in dossier.hypotheses) else _dull_of(new)


def _dull_of(new: tuple[Hypothesis, ...]) -> tuple[Hypothesis, ...]:
    found = tuple(one for one in new if one.dull)
    return found or with_dull(Dossier(title="-", first=date.min, last=date.min)).hypotheses


def _rest(new: tuple[Hypothesis, ...]) -> tuple[Hypothesis, ...]:
    return tuple(one for one in new if not one.dull)


def set_hypothesis(code: str, **values: object) -> Edit:
    """Set statement, prior or refutation of an explanation."""

    def edit(dossier: Dossier) -> Dossier:
        refuse_strange(code, [one.code for one in dossier.hypotheses], "hypothesis")
        changed = (replace(one, **values_of(values)) if one.code == code else one for one in dossier.hypotheses)
        return replace(dossier, hypotheses=tuple(changed))

    return edit


def take_hypothesis_out(code: str) -> Edit:
    """Take an explanation out with the likelihoods entered for it; the dull one always stays."""
    return lambda dossier: remove_hypothesis(dossier, code)


def add_evidence(*, code: str = "", statement: str, **values: object) -> Edit:
    """Add an item of evidence."""

    def edit(dossier: Dossier) -> Dossier:
        name = new_code(code or statement, (one.code for one in dossier.evidence), "evidence")
        item = Evidence(code=name, statement=statement, **values_of(values))
        return replace(dossier, evidence=(*dossier.evidence, item))

    return edit


def take_findings(evidence: Iterable[Evidence]) -> Edit:
    """Add findings as evidence, those that the dossier does not have."""
    offered = tuple(evidence)

    def edit(dossier: Dossier) -> Dossier:
        held = {one.code for one in dossier.evidence}
        return replace(dossier, evidence=(*dossier.evidence, *(one for one in offered if one.code not in held)))

    return edit


def set_evidence(code: str, **values: object) -> Edit:
    """Set what is known of an item of evidence."""

    def edit(dossier: Dossier) -> Dossier:
        refuse_strange(code, [one.code for one in dossier.evidence], "item of evidence")
        changed = (replace(one, **values_of(values)) if one.code == code else one for one in dossier.evidence)
        return replace(dossier, evidence=tuple(changed))

    return edit


def take_evidence_out(code: str) -> Edit:
    """Take an item of evidence out with the likelihoods entered for it."""

    def edit(dossier: Dossier) -> Dossier:
        return replace(
            dossier,
            evidence=without(dossier.evidence, code, "item of evidence"),
            likelihoods=tuple(one for one in dossier.likelihoods if one.evidence != code),
        )

    return edit


def enter_likelihoods(entered: Iterable[Likelihood]) -> Edit:
    """Enter likelihoods, each in the place of what the same analyst entered for the same cell."""
    new = {_cell(one): one for one in entered}

    def edit(dossier: Dossier) -> Dossier:
        cells = [_cell(one) for one in dossier.likelihoods]
        _refuse_unknown_cells(dossier, new.values())
        kept = (new.get(cell, one) for cell, one in zip(cells, dossier.likelihoods, strict=True))
        added = (one for cell, one in new.items() if cell not in cells)
        return replace(dossier, likelihoods=_once((*kept, *added), new))

    return edit


def take_likelihood_out(evidence: str, hypothesis: str, analyst: str) -> Edit:
    """Take out what an analyst entered for a cell."""
    cell = (evidence, hypothesis, analyst)

    def edit(dossier: Dossier) -> Dossier:
        return replace(dossier, likelihoods=tuple(one for one in dossier.likelihoods if _cell(one) != cell))

    return edit


def values_of(values: dict[str, object]) -> dict[str, Any]:
    """Give values as a constructor takes them."""
    return dict(values)


def _put(nouns: tuple[Noun, ...], noun: Noun) -> tuple[Noun, ...]:
    if noun.code not in {one.code for one in nouns}:
        return (*nouns, noun)
    return tuple(noun if one.code == noun.code else one for one in nouns)


def without(nouns: tuple[Noun, ...], code: str, noun: str) -> tuple[Noun, ...]:
    """Give the nouns but one, which must be there."""
    refuse_strange(code, [one.code for one in nouns], noun)
    return tuple(one for one in nouns if one.code != code)


def _cell(one: Likelihood) -> tuple[str, str, str]:
    return one.evidence, one.hypothesis, one.analyst


def _once(
    likelihoods: tuple[Likelihood, ...], entered: dict[tuple[str, str, str], Likelihood]
) -> tuple[Likelihood, ...]:
    """Leave of a cell that is entered anew only what is entered; an earlier dated one gives way."""
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for one in likelihoods:
        if (cell := _cell(one)) in entered and cell in seen:
            continue
        seen.add(cell)
        kept.append(one)
    return tuple(kept)


def _refuse_unknown_cells(dossier: Dossier, entered: Iterable[Likelihood]) -> None:
    for one in entered:
        refuse_strange(one.evidence, [item.code for item in dossier.evidence], "item of evidence")
        refuse_strange(one.hypothesis, [item.code for item in dossier.hypotheses], "hypothesis")


def refuse_strange(code: str, known: list[str], noun: str) -> None:
    """Refuse a code that nothing has."""
    if code not in known:
        raise ModelError(
            wanted=f"a {noun} of the dossier", got=f"“{code}”", remedy="it may have been taken out meanwhile"
        )
