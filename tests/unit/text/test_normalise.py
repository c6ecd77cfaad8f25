"""Regular white space, texts with parts cut out and the way back, name cards, furniture."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Span
from communique.text.furniture import find_furniture, is_furniture, without_furniture
from communique.text.normalise import clear, find_name_cards, normalise_line, normalise_text


@pytest.mark.parametrize(
    ("line", "normal"),
    [
        ("  Talks\t in\u00a0 Tarsk ", "Talks in Tarsk"),
        ("co\u00adoperation\u200b", "cooperation"),
        ("\ufeffTalks\x07", "Talks"),
        ("Korin\u0301", "Koriń"),
        ("", ""),
    ],
)
def test_a_line_is_made_regular(line: str, normal: str) -> None:
    """Runs of white space become one space; what cannot be seen goes; letters are composed."""
    assert normalise_line(line) == normal


@given(st.text())
def test_making_regular_twice_changes_nothing(text: str) -> None:
    """A regular text stays as it is, and has no empty line."""
    once = normalise_text(text)
    assert normalise_text(once) == once
    assert all(line.strip() for line in once.split("\n")) or once == ""


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 8)), max_size=5))
def test_every_character_of_a_cleared_text_finds_its_way_back(text: str, cuts: list[tuple[int, int]]) -> None:
    """Cutting any spans leaves characters that each map to the same character of the text as captured."""
    spans = [Span(start, min(len(text), start + length)) for start, length in cuts if start < len(text)]
    cleared = clear(text, spans)
    origins = [cleared.original(Span(at, at + 1)) for at in range(len(cleared.text))]
    assert "".join(origin.of(text) for origin in origins) == cleared.text
    assert not any(origin.overlaps(span) for origin in origins for span in spans)


CARDS = {
    "President of Tholia Davor Selim Selim DavorPresident of the Republic of Tholia: Welcome.": (
        "Selim DavorPresident of the Republic of Tholia",
    ),
    "King Osmund spoke. Minister Jan-Erik Holt Holt Jan-ErikDefence Minister(retranslated): Yes.": (
        "Holt Jan-ErikDefence Minister",
    ),
    "He met Minister of Trade Petr Vask Vask PyotrMinister of Trade and Industry to discuss timber.": (
        "Vask PyotrMinister of Trade and Industry",
    ),
    "Asked about it, Mr Selim Selim DavorPresident of Tholia said nothing.": ("Selim DavorPresident of Tholia",),
    "Chairman Li Wen Li WenChairman of the Council : Thank you.": ("Li WenChairman of the Council",),
    "Count Ulf van der Moor van der Moor UlfAmbassador at Large: Good day.": ("van der Moor UlfAmbassador at Large",),
    "Адела Корин приняла. Министр торговли Олег Ромнов Ромнов Олег Петрович Министр торговли : Спасибо.": (
        "Ромнов Олег Петрович Министр торговли",
    ),
    "С докладом выступил О.Ромнов Ромнов Олег Петрович Министр торговли и промышленности , затем вопросы.": (
        "Ромнов Олег Петрович Министр торговли и промышленности",
    ),
    "Он благодарил Олега Ромнова Ромнов Олег Петрович Министр торговли поблагодарил его в ответ.": (
        "Ромнов Олег Петрович Министр торговли",
    ),
    "Участвовали Олег Ромнов Ромнов Олег Петрович Министр торговли , Иван Дарин Дарин Иван Ильич мэр Ост-Бурга .": (
        "Ромнов Олег Петрович Министр торговли",
        "Дарин Иван Ильич мэр Ост-Бурга",
    ),
    "President of Tholia Davor Selim thanked Ilmar Vesk.": (),
    "They had had talks, talks about talks, in Baden Baden, and on and on.": (),
    "Ilmar Vesk, Adela Korin, Davor Selim and Davor Selim’s wife walked to the harbour.": (),
    "Thank you, thank you very much. Welcome, Welcome to Tarsk.": (),
}


@pytest.mark.parametrize("text", CARDS)
def test_name_cards(text: str) -> None:
    """A name that stands twice, the second time reversed, is a card with its office; other repetitions are none."""
    assert tuple(span.of(text) for span in find_name_cards(text)) == CARDS[text]


@given(st.text(alphabet="AaBb СсДд.:,-", max_size=60))
def test_cards_lie_in_order_and_apart(text: str) -> None:
    """Whatever the text, cards are spans of it that do not overlap."""
    cards = find_name_cards(text)
    assert all(card.of(text) for card in cards)
    assert all(one.end <= other.start for one, other in pairwise(cards))


@pytest.mark.parametrize(
    "line",
    [
        "0 comments", "Comments (12)", "Share on Facebook", "Print this page", "Publication status", "Text version",
        "Direct link: press.velmark.example/d/771", "Published in section: News", "Read more »", "© 2031 Harbour House",
        "Поделиться", "Версия для печати", "0 комментариев", "Поділитися", "Бөлісу", "Imprimer", "Facebook | Twitter",
    ],
)  # fmt: skip
def test_lines_of_furniture(line: str) -> None:
    """Buttons, counters, status lines and menus are told in five languages."""
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The sides shared their views on the ferry.", "Comments on the treaty will be published in Sund.", "Thank you.",
        "Share of trade in timber rose.", "Printing of the treaty took a week.", "Ilmar Vesk: Yes.",
        "Tags of honour were given.",
        "Copyright law was among the topics.", "Стороны поделились мнениями.",
    ],
)  # fmt: skip
def test_lines_of_a_release(line: str) -> None:
    """Sentences that only contain such words stay."""
    assert without_furniture([line]) == (line,)


RUN_ON = (
    "Встреча в Тарске Ильмар Веск принял Аделу Корин. 5 апреля 2031 года 12:10 Тарск Встреча в Тарске "
    "И.Веск: Добрый день. Смотрите также Список участников 5 апреля 2031 года Рад Вас видеть. "
    "География Велмарк Темы Торговля Статус материала Опубликован в разделе: Новости Текстовая версия"
)


def test_furniture_of_a_capture_without_line_breaks() -> None:
    """Title, stamp, boxes of links and the closing block are found as spans; the text between them is the release."""
    found = find_furniture(RUN_ON, title="Встреча в Тарске", place="Тарск")
    assert [" ".join(span.of(RUN_ON).split()[:2]) for span in found] == [
        "Встреча в", "5 апреля", "Смотрите также", "География Велмарк",
    ]  # fmt: skip
    rest = " ".join(clear(RUN_ON, found).text.split())
    assert rest == "Ильмар Веск принял Аделу Корин. И.Веск: Добрый день. Рад Вас видеть."


def test_a_text_without_a_closing_block_is_left_whole() -> None:
    """A clean text has no furniture, although it begins like its title and names dates."""
    text = "Встреча в Тарске состоялась 5 апреля 2031 года 12:10 по местному времени."
    assert find_furniture(text, title="Встреча в Тарске") == ()
