"""What an author takes back goes from dossiers too: from each that cites it, its history, its views."""

from __future__ import annotations

from dataclasses import replace

from django.utils.html import escape

from communique.db.models import DossierRow
from communique.db.store import writing
from communique.dossiers.codec import parse_dossier
from communique.dossiers.revision import revise_text
from communique.model import Dossier, ExhibitKind
from communique.web.base.corpus import ALIAS, the_dossiers
from communique.web.discussion.models import Comment
from communique.web.discussion.promoting import code_of, one_line, title_of
from communique.web.workbench.models import DossierRevision, EssayAudit, KeptView

TAKEN_BACK = "Taken back by its author."
_ENOUGH = 60
"""Characters of a comment by which its words are known on a page."""


def dossiers_forget(before: Comment, after: Comment) -> tuple[str, ...]:
    """
    Write every dossier that cites a comment anew, as the comment stands after its author took it back.

    ``before`` is the comment as it was. Copies of dossiers are found too, since the exhibit carries the comment's
    address. Give the names of the dossiers.
    """
    place = f"#{after.anchor}"
    with writing(ALIAS):
        rows = [row for row in DossierRow.objects.filter(body__contains=place) if _cited(_read(row.body), after)]
        past = [one for one in DossierRevision.objects.filter(body__contains=place) if _cited(_read(one.body), after)]
        numbers = {row.pk for row in rows} | {revision.row for revision in past}
        for row in rows:
            dossier = _forgotten(_read(row.body), after)
            the_dossiers().put_text(row.name, revise_text(row.body, dossier), dossier, revision=row.revision)
        for revision in DossierRevision.objects.filter(row__in=numbers):
            _revision_forget(revision, after)
        for audit in EssayAudit.objects.filter(row__in=numbers):
            if _is_told(audit.page, before):
                audit.delete()
        names = tuple(DossierRow.objects.filter(pk__in=numbers).values_list("name", flat=True))
        KeptView.objects.filter(kind__startswith="dossier", key__in=names).delete()
    return names


def _is_told(page: str, comment: Comment) -> bool:
    """Tell whether a page that was made of a dossier cites a comment; it can be made again, without."""
    quoted = escape(one_line(comment.words))[:_ENOUGH]
    return escape(title_of(comment)) in page or bool(quoted and quoted in page)


def _revision_forget(revision: DossierRevision, comment: Comment) -> None:
    """Write one state of the past anew, past the model's own log: what is taken out must not be noted as a change."""
    dossier = _forgotten(_read(revision.body), comment)
    code = code_of(comment)
    changes = [
        [table, row, part, "", ""] if row == code else [table, row, part, before, now]
        for table, row, part, before, now in revision.changes
    ]
    DossierRevision.objects.filter(pk=revision.pk).update(body=revise_text(revision.body, dossier), changes=changes)


def _read(text: str) -> Dossier:
    return parse_dossier(text, where="a dossier that cites a comment")


def _cited(dossier: Dossier, comment: Comment) -> set[str]:
    """Give the codes by which a dossier cites a comment."""
    place = f"#{comment.anchor}"
    return {one.code for one in dossier.exhibits if one.kind == ExhibitKind.COMMENT and one.address.endswith(place)}


def _forgotten(dossier: Dossier, comment: Comment) -> Dossier:
    """Give a dossier without the name of a comment's author, and without the words where they were taken back."""
    cited = _cited(dossier, comment)
    words, quote = one_line(comment.words) or TAKEN_BACK, one_line(comment.words)
    return replace(
        dossier,
        exhibits=tuple(
            replace(exhibit, title=title_of(comment), words=words) if exhibit.code in cited else exhibit
            for exhibit in dossier.exhibits
        ),
        evidence=tuple(replace(item, quote=quote) if item.source in cited else item for item in dossier.evidence),
    )
