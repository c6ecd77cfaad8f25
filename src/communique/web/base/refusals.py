"""What the library refuses to do, told to people in the language of their page."""

from __future__ import annotations

from django.utils.translation import gettext as _

from communique.errors import CommuniqueError


def refusal_words(error: CommuniqueError) -> str:
    """Say what was wanted, what was got and what to do; the three parts are in the language they were written in."""
    told = _("expected %(wanted)s, got %(got)s") % {"wanted": error.wanted, "got": error.got}
    return f"{told} ({error.remedy})" if error.remedy else told
