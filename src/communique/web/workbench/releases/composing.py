"""The costly part of a release's page, made once: the report's article, other accounts, the house style."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from communique.corpus.codec import decode_account, decode_entry
from communique.db.corrections import CorrectionStore
from communique.db.models import ReleaseRow
from communique.db.rows import release_of
from communique.errors import CommuniqueError
from communique.model import Account
from communique.model.corrections import Correction
from communique.precedent.habits import Habit, find_habits
from communique.precedent.history import History
from communique.precedent.once import AskedOnce
from communique.readings import FEATURES, mark_features
from communique.reports.citation import render_citation
from communique.reports.habits import habit_words
from communique.reports.html import render_article
from communique.reports.report import Report
from communique.reports.versions.html import render_article as render_versions
from communique.web.base.corpus import ALIAS, the_corpus, the_settings
from communique.web.workbench.kept import kept_or_made
from communique.web.workbench.linking import with_links
from communique.web.workbench.releases.selectors import release_stamp
from communique.wiring.building import build_engine, build_tables
from communique.wiring.counterparts import find_counterparts
from communique.wiring.precedents import class_words, engine_of_corpus
from communique.wiring.versions import Reviser

MOST_BESIDE = 4
"""Other accounts of an event that a release is set beside, the best first."""

LEAST_RECORDS = 20
"""Records below which a wider class is shown as the house style."""

USUAL = 0.5
"""The share from which something is listed as usual for an office."""

MOST_HABITS = 12
FORM = "2"
"""Rises whenever what is kept of a release's page comes out otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """
    What is kept of a release's page.

    ``article`` is made by the renderer of reports, which escapes all that was captured; ``others`` are the keys of
    other accounts of the event; ``house`` the house style: its class in words, how many
    records, and for each habit its words, how many of how many, and whether this release has it.
    """

    article: str
    citation: str
    others: tuple[str, ...]
    house: str
    records: int
    habits: tuple[tuple[str, str, str], ...]


def release_composed(row: ReleaseRow) -> Composed:
    """Give what is kept of a release's page, made anew where it rests on something that changed."""
    kept = kept_or_made("release", row.key, f"{FORM} {release_stamp(row)}", partial(_compose, row))
    told = json.loads(kept)
    return Composed(
        article=told["article"],
        citation=told["citation"],
        others=tuple(told["others"]),
        house=told["house"],
        records=told["records"],
        habits=tuple((words, rate, here) for words, rate, here in told["habits"]),
    )


def release_json(row: ReleaseRow) -> str:
    """Give the report on a release as JSON that fits the published schema."""
    return kept_or_made("release json", row.key, f"{FORM} {release_stamp(row)}", partial(_exported, row))


def release_versions(row: ReleaseRow, stamp: str) -> str:
    """Give the article on what was changed from one text of the address to the next."""
    return kept_or_made("versions", row.key, f"{FORM} {stamp}", partial(_versions, row))


def _compose(row: ReleaseRow) -> str:
    whole = _whole(row)
    history = AskedOnce(the_corpus())
    report, others = _report(whole, history)
    made = {
        "article": with_links(render_article(report), history.named),
        "citation": render_citation(report.account.release, office=report.office),
        "others": others,
        **_house(whole, report.account, history),
    }
    return json.dumps(made)


def _whole(row: ReleaseRow) -> ReleaseRow:
    """Give the row of a release again, with all that is kept of it: its text, its account, what was corrected."""
    rows = ReleaseRow.objects.select_related("account__telling", "extracted")
    whole = rows.filter(pk=row.pk).first()
    if whole is None:
        raise CommuniqueError(wanted=f"the account of {row.key}", got="none there any more")
    return whole


def _report(whole: ReleaseRow, history: History) -> tuple[Report, list[str]]:
    account = decode_account(bytes(whole.account.telling.content), release_of(whole))
    corpus, settings = the_corpus(), the_settings()
    beside = find_counterparts(account, corpus, tables=build_tables(settings))[:MOST_BESIDE]
    engine = engine_of_corpus(corpus, settings, history=history)
    engine = replace(engine, corrections=partial(_corrections, whole))
    report = engine.report_of(account, tuple(other for other, _ in beside))
    return report, [other.release.key for other, _ in beside]


def _corrections(whole: ReleaseRow, account: Account) -> tuple[Correction, ...]:
    """Give what is corrected in an account as it is kept; nothing is asked where nothing is."""
    if not hasattr(whole, "extracted"):
        return ()
    extracted = decode_account(bytes(whole.extracted.content), account.release)
    applied = CorrectionStore(ALIAS).applied(whole.key, extracted=extracted)
    return applied.standing if applied else ()


def _house(whole: ReleaseRow, account: Account, history: History) -> dict[str, Any]:
    """Give what is usual for the office in releases like this one, published before it."""
    if whole.account.entry is None:
        return {"house": "", "records": 0, "habits": []}
    entry = decode_entry(bytes(whole.account.entry))
    tallies = history.tallies(entry.classes, entry.issued)
    enough = (some for some in entry.classes if tallies[some].accounts >= LEAST_RECORDS)
    reference = next(enough, entry.classes[-1])
    label = class_words(the_settings())
    habits = find_habits(history, reference, entry.issued, FEATURES, label=label)
    return {
        "house": habits.label,
        "records": habits.records,
        "habits": list(_rows(habits.habits, account)) if habits.records else [],
    }


def _rows(habits: tuple[Habit, ...], account: Account) -> Iterator[tuple[str, str, str]]:
    """Give what is usual, what most have first; beside each, whether this release has it, or could."""
    here = {mark.code: "yes" if mark.present else "no" for mark in mark_features(account)}
    usual = sorted((habit for habit in habits if habit.share >= USUAL), key=lambda habit: -habit.share)
    for habit in usual[:MOST_HABITS]:
        yield habit_words(habit), f"{habit.rate.seen:,} of {habit.rate.among:,}", here.get(habit.feature.code, "")


def _exported(row: ReleaseRow) -> str:
    return _report(_whole(row), AskedOnce(the_corpus()))[0].json()


def _versions(row: ReleaseRow) -> str:
    reviser = Reviser(engine=build_engine(the_settings()))
    return render_versions(reviser.of_versions(the_corpus().captures(row.key)))
