"""What does not fit the form of a dossier's file: the fault in words, the table, the line."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from communique.dossiers.keys import Key, UnfitError
from communique.errors import DossierError, ModelError

_SHORT = 60
"""Characters of a value that a message repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFault:
    """
    One fault of form: what was wanted, what was got, what to do.

    ``key`` is the key that it is about and ``place`` its table ("[[release]] 2"), empty where it is about the whole
    file; ``line`` where it stands, 0 where that is not plain.
    """

    wanted: str
    got: str
    remedy: str = ""
    key: str = ""
    place: str = ""
    line: int = 0

    def error(self, where: str) -> DossierError:
        """Give it as an error of the file that ``where`` names."""
        parts = (f"{self.place} of {where}" if self.place else where, f"line {self.line}" if self.line else "")
        told = f"{self.wanted} in {', '.join(filter(None, parts))}"
        return DossierError(wanted=told, got=self.got, remedy=self.remedy)

    def __str__(self) -> str:
        """Say it without the file, which whoever lists faults has named."""
        table = f"{self.place}: " if self.place else ""
        return f"{table}expected {self.wanted}, got {self.got}" + (f" ({self.remedy})" if self.remedy else "")


def fault_of(error: ModelError) -> FormFault:
    """Give what the model refuses as a fault of the file."""
    return FormFault(wanted=error.wanted, got=error.got, remedy=error.remedy)


def unknown(name: str, names: tuple[str, ...]) -> FormFault:
    """Give the fault of a key that a table does not have."""
    return FormFault(wanted="only known keys", got=f"“{name}”", remedy=nearest(name, names), key=name)


def missing(key: Key) -> FormFault:
    """Give the fault of a key that must be there and is not."""
    return FormFault(wanted=f"“{key.name}”", got="none", remedy=f"it takes {key.wanted}")


def single(name: str, found: object) -> FormFault:
    """Give the fault of a table that is one of several and is written as one alone."""
    one = isinstance(found, dict)
    return FormFault(
        wanted=f"each {name} under a head [[{name}]]",
        got=f"[{name}]" if one else _shown(found),
        remedy="set it in two brackets" if one else "",
    )


def value_fault(key: Key, value: object) -> FormFault | None:
    """Give the fault of a value that a key does not take, None where it takes it."""
    try:
        key.take(value)
    except UnfitError as error:
        remedy = str(error) or _near_word(key, value)
        return FormFault(wanted=f"{key.wanted} as “{key.name}”", got=_shown(value), remedy=remedy, key=key.name)
    return None


def nearest(name: str, names: tuple[str, ...]) -> str:
    """Ask whether the nearest name is meant; where none is near, list them."""
    close = near_names(name, names)
    return f"did you mean “{close[0]}”?" if close else f"it takes {', '.join(names)}"


def near_names(name: str, names: tuple[str, ...]) -> list[str]:
    """Give the nearest name, if any is near."""
    return get_close_matches(name.casefold(), names, n=1)


def _near_word(key: Key, value: object) -> str:
    if not isinstance(value, str) or not key.wanted.startswith("one of "):
        return ""
    close = get_close_matches(value.casefold(), key.wanted.removeprefix("one of ").split(", "), n=1)
    return f"did you mean “{close[0]}”?" if close else ""


def _shown(value: object) -> str:
    words = f"“{value}”" if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"
