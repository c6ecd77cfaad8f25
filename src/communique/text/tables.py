"""The one loader of tables and word lists that ship with the packages."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_words(package: str, name: str) -> frozenset[str]:
    """Give the lines of a shipped word list, loaded once."""
    text = (files(package) / name).read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def load_toml(package: str, name: str) -> dict[str, Any]:
    """Give a shipped TOML table, loaded once; callers read it and never change it."""
    return tomllib.loads((files(package) / name).read_text(encoding="utf-8"))
