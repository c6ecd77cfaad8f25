"""The page of corrections: what is shown, corrected, withdrawn and refused, and by whom."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from auditlog.models import LogEntry
from django.contrib.auth.models import AnonymousUser
from django.db.utils import OperationalError
from django.test import Client
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from communique.corpus.correctable import find_items
from communique.db.corpus import DjangoCorpus
from communique.db.corrections import CorrectionStore
from communique.model import Account, Kind
from communique.model.corrections import Correction, Item, What, parts_of
from communique.web.accounts.models import FORMER, User
from communique.web.accounts.services import user_erase
from communique.web.base.corpus import stamp
from communique.web.jobs.models import Job, State
from communique.web.jobs.services import job_run
from communique.web.workbench.corrections import work
from communique.web.workbench.corrections.services import correction_of
from communique.wiring.corrections import corrections_in, label_records
from web.conftest import a_client

ATTACK = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>"


@pytest.fixture
def told(kept: DjangoCorpus) -> Account:
    """Give an account of the store that has people, a reception and documents."""
    found = (one for one in kept.accounts() if one.instruments and len(one.event.principals) > 1)
    return next(found)


def page_of(account: Account, tail: str = "") -> str:
    """Give the address of the page of corrections of a release."""
    return f"/releases/{account.release.key}/corrections/{tail}"


def item_of(account: Account, what: What) -> Item:
    """Give the first item of a sort."""
    return next(item for item in find_items(account) if item.what is what)


def sent(item: Item, **fields: str) -> dict[str, str]:
    """Give what a form of an item sends."""
    values = {"sort" if name == "class" else name: value for name, value in item.parts}
    return {"what": item.what.value, "place": item.place, "reason": "as the text has it", "words": ""} | values | fields


def kept_now(kept: DjangoCorpus, account: Account) -> Account:
    """Give the account as it is kept now."""
    found = kept.account(account.release.key)
    assert found is not None
    return found


def store_of(kept: DjangoCorpus) -> CorrectionStore:
    """Give the corrections of the store."""
    store = corrections_in(kept)
    assert store is not None
    return store


def test_the_page_shows_items_with_their_words(as_reader: Client, told: Account) -> None:
    """A reader sees each item and the words that carry it, and no form that writes."""
    page = as_reader.get(page_of(told)).content.decode()
    for person in told.event.principals:
        assert escape(person.name or "") in page
    assert escape(told.release.words(told.instruments[0].words.title)[:60]) in page
    assert page_of(told, "add/") not in page


def test_an_analyst_has_a_form_for_each_item(as_analyst: Client, told: Account) -> None:
    """Each item can be corrected without script, and what is missing added."""
    page = as_analyst.get(page_of(told)).content.decode()
    assert page.count(page_of(told, "add/")) >= len(find_items(told)) + 2
    assert "onclick" not in page
    assert "<style" not in page


def test_a_correction_is_kept_and_counts(as_analyst: Client, analyst: User, kept: DjangoCorpus, told: Account) -> None:
    """A kind corrected is that of the corpus at once, with author and reason, and stands in the log of writes."""
    before = stamp()
    answer = as_analyst.post(page_of(told, "add/"), sent(item_of(told, What.KIND), kind="call"), follow=True)
    assert answer.redirect_chain[-1][0] == page_of(told)
    assert kept_now(kept, told).event.kind is Kind.CALL
    assert list(kept.faults()) == []
    (one,) = store_of(kept).history(told.release.key)
    assert (one.correction.author, one.correction.reason) == (analyst.name, "as the text has it")
    page = answer.content.decode()
    assert "by the analyst; no words" in page.lower()
    assert analyst.name in page
    assert LogEntry.objects.filter(additional_data__verb="corrected", actor=analyst).count() == 1
    assert stamp() != before


def test_words_carry_a_correction(as_analyst: Client, kept: DjangoCorpus, told: Account) -> None:
    """The words typed are found in the text, whatever blanks part them; words that stand nowhere are refused."""
    sentence = told.release.words(told.sentences[1])
    item = item_of(told, What.INSTRUMENT)
    other = "yes" if parts_of(item.parts)["binding"] != "yes" else "no"
    typed = sent(item, binding=other, words="  ".join(sentence.split()))
    as_analyst.post(page_of(told, "add/"), typed)
    (one,) = store_of(kept).history(told.release.key)
    assert one.correction.quote.split() == sentence.split()
    nowhere = sent(item_of(told, What.KIND), kind="call", words="words that nobody wrote")
    answer = as_analyst.post(page_of(told, "add/"), nowhere)
    assert answer.status_code == 422
    assert "words that nobody wrote" in answer.content.decode()


def test_a_participant_is_added_renamed_and_struck(as_analyst: Client, kept: DjangoCorpus, told: Account) -> None:
    """People come with a side named in words, change their names, and go; whom no table knows has no side."""
    new = {
        "what": "participant",
        "place": "",
        "role": "principal",
        "name": "Osmund IV",
        "office": "King",
        "side": "Velmark",
        "words": "",
        "reason": "he was there",
    }
    as_analyst.post(page_of(told, "add/"), new)
    king = kept_now(kept, told).event.principals[-1]
    assert (king.name, king.side.code if king.side else "") == ("Osmund IV", "XV")
    first, second, *_ = (item for item in find_items(told) if item.what is What.PARTICIPANT)
    as_analyst.post(page_of(told, "add/"), sent(first, name="Somebody Else"))
    as_analyst.post(page_of(told, "add/"), sent(second, strike="1"))
    names = [person.name for person in kept_now(kept, told).event.principals]
    assert "Somebody Else" in names
    assert parts_of(second.parts)["name"] not in names
    refused = as_analyst.post(page_of(told, "add/"), new | {"name": "Another", "side": "Nowhere at all"})
    assert refused.status_code == 422
    assert "Nowhere at all" in refused.content.decode()
    assert list(kept.faults()) == []


def test_what_was_typed_is_kept_where_the_reason_is_missing(
    as_analyst: Client, kept: DjangoCorpus, told: Account
) -> None:
    """Without a reason nothing is kept; the form opens again with what was typed and says what is missing."""
    answer = as_analyst.post(page_of(told, "add/"), sent(item_of(told, What.KIND), kind="statement", reason=" "))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert '<option value="statement" selected>' in page
    assert '<details class="correct" open>' in page
    assert store_of(kept).history(told.release.key) == ()


def test_a_withdrawal_restores_all(as_analyst: Client, kept: DjangoCorpus, told: Account) -> None:
    """Withdrawn, the account is that of extraction again; the history keeps both; a second time there is nothing."""
    before = kept.digest()
    as_analyst.post(page_of(told, "add/"), sent(item_of(told, What.KIND), kind="call"))
    (one,) = store_of(kept).history(told.release.key)
    answer = as_analyst.post(page_of(told, f"{one.number}/withdraw/"), {"reason": "a slip"}, follow=True)
    assert kept.digest() == before
    assert "a slip" in answer.content.decode()
    again = as_analyst.post(page_of(told, f"{one.number}/withdraw/"), {"reason": "a slip"})
    assert again.status_code == 422
    silent = as_analyst.post(page_of(told, f"{one.number}/withdraw/"), {"reason": ""}, follow=True)
    assert "give a reason" in silent.content.decode()


def test_who_leaves_is_named_no_more(
    as_analyst: Client, analyst: User, editor: User, kept: DjangoCorpus, told: Account
) -> None:
    """The corrections of an erased account stay, without its name; those of a namesake keep theirs."""
    User.objects.filter(pk=editor.pk).update(name=analyst.name)
    as_analyst.post(page_of(told, "add/"), sent(item_of(told, What.KIND), kind="call"))
    (one,) = store_of(kept).history(told.release.key)
    as_analyst.post(page_of(told, f"{one.number}/withdraw/"), {"reason": "a slip"})
    namesake = a_client(User.objects.get(pk=editor.pk))
    namesake.post(page_of(told, "add/"), sent(item_of(told, What.KIND), kind="visit"))
    user_erase(analyst)
    theirs, mine = store_of(kept).history(told.release.key)
    assert mine.withdrawn is not None
    assert (mine.correction.author, mine.withdrawn.author) == (FORMER, FORMER)
    assert theirs.correction.author == User.objects.get(pk=editor.pk).name
    assert analyst.name not in str(list(Job.objects.filter(actor=analyst).values()))
    assert kept_now(kept, told).event.kind is Kind.VISIT


def test_pages_forget_who_left(analyst: User, as_editor: Client, kept: DjangoCorpus, told: Account) -> None:
    """The release that says who corrected it, and what is kept of it for programs, say it no more."""
    User.objects.filter(pk=analyst.pk).update(name="Zorbelia Quint")
    theirs = a_client(User.objects.get(pk=analyst.pk))
    theirs.post(page_of(told, "add/"), sent(item_of(told, What.KIND), kind="call"))
    pages = (f"/releases/{told.release.key}/", page_of(told), f"/api/v1/releases/{told.release.key}/report")
    assert all("Zorbelia" in as_editor.get(page).content.decode() for page in pages)
    user_erase(User.objects.get(pk=analyst.pk))
    assert not any("Zorbelia" in as_editor.get(page).content.decode() for page in pages)


def test_who_leaves_while_a_worker_corrects_is_not_named(
    as_analyst: Client, analyst: User, kept: DjangoCorpus, told: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An account erased between the queue and the store leaves no name either."""

    def slow(arguments: dict[str, Any]) -> tuple[Account, Correction]:
        user_erase(analyst)
        return correction_of(arguments)

    monkeypatch.setattr(work, "correction_of", slow)
    as_analyst.post(page_of(told, "add/"), sent(item_of(told, What.KIND), kind="call"))
    (one,) = store_of(kept).history(told.release.key)
    assert one.correction.author == FORMER


