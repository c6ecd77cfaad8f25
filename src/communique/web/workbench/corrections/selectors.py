"""What the page of corrections shows of a release: its items as they stand, how each came to be, and the history."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.corpus.correctable import find_items
from communique.corpus.corrections import apply_corrections
from communique.model import Account, Release
from communique.model.corrections import Correction, Item, KeptCorrection, Outcome, What
from communique.web.base.corpus import the_corpus
from communique.web.workbench.corrections import words as said
from communique.web.workbench.corrections.forms import ADDABLE, FORMS, CorrectionForm
from communique.wiring.corrections import corrections_in


@dataclass(slots=True, kw_only=True)
class Entry:
    """One extracted item on the page: its value in words, the words that carry it, and what corrects it."""

    what: What
    value: str
    quote: str
    form: CorrectionForm | None = None
    correction: Correction | None = None
    number: int = 0
    extracted: str = ""
    open: bool = False

    @property
    def struck(self) -> bool:
        """Tell whether an analyst says that the item is not there."""
        return self.correction is not None and not self.correction.after


@dataclass(slots=True, kw_only=True)
class Section:
    """The items of one sort, with the form to add one where that is possible."""

    what: What
    heading: str
    entries: list[Entry] = field(default_factory=list)
    adding: CorrectionForm | None = None
    adding_open: bool = False


@dataclass(slots=True, kw_only=True)
class Line:
    """One correction in the history: what it changed, by whom, when and why, and what became of it."""

    number: int
    correction: Correction
    heading: str
    before: str
    after: str
    outcome: str
    fits: bool
    kept: KeptCorrection


@dataclass(slots=True, kw_only=True)
class Sheet:
    """All that the page shows."""

    release: Release
    account: Account
    sections: list[Section]
    history: list[Line]


def sheet_get(key: str, *, bound: CorrectionForm | None = None) -> Sheet | None:
    """Give the sheet of a release, with the form that was sent in its place; None where there is no such release."""
    corpus = the_corpus()
    kept = corpus.account(key)
    store = corrections_in(corpus)
    if kept is None or kept.release.key != key or store is None:
        return None
    history = store.history(key)
    standing = {one.correction: one.number for one in history if one.withdrawn is None}
    extracted = (store.extracted(key) if standing else None) or kept
    applied = apply_corrections(extracted, standing)
    outcomes = dict(applied.outcomes)
    shown = {one.item: one for one in applied.standing}
    return Sheet(
        release=kept.release,
        account=extracted,
        sections=list(_sections(extracted, shown, standing, bound)),
        history=[_line(one, outcomes) for one in history],
    )


def form_for(account: Account, what: What, place: str, **named: object) -> CorrectionForm | None:
    """Give the form of an item as extracted, or of one to be added (no place); None where there is no such item."""
    found = {(item.what, item.place): item for item in find_items(account)}
    item = found.get((what, place))
    if item is None and (place or what not in ADDABLE):
        return None
    if item is not None and not place and what in {What.DATE, What.VISIT_CLASS, What.KIND, What.RECEPTION}:
        return FORMS[what](account=account, item=item, **named)
    return FORMS[what](account=account, item=item if place else None, **named)


def _sections(
    account: Account,
    shown: dict[tuple[What, str], Correction],
    numbers: dict[Correction, int],
    bound: CorrectionForm | None,
) -> list[Section]:
    sections = {what: Section(what=what, heading=str(said.WHATS[what])) for what in What}
    items = {(item.what, item.place): item for item in find_items(account)}
    added = [one for item, one in shown.items() if item not in items]
    for item in items.values():
        sections[item.what].entries.append(_entry(account, item, shown.get((item.what, item.place)), numbers, bound))
    for one in added:
        bare = Item(what=one.what, place=one.place, parts=(), words=one.words)
        sections[one.what].entries.append(_entry(account, bare, one, numbers, bound))
    for what in ADDABLE:
        section = sections[what]
        if what in {What.DATE, What.VISIT_CLASS} and section.entries:
            continue
        if bound is not None and bound.what is what and bound.item is None:
            section.adding, section.adding_open = bound, True
        else:
            section.adding = FORMS[what](account=account)
    return list(sections.values())


def _entry(
    account: Account,
    item: Item,
    correction: Correction | None,
    numbers: dict[Correction, int],
    bound: CorrectionForm | None,
) -> Entry:
    words = correction.words if correction and correction.words else item.words
    entry = Entry(
        what=item.what,
        value=said.value_words(item.what, correction.after if correction else item.parts),
        quote=account.release.words(words) if words else "",
        correction=correction,
        number=numbers.get(correction, 0) if correction else 0,
        extracted=said.value_words(item.what, item.parts) if correction else "",
    )
    if correction is None:
        mine = bound is not None and bound.what is item.what and bound.item is not None and bound.place == item.place
        entry.form = bound if mine else FORMS[item.what](account=account, item=item)
        entry.open = mine
    return entry


def _line(kept: KeptCorrection, outcomes: dict[Correction, Outcome]) -> Line:
    one = kept.correction
    outcome = outcomes.get(one) if kept.withdrawn is None else None
    return Line(
        number=kept.number,
        correction=one,
        heading=str(said.WHATS[one.what]),
        before=said.value_words(one.what, one.before),
        after=said.value_words(one.what, one.after),
        outcome=str(said.OUTCOMES[outcome]) if outcome else "",
        fits=outcome is Outcome.APPLIED,
        kept=kept,
    )
