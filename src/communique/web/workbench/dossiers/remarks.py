"""Remarks at the head of a dossier's text: the comments above its first table."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def find_remarks(text: str) -> str:
    r"""
    Give the remarks at the head of a text, without their marks.

    >>> find_remarks('# One.\n#\n# Two.\n\n[dossier]\ntitle = "-"\n')
    'One.\n\nTwo.'
    """
    lines, _ = _parted(text)
    return "\n".join(line.removeprefix("#").removeprefix(" ") for line in lines).strip("\n")


def with_remarks(text: str, remarks: str) -> str:
    r"""
    Give the text with other remarks at its head.

    >>> with_remarks('# Old.\n\n[dossier]\ntitle = "-"\n', "New\nones.")
    '# New\n# ones.\n\n[dossier]\ntitle = "-"\n'
    """
    _, rest = _parted(text)
    signs = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in remarks)
    head = "".join(f"# {line}".rstrip() + "\n" for line in signs.strip("\n").split("\n")) if signs.strip() else ""
    return f"{head}\n{rest}" if head else rest


def _parted(text: str) -> tuple[list[str], str]:
    """Part the comments and blank lines at the head from the rest."""
    lines = _LINE.findall(text)
    number = next((n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), len(lines))
    head = [line.strip() for line in lines[:number]]
    while head and not head[-1]:
        head.pop()
    return [line if line.startswith("#") else "" for line in head], "".join(lines[number:])
