"""The name of a dossier within an address: one step of the path, whatever the name holds."""

from __future__ import annotations

import re

from communique.db.dossiers import LONGEST_NAME

RESERVED = frozenset({"new", "import", "removed"})
"""Steps of the path that are pages of ours."""

_MARK = "~"
_UNSAFE = re.compile(r"[~/\\]")
_ESCAPED = re.compile(r"~([0-9A-F]{2})")


class DossierName:
    r"""
    A step of the path that names a dossier: slashes, dots at the beginning and names of ours are written otherwise.

    >>> DossierName().to_url("talks/2021"), DossierName().to_python("talks~2F2021")
    ('talks~2F2021', 'talks/2021')
    >>> DossierName().to_url("new"), DossierName().to_url(".."), DossierName().to_url("~")
    ('~6Eew', '~2E.', '~7E')
    """

    regex = "[^/]+"

    def to_python(self, value: str) -> str:
        """
        Give the name that a step of the path stands for.

        Raises:
            ValueError: it is too long to be one.
        """
        name = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
        if len(name) > LONGEST_NAME:
            raise ValueError(value)
        return name

    def to_url(self, value: str) -> str:
        """Write a name as a step of the path."""
        step = _UNSAFE.sub(lambda found: _escaped(found[0]), value)
        if step[:1] == "." or step in RESERVED:
            return _escaped(step[0]) + step[1:]
        return step


def _escaped(sign: str) -> str:
    return f"{_MARK}{ord(sign):02X}"
