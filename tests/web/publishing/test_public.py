"""What readers see: evidence under each sentence, data for machines that no text can break, feeds, caching."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.middleware.csrf import get_token
from django.test import Client

from communique.web.accounts.models import User
from communique.web.publishing import slots
from communique.web.publishing.evidence.frozen import FrozenRuling, read_content
from communique.web.publishing.models import Analysis, Publication, PublishedVersion, State
from communique.web.publishing.services import Draft, analysis_add, analysis_revise
from communique.web.publishing.structured import article_record, script_of
from web.publishing.making import WORDS, a_draft, brought_to, corrected

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&"


@pytest.fixture
def slots_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show the page without what rooms above add."""
    for name in ("SLOTS", "SENTENCE_SLOTS", "STAMPS"):
        monkeypatch.setattr(slots, name, [])


def page_of(client: Client, publication: Publication) -> str:
    """Give the page of a publication."""
    answer = client.get(publication.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def structured(html: str) -> dict[str, Any]:
    """Give the data for machines of a page, as a browser would find it."""
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    record: dict[str, Any] = json.loads(found)
    return record


def test_each_sentence_opens_on_its_evidence(client: Client, publication: Publication) -> None:
    """Without script: words, source, hash, plain explanation and grade stand in an element that opens."""
    html = page_of(client, publication)
    (sentence,) = re.findall(r'<details class="s" id="s1">.*?</details>', html, re.DOTALL)
    content = read_content(publication.newest_version().content)
    assert f"<mark>{WORDS}</mark>" in sentence
    assert content.evidence[0].imprint[:16] in sentence
    assert content.evidence[0].imprint in html
    assert content.evidence[0].findings[0].plain in sentence
    assert "observed" in sentence
    assert "President of Arvenia" in sentence


def test_front_lists_what_is_published(client: Client, publication: Publication, draft: Analysis) -> None:
    """Readers find publications, not drafts."""
    analysis_add(draft.author, Draft(title="A secret draft"))
    html = client.get("/").content.decode()
    assert "Nine Papers" in html
    assert "A secret draft" not in html


@pytest.mark.parametrize("path", ["/publications/nothing/", "/publications/nine-papers/v9/"])
def test_what_is_not_published_is_not_there(client: Client, publication: Publication, path: str) -> None:
    """An address of nothing says so."""
    assert client.get(path).status_code == 404


def test_a_draft_has_no_public_page(client: Client, draft: Analysis) -> None:
    """Before it is published nobody reads it by its address to be."""
    assert client.get(f"/publications/{draft.slug}/").status_code == 404


@pytest.mark.parametrize(
    ("path", "most"),
    [("/", 3), ("/publications/nine-papers/", 3), ("/publications/nine-papers/v1/", 3), ("/publications/feed.atom", 1)],
)
def test_public_pages_cost_few_queries(  # noqa: PLR0913, PLR0917 - fixtures
    client: Client,
    publication: Publication,
    slots_alone: None,
    django_assert_max_num_queries: Any,  # noqa: ANN401 - a fixture of the plugin
    path: str,
    most: int,
) -> None:
    """No engine, no corpus: what was frozen is shown."""
    with django_assert_max_num_queries(most) as asked:
        assert client.get(path).status_code == 200
    assert not [query for query in asked.captured_queries if "communique_" in query["sql"]]


def test_public_page_with_all_rooms_stays_within_five_queries(
    client: Client,
    publication: Publication,
    django_assert_max_num_queries: Any,  # noqa: ANN401 - likewise
) -> None:
    """The comments of the room above are counted too."""
    with django_assert_max_num_queries(5):
        page_of(client, publication)


def test_words_of_people_are_no_markup(client: Client, key: str, editor: User) -> None:
    """Names, titles, summaries and texts that look like markup are shown as letters, in page, feed and data."""
    author = User.objects.create_user("odd@desk.example", "a long fictional pass phrase", name=EVIL, role="analyst")
    text = a_draft(key).text + f"\n\n[{EVIL.replace('[', '(')}](view)"
    analysis = analysis_add(author, a_draft(key, text, title=EVIL, summary=EVIL))
    brought_to(analysis, State.PUBLISHED, editor)
    publication = Publication.objects.get()
    html = page_of(client, publication)
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "odd@desk.example" not in html
    record = structured(html)
    assert record["headline"] == " ".join(EVIL.split())
    assert record["author"] == [{"@type": "Person", "name": EVIL}]
    for path in ("/", "/publications/feed.atom", "/publications/feed.rss"):
        answer = client.get(path).content.decode()
        assert "<script>alert" not in answer
        assert "odd@desk.example" not in answer


def test_structured_data_says_what_there_is(client: Client, publication: Publication) -> None:
    """An Article with its author, dates, version and citations; a Claim with the words it rests on; no review."""
    record = structured(page_of(client, publication))
    assert record["@type"] == "Article"
    assert record["version"] == "1"
    assert record["datePublished"] == publication.first.isoformat()
    assert record["citation"][0]["publisher"]["name"] == "President of Arvenia"
    (claim,) = record["hasPart"]
    assert claim["@type"] == "Claim"
    assert claim["@id"].endswith("/v1/#s1")
    assert claim["isBasedOn"][0]["text"] == WORDS


def test_a_claim_is_reviewed_only_where_an_audit_says_something(publication: Publication) -> None:
    """A ClaimReview repeats the status of the audit and gives no number."""
    version = publication.newest_version()
    content = read_content(version.content)
    ruling = FrozenRuling(sentence=1, words="Nine papers", kind="documents", status="not found", statement="No source.")
    audited = type(content)(**{name: getattr(content, name) for name in content.__slots__} | {"rulings": (ruling,)})
    parts = article_record(version, audited, root="https://desk.example", publisher="desk")["hasPart"]
    (review,) = [part for part in parts if part["@type"] == "ClaimReview"]
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "not found"}
    assert review["claimReviewed"] == "Nine papers"


