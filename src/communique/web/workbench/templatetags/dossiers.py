"""Words and parts that the pages of dossiers share."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from communique.dossiers.imprecise import Precision, parse_when
from communique.errors import ModelError
from communique.model import ExhibitKind, Role
from communique.reports.timelines.wording import when_label

register = template.Library()


ROLES = {
    Role.EVENT: (_("event"), _("Events")),
    Role.ANNOUNCEMENT: (_("announcement"), _("Announcements")),
    Role.INVITATION: (_("invitation"), _("Invitations")),
    Role.STATEMENT: (_("statement"), _("Statements")),
    Role.PARALLEL: (_("parallel"), _("Parallel events")),
}
EXHIBITS = {
    ExhibitKind.FOOTAGE: _("footage"),
    ExhibitKind.PICTURE: _("picture"),
    ExhibitKind.PRESS: _("press"),
    ExhibitKind.DOCUMENT: _("document"),
    ExhibitKind.RULE: _("rule of protocol"),
    ExhibitKind.COMMENT: _("comment"),
    ExhibitKind.OTHER: _("other"),
}
TABLES = {
    "dossier": _("dossier"),
    "release": _("release"),
    "exhibit": _("other evidence"),
    "hypothesis": _("explanation"),
    "evidence": _("evidence"),
    "likelihood": _("likelihood"),
    "forecast": _("forecast"),
}
PARTS = {
    "title": _("title"),
    "first": _("first day"),
    "last": _("last day"),
    "sides": _("sides"),
    "role": _("role"),
    "reason": _("reason"),
    "grade": _("grade"),
    "kind": _("kind"),
    "words": _("words"),
    "address": _("address"),
    "day": _("day"),
    "statement": _("statement"),
    "dull": _("dull"),
    "prior": _("prior"),
    "refuted_by": _("ruled out by"),
    "source": _("source"),
    "quote": _("quotation"),
    "finding": _("finding"),
    "group": _("group"),
    "seen": _("rate"),
    "value": _("number and reason"),
    "question": _("question"),
    "probability": _("probability"),
    "made": pgettext_lazy("a day", "made"),
    "due": pgettext_lazy("a day", "due"),
    "resolves": _("what counts as yes"),
    "analyst": _("analyst"),
    "outcome": _("answer"),
}


@register.filter
def fragment(markup: str) -> SafeString:
    """Let a part of a page stand as it is that a renderer of reports made: those escape all words of others."""
    return SafeString(markup)  # nosec B703 - as said


@register.filter
def of(mapping: Mapping[str, str], key: str) -> str:
    """Give what a mapping has for a key, empty where it has nothing."""
    return mapping.get(key, "")


@register.filter
def role_word(role: str) -> str:
    """Name the role of a release."""
    return str(ROLES[Role(role)][0])


@register.filter
def role_words(role: str) -> str:
    """Name the releases of a role."""
    return str(ROLES[Role(role)][1])


@register.filter
def exhibit_word(kind: str) -> str:
    """Name a kind of evidence that is no release."""
    return str(EXHIBITS[ExhibitKind(kind)])


@register.filter
def table_word(name: str) -> str:
    """Name a table of a dossier."""
    return str(TABLES.get(name, name))


@register.filter
def day_words(edtf: str) -> str:
    """Write a day of evidence as the page writes days, as exactly as it is known; what is no day stays."""
    try:
        when = parse_when(edtf)
    except ModelError:
        return edtf
    form = {Precision.DAY: "DATE_FORMAT", Precision.MONTH: "YEAR_MONTH_FORMAT"}.get(when.precision)
    if form is None or when.clock is not None:
        return when_label(when) if get_language() == "en" else edtf
    return f"{'≈ ' if when.approximate else ''}{date_format(when.first, form)}"


@register.filter
def part_word(name: str) -> str:
    """Name a part of a row of a dossier."""
    return str(PARTS.get(name, name))


@register.filter
def decimal(value: float) -> str:
    """Write a likelihood or a prior in as few figures as it needs."""
    return f"{value:g}"


@register.filter
def unbroken(words: str) -> str:
    """Keep a sign of per cent on the line of its number."""
    return words.replace(" %", "\N{NO-BREAK SPACE}%")


@register.filter
def unlocalized(number: float) -> str:
    """Write a number for a drawing, whatever the language of the page."""
    return f"{number:g}"
