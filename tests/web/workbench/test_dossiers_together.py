"""Several at one dossier at once: nothing that was acknowledged is lost, nothing is overwritten unseen."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import CommuniqueError
from communique.model import Dossier, Evidence, Hypothesis, Likelihood
from communique.web.accounts.models import User
from communique.web.workbench.dossiers import changes
from communique.web.workbench.dossiers.merging import ClashError, Edit, cells_of, find_changes, merge
from communique.web.workbench.dossiers.selectors import dossier_get, steps_of
from communique.web.workbench.dossiers.services import (
    Deed,
    dossier_begin,
    dossier_change,
    dossier_redo,
    dossier_remove,
    dossier_undo,
)
from web.stand import TESTS, environment

ROWS, COLUMNS = ("routine", "asked", "ripe"), ("e1", "e2", "e3", "e4")
CELLS = [(row, column) for row in ROWS for column in COLUMNS]


def ferry() -> Dossier:
    """Give a dossier with three explanations and four items."""
    return Dossier(
        title="The ferry talks",
        first=date(2021, 6, 14),
        last=date(2021, 6, 18),
        hypotheses=tuple(Hypothesis(code=row, statement=f"It was {row}.", dull=row == "routine") for row in ROWS),
        evidence=tuple(Evidence(code=column, statement=f"Item {column}.") for column in COLUMNS),
    )


def entered(row: str, column: str, value: float, analyst: str = "") -> Edit:
    """Enter a likelihood."""
    one = Likelihood(evidence=column, hypothesis=row, value=value, reason="because", analyst=analyst)
    return changes.enter_likelihoods([one])


def values_of(dossier: Dossier) -> dict[tuple[str, str, str], float]:
    """Give the likelihoods of a dossier by cell and analyst."""
    return {(one.hypothesis, one.evidence, one.analyst): one.value for one in dossier.likelihoods}


@pytest.fixture
def begun(db: None, analyst: User) -> str:
    """Give the name of a dossier that stands in its first revision."""
    return dossier_begin("ferry", ferry(), actor=analyst).name


def test_changes_of_different_cells_both_stand(begun: str, analyst: User, editor: User) -> None:
    """Two who read the same revision and change different cells both keep what they wrote."""
    dossier_change(begun, entered("routine", "e1", 0.5), Deed(actor=analyst), read=1)
    written = dossier_change(begun, entered("asked", "e2", 0.7), Deed(actor=editor), read=1)
    assert written.joined
    assert values_of(written.standing.dossier) == {("routine", "e1", ""): 0.5, ("asked", "e2", ""): 0.7}


def test_two_parts_of_one_row_both_stand(begun: str, analyst: User, editor: User) -> None:
    """The prior and the statement of one explanation are different cells."""
    dossier_change(begun, changes.set_hypothesis("asked", prior=3.0), Deed(actor=analyst), read=1)
    written = dossier_change(begun, changes.set_hypothesis("asked", statement="Anew."), Deed(actor=editor), read=1)
    found = written.standing.dossier.hypotheses[1]
    assert (found.prior, found.statement) == (3.0, "Anew.")


def test_the_later_writer_of_a_cell_is_shown_both(begun: str, analyst: User, editor: User) -> None:
    """Of two who change one cell the later is refused with what was read, what stands and what was wanted."""
    dossier_change(begun, entered("routine", "e1", 0.5), Deed(actor=analyst), read=1)
    with pytest.raises(ClashError) as caught:
        dossier_change(begun, entered("routine", "e1", 0.9), Deed(actor=editor), read=1)
    (clash,) = [one for one in caught.value.clashes if one.place.part]
    assert clash.read is None
    assert clash.standing is not None
    assert clash.standing[0] == 0.5
    assert clash.wanted is not None
    assert clash.wanted[0] == 0.9
    assert values_of(dossier_get(begun).dossier) == {("routine", "e1", ""): 0.5}


def test_both_writing_the_same_is_no_clash(begun: str, analyst: User, editor: User) -> None:
    """Two who want the same have it."""
    dossier_change(begun, entered("routine", "e1", 0.5), Deed(actor=analyst), read=1)
    assert not dossier_change(begun, entered("routine", "e1", 0.5), Deed(actor=editor), read=1).changed


def test_what_somebody_took_out_is_not_written_into(begun: str, analyst: User, editor: User) -> None:
    """A likelihood for an explanation that somebody took out meanwhile is refused, not lost in silence."""
    dossier_change(begun, changes.take_hypothesis_out("asked"), Deed(actor=analyst), read=1)
    with pytest.raises(ClashError):
        dossier_change(begun, entered("asked", "e1", 0.5), Deed(actor=editor), read=1)


def test_what_somebody_entered_is_not_taken_out_unseen(begun: str, analyst: User, editor: User) -> None:
    """An explanation for which somebody entered a likelihood meanwhile does not go with it."""
    dossier_change(begun, entered("asked", "e1", 0.5), Deed(actor=editor), read=1)
    with pytest.raises(ClashError):
        dossier_change(begun, changes.take_hypothesis_out("asked"), Deed(actor=analyst), read=1)


def test_undo_takes_back_ones_own_and_leaves_others(begun: str, analyst: User, editor: User) -> None:
    """Undoing takes back one's own last change though others wrote since, and can itself be taken back."""
    deed = Deed(actor=analyst, part="matrix")
    dossier_change(begun, entered("routine", "e1", 0.5), deed, read=1)
    dossier_change(begun, entered("asked", "e2", 0.7), Deed(actor=editor, part="matrix"), read=2)
    dossier_undo(dossier_get(begun), actor=analyst, part="matrix")
    assert values_of(dossier_get(begun).dossier) == {("asked", "e2", ""): 0.7}
    assert steps_of(dossier_get(begun), analyst, "matrix").undo is None
    dossier_redo(dossier_get(begun), actor=analyst, part="matrix")
    assert values_of(dossier_get(begun).dossier) == {("routine", "e1", ""): 0.5, ("asked", "e2", ""): 0.7}
    assert steps_of(dossier_get(begun), analyst, "matrix").redo is None


