"""Plain text and Markdown: a title, perhaps a line of date or place, then the text; or front matter that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from communique.errors import SourceError
from communique.model import Capture, Release
from communique.sources.charset import decode
from communique.sources.dates import parse_date_line, parse_machine_date
from communique.sources.drafting import Draft, Hints, finish
from communique.sources.front_matter import FrontMatter, split_front_matter
from communique.sources.markdown import paragraphs_of_markdown
from communique.sources.prose import tidy_lines
from communique.text.normalise import normalise_line

_LONGEST_TITLE = 250
_SENTENCE_END = re.compile(r"[.!?…;:,][\"'»”)]*$")
_HEAD_LINES = 4
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


def parse_text(capture: Capture, hints: Hints) -> Release:
    """Read a plain text: its first line is the title unless it is a sentence of the text itself."""
    decoded = decode(capture.content, capture.charset)
    paragraphs = paragraphs_of(decoded.text)
    draft = draft_of_paragraphs(paragraphs)
    return finish(replace(draft, notes=(*decoded.notes, *draft.notes), digest=capture.digest), capture, hints)


def parse_markdown(capture: Capture, hints: Hints) -> Release:
    """Read Markdown, with or without front matter; what the front matter says goes before what the text shows."""
    decoded = decode(capture.content, capture.charset)
    front, body = split_front_matter(decoded.text)
    draft = draft_of_paragraphs(paragraphs_of_markdown(body), title=front.word("title"))
    stated = _stated(front, draft)
    return finish(replace(stated, notes=(*decoded.notes, *stated.notes), digest=capture.digest), capture, hints)


def paragraphs_of(text: str) -> tuple[str, ...]:
    r"""
    Give the paragraphs of a text: where blank lines part them, lines between are put together again.

    >>> paragraphs_of("Talks\n\nThe sides\nmet.\n")
    ('Talks', 'The sides met.')
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\ufeff", "")
    pieces = _PARAGRAPH.split(unified) if _is_wrapped(unified) else unified.split("\n")
    return tuple(line for piece in pieces if (line := normalise_line(piece)))


def _is_wrapped(text: str) -> bool:
    """Lines are wrapped where blank lines part paragraphs and most lines inside them stop short of a sentence's end."""
    inner = [line for piece in _PARAGRAPH.split(text) for line in piece.strip().split("\n")[:-1]]
    broken = sum(_SENTENCE_END.search(line.rstrip()) is None for line in inner)
    return _PARAGRAPH.search(text.strip()) is not None and broken * 2 > len(inner)


def draft_of_paragraphs(paragraphs: Sequence[str], *, title: str | None = None) -> Draft:
    """
    Take title and date from the head of a text, and the rest as its lines.

    Raises:
        SourceError: there is no paragraph.
    """
    if not paragraphs:
        raise SourceError(wanted="a text", got="white space only", remedy="was the file saved before it had content?")
    head = title if title is not None else _title(paragraphs)
    rest = paragraphs[1:] if title is None and head else paragraphs
    lines, notes = tidy_lines(rest, head)
    issued, at = _date_line(lines)
    text = lines if at is None else (*lines[:at], *lines[at + 1 :])
    unsaid = () if issued else ("no date of issue was found",)
    return Draft(title=head, text="\n".join(text), issued=issued, notes=(*notes, *unsaid))


def _title(paragraphs: Sequence[str]) -> str:
    first = paragraphs[0]
    is_title = len(paragraphs) > 1 and len(first) <= _LONGEST_TITLE and _SENTENCE_END.search(first) is None
    return first if is_title and parse_date_line(first) is None else ""


def _date_line(lines: Sequence[str]) -> tuple[datetime | None, int | None]:
    """A date that stands alone on one of the first lines is the date of issue."""
    for at, line in enumerate(lines[:_HEAD_LINES]):
        if (issued := parse_date_line(line)) is not None:
            return issued, at
    return None, None


def _stated(front: FrontMatter, draft: Draft) -> Draft:
    date = front.word("issued", "date", "published")
    issued = (parse_machine_date(date) or parse_date_line(date)) if date else None
    unread = (f"the date in the front matter was not read: {date}",) if date and issued is None else ()
    settled = () if issued is None else ("no date of issue was found",)
    return replace(
        draft,
        address=front.word("url", "address", "source", "link"),
        issuer=front.word("issuer"),
        language=front.word("language", "lang"),
        issued=issued or draft.issued,
        place=front.word("place", "location"),
        licence=front.word("licence", "license"),
        identifier=front.word("id", "identifier"),
        tags=front.words("tags"),
        notes=(*(note for note in draft.notes if note not in settled), *unread),
    )
