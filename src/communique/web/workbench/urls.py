"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from communique.web.base.views import soon

app_name = "workbench"
urlpatterns = [
    path("desk/", soon, name="desk"),
    path("dossiers/", soon, name="dossiers"),
    path("pairs/", soon, name="pairs"),
    path("compare/", soon, name="compare"),
]
