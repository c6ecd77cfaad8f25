"""
The words of the workspace and their translations: ``just messages`` gathers, keeps what is translated, compiles.

Django's own command wants GNU gettext on the machine; Babel, which the project has, does the same on any.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias, cast

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
WEB = ROOT / "src" / "communique" / "web"
LOCALES = WEB / "locale"
TRANSLATED = ("ru", "kk")
"""The languages of the interface beside English, in which it is written."""

Spec: TypeAlias = tuple[int | tuple[int, str], ...] | None
KEYWORDS: dict[str, Spec] = {
    "_": None,
    "later": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
"""Calls that mark words, each with which of its arguments they are; ``"c"`` stands beside the context's."""

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}")
HEADER = "Words of the workspace."


def extract_catalog(folder: Path = WEB) -> Catalog:
    """Gather every word for translation in a folder's modules and templates, each with where it stands."""
    catalog = Catalog(header_comment=f"# {HEADER}", project="communique", charset="utf-8", fuzzy=False)
    for path in sorted((*folder.rglob("*.py"), *folder.rglob("*.html"), *folder.rglob("*.txt"))):
        where = path.relative_to(folder).as_posix()
        for message, context in _messages(path):
            plural = tuple(message) if isinstance(message, tuple) else message
            catalog.add(plural, locations=[(where, 0)], context=context, flags=_flags(plural))
    return catalog


def _flags(message: str | tuple[str, ...]) -> list[str]:
    words = " ".join(message) if isinstance(message, tuple) else message
    return ["python-format"] if re.search(r"%\(\w+\)[sd]", words) else []


def _messages(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # Tags become calls, all else becomes noise; indentation means nothing there.
        source = "\n".join(line.strip() for line in templatize(source, origin=str(path)).splitlines())
    for _line, function, found, _comments in extract_python(io.BytesIO(source.encode()), KEYWORDS, (), {}):
        # The library's types leave out the call of one argument, and that of a name instead of words.
        words = cast("str | Sequence[str | None] | None", found) or ()
        yield from _one(KEYWORDS[str(function or "gettext")], (words,) if isinstance(words, str) else words)


def _one(spec: Spec, words: Sequence[str | None]) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    context = next((words[part[0] - 1] for part in spec or () if isinstance(part, tuple)), None)
    numbers = tuple(part for part in spec or (1,) if isinstance(part, int))
    message = tuple(words[number - 1] for number in numbers if number <= len(words))
    if message and all(message):
        told = tuple(map(str, message))
        yield (told[0] if len(told) == 1 else told), context


def po_path(locale: str) -> Path:
    """Give the file of a language's translations."""
    return LOCALES / locale / "LC_MESSAGES" / "django.po"


def load_catalog(locale: str) -> Catalog:
    """Load a language's translations; an empty catalogue where there are none yet."""
    path = po_path(locale)
    if not path.exists():
        return Catalog(locale=locale, header_comment=f"# {HEADER}", project="communique", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def compiled(catalog: Catalog) -> bytes:
    """Give the translations as the program loads them."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def renew(locale: str) -> Catalog:
    """Bring a language's file up to date with the words gathered; what is translated stays, what is gone goes."""
    catalog = load_catalog(locale)
    gathered = extract_catalog()
    gathered.creation_date = catalog.creation_date  # so that gathering the same again changes nothing
    catalog.update(gathered, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    path = po_path(locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=0, sort_output=True, omit_header=False, include_lineno=False)
    path.with_suffix(".mo").write_bytes(compiled(catalog))
    return catalog


def untranslated(catalog: Catalog) -> tuple[str, ...]:
    """Give the words without a translation, or with one of their plural forms missing."""
    missing = (
        message.id
        for message in catalog
        if message.id and not (all(message.string) if isinstance(message.string, tuple | list) else message.string)
    )
    return tuple(one[0] if isinstance(one, tuple | list) else one for one in missing)


def main() -> int:
    """Renew all languages and say what is missing."""
    for locale in TRANSLATED:
        missing = untranslated(renew(locale))
        print(f"{locale}: {len(missing)} to translate")
        for words in missing:
            print(f"  {words}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
