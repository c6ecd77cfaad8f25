"""Addresses of comparisons and of pairs of states."""

from __future__ import annotations

from django.urls import URLPattern, path

from communique.web.base.views import soon

urlpatterns: list[URLPattern] = [
    path("pairs/", soon, name="pairs"),
    path("compare/", soon, name="compare"),
]
