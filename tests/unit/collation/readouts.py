"""Readouts of one meeting by its two sides, fictional both, and statements made by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from communique.collation.statements import Actor, Statement
from communique.extraction import extract_account
from communique.languages.acts import Act, act_lexicon
from communique.languages.kazakh import Kazakh
from communique.languages.lemmas import lemmatise
from communique.languages.port import Language
from communique.languages.russian import Russian
from communique.model import Account, Person, Span, Topic
from unit.fictional import VELMARK, account_of, register
from unit.languages.russian_states import names, release

OURS = (
    "President of Arvenia Ilmar Vesk received Prime Minister of Velmark Adela Korin at the Linden Palace in Tarsk.",
    "The leaders discussed trade and energy.",
    (
        "Ilmar Vesk stressed that nobody will accept a blockade of the northern ports "
        "and called on the government in Sund to withdraw its troops from the border."
    ),
    (
        "Adela Korin agreed to open two crossings before winter, "
        "and promised 40 million dollars for the railway to the coast."
    ),
    "The sides agreed to sign a treaty on fishing.",
    "The talks were held in a frank and open atmosphere and lasted three hours.",
)
THEIRS = (
    "Prime Minister Adela Korin met with President of Arvenia Ilmar Vesk.",
    "Adela Korin and Ilmar Vesk discussed energy, trade and the situation on the border.",
    "The Prime Minister said that the troops stay where they are.",
    "She warned that a blockade of the ports would be unacceptable.",
    "Ilmar Vesk congratulated Adela Korin on the anniversary of the Kingdom; he also noted the role of NATO.",
    "The two leaders agreed to meet again in spring.",
)
RUSSIAN = (
    "Президент Ильмар Веск встретился с премьер-министром Аделой Корин. "
    "Ильмар Веск подчеркнул важность безопасности границы, а Адела Корин предложила открыть новые порты. "
    "Стороны договорились подписать договор о рыболовстве."
)
KAZAKH = "Президент Ильмар Веск премьер-министрмен кездесті. Тараптар сауда мен көлік мәселелерін талқылады."
TURNS = (
    "President of Arvenia Ilmar Vesk met with Prime Minister of Velmark Adela Korin in Tarsk.\n"
    "President of Arvenia Ilmar Vesk: Dear Madam Prime Minister, we need new ferries and ports.\n"
    "Prime Minister of Velmark Adela Korin:\n"
    "12 bridges were built last year. The border must stay open."
)


def our_account(*sentences: str) -> Account:
    """Read the Arvenian readout, or some sentences of it."""
    return account_of(" ".join(sentences or OURS), "Meeting with Prime Minister of Velmark Adela Korin")


def their_account(*sentences: str) -> Account:
    """Read the Velmarkian readout, or some sentences of it."""
    text = " ".join(sentences or THEIRS)
    return account_of(text, "Meeting with President of Arvenia Ilmar Vesk", issuer=VELMARK)


def russian_account(text: str = RUSSIAN) -> Account:
    """Read an Arvenian readout in Russian."""
    return _read(text, "ru")


def kazakh_account(text: str = KAZAKH) -> Account:
    """Read an Arvenian readout in Kazakh."""
    return _read(text, "kk")


def _read(text: str, language: str) -> Account:
    told = release(text, "Встреча с премьер-министром", language=language)
    return extract_account(next(iter(_reader(language).mark_up([told]))), register=register())


@cache
def _reader(language: str) -> Language:
    return Russian(names()) if language == "ru" else Kazakh(names())


def transcript(words: int, *, first: bool = True) -> Account:
    """Read a transcript of about so many words, its two speakers in turn; the other side's has other matters."""
    matters = _MATTERS if first else tuple(reversed(_MATTERS))
    turns, told = [TURNS.split("\n", maxsplit=1)[0]], 0
    while told < words:
        speaker = _SPEAKERS[len(turns) % 2]
        speech = " ".join(
            f"{matters[(len(turns) * 5 + n) % len(matters)]} {_ENDS[(told + n) % len(_ENDS)]}." for n in range(5)
        )
        turns.append(f"{speaker}: {speech}")
        told += len(turns[-1].split())
    text = "\n".join(turns)
    if first:
        return account_of(text, "Meeting with Prime Minister of Velmark Adela Korin")
    return account_of(text, "Meeting with President of Arvenia Ilmar Vesk", issuer=VELMARK)


_SPEAKERS = ("President of Arvenia Ilmar Vesk", "Prime Minister of Velmark Adela Korin")
_MATTERS = (
    "The ferries between our coasts need 12 million dollars, including new engines, despite the long winter",
    "Nobody may question the sovereignty of the islands, and their people know it",
    "The gas pipeline will bring guarantees for both states, with the ministers of energy in charge",
    "More than 300 engineers are waiting at the border crossings, as well as the drivers of the lorries",
    "The fishing fleet has lost a third of its harvest, and the sailors ask for an answer",
    "We remember the anniversary of the treaty, along with the students who study its history",
    "The ceasefire must hold, in particular on the northern coast",
)
_ENDS = ("in the coming months", "as we agreed in Sund", "in every province", "for the sake of our people")


def statement(  # noqa: PLR0913 - a statement has these parts
    words: str,
    *,
    act: Act | None = Act.STATE,
    actor: Actor = Actor.OWN,
    start: int = 0,
    topics: tuple[Topic, ...] = (),
    numbers: tuple[float, ...] = (),
    names: tuple[str, ...] = (),
    sides: tuple[str, ...] = (),
    language: str = "en",
    speaker: Person | None = None,
) -> Statement:
    """Make a statement of some words that stand at a place of a text of which nothing else is known."""
    span = Span(start, start + len(words))
    lemmas = frozenset(lemmatise(words, language)) - act_lexicon(language).function
    return Statement(
        text=" " * start + words,
        span=span,
        sentence=span,
        language=language,
        act=act,
        actor=actor,
        core=words,
        lemmas=lemmas | {*names},
        names=frozenset(names),
        numbers=frozenset(numbers),
        sides=frozenset(sides),
        topics=frozenset(topics),
        speaker=speaker,
    )


def row_of_statements(*wordings: str) -> tuple[Statement, ...]:
    """Make statements that stand one after another in one text."""
    text = " ".join(wordings)
    row, start = [], 0
    for words in wordings:
        row.append(replace(statement(words, start=start), text=text))
        start += len(words) + 1
    return tuple(row)


our_bodies = st.lists(st.sampled_from(OURS[1:]), unique=True, max_size=5).map(lambda some: (OURS[0], *some))
their_bodies = st.lists(st.sampled_from(THEIRS[1:]), unique=True, max_size=5).map(lambda some: (THEIRS[0], *some))
