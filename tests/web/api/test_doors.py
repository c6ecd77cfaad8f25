"""Who gets through: each operation by each role and each way of asking; objects of others stay closed."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from communique.db.corpus import DjangoCorpus
from communique.web.accounts.models import Role, Token, User
from communique.web.accounts.services.tokens import token_add
from communique.web.api.interface import api
from communique.web.jobs.kinds import KINDS
from communique.web.publishing.models import Publication
from communique.web.workbench.dossiers.selectors import Standing
from web.api.programs import API, TALKS, a_comparison, program
from web.conftest import PASSWORD, a_client, a_user

ROLES = ("stranger", *(role.value for role in Role))
READERS = {Role.READER, Role.ANALYST, Role.EDITOR, Role.ADMINISTRATOR}
ANALYSTS = READERS - {Role.READER}
EVERYBODY: set[str] = {"stranger", *READERS}
NOBODY: set[str] = set()

Table = dict[tuple[str, str], set[Any]]

MAY: Table = {
    # Whom each operation lets through with a token that may write; ``own`` and ``other`` tell whose job it is.
    ("GET", "/me"): READERS,
    ("GET", "/releases"): READERS,
    ("POST", "/releases"): ANALYSTS,
    ("POST", "/uploads?name=call.txt"): ANALYSTS,
    ("GET", "/search?q=talks"): READERS,
    ("GET", "/releases/{release}"): READERS,
    ("GET", "/releases/{release}/account"): READERS,
    ("GET", "/releases/{release}/findings"): READERS,
    ("GET", "/releases/{release}/report"): READERS,
    ("GET", "/releases/{release}/versions"): READERS,
    ("GET", "/releases/{release}/annotations"): READERS,
    ("POST", "/comparisons"): READERS,
    ("GET", "/comparisons/{own}"): READERS,
    ("GET", "/comparisons/{other}"): {Role.EDITOR, Role.ADMINISTRATOR},
    ("GET", "/dossiers"): READERS,
    ("GET", "/dossiers/{dossier}"): READERS,
    ("PUT", "/dossiers/{dossier}"): ANALYSTS,
    ("GET", "/publications"): EVERYBODY,
    ("GET", "/publications/{publication}"): EVERYBODY,
    ("GET", "/publications/{publication}/versions/1"): EVERYBODY,
    ("GET", "/jobs"): READERS,
    ("GET", "/jobs/{own}"): READERS,
    ("GET", "/jobs/{other}"): {Role.EDITOR, Role.ADMINISTRATOR},
    ("GET", "/exports/entities"): READERS,
}
WRITES = {
    ("POST", "/releases"),
    ("POST", "/uploads?name=call.txt"),
    ("POST", "/comparisons"),
    ("PUT", "/dossiers/{dossier}"),
}


class Objects:
    """One thing of each kind, and two jobs: one's own and somebody else's."""

    def __init__(self, keys: list[str], talks: Standing, published: Publication) -> None:
        self.keys = keys
        self.names = {"release": keys[0], "dossier": talks.name, "publication": published.slug}

    def ask(self, client: Client, user: User | None, method: str, path: str) -> int:
        """Call an operation, and give its status."""
        other = a_comparison(a_user(Role.READER, f"Other {uuid4().hex[:8]}"))
        own = a_comparison(user) if user else other
        address = API + path.format(own=own.key, other=other.key, **self.names)
        body, kind = json.dumps(self._body(path)), "application/json"
        headers = {}
        if method == "PUT":
            body, kind, headers = TALKS, "application/toml", {"If-Match": '"1"'}
        answer = client.generic(method, address, body, content_type=kind, headers=headers)
        if answer.streaming:
            b"".join(answer.streaming_content)  # type: ignore[attr-defined] # the test's answer has them
        return answer.status_code

    def _body(self, path: str) -> dict[str, str]:
        if path == "/releases":
            return {"address": "https://press.example/1"}
        return {"first": self.keys[0], "second": self.keys[1]}


@pytest.fixture
def objects(keys: list[str], talks: Standing, published: Publication, monkeypatch: pytest.MonkeyPatch) -> Objects:
    """Give one thing of each kind; work is queued, not done."""
    monkeypatch.setitem(KINDS, "api-comparison", _nothing)
    monkeypatch.setitem(KINDS, "intake", _nothing)
    return Objects(keys, talks, published)


def _nothing(_job: object, _tell: object) -> dict[str, Any]:
    return {"comparison": {}}


def test_the_table_holds_every_operation(db: None) -> None:
    """No operation is left out of the table of who may."""
    shapes = {
        (method, path.partition("?")[0].replace("{own}", "{}").replace("{other}", "{}").replace("{release}", "{}"))
        for method, path in MAY
    }
    shapes = {
        (m, p.replace("{dossier}", "{}").replace("{publication}", "{}").replace("s/1", "s/{}")) for m, p in shapes
    }
    there = set()
    for path, described in api.get_openapi_schema(path_prefix="/")["paths"].items():
        bare = "/".join("{}" if step.startswith("{") else step for step in path.split("/"))
        there |= {(method.upper(), bare) for method in described}
    assert shapes == there


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_as_far_as_the_table_says(objects: Objects, role: str) -> None:
    """With a token that may write: through, or 401 for strangers and 403 for members."""
    user = None if role == "stranger" else a_user(role, f"Somebody {role}")
    client = program(user, writes=True) if user else Client()
    for (method, path), who in MAY.items():
        status = objects.ask(client, user, method, path)
        if role in who:
            assert status < 400, (method, path, status)
        else:
            assert status == (403 if user else 401), (method, path, status)


@pytest.mark.parametrize("role", ROLES[1:])
def test_a_token_that_reads_writes_nothing(objects: Objects, role: str) -> None:
    """Whatever its user may do: operations that write refuse it."""
    user = a_user(role, f"Somebody {role}")
    client = program(user)
    for method, path in MAY:
        status = objects.ask(client, user, method, path)
        if (method, path) in WRITES:
            assert status == 403, (method, path)
        elif role in MAY[method, path]:
            assert status == 200, (method, path)


@pytest.mark.parametrize("role", ROLES[1:])
def test_a_session_is_as_good_as_a_token(objects: Objects, role: str) -> None:
    """Somebody logged in gets as far in a browser."""
    user = a_user(role, f"Somebody {role}")
    client = a_client(user)
    for (method, path), who in MAY.items():
        status = objects.ask(client, user, method, path)
        assert (status < 400) == (role in who), (method, path, status)


def test_a_session_writes_only_with_the_token_of_the_page(objects: Objects, analyst: User) -> None:
    """A page elsewhere that makes a browser write gets 403, and nothing is written."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(analyst)
    for method, path in WRITES:
        assert objects.ask(client, analyst, method, path) == 403
    assert client.get(f"{API}/dossiers/talks/tarsk").json()["revision"] == 1
    client.get("/accounts/login/")
    client.cookies["csrftoken"] = secret = "a" * 32
    client.defaults["HTTP_X_CSRFTOKEN"] = secret
    assert objects.ask(client, analyst, "PUT", "/dossiers/{dossier}") == 200


