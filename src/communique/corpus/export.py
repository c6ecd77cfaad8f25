"""The accounts of a corpus as records for other programs: JSON Lines, or Parquet for columns."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from typing import Any, BinaryIO, TypeAlias

from communique.errors import CommuniqueError
from communique.model import Account
from communique.reports.record import FIELDS, Json

AT_ONCE = 512
"""Records that one row group of Parquet holds."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The form of an item that has parts, or of a list of such items."""

    parts: tuple[tuple[str, Form], ...]
    many: bool = False


Form: TypeAlias = str | Parts
"""The form of a column: one of the plain kinds by its name, or parts."""


def _words(*names: str) -> tuple[tuple[str, Form], ...]:
    return tuple((name, "words") for name in names)


_PERSONS = Parts(_words("name", "office", "side"), many=True)
_FORMS: dict[str, Form] = {
    "place": Parts(_words("city", "venue", "country")),
    "place_in_body": "yes or no",
    "principals": _PERSONS,
    "others": _PERSONS,
    "initiative": Parts(_words("side", "basis", "quote")),
    "reception": Parts(_words("pattern", "subject", "quote")),
    "instruments": Parts(
        (
            *_words("title", "class", "level", "binding"),
            ("lump", "yes or no"),
            ("head", "words"),
            ("parties", "list of words"),
        ),
        many=True,
    ),
    "courtesies": Parts(_words("act", "from", "to", "for", "quote"), many=True),
    "quotes": Parts(_words("speaker", "quote"), many=True),
    "topics": "list of words",
    "conflicts": "list of words",
    "figures": Parts(
        (
            *_words("value", "unit", "what", "period", "direction", "speaker"),
            ("hedged", "yes or no"),
            ("quote", "words"),
            ("number", "numbers"),
        ),
        many=True,
    ),
    "tone": "list of words",
    "parties_voice": "count",
    "relations": Parts(
        (
            *_words("relation", "from", "to"),
            ("symmetrical", "yes or no"),
            *_words("status", "initiator", "for", "quote"),
        ),
        many=True,
    ),
}
"""The forms of the keys that are not plain words."""


def _key(account: Account) -> Json:
    return account.release.key


def _address(account: Account) -> Json:
    return account.release.address


def _issued(account: Account) -> Json:
    issued = account.release.issued
    return issued.isoformat() if issued else None


def _title(account: Account) -> Json:
    return account.release.title


def _text(account: Account) -> Json:
    return account.release.text


def _licence(account: Account) -> Json:
    return account.release.licence


KEPT_FIELDS: tuple[tuple[str, Callable[[Account], Json]], ...] = (
    *FIELDS,
    ("key", _key),
    ("url", _address),
    ("issued", _issued),
    ("title", _title),
    ("text", _text),
    ("licence", _licence),
)
"""The keys of a corpus record, in order, each with the function that fills it: an account's, then its release's."""


def make_kept_record(account: Account) -> dict[str, Json]:
    """Give all that a corpus record holds of an account."""
    return {key: field(account) for key, field in KEPT_FIELDS}


def render_kept_record(account: Account) -> str:
    """Give the corpus record of an account as one line of JSON, without the line's end."""
    return json.dumps(make_kept_record(account), ensure_ascii=False, separators=(", ", ": "))


def write_parquet(accounts: Iterable[Account], stream: BinaryIO) -> int:
    """
    Write corpus records as one Parquet file, and give their number.

    The columns are the keys of a record; of figures, ``number`` is a list always (one number, or lowest and highest).

    Raises:
        CommuniqueError: pyarrow is not installed.
    """
    schema, written = make_schema(), 0
    with _arrow("pyarrow.parquet").ParquetWriter(stream, schema, compression="zstd") as writer:
        for some in _companies(map(make_kept_record, accounts)):
            writer.write_table(_table(some, schema))
            written += len(some)
    return written


def make_schema() -> Any:  # noqa: ANN401 - pyarrow has no types
    """
    Give the columns of the Parquet file with their types, as pyarrow has them.

    Raises:
        CommuniqueError: pyarrow is not installed.
    """
    pa = _arrow("pyarrow")
    kinds = {"words": pa.string(), "yes or no": pa.bool_(), "count": pa.int32(), "numbers": pa.list_(pa.float64())}
    kinds["list of words"] = pa.list_(pa.string())

    def column(form: Form) -> Any:  # noqa: ANN401 - likewise
        if isinstance(form, str):
            return kinds[form]
        parts = pa.struct([(name, column(part)) for name, part in form.parts])
        return pa.list_(parts) if form.many else parts

    return pa.schema([(key, column(_FORMS.get(key, "words"))) for key, _ in KEPT_FIELDS])


def _companies(records: Iterator[dict[str, Json]]) -> Iterator[tuple[dict[str, Json], ...]]:
    while some := tuple(islice(records, AT_ONCE)):
        yield some


def _table(records: tuple[dict[str, Json], ...], schema: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    for record in records:
        _listed_numbers(record)
    return _arrow("pyarrow").Table.from_pylist(list(records), schema=schema)


def _arrow(name: str) -> Any:  # noqa: ANN401 - likewise
    try:
        return import_module(name)
    except ImportError as error:
        raise CommuniqueError(
            wanted="pyarrow, which writes Parquet", got="none installed", remedy="pip install 'communique[parquet]'"
        ) from error


def _listed_numbers(record: dict[str, Json]) -> None:
    figures = record["figures"]
    for figure in figures if isinstance(figures, list) else ():
        if isinstance(figure, dict) and not isinstance(figure["number"], list):
            figure["number"] = [figure["number"]]
