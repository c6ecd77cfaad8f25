"""Dossiers written: each write is one revision made on what stands, and noted; nothing is overwritten unseen."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from communique.db.store import writing
from communique.dossiers.commented import commented_text
from communique.dossiers.revision import revise_text
from communique.errors import CommuniqueError, DossierError
from communique.model import Dossier
from communique.web.accounts.journal import note_write
from communique.web.accounts.models import User
from communique.web.base.corpus import ALIAS, the_dossiers
from communique.web.workbench.dossiers.merging import ClashError, Edit, find_changes, merge, told
from communique.web.workbench.dossiers.remarks import with_remarks
from communique.web.workbench.dossiers.removed import removed_get
from communique.web.workbench.dossiers.selectors import Standing, dossier_find, read_text, revision_text, steps_of
from communique.web.workbench.models.dossiers import DossierRevision, Verb

LONGEST_TEXT = 2_000_000
"""Characters that the text of a dossier may have."""

MOST_TOLD, LONGEST_TOLD = 40, 240
"""Changes that a revision tells in words, and characters of each."""

ATTEMPTS = 25
"""How often a change is made anew where others write meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A dossier as it stands after a write; ``joined`` tells that others had changed it since it was read."""

    standing: Standing
    changed: bool
    joined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Who writes, what is done, on which page, and which revision is taken back where one is."""

    actor: User
    verb: Verb = Verb.CHANGED
    part: str = ""
    reverts: int | None = None


def dossier_begin(name: str, dossier: Dossier, *, actor: User) -> Standing:
    """
    Begin a dossier, with what tells whoever edits its text what goes where; its own remarks are still to be written.

    Raises:
        CommuniqueError: the name is taken, or none that a dossier may have.
    """
    return _add(name, with_remarks(commented_text(dossier), ""), dossier, Deed(actor=actor, verb=Verb.BEGUN))


def dossier_import(name: str, text: str, *, actor: User, verb: Verb = Verb.IMPORTED) -> Standing:
    """
    Keep a dossier from its text, remarks and all.

    Raises:
        CommuniqueError: the text does not fit the form or is too long, or the name is taken.
    """
    _refuse_long(text)
    return _add(name, text, read_text(text), Deed(actor=actor, verb=verb))


def dossier_copy(standing: Standing, name: str, *, actor: User) -> Standing:
    """
    Copy a dossier to a new name.

    Raises:
        CommuniqueError: the name is taken, or none that a dossier may have.
    """
    return dossier_import(name, standing.text, actor=actor, verb=Verb.COPIED)


def dossier_remove(standing: Standing, *, actor: User) -> None:
    """Remove a dossier; its revisions stay, so that it can be brought back."""
    with transaction.atomic():
        _keep_outside(standing)
        the_dossiers().remove(standing.name)
        note_write(actor, "remove", "dossier", standing.name, {"revision": standing.revision, "row": standing.row})


def dossier_bring_back(row: int, *, actor: User) -> Standing:
    """
    Bring a removed dossier back as it last stood, as a new revision; its history goes on.

    It has its old name again, or where another has it by now the next that is free.

    Raises:
        CommuniqueError: there is no such dossier, it stands, or its text does not fit the form any more.
    """
    with writing(ALIAS):
        gone = removed_get(row)
        name = the_dossiers().put_back(row, gone.name, gone.last.body, revision=gone.last.number + 1)
        standing = _standing(name)
        _keep_revision(standing, Deed(actor=actor, verb=Verb.RESTORED, reverts=gone.last.number), [])
        note_write(actor, Verb.RESTORED, "dossier", name, {"revision": standing.revision, "row": row})
    return standing


def dossier_change(name: str, edit: Edit, deed: Deed, *, read: int | None = None) -> Written:
    """
    Change a dossier by what somebody wants of the revision they ``read``; None: of what stands.

    Where others wrote meanwhile, changes of other cells are joined with theirs.

    Raises:
        ClashError: somebody else changed the same cell; nothing is written.
        CommuniqueError: there is no such dossier, or it cannot be so.
    """
    for _attempt in range(ATTEMPTS):
        standing = _standing(name)
        base = standing.dossier if read is None else _as_read(standing, read)
        merged = merge(base, edit(base), standing.dossier)
        joined = read is not None and read != standing.revision
        if merged == standing.dossier:
            return Written(standing=standing, changed=False, joined=joined)
        try:
            return Written(standing=_put(standing, merged, deed), changed=True, joined=joined)
        except CommuniqueError:
            if _standing(name).revision == standing.revision:
                raise
    raise CommuniqueError(wanted=f"a moment in which nobody else writes {name}", got="none", remedy="try again")


