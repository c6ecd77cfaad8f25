"""A dossier as text and back: nothing lost, and every fault told with its place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from communique.dossiers.codec import dossier_text, find_form_faults, parse_dossier
from communique.dossiers.commented import commented_text
from communique.errors import DossierError
from communique.model import Dossier
from unit.dossiers.dossiers_made import FERRY, ROUTINE, dossiers

HEAD = '[dossier]\ntitle = "T"\nfirst = 2021-06-14\nlast = 2021-06-18\n'
RELEASE = '\n[[release]]\nsource = "a.html"\n'
DULL_ONE = '\n[[hypothesis]]\ncode = "H0"\nstatement = "Routine."\ndull = true\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = \n", ["TOML in march/dossier.toml", "line 1, column"]),
        ("", ["a table [dossier] in march/dossier.toml", "got none"]),
        ('dossier = "T"', ["something else of that name"]),
        (HEAD.replace("title", "titel"), ["[dossier] of march/dossier.toml", "“titel”", "did you mean “title”?"]),
        (HEAD.replace("first = 2021-06-14\n", ""), ["“first” in [dossier]", "got none", "it takes a day"]),
        (HEAD.replace("2021-06-14", '"14 June"'), ["a day as in 2020-03-07 as “first”", "“14 June”"]),
        (HEAD.replace("2021-06-14", "2021-06-14T10:00:00"), ["leave the time out"]),
        (HEAD.replace('"T"', "7"), ["text in quotation marks as “title”", "got 7"]),
        (HEAD.replace('"T"', '" "'), ["text in quotation marks as “title”"]),
        (HEAD.replace("2021-06-18", "2021-06-01"), ["a first day not after the last in march/dossier.toml"]),
        (HEAD + 'sides = "XA"', ["a list of codes", "square brackets"]),
        (HEAD + "\n[[relase]]\n", ["only known tables", "“relase”", "did you mean “release”?"]),
        (HEAD + RELEASE.replace("[[release]]", "[release]"), ["under a head [[release]]", "got [release]"]),
        (HEAD + RELEASE + 'rol = "event"', ["[[release]] 1 of march/dossier.toml, line 8", "did you mean “role”?"]),
        (HEAD + RELEASE + 'colour = "red"', ["“colour”", "it takes source, role, reason, grade"]),
        (HEAD + RELEASE + 'role = "Events"', ["one of event, announcement", "did you mean “event”?"]),
        (HEAD + RELEASE + 'grade = "B7"', ["Admiralty scale", "“B7”"]),
        (HEAD + RELEASE + RELEASE, ["each release once in march/dossier.toml", "“a.html” twice"]),
        (HEAD + RELEASE + RELEASE.replace("source", "sorce"), ["[[release]] 2", "line 10", "did you mean “source”?"]),
        (HEAD + DULL_ONE.replace("true", '"yes"'), ["true or false, without quotation marks", "“yes”"]),
        (HEAD + DULL_ONE.replace("true", "false"), ["a dull hypothesis among them"]),
        (HEAD + DULL_ONE + "prior = 0", ["a prior over 0 in [[hypothesis]] 1"]),
        (HEAD + DULL_ONE + "prior = inf", ["a number over 0", "got inf"]),
        (
            HEAD + '\n[[evidence]]\ncode = "D1"\nstatement = "S"\nseen = 3',
            ["seen and among, or neither in [[evidence]] 1"],
        ),
        (HEAD + '\n[[evidence]]\ncode = "D1"\nstatement = "S"\nseen = -3', ["a whole number from 0 as “seen”"]),
        (
            HEAD + '\n[[exhibit]]\ncode = "E"\nkind = "press"\ntitle = "T"\ngrade = "B2"\nday = "in June"',
            ["a day in EDTF", "“in June”"],
        ),
        (
            HEAD + '\n[[exhibit]]\ncode = "E"\nkind = "press"\ntitle = "T"\ngrade = "B2"\nday = "../.."',
            ["a day in EDTF", "“../..”", "write it as 2022-02-10"],
        ),
        (HEAD + f"sides = {'[' * 3000}{']' * 3000}", ["brackets within brackets, hundreds deep"]),
        (
            HEAD + DULL_ONE + '\n[[likelihood]]\nevidence = "D9"\nhypothesis = "H0"\nvalue = 0.5\nreason = "R"',
            ["a likelihood of evidence and of a hypothesis that the dossier has", "“D9”"],
        ),
        (
            HEAD + DULL_ONE + '\n[[likelihood]]\nevidence = "D9"\nhypothesis = "H0"\nvalue = "0.5"\nreason = "R"',
            ["a number over 0, up to 1 as “value”", "leave out the quotation marks"],
        ),
    ],
)
def test_a_fault_is_told_with_its_place(text: str, told: list[str]) -> None:
    """Each message names the file, the table, the key, what was wanted and got, and what may be done."""
    with pytest.raises(DossierError) as refused:
        parse_dossier(text, where="march/dossier.toml")
    assert [words for words in told if words not in str(refused.value)] == []


@given(dossiers())
@settings(max_examples=80, deadline=None)
def test_what_is_written_is_read_again(dossier: Dossier) -> None:
    """Any dossier comes back equal from its text, whatever letters are in it."""
    assert parse_dossier(dossier_text(dossier), where="-") == dossier


def test_a_filled_dossier_comes_back() -> None:
    """Every kind of table, with every key in use, is written and read."""
    assert parse_dossier(dossier_text(FERRY), where="-") == FERRY


def test_every_fault_is_given() -> None:
    """Faults of several tables come together; reading tells the first, and how many more."""
    text = HEAD + RELEASE + 'role = "Events"\n' + RELEASE.replace("source", "sorce") + DULL_ONE + "prior = 0"
    assert len(find_form_faults(text)) == 3
    with pytest.raises(DossierError, match="and 2 more faults: `communique dossier check` lists them"):
        parse_dossier(text, where="-")
    assert find_form_faults(HEAD) == ()


def test_every_fault_of_one_table_has_the_line_of_its_key() -> None:
    """Each key that is wrong is a fault of its own on its own line; what is missing stands on that of the head."""
    text = HEAD.replace("2021-06-14", '"soon"').replace("2021-06-18", "7") + RELEASE + 'role = "Events"\ngrade = "B7"'
    found = find_form_faults(text + '\n[[hypothesis]]\ncode = "H1"\n')
    assert [(fault.place, fault.line, fault.key) for fault in found] == [
        ("[dossier]", 3, "first"),
        ("[dossier]", 4, "last"),
        ("[[release]] 1", 8, "role"),
        ("[[release]] 1", 9, "grade"),
        ("[[hypothesis]] 1", 10, ""),
    ]
    assert str(found[-1]) == "[[hypothesis]] 1: expected “statement”, got none (it takes text in quotation marks)"


def test_a_line_is_told_only_where_it_is_plain() -> None:
    """Text that looks like the head of a table makes no wrong line."""
    text = HEAD + RELEASE + 'reason = """\n[[release]]\n"""\nrole = "Events"'
    with pytest.raises(DossierError) as refused:
        parse_dossier(text, where="d.toml")
    assert "[[release]] 1 of d.toml, got" in str(refused.value)


def test_a_day_in_quotation_marks_is_a_day() -> None:
    """Days are taken with and without quotation marks; an imprecise one of an exhibit stays as it is."""
    dossier = parse_dossier(HEAD.replace("2021-06-14", '"2021-06-14"'), where="-")
    assert dossier.first == date(2021, 6, 14)
    exhibit = '\n[[exhibit]]\ncode = "E"\nkind = "press"\ntitle = "T"\ngrade = "B2"\nday = 2021-06-15'
    assert parse_dossier(HEAD + exhibit, where="-").exhibits[0].day == "2021-06-15"


@pytest.mark.parametrize("day", ["2021-06-15T17:45", "2021-06~", "2021-06-14/2021-06-16", "2021-21"])
def test_a_day_is_taken_where_a_timeline_can_read_it(day: str) -> None:
    """What a file may say of a day is what the timeline reads, and it stays as it is written."""
    exhibit = f'\n[[exhibit]]\ncode = "E"\nkind = "press"\ntitle = "T"\ngrade = "B2"\nday = "{day}"'
    assert parse_dossier(HEAD + exhibit, where="-").exhibits[0].day == day


def test_lines_are_told_in_one_go() -> None:
    """A file of thousands of tables with a fault in each has the line of every one, soon enough."""
    text = HEAD + "".join(f'[[release]]\nsource = "{number}"\nreason = 7\n' for number in range(3000))
    found = find_form_faults(text)
    assert [fault.line for fault in found] == [7 + 3 * number for number in range(3000)]


def test_a_new_dossier_tells_what_goes_where() -> None:
    """The remarks are no tables: what is read is the dossier alone; its patterns, uncommented, fit the form."""
    begun = Dossier(title="T", first=date(2021, 6, 14), last=date(2021, 6, 18), hypotheses=(ROUTINE,))
    text = commented_text(begun)
    assert parse_dossier(text, where="-") == begun
    lines = text.splitlines()
    tail = lines[next(n for n, line in enumerate(lines) if line == "# [[release]]") :]
    pattern = "\n".join(line.removeprefix("# ") for line in tail if line.startswith("# [[") or " = " in line)
    assert find_form_faults(f"{dossier_text(begun)}\n{pattern}") == ()
