"""Adding releases: by upload and by address, kept before it is acknowledged, read within bounds, never from within."""

from __future__ import annotations

import gzip
import io
import json
import socket
import stat
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import StopUpload
from django.test import Client, RequestFactory
from django.utils import timezone

from communique.corpus.port import Deposit
from communique.db.models import ReleaseRow, SetAsideRow
from communique.errors import CommuniqueError, FetchError
from communique.model import Capture, Release
from communique.sources import SetAside, load_publishers
from communique.sources.packing import MEGABYTE
from communique.web.accounts.models import User
from communique.web.jobs.models import Job, State
from communique.web.jobs.services import run_job
from communique.web.workbench.intake import apart, views
from communique.web.workbench.intake.apart import Bounds, Hints, links_apart, parse_apart
from communique.web.workbench.intake.uploads import (
    MOST_FILES,
    MOST_TOGETHER,
    upload_capture,
    uploads_folder,
    uploads_keep,
    uploads_prune,
)
from communique.web.workbench.intake.work import TOGETHER, fetcher
from communique.wiring.deposits import make_deposits

TALKS = b"""---
issuer: xa-president
language: en
title: Talks with Prime Minister of Velmark Adela Korin
issued: 2021-02-18T16:40:00+01:00
---
The President of Arvenia met with Prime Minister of Velmark Adela Korin. They discussed trade.
"""
SMALL = Bounds(memory=400 * MEGABYTE, seconds=10)
HINTS = Hints(publishers=load_publishers(), language="en")


def upload(browser: Client, *files: SimpleUploadedFile, **more: str) -> Any:  # noqa: ANN401 - a test's answer
    """Send files as the form does."""
    told = {"upload": "1", "upload-sent": files, "upload-issuer": "", "upload-language": "", **more}
    return browser.post("/desk/add/", told)


def fetch(browser: Client, address: str) -> Any:  # noqa: ANN401 - likewise
    """Send an address as the form does."""
    return browser.post("/desk/add/", {"address-address": address, "address-issuer": "", "address-language": ""})


def file_of(content: bytes, name: str = "talks.md") -> SimpleUploadedFile:
    """Give a file to be sent."""
    return SimpleUploadedFile(name, content)


def job_of(answer: Any) -> Job:  # noqa: ANN401 - likewise
    """Give the job that an answer leads to."""
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return Job.objects.get(pk=answer.headers["Location"].strip("/").rpartition("/")[2])


@pytest.mark.parametrize(("who", "status"), [("client", 302), ("as_reader", 403), ("as_analyst", 200)])
def test_analysts_add(db: None, request: pytest.FixtureRequest, who: str, status: int) -> None:
    """Only analysts and above see the form; and only they may send it."""
    browser: Client = request.getfixturevalue(who)
    assert browser.get("/desk/add/").status_code == status
    if who != "as_analyst":
        assert upload(browser, file_of(TALKS)).status_code == status
        assert not Job.objects.exists()


