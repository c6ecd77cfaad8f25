"""Fetching from a real server on this machine: manners, limits, repeats, and the refusal to go inside."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from communique.adapters.captures_kept import KeptCapture, MemoryCache
from communique.adapters.fetch import Fetcher, FetchSettings
from communique.errors import FetchError
from communique.model import Capture

NOW = datetime(2031, 4, 7, 12, 0, tzinfo=UTC)
PAGE = b"<html><title>Talks</title><p>Talks were held.</p></html>"


@dataclass
class Answer:
    """What the server gives for a path: status, headers, bytes."""

    content: bytes = PAGE
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Press:
    """A press service on this machine: answers by path, in turn where there are several, and a record of requests."""

    port: int
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Give the address of a path."""
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """Give what was asked for, in order, robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


def handler(press: Callable[[], Press]) -> type[BaseHTTPRequestHandler]:
    """Make the handler that answers for a press service."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here = press()
            here.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            waiting = here.answers.get(self.path, [Answer(status=404, content=b"")])
            answer = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            self.send_response(answer.status)
            for name, value in ({"Content-Length": str(len(answer.content))} | answer.headers).items():
                if value:
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base's own name
            """Say nothing."""

    return Handler


@pytest.fixture
def press() -> Iterator[Press]:
    """Run a press service for one test."""
    made: list[Press] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(lambda: made[0]))
    made.append(
        Press(
            port=server.server_address[1],
            answers={"/talks": [Answer(headers={"Content-Type": "text/html; charset=utf-8"})]},
        )
    )
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made[0]
    server.shutdown()
    thread.join()
    server.server_close()


@dataclass
class Watch:
    """A clock that goes on only when somebody sleeps, and remembers for how long."""

    time: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def read(self) -> float:
        """Give the time in seconds."""
        return self.time

    def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.slept.append(round(seconds, 3))
        self.time += seconds


def home(_host: str, _port: int) -> tuple[str, ...]:
    """Resolve every host to this machine."""
    return ("127.0.0.1",)


def fetcher(watch: Watch | None = None, cache: MemoryCache | None = None, **settings: object) -> Fetcher:
    """Make a fetcher that may reach this machine and never really waits."""
    watch = watch or Watch()
    wanted = FetchSettings(**{"allow_private": True, "timeout": 5.0} | settings)  # type: ignore[arg-type]
    return Fetcher(wanted, cache=cache, resolve=home, clock=watch.read, sleep=watch.sleep, now=lambda: NOW)


def test_a_page_comes_as_captured(press: Press) -> None:
    """The capture has the very bytes, what the host declared, the time and the hash."""
    capture = fetcher().fetch(press.url("/talks"))
    assert capture == Capture(
        address=press.url("/talks"), content=PAGE, media_type="text/html", charset="utf-8", captured=NOW
    )


def test_we_say_who_we_are(press: Press) -> None:
    """The request names the project, the host asked for, and neither login nor cookie."""
    fetcher().fetch(press.url("/talks", host="press.velmark.example"))
    _, headers = press.asked[-1]
    assert headers["user-agent"].startswith("communique/")
    assert headers["host"] == f"press.velmark.example:{press.port}"
    assert not {"authorization", "cookie"} & headers.keys()


def test_robots_txt_is_obeyed_and_read_once(press: Press) -> None:
    """A path that robots.txt closes is not asked for; the file is read once for all paths of a host."""
    press.answers["/robots.txt"] = [Answer(b"User-agent: *\nDisallow: /drafts/\n")]
    one = fetcher()
    one.fetch(press.url("/talks"))
    with pytest.raises(FetchError, match=r"a robots\.txt that forbids it"):
        one.fetch(press.url("/drafts/1"))
    assert [path for path, _ in press.asked] == ["/robots.txt", "/talks"]


def test_a_host_that_cannot_give_its_robots_txt_is_left_alone(press: Press) -> None:
    """A fault of the host at robots.txt forbids all, as RFC 9309 has it."""
    press.answers["/robots.txt"] = [Answer(b"", status=503)]
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetcher(attempts=2).fetch(press.url("/talks"))
    assert press.paths() == []


def test_one_request_a_second_to_a_host(press: Press) -> None:
    """Between two requests to one host a second passes, more where robots.txt asks for it; other hosts do not wait."""
    press.answers["/robots.txt"] = [Answer(b"User-agent: *\nCrawl-delay: 3\n")]
    watch = Watch()
    one = fetcher(watch)
    one.fetch(press.url("/talks"))
    one.fetch(press.url("/talks"))
    assert watch.slept == [3.0, 3.0]
    one.fetch(press.url("/talks", host="other.example"))
    assert watch.slept == [3.0, 3.0, 3.0]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_faults_are_asked_again_with_growing_pauses(press: Press, status: int) -> None:
    """A host in trouble is asked again after one, two, four seconds."""
    press.answers["/talks"] = [Answer(b"", status=status), Answer(b"", status=status), Answer()]
    watch = Watch()
    assert fetcher(watch, robots=False).fetch(press.url("/talks")).content == PAGE
    assert watch.slept == [1.0, 2.0]


