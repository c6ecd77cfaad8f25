"""Analyses with their revisions and reviews; publications with their versions, which are never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communique.web.publishing.keeping import Kept

LONGEST_TITLE = 200
LONGEST_SUMMARY = 600
LONGEST_TEXT = 200_000
LANGUAGES = (("en", "English"), ("ru", "Русский"), ("kk", "Қазақша"))


class State(models.TextChoices):
    """How far an analysis is."""

    DRAFT = "draft", _("draft")
    REVIEW = "review", _("in review")
    REVIEWED = "reviewed", _("reviewed")
    PUBLISHED = "published", _("published")


class Analysis(models.Model):
    """
    A text in the making. ``dossier`` names the dossier it is checked against, empty for none.

    ``why`` says why what was published is being corrected, empty before that.
    """

    id: int
    author_id: int | None
    reviews: Any
    revisions: Any
    publication: Publication
    slug: models.SlugField[str, str] = models.SlugField(max_length=80, unique=True)
    dossier: models.CharField[str, str] = models.CharField(max_length=200, blank=True, default="")
    state: models.CharField[str, str] = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    author: models.ForeignKey[Any, Any] = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="analyses"
    )
    coauthors: models.ManyToManyField[Any, Any] = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="shared_analyses"
    )
    why: models.TextField[str, str] = models.TextField(blank=True, default="")
    created: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Its constraint and index."""

        verbose_name = _("analysis")
        verbose_name_plural = _("analyses")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in State]), name="analysis_state"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["state", "-created"], name="analysis_by_state")]

    def __str__(self) -> str:
        return str(self.slug)

    def get_absolute_url(self) -> str:
        """Give the address of the page where it is written."""
        return reverse("publishing:analysis", args=[self.pk])


class Revision(Kept):
    """What an analysis said at one moment: the ``number``-th save, from 1."""

    id: int
    author_id: int | None
    analysis: models.ForeignKey[Analysis, Analysis] = models.ForeignKey(
        Analysis, on_delete=models.PROTECT, related_name="revisions"
    )
    number: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    title: models.CharField[str, str] = models.CharField(max_length=LONGEST_TITLE)
    summary: models.CharField[str, str] = models.CharField(max_length=LONGEST_SUMMARY, blank=True, default="")
    language: models.CharField[str, str] = models.CharField(max_length=2, choices=LANGUAGES, default="en")
    text: models.TextField[str, str] = models.TextField(blank=True, default="")
    author: models.ForeignKey[Any, Any] = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    moment: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Its constraints: no two saves have one number, so that no save is lost under another."""

        verbose_name = _("revision")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["analysis", "number"], name="revision_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="revision_number"),
            models.CheckConstraint(
                condition=models.Q(language__in=[code for code, _name in LANGUAGES]), name="revision_language"
            ),
        ]

    def __str__(self) -> str:
        return f"revision {self.number} of {self.title}"

    analysis_id: int


class Review(Kept):
    """
    What a reviewer said of one revision. ``passed`` tells that it may be published.

    ``own`` tells that the reviewer wrote it too, since there was nobody else: that is printed with the publication.
    """

    analysis: models.ForeignKey[Analysis, Analysis] = models.ForeignKey(
        Analysis, on_delete=models.PROTECT, related_name="reviews"
    )
    revision: models.ForeignKey[Revision, Revision] = models.ForeignKey(
        Revision, on_delete=models.PROTECT, related_name="reviews"
    )
    reviewer: models.ForeignKey[Any, Any] = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    passed: models.BooleanField[bool, bool] = models.BooleanField()
    own: models.BooleanField[bool, bool] = models.BooleanField(default=False)
    remarks: models.TextField[str, str] = models.TextField(blank=True, default="")
    moment: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Its constraint: what is sent back says why."""

        verbose_name = _("review")
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(passed=True) | ~models.Q(remarks=""), name="review_says_why")
        ]

    def __str__(self) -> str:
        return f"review of {self.revision}"

    revision_id: int


@dataclass(frozen=True, slots=True)
class PublishedSentence:
    """One sentence of a published version; ``#s12`` on its page is the sentence with number 12."""

    number: int
    words: str

    @property
    def anchor(self) -> str:
        """The id of its element on the page."""
        return f"s{self.number}"


