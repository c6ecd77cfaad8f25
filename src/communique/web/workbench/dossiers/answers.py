"""What pages of a dossier answer with: their frame, a redirect after a write, both values where two clash."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from communique.errors import CommuniqueError
from communique.web.accounts.gates import may, member_of
from communique.web.base.corpus import the_settings
from communique.web.base.refusals import refusal_words
from communique.web.workbench.dossiers.merging import Clash, ClashError, Edit, told
from communique.web.workbench.dossiers.selectors import Standing, dossier_find, dossier_get
from communique.web.workbench.dossiers.services import Deed, Written, dossier_change
from communique.wiring.dossier_views import side_names

Rest = ParamSpec("Rest")

TOLD = "dossier:told"
"""The event by which a script says something to the reader."""

EDITOR = "#matrix-editor"
_ASIDE = {"csrfmiddlewaretoken", "revision"}


def show(request: HttpRequest, standing: Standing, template: str, tab: str, **context: object) -> HttpResponse:
    """Render one page of a dossier in its frame."""
    return render(request, template, frame_of(request, standing, tab) | context)


def frame_of(request: HttpRequest, standing: Standing, tab: str) -> dict[str, object]:
    """Give what every page of a dossier knows."""
    dossier = standing.dossier
    return {
        "standing": standing,
        "dossier": dossier,
        "sides": side_names(dossier.sides, the_settings()),
        "tab": tab,
        "edits": may(request, "workbench.edit_dossier"),
    }


def change(request: HttpRequest, name: str, edit: Edit, *, part: str = "", read: int | None = None) -> Written:
    """Make a change that somebody sent."""
    dossier_get(name)
    return dossier_change(name, edit, Deed(actor=member_of(request), part=part), read=read)


def changed(request: HttpRequest, written: Written, address: str) -> HttpResponse:
    """Go on to a page after a change, and say what became of it."""
    messages.success(request, saved_words(written))
    return redirect(address)


def saved_words(written: Written) -> str:
    """Say what became of a change."""
    if not written.changed:
        return _("Nothing to change.")
    number = written.standing.revision
    if written.joined:
        return _("Saved as revision %(number)s, together with what others changed meanwhile.") % {"number": number}
    return _("Saved as revision %(number)s.") % {"number": number}


def revision_read(request: HttpRequest) -> int | None:
    """Give the revision that a form was made from, None where it tells none."""
    written = request.POST.get("revision", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else None  # noqa: PLR2004 - no revision is so high


def clashes_told(
    view: Callable[Concatenate[HttpRequest, Rest], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Rest], HttpResponse]:
    """Show both values where somebody else changed the same cell, and let the later writer decide."""

    @wraps(view)
    def told_view(request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except ClashError as error:
            return _clash(request, str(kwargs["name"]), error)
        except CommuniqueError as error:
            if not request.headers.get("HX-Request"):
                raise
            return telling(HttpResponse(headers={"HX-Reswap": "none"}), refusal_words(error))

    return told_view


def telling(response: HttpResponse, words: str) -> HttpResponse:
    """Let a script say something to the reader, on the screen and aloud."""
    response.headers["HX-Trigger"] = json.dumps({TOLD: {"words": words}})
    return response


def instead(answer: HttpResponse, target: str, swap: str) -> HttpResponse:
    """Let a script set an answer elsewhere than it was asked for."""
    answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = target, swap
    return answer


def address_of(page: str, name: str) -> str:
    """Give the address of a page of a dossier."""
    return reverse(f"workbench:{page}", args=[name])


def _clash(request: HttpRequest, name: str, error: ClashError) -> HttpResponse:
    standing = dossier_find(name)
    if standing is None:
        raise error
    context = frame_of(request, standing, "") | {
        "clashes": [_in_words(one) for one in error.clashes],
        "reason": "" if error.clashes else error.got,
        "action": request.get_full_path(),
        "fields": [(key, value) for key, values in request.POST.lists() if key not in _ASIDE for value in values],
        "decidable": bool(error.clashes) and not request.path.endswith(("/undo/", "/redo/")),
        "leave": address_of("dossier_matrix" if "/matrix/" in request.path else "dossier", name),
    }
    if request.headers.get("HX-Request"):
        answer = render(request, "workbench/dossier_clash_part.html", context)
        return telling(
            instead(answer, EDITOR, "innerHTML"), _("Somebody else changed the same cell. Nothing was overwritten.")
        )
    return render(request, "workbench/dossier_clash.html", context, status=409)


def _in_words(clash: Clash) -> dict[str, str]:
    return {
        "table": clash.place.table,
        "row": " · ".join(filter(None, clash.place.row)),
        "part": clash.place.part,
        "read": told(clash.read),
        "standing": told(clash.standing),
        "wanted": told(clash.wanted),
    }
