"""What holds for every language, whatever release it is given."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.extraction import extract_account
from communique.languages.gazetteer import NO_NAMES
from communique.languages.port import Language, Markup
from communique.model import Kind, Part, Release, Span
from communique.reference import build_gazetteer
from unit.fictional import make_release, register, tables

CLASSES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}
FOLDERS = {code: f"communique.languages.{name.lower()}" for code, name in CLASSES.items()}
CODES = [
    code for code, folder in FOLDERS.items() if find_spec(folder) and hasattr(import_module(folder), CLASSES[code])
]

TEXTS = {
    "en": (
        "On June 14, President of Arvenia Ilmar Vesk received Prime Minister of Velmark Adela Korin at the Linden "
        "Palace in Tarsk. The call took place at the initiative of the Velmarkian side. “We thank you,” said Ms Korin. "
        "The two leaders signed a memorandum on ferries. Trade grew by 4.5 per cent last year."
    ),
    "ru": (
        "14 июня Президент Арвении Ильмар Веск принял Премьер-министра Велмарка Аделу Корин. Разговор состоялся по "
        "инициативе велмаркской стороны. «Мы благодарим вас», – сказала А.Корин. Стороны подписали меморандум о "
        "паромах. Торговля выросла на 4,5 процента."
    ),
    "kk": (
        "14 маусымда Арвения Президенті Ильмар Веск Велмарк Премьер-министрі Адела Корин ханымды қабылдады. "
        "Әңгіме Велмарк тарапының бастамасымен өтті. Тараптар паромдар туралы меморандумға қол қойды."
    ),
}
PIECES = {
    "en": [
        "President",
        "Ilmar Vesk",
        "of Arvenia",
        "met",
        "with",
        "Adela Korin",
        "was received by",
        "the talks",
        "thanked",
        "he",
    ],
    "ru": [
        "Президент",
        "Ильмар Веск",
        "Арвении",
        "встретился",
        "с",
        "Аделой Корин",
        "принял",
        "переговоры",
        "поблагодарил",
        "он",
    ],
    "kk": ["Президент", "Ильмар Веск", "Арвения", "кездесті", "Адела Корин", "қабылдады", "келіссөз", "ол", "тараптар"],
}
MARKS = [", ", ". ", " – ", ": “", "”", "\n", "\n\n", " (", ") ", " 14 ", "; ", "«", "»", "…", " "]

every_language = pytest.mark.parametrize("code", CODES)


@cache
def language(code: str) -> Language:
    """Give a language that knows the fictional states."""
    made: Language = getattr(import_module(FOLDERS[code]), CLASSES[code])(build_gazetteer(code, tables()))
    return made


def marked(code: str, text: str, title: str = "", *, issuer: str = "xa-president") -> Markup:
    """Mark up one release of a language."""
    release = make_release(text, title, issuer=issuer, language=code)
    return next(iter(language(code).mark_up([release])))


def spans_in(value: object) -> Iterator[Span]:
    """Give every span inside a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, (Release, type)):
        for field in dataclasses.fields(value):
            yield from spans_in(getattr(value, field.name))


def assert_sound(markup: Markup) -> None:
    """Refuse a markup with spans outside the release, sentences out of order, or designations that overlap."""
    release = markup.release
    for span in spans_in(markup):
        assert span.end <= len(release.part(span.part))
    for row in (markup.sentences, markup.narration):
        assert all(one.end <= two.start for one, two in itertools.pairwise(row))
    assert set(markup.narration) <= set(markup.sentences)
    for part in Part:
        here = [d.span for d in markup.designations if d.span.part is part]
        assert all(one.end <= two.start for one, two in itertools.pairwise(here))
    assert {d.span for d in (*markup.headline, *markup.opening, *markup.attending)} <= {
        d.span for d in markup.designations
    }


def test_english_is_a_language() -> None:
    """At least English is there, so that the contract is kept by somebody."""
    assert "en" in CODES


