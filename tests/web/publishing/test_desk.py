"""The pages of authors and reviewers: who gets in, what they cost, that nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from communique.db.dossiers import DossierStore
from communique.errors import DossierError
from communique.web.accounts.models import Role, User
from communique.web.publishing.models import Analysis, PublishedVersion, Revision, State
from communique.web.publishing.services import analysis_add, analysis_coauthor_add, analysis_revise
from communique.web.publishing.services.writing import newest_revision
from web.conftest import a_client, a_user
from web.publishing.making import WORDS, a_draft, brought_to

HTMX = {"HX-Request": "true"}


def typed(analysis: Analysis, **parts: object) -> dict[str, object]:
    """Give the form of an analysis as a browser sends it."""
    newest = newest_revision(analysis)
    form = {"title": newest.title, "summary": newest.summary, "language": "en", "text": newest.text}
    return {**form, "base": newest.number, **parts}


def said_by(client: Client, path: str, form: dict[str, object] | None = None, **more: Any) -> str:  # noqa: ANN401 - headers
    """Post a form, or get a page, and give what is answered."""
    answer = client.get(path, **more) if form is None else client.post(path, form, **more)
    return str(answer.content.decode())


PAGES = {
    "": State.DRAFT,
    "revisions/": State.DRAFT,
    "revisions/?revision=1": State.DRAFT,
    "review/": State.REVIEW,
    "publish/": State.REVIEWED,
    "correct/": State.PUBLISHED,
    "export/": State.PUBLISHED,
}


@pytest.mark.parametrize("page", PAGES)
def test_pages_answer_editors_and_cost_little(
    draft: Analysis,
    editor: User,
    as_editor: Client,
    page: str,
    django_assert_max_num_queries: Any,  # noqa: ANN401 - a fixture of the plugin
) -> None:
    """Each page of an analysis answers an editor in the state it is for, within 20 queries."""
    analysis = brought_to(draft, PAGES[page], editor)
    with django_assert_max_num_queries(20):
        assert as_editor.get(f"/analyses/{analysis.pk}/{page}").status_code == 200


@pytest.mark.parametrize("state", State)
def test_the_page_of_an_analysis_answers_in_each_state(
    draft: Analysis, editor: User, as_analyst: Client, state: State
) -> None:
    """Its author reads it whatever its state, and writes it only as a draft."""
    html = said_by(as_analyst, f"/analyses/{brought_to(draft, state, editor).pk}/")
    assert "Nine papers were signed there" in html
    assert ("id_text" in html) is (state is State.DRAFT)


@pytest.mark.parametrize(
    ("page", "posts"),
    [
        ("", True),
        ("lint/", True),
        ("preview/", True),
        ("evidence/", True),
        ("coauthors/", True),
        ("submit/", True),
        ("withdraw/", True),
        ("review/", True),
        ("publish/", True),
        ("correct/", True),
        ("revisions/1/restore/", True),
        ("", False),
        ("revisions/", False),
        ("review/", False),
        ("publish/", False),
        ("export/", False),
    ],
)
@pytest.mark.parametrize("role", [Role.READER, Role.ANALYST])
def test_another_analyst_gets_nowhere(draft: Analysis, role: str, page: str, posts: bool) -> None:  # noqa: FBT001 - a table
    """Whoever is neither author nor editor is refused at every address of an analysis, whatever they send."""
    client, path = a_client(a_user(role, "Somebody else")), f"/analyses/{draft.pk}/{page}"
    answer = client.post(path, typed(draft, text="Other.")) if posts else client.get(path)
    assert answer.status_code == 403
    draft.refresh_from_db()
    assert draft.state == State.DRAFT
    assert Revision.objects.count() == 1


def test_strangers_are_asked_to_log_in(client: Client, draft: Analysis) -> None:
    """The desk is for members."""
    answer = client.get(f"/analyses/{draft.pk}/")
    assert answer.headers["Location"].startswith("/accounts/login/")


def test_lists_show_what_one_may_read(
    draft: Analysis,
    as_analyst: Client,
    as_editor: Client,
    django_assert_max_num_queries: Any,  # noqa: ANN401 - likewise
) -> None:
    """An author sees their own and shared analyses, an editor all, another analyst none."""
    other = a_user(Role.ANALYST, "Somebody else")
    assert "Nine Papers" not in said_by(a_client(other), "/analyses/")
    assert "Nine Papers" in said_by(as_analyst, "/analyses/")
    with django_assert_max_num_queries(8):
        assert "Nine Papers" in said_by(as_editor, "/analyses/?state=draft")
    assert "Nine Papers" not in said_by(as_editor, "/analyses/?state=review")
    analysis_coauthor_add(draft, other)
    assert "Nine Papers" in said_by(a_client(other), "/analyses/")


def test_an_analysis_is_begun_and_saved(as_analyst: Client, kept: object) -> None:
    """A title makes a draft; what is typed is kept by a plain form."""
    answer = as_analyst.post("/analyses/new/", {"title": "Who asked?", "language": "en", "dossier": ""})
    analysis = Analysis.objects.get()
    assert answer.headers["Location"] == f"/analyses/{analysis.pk}/"
    as_analyst.post(f"/analyses/{analysis.pk}/", typed(analysis, text="He <b>did</b>."))
    assert newest_revision(analysis).text == "He <b>did</b>.\n"
    assert "&lt;b&gt;did" in said_by(as_analyst, f"/analyses/{analysis.pk}/")


def test_an_autosave_tells_its_revision(as_analyst: Client, draft: Analysis) -> None:
    """Script learns the revision to build on."""
    said = said_by(as_analyst, f"/analyses/{draft.pk}/", typed(draft, text="More."), headers=HTMX)
    assert 'id="id_base" value="2"' in said


def test_the_later_writer_is_shown_both_texts(as_analyst: Client, draft: Analysis, editor: User, key: str) -> None:
    """A stale save answers with theirs, mine and the difference; saving again then is a decision, and loses nothing."""
    form = typed(draft, text="My words stand here.")
    analysis_revise(draft, editor, a_draft(key, "Their words stand here."), base=1)
    answer = as_analyst.post(f"/analyses/{draft.pk}/", form)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Their words stand here." in html
    assert "My words stand here." in html
    assert 'name="base" value="2"' in html
    assert "Not saved" in said_by(as_analyst, f"/analyses/{draft.pk}/", form, headers=HTMX)
    as_analyst.post(f"/analyses/{draft.pk}/", {**form, "base": 2})
    assert [revision.text for revision in Revision.objects.order_by("number")][1:] == [
        "Their words stand here.\n",
        "My words stand here.\n",
    ]


def test_a_form_that_does_not_fit_keeps_what_was_typed(as_analyst: Client, draft: Analysis) -> None:
    """Without a title nothing is saved, and the text is still there."""
    answer = as_analyst.post(f"/analyses/{draft.pk}/", typed(draft, title="", text="A long evening's work."))
    assert answer.status_code == 422
    assert "A long evening&#x27;s work." in answer.content.decode()
    assert Revision.objects.count() == 1


def test_remarks_come_with_line_and_remedy(as_analyst: Client, draft: Analysis) -> None:
    """The linter and the faults, to script alone, and in the page without it, with what was typed."""
    form = typed(draft, text="One.\n\nShe was angry with the ministers that day.")
    panel = said_by(as_analyst, f"/analyses/{draft.pk}/lint/", form, headers=HTMX)
    assert "line 3" in panel
    assert "no text shows a feeling" in panel
    assert "opens on no evidence" in panel
    assert "<html" not in panel
    whole = said_by(as_analyst, f"/analyses/{draft.pk}/lint/", form)
    assert "no text shows a feeling" in whole
    assert "She was angry with the ministers" in whole
    assert Revision.objects.count() == 1


def test_preview_shows_the_page_to_be(as_analyst: Client, draft: Analysis) -> None:
    """Evidence opens in the preview; what is broken says so."""
    html = said_by(as_analyst, f"/analyses/{draft.pk}/preview/", typed(draft), headers=HTMX)
    assert f"<mark>{WORDS}</mark>" in html
    broken = typed(draft, text='[Ten](evidence:ffffffffffff "x").')
    assert "opens on nothing" in said_by(as_analyst, f"/analyses/{draft.pk}/preview/", broken, headers=HTMX)


def test_evidence_is_found_shown_and_linked_without_script(as_analyst: Client, draft: Analysis, key: str) -> None:
    """Search, choose, link: three plain posts that never lose the text."""
    path, form = f"/analyses/{draft.pk}/evidence/", typed(draft, text="They signed nine.")
    found = said_by(as_analyst, path, {**form, "q": "linemen"})
    assert f'name="release" value="{key}"' in found
    assert "They signed nine." in found
    shown = said_by(as_analyst, path, {**form, "release": key})
    assert WORDS in shown
    linked = said_by(as_analyst, path, {**form, "release": key, "quote": WORDS, "said": "They signed nine"})
    assert f"[They signed nine](evidence:{key[:12]} &quot;{WORDS}&quot;)." in linked
    refused = said_by(as_analyst, path, {**form, "release": key, "words": "no such words", "said": "x"})
    assert "These words are not in the text" in refused
    assert Revision.objects.count() == 1


def test_from_draft_to_correction_by_the_pages(as_analyst: Client, as_editor: Client, draft: Analysis) -> None:
    """Handed in, sent back, reviewed, published, opened again, published anew with its log."""
    path = f"/analyses/{draft.pk}/"
    as_analyst.post(f"{path}submit/")
    assert as_editor.post(f"{path}review/", {"verdict": "return", "remarks": ""}).status_code == 422
    as_editor.post(f"{path}review/", {"verdict": "return", "remarks": "Name the palace."})
    assert "Name the palace." in said_by(as_analyst, path)
    as_analyst.post(f"{path}submit/")
    as_editor.post(f"{path}review/", {"verdict": "pass"})
    assert as_analyst.post(f"{path}publish/").status_code == 403
    job = as_editor.post(f"{path}publish/")
    assert as_editor.get(job.headers["Location"]).headers["Location"] == "/publications/nine-papers/"
    assert as_analyst.post(path, typed(draft, text="Other.")).status_code == 403
    as_editor.post(f"{path}correct/", {"why": "A slip."})
    as_analyst.post(path, typed(draft, summary="A better summary."))
    as_analyst.post(f"{path}submit/")
    as_editor.post(f"{path}review/", {"verdict": "pass"})
    assert as_editor.post(f"{path}publish/", {"what": "", "why": ""}).status_code == 422
    as_editor.post(f"{path}publish/", {"what": "The summary.", "why": "A slip."})
    assert list(PublishedVersion.objects.values_list("number", "what")) == [(1, ""), (2, "The summary.")]


def test_what_cannot_be_published_says_so_on_its_page(
    as_editor: Client, draft: Analysis, analyst: User, editor: User, key: str
) -> None:
    """The faults stand on the page, and publishing is refused with them."""
    analysis_revise(draft, analyst, a_draft(key, "Ten papers were signed there."), base=1)
    analysis = brought_to(draft, State.REVIEWED, editor)
    answer = as_editor.post(f"/analyses/{analysis.pk}/publish/")
    assert answer.status_code == 422
    assert "opens on no evidence" in answer.content.decode()


def test_an_earlier_revision_is_brought_back(as_analyst: Client, draft: Analysis, analyst: User, key: str) -> None:
    """By a button, as a new revision."""
    analysis_revise(draft, analyst, a_draft(key, "Worse words."), base=1)
    as_analyst.post(f"/analyses/{draft.pk}/revisions/1/restore/")
    assert "Nine papers" in newest_revision(draft).text


def test_a_colleague_is_let_in_by_name(as_analyst: Client, draft: Analysis) -> None:
    """One name, one colleague; nobody by a name that is not there."""
    other = a_user(Role.ANALYST, "Bea Arno")
    as_analyst.post(f"/analyses/{draft.pk}/coauthors/", {"name": "Nobody"})
    assert not draft.coauthors.exists()
    as_analyst.post(f"/analyses/{draft.pk}/coauthors/", {"name": "bea arno"})
    assert list(draft.coauthors.all()) == [other]


def test_the_example_is_begun_by_a_button(as_analyst: Client, kept: object) -> None:
    """With the bundled releases kept, the bundled analysis is a draft at once."""
    as_analyst.post("/analyses/demo/")
    assert "evidence:" in newest_revision(Analysis.objects.get()).text


def test_without_the_bundled_releases_the_example_says_what_to_do(as_analyst: Client, db: None) -> None:
    """No draft full of broken links."""
    answer = as_analyst.post("/analyses/demo/")
    assert answer.status_code == 422
    assert "load the bundled dossier first" in answer.content.decode()
    assert not Analysis.objects.exists()


def test_a_search_leaves_the_release_that_was_shown(draft: Analysis, as_analyst: Client, key: str) -> None:
    """Who has chosen a release and asks for another is shown what the search finds, not the same release again."""
    form = typed(draft, release=key, q="icebreaker", search="1")
    html = said_by(as_analyst, f"/analyses/{draft.pk}/evidence/", form, headers=HTMX)
    assert "Icebreaker Northern Mara enters service" in html
    assert "source-text" not in html


def test_offices_are_named_beside_evidence(draft: Analysis, as_analyst: Client, key: str) -> None:
    """Where evidence is looked for, shown and previewed, its office stands in words and not by its code."""
    for form, page in (({"q": "icebreaker"}, "evidence"), ({"release": key}, "evidence"), ({}, "preview")):
        html = said_by(as_analyst, f"/analyses/{draft.pk}/{page}/", typed(draft, **form), headers=HTMX)
        assert "President of Arvenia" in html
        assert ">xa-president" not in html


def test_the_dossier_of_an_analysis_offers_its_releases(
    dossier: str,
    analyst: User,
    as_analyst: Client,
    key: str,
    django_assert_max_num_queries: Any,  # noqa: ANN401 - a fixture of the plugin
) -> None:
    """Before anything is searched for, the releases of the dossier are there to choose from, the earliest first."""
    analysis = analysis_add(analyst, a_draft(key), dossier=dossier)
    with django_assert_max_num_queries(20):
        html = said_by(as_analyst, f"/analyses/{analysis.pk}/evidence/", typed(analysis), headers=HTMX)
    first, last = "Telephone conversation with Prime Minister", "Interview of Prime Minister Korin"
    assert 0 < html.index(first) < html.index(last)
    assert f'href="/dossiers/{analysis.dossier}/"' in said_by(as_analyst, f"/analyses/{analysis.pk}/")


def test_a_text_that_cannot_be_handed_in_is_not_saved_either(draft: Analysis, as_analyst: Client) -> None:
    """An emptied text is refused, and what stood stands."""
    before = newest_revision(draft).number
    answer = as_analyst.post(f"/analyses/{draft.pk}/", typed(draft, text="", hand_in="1"))
    assert answer.status_code == 422
    assert newest_revision(draft).number == before


def test_what_is_handed_in_is_what_was_typed(draft: Analysis, as_analyst: Client) -> None:
    """Handing in saves what stands in the form first: nothing typed a second before is lost."""
    text = f"{newest_revision(draft).text}\n\n[A last word of my own](view).\n"
    as_analyst.post(f"/analyses/{draft.pk}/", typed(draft, text=text, hand_in="1"))
    draft.refresh_from_db()
    assert draft.state == State.REVIEW
    assert "A last word of my own" in newest_revision(draft).text


def test_an_analysis_is_begun_from_a_dossier(as_analyst: Client, dossier: str) -> None:
    """The address may name the dossier and a title; both stand in the form, and a name that is not there does not."""
    html = said_by(as_analyst, f"/analyses/new/?dossier={dossier}&title=Why+she+came")
    assert f'<option value="{dossier}" selected>' in html
    assert 'value="Why she came"' in html
    assert 'value="no-such"' not in said_by(as_analyst, "/analyses/new/?dossier=no-such")


def test_a_dossier_that_cannot_be_read_bars_no_evidence(
    dossier: str, analyst: User, as_analyst: Client, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of a later form offers no releases; evidence is searched for as without a dossier."""
    analysis = analysis_add(analyst, a_draft(key), dossier=dossier)

    def unreadable(*_: object) -> None:
        raise DossierError(wanted="a dossier of this form", got="a later one")

    monkeypatch.setattr(DossierStore, "get", unreadable)
    html = said_by(as_analyst, f"/analyses/{analysis.pk}/evidence/", typed(analysis), headers=HTMX)
    assert 'type="search"' in html
