"""Addresses of comparisons and of pairs of states."""

from __future__ import annotations

from django.urls import URLPattern, path

from communique.web.workbench.comparisons import views as comparisons
from communique.web.workbench.pairs import views as pairs

urlpatterns: list[URLPattern] = [
    path("compare/", comparisons.choose, name="compare"),
    path("compare/<str:first>/<str:second>/", comparisons.show_comparison, name="comparison"),
    path("pairs/", pairs.list_pairs, name="pairs"),
    path("pairs/<str:one>/<str:other>/", pairs.show_pair, name="pair"),
    path("pairs/<str:one>/<str:other>/<str:name>.svg", pairs.draw_pair, name="pair_figure"),
]