def test_a_form_without_its_token_adds_nothing(db: None, analyst: User) -> None:
    """The length of a form is looked at first, and then its token all the same (CSRF)."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(analyst)
    assert upload(browser, file_of(TALKS)).status_code == 403
    assert not Job.objects.exists()


def test_one_upload_leads_to_its_release(db: None, as_analyst: Client) -> None:
    """A file becomes a release; the job leads to its page."""
    job = job_of(upload(as_analyst, file_of(TALKS)))
    assert job.state == State.DONE, job.fault
    (row,) = ReleaseRow.objects.all()
    assert row.title == "Talks with Prime Minister of Velmark Adela Korin"
    assert job.result["address"] == f"/releases/{row.key}/"
    assert as_analyst.get(job.result["address"]).status_code == 200


def test_several_uploads_lead_to_the_desk_with_what_was_set_aside(db: None, as_analyst: Client) -> None:
    """What cannot be read is set aside with its reason and told where the others are listed."""
    job = job_of(upload(as_analyst, file_of(TALKS), file_of(b"\x7fELF", "program.pdf"), file_of(b"", "empty.txt")))
    assert job.state == State.DONE, job.fault
    assert job.result["address"].startswith("/desk/?came=")
    page = as_analyst.get(job.result["address"]).content.decode()
    assert "Talks with Prime Minister" in page
    assert "program.pdf" in page
    assert "a program" in page
    assert SetAsideRow.objects.filter(source="program.pdf").exists()


def test_the_same_file_again_changes_nothing(db: None, as_analyst: Client) -> None:
    """The corpus knows releases by what they are: sent twice, one is kept."""
    for _ in range(2):
        assert job_of(upload(as_analyst, file_of(TALKS))).state == State.DONE
    assert ReleaseRow.objects.count() == 1


def test_two_files_of_one_name_are_two_releases(db: None, as_analyst: Client) -> None:
    """What two people send under one name are no versions of each other."""
    for words in (TALKS, TALKS.replace(b"trade", b"weather")):
        job_of(upload(as_analyst, file_of(words, "release.md")))
    assert ReleaseRow.objects.filter(superseded=False).count() == 2


def test_records_are_taken_one_by_one(db: None, as_analyst: Client) -> None:
    """A packed file of records gives each of them, the broken ones set aside."""
    records = [
        {"url": f"https://a.example/{n}", "title": f"Call {n}", "text": f"A call took place, number {n}.", "lang": "en"}
        for n in range(TOGETHER + 3)
    ]
    lines = "\n".join([*map(json.dumps, records), "{broken"]).encode()
    job = job_of(upload(as_analyst, file_of(gzip.compress(lines), "calls.jsonl.gz"), **{"upload-language": "en"}))
    assert job.state == State.DONE, job.fault
    assert ReleaseRow.objects.count() == TOGETHER + 3
    assert any("set aside" in line for line in job.result["lines"])


def test_a_killed_worker_does_it_again(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever dies midway leaves whole releases; the work begun anew keeps each once and tells all."""
    records = [
        {"url": f"https://a.example/{n}", "title": f"Call {n}", "text": f"A call, number {n}.", "lang": "en"}
        for n in range(TOGETHER * 2)
    ]
    lines = "\n".join(map(json.dumps, records)).encode()
    steps: list[str] = []

    def dying(*arguments: Any) -> tuple[Deposit | SetAside, ...]:  # noqa: ANN401 - those of the original
        steps.append("")
        if len(steps) == 2:
            raise KeyboardInterrupt
        return make_deposits(*arguments)

    monkeypatch.setattr("communique.web.workbench.intake.work.make_deposits", dying)
    files = uploads_keep([file_of(lines, "calls.jsonl")])
    job = Job.objects.create(kind="intake", title="calls", arguments={"files": files, "language": "en"})
    with pytest.raises(KeyboardInterrupt):
        run_job.call(str(job.pk))
    assert ReleaseRow.objects.count() == TOGETHER
    Job.objects.filter(pk=job.pk).update(state=State.QUEUED)
    run_job.call(str(job.pk))
    job.refresh_from_db()
    assert job.state == State.DONE, job.fault
    assert ReleaseRow.objects.count() == len(job.result["keys"]) == TOGETHER * 2


def test_files_are_safe_before_the_answer(db: None, as_analyst: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file and its folder are flushed to disk before the job is kept, under names that nobody chose."""
    events: list[str] = []
    monkeypatch.setattr("os.fsync", lambda number: events.append("dir" if _is_folder(number) else "file"))

    def queue(*_: object, **__: object) -> Job:
        events.append("job")
        return Job.objects.create(kind="none", title="none")

    monkeypatch.setattr("communique.web.workbench.intake.services.job_add", queue)
    upload(as_analyst, file_of(TALKS, "../../etc/passwd.md"), file_of(TALKS, "b.md"))
    assert events == ["file", "file", "dir", "job"]


def _is_folder(number: int) -> bool:
    import os  # noqa: PLC0415 - used here alone

    return stat.S_ISDIR(os.fstat(number).st_mode)


def test_files_have_random_names_and_are_for_us_alone(db: None) -> None:
    """A name of the sender's leads nowhere; a file is readable by its owner alone."""
    (kept,) = uploads_keep([file_of(TALKS, "../../../x\n.md")])
    path = uploads_folder() / kept["stored"]
    assert path.parent == Path(settings.MEDIA_ROOT) / "uploads"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "/" not in kept["name"]
    assert upload_capture(kept["stored"], kept["name"], timezone.now()).content == TALKS
    for name in ("../store.sqlite3", "/etc/passwd", kept["stored"][:-1], ""):
        with pytest.raises(CommuniqueError):
            upload_capture(name, "x", timezone.now())


def test_files_go_when_their_work_is_over(db: None, analyst: User) -> None:
    """What waits stays; what nobody will read goes after an hour."""
    waiting, over = uploads_keep([file_of(TALKS), file_of(TALKS)])
    Job.objects.create(kind="intake", title="waits", arguments={"files": [waiting]})
    Job.objects.create(kind="intake", title="over", arguments={"files": [over]}, state=State.DONE)
    uploads_prune(timezone.now() + timedelta(hours=2))
    assert (uploads_folder() / waiting["stored"]).exists()
    assert not (uploads_folder() / over["stored"]).exists()


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ((), "Choose at least one file"),
        (tuple(file_of(TALKS) for _ in range(MOST_FILES + 1)), "files at once"),
    ],
)
def test_wrong_forms_are_told(db: None, as_analyst: Client, files: tuple[SimpleUploadedFile, ...], words: str) -> None:
    """None and too many files are refused in words."""
    answer = upload(as_analyst, *files)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Job.objects.exists()


