"""What may be done with comments, and by whom."""

from __future__ import annotations

from communique.web.accounts.permitting import allow, predicate
from communique.web.accounts.predicates import is_analyst, is_editor
from communique.web.discussion.models import Comment
from communique.web.discussion.states import State


@predicate
def anyone(_: object) -> bool:
    """Everybody, with an account or without."""
    return True


@predicate
def is_published(_: object, comment: object) -> bool:
    """Of a comment: readers see it; of none in particular: that is asked again with one at hand."""
    return not isinstance(comment, Comment) or comment.state == State.PUBLISHED


allow("discussion.comment", anyone)
allow("discussion.moderate", is_editor)
allow("discussion.promote", is_analyst & is_published)
