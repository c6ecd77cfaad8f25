"""Which addresses may be fetched: public hosts by http or https, and nothing inside the network this runs in."""

from __future__ import annotations

import ipaddress
import re
import socket
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlsplit, urlunsplit

from communique.errors import FetchError

Resolve: TypeAlias = Callable[[str, int], tuple[str, ...]]
"""Host and port in, the numeric addresses of the host out."""

IPAddress: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_PORTS = {"http": 80, "https": 443}
_FIRST_FREE_PORT = 1024
"""Below it stand services that are no web servers (mail, shells, names), but for the usual two."""

_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}\.?", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_TRANSLATED = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE = ipaddress.IPv6Network("::/96")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address taken apart: where to connect, and what to ask for there."""

    address: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """The host as a request names it, with the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def at(self, number: str) -> str:
        """Give the address with the host replaced by one of its numeric addresses, for connecting."""
        host = f"[{number}]" if ":" in number else number
        parts = urlsplit(self.address)
        return urlunsplit((self.scheme, f"{host}:{self.port}", parts.path or "/", parts.query, ""))


def parse_address(address: str) -> Target:
    """
    Take an address apart.

    >>> parse_address("https://www.gov.uk/news#top").authority
    'www.gov.uk'

    Raises:
        FetchError: it is no http or https address, carries a password, writes a number in disguise, or names a port
            at which no web server stands.
    """
    wanted = "an address like https://host/path"
    if _UNSAFE.search(address):
        raise FetchError(wanted=wanted, got=f"{address!r}, with spaces or signs that no address has")
    try:
        parts = urlsplit(address)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError as error:
        raise FetchError(wanted=wanted, got=f"{address}: {error}") from error
    if parts.scheme not in _PORTS:
        raise FetchError(wanted=wanted, got=address, remedy="only http and https are fetched")
    if port is not None and port < _FIRST_FREE_PORT and port not in _PORTS.values():
        raise FetchError(wanted="a port of web servers", got=f"{port}", remedy="80, 443, and those from 1024 on are")
    if "@" in parts.netloc:
        raise FetchError(
            wanted=wanted, got="one with a name or password in it", remedy="leave out what stands before @"
        )
    if not host:
        raise FetchError(wanted=wanted, got=f"{address}, without a host")
    target = Target(address="", scheme=parts.scheme, host=host, port=port or _PORTS[parts.scheme])
    whole = urlunsplit((parts.scheme, target.authority, parts.path or "/", parts.query, ""))
    return Target(address=whole, scheme=target.scheme, host=host, port=target.port)


def _host(host: str) -> str:
    """Give a host in lower case and in ASCII; a number in decimal, octal or hexadecimal disguise is refused."""
    if ":" in host:
        return str(ipaddress.IPv6Address(host.partition("%")[0]))
    plain = unicodedata.normalize("NFKC", host).lower().rstrip(".")
    if _NUMERIC.fullmatch(plain):
        return str(ipaddress.IPv4Address(plain))
    return plain if plain.isascii() else plain.encode("idna").decode("ascii")


def resolve_host(host: str, port: int) -> tuple[str, ...]:
    """Ask the system for the numeric addresses of a host."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(wanted=f"the host {host}", got="no such name", remedy="is the address right?") from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked_numbers(target: Target, resolve: Resolve, *, allow_private: bool) -> tuple[str, ...]:
    """
    Resolve a host once and give the numeric addresses that may be connected to: all of them, or none.

    One private address among several refuses the host: a name that points both outside and inside is a known way in.

    Raises:
        FetchError: the host has no address, or a private one.
    """
    numbers = tuple(number.partition("%")[0] for number in resolve(target.host, target.port))
    if not numbers:
        raise FetchError(wanted=f"the host {target.host}", got="no address for it", remedy="is the address right?")
    for number in numbers:
        if not allow_private and not is_public(number):
            raise FetchError(
                wanted="a public host",
                got=f"{_resolved(target.host, number)} inside a private or reserved network",
                remedy="allow private addresses (--allow-private) if that is meant",
            )
    return numbers


def is_public(number: str) -> bool:
    """
    Tell whether a numeric address lies in the public internet, also when an IPv6 address hides an IPv4 one.

    >>> [is_public(number) for number in ("93.184.216.34", "127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::")]
    [True, False, False, False]
    """
    return all(
        address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
        for address in _meant(ipaddress.ip_address(number))
    )


def _meant(address: IPAddress) -> Iterator[IPAddress]:
    """Walk the addresses that one stands for: itself or, where IPv4 is wrapped into IPv6, what is inside."""
    if isinstance(address, ipaddress.IPv4Address):
        yield address
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
        return
    inside = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if any(address in network for network in _TRANSLATED):
        yield inside
        return
    yield address
    if address in _COMPATIBLE:
        yield inside
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo


def _resolved(host: str, number: str) -> str:
    """Give a host with the address it stands for, which a numeric host is itself."""
    return host if host.strip("[]") == number else f"{host}, which is {number},"
