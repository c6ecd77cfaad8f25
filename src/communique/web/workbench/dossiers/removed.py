"""Dossiers that were removed: what is kept of each, who removed it and when; reads only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from auditlog.models import LogEntry
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from communique.db.models import DossierRow
from communique.errors import CommuniqueError, DossierError
from communique.web.accounts.journal import noted_writes
from communique.web.accounts.models import User
from communique.web.base.corpus import ALIAS
from communique.web.workbench.dossiers.selectors import read_text
from communique.web.workbench.models.dossiers import DossierRevision


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """
    A dossier that was removed: the last revision kept of it, and the name that it had.

    ``noted`` tells that it was removed here. A program tells nobody who removed what: ``actor`` is None then, and
    ``when`` the moment of the last revision.
    """

    last: DossierRevision
    name: str
    actor: User | None
    when: datetime
    noted: bool
    title: str = ""


def removed_list() -> list[Removed]:
    """Give all dossiers that were removed and stand no more, the latest removed first, without their texts."""
    notes = {(note.additional_data or {}).get("row"): note for note in reversed(_notes().select_related("actor"))}
    gone = [_removed(last, notes.get(last.row)) for last in _last_revisions().defer("body")]
    return sorted(gone, key=lambda one: (one.when, one.last.row), reverse=True)


def removed_titled(some: Iterable[Removed]) -> list[Removed]:
    """Give some of them with the titles that they had; the name stands for one whose text cannot be read any more."""
    listed = list(some)
    keys = [one.last.pk for one in listed]
    texts = dict(DossierRevision.objects.filter(pk__in=keys).values_list("pk", "body"))
    return [replace(one, title=_title(texts[one.last.pk]) or one.name) for one in listed if one.last.pk in texts]


def removed_get(row: int) -> Removed:
    """
    Give one removed dossier with its text, by the number of the row that it had.

    Raises:
        CommuniqueError: nothing is kept of such a one, or it stands.
    """
    last = DossierRevision.objects.filter(row=row).order_by("-number").first()
    standing = DossierRow.objects.using(ALIAS).filter(pk=row).values_list("name", flat=True).first()
    if standing is not None:
        raise CommuniqueError(
            wanted=_("a dossier that was removed"),
            got=_("one that stands, “%(name)s”") % {"name": standing},
            remedy=_("somebody brought it back already: look at the list"),
        )
    if last is None:
        raise CommuniqueError(wanted=_("a dossier that was removed"), got=_("none that is kept"))
    return _removed(last, _notes().filter(additional_data__row=row).first())


def _notes() -> QuerySet[LogEntry]:
    return noted_writes("remove", "dossier")


def _last_revisions() -> QuerySet[DossierRevision]:
    """Give the last revision of every dossier that stands no more."""
    later = DossierRevision.objects.filter(row=OuterRef("row"), number__gt=OuterRef("number"))
    standing = DossierRow.objects.using(ALIAS).filter(pk=OuterRef("row"))
    return DossierRevision.objects.filter(~Exists(later), ~Exists(standing))


def _removed(last: DossierRevision, note: LogEntry | None) -> Removed:
    name = f"dossier-{last.row}" if note is None else note.object_pk
    if note is None or note.timestamp < last.made:  # brought back since, and removed again by a program
        return Removed(last=last, name=name, actor=None, when=last.made, noted=False)
    return Removed(last=last, name=name, actor=note.actor, when=note.timestamp, noted=True)


def _title(text: str) -> str:
    try:
        return read_text(text).title
    except DossierError:
        return ""
