"""Keyed hashes, and where a request came from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.conf import LazySettings
from django.test import RequestFactory

from communique.web.discussion.prints import network_of, print_of_address, print_of_network


@pytest.mark.parametrize("other", ["ADELA@mail.example", " adela@MAIL.example ", "adela+news@mail.example"])
def test_one_mailbox_has_one_print(other: str) -> None:
    """Capitals and tags do not make another mailbox."""
    assert print_of_address(other) == print_of_address("adela@mail.example")


def test_prints_need_the_key(settings: LazySettings) -> None:
    """A print made with another key is another print; it holds nothing of the address."""
    before = print_of_address("adela@mail.example")
    settings.SECRET_KEY = "another key, of no use for what was printed with the first one before"
    assert print_of_address("adela@mail.example") != before
    assert "adela" not in before
    assert print_of_network("") == ""


@pytest.mark.parametrize(
    ("proxies", "direct", "forwarded", "network"),
    [
        (0, "5.6.7.8", "", "5.6.7.0/24"),
        (0, "5.6.7.8", "9.9.9.9", "5.6.7.0/24"),
        (1, "127.0.0.1", "9.9.9.9", "9.9.9.0/24"),
        (1, "127.0.0.1", "1.1.1.1, 9.9.9.9", "9.9.9.0/24"),
        (2, "127.0.0.1", "6.6.6.6, 9.9.9.9, 10.0.0.2", "9.9.9.0/24"),
        (0, "127.0.0.1", "", ""),
        (0, "10.1.2.3", "", ""),
        (0, "2a01:4f8:1:2::3", "", "2a01:4f8:1::/48"),
        (0, "::ffff:5.6.7.8", "", "5.6.7.0/24"),
        (1, "127.0.0.1", "no address", ""),
    ],
)
def test_only_our_proxies_are_believed(
    settings: LazySettings, proxies: int, direct: str, forwarded: str, network: str
) -> None:
    """A header that anybody can write moves nobody into another network."""
    settings.CONFIG = replace(settings.CONFIG, proxies=proxies)
    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR=direct)
    assert network_of(request) == network
