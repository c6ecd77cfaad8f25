"""The shape of the source: modules of one read, small functions, no room named after nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = tuple(sorted((ROOT / "src").rglob("*.py")))
MODULE_LINES = 300
FUNCTION_LINES = 40
EMPTY_NAMES = frozenset({"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common", "info"})


def name_of(path: Path) -> str:
    """Give a path as a reader of the test's output wants it."""
    return str(path.relative_to(ROOT))


def lines_of_code(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function without its docstring."""
    docstring = ast.get_docstring(node, clean=False) or ""
    return (node.end_lineno or node.lineno) - node.lineno + 1 - len(docstring.splitlines())


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Walk all functions of a module, inner ones included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def is_table(path: Path) -> bool:
    """Tell whether a module is a table of data: assignments and no function or class."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return not any(isinstance(node, kinds) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_module_is_one_read(path: Path) -> None:
    """No module is over 300 lines, unless it is a table of data."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_LINES or is_table(path)


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_function_does_one_thing(path: Path) -> None:
    """No function is over 40 lines, its docstring not counted."""
    assert [node.name for node in functions_of(path) if lines_of_code(node) > FUNCTION_LINES] == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_room_is_named_by_the_field(path: Path) -> None:
    """No module or folder bears a name that says nothing."""
    assert EMPTY_NAMES.isdisjoint(path.relative_to(ROOT).with_suffix("").parts)


def test_a_long_function_would_be_seen() -> None:
    """A function of 41 lines counts 41, and its docstring does not add to it."""
    body = "\n".join(["def f():", '    """Say.', "", '    More."""', *["    x = 1"] * 40])
    node = ast.parse(body).body[0]
    assert isinstance(node, ast.FunctionDef)
    assert lines_of_code(node) == 41
