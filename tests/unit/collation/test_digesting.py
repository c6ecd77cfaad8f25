"""What a side says alone drawn together by matter, and a speech cut to the weightiest."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.digesting import MOST_MATTERS, MOST_MATTERS_TOLD, MOST_WORDS, digest, shorten
from communique.collation.statements import LONG, Statement
from communique.languages.acts import Act
from communique.model import Person, Topic
from unit.collation.readouts import row_of_statements, statement

LONG_WORDS = ", ".join(["ferries sail between northern harbours every single morning"] * 12)


def content(statement: Statement) -> int:
    """Count the words of more than three letters."""
    return sum(len(word) > 3 for word in statement.words.split())


def row(*lines: tuple[str, Act | None, tuple[Topic, ...]]) -> tuple[Statement, ...]:
    """Give statements of one text with their acts and topics."""
    made = row_of_statements(*(words for words, _, _ in lines))
    return tuple(
        replace(one, act=act, topics=frozenset(topics)) for one, (_, act, topics) in zip(made, lines, strict=True)
    )


@pytest.mark.parametrize(
    ("second", "act", "topics", "count"),
    [
        ("On this issue, new engines were promised.", Act.COMMIT, (), 1),
        ("Engines for the ferries were discussed.", Act.DISCUSS, (Topic.TRANSPORT,), 1),
        ("Students of music received scholarships.", Act.STATE, (Topic.EDUCATION_CULTURE_SPORT,), 2),
        ("The harbours need engines.", Act.STATE, (Topic.TRANSPORT,), 2),
    ],
    ids=["points back", "fills in", "another matter", "another position"],
)
def test_what_goes_on_is_drawn_together(second: str, act: Act, topics: tuple[Topic, ...], count: int) -> None:
    """A statement that points back, or fills in a topic that was only named, is one matter with that before it."""
    lines = row(("The ferries need new harbours.", Act.STATE, (Topic.TRANSPORT,)), (second, act, topics))
    found = digest(lines)
    assert len(found) == count
    assert found[0].words == " ".join(line.words for line in lines) if count == 1 else lines[0].words


def test_a_passage_has_the_facts_of_all_its_statements() -> None:
    """Numbers, money and the naming of the other side are kept, and the weightier act with its actor."""
    first, second = row(
        ("Transport was discussed.", Act.DISCUSS, (Topic.TRANSPORT,)),
        ("On this issue, 40 million dollars were promised.", Act.COMMIT, (Topic.TRANSPORT,)),
    )
    (found,) = digest((first, replace(second, money=True, names_other=True, numbers=frozenset({4e7}))))
    assert (found.act, found.money, found.names_other, found.numbers) == (Act.COMMIT, True, True, frozenset({4e7}))


def test_two_speakers_are_not_drawn_together() -> None:
    """Where the turn changes, another matter begins, though nothing new is named."""
    lines = row(("The ferries need harbours.", Act.STATE, ()), ("The harbours need ferries.", Act.STATE, ()))
    one, other = Person(name="Ilmar Vesk"), Person(name="Adela Korin")
    spoken = [replace(line, spoken=True, speaker=who) for line, who in zip(lines, (one, other), strict=True)]
    speech = [replace(line, spoken=True, speaker=one) for line in lines]
    many = [replace(statement("It is so.", start=900 + 99 * n), spoken=True, speaker=one) for n in range(LONG)]
    assert digest([*spoken, *many])[0].words == lines[0].words
    assert digest([*speech, *many])[0].words == " ".join(line.words for line in lines)


lines_of_speech = st.lists(
    st.tuples(
        st.sampled_from(["The ferries need harbours.", "This issue is grave.", LONG_WORDS, "Nobody will attack."]),
        st.sampled_from([*Act, None]),
        st.lists(st.sampled_from([Topic.TRANSPORT, Topic.ENERGY, Topic.FUTURE_CONTACTS]), max_size=2).map(tuple),
    ),
    max_size=60,
)


@given(lines_of_speech, st.booleans())
def test_no_more_matters_than_a_reader_takes_in(
    lines: list[tuple[str, Act | None, tuple[Topic, ...]]],
    spoken: bool,  # noqa: FBT001 - drawn
) -> None:
    """In the order of the text, without overlap, each of no more than so many words, and all of them of the text."""
    made = [replace(one, spoken=spoken) for one in row(*lines)]
    found = digest(made)
    assert len(found) <= (
        MOST_MATTERS_TOLD if len(made) <= LONG and not spoken else max(MOST_MATTERS, MOST_MATTERS_TOLD)
    )
    assert len(made) <= LONG or len(found) <= MOST_MATTERS
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(0 < content(one) <= MOST_WORDS for one in found)


@given(st.text(alphabet="ferry ,;.:\nß", min_size=1).filter(lambda words: words.strip(" ,;:\n") != ""))
def test_what_is_cut_is_a_beginning(words: str) -> None:
    """Of the same words, in the same place."""
    whole = statement(words, start=7)
    cut = shorten(whole)
    assert whole.words.startswith(cut.words)
    assert cut.span.start == 7


def test_a_statement_is_cut_at_a_comma() -> None:
    """The words of the cut statement end before the mark, and a short one is left as it is."""
    cut = shorten(statement(LONG_WORDS))
    assert content(cut) <= MOST_WORDS
    assert LONG_WORDS[len(cut.words)] == ","
    assert shorten(statement("The ferries sail.")).words == "The ferries sail."


def test_nothing_is_drawn_from_nothing() -> None:
    """A side that says nothing alone has no matters."""
    assert digest(()) == ()
