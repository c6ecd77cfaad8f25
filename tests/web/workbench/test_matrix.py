"""The matrix in the browser: cells edited in place or by plain forms, undone, merged, shown to the later writer."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from communique.db.models import ReleaseRow
from communique.model import Likelihood
from communique.reasoning.catalogue import find_explanation
from communique.web.accounts.models import User
from communique.web.workbench.dossiers import changes
from communique.web.workbench.dossiers.opening import keys_of
from communique.web.workbench.dossiers.selectors import Standing, dossier_get
from communique.web.workbench.dossiers.services import Deed, dossier_change

HTMX = {"HX-Request": "true"}


def at(page: str, **query: str) -> str:
    """Give the address of a page of the matrix."""
    return reverse(f"workbench:{page}", args=["tarsk-2021"], query=query or None)


CELL = {"evidence": "guest-wish", "hypothesis": "sought"}
ENTERED = {"value": "0.8", "reason": "She says so.", "voice": "own", "revision": "1"}


def own(dossier_name: str, analyst: User) -> Likelihood | None:
    """Give what somebody entered for the cell."""
    found = dossier_get(dossier_name).dossier.likelihoods
    wanted = (CELL["evidence"], CELL["hypothesis"], analyst.name)
    return next((one for one in found if (one.evidence, one.hypothesis, one.analyst) == wanted), None)


def test_the_matrix_shows_shares_ranges_and_what_decides(tarsk: Standing, as_reader: Client) -> None:
    """Explanations stand in rows with share, range and word; likelihood and confidence in different sentences."""
    page = as_reader.get(at("dossier_matrix")).content.decode()
    assert page.count('<th scope="row"') >= 4
    assert "47 %" in page
    assert "23 – 64 %" in page
    assert "roughly even chance" in page
    assert "decides: without it" in page
    assert "What would rule out sought" in page
    for sentence in re.split(r"(?<=[.!?])\s|<", page):
        assert not ("Confidence is" in sentence and "likely" in sentence)
    assert "anders.holt" in page
    assert "Jensen–Shannon divergence" in page
    assert "14 of 22" in page


def test_readers_have_a_table_and_no_editor(tarsk: Standing, as_reader: Client, as_analyst: Client) -> None:
    """For readers it is a table; for analysts a grid whose cells each open a form."""
    read, edit = (one.get(at("dossier_matrix")).content.decode() for one in (as_reader, as_analyst))
    assert 'role="grid"' not in read
    assert "matrix/cell/" not in read
    assert "matrix.js" not in read
    assert edit.count('role="grid"') == 1
    assert edit.count('role="rowheader"') == 4
    assert edit.count('role="columnheader"') == 3 + 8
    assert edit.count('role="gridcell"') == 4 * (2 + 8)
    assert edit.count('role="row"') == 5
    assert edit.count("matrix/cell/?") == 2 * 4 * 8


def test_a_cell_is_entered_by_a_plain_form(tarsk: Standing, analyst: User, as_analyst: Client) -> None:
    """Without script a cell is a page with a form; number and reason stand in the analyst's own name."""
    page = as_analyst.get(at("matrix_cell", **CELL)).content.decode()
    assert "By precedent 3 of 22" in page
    assert "she would say so if it were so" in page
    answer = as_analyst.post(at("matrix_cell", **CELL), ENTERED)
    assert (answer.status_code, answer.headers["Location"]) == (302, at("dossier_matrix"))
    found = own("tarsk-2021", analyst)
    assert found is not None
    assert (found.value, found.reason) == (0.8, "She says so.")
    assert found.entered is not None
    others = [one for one in dossier_get("tarsk-2021").dossier.likelihoods if one.analyst != analyst.name]
    assert tuple(others) == tarsk.dossier.likelihoods


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"value": "0"}, "Over 0"),
        ({"value": "1.01"}, "less than or equal to 1"),
        ({"value": "nan"}, "Enter a number"),
        ({"value": "x"}, "Enter a number"),
        ({"reason": "  "}, "required"),
        ({"voice": "anders.holt"}, "valid choice"),
    ],
)
def test_what_cannot_be_entered_is_told_and_kept(
    sent: dict[str, str], told: str, tarsk: Standing, as_analyst: Client
) -> None:
    """A number out of bounds, no reason, another's name: refused beside the field, with what was typed."""
    answer = as_analyst.post(at("matrix_cell", **CELL), ENTERED | sent)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert dossier_get("tarsk-2021").revision == 1


