"""What is written, in which state and by whom: nothing is lost, what is published is frozen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from auditlog.models import LogEntry
from django.db import DatabaseError, connection, transaction
from django.db.models.query import QuerySet

from communique.db.corpus import DjangoCorpus
from communique.db.models import ReleaseRow
from communique.errors import CommuniqueError
from communique.web.accounts.models import Role, User
from communique.web.jobs.models import State as JobState
from communique.web.publishing.evidence.checking import NotReadyError
from communique.web.publishing.evidence.frozen import content_record, digest_of, read_content
from communique.web.publishing.keeping import FrozenError
from communique.web.publishing.models import (
    Analysis,
    Publication,
    PublishedVersion,
    Review,
    Revision,
    State,
)
from communique.web.publishing.selectors import sentence_places
from communique.web.publishing.services import (
    Draft,
    StaleError,
    analysis_add,
    analysis_coauthor_add,
    analysis_correct,
    analysis_publish,
    analysis_publish_later,
    analysis_restore,
    analysis_review,
    analysis_revise,
    analysis_submit,
    analysis_withdraw,
)
from communique.web.publishing.services.writing import draft_of, newest_revision
from communique.web.publishing.work import publish
from web.conftest import a_user
from web.publishing.making import WORDS, a_draft, brought_to, corrected

Action = Callable[[Analysis, User, User], object]

ACTIONS: dict[str, Action] = {
    "revise": lambda analysis, analyst, _: analysis_revise(analysis, analyst, Draft(title="Other"), base=1),
    "submit": lambda analysis, _analyst, _editor: analysis_submit(analysis),
    "withdraw": lambda analysis, _analyst, _editor: analysis_withdraw(analysis),
    "pass": lambda analysis, _, editor: analysis_review(analysis, editor, passed=True),
    "return": lambda analysis, _, editor: analysis_review(analysis, editor, passed=False, remarks="Mend it."),
    "publish": lambda analysis, _analyst, _editor: analysis_publish(analysis),
    "correct": lambda analysis, _analyst, _editor: analysis_correct(analysis, why="A slip."),
}
TABLE: dict[State, dict[str, State]] = {
    State.DRAFT: {"revise": State.DRAFT, "submit": State.REVIEW},
    State.REVIEW: {"withdraw": State.DRAFT, "pass": State.REVIEWED, "return": State.DRAFT},
    State.REVIEWED: {"withdraw": State.DRAFT, "publish": State.PUBLISHED},
    State.PUBLISHED: {"correct": State.DRAFT},
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("action", ACTIONS)
def test_each_state_lets_some_actions(draft: Analysis, analyst: User, editor: User, state: State, action: str) -> None:
    """The table says what may be done in each state and where it leads; all else is refused and changes nothing."""
    analysis = brought_to(draft, state, editor)
    wanted = TABLE[state].get(action)
    if wanted is None:
        with pytest.raises(CommuniqueError):
            ACTIONS[action](analysis, analyst, editor)
    else:
        ACTIONS[action](analysis, analyst, editor)
    analysis.refresh_from_db()
    assert analysis.state == (wanted or state)


def test_the_later_of_two_writers_sees_both(draft: Analysis, analyst: User, editor: User, key: str) -> None:
    """A save on an old revision is refused with both texts; what was saved stays."""
    analysis_revise(draft, analyst, a_draft(key, "The first writer's words."), base=1)
    with pytest.raises(StaleError) as refused:
        analysis_revise(draft, editor, a_draft(key, "The second writer's words."), base=1)
    assert refused.value.theirs.text == "The first writer's words.\n"
    assert refused.value.mine.text == "The second writer's words.\n"
    assert newest_revision(draft).text == "The first writer's words.\n"
    assert [revision.number for revision in Revision.objects.filter(analysis=draft)] == [1, 2]


def test_two_saves_in_one_moment_are_told_apart_by_the_database(draft: Analysis, analyst: User) -> None:
    """Two revisions of one number cannot be, whatever the service looked at."""
    with pytest.raises(DatabaseError), transaction.atomic():
        Revision.objects.create(analysis=draft, number=1, title="Again", author=analyst)


def test_the_same_words_again_save_nothing(draft: Analysis, analyst: User) -> None:
    """An autosave without a change adds no revision, even on an old base."""
    said = draft_of(newest_revision(draft))
    assert analysis_revise(draft, analyst, replace(said, text=said.text.replace("\n", "\r\n")), base=1).number == 1
    assert Revision.objects.filter(analysis=draft).count() == 1


def test_an_earlier_revision_comes_back_as_a_new_one(draft: Analysis, analyst: User, key: str) -> None:
    """Undo adds, it never takes away."""
    analysis_revise(draft, analyst, a_draft(key, "Other words."), base=1)
    back = analysis_restore(draft, analyst, 1)
    assert back.number == 3
    assert draft_of(back) == draft_of(Revision.objects.get(analysis=draft, number=1))


def test_a_co_author_is_one_who_may_write(draft: Analysis, reader: User, editor: User) -> None:
    """A reader cannot be let in by the back door; a co-author stands in the byline."""
    with pytest.raises(CommuniqueError):
        analysis_coauthor_add(draft, reader)
    other = a_user(Role.ANALYST, "Bea Arno")
    analysis_coauthor_add(draft, other)
    brought_to(draft, State.PUBLISHED, editor)
    assert Publication.objects.get().authors == ["The analyst", "Bea Arno"]


def test_nobody_reviews_their_own_words_while_another_editor_is_there(key: str, editor: User) -> None:
    """An editor who wrote in a text is refused by the service as long as there is another."""
    other = a_user(Role.EDITOR, "Another editor")
    analysis = analysis_add(editor, a_draft(key))
    analysis_submit(analysis)
    with pytest.raises(CommuniqueError, match="wrote nothing"):
        analysis_review(analysis, editor, passed=True)
    assert not analysis_review(analysis, other, passed=True).own


def test_the_only_editor_may_review_their_own_words_and_it_is_told(key: str, editor: User) -> None:
    """Where nobody else can, it is done, noted in the log of writes and printed with the publication."""
    analysis = analysis_add(editor, a_draft(key))
    brought_to(analysis, State.PUBLISHED, editor)
    assert Review.objects.get().own
    assert PublishedVersion.objects.get().own_review
    assert LogEntry.objects.filter(additional_data__verb="reviewed their own").exists()


def test_an_editor_who_changed_a_word_is_a_writer(draft: Analysis, editor: User, administrator: User) -> None:
    """Having saved one revision is having written in it."""
    said = draft_of(newest_revision(draft))
    analysis_revise(draft, editor, replace(said, summary="Another summary."), base=1)
    analysis_submit(draft)
    with pytest.raises(CommuniqueError):
        analysis_review(draft, editor, passed=True)


def test_what_goes_back_says_why(draft: Analysis, editor: User) -> None:
    """A reviewer who sends a text back gives remarks; the database holds to it."""
    analysis_submit(draft)
    with pytest.raises(CommuniqueError):
        analysis_review(draft, editor, passed=False, remarks=" ")
    with pytest.raises(DatabaseError), transaction.atomic():
        Review.objects.create(analysis=draft, revision=newest_revision(draft), reviewer=editor, passed=False)


@pytest.mark.parametrize(
    "text", ["Ten papers were signed there.", '[Ten papers](evidence:{key} "no such words") were signed.', ""]
)
def test_what_is_not_ready_is_not_published(draft: Analysis, analyst: User, editor: User, key: str, text: str) -> None:
    """Claims without evidence and broken links are refused in words, and nothing is published."""
    said = replace(a_draft(key), text=text.replace("{key}", key[:12]) or "[x](view)", summary="" if not text else "S.")
    analysis_revise(draft, analyst, said, base=1)
    analysis = brought_to(draft, State.REVIEWED, editor)
    for publishing in (lambda: analysis_publish(analysis), lambda: analysis_publish_later(analysis, editor)):
        with pytest.raises(NotReadyError) as refused:
            publishing()
        assert refused.value.faults
    assert not Publication.objects.exists()


def test_words_that_went_since_the_review_are_refused(draft: Analysis, editor: User, kept: DjangoCorpus) -> None:
    """A link is looked up once more when it is published."""
    analysis = brought_to(draft, State.REVIEWED, editor)
    ReleaseRow.objects.filter(text__contains=WORDS).update(text="Another text altogether.")
    with pytest.raises(NotReadyError, match="not in the text"):
        analysis_publish(analysis)


def test_a_published_version_holds_all_its_page_shows(publication: Publication) -> None:
    """Words, place, hash, findings and HTML are kept with the version, and their hash with them."""
    version = publication.newest_version()
    content = read_content(version.content)
    (exhibit,) = content.evidence
    assert exhibit.words == WORDS
    assert exhibit.findings
    assert content.software.startswith("communique ")
    assert content.releases == ReleaseRow.objects.count()
    assert digest_of(content_record(content)) == version.digest
    assert WORDS in version.html
    assert [sentence.anchor for sentence in publication.sentences()] == ["s1"]


FREEZING: dict[str, Callable[[PublishedVersion], object]] = {
    "save": lambda version: version.save(),
    "save one field": lambda version: version.save(update_fields=["title"]),
    "update": lambda _: PublishedVersion.objects.update(title="Other"),
    "update of some": lambda _: PublishedVersion.objects.filter(number=1).update(html="Other"),
    "bulk_update": lambda version: PublishedVersion.objects.bulk_update([version], ["title"]),
    "delete": lambda version: version.delete(),
    "delete of some": lambda _: PublishedVersion.objects.filter(number=1).delete(),
    "plain queryset": lambda _: QuerySet(PublishedVersion).update(title="Other"),
    "sql": lambda _: connection.cursor().execute("UPDATE publishing_publishedversion SET title = 'Other'"),
    "publication": lambda version: version.publication.delete(),
    "analysis": lambda version: version.publication.analysis.delete(),
}


@pytest.mark.parametrize("way", FREEZING)
def test_frozen_means_frozen(publication: Publication, way: str) -> None:
    """No way of the models changes what was published, nor a sentence to the database itself."""
    version = publication.newest_version()
    before = version.title
    version.title = "Other"
    with pytest.raises((FrozenError, DatabaseError)), transaction.atomic():
        FREEZING[way](version)
    assert PublishedVersion.objects.get().title == before


def test_a_revision_is_never_changed(draft: Analysis) -> None:
    """What was saved stays as it was saved."""
    revision = newest_revision(draft)
    revision.text = "Other"
    with pytest.raises(FrozenError):
        revision.save()
    with pytest.raises(FrozenError):
        Revision.objects.filter(analysis=draft).update(text="Other")


def test_a_correction_is_a_new_version_with_its_log(publication: Publication, analyst: User, editor: User) -> None:
    """The first version stays word for word; the second says what changed, why and when, sentence by sentence."""
    first = publication.newest_version()
    second = corrected(publication, analyst, editor, "Nine papers", "Nine documents")
    publication.refresh_from_db()
    assert (publication.newest, publication.changed) == (2, second.moment)
    assert (second.what, second.why) == ("One word is another.", "A reader pointed it out.")
    assert ["-", "Nine papers were signed there."] in second.changes
    assert ["+", "Nine documents were signed there."] in second.changes
    assert PublishedVersion.objects.get(number=1).digest == first.digest
    assert sentence_places(first, first) == {1: 1}
    assert sentence_places(first, second) == {}


def test_the_log_names_what_was_written(publication: Publication) -> None:
    """Revisions, reviews and versions are told apart by their title, not by a number that nobody knows."""
    told = set(LogEntry.objects.values_list("object_repr", flat=True))
    title = publication.title
    assert {f"version 1 of {title}", f"revision 1 of {title}", f"review of revision 1 of {title}"} <= told


def test_a_correction_without_a_reason_is_refused(publication: Publication, analyst: User, editor: User) -> None:
    """The service refuses it, and so does the database."""
    analysis = publication.analysis
    with pytest.raises(CommuniqueError):
        analysis_correct(analysis, why=" ")
    analysis_correct(analysis, why="A slip.")
    analysis = brought_to(Analysis.objects.get(), State.REVIEWED, editor)
    with pytest.raises(CommuniqueError, match="why"):
        analysis_publish(analysis)
    fields = {"title": "T", "summary": "S", "language": "en", "moment": publication.first, "content": {}}
    with pytest.raises(DatabaseError), transaction.atomic():
        PublishedVersion.objects.create(
            publication=publication, revision=newest_revision(analysis), number=2, digest="0" * 64, **fields
        )


def test_publishing_twice_by_the_worker_publishes_once(draft: Analysis, editor: User) -> None:
    """A worker that died between its end and its note does no harm when the job is done again."""
    analysis = brought_to(draft, State.REVIEWED, editor)
    job = analysis_publish_later(analysis, editor)
    job.refresh_from_db()
    assert (job.state, job.result["address"]) == (JobState.DONE, "/publications/nine-papers/")
    assert publish(job, lambda *_told: None)["address"] == job.result["address"]
    assert PublishedVersion.objects.count() == 1


@pytest.mark.parametrize(("title", "slug"), [("Кто просил?", "kto-prosil"), ("???", "analysis"), ("A", "a")])
def test_addresses_are_made_of_titles_and_stay_apart(analyst: User, title: str, slug: str) -> None:
    """Any title makes an address; a second one of the same title another."""
    assert analysis_add(analyst, Draft(title=title)).slug == slug
    assert analysis_add(analyst, Draft(title=title)).slug == f"{slug}-2"


@pytest.mark.parametrize(
    "draft_",
    [Draft(title=" "), Draft(title="x" * 201), Draft(title="x", text="x" * 200_001)],
    ids=["none", "long", "text"],
)
def test_what_does_not_fit_is_refused(analyst: User, draft_: Draft) -> None:
    """A title there must be; what is too long is refused in words, not by the database."""
    with pytest.raises(CommuniqueError):
        analysis_add(analyst, draft_)


def test_the_bundled_analysis_is_published_as_it_is(essay: Publication) -> None:
    """The example needs no mending: each of its claims opens on its words."""
    content = read_content(essay.newest_version().content)
    assert len(content.evidence) > 15
    assert sum(bool(sentence.evidence) for sentence in content.sentences) > 10
    assert any(sentence.view for sentence in content.sentences)
