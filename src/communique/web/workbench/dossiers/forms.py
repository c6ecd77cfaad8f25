"""What is asked of an analyst who keeps a dossier."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from communique.db.dossiers import LONGEST_NAME
from communique.dossiers.imprecise import parse_when
from communique.dossiers.keys import UnfitError, take_grade
from communique.dossiers.sides import meant_words, named_side
from communique.errors import ModelError
from communique.model import Admiralty, ExhibitKind, Role
from communique.web.base.corpus import the_settings
from communique.wiring.building import build_tables

LONG = 4_000
"""Characters that a field of words may have."""

MOST_IMPORTED = 2_000_000
"""Bytes that an imported dossier may have."""

ROLES = (
    (Role.EVENT.value, _("event: it records a contact of the episode")),
    (Role.ANNOUNCEMENT.value, _("announcement: it says beforehand that there will be one")),
    (Role.INVITATION.value, _("invitation: it tells who invited, weeks or months before")),
    (Role.STATEMENT.value, _("statement: words of the same days on the same matter")),
    (Role.PARALLEL.value, _("parallel: a public event of the same days that is not of the episode")),
)
KINDS = (
    (ExhibitKind.FOOTAGE.value, _("footage")),
    (ExhibitKind.PICTURE.value, _("picture")),
    (ExhibitKind.PRESS.value, _("press")),
    (ExhibitKind.DOCUMENT.value, _("document")),
    (ExhibitKind.RULE.value, _("rule of protocol")),
    (ExhibitKind.COMMENT.value, _("comment")),
    (ExhibitKind.OTHER.value, _("other")),
)
GRADE_HELP = _("Admiralty scale: the source A to F, the item 1 to 6, as in B2.")


class DayInput(forms.DateInput):
    """A day, entered with the browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class GradeField(forms.CharField):
    """A grade of source and item, as the Admiralty scale writes it."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - what every field takes
        super().__init__(label=_("Grade"), max_length=2, help_text=GRADE_HELP, **options)
        self.widget.attrs |= {"size": "4", "autocomplete": "off", "class": "short"}

    def clean(self, value: Any) -> Admiralty | None:  # noqa: ANN401 - whatever was sent
        """Give the grade, None where none is entered."""
        words = str(super().clean(value)).strip().upper()
        try:
            return take_grade(words)
        except UnfitError as error:
            raise forms.ValidationError(_("A letter A to F and a figure 1 to 6, as in B2.")) from error


class WordsField(forms.CharField):
    """Words in one line or in several; lines end as they do in the file, however a browser ends them."""

    def to_python(self, value: Any) -> str:  # noqa: ANN401 - whatever was sent
        """Give the words."""
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


def words_field(label: Any, *, rows: int = 0, most: int = LONG, **options: Any) -> forms.CharField:  # noqa: ANN401 - labels are lazy
    """Give a field of words, in one line or in several."""
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return WordsField(label=label, max_length=most, widget=widget, **options)


def day_field(label: Any, **options: Any) -> forms.DateField:  # noqa: ANN401 - likewise
    """Give a field of a day."""
    return forms.DateField(label=label, widget=DayInput(), **options)


class NameForm(forms.Form):
    """What a dossier is called in addresses and by programs."""

    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME, help_text=_("It stands in the address."))

    def clean_name(self) -> str:
        """Refuse what cannot be printed."""
        name = str(self.cleaned_data["name"])
        if not name.isprintable():
            raise forms.ValidationError(_("Only letters, figures and signs that can be printed, on one line."))
        return name


class HeadForm(forms.Form):
    """Title, days and sides of an episode."""

    title = words_field(_("Title"), most=400)
    first = day_field(_("First day"))
    last = day_field(_("Last day"), help_text=_("Both days are in."))
    sides = words_field(
        _("Sides"), most=400, required=False, help_text=_("States by code or name, parted by commas: XA, Velmark.")
    )

    def clean_sides(self) -> tuple[str, ...]:
        """Give the codes of the sides that are named."""
        tables = build_tables(the_settings())
        codes: dict[str, None] = {}
        for words in filter(None, (part.strip() for part in str(self.cleaned_data["sides"]).split(","))):
            side = named_side(words, tables)
            if side is None:
                told = {"words": words, "meant": meant_words(words, tables)}
                raise forms.ValidationError(_("No table knows the side “%(words)s”: %(meant)s"), params=told)
            codes[side.code] = None
        return tuple(codes)

    def clean(self) -> dict[str, Any]:
        """Refuse days that stand the wrong way round."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("first"), cleaned.get("last")
        if isinstance(first, date) and isinstance(last, date) and first > last:
            self.add_error("last", _("It is before the first day."))
        return cleaned


class BeginForm(HeadForm, NameForm):
    """A new dossier."""

    field_order = ["title", "name", "first", "last", "sides"]  # noqa: RUF012 - as Django names it


