"""A dossier written over an earlier text: remarks and order stay, and what is read is always the dossier."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from communique.dossiers.codec import dossier_text, parse_dossier
from communique.dossiers.commented import commented_text
from communique.dossiers.revision import revise_text
from communique.errors import DossierError
from communique.model import Dossier, Filing, Role
from unit.dossiers.dossiers_made import B2, FERRY, dossiers

WRITTEN = """\
# My dossier
[dossier]
title = "The ferry talks"   # a working title
first = 2021-06-14
last = "2021-06-18"
sides = [ "XA", "XV" ]

# releases follow
[[release]]
source = "a.html"  # the host
role = "event"

[[release]]
source = "b.html"
role = "announcement"
reason = "says so"

# --- hypotheses
[[hypothesis]]
code = "H0"
statement = "Routine."
dull = true

# the end
"""
HEAD = "[dossier]\ntitle = 'T'\nfirst = 2021-06-14\nlast = 2021-06-18\n"
ROUTINE = "code = 'H0'\nstatement = 'Routine.'\ndull = true\n"
REMARKS = [line.partition("#")[2] for line in WRITTEN.splitlines() if "#" in line]


def written() -> Dossier:
    """Give what is read from the text."""
    return parse_dossier(WRITTEN, where="-")


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Talks on the ferry"},
        {"filings": (*written().filings, Filing(source="c.html", reason="new", grade=B2))},
        {"filings": (Filing(source="a.html", role=Role.STATEMENT, reason="R"), written().filings[1])},
        {"filings": tuple(reversed(written().filings))},
        {"exhibits": FERRY.exhibits, "forecasts": FERRY.forecasts},
        {"sides": ("XA", "XT")},
        {"sides": ()},
    ],
)
def test_remarks_stay(change: dict[str, object]) -> None:
    """Whatever changes, every remark is still there, and what is read is the changed dossier."""
    changed = replace(written(), **change)  # type: ignore[arg-type] # fields by name
    text = revise_text(WRITTEN, changed)
    assert parse_dossier(text, where="-") == changed
    assert [remark for remark in REMARKS if f"#{remark}" not in text] == []


def test_nothing_changed_changes_nothing() -> None:
    """The same dossier gives the same text, letter by letter, the day in quotation marks too."""
    assert revise_text(WRITTEN, written()) == WRITTEN


def test_a_new_release_stands_after_the_others() -> None:
    """A remark that heads the next tables stays above them, and blank lines part the tables."""
    text = revise_text(WRITTEN, replace(written(), filings=(*written().filings, Filing(source="c.html"))))
    tail = text[text.index('source = "c.html"') :]
    assert tail.startswith('source = "c.html"\nrole = "event"\n\n# --- hypotheses\n[[hypothesis]]')
    assert 'reason = "says so"\n\n[[release]]\nsource = "c.html"' in text


def test_a_release_that_goes_leaves_the_rest() -> None:
    """Tables that are gone go with their own remarks alone."""
    text = revise_text(WRITTEN, replace(written(), filings=written().filings[1:]))
    assert "the host" not in text
    assert text.replace("\n\n", "\n").startswith("# My dossier\n[dossier]\n")
    assert 'source = "b.html"' in text


NOTED = """\
[dossier]
title = "T"
first = 2021-06-14
last = 2021-06-18

# about a
[[release]]
source = "a.html"  # of a

# --- apart

# about b
[[release]]
source = "b.html"
# under b
"""


@pytest.mark.parametrize(
    ("sources", "wanted"),
    [
        (
            ("b.html", "a.html"),
            (
                '# about b\n[[release]]\nsource = "b.html"\n# under b\n\n# --- apart\n\n'
                '# about a\n[[release]]\nsource = "a.html"  # of a\n'
            ),
        ),
        (("b.html",), '# about b\n[[release]]\nsource = "b.html"\n# under b\n\n# --- apart\n\n'),
        (("a.html",), '# about a\n[[release]]\nsource = "a.html"  # of a\n\n# --- apart\n\n'),
        (
            ("a.html", "c.html", "b.html"),
            (
                '# about a\n[[release]]\nsource = "a.html"  # of a\n\n# --- apart\n\n[[release]]\nsource = "c.html"\n'
                'role = "event"\n\n# about b\n[[release]]\nsource = "b.html"\n# under b\n'
            ),
        ),
        ((), "# --- apart\n\n"),
    ],
)
def test_remarks_go_with_their_table(sources: tuple[str, ...], wanted: str) -> None:
    """What stands right above a table, or in it, moves and goes with it; what stands apart stays where it is."""
    dossier = parse_dossier(NOTED, where="-")
    text = revise_text(NOTED, replace(dossier, filings=tuple(Filing(source=source) for source in sources)))
    assert text == NOTED[: NOTED.index("# about a")] + wanted


def test_what_is_usual_is_not_written_where_it_was_not() -> None:
    """A change of one value writes that value alone."""
    dossier = parse_dossier(NOTED, where="-")
    first, second = dossier.filings
    text = revise_text(NOTED, replace(dossier, title="T2", filings=(replace(first, reason="R"), second)))
    changed = NOTED.replace('"T"', '"T2"').replace('"a.html"  # of a\n', '"a.html"  # of a\nreason = "R"\n')
    assert text == changed


def test_likelihoods_of_one_pair_are_told_apart() -> None:
    """An analyst who thought again has two of them: a third leaves the remarks on both."""
    tail = 'evidence = "D1"\nhypothesis = "H0"\nreason = "R"\n'
    text = (
        f'{HEAD}[[hypothesis]]\n{ROUTINE}[[evidence]]\ncode = "D1"\nstatement = "S"\n'
        f"[[likelihood]]\nvalue = 0.5 # first\n{tail}[[likelihood]]\nvalue = 0.6 # second\n{tail}"
    )
    dossier = parse_dossier(text, where="-")
    more = replace(dossier, likelihoods=(*dossier.likelihoods, replace(dossier.likelihoods[0], value=0.7)))
    assert revise_text(text, more).startswith(text)


@given(dossiers(), dossiers())
@settings(max_examples=30, deadline=None)
def test_any_dossier_goes_over_any_other(earlier: Dossier, later: Dossier) -> None:
    """Whatever stood there, written anew or with remarks, what is read afterwards is the later dossier."""
    for text in (dossier_text(earlier), commented_text(earlier)):
        assert parse_dossier(revise_text(text, later), where="-") == later


@pytest.mark.parametrize(
    "earlier",
    [
        f"{HEAD}[[release]]\nsource = 'a'\n[[hypothesis]]\n{ROUTINE}[[release]]\nsource = 'b'\n",
        f"release = [{{source = 'a'}}, {{source = 'b'}}]\n{HEAD}",
        'dossier.title = "T"\ndossier.first = 2021-06-14\ndossier.last = 2021-06-18\n',
        'dossier = {title = "T", first = 2021-06-14, last = 2021-06-18}\n',
    ],
)
def test_odd_ways_of_writing_lose_nothing(earlier: str) -> None:
    """Tables in turns, in one line or by dotted keys are TOML too: the dossier is whole afterwards."""
    assert parse_dossier(revise_text(earlier, FERRY), where="-") == FERRY
    shorter = replace(FERRY, filings=(), likelihoods=(), evidence=())
    assert parse_dossier(revise_text(earlier, shorter), where="-") == shorter


def test_what_is_no_dossier_is_not_written_over() -> None:
    """A text that does not fit the form is refused, so that nothing of it is lost."""
    with pytest.raises(DossierError):
        revise_text("[dossier]\ntitle = 1\n", FERRY)
