"""Addresses of corrections."""

from __future__ import annotations

from django.urls import URLPattern, path

from communique.web.workbench.corrections import views

urlpatterns: list[URLPattern] = [
    path("releases/<str:key>/corrections/", views.show_corrections, name="corrections"),
    path("releases/<str:key>/corrections/add/", views.add_correction, name="correct"),
    path("releases/<str:key>/corrections/<int:number>/withdraw/", views.withdraw_correction, name="withdraw"),
]