def test_a_job_done_again_keeps_no_correction_that_was_withdrawn(
    as_analyst: Client, kept: DjangoCorpus, told: Account
) -> None:
    """A worker that died after the store had it, and a colleague who took it back: the second worker lets it be."""
    as_analyst.post(page_of(told, "add/"), sent(item_of(told, What.KIND), kind="call"))
    job = Job.objects.get(kind="correct")
    (one,) = store_of(kept).history(told.release.key)
    as_analyst.post(page_of(told, f"{one.number}/withdraw/"), {"reason": "a slip"})
    Job.objects.filter(pk=job.pk).update(state=State.QUEUED)
    job_run(job.key)
    assert Job.objects.get(pk=job.pk).state == State.DONE
    assert store_of(kept).standing([told.release.key]) == {}


def test_scores_that_cannot_be_counted_take_no_correction_back(
    as_analyst: Client, kept: DjangoCorpus, told: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The correction is kept and said to be; scores stay pending for whoever settles next."""

    def failing(*_: object) -> Iterator[object]:
        raise OperationalError("disk I/O error")  # noqa: EM101, TRY003 - as the driver words it

    monkeypatch.setattr("communique.db.settling.find_scores", failing)
    as_analyst.post(page_of(told, "add/"), sent(item_of(told, What.KIND), kind="call"))
    job = Job.objects.get(kind="correct")
    assert (job.state, job.fault) == (State.DONE, "")
    assert len(store_of(kept).history(told.release.key)) == 1
    monkeypatch.undo()
    kept.settle()
    assert list(kept.faults()) == []


def test_an_item_is_corrected_once_at_a_time(as_analyst: Client, kept: DjangoCorpus, told: Account) -> None:
    """A second correction of the same item is refused in words, and the first stands."""
    item = item_of(told, What.KIND)
    as_analyst.post(page_of(told, "add/"), sent(item, kind="call"))
    answer = as_analyst.post(page_of(told, "add/"), sent(item, kind="visit"))
    assert answer.status_code == 422
    assert kept_now(kept, told).event.kind is Kind.CALL


def test_the_release_page_tells_the_correction(as_analyst: Client, told: Account) -> None:
    """The report of a corrected release says what was corrected, by whom and why."""
    as_analyst.post(page_of(told, "add/"), sent(item_of(told, What.KIND), kind="call", reason="it was a call"))
    page = as_analyst.get(f"/releases/{told.release.key}/").content.decode()
    assert "corrected by The analyst" in page
    assert "it was a call" in page


def test_labels_have_what_was_decided(as_analyst: Client, kept: DjangoCorpus, told: Account) -> None:
    """The export gives the record as corrected, the keys that an analyst decided, and how."""
    assert list(label_records(kept)) == []
    as_analyst.post(page_of(told, "add/"), sent(item_of(told, What.KIND), kind="call"))
    (line,) = label_records(kept)
    record = json.loads(line)
    assert (record["id"], record["kind"], record["corrected"]) == (told.release.name, "call", ["kind"])
    assert record["corrections"][0]["before"] == {"kind": told.event.kind.value}


WRITES = ("add/", "1/withdraw/")


@pytest.mark.parametrize(
    ("who", "reads", "writes"),
    [("anonymous", False, False), ("reader", True, False), ("analyst", True, True), ("editor", True, True)],
)
def test_who_may_do_what(  # noqa: PLR0913 - a table
    request: pytest.FixtureRequest, told: Account, client: Client, who: str, *, reads: bool, writes: bool
) -> None:
    """Readers read; analysts write; strangers are sent to log in, and nothing of theirs is kept."""
    browser = client if who == "anonymous" else request.getfixturevalue(f"as_{who}")
    assert browser.get(page_of(told)).status_code == (200 if reads else 302)
    typed = sent(item_of(told, What.KIND), kind="call")
    answer = browser.post(page_of(told, "add/"), typed)
    assert (answer.status_code == 302 and answer["Location"].startswith("/jobs/")) is writes
    assert browser.get(page_of(told, "add/")).status_code in {302, 403, 405}
    assert not AnonymousUser().has_perm("workbench.correct_release")


def test_a_correction_belongs_to_its_release(as_analyst: Client, kept: DjangoCorpus, told: Account) -> None:
    """A correction is withdrawn at its own release alone; unknown releases, items and sorts are not found."""
    as_analyst.post(page_of(told, "add/"), sent(item_of(told, What.KIND), kind="call"))
    (one,) = store_of(kept).history(told.release.key)
    other = next(account for account in kept.accounts() if account.release.key != told.release.key)
    assert as_analyst.post(page_of(other, f"{one.number}/withdraw/"), {"reason": "x"}).status_code == 422
    assert kept_now(kept, told).event.kind is Kind.CALL
    typed = sent(item_of(told, What.KIND), kind="visit")
    for fault in ({"what": "nonsense"}, {"what": "relation", "place": ""}, {"what": "participant", "place": "nobody"}):
        assert as_analyst.post(page_of(told, "add/"), typed | fault).status_code == 404
    assert as_analyst.get("/releases/none/corrections/").status_code == 404
    assert as_analyst.get(f"/releases/{told.release.name}/corrections/").status_code == 404


def test_a_foreign_form_is_refused(told: Account, analyst: User) -> None:
    """Without the token of our own page nothing is written."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(analyst)
    assert browser.post(page_of(told, "add/"), sent(item_of(told, What.KIND), kind="call")).status_code == 403


@pytest.mark.parametrize("field", ["name", "office", "reason", "words", "side", "place", "role"])
def test_no_field_becomes_markup(as_analyst: Client, told: Account, field: str) -> None:
    """Whatever is typed stands on the page as text: kept, refused or not found."""
    new = {"what": "participant", "place": "", "role": "principal", "name": "Osmund", "office": "", "side": ""}
    typed = new | {"words": "", "reason": "he was there"} | {field: ATTACK}
    answer = as_analyst.post(page_of(told, "add/"), typed, follow=True)
    pages = [answer.content.decode(), as_analyst.get(page_of(told)).content.decode()]
    pages.append(as_analyst.get(f"/releases/{told.release.key}/").content.decode())
    assert all("<script>alert" not in page and "<img src=x" not in page for page in pages)


def test_a_name_of_an_author_is_text(client: Client, told: Account) -> None:
    """An author's name is no markup either."""
    author = User.objects.create_user("m@desk.example", "a long pass phrase", name="<b onclick=x>M</b>", role="analyst")
    client.force_login(author)
    page = client.post(page_of(told, "add/"), sent(item_of(told, What.KIND), kind="call"), follow=True).content.decode()
    assert "<b onclick" not in page
    assert "&lt;b onclick" in page


def test_queries_are_few(
    as_analyst: Client, told: Account, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """The page asks the store a handful of times, however many corrections there are."""
    with django_assert_max_num_queries(8):
        as_analyst.get(page_of(told))
    for item in find_items(told)[:3]:
        if item.what is What.PARTICIPANT:
            as_analyst.post(page_of(told, "add/"), sent(item, office="Somebody"))
    with django_assert_max_num_queries(10):
        as_analyst.get(page_of(told))
