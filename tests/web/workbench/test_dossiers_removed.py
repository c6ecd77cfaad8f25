"""Dossiers that were removed: they are listed, and come back with all that was known of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from communique.db.dossiers import LONGEST_NAME
from communique.db.models import DossierRow
from communique.errors import CommuniqueError
from communique.web.accounts.journal import noted_writes
from communique.web.accounts.models import User
from communique.web.base.corpus import the_dossiers
from communique.web.workbench.dossiers import changes
from communique.web.workbench.dossiers.removed import removed_list
from communique.web.workbench.dossiers.selectors import Standing, dossier_find, dossier_get
from communique.web.workbench.dossiers.services import (
    Deed,
    dossier_begin,
    dossier_bring_back,
    dossier_change,
    dossier_remove,
)
from communique.web.workbench.models.dossiers import DossierRevision, EssayAudit, Verb
from unit.db.servers import fresh_database
from web.stand import run
from web.workbench.back_at_once import PRESSES
from web.workbench.test_dossiers_together import ferry

LIST = reverse("workbench:dossiers_removed")


def back(row: int) -> str:
    """Give the address that brings a dossier back."""
    return reverse("workbench:dossier_bring_back", args=[row])


@pytest.fixture
def gone(db: None, analyst: User) -> Standing:
    """Give a dossier as it stood in its second revision, before it was removed."""
    dossier_begin("ferry", ferry(), actor=analyst)
    dossier_change("ferry", changes.set_hypothesis("asked", prior=3.0), Deed(actor=analyst, part="matrix"), read=1)
    standing = dossier_get("ferry")
    dossier_remove(standing, actor=analyst)
    return standing


def test_what_was_removed_is_listed_and_comes_back(gone: Standing, as_editor: Client, editor: User) -> None:
    """The list says which, who removed it and where it stood; it comes back as it was, in a revision of its own."""
    page = as_editor.get(LIST).content.decode()
    assert all(words in page for words in ("The ferry talks", "revision 2", "removed by The analyst", back(gone.row)))
    answer = as_editor.post(back(gone.row), follow=True)
    assert answer.redirect_chain == [(reverse("workbench:dossier", args=["ferry"]), 302)]
    assert "“The ferry talks” is back as “ferry”, in revision 3." in answer.content.decode()
    standing = dossier_get("ferry")
    assert (standing.row, standing.revision, standing.text) == (gone.row, 3, gone.text)
    row = DossierRow.objects.get()
    assert (row.title, row.first, row.last) == (gone.dossier.title, gone.dossier.first, gone.dossier.last)
    kept = DossierRevision.objects.get(row=gone.row, number=3)
    assert (kept.author, kept.verb, kept.reverts, kept.body) == (editor, Verb.RESTORED, 2, gone.text)
    assert "No dossier was removed." in as_editor.get(LIST).content.decode()
    note = noted_writes("restored", "dossier").get()
    assert (note.actor, note.object_pk) == (editor, "ferry")
    assert note.additional_data["row"] == gone.row


def test_its_history_and_audits_go_on(gone: Standing, as_analyst: Client, analyst: User) -> None:
    """All revisions are on the page of its history, the old ones open, audits stand, one's own change is undone."""
    audit = EssayAudit.objects.create(
        job="00000000-0000-0000-0000-000000000007",
        row=gone.row,
        revision=2,
        title="An essay on it",
        page="<p>Told.</p>",
    )
    dossier_bring_back(gone.row, actor=analyst)
    page = as_analyst.get(reverse("workbench:dossier_history", args=["ferry"])).content.decode()
    assert all(f"Revision {number}" in page for number in (1, 2, 3))
    assert as_analyst.get(reverse("workbench:dossier_revision", args=["ferry", 1])).status_code == 200
    assert "An essay on it" in as_analyst.get(reverse("workbench:dossier_audit", args=["ferry"])).content.decode()
    assert as_analyst.get(reverse("workbench:dossier_audited", args=["ferry", audit.pk])).status_code == 200
    as_analyst.post(reverse("workbench:matrix_undo", args=["ferry"]), {"revision": "3"})
    assert (dossier_get("ferry").revision, dossier_get("ferry").dossier) == (4, ferry())


