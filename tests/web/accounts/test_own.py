"""One's own account: nobody else's is reached, and what is erased is gone."""

from __future__ import annotations

import json

import pytest
from auditlog.models import LogEntry
from axes.models import AccessAttempt
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from communique.web.accounts.models import FORMER, Invitation, Role, Token, User
from communique.web.accounts.services import erasing, invitation_add, token_add, user_erase
from web.conftest import PASSWORD, a_client, a_user

NEW = "quite another pass phrase"


def test_name_and_language_are_changed(reader: User, as_reader: Client) -> None:
    """A new name is shown, and the interface speaks the language chosen; role and address are not for oneself."""
    answer = as_reader.post(
        "/accounts/profile/", {"name": "Ada Velm", "language": "kk", "role": "administrator", "email": "x@desk.example"}
    )
    kept = User.objects.get(pk=reader.pk)
    assert (kept.name, kept.language, kept.role, kept.email) == ("Ada Velm", "kk", Role.READER, reader.email)
    assert answer.cookies["django_language"].value == "kk"


@pytest.mark.parametrize("wrong", [{"name": ""}, {"name": "Ada", "language": "xx"}, {"name": "A\u202eda"}])
def test_what_does_not_read_changes_nothing(reader: User, as_reader: Client, wrong: dict[str, str]) -> None:
    """A form with a fault is shown again."""
    assert as_reader.post("/accounts/profile/", wrong).status_code == 200
    assert User.objects.get(pk=reader.pk).name == reader.name


