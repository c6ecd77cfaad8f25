"""One form for each sort of item: the value, the words that carry it, the reason; or that the item is not there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar
from zlib import crc32

from django import forms
from django.utils.translation import gettext_lazy as _

from communique.model import Account
from communique.model.corrections import LONGEST_PART, LONGEST_REASON, Item, Parts, What, parts_of
from communique.web.workbench.corrections import words as said
from communique.web.workbench.words import KINDS

NOT_NAMED = _("nobody named")
CLASS, SORT = "class", "sort"
"""A part of a value, and its field: no attribute of Python may have the name of the part."""

EXTRACTED, TURNED, MUTUAL = "extracted", "turned", "mutual"


class CorrectionForm(forms.Form):
    """
    What every correction asks for: the words that carry it, the reason, and whether the item is to be struck.

    A form of a sort names its fields of the value in ``parts``, by the names of the parts.
    """

    what: ClassVar[What]
    parts: ClassVar[tuple[str, ...]] = ()
    strikes: ClassVar[bool] = True
    """Whether an item of this sort may be struck."""

    words = forms.CharField(
        label=_("Words that carry it"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "data-words": ""}),
        help_text=_("Copied from the text as they stand. Left empty, it stands on you alone."),
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Others see it beside your name."),
    )

    def __init__(self, *arguments: Any, account: Account, item: Item | None = None, **named: Any) -> None:  # noqa: ANN401 - Django's own
        self.item = item
        self.account = account
        named.setdefault("initial", self.initial_of(item) if item else {})
        mark = crc32(item.place.encode()) if item else "new"
        named.setdefault("auto_id", f"{self.what.value}-{mark}-%s")
        super().__init__(*arguments, **named)
        self.offer(account)

    @property
    def place(self) -> str:
        """The place of the item, empty for one to be added."""
        return self.item.place if self.item else ""

    @property
    def may_strike(self) -> bool:
        """Tell whether the item is there and may be struck."""
        return self.strikes and self.item is not None

    def initial_of(self, item: Item) -> dict[str, object]:
        """Give what the fields of the value hold at first: what was extracted."""
        return {SORT if name == CLASS else name: value for name, value in item.parts}

    def offer(self, account: Account) -> None:
        """Fill lists with what the account names."""

    def full_clean(self) -> None:
        """Read what was typed; of an item that is struck the value does not count, only the reason."""
        if self.struck:
            for name in self.parts:
                self.fields[name].required = False
        super().full_clean()

    @property
    def struck(self) -> bool:
        """Tell whether whoever typed says that the item is not there."""
        return bool(self.data.get("strike")) and self.may_strike

    @property
    def after(self) -> Parts:
        """The value as typed, in parts; nothing where the item is struck."""
        return () if self.struck else self.value()

    def value(self) -> Parts:
        """Put the value together from the fields."""
        given = {name: str(self.cleaned_data[name]).strip() for name in self.parts}
        return tuple((CLASS if name == SORT else name, value) for name, value in given.items())


def _names(account: Account) -> list[tuple[str, str]]:
    people = (*account.event.principals, *account.event.others)
    names = dict.fromkeys(one.name or (one.office.title if one.office else "") for one in people)
    return [("", str(NOT_NAMED)), *((name, name) for name in names if name)]


def _choose(form: forms.Form, name: str, choices: Iterable[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
    field.choices = list(choices)


class ParticipantForm(CorrectionForm):
    """Who took part: principal or also present, name, office, side."""

    what = What.PARTICIPANT
    parts = ("role", "name", "office", "side")
    role = forms.ChoiceField(label=_("Part"), choices=list(said.ROLES.items()))
    name = forms.CharField(label=_("Name as written"), required=False, max_length=LONGEST_PART)
    office = forms.CharField(label=_("Office as written"), required=False, max_length=LONGEST_PART)
    side = forms.CharField(
        label=_("Side"), required=False, max_length=LONGEST_PART, help_text=_("A state or organisation: code or name.")
    )
    field_order = ("role", "name", "office", "side", "words", "reason")

    def clean(self) -> dict[str, Any] | None:
        """Ask for a name or an office."""
        given = super().clean() or self.cleaned_data
        if not self.struck and not (str(given.get("name", "")).strip() or str(given.get("office", "")).strip()):
            self.add_error("name", _("Give a name, or an office."))
        return given


class KindForm(CorrectionForm):
    """The kind of the event."""

    what = What.KIND
    parts = ("kind",)
    strikes = False
    kind = forms.ChoiceField(label=_("Kind"), choices=list(KINDS.items()))
    field_order = ("kind", "words", "reason")


class DateForm(CorrectionForm):
    """The day of the event."""

    what = What.DATE
    parts = ("day",)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    field_order = ("day", "words", "reason")

    def value(self) -> Parts:
        """Write the day as ISO 8601 has it."""
        day: date = self.cleaned_data["day"]
        return (("day", day.isoformat()),)


class VisitClassForm(CorrectionForm):
    """The class of a visit."""

    what = What.VISIT_CLASS
    parts = ("sort",)
    sort = forms.ChoiceField(label=_("Class"), choices=list(said.VISIT_CLASSES.items()))
    field_order = ("sort", "words", "reason")


class ReceptionForm(CorrectionForm):
    """Who received whom, and in which words."""

    what = What.RECEPTION
    parts = ("pattern", "subject", "host")
    strikes = False
    pattern = forms.ChoiceField(label=_("Wording"), choices=list(said.PATTERNS.items()))
    subject = forms.ChoiceField(label=_("Subject of the sentence"), required=False)
    host = forms.ChoiceField(label=_("Who received"), required=False)
    field_order = ("pattern", "subject", "host", "words", "reason")

    def offer(self, account: Account) -> None:
        """Offer those who took part."""
        for name in ("subject", "host"):
            _choose(self, name, _names(account))


class InitiativeForm(CorrectionForm):
    """Who is said to have asked, called or invited."""

    what = What.INITIATIVE
    parts = ("basis", "side", "person")
    basis = forms.ChoiceField(label=_("How it is stated"), choices=list(said.BASES.items()))
    side = forms.CharField(
        label=_("Side"), required=False, max_length=LONGEST_PART, help_text=_("A state or organisation: code or name.")
    )
    person = forms.ChoiceField(label=_("Person"), required=False)
    field_order = ("basis", "side", "person", "words", "reason")

    def offer(self, account: Account) -> None:
        """Offer those who took part."""
        names = _names(account)
        known = {value for value, _label in names}
        there = parts_of(self.item.parts).get("person", "") if self.item else ""
        _choose(self, "person", [*names, *([(there, there)] if there and there not in known else [])])


class RelationForm(CorrectionForm):
    """One act between parties: its sort, its direction, whether it took place."""

    what = What.RELATION
    parts = ("relation", "direction", "status")
    relation = forms.ChoiceField(label=_("Sort"), choices=list(said.RELATIONS.items()))
    direction = forms.ChoiceField(label=_("Direction"))
    status = forms.ChoiceField(label=_("Did it take place?"), choices=list(said.STATUSES.items()))
    field_order = ("relation", "direction", "status", "words", "reason")

    def initial_of(self, item: Item) -> dict[str, object]:
        """Tell a direction as extracted from one that goes both ways."""
        parts = parts_of(item.parts)
        return {**parts, "direction": MUTUAL if parts["mutual"] == "yes" else EXTRACTED}

    def offer(self, account: Account) -> None:  # noqa: ARG002 - the ends are the item's own
        """Offer both directions by the words for the parties."""
        parts = parts_of(self.item.parts) if self.item else {}
        giver, receiver = parts.get("from") or "…", parts.get("to") or "…"
        _choose(
            self,
            "direction",
            [
                (EXTRACTED, f"{giver} → {receiver}"),
                (TURNED, f"{receiver} → {giver}"),
                (MUTUAL, f"{giver} ↔ {receiver}"),
            ],
        )

    def value(self) -> Parts:
        """Put the ends in the order of the direction."""
        parts = parts_of(self.item.parts) if self.item else {}
        giver, receiver = parts.get("from", ""), parts.get("to", "")
        direction = self.cleaned_data["direction"]
        if direction == TURNED:
            giver, receiver = receiver, giver
        return (
            ("relation", self.cleaned_data["relation"]),
            ("from", giver),
            ("to", receiver),
            ("mutual", "yes" if direction == MUTUAL else "no"),
            ("status", self.cleaned_data["status"]),
        )


class InstrumentForm(CorrectionForm):
    """A document signed or adopted: what it is called, between whom it stands, whether it binds."""

    what = What.INSTRUMENT
    parts = ("sort", "level", "binding")
    sort = forms.ChoiceField(label=_("Class"), choices=list(said.CLASSES.items()))
    level = forms.ChoiceField(label=_("Between whom"), choices=list(said.LEVELS.items()))
    binding = forms.ChoiceField(label=_("Does it bind?"), choices=list(said.BINDINGS.items()))
    field_order = ("sort", "level", "binding", "words", "reason")


FORMS: dict[What, type[CorrectionForm]] = {
    form.what: form
    for form in (
        ParticipantForm,
        KindForm,
        DateForm,
        VisitClassForm,
        ReceptionForm,
        InitiativeForm,
        RelationForm,
        InstrumentForm,
    )
}
"""The form of each sort of item."""

ADDABLE = (What.PARTICIPANT, What.DATE, What.VISIT_CLASS, What.INITIATIVE, What.INSTRUMENT)
"""The sorts of items that can be added; a day and a class only where there is none."""


class WithdrawForm(forms.Form):
    """Why a correction is taken back."""

    reason = forms.CharField(label=_("Reason"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 2}))
