"""The log of writes in the language of its reader."""

from __future__ import annotations

import pytest
from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import translation

from communique.web.accounts.journal import note_write
from communique.web.accounts.models import User
from communique.web.accounts.selectors import journal_lines
from communique.web.discussion.models import Block, Comment, ModeratorNote, Thread
from communique.web.workbench.models.searches import SavedSearch

CHANGED = {"state": ["waiting", "pending"]}
THINGS: tuple[tuple[type[Model], str, str, str, str], ...] = (
    (Comment, "comment 4", "en", "comment", "comment 4"),
    (Comment, "comment 4", "ru", "комментарий", "комментарий 4"),
    (Comment, "comment 4", "kk", "пікір", "пікір 4"),
    (ModeratorNote, "note 1", "en", "moderator note", "note 1"),
    (ModeratorNote, "note 1", "ru", "заметка модератора", "заметка модератора 1"),
    (Block, "block 1 (word)", "ru", "блокировка", "блокировка 1 (слова)"),
    (Thread, "thread 3", "ru", "ветка комментариев", "ветка комментариев 3"),
    (SavedSearch, "thread 3", "ru", "сохранённый поиск", "thread 3"),
)


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "kept", "language", "kind", "thing"), THINGS)
def test_things_are_named_in_words(model: type[Model], kept: str, language: str, kind: str, thing: str) -> None:
    """What has a number only is called what it is; a name that somebody gave stays as it was given."""
    entry = LogEntry(content_type=ContentType.objects.get_for_model(model), action=0, object_repr=kept)
    with translation.override(language):
        (line,) = journal_lines([entry])
    assert (line.kind, line.thing) == (kind, thing)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "change"),
    [
        ("en", "state: waiting for its address → to be read"),
        ("ru", "состояние: ждёт подтверждения адреса → ждёт прочтения"),
    ],
)
def test_states_are_told_in_words(language: str, change: str) -> None:
    """Values of which a field has only some are told as its pages tell them."""
    kind = ContentType.objects.get_for_model(Comment)
    entry = LogEntry(content_type=kind, action=LogEntry.Action.UPDATE, object_repr="comment 4", changes=CHANGED)
    with translation.override(language):
        (line,) = journal_lines([entry])
        assert [str(one) for one in line.changes] == [change]


def test_what_is_noted_by_name_is_translated(administrator: User) -> None:
    """What no model notes is told in the reader's words too."""
    note_write(administrator, "loaded", "example", "tarsk-2021")
    with translation.override("ru"):
        (line,) = journal_lines(LogEntry.objects.filter(object_pk="tarsk-2021"))
    assert (line.verb, line.kind, line.thing) == ("загружено", "пример", "tarsk-2021")
