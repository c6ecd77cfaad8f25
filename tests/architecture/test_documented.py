"""Nothing a user can reach stands undocumented: commands, options, environment variables, exit codes, readings."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from communique.cli.app import app
from communique.cli.exits import Exit
from communique.readings import READINGS
from communique.reports.record import FIELDS
from communique.wiring import Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
REFERENCE = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
READING_TABLE = (DOCS / "reference" / "readings.md").read_text(encoding="utf-8")
VARIABLE = re.compile(r"\bCOMMUNIQUE_[A-Z_]+\b")
OWN_TO_EVERY_PROGRAM = frozenset({"--help", "--install-completion", "--show-completion"})


def commands(group: Any, path: tuple[str, ...] = ("communique",)) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - the command line's own classes
    """Walk the command line: the full name of each command, groups included, and the command itself."""
    yield " ".join(path), group
    for name, command in getattr(group, "commands", {}).items():
        if not command.hidden:
            yield from commands(command, (*path, name))


COMMANDS = dict(commands(get_command(app)))


def section(name: str) -> str:
    """Give what the reference says under a command's heading, empty where there is none."""
    found = re.search(rf"^#+ `{re.escape(name)}`.*?\n(.*?)(?=^#+ |\Z)", REFERENCE, re.DOTALL | re.MULTILINE)
    return found.group(1) if found else ""


def options(command: Any) -> Iterator[str]:  # noqa: ANN401 - the command line's own classes
    """Give every option of a command, long and short, with its environment variable."""
    for parameter in command.params:
        if parameter.param_type_name == "option" and not getattr(parameter, "hidden", False):
            yield from (*parameter.opts, *parameter.secondary_opts)
            variable = parameter.envvar or ()
            yield from (variable,) if isinstance(variable, str) else variable


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_section(name: str) -> None:
    """Each command has a heading of its own in the reference, with something under it."""
    assert section(name).strip()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_named_where_its_command_is(name: str) -> None:
    """Each option, long and short, and each environment variable stands in its command's section."""
    said = section(name)
    missing = [option for option in options(COMMANDS[name]) if not re.search(rf"`{option}(?![\w-])", said)]
    assert [option for option in missing if option not in OWN_TO_EVERY_PROGRAM] == []


def test_no_command_is_documented_that_is_gone() -> None:
    """Each command that the reference has a heading for exists."""
    assert set(re.findall(r"^#+ `(communique[^`]*)`", REFERENCE, re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    """Each command and each of its options says what it is for."""
    command = COMMANDS[name]
    silent = [option.name for option in command.params if option.param_type_name == "option" and not option.help]
    assert command.help
    assert silent == []


def test_every_reading_is_in_the_table() -> None:
    """The reference's table of readings names every reading of the catalogue, in its order, and no other."""
    assert re.findall(r"^\| `([a-z_]+)`", READING_TABLE, re.MULTILINE) == [reading.code for reading in READINGS]


def test_every_exit_status_is_documented() -> None:
    """Each exit status of the command line stands in the reference with its number, and no other does."""
    text = (DOCS / "reference" / "exit-codes.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| ([0-9]+) ", text, re.MULTILINE) == [str(int(status)) for status in Exit]


def test_every_key_of_the_export_is_documented() -> None:
    """The reference's table of the export names every key of a record, in the record's order, and no other."""
    text = (DOCS / "reference" / "export.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z_]+)` ", text, re.MULTILINE) == [key for key, _ in FIELDS]


def test_the_keys_that_stay_empty_are_named() -> None:
    """The reference says of exactly those keys that they are always empty for which nothing is extracted."""
    text = (DOCS / "reference" / "export.md").read_text(encoding="utf-8")
    said = re.search(r"In this version (.*?) (?:is|are) always empty", text, re.DOTALL)
    empty = [key for key, fill in FIELDS if fill.__name__ == "_not_extracted"]
    assert (re.findall(r"`([a-z_]+)`", said.group(1)) if said else []) == empty


def test_every_setting_is_documented() -> None:
    """The reference's table of settings names every setting, in order, and every environment variable that is read."""
    text = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
    read = {
        name for path in (ROOT / "src").rglob("*.py") for name in VARIABLE.findall(path.read_text(encoding="utf-8"))
    }
    assert re.findall(r"^\| `([a-z_]+)` ", text, re.MULTILINE) == [field.name for field in dataclasses.fields(Settings)]
    assert set(VARIABLE.findall(text)) == read


def test_every_test_that_security_names_is_there() -> None:
    """The page on security names tests by file and function; each is there, so that none is claimed that is gone."""
    named = set(re.findall(r"`([\w/]+\.py)(?:::(\w+))?`", (DOCS / "explanation" / "security.md").read_text("utf-8")))
    assert len(named) > 50
    gone = {
        (file, name)
        for file, name in named
        if not (ROOT / "tests" / file).is_file()
        or (name and f"def {name}(" not in (ROOT / "tests" / file).read_text("utf-8"))
    }
    assert gone == set()
