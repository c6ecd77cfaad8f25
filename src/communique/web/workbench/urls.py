"""Addresses of the room: those of the desk, and those that each other part of the room lists itself."""

from __future__ import annotations

from django.urls import URLPattern, path

from communique.web.workbench import correction_urls, dossier_urls, pair_urls
from communique.web.workbench.desk.views import show_desk
from communique.web.workbench.intake.views import add, add_example
from communique.web.workbench.releases.views import export_release, show_release, show_versions
from communique.web.workbench.searches import views as search_views
from communique.web.workbench.styles import serve_style

app_name = "workbench"
urlpatterns: list[URLPattern] = [
    path("desk/", show_desk, name="desk"),
    path("desk/add/", add, name="add"),
    path("desk/example/", add_example, name="example"),
    path("searches/", search_views.list_searches, name="searches"),
    path("searches/new/", search_views.add_search, name="new_search"),
    path("searches/<int:number>/", search_views.edit_search, name="search"),
    path("searches/<int:number>/remove/", search_views.remove_search, name="remove_search"),
    path("searches/<int:number>/rotate/", search_views.rotate_search, name="rotate_search"),
    path("searches/feed/<str:token>.atom", search_views.feed_search, name="search_feed"),
    path("searches/unsubscribe/<str:token>/", search_views.unsubscribe, name="unsubscribe"),
    path("releases/<str:key>/", show_release, name="release"),
    path("releases/<str:key>/versions/", show_versions, name="versions"),
    path("releases/<str:key>/report.json", export_release, name="release_json"),
    path("reports/<str:name>", serve_style, name="report_asset"),
    *dossier_urls.urlpatterns,
    *pair_urls.urlpatterns,
    *correction_urls.urlpatterns,
]
