"""Addresses of dossiers."""

from __future__ import annotations

from django.urls import URLPattern, path

from communique.web.base.views import soon

urlpatterns: list[URLPattern] = [path("dossiers/", soon, name="dossiers")]
