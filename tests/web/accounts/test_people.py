"""People: changing roles and shutting out, without ever locking the last administrator out."""

from __future__ import annotations

import pytest
from auditlog.models import LogEntry
from django.core import mail
from django.test import Client, override_settings
from pytest_django import DjangoAssertNumQueries

from communique.errors import CommuniqueError
from communique.web.accounts.models import Role, User
from communique.web.accounts.services import token_add, user_activate, user_change_role, user_deactivate, user_erase
from communique.web.accounts.tokens import user_of_token
from communique.web.mail import NO_MAIL
from web.conftest import PASSWORD, a_client, a_user

USERS = "/accounts/users/"


def test_list_shows_everybody(administrator: User, reader: User, as_administrator: Client) -> None:
    """Everybody is listed, with role and address; words and roles choose among them."""
    page = as_administrator.get(USERS).content.decode()
    assert reader.email in page
    assert "The administrator" in page
    assert reader.email not in as_administrator.get(USERS, {"words": "The admin"}).content.decode()
    assert reader.email in as_administrator.get(USERS, {"words": "READER@"}).content.decode()
    assert reader.email not in as_administrator.get(USERS, {"role": "editor"}).content.decode()
    assert reader.email in as_administrator.get(USERS, {"role": "nonsense", "page": "x"}).content.decode()


@pytest.mark.parametrize("verb", ["role", "deactivate", "activate", "password"])
def test_only_administrators_change_people(reader: User, as_editor: Client, verb: str) -> None:
    """An editor changes nobody, least of all by guessing a number; a look at a page changes nobody either."""
    before = User.objects.values().get(pk=reader.pk)
    assert as_editor.post(f"{USERS}{reader.pk}/{verb}/", {"role": "administrator"}).status_code == 403
    assert as_editor.get(USERS).status_code == 403
    administrator = a_client(a_user(Role.ADMINISTRATOR, "Another"))
    assert administrator.get(f"{USERS}{reader.pk}/{verb}/").status_code == 405
    assert User.objects.values().get(pk=reader.pk) == before


def test_role_is_given(reader: User, as_administrator: Client) -> None:
    """Another role holds at once; one that there is not changes nothing."""
    as_administrator.post(f"{USERS}{reader.pk}/role/", {"role": "editor"})
    assert User.objects.get(pk=reader.pk).role == Role.EDITOR
    as_administrator.post(f"{USERS}{reader.pk}/role/", {"role": "emperor"})
    assert User.objects.get(pk=reader.pk).role == Role.EDITOR
    assert as_administrator.post(f"{USERS}{reader.pk + 99}/role/", {"role": "editor"}).status_code == 404


def test_shut_out_and_let_in(reader: User, as_administrator: Client) -> None:
    """Who is shut out is out of every session, and stays out of the old ones when let in again."""
    theirs = a_client(reader)
    secret = token_add(reader, "A script", scope="read", days=30)[1]
    as_administrator.post(f"{USERS}{reader.pk}/deactivate/")
    assert theirs.get("/accounts/profile/").status_code == 302
    assert user_of_token(secret) is None
    as_administrator.post(f"{USERS}{reader.pk}/activate/")
    assert theirs.get("/accounts/profile/").status_code == 302
    assert a_client(User.objects.get(pk=reader.pk)).get("/accounts/profile/").status_code == 200


def test_last_administrator_stays(administrator: User, as_administrator: Client) -> None:
    """The last administrator neither steps down, nor shuts themself out, nor goes."""
    as_administrator.post(f"{USERS}{administrator.pk}/role/", {"role": "reader"})
    as_administrator.post(f"{USERS}{administrator.pk}/deactivate/")
    as_administrator.post("/accounts/erase/", {"password": PASSWORD, "meant": "on"})
    kept = User.objects.get(pk=administrator.pk)
    assert (kept.role, kept.is_active, kept.erased) == (Role.ADMINISTRATOR, True, None)


def test_one_shut_out_is_no_other_administrator(administrator: User) -> None:
    """Only administrators who may come in count."""
    other = a_user(Role.ADMINISTRATOR, "Other")
    user_deactivate(other, actor=administrator)
    with pytest.raises(CommuniqueError, match="one administrator at least"):
        user_change_role(administrator, Role.READER, actor=administrator)


def test_nobody_shuts_themself_out(administrator: User) -> None:
    """Even with another administrator there, nobody deactivates themself."""
    a_user(Role.ADMINISTRATOR, "Other")
    with pytest.raises(CommuniqueError, match="somebody else"):
        user_deactivate(administrator, actor=administrator)


def test_administrator_steps_down_where_another_is(administrator: User) -> None:
    """With another there, one may step down."""
    a_user(Role.ADMINISTRATOR, "Other")
    assert user_change_role(administrator, Role.READER, actor=administrator).role == Role.READER


def test_stale_copies_do_not_deceive(administrator: User) -> None:
    """The rule looks at what is kept now, not at what a page showed."""
    other = a_user(Role.ADMINISTRATOR, "Other")
    stale = User.objects.get(pk=administrator.pk)
    user_change_role(other, Role.READER, actor=administrator)
    with pytest.raises(CommuniqueError):
        user_change_role(stale, Role.READER, actor=other)


def test_an_erased_account_is_not_raised(administrator: User, reader: User) -> None:
    """Who erased their account is not let in again by anybody."""
    user_erase(reader)
    with pytest.raises(CommuniqueError, match="erased"):
        user_activate(reader, actor=administrator)
    with pytest.raises(CommuniqueError, match="erased"):
        user_change_role(reader, Role.EDITOR, actor=administrator)


def test_every_change_is_in_the_log(administrator: User, reader: User, as_administrator: Client) -> None:
    """Who changed whom stands in the log, under the name of who did it."""
    for verb in ("role", "deactivate", "activate"):
        as_administrator.post(f"{USERS}{reader.pk}/{verb}/", {"role": "editor"})
    entries = LogEntry.objects.filter(object_id=reader.pk, action=LogEntry.Action.UPDATE).order_by("pk")
    assert [(entry.actor_id, entry.changes) for entry in entries] == [
        (administrator.pk, {"role": ["reader", "editor"]}),
        (administrator.pk, {"is_active": ["True", "False"]}),
        (administrator.pk, {"is_active": ["False", "True"]}),
    ]


def test_password_link_is_handed_over_where_no_mail_is_sent(reader: User, as_administrator: Client) -> None:
    """An administrator gets a link to hand over, once, and the log says so."""
    with override_settings(EMAIL_BACKEND=NO_MAIL):
        page = as_administrator.post(f"{USERS}{reader.pk}/password/")
    assert "/accounts/forgotten/" in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store"
    assert LogEntry.objects.filter(additional_data__verb="gave").exists()


def test_with_mail_the_letter_goes_to_its_owner(reader: User, as_administrator: Client) -> None:
    """Where mail is sent, no administrator sees the link."""
    page = as_administrator.post(f"{USERS}{reader.pk}/password/", follow=True)
    assert "/accounts/forgotten/" not in page.content.decode()
    assert [letter.to for letter in mail.outbox] == [[reader.email]]


def test_page_asks_the_store_little(
    as_administrator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """However many people, the questions stay as many, and pages are of fifty."""
    for number in range(60):
        a_user(Role.READER, f"Reader {number:02}")
    with django_assert_max_num_queries(5):
        page = as_administrator.get(USERS).content.decode()
    assert page.count('class="person') == 50