def test_a_name_that_is_taken_is_counted_on(gone: Standing, analyst: User) -> None:
    """Where others have its name by now, it has the first free one that counts on from it, and theirs stand."""
    for name in ("ferry", "ferry-2"):
        dossier_begin(name, ferry(), actor=analyst)
    assert dossier_bring_back(gone.row, actor=analyst).name == "ferry-3"
    assert {dossier_get(name).revision for name in ("ferry", "ferry-2")} == {1}
    dossier_remove(dossier_get("ferry-3"), actor=analyst)
    assert dossier_bring_back(gone.row, actor=analyst).name == "ferry-3"


def test_a_long_name_that_is_taken_stays_a_name(db: None, analyst: User) -> None:
    """A name of the greatest length is shortened to be counted on."""
    name = "f" * LONGEST_NAME
    row = dossier_begin(name, ferry(), actor=analyst).row
    dossier_remove(dossier_get(name), actor=analyst)
    dossier_begin(name, ferry(), actor=analyst)
    assert dossier_bring_back(row, actor=analyst).name == "f" * (LONGEST_NAME - 2) + "-2"


def test_whoever_comes_second_is_told(gone: Standing, as_analyst: Client) -> None:
    """A second press, or a number of nothing, is refused in words, and nothing is written."""
    as_analyst.post(back(gone.row))
    page = as_analyst.post(back(gone.row))
    assert page.status_code == 422
    assert "somebody brought it back already" in page.content.decode()
    for number in (gone.row + 100, 10**30):
        page = as_analyst.post(back(number))
        assert page.status_code == 422
        assert "none that is kept" in page.content.decode()
    assert DossierRevision.objects.filter(row=gone.row).count() == 3
    assert DossierRow.objects.count() == 1


def test_one_that_stands_is_not_put_back(db: None, analyst: User) -> None:
    """The store itself writes over nothing that stands."""
    standing = dossier_begin("ferry", ferry(), actor=analyst)
    with pytest.raises(CommuniqueError, match="one that stands"):
        the_dossiers().put_back(standing.row, "ferry", standing.text, revision=7)
    assert dossier_get("ferry") == standing


@contextmanager
def a_store(kind: str, folder: Path) -> Iterator[str]:
    """Give where an empty store of a kind is."""
    if kind == "postgresql":
        with fresh_database() as address:
            yield address
    else:
        yield str(folder / "store.sqlite3")


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_of_several_at_once_one_wins(kind: str, tmp_path: Path) -> None:
    """Whoever presses first brings it back, the others are told, and the next dossier has a number of its own."""
    with a_store(kind, tmp_path) as store:
        told = run("web.workbench.back_at_once", store)
    assert told["came"] == ["ferry", *["somebody brought it back already: look at the list"] * (PRESSES - 1)]
    assert told["stands"] == [["ferry", 2], ["quay", 1]]
    assert told["rows"][1] > told["rows"][0]


def test_readers_neither_see_nor_bring_back(gone: Standing, as_reader: Client, client: Client) -> None:
    """What was removed is for those who edit; others get neither the list, nor the way to it, nor the dossier."""
    assert as_reader.get(LIST).status_code == 403
    assert as_reader.post(back(gone.row)).status_code == 403
    assert LIST not in as_reader.get(reverse("workbench:dossiers")).content.decode()
    assert client.post(back(gone.row)).status_code == 302
    assert dossier_find("ferry") is None


def test_a_look_brings_nothing_back(gone: Standing, as_analyst: Client) -> None:
    """The shelf leads to the list; an address that is followed does nothing."""
    assert LIST in as_analyst.get(reverse("workbench:dossiers")).content.decode()
    assert as_analyst.get(back(gone.row)).status_code == 405
    assert dossier_find("ferry") is None


