"""Front matter of Markdown: TOML between `+++`, or a small strict part of YAML between `---`."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile

from communique.errors import SourceError

_FENCE = re.compile(
    r"\A\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<front>.*?)^(?P=fence)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_PAIR = re.compile(r"([A-Za-z_][\w-]*):(?:[ \t]+(.*?))?[ \t]*")
_DASH = re.compile(r"[ \t]*-[ \t]+(.*?)[ \t]*")
_COMMENT = re.compile(r"(?:^|\s)#[^\"']*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The pairs of a front matter, each key in lower case with one word or several."""

    pairs: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def words(self, *keys: str) -> tuple[str, ...]:
        """Give the words of the first of the keys that is there."""
        found = (words for wanted in keys for key, words in self.pairs if key == wanted)
        return next(found, ())

    def word(self, *keys: str) -> str | None:
        """Give the first word of the first of the keys that is there, None for an empty one."""
        return next((word for word in self.words(*keys) if word), None)


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    r"""
    Part a text from its front matter; a text without one gives an empty one.

    >>> front, body = split_front_matter("---\ntitle: 'Talks in Tarsk'\ntags: [talks, trade]\n---\nThe sides met.\n")
    >>> front.word("title"), front.words("tags"), body
    ('Talks in Tarsk', ('talks', 'trade'), 'The sides met.\n')

    Raises:
        SourceError: the front matter is neither TOML nor the part of YAML that is read.
    """
    unified = text.replace("\r\n", "\n").removeprefix("\ufeff")
    found = _FENCE.match(unified)
    if found is None:
        return FrontMatter(), unified
    pairs = _toml(found["front"]) if found["fence"] == "+++" else _yaml(found["front"])
    return FrontMatter(pairs=tuple(pairs)), unified[found.end() :]


def _toml(front: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    try:
        table = tomllib.loads(front)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(wanted="TOML between the lines of +++", got=str(error)) from error
    for key, value in table.items():
        yield key.lower(), tuple(_plain(item) for item in (value if isinstance(value, list) else [value]))


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _yaml(front: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Pairs of a key and one value, a list in brackets, or a list of dashes; anything else is refused."""
    lines = [line for line in front.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    while lines:
        line, *lines = lines
        pair = _PAIR.fullmatch(line)
        if pair is None:
            raise SourceError(
                wanted="front matter of lines `key: value`", got=f"“{line.strip()[:60]}”", remedy="or write it as TOML"
            )
        dashed = list(takewhile(lambda word: word is not None, map(_DASH.fullmatch, lines))) if not pair[2] else []
        lines = lines[len(dashed) :]
        items = tuple(_unquoted(item[1]) for item in dashed if item)
        yield pair[1].lower(), items or tuple(_values(pair[2] or ""))


def _values(value: str) -> Iterator[str]:
    if value.startswith("[") and value.endswith("]"):
        yield from (_unquoted(item.strip()) for item in value[1:-1].split(",") if item.strip())
    else:
        yield _unquoted(value)


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            return str(json.loads(value))
        except ValueError:
            return value[1:-1]
    return _COMMENT.sub("", value).strip()