def test_a_large_file_is_refused(db: None, as_analyst: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file larger than any release is refused in words."""
    monkeypatch.setattr("communique.web.workbench.intake.forms.LARGEST_FILE", 10)
    answer = upload(as_analyst, file_of(TALKS))
    assert answer.status_code == 422
    assert "is larger than" in answer.content.decode()


def test_a_form_that_announces_too_much_is_not_read(db: None, as_analyst: Client) -> None:
    """What is announced as too large is refused before anything of it is read."""
    answer = as_analyst.post("/desk/add/", {"upload": "1"}, headers={"Content-Length": str(MOST_TOGETHER * 2)})
    assert answer.status_code == 413
    assert "can be sent at once" in answer.content.decode()


def test_more_than_was_announced_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who sends more than a form may carry is cut off, whatever was announced."""
    monkeypatch.setattr(views, "MOST_TOGETHER", 1_000)
    monkeypatch.setattr(views, "_MARGIN", 0)
    handler = views.BoundedUpload(RequestFactory().post("/"))
    handler.new_file("sent", "a.txt", "text/plain", None)
    handler.receive_data_chunk(b"x" * 900, 0)
    with pytest.raises(StopUpload):
        handler.receive_data_chunk(b"x" * 200, 900)


def a_docx(parts: dict[str, bytes]) -> bytes:
    """Give an archive that looks like a Word document."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def a_pdf(pages: int) -> bytes:
    """Give a PDF of so many pages, all of them one object."""
    kids = b"3 0 R " * pages
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count "
        + str(pages).encode()
        + b"/Kids["
        + kids
        + b"]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "zip in docx": ("bomb.docx", lambda: a_docx({"word/document.xml": b"<a/>" * (12 * MEGABYTE)})),
    "many parts": ("parts.docx", lambda: a_docx({f"word/{n}.xml": b"<a/>" for n in range(6_000)})),
    "gzip": ("bomb.jsonl.gz", lambda: gzip.compress(b"a" * (60 * MEGABYTE))),
    "gzip of html": ("bomb.html.gz", lambda: gzip.compress(b"<p>" + b"a" * (60 * MEGABYTE))),
    "gzip in gzip": ("twice.gz", lambda: gzip.compress(gzip.compress(b"a" * MEGABYTE))),
    "zip": ("bomb.zip", lambda: a_docx({"a": b"a" * MEGABYTE}).replace(b"[Content_Types].xml", b"nothing_of_the_sort")),
    "pdf of pages": ("pages.pdf", lambda: a_pdf(30_000)),
    "deep html": ("deep.html", lambda: b"<html><body>" + b"<div>" * 400_000 + b"words" + b"</div>" * 400_000),
    "deep json": ("deep.jsonl", lambda: b'{"text":' + b"[" * 200_000),
    "huge text": ("huge.txt", lambda: b"They met. " * (3 * MEGABYTE)),
    "entities": (
        "laughs.xml",
        lambda: (
            b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
            + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 20) for n in range(12))
            + b"]><rss><channel><item><title>&m;</title><link>https://a.example/1</link></item></channel></rss>"
        ),
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused_in_words(name: str) -> None:
    """What bursts is refused or set aside with a reason, within the bounds, and this process stays as it was."""
    address, make = BOMBS[name]
    try:
        found: tuple[Release | SetAside, ...] = parse_apart(Capture(address=address, content=make()), HINTS, SMALL)
    except CommuniqueError as error:
        found = (SetAside(source=address, reason=str(error)),)
    assert found
    for item in found:
        assert isinstance(item, SetAside)
        assert "expected" in item.reason


def test_a_bomb_ends_the_job_not_the_worker(db: None, as_analyst: Client) -> None:
    """Whoever sends a bomb is told what was expected; the next file is read."""
    job = job_of(upload(as_analyst, file_of(BOMBS["zip in docx"][1](), "bomb.docx")))
    assert job.state == State.FAILED
    assert "a Word document of a release" in job.fault
    assert job_of(upload(as_analyst, file_of(TALKS))).state == State.DONE


@pytest.mark.parametrize(
    ("work", "words"),
    [
        ("len(bytearray(3_000 * 1024 * 1024))", "too large in memory"),
        ("all(True for _ in iter(int, 1))", "or 2 seconds"),
        ("__import__('os')._exit(9)", "or 2 seconds"),
        ("(lambda again: again(again))(lambda again: again(again))", "too deeply nested"),
    ],
)
def test_reading_has_bounds(work: str, words: str) -> None:
    """Too much memory, too much time, a dead reader and too deep a nesting are each told, and end."""
    with pytest.raises(CommuniqueError, match=words):
        apart._apart(eval, (work,), "a.html", Bounds(memory=600 * MEGABYTE, seconds=2))


def test_links_of_a_feed_are_read_apart() -> None:
    """The addresses that a feed links are given; what is no feed has none."""
    feed = b"<rss><channel><item><title>One</title><link>https://a.example/1</link></item></channel></rss>"
    assert links_apart(Capture(address="https://a.example/feed", content=feed), SMALL) == ("https://a.example/1",)
    assert links_apart(Capture(address="a.md", content=TALKS), SMALL) == ()


SECRET = "The keys of the house are under the mat."


class _Inside(BaseHTTPRequestHandler):
    """A server of the network that the workspace runs in."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Give the secret."""
        self.asked.append(self.path)
        self.send_response(200 if "robots" not in self.path else 404)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(SECRET.encode() * 20)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def inside() -> Iterator[int]:
    """Give the port of a server on this machine."""
    server = HTTPServer(("127.0.0.1", 0), _Inside)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    _Inside.asked.clear()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://[0:0:0:0:0:ffff:7f00:1]:{port}/",
        "http://[64:ff9b::7f00:1]:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f000001:{port}/",
        "http://0x7f.0.0.1:{port}/",
        "http://0177.0.0.1:{port}/",
        "http://127.1:{port}/",
        "http://0:{port}/",
        "http://0.0.0.0:{port}/",
        "http://１２７.0.0.1:{port}/",
        "http://user:password@127.0.0.1:{port}/",
        "http://a.example@127.0.0.1:{port}/",
        "http://127.0.0.1:{port}\\@a.example/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00::1]/",
        "http://[fe80::1%25eth0]/",
    ],
)
def test_addresses_within_are_never_fetched(db: None, as_analyst: Client, inside: int, address: str) -> None:
    """However it is written, an address inside the network is refused in words, and nothing there is asked (SSRF)."""
    answer = fetch(as_analyst, address.format(port=inside))
    if answer.status_code == 302:
        job = job_of(answer)
        assert job.state == State.FAILED
        assert "expected" in job.fault
    else:
        assert answer.status_code == 422
    assert not _Inside.asked
    assert not ReleaseRow.objects.exists()


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "data:text/html,x", "javascript:1", "x"],
)
def test_other_schemes_are_refused(db: None, as_analyst: Client, address: str) -> None:
    """Only http and https are fetched; a file of the machine never."""
    answer = fetch(as_analyst, address)
    assert answer.status_code == 422
    assert not Job.objects.exists()


