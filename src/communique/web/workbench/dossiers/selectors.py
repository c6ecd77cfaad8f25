"""Dossiers as they stand, and as they stood: reads only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from communique.db.models import DossierRow
from communique.dossiers.codec import parse_dossier
from communique.errors import DossierError
from communique.model import Dossier, Release
from communique.web.accounts.models import User
from communique.web.base.corpus import ALIAS, the_settings
from communique.web.base.refusals import refusal_words
from communique.web.workbench.models.dossiers import DossierRevision, Verb
from communique.wiring.dossier_views import side_names
from communique.wiring.precedents import KEPT

STORED = "store:"
REACH = 400
"""How many revisions of one's own are looked through for what can be undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A dossier as it stands: its row, name, text, what is read from it, and the revision that this is."""

    row: int
    name: str
    text: str
    dossier: Dossier
    revision: int
    updated: datetime

    @property
    def location(self) -> str:
        """How programs name it."""
        return f"{STORED}{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A dossier as a list shows it; ``dossier`` is None where its text does not fit the form any more."""

    name: str
    title: str
    revision: int
    updated: datetime
    dossier: Dossier | None
    sides: tuple[str, ...] = ()
    fault: str = ""


def dossier_list() -> tuple[Listed, ...]:
    """Give all dossiers, the latest changed first."""
    return tuple(_listed(row) for row in _rows().order_by("-updated", "name"))


def holding(shelf: Iterable[Listed], release: Release | None) -> frozenset[str]:
    """Give the names of the dossiers in which a release is filed already, under its name or its key."""
    names = {release.name, release.key} if release else set()
    filings = ((one.name, filing) for one in shelf if one.dossier for filing in one.dossier.filings)
    return frozenset(name for name, filing in filings if filing.source.removeprefix(KEPT) in names)


def dossier_choices() -> tuple[tuple[str, str], ...]:
    """Give the dossiers to choose from, the latest changed first: the name of each, and its title."""
    rows = _rows().order_by("-updated", "name").values_list("name", "title")
    return tuple((name, title or name) for name, title in rows)


def dossier_find(name: str) -> Standing | None:
    """
    Give a dossier as it stands, None where there is none of that name.

    Raises:
        DossierError: its text does not fit the form.
    """
    row = _rows().filter(name=name).first()
    if row is None:
        return None
    return Standing(
        row=row.pk,
        name=row.name,
        text=row.body,
        dossier=read_text(row.body),
        revision=row.revision,
        updated=row.updated,
    )


def dossier_get(name: str) -> Standing:
    """
    Give a dossier as it stands.

    Raises:
        Http404: there is none of that name.
        DossierError: its text does not fit the form.
    """
    found = dossier_find(name)
    if found is None:
        raise Http404(name)
    return found


def revision_list(standing: Standing) -> QuerySet[DossierRevision]:
    """Give the revisions that are kept of a dossier, the latest first, without their texts."""
    kept = DossierRevision.objects.filter(row=standing.row, number__lte=standing.revision)
    return kept.select_related("author").defer("body").order_by("-number")


def revision_text(standing: Standing, number: int) -> str | None:
    """Give the text of one revision, None where it is not kept."""
    if number == standing.revision:
        return standing.text
    kept = DossierRevision.objects.filter(row=standing.row, number=number)
    return kept.values_list("body", flat=True).first()


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The revision that can be undone, and the undoing that can be taken back; None where there is none."""

    undo: int | None = None
    redo: int | None = None


def steps_of(standing: Standing, user: User, part: str) -> Steps:
    """Give what somebody can undo and do again of their own changes on one page; others' are theirs."""
    own = DossierRevision.objects.filter(row=standing.row, author=user, part=part).order_by("-number")
    done: list[int] = []
    undone: list[int] = []
    for number, verb, reverts in reversed(own.values_list("number", "verb", "reverts")[:REACH]):
        if verb == Verb.UNDONE:
            _drop(done, reverts)
            undone.append(number)
        elif verb == Verb.REDONE:
            _drop(undone, reverts)
            done.append(number)
        else:
            done.append(number)
            undone.clear()
    return Steps(undo=done[-1] if done else None, redo=undone[-1] if undone else None)


def _drop(numbers: list[int], number: int | None) -> None:
    if number in numbers:
        numbers.remove(number)


@lru_cache(maxsize=64)
def read_text(text: str) -> Dossier:
    """
    Read the text of a dossier; the same text is read once.

    Raises:
        DossierError: it does not fit the form.
    """
    return parse_dossier(text, where="the dossier")


def _rows() -> QuerySet[DossierRow]:
    return DossierRow.objects.using(ALIAS)


def _listed(row: DossierRow) -> Listed:
    parts: dict[str, Any] = {
        "name": row.name,
        "title": row.title,
        "revision": row.revision,
        "updated": row.updated,
    }
    try:
        dossier = read_text(row.body)
    except DossierError as error:
        return Listed(**parts, dossier=None, fault=refusal_words(error))
    return Listed(**parts, dossier=dossier, sides=side_names(dossier.sides, the_settings()))


def chunked(names: list[str], size: int) -> Iterator[list[str]]:
    """Give names in lists that a query can hold."""
    return (names[start : start + size] for start in range(0, len(names), size))
