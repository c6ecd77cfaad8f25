"""Records of edited texts in; one line each on what was changed out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from communique.adapters.files import load_captures
from communique.collation.edits.comparing import compare_versions
from communique.errors import SourceError
from communique.model import Change, Edit, EditClass, Release
from communique.sources import SetAside
from communique.sources.packing import GZIP_MARK, lines_of, unpack_parts

_KEYS = ("before", "after", "title_before", "title_after")
_WANTED = "a record with “before” and “after”, or “title_before” and “title_after”"


def export_edits(sources: Iterable[str]) -> Iterator[str]:
    """
    Yield one line of JSON for each record of the sources, in order: id, class of the edit, kinds, changed words.

    A source is a file of JSON Lines, plain or gzip, whose records hold two versions of a text (``before``, ``after``)
    or of its title (``title_before``, ``title_after``). A record whose texts were left out has the class ``none``.

    Raises:
        SourceError: no such file, a line that is no JSON object, or a record without the keys.
    """
    for source in sources:
        for captured in load_captures(source):
            if isinstance(captured, SetAside):
                raise SourceError(wanted=f"readable records in {captured.source}", got=captured.reason)
            packed = captured.content.startswith(GZIP_MARK)
            parts = unpack_parts(captured.content) if packed else iter((captured.content,))
            for number, line in enumerate(lines_of(parts), start=1):
                if line.strip():
                    yield _render(line, f"{captured.address}, line {number}")


def _render(line: bytes, place: str) -> str:
    record = _record(line, place)
    versions = _release(record, "before", place), _release(record, "after", place)
    if versions[0] is None or versions[1] is None:
        return _dumped({"id": record.get("id"), "class": EditClass.NONE, "kinds": []})
    edit = compare_versions(versions[0], versions[1])
    changes = [_change(edit, change) for change in edit.changes]
    return _dumped({"id": record.get("id"), "class": edit.grade, "kinds": list(edit.kinds), "changes": changes})


def _dumped(record: dict[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False)


def _record(line: bytes, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(wanted=f"a JSON object at {place}", got=f"broken JSON: {error}") from error
    if not isinstance(record, dict):
        raise SourceError(wanted=f"a JSON object at {place}", got=f"a JSON {type(record).__name__}")
    pairs = {"before", "after"} <= record.keys() or {"title_before", "title_after"} <= record.keys()
    if not pairs and "text_omitted" not in record:
        keys = ", ".join(record) or "(none)"
        raise SourceError(wanted=f"{_WANTED} at {place}", got=f"the keys {keys}", remedy="is it a file of edits?")
    return record


def _release(record: dict[str, Any], version: str, place: str) -> Release | None:
    """Give one version of a record; None where its text and title were left out."""
    title, text = (_words(record, key, place) for key in (f"title_{version}", version))
    other = _KEYS[1] if version == _KEYS[0] else _KEYS[0]
    if not (title.strip() or text.strip()):
        return None
    if not _words(record, other, place).strip():
        text = "" if title.strip() else text
    return Release(
        address=str(record.get("url") or record.get("path") or place),
        issuer=str(record.get("issuer") or ""),
        language=str(record.get("language") or "und"),
        title=title,
        text=text,
    )


def _words(record: dict[str, Any], key: str, place: str) -> str:
    words = record.get(key)
    if words is None:
        return ""
    if not isinstance(words, str):
        raise SourceError(wanted=f"text in “{key}” at {place}", got=f"a JSON {type(words).__name__}")
    return words


def _change(edit: Edit, change: Change) -> dict[str, object]:
    return {
        "kinds": list(change.kinds),
        "told": change.told,
        "before": edit.before.words(change.before) if change.before else None,
        "after": edit.after.words(change.after) if change.after else None,
        "moved": change.moved,
    }
