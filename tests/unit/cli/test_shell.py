"""What every command shares: plain errors, exit statuses, help, the version, the catalogue."""

from __future__ import annotations

import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from communique import __version__
from communique.cli.app import app
from communique.cli.exits import Exit
from communique.cli.shell import Shell
from communique.errors import CommuniqueError, FetchError, LanguageError, ReferenceTableError, SourceError
from communique.readings import READINGS


def failing(error: BaseException) -> typer.Typer:
    """Give a command line of one command, which fails."""
    shell = typer.Typer(cls=Shell, pretty_exceptions_enable=False, rich_markup_mode=None)

    @shell.callback()
    def group() -> None:
        """Hold the command."""

    @shell.command()
    def fail() -> None:
        """Fail."""
        raise error

    return shell


PARTS = {"wanted": "a page", "got": "none", "remedy": "look again"}


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (SourceError(**PARTS), Exit.NOTHING, "communique: expected a page, got none (look again)\n"),
        (FetchError(**PARTS), Exit.NOTHING, "communique: expected a page, got none (look again)\n"),
        (LanguageError(**PARTS), Exit.NOTHING, "communique: expected a page, got none (look again)\n"),
        (ReferenceTableError(**PARTS), Exit.USAGE, "communique: expected a page, got none (look again)\n"),
        (CommuniqueError(**PARTS), Exit.STOPPED, "communique: expected a page, got none (look again)\n"),
        (PermissionError(13, "Permission denied", "out/x"), Exit.STOPPED, "communique: out/x: permission denied\n"),
        (KeyboardInterrupt(), Exit.INTERRUPTED, "communique: interrupted; an output file is as it was before\n"),
    ],
)
def test_an_error_is_one_plain_line_and_a_status(error: BaseException, status: Exit, told: str) -> None:
    """What the library refuses is told in its own words, without a traceback."""
    result = CliRunner().invoke(failing(error), ["fail"])
    assert (result.exit_code, result.stderr) == (status, told)


def test_a_fault_of_our_own_is_not_hidden() -> None:
    """An error that is none of the house's shows where it came from."""
    result = CliRunner().invoke(failing(ZeroDivisionError()), ["fail"])
    assert isinstance(result.exception, ZeroDivisionError)


def test_a_reader_who_leaves_gets_no_complaint() -> None:
    """``communique readings | head -n 1`` ends quietly, with the status of a closed pipe."""
    code = "import communique.cli, sys; sys.argv = ['communique', 'readings']; communique.cli.main()"
    with subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as started:
        assert started.stdout
        assert started.stderr
        started.stdout.close()
        told = started.stderr.read()
    assert (started.returncode, told) == (Exit.PIPE_CLOSED, "")


@pytest.mark.parametrize("arguments", [["--version"], ["-m"]])
def test_the_version_is_said_in_one_line(arguments: list[str]) -> None:
    """Both ways to it agree: the quick one of the installed command, and the option among others."""
    if arguments == ["-m"]:
        told = subprocess.run(
            [sys.executable, "-m", "communique.cli", "--version"], capture_output=True, text=True, check=True
        ).stdout
    else:
        told = CliRunner().invoke(app, arguments).stdout
    assert told == f"communique {__version__}\n"


@pytest.mark.parametrize("command", [["read"], ["demo"], ["export", "accounts"], ["readings"], ["publishers"]])
def test_help_teaches_by_example(command: list[str]) -> None:
    """The help of each command shows how it is typed, a line each."""
    told = CliRunner().invoke(app, [*command, "--help"]).stdout
    examples = told[told.index("Examples:") :].splitlines()[1:]
    assert f"    communique {' '.join(command)}" in "\n".join(examples)


def test_readings_lists_the_catalogue() -> None:
    """Every reading has a line, in the order of the catalogue."""
    lines = CliRunner().invoke(app, ["readings"]).stdout.splitlines()
    assert [line.split()[0] for line in lines] == [reading.code for reading in READINGS]


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading.code)
def test_readings_prints_a_card(reading: object) -> None:
    """The card of one reading, as its docstring has it."""
    told = CliRunner().invoke(app, ["readings", getattr(reading, "code", "")]).stdout
    assert "Plain explanation:" in told


def test_an_unknown_reading_is_a_usage_error() -> None:
    """What is known is named."""
    result = CliRunner().invoke(app, ["readings", "weather"])
    assert result.exit_code == Exit.USAGE
    assert "initiative" in result.stderr


def test_publishers_tell_which_rows_were_verified() -> None:
    """Each row has its issuer and says whether it was held against real pages."""
    lines = CliRunner().invoke(app, ["publishers"]).stdout.splitlines()
    assert any(line.startswith("ru-president") and "verified" in line for line in lines)
    assert any("not verified" in line for line in lines)


EARLY = """
import builtins, os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs tests in the background ignores it
real = builtins.__import__
def interrupted(name, *rest):
    if name == "communique.cli.app":
        builtins.__import__ = real
        os.kill(os.getpid(), signal.SIGINT)
    return real(name, *rest)
from communique.cli import main
builtins.__import__ = interrupted
sys.argv = ["communique", "readings"]
main()
"""
"""The command line, with the user's interruption in the middle of its imports."""


def test_an_interruption_while_all_is_imported_is_one_line() -> None:
    """Whoever changes his mind in the first moments gets one plain line and the documented status, no traceback."""
    command = [sys.executable, "-c", EARLY]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    assert (done.returncode, done.stdout, done.stderr) == (Exit.INTERRUPTED, "", "communique: interrupted\n")
