"""Who deals with whom in a Russian sentence: case government, passives, nouns, direct speech."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.russian.clauses import make_row
from communique.languages.russian.designations import find_designated
from communique.languages.russian.frames import find_frames
from communique.model import RelationKind, Span, Status
from unit.languages.russian_states import known

WORDS = [
    "Президент",
    "Арвении",
    "Ильмар",
    "Веск",
    "принял",
    "поблагодарил",
    "Вас",
    "Адела",
    "Корин",
    "за",
    "приглашение",
    "что",
    "который",
    ",",
    "мы",
    "с",
    "переговоры",
    "визит",
    "в",
    "Велмарк",
    "спасибо",
    ":",
    "высоко",
    "оценил",
    "был",
    "принят",
    "благодарность",
    "выразил",
    "провёл",
    "и",
    "народ",
]


def dealings(text: str) -> list[tuple[str, str | None, str | None]]:
    """Give kind, giver and receiver of each frame, in words."""
    row = make_row(text, Span(0, len(text)), find_designated(text, known()))
    return [
        (f.kind.value, f.giver.span.of(text) if f.giver else None, f.receiver.span.of(text) if f.receiver else None)
        for f in find_frames(row)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ильмар Веск встретился с Аделой Корин.", ("contact", "Ильмар Веск", "Аделой Корин")),
        (
            "Состоялся телефонный разговор Ильмара Веска с Президентом Толии Давором Селимом.",
            ("contact", "Ильмара Веска", "Президентом Толии Давором Селимом"),
        ),
        (
            "Ильмар Веск принял Президента Толии Давора Селима.",
            ("reception", "Ильмар Веск", "Президента Толии Давора Селима"),
        ),
        (
            "Давор Селим был принят Президентом Арвении Ильмаром Веском.",
            ("reception", "Президентом Арвении Ильмаром Веском", "Давор Селим"),
        ),
        (
            "Премьер-министра Велмарка Аделу Корин принял Президент Арвении.",
            ("reception", "Президент Арвении", "Премьер-министра Велмарка Аделу Корин"),
        ),
        ("Давор Селим посетит Арвению.", ("visit", "Давор Селим", "Арвению")),
        ("Рассмотрены итоги визита Давора Селима в Арвению.", ("visit", "Давора Селима", "Арвению")),
        ("Ильмар Веск пригласил Давора Селима посетить Арвению.", ("invitation", "Ильмар Веск", "Давора Селима")),
        ("Давор Селим принял приглашение Президента Арвении.", ("invitation", "Президента Арвении", "Давор Селим")),
        ("Ильмар Веск поблагодарил Аделу Корин за паромы.", ("thanks", "Ильмар Веск", "Аделу Корин")),
        ("Адела Корин выразила признательность Ильмару Веску за приём.", ("thanks", "Адела Корин", "Ильмару Веску")),
        ("Ильмар Веск высоко оценил усилия Велмарка.", ("praise", "Ильмар Веск", "Велмарка")),
        (
            "Ильмар Веск направил телеграмму соболезнования Президенту Толии.",
            ("condolence", "Ильмар Веск", "Президенту Толии"),
        ),
        ("Ильмар Веск принёс извинения Аделе Корин.", ("apology", "Ильмар Веск", "Аделе Корин")),
        ("Адела Корин попросила Ильмара Веска открыть порт.", ("request", "Адела Корин", "Ильмара Веска")),
        ("Адела Корин заверила Ильмара Веска в поддержке.", ("assurance", "Адела Корин", "Ильмара Веска")),
        ("Ильмар Веск, я Вас поздравляю с победой.", ("congratulation", "я", "Ильмар Веск")),
        ("И.Веск: Адела Корин, спасибо большое.", ("thanks", "И.Веск", "Адела Корин")),
    ],
)
def test_reads_giver_and_receiver(text: str, expected: tuple[str, str, str]) -> None:
    """The giver is who acts, whatever the order of words and the voice of the verb."""
    assert expected in dealings(text)


@pytest.mark.parametrize(
    "text",
    [
        "Адела Корин приняла участие в открытии порта.",
        "Правительство приняло решение о пароме.",
        "Ильмар Веск уверен, что паром нужен.",
        "Книга приглашает к размышлению.",
    ],
)
def test_other_senses_are_no_dealings(text: str) -> None:
    """To take part is to receive nobody, and being sure assures nobody."""
    assert not dealings(text)


def test_an_invitation_to_visit_is_no_visit() -> None:
    """Whoever is invited to visit has not visited."""
    assert "visit" not in [kind for kind, _, _ in dealings("Ильмар Веск пригласил Давора Селима посетить Арвению.")]


def test_thanks_go_on_to_who_was_praised() -> None:
    """Thanks that name nobody go to whom the same person has just praised."""
    text = "Ильмар Веск высоко оценил усилия Велмарка, поблагодарил за гостеприимство."
    assert ("thanks", "Ильмар Веск", "Велмарка") in dealings(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ильмар Веск встретится с Аделой Корин.", Status.PLANNED),
        ("Ильмар Веск встретился с Аделой Корин.", Status.ACTUAL),
        ("Ильмар Веск готов встретиться с Аделой Корин.", Status.HYPOTHETICAL),
    ],
)
def test_reads_the_status_off_the_verb(text: str, status: Status) -> None:
    """Future tense plans, readiness leaves open."""
    row = make_row(text, Span(0, len(text)), find_designated(text, known()))
    assert [f.status for f in find_frames(row) if f.kind is RelationKind.CONTACT] == [status]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=22))
def test_frames_stay_inside_their_sentence(words: list[str]) -> None:
    """Whatever the words, a frame has a party, inside the sentence, and nobody deals with himself."""
    text = " ".join(words)
    sentence = Span(0, len(text))
    for frame in find_frames(make_row(text, sentence, find_designated(text, known()))):
        ends = [end.span for end in (frame.giver, frame.receiver) if end]
        assert ends
        assert all(sentence.covers(span) for span in (*ends, frame.cue))
        assert len(ends) == 1 or not ends[0].overlaps(ends[1])
