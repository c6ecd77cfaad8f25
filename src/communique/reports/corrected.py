"""What analysts corrected in an account, as rows of its report."""

from __future__ import annotations

from communique.model.corrections import Correction, Parts, What
from communique.reports.fact import Fact
from communique.reports.facts import find_facts
from communique.reports.labels import day_label
from communique.reports.report import Report

NAMES = {
    What.PARTICIPANT: "who took part",
    What.KIND: "kind of event",
    What.DATE: "day of the event",
    What.VISIT_CLASS: "class of the visit",
    What.RECEPTION: "reception",
    What.INITIATIVE: "initiative",
    What.RELATION: "act between the sides",
    What.INSTRUMENT: "document",
}


def find_told(report: Report) -> tuple[Fact, ...]:
    """Give the rows on what the text states, and on what of it an analyst corrected."""
    return (*find_facts(report.account), *(_corrected(correction) for correction in report.corrections))


def _corrected(correction: Correction) -> Fact:
    change = f"{NAMES[correction.what]}: {value_label(correction.after)}, extracted as {value_label(correction.before)}"
    words = "" if correction.words else "; no words of the text"
    reason = " ".join(correction.reason.split()).rstrip(".")
    who = f"corrected by {correction.author} on {day_label(correction.moment.date())}: {reason}{words}"
    spans = (correction.words,) if correction.words else ()
    return Fact(label="corrected", statement=f"{change} ({who})", spans=spans)


def value_label(parts: Parts) -> str:
    """
    Give a value in words, "not there" for one that is not.

    >>> value_label((("role", "principal"), ("name", "Adela Korin"), ("office", ""), ("side", "XV")))
    'principal, Adela Korin, XV'
    """
    return ", ".join(value.replace("_", " ") for _, value in parts if value) or "not there"
