"""Every page of the workspace: where it is, and who sees most of it."""

from __future__ import annotations

STRANGER, MEMBER = "", "administrator"

PUBLIC = {
    "publishing:front": ("/",),
    "publishing:publication": ("/publications/{slug}/", "/publications/{slug}/?evidence=s2"),
    "publishing:version": ("/publications/{slug}/v1/",),
    "publishing:choices": ("/publications/choices/",),
    "discussion:comments": ("/publications/{slug}/comments/",),
    "discussion:add": (
        "/publications/{slug}/comments/new/",
        "/publications/{slug}/comments/new/?sentence=s2",
        "/publications/{slug}/comments/new/?reply={comment}",
    ),
    "discussion:sent": ("/comments/sent/{sent}/",),
    "discussion:verify": ("/comments/verify/{confirm}/", "/comments/verify/nothing/"),
    "discussion:forget": ("/comments/erase/",),
    "discussion:erase": ("/comments/erase/{erase}/",),
    "discussion:privacy": ("/comments/privacy/",),
    "accounts:login": ("/accounts/login/",),
    "accounts:forgotten": ("/accounts/forgotten/",),
    "accounts:new_password": ("{password}", "/accounts/forgotten/MQ/nothing/"),
    "accounts:join": ("{join}",),
    "accounts:welcome": ("/accounts/welcome/nothing/",),
    "workbench:unsubscribe": ("/searches/unsubscribe/{unsubscribe}/",),
    "api-reference": ("/api/docs",),
    "base:not_found": ("/no-such-page/",),
}
"""What everybody may open, by the name of its address; what is in braces is what the prepared workspace knows."""

