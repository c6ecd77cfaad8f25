"""What binds and at which level, whatever the language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ModelError
from communique.languages.instrument_lexicon import load_instrument_lexicon
from communique.languages.instrument_phrases import find_phrases
from communique.languages.instruments import bound
from communique.model.instruments import Binding, InstrumentClass, InstrumentCount, InstrumentWords, Level
from communique.model.spans import Span


@pytest.mark.parametrize(
    ("kind", "level", "loan", "wanted"),
    [
        (InstrumentClass.TREATY, Level.UNCLEAR, False, Binding.YES),
        (InstrumentClass.CONTRACT, Level.COMPANY, False, Binding.YES),
        (InstrumentClass.AGREEMENT, Level.GOVERNMENT, False, Binding.YES),
        (InstrumentClass.AGREEMENT, Level.STATE, False, Binding.YES),
        (InstrumentClass.PROTOCOL, Level.GOVERNMENT, False, Binding.YES),
        (InstrumentClass.PROTOCOL, Level.MINISTRY, False, Binding.UNCLEAR),
        (InstrumentClass.AGREEMENT, Level.COMPANY, True, Binding.YES),
        (InstrumentClass.AGREEMENT, Level.MIXED, False, Binding.UNCLEAR),
        (InstrumentClass.MEMORANDUM, Level.GOVERNMENT, False, Binding.NO),
        (InstrumentClass.STATEMENT, Level.STATE, False, Binding.NO),
        (InstrumentClass.LETTER_OF_INTENT, Level.COMPANY, False, Binding.NO),
        (InstrumentClass.OTHER, Level.STATE, False, Binding.UNCLEAR),
    ],
)
def test_binding_follows_from_name_and_level(
    kind: InstrumentClass, level: Level, wanted: Binding, *, loan: bool
) -> None:
    """A document binds by its name, or by the rank of its parties where the name leaves it open."""
    assert bound(kind, level, loan=loan) is wanted


@given(st.sampled_from(InstrumentClass), st.sampled_from(Level))
def test_a_loan_never_binds_less(kind: InstrumentClass, level: Level) -> None:
    """Lending money makes any document bind."""
    assert bound(kind, level, loan=True) is Binding.YES


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a package of intergovernmental and business agreements", ("agreement", True, None, True)),
        ("three Arvenian-Velmarkian protocols", ("protocol", True, 3, False)),
        ("a protocol of intent", ("letter_of_intent", False, None, False)),
        ("a treaty obligations review", None),
        ("the Harbour Treaty Memorandum", ("memorandum", False, None, False)),
    ],
)
def test_a_phrase_tells_class_and_number(text: str, wanted: tuple[str, bool, int | None, bool] | None) -> None:
    """The last name of a document in a phrase tells its class; a name that qualifies another noun is none."""
    found = find_phrases(text, 0, len(text), load_instrument_lexicon("communique.languages.english"))
    told = [(p.kind.value, p.plural, p.number, p.vague) for p in found]
    assert told == ([wanted] if wanted else [])


def test_a_title_outside_its_sentence_is_refused() -> None:
    """A document cannot stand outside the sentence that tells of it."""
    with pytest.raises(ModelError, match="inside its sentence"):
        InstrumentWords(
            title=Span(5, 30),
            kind=InstrumentClass.TREATY,
            level=Level.STATE,
            binding=Binding.YES,
            deciding=(),
            sentence=Span(0, 20),
        )


def test_a_count_of_none_is_refused() -> None:
    """A stated count is at least one."""
    with pytest.raises(ModelError, match="at least 1"):
        InstrumentCount(span=Span(0, 4), number=0)
