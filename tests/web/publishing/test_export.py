"""A publication as a folder of files: the same bytes, whole without a network, without anybody's address."""

from __future__ import annotations

import hashlib
import io
import zipfile
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from communique.web.accounts.models import User
from communique.web.publishing.exporting import export_files, save_export, zip_of
from communique.web.publishing.models import Publication
from web.publishing.making import WORDS, corrected

ROOT = "https://desk.example"
CHROMIUM = Path("/usr/bin/chromium")


class Links(HTMLParser):
    """Notes what a page loads, what it links to, and the ids it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        parts = dict(attrs)
        self.ids.add(parts.get("id") or "")
        if tag == "a":
            self.links.append(parts.get("href") or "")
        elif tag == "link" and parts.get("rel") == "stylesheet":
            self.loads.append(parts.get("href") or "")
        elif parts.get("src"):
            self.loads.append(parts.get("src") or "")


@pytest.fixture
def files(publication: Publication, analyst: User, editor: User) -> dict[str, bytes]:
    """Give the files of a publication with two versions."""
    corrected(publication, analyst, editor, "Nine papers", "Nine documents")
    publication.refresh_from_db()
    return export_files(publication, root=ROOT)


def test_every_link_within_the_folder_leads_somewhere(files: dict[str, bytes]) -> None:
    """Each page loads and links only files that are there, or addresses of the web."""
    pages = {name: Links(content.decode()) for name, content in files.items() if name.endswith(".html")}
    assert set(pages) == {"index.html", "v1.html", "v2.html"}
    for page in pages.values():
        assert page.loads == ["style/house.css", "style/publication.css"]
        for link in page.links:
            if link.startswith("#"):
                assert link[1:] in page.ids
            elif not link.startswith("https://"):
                assert link in files, link


def test_the_newest_version_opens_first(files: dict[str, bytes]) -> None:
    """The index is the newest version; the first is there as it was."""
    assert files["index.html"] == files["v2.html"]
    assert b"Nine documents were signed there" in files["index.html"]
    assert b"Nine papers were signed there" in files["v1.html"]
    assert WORDS.encode() in files["evidence/v1.json"]


def test_feeds_of_an_export_are_xml(files: dict[str, bytes]) -> None:
    """Both read."""
    for kind in ("atom", "rss"):
        ET.fromstring(files[f"feed.{kind}"])  # noqa: S314 - our own


def test_nothing_of_members_is_in_it(files: dict[str, bytes], analyst: User, editor: User) -> None:
    """Names stand there, mail addresses and tokens nowhere."""
    whole = b"".join(files.values())
    assert analyst.name.encode() in whole
    assert b"@desk.example" not in whole
    assert b"csrf" not in whole


def test_hashes_fit_and_bytes_are_the_same(files: dict[str, bytes], publication: Publication) -> None:
    """Exported twice, the same bytes; the list of hashes is true."""
    publication.refresh_from_db()
    again = export_files(publication, root=ROOT)
    assert again == files
    assert zip_of(again, folder="x") == zip_of(dict(reversed(files.items())), folder="x")
    for line in files["SHA256SUMS"].decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(files[name]).hexdigest() == digest


def test_it_is_downloaded_packed(publication: Publication, as_editor: Client) -> None:
    """One folder in the archive, no way out of it."""
    answer = as_editor.get(f"/analyses/{publication.analysis.pk}/export/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="nine-papers.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert all(PurePosixPath(name).parts[0] == "nine-papers" for name in archive.namelist())
        assert b"<h1>Nine Papers</h1>" in archive.read("nine-papers/index.html")


def test_a_draft_is_not_exported(draft: object, as_editor: Client) -> None:
    """What is not published has no files."""
    assert as_editor.get(f"/analyses/{draft.pk}/export/").status_code == 422  # type: ignore[attr-defined]


def test_the_command_writes_a_folder_once(publication: Publication, tmp_path: Path) -> None:
    """A folder with something in it, or a name of nothing, is refused in words."""
    folder = tmp_path / "out"
    call_command("export_publication", publication.slug, str(folder), verbosity=0)
    assert (folder / "index.html").is_file()
    for words in ((publication.slug, str(folder)), ("nothing", str(tmp_path / "other"))):
        with pytest.raises(CommandError):
            call_command("export_publication", *words)


@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM.exists(), reason="there is no browser at hand")
def test_it_opens_from_a_disk_without_script_and_prints(essay: Publication, tmp_path: Path) -> None:
    """A browser without network and script opens a sentence on its evidence; printed, the evidence stands as notes."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - loads only where a browser is

    save_export(essay, tmp_path / "out", root=ROOT)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800}).new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((tmp_path / "out" / "index.html").as_uri())
        assert not page.locator(".exhibits").first.is_visible()
        page.locator("details.s > summary").first.click()
        assert page.locator(".exhibits mark").first.is_visible()
        page.emulate_media(media="print")
        assert not page.locator(".exhibits").first.is_visible()
        assert page.locator(".endnotes li").count() > 15
        assert page.locator(".endnotes .address").first.is_visible()
        browser.close()
    assert all(url.startswith("file://") for url in asked)
