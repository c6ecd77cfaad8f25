"""A corpus replayed: every release read as of its own day, to see how often the program cries wolf."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.corpus.port import Corpus
from communique.model import Account, Finding, Grade, Part, Rate, Release, Span
from communique.precedent import Entry
from communique.precedent.calibration import Firing, Plant, Planting
from communique.precedent.of_corpus import CorpusPrecedent
from communique.precedent.placebo import Placebo, count_placebo, place_entries, shuffle_labels
from communique.precedent.wordings import abstract_text
from communique.readings import READINGS, facet_of, mark_features, run_readings
from communique.reports.verdict import rank_findings
from communique.wiring.building import build_engine
from communique.wiring.engine import Engine
from communique.wiring.precedents import build_precedent
from communique.wiring.settings import Settings

USUAL_THERE = 0.8
"""A feature can be planted as lost where at least this share of its class has it …"""

PRECEDENTS = 20
"""… among at least so many precedents."""

LEAST_WORDS = 12
"""Words that a text must keep after a change."""

BLAND = "The rest went as foreseen in the programme."
"""What stands in the place of a formula that is replaced."""

STOCK = "stock"


def run_placebo(corpus: Corpus, *, seed: int) -> tuple[Placebo, ...]:
    """Score every account as of its day, with its issuer's label and with shuffled ones."""
    entries = tuple(corpus.entries())
    order = list(range(len(entries)))
    random.Random(seed).shuffle(order)  # noqa: S311 - a trial, repeatable by its seed
    return count_placebo(place_entries(entries), place_entries(entries, shuffle_labels(entries, order)))


def count_firings(corpus: Corpus, settings: Settings, *, sample: int, seed: int) -> tuple[Firing, ...]:
    """Read a sample of releases as of their days, and count what each reading finds in the routine ones."""
    precedent = build_precedent(corpus, settings)
    anything: Counter[str] = Counter()
    grades: Counter[tuple[str, Grade]] = Counter()
    among = 0
    for account in _sampled(corpus, tuple(corpus.entries()), sample, seed):
        standing = precedent.standing(account)
        if standing is None or standing.unusual:
            continue
        among += 1
        findings = run_readings(account, precedent)
        anything.update({_code(finding) for finding in findings})
        grades.update({(_code(finding), finding.grade) for finding in findings})
    return tuple(
        Firing(
            code=reading.code,
            anything=anything[reading.code],
            rare=grades[reading.code, Grade.RARE],
            habit=grades[reading.code, Grade.HABIT],
            among=among,
        )
        for reading in READINGS
    )


def plant_changes(corpus: Corpus, settings: Settings, *, number: int, seed: int) -> Planting:
    """
    Take something usual out of so many releases, one thing each, and see where the report puts it.

    Releases are drawn by the seed. Of each one feature, or one formula, that most of its class has is taken out of the
    text: the sentences that carry it are cut, a formula's sentence is replaced; then the text is extracted anew and
    read as of its day.
    """
    trial = _Trial(build_engine(settings), build_precedent(corpus, settings), random.Random(seed))  # noqa: S311 - likewise
    for account in _sampled(corpus, tuple(corpus.entries()), None, seed):
        if len(trial.plants) == number:
            break
        trial.run(account)
    return Planting(
        releases=trial.releases,
        eligible=trial.eligible,
        plants=tuple(trial.plants),
        left=tuple(trial.left.most_common()),
    )


@dataclass(frozen=True, slots=True)
class _Loss:
    """Something usual that a text has: its feature, the words that carry it, and the rate of those without it."""

    feature: str
    spans: tuple[Span, ...]
    formula: bool = False


