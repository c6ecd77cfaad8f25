"""The pages of dossiers: who gets in, what they show, how many queries they ask."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from communique.db.corpus import DjangoCorpus
from communique.model import Dossier, Forecast
from communique.reasoning.catalogue import with_dull
from communique.web.accounts.models import User
from communique.web.workbench.dossiers import changes
from communique.web.workbench.dossiers.selectors import Standing, dossier_find, dossier_get
from communique.web.workbench.dossiers.services import Deed, dossier_begin, dossier_change

MOST_QUERIES = 20

READ = (
    "dossier",
    "dossier_timeline",
    "dossier_protocol",
    "dossier_matrix",
    "dossier_forecasts",
    "dossier_audit",
    "dossier_history",
    "export_dossier",
    "matrix_view",
)
EDIT = (
    "dossier_head",
    "dossier_remarks",
    "dossier_text",
    "dossier_find",
    "dossier_exhibit",
    "dossier_add_forecast",
    "dossier_gather",
    "copy_dossier",
    "remove_dossier",
    "matrix_hypothesis",
    "matrix_evidence",
    "matrix_findings",
)
WRITE: tuple[tuple[str, dict[str, str]], ...] = (
    ("dossier_head", {}),
    ("dossier_remarks", {"remarks": "x"}),
    ("dossier_text", {"text": "x"}),
    ("dossier_file", {"source": "x"}),
    ("dossier_unfile", {"source": "x"}),
    ("dossier_exhibit", {"title": "x"}),
    ("dossier_remove_exhibit", {"code": "footage-opening"}),
    ("dossier_add_forecast", {}),
    ("dossier_remove_forecast", {"code": "F1"}),
    ("dossier_gather", {}),
    ("dossier_audit", {"text": "x"}),
    ("copy_dossier", {"name": "x"}),
    ("remove_dossier", {}),
    ("matrix_undo", {}),
    ("matrix_redo", {}),
    ("matrix_clear", {}),
    ("matrix_hypothesis", {}),
    ("matrix_remove_hypothesis", {"hypothesis": "sought"}),
    ("matrix_evidence", {}),
    ("matrix_remove_evidence", {"evidence": "guest-wish"}),
    ("matrix_findings", {}),
    ("matrix_explanations", {"explanation": "guest_asked"}),
    ("matrix_suggestions", {}),
)


def at(page: str, *rest: object, name: str = "tarsk-2021", **query: str) -> str:
    """Give the address of a page of a dossier."""
    return reverse(f"workbench:{page}", args=[name, *rest], query=query or None)


@pytest.mark.parametrize("page", READ)
def test_readers_read_every_part(page: str, tarsk: Standing, as_reader: Client) -> None:
    """A reader opens every part of a dossier."""
    assert as_reader.get(at(page)).status_code == 200


@pytest.mark.parametrize("page", EDIT)
def test_analysts_open_every_form_and_readers_none(
    page: str, tarsk: Standing, as_reader: Client, as_analyst: Client
) -> None:
    """A form for changing a dossier is for analysts."""
    assert as_analyst.get(at(page)).status_code == 200
    assert as_reader.get(at(page)).status_code == 403


@pytest.mark.parametrize(("page", "sent"), WRITE)
def test_readers_change_nothing(page: str, sent: dict[str, str], tarsk: Standing, as_reader: Client) -> None:
    """Whatever a reader sends to a dossier is refused, and nothing changes."""
    assert as_reader.post(at(page), {**sent, "revision": "1"}).status_code == 403
    assert dossier_get("tarsk-2021").text == tarsk.text


@pytest.mark.parametrize("page", [*READ, *EDIT])
def test_strangers_are_asked_to_log_in(page: str, tarsk: Standing, client: Client) -> None:
    """Without an account no part of a dossier is shown."""
    assert client.get(at(page)).status_code == 302


@pytest.mark.parametrize("page", [*READ, *EDIT])
def test_what_is_not_there_is_not_found(page: str, kept: DjangoCorpus, as_analyst: Client) -> None:
    """A page of a dossier that does not exist is none."""
    assert as_analyst.get(at(page, name="nobody")).status_code == 404


@pytest.mark.parametrize("page", [*READ, *EDIT])
def test_pages_ask_few_queries(
    page: str, tarsk: Standing, as_analyst: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Every page of a dossier asks at most twenty queries, once its slow parts are made."""
    as_analyst.get(at(page))
    with django_assert_max_num_queries(MOST_QUERIES):
        as_analyst.get(at(page))


