"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from communique.web.base.views import soon

app_name = "publishing"
urlpatterns = [
    path("", soon, name="front"),
    path("analyses/", soon, name="analyses"),
]