ROOMS = {
    "workbench:desk": ("/desk/", "/desk/?q=icebreaker", "/desk/?q=nowhere-said", "/desk/?q=%22"),
    "workbench:add": ("/desk/add/",),
    "workbench:searches": ("/searches/",),
    "workbench:search": ("/searches/{search}/",),
    "workbench:release": ("/releases/{talks}/", "/releases/{december}/", "/releases/{interview}/"),
    "workbench:versions": ("/releases/{talks}/versions/",),
    "workbench:corrections": ("/releases/{talks}/corrections/", "/releases/{interview}/corrections/"),
    "workbench:compare": ("/compare/", "/compare/?first={talks}", "/compare/?q=icebreaker"),
    "workbench:comparison": ("/compare/{talks}/{account}/", "/compare/{talks}/{december}/"),
    "workbench:pairs": ("/pairs/", "/pairs/?q=nowhere"),
    "workbench:pair": ("/pairs/XA/XV/",),
    "workbench:dossiers": ("/dossiers/",),
    "workbench:new_dossier": ("/dossiers/new/",),
    "workbench:import_dossier": ("/dossiers/import/",),
    "workbench:copy_dossier": ("/dossiers/{dossier}/copy/",),
    "workbench:remove_dossier": ("/dossiers/{dossier}/remove/",),
    "workbench:dossiers_removed": ("/dossiers/removed/",),
    "workbench:dossier": ("/dossiers/{dossier}/",),
    "workbench:dossier_head": ("/dossiers/{dossier}/head/",),
    "workbench:dossier_remarks": ("/dossiers/{dossier}/remarks/",),
    "workbench:dossier_text": ("/dossiers/{dossier}/text/",),
    "workbench:dossier_find": ("/dossiers/{dossier}/releases/find/?q=icebreaker",),
    "workbench:dossier_filing": ("/dossiers/{dossier}/releases/edit/?source=corpus%3A{talks}",),
    "workbench:dossier_exhibit": (
        "/dossiers/{dossier}/exhibits/",
        "/dossiers/{dossier}/exhibits/?code=footage-opening",
    ),
    "workbench:dossier_timeline": ("/dossiers/{dossier}/timeline/",),
    "workbench:dossier_protocol": ("/dossiers/{dossier}/protocol/",),
    "workbench:dossier_forecasts": ("/dossiers/{dossier}/forecasts/",),
    "workbench:dossier_add_forecast": ("/dossiers/{dossier}/forecasts/add/",),
    "workbench:dossier_resolve": ("/dossiers/{dossier}/forecasts/resolve/?code={forecast}",),
    "workbench:dossier_gather": ("/dossiers/{dossier}/gather/",),
    "workbench:dossier_gathered": ("/dossiers/{dossier}/gather/{gathered}/",),
    "workbench:dossier_audit": ("/dossiers/{dossier}/audit/",),
    "workbench:dossier_audited": ("/dossiers/{dossier}/audit/{audit}/",),
    "workbench:dossier_history": ("/dossiers/{dossier}/history/",),
    "workbench:dossier_revision": ("/dossiers/{dossier}/history/1/",),
    "workbench:dossier_matrix": ("/dossiers/{dossier}/matrix/",),
    "workbench:matrix_cell": ("/dossiers/{dossier}/matrix/cell/?evidence=guest-wish&hypothesis=sought",),
    "workbench:matrix_prior": ("/dossiers/{dossier}/matrix/prior/?hypothesis=sought",),
    "workbench:matrix_hypothesis": (
        "/dossiers/{dossier}/matrix/hypothesis/",
        "/dossiers/{dossier}/matrix/hypothesis/?hypothesis=sought",
    ),
    "workbench:matrix_evidence": (
        "/dossiers/{dossier}/matrix/evidence/",
        "/dossiers/{dossier}/matrix/evidence/?evidence=guest-wish",
    ),
    "workbench:matrix_findings": ("/dossiers/{dossier}/matrix/findings/",),
    "publishing:analyses": ("/analyses/", "/analyses/?state=draft"),
    "publishing:new_analysis": ("/analyses/new/",),
    "publishing:analysis": (
        "/analyses/{draft}/",
        "/analyses/{review}/",
        "/analyses/{reviewed}/",
        "/analyses/{published}/",
    ),
    "publishing:revisions": ("/analyses/{published}/revisions/?revision=1",),
    "publishing:review": ("/analyses/{review}/review/",),
    "publishing:publish": ("/analyses/{reviewed}/publish/",),
    "publishing:correct": ("/analyses/{published}/correct/",),
    "discussion:queue": ("/moderation/", "/moderation/?state=published", "/moderation/?state=rejected"),
    "discussion:blocks": ("/moderation/blocks/",),
    "discussion:moderate_one": ("/moderation/{pending}/", "/moderation/{comment}/"),
    "discussion:promote": ("/comments/{comment}/promote/",),
    "jobs:job": ("/jobs/{running}/", "/jobs/{failed}/"),
    "accounts:profile": ("/accounts/profile/",),
    "accounts:password": ("/accounts/password/",),
    "accounts:erase": ("/accounts/erase/",),
    "accounts:tokens": ("/accounts/tokens/",),
    "accounts:users": ("/accounts/users/",),
    "accounts:invite": ("/accounts/invite/",),
    "accounts:journal": ("/accounts/journal/", "/accounts/journal/?day=2001-01-01"),
    "base:not_found": ("/no-such-page/",),
}
"""What members open, as the role that sees most."""

NO_PAGES = {
    "accounts": """
        logout end_sessions revoke_token change_role deactivate activate password_link
        revoke_invitation journal_table
    """,
    "base": """
        health theme set_language
    """,
    "discussion": """
        feed json act remove_block erase_for
    """,
    "publishing": """
        atom rss demo lint preview evidence coauthors restore submit withdraw export
    """,
    "workbench": """
        example new_search remove_search rotate_search search_feed release_json report_asset
        export_dossier dossier_file dossier_unfile dossier_remove_exhibit dossier_picture
        dossier_again dossier_remove_forecast dossier_remove_audit dossier_restore dossier_bring_back matrix_view
        matrix_undo matrix_redo matrix_clear matrix_remove_hypothesis matrix_remove_evidence
        matrix_explanations matrix_suggestions pair_figure correct withdraw
    """,
}
"""Addresses without a page of their own: what is only sent to, files, feeds, pieces that script asks for."""
