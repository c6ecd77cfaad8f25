"""All addresses of the workspace."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("communique.web.publishing.urls")),
    path("", include("communique.web.discussion.urls")),
    path("", include("communique.web.workbench.urls")),
    path("jobs/", include("communique.web.jobs.urls")),
    path("accounts/", include("communique.web.accounts.urls")),
    path("api/", include("communique.web.api.urls")),
    path("", include("communique.web.base.urls")),
]
handler400 = "communique.web.base.views.bad_request"
handler403 = "communique.web.base.views.forbidden"
handler404 = "communique.web.base.views.not_found"
handler500 = "communique.web.base.views.failed"