def test_password_change_ends_other_sessions(reader: User, as_reader: Client) -> None:
    """This browser stays in under a new key; every other is out."""
    elsewhere = a_client(reader)
    before = as_reader.session.session_key
    answer = as_reader.post(
        "/accounts/password/", {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    )
    assert answer.status_code == 302
    assert as_reader.get("/accounts/profile/").status_code == 200
    assert as_reader.session.session_key != before
    assert elsewhere.get("/accounts/profile/").status_code == 302
    assert LogEntry.objects.filter(additional_data__noun="password", actor=reader).count() == 1


@pytest.mark.parametrize(
    ("old", "new"), [("wrong", NEW), (PASSWORD, "short"), (PASSWORD, "reader@desk.example"), (PASSWORD, "password1234")]
)
def test_password_is_not_changed_for_a_weak_one(reader: User, as_reader: Client, old: str, new: str) -> None:
    """The old password is asked, and the new one is a good one."""
    form = {"old_password": old, "new_password1": new, "new_password2": new}
    assert as_reader.post("/accounts/password/", form).status_code == 200
    assert User.objects.get(pk=reader.pk).check_password(PASSWORD)


def test_log_out_everywhere(reader: User, as_reader: Client) -> None:
    """Every browser is out, this one too; the password still holds."""
    elsewhere = a_client(reader)
    as_reader.post("/accounts/sessions/")
    assert as_reader.get("/accounts/profile/").status_code == 302
    assert elsewhere.get("/accounts/profile/").status_code == 302
    assert Client().post("/accounts/login/", {"username": reader.email, "password": PASSWORD}).status_code == 302


def test_erasing_takes_all_that_is_personal(administrator: User, client: Client) -> None:
    """Neither name nor address stays in any table of ours; the row stays, so that writings keep an author."""
    name, email = "Ysolde Quarn", "ysolde.quarn@desk.example"
    invitation_add(email, Role.ANALYST, actor=administrator, site="", language="en")
    user = a_user(Role.ANALYST, name)
    client.post("/accounts/login/", {"username": email, "password": "a guess"})
    secret = token_add(user, "Quarn's script", scope="read", days=30)[1]
    theirs = a_client(user)
    theirs.post("/accounts/profile/", {"name": "Ysolde Quarn II", "language": ""})
    answer = theirs.post("/accounts/erase/", {"password": PASSWORD, "meant": "on"})
    assert answer.status_code == 302
    kept = User.objects.get(pk=user.pk)
    assert (str(kept), kept.is_active, kept.has_usable_password(), kept.last_login) == (FORMER, False, False, None)
    rows = [list(model.objects.values()) for model in (User, Invitation, Token, AccessAttempt, LogEntry)]
    dump = json.dumps(rows, default=str).lower()
    assert "quarn" not in dump
    assert "ysolde" not in dump
    assert secret not in dump
    assert theirs.get("/accounts/profile/").status_code == 302
    assert Client().post("/accounts/login/", {"username": email, "password": PASSWORD}).status_code == 200


@pytest.mark.parametrize("form", [{"password": "wrong", "meant": "on"}, {"password": PASSWORD}, {"meant": "on"}])
def test_erasing_has_to_be_meant(reader: User, as_reader: Client, form: dict[str, str]) -> None:
    """Without the password and the mark, nothing is erased; a look at the page erases nothing."""
    assert as_reader.get("/accounts/erase/").status_code == 200
    assert as_reader.post("/accounts/erase/", form).status_code == 200
    assert User.objects.get(pk=reader.pk).erased is None


def test_other_rooms_hear_of_it(reader: User) -> None:
    """Rooms above take away what they keep of somebody."""
    heard: list[User] = []

    def hear(user: User, **_rest: object) -> None:
        heard.append(user)

    erasing.connect(hear)
    user_erase(reader)
    erasing.disconnect(hear)
    assert heard == [reader]


def test_secret_is_shown_once(reader: User, as_reader: Client) -> None:
    """The page that makes a token shows its secret; no page does again, and the store does not hold it."""
    page = as_reader.post("/accounts/tokens/", {"name": "Nightly", "scope": "write", "days": "30"})
    token = Token.objects.get()
    secret = page.content.decode().split('class="secret" value="')[1].split('"')[0]
    assert secret.startswith(f"cmq_{token.prefix}_")
    assert page.headers["Cache-Control"] == "no-store"
    again = as_reader.get("/accounts/tokens/").content.decode()
    assert secret not in again
    assert token.prefix in again
    assert secret not in json.dumps(list(Token.objects.values()), default=str)


def test_tokens_of_others_are_out_of_reach(reader: User, editor: User, as_administrator: Client) -> None:
    """Nobody sees or revokes another's token, not even an administrator."""
    token, _ = token_add(reader, "A script", scope="read", days=30)
    for client in (a_client(editor), as_administrator):
        assert token.prefix not in client.get("/accounts/tokens/").content.decode()
        assert client.post(f"/accounts/tokens/{token.prefix}/revoke/").status_code == 403
    assert Client().post(f"/accounts/tokens/{token.prefix}/revoke/").status_code == 302
    assert Token.objects.get().revoked is None
    a_client(reader).post(f"/accounts/tokens/{token.prefix}/revoke/")
    assert Token.objects.get().revoked is not None


@pytest.mark.parametrize("wrong", [{"days": "9999"}, {"scope": "all"}, {"name": ""}, {"name": "x" * 81}])
def test_tokens_beyond_what_is_offered_are_not_made(as_reader: Client, wrong: dict[str, str]) -> None:
    """Nobody makes a token for ever, or one that may more."""
    assert as_reader.post("/accounts/tokens/", {"name": "x", "scope": "read", "days": "30", **wrong}).status_code == 200
    assert not Token.objects.exists()


def test_tokens_are_not_without_end(reader: User, as_reader: Client) -> None:
    """One member has twenty at most."""
    for number in range(20):
        token_add(reader, f"Script {number}", scope="read", days=30)
    answer = as_reader.post("/accounts/tokens/", {"name": "One more", "scope": "read", "days": "30"})
    assert answer.status_code == 422
    assert Token.objects.count() == 20


@pytest.mark.parametrize("path", ["profile", "password", "tokens", "erase"])
def test_pages_ask_the_store_little(
    reader: User, as_reader: Client, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """A session, a user, and what the page shows."""
    for number in range(5):
        token_add(reader, f"Script {number}", scope="read", days=30)
    with django_assert_max_num_queries(3):
        assert as_reader.get(f"/accounts/{path}/").status_code == 200
