"""The rules of the linter, on words about fictional states."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import LanguageError
from communique.reasoning.linting import chosen, find_notes, lint_text
from communique.reasoning.prose import TextForm
from communique.reasoning.remarks import RULES, RULES_BY_CODE, Severity

BROKEN = [
    ("It is likely, and we have high confidence in it.", "likelihood-with-confidence", "likely"),
    ("We are confident that a treaty is very unlikely.", "likelihood-with-confidence", "We are confident"),
    ("The palace wants peace.", "motive", "wants"),
    ("Korin was furious.", "mood", "furious"),
    ("He crossed his arms.", "body", "his arms"),
    ("She probably refused. So he left.", "fading-hedge", "So"),
    ("It is possible that she refused.", "outside-bands", "It is possible"),
    ("Vesk did not meet the Speaker.", "absence-as-fact", "did not meet"),
    ("The gift was unusual.", "unusual-without-base", "unusual"),
    ("<!-- communique: ignore mood -->\nThey met.", "ignored-without-reason", "<!-- communique: ignore mood -->"),
    ("<!-- communique: ignore gloom - why not -->\nThey met.", "ignored-without-reason", None),
]


@pytest.mark.parametrize(("text", "code", "words"), BROKEN, ids=[text[:40] for text, *_ in BROKEN])
def test_a_broken_rule_is_remarked(text: str, code: str, words: str | None) -> None:
    """Each rule finds its words, and says why and what to write instead."""
    found = [remark for remark in lint_text(text) if remark.code == code]
    assert found, lint_text(text)
    assert words is None or found[0].words == words
    assert found[0].why
    assert found[0].instead == RULES_BY_CODE[code].instead


KEPT = [
    "A treaty is likely. We have high confidence in this judgement.",
    "She said: “I was angry and wanted to leave.”",
    "> He was furious.\n",
    "Korin said that she wanted peace.",
    "The reader who wants more turns the page.",
    "The gift was unusual: 2 of 41 visits had one.",
    "The gift was unusual. It was given in 2 of the last 41 visits.",
    "The gift looks unusual, but there is no base.",
    "No report was found of a meeting with the Speaker.",
    "She probably refused. So he probably left. `angry`",
    "See [the record](https://example.org/angry/fear).",
    "A visit is likely; it may also be an occasion for talks.",
]


@pytest.mark.parametrize("text", KEPT)
def test_a_kept_rule_is_no_error(text: str) -> None:
    """Quoted and reported words, base rates, two sentences instead of one: no rule is broken."""
    assert [remark for remark in lint_text(text) if remark.severity is Severity.ERROR] == []


def test_words_of_one_class_in_one_sentence_are_one_remark() -> None:
    """A sentence full of motives is one place to mend; another sentence, another class, another remark."""
    found = lint_text("The palace wants to hide it, fears the talks, wants to hide it and is angry. It wants more.")
    assert [(remark.code, remark.listed) for remark in found] == [
        ("motive", ("wants to hide", "fears")),
        ("mood", ("angry",)),
        ("motive", ("wants",)),
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("She was afraid of the storm.", ["mood"]),
        ("His age is 71.", []),
        ("Despite his age he travelled.", []),
        ("He looks his age.", ["body"]),
        ("He sat there in his old age.", ["body"]),
    ],
)
def test_a_word_is_of_the_class_that_it_names(text: str, codes: list[str]) -> None:
    """Being afraid is a feeling; an age is a fact until somebody judges by it."""
    assert [remark.code for remark in lint_text(text)] == codes


SILENCES = [
    ("<!-- communique: ignore mood - his own words -->\nHe was angry.\n\nShe was angry.", [4]),
    ("<!-- communique: ignore mood - his own words -->\n\nHe was angry.\n\nShe was angry.", [5]),
    ("He was angry. <!-- communique: ignore mood - his own words -->\n\nShe was angry.", [3]),
    ("<!-- communique: ignore motive - wrong rule -->\nHe was angry.", [2]),
    ("<!-- communique: ignore-file mood, body - a play -->\n\nHe was angry.\n\nShe was angry.", []),
    ("<!-- communique: ignore mood -->\nHe was angry.", [1, 2]),
]


@pytest.mark.parametrize(("text", "lines"), SILENCES)
def test_a_comment_with_a_reason_lets_a_block_pass(text: str, lines: list[int]) -> None:
    """A comment is for its block or the next, for its rules, and only with a reason."""
    assert [remark.line for remark in lint_text(text)] == lines


def test_places_are_counted_as_an_editor_counts_them() -> None:
    """Lines and columns begin with 1, through front matter and marks, in code points."""
    text = "---\ntitle: x\n---\n\n𝄞 She was **angry**.\n"
    (remark,) = lint_text(text)
    assert (remark.line, remark.column, remark.span.of(text)) == (5, 13, "angry")


def test_a_fading_hedge_shows_both_places() -> None:
    """The remark stands at the later words and names the line of the guess."""
    (remark,) = lint_text("She probably refused.\n\nTherefore he left.")
    assert (remark.line, [place.line for place in remark.also]) == (3, [1, 3])
    assert "line 1" in remark.why


def test_a_guess_on_a_guess_is_advice() -> None:
    """What stays a guess is milder than what has become a fact."""
    (remark,) = (r for r in lint_text("She probably refused. So he probably left.") if r.code == "fading-hedge")
    assert remark.severity is Severity.ADVICE


def test_absence_from_a_text_is_advice() -> None:
    """That a text does not say a thing can be looked up."""
    (remark,) = lint_text("The release does not mention gas.")
    assert (remark.code, remark.severity) == ("absence-as-fact", Severity.ADVICE)


def test_quoted_words_are_a_note() -> None:
    """What was let pass because it is another's can be asked for."""
    (note,) = find_notes("She said: “I was furious.”")
    assert (note.code, note.severity, note.words) == ("quoted", Severity.NOTE, "furious")


def test_rules_are_chosen_by_code() -> None:
    """Selected rules alone, without those ignored."""
    remarks = lint_text("He was angry and wanted to leave.")
    assert [remark.code for remark in filter(chosen(select=["mood"]), remarks)] == ["mood"]
    assert [remark.code for remark in filter(chosen(ignore=["mood"]), remarks)] == ["motive"]


def test_other_languages_are_linted() -> None:
    """Russian has its own words and its own forms."""
    remarks = lint_text("Гость был недоволен. Дворец пытался это скрыть.", language="ru")
    assert [remark.code for remark in remarks] == ["mood", "motive"]


def test_a_language_without_words_is_refused() -> None:
    """No text is called clean because nobody could look."""
    with pytest.raises(LanguageError, match="got “fr”"):
        lint_text("Il est furieux.", language="fr")


def test_rules_have_each_its_own_code_and_all_their_words() -> None:
    """The catalogue as a whole: unique codes, nothing empty."""
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(all((rule.finds, rule.brief, rule.why, rule.instead)) for rule in RULES)


@given(st.text(alphabet="ab .\n#>`*“”", max_size=60), st.sampled_from(list(TextForm)))
def test_remarks_name_words_of_the_text(noise: str, form: TextForm) -> None:
    """Whatever stands around it, a remark's span holds its words, its line and column lead to them."""
    text = f"{noise}\n\nHe was angry.\n"
    lines = text.split("\n")
    for remark in lint_text(text, form=form):
        assert remark.span.of(text) == remark.words
        assert lines[remark.line - 1][remark.column - 1 :].startswith(remark.words.split("\n")[0])
