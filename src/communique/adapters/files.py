"""Bytes from disk, standard input and archives, as captures."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from communique.errors import SourceError
from communique.model import Capture
from communique.sources import SetAside, find_record
from communique.sources.packing import LARGEST_SOURCE, MEGABYTE, lines_of, too_large, unpack_parts

STDIN = "-"
RECORD_SUFFIXES = (".jsonl", ".ndjson")
SUFFIXES = (
    *(".html", ".htm", ".xhtml", ".txt", ".md", ".markdown", ".pdf", ".docx", ".xml", ".rss", ".atom", ".json"),
    *RECORD_SUFFIXES,
)
_LARGEST_COLLECTION = 1024 * MEGABYTE
_MOST_MEMBERS = 100_000


def utc_now() -> datetime:
    """Give the present moment."""
    return datetime.now(UTC)


def split_selector(source: str) -> tuple[str, str | None]:
    """
    Part a path from the identifier of one of its records; only paths of JSON Lines have such.

    >>> split_selector("releases.jsonl.gz#xa-president:12"), split_selector("visit#2.html")
    (('releases.jsonl.gz', 'xa-president:12'), ('visit#2.html', None))
    """
    path, _, identifier = source.partition("#")
    return (path, identifier) if identifier and _is_records(path) else (source, None)


def load_captures(
    source: str, *, stdin: bytes = b"", now: Callable[[], datetime] = utc_now
) -> Iterator[Capture | SetAside]:
    """
    Load what a source names: a file, a folder with all below it, a ZIP archive, ``-`` for bytes given as ``stdin``,
    or one record (``releases.jsonl.gz#identifier``).

    Files of a folder come in order of their paths, those of unknown suffixes are passed over, and one that cannot be
    read is set aside. Each is loaded when it is asked for.

    Raises:
        SourceError: there is no such file, nothing to read in the folder, or no record of that identifier.
    """
    path, identifier = split_selector(source)
    if source == STDIN:
        yield Capture(address=STDIN, content=stdin, captured=now())
    elif identifier is not None:
        yield _load_record(path, identifier, now())
    elif Path(source).is_dir():
        yield from _load_folder(Path(source), now)
    elif Path(source).suffix.lower() == ".zip":
        yield from _load_archive(Path(source), now)
    else:
        yield _load_file(Path(source), now(), address=source)


def _is_records(path: str) -> bool:
    return path.lower().removesuffix(".gz").endswith(RECORD_SUFFIXES)


def _load_file(path: Path, captured: datetime, *, address: str | None = None) -> Capture:
    """Load one file, unless it is too large to be a release; its address is the path as the caller wrote it."""
    try:
        size = path.stat().st_size
        largest = _LARGEST_COLLECTION if _is_records(path.name) else LARGEST_SOURCE
        if size > largest:
            raise too_large(got=f"{path}, {size / MEGABYTE:.1f} MB")
        return Capture(address=address or str(path), content=path.read_bytes(), captured=captured)
    except OSError as error:
        raise _unreadable(str(path), error) from error


def _unreadable(path: str, error: OSError) -> SourceError:
    if isinstance(error, FileNotFoundError):
        return SourceError(wanted=f"the file {path}", got="none there", remedy="is the path right?")
    return SourceError(wanted=f"the file {path}", got=(error.strerror or str(error)).lower(), remedy="may it be read?")


def _load_folder(folder: Path, now: Callable[[], datetime]) -> Iterator[Capture | SetAside]:
    paths = [path for path in sorted(folder.rglob("*")) if _is_wanted(path.relative_to(folder)) and path.is_file()]
    if not paths:
        raise SourceError(
            wanted=f"releases in {folder}", got="no file of a known kind", remedy=f"known are {' '.join(SUFFIXES)}"
        )
    for path in paths:
        try:
            yield _load_file(path, now())
        except SourceError as error:
            yield SetAside(source=str(path), reason=str(error))


def _is_wanted(path: Path) -> bool:
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not hidden and path.name.lower().removesuffix(".gz").endswith(SUFFIXES)


def _load_record(path: str, identifier: str, captured: datetime) -> Capture:
    """Load one record; the lines before it are read and forgotten."""
    try:
        with Path(path).open("rb") as file:
            packed = path.lower().endswith(".gz")
            parts = unpack_parts(file.read()) if packed else iter(lambda: file.read(MEGABYTE), b"")
            line = find_record(lines_of(parts), identifier)
    except OSError as error:
        raise _unreadable(path, error) from error
    return Capture(address=f"{path}#{identifier}", content=line, media_type="application/jsonl", captured=captured)


def _load_archive(path: Path, now: Callable[[], datetime]) -> Iterator[Capture | SetAside]:
    """Load the files of a ZIP archive; an archive inside it comes as it is, and parsing refuses it."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
            wanted = [info for info in members if _is_member(info.filename)]
            if not wanted or len(members) > _MOST_MEMBERS:
                raise SourceError(wanted=f"releases in {path}", got=f"{len(members)} files, none or too many to read")
            for info in wanted:
                yield _load_member(archive, info, f"{path}!/{info.filename}", now())
    except zipfile.BadZipFile as error:
        raise SourceError(wanted=f"a ZIP archive in {path}", got=str(error), remedy="fetch it again") from error
    except OSError as error:
        raise _unreadable(str(path), error) from error


def _is_member(name: str) -> bool:
    return _is_wanted(Path(name)) or (name.lower().endswith((".zip", ".tar", ".7z", ".rar")) and "__MACOSX" not in name)


def _load_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, address: str, captured: datetime
) -> Capture | SetAside:
    try:
        with archive.open(info) as member:
            content = member.read(LARGEST_SOURCE + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, gzip.BadGzipFile, EOFError) as error:
        return SetAside(source=address, reason=f"expected a readable file, got one that is damaged or locked: {error}")
    if len(content) > LARGEST_SOURCE:
        return SetAside(source=address, reason=str(too_large(got="a larger one")))
    return Capture(address=address, content=content, captured=captured)
