"""Which form the name of an output asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from communique.cli.forms import FORMS, Form, form_of


@pytest.mark.parametrize(
    ("output", "form"),
    [
        ("-", Form.TERMINAL),
        ("report", Form.TERMINAL),
        ("out/report.txt", Form.TERMINAL),
        ("report.HTM", Form.HTML),
        ("report.html", Form.HTML),
        ("report.md", Form.MARKDOWN),
        ("report.markdown", Form.MARKDOWN),
        ("report.json", Form.JSON),
        ("reports.jsonl", Form.JSON),
        ("reports.2021/", Form.TERMINAL),
    ],
)
def test_an_ending_asks_for_a_form(output: str, form: Form) -> None:
    """A name without one, and a folder, ask for none."""
    assert form_of(output) is form


@given(st.from_regex(r"[a-z]{1,8}\.[a-z0-9]{1,8}", fullmatch=True))
def test_an_ending_that_is_not_known_is_refused(output: str) -> None:
    """Nothing is written in a form that its name belies; the endings known are named."""
    if Path(output).suffix in FORMS or Path(output).exists():
        return
    with pytest.raises(typer.BadParameter, match=r"\.html.*\.json.*\.md.*\.txt"):
        form_of(output)


def test_a_folder_that_is_there_needs_no_slash(tmp_path: Path) -> None:
    """Whatever its name looks like."""
    (tmp_path / "reports.2021").mkdir()
    assert form_of(str(tmp_path / "reports.2021")) is Form.TERMINAL
