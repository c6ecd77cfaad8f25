"""Topics, places of conflict, tone and formulas of Russian releases."""

from __future__ import annotations

import pytest

from communique.languages.gazetteer import Gazetteer, SideForm, SideWord
from communique.languages.russian.conflicts import find_conflicts
from communique.languages.russian.formulas import find_formulas
from communique.languages.russian.sentences import find_sentences
from communique.languages.russian.tone import find_tone
from communique.languages.russian.topics import find_topics
from communique.model.parties import Side
from communique.model.spans import Span

ARVENIA, VELMARK = Side(code="XA", name="Arvenia"), Side(code="XV", name="Velmark")
NAMES = Gazetteer(
    sides=(
        SideWord(words="Арвения", side=ARVENIA, form=SideForm.NAME),
        SideWord(words="арвенийский", side=ARVENIA, form=SideForm.ADJECTIVE),
        SideWord(words="Вельмарк", side=VELMARK, form=SideForm.NAME),
        SideWord(words="Королевство Вельмарк", side=VELMARK, form=SideForm.NAME),
        SideWord(words="вельмаркский", side=VELMARK, form=SideForm.ADJECTIVE),
    )
)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Обсуждены арвенийско-вельмаркские отношения.", ["bilateral_relations"]),
        ("Говорили о торговле и инвестициях.", ["trade_economy", "investment_finance"]),
        (
            "Рассмотрены вопросы энергетики, атомной энергетики и обороны.",
            ["energy", "nuclear_energy", "security_defence"],
        ),
        ("Речь шла о разоружении, терроризме и санкциях.", ["arms_control", "terrorism", "sanctions"]),
        ("Осуждены боевые действия и дискриминация.", ["armed_conflict", "human_rights"]),
        ("Пандемия и климат.", ["health_pandemic", "climate_environment"]),
        ("О беженцах, железных дорогах и космонавтах.", ["migration_borders", "transport", "space"]),
        ("Наука, киберугрозы, театры.", ["science_technology", "cyber_information", "education_culture_sport"]),
        ("Доставлена гуманитарная помощь.", ["humanitarian_aid"]),
        ("Интеграция и ООН.", ["regional_integration", "international_organisations"]),
        ("Реформы, выборы, годовщина.", ["domestic_politics", "elections", "anniversary_memory"]),
        ("Землетрясение, урожай, военнопленные.", ["disaster_accident", "agriculture_food", "consular_prisoners"]),
        ("Условлено продолжить контакты. Обсуждён туризм.", ["future_contacts", "other"]),
        ("Прибыл министр энергетики.", []),
        ("Желаю крепкого здоровья.", []),
    ],
)
def test_topics(text: str, topics: list[str]) -> None:
    """Each topic is told by the words of its field in any case form; offices and wishes name none."""
    assert [share.topic.value for share in find_topics("", text, find_sentences(text))] == topics


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Обсуждена ситуация в Арвении.", ["Arvenia"]),
        ("О развитии событий вокруг Вельмарка.", ["Velmark"]),
        ("Речь шла об арвенийском урегулировании.", ["Arvenia"]),
        ("Об арвенийской ядерной проблеме.", []),
        ("Президент посетил Арвению.", []),
        ("Боевые действия в секторе Газа.", ["Gaza"]),
        ("О положении на Ближнем Востоке.", ["Middle East"]),
    ],
)
def test_places_of_conflict(text: str, places: list[str]) -> None:
    """A place in any case form is one of conflict beside a word that says so, and has its English name."""
    assert [conflict.place for conflict in find_conflicts("", text, find_sentences(text), NAMES)] == places


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Состоялся обстоятельный разговор.", ["обстоятельный"]),
        ("С удовлетворением отмечен высокий уровень сотрудничества.", ["С удовлетворением", "высокий уровень"]),
        ("Тёплый вечер, крепкий лёд.", []),
        ("Подписан Договор о стратегическом партнёрстве.", []),
        ("Переговоры прошли в дружественном и конструктивном ключе.", ["дружественном", "конструктивном"]),
    ],
)
def test_words_of_tone(text: str, words: list[str]) -> None:
    """Words that judge talks or relations are found as written; the same words on other things are not."""
    assert [word.span.of(text) for word in find_tone(text, find_sentences(text))] == words


def test_formulas() -> None:
    """Stock phrases are found in any case form."""
    text = "Состоялся обмен мнениями по актуальным вопросам."
    found = find_formulas(text, (Span(0, len(text)),))
    assert [formula.name for formula in found] == ["exchange_of_views", "topical_issues"]
