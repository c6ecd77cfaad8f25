"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from communique.web.discussion.views import evidence, moderating, reading, writing

app_name = "discussion"
urlpatterns = [
    path("publications/<slug:slug>/comments/", reading.show_comments, name="comments"),
    path("publications/<slug:slug>/comments/new/", writing.add_comment, name="add"),
    path("publications/<slug:slug>/comments/feed.atom", reading.show_feed, name="feed"),
    path("publications/<slug:slug>/comments/comments.json", reading.comments_json, name="json"),
    path("comments/feed.atom", reading.show_feed, name="feed"),
    path("comments/sent/<str:token>/", writing.show_sent, name="sent"),
    path("comments/verify/<str:token>/", writing.confirm, name="verify"),
    path("comments/erase/", writing.forget, name="forget"),
    path("comments/erase/<str:token>/", writing.erase, name="erase"),
    path("comments/privacy/", writing.privacy, name="privacy"),
    path("comments/<int:number>/promote/", evidence.promote, name="promote"),
    path("moderation/", moderating.show_queue, name="queue"),
    path("moderation/act/", moderating.act, name="act"),
    path("moderation/blocks/", moderating.show_blocks, name="blocks"),
    path("moderation/blocks/<int:number>/remove/", moderating.remove_block, name="remove_block"),
    path("moderation/<int:number>/", moderating.show_comment, name="moderate_one"),
    path("moderation/<int:number>/erase/", moderating.erase_for, name="erase_for"),
]