class Publication(models.Model):
    """
    An analysis that readers see. What stands here is that of the newest version, so that lists cost one query.

    ``newest`` is the number of that version, ``first`` when the first was published, ``changed`` when the newest was.
    """

    id: int
    versions: Any
    slug: models.SlugField[str, str] = models.SlugField(max_length=80, unique=True)
    analysis: models.OneToOneField[Analysis, Analysis] = models.OneToOneField(
        Analysis, on_delete=models.PROTECT, related_name="publication"
    )
    title: models.CharField[str, str] = models.CharField(max_length=LONGEST_TITLE)
    summary: models.CharField[str, str] = models.CharField(max_length=LONGEST_SUMMARY)
    language: models.CharField[str, str] = models.CharField(max_length=2, choices=LANGUAGES)
    authors: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    newest: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(default=1)
    first: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    changed: models.DateTimeField[datetime, datetime] = models.DateTimeField()

    class Meta:
        """Its index and constraint."""

        verbose_name = _("publication")
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(newest__gte=1), name="publication_newest")]
        indexes: ClassVar = [models.Index(fields=["-first"], name="publication_first")]

    def __str__(self) -> str:
        return str(self.title)

    def get_absolute_url(self) -> str:
        """Give the address of its newest version."""
        return reverse("publishing:publication", args=[self.slug])

    def newest_version(self) -> PublishedVersion:
        """Give the version that readers see first (one query)."""
        version: PublishedVersion = self.versions.select_related("publication").get(number=self.newest)
        return version

    def sentences(self) -> tuple[PublishedSentence, ...]:
        """Give the sentences of the newest version in order (one query)."""
        return self.newest_version().sentences()


class PublishedVersion(Kept):
    """
    One version of a publication, with all that its page shows: its words, its evidence, its HTML.

    ``content`` is a ``communique.web.publishing.evidence.frozen.Content`` as JSON, ``digest`` the SHA-256 of that;
    ``what`` and ``why`` say what a later version changed and why; ``changes`` is the difference by sentence
    (``[sign, words]``); ``reviewer`` and ``own_review`` who reviewed it, and whether that was an author.
    """

    id: int
    publication: models.ForeignKey[Publication, Publication] = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="versions"
    )
    revision: models.OneToOneField[Revision, Revision] = models.OneToOneField(
        Revision, on_delete=models.PROTECT, related_name="published"
    )
    number: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    title: models.CharField[str, str] = models.CharField(max_length=LONGEST_TITLE)
    summary: models.CharField[str, str] = models.CharField(max_length=LONGEST_SUMMARY)
    language: models.CharField[str, str] = models.CharField(max_length=2, choices=LANGUAGES)
    authors: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    reviewer: models.CharField[str, str] = models.CharField(max_length=120)
    own_review: models.BooleanField[bool, bool] = models.BooleanField(default=False)
    moment: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    what: models.TextField[str, str] = models.TextField(blank=True, default="")
    why: models.TextField[str, str] = models.TextField(blank=True, default="")
    changes: models.JSONField[list[list[str]], list[list[str]]] = models.JSONField(default=list)
    text: models.TextField[str, str] = models.TextField()
    content: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField()
    html: models.TextField[str, str] = models.TextField()
    digest: models.CharField[str, str] = models.CharField(max_length=64)

    class Meta:
        """Its constraints; a trigger in the first migration refuses every change of a row."""

        verbose_name = _("published version")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["publication", "number"], name="version_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="version_number"),
            models.CheckConstraint(
                condition=models.Q(number=1) | (~models.Q(what="") & ~models.Q(why="")), name="version_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of {self.title}"

    publication_id: int

    def get_absolute_url(self) -> str:
        """Give the address of this version, which stays."""
        return reverse("publishing:version", args=[self.publication.slug, self.number])

    def sentences(self) -> tuple[PublishedSentence, ...]:
        """Give the sentences in order."""
        return tuple(PublishedSentence(item["number"], item["words"]) for item in self.content["sentences"])