def test_undo_of_a_cell_that_another_changed_since_is_refused(begun: str, analyst: User, editor: User) -> None:
    """What another wrote over one's own change is not undone with it."""
    dossier_change(begun, entered("routine", "e1", 0.5), Deed(actor=analyst, part="matrix"), read=1)
    dossier_change(begun, entered("routine", "e1", 0.6), Deed(actor=editor, part="matrix"), read=2)
    with pytest.raises(ClashError):
        dossier_undo(dossier_get(begun), actor=analyst, part="matrix")
    assert values_of(dossier_get(begun).dossier) == {("routine", "e1", ""): 0.6}


def test_undo_goes_back_step_by_step_and_a_new_change_ends_redo(begun: str, analyst: User) -> None:
    """Three changes are undone one by one; after a new change nothing can be done again."""
    deed = Deed(actor=analyst, part="matrix")
    for number, column in enumerate(("e1", "e2", "e3"), start=1):
        dossier_change(begun, entered("routine", column, 0.5), deed, read=number)
    for left in (2, 1, 0):
        dossier_undo(dossier_get(begun), actor=analyst, part="matrix")
        assert len(dossier_get(begun).dossier.likelihoods) == left
    dossier_redo(dossier_get(begun), actor=analyst, part="matrix")
    assert set(values_of(dossier_get(begun).dossier)) == {("routine", "e1", "")}
    dossier_change(begun, entered("ripe", "e4", 0.4), deed)
    assert steps_of(dossier_get(begun), analyst, "matrix").redo is None


def test_a_dossier_begun_anew_has_no_history_of_the_old(begun: str, analyst: User) -> None:
    """A name that is used again has revisions of its own."""
    dossier_change(begun, entered("routine", "e1", 0.5), Deed(actor=analyst), read=1)
    dossier_remove(dossier_get(begun), actor=analyst)
    dossier_begin("ferry", ferry(), actor=analyst)
    assert steps_of(dossier_get("ferry"), analyst, "").undo == 1


