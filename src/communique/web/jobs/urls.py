"""Addresses of jobs."""

from __future__ import annotations

from django.urls import path

from communique.web.jobs import views

app_name = "jobs"
urlpatterns = [path("<uuid:key>/", views.show_job, name="job")]
