"""What a list of releases can be narrowed by, read from an address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from communique.corpus.query import parse_query
from communique.errors import CommuniqueError
from communique.web.base.refusals import refusal_words
from communique.web.workbench.desk.selectors import Choices, Wanted
from communique.web.workbench.words import KINDS, language_words

LONGEST_WORDS = 300
"""Characters that a search may have."""

SAVED = ("words", "issuer", "counterpart", "kind", "language", "since", "until", "unusual")
"""What of a search is saved, by its names."""

_ANY = _("any")


class DeskForm(forms.Form):
    """The filters of the desk; what an address has that does not read is told, and narrows nothing."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=LONGEST_WORDS,
        help_text=_("Words in any form, “phrases in quotation marks”, -words to leave out."),
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    issuer = forms.ChoiceField(label=_("Issuer"), required=False)
    counterpart = forms.ChoiceField(label=_("With"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _ANY), *KINDS.items()])
    language = forms.ChoiceField(label=_("Language"), required=False)
    since = forms.DateField(label=_("Since"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    unusual = forms.BooleanField(label=_("Unusual only"), required=False)

    def __init__(self, *arguments: Any, choices: Choices, **named: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*arguments, **named)
        for name, offered in (
            ("issuer", choices.issuers),
            ("counterpart", choices.sides),
            ("language", tuple((code, language_words(code)) for code in choices.languages)),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
            field.choices = [("", _ANY), *offered]
        for name in ("since", "until"):
            self.fields[name].widget.format = "%Y-%m-%d"

    def clean_q(self) -> str:
        """Refuse words that do not read as a search, in the words of the corpus."""
        words = str(self.cleaned_data["q"]).strip()
        if words:
            try:
                parse_query(words)
            except CommuniqueError as error:
                raise forms.ValidationError(refusal_words(error)) from error
        return words

    def clean(self) -> dict[str, Any]:
        """Refuse an end before its beginning."""
        told = self.cleaned_data
        if told.get("since") and told.get("until") and told["until"] < told["since"]:
            self.add_error("until", _("This day is before the first."))
        return told

    def as_search(self) -> dict[str, object]:
        """Give what is looked for by the names that a saved search has."""
        wanted = self.wanted
        return {name: getattr(wanted, name) for name in SAVED}

    @property
    def wanted(self) -> Wanted:
        """Give what is looked for, of what reads."""
        self.is_valid()
        told = self.cleaned_data
        return Wanted(
            words=told.get("q") or "",
            issuer=told.get("issuer") or "",
            counterpart=told.get("counterpart") or "",
            kind=told.get("kind") or "",
            language=told.get("language") or "",
            since=told.get("since"),
            until=told.get("until"),
            unusual=bool(told.get("unusual")),
        )