def test_a_removed_dossier_cannot_be_changed(begun: str, analyst: User) -> None:
    """Whoever changes what another removed is told so."""
    dossier_remove(dossier_get(begun), actor=analyst)
    with pytest.raises(CommuniqueError, match="any more"):
        dossier_change(begun, entered("routine", "e1", 0.5), Deed(actor=analyst), read=1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
@given(order=st.permutations(CELLS), stale=st.lists(st.integers(0, 11), min_size=12, max_size=12))
def test_edits_of_distinct_cells_are_all_kept_whatever_each_had_read(
    order: list[tuple[str, str]], stale: list[int], db: None
) -> None:
    """Any number of edits of distinct cells, each made on any earlier revision, all stand in the end."""
    user = User.objects.filter(name="Somebody").first() or User.objects.create_user(
        "somebody@desk.example", "a long fictional phrase", name="Somebody", role="analyst"
    )
    name = f"d-{User.objects.count()}-{abs(hash((tuple(order), tuple(stale))))}"[:60]
    dossier_begin(name, ferry(), actor=user)
    wanted = {}
    for number, ((row, column), back) in enumerate(zip(order, stale, strict=True)):
        value = (number + 1) / 20
        wanted[row, column, ""] = value
        dossier_change(name, entered(row, column, value), Deed(actor=user), read=max(1, number + 1 - back))
    assert values_of(dossier_get(name).dossier) == wanted
    dossier_remove(dossier_get(name), actor=user)


HYPOTHESES = st.lists(st.sampled_from(["h1", "h2", "h3"]), unique=True)
PRIORS = st.floats(0.1, 9).map(lambda value: round(value, 2))


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Draw a small dossier; likelihoods of one cell may stand twice, as a text from elsewhere may have them."""
    codes = ["dull", *draw(HYPOTHESES)]
    items = draw(st.lists(st.sampled_from(["e1", "e2", "e3"]), unique=True))
    cells = draw(st.lists(st.tuples(st.sampled_from(codes), st.sampled_from(items)), max_size=4)) if items else []
    return Dossier(
        title=draw(st.sampled_from(["One", "Two"])),
        first=date(2021, 6, 14),
        last=date(2021, 6, 18),
        hypotheses=tuple(
            Hypothesis(code=code, statement=code, dull=code == "dull", prior=draw(PRIORS)) for code in codes
        ),
        evidence=tuple(Evidence(code=code, statement=code, group=draw(st.sampled_from(["", "g"]))) for code in items),
        likelihoods=tuple(
            Likelihood(evidence=item, hypothesis=code, value=draw(st.sampled_from([0.2, 0.7])), reason="because")
            for code, item in cells
        ),
    )


@given(read=dossiers(), wanted=dossiers())
def test_merging_onto_what_was_read_gives_what_was_wanted(read: Dossier, wanted: Dossier) -> None:
    """Where nobody else wrote, what is wanted stands as it is wanted; where only another did, that stands."""
    assert merge(read, wanted, read) == wanted
    assert cells_of(merge(read, read, wanted)) == cells_of(wanted)


@given(read=dossiers(), one=dossiers(), other=dossiers())
def test_merging_keeps_both_or_refuses(read: Dossier, one: Dossier, other: Dossier) -> None:
    """A merger holds every change of both, whichever came first; else it is refused."""
    try:
        merged = cells_of(merge(read, one, other))
    except ClashError:
        return
    for change in (*find_changes(read, one), *find_changes(read, other)):
        assert merged.get(change.place) == change.after
    assert merged == cells_of(merge(read, other, one))


def test_every_cell_of_a_dossier_has_a_place() -> None:
    """Whatever field of a noun differs, the two dossiers differ in some cell."""
    base = ferry()
    one = replace(base, evidence=(replace(base.evidence[0], seen=3, among=9), *base.evidence[1:]))
    assert [change.place.part for change in find_changes(base, one)] == ["seen"]
    assert [change.place.part for change in find_changes(base, replace(base, sides=("XA",)))] == ["sides"]


ROUND = """
import sys

import django

django.setup()

from web.workbench.test_dossiers_together import NAMES, act

act(sys.argv[1], sys.argv[2:])
"""
NAMES = ("Ada", "Bela", "Cora")


def act(verb: str, rest: list[str]) -> None:
    """Do one part of the test below, in a process of its own."""
    if verb == "begin":
        people = [
            User.objects.create_user(f"{name}@desk.example", "a long fictional phrase", name=name, role="analyst")
            for name in NAMES
        ]
        dossier_begin("ferry", ferry(), actor=people[0])
    elif verb == "write":
        user = User.objects.get(name=rest[0])
        sys.stdin.readline()
        for row, column in CELLS:
            dossier_change("ferry", entered(row, column, 0.5, rest[0]), Deed(actor=user), read=1)
    standing = dossier_get("ferry")
    sys.stdout.write(f"{standing.revision} {len(values_of(standing.dossier))}\n")


def process(store: str, *words: str) -> subprocess.Popen[str]:
    """Start one part of the test below."""
    path = {"PYTHONPATH": str(TESTS), "DJANGO_SETTINGS_MODULE": "communique.web.settings"}
    return subprocess.Popen(  # noqa: S603 - our own
        [sys.executable, *words],
        env=environment(store, **path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said_by(one: subprocess.Popen[str], told: str = "") -> str:
    """Wait for a process that must end well, and give what it said last."""
    out, err = one.communicate(told, timeout=300)
    assert one.returncode == 0, err
    return out.strip().rpartition("\n")[2]


@pytest.mark.slow
def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    """Three processes enter twelve likelihoods each, all from the first revision, at the same time: all 36 stand."""
    store = str(tmp_path / "store.sqlite3")
    said_by(process(store, "-m", "django", "migrate", "-v0"))
    assert said_by(process(store, "-c", ROUND, "begin")) == "1 0"
    writers = [process(store, "-c", ROUND, "write", name) for name in NAMES]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        said_by(writer)
    assert said_by(process(store, "-c", ROUND, "look")) == "37 36"
