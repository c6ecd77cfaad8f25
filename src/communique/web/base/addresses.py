"""Addresses: to go on to, only within the workspace; of the workspace itself; of whoever asks."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def safe_next(request: HttpRequest, otherwise: str) -> str:
    """Give where the reader wanted to go on to (``next``), if it is a page of ours; else the address given."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else otherwise


LOCAL = "http://localhost:8000"
"""Where a workspace is as long as nobody decided on an address, and no server says where it listens."""


def site_address() -> str:
    """Give where readers find the workspace, for letters that are written while nobody asks for a page."""
    return str(settings.CONFIG.address or settings.CONFIG.served) or LOCAL


def own_address(request: HttpRequest) -> str:
    """Give where readers find the workspace, for links in letters: as was decided, else as this reader came."""
    return str(settings.CONFIG.address) or f"{request.scheme}://{request.get_host()}"


def reader_address(request: HttpRequest) -> str:
    """
    Give the network address of whoever asks, as the outermost of our own proxies saw it.

    Only as many entries of ``X-Forwarded-For`` are believed as there are proxies: the rest anybody may write.
    """
    direct = str(request.META.get("REMOTE_ADDR", ""))
    proxies = int(settings.CONFIG.proxies)
    if not proxies:
        return direct
    seen = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    return seen[-min(proxies, len(seen))] if seen else direct
