"""Which addresses may be fetched at all."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.adapters.address_rules import checked_numbers, is_public, parse_address
from communique.errors import FetchError


@pytest.mark.parametrize(
    ("address", "whole", "authority"),
    [
        ("https://www.gov.uk/a?b=c#d", "https://www.gov.uk/a?b=c", "www.gov.uk"),
        ("HTTP://Host.Example", "http://host.example/", "host.example"),
        ("http://host.example:80/", "http://host.example/", "host.example"),
        ("http://host.example:8080/", "http://host.example:8080/", "host.example:8080"),
        ("https://host.example:80/", "https://host.example:80/", "host.example:80"),
        ("http://host.example./", "http://host.example/", "host.example"),
        ("http://президент.example/", "http://xn--d1abbgf6aiiy.example/", "xn--d1abbgf6aiiy.example"),
        ("http://[2001:db8::1]/", "http://[2001:db8::1]/", "[2001:db8::1]"),
    ],
)
def test_addresses_are_taken_apart(address: str, whole: str, authority: str) -> None:
    """Host and port come in one form, the fragment goes."""
    target = parse_address(address)
    assert (target.address, target.authority) == (whole, authority)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://host.example/", "gopher://host.example/", "javascript:alert(1)", "host.example",
        "", "http://", "http://user:pass@host.example/", "http://user@host.example/", "http://host.example\\@other.example/",
        "http://host.example/a b", "http://host.example/\r\nX: y", "http://host.example:99999/", "http://2130706433/",
        "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/", "http://0x7f.1/", "http://１２７.1/", "http://[::1",
        "http://host.example:25/", "https://host.example:22/", "http://host.example:0/", "http://[2001:db8::1]:6/",
        "http://[zz]/", "http://1.2.3.4.5.6/x" + "y" * 3 + "\x00",
    ],
)  # fmt: skip
def test_addresses_that_are_refused(address: str) -> None:
    """Other schemes and ports, passwords, control signs, numbers in disguise are errors before anything is asked."""
    with pytest.raises(FetchError):
        parse_address(address)


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False), ("127.8.8.8", False),
        ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False),
        ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("240.0.0.1", False),  # noqa: S104 - refused
        ("255.255.255.255", False), ("192.0.2.1", False), ("198.18.0.1", False), ("::1", False), ("::", False),
        ("fe80::1", False), ("fc00::1", False), ("fd12::1", False), ("ff02::1", False), ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True), ("::127.0.0.1", False), ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("2002:7f00:1::", False), ("2002:c0a8:101::", False), ("2001:0:7f00:1::", False), ("2001:db8::1", False),
    ],
)  # fmt: skip
def test_numbers_inside_are_told_from_public_ones(number: str, public: bool) -> None:  # noqa: FBT001 - a column
    """Private, local, shared, reserved and multicast numbers are refused, also wrapped into IPv6."""
    assert is_public(number) == public


@given(st.ip_addresses(v=4))
def test_wrapping_an_address_does_not_change_what_it_is(address: ipaddress.IPv4Address) -> None:
    """An IPv4 address mapped into IPv6 is public exactly when it is so itself."""
    assert is_public(f"::ffff:{address}") == is_public(str(address))


@pytest.mark.parametrize(
    "numbers", [("10.0.0.1",), ("93.184.216.34", "127.0.0.1"), ("::1", "93.184.216.34"), ("fe80::1%eth0",)]
)
def test_one_private_number_refuses_the_host(numbers: tuple[str, ...]) -> None:
    """A name that points inside, alone or among others, is refused by name and number."""
    target = parse_address("https://host.example/")
    with pytest.raises(FetchError, match=r"host\.example, which is"):
        checked_numbers(target, lambda _host, _port: numbers, allow_private=False)


def test_private_numbers_may_be_allowed() -> None:
    """The flag lets a private host through."""
    target = parse_address("http://localhost:8000/")
    assert checked_numbers(target, lambda _host, _port: ("127.0.0.1",), allow_private=True) == ("127.0.0.1",)
