"""The words in which the room speaks of kinds, standings and languages, in the language of the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from communique.model import Kind
from communique.reports.verdict import HIGHEST_PERCENTILE, percentile_label
from communique.web.workbench.models import KeptStanding

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

KINDS: dict[str, _StrPromise] = {
    Kind.CALL: later("call"),
    Kind.MEETING: later("meeting"),
    Kind.VISIT: later("visit"),
    Kind.MULTILATERAL: later("multilateral event"),
    Kind.MESSAGE: later("message"),
    Kind.DOMESTIC: later("domestic event"),
    Kind.STATEMENT: later("statement"),
    Kind.OTHER: later("other text"),
}


def kind_words(code: str) -> str:
    """Name a kind of event."""
    return str(KINDS.get(code, code))


def language_words(code: str) -> str:
    """Name a language in the language of the reader; a code that nobody knows stands as it is."""
    try:
        return str(Locale(get_language() or "en").languages.get(code, code)) if code else _("language unknown")
    except UnknownLocaleError:
        return code


def standing_words(standing: KeptStanding | None) -> str:
    """Say where a release stands among comparable ones, as its report does; that it has no base where it has none."""
    if standing is None:
        return _("no base")
    judged = _("unusual") if standing.unusual else _("nothing unusual")
    return f"{judged}: {percentile_words(standing.percentile)} {among_words(standing.among)}"


def percentile_words(percentile: float) -> str:
    """Give a percentile in whole numbers; in English in the very words of the reports."""
    if (get_language() or "en").startswith("en"):
        return percentile_label(percentile)
    return _("percentile %(number)s") % {"number": max(1, min(int(percentile), HIGHEST_PERCENTILE))}


def among_words(count: int) -> str:
    """Say with how many releases one was compared."""
    return ngettext("of %(count)s comparable", "of %(count)s comparable", count) % {"count": count}