def test_the_list_asks_few_queries(
    tarsk: Standing, as_reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """The list of dossiers asks no more queries for more dossiers."""
    with django_assert_max_num_queries(8):
        page = as_reader.get(reverse("workbench:dossiers")).content.decode()
    assert "Working visit of Prime Minister Korin" in page
    assert "10 releases" in page
    assert "revision 1" in page


def test_a_dossier_is_begun(db: None, as_analyst: Client) -> None:
    """A new dossier stands under its name, with the routine explanation; what was typed wrongly is kept and told."""
    told = {"title": "The ferry talks", "name": "ferry", "first": "2021-06-14", "last": "2021-06-10", "sides": ""}
    page = as_analyst.post(reverse("workbench:new_dossier"), told)
    assert "It is before the first day." in page.content.decode()
    assert "The ferry talks" in page.content.decode()
    assert as_analyst.post(reverse("workbench:new_dossier"), told | {"last": "2021-06-18"}).status_code == 302
    assert [one.dull for one in dossier_get("ferry").dossier.hypotheses] == [True]


def test_a_taken_name_is_refused(tarsk: Standing, as_analyst: Client) -> None:
    """A second dossier of a name is refused in words, and the first stays."""
    told = {"title": "Another", "name": "tarsk-2021", "first": "2021-06-14", "last": "2021-06-18", "sides": ""}
    assert as_analyst.post(reverse("workbench:new_dossier"), told).status_code == 200
    assert dossier_get("tarsk-2021").text == tarsk.text


def test_a_dossier_goes_out_and_comes_back(tarsk: Standing, as_analyst: Client) -> None:
    """What is exported is the text with its remarks, and can be imported as another dossier."""
    answer = as_analyst.get(at("export_dossier"))
    assert answer.content.decode() == tarsk.text
    assert answer.headers["Content-Disposition"].startswith("attachment")
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415 - only here

    sent = {"name": "again", "file": SimpleUploadedFile("dossier.toml", answer.content)}
    assert as_analyst.post(reverse("workbench:import_dossier"), sent).status_code == 302
    assert dossier_get("again").text == tarsk.text
    broken = {"name": "broken", "file": SimpleUploadedFile("dossier.toml", b"[dossier]\ntitel = 1")}
    page = as_analyst.post(reverse("workbench:import_dossier"), broken).content.decode()
    assert "did you mean" in page
    assert dossier_find("broken") is None


def test_a_dossier_is_removed_only_when_sent(tarsk: Standing, as_analyst: Client) -> None:
    """Looking at the page removes nothing; sending it does, and the log says so."""
    from auditlog.models import LogEntry  # noqa: PLC0415 - only here

    as_analyst.get(at("remove_dossier"))
    assert dossier_find("tarsk-2021") is not None
    as_analyst.post(at("remove_dossier"))
    assert dossier_find("tarsk-2021") is None
    noted = LogEntry.objects.filter(object_repr="dossier tarsk-2021", additional_data__verb="remove").get()
    assert noted.actor is not None


def test_a_dossier_is_copied(tarsk: Standing, as_analyst: Client) -> None:
    """A copy has the same text and a history of its own."""
    as_analyst.post(at("copy_dossier"), {"name": "copy/of it"})
    assert dossier_get("copy/of it").text == tarsk.text
    assert as_analyst.get(at("dossier_history", name="copy/of it")).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "a/b",
        "a/timeline",
        "matrix",
        "new",
        "import",
        "removed",
        "..",
        ".",
        "~",
        "a%2Fb",
        "Қазақ тілі",
        "日本",
        "q?x=1#y",
        "x" * 200,
        "ы" * 200,
        "back\\slash",
        "a\"b'<i>",
        "dossier.toml",
    ],
)
def test_odd_names_have_addresses(name: str, db: None, analyst: User, as_analyst: Client) -> None:
    """Whatever a dossier is called, its pages are found, and are its own."""
    dossier_begin(name, _ferry(), actor=analyst)
    for page in ("dossier", "dossier_timeline", "dossier_matrix", "dossier_history", "export_dossier"):
        answer = as_analyst.get(at(page, name=name))
        assert answer.status_code == 200, (page, name)
    assert "<i>" not in as_analyst.get(at("dossier", name=name)).content.decode()


