"""Coming in: nobody learns who has an account, nobody guesses for long, nobody is led astray."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.core.cache import cache
from django.test import Client, override_settings
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from communique.web.accounts.models import Role, User
from communique.web.mail import NO_MAIL
from web.conftest import PASSWORD, a_client, a_user

LOGIN = "/accounts/login/"
FORGOTTEN = "/accounts/forgotten/"

AWAY = (
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "https:evil.example",
    "http:///evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "\x08//evil.example",
    " //evil.example",
    "https://testserver@evil.example/",
    "https://testserver.evil.example/",
)


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    """Let each test begin with no letters counted."""
    cache.clear()


def log_in(client: Client, email: str, password: str, **rest: str) -> int:
    """Send the form and give the status of the answer: 302 is in, 200 is refused."""
    return int(client.post(LOGIN, {"username": email, "password": password, **rest}).status_code)


def test_member_comes_in_and_goes_to_the_desk(reader: User, client: Client) -> None:
    """An address and its password open the door; the case of the address does not matter."""
    answer = client.post(LOGIN, {"username": reader.email.upper(), "password": PASSWORD})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/desk/"
    assert client.session["_auth_user_id"] == str(reader.pk)


@pytest.mark.parametrize("wanted", AWAY)
def test_next_leads_nowhere_else(reader: User, client: Client, wanted: str) -> None:
    """Whatever ``next`` says, login goes on within the workspace, asked by address or by form."""
    by_form = client.post(LOGIN, {"username": reader.email, "password": PASSWORD, "next": wanted})
    assert by_form.headers["Location"] == "/desk/"
    client.logout()
    by_address = client.post(f"{LOGIN}?{'next'}={wanted}", {"username": reader.email, "password": PASSWORD})
    assert by_address.headers["Location"] == "/desk/"


def test_next_leads_back_to_the_page_asked_for(reader: User, client: Client) -> None:
    """A page of ours is gone on to."""
    asked = client.get("/accounts/profile/")
    assert asked.headers["Location"] == "/accounts/login/?next=/accounts/profile/"
    answer = client.post(asked.headers["Location"], {"username": reader.email, "password": PASSWORD})
    assert answer.headers["Location"] == "/accounts/profile/"


@pytest.mark.parametrize("wanted", AWAY)
def test_logout_leads_nowhere_else(as_reader: Client, wanted: str) -> None:
    """Whatever ``next`` says, logout goes on within the workspace."""
    assert as_reader.post("/accounts/logout/", {"next": wanted}).headers["Location"].startswith("/")
    assert "evil" not in as_reader.post("/accounts/logout/", {"next": wanted}).headers["Location"]


def test_logout_by_a_link_does_nothing(as_reader: Client) -> None:
    """Only a form logs out: an image on another page cannot."""
    assert as_reader.get("/accounts/logout/").status_code == 405
    assert "_auth_user_id" in as_reader.session


def shown(client: Client, email: str, password: str = "not the pass phrase") -> str:  # noqa: S107 - a wrong one
    """Give the page that a refusal gets, less what differs from page to page by itself."""
    page = client.post(LOGIN, {"username": email, "password": password}).content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page).replace(email, "…")


def test_refusals_are_alike(reader: User, editor: User, client: Client) -> None:
    """An address unknown, one with a wrong password and one shut out, even with the right one, get the same page."""
    User.objects.filter(pk=editor.pk).update(is_active=False)
    unknown = shown(client, "nobody@desk.example")
    assert "do not go together" in unknown
    assert shown(client, reader.email) == unknown
    assert shown(client, editor.email) == shown(client, editor.email, PASSWORD) == unknown


def test_refusals_take_as_long(reader: User, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many passwords are hashed for an unknown address as for a wrong password: what takes time is the same."""
    hashed: list[str] = []
    once = MD5PasswordHasher.encode

    def encode(hasher: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return once(hasher, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", encode)
    counts = []
    for email in ("nobody@desk.example", reader.email):
        hashed.clear()
        log_in(client, email, "not the pass phrase")
        counts.append(len(hashed))
    assert counts == [1, 1]


@pytest.mark.parametrize("known", [True, False])
def test_guessing_is_stopped_alike(reader: User, client: Client, known: bool) -> None:  # noqa: FBT001 - a table
    """After eight wrong guesses the door stays shut, even for the right password, known address or not."""
    email = reader.email if known else "nobody@desk.example"
    statuses = [log_in(client, email, f"guess {number}") for number in range(8)]
    assert statuses[:7] == [200] * 7
    assert statuses[7] == 429
    answer = client.post(LOGIN, {"username": email, "password": PASSWORD})
    assert answer.status_code == 429
    assert "15 minutes" in answer.content.decode()
    assert email not in answer.content.decode()
    assert answer.headers["Retry-After"] == "900"
    assert "_auth_user_id" not in client.session


def test_case_and_spaces_make_no_second_count(reader: User, client: Client) -> None:
    """An address written otherwise is counted under the same name."""
    spellings = [reader.email, reader.email.upper(), f" {reader.email}", reader.email.title()]
    statuses = [log_in(client, spellings[number % 4], "a guess") for number in range(8)]
    assert statuses[-1] == 429


def test_somebody_else_comes_in_meanwhile(reader: User, editor: User, client: Client) -> None:
    """Who is guessed at is stopped at the guesser's address alone."""
    for number in range(8):
        log_in(client, reader.email, f"guess {number}")
    assert log_in(client, editor.email, PASSWORD) == 302
    assert log_in(Client(REMOTE_ADDR="198.51.100.7"), reader.email, PASSWORD) == 302


def test_forwarded_headers_are_believed_as_far_as_there_are_proxies(reader: User, client: Client) -> None:
    """Without a proxy in front, a made-up header does not start another count."""
    for number in range(8):
        client.post(
            LOGIN, {"username": reader.email, "password": "a guess"}, headers={"x-forwarded-for": f"203.0.113.{number}"}
        )
    assert log_in(client, reader.email, PASSWORD) == 429


def test_waiting_opens_the_door_again(reader: User, client: Client) -> None:
    """After a quarter of an hour one may try again."""
    for number in range(8):
        log_in(client, reader.email, f"guess {number}")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert log_in(client, reader.email, PASSWORD) == 302


def test_session_begins_anew_at_login(reader: User, client: Client) -> None:
    """A session that somebody planted before login is worth nothing after it."""
    client.get(LOGIN)
    session = client.session
    session["planted"] = "yes"
    session.save()
    planted = str(session.session_key)
    client.cookies["sessionid"] = planted
    assert log_in(client, reader.email, PASSWORD) == 302
    assert client.session.session_key != planted
    thief = Client()
    thief.cookies["sessionid"] = planted
    assert thief.get("/accounts/profile/").status_code == 302


@pytest.mark.parametrize(
    "path",
    ["login", "logout", "forgotten", "profile", "password", "sessions", "erase", "tokens", "invite", "users/1/role"],
)
def test_forms_of_other_sites_are_refused(administrator: User, path: str) -> None:
    """A form without the token of its page changes nothing."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(administrator)
    answer = client.post(f"/accounts/{path}/", {"name": "x", "role": "reader", "email": "x@desk.example"})
    assert answer.status_code == 403
    assert "_auth_user_id" in client.session


def test_login_speaks_the_language_of_its_member(reader: User, client: Client) -> None:
    """Whoever chose a language finds it after login in another browser."""
    User.objects.filter(pk=reader.pk).update(language="ru")
    answer = client.post(LOGIN, {"username": reader.email, "password": PASSWORD})
    assert answer.cookies["django_language"].value == "ru"


def asked(client: Client, email: str) -> str:
    """Ask for a letter and give the page that says so."""
    page = client.post(FORGOTTEN, {"email": email}).content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)


def test_letter_is_sent_to_members_and_nobody_is_told(reader: User, editor: User, client: Client) -> None:
    """The answer is the same for members, for those shut out and for strangers; only members get a letter."""
    User.objects.filter(pk=editor.pk).update(is_active=False)
    pages = {asked(client, email) for email in (reader.email, "nobody@desk.example", editor.email)}
    assert len(pages) == 1
    assert [letter.to for letter in mail.outbox] == [[reader.email]]


def test_asking_costs_the_same_for_strangers(
    reader: User, client: Client, django_assert_num_queries: DjangoAssertNumQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many questions go to the store whether or not the address is known: the letter is another process's work."""
    queued: list[tuple[object, ...]] = []
    monkeypatch.setattr("django_tasks.base.Task.enqueue", lambda _task, *args: queued.append(args))
    for email in (reader.email, "nobody@desk.example"):
        with django_assert_num_queries(1):
            client.post(FORGOTTEN, {"email": email})
    assert [args[0] for args in queued] == [reader.pk, 0]
    assert reader.email not in str(queued)


def test_letters_are_few(reader: User, client: Client) -> None:
    """Nobody's letter box is filled: one letter in five minutes, and ten questions an hour of one address."""
    asked(client, reader.email)
    asked(client, reader.email)
    assert len(mail.outbox) == 1
    for number in range(12):
        email = f"member{number}@desk.example"
        User.objects.create_user(email, PASSWORD, name="A member")
        asked(client, email)
    assert len(mail.outbox) == 9


def link_of(text: str) -> str:
    """Find the link in a letter."""
    found = re.search(r"http://testserver(/\S+)", text)
    assert found
    return found[1]


def test_letter_sets_a_new_password_once(reader: User, client: Client) -> None:
    """The link sets the password, ends every session, and works no second time."""
    elsewhere = a_client(reader)
    asked(client, reader.email)
    link = link_of(str(mail.outbox[0].body))
    form = client.get(link, follow=True)
    where = form.redirect_chain[-1][0]
    new = {"new_password1": "quite another pass phrase", "new_password2": "quite another pass phrase"}
    assert client.post(where, new).headers["Location"] == LOGIN
    assert elsewhere.get("/accounts/profile/").status_code == 302
    assert "is over" in Client().get(link, follow=True).content.decode()
    assert log_in(Client(), reader.email, new["new_password1"]) == 302


def test_link_names_the_workspace_not_the_asker_s_host(reader: User, client: Client) -> None:
    """A made-up host does not come into the letter."""
    assert client.post(FORGOTTEN, {"email": reader.email}, headers={"host": "evil.example"}).status_code == 400
    assert mail.outbox == []


def test_without_mail_nobody_is_promised_any(reader: User, client: Client) -> None:
    """Where no mail is sent, the page says whom to ask."""
    with override_settings(EMAIL_BACKEND=NO_MAIL):
        assert "sends no mail" in asked(client, reader.email)
    assert User.objects.get(pk=reader.pk).letter_sent is None


@pytest.mark.parametrize(("path", "queries"), [(LOGIN, 1), (FORGOTTEN, 0)])
def test_pages_ask_the_store_little(
    db: None, client: Client, path: str, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """The pages of strangers ask the store nothing; the one to log in asks whether anybody administers yet."""
    with django_assert_num_queries(queries):
        assert client.get(path).status_code == 200


def test_one_shut_out_is_out_at_once(reader: User) -> None:
    """Who is deactivated is out of an open session."""
    client = a_client(reader)
    User.objects.filter(pk=reader.pk).update(is_active=False)
    assert client.get("/accounts/profile/").status_code == 302


def test_name_of_a_user_is_not_markup(reader: User) -> None:
    """A name is shown as letters, whatever it says."""
    User.objects.filter(pk=reader.pk).update(name="<b>Ada</b>")
    page = a_client(reader).get("/accounts/profile/").content.decode()
    assert "<b>Ada</b>" not in page


def test_a_workspace_that_nobody_administers_says_how_it_begins(client: Client, db: None) -> None:
    """Before there is an administrator the page points to the link that was printed; after that it does not."""
    words = "Nobody administers this workspace yet"
    assert words in client.get(LOGIN).content.decode()
    a_user(Role.ADMINISTRATOR)
    assert words not in client.get(LOGIN).content.decode()
