"""Editions of one release: which differences hold by rule, which are a translator's freedom, what is no edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.collation.editions.alignment import align_editions, find_lone
from communique.collation.editions.collating import collate_editions
from communique.collation.editions.contradictions import find_edition_clashes
from communique.collation.editions.facts import EditionText, read_edition
from communique.collation.editions.passages import EditionPassage, Pair
from communique.collation.editions.rules import RULES
from communique.collation.vectors import Matrix
from communique.languages.manners import read_manners
from communique.model import Account, Aspect, ClashKind, Edition, Release, Span, Variant, VariantKind, Weight
from unit.collation.parallel_texts import load_parallel

KINDS = [
    ("The accident killed 31 people.", "В аварии погибли 33 человека.", VariantKind.FIGURE),
    ("Seven stations were visited.", "Посещены восемь станций.", VariantKind.FIGURE),
    ("Farmers took part in the forum.", "В форуме участвовали 640 фермеров.", VariantKind.FIGURE),
    ("The talks will be held on 5 March.", "Переговоры пройдут 6 марта.", VariantKind.LENGTH_TIME),
    ("They spoke at 3 p.m.", "Они беседовали в 16:00.", VariantKind.LENGTH_TIME),
    ("The post was attacked by a gang.", "На пост напали банды.", VariantKind.SCOPE),
    ("Groups of armed men landed.", "Высадилась группа вооружённых людей.", VariantKind.SCOPE),
    ("The ships left the bay.", "Корабли, по некоторым данным, покинули бухту.", VariantKind.HEDGE),
    ("The ships allegedly left the bay.", "Корабли покинули бухту.", VariantKind.HEDGE),
    ("About 40 miners are missing.", "Пропали без вести 40 горняков.", VariantKind.HEDGE),
    ("Some companies have left.", "Компании ушли.", VariantKind.HEDGE),
    ("The ministers signed the treaty.", "Министры подпишут договор.", VariantKind.TENSE),
    ("The treaty will be published.", "Договор опубликован.", VariantKind.TENSE),
    ("The line is to be opened.", "Линия открыта.", VariantKind.TENSE),
    ("Velmark noted the need for talks.", "Велмарк подчеркнул необходимость переговоров.", VariantKind.VERB),
    ("Velmark asked Tholia to withdraw.", "Велмарк потребовал от Толии отвода войск.", VariantKind.VERB),
    ("The sides agreed to discuss a price.", "Стороны договорились о цене.", VariantKind.VERB),
    ("Tholia promised to pay.", "Толия выразила готовность заплатить.", VariantKind.VERB),
    (
        "He was met by Deputy Minister of Energy Otto Renn.",
        "Его встретил Министр энергетики Отто Ренн.",
        VariantKind.LABEL,
    ),
    ("She is on a working visit.", "Она находится с официальным визитом.", VariantKind.LABEL),
]

FAITHFUL = [
    ("Trade grew by 12.5 percent.", "Торговля выросла на 12,5 процента."),
    ("It cost 1,200,000 crowns.", "Обошлось в 1,2 млн крон."),
    ("A third of the fleet is at sea.", "Треть флота в море."),
    ("Both countries are interested.", "Обе страны заинтересованы."),
    ("In the 1990s two bridges were built.", "В 90-е годы построили два моста."),
    ("The agreement was signed on 5 March.", "Соглашение подписано 5 марта 2031 года."),
    ("More than 20 firms took part.", "Участвовали свыше 20 фирм."),
    ("The treaty is to be ratified.", "Договор предстоит ратифицировать."),
    ("He said that help would be sent.", "Он сказал, что помощь будет направлена."),
    ("The minister pointed out the risks.", "Министр указал на риски."),
    ("An agreement was reached to open a line.", "Условлено открыть линию."),
    ("Arvenia will give any help that may be needed.", "Арвения окажет любую необходимую помощь."),
    ("The Head of State received the envoy.", "Президент принял посланника."),
    ("The minister answered questions.", "Министр энергетики ответил на вопросы."),
]

KAZAKH = [
    ("Тараптар келісімге қол қойды.", "The sides will sign an agreement.", VariantKind.TENSE),
    ("Тараптар келісімге қол қояды.", "Стороны подписали соглашение.", VariantKind.TENSE),
    ("Толия 40 тонна дәрі жібереді.", "Tholia will send 20 tonnes of medicines.", VariantKind.FIGURE),
    ("Премьер-министр көпірді ашуды талап етті.", "The Prime Minister asked to open the bridge.", VariantKind.VERB),
    ("Кейбір деректерге сүйенсек, олар оралды.", "They have returned.", VariantKind.HEDGE),
    ("Бекетке бандалар шабуыл жасады.", "На пост напала банда.", VariantKind.SCOPE),
]


@dataclass(frozen=True, kw_only=True)
class Themes:
    """A model that knows a few stems in several languages: a text's vector counts the themes it touches."""

    stems: tuple[tuple[str, ...], ...] = (
        ("ferry", "паром"),
        ("grain", "зерн"),
        ("school", "школ"),
        ("bridge", "мост"),
        ("doctor", "врач"),
        ("honey", "мёд"),
    )
    name: str = "themes"

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Give one row a text; the last column is the same for all, so that no row is empty."""
        rows = [[float(any(stem in text.lower() for stem in theme)) for theme in self.stems] + [0.2] for text in texts]
        matrix = np.array(rows, dtype=np.float32).reshape(len(rows), len(self.stems) + 1)
        return np.asarray(matrix / np.linalg.norm(matrix, axis=1, keepdims=True), dtype=np.float32)


ENGLISH = (
    "The ferry line has been restored.",
    "Arvenia sold grain to Tholia.",
    "The school in Sund has been opened.",
    "A bridge was built over the river.",
    "The doctor thanked the hosts.",
)
RUSSIAN = (
    "Паромная линия восстановлена.",
    "Арвения продала зерно Толии.",
    "Школа в Сунде открыта.",
    "Через реку построен мост.",
    "Врач поблагодарил хозяев.",
)


def sentences_of(text: str) -> tuple[Span, ...]:
    """Give the lines of a text as its sentences."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)


