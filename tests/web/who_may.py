"""
Who may do what, as one table for all rooms: add a line where a room adds a permission, or a page that all may open.

Whoever adds a permission and no line here finds ``test_permissions.py`` failing, and so does whoever adds a page that
strangers may open and does not say here why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from communique.web.accounts.models import Token, User
from communique.web.accounts.services import token_add
from communique.web.discussion.models import Comment
from communique.web.discussion.states import State as CommentState
from communique.web.jobs.models import Job
from communique.web.publishing.models import Analysis, Revision, State

STRANGERS = "anonymous"
OTHERS = ("reader", "analyst", "editor", "administrator")
"""Members whose thing it is not."""

OWNERS = tuple(f"own-{role}" for role in OTHERS)
"""The same where the thing is theirs."""

READERS = "reader analyst editor administrator"
ANALYSTS = "analyst editor administrator"
EDITORS = "editor administrator"
ADMINISTRATORS = "administrator"
NOBODY = ""

_OWN_ANALYSTS = "own-analyst own-editor own-administrator"


def _analysis(owner: User, state: str = State.DRAFT) -> Analysis:
    analysis = Analysis.objects.create(slug="the-call", dossier="tarsk", author=owner, state=state)
    Revision.objects.create(analysis=analysis, number=1, title="The call", text="A call.", author=owner)
    return analysis


def _coauthored(owner: User) -> Analysis:
    analysis = Analysis.objects.create(slug="the-call", dossier="tarsk")
    analysis.coauthors.add(owner)
    return analysis


THINGS: Mapping[str, Callable[[User], Any]] = {
    "": lambda _: None,
    "job": lambda owner: Job.objects.create(kind="test", title="A test", actor=owner),
    "token": lambda owner: token_add(owner, "A script", scope="read", days=30)[0],
    "draft": _analysis,
    "co-written draft": _coauthored,
    "published analysis": lambda owner: _analysis(owner, State.PUBLISHED),
    "published comment": lambda _: Comment(state=CommentState.PUBLISHED),
    "waiting comment": lambda _: Comment(state=CommentState.WAITING),
}
"""What permissions are asked of: each made for its owner; "" is nothing in particular."""

MAY: Mapping[tuple[str, str], str] = {
    ("accounts.manage_users", ""): ADMINISTRATORS,
    ("accounts.read_journal", ""): ADMINISTRATORS,
    ("accounts.revoke_token", ""): NOBODY,
    ("accounts.revoke_token", "token"): "own-reader own-analyst own-editor own-administrator",
    ("jobs.read_job", ""): EDITORS,
    ("jobs.read_job", "job"): f"{EDITORS} own-reader own-analyst own-editor own-administrator",
    ("workbench.read_release", ""): READERS,
    ("workbench.read_dossier", ""): READERS,
    ("workbench.save_search", ""): READERS,
    ("workbench.add_release", ""): ANALYSTS,
    ("workbench.correct_release", ""): ANALYSTS,
    ("workbench.edit_dossier", ""): ANALYSTS,
    ("publishing.read_draft", ""): ANALYSTS,
    ("publishing.read_draft", "draft"): f"{EDITORS} {_OWN_ANALYSTS}",
    ("publishing.read_draft", "co-written draft"): f"{EDITORS} {_OWN_ANALYSTS}",
    ("publishing.read_draft", "published analysis"): f"{EDITORS} {_OWN_ANALYSTS}",
    ("publishing.write_analysis", ""): ANALYSTS,
    ("publishing.write_analysis", "draft"): f"{EDITORS} {_OWN_ANALYSTS}",
    ("publishing.write_analysis", "co-written draft"): f"{EDITORS} {_OWN_ANALYSTS}",
    ("publishing.write_analysis", "published analysis"): NOBODY,
    ("publishing.review_analysis", ""): EDITORS,
    ("publishing.review_analysis", "draft"): EDITORS,  # its author only where no other editor is, which is not so here
    ("publishing.review_analysis", "co-written draft"): EDITORS,
    ("publishing.review_analysis", "published analysis"): NOBODY,
    ("publishing.publish_analysis", ""): EDITORS,
    ("publishing.publish_analysis", "draft"): f"{EDITORS} own-editor own-administrator",
    ("publishing.publish_analysis", "published analysis"): NOBODY,
    ("publishing.correct_publication", ""): EDITORS,
    ("publishing.correct_publication", "draft"): NOBODY,
    ("publishing.correct_publication", "published analysis"): f"{EDITORS} own-editor own-administrator",
    ("discussion.comment", ""): f"{STRANGERS} {READERS}",
    ("discussion.moderate", ""): EDITORS,
    ("discussion.promote", ""): ANALYSTS,
    ("discussion.promote", "published comment"): f"{ANALYSTS} {_OWN_ANALYSTS}",
    ("discussion.promote", "waiting comment"): NOBODY,
}
"""Who has a permission on a thing; whoever is not named has it not."""

PUBLIC: Mapping[str, str] = {
    "base:health": "whoever watches the machine asks it",
    "base:theme": "a choice of the reader's own, in a cookie",
    "base:set_language": "likewise",
    "accounts:login": "the door itself",
    "accounts:logout": "does nothing to strangers",
    "accounts:forgotten": "whoever forgot a password is not logged in",
    "accounts:new_password": "the link of the letter is the key",
    "accounts:join": "the link of the invitation is the key",
    "accounts:welcome": "the link that the workspace prints is the key",
    "publishing:front": "what is published is for everybody",
    "publishing:publication": "likewise",
    "publishing:version": "likewise",
    "publishing:atom": "likewise",
    "publishing:rss": "likewise",
    "publishing:choices": "the front page asks for it, and holds no more",
    "discussion:comments": "published comments stand under what is published",
    "discussion:feed": "likewise",
    "discussion:json": "likewise",
    "discussion:add": "readers comment without an account",
    "discussion:sent": "the link is the key",
    "discussion:verify": "the link of the letter is the key",
    "discussion:erase": "likewise",
    "discussion:forget": "asks for a letter, whoever asks",
    "discussion:privacy": "says what is kept of whoever comments",
    "workbench:search_feed": "programs that read feeds do not log in: the link is the key",
    "workbench:unsubscribe": "the link of the letter is the key",
    "workbench:report_asset": "the styles of reports, the same for everybody",
    "api-root": "leads on to the description",
    "api-reference": "the description is for everybody",
    "api-1:openapi-json": "likewise",
    "api-1:api-root": "says that there is nothing",
    "api-1:list_publications": "what is published is for everybody",
    "api-1:read_publication": "likewise",
    "api-1:read_published_version": "likewise",
    "unnamed: communique.web.api.reference.no_operation": "says that there is no such part of the interface",
}
"""Pages that strangers may open or post to, each with the reason."""


_REACH: Mapping[str, str] = {
    READERS: """
        workbench:desk workbench:release workbench:versions workbench:release_json workbench:corrections
        workbench:compare workbench:comparison workbench:pairs workbench:pair workbench:pair_figure
        workbench:searches workbench:new_search workbench:dossiers workbench:export_dossier workbench:dossier
        workbench:dossier_timeline workbench:dossier_picture workbench:dossier_protocol workbench:dossier_forecasts
        workbench:dossier_audit workbench:dossier_audited workbench:dossier_history workbench:dossier_revision
        workbench:dossier_matrix workbench:matrix_view
        accounts:profile accounts:password accounts:erase accounts:tokens accounts:end_sessions
    """,
    ANALYSTS: """
        publishing:analyses publishing:new_analysis publishing:demo discussion:promote
        workbench:add workbench:example workbench:correct workbench:withdraw
        workbench:new_dossier workbench:import_dossier workbench:copy_dossier workbench:remove_dossier
        workbench:dossiers_removed workbench:dossier_bring_back
        workbench:dossier_head workbench:dossier_remarks workbench:dossier_text workbench:dossier_find
        workbench:dossier_file workbench:dossier_filing workbench:dossier_unfile workbench:dossier_exhibit
        workbench:dossier_remove_exhibit workbench:dossier_again workbench:dossier_add_forecast
        workbench:dossier_resolve workbench:dossier_remove_forecast workbench:dossier_gather
        workbench:dossier_remove_audit workbench:dossier_restore workbench:matrix_undo workbench:matrix_redo
        workbench:matrix_cell workbench:matrix_clear workbench:matrix_prior workbench:matrix_hypothesis
        workbench:matrix_remove_hypothesis workbench:matrix_evidence workbench:matrix_remove_evidence
        workbench:matrix_findings workbench:matrix_explanations workbench:matrix_suggestions
    """,
    EDITORS: """
        publishing:analysis publishing:lint publishing:preview publishing:evidence publishing:coauthors
        publishing:revisions publishing:restore publishing:submit publishing:withdraw publishing:review
        publishing:publish publishing:correct publishing:export workbench:dossier_gathered jobs:job
        discussion:queue discussion:act discussion:blocks discussion:remove_block discussion:moderate_one
        discussion:erase_for
    """,
    ADMINISTRATORS: """
        accounts:users accounts:change_role accounts:deactivate accounts:activate accounts:password_link
        accounts:invite accounts:revoke_invitation accounts:journal accounts:journal_table
    """,
    NOBODY: "workbench:search workbench:remove_search workbench:rotate_search accounts:revoke_token",
}
REACH: Mapping[str, str] = {page: roles for roles, pages in _REACH.items() for page in pages.split()}
"""Which members get to a page that is not public, where what it is about is somebody else's (an analyst's)."""

POSTS: Mapping[str, str] = {"workbench:dossier_audit": ANALYSTS}
"""Which members may post to it, where that is not who may look."""


def some_job() -> dict[str, Any]:
    """Make a job that nobody asked for."""
    return {"key": Job.objects.create(kind="test", title="A test").pk}


def some_token() -> dict[str, Any]:
    """Make a token of somebody."""
    owner = User.objects.create_user("owner@desk.example", None, name="The owner")
    now = timezone.now()
    token = Token.objects.create(user=owner, prefix="sample", created=now, expires=now + timedelta(days=1))
    return {"prefix": token.prefix}


SAMPLES: Mapping[str, Callable[[], dict[str, Any]]] = {"jobs:job": some_job, "accounts:revoke_token": some_token}
"""For pages that look for their thing before they ask who wants it: what makes one; its part of the address."""
