"""What a report says of an edit in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model import COSMETIC, Edit, EditClass, EditKind, SlipForm
from communique.reports.versions.wording import (
    ALONE,
    KINDS,
    PLAINLY,
    PLAINLY_SLIPS,
    REPLACED,
    SAME,
    SLIPS,
    STRANGERS,
    TRANSLATED,
    TURNED,
    Reach,
    find_counts,
    find_hint,
    find_judgement,
    kind_words,
    plain_words,
    reach_of,
)
from unit.reports.versions.edited import (
    ADDRESS,
    FERRY,
    PROJECTS,
    PROJECTS_AFTER,
    STAY,
    foreign_edit,
    make_change,
    make_edit,
    spacing_edit,
    whole_edit,
)

FIGURE = make_change(EditKind.FIGURE_CHANGED, before="17", after="71")
SENTENCE = make_change(EditKind.SENTENCE_REMOVED, before=FERRY)
MOVE = make_change(before=STAY, after=STAY, moved=True)
TYPO = make_change(EditKind.TYPO, before="Tarsk", after="Tarsk")
OTHER = make_change(EditKind.OTHER, before="17", after="71")
PLACE = make_change(EditKind.PLACE_CHANGED, before="17", after="71")
STYLE, CAME_IN = (replace(TYPO, slip=form) for form in (SlipForm.DATE_STYLE, SlipForm.CAME_IN))


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        pytest.param(
            make_edit(FIGURE, SENTENCE),
            "Substantive: a figure changed and a sentence was removed",
            id="two kinds",
        ),
        pytest.param(
            make_edit(FIGURE, FIGURE, TYPO),
            "Substantive: 2 figures changed; also a typing slip",
            id="cosmetic besides",
        ),
        pytest.param(
            whole_edit(),
            "Substantive: a position was softened, a figure changed, a date changed, a participant was removed, "
            "2 sentences were removed and a passage was moved; also spacing or markup",
            id="words of one position are one",
        ),
        pytest.param(
            make_edit(OTHER, SENTENCE, PLACE, FIGURE),
            "Substantive: a figure changed, a place changed, a sentence was removed and a passage was reworded",
            id="what misleads most first, reworded last",
        ),
        pytest.param(
            make_edit(STYLE, STYLE, CAME_IN, TYPO, grade=EditClass.COSMETIC),
            "Cosmetic only: 2 styles of dates, a slip that came in and a typing slip",
            id="what a slip is",
        ),
        pytest.param(spacing_edit(), "Cosmetic only: spacing or markup", id="spacing"),
        pytest.param(
            make_edit(TYPO, TYPO, MOVE, grade=EditClass.COSMETIC),
            "Cosmetic only: 2 typing slips and a passage was moved",
            id="slips and a move",
        ),
        pytest.param(make_edit(MOVE, grade=EditClass.COSMETIC), "Cosmetic only: a passage was moved", id="a move"),
        pytest.param(make_edit(grade=EditClass.COSMETIC), "Cosmetic only: no word has changed", id="no change told"),
        pytest.param(make_edit(grade=EditClass.NONE), SAME, id="the same"),
        pytest.param(foreign_edit(), STRANGERS, id="another text"),
        pytest.param(foreign_edit(address=ADDRESS), REPLACED, id="another text at the same address"),
    ],
)
def test_the_judgement_says_what_it_amounts_to(edit: Edit, expected: str) -> None:
    """One line names the class and what was changed, counted; texts that are no versions of one are told so."""
    assert find_judgement((edit,)) == expected


def test_several_steps_are_judged_together() -> None:
    """The weightiest class holds for all steps, and their changes are added up."""
    assert find_judgement((make_edit(FIGURE), spacing_edit(), make_edit(FIGURE))) == (
        "Substantive: 2 figures changed; also spacing or markup"
    )
    assert find_judgement((make_edit(grade=EditClass.NONE),) * 2) == "The versions are the same"
    assert find_judgement(()) == ALONE


@pytest.mark.parametrize("kind", EditKind)
def test_every_kind_is_worded(kind: EditKind) -> None:
    """Each kind has a name, a plain explanation and a place in the judgement of its class."""
    change = make_change(kind, before="17", after="71")
    grade = EditClass.COSMETIC if kind in COSMETIC else EditClass.SUBSTANTIVE
    assert kind_words(change) == KINDS[kind]
    assert plain_words((change,)) == PLAINLY[kind]
    assert reach_of(change).value == grade.value
    said = find_judgement((make_edit(change, grade=grade),))
    assert said not in {"Cosmetic only: no word has changed", "Substantive: what the text says has changed"}


def test_a_move_has_words_of_its_own() -> None:
    """Words that only changed their place are neither removed nor added; with a kind besides they are both."""
    assert (reach_of(MOVE), kind_words(MOVE)) == (Reach.MOVED, "moved")
    both = replace(MOVE, kinds=(EditKind.FIGURE_CHANGED,))
    assert (reach_of(both), kind_words(both)) == (Reach.SUBSTANTIVE, "figure changed, moved")


def test_an_explanation_is_given_once() -> None:
    """Changes of one kind share their plain explanation."""
    assert plain_words((FIGURE, FIGURE, TYPO)) == f"{PLAINLY[EditKind.FIGURE_CHANGED]}; {PLAINLY[EditKind.TYPO]}"


@pytest.mark.parametrize("slip", SlipForm)
def test_a_slip_that_was_not_mended_is_not_called_proofreading(slip: SlipForm) -> None:
    """A date in another style and a slip that came in have a name and an explanation of their own."""
    change = replace(TYPO, slip=slip)
    assert kind_words(change) == SLIPS[slip]
    assert plain_words((change,)) == PLAINLY_SLIPS[slip]
    assert "proofread" not in plain_words((change,))


def test_changes_are_counted_by_reach() -> None:
    """The counts add up, and say that motives are not inferred; of foreign texts nothing is counted."""
    assert find_counts((whole_edit(),)).startswith("8 changes: 6 substantive, 1 cosmetic, 1 moved. Shown is what")
    assert find_counts((foreign_edit(),)) == ""
    assert find_counts((make_edit(grade=EditClass.NONE),)) == ""


def test_hints_name_what_was_overlooked() -> None:
    """Editions and versions in the wrong order are pointed out, and nothing else is."""
    edit = whole_edit()
    assert find_hint(edit) == ""
    assert find_hint(replace(edit, before=edit.after, after=edit.before)) == TURNED
    assert find_hint(replace(edit, before=replace(edit.before, captured=None))) == ""
    assert find_hint(foreign_edit()) == ""
    assert find_hint(foreign_edit(language="ru")) == TRANSLATED


def test_no_word_tells_a_motive() -> None:
    """Nothing that a report may say speaks of hiding, pressure or embarrassment."""
    said = " ".join((*PLAINLY.values(), *KINDS.values(), find_judgement((whole_edit(),)), PROJECTS, PROJECTS_AFTER))
    assert not [word for word in ("hide", "conceal", "embarrass", "pressure", "quietly") if word in said.lower()]