def account_of(lines: Sequence[str], language: str, *, issuer: str = "xa-president", title: str = "") -> Account:
    """Make an account whose sentences are the lines."""
    text = "\n".join(lines)
    release = Release(
        address=f"https://press.example/{language}",
        issuer=issuer,
        language=language,
        title=title,
        text=text,
        issued=datetime(2031, 3, 6, 12),  # noqa: DTZ001 - wall time as issuers print it
    )
    return replace(_EMPTY, release=release, sentences=sentences_of(text))


_EMPTY = load_parallel("tuning")[0].account("en")
_EMPTY = Account(release=_EMPTY.release, event=replace(_EMPTY.event, principals=(), others=()))


def pair_of(first: str, second: str, languages: tuple[str, str] = ("en", "ru")) -> Pair:
    """Make two answering passages of single sentences."""
    one, other = (
        EditionPassage(edition=edition, manners=edition.manners)
        for edition in (_edition(first, languages[0]), _edition(second, languages[1]))
    )
    return one, other


def _edition(text: str, language: str) -> EditionText:
    release = Release(address="a", issuer="xa-president", language=language, title="", text=text)
    manners = read_manners(text, (Span(0, len(text)),), language)
    return EditionText(release=release, manners=manners, headline=None, topics=(frozenset(),))


def shifts(pair: Pair) -> list[Variant]:
    """Give what all rules find between two passages."""
    return [variant for rule in RULES for variant in rule(pair)]


@pytest.mark.parametrize(("english", "russian", "kind"), KINDS)
def test_shift_is_found_by_its_rule(english: str, russian: str, kind: VariantKind) -> None:
    """Each kind of shift between an English and a Russian sentence is found, alone, with exact words of both."""
    pair = pair_of(english, russian)
    [variant] = shifts(pair)
    assert variant.kind is kind
    assert variant.first is not None
    assert variant.second is not None
    assert variant.first.of(english)
    assert variant.second.of(russian)


@pytest.mark.parametrize(("english", "russian", "kind"), KINDS)
def test_shift_is_found_whichever_edition_stands_first(english: str, russian: str, kind: VariantKind) -> None:
    """The order of the editions does not matter."""
    assert [variant.kind for variant in shifts(pair_of(russian, english, ("ru", "en")))] == [kind]


@pytest.mark.parametrize(("english", "russian"), FAITHFUL)
def test_faithful_translation_is_quiet(english: str, russian: str) -> None:
    """What translators of such texts are free to do is no difference."""
    assert not shifts(pair_of(english, russian))


@pytest.mark.parametrize(("kazakh", "other", "kind"), KAZAKH)
def test_shift_is_found_in_kazakh(kazakh: str, other: str, kind: VariantKind) -> None:
    """Kazakh is read by its endings."""
    language = "en" if other.isascii() else "ru"
    assert [variant.kind for variant in shifts(pair_of(kazakh, other, ("kk", language)))] == [kind]


