"""The catalogue of readings as a whole: codes, order, cards, features, one file each."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from communique import readings
from communique.readings import READINGS
from communique.readings.port import CARD_SECTIONS, Reading

FOLDER = Path(inspect.getfile(readings)).parent
NOT_READINGS = frozenset({"__init__", "port"})


def code_of(reading: Reading) -> str:
    """Give the reading's code as a reader of the test's output wants it."""
    return reading.code


def test_the_catalogue_is_a_tuple() -> None:
    """The catalogue is one plain tuple, and not an empty one."""
    assert isinstance(READINGS, tuple)
    assert READINGS


def test_codes_are_unique() -> None:
    """No two readings share a code, and no two features do."""
    codes = [reading.code for reading in READINGS]
    features = [feature.code for reading in READINGS for feature in reading.features]
    assert len(set(codes)) == len(codes)
    assert len(set(features)) == len(features)


@pytest.mark.parametrize("reading", READINGS, ids=code_of)
def test_a_code_is_one_word_and_heads_its_features(reading: Reading) -> None:
    """A code is lower case, and each feature's code begins with its reading's."""
    assert re.fullmatch(r"[a-z][a-z_]*", reading.code)
    assert [feature.code for feature in reading.features if not feature.code.startswith(f"{reading.code}.")] == []


@pytest.mark.parametrize("reading", READINGS, ids=code_of)
def test_a_card_is_complete(reading: Reading) -> None:
    """A card opens with one sentence, has its four sections in order, and none of them is empty."""
    heads = [reading.card.index(head) for head in CARD_SECTIONS]
    bodies = re.split("|".join(map(re.escape, CARD_SECTIONS)), reading.card)
    assert heads == sorted(heads)
    assert all(body.strip() for body in bodies)
    assert bodies[0].strip().endswith((".", "?"))


@pytest.mark.parametrize("reading", READINGS, ids=code_of)
def test_a_reading_has_its_own_file(reading: Reading) -> None:
    """A reading lives in the module that bears its code, and has a version from 1 up and a title."""
    module = inspect.getmodule(reading.read)
    assert module is not None
    assert module.__name__ == f"communique.readings.{reading.code}"
    assert reading.version >= 1
    assert reading.title


def test_no_reading_is_left_out() -> None:
    """Every module of the folder that holds a reading is in the catalogue."""
    modules = {path.stem for path in FOLDER.glob("*.py")} - NOT_READINGS
    assert modules == {reading.code for reading in READINGS}
