"""A report on versions as a value, and as lines of a terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.console import Console

from communique.errors import ModelError
from communique.model import EditClass, Span
from communique.reports.versions.listing import HINT, kinds_of, render_listing
from communique.reports.versions.report import VersionsReport
from communique.reports.versions.terminal import LEGEND
from communique.reports.versions.wording import ALONE, STRANGERS, TRANSLATED, TURNED
from unit.reports.versions.edited import (
    ADDRESS,
    BEFORE,
    STAY,
    foreign_edit,
    make_edit,
    make_version,
    report_of,
    spacing_edit,
    whole_edit,
)

CODES = re.compile(r"\x1b\[[0-9;]*m")
CHAIN = (whole_edit(), replace(spacing_edit(), before=whole_edit().after))


@pytest.mark.parametrize("count", [0, 2])
def test_there_is_an_edit_between_neighbours(count: int) -> None:
    """A report needs a version, and exactly one edit between each and the next."""
    with pytest.raises(ModelError, match="an edit between each"):
        VersionsReport(versions=(make_version(BEFORE),) * count)


@pytest.mark.parametrize("width", [40, 80, 140, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """The report fills the columns it is given, up to what is read with ease."""
    lines = report_of(whole_edit()).terminal(width).splitlines()
    longest = max(map(len, lines))
    assert longest <= min(width, 140)
    assert longest > 0.8 * min(width, 140)


def test_the_judgement_stands_first() -> None:
    """The first line says what it amounts to, the title comes after it."""
    lines = report_of(spacing_edit()).terminal(80).splitlines()
    assert lines[0] == "Cosmetic only: spacing or markup"
    assert any(line.startswith("Telephone conversation") for line in lines[2:5])


def test_changes_are_readable_without_colour() -> None:
    """Words that went and that came stand between marks, the spaces among them visible, and no code is in the text."""
    shown = " ".join(report_of(whole_edit()).terminal(140).split())
    assert "\x1b" not in shown
    assert LEGEND in shown
    assert "[-17-] joint projects" in shown
    assert "{+71+} joint projects" in shown
    assert "[-grain··transit-]" in shown
    assert "[-Foreign Minister Oleg Tarn took part in the conversation.-]" in shown
    assert "Plainly: a mistyped or preliminary figure gives way to the final one" in shown
    assert f"words {STAY}" in shown


def test_colour_adds_nothing_but_codes() -> None:
    """With colour the words are struck and underlined besides; without the codes it is the same text."""
    report = report_of(whole_edit())
    coloured = report.terminal(80, colour=True)
    assert re.search(r"\x1b\[[0-9;]*9[0-9;]*m", coloured)
    assert CODES.sub("", coloured).split() == report.terminal(80).split()


def test_of_many_small_changes_some_are_printed() -> None:
    """A page set anew has hundreds of changed spaces: a terminal shows some, and says how many more there are."""
    (change,) = spacing_edit().changes
    spans = [Span(start, start + 1) for start in range(0, 60, 2)]
    many = replace(
        spacing_edit(),
        changes=tuple(
            replace(change, before=span, after=None, sentence_before=None, sentence_after=None) for span in spans
        ),
    )
    shown = report_of(many).terminal(80)
    assert "and 18 more" in shown
    assert "30 changes: 30 cosmetic" in shown


def test_each_version_has_its_provenance() -> None:
    """Address, times and the whole hash of both versions stand at the end, and what read them."""
    shown = report_of(whole_edit()).terminal(80)
    assert shown.count(ADDRESS) == 2
    assert f"{whole_edit().before.digest}" in shown
    assert "captured    Wed 16 Jun 2021 19:05 +00" in shown
    assert "read by     communique 0" in shown


def test_titles_that_differ_are_named() -> None:
    """The title of each version stands with it where the two are not the same, and not otherwise."""
    edit = spacing_edit()
    retitled = replace(edit, after=replace(edit.after, title="On a call"))
    assert "title       On a call" in report_of(retitled).terminal(80)
    assert "title  " not in report_of(edit).terminal(80)


def test_steps_have_their_own_judgements() -> None:
    """Of several steps each has its heading and judgement, and the versions are numbered."""
    shown = report_of(*CHAIN).terminal(80)
    assert "step 2 of 2: captured Wed 16 Jun 2021 19:05 +00 → captured" in shown
    assert "\nCosmetic only: spacing or markup\n" in shown
    assert "version 3 of 3" in shown


@pytest.mark.parametrize(
    ("report", "said"),
    [
        pytest.param(report_of(foreign_edit()), STRANGERS, id="strangers"),
        pytest.param(report_of(foreign_edit(language="ru")), TRANSLATED, id="editions"),
        pytest.param(report_of(make_edit(grade=EditClass.NONE)), "The two versions are the same", id="the same"),
        pytest.param(VersionsReport(versions=(make_version(BEFORE),)), ALONE, id="one version"),
        pytest.param(
            report_of(replace(spacing_edit(), before=spacing_edit().after, after=spacing_edit().before, changes=())),
            TURNED,
            id="the wrong way round",
        ),
    ],
)
def test_nothing_to_show_is_said_plainly(report: VersionsReport, said: str) -> None:
    """Where there is nothing to compare, or nothing changed, a line says so and no change follows."""
    shown = " ".join(report.terminal(140).split())
    assert said in shown
    assert "SUBSTANTIVE" not in shown
    assert "[-" not in shown.replace(LEGEND, "")


def test_a_replaced_text_is_shown_all_the_same() -> None:
    """Another text at the same address is a version by its address: the judgement says so, and the changes follow."""
    shown = report_of(foreign_edit(address=ADDRESS)).terminal(140)
    assert shown.startswith("The text at this address was replaced")
    assert "SUBSTANTIVE" in shown


def test_it_shows_itself() -> None:
    """A console prints it to its width; in a line of Python it says what it amounts to."""
    console = Console(width=80, record=True, file=open("/dev/null", "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    with console.file:
        console.print(report_of(spacing_edit()))
    assert console.export_text().startswith("Cosmetic only")
    assert repr(report_of(spacing_edit())).endswith("2 versions: Cosmetic only: spacing or markup>")


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_list_has_one_entry_a_text(width: int) -> None:
    """A list names class, kinds, name and day of every changed text within the columns, and how to see one in full."""
    shown = render_listing((report_of(whole_edit()), report_of(*CHAIN)), width=width)
    assert shown.count("2021-06-16") == 2
    assert shown.upper().count("SUBSTANTIVE") == 2
    assert shown.count("xa-president:17") == 2
    assert shown.endswith(f"{HINT}\n")
    assert max(map(len, shown.splitlines())) <= max(width, len(HINT))


def test_a_list_names_kinds_once() -> None:
    """Kinds of all steps are named once; a replaced text is called so, and one with nothing changed has none."""
    assert kinds_of(report_of(*CHAIN)).startswith("figure changed, spacing or markup, date changed")
    assert kinds_of(report_of(*CHAIN)).endswith("position softened, moved")
    assert kinds_of(report_of(foreign_edit(address=ADDRESS))) == "replaced"
    assert kinds_of(report_of(make_edit(grade=EditClass.NONE))) == "none"