@pytest.mark.parametrize(
    ("asked", "slept"), [("7", 7.0), ("Mon, 07 Apr 2031 12:00:09 GMT", 9.0), ("soon", 1.0), ("-5", 1.0)]
)
def test_the_wait_that_a_host_asks_for_is_kept(press: Press, asked: str, slept: float) -> None:
    """Retry-After counts in seconds or as a date; what cannot be read does not count."""
    press.answers["/talks"] = [Answer(b"", status=429, headers={"Retry-After": asked}), Answer()]
    watch = Watch()
    fetcher(watch, robots=False).fetch(press.url("/talks"))
    assert watch.slept == [slept]


def test_a_wait_too_long_is_told_instead_of_kept(press: Press) -> None:
    """A host that asks for an hour gets no second request, and the user is told when to come back."""
    press.answers["/talks"] = [Answer(b"", status=503, headers={"Retry-After": "3600"})]
    with pytest.raises(FetchError, match="wait 3600 seconds"):
        fetcher(robots=False).fetch(press.url("/talks"))
    assert press.paths() == ["/talks"]


@pytest.mark.parametrize(
    ("status", "said"), [(404, "moved or removed"), (403, "refuses programs"), (410, "removed"), (418, "418")]
)
def test_refusals_are_not_asked_again(press: Press, status: int, said: str) -> None:
    """A plain no is an error at once, with what to do."""
    press.answers["/talks"] = [Answer(b"", status=status)]
    with pytest.raises(FetchError, match=said):
        fetcher(robots=False).fetch(press.url("/talks"))
    assert press.paths() == ["/talks"]


def test_a_host_that_is_not_there_is_given_up(press: Press) -> None:
    """No connection, several times, is an error that counts the attempts."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(FetchError, match=r"no connection.*2 times"):
        fetcher(attempts=2, robots=False).fetch(f"http://127.0.0.1:{port}/")
    assert press.asked == []


@pytest.mark.parametrize("stated", [True, False])
def test_a_page_too_large_is_left(press: Press, stated: bool) -> None:  # noqa: FBT001 - a column
    """More than the limit is refused, whether the host says so beforehand or not."""
    headers = {} if stated else {"Content-Length": "", "Connection": "close"}
    press.answers["/talks"] = [Answer(b"a" * 300_000, headers=headers)]
    with pytest.raises(FetchError, match="at most 0 MB"):
        fetcher(robots=False, largest=200_000).fetch(press.url("/talks"))


def test_no_more_is_read_than_may_come(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an answer without end no more is read than a release may have and one part: memory holds whatever comes."""
    read = []
    walk = httpx.Response.iter_raw

    def counted(answer: httpx.Response, size: int | None = None) -> Iterator[bytes]:
        for part in walk(answer, size):
            read.append(len(part))
            yield part

    monkeypatch.setattr(httpx.Response, "iter_raw", counted)
    press.answers["/talks"] = [Answer(b"a" * 5_000_000, headers={"Content-Length": "", "Connection": "close"})]
    with pytest.raises(FetchError, match="at most 0 MB"):
        fetcher(robots=False, largest=200_000).fetch(press.url("/talks"))
    assert sum(read) <= 200_000 + 64 * 1024


def test_a_page_that_drips_is_left(press: Press) -> None:
    """An answer that takes longer than its deadline is given up, however lively."""
    watch = Watch()
    press.answers["/talks"] = [Answer(b"a" * 200_000)]

    def slow() -> float:
        watch.time += 50.0
        return watch.time

    settings = FetchSettings(allow_private=True, robots=False, deadline=60.0)
    one = Fetcher(settings, resolve=home, clock=slow, sleep=watch.sleep, now=lambda: NOW)
    with pytest.raises(FetchError, match="within 60 seconds"):
        one.fetch(press.url("/talks"))


def test_packing_for_the_way_is_undone_within_the_limit(press: Press) -> None:
    """Gzip for the way is unpacked; a bomb is refused; a packed file of the host's own stays packed."""
    packed = {"Content-Encoding": "gzip"}
    wrapped = gzip.compress(PAGE)  # once: the second of its making stands in its head
    press.answers["/talks"] = [Answer(wrapped, headers=packed)]
    press.answers["/bomb"] = [Answer(gzip.compress(b"a" * 60_000_000), headers=packed)]
    press.answers["/releases.jsonl.gz"] = [Answer(wrapped)]
    press.answers["/brotli"] = [Answer(b"x", headers={"Content-Encoding": "br"})]
    one = fetcher(robots=False)
    assert one.fetch(press.url("/talks")).content == PAGE
    assert one.fetch(press.url("/releases.jsonl.gz")).content == wrapped
    with pytest.raises(FetchError, match="unpacks to more than"):
        one.fetch(press.url("/bomb"))
    with pytest.raises(FetchError, match="packed as br"):
        one.fetch(press.url("/brotli"))


