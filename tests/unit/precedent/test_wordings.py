"""How texts are abstracted to rows of words; states and people are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ModelError
from communique.model import Part
from communique.precedent.abstraction import DAY, NAME, NUMBER
from communique.precedent.wordings import GRAM, Phrasing, abstract, abstract_text, find_prints
from unit.fictional import account_of

BODY = "President Ilmar Vesk received Prime Minister Adela Korin. The sides exchanged views on ferries."


KEPT = (15261494852398691879, 10046111601610287274)
"""The prints of one sentence, as corpora have kept them."""


def told(title: str, text: str = "") -> list[str]:
    """Give the rows of a title and a body, each as one string."""
    return [" ".join(row.tokens) for row in abstract_text(title, text)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Ilmar Vesk had a talk with Adela Korin.", ["‹name› had a talk with ‹name›"]),
        ("The President of the Republic of Arvenia met with Mr Selim.", ["the ‹name› met with ‹name›"]),
        ("On 14 June 2021 both sides signed 3 documents.", ["on ‹day› both sides signed ‹number› documents"]),
        ("The talks began on Monday at 17:30 and may go on.", ["the talks began on ‹day› at ‹number› and may go on"]),
        ("Trade grew by 4.5% in 2020.", ["trade grew by ‹number› in ‹number›"]),
        ("Today President Vesk spoke. I thank you, he said.", ["today ‹name› spoke", "i thank you he said"]),
        ("Korin: We agree.\nThe talks of Korin ended.", ["‹name›", "we agree", "the talks of ‹name› ended"]),
        ("He said: “Trade will grow.” They left.", ["he said", "trade will grow", "they left"]),
        ("Mr. Vesk and Dr. Korin met.", ["‹name› and ‹name› met"]),
        ("Ilmar Vesk’s visit ended.", ["‹name› visit ended"]),
        ("14 июня Президент Арвении Ильмар Веск принял Аделу Корин.", ["‹day› ‹name› принял ‹name›"]),
        ("Обсуждены вопросы арвено-велмаркских отношений.", ["обсуждены вопросы ‹name› отношений"]),
        ("Переговоры прошли 3 мая 2021 года в Тарске.", ["переговоры прошли ‹day› в ‹name›"]),
        ("Сто\xadроны обсудили торговлю.", ["стороны обсудили торговлю"]),
        ("Тараптар 5 маусымда Тарскіде кездесті.", ["тараптар ‹day› ‹name› кездесті"]),
        ("", []),
        ("… – ().", []),
    ],
)
def test_names_numbers_and_days_are_abstracted_in_order(text: str, rows: list[str]) -> None:
    """What changes from text to text becomes one token each, and all other words keep their order."""
    assert told("", text) == rows


@pytest.mark.parametrize(
    ("title", "row"),
    [
        (
            "Readout of President Ilmar Vesk’s Call with Prime Minister Adela Korin",
            "readout of ‹name› call with ‹name›",
        ),
        ("Ilmar Vesk met with Adela Korin", "‹name› met with ‹name›"),
        ("Telephone conversation with Adela Korin", "telephone conversation with ‹name›"),
        ("Vesk Announces Broad Ferry Programme with Velmark", "‹name› announces ‹name› ferry ‹name› with ‹name›"),
    ],
)
def test_a_headline_with_capitals_everywhere_keeps_the_words_of_the_trade(title: str, row: str) -> None:
    """Where every word has a capital, known words and those that the body writes small are no names."""
    assert told(title, "Ilmar Vesk spoke of a new ferry.")[0] == row


def test_a_single_name_at_the_head_is_known_from_the_rest() -> None:
    """A word that has a capital inside sentences is a name at the head of one too."""
    assert told("", "Korin left. The sides thanked Korin.") == ["‹name› left", "the sides thanked ‹name›"]
    assert told("", "Talks ended. The talks were long.") == ["talks ended", "the talks were long"]


def test_every_word_stands_where_its_place_says() -> None:
    """Places mark the exact words, those of a name together, in title and body."""
    account = account_of(BODY, "Ilmar Vesk met with Adela Korin")
    release = account.release
    head, first, second = abstract(account)
    assert (head.part, first.part) == (Part.TITLE, Part.TEXT)
    assert release.title[head.starts[0] : head.ends[0]] == "Ilmar Vesk"
    assert release.text[first.starts[-1] : first.ends[-1]] == "Prime Minister Adela Korin"
    assert release.words(second.span) == "The sides exchanged views on ferries"


def test_what_a_page_added_is_no_wording() -> None:
    """The block of keywords below a captured body is left out."""
    page = f"{BODY} Publication status Published in section: News Text version"
    assert told("", page) == told("", BODY)


def test_prints_are_those_of_the_text_alone() -> None:
    """The text of a precedent, without its account, gives the prints that its account gave."""
    account = account_of(BODY, "Meeting with Adela Korin")
    rows = abstract_text("Meeting with Adela Korin", BODY)
    assert find_prints(account) == {value for row in rows for value in row.prints}


def test_prints_are_the_same_in_every_process() -> None:
    """A print is no hash of Python's: kept ones stay comparable."""
    (row,) = abstract_text("", "The sides exchanged views.")
    assert row.placed_prints == ((0, KEPT[0]), (1, KEPT[1]))


def test_the_head_of_a_sentence_counts_as_a_word() -> None:
    """Three words that open a sentence make a print, and the words under it are those three."""
    (row,) = abstract_text("", "Meeting with Adela Korin")
    ((place, _),) = row.placed_prints
    assert row.words(place, place) == ("meeting", "with", NAME)


def test_abstractions_alone_make_no_print() -> None:
    """Four abstractions in a row say nothing."""
    row = Phrasing(tokens=(NAME, NUMBER, NAME, DAY, "met"), starts=(0, 1, 2, 3, 4), ends=(1, 2, 3, 4, 5))
    assert [place for place, _ in row.placed_prints] == [2]


def test_a_row_without_places_is_refused() -> None:
    """Every word needs its place."""
    with pytest.raises(ModelError, match="a place for each of the words"):
        Phrasing(tokens=("met",), starts=(), ends=(3,))


@given(
    st.lists(
        st.sampled_from(["Vesk", "the", "talks", "met", " 14 ", ".", ": ", "\n", "“", "”", "May", " ", "В", "мая"])
    )
)
def test_places_follow_each_other_and_lie_in_the_text(pieces: list[str]) -> None:
    """Whatever the text, rows stand in order, and every print has four words under it, three at a head."""
    text = " ".join(pieces)
    end = 0
    for row in abstract_text("", text):
        for start, stop in zip(row.starts, row.ends, strict=True):
            assert end <= start < stop <= len(text)
            end = stop
        for place, value in row.placed_prints:
            assert 0 <= value < 2**64
            assert len(row.words(place, place)) == GRAM - (place == 0)
