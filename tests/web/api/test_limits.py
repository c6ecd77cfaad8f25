"""How often somebody may ask."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory

from communique.db.corpus import DjangoCorpus
from communique.web.accounts.models import User
from communique.web.api.limits import EXPORTS, READS, STRANGERS, PerMinute
from web.api.programs import API, program


def test_past_the_most_requests_wait(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many a minute get through; the next is told how long to wait, as a problem."""
    monkeypatch.setattr(READS, "most", 3)
    assert [desk.get(f"{API}/me").status_code for _ in range(4)] == [200, 200, 200, 429]
    answer = desk.get(f"{API}/me")
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_each_token_is_counted_for_itself(kept: DjangoCorpus, reader: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """One program that asks too often does not stop another of the same user's."""
    monkeypatch.setattr(READS, "most", 1)
    first, second = program(reader), program(reader)
    assert [first.get(f"{API}/me").status_code for _ in range(2)] == [200, 429]
    assert second.get(f"{API}/me").status_code == 200


def test_exports_are_counted_apart(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """What costs much may be asked for seldom, and reading goes on."""
    monkeypatch.setattr(EXPORTS, "most", 1)
    assert [desk.get(f"{API}/exports/entities").status_code for _ in range(2)] == [200, 429]
    assert desk.get(f"{API}/me").status_code == 200


def test_strangers_are_counted_by_address(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A header that anybody can write makes nobody another."""
    monkeypatch.setattr(STRANGERS, "most", 1)
    client = Client()
    assert client.get(f"{API}/publications").status_code == 200
    assert client.get(f"{API}/publications", headers={"X-Forwarded-For": "203.0.113.9"}).status_code == 429
    assert client.get(f"{API}/publications", REMOTE_ADDR="203.0.113.9").status_code == 200


def test_a_new_minute_counts_anew() -> None:
    """The clock decides, and how long to wait is told by it."""
    now = [90.0]
    limit = PerMinute("test", 1, clock=lambda: now[0])
    request = RequestFactory().get("/")
    assert [limit.allow_request(request), limit.allow_request(request)] == [True, False]
    assert limit.wait() == 30.0
    now[0] = 120.0
    assert limit.allow_request(request)