class _Trial:
    """A run of plantings, with what it has counted so far."""

    def __init__(self, engine: Engine, precedent: CorpusPrecedent, lot: random.Random) -> None:
        self._engine, self._precedent, self._lot = engine, precedent, lot
        self.plants: list[Plant] = []
        self.left: Counter[str] = Counter()
        self.releases = self.eligible = 0

    def run(self, account: Account) -> None:
        """Plant one change in a release, if any of what is eligible there can be taken out."""
        losses = [*self._features(account), *self._formulas(account)]
        if not losses:
            return
        self.releases += 1
        self.eligible += len(losses)
        self._lot.shuffle(losses)
        for loss in losses:
            changed = self._changed(account, loss)
            if changed is not None:
                self.plants.append(self._plant(account, changed, loss))
                return

    def _features(self, account: Account) -> Iterator[_Loss]:
        for mark in mark_features(account):
            rate = self._precedent.rate(mark.code, account) if mark.present and mark.spans else None
            if rate is not None and rate.among >= PRECEDENTS and rate.seen >= USUAL_THERE * rate.among:
                yield _Loss(mark.code, mark.spans)

    def _formulas(self, account: Account) -> Iterator[_Loss]:
        """Find sentences without which a usual wording is missing."""
        here = {phrase.words for phrase in self._precedent.stock(account)}
        for sentence in account.sentences:
            if sentence.part is Part.TEXT:
                without = _replaced(account.release, sentence)
                lacking = self._precedent.stock_lacking(account, abstract_text(without.title, without.text))
                lost = [phrase for phrase in lacking if phrase.words not in here and _is_usual(phrase.rate)]
                if lost:
                    yield _Loss(STOCK, (sentence,), formula=True)

    def _changed(self, account: Account, loss: _Loss) -> Account | None:
        release = _replaced(account.release, loss.spans[0]) if loss.formula else _cut(account, loss.spans)
        if len(release.text.split()) < LEAST_WORDS or not release.title.strip():
            self.left["too little text would stay"] += 1
            return None
        changed = next(iter(self._engine.extract([release])))
        if not loss.formula:
            left = next((mark for mark in mark_features(changed) if mark.code == loss.feature), None)
            if left is None or left.present:
                self.left["no exposure without its words" if left is None else "told again elsewhere"] += 1
                return None
        return changed

    def _plant(self, before: Account, after: Account, loss: _Loss) -> Plant:
        known = {finding.feature for finding in run_readings(before, self._precedent)} if loss.formula else set()
        ranked = rank_findings(run_readings(after, self._precedent))
        places = (item.number for item in ranked if _speaks_of(item.finding, loss, known))
        return Plant(name=before.release.name, feature=loss.feature, place=next(places, None))


def _sampled(corpus: Corpus, entries: tuple[Entry, ...], sample: int | None, seed: int) -> Iterator[Account]:
    """Yield accounts in an order drawn by lot: a sample, or all that are asked for."""
    keys = sorted(entry.key for entry in entries)
    random.Random(seed).shuffle(keys)  # noqa: S311 - a trial, repeatable by its seed
    for key in keys[:sample]:
        account = corpus.account(key)
        if account is not None:
            yield account


def _speaks_of(finding: Finding, loss: _Loss, known: set[str]) -> bool:
    if loss.formula:
        return _code(finding) == STOCK and finding.feature not in known
    return facet_of(finding.feature) == facet_of(loss.feature) and finding.grade is not Grade.HABIT


def _is_usual(lacking: Rate) -> bool:
    return lacking.among >= PRECEDENTS and lacking.among - lacking.seen >= USUAL_THERE * lacking.among


def _replaced(release: Release, sentence: Span) -> Release:
    return replace(release, text=release.text[: sentence.start] + BLAND + release.text[sentence.end :])


def _cut(account: Account, spans: tuple[Span, ...]) -> Release:
    """Cut the sentences that hold some words out of the body, and the words themselves out of the title."""
    release, text, title = account.release, account.release.text, account.release.title
    held = {s for span in spans if span.part is Part.TEXT for s in (_sentences(account, span) or (span,))}
    for span in sorted(held, reverse=True):
        text = text[: span.start] + text[span.end :]
    for span in sorted((span for span in spans if span.part is Part.TITLE), reverse=True):
        title = " ".join((title[: span.start] + title[span.end :]).split())
    return replace(release, text=text, title=title)


def _sentences(account: Account, span: Span) -> tuple[Span, ...]:
    return tuple(sentence for sentence in account.sentences if sentence.overlaps(span))


def _code(finding: Finding) -> str:
    return finding.code.partition(".")[0]
