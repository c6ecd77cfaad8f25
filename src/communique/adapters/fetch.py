"""Addresses to captured bytes, politely, and never into a private network unless that is allowed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from communique.adapters.address_rules import Resolve, Target, checked_numbers, parse_address, resolve_host
from communique.adapters.captures_kept import CaptureCache, KeptCapture, MemoryCache
from communique.adapters.politeness import Pace, Robots
from communique.errors import FetchError, SourceError
from communique.model import Capture
from communique.sources.packing import GZIP_MARK, LARGEST_SOURCE, MEGABYTE, unpack

if TYPE_CHECKING:
    import ssl

    import httpx

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRY_AGAIN = frozenset({408, 429, 500, 502, 503, 504})
_OK, _NOT_MODIFIED, _FAULT_OF_HOST = 200, 304, 500
_LARGEST_ROBOTS = MEGABYTE // 2
_ACCEPTED = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/pdf, */*;q=0.5"
_REMEDIES = {
    401: "the page is behind a login; save it and read the file",
    403: "the host refuses programs; open the page in a browser, save it and read the file",
    404: "is the address right? the release may have been moved or removed",
    410: "the release has been removed",
    429: "the host asks to wait; try again later",
    451: "the page is withheld for legal reasons",
}


def user_agent() -> str:
    """Give the name that we give ourselves when we ask a host: the project and its version."""
    try:
        own = version("communique")
    except PackageNotFoundError:  # run from a tree that was never installed
        own = "0"
    return f"communique/{own} (reads official press releases; asks at most once a second)"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """
    How to fetch; times are in seconds.

    ``timeout`` bounds the wait for a connection and for each piece of an answer, ``deadline`` a whole answer;
    ``largest`` is in bytes; ``attempts`` counts the first one; ``longest_wait`` bounds what a host may ask to wait.
    """

    user_agent: str = field(default_factory=user_agent)
    timeout: float = 20.0
    deadline: float = 120.0
    largest: int = LARGEST_SOURCE
    attempts: int = 4
    pause: float = 1.0
    longest_wait: float = 60.0
    redirects: int = 8
    robots: bool = True
    allow_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reply:
    """One answer of a host: its status, its headers with names in lower case, its bytes."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class Fetcher:
    """
    Fetches addresses: resolves each host once, checks every address it has, and connects to the very one checked.

    Clock, waiting, the time of capture and the resolver come in from outside, so that nothing is left to chance.
    """

    def __init__(  # noqa: PLR0913 - the outside world, one argument each
        self,
        settings: FetchSettings | None = None,
        *,
        cache: CaptureCache | None = None,
        resolve: Resolve = resolve_host,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._settings = settings or FetchSettings()
        self._cache: CaptureCache = cache if cache is not None else MemoryCache()
        self._resolve, self._clock, self._sleep, self._now = resolve, clock, sleep, now
        self._pace = Pace(clock=clock, sleep=sleep)
        self._robots = Robots(user_agent=self._settings.user_agent, ask=self._ask_robots, clock=clock)

    def fetch(self, address: str) -> Capture:
        """
        Fetch an address, following redirects; the capture bears the address at which the bytes were found.

        Where the host says that nothing changed since the last time, the earlier capture is given again.

        Raises:
            FetchError: the address may not or could not be fetched, or is too large; the message says why.
        """
        kept = self._cache.get(parse_address(address).address)
        target, reply = self._follow(parse_address(address), kept.conditions if kept else {}, robots=True)
        if reply.status == _NOT_MODIFIED and kept:
            return kept.capture
        if reply.status != _OK:
            raise FetchError(
                wanted=f"the page at {target.address}",
                got=f"the answer {reply.status}",
                remedy=_REMEDIES.get(reply.status, "is the host in order? try again later"),
            )
        capture = self._capture(target, reply)
        etag, changed = reply.headers.get("etag"), reply.headers.get("last-modified")
        if etag or changed:
            kept = KeptCapture(capture=capture, etag=etag, last_modified=changed)
            self._cache.put(parse_address(address).address, kept)
        return capture

    def _capture(self, target: Target, reply: _Reply) -> Capture:
        stated = Message()
        stated["content-type"] = reply.headers.get("content-type", "")
        return Capture(
            address=target.address,
            content=_decoded(reply),
            media_type=stated.get_content_type() if reply.headers.get("content-type") else None,
            charset=stated.get_content_charset(),
            captured=self._now(),
        )

    def _follow(self, target: Target, conditions: Mapping[str, str], *, robots: bool) -> tuple[Target, _Reply]:
        """Ask, and go where the host sends us: each hop is checked as if it were the first."""
        for hop in range(self._settings.redirects + 1):
            pause = self._robots.check(target) if robots and self._settings.robots else 0.0
            reply = self._try(target, conditions if hop == 0 else {}, pause)
            if reply.status not in _REDIRECTS or "location" not in reply.headers:
                return target, reply
            target = parse_address(urljoin(target.address, reply.headers["location"]))
        raise FetchError(wanted="a page", got=f"more than {self._settings.redirects} redirects", remedy="is it a loop?")

    def _ask_robots(self, target: Target) -> str | None:
        _, reply = self._follow(parse_address(f"{target.origin}/robots.txt"), {}, robots=False)
        if reply.status >= _FAULT_OF_HOST:
            return None
        return _decoded(reply)[:_LARGEST_ROBOTS].decode("utf-8", "replace") if reply.status == _OK else ""

    def _try(self, target: Target, conditions: Mapping[str, str], pause: float) -> _Reply:
        """Ask until the host answers in order, waiting longer each time and as long as the host asks."""
        fault = ""
        for attempt in range(self._settings.attempts):
            self._pace.wait(target.host, max(self._settings.pause, pause))
            wait = float(2**attempt)
            try:
                reply = self._ask(target, conditions)
            except _UnansweredError as error:
                fault = error.got
            else:
                if reply.status not in _TRY_AGAIN or attempt + 1 == self._settings.attempts:
                    return reply
                wait = max(wait, self._asked_wait(target, reply))
            if attempt + 1 < self._settings.attempts:
                self._sleep(wait)
        raise _UnansweredError(
            wanted=f"an answer from {target.host}",
            got=f"{fault}, {self._settings.attempts} times",
            remedy="is the host in order? try again later",
        )

    def _asked_wait(self, target: Target, reply: _Reply) -> float:
        asked = reply.headers.get("retry-after", "").strip()
        try:
            wait = float(asked) if asked.isdigit() else (parsedate_to_datetime(asked) - self._now()).total_seconds()
        except (ValueError, TypeError):
            return 0.0
        if wait > self._settings.longest_wait:
            raise FetchError(
                wanted=f"an answer from {target.host}",
                got=f"the answer {reply.status} and the wish that we wait {wait:.0f} seconds",
                remedy="try again then",
            )
        return max(0.0, wait)

    def _ask(self, target: Target, conditions: Mapping[str, str]) -> _Reply:
        """Connect to one of the host's checked addresses; the next one is tried only where there is no connection."""
        import httpx  # noqa: PLC0415 - loaded only when something is fetched

        numbers = checked_numbers(target, self._resolve, allow_private=self._settings.allow_private)
        for left, number in zip(reversed(range(len(numbers))), numbers, strict=True):
            try:
                return self._ask_at(number, target, conditions)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                if not left:
                    raise _UnansweredError(wanted="a connection", got=f"no connection ({error})") from error
            except httpx.RequestError as error:
                got = f"a connection that broke off ({type(error).__name__})"
                raise _UnansweredError(wanted="an answer", got=got) from error
        raise _UnansweredError(wanted="a connection", got="no address to connect to")

    def _ask_at(self, number: str, target: Target, conditions: Mapping[str, str]) -> _Reply:
        headers = {
            "Host": target.authority,
            "User-Agent": self._settings.user_agent,
            "Accept": _ACCEPTED,
            "Accept-Encoding": "gzip",
            **conditions,
        }
        with (
            self._client() as client,
            client.stream(
                "GET", target.at(number), headers=headers, extensions={"sni_hostname": target.host}
            ) as answer,
        ):
            status, given = answer.status_code, {name.lower(): value for name, value in answer.headers.items()}
            content = b"" if status in _REDIRECTS else b"".join(self._parts(answer, target))
        return _Reply(status=status, headers=given, content=content)

    def _client(self) -> httpx.Client:
        """A client for one answer: no proxy and no login from the environment, no redirects behind our back."""
        import httpx  # noqa: PLC0415 - loaded only when something is fetched

        return httpx.Client(
            timeout=self._settings.timeout, trust_env=False, follow_redirects=False, verify=self._certificates
        )

    @cached_property
    def _certificates(self) -> ssl.SSLContext:
        import httpx  # noqa: PLC0415 - loaded only when something is fetched

        return httpx.create_ssl_context()

    def _parts(self, answer: httpx.Response, target: Target) -> Iterator[bytes]:
        """Walk the bytes as sent, within the limits of size and time."""
        began, length = self._clock(), 0
        stated = answer.headers.get("content-length", "")
        for part in _until_too_long(answer, stated, self._settings.largest):
            length += len(part)
            if length > self._settings.largest:
                break
            if self._clock() - began > self._settings.deadline:
                raise FetchError(
                    wanted=f"{target.address} within {self._settings.deadline:.0f} seconds",
                    got=f"{length} bytes of it",
                    remedy="try again later",
                )
            yield part
        if max(length, int(stated) if stated.isdigit() else 0) > self._settings.largest:
            raise FetchError(
                wanted=f"at most {self._settings.largest / MEGABYTE:.0f} MB at {target.address}",
                got="more",
                remedy="is it a release? fetch it by other means and give the file",
            )


class _UnansweredError(FetchError):
    """A host that gave no answer; it may be asked again."""


def _until_too_long(answer: httpx.Response, stated: str, largest: int) -> Iterator[bytes]:
    """Walk the bytes of an answer, none of one that states itself to be too long."""
    return iter(()) if stated.isdigit() and int(stated) > largest else answer.iter_raw(64 * 1024)


def _decoded(reply: _Reply) -> bytes:
    """Give the bytes as the host has them on its disk: only the packing for the way is undone."""
    packing = reply.headers.get("content-encoding", "identity").strip().lower()
    if packing in {"gzip", "x-gzip"} and reply.content.startswith(GZIP_MARK):
        try:
            return unpack(reply.content)
        except SourceError as error:
            raise FetchError(wanted="a page packed for the way", got=error.got, remedy=error.remedy) from error
    if packing in {"identity", "", "gzip", "x-gzip"}:
        return reply.content
    raise FetchError(
        wanted="a page, plain or in gzip", got=f"one packed as {packing}", remedy="save it and read the file"
    )