def test_a_token_needs_no_token_of_a_page(objects: Objects, analyst: User) -> None:
    """Browsers do not send it by themselves, so that nobody else can make them."""
    _, secret = token_add(analyst, "a program", scope="write", days=30)
    client = Client(enforce_csrf_checks=True, headers={"Authorization": f"Bearer {secret}"})
    assert objects.ask(client, analyst, "PUT", "/dossiers/{dossier}") == 200


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Bearer cmq_abcdefgh_x", "Basic dXNlcjpwYXNz", "Bearer \x00", "bearer " + "x" * 5000],
)
def test_odd_headers_are_nobody(db: None, header: str) -> None:
    """Whatever is not a token that holds is 401, with the header that says how to ask."""
    answer = Client().get(f"{API}/me", headers={"Authorization": header})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_bad_token_is_refused_though_somebody_is_logged_in(as_reader: Client) -> None:
    """Who shows a token means it: the session beside it does not stand in."""
    assert as_reader.get(f"{API}/me").status_code == 200
    assert as_reader.get(f"{API}/me", headers={"Authorization": "Bearer cmq_abcdefgh_x"}).status_code == 401


@pytest.mark.parametrize("end", ["revoked", "expired", "inactive", "demoted"])
def test_a_token_ends(kept: DjangoCorpus, analyst: User, end: str) -> None:
    """Revoked, too old, or of somebody who may no longer: it opens nothing from then on."""
    client = program(analyst, writes=True)
    assert client.get(f"{API}/me").json() == {"name": analyst.name, "role": "analyst", "writes": True}
    past = timezone.now() - timedelta(days=1)
    if end == "revoked":
        Token.objects.update(revoked=past)
    elif end == "expired":
        Token.objects.update(created=past - timedelta(days=2), expires=past)
    else:
        User.objects.filter(pk=analyst.pk).update(
            **({"is_active": False} if end == "inactive" else {"role": Role.READER})
        )
    status = client.post(f"{API}/releases", {"address": "https://press.example"}, content_type="application/json")
    assert status.status_code == (403 if end == "demoted" else 401)


def test_guesses_of_a_job_lead_nowhere(desk: Client) -> None:
    """A key that is none is 404 whatever it looks like."""
    for guess in (uuid4(), "1", "../jobs"):
        assert desk.get(f"{API}/jobs/{guess}").status_code == 404


def test_a_job_of_another_kind_is_no_comparison(desk: Client, reader: User) -> None:
    """What other rooms keep with their jobs is not given out here."""
    job = a_comparison(reader)
    type(job).objects.filter(pk=job.pk).update(kind="intake")
    assert desk.get(f"{API}/comparisons/{job.key}").status_code == 404


def test_nobodys_address_is_given_out(objects: Objects, editor: User, administrator: User, reader: User) -> None:
    """No answer of any operation, good or bad, has an e-mail address or a secret of anybody's in it."""
    addresses = [user.email for user in User.objects.all()]
    for user in (None, reader, editor, administrator):
        client = program(user, writes=True) if user else Client()
        for method, path in MAY:
            other = a_comparison(editor)
            address = API + path.format(own=other.key, other=other.key, **objects.names)
            answer = client.generic(method, address, b"{}", content_type="application/json")
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
            said = body.decode() + str(dict(answer.headers))
            assert not [one for one in addresses if one in said], (method, path)
            assert PASSWORD not in said
