"""A publication as a folder of files that opens from a disk, the same bytes every time; comments are no part of it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import override

from communique.errors import CommuniqueError
from communique.web.publishing.evidence.frozen import read_content
from communique.web.publishing.feeds import FeedHead, render_feed
from communique.web.publishing.models import Publication, PublishedVersion
from communique.web.publishing.selectors import version_list_whole
from communique.web.publishing.slots import without_sentence_parts
from communique.web.publishing.structured import article_record, script_of

STYLES = ("base/house.css", "publishing/publication.css")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o644 << 16


def export_files(publication: Publication, *, root: str) -> dict[str, bytes]:
    """
    Give the files of a publication by their names: pages of all versions, evidence, feeds, styles, hashes.

    ``root`` is the address that the feeds and the machine-readable parts name; the pages link to each other alone.
    """
    versions = version_list_whole(publication)
    files = dict(_files(publication, versions, root))
    sums = "".join(f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return {**files, "SHA256SUMS": sums.encode()}


def _files(publication: Publication, versions: list[PublishedVersion], root: str) -> Iterator[tuple[str, bytes]]:
    for version in versions:
        page = _page(publication, version, versions, root).encode()
        yield f"v{version.number}.html", page
        if version.number == publication.newest:
            yield "index.html", page
        yield f"evidence/v{version.number}.json", _readable(version.content)
        yield f"text/v{version.number}.md", version.text.encode()
    for kind in ("atom", "rss"):
        title, link = settings.CONFIG.title, root + publication.get_absolute_url()
        feed = render_feed(kind, [publication], FeedHead(title=title, own=f"{link}feed.{kind}", link=link), root=root)
        yield f"feed.{kind}", feed.encode()
    for name in STYLES:
        yield f"style/{PurePosixPath(name).name}", Path(str(finders.find(name))).read_bytes()


def _page(publication: Publication, version: PublishedVersion, log: list[PublishedVersion], root: str) -> str:
    content = read_content(version.content)
    context = {
        "publication": publication,
        "version": version,
        "content": content,
        "log": log[::-1],
        "body": without_sentence_parts(version.html),
        "is_newest": version.number == publication.newest,
        "canonical": root + publication.get_absolute_url(),
        "structured": script_of(article_record(version, content, root=root, publisher=settings.CONFIG.title)),
        "workspace_title": settings.CONFIG.title,
        "exported": True,
    }
    with override(version.language):
        return render_to_string("publishing/exported.html", context)


def _readable(record: Mapping[str, object]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def zip_of(files: Mapping[str, bytes], *, folder: str) -> bytes:
    """Pack files in one folder, in order and without times, so that the same files give the same bytes."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{name}", date_time=_EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _PLAIN_FILE, 3
            archive.writestr(entry, files[name])
    return packed.getvalue()


def save_export(publication: Publication, folder: Path, *, root: str) -> int:
    """
    Write the files of a publication into a new or empty folder; give how many.

    Raises:
        CommuniqueError: there is something in the folder.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CommuniqueError(wanted="a new or empty folder", got=str(folder), remedy="name another")
    files = export_files(publication, root=root)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return len(files)
