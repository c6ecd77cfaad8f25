"""Pages on which releases are added."""

from __future__ import annotations

from django.core.files.uploadhandler import FileUploadHandler, StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from communique.sources.packing import MEGABYTE
from communique.web.accounts.gates import member_of, needs
from communique.web.workbench.intake.forms import AddressForm, UploadForm
from communique.web.workbench.intake.services import address_add, example_add, upload_add
from communique.web.workbench.intake.uploads import MOST_TOGETHER

_MARGIN = MEGABYTE
"""Bytes of a form beside its files."""


class BoundedUpload(TemporaryFileUploadHandler):
    """Write files to disk as they come, and stop where they are more than a form may carry, whatever was announced."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self._came = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write a piece."""
        self._came += len(raw_data)
        if self._came > MOST_TOGETHER + _MARGIN:
            raise StopUpload(connection_reset=True)
        super().receive_data_chunk(raw_data, start)


@csrf_exempt
@needs("workbench.add_release")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponseBase:
    """
    Take an address or files.

    The length is looked at before anything reads the form; only then is its token checked, which reads it.
    """
    if _announced(request) > MOST_TOGETHER + _MARGIN:
        reason = _("At most %(most)s MB can be sent at once.") % {"most": MOST_TOGETHER // MEGABYTE}
        return render(request, "base/refused.html", {"reason": reason}, status=413)
    handlers: list[FileUploadHandler] = [BoundedUpload(request)]
    request.upload_handlers = handlers
    return _add(request)


@csrf_protect
def _add(request: HttpRequest) -> HttpResponse:
    by_address, by_upload = AddressForm(), UploadForm()
    if request.method == "POST" and "upload" in request.POST:
        by_upload = UploadForm(request.POST, request.FILES)
        if by_upload.is_valid():
            told, actor = by_upload.cleaned_data, member_of(request)
            job = upload_add(told["sent"], issuer=told["issuer"], language=told["language"], actor=actor)
            return redirect("jobs:job", key=job.pk)
    elif request.method == "POST":
        by_address = AddressForm(request.POST)
        if by_address.is_valid():
            job = address_add(**by_address.cleaned_data, actor=member_of(request))
            return redirect("jobs:job", key=job.pk)
    wrong = by_address.errors or by_upload.errors
    shown = {"by_address": by_address, "by_upload": by_upload}
    return render(request, "workbench/add.html", shown, status=422 if wrong else 200)


@needs("workbench.add_release")
@require_POST
def add_example(request: HttpRequest) -> HttpResponse:
    """Load the bundled example."""
    return redirect("jobs:job", key=example_add(member_of(request)).pk)


def _announced(request: HttpRequest) -> int:
    stated = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(stated) if stated.isdecimal() else 0