@given(first=st.integers(3, 1899), second=st.integers(3, 1899))
@settings(max_examples=40)
def test_numbers_are_equal_or_a_figure_differs(first: int, second: int) -> None:
    """Two quantities in one place are a difference exactly where they are not equal."""
    found = shifts(pair_of(f"They sent {first} tonnes.", f"Отправлено {second} тонн."))
    assert [variant.kind for variant in found] == ([] if first == second else [VariantKind.FIGURE])


@given(order=st.permutations(range(len(RUSSIAN))))
@settings(max_examples=30)
def test_sentences_answer_each_other_in_any_order(order: list[int]) -> None:
    """Alignment does not need the order of the sentences."""
    english = account_of(ENGLISH, "en")
    russian = account_of([RUSSIAN[n] for n in order], "ru")
    answers = align_editions(read_edition(english), read_edition(russian), vectors=Themes())
    assert {answer.first: answer.second for answer in answers} == {(n,): (order.index(n),) for n in range(len(order))}


def test_split_sentence_is_answered_by_both_halves() -> None:
    """A sentence of one edition may answer two of the other."""
    whole = ("The bridge was built and the doctor thanked the hosts for the honey.", *ENGLISH[:3])
    halves = ("Построен мост.", "Врач поблагодарил хозяев за мёд.", *RUSSIAN[:3])
    answers = align_editions(
        read_edition(account_of(whole, "en")), read_edition(account_of(halves, "ru")), vectors=Themes()
    )
    assert (answers[0].first, answers[0].second) == ((0,), (0, 1))


def test_sentence_of_one_edition_only_is_an_omission() -> None:
    """A sentence without an answer is told with the edition that has it, as substance."""
    comparison = collate_editions(account_of(ENGLISH, "en"), account_of(RUSSIAN[:4], "ru"), vectors=Themes())
    [variant] = comparison.variants
    assert (variant.kind, variant.weight, variant.second) == (VariantKind.OMISSION, Weight.MAJOR, None)
    assert variant.told == "only the English edition has this sentence"
    assert comparison.first.release.words(variant.first or Span(0, 1)) == ENGLISH[4]


@pytest.mark.parametrize("line", ["Photo: Press Service", "Source: press office"])
def test_by_line_of_one_edition_is_minor(line: str) -> None:
    """A by-line or a caption is no substance."""
    comparison = collate_editions(account_of((*ENGLISH, line), "en"), account_of(RUSSIAN, "ru"), vectors=Themes())
    assert [(v.kind, v.weight) for v in comparison.variants] == [(VariantKind.OMISSION, Weight.MINOR)]


def test_scrap_without_words_is_no_omission() -> None:
    """The number of a point that stands as a sentence tells nothing."""
    comparison = collate_editions(account_of((*ENGLISH, "2."), "en"), account_of(RUSSIAN, "ru"), vectors=Themes())
    assert comparison.quiet


def test_headline_that_names_the_event_otherwise_is_a_label() -> None:
    """A call in one headline and a meeting in the other are told, as minor."""
    english = account_of(ENGLISH, "en", title="Meeting with President of Tholia Davor Selim")
    russian = account_of(RUSSIAN, "ru", title="Телефонный разговор с Президентом Толии Давором Селимом")
    [variant] = collate_editions(english, russian, vectors=Themes()).variants
    assert (variant.kind, variant.weight) == (VariantKind.LABEL, Weight.MINOR)
    assert variant.first is not None
    assert variant.first.of(english.release.title) == "Meeting"


def test_comparison_says_what_it_is() -> None:
    """A quiet pair of editions is the same release, with every sentence answered and the model named."""
    comparison = collate_editions(account_of(ENGLISH, "en"), account_of(RUSSIAN, "ru"), vectors=Themes())
    assert comparison.quiet
    assert comparison.aspect is Aspect.EDITIONS
    assert len(comparison.shared) == len(ENGLISH)
    assert all(0 < shared.likeness <= 1 for shared in comparison.shared)
    assert comparison.models == ("themes",)
    assert "the same issuer" in comparison.pairing.evidence


def test_other_language_is_needed() -> None:
    """Two texts in one language are no editions."""
    pairing = collate_editions(account_of(ENGLISH, "en"), account_of(ENGLISH, "en"), vectors=Themes()).pairing
    assert not pairing.same
    assert pairing.against == ("both are in English",)


def test_other_issuer_is_no_edition_unless_linked() -> None:
    """Two issuers' texts are no editions, unless one names the other as its edition."""
    english, russian = account_of(ENGLISH, "en"), account_of(RUSSIAN, "ru", issuer="xv-government")
    assert not collate_editions(english, russian, vectors=Themes()).pairing.same
    link = (Edition(language="ru", address=russian.release.address),)
    linked = replace(english, release=replace(english.release, editions=link))
    assert collate_editions(linked, russian, vectors=Themes()).pairing.same


