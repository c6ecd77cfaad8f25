"""The places where versions part: sentences before and after, with the changed words marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Change, EditKind, Part, Span
from communique.reports.versions.places import Run, find_places, printed, visible
from communique.reports.versions.wording import Reach
from unit.reports.versions.edited import (
    BEFORE,
    FERRY,
    MINISTER,
    PROJECTS,
    PROJECTS_AFTER,
    STAY,
    make_change,
    make_edit,
    spacing_edit,
    whole_edit,
)


def test_changes_of_one_sentence_share_a_place() -> None:
    """Sentences come with all their changes marked, the substantive ones first, each change with its number."""
    places = find_places(whole_edit())
    assert [place.reach for place in places] == [Reach.SUBSTANTIVE] * 4 + [Reach.MOVED]
    assert [item.number for place in places for item in place.changes] == list(range(1, 9))
    first = places[0]
    assert first.before
    assert first.after
    assert ["".join(run.words for run in side.runs) for side in (first.before, first.after)] == [
        PROJECTS,
        PROJECTS_AFTER,
    ]
    assert [run.words for run in first.before.runs if run.changed] == ["17", "grain  transit", "4 May"]
    assert [run.words for run in first.after.runs if run.changed] == ["71", "grain transit", "6 May"]
    assert [run.words for run in first.after.runs if run.blank] == ["grain transit"]


def test_what_was_removed_stands_in_one_version_alone() -> None:
    """A removed sentence has words before and none after, and its place in the text."""
    removed = find_places(whole_edit())[1]
    assert removed.after is None
    assert removed.before
    assert removed.before.runs == (Run(words=MINISTER, changed=True),)
    assert removed.locus == "¶2"


def test_what_was_moved_is_shown_once() -> None:
    """A passage that only changed its place has its words once, unmarked, and both places."""
    moved = find_places(whole_edit())[-1]
    assert [name for name, _ in moved.excerpts] == ["words"]
    assert moved.excerpts[0][1].runs == (Run(words=STAY),)
    assert moved.locus == "¶4 → ¶3"


def test_words_outside_any_sentence_have_some_around_them() -> None:
    """A change between sentences is shown with the words beside it, on its own line."""
    gap = BEFORE.index(FERRY) + len(FERRY)
    change = Change(kinds=(EditKind.MARKUP_SPACING,), told="a space went", before=Span(gap, gap + 1))
    (place,) = find_places(make_edit(change))
    assert place.before
    assert [run.words for run in place.before.runs] == [FERRY, " ", STAY]
    assert place.before.runs[1].blank


def test_a_change_in_the_title_is_shown_in_the_title() -> None:
    """Spans count in their own part: what changed in a title is shown there."""
    edit = spacing_edit()
    longer = replace(edit.after, title=f"{edit.after.title} Adela Korin")
    span = Span(len(edit.after.title) + 1, len(longer.title), Part.TITLE)
    change = Change(kinds=(EditKind.OTHER,), told="a name came", after=span)
    (place,) = find_places(replace(edit, after=longer, changes=(change,)))
    assert place.after
    assert [run.words for run in place.after.runs if run.changed] == ["Adela Korin"]
    assert place.locus == "title"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (" ", "·"),
        ("\n\n", "↵↵"),
        ("\u00a0", "⍽"),
        ("\u200b", "‹U+200B›"),
        (" " * 40, "·" * 12 + "…"),
        ("e\u0301", "e‹U+0301›"),
    ],
)
def test_what_has_no_ink_is_made_visible(words: str, expected: str) -> None:
    """White space and marks without ink get a sign, or their number; many in a row are cut."""
    assert visible(words) == expected


@given(st.text(max_size=2000), st.booleans())
def test_a_printed_run_is_one_safe_line(words: str, changed: bool) -> None:  # noqa: FBT001 - Hypothesis gives arguments by place
    """However long or strange the words, what is printed is one line of bounded length without control codes."""
    shown = printed(Run(words=words, changed=changed))
    assert len(shown) <= 500
    assert not any(ord(character) < 32 for character in shown)
    assert not words.strip() or shown.strip()


def test_a_short_run_keeps_its_edges() -> None:
    """The spaces beside a changed word stay, so that words do not run together, even where the run is cut."""
    assert printed(Run(words=" joint projects ")) == " joint projects "
    cut = printed(Run(words=f" {'harbour ' * 100}"))
    assert cut.startswith(" harbour")
    assert cut.endswith("harbour ")
    assert len(cut) < 200


def test_a_sentence_that_words_came_into_is_parted_there() -> None:
    """Where words came in, the sentence before is cut at the same point; only the marked side says where it stands."""
    start = "Joining the call were the leaders of Tholia"
    before, after = f"{start} and Ostrand.", f"{start}, of Velmark and Ostrand."
    came = make_change(
        EditKind.PARTICIPANT_ADDED, after=", of Velmark", within=(before, after), texts=(before, f"News.\n{after}")
    )
    (place,) = find_places(make_edit(came, before=before, after=f"News.\n{after}"))
    assert place.before
    assert [run.words for run in place.before.runs] == [start, " and Ostrand."]
    assert not place.before.is_marked
    assert place.locus == "¶2"
