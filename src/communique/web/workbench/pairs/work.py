"""A pair drawn as work: its contacts, and the formulas of each office, kept for everybody until the corpus changes."""

from __future__ import annotations

import json
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from communique.errors import CommuniqueError
from communique.precedent.pairs import Teller
from communique.precedent.phrase_history import PhraseBook
from communique.reports.pairs.plot import plot_pair
from communique.reports.phrase_plot import plot_phrases
from communique.reports.phrase_table import event_lines, peak_label
from communique.web.base.corpus import the_corpus, the_settings
from communique.web.jobs.kinds import Tell, job_kind
from communique.web.jobs.models import Job
from communique.web.workbench.kept import view_keep
from communique.web.workbench.pairs.selectors import KIND, pair_get, pair_key, pair_stamp
from communique.wiring.pairs import trace_formulas

CONTACTS = "contacts"
"""The name of the drawing of contacts; the others are named by office and language."""


@job_kind(KIND)
def draw_figures(job: Job, tell: Tell) -> dict[str, Any]:
    """Draw the contacts of two sides, and the formulas of each office over time."""
    stamped = pair_stamp()
    pair = pair_get(job.arguments["one"], job.arguments["other"])
    if pair is None:
        raise CommuniqueError(wanted="two sides in contact", got="two of whose contacts the corpus tells nothing")
    tell(_("drawing the contacts"), 0, 0)
    drawn = {CONTACTS: plot_pair(pair, "svg").decode()}
    books = []
    tell(_("looking for formulas"), 0, 0)
    for teller, book in trace_formulas(the_corpus(), pair, the_settings()):
        drawn[teller.code] = plot_phrases(book, "svg").decode()
        books.append(_book(teller, book))
    view_keep(KIND, pair_key(pair.codes), stamped, json.dumps({"drawn": drawn, "books": books}))
    return {"address": reverse("workbench:pair", args=pair.codes), "lines": []}


def _book(teller: Teller, book: PhraseBook) -> dict[str, Any]:
    shown = frozenset(history.words for history in book.phrases)
    return {
        "name": teller.code,
        "label": teller.name,
        "language": teller.language,
        "records": book.accounts,
        "phrases": [
            {
                "words": history.words,
                "seen": history.seen,
                "peak": peak_label(history),
                "first": history.first.isoformat(),
                "last": history.last.isoformat(),
                "told": list(event_lines(history, shown=shown)),
            }
            for history in book.phrases
        ],
    }
