"""The examples of a shared desk: what the proxies write down of the addresses that sign somebody in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

DEPLOY = Path(__file__).parents[2] / "deploy"
SECRET = "s3cret"

pytestmark = pytest.mark.skipif(not DEPLOY.is_dir(), reason="the examples stand in the repository alone")


def routes(entries: list[URLPattern | URLResolver], before: str = "/") -> Iterator[str]:
    """Give the route of every page, with its parameters."""
    for entry in entries:
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, before + str(entry.pattern))
        else:
            yield before + str(entry.pattern)


def links() -> tuple[str, ...]:
    """Give an address of every page that somebody with the link alone may see."""
    secret = [route for route in routes(get_resolver().url_patterns) if "<str:token>" in route]
    return tuple(re.sub(r"<[^>]+>", SECRET, route) for route in secret)


def hidden(name: str) -> re.Pattern[str]:
    """Give the pattern with which an example shortens addresses before they are logged."""
    text = (DEPLOY / name).read_text(encoding="utf-8")
    (words,) = set(re.findall(r"/\(((?:\w+\|)+\w+)\)/", text))
    return re.compile(rf"/({words})/.+")


@pytest.mark.parametrize("name", ["Caddyfile", "nginx.conf"])
def test_links_that_sign_somebody_in_stay_out_of_the_log(name: str) -> None:
    """Every address with a token in it is cut before the token."""
    assert len(links()) >= 7
    for link in links():
        assert SECRET not in hidden(name).sub("", link), f"{name} writes {link} down"


@pytest.mark.parametrize("name", ["Caddyfile", "nginx.conf"])
def test_other_addresses_are_logged_whole(name: str) -> None:
    """Addresses that anybody may know are not cut."""
    for address in ("/", "/desk/", "/releases/0123abcd/versions/", "/publications/a-visit/feed.atom", "/healthz"):
        assert hidden(name).sub("", address) == address