def test_the_latest_removed_stands_first(db: None, analyst: User, editor: User) -> None:
    """The order is that of removing, not that of writing."""
    for name in ("one", "two", "three"):
        dossier_begin(name, ferry(), actor=analyst)
    for name in ("two", "three", "one"):
        dossier_remove(dossier_get(name), actor=editor)
    assert [one.name for one in removed_list()] == ["one", "three", "two"]


def test_what_a_program_removed_comes_back_as_it_was_last_kept(
    gone: Standing, as_analyst: Client, analyst: User
) -> None:
    """A program tells nobody that it removed something: it is listed as its last revision has it."""
    other = dossier_begin("quay", ferry(), actor=analyst)
    dossier_bring_back(gone.row, actor=analyst)
    for name in ("quay", "ferry"):
        the_dossiers().remove(name)
    page = as_analyst.get(LIST).content.decode()
    assert page.count("removed by a program") == 2
    assert "removed by The analyst" not in page
    assert dossier_bring_back(other.row, actor=analyst).name == f"dossier-{other.row}"
    assert dossier_bring_back(gone.row, actor=analyst).revision == 4


def test_whoever_left_is_not_named(gone: Standing, as_editor: Client, analyst: User) -> None:
    """Where the account of whoever removed it is gone, the day alone is told."""
    noted_writes("remove", "dossier").update(actor=None)
    page = as_editor.get(LIST).content.decode()
    assert "removed, <time" in page
    assert "removed by" not in page


BROKEN: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("a field that is none", lambda text: text.replace("title =", "titel =")),
    ("no text of a dossier", lambda _: "<script>"),
)


@pytest.mark.parametrize(("_case", "broken"), BROKEN, ids=[case for case, _ in BROKEN])
def test_what_cannot_be_read_any_more_is_listed_by_its_name(
    gone: Standing, as_analyst: Client, _case: str, broken: Callable[[str], str]
) -> None:
    """A last revision that this version does not read is listed, refused in words, and stays kept."""
    DossierRevision.objects.filter(row=gone.row).update(body=broken(gone.text))
    assert '<h2 class="shelf-title" dir="auto">ferry</h2>' in as_analyst.get(LIST).content.decode()
    assert as_analyst.post(back(gone.row)).status_code == 422
    assert dossier_find("ferry") is None
    assert len(removed_list()) == 1


def test_markup_in_titles_is_told_as_it_is(db: None, as_analyst: Client, analyst: User) -> None:
    """Neither a title nor a name becomes part of the page, whether listed or brought back."""
    evil = "<img src=x onerror=alert(1)>"
    standing = dossier_begin(f"a{evil}", replace(ferry(), title=evil), actor=analyst)
    dossier_remove(standing, actor=analyst)
    pages = [as_analyst.get(LIST), as_analyst.post(back(standing.row), follow=True)]
    for page in pages:
        assert evil not in page.content.decode()
        assert "&lt;img src=x onerror=alert(1)&gt;" in page.content.decode()


def test_the_list_comes_in_pages(db: None, as_analyst: Client, analyst: User) -> None:
    """Fifty a page, each once; nothing falls off the end."""
    day = timezone.now() - timedelta(days=1)
    text = dossier_begin("ferry", ferry(), actor=analyst).text
    DossierRevision.objects.bulk_create(
        DossierRevision(row=1000 + number, number=1, body=text, made=day + timedelta(minutes=number))
        for number in range(60)
    )
    pages = [as_analyst.get(LIST, {"page": number}).content.decode() for number in (1, 2)]
    assert [page.count("/dossiers/removed/10") for page in pages] == [50, 10]


def test_a_dossier_may_be_named_as_the_list_is(db: None, as_analyst: Client, analyst: User) -> None:
    """A dossier of the name that the list has in addresses has an address of its own."""
    dossier_begin("removed", ferry(), actor=analyst)
    address = reverse("workbench:dossier", args=["removed"])
    assert address != LIST
    assert "The ferry talks" in as_analyst.get(address).content.decode()