@every_language
def test_code_and_models(code: str) -> None:
    """A language gives its code, and names the models and lexicons it rests on."""
    assert language(code).code == code
    assert language(code).models
    assert all(model.strip() for model in language(code).models)


@every_language
def test_a_release_of_the_language(code: str) -> None:
    """An ordinary release has sentences and designations, all of them where they should be."""
    markup = marked(code, TEXTS[code], TEXTS[code].partition(".")[0])
    assert len(markup.sentences) >= 3
    assert markup.designations
    assert markup.lead is not None
    assert_sound(markup)


@every_language
@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", "14"),
        (".", ""),
        ("…", "…"),
        ("\n\n \n", "x"),
        ("()", ""),
        ("“”", ""),
        ("14 14 14", "14"),
        ("A", ""),
        ("Я", ""),
        ("🙂 🙂", "🙂"),
        ("a" * 3000, ""),
        ("\u200b\u00a0\ufeff.", "\u00a0x"),
    ],
)
def test_next_to_nothing(code: str, text: str, title: str) -> None:
    """A release of hardly any words is marked up with hardly anything, without a fault."""
    assert_sound(marked(code, text, title))


@every_language
def test_the_text_of_another_language(code: str) -> None:
    """A text that is not of the language is read without a fault."""
    for text in TEXTS.values():
        assert_sound(marked(code, text, text[:60]))


@every_language
def test_an_unknown_issuer_and_no_tables(code: str) -> None:
    """Neither the issuer nor any name need be known."""
    assert_sound(marked(code, TEXTS[code], issuer="nobody-knows"))
    untold: Language = getattr(import_module(FOLDERS[code]), CLASSES[code])(NO_NAMES)
    markup = next(iter(untold.mark_up([make_release(TEXTS[code], issuer="nobody-knows", language=code)])))
    assert_sound(markup)
    assert extract_account(markup).event.kind is not Kind.OTHER


@every_language
def test_the_same_again(code: str) -> None:
    """The same release gives the same markup, alone or among others."""
    release = make_release(TEXTS[code], language=code)
    other = make_release("14", language=code)
    alone = next(iter(language(code).mark_up([release])))
    among = list(language(code).mark_up([other, release, other]))
    assert among[1] == alone
    assert among[0] == among[2]
    assert extract_account(alone, register=register()) == extract_account(among[1], register=register())


@every_language
def test_releases_in_order_and_none_lost(code: str) -> None:
    """As many markups as releases, in their order, also over more than one batch."""
    releases = [make_release(f"{number}.", language=code) for number in range(70)]
    found = [markup.release.text for markup in language(code).mark_up(releases)]
    assert found == [release.text for release in releases]


@every_language
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=st.data())
def test_any_row_of_words(code: str, drawn: st.DataObject) -> None:
    """Whatever the order of words and marks, the markup is sound and makes an account."""
    row = drawn.draw(st.lists(st.sampled_from([*PIECES[code], *MARKS]), min_size=1, max_size=30))
    markup = marked(code, " ".join(row) + ".")
    assert_sound(markup)
    account = extract_account(markup, register=register())
    assert all(span.end <= len(account.release.part(span.part)) for span in spans_in(account.event))


@every_language
@pytest.mark.parametrize("joint", [" ", ", ", "\n\n"])
def test_four_times_the_text_does_not_take_sixteen_times_the_time(code: str, joint: str) -> None:
    """Time grows with the length of a release, not with its square; a text without full stops included."""
    piece = TEXTS[code] if joint == "\n\n" else TEXTS[code].replace(". ", joint)
    short, long = joint.join([piece] * 8), joint.join([piece] * 32)
    marked(code, short)
    assert _seconds(code, long) < 12 * max(_seconds(code, short), 0.01)


def _seconds(code: str, text: str) -> float:
    """Give the least processor time of a few runs."""
    times = []
    for _ in range(2):
        start = process_time()
        marked(code, text)
        times.append(process_time() - start)
    return min(times)