@pytest.mark.parametrize("words", ["</script>", "<!--<script>", "\u2028", "&lt;/script>"])
def test_no_word_ends_the_script_element(words: str) -> None:
    """What is data stays data."""
    written = script_of({"headline": words})
    assert json.loads(written) == {"headline": words}
    assert not re.search("[<>&\u2028]", written)


def test_page_tells_machines_and_previews(client: Client, publication: Publication) -> None:
    """Canonical address, description, Open Graph and feeds stand in the head."""
    html = page_of(client, publication)
    for words in (
        '<link rel="canonical" href="http://testserver/publications/nine-papers/">',
        '<meta name="description" content="How many papers there were.">',
        '<meta property="og:title" content="Nine Papers">',
        '<meta property="og:type" content="article">',
        'type="application/atom+xml"',
    ):
        assert words in html


def test_an_older_version_stays_and_says_so(
    client: Client, publication: Publication, analyst: User, editor: User
) -> None:
    """Each version has its address; the log says what changed and why."""
    corrected(publication, analyst, editor, "Nine papers", "Nine documents")
    newest, first = page_of(client, publication), client.get("/publications/nine-papers/v1/").content.decode()
    assert "Nine documents were signed there" in newest
    assert "<del>" in newest
    assert "A reader pointed it out." in newest
    assert "Nine papers were signed there" in first
    assert "There is a newer one" in first
    assert 'content="noindex"' in first


@pytest.mark.parametrize(
    ("path", "entry", "when"),
    [
        ("/publications/feed.atom", "{http://www.w3.org/2005/Atom}entry", "{http://www.w3.org/2005/Atom}updated"),
        ("/publications/feed.rss", "channel/item", "pubDate"),
    ],
)
def test_feeds_are_xml_with_one_entry_a_publication(
    client: Client, publication: Publication, path: str, entry: str, when: str
) -> None:
    """Both feeds read as XML, whatever reads them."""
    answer = client.get(path)
    root = ET.fromstring(answer.content)  # noqa: S314 - our own
    (found,) = root.findall(entry)
    assert found.find(when) is not None
    assert path.rsplit(".", maxsplit=1)[-1] in answer.headers["Content-Type"]


