"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from communique.web.publishing.views import public, reviewing, writing

app_name = "publishing"
_ANALYSIS = "analyses/<int:number>"
urlpatterns = [
    path("", public.show_front, name="front"),
    path("publications/feed.atom", public.show_feed, {"kind": "atom"}, name="atom"),
    path("publications/feed.rss", public.show_feed, {"kind": "rss"}, name="rss"),
    path("publications/choices/", public.show_choices, name="choices"),
    path("publications/<slug:slug>/", public.show_publication, name="publication"),
    path("publications/<slug:slug>/v<int:number>/", public.show_version, name="version"),
    path("analyses/", writing.list_analyses, name="analyses"),
    path("analyses/new/", writing.add_analysis, name="new_analysis"),
    path("analyses/demo/", writing.add_demo, name="demo"),
    path(f"{_ANALYSIS}/", writing.write_analysis, name="analysis"),
    path(f"{_ANALYSIS}/lint/", writing.lint_analysis, name="lint"),
    path(f"{_ANALYSIS}/preview/", writing.preview_analysis, name="preview"),
    path(f"{_ANALYSIS}/evidence/", writing.pick_evidence, name="evidence"),
    path(f"{_ANALYSIS}/coauthors/", writing.add_coauthor, name="coauthors"),
    path(f"{_ANALYSIS}/revisions/", writing.list_revisions, name="revisions"),
    path(f"{_ANALYSIS}/revisions/<int:revision>/restore/", writing.restore_revision, name="restore"),
    path(f"{_ANALYSIS}/submit/", reviewing.submit_analysis, name="submit"),
    path(f"{_ANALYSIS}/withdraw/", reviewing.withdraw_analysis, name="withdraw"),
    path(f"{_ANALYSIS}/review/", reviewing.review_analysis, name="review"),
    path(f"{_ANALYSIS}/publish/", reviewing.publish_analysis, name="publish"),
    path(f"{_ANALYSIS}/correct/", reviewing.correct_analysis, name="correct"),
    path(f"{_ANALYSIS}/export/", reviewing.export_analysis, name="export"),
]