class ImportForm(NameForm):
    """A dossier from its file, with its releases where they are files too."""

    file = forms.FileField(
        label=_("File"), help_text=_("A dossier.toml, as programs keep it and as this page exports it.")
    )

    def clean_file(self) -> str:
        """Give the text of the file."""
        file = self.cleaned_data["file"]
        if file.size > MOST_IMPORTED:
            raise forms.ValidationError(_("Too large: a dossier has at most 2 MB."))
        try:
            return str(file.read().decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise forms.ValidationError(_("This is no text in UTF-8.")) from error


class FilingForm(forms.Form):
    """Why a release belongs."""

    role = forms.ChoiceField(label=_("Role"), choices=ROLES)
    reason = words_field(_("Reason"), rows=2, required=False, help_text=_("Why it belongs, in words."))
    grade = GradeField(required=False)

    def clean_role(self) -> Role:
        """Give the role."""
        return Role(self.cleaned_data["role"])


class ReleaseForm(FilingForm):
    """A release to be filed, by its name."""

    source = words_field(_("Release"), most=500, help_text=_("Its name in the store, as xa-president:729aab851bbf."))
    field_order = ["source", "role", "reason", "grade"]  # noqa: RUF012 - as Django names it


class ExhibitForm(forms.Form):
    """Evidence that is no release."""

    title = words_field(_("Title"), most=400)
    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS)
    grade = GradeField()
    words = words_field(_("Words"), rows=3, required=False, help_text=_("Its exact words, or a description."))
    address = forms.URLField(label=_("Address"), max_length=2000, required=False, assume_scheme="https")
    day = words_field(
        _("Day"), most=60, required=False, help_text=_("As precise as it is known: 2021-06-14, 2021-06, 2021-06~.")
    )

    def clean_kind(self) -> ExhibitKind:
        """Give the kind."""
        return ExhibitKind(self.cleaned_data["kind"])

    def clean_day(self) -> str:
        """Refuse what is no day in EDTF."""
        words = str(self.cleaned_data["day"]).strip()
        try:
            if words:
                parse_when(words)
        except ModelError as error:
            raise forms.ValidationError(
                _("This does not read as a day. Write 2021-06-14, 2021-06 or 2021-06~.")
            ) from error
        return words


class RemarksForm(forms.Form):
    """Remarks at the head of a dossier's text."""

    remarks = words_field(_("Remarks"), rows=6, required=False, help_text=_("They stand at the head of the file."))


class ForecastForm(forms.Form):
    """A question with a probability, to be answered by a day."""

    question = words_field(_("Question"), rows=2, most=1000, help_text=_("It can be answered with yes or no."))
    probability = forms.IntegerField(
        label=_("Probability of yes, in per cent"), min_value=0, max_value=100, widget=forms.NumberInput()
    )
    due = day_field(_("Answered by"))
    resolves = words_field(_("What counts as yes"), rows=2, most=1000)

    def __init__(self, *args: Any, today: date | None = None, **options: Any) -> None:  # noqa: ANN401 - what every form takes
        super().__init__(*args, **options)
        self.today = today

    def clean_due(self) -> date:
        """Refuse a day that has passed."""
        due: date = self.cleaned_data["due"]
        if self.today and due < self.today:
            raise forms.ValidationError(_("That day has passed: a forecast is made before."))
        return due


class ResolveForm(forms.Form):
    """What came of a forecast."""

    outcome = forms.ChoiceField(
        label=_("Answer"), choices=[("yes", _("yes")), ("no", _("no"))], widget=forms.RadioSelect
    )
    resolved = day_field(_("Known on"))
    basis = words_field(_("Basis"), rows=2, most=1000, help_text=_("What it was answered from."))


class GatherForm(forms.Form):
    """Where to look for releases of an episode."""

    one = words_field(_("One side"), most=100)
    other = words_field(_("The other side"), most=100)
    first = day_field(_("From"))
    last = day_field(_("To"))

    def clean(self) -> dict[str, Any]:
        """Give the codes of the sides; refuse one twice, and days that stand the wrong way round."""
        cleaned = super().clean() or {}
        tables = build_tables(the_settings())
        for name in ("one", "other"):
            side = named_side(str(cleaned.get(name, "")), tables)
            if cleaned.get(name) and side is None:
                self.add_error(name, _("No table knows this side."))
            cleaned[name] = side.code if side else ""
        if cleaned["one"] and cleaned["one"] == cleaned["other"]:
            self.add_error("other", _("The same side twice."))
        first, last = cleaned.get("first"), cleaned.get("last")
        if isinstance(first, date) and isinstance(last, date) and first > last:
            self.add_error("last", _("It is before the first day."))
        return cleaned


class EssayForm(forms.Form):
    """An essay to be audited: pasted, or as a file."""

    title = words_field(_("Title"), most=300, required=False)
    text = words_field(
        _("Text"), rows=12, most=200_000, required=False, help_text=_("In English, as plain text or Markdown.")
    )
    file = forms.FileField(label=_("Or a file"), required=False, help_text=_("Markdown or plain text, up to 200 KB."))

    def clean(self) -> dict[str, Any]:
        """Give the text of either; refuse neither."""
        cleaned = super().clean() or {}
        file = cleaned.get("file")
        if file is not None:
            if file.size > 200_000:  # noqa: PLR2004 - as the help says
                self.add_error("file", _("Too large: up to 200 KB."))
                return cleaned
            cleaned["text"] = file.read().decode("utf-8", errors="replace")
        if not str(cleaned.get("text", "")).strip():
            self.add_error("text", _("Paste an essay, or choose a file."))
        return cleaned


class TextForm(forms.Form):
    """The whole dossier as text."""

    text = words_field(_("dossier.toml"), rows=30, most=2_000_000, strip=False)
