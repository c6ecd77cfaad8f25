"""Bytes to characters by evidence: byte-order mark, valid UTF-8, what was declared if it fits, then statistics."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from communique.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
# What browsers read under these names, by the Encoding Standard of the WHATWG.
_READ_AS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
_SAMPLE = 200_000
_MOST_REPLACED = 0.005
_MOJIBAKE = re.compile(
    "â€[™œ\u009d“”¦]|Ã[\u0080-\u00bf©¨¼¶¤Ÿ]|Ð[\u0080-\u00bf°±²³´µ¸¹º»¼½¾¿]|Ñ[\u0080-\u008f€‚ƒ„…†‡ˆ‰Š‹Œ]|Â[\u00a0«»]"
)
_SURE = 3
_WESTERN_SHARE = 0.2  # of accented letters and typographic marks among the bytes of a western text
_TRIED = ("cp1252", "cp1251", "koi8_r", "cp866", "cp1250", "cp1253", "cp1254", "gb18030", "big5")
_ACCENTED = re.compile("[À-ÿ]")
_LETTER = re.compile(r"[^\W\d_]")
_MOST_ACCENTED = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The characters of some bytes, the name of the encoding that gave them, and what was odd about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """
    Decode bytes by evidence.

    >>> decode("La réunion s’est tenue à Tarsk.".encode("cp1252"), "utf-8").text
    'La réunion s’est tenue à Tarsk.'

    Raises:
        SourceError: more than one character in two hundred stays unreadable whatever the encoding.
    """
    decoded = (
        _by_mark(content) or _by_zeros(content) or _by_utf8(content, declared) or _by_declaration(content, declared)
    )
    decoded = decoded or _by_statistics(content, declared)
    return _mended(decoded)


def _by_mark(content: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _replacing(content, encoding)
    return None


def _by_zeros(content: bytes) -> Decoded | None:
    """UTF-16 without a mark has a zero in every other byte of ordinary text."""
    head = content[:_HEAD]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = head[start::2]
        if half and half.count(0) > len(half) * 0.2 and head[1 - start :: 2].count(0) == 0:
            return _replacing(content, encoding)
    return None


def _by_utf8(content: bytes, declared: str | None) -> Decoded | None:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    label = _known(declared) or _known(_label_inside(content))
    odd = label not in {None, "utf-8", "ascii", "iso8859-1", "cp1252"} and not text.isascii()
    return Decoded(text=text, encoding="utf-8", notes=(f"declared as {label}, but is UTF-8",) if odd else ())


def _by_declaration(content: bytes, declared: str | None) -> Decoded | None:
    for label in (declared, _label_inside(content)):
        name = _known(label)
        if name is None or name == "utf-8":
            continue
        try:
            text = content.decode(_READ_AS.get((label or "").lower(), _READ_AS.get(name, name)))
        except UnicodeDecodeError:
            continue
        if not _is_accented_soup(text):
            return Decoded(text=text, encoding=name)
    return None


def _by_statistics(content: bytes, declared: str | None) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - loaded only when an encoding must be found out

    almost = _replacing(content, "utf-8")
    if _known(declared or _label_inside(content)) == "utf-8" and _replaced_share(almost.text) <= _MOST_REPLACED:
        return _noted(almost)
    western = sum(byte > 0x7F for byte in content[:_SAMPLE]) < len(content[:_SAMPLE]) * _WESTERN_SHARE  # noqa: PLR2004 - ASCII ends there
    best = None if western else from_bytes(content[:_SAMPLE], cp_isolation=list(_TRIED)).best()
    decoded = _replacing(content, best.encoding if best else "cp1252")
    if _replaced_share(decoded.text) > _MOST_REPLACED:
        raise SourceError(
            wanted="text in a known encoding",
            got=f"bytes of which {_replaced_share(decoded.text):.0%} fit none that was tried",
            remedy="save the source again as UTF-8",
        )
    note = f"the encoding was found out from the bytes: {decoded.encoding}"
    return Decoded(text=decoded.text, encoding=decoded.encoding, notes=(*_noted(decoded).notes, note))


def _noted(decoded: Decoded) -> Decoded:
    lost = decoded.text.count("\ufffd")
    note = f"{lost} characters could not be decoded and stand as \ufffd"
    return Decoded(text=decoded.text, encoding=decoded.encoding, notes=(note,) if lost else ())


def _mended(decoded: Decoded) -> Decoded:
    """
    Undo a second encoding ("â€™" for an apostrophe) where the whole text proves it; else only note it.

    Certain is: every character fits the eight-bit set that the text was wrongly read in, and the bytes so found are
    valid UTF-8.
    """
    odd = count_mojibake(decoded.text)
    if odd == 0:
        return decoded
    twice = _read_twice(decoded.text)
    if twice is not None and odd >= _SURE:
        note = f"had been decoded wrongly once before ({odd} traces); repaired"
        return Decoded(text=twice, encoding=decoded.encoding, notes=(*decoded.notes, note))
    note = f"{odd} traces of a wrong decoding before capture (as â€™ for an apostrophe); left as they are"
    return Decoded(text=decoded.text, encoding=decoded.encoding, notes=(*decoded.notes, note))


def count_mojibake(text: str) -> int:
    """Count the places where UTF-8 was once read in an eight-bit set ("â€™" for an apostrophe)."""
    return len(_MOJIBAKE.findall(text))


def _read_twice(text: str) -> str | None:
    try:
        return b"".join(_eight_bits(character) for character in text).decode("utf-8")
    except UnicodeError:
        return None


def _eight_bits(character: str) -> bytes:
    """The byte a character came from: Windows-1252, and where that has a hole, Latin-1, as browsers do."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _label_inside(content: bytes) -> str | None:
    found = _DECLARED.search(content[:_HEAD])
    return found[1].decode("ascii") if found else None


def _known(label: str | None) -> str | None:
    try:
        return codecs.lookup(label.strip("\"' ")).name if label else None
    except LookupError:
        return None


def _is_accented_soup(text: str) -> bool:
    """Tell Cyrillic bytes read as Latin-1 ("Ïðåçèäåíò"): most letters are accented, as in no language."""
    letters = len(_LETTER.findall(text[:_SAMPLE]))
    return letters > 0 and len(_ACCENTED.findall(text[:_SAMPLE])) > letters * _MOST_ACCENTED


def _replacing(content: bytes, encoding: str) -> Decoded:
    return Decoded(text=content.decode(encoding, errors="replace"), encoding=encoding)


def _replaced_share(text: str) -> float:
    return text.count("\ufffd") / max(1, len(text))
