"""How somebody joins: once, by a link that nobody can make up, in the role that was meant."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.signing import Signer
from django.test import Client, override_settings
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from communique.errors import CommuniqueError
from communique.web.accounts.models import Invitation, Role, User
from communique.web.accounts.services import (
    administrator_welcome,
    invitation_accept,
    invitation_add,
    invitation_link,
    invitation_revoke,
    welcome_link,
)
from communique.web.mail import NO_MAIL
from web.conftest import PASSWORD

ANSWERS = {"name": "Ada Velm", "password": PASSWORD, "password_again": PASSWORD}
SITE = "http://testserver"


def invited(actor: User, email: str = "new@desk.example", role: str = Role.ANALYST) -> tuple[Invitation, str]:
    """Ask somebody to join; give the invitation and its link."""
    invitation = invitation_add(email, role, actor=actor, site=SITE, language="en")
    return invitation, invitation_link(invitation)


def test_first_administrator_comes_by_the_link(db: None, client: Client) -> None:
    """The link that the workspace prints makes the first administrator and lets them in; then it is over."""
    link = welcome_link()
    assert client.get(link).status_code == 200
    answer = client.post(link, {"email": "Ada@desk.example", **ANSWERS})
    assert answer.headers["Location"] == "/desk/"
    user = User.objects.get()
    assert (user.email, user.role, user.founder) == ("ada@desk.example", Role.ADMINISTRATOR, True)
    assert welcome_link() == ""
    assert Client().get(link).status_code == 410
    assert Client().post(link, {"email": "eve@desk.example", **ANSWERS}).status_code == 410
    assert User.objects.count() == 1


def test_welcome_is_over_where_somebody_administers(administrator: User, client: Client) -> None:
    """Where an administrator is, even one shut out, no link makes another."""
    User.objects.filter(pk=administrator.pk).update(role=Role.READER)
    link = welcome_link()
    User.objects.filter(pk=administrator.pk).update(role=Role.ADMINISTRATOR, is_active=False)
    assert welcome_link() == ""
    assert client.get(link).status_code == 410


def test_two_at_the_door_are_one_administrator(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two who pass the look at the same time, the store lets one in."""
    token = welcome_link().split("/")[-2]
    monkeypatch.setattr("communique.web.accounts.services.joining._administered", bool)  # False, whoever is there
    administrator_welcome(token, email="ada@desk.example", name="Ada", password=PASSWORD)
    with pytest.raises(CommuniqueError):
        administrator_welcome(token, email="eve@desk.example", name="Eve", password=PASSWORD)
    assert User.objects.count() == 1


@pytest.mark.parametrize("spoil", ["", "first", "first.1.x", "x"])
def test_welcome_link_cannot_be_made_up(db: None, client: Client, spoil: str) -> None:
    """A link that we did not sign opens nothing."""
    assert client.get(f"/accounts/welcome/{spoil or 'first:a:b'}/").status_code == 410