def dossier_write_text(standing: Standing, text: str, *, read: int, deed: Deed) -> Standing:
    """
    Put another text in the place of the whole dossier, if it still stands as it was read.

    Raises:
        CommuniqueError: somebody else wrote meanwhile, or the text does not fit the form; nothing is overwritten.
    """
    _refuse_long(text)
    dossier = read_text(text)
    if read != standing.revision:
        raise CommuniqueError(
            wanted=_("revision %(read)s, as it was read") % {"read": read},
            got=_("revision %(standing)s") % {"standing": standing.revision},
            remedy=_("somebody changed it meanwhile: look at the history; nothing was overwritten"),
        )
    return _write(standing, text, dossier, deed)


def dossier_restore(standing: Standing, number: int, *, actor: User, read: int) -> Standing:
    """
    Bring back an earlier revision, as a new one.

    Raises:
        CommuniqueError: it is not kept, or somebody else wrote meanwhile.
    """
    text = revision_text(standing, number)
    if text is None:
        raise DossierError(wanted=f"revision {number} of {standing.name}", got="none that is kept")
    return dossier_write_text(standing, text, read=read, deed=Deed(actor=actor, verb=Verb.RESTORED, reverts=number))


def dossier_undo(standing: Standing, *, actor: User, part: str) -> Written | None:
    """
    Take back somebody's own last change on a page; None where there is none.

    Raises:
        ClashError: somebody else has changed the same cells since.
    """
    number = steps_of(standing, actor, part).undo
    return None if number is None else _revert(standing, number, Deed(actor=actor, verb=Verb.UNDONE, part=part))


def dossier_redo(standing: Standing, *, actor: User, part: str) -> Written | None:
    """
    Do again what somebody last took back on a page; None where there is none.

    Raises:
        ClashError: somebody else has changed the same cells since.
    """
    number = steps_of(standing, actor, part).redo
    return None if number is None else _revert(standing, number, Deed(actor=actor, verb=Verb.REDONE, part=part))


def _revert(standing: Standing, number: int, deed: Deed) -> Written:
    """Put what one revision changed back as it was before it; what others changed since stays."""
    before = _as_read(standing, number - 1)
    whole = Deed(actor=deed.actor, verb=deed.verb, part=deed.part, reverts=number)
    return dossier_change(standing.name, lambda _: before, whole, read=number)


def _standing(name: str) -> Standing:
    found = dossier_find(name)
    if found is None:
        raise DossierError(wanted=f"a dossier {name}", got="none of that name any more")
    return found


def _as_read(standing: Standing, number: int) -> Dossier:
    text = revision_text(standing, number)
    if text is None:
        raise ClashError((), _("a revision that is not kept: read the page anew"))
    return read_text(text)


def _put(standing: Standing, dossier: Dossier, deed: Deed) -> Standing:
    text = revise_text(standing.text, dossier)
    _refuse_long(text)
    return _write(standing, text, dossier, deed)


def _add(name: str, text: str, dossier: Dossier, deed: Deed) -> Standing:
    with transaction.atomic():
        number = the_dossiers().put_text(name, text, dossier, revision=None)
        standing = _standing(name)
        _keep_revision(standing, deed, [])
        note_write(deed.actor, deed.verb, "dossier", name, {"revision": number})
    return standing


def _write(standing: Standing, text: str, dossier: Dossier, deed: Deed) -> Standing:
    """Keep the new revision with all that tells of it, or nothing."""
    changes = [
        [one.place.table, " · ".join(one.place.row), one.place.part, _short(one.before), _short(one.after)]
        for one in find_changes(standing.dossier, dossier)[:MOST_TOLD]
    ]
    with transaction.atomic():
        _keep_outside(standing)
        number = the_dossiers().put_text(standing.name, text, dossier, revision=standing.revision)
        written = _standing(standing.name)
        _keep_revision(written, deed, changes)
        detail = {"revision": number, "cells": [" / ".join(filter(None, change[:3])) for change in changes[:5]]}
        note_write(deed.actor, deed.verb, "dossier", standing.name, detail)
    return written


def _short(value: object) -> str:
    words = told(value)
    return words if len(words) <= LONGEST_TOLD else f"{words[: LONGEST_TOLD - 1]}…"


def _keep_revision(standing: Standing, deed: Deed, changes: list[list[str]]) -> None:
    row = DossierRevision(
        row=standing.row,
        number=standing.revision,
        body=standing.text,
        verb=deed.verb,
        part=deed.part,
        reverts=deed.reverts,
        changes=changes,
        author=deed.actor,
        made=standing.updated,
    )
    DossierRevision.objects.bulk_create([row])  # the log notes the write of the dossier, once


def _keep_outside(standing: Standing) -> None:
    """Keep what a program wrote past the workspace before anything is written over it."""
    kept = DossierRevision.objects.filter(row=standing.row)
    if kept.filter(number=standing.revision).exists():
        return
    row = DossierRevision(
        row=standing.row, number=standing.revision, body=standing.text, verb=Verb.OUTSIDE, made=standing.updated
    )
    DossierRevision.objects.bulk_create([row], ignore_conflicts=True)


def _refuse_long(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise DossierError(wanted=f"a dossier of at most {LONGEST_TEXT:,} characters", got=f"{len(text):,}")
