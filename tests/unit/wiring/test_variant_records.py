"""Pairs as records: the keys, the exact words, and nothing lost on the way."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from communique.errors import ModelError
from communique.model import Comparison, Pairing, Span, Variant, VariantKind, Weight
from communique.reference.loading import fictional_folder
from communique.sources import SetAside
from communique.wiring import load_settings
from communique.wiring.variant_records import export_variants, render_variants
from unit.fictional import VELMARK, account_of
from unit.word_vectors import WordVectors

SETTINGS = load_settings(tables=(Path(str(fictional_folder())),))
OURS = account_of("Ilmar Vesk received Adela Korin in Tarsk. They spoke of trade.", "Talks")
THEIRS = account_of("Adela Korin met with Ilmar Vesk. Fishing came up.", "Visit", issuer=VELMARK)
HALVES = {
    "a": {"id": "xa:1", "issuer": "xa-president", "language": "en", "issued": "2021-06-16T18:00:00+02:00"},
    "b": {"id": "xv:1", "issuer": "xv-prime-minister", "language": "en", "issued": "2021-06-16T19:00:00+01:00"},
}
TEXTS = {
    "a": "President of Arvenia Ilmar Vesk received Prime Minister of Velmark Adela Korin in Tarsk. Trade came up.",
    "b": "Prime Minister of Velmark Adela Korin met with President of Arvenia Ilmar Vesk. Fishing zones came up.",
}


def pair(identifier: str, **changed: object) -> dict[str, object]:
    """Give the record of a pair; a key may be changed."""
    halves = {side: {**half, "title": "Talks", "text": TEXTS[side]} for side, half in HALVES.items()}
    return {"id": identifier, **halves, **changed}


def exported(path: Path) -> list[dict[str, object] | SetAside]:
    """Export a file with vectors of words."""
    vectors = WordVectors()
    told = export_variants([str(path)], SETTINGS, vectors=lambda *_: vectors)
    return [item if isinstance(item, SetAside) else json.loads(item) for item in told]


def variant(kind: VariantKind, first: Span | None = None, second: Span | None = None) -> Variant:
    """Give a minor difference with these words."""
    return Variant(kind=kind, weight=Weight.MINOR, rule="a rule", told="something", first=first, second=second)


HERE, THERE = Span(0, 10), Span(0, 11)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param(
            variant(VariantKind.OMISSION, first=HERE),
            {"type": "omission", "side": "a", "quote_a": "Ilmar Vesk", "quote_b": None},
            id="words of the first",
        ),
        pytest.param(
            variant(VariantKind.VENUE, second=THERE),
            {"type": "venue", "side": "b", "quote_a": None, "quote_b": "Adela Korin"},
            id="words of the second",
        ),
        pytest.param(
            variant(VariantKind.SCOPE, HERE, THERE),
            {"type": "scope", "side": "both", "quote_a": "Ilmar Vesk", "quote_b": "Adela Korin"},
            id="words of both",
        ),
        *(
            pytest.param(
                variant(kind, HERE, THERE),
                {"type": "wording", "side": "both", "quote_a": "Ilmar Vesk", "quote_b": "Adela Korin"},
                id=f"{kind} is told between editions alone",
            )
            for kind in (VariantKind.HEDGE, VariantKind.TENSE, VariantKind.VERB)
        ),
    ],
)
def test_a_difference_is_told_with_its_side_and_exact_words(given: Variant, told: dict[str, object]) -> None:
    """Type, side, what, the words of each side or null, and the weight, in this order."""
    comparison = Comparison(first=OURS, second=THEIRS, pairing=Pairing(same=True), variants=(given,))
    record = json.loads(render_variants("one", comparison))
    assert list(record) == ["id", "same_event", "variants"]
    assert (record["id"], record["same_event"]) == ("one", True)
    assert list(record["variants"][0]) == ["type", "side", "what", "quote_a", "quote_b", "weight"]
    assert record["variants"] == [{**told, "what": "something", "weight": "minor"}]


@pytest.mark.parametrize("kind", VariantKind)
def test_every_type_becomes_one_of_the_record(kind: VariantKind) -> None:
    """No type goes out that readers of records do not know; one without words cannot be."""
    known = "omission scope attribution initiative order wording praise_tone figure length_time label venue".split()
    comparison = Comparison(first=OURS, second=THEIRS, pairing=Pairing(same=True), variants=(variant(kind, HERE),))
    assert json.loads(render_variants(7, comparison))["variants"][0]["type"] in known
    with pytest.raises(ModelError):
        variant(kind)


@pytest.mark.parametrize("packed", [False, True])
def test_there_is_one_record_a_pair_in_order(tmp_path: Path, *, packed: bool) -> None:
    """Bad pairs are set aside in their place: no object, a passage that is not there, a language that is not read."""
    foreign = {**HALVES["b"], "language": "xo", "title": "Visit", "text": TEXTS["b"]}
    lost = {**HALVES["b"], "title": "Visit", "text": TEXTS["b"], "passage": "It rained."}
    records = [pair("one"), ["bad"], pair("lost", b=lost), pair("two"), pair("foreign", b=foreign)]
    text = "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)
    path = tmp_path / ("pairs.jsonl.gz" if packed else "pairs.jsonl")
    path.write_bytes(gzip.compress(text.encode()) if packed else text.encode())
    told = exported(path)
    assert [item["id"] if isinstance(item, dict) else "aside" for item in told] == [
        "one",
        "aside",
        "aside",
        "two",
        "aside",
    ]
    reasons = [item.reason for item in told if isinstance(item, SetAside)]
    assert "a JSON object" in reasons[0]
    assert "no such words" in reasons[1]


def test_every_quote_is_exact(tmp_path: Path) -> None:
    """The words of a record stand in the text of their side, character for character."""
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps(pair("one")) + "\n", encoding="utf-8")
    (told,) = exported(path)
    assert isinstance(told, dict)
    assert told["same_event"] is True
    variants = told["variants"]
    assert isinstance(variants, list)
    for one in variants:
        for side, text in TEXTS.items():
            quote = one[f"quote_{side}"]
            assert quote is None or quote in text or quote in "Talks"


def test_a_file_that_is_not_there_is_set_aside(tmp_path: Path) -> None:
    """With its name; other files would go on."""
    (aside,) = exported(tmp_path / "gone.jsonl")
    assert isinstance(aside, SetAside)
    assert "gone.jsonl" in aside.source


def test_a_file_of_another_kind_is_set_aside_once(tmp_path: Path) -> None:
    """Many lines of which none is a pair are one message that says how many there were."""
    path = tmp_path / "edits.jsonl"
    path.write_text('{"id": 1, "before": "a", "after": "b"}\n' * 9, encoding="utf-8")
    (aside,) = exported(path)
    assert isinstance(aside, SetAside)
    assert (aside.source, aside.reason[:35]) == (str(path), "none of its 9 lines is a pair; the ")
