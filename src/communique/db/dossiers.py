"""Dossiers in the database of a corpus, by name; who writes must have read what stands there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from typing import Any

from django.db.models import F, QuerySet

from communique.db.models import DossierRow
from communique.db.store import writing
from communique.dossiers.codec import dossier_text, parse_dossier
from communique.errors import CommuniqueError, DossierError
from communique.model import Dossier

LONGEST_NAME = 200
"""Characters that the name of a record may have."""


def _now() -> datetime:
    return datetime.now(UTC)


class DossierStore:
    """
    Dossiers kept in the database that an alias of Django's connections stands for.

    ``clock`` gives the moment that a writing is noted with.
    """

    def __init__(self, alias: str, *, clock: Callable[[], datetime] = _now) -> None:
        self.alias = alias
        self._clock = clock

    def get(self, name: str) -> tuple[Dossier, int] | None:
        """
        Give the dossier of a name and its revision, None where there is none.

        Raises:
            DossierError: what is kept does not fit the form that this version reads.
        """
        row = self._rows.filter(name=name).first()
        return (parse_dossier(row.body, where=f"store:{name}"), row.revision) if row else None

    def text(self, name: str) -> tuple[str, int] | None:
        """Give the text of a dossier, its remarks with it, and its revision; None where there is none."""
        row = self._rows.filter(name=name).first()
        return (row.body, row.revision) if row else None

    def put(self, name: str, dossier: Dossier, *, revision: int | None) -> int:
        """
        Keep a dossier and give its new revision; ``revision`` is the one that was read, None for a new name.

        Raises:
            CommuniqueError: somebody else wrote meanwhile, or the name is taken; nothing is overwritten.
        """
        return self.put_text(name, dossier_text(dossier), dossier, revision=revision)

    def put_text(self, name: str, text: str, dossier: Dossier, *, revision: int | None) -> int:
        """
        Keep the text of a dossier as it is, remarks and all, likewise; ``dossier`` is what is read from it.

        Raises:
            CommuniqueError: somebody else wrote meanwhile, or the name is taken; nothing is overwritten.
        """
        _refuse_odd(name)
        columns = self._columns(text, dossier)
        with writing(self.alias):
            if revision is None and not self._rows.filter(name=name).exists():
                return self._rows.create(name=name, **columns).revision
            standing = self._rows.filter(name=name, revision=-1 if revision is None else revision)
            if not standing.update(**columns, revision=F("revision") + 1):
                raise self._stale(name, revision)
        return (revision or 0) + 1

    def put_back(self, row: int, name: str, text: str, *, revision: int) -> str:
        """
        Keep the text of a removed dossier in the row that was its own, and give its name.

        Where another has the name by now, that is the first free one of "name-2", "name-3" and so on. No other row has
        had the number since: neither database gives one twice.

        Raises:
            CommuniqueError: it stands, or its text does not fit the form that this version reads.
        """
        columns = self._columns(text, parse_dossier(text, where=f"store:{name}"))
        with writing(self.alias):
            standing = self._rows.filter(pk=row).values_list("name", flat=True).first()
            if standing is not None:
                raise CommuniqueError(wanted="a dossier that was removed", got=f"one that stands, store:{standing}")
            free = self._free_name(name)
            self._rows.create(pk=row, name=free, revision=revision, **columns)
        return free

    def names(self) -> tuple[str, ...]:
        """Give the names of all dossiers, in order."""
        return tuple(sorted(self._rows.values_list("name", flat=True)))

    def remove(self, name: str) -> bool:
        """Remove the dossier of a name; tell whether there was one."""
        with writing(self.alias):
            return bool(self._rows.filter(name=name).delete()[0])

    @property
    def _rows(self) -> QuerySet[DossierRow]:
        return DossierRow.objects.using(self.alias)

    def _columns(self, text: str, dossier: Dossier) -> dict[str, Any]:
        return {
            "title": dossier.title.replace("\0", " "),
            "first": dossier.first,
            "last": dossier.last,
            "body": text,
            "updated": self._clock(),
        }

    def _free_name(self, name: str) -> str:
        """Give a name if it is free, else the first free one of those that count on from it."""
        taken, free = set(self._rows.values_list("name", flat=True)), name
        for number in count(2):
            if free not in taken:
                break
            ending = f"-{number}"
            free = name[: LONGEST_NAME - len(ending)].rstrip() + ending
        return free

    def _stale(self, name: str, revision: int | None) -> CommuniqueError:
        """Say what stands there instead of what the writer had read."""
        standing = self._rows.filter(name=name).values_list("revision", flat=True).first()
        if revision is None:
            return CommuniqueError(
                wanted=f"a new name for the dossier store:{name}",
                got=f"one that is there, in revision {standing}",
                remedy="read it first, or choose another name",
            )
        return CommuniqueError(
            wanted=f"revision {revision} of store:{name}, as it was read",
            got="none any more" if standing is None else f"revision {standing}",
            remedy="somebody changed it meanwhile: read it again; nothing was overwritten",
        )


def _refuse_odd(name: str) -> None:
    if not name.strip() or name != name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise DossierError(
            wanted=f"a name of 1 to {LONGEST_NAME} characters on one line, no space at its ends", got=f"“{name}”"
        )
