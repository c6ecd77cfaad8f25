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
    """Count the lines of a function's body without its docstring: a long signature is a table of names, not work."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (body[-1].end_lineno or body[0].lineno) - body[0].lineno + 1 if body else 0


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
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= MODULE_LINES or is_table(path), "two modules, or a table?"


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_function_does_one_thing(path: Path) -> None:
    """No function does more than 40 lines of work."""
    long = [node.name for node in functions_of(path) if lines_of_code(node) > FUNCTION_LINES]
    assert long == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_room_is_named_by_the_field(path: Path) -> None:
    """No module or folder bears a name that says nothing."""
    assert EMPTY_NAMES.isdisjoint(path.relative_to(ROOT).with_suffix("").parts)


def test_a_long_function_would_be_seen() -> None:
    """A body of 41 lines counts 41; neither docstring nor signature adds to it."""
    body = "\n".join(["def f(", "    one: int,", ") -> None:", '    """Say.', "", '    More."""', *["    x = 1"] * 41])
    node = ast.parse(body).body[0]
    assert isinstance(node, ast.FunctionDef)
    assert lines_of_code(node) == 41
