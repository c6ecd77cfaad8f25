"""What is read of accounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from communique.web.accounts.journal import HIDDEN
from communique.web.accounts.logged_words import field_words, kind_words, thing_words, value_words
from communique.web.accounts.models import Invitation, Token, User

ROOMS: dict[str, Any] = {
    "accounts": _("accounts"),
    "workbench": _("the desk"),
    "publishing": _("analyses"),
    "discussion": _("comments"),
}
"""The rooms that the log tells apart."""

VERBS = {
    LogEntry.Action.CREATE: gettext_noop("added"),
    LogEntry.Action.UPDATE: gettext_noop("changed"),
    LogEntry.Action.DELETE: gettext_noop("removed"),
    LogEntry.Action.ACCESS: gettext_noop("read"),
}
ACTS = {
    "add": gettext_noop("added"),
    "remove": gettext_noop("removed"),
    "prune": gettext_noop("removed"),
    "publish": gettext_noop("published"),
    "reject": gettext_noop("refused"),
    "spam": gettext_noop("marked as spam"),
    "erase": gettext_noop("erased"),
    "promote": gettext_noop("added a comment to"),
}
"""What is said of acts that are noted by their name."""

PERSONAL = ("mail", "password", "digest", "secret", "token", "address", "phone")
"""Parts of the names of fields whose values the log never shows, whatever it holds."""

_LONGEST = 60
_FRACTION = re.compile(r"(?<=:\d\d:\d\d)\.\d+")


def users_list(*, words: str = "", role: str = "") -> QuerySet[User]:
    """Give everybody with an account, those who may come in first, by name; ``words`` are of a name or an address."""
    users = User.objects.filter(erased=None).order_by("-is_active", "name", "pk")
    if words:
        users = users.filter(Q(name__icontains=words) | Q(email__icontains=words))
    return users.filter(role=role) if role else users


def invitations_list_open() -> QuerySet[Invitation]:
    """Give the invitations that nobody used or revoked, too old ones too, newest first."""
    return Invitation.objects.filter(accepted=None, revoked=None).select_related("invited_by").order_by("-created")


def tokens_list_of(user: User) -> QuerySet[Token]:
    """Give the tokens of a user, those that hold first."""
    return Token.objects.filter(user=user).select_related("user").order_by("revoked", "-created")


def journal_list(*, actor: User | None = None, room: str = "", day: date | None = None) -> QuerySet[LogEntry]:
    """Give the log of writes, newest first; ``day`` is one of UTC."""
    entries: QuerySet[LogEntry] = LogEntry.objects.select_related("actor").order_by("-timestamp", "-pk")
    if actor is not None:
        entries = entries.filter(actor=actor)
    if room:
        entries = entries.filter(Q(content_type__app_label=room) | Q(additional_data__room=room))
    if day is not None:
        start = datetime.combine(day, time.min, UTC)
        entries = entries.filter(timestamp__gte=start, timestamp__lt=start + timedelta(days=1))
    return entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A field that was changed, from what and to what; both are empty where the values are nobody's business."""

    field: str
    old: str = ""
    new: str = ""

    def __str__(self) -> str:
        return f"{self.field}: {self.old} → {self.new}" if self.old or self.new else self.field


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An entry of the log in words."""

    when: datetime
    actor: str
    verb: str
    kind: str
    thing: str
    changes: tuple[Change, ...]

    @property
    def says_kind(self) -> bool:
        """Tell whether the words of the thing begin with what it is ("note 1" of a moderator note does)."""
        kind = self.kind.casefold()
        return self.thing.casefold().startswith((kind, kind.rpartition(" ")[2]))


def journal_lines(entries: Iterable[LogEntry]) -> Iterator[Line]:
    """Put entries of the log into words."""
    for entry in entries:
        noted = entry.additional_data or {}
        yield Line(
            when=entry.timestamp,
            actor=str(entry.actor) if entry.actor is not None else gettext("the workspace itself"),
            verb=_verb(entry),
            kind=gettext(noted["noun"]) if "noun" in noted else _kind(entry),
            thing=entry.object_pk if "noun" in noted else thing_words(_fields(entry), entry.object_repr),
            changes=tuple(_changes(entry)),
        )


def _verb(entry: LogEntry) -> str:
    noted = str((entry.additional_data or {}).get("verb") or "")
    return gettext(ACTS.get(noted, noted) or VERBS[entry.action])


def _fields(entry: LogEntry) -> Any:  # noqa: ANN401 - Django's own description of a model
    """Give the description of the model that an entry is on; None where there is no such model any more."""
    model = ContentType.objects.get_for_id(entry.content_type_id).model_class()
    return None if model is None else model._meta  # noqa: SLF001 - open in all but its name


def _kind(entry: LogEntry) -> str:
    fields = _fields(entry)
    return ContentType.objects.get_for_id(entry.content_type_id).model if fields is None else kind_words(fields)


def _changes(entry: LogEntry) -> Iterator[Change]:
    """Give what was changed in what was there before; what is new or gone is named as a whole."""
    if entry.action != LogEntry.Action.UPDATE or not isinstance(entry.changes, Mapping):
        return
    for name, values in entry.changes.items():
        field = field_words(_fields(entry), name)
        if any(part in name for part in PERSONAL) or HIDDEN in values:
            yield Change(field=field)
        elif isinstance(values, Mapping):
            sign = "+" if values.get("operation") == "add" else "−"
            yield Change(field=field, new=_short(f"{sign} {', '.join(map(str, values.get('objects', [])))}"))
        else:
            old, new = (value_words(_fields(entry), name, value) for value in (*values, "", "")[:2])
            yield Change(field=field, old=_short(old), new=_short(new))


def _short(value: object) -> str:
    words = "–" if value in (None, "", "None") else " ".join(str(value).split())
    words = _FRACTION.sub("", words)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
