"""Records of pairs: two releases under one identifier, or set aside with the reason."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Capture
from communique.sources import SetAside, load_publishers
from communique.sources.drafting import Hints
from communique.sources.pairs import ReleasePair, parse_pairs

HINTS = Hints(publishers=load_publishers())
A = {"id": "xa:1", "issuer": "xa-president", "language": "en", "title": "Talks", "text": "They met in Tarsk."}
B = {"id": "xv:1", "issuer": "xv-prime-minister", "language": "en", "title": "Visit", "text": "They met. It rained."}


def parsed(*records: Any) -> list[ReleasePair | SetAside]:  # noqa: ANN401 - anything may stand in a file
    """Read records as lines of one file."""
    capture = Capture(address="pairs.jsonl", content=b"")
    return list(parse_pairs([json.dumps(record).encode() for record in records], capture, HINTS))


def test_a_pair_has_two_releases_and_their_passages() -> None:
    """Each half is a record of a release like any other; a passage may limit it."""
    (pair,) = parsed({"id": "one", "a": A, "b": {**B, "passage": "They met."}, "differences": ["never read"]})
    assert isinstance(pair, ReleasePair)
    assert (pair.identifier, pair.first.identifier, pair.second.issuer) == ("one", "xa:1", "xv-prime-minister")
    assert pair.passages == (None, "They met.")


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        pytest.param({"a": A, "b": B}, "a pair with an identifier", id="no identifier"),
        pytest.param({"id": True, "a": A, "b": B}, "a pair with an identifier", id="an identifier that is none"),
        pytest.param({"id": "x", "a": A}, "the record of a release under “b”, got nothing", id="one half"),
        pytest.param({"id": "x", "a": A, "b": "xv:1"}, "under “b”, got a JSON str", id="a name for a record"),
        pytest.param({"id": "x", "a": A, "b": {"id": "xv:1"}}, "a record with a text or a title", id="no text"),
        pytest.param(["x"], "a JSON object", id="a list"),
    ],
)
def test_a_bad_pair_is_set_aside_and_the_rest_goes_on(record: object, reason: str) -> None:
    """With its line, and what was wanted."""
    bad, good = parsed(record, {"id": 7, "a": A, "b": B})
    assert isinstance(bad, SetAside)
    assert bad.source == "pairs.jsonl, line 1"
    assert reason in bad.reason
    assert isinstance(good, ReleasePair)
    assert good.identifier == 7


@given(records=st.lists(st.dictionaries(st.sampled_from(["id", "a", "b"]), st.none() | st.text() | st.just(A))))
def test_there_is_one_outcome_a_record(records: list[dict[str, object]]) -> None:
    """Whatever stands in a record, it comes out as a pair or is set aside."""
    assert len(parsed(*records)) == len(records)
