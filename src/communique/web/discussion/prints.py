"""Keyed hashes of addresses and networks, and where a request came from behind proxies."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from communique.web.base.addresses import reader_address

_BITS = {4: 24, 6: 48}


def print_of_address(email: str) -> str:
    """
    Give the keyed hash of an e-mail address: of its letters in lower case, without a “+tag” before the @.

    The same mailbox written otherwise has the same print, so that a block is not passed by with a tag.
    """
    local, _, host = email.strip().casefold().rpartition("@")
    return _print("address", f"{local.partition('+')[0]}@{host}")


def print_of_network(network: str) -> str:
    """Give the keyed hash of a network, empty for none."""
    return _print("network", network) if network else ""


def network_of(request: HttpRequest) -> str:
    """
    Give the network (/24 or /48) that a request came from; empty where that cannot be told or is the machine's own.

    Behind a proxy that was not counted (``COMMUNIQUE_PROXIES``) all readers would seem to be the proxy; its address is
    mostly a private one, and no network is better than one for all.
    """
    address = _address_of(request)
    if address is None or address.is_loopback or address.is_private or address.is_unspecified:
        return ""
    return str(ip_network(f"{address}/{_BITS[address.version]}", strict=False))


def _address_of(request: HttpRequest) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(reader_address(request))
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _print(kind: str, value: str) -> str:
    return salted_hmac(f"discussion.{kind}", value, algorithm="sha256").hexdigest()
