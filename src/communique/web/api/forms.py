"""What operations take and give, each part described; the examples are of fictional states."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema

from communique.model import Kind

KEY_PATTERN = "^[0-9a-f]{32}$"
KEY = "cc24109eee6216c37e71558b00901d1a"

Key = Annotated[str, Field(pattern=KEY_PATTERN, description="The key of a release.", examples=[KEY])]
Cursor = Annotated[
    str, Field(max_length=200, description="Where to go on: `next` of the page before. Empty: from the beginning.")
]
Limit = Annotated[int, Field(ge=1, le=100, description="How many at most.")]
PLAIN = "^[^\\u0000-\\u001f]*$"
"""No control signs: no name has any, and not every database takes them."""

NAME = r"^[^\u0000-\u001f/\\]*[^\u0000-\u001f/\\. ][^\u0000-\u001f/\\]*$"
"""The name of a file: one line, no folders, more than dots."""

Code = Annotated[str, Field(max_length=120, pattern=PLAIN)]
Day = Annotated[str, Field(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
"""A day in ISO 8601, or nothing; numbers, which the library would take for seconds, are none."""


class Narrowing(Schema):
    """Which releases are meant; every part narrows, an empty one does not."""

    issuer: Code = Field("", description="The code of the office that published.", examples=["xa-president"])
    counterpart: Code = Field("", description="The code of a side that takes part.", examples=["XV"])
    kind: Kind | None = Field(None, description="The kind of event.", examples=["meeting"])
    language: Annotated[str, Field(max_length=16, pattern=PLAIN)] = Field(
        "", description="The language (ISO 639-1).", examples=["en"]
    )
    since: Day = Field("", description="Published on this day or later.", examples=["2019-01-01"])
    until: Day = Field("", description="Published on this day or earlier.", examples=["2019-12-31"])


class ReleaseQuery(Narrowing):
    """Which releases are listed."""

    q: Annotated[str, Field(max_length=300)] = Field(
        "",
        description='Words in any form, "phrases" in quotation marks, -words that may not be there. Among very many '
        "that match, the 2,000 added last are looked through.",
        examples=['"fishing zones" -energy'],
    )
    unusual: bool = Field(default=False, description="Only releases that are unusual among comparable earlier ones.")
    cursor: Cursor = ""
    limit: Limit = 25


class SearchQuery(Narrowing):
    """What is searched for."""

    q: Annotated[str, Field(min_length=1, max_length=300)] = Field(
        ...,
        description='Words in any form, "phrases" in quotation marks, -words that may not be there.',
        examples=["fishing zones"],
    )
    limit: Limit = 20


class PageQuery(Schema):
    """Which part of a list."""

    cursor: Cursor = ""
    limit: Limit = 25


class Standing(Schema):
    """How unusual a release is among comparable earlier ones."""

    percentile: float = Field(..., description="From 0 to 100; higher is odder.", examples=[96.5])
    among: int = Field(..., description="How many earlier releases it is compared with.", examples=[31])
    unusual: bool = Field(..., description="Whether it is past the 90th percentile.")


class ReleaseListed(Schema):
    """A release in a list."""

    key: Key
    title: str = Field(..., examples=["Meeting with Prime Minister of Velmark Adela Korin"])
    issuer: str = Field(..., description="The code of the office that published.", examples=["xa-president"])
    office: str = Field(..., description="That office in words.", examples=["President of Arvenia"])
    language: str = Field(..., examples=["en"])
    kind: str = Field(..., description="The kind of event.", examples=["meeting"])
    published: date | None = Field(..., description="The day of publication.", examples=["2019-05-16"])
    counterparts: list[str] = Field(..., description="The other sides, in words.", examples=[["Velmark"]])
    standing: Standing | None = Field(..., description="How unusual it is; null where there is no base.")
    versions: int = Field(..., description="How many texts are kept of its address.", examples=[1])
    glimpse: str = Field("", description="The words around what was searched for.")


class ReleasePage(Schema):
    """Some releases, and where to go on."""

    items: list[ReleaseListed]
    next: str | None = Field(..., description="The cursor of the next page; null on the last.")


class Hits(Schema):
    """What a search found, the best first."""

    items: list[ReleaseListed]


class AddressAdded(Schema):
    """An address whose release is to be fetched, read and kept."""

    address: Annotated[str, Field(min_length=8, max_length=2000, pattern="^https?://[^\\s\\u0000-\\u001f]+$")] = Field(
        ..., description="A public web address.", examples=["https://president.arvenia.example/en/news/1"]
    )
    issuer: Code = Field("", description="Who published it, where the page does not tell.")
    language: Annotated[str, Field(max_length=16, pattern=PLAIN)] = Field(
        "", description="Its language, where the page does not tell."
    )
    follow: bool = Field(default=False, description="Of a feed: fetch the page of each entry.")


class FileSent(Schema):
    """What is told of a file whose bytes are the body."""

    name: Annotated[str, Field(min_length=1, max_length=120, pattern=NAME)] = Field(
        ..., description="Its name, without folders; the ending tells its kind.", examples=["readout.html"]
    )
    issuer: Code = Field("", description="Who published it, where the file does not tell.")
    language: Annotated[str, Field(max_length=16, pattern=PLAIN)] = Field(
        "", description="Its language, where the file does not tell."
    )


class ComparisonAsked(Schema):
    """Two releases to be compared."""

    first: Key
    second: Key
    same_side: bool = Field(default=False, description="Both are statements of officials of one state.")
    same_event: bool = Field(default=False, description="Take the event for one though the texts do not show it.")


class JobResult(Schema):
    """What came of a job."""

    address: str = Field("", description="Where to read it.", examples=["/api/v1/comparisons/…"])
    lines: list[str] = Field([], description="What is to be told of it.")


class JobShown(Schema):
    """A piece of work that takes longer than an answer may."""

    key: UUID
    kind: str = Field(..., examples=["api-comparison"])
    title: str
    state: str = Field(..., description="`queued`, `running`, `done` or `failed`.", examples=["done"])
    step: str = Field(..., description="What is being done.")
    done: int = Field(..., description="How many steps are done.")
    total: int = Field(..., description="Of how many; 0 where that is not known.")
    created: datetime
    ended: datetime | None
    fault: str = Field(..., description="Why it failed, in words; empty otherwise.")
    result: JobResult


class JobPage(Schema):
    """Some jobs, the latest first, and where to go on."""

    items: list[JobShown]
    next: str | None


class DossierListed(Schema):
    """A dossier in a list."""

    name: str = Field(..., examples=["tarsk-2021"])
    title: str = Field(..., examples=["The Tarsk talks"])
    revision: int = Field(..., description="Rises by one with each writing.", examples=[3])
    updated: datetime
    fault: str = Field("", description="Why its text cannot be read; empty where it can.")


class DossierPage(Schema):
    """All dossiers, the latest changed first."""

    items: list[DossierListed]


class DossierWritten(Schema):
    """What became of a writing."""

    name: str
    revision: int = Field(..., description="The revision that stands now.", examples=[4])


class PublicationListed(Schema):
    """A publication in a list."""

    slug: str = Field(..., examples=["who-greeted-whom-in-tarsk"])
    title: str
    summary: str
    language: str
    authors: list[str]
    version: int = Field(..., description="The newest version.", examples=[1])
    published: datetime
    changed: datetime
    address: str = Field(..., description="Where people read it.")


class PublicationPage(Schema):
    """Some publications, the newest first, and where to go on."""

    items: list[PublicationListed]
    next: str | None


class VersionLogged(Schema):
    """What the public log says of one version."""

    number: int
    moment: datetime
    reviewer: str = Field(..., description="Who reviewed it.")
    own_review: bool = Field(..., description="Whether the reviewer wrote it too, for want of others.")
    what: str = Field(..., description="What a later version changed.")
    why: str = Field(..., description="And why.")
    digest: str = Field(..., description="The SHA-256 of its content.")


class PublicationWhole(PublicationListed):
    """A version of a publication with its sentences and the evidence that they open on."""

    content: dict[str, object] = Field(
        ...,
        description="Sentences, each with the numbers of its evidence; evidence, each with its exact words, where they "
        "stand, the hashes of the archived copy, findings with grade and rate; rulings of the audit.",
    )
    digest: str = Field(..., description="The SHA-256 of the content, written with keys in order and no blanks.")
    log: list[VersionLogged]


class Me(Schema):
    """Whose token this is."""

    name: str = Field(..., examples=["Mira Tallo"])
    role: str = Field(..., examples=["analyst"])
    writes: bool = Field(..., description="Whether this way of asking may write.")


class Problem(Schema):
    """What went wrong (RFC 9457)."""

    type: str = Field(..., examples=["about:blank"])
    title: str = Field(..., examples=["Precondition Failed"])
    status: int = Field(..., examples=[412])
    detail: str = Field("", description="All of it in one sentence.")
    wanted: str = Field("", examples=["revision 3 of the dossier tarsk-2021"])
    got: str = Field("", examples=["revision 4"])
    remedy: str = Field("", examples=["read it again; nothing was overwritten"])
