"""A Russian release marked up: cards and page lines left out, spans in the text as captured."""

from __future__ import annotations

from datetime import date

import pytest

from communique.languages.port import Language, Markup
from communique.languages.russian import Russian
from communique.model import Basis, Kind, Pattern, SpeechForm, VisitClass
from unit.languages.russian_states import names, release

CARD = (
    "Встреча с Президентом Толии Давором Селимом В Липовом дворце Ильмар Веск принял Президента Толии Давора Селима. "
    "6 марта 2031 года 19:00 Тарск, Липовый дворец И.Веск: Добро пожаловать! Благодарю Вас за визит. "
    "Д.Селим Селим Давор Иванович Президент Толии : Спасибо за приглашение. И.Веск: Начнём. "
    "Статус материала Опубликован в разделе: Новости"
)


def marked(text: str, title: str = "", place: str | None = None) -> Markup:
    """Mark up one release."""
    return next(Russian(names()).mark_up([release(text, title, place)]))


@pytest.mark.parametrize(
    ("text", "pattern", "subject"),
    [
        ("Ильмар Веск принял Давора Селима.", Pattern.RECEIVED, "Ильмар Веск"),
        ("Давор Селим был принят Ильмаром Веском.", Pattern.WAS_RECEIVED, "Давор Селим"),
        ("Ильмар Веск встретился с Давором Селимом.", Pattern.MET_WITH, "Ильмар Веск"),
        ("Ильмар Веск провёл переговоры с Давором Селимом.", Pattern.HELD_TALKS, "Ильмар Веск"),
        ("Состоялся телефонный разговор Ильмара Веска с Давором Селимом.", Pattern.HAD_CONVERSATION, None),
        ("Президенты обсудили паром.", Pattern.JOINT, None),
        ("Открыт новый порт.", Pattern.OTHER, None),
    ],
)
def test_reads_how_the_first_sentence_puts_the_encounter(text: str, pattern: Pattern, subject: str | None) -> None:
    """The verb decides the pattern; a conversation that took place has no subject."""
    lead = marked(text).lead
    assert lead is not None
    assert lead.pattern is pattern
    assert (lead.subject.span.of(text) if lead.subject else None) == subject


def test_cards_and_page_lines_are_neither_text_nor_speakers() -> None:
    """What the page added is in no sentence of its own and labels no turn; spans count in the captured text."""
    markup = marked(CARD, "Встреча с Президентом Толии Давором Селимом", "Тарск, Липовый дворец")
    assert markup.release.text == CARD
    turns = [s for s in markup.speech if s.form is SpeechForm.TURN]
    assert [t.speaker_words.of(CARD) if t.speaker_words else None for t in turns] == ["И.Веск", "Д.Селим", "И.Веск"]
    assert turns[1].content.of(CARD) == "Спасибо за приглашение."
    assert not any(s.of(CARD).startswith("Статус") for s in markup.sentences)
    assert [d.span.of(CARD) for d in markup.opening] == ["Ильмар Веск", "Президента Толии Давора Селима"]


def test_the_place_line_stays_in_the_nominative() -> None:
    """The venue is called as the place line calls it, and marked where the body declines it."""
    markup = marked(CARD, "Встреча с Президентом Толии Давором Селимом", "Тарск, Липовый дворец")
    venue = next(p.venue for p in markup.places if p.venue)
    assert (venue.value, venue.span.of(CARD)) == ("Липовый дворец", "Липовом дворце")


def test_reads_day_class_and_invitation_of_an_announced_visit() -> None:
    """A headline's range of days gives its first; "по приглашению" is whose idea the visit is."""
    text = (
        "По приглашению Президента Арвении Ильмара Веска "
        "Давор Селим 7–9 апреля посетит Арвению с государственным визитом."
    )
    markup = marked(text, "7–9 апреля Давор Селим посетит Арвению")
    assert {d.day for d in markup.days} == {date(2031, 4, 7)}
    assert markup.visit_class is not None
    assert markup.visit_class.value is VisitClass.STATE
    assert [(d.basis, d.giver.span.of(text)) for d in markup.drives if d.giver] == [
        (Basis.INVITED, "Президента Арвении Ильмара Веска")
    ]
    assert Kind.VISIT in {c.kind for c in markup.cues}


def test_quotations_name_their_speaker() -> None:
    """A quotation followed by a dash and a verb of saying is the speaker's."""
    text = "Гости осмотрели порт. «Паром вернётся весной», – сказала Адела Корин."
    speech = marked(text).speech
    assert [(s.content.of(text), s.speaker_words.of(text) if s.speaker_words else None) for s in speech] == [
        ("Паром вернётся весной", "Адела Корин")
    ]


def test_voice_of_the_sides_and_of_nobody() -> None:
    """A sentence about what the sides did is theirs, a passive without an agent nobody's."""
    text = "Стороны обсудили паром. Обсуждены также вопросы торговли."
    markup = marked(text)
    assert [s.of(text) for s in markup.joint] == ["Стороны обсудили паром."]
    assert [s.of(text) for s in markup.impersonal] == ["Обсуждены также вопросы торговли."]


def test_is_a_language() -> None:
    """Russian is a language of the port, with its dictionary named."""
    language: Language = Russian(names())
    assert language.code == "ru"
    assert any("pymorphy3" in model for model in language.models)


@pytest.mark.parametrize("text", ["—", "Веск", "«", "И.Веск:", ". . .", "И. И. И."])
def test_odd_texts_are_marked_up_all_the_same(text: str) -> None:
    """Nothing is lost of a release that says next to nothing."""
    assert marked(text).release.text == text