def test_other_day_is_no_edition() -> None:
    """Texts of different days are no editions."""
    english, russian = account_of(ENGLISH, "en"), account_of(RUSSIAN, "ru")
    assert russian.release.issued is not None
    later = replace(russian, release=replace(russian.release, issued=russian.release.issued + timedelta(days=1)))
    assert not collate_editions(english, later, vectors=Themes()).pairing.same


def test_other_text_of_the_same_day_is_no_edition() -> None:
    """A release on other matters of the same issuer and day is told apart by its sentences, with nothing compared."""
    other = account_of(["Король наградил поэтов.", "Погода была ясной.", "Оркестр сыграл марш.", "Гости ушли."], "ru")
    comparison = collate_editions(account_of(ENGLISH, "en"), other, vectors=Themes())
    assert not comparison.pairing.same
    assert not comparison.shared
    assert not comparison.variants
    assert "do not answer each other" in comparison.pairing.against[0]


def test_language_without_a_table_is_told() -> None:
    """A language whose manner is not read is told, not guessed at."""
    pairing = collate_editions(account_of(ENGLISH, "en"), account_of(RUSSIAN, "uk"), vectors=Themes()).pairing
    assert not pairing.same
    assert "no table of manner for uk" in pairing.against


def test_text_without_sentences_is_no_edition() -> None:
    """A release with a headline alone has nothing to align."""
    english = account_of(ENGLISH, "en", title="On trade")
    bare = replace(english, release=replace(english.release, language="ru", text=""), sentences=())
    assert not collate_editions(english, bare, vectors=Themes()).pairing.same


def test_lone_sentences_of_one_gap_are_left_out_where_the_model_is_weak() -> None:
    """In Kazakh two lone sentences in the same place may answer each other, so neither is claimed to be missing."""
    kazakh = replace(account_of(ENGLISH, "en"), release=replace(account_of(ENGLISH, "en").release, language="kk"))
    editions = read_edition(account_of(ENGLISH, "en")), read_edition(kazakh)
    answers = [a for a in align_editions(*editions, vectors=Themes()) if a.first != (2,)]
    assert len(answers) == len(ENGLISH) - 1
    assert not list(find_lone(editions, answers))


CONTRARY = [
    ("The sides agreed not to build a station.", "Стороны договорились построить станцию.", [ClashKind.NEGATION]),
    ("The sides agreed to build a station.", "Стороны договорились не строить станцию.", [ClashKind.NEGATION]),
    ("The dam will be opened in June.", "Плотину откроют в мае.", [ClashKind.DATE]),
    ("The next meeting will be held in Geneva.", "Следующая встреча пройдёт в Вене.", [ClashKind.PLACE]),
    ("The ministers remembered the victims.", "Министры не забыли жертв.", []),
    ("It is unknown who left the port.", "Не известно, кто покинул порт.", []),
    ("The sides agreed to build a station in May.", "Стороны договорились построить станцию в мае.", []),
    ("The sides did not agree on a price.", "Стороны не договорились о цене.", []),
]


@pytest.mark.parametrize(("english", "russian", "kinds"), CONTRARY)
def test_editions_that_contradict_each_other(english: str, russian: str, kinds: list[ClashKind]) -> None:
    """A denial in one edition only, another month or town is a contradiction; a translator's freedom is none."""
    first, second = account_of((english,), "en"), account_of((russian,), "ru")
    for one, other, words in ((first, second, (english, russian)), (second, first, (russian, english))):
        pair = pair_of(*words, (one.release.language, other.release.language))
        assert [clash.kind for clash in find_edition_clashes(one, other, (pair,))] == kinds


def test_contradiction_of_editions_stands_first_and_is_not_shared() -> None:
    """It is major, carries the contradiction, and its row is not said by both."""
    english = account_of((*ENGLISH[:4], "The doctor did not thank the hosts.", "Photo: Press Service"), "en")
    comparison = collate_editions(english, account_of(RUSSIAN, "ru"), vectors=Themes())
    found = comparison.variants[0]
    assert found.clash is not None
    assert (found.kind, found.weight, found.clash.kind) == (VariantKind.WORDING, Weight.MAJOR, ClashKind.NEGATION)
    shared = [english.release.words(one.first) for one in comparison.shared]
    assert len(shared) == len(ENGLISH) - 1
    assert "The doctor did not thank the hosts." not in shared