def _ferry() -> Dossier:
    return with_dull(Dossier(title="The ferry talks", first=date(2021, 6, 14), last=date(2021, 6, 18)))


def test_releases_are_found_filed_and_taken_out(tarsk: Standing, as_analyst: Client) -> None:
    """A release found by its words is filed with role and reason, shows with its title, and can be taken out."""
    taken = tarsk.dossier.filings[0].source
    as_analyst.post(at("dossier_unfile"), {"source": taken, "revision": "1"})
    assert taken not in {one.source for one in dossier_get("tarsk-2021").dossier.filings}
    page = as_analyst.get(at("dossier_find", q="Merano")).content.decode()
    assert 'name="source"' in page
    sent = {"source": taken.removeprefix("corpus:"), "role": "invitation", "reason": "because", "grade": "b2"}
    assert as_analyst.post(at("dossier_file"), sent).status_code == 302
    found = dossier_get("tarsk-2021").dossier.filings[-1]
    assert (found.source, found.role.value, found.reason, str(found.grade)) == (taken, "invitation", "because", "B2")
    assert "because" in as_analyst.get(at("dossier")).content.decode()


def test_a_release_that_is_not_kept_is_not_filed(tarsk: Standing, as_analyst: Client) -> None:
    """An address or a file is no release of the store: it is refused in words, and nothing is fetched or read."""
    for source in ("http://127.0.0.1/", "/etc/passwd", "corpus:nobody"):
        page = as_analyst.post(at("dossier_file"), {"source": source, "role": "event"}).content.decode()
        assert "The store has no release of that name." in page
    assert dossier_get("tarsk-2021").revision == 1


def test_the_reason_of_a_release_is_changed(tarsk: Standing, as_analyst: Client) -> None:
    """Role, reason and grade of a filing are changed where they stand; the remarks of the file stay."""
    source = tarsk.dossier.filings[1].source
    sent = {"role": "statement", "reason": "another", "grade": "A1", "revision": "1"}
    assert as_analyst.post(at("dossier_filing", source=source), sent).status_code == 302
    standing = dossier_get("tarsk-2021")
    assert standing.dossier.filings[1].reason == "another"
    assert standing.text.startswith("# Arvenia, Velmark")
    assert as_analyst.get(at("dossier_filing", source="nobody")).status_code == 404


def test_other_evidence_is_entered_changed_and_taken_out(tarsk: Standing, as_analyst: Client) -> None:
    """An exhibit needs a grade; its address is of the web alone."""
    sent = {"title": "A picture", "kind": "picture", "grade": "", "address": "javascript:alert(1)", "day": "2021-02~"}
    page = as_analyst.post(at("dossier_exhibit"), sent).content.decode()
    assert page.count('role="alert"') >= 2
    as_analyst.post(at("dossier_exhibit"), sent | {"grade": "C3", "address": "https://press.example/1"})
    made = dossier_get("tarsk-2021").dossier.exhibits[-1]
    assert (made.code, str(made.grade), made.day) == ("a-picture", "C3", "2021-02~")
    as_analyst.post(at("dossier_exhibit", code="a-picture"), sent | {"grade": "D4", "address": "", "revision": "2"})
    assert str(dossier_get("tarsk-2021").dossier.exhibits[-1].grade) == "D4"
    as_analyst.post(at("dossier_remove_exhibit"), {"code": "a-picture", "revision": "3"})
    assert len(dossier_get("tarsk-2021").dossier.exhibits) == len(tarsk.dossier.exhibits)


