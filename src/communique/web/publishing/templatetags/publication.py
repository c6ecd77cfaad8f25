"""How the parts of a publication are worded: days, grades, statuses, hashes."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communique.web.publishing.evidence.frozen import FrozenSentence

register = template.Library()

GRADES = {
    "observed": gettext_lazy("observed"),
    "differs": gettext_lazy("differs"),
    "rare": gettext_lazy("rare"),
    "habit": gettext_lazy("usual here"),
}
STATUSES = {
    "confirmed": gettext_lazy("confirmed"),
    "partly": gettext_lazy("partly"),
    "contradicted": gettext_lazy("contradicted"),
    "not found": gettext_lazy("not found"),
    "untestable": gettext_lazy("untestable"),
}
PARTS = {"text": gettext_lazy("characters"), "title": gettext_lazy("headline"), "place": gettext_lazy("place line")}
_DIGITS = 16


@register.filter
def iso_day(moment: str) -> str:
    """Give the day of an ISO time in words."""
    return date_format(datetime.fromisoformat(moment).date(), "DATE_FORMAT") if moment else _("undated")


@register.filter
def iso_date(moment: str) -> date | None:
    """Give the day of an ISO time."""
    return datetime.fromisoformat(moment).date() if moment else None


@register.filter
def grade_label(grade: str) -> str:
    """Give a grade in the reader's language."""
    return str(GRADES.get(grade, grade))


@register.filter
def status_label(status: str) -> str:
    """Give the status of a claim in the reader's language."""
    return str(STATUSES.get(status, status))


@register.filter
def part_label(part: str) -> str:
    """Give what places count in."""
    return str(PARTS.get(part, part))


@register.filter
def first_digits(print_: str) -> str:
    """Give the first digits of a hash."""
    return print_[:_DIGITS]


@register.filter
def is_web(address: str) -> bool:
    """Tell whether an address may be linked: one of the web."""
    return address.lower().startswith(("http://", "https://"))


@register.filter
def joined(names: list[str]) -> str:
    """Give names in a row."""
    *first, last = names or [""]
    return _("%(names)s and %(last)s") % {"names": ", ".join(first), "last": last} if first else last


@register.filter
def has_view(sentences: tuple[FrozenSentence, ...]) -> bool:
    """Tell whether a text holds the author's own view, marked as such."""
    return any(sentence.view for sentence in sentences)
