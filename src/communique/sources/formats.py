"""What kind of source some bytes are: by their first bytes and their structure; what the sender declared is a hint."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from communique.errors import SourceError
from communique.sources.packing import GZIP_MARK

if TYPE_CHECKING:
    from communique.model import Capture


class SourceFormat(StrEnum):
    """The kinds of source that are read."""

    HTML = "html"
    TEXT = "text"
    MARKDOWN = "markdown"
    RECORDS = "json lines"
    PDF = "pdf"
    DOCX = "docx"
    FEED = "feed"


_UNPACK_FIRST = "unpack it and give the files inside"
_SAVE_AS = "save it as .docx, .pdf, .html or .txt"
_WANTED = "a page, a text, JSON Lines, a PDF, a DOCX or a feed"
_REFUSED: tuple[tuple[bytes, int, str, str], ...] = (
    (GZIP_MARK, 0, "a gzip file inside a gzip file", _UNPACK_FIRST),
    (b"BZh", 0, "a bzip2 archive", _UNPACK_FIRST),
    (b"\xfd7zXZ\x00", 0, "an xz archive", _UNPACK_FIRST),
    (b"\x28\xb5\x2f\xfd", 0, "a Zstandard archive", _UNPACK_FIRST),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7-Zip archive", _UNPACK_FIRST),
    (b"Rar!\x1a\x07", 0, "a RAR archive", _UNPACK_FIRST),
    (b"ustar", 257, "a tar archive", _UNPACK_FIRST),
    (b"WARC/", 0, "a web archive (WARC)", "give its pages one by one"),
    (b"\xd0\xcf\x11\xe0", 0, "an old Office file (.doc, .xls, .ppt)", _SAVE_AS),
    (b"{\\rtf", 0, "an RTF file", _SAVE_AS),
    (b"\x89PNG", 0, "an image (PNG)", "a scan must be read by a text recogniser first"),
    (b"\xff\xd8\xff", 0, "an image (JPEG)", "a scan must be read by a text recogniser first"),
    (b"GIF8", 0, "an image (GIF)", "a scan must be read by a text recogniser first"),
    (b"ftyp", 4, "a video or an image", ""),
    (b"\x1aE\xdf\xa3", 0, "a video (Matroska)", ""),
    (b"OggS", 0, "a sound or video file (Ogg)", ""),
    (b"ID3", 0, "a sound file (MP3)", ""),
    (b"RIFF", 0, "a sound, image or video file (RIFF)", ""),
    (b"\x7fELF", 0, "a program", ""),
    (b"MZ\x90", 0, "a program", ""),
    (b"SQLite format 3", 0, "a database", "export its releases as JSON Lines"),
)
ZIP_MARK = b"PK\x03\x04"
_PDF_HEAD = 1024
_HEAD = 4096
_MOST_CONTROL = 0.02
_CONTROL = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}) + b"\x7f"
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_TAGS = re.compile(
    rb"<(?:p|div|h[1-6]|a|br|span|ul|ol|table|article|section|meta|title)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_FEWEST_TAGS = 3
_RECORD_NAMES = tuple(f"{ending}{packed}" for ending in (".jsonl", ".ndjson", ".json") for packed in ("", ".gz"))
"""Endings that promise records: lines that are none are then broken records and no prose."""
_FRONT_MATTER = re.compile(rb"(?:---|\+\+\+)[ \t]*\r?\n")


def detect_format(capture: Capture) -> SourceFormat:
    """
    Tell what kind of source a capture is.

    Raises:
        SourceError: it is empty, or of a kind that is not read; the message says which.
    """
    content = capture.content
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head:
        raise SourceError(wanted="a text", got="an empty source", remedy="was the page saved before it had loaded?")
    if content.startswith(ZIP_MARK):
        return _inside_zip(content)
    _refuse(content)
    if b"%PDF-" in content[:_PDF_HEAD]:
        return SourceFormat.PDF
    _refuse_binary(content)
    return _by_structure(content.replace(b"\0", b"")[:_HEAD] if b"\0" in head else head, content, capture)


def _inside_zip(content: bytes) -> SourceFormat:
    if b"word/" in content or b"[Content_Types].xml" in content[:_HEAD]:
        return SourceFormat.DOCX
    raise SourceError(wanted=_WANTED, got="a ZIP archive where a release should be", remedy=_UNPACK_FIRST)


def _refuse(content: bytes) -> None:
    for mark, offset, kind, remedy in _REFUSED:
        if content.startswith(mark, offset):
            raise SourceError(wanted=_WANTED, got=kind, remedy=remedy)


def _refuse_binary(content: bytes) -> None:
    head = content[:_HEAD]
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or _is_wide(head)
    control = len(head) - len(head.translate(None, _CONTROL))
    if not wide and control > len(head) * _MOST_CONTROL:
        raise SourceError(wanted=_WANTED, got="a binary file of an unknown kind", remedy=_SAVE_AS)


def _is_wide(head: bytes) -> bool:
    """UTF-16 without a byte-order mark: ordinary text has a zero in every other byte and in no other."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    return min(even, odd) == 0 and max(even, odd) > len(head) * 0.1


def _by_structure(head: bytes, content: bytes, capture: Capture) -> SourceFormat:
    if head[:1] in {b"{", b"["} and _is_json(head, content):
        return SourceFormat.RECORDS
    if head.startswith(b"<"):
        return _by_markup(head)
    if _FRONT_MATTER.match(head) or _declares(capture, "markdown", (".md", ".markdown")):
        return SourceFormat.MARKDOWN
    if _PAGE.search(head) or len(_TAGS.findall(head)) >= _FEWEST_TAGS:
        return SourceFormat.HTML
    return SourceFormat.RECORDS if _declares(capture, "jsonl", _RECORD_NAMES) else SourceFormat.TEXT


def _by_markup(head: bytes) -> SourceFormat:
    if _FEED.search(head) and not _PAGE.search(head):
        return SourceFormat.FEED
    if _PAGE.search(head) or _TAGS.search(head) or not head.startswith(b"<?xml"):
        return SourceFormat.HTML
    raise SourceError(wanted=_WANTED, got="XML that is neither a page nor a feed", remedy=_SAVE_AS)


def _is_json(head: bytes, content: bytes) -> bool:
    """One object on the first line makes JSON Lines; a whole document may be one record or a list of them."""
    first = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    first = first[: first.find(b"\n") if b"\n" in first else None]
    try:
        return isinstance(json.loads(first), dict | list)
    except (ValueError, RecursionError):
        return re.match(rb'[{\[]\s*(?:[{]\s*)?"[\w-]+"\s*:', head) is not None


def _declares(capture: Capture, media_type: str, suffixes: tuple[str, ...]) -> bool:
    path = capture.address.partition("#")[0].partition("?")[0].lower()
    return media_type in (capture.media_type or "") or path.endswith(suffixes)
