"""Records of edited texts in; one line each on what was changed out."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from communique.adapters.files import STDIN, load_captures
from communique.collation.edits.comparing import compare_versions
from communique.errors import CommuniqueError, SourceError
from communique.model import Change, Edit, EditClass, Release
from communique.sources import SetAside
from communique.sources.packing import GZIP_MARK, lines_of, unpack_parts
from communique.wiring.set_aside import told_once

_WANTED = "a record with “before” and “after”, or “title_before” and “title_after”"
_NO_WORDS = "(no words)"
"""What a title begins with where a version was emptied: a release without any words is none."""

_MARK = b"\xef\xbb\xbf"
_CYRILLIC, _LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[a-zA-Z]")


def export_edits(sources: Iterable[str]) -> Iterator[str | SetAside]:
    """
    Yield one line of JSON, or one record set aside, for each record of the sources, in order.

    A line has the id, the class of the edit, its kinds and the changed words. A source is a file of JSON Lines, plain
    or gzip, or ``-`` for standard input; its records hold two versions of a text (``before``, ``after``) or of its
    title (``title_before``, ``title_after``). An empty text is a version without words; one whose key is missing or
    null, or that has ``text_omitted``, was left out, and a record without any two versions has the class ``none``.
    A file that holds no such record at all is set aside as a whole.
    """
    for source in sources:
        try:
            for line in told_once(_lines(source), source, "edit"):
                yield line if isinstance(line, SetAside) else _dumped(line)
        except CommuniqueError as error:
            yield SetAside(source=source, reason=str(error))


def _lines(source: str) -> Iterator[dict[str, object] | SetAside]:
    for captured in load_captures(source, stdin=sys.stdin.buffer.read() if source == STDIN else b""):
        if isinstance(captured, SetAside):
            yield captured
            continue
        packed = captured.content.startswith(GZIP_MARK)
        parts = unpack_parts(captured.content) if packed else iter((captured.content,))
        for number, line in enumerate(lines_of(parts), start=1):
            record = line.removeprefix(_MARK) if number == 1 else line
            if record.strip():
                yield _told_or_aside(record, f"{captured.address}, line {number}")


def _told_or_aside(line: bytes, place: str) -> dict[str, object] | SetAside:
    try:
        return _told(_record(line), place)
    except CommuniqueError as error:
        return SetAside(source=place, reason=str(error))


def _told(record: dict[str, Any], place: str) -> dict[str, object]:
    texts = None if "text_omitted" in record else _pair(record, "before", "after")
    titles = _pair(record, "title_before", "title_after")
    if texts is None and titles is None:
        return {"id": record.get("id"), "class": EditClass.NONE, "kinds": []}
    versions = zip(_stood_for(titles, texts or ("", "")), texts or ("", ""), strict=True)
    language = _language(record, *(texts or ()), *(titles or ()))
    before, after = (
        Release(
            address=str(record.get("url") or record.get("path") or place),
            issuer=str(record.get("issuer") or ""),
            language=language,
            title=title,
            text=text,
        )
        for title, text in versions
    )
    edit = compare_versions(before, after)
    changes = [_change(edit, change) for change in edit.changes]
    return {"id": record.get("id"), "class": edit.grade, "kinds": list(edit.kinds), "changes": changes}


def _stood_for(titles: tuple[str, str] | None, texts: tuple[str, str]) -> tuple[str, str]:
    """Give the titles; where a version has no words at all, both with a sign that stays the same."""
    given = titles or ("", "")
    bare = any(not title.strip() and not text.strip() for title, text in zip(given, texts, strict=True))
    return (f"{_NO_WORDS} {given[0]}", f"{_NO_WORDS} {given[1]}") if bare else given


def _dumped(record: dict[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False)


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(wanted="a JSON object", got=f"broken JSON: {error}") from error
    if not isinstance(record, dict):
        raise SourceError(wanted="a JSON object", got=f"a JSON {type(record).__name__}")
    pairs = {"before", "after"} & record.keys() or {"title_before", "title_after"} & record.keys()
    if not pairs and "text_omitted" not in record:
        keys = ", ".join(record) or "(none)"
        raise SourceError(wanted=_WANTED, got=f"the keys {keys}", remedy="is it a file of edits?")
    return record


def _pair(record: dict[str, Any], *keys: str) -> tuple[str, str] | None:
    """Give two versions of one part of a record; None where one of them was left out."""
    before, after = (_words(record, key) for key in keys)
    return None if before is None or after is None else (before, after)


def _language(record: dict[str, Any], *words: str) -> str:
    """Give the language of a record; one that names none is told by its script, words in Cyrillic by a detector."""
    named = record.get("language")
    written = "\n".join(words)
    if named or len(_CYRILLIC.findall(written)) <= len(_LATIN.findall(written)):
        return str(named or "und")
    from communique.languages.detection import detect_language  # noqa: PLC0415 - its models load when they are needed

    return detect_language(written) or "und"


def _words(record: dict[str, Any], key: str) -> str | None:
    words = record.get(key)
    if words is not None and not isinstance(words, str):
        raise SourceError(wanted=f"text in “{key}”", got=f"a JSON {type(words).__name__}")
    return words


def _change(edit: Edit, change: Change) -> dict[str, object]:
    return {
        "kinds": list(change.kinds),
        "told": change.told,
        "before": edit.before.words(change.before) if change.before else None,
        "after": edit.after.words(change.after) if change.after else None,
        "moved": change.moved,
    }