def test_remarks_are_changed(tarsk: Standing, as_analyst: Client) -> None:
    """Remarks at the head of the file are changed, and what they say is no part of the dossier."""
    as_analyst.post(at("dossier_remarks"), {"remarks": "New.\n[dossier]\ntitle = 'x'", "revision": "1"})
    standing = dossier_get("tarsk-2021")
    assert standing.dossier == tarsk.dossier
    assert standing.text.startswith("# New.\n# [dossier]\n# title = 'x'\n\n[dossier]")


def test_the_whole_text_is_changed_if_it_still_stands(tarsk: Standing, as_analyst: Client) -> None:
    """The text is replaced where it stands as it was read; else it is refused, and what was typed stays."""
    text = tarsk.text.replace("Working visit of", "Visit by")
    assert as_analyst.post(at("dossier_text"), {"text": text, "revision": "1"}).status_code == 302
    page = as_analyst.post(at("dossier_text"), {"text": text.replace("Visit by", "Mine"), "revision": "1"})
    assert page.status_code == 200
    assert "somebody changed it meanwhile" in page.content.decode()
    assert "Mine Prime Minister" in page.content.decode()
    assert dossier_get("tarsk-2021").dossier.title.startswith("Visit by")


def test_the_timeline_is_drawn_and_kept(tarsk: Standing, as_reader: Client) -> None:
    """The timeline is a picture of two widths with the same in words, made once for one state of the dossier."""
    from communique.web.jobs.models import Job  # noqa: PLC0415 - only here

    page = as_reader.get(at("dossier_timeline")).content.decode()
    assert "<picture>" in page
    assert "Moments in order" in page
    assert "<style" not in page
    assert " style=" not in page
    for width in ("wide", "narrow"):
        answer = as_reader.get(at("dossier_picture", width))
        assert answer.headers["Content-Type"] == "image/svg+xml"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert b"<svg" in answer.content
    assert as_reader.get(at("dossier_picture", "other")).status_code == 404
    made = Job.objects.filter(kind="dossier_sheet").count()
    as_reader.get(at("dossier_timeline"))
    assert Job.objects.filter(kind="dossier_sheet").count() == made == 1


def test_a_change_makes_the_timeline_anew_but_not_one_of_the_matrix(
    tarsk: Standing, analyst: User, as_reader: Client
) -> None:
    """What a part is made from decides whether it is made anew."""
    from communique.web.jobs.models import Job  # noqa: PLC0415 - only here

    as_reader.get(at("dossier_timeline"))
    dossier_change("tarsk-2021", changes.set_hypothesis("sought", prior=9.0), Deed(actor=analyst))
    as_reader.get(at("dossier_timeline"))
    assert Job.objects.filter(kind="dossier_sheet").count() == 1
    dossier_change("tarsk-2021", changes.set_head(title="Another title"), Deed(actor=analyst))
    as_reader.get(at("dossier_timeline"))
    assert Job.objects.filter(kind="dossier_sheet").count() == 2


def test_the_roster_names_who_met_whom(tarsk: Standing, as_reader: Client) -> None:
    """The protocol of the episode stands in the page."""
    page = as_reader.get(at("dossier_protocol")).content.decode()
    assert "Linden Palace" in page
    assert "Adela Korin" in page