def test_nothing_is_fetched_twice_that_did_not_change(press: Press) -> None:
    """The second time the host is asked only whether it changed, and the first capture is given again."""
    marks = {"ETag": '"7"', "Last-Modified": "Mon, 07 Apr 2031 10:00:00 GMT"}
    press.answers["/talks"] = [Answer(headers=marks), Answer(b"", status=304), Answer(b"<p>New text.</p>")]
    one = fetcher(robots=False)
    first = one.fetch(press.url("/talks"))
    assert one.fetch(press.url("/talks#turn2")) == first
    conditions = press.asked[1][1]
    assert (conditions["if-none-match"], conditions["if-modified-since"]) == ('"7"', marks["Last-Modified"])
    assert one.fetch(press.url("/talks")).content == b"<p>New text.</p>"


def test_the_memory_of_captures_has_an_end() -> None:
    """The oldest capture goes where there is no room."""
    cache = MemoryCache(size=2)
    for name in "abc":
        cache.put(name, KeptCapture(capture=Capture(address=name, content=b"")))
    assert [cache.get(name) is None for name in "abc"] == [True, False, False]


def test_redirects_are_followed_and_the_last_address_counts(press: Press) -> None:
    """The capture bears the address at which the bytes were found."""
    press.answers["/d/7"] = [Answer(b"", status=301, headers={"Location": "/moved"})]
    press.answers["/moved"] = [Answer(b"", status=302, headers={"Location": press.url("/talks")})]
    assert fetcher().fetch(press.url("/d/7")).address == press.url("/talks")


def test_a_loop_of_redirects_ends(press: Press) -> None:
    """After a few hops it is an error."""
    press.answers["/d/7"] = [Answer(b"", status=302, headers={"Location": "/d/7"})]
    with pytest.raises(FetchError, match="more than 3 redirects"):
        fetcher(redirects=3).fetch(press.url("/d/7"))


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("http://10.0.0.8/", "private or reserved network"),
        ("http://inside.example/", "private or reserved network"),
        ("http://[::1]/", "private or reserved network"),
        ("http://2130706433/", "Expected 4 octets"),
        ("file:///etc/passwd", "only http and https"),
        ("http://a:b@c.example/", "a name or password in it"),
    ],
)
def test_a_redirect_into_a_private_network_is_refused(press: Press, inside: str, why: str) -> None:
    """Each hop is checked as if it were the first: a public host cannot send us inside, or to another scheme."""

    def resolve(host: str, _port: int) -> tuple[str, ...]:
        if host == "public.example":
            return ("127.0.0.1",)
        return {"inside.example": ("192.168.0.7",)}.get(host, (host,))

    press.answers["/d/7"] = [Answer(b"", status=302, headers={"Location": inside})]
    one = _pretending_public(resolve)
    with pytest.raises(FetchError, match=why):
        one.fetch(press.url("/d/7", host="public.example"))
    assert press.paths() == ["/d/7"]


def _pretending_public(resolve: Callable[[str, int], tuple[str, ...]]) -> Fetcher:
    """A fetcher for which this machine passes as public: a public number is checked, the connection comes here."""
    public = "93.184.216.34"

    class Pretending(Fetcher):
        def _ask_at(self, number: str, *rest: object) -> object:  # type: ignore[override]
            return super()._ask_at("127.0.0.1" if number == public else number, *rest)  # type: ignore[arg-type]

    def shown(host: str, port: int) -> tuple[str, ...]:
        found = resolve(host, port)
        return (public,) if found == ("127.0.0.1",) else found

    watch = Watch()
    return Pretending(FetchSettings(robots=False), resolve=shown, clock=watch.read, sleep=watch.sleep, now=lambda: NOW)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "press.velmark.example"])
def test_this_machine_is_refused_unless_allowed(press: Press, host: str) -> None:
    """Loopback, by number or by name, is refused by default; nothing is asked, not even for robots.txt."""
    one = Fetcher(resolve=home, clock=Watch().read, sleep=Watch().sleep, now=lambda: NOW)
    with pytest.raises(FetchError, match="private or reserved network") as refused:
        one.fetch(press.url("/talks", host=host))
    assert press.asked == []
    assert "--allow-private" in str(refused.value)


def test_a_host_is_resolved_once_for_each_request(press: Press) -> None:
    """The number that was checked is the number connected to: a name that changes its mind meanwhile gains nothing."""
    answers = iter([("127.0.0.1",), ("203.0.113.9",)])
    watch = Watch()
    settings = FetchSettings(allow_private=True, robots=False)
    one = Fetcher(
        settings, resolve=lambda _host, _port: next(answers), clock=watch.read, sleep=watch.sleep, now=lambda: NOW
    )
    assert one.fetch(press.url("/talks", host="rebinding.example")).content == PAGE
    assert next(answers) == ("203.0.113.9",)


def test_another_number_is_tried_where_the_first_is_dead(press: Press) -> None:
    """A host with several numbers is reached by the first that answers."""
    watch = Watch()
    settings = FetchSettings(allow_private=True, robots=False, timeout=2.0)
    one = Fetcher(
        settings,
        resolve=lambda _h, _p: ("127.0.0.2", "127.0.0.1"),
        clock=watch.read,
        sleep=watch.sleep,
        now=lambda: NOW,
    )
    assert one.fetch(press.url("/talks", host="twice.example")).content == PAGE
