"""Addresses of accounts."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import path

from communique.web.accounts.views import entering, journal, own, people

app_name = "accounts"
urlpatterns = [
    path("login/", entering.Login.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("forgotten/", entering.forgotten, name="forgotten"),
    path("forgotten/<str:uidb64>/<str:token>/", entering.NewPassword.as_view(), name="new_password"),
    path("join/<str:token>/", entering.join, name="join"),
    path("welcome/<str:token>/", entering.welcome, name="welcome"),
    path("profile/", own.profile, name="profile"),
    path("password/", own.OtherPassword.as_view(), name="password"),
    path("sessions/", own.end_sessions, name="end_sessions"),
    path("erase/", own.erase, name="erase"),
    path("tokens/", own.tokens, name="tokens"),
    path("tokens/<str:prefix>/revoke/", own.revoke_token, name="revoke_token"),
    path("users/", people.users, name="users"),
    path("users/<int:number>/role/", people.change_role, name="change_role"),
    path("users/<int:number>/deactivate/", people.deactivate, name="deactivate"),
    path("users/<int:number>/activate/", people.activate, name="activate"),
    path("users/<int:number>/password/", people.password_link, name="password_link"),
    path("invite/", people.invite, name="invite"),
    path("invite/<uuid:key>/revoke/", people.revoke_invitation, name="revoke_invitation"),
    path("journal/", journal.journal, name="journal"),
    path("journal/table.csv", journal.journal_table, name="journal_table"),
]
