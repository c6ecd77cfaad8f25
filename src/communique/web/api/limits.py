"""How often somebody may ask: so many requests a minute for a token, a user or, of strangers, a network address."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

from communique.web.api.doors import Caller
from communique.web.base.addresses import reader_address

MINUTE = 60


class PerMinute(BaseThrottle):
    """
    So many requests a minute, each minute counted anew; ``what`` is counted apart from other operations.

    Each process counts for itself, unless the cache of the workspace is one that processes share.
    """

    def __init__(self, what: str, most: int, *, clock: Callable[[], float] = time.time) -> None:
        self.what, self.most, self._clock = what, most, clock

    def allow_request(self, request: HttpRequest) -> bool:
        """Count a request, and tell whether it is not one too many."""
        key = f"api-{self.what}-{_who(request)}-{int(self._clock()) // MINUTE}"
        cache.add(key, 0, timeout=2 * MINUTE)
        try:
            return cache.incr(key) <= self.most
        except ValueError:  # it was let go between the two
            return True

    def wait(self) -> float:
        """Give the seconds until the next minute."""
        return MINUTE - self._clock() % MINUTE


def _who(request: HttpRequest) -> str:
    asks = getattr(request, "auth", None)
    name = asks.name if isinstance(asks, Caller) else reader_address(request)
    return hashlib.sha256(name.encode()).hexdigest()[:24]


READS = PerMinute("reads", 600)
STRANGERS = PerMinute("strangers", 120)
WRITES = PerMinute("writes", 60)
EXPORTS = PerMinute("exports", 10)
