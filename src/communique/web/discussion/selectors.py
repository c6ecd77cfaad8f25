"""Comments as readers, moderators and analysts see them; none of these asks for an address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from communique.web.discussion.models import Block, Comment, Promotion
from communique.web.discussion.states import State
from communique.web.publishing.models import Publication

_SHOWN = ("name", "words", "published", "written", "opening", "state", "citable", "erased")
_OF_THREAD = ("thread__publication", "thread__sentence", "thread__quoted", "thread__version", "thread__opened")
_OF_PUBLICATION = ("thread__publication__slug", "thread__publication__title")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicThread:
    """One thread as readers see it; the comment that opened it may be gone while replies stay."""

    number: int
    sentence: int | None
    version: int
    quoted: str
    opening: Comment | None
    replies: tuple[Comment, ...]

    @property
    def count(self) -> int:
        """Give how many comments it has."""
        return len(self.replies) + (self.opening is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """All that readers see said on one publication, threads in the order of their opening."""

    threads: tuple[PublicThread, ...]
    total: int


def talk_get(publication: Publication) -> Talk:
    """Give what is published on a publication, by one query."""
    public = comments_list_public().filter(thread__publication=publication)
    comments = tuple(public.order_by("thread_id", "-opening", "written", "pk"))
    return Talk(
        threads=tuple(_threads(comments)),
        total=len(comments),
    )


def _threads(comments: Iterable[Comment]) -> Iterable[PublicThread]:
    grouped: dict[int, list[Comment]] = {}
    for comment in comments:
        grouped.setdefault(comment.thread_id, []).append(comment)
    for number, said in grouped.items():
        opening = said[0] if said[0].opening else None
        yield PublicThread(
            number=number,
            sentence=said[0].thread.sentence,
            version=said[0].thread.version,
            quoted=said[0].thread.quoted,
            opening=opening,
            replies=tuple(said[1:] if opening else said),
        )


def comments_list_public(slug: str = "") -> QuerySet[Comment]:
    """Give the published comments of one publication, or of all."""
    published = Comment.objects.filter(state=State.PUBLISHED).select_related("thread__publication")
    published = published.only(*_SHOWN, *_OF_THREAD, *_OF_PUBLICATION)
    return published.filter(thread__publication__slug=slug) if slug else published


def comments_list_newest(slug: str = "") -> QuerySet[Comment]:
    """Give the published comments, the newest first."""
    return comments_list_public(slug).order_by("-published", "-pk")


def comments_list_queue(state: str) -> QuerySet[Comment]:
    """Give the comments in one state, the oldest first where somebody waits, else the newest."""
    order = ("written", "pk") if state in {State.PENDING, State.WAITING} else ("-decided", "-pk")
    return Comment.objects.filter(state=state).select_related("thread__publication").order_by(*order)


def state_counts() -> dict[str, int]:
    """Give how many comments each state has."""
    return {row["state"]: row["count"] for row in Comment.objects.values("state").annotate(count=Count("pk"))}


def waiting_count() -> int:
    """Give how many comments wait to be read by a moderator."""
    return Comment.objects.filter(state=State.PENDING).count()


def comment_get(number: int) -> Comment | None:
    """Give one comment with its thread, whatever its state."""
    return Comment.objects.select_related("thread__publication").filter(pk=number).first()


def comment_get_answerable(number: int, slug: str) -> Comment | None:
    """Give a comment that may be answered: it is published, on this publication."""
    return comments_list_public(slug).filter(pk=number).first()


def promotions_list_of(comment: Comment) -> QuerySet[Promotion]:
    """Give the dossiers that cite a comment."""
    return Promotion.objects.filter(comment=comment).order_by("at")


def blocks_list() -> QuerySet[Block]:
    """Give what is kept out, the newest first."""
    return Block.objects.select_related("by").order_by("-made", "-pk")
