"""Russian documents signed or adopted; all states and persons are fictional."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.russian.instruments import find_counts, find_instruments
from communique.model.instruments import InstrumentWords
from communique.model.spans import Span


def _sentences(text: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append(Span(at, at + len(line.rstrip())))
        at += len(line)
    return tuple(spans)


def _found(text: str, title: str = "") -> tuple[InstrumentWords, ...]:
    return find_instruments(text, title, _sentences(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            (
                "По итогам переговоров подписаны соглашение между Правительством Арвении и Правительством Вельмарка о "
                "паромах, меморандум о взаимопонимании между министерствами энергетики двух стран и протокол о рыбе."
            ),
            [("agreement", "government", "yes"), ("memorandum", "ministry", "no"), ("protocol", "unclear", "unclear")],
        ),
        (
            "Подписан пакет документов, в том числе межправительственное соглашение о туризме и контракт на паромы.",
            [("agreement", "government", "yes"), ("contract", "unclear", "yes")],
        ),
        ("Главы государств приняли Совместное заявление о проливе.", [("statement", "state", "no")]),
        ("Подписан ряд межведомственных документов.", [("other", "agency", "unclear")]),
        ("Состоялась церемония обмена подписанными документами.", [("other", "unclear", "unclear")]),
        ("Соглашение о паромах подписано в присутствии президентов.", [("agreement", "unclear", "unclear")]),
        (
            "Подписаны следующие документы:\nСоглашение о кабелях\nПротокол о намерениях",
            [("agreement", "unclear", "unclear"), ("letter_of_intent", "unclear", "no")],
        ),
        (
            "Подписаны соглашения о торговле, о туризме и о культуре.",
            [("agreement", "unclear", "unclear")] * 3,
        ),
    ],
)
def test_documents_are_found_with_class_level_and_binding(text: str, wanted: list[tuple[str, str, str]]) -> None:
    """Each document of a list is one, told by its own words and those that announce it."""
    assert [(x.kind.value, x.level.value, x.binding.value) for x in _found(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Документ будет подписан в мае.",
        "Планируется подписание соглашения о границе.",
        "Ожидается, что после встречи будет подписан ряд соглашений о рыболовстве.",
        "Президент подписал Указ «О наградах».",
        "В 2009 году стороны подписали договор о дружбе.",
        "Исполнилось 25 лет со дня подписания декларации об основах дружбы.",
        "Ранее стороны подписали соглашение о рыбе.",
    ],
)
def test_plans_old_documents_and_decrees_are_none(text: str) -> None:
    """What is announced, long past, or an act of one state alone is no instrument."""
    assert _found(text) == ()


def test_a_supplement_is_read_line_by_line() -> None:
    """A release that is a list of documents gives one for each line."""
    text = "Соглашение о кабелях\nМеморандум о приливах"
    assert len(_found(text, "Документы, подписанные в ходе визита в Тарск")) == len(text.splitlines())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("Подписано пять соглашений.", [5]), ("Подписан пакет документов.", [None]), ("Подписан договор о рыбе.", [])],
)
def test_counts_are_those_stated(text: str, wanted: list[int | None]) -> None:
    """A count is given with its number, or without one where the words give none."""
    assert [count.number for count in find_counts(text, _sentences(text))] == wanted


@given(st.text(alphabet="подписаны соглашения о а,;: и ряд.\n", max_size=200))
def test_any_text_gives_titles_inside_their_sentences(text: str) -> None:
    """Whatever the text, every document stands in a sentence of it and has words that decide."""
    for words in _found(text):
        assert words.title.of(text).strip()
        assert words.deciding
