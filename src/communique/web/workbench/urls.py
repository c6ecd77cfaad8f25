"""Addresses of the room: those of the desk, and those that each other part of the room lists itself."""

from __future__ import annotations

from django.urls import URLPattern, path

from communique.web.base.views import soon
from communique.web.workbench import correction_urls, dossier_urls, pair_urls
from communique.web.workbench.styles import serve_style

app_name = "workbench"
urlpatterns: list[URLPattern] = [
    path("desk/", soon, name="desk"),
    path("reports/<str:name>", serve_style, name="report_asset"),
    *dossier_urls.urlpatterns,
    *pair_urls.urlpatterns,
    *correction_urls.urlpatterns,
]
