"""Addresses of accounts."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from communique.web.base.views import soon

app_name = "accounts"
urlpatterns = [
    path(
        "login/", LoginView.as_view(template_name="accounts/login.html", redirect_authenticated_user=True), name="login"
    ),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("profile/", soon, name="profile"),
    path("users/", soon, name="users"),
    path("journal/", soon, name="journal"),
]