def test_welcome_link_grows_old(db: None, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link in an old log opens nothing."""
    link = welcome_link()
    monkeypatch.setattr("django.core.signing.time.time", (timezone.now() + timedelta(hours=25)).timestamp)
    assert client.get(link).status_code == 410


def test_invitation_makes_a_member_once(administrator: User, client: Client) -> None:
    """The link makes one account, in the role meant, and lets its owner in."""
    _, link = invited(administrator)
    assert "new@desk.example" in client.get(link).content.decode()
    answer = client.post(link, {**ANSWERS, "role": "administrator", "email": "other@desk.example"})
    assert answer.headers["Location"] == "/desk/"
    user = User.objects.get(email="new@desk.example")
    assert (user.role, user.name) == (Role.ANALYST, "Ada Velm")
    assert client.session["_auth_user_id"] == str(user.pk)
    assert Client().post(link, ANSWERS).status_code == 410
    assert User.objects.count() == 2


def test_two_who_accept_are_one_member(administrator: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two who passed the look with one link, the store lets one in."""
    _, link = invited(administrator)
    token = link.split("/")[-2]
    monkeypatch.setattr(Invitation, "holds", lambda _self, _now: True)
    invitation_accept(token, name="Ada", password=PASSWORD)
    with pytest.raises(CommuniqueError):
        invitation_accept(token, name="Eve", password=PASSWORD)


def test_invitation_taken_back_meanwhile_lets_nobody_in(administrator: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept at the end of the form counts, not what was when it was opened."""
    invitation, link = invited(administrator)
    monkeypatch.setattr("communique.web.accounts.services.joining.invitation_of", lambda _: invitation)
    invitation_revoke(invitation, actor=administrator)
    with pytest.raises(CommuniqueError):
        invitation_accept(link.split("/")[-2], name="Ada", password=PASSWORD)
    assert User.objects.count() == 1


def expire(invitation: Invitation) -> None:
    """Let an invitation grow old."""
    Invitation.objects.filter(pk=invitation.pk).update(expires=timezone.now())


def test_invitation_ends(administrator: User, client: Client) -> None:
    """Links that were revoked, are too old, or were followed by another to the same address let nobody in."""
    revoked, link_of_revoked = invited(administrator, "a@desk.example")
    invitation_revoke(revoked, actor=administrator)
    old, link_of_old = invited(administrator, "b@desk.example")
    expire(old)
    _, link_of_first = invited(administrator, "c@desk.example")
    _, link_of_second = invited(administrator, "c@desk.example", Role.READER)
    for link in (link_of_revoked, link_of_old, link_of_first):
        assert client.get(link).status_code == 410
        assert client.post(link, ANSWERS).status_code == 410
    assert client.get(link_of_second).status_code == 200
    assert User.objects.count() == 1


def test_invitation_cannot_be_made_up(administrator: User, client: Client) -> None:
    """Who knows the number of an invitation, but not our key, gets nowhere."""
    invitation, link = invited(administrator)
    forged = Signer(key="another key", salt="communique.accounts.invitation", sep=".").sign(str(invitation.key))
    bare = str(invitation.key)
    for token in (forged, bare, f"{bare}.", f"{bare}.x", link.split("/")[-2][:-1]):
        assert client.get(f"/accounts/join/{token}/").status_code == 410


@pytest.mark.parametrize(
    ("password", "again"),
    [
        ("short", "short"),
        ("password12345", "password12345"),
        ("new@desk.example", "new@desk.example"),
        ("Ada Velm Ada", "Ada Velm Ada"),
        (PASSWORD, "something else"),
        ("x" * 300, "x" * 300),
    ],
)
def test_weak_passwords_are_refused(administrator: User, client: Client, password: str, again: str) -> None:
    """A password that is short, common, near the name or address, mistyped or endless makes no account."""
    _, link = invited(administrator)
    name = "Ada Velm Ada"
    answer = client.post(link, {"name": name, "password": password, "password_again": again})
    assert answer.status_code == 200
    assert f'value="{name}"' in answer.content.decode()
    assert 'type="password" name="password" value' not in answer.content.decode()
    assert User.objects.count() == 1


def test_names_that_hide_signs_are_refused(administrator: User, client: Client) -> None:
    """A name that turns the writing about, or hides signs, passes for another's."""
    _, link = invited(administrator)
    for name in ("Ada\u202eVelm", "Ada\u200bVelm", "Ada\x07"):
        assert client.post(link, {**ANSWERS, "name": name}).status_code == 200
    assert User.objects.count() == 1


def test_letter_carries_the_link(administrator: User, as_administrator: Client) -> None:
    """Where mail is configured the link goes by letter alone and is not on the page."""
    answer = as_administrator.post("/accounts/invite/", {"email": "New@desk.example", "role": "editor"}, follow=True)
    (letter,) = mail.outbox
    found = re.search(r"http://testserver(/accounts/join/\S+/)", str(letter.body))
    assert found
    assert letter.to == ["new@desk.example"]
    assert found[1] not in answer.content.decode()
    assert Client().get(found[1]).status_code == 200


def test_without_mail_the_link_is_shown(administrator: User, as_administrator: Client) -> None:
    """Where no mail is sent, administrators copy the link."""
    with override_settings(EMAIL_BACKEND=NO_MAIL):
        as_administrator.post("/accounts/invite/", {"email": "new@desk.example", "role": "editor"})
        page = as_administrator.get("/accounts/invite/")
    assert invitation_link(Invitation.objects.get()) in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store"


def test_members_are_not_invited_again(reader: User, as_administrator: Client) -> None:
    """An address with an account is refused, and what was typed stays."""
    answer = as_administrator.post("/accounts/invite/", {"email": reader.email.upper(), "role": "editor"})
    assert answer.status_code == 200
    assert "has an account" in answer.content.decode()
    assert not Invitation.objects.exists()


def test_only_administrators_invite_and_take_back(
    administrator: User, as_editor: Client, as_administrator: Client
) -> None:
    """An editor neither sees invitations nor ends them."""
    invitation, link = invited(administrator)
    assert as_editor.get("/accounts/invite/").status_code == 403
    assert as_editor.post("/accounts/invite/", {"email": "x@desk.example", "role": "administrator"}).status_code == 403
    assert as_editor.post(f"/accounts/invite/{invitation.key}/revoke/").status_code == 403
    assert Client().get(link).status_code == 200
    as_administrator.post(f"/accounts/invite/{invitation.key}/revoke/")
    assert Client().get(link).status_code == 410


def test_page_asks_the_store_little(
    administrator: User, as_administrator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """However many are invited, the questions stay as many."""
    for number in range(12):
        invited(administrator, f"new{number}@desk.example")
    with django_assert_max_num_queries(4):
        assert as_administrator.get("/accounts/invite/").status_code == 200
