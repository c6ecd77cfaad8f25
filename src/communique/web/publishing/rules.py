"""What may be done with analyses, in which state, and by whom; the names of the predicates are the rules."""

from __future__ import annotations

from typing import Any

from communique.web.accounts.models import Role, User
from communique.web.accounts.permitting import allow, predicate
from communique.web.accounts.predicates import is_analyst, is_editor
from communique.web.publishing.models import Analysis, Revision, State


@predicate
def is_asked_alone(user: Any, thing: Any) -> bool:  # noqa: ANN401, ARG001 - what the library calls with
    """The permission is asked for no object: whether there is anything of the kind to do."""
    return thing is None


@predicate
def wrote_it(user: Any, analysis: Analysis | None) -> bool:  # noqa: ANN401 - likewise
    """Author or co-author of the analysis."""
    if analysis is None:
        return False
    return analysis.author_id == user.pk or analysis.coauthors.filter(pk=user.pk).exists()


@predicate
def wrote_in_it(user: Any, analysis: Analysis | None) -> bool:  # noqa: ANN401 - likewise
    """Whoever wrote one of its revisions, author or not."""
    return analysis is not None and Revision.objects.filter(analysis=analysis, author=user).exists()


@predicate
def is_frozen(user: Any, analysis: Analysis | None) -> bool:  # noqa: ANN401, ARG001 - likewise
    """The analysis is published."""
    return analysis is not None and analysis.state == State.PUBLISHED


@predicate
def is_only_reviewer(user: Any, analysis: Analysis | None) -> bool:  # noqa: ANN401 - likewise
    """No other editor is there who wrote nothing of the analysis."""
    if analysis is None:
        return False
    writers = set(analysis.revisions.values_list("author", flat=True)) | {analysis.author_id}
    writers |= set(analysis.coauthors.values_list("pk", flat=True))
    others = User.objects.filter(is_active=True, role__in=[Role.EDITOR, Role.ADMINISTRATOR]).exclude(pk=user.pk)
    return not others.exclude(pk__in=[number for number in writers if number is not None]).exists()


allow("publishing.read_draft", is_analyst & (is_asked_alone | wrote_it | is_editor))
allow("publishing.write_analysis", is_analyst & (is_asked_alone | wrote_it | is_editor) & ~is_frozen)
allow(
    "publishing.review_analysis",
    is_editor & (is_asked_alone | (~(wrote_it | wrote_in_it) | is_only_reviewer)) & ~is_frozen,
)
allow("publishing.publish_analysis", is_editor & ~is_frozen)
allow("publishing.correct_publication", is_editor & (is_asked_alone | is_frozen))
