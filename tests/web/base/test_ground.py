"""The ground of the workspace: the store answers, pages carry their policy, strangers are sent to log in."""

from __future__ import annotations

from django.test import Client

from communique.db.corpus import DjangoCorpus


def test_the_store_holds_what_was_added(kept: DjangoCorpus) -> None:
    """The corpus of the workspace is that of its database."""
    assert kept.status().releases > 8


def test_health_is_told(db: None, client: Client) -> None:
    """The workspace says that it and its store answer."""
    assert client.get("/healthz").json()["status"] == "ok"


def test_login_page_carries_a_strict_policy(db: None, client: Client) -> None:
    """Nothing but our own files runs, nobody frames us."""
    answer = client.get("/accounts/login/")
    policy = answer.headers["Content-Security-Policy"]
    assert answer.status_code == 200
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
