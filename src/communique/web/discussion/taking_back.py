"""What an author takes back goes from dossiers too: from each that cites it, its history, its views."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Q
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


def dossiers_forget(before: Comment, after: Comment) -> tuple[str, ...]:
    """
    Write every dossier that cites a comment anew, as the comment stands after its author took it back.

    ``before`` is the comment as it was. Copies of dossiers are found too, since the exhibit carries the comment's
    address. Give the names of the dossiers.
    """
    place = f"#{after.anchor}"
    with writing(ALIAS):
        rows = list(DossierRow.objects.filter(body__contains=place))
        for row in rows:
            dossier = _forgotten(row.body, after)
            text = revise_text(row.body, dossier)
            if text != row.body:
                the_dossiers().put_text(row.name, text, dossier, revision=row.revision)
        for revision in DossierRevision.objects.filter(Q(body__contains=place) | Q(row__in=[row.pk for row in rows])):
            _revision_forget(revision, after)
        names = tuple(row.name for row in rows)
        KeptView.objects.filter(kind__startswith="dossier", key__in=names).delete()
        cited = Q(page__contains=escape(title_of(before))) | Q(page__contains=place)
        EssayAudit.objects.filter(cited, row__in=[row.pk for row in rows]).delete()
    return names


def _revision_forget(revision: DossierRevision, comment: Comment) -> None:
    """Write one state of the past anew, past the model's own log: what is taken out must not be noted as a change."""
    dossier = _forgotten(revision.body, comment)
    code = code_of(comment)
    changes = [
        [table, row, part, "", ""] if row == code else [table, row, part, before, now]
        for table, row, part, before, now in revision.changes
    ]
    DossierRevision.objects.filter(pk=revision.pk).update(body=revise_text(revision.body, dossier), changes=changes)


def _forgotten(text: str, comment: Comment) -> Dossier:
    """Give a dossier without the name of a comment's author, and without the words where they were taken back."""
    dossier = parse_dossier(text, where="a dossier that cites a comment")
    place = f"#{comment.anchor}"
    cited = {
        exhibit.code
        for exhibit in dossier.exhibits
        if exhibit.kind == ExhibitKind.COMMENT and exhibit.address.endswith(place)
    }
    words, quote = one_line(comment.words) or TAKEN_BACK, one_line(comment.words)
    return replace(
        dossier,
        exhibits=tuple(
            replace(exhibit, title=title_of(comment), words=words) if exhibit.code in cited else exhibit
            for exhibit in dossier.exhibits
        ),
        evidence=tuple(replace(item, quote=quote) if item.source in cited else item for item in dossier.evidence),
    )
