"""The log of writes, as a page and as a table to take away."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

from auditlog.models import LogEntry
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from communique.web.accounts.forms import JournalForm
from communique.web.accounts.gates import needs
from communique.web.accounts.selectors import ROOMS, Line, journal_lines, journal_list

PAGE = 50
COLUMNS = ("time", "who", "did", "what", "which", "changes")

_STARTS_FORMULA = tuple("=+-@\t\r\n|%＝＋－＠")


@needs("accounts.read_journal")
@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """Show who wrote what, and when."""
    form, entries = _asked(request)
    page = Paginator(entries, PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "accounts/journal.html",
        {"form": form, "page_obj": page, "lines": list(journal_lines(page)), "asked": request.GET.urlencode()},
    )


@needs("accounts.read_journal")
@require_safe
def journal_table(request: HttpRequest) -> StreamingHttpResponse:
    """Give the same as CSV, whole."""
    _, entries = _asked(request)
    answer = StreamingHttpResponse(
        _rows(journal_lines(entries.iterator(chunk_size=500))), content_type="text/csv; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="log-{timezone.now():%Y-%m-%d}.csv"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def harmless(cell: str) -> str:
    """
    Give a cell that no spreadsheet takes for a formula.

    >>> harmless("=HYPERLINK(0)"), harmless("a = b")
    ("'=HYPERLINK(0)", 'a = b')
    """
    return f"'{cell}" if cell.startswith(_STARTS_FORMULA) or cell.lstrip().startswith(_STARTS_FORMULA) else cell


def _asked(request: HttpRequest) -> tuple[JournalForm, QuerySet[LogEntry]]:
    """Read which part of the log is asked for; what does not read asks for nothing."""
    form = JournalForm(request.GET or None, rooms=list(ROOMS.items()))
    if not form.is_bound:
        return form, journal_list()
    if not form.is_valid():
        return form, journal_list().none()
    answers: dict[str, Any] = form.cleaned_data
    return form, journal_list(actor=answers["actor"], room=answers["room"], day=answers["day"])


def _rows(lines: Iterable[Line]) -> Iterator[str]:
    """Write one row after another; the first sign tells spreadsheets the encoding."""
    yield "\ufeff" + _row(COLUMNS)
    for line in lines:
        changes = "; ".join(map(str, line.changes))
        yield _row((line.when.isoformat(), line.actor, line.verb, line.kind, line.thing, changes))


def _row(cells: Iterable[str]) -> str:
    written = StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerow([harmless(cell) for cell in cells])
    return written.getvalue()
