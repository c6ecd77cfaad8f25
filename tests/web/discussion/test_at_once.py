"""Writers at once: every comment that was acknowledged is kept, once."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.utils import timezone

from communique.web.discussion import adding, limits
from communique.web.discussion.adding import Draft, comment_add
from communique.web.discussion.models import Comment, CommenterAddress, Mark
from communique.web.publishing.models import Publication
from web.discussion.at_once import TIMES, WRITERS
from web.stand import run


@pytest.mark.slow
def test_twenty_writers_at_once_are_all_kept_once(tmp_path: Path) -> None:
    """Each form is sent twice and one by all together, on a real file: each comment is acknowledged, and kept once."""
    store = str(tmp_path / "store.sqlite3")
    told = run("web.discussion.at_once", store)
    own = [f"Writer {writer}, {n}." for writer in range(WRITERS) for n in range(TIMES)]
    assert told["statuses"] == {"302": WRITERS * (1 + 2 * TIMES)}
    assert told["kept"] == sorted(["All together.", *own])


LOCKED = ("database is locked",)


def a_draft(publication: Publication, **parts: str) -> Draft:
    """Give a draft."""
    usual = {"nonce": "n", "name": "Adela", "email": "a@mail.example", "words": "Once."}
    return Draft(publication=publication, **{**usual, **parts})  # type: ignore[arg-type]


@pytest.mark.django_db(transaction=True)
def test_a_locked_store_is_tried_again(publication: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another writer holds the store, the comment is kept with a later attempt, and nothing twice."""
    monkeypatch.setattr(adding, "_PAUSE", 0)
    true, calls = limits.sending_count, []

    def locked(*prints: str, now: object) -> None:
        true(*prints, now=now)  # type: ignore[arg-type]
        calls.append(prints)
        if len(calls) < adding.ATTEMPTS:
            raise OperationalError(*LOCKED)

    with patch.object(adding, "sending_count", locked):
        comment_add(a_draft(publication), now=timezone.now())
    assert len(calls) == adding.ATTEMPTS
    assert Comment.objects.count() == CommenterAddress.objects.count() == Mark.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_nothing_is_acknowledged_that_is_not_kept(publication: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the store stays locked, no half of a comment is kept and the error is told."""
    monkeypatch.setattr(adding, "_PAUSE", 0)
    with (
        patch.object(CommenterAddress.objects, "create", side_effect=OperationalError(*LOCKED)),
        pytest.raises(OperationalError),
    ):
        comment_add(a_draft(publication), now=timezone.now())
    assert not Comment.objects.exists()
    assert not Mark.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_whoever_is_second_gets_the_first(publication: Publication) -> None:
    """Where another process kept the same form between look and write, its comment is given."""
    first = comment_add(a_draft(publication), now=timezone.now())
    true, looks = adding._standing, []

    def late(draft: Draft) -> Comment | None:
        looks.append(draft)
        return None if len(looks) == 1 else true(draft)

    with patch.object(adding, "_standing", late):
        assert comment_add(a_draft(publication), now=timezone.now()) == first
    assert Comment.objects.count() == 1
