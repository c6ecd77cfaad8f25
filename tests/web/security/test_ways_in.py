"""Ways in that belong to no room: to other sites, by the name of the host, by fields nobody offered, by sheer size."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.files.uploadhandler import StopUpload
from django.core.mail import EmailMessage
from django.test import Client, RequestFactory, override_settings

from communique.corpus.port import Selection
from communique.corpus.query import parse_query
from communique.db.corpus import DjangoCorpus
from communique.db.words import find_numbers
from communique.errors import CommuniqueError
from communique.languages.english.sentences import find_sentences as find_english
from communique.languages.english.unattributed import is_unattributed
from communique.languages.kazakh.markup import find_sentences as find_kazakh
from communique.languages.lemmas import lemmatise
from communique.languages.russian.sentences import find_sentences as find_russian
from communique.model import Capture
from communique.reasoning.prose import TextForm, read_prose
from communique.sources import parse_releases
from communique.web import settings as decided
from communique.web.accounts.letters import password_link
from communique.web.accounts.models import Role, User
from communique.web.base.corpus import the_settings
from communique.web.base.uploads import UploadBound
from communique.web.discussion.models import Comment
from communique.web.publishing.markup.reading import read_text
from communique.web.publishing.models import Analysis, Publication, State
from communique.web.workbench.models import SavedSearch
from communique.wiring.building import build_publishers
from web.conftest import PASSWORD, a_user
from web.discussion.conftest import a_form, make_publication
from web.workbench.test_intake import a_pdf

SITE = "https://desk.example"


@pytest.mark.parametrize("page", ["/theme/", "/language/setlang/"])
@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "http:evil", "javascript:alert(1)", "\x08//a"],
)
def test_a_choice_leads_nowhere_else(db: None, client: Client, page: str, wanted: str) -> None:
    """Choosing a theme or a language goes on to pages of ours alone (open redirect), by the form or by the referrer."""
    for sent in ({"data": {"next": wanted}}, {"headers": {"Referer": wanted}}):
        answer = client.post(page, **sent)  # type: ignore[arg-type] # two of its words
        assert answer.headers["Location"] == "/"


def test_links_name_the_workspace_and_not_the_host_that_was_asked(db: None, as_analyst: Client, analyst: User) -> None:
    """Pages, feeds and examples that may be kept by others carry the address that was decided, whatever Host says."""
    slug = make_publication().slug
    search = SavedSearch.objects.create(owner=analyst, name="Talks", token="t" * 43)
    paths = (
        "/publications/feed.atom",
        "/publications/feed.rss",
        f"/publications/{slug}/",
        "/comments/feed.atom",
        f"/publications/{slug}/comments/feed.atom",
        f"/searches/feed/{search.token}.atom",
        f"/searches/{search.pk}/",
        "/api/docs",
    )
    with override_settings(CONFIG=replace(settings.CONFIG, address=SITE)):
        for path in paths:
            body = as_analyst.get(path, headers={"Host": "localhost:9999"}).content.decode()
            assert "localhost:9999" not in body, path
            assert SITE in body, path


def test_a_letter_names_the_workspace_and_not_the_host_that_was_asked(
    reader: User, client: Client, mailoutbox: list[EmailMessage]
) -> None:
    """The link for a new password leads to the address that was decided, by whatever name of ours it was asked for."""
    with override_settings(CONFIG=replace(settings.CONFIG, address=SITE)):
        client.post("/accounts/forgotten/", {"email": reader.email}, headers={"Host": "localhost:9999"})
    (letter,) = mailoutbox
    assert f"{SITE}/accounts/" in str(letter.body)
    assert "localhost" not in str(letter.body)


def test_the_link_for_a_new_password_grows_old(reader: User, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """A letter that lies about opens nothing after three days."""
    link, then = password_link(reader), datetime.now()  # noqa: DTZ005 - as the library counts
    for days, opens in ((2, True), (4, False)):
        moment = then + timedelta(days=days)
        monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda _, moment=moment: moment)
        assert (client.get(link).status_code == 302) is opens


@pytest.mark.parametrize("host", ["evil.example", "localhost@evil.example", "localhost:1/evil"])
def test_another_host_is_refused(db: None, client: Client, host: str) -> None:
    """A name that is not ours is answered with a refusal, so that nothing kept on the way carries it."""
    assert client.get("/", headers={"Host": host}).status_code == 400
    assert list(decided.CONFIG.hosts) == decided.ALLOWED_HOSTS  # those of tests are their own


def test_nobody_raises_themself(db: None) -> None:
    """Fields that the form of an account does not offer change nothing, whatever is sent beside it."""
    user, browser = a_user(Role.READER), Client()
    browser.force_login(user)
    more = {"role": "administrator", "is_superuser": "on", "is_active": "", "founder": "on", "email": "a@evil.example"}
    browser.post("/accounts/profile/", {"name": "Vera Lund", "language": "en", **more})
    now = User.objects.get(pk=user.pk)
    assert now.name == "Vera Lund"
    for field in ("role", "is_superuser", "is_active", "founder", "email"):
        assert getattr(now, field) == getattr(user, field)


def test_nobody_publishes_by_a_field(as_analyst: Client, analyst: User, editor: User) -> None:
    """A form of an analysis or a comment takes neither its state, nor another author, nor its place in the queue."""
    as_analyst.post("/analyses/new/", {"title": "A", "language": "en", "state": "published", "author": str(editor.pk)})
    analysis = Analysis.objects.get()
    assert (analysis.state, analysis.author) == (State.DRAFT, analyst)
    publication = Publication.objects.get(slug=make_publication().slug)
    sent = a_form(publication, state="published", published="2025-01-01", number="7")
    Client().post(f"/publications/{publication.slug}/comments/new/", sent)
    assert Comment.objects.get().published is None


def test_cookies_are_out_of_reach(reader: User, client: Client) -> None:
    """No script reads a cookie of ours, and no other site makes a browser send one with a form."""
    client.get("/accounts/login/")
    client.post("/accounts/login/", {"username": reader.email, "password": PASSWORD})
    client.post("/theme/", {"theme": "dark"})
    client.post("/language/setlang/", {"language": "ru"})
    assert {"sessionid", "csrftoken", "theme", settings.LANGUAGE_COOKIE_NAME} <= set(client.cookies)
    for name, cookie in client.cookies.items():
        assert (bool(cookie["httponly"]) or not cookie.value, cookie["samesite"]) == (True, "Lax"), name


def test_no_page_takes_files_without_end(db: None, client: Client) -> None:
    """Forms are read before anybody is asked in, so that every page stops where files are more than any takes."""
    handler = UploadBound(RequestFactory().post("/"))
    handler.receive_data_chunk(b"x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE, 0)
    with pytest.raises(StopUpload):
        handler.receive_data_chunk(b"x", settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    request = RequestFactory().post("/accounts/login/")
    assert isinstance(request.upload_handlers[0], UploadBound)


def test_no_filter_of_a_search_reaches_the_database(kept: DjangoCorpus) -> None:
    """What narrows a search of words is a value and no part of a question, whatever signs it has (SQL)."""
    query = parse_query("talks")
    assert find_numbers("default", query, Selection(), 10)
    for words in ("x' OR '1'='1", "x' OR 1=1 --", "%s", "{narrowed}", '"'):
        for selection in (Selection(issuer=words), Selection(counterpart=words), Selection(language=words)):
            assert find_numbers("default", query, selection, 10) == ()


def test_a_book_is_no_release() -> None:
    """A PDF of more pages than any release has is refused before a page of it is read."""
    with pytest.raises(CommuniqueError, match="a PDF of at most 2000 pages"):
        tuple(
            parse_releases(Capture(address="a.pdf", content=a_pdf(2_001)), publishers=build_publishers(the_settings()))
        )


READERS: dict[str, Callable[[str], Any]] = {
    "English": find_english,
    "Russian": find_russian,
    "Kazakh": find_kazakh,
    "analysis": read_text,
    "who speaks": is_unattributed,
    "index": lambda text: lemmatise(text, "ru"),
    "plain words": lambda text: read_prose(text, language="en", form=TextForm.PLAIN),
    "linter": lambda text: read_prose(text, language="en", form=TextForm.MARKDOWN),
}
LONG = {
    "stops": "." * 20_000,
    "cries": "!" * 20_000,
    "marks after a stop": "." + '"' * 20_000 + "x",
    "space after a stop": "." + " " * 20_000 + "x",
    "comments that never end": "<!--" * 20_000,
    "comments": "<!-- a -->" * 2_000 + "x",
    "dashes": "-" * 20_000,
    "initials": "Я." * 10_000,
    "one word": "я" * 20_000,
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", LONG)
def test_no_text_holds_a_reader_up(reader: str, kind: str) -> None:
    """Signs that no text has so many of are read in about the time of any text: a page of stops stops nobody."""
    READERS[reader]("Warm up. Yes.")
    began = time.process_time()
    READERS[reader](LONG[kind])
    assert time.process_time() - began < 1.5