def test_a_page_that_did_not_change_is_not_sent_again(
    client: Client, publication: Publication, slots_alone: None, analyst: User, editor: User
) -> None:
    """The print of a page comes back as "not modified", until there is a new version."""
    answer = client.get(publication.get_absolute_url())
    etag = answer.headers["ETag"]
    assert "public" in answer.headers["Cache-Control"]
    assert answer.headers["Last-Modified"]
    assert {"Cookie", "Accept-Language"} <= {part.strip() for part in answer.headers["Vary"].split(",")}
    assert "Set-Cookie" not in answer.headers
    assert not answer.cookies
    again = client.get(publication.get_absolute_url(), headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    corrected(publication, analyst, editor, "Nine papers", "Nine documents")
    assert client.get(publication.get_absolute_url(), headers={"If-None-Match": etag}).status_code == 200


def test_a_part_of_a_room_above_changes_the_print(client: Client, publication: Publication, slots_alone: None) -> None:
    """What rooms above add counts by the stamp that they give."""
    before = client.get(publication.get_absolute_url()).headers["ETag"]
    slots.STAMPS.append(lambda _: "one comment")
    slots.SLOTS.append(lambda _request, _publication: "<p>one comment</p>")
    slots.SENTENCE_SLOTS.append(lambda _request, _version: {1: "<b>1</b>"})
    after = client.get(publication.get_absolute_url())
    assert after.headers["ETag"] != before
    assert "<p>one comment</p>" in after.content.decode()
    assert "</details><b>1</b>" in after.content.decode()


def test_a_page_with_a_token_is_its_readers_own(publication: Publication, slots_alone: None) -> None:
    """A form with a token makes the page private, so that no cache gives it to another; the token works."""
    slots.SLOTS.append(lambda request, _: f"<input value='{get_token(request)}'>")
    client = Client(enforce_csrf_checks=True)
    answer = client.get(publication.get_absolute_url())
    assert answer.headers["Cache-Control"] == "private, no-cache"
    token = re.findall(r"<input value='(\w+)'>", answer.content.decode())[0]
    assert client.post("/theme/", {"theme": "dark", "csrfmiddlewaretoken": token}).status_code == 302
    assert (
        Client(enforce_csrf_checks=True).post("/theme/", {"theme": "dark", "csrfmiddlewaretoken": token}).status_code
        == 403
    )


def test_a_member_is_answered_privately(as_reader: Client, publication: Publication) -> None:
    """Whoever is logged in gets a page of their own, with their name."""
    answer = as_reader.get(publication.get_absolute_url())
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert "The reader" in answer.content.decode()


def test_a_message_is_told_on_a_public_page(client: Client, publication: Publication, slots_alone: None) -> None:
    """What is yet to be told to somebody is not kept from them by "not modified"."""
    etag = client.get("/").headers["ETag"]
    client.cookies["messages"] = "x"
    assert client.get("/", headers={"If-None-Match": etag}).status_code == 200


def test_russian_text_is_labelled_in_russian(client: Client, key: str, analyst: User, editor: User) -> None:
    """The article carries its language, the words of a release theirs."""
    analysis = analysis_add(
        analyst, a_draft(key, f'[Подписали девять бумаг](evidence:{key} "{WORDS}").', language="ru")
    )
    brought_to(analysis, State.PUBLISHED, editor)
    html = page_of(client, Publication.objects.get())
    assert '<article class="essay" lang="ru">' in html
    assert 'class="quote" lang="en"' in html


def test_every_version_is_served_from_what_was_frozen(
    client: Client, publication: Publication, request: pytest.FixtureRequest
) -> None:
    """A page is the same after the corpus is gone."""
    before = page_of(client, publication)
    from communique.db.models import ReleaseRow  # noqa: PLC0415 - the corpus, to be emptied

    ReleaseRow.objects.all().delete()
    assert page_of(client, publication) == before
    assert PublishedVersion.objects.count() == 1


def test_revise_after_publishing_changes_nothing_public(
    client: Client, publication: Publication, analyst: User, slots_alone: None
) -> None:
    """A correction in the making is not seen."""
    from communique.web.publishing.services import analysis_correct  # noqa: PLC0415 - only here

    before = page_of(client, publication)
    analysis_correct(publication.analysis, why="A slip.")
    analysis_revise(publication.analysis, analyst, Draft(title="Half done", text="Half"), base=1)
    assert page_of(client, publication) == before


def test_choices_are_offered_to_readers(client: Client, db: None) -> None:
    """Language and theme have a page, since shared pages hold no form."""
    html = client.get("/publications/choices/").content.decode()
    assert 'name="theme"' in html


def test_editors_find_the_way_back_from_what_is_published(
    publication: Publication, client: Client, as_reader: Client, as_editor: Client
) -> None:
    """Whoever may correct a publication finds the way on its page; readers see nothing of it."""
    way = f'href="/analyses/{publication.analysis.pk}/"'
    assert way in page_of(as_editor, publication)
    assert way not in page_of(as_reader, publication)
    assert way not in page_of(client, publication)
