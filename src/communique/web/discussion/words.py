"""A reader's words: what is left out as they come in, and how they become safe HTML going out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

_KEPT = frozenset("\n\t\u200c\u200d\u200e\u200f\u061c")
"""Invisible characters that writing needs: line ends, joiners (Persian, emoji), marks of direction."""

_LEFT_OUT = frozenset({"Cc", "Cf", "Cs", "Co"})
_LINE_ENDS = frozenset({"Zl", "Zp"})
_MOST_MARKS = 6
_NOT_CHARACTERS = 0xFFFE
_LONGEST_SHOWN = 80

_PILED = re.compile(r"(\u0300|[\u0301-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]){7,}")
_ADDRESS = re.compile(r"https?://[^\s<>\"'“”«»]+", re.IGNORECASE)
_TRAILING = ".,;:!?…)]}*_"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def clean_words(text: str) -> str:
    r"""
    Leave out what nobody typed to be read: control characters, bidirectional overrides, zero-width spaces.

    Letters are composed (NFC), line ends made alike, more than one empty line made one, and marks piled on one letter
    cut to six. Joiners and marks of direction stay: some scripts need them.

    >>> clean_words("So\u202e they say\u200b\x00.\r\n\r\n\r\n\r\nNo. ")
    'So they say.\n\nNo.'
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = "".join(_seen(text))
    text = _PILED.sub(lambda found: found.group()[:_MOST_MARKS], text)
    text = re.sub(r"[^\S\n]+\n", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def clean_line(text: str) -> str:
    r"""
    Do the same for what stands on one line, a name; space of any kind becomes one.

    >>> clean_line(" Ada\r\nBcc: all\tof you ")
    'Ada Bcc: all of you'
    """
    return " ".join(clean_words(text).split())


def says_something(text: str) -> bool:
    """Tell whether there is a letter or figure in it, not signs and joiners alone."""
    return any(character.isalnum() for character in text)


def render_words(text: str) -> SafeString:
    r"""
    Render words as paragraphs; ``http(s)`` addresses become links that vouch for nothing. Everything else is text.

    >>> render_words("<b>See</b> https://velmark.example/a.\n\nEnd")
    '<p>&lt;b&gt;See&lt;/b&gt; <a href="https://velmark.example/a" rel="nofollow ugc noopener">https://velmark.example/a</a>.</p><p>End</p>'
    """
    paragraphs = [part for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]
    return format_html_join("", "<p>{}</p>", ((_lines(part),) for part in paragraphs))


def _seen(text: str) -> Iterator[str]:
    for character in text:
        category = unicodedata.category(character)
        if category in _LINE_ENDS:
            yield "\n"
        elif character in _KEPT or not (category in _LEFT_OUT or _is_no_character(character)):
            yield character


def _is_no_character(character: str) -> bool:
    return ord(character) & _NOT_CHARACTERS == _NOT_CHARACTERS


def _lines(paragraph: str) -> SafeString:
    lines = ((_linked(line),) for line in paragraph.split("\n"))
    return format_html_join(mark_safe("<br>"), "{}", lines)  # nosec B308 - no word of others in it


def _linked(line: str) -> SafeString:
    """Give a line with its addresses as links."""
    parts: list[tuple[str]] = []
    end = 0
    for found in _ADDRESS.finditer(line):
        address = _trimmed(found.group())
        if not _has_host(address):
            continue
        parts.append((line[end : found.start()],))
        parts.append((_link(address),))
        end = found.start() + len(address)
    return format_html_join("", "{}", (*parts, (line[end:],)))


def _link(address: str) -> SafeString:
    shown = address if len(address) <= _LONGEST_SHOWN else f"{address[: _LONGEST_SHOWN - 1]}…"
    return format_html('<a href="{}" rel="nofollow ugc noopener">{}</a>', address, shown)


def _trimmed(address: str) -> str:
    """Take off what belongs to the sentence around: full stops, a closing bracket that was not opened within."""
    while address and address[-1] in _TRAILING:
        opener = _PAIRS.get(address[-1])
        if opener and address.count(opener) >= address.count(address[-1]):
            break
        address = address[:-1]
    return address


def _has_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False