def test_a_script_gets_the_matrix_as_it_stands(tarsk: Standing, as_analyst: Client) -> None:
    """A small request saves one cell and answers with the matrix alone and what became of it."""
    answer = as_analyst.post(at("matrix_cell", **CELL), ENTERED, headers=HTMX)
    page = answer.content.decode()
    assert page.lstrip().startswith('<section id="matrix"')
    assert 'data-revision="2"' in page
    assert answer.headers["HX-Retarget"] == "#matrix"
    assert "revision 2" in json.loads(answer.headers["HX-Trigger"])["dossier:told"]["words"]
    head = re.search(r'<span id="dossier-revision" hx-swap-oob="true">(.*?)</span>', page)
    assert head is not None
    assert ">revision 2<" in head[1]
    form = as_analyst.get(at("matrix_cell", **CELL), headers=HTMX).content.decode()
    assert "<html" not in form
    assert 'value="0.8"' in form


def test_the_page_asks_for_changes_of_others(
    tarsk: Standing, editor: User, as_analyst: Client, as_editor: Client
) -> None:
    """Nothing new is an empty answer; something new is the matrix, with the name of who changed it."""
    assert as_analyst.get(at("matrix_view", since="1"), headers=HTMX).status_code == 204
    dossier_change("tarsk-2021", changes.set_hypothesis("sought", prior=5.0), Deed(actor=editor, part="matrix"))
    answer = as_analyst.get(at("matrix_view", since="1"), headers=HTMX)
    assert 'data-revision="2"' in answer.content.decode()
    assert editor.name in json.loads(answer.headers["HX-Trigger"])["dossier:told"]["words"]
    mine = as_editor.get(at("matrix_view", since="1"), headers=HTMX)
    assert json.loads(mine.headers["HX-Trigger"])["dossier:told"]["words"] == ""
    for odd in ("x", "-1", "９", "99999999999999999999999"):
        assert as_analyst.get(at("matrix_view", since=odd), headers=HTMX).status_code == 200


def test_two_analysts_at_once_lose_nothing(tarsk: Standing, as_analyst: Client, as_editor: Client) -> None:
    """Edits of different cells made on one revision both stand, sent as forms or by script."""
    as_editor.post(at("matrix_prior", hypothesis="vehicle"), {"prior": "4", "revision": "1"}, headers=HTMX)
    as_analyst.post(at("matrix_prior", hypothesis="sought"), {"prior": "9", "revision": "1"})
    as_analyst.post(at("matrix_cell", **CELL), ENTERED)
    as_editor.post(at("matrix_cell", **CELL), ENTERED | {"value": "0.2"})
    standing = dossier_get("tarsk-2021")
    assert [one.prior for one in standing.dossier.hypotheses] == [3.0, 9.0, 1.0, 4.0]
    assert len(standing.dossier.likelihoods) == len(tarsk.dossier.likelihoods) + 2
    assert standing.revision == 5


