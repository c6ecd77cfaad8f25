"""Pairs of releases as records: where the two accounts of each part, one line a pair."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from communique.adapters.files import STDIN, load_captures
from communique.errors import CommuniqueError
from communique.model import Capture, Comparison, Release, Span, Variant, VariantKind
from communique.sources import SetAside
from communique.sources.drafting import Hints
from communique.sources.packing import GZIP_MARK, lines_of, unpack_parts
from communique.sources.pairs import ReleasePair, parse_pairs
from communique.wiring.building import build_engine, build_publishers
from communique.wiring.comparing import VectorsFor, compare_accounts, vectors_for
from communique.wiring.engine import Engine
from communique.wiring.passages import find_passage
from communique.wiring.set_aside import told_once
from communique.wiring.settings import Settings

BETWEEN_EDITIONS = frozenset({VariantKind.HEDGE, VariantKind.TENSE, VariantKind.VERB})
"""Types that are told apart between editions alone; in a record they are wording."""


def export_variants(
    sources: Iterable[str], settings: Settings, *, vectors: VectorsFor = vectors_for
) -> Iterator[str | SetAside]:
    """
    Yield one record (a line of JSON), or one record set aside, for each pair of the sources, in order.

    A file that holds no pair at all is set aside as a whole.
    """
    engine = build_engine(settings)
    hints = Hints(publishers=build_publishers(settings), issuer=settings.issuer, language=settings.language)
    for source in sources:
        try:
            for pair in told_once(_pairs(source, hints), source, "pair"):
                yield pair if isinstance(pair, SetAside) else _record_or_aside(pair, source, engine, vectors)
        except CommuniqueError as error:
            yield SetAside(source=source, reason=str(error))


def render_variants(identifier: str | int, comparison: Comparison) -> str:
    """
    Give the record of a comparison: whether it is one event, then the differences, the weightiest first.

    ``side`` is that of the words: ``a``, ``b`` or ``both``.
    """
    variants = [_variant(variant, comparison) for variant in comparison.variants]
    record = {"id": identifier, "same_event": comparison.pairing.same, "variants": variants}
    return json.dumps(record, ensure_ascii=False)


def _pairs(source: str, hints: Hints) -> Iterator[ReleasePair | SetAside]:
    for item in load_captures(source, stdin=sys.stdin.buffer.read() if source == STDIN else b""):
        yield from (item,) if isinstance(item, SetAside) else parse_pairs(_lines(item), item, hints)


def _lines(capture: Capture) -> Iterator[bytes]:
    packed = capture.content.startswith(GZIP_MARK)
    return lines_of(unpack_parts(capture.content) if packed else iter([capture.content]))


def _record_or_aside(pair: ReleasePair, source: str, engine: Engine, vectors: VectorsFor) -> str | SetAside:
    try:
        return render_variants(pair.identifier, _compared(pair, engine, vectors))
    except CommuniqueError as error:
        return SetAside(source=f"{source} ({pair.identifier})", reason=str(error))


def _compared(pair: ReleasePair, engine: Engine, vectors: VectorsFor) -> Comparison:
    first, second = engine.extract((pair.first, pair.second))
    return compare_accounts(
        first,
        second,
        vectors=vectors(first.release, second.release),
        precedent=engine.precedent,
        passages=(_span(pair.first, pair.passages[0]), _span(pair.second, pair.passages[1])),
    )


def _span(release: Release, words: str | None) -> Span | None:
    return find_passage(release, words) if words else None


def _variant(variant: Variant, comparison: Comparison) -> dict[str, Any]:
    kind = VariantKind.WORDING if variant.kind in BETWEEN_EDITIONS else variant.kind
    return {
        "type": kind.value,
        "side": "both" if variant.first and variant.second else "a" if variant.first else "b",
        "what": variant.told,
        "quote_a": _words(comparison.first.release, variant.first),
        "quote_b": _words(comparison.second.release, variant.second),
        "weight": variant.weight.value,
    }


def _words(release: Release, span: Span | None) -> str | None:
    return release.words(span) if span else None
