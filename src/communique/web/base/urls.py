"""Addresses that belong to no room."""

from __future__ import annotations

from django.urls import include, path

from communique.web.base import views

app_name = "base"
urlpatterns = [
    path("healthz", views.health, name="health"),
    path("theme/", views.choose_theme, name="theme"),
    path("language/", include("django.conf.urls.i18n")),
]