def test_the_later_writer_of_a_cell_sees_both_and_decides(
    tarsk: Standing, as_analyst: Client, as_editor: Client
) -> None:
    """The later writer of the same cell is shown both values, nothing is overwritten until he or she says so."""
    address = at("matrix_prior", hypothesis="sought")
    as_editor.post(address, {"prior": "4.5", "revision": "1"})
    answer = as_analyst.post(address, {"prior": "9.25", "revision": "1"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "4.5" in page
    assert "9.25" in page
    assert dossier_get("tarsk-2021").dossier.hypotheses[1].prior == 4.5
    scripted = as_analyst.post(address, {"prior": "9.25", "revision": "1"}, headers=HTMX)
    assert scripted.status_code == 200
    assert scripted.headers["HX-Retarget"] == "#matrix-editor"
    assert 'name="revision" value="2"' in scripted.content.decode()
    as_analyst.post(address, {"prior": "9.25", "revision": "2"})
    assert dossier_get("tarsk-2021").dossier.hypotheses[1].prior == 9.25


def test_undo_and_redo(tarsk: Standing, analyst: User, as_analyst: Client, as_editor: Client) -> None:
    """One's own last change of the matrix is taken back and done again; others' are not one's own to take back."""
    as_analyst.post(at("matrix_cell", **CELL), ENTERED)
    as_editor.post(at("matrix_undo"))
    assert own("tarsk-2021", analyst) is not None
    answer = as_analyst.post(at("matrix_undo"), headers=HTMX)
    assert 'data-revision="3"' in answer.content.decode()
    assert own("tarsk-2021", analyst) is None
    as_analyst.post(at("matrix_redo"))
    again = own("tarsk-2021", analyst)
    assert again is not None
    assert again.value == 0.8
    assert as_analyst.post(at("matrix_redo"), headers=HTMX).headers["HX-Reswap"] == "none"


def test_an_entry_is_taken_out(tarsk: Standing, analyst: User, as_analyst: Client) -> None:
    """One's own entry goes; others' stay, whatever name is sent."""
    as_analyst.post(at("matrix_cell", **CELL), ENTERED)
    as_analyst.post(at("matrix_clear"), CELL | {"revision": "2", "analyst": "anders.holt"})
    assert own("tarsk-2021", analyst) is None
    assert dossier_get("tarsk-2021").dossier.likelihoods == tarsk.dossier.likelihoods


def test_the_dull_explanation_stays(tarsk: Standing, as_analyst: Client) -> None:
    """The routine explanation cannot be taken out, by whatever request; another can, with its likelihoods."""
    answer = as_analyst.post(at("matrix_remove_hypothesis"), {"hypothesis": "routine", "revision": "1"})
    assert answer.status_code == 422
    assert "the dull one" in answer.content.decode()
    scripted = as_analyst.post(at("matrix_remove_hypothesis"), {"hypothesis": "routine"}, headers=HTMX)
    assert scripted.headers["HX-Reswap"] == "none"
    assert (
        "take this explanation out"
        not in as_analyst.get(at("matrix_hypothesis", hypothesis="routine")).content.decode().casefold()
    )
    as_analyst.post(at("matrix_remove_hypothesis"), {"hypothesis": "vehicle", "revision": "1"})
    dossier = dossier_get("tarsk-2021").dossier
    assert [one.code for one in dossier.hypotheses] == ["routine", "sought", "asked-by-host"]
    assert all(one.hypothesis != "vehicle" for one in dossier.likelihoods)


def test_the_head_of_the_page_names_the_revision_once(tarsk: Standing, as_analyst: Client) -> None:
    """Where the whole page is asked for, nothing in it is to be put elsewhere."""
    page = as_analyst.get(at("dossier_matrix")).content.decode()
    assert page.count('id="dossier-revision"') == 1
    assert "hx-swap-oob" not in page


def test_one_explanation_alone_is_told_what_comes_next(
    tarsk: Standing, as_analyst: Client, as_reader: Client, editor: User
) -> None:
    """With one explanation there is nothing to weigh: plain words say so and lead on, no message of an error."""
    assert "Add a second explanation" not in as_analyst.get(at("dossier_matrix")).content.decode()
    for code in ("sought", "asked-by-host", "vehicle"):
        dossier_change("tarsk-2021", changes.take_hypothesis_out(code), Deed(actor=editor, part="matrix"))
    page = as_analyst.get(at("dossier_matrix")).content.decode()
    told = page[page.index("Add a second explanation") :].partition("</div>")[0]
    assert f'href="{at("matrix_hypothesis")}"' in told
    assert "expected two hypotheses" not in page
    told = as_reader.get(at("dossier_matrix")).content.decode().partition("Add a second explanation")[2]
    assert at("matrix_hypothesis") not in told.partition("</div>")[0]


def test_grades_are_explained_where_they_stand(tarsk: Standing, as_reader: Client) -> None:
    """Below what shows grades a line says what their letters and figures mean."""
    for page in ("dossier", "dossier_matrix"):
        assert as_reader.get(at(page)).content.decode().count("the source from A (most reliable)") == 1, page


def test_explanations_are_added_changed_and_taken_from_the_catalogue(tarsk: Standing, as_analyst: Client) -> None:
    """An explanation of one's own, and one of the catalogue with one click."""
    sent = {"statement": "Something else.", "prior": "0.5", "refuted_by": "a record"}
    as_analyst.post(at("matrix_hypothesis"), sent)
    as_analyst.post(at("matrix_explanations"), {"explanation": "guest_asked"})
    as_analyst.post(at("matrix_explanations"), {"explanation": "guest_asked"})
    as_analyst.post(at("matrix_hypothesis", hypothesis="something-else"), sent | {"prior": "2", "revision": "3"})
    found = {one.code: one for one in dossier_get("tarsk-2021").dossier.hypotheses}
    assert found["something-else"].prior == 2.0
    assert "Velmark" in found["guest_asked"].statement
    assert find_explanation("guest_asked").code in as_analyst.get(at("dossier_matrix")).content.decode()


def test_evidence_leads_to_its_release_where_that_is_held(tarsk: Standing, as_analyst: Client) -> None:
    """By key or by name; of a release that is not at hand the source is told, and nothing leads nowhere."""
    row = ReleaseRow.objects.order_by("pk")[0]
    assert keys_of([f"corpus:{row.key}", f"corpus:{row.name}", "herald-summoned", f"corpus:{'0' * 32}"]) == {
        f"corpus:{row.key}": row.key,
        f"corpus:{row.name}": row.key,
    }
    page = as_analyst.get(at("dossier_matrix")).content.decode()
    ways = set(re.findall(r'href="(/releases/[^"]+/)"', page))
    assert ways
    assert {as_analyst.get(way).status_code for way in ways} == {200}
    ReleaseRow.objects.filter(key__in=[way.split("/")[2] for way in ways]).delete()
    assert not re.findall(r'href="(/releases/[^"]+/)"', as_analyst.get(at("dossier_matrix")).content.decode())


def test_evidence_is_added_changed_and_taken_out(tarsk: Standing, as_analyst: Client) -> None:
    """An item with its group and grade; a half rate and a strange source are refused."""
    sent = {"statement": "The lights went out.", "quote": "out", "group": "lights", "grade": "c3", "seen": "3"}
    assert as_analyst.post(at("matrix_evidence"), sent).status_code == 422
    strange = as_analyst.post(at("matrix_evidence"), sent | {"among": "9", "source": "/etc/passwd"})
    assert strange.status_code == 422
    as_analyst.post(at("matrix_evidence"), sent | {"among": "9", "source": "herald-summoned"})
    item = dossier_get("tarsk-2021").dossier.evidence[-1]
    assert (item.code, item.grade, item.seen, item.among, item.group) == ("the-lights-went-out", "C3", 3, 9, "lights")
    changed = sent | {"among": "9", "group": "other", "revision": "2"}
    as_analyst.post(at("matrix_evidence", evidence=item.code), changed)
    assert dossier_get("tarsk-2021").dossier.evidence[-1].group == "other"
    as_analyst.post(at("matrix_remove_evidence"), {"evidence": item.code, "revision": "3"})
    assert dossier_get("tarsk-2021").dossier.evidence == tarsk.dossier.evidence


def test_findings_become_evidence_and_their_suggestions_likelihoods(
    tarsk: Standing, analyst: User, as_analyst: Client
) -> None:
    """A finding is added with its words and rate; what the catalogue suggests for it is taken in one's own name."""
    page = as_analyst.get(at("matrix_findings")).content.decode()
    codes = re.findall(r'name="code" value="([^"]+)"', page)
    assert codes
    as_analyst.post(at("matrix_findings"), {"code": [*codes, "made-up"]})
    as_analyst.post(at("matrix_explanations"), {"explanation": ["guest_asked", "host_asked", "standing_invitation"]})
    dossier = dossier_get("tarsk-2021").dossier
    added = [one for one in dossier.evidence if one not in tarsk.dossier.evidence]
    assert len(added) == len(codes)
    assert all(one.finding for one in added)
    page = as_analyst.get(at("dossier_matrix")).content.decode()
    offers = re.findall(r'name="offer" value="([^"]+)"', page)
    assert offers
    as_analyst.post(at("matrix_suggestions"), {"offer": [offers[0], "made-up"], "revision": "3"})
    mine = [one for one in dossier_get("tarsk-2021").dossier.likelihoods if one.analyst == analyst.name]
    assert len(mine) == 1
    assert mine[0].reason.startswith("suggested by the catalogue")
    as_analyst.post(at("matrix_suggestions"), {"all": "1", "revision": "4"})
    mine = [one for one in dossier_get("tarsk-2021").dossier.likelihoods if one.analyst == analyst.name]
    assert len(mine) == len(offers)


def test_one_analyst_alone_is_shown(tarsk: Standing, as_reader: Client) -> None:
    """The matrix by one analyst's likelihoods; a name that entered nothing shows all together."""
    page = as_reader.get(at("dossier_matrix", by="anders.holt")).content.decode()
    assert "By the likelihoods of anders.holt." in page
    page = as_reader.get(at("dossier_matrix", by="nobody <b>")).content.decode()
    assert "together (geometric mean)" in page
    assert "nobody <b>" not in page


@pytest.mark.parametrize("page", ["matrix_cell", "matrix_prior"])
def test_a_cell_that_is_not_there_is_not_found(page: str, tarsk: Standing, as_analyst: Client) -> None:
    """Codes that the dossier does not have open nothing."""
    assert as_analyst.get(at(page, evidence="x", hypothesis="y")).status_code == 404
    assert as_analyst.post(at(page), {"value": "1"}).status_code == 404


def test_edits_ask_few_queries(
    tarsk: Standing, as_analyst: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Saving a cell, log, history and the whole matrix anew, asks at most thirty queries."""
    as_analyst.get(at("dossier_matrix"))
    with django_assert_max_num_queries(30):
        as_analyst.post(at("matrix_cell", **CELL), ENTERED, headers=HTMX)


def test_what_one_analyst_entered_is_shown_even_before_it_weighs(tarsk: Standing, as_analyst: Client) -> None:
    """By one analyst alone a cell shows his or her own number, and saving a cell stays with that analyst."""
    address = at("matrix_cell", **CELL, by="The analyst")
    answer = as_analyst.post(address, ENTERED | {"value": "0.37"})
    assert answer.headers["Location"].endswith("?by=The+analyst")
    page = as_analyst.get(answer.headers["Location"]).content.decode()
    cell = re.search(r'<a class="cell" id="m-2-3".*?</a>', page, re.DOTALL)
    assert cell is not None
    assert ".37" in cell[0]
    assert "by=The+analyst" in cell[0]
    scripted = as_analyst.post(address, ENTERED | {"value": "0.38", "revision": "2"}, headers=HTMX)
    assert 'aria-current="true">The analyst' in scripted.content.decode()