def test_a_forecast_is_made_answered_and_scored(tarsk: Standing, analyst: User, as_analyst: Client) -> None:
    """A forecast is of today and of its maker; answered, it has a score and a post-mortem, and stays on record."""
    sent = {"question": "Will they meet?", "probability": "70", "due": "2020-01-01", "resolves": "a record"}
    assert "That day has passed" in as_analyst.post(at("dossier_add_forecast"), sent).content.decode()
    as_analyst.post(at("dossier_add_forecast"), sent | {"due": "2099-01-01"})
    made = dossier_get("tarsk-2021").dossier.forecasts[-1]
    assert (made.question, made.probability, made.analyst) == ("Will they meet?", 0.7, analyst.name)
    answer = {"outcome": "yes", "resolved": made.made.isoformat(), "basis": "the record", "revision": "2"}
    as_analyst.post(at("dossier_resolve", code=made.code), answer)
    page = as_analyst.get(at("dossier_forecasts")).content.decode()
    assert "0.09" in page
    assert "better than saying 50" in page
    assert as_analyst.post(at("dossier_remove_forecast"), {"code": made.code, "revision": "3"}).status_code == 422
    assert isinstance(dossier_get("tarsk-2021").dossier.forecasts[-1], Forecast)


def test_a_forecast_that_waits_is_listed_once(
    tarsk: Standing, as_analyst: Client, as_reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those past their day come first, under their own head; all read each once, only analysts are asked to answer."""
    sent = {"question": "Will they meet?", "probability": "70", "due": "2098-01-01", "resolves": "a record"}
    as_analyst.post(at("dossier_add_forecast"), sent | {"question": "Will the ferry run?", "due": "2099-01-01"})
    as_analyst.post(at("dossier_add_forecast"), sent)
    monkeypatch.setattr("communique.web.workbench.dossiers.views.forecasts._today", lambda: date(2098, 6, 1))
    for client, asked in ((as_analyst, 1), (as_reader, 0)):
        page = client.get(at("dossier_forecasts")).content.decode()
        past, still = page.index('id="past"'), page.index('id="open"')
        for question, place in (("Will they meet?", past), ("Will the ferry run?", still)):
            assert page.count(f'<h3 dir="auto">{question}') == page.count(f'<span dir="auto">{question}') + 1 == 1
            assert page.index(question) > place
        assert past < page.index("Will they meet?") < still
        assert page.count("?code=") == asked * page.count('<h3 dir="auto">')


def test_releases_are_gathered_and_filed_by_choice(tarsk: Standing, as_analyst: Client, as_editor: Client) -> None:
    """What belongs is proposed with its reason; only what is ticked is filed, and only whoever asked sees it."""
    taken = tarsk.dossier.filings[1].source
    as_analyst.post(at("dossier_unfile"), {"source": taken, "revision": "1"})
    sent = {"one": "Arvenia", "other": "XV", "first": "2021-02-13", "last": "2021-03-06"}
    answer = as_analyst.post(at("dossier_gather"), sent, follow=True)
    page = answer.content.decode()
    assert "filed already" in page
    address = answer.redirect_chain[-1][0]
    assert f'value="{taken}"' in page
    assert as_analyst.post(address, {"source": [taken, "corpus:made-up"]}).status_code == 302
    filed = [one.source for one in dossier_get("tarsk-2021").dossier.filings]
    assert taken in filed
    assert "corpus:made-up" not in filed
    other = _client_of_another()
    assert other.get(address).status_code == 403


def _client_of_another() -> Client:
    someone = User.objects.create_user("another@desk.example", "a long fictional phrase", name="B", role="analyst")
    client = Client()
    client.force_login(someone)
    return client


def test_what_was_gathered_for_one_dossier_is_not_shown_in_another(
    tarsk: Standing, analyst: User, as_analyst: Client
) -> None:
    """The address of one dossier's proposals does not open in another."""
    dossier_begin("ferry", _ferry(), actor=analyst)
    sent = {"one": "XA", "other": "XV", "first": "2021-02-13", "last": "2021-03-06"}
    address = as_analyst.post(at("dossier_gather"), sent, follow=True).redirect_chain[-1][0]
    assert as_analyst.get(address.replace("tarsk-2021", "ferry")).status_code == 404


def test_an_essay_is_audited_and_kept(tarsk: Standing, analyst: User, as_analyst: Client, as_reader: Client) -> None:
    """An essay that is pasted is set beside the releases claim by claim; the page is kept, and is its dossier's own."""
    from importlib.resources import files  # noqa: PLC0415 - only here

    essay = (files("communique.reports") / "demo_dossier" / "essay.md").read_text(encoding="utf-8")
    assert "Paste an essay" in as_analyst.post(at("dossier_audit"), {"text": " "}).content.decode()
    answer = as_analyst.post(at("dossier_audit"), {"title": "A <b>title", "text": essay}, follow=True)
    address = answer.redirect_chain[-1][0]
    page = as_reader.get(address).content.decode()
    assert 'class="claim' in page
    assert "A &lt;b&gt;title" in page
    assert "<b>title" not in page
    assert "A &lt;b&gt;title" in as_reader.get(at("dossier_audit")).content.decode()
    dossier_begin("ferry", _ferry(), actor=analyst)
    assert as_reader.get(address.replace("tarsk-2021", "ferry")).status_code == 404
    assert as_reader.post(f"{address}remove/").status_code == 403
    assert as_analyst.post(f"{address}remove/").status_code == 302
    assert as_reader.get(address).status_code == 404


def test_history_tells_who_changed_what_and_brings_it_back(
    tarsk: Standing, analyst: User, as_analyst: Client, as_reader: Client
) -> None:
    """Every revision says who, when and what; an earlier one is brought back as a new one."""
    dossier_change("tarsk-2021", changes.set_head(title="Another <title>"), Deed(actor=analyst))
    page = as_reader.get(at("dossier_history")).content.decode()
    assert analyst.name in page
    assert "Another &lt;title&gt;" in page
    assert as_reader.get(at("dossier_revision", 1)).status_code == 200
    assert as_reader.get(at("dossier_revision", 99)).status_code == 404
    assert as_reader.post(at("dossier_restore", 1), {"revision": "2"}).status_code == 403
    assert as_analyst.post(at("dossier_restore", 1), {"revision": "1"}).status_code == 422
    assert as_analyst.post(at("dossier_restore", 1), {"revision": "2"}).status_code == 302
    standing = dossier_get("tarsk-2021")
    assert (standing.revision, standing.text) == (3, tarsk.text)


def test_a_write_of_a_program_is_kept_in_the_history(tarsk: Standing, analyst: User, as_reader: Client) -> None:
    """What the command line wrote between two changes of the workspace stands in the history as such."""
    from dataclasses import replace  # noqa: PLC0415 - only here

    from communique.web.base.corpus import the_dossiers  # noqa: PLC0415 - likewise

    the_dossiers().put("tarsk-2021", replace(tarsk.dossier, title="By a program"), revision=1)
    dossier_change("tarsk-2021", changes.set_head(sides=("XA",)), Deed(actor=analyst))
    page = as_reader.get(at("dossier_history")).content.decode()
    assert "changed by a program" in page
    assert as_reader.get(at("dossier_revision", 2)).status_code == 200


def test_a_release_is_filed_from_its_own_page(tarsk: Standing, as_analyst: Client, as_reader: Client) -> None:
    """The list asks in which dossier a release is to be filed; readers see the list alone."""
    from communique.db.models import ReleaseRow  # noqa: PLC0415 - only here

    key = ReleaseRow.objects.order_by("day").first().key  # type: ignore[union-attr] # there are some
    address = reverse("workbench:dossiers", query={"release": key})
    assert f'value="{key}"' in as_analyst.get(address).content.decode()
    assert f'value="{key}"' not in as_reader.get(address).content.decode()
    as_analyst.post(at("dossier_file"), {"source": key, "role": "event"})
    assert dossier_get("tarsk-2021").dossier.filings[-1].source == f"corpus:{key}"
    again = as_analyst.get(address).content.decode()
    assert f'value="{key}"' not in again
    assert again.count("filed already") == 1
