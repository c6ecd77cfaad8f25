"""Silent edits: which words changed, of what kind the change is, and whether it changes what the text says."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.edits.comparing import compare_versions
from communique.model import EditClass, EditKind, Part, SlipForm
from unit.collation.edit_pairs import COSMETIC, SUBSTANTIVE, Versions, fictional_places, quoted, version

SENTENCES = (
    "Ilmar Vesk spoke with Adela Korin on the ferries.",
    "The sides signed 5 documents in Tarsk.",
    "They agreed to meet again before the winter.",
    "Tholia will send a delegation of teachers.",
    "The Prime Minister thanked her hosts for a warm welcome.",
    "Trade between the two states grew by 12 percent.",
)
PLACES = fictional_places()


def kinds(row: Versions) -> tuple[EditClass, frozenset[str]]:
    """Give the class and the kinds of a row of the table."""
    before, after = version(row.before, language=row.language), version(row.after, language=row.language)
    edit = compare_versions(before, after, places=fictional_places(row.language))
    return edit.grade, frozenset(edit.kinds)


@pytest.mark.parametrize("row", COSMETIC, ids=lambda row: row.after)
def test_what_states_nothing_new_is_cosmetic(row: Versions) -> None:
    """A slip mended, a name spelt otherwise, marks and spacing are told apart and are cosmetic."""
    assert kinds(row) == (EditClass.COSMETIC, row.kinds)


@pytest.mark.parametrize("row", SUBSTANTIVE, ids=lambda row: row.after)
def test_what_states_something_else_is_substantive(row: Versions) -> None:
    """Numbers, dates, places, offices, people, firmness and speech changed are told by kind."""
    assert kinds(row) == (EditClass.SUBSTANTIVE, row.kinds)


@pytest.mark.parametrize("row", [*COSMETIC, *SUBSTANTIVE], ids=lambda row: row.after)
def test_an_edit_taken_back_has_the_same_class(row: Versions) -> None:
    """The other direction changes as much; what was added is what would be removed, what softened what hardens."""
    mirror = {"added": "removed", "removed": "added", "softened": "hardened", "hardened": "softened"}
    grade, found = kinds(Versions(row.after, row.before, row.kinds, row.language))
    turned = frozenset("_".join(mirror.get(word, word) for word in kind.split("_")) for kind in row.kinds)
    assert (grade, found) == (kinds(row)[0], turned)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
def test_a_text_and_itself_differ_in_nothing(sentences: list[str]) -> None:
    """Identical versions have no changes."""
    text = "\n\n".join(sentences)
    edit = compare_versions(version(text), version(text), places=PLACES)
    assert (edit.grade, edit.changes) == (EditClass.NONE, ())


@given(st.permutations(SENTENCES))
def test_sentences_in_another_order_have_moved(sentences: list[str]) -> None:
    """A sentence that only changed its place is neither removed nor added."""
    edit = compare_versions(version(" ".join(SENTENCES)), version(" ".join(sentences)), places=PLACES)
    assert all(change.moved and change.kinds == () for change in edit.changes)
    assert edit.grade is (EditClass.COSMETIC if tuple(sentences) != SENTENCES else EditClass.NONE)
    assert all(before == after for before, after in quoted(edit))


@given(st.sampled_from(SENTENCES), st.sampled_from(("  ", "\n", "\u00a0", " \n ", "\u200b ")), st.integers(0, 5))
def test_white_space_alone_is_spacing(sentence: str, space: str, at: int) -> None:
    """Blanks of another kind or number are a cosmetic edit of markup and spacing."""
    words = sentence.split(" ")
    after = " ".join(words[: at + 1]) + space + " ".join(words[at + 1 :])
    edit = compare_versions(version(sentence), version(after), places=PLACES)
    assert (edit.grade, edit.kinds) == (EditClass.COSMETIC, (EditKind.MARKUP_SPACING,))


@given(st.lists(st.sampled_from(SENTENCES), max_size=5), st.lists(st.sampled_from(SENTENCES), max_size=5))
def test_every_span_quotes_words_inside_its_sentence(one: list[str], other: list[str]) -> None:
    """Changed words are exact, and stand in the sentence that is given with them."""
    edit = compare_versions(
        version(" ".join(one), title="Talks"), version(" ".join(other), title="Talks"), places=PLACES
    )
    for change in edit.changes:
        for release, words, sentence in (
            (edit.before, change.before, change.sentence_before),
            (edit.after, change.after, change.sentence_after),
        ):
            assert words is None or release.words(words).strip() == release.words(words) != ""
            assert words is None or sentence is None or sentence.covers(words)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_are_compared(one: str, other: str) -> None:
    """No text is refused; texts that differ are never said to be the same, and equal ones always."""
    edit = compare_versions(version(one, title="t"), version(other, title="t"), places=PLACES)
    assert (edit.grade is EditClass.NONE) <= (one.strip() == other.strip() or not edit.changes)
    assert edit.grade is EditClass.NONE or one != other


@given(st.lists(st.sampled_from(SENTENCES), unique=True, min_size=2), st.data())
def test_a_sentence_taken_out_is_removed_and_put_back_is_added(sentences: list[str], data: st.DataObject) -> None:
    """The two directions of an edit mirror each other."""
    gone = data.draw(st.sampled_from(sentences))
    full, cut = version(" ".join(sentences)), version(" ".join(s for s in sentences if s != gone))
    removed, added = compare_versions(full, cut, places=PLACES), compare_versions(cut, full, places=PLACES)
    assert quoted(removed) == [(gone, None)]
    assert quoted(added) == [(None, gone)]
    assert EditKind.SENTENCE_REMOVED in removed.kinds
    assert EditKind.SENTENCE_ADDED in added.kinds


def test_changed_words_are_marked_and_nothing_else() -> None:
    """A change covers the words that differ, and tells what became of them."""
    edit = compare_versions(
        version("The sides met.\n\nArvenia will give $40 million to Tholia."),
        version("The sides met.\n\nArvenia will give $45 million to Tholia."),
        places=PLACES,
    )
    (change,) = edit.changes
    assert quoted(edit) == [("40", "45")]
    assert change.told == "“40” became “45”"
    assert change.sentence_before is not None
    assert edit.before.words(change.sentence_before) == "Arvenia will give $40 million to Tholia."


@pytest.mark.parametrize(
    ("before", "after", "slip", "told"),
    [
        ("A civillian ship came.", "A civilian ship came.", None, "“civillian” became “civilian”"),
        ("A civilian ship came.", "A civillian ship came.", SlipForm.CAME_IN, "a slip that came in"),
        ("They met on a ship.", "They met on on a ship.", SlipForm.CAME_IN, "a slip that came in"),
        ("They met on on a ship.", "They met on a ship.", None, "“on” was removed"),
        ("They met on 4 May.", "They met on May 4.", SlipForm.DATE_STYLE, "date style"),
        ("They spoke of labor.", "They spoke of labour.", None, "“labor” became “labour”"),
    ],
)
def test_a_slip_that_was_not_mended_is_told_as_what_it_is(
    before: str, after: str, slip: SlipForm | None, told: str
) -> None:
    """A word that is none, or stands twice, in the later version came in; a date in another order is a style."""
    (change,) = compare_versions(version(before), version(after), places=PLACES).changes
    assert (change.kinds, change.slip) == ((EditKind.TYPO,), slip)
    assert told in change.told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "They agreed to continue their contacts on trade.",
            "They did not rule out further contacts on trade.",
            "“agreed to continue their contacts” became “did not rule out further contacts”",
        ),
        ("They demanded that it end.", "They asked that it end.", "“demanded that it end” became “asked that it end”"),
        ("They demanded, as before, more.", "They asked, as before, more.", "“demanded” became “asked”"),
    ],
)
def test_a_phrase_reworded_is_quoted_whole(before: str, after: str, told: str) -> None:
    """The words told go on to the word that the phrase turns on, and over no mark; the marked words do not."""
    (change,) = compare_versions(version(before), version(after), places=PLACES).changes
    assert change.told == told


def test_a_sentence_moved_and_changed_is_both() -> None:
    """A sentence that stands elsewhere with a number changed has moved, and its number has changed."""
    before = f"{SENTENCES[1]} {SENTENCES[0]} {SENTENCES[2]} {SENTENCES[3]}"
    after = f"{SENTENCES[0]} {SENTENCES[2]} {SENTENCES[3]} {SENTENCES[1].replace('5', '6')}"
    edit = compare_versions(version(before), version(after), places=PLACES)
    assert [(change.moved, change.kinds) for change in edit.changes] == [
        (True, ()),
        (False, (EditKind.FIGURE_CHANGED,)),
    ]


def test_lines_broken_for_the_width_of_a_page_are_no_sentences() -> None:
    """Words added to a paragraph shift its line breaks, and only the words count."""
    opening = "The sides discussed the ferries between Tarsk and Sund, the"
    before = f"{opening} bridge over\nthe strait, and the visit of the teachers."
    after = f"{opening} new bridge\nover the strait, and the visit of the teachers."
    edit = compare_versions(version(before), version(after), places=PLACES)
    assert quoted(edit) == [(None, "new")]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (
            "Linden Palace\nTarsk\n\n11:40 A.M.\n\nThe sides met.",
            "Harbour House\nSund\n\n11:40 A.M.\n\nThe sides met.",
            "place_changed",
        ),
        (
            "Linden Palace\n\n11:40 A.M.\n\nThe sides met.",
            "Linden Palace\n\n11:50 A.M.\n\nThe sides met.",
            "date_changed",
        ),
    ],
)
def test_lines_above_the_body_say_where_and_when(before: str, after: str, kind: str) -> None:
    """The lines over the time of day are the place, that line itself the time."""
    assert compare_versions(version(before), version(after), places=PLACES).kinds == (EditKind(kind),)


def test_a_place_line_changed_is_another_place() -> None:
    """The place field of a release is compared too."""
    edit = compare_versions(version("They met.", place="Tarsk"), version("They met.", place="Sund"), places=PLACES)
    assert [(change.kinds, change.after and change.after.part) for change in edit.changes][-1][1] is Part.PLACE
    assert edit.kinds == (EditKind.PLACE_CHANGED,)


def test_a_title_changed_is_found_in_the_title() -> None:
    """The title is compared as the text is, and its spans count there."""
    edit = compare_versions(
        version("They met.", title="Talks with Adela Korin"),
        version("They met.", title="Call with Adela Korin"),
        places=PLACES,
    )
    assert quoted(edit) == [("Talks", "Call")]
    assert edit.changes[0].after is not None
    assert edit.changes[0].after.part is Part.TITLE


def test_long_texts_are_compared_in_good_time() -> None:
    """A long transcript rewritten in many places takes far less than a second a thousand words."""
    before = " ".join(f"Item {n}: the sides spoke of ferry {n * 7} and of bridge {n * 3}." for n in range(700))
    after = before.replace("spoke", "wrote", 300).replace("ferry 7 ", "ferry 8 ")
    begun = time.process_time()
    compare_versions(version(before), version(after), places=PLACES)
    assert time.process_time() - begun < 8
