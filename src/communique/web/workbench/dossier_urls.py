"""Addresses of dossiers; the name of one is a single step of the path, whatever it holds."""

from __future__ import annotations

from django.urls import URLPattern, path, register_converter

from communique.web.workbench.dossiers.naming import DossierName
from communique.web.workbench.dossiers.views import (
    audit,
    cells,
    forecasts,
    gather,
    history,
    matrix,
    overview,
    parts,
    shelf,
)

register_converter(DossierName, "dossier")

ONE = "dossiers/<dossier:name>/"
MATRIX = f"{ONE}matrix/"

_SHELF = [
    path("dossiers/", shelf.show_list, name="dossiers"),
    path("dossiers/new/", shelf.begin, name="new_dossier"),
    path("dossiers/import/", shelf.import_file, name="import_dossier"),
    path("dossiers/removed/", shelf.removed, name="dossiers_removed"),
    path("dossiers/removed/<int:row>/", shelf.bring_back, name="dossier_bring_back"),
    path(f"{ONE}copy/", shelf.copy, name="copy_dossier"),
    path(f"{ONE}remove/", shelf.remove, name="remove_dossier"),
    path(f"{ONE}dossier.toml", shelf.export_file, name="export_dossier"),
]
_OVERVIEW = [
    path(ONE, overview.overview, name="dossier"),
    path(f"{ONE}head/", overview.head, name="dossier_head"),
    path(f"{ONE}remarks/", overview.remarks, name="dossier_remarks"),
    path(f"{ONE}text/", overview.write_text, name="dossier_text"),
    path(f"{ONE}releases/find/", overview.find, name="dossier_find"),
    path(f"{ONE}releases/file/", overview.file, name="dossier_file"),
    path(f"{ONE}releases/edit/", overview.filing, name="dossier_filing"),
    path(f"{ONE}releases/remove/", overview.unfile, name="dossier_unfile"),
    path(f"{ONE}exhibits/", overview.exhibit, name="dossier_exhibit"),
    path(f"{ONE}exhibits/remove/", overview.remove_exhibit, name="dossier_remove_exhibit"),
]
_PARTS = [
    path(f"{ONE}timeline/", parts.timeline, name="dossier_timeline"),
    path(f"{ONE}timeline/<str:width>.svg", parts.picture, name="dossier_picture"),
    path(f"{ONE}protocol/", parts.protocol, name="dossier_protocol"),
    path(f"{ONE}again/<str:kind>/", parts.again, name="dossier_again"),
    path(f"{ONE}forecasts/", forecasts.forecasts, name="dossier_forecasts"),
    path(f"{ONE}forecasts/add/", forecasts.add_forecast, name="dossier_add_forecast"),
    path(f"{ONE}forecasts/resolve/", forecasts.resolve, name="dossier_resolve"),
    path(f"{ONE}forecasts/remove/", forecasts.remove_forecast, name="dossier_remove_forecast"),
    path(f"{ONE}gather/", gather.ask, name="dossier_gather"),
    path(f"{ONE}gather/<uuid:key>/", gather.gathered, name="dossier_gathered"),
    path(f"{ONE}audit/", audit.ask, name="dossier_audit"),
    path(f"{ONE}audit/<int:number>/", audit.audited, name="dossier_audited"),
    path(f"{ONE}audit/<int:number>/remove/", audit.remove_audit, name="dossier_remove_audit"),
    path(f"{ONE}history/", history.history, name="dossier_history"),
    path(f"{ONE}history/<int:number>/", history.revision, name="dossier_revision"),
    path(f"{ONE}history/<int:number>/restore/", history.restore, name="dossier_restore"),
]
_MATRIX = [
    path(MATRIX, matrix.matrix, name="dossier_matrix"),
    path(f"{MATRIX}view/", matrix.view, name="matrix_view"),
    path(f"{MATRIX}undo/", matrix.undo, name="matrix_undo"),
    path(f"{MATRIX}redo/", matrix.redo, name="matrix_redo"),
    path(f"{MATRIX}cell/", cells.cell, name="matrix_cell"),
    path(f"{MATRIX}cell/clear/", cells.clear, name="matrix_clear"),
    path(f"{MATRIX}prior/", cells.prior, name="matrix_prior"),
    path(f"{MATRIX}hypothesis/", cells.hypothesis, name="matrix_hypothesis"),
    path(f"{MATRIX}hypothesis/remove/", cells.remove_hypothesis, name="matrix_remove_hypothesis"),
    path(f"{MATRIX}evidence/", cells.evidence, name="matrix_evidence"),
    path(f"{MATRIX}evidence/remove/", cells.remove_evidence, name="matrix_remove_evidence"),
    path(f"{MATRIX}findings/", cells.findings, name="matrix_findings"),
    path(f"{MATRIX}explanations/", cells.take_explanations, name="matrix_explanations"),
    path(f"{MATRIX}suggestions/", cells.take_suggestions, name="matrix_suggestions"),
]
urlpatterns: list[URLPattern] = [*_SHELF, *_OVERVIEW, *_PARTS, *_MATRIX]