def test_the_allowance_of_the_machine_does_not_count(
    db: None, as_analyst: Client, inside: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the command line was allowed to fetch on this machine, a page is not."""
    monkeypatch.setenv("COMMUNIQUE_ALLOW_PRIVATE", "1")
    job = job_of(fetch(as_analyst, f"http://127.0.0.1:{inside}/"))
    assert job.state == State.FAILED
    assert not _Inside.asked


def _resolving(monkeypatch: pytest.MonkeyPatch, numbers: dict[str, list[str]]) -> None:
    """Let names lead to numbers; each call gives the next of several."""

    def resolve(host: str, port: int, *_: object, **__: object) -> list[tuple[Any, ...]]:
        left = numbers[host]
        number = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr("communique.adapters.address_rules.socket.getaddrinfo", resolve)


def test_a_name_that_leads_inside_is_refused(
    db: None, as_analyst: Client, inside: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A public name with a private number is refused."""
    _resolving(monkeypatch, {"a.example": ["127.0.0.1"]})
    job = job_of(fetch(as_analyst, f"http://a.example:{inside}/"))
    assert job.state == State.FAILED
    assert "private" in job.fault
    assert not _Inside.asked


def test_a_name_that_turns_inside_is_refused(
    db: None, as_analyst: Client, inside: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number that was checked is the number that is connected to: a second answer of the name helps nobody."""
    asked: list[str] = []

    def ask_at(self: object, number: str, *_: object) -> None:
        asked.append(number)
        raise FetchError(wanted="a page", got="no page")

    _resolving(monkeypatch, {"a.example": ["93.184.216.34", "127.0.0.1"]})
    monkeypatch.setattr("communique.adapters.fetch.Fetcher._ask_at", ask_at)
    job = job_of(fetch(as_analyst, f"http://a.example:{inside}/"))
    assert job.state == State.FAILED
    assert asked == ["93.184.216.34"]
    assert not _Inside.asked


def test_a_redirect_inside_is_refused(
    db: None, as_analyst: Client, inside: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A public page that sends us inside is not followed there."""
    from communique.adapters import fetch as fetching  # noqa: PLC0415 - its answers are made here

    original = fetching.Fetcher._ask_at

    def ask_at(self: fetching.Fetcher, number: str, target: Any, conditions: Any) -> Any:  # noqa: ANN401 - as there
        if number != "93.184.216.34":
            return original(self, number, target, conditions)
        if target.address.endswith("/robots.txt"):
            return fetching._Reply(status=404, headers={}, content=b"")
        return fetching._Reply(status=302, headers={"location": f"http://127.0.0.1:{inside}/"}, content=b"")

    _resolving(monkeypatch, {"a.example": ["93.184.216.34"], "127.0.0.1": ["127.0.0.1"]})
    monkeypatch.setattr(fetching.Fetcher, "_ask_at", ask_at)
    monkeypatch.setattr("time.sleep", lambda _: None)
    job = job_of(fetch(as_analyst, "http://a.example/"))
    assert job.state == State.FAILED
    assert "private" in job.fault
    assert not _Inside.asked


def test_what_is_fetched_is_kept(db: None, as_analyst: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that may be fetched becomes a release, under its own address."""

    class Given:
        """Gives one page, whatever is asked."""

        def fetch(self, address: str) -> Capture:
            """Give the page."""
            return Capture(address=address, content=TALKS, media_type="text/markdown", captured=timezone.now())

    monkeypatch.setattr("communique.web.workbench.intake.work.fetcher", Given)
    job = job_of(fetch(as_analyst, "https://president.arvenia.example/7"))
    assert job.state == State.DONE, job.fault
    assert ReleaseRow.objects.get().address == "https://president.arvenia.example/7"


def test_the_fetcher_of_pages_allows_nothing_private() -> None:
    """The one that pages use is strict by itself."""
    assert fetcher()._settings.allow_private is False


def test_somebody_elses_job_is_not_shown(db: None, as_analyst: Client, as_reader: Client, as_editor: Client) -> None:
    """How far a job is, is for whoever asked for it and for editors (IDOR)."""
    job = job_of(upload(as_analyst, file_of(b"\x7fELF", "program.md")))
    address = f"/jobs/{job.pk}/"
    assert as_analyst.get(address).status_code == as_editor.get(address).status_code == 200
    assert as_reader.get(address).status_code == 403


def test_a_name_of_a_file_never_acts(db: None, as_analyst: Client) -> None:
    """Code in the name of a file comes out as words in the job and at the desk (stored XSS)."""
    job = job_of(upload(as_analyst, file_of(TALKS), file_of(b"\x7fELF", "<img src=x onerror=alert(1)>.md")))
    page = as_analyst.get(job.result["address"]).content.decode()
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page
