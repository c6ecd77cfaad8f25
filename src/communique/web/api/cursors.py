"""Where a list goes on: after which entry, so that what is added meanwhile neither shifts nor doubles any."""

from __future__ import annotations

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus
from typing import Generic, TypeVar
from uuid import UUID

from django.db.models import F, Model, Q, QuerySet

from communique.web.api.problems import ProblemError

Row = TypeVar("Row", bound=Model)
Given = TypeVar("Given", date, datetime)

LONGEST = 200
_LARGEST = 2**62


def _number(written: str) -> int:
    return min(int(written), _LARGEST)


@dataclass(frozen=True, slots=True)
class Order(Generic[Given]):
    """
    A list by a day or a moment downward, then by number downward; entries without one come last.

    ``number`` reads the number of an entry.
    """

    field: str
    kind: type[Given]
    number: Callable[[str], int | UUID] = _number

    def page(self, rows: QuerySet[Row], cursor: str, most: int) -> tuple[list[Row], str | None]:
        """
        Give so many entries after a cursor (empty: from the beginning), and the cursor of what follows, if anything.

        Raises:
            ProblemError: the cursor is none that was given out.
        """
        if cursor:
            rows = rows.filter(self._after(cursor))
        found = list(rows.order_by(F(self.field).desc(nulls_last=True), "-pk")[: most + 1])
        return found[:most], self._cursor(found[most - 1]) if len(found) > most else None

    def _cursor(self, row: Model) -> str:
        value = getattr(row, self.field)
        packed = json.dumps([value.isoformat() if value else None, str(row.pk)])
        return urlsafe_b64encode(packed.encode()).decode().rstrip("=")

    def _after(self, cursor: str) -> Q:
        value, number = self._read(cursor)
        if value is None:
            return Q((self.field, None), pk__lt=number)
        return Q((f"{self.field}__lt", value)) | Q((self.field, value), pk__lt=number) | Q((self.field, None))

    def _read(self, cursor: str) -> tuple[Given | None, int | UUID]:
        try:
            packed = urlsafe_b64decode(cursor[:LONGEST] + "=" * (-len(cursor[:LONGEST]) % 4))
            value, number = json.loads(packed)
            return self.kind.fromisoformat(value) if value is not None else None, self.number(number)
        except (ValueError, TypeError, binascii.Error, RecursionError) as error:
            raise ProblemError(
                HTTPStatus.UNPROCESSABLE_ENTITY,
                wanted="a cursor as the page before gave it (next)",
                got=f"“{cursor[:40]}”",
                remedy="begin without one",
            ) from error
