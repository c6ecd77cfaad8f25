"""Addresses of the room: the operations of version 1, and the page that describes them."""

from __future__ import annotations

from django.urls import path, re_path
from django.views.generic import RedirectView

from communique.web.api.interface import api
from communique.web.api.reference import no_operation, show_reference

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="api-reference"), name="api-root"),
    path("docs", show_reference, name="api-reference"),
    path("v1/", api.urls),
    re_path(r"^v1/(?P<rest>[\s\S]*)$", no_operation),
]
