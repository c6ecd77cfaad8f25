"""What is saved of a search, and how its owner is told."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from communique.corpus.query import parse_query
from communique.errors import CommuniqueError
from communique.web.accounts.models import User
from communique.web.base.refusals import refusal_words
from communique.web.workbench.models import SavedSearch

_FILTERS = ("issuer", "counterpart", "kind", "language", "since", "until")


class SavingForm(forms.ModelForm[SavedSearch]):
    """A search to be saved: what it looks for rides along, its name and its letters are asked for."""

    class Meta:
        """Its fields: the filters are hidden."""

        model = SavedSearch
        fields = ("name", "words", "unusual", "alert", *_FILTERS)
        help_texts: ClassVar = {
            "alert": _("By mail to your own address; each letter has a link that ends it. The feed works either way.")
        }
        widgets: ClassVar = {name: forms.HiddenInput() for name in _FILTERS}

    def __init__(self, *arguments: Any, owner: User | None = None, **named: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*arguments, **named)
        self._owner = owner

    def clean_name(self) -> str:
        """Refuse a name that its owner has given already; a name is one line."""
        name = " ".join(str(self.cleaned_data["name"]).split())
        taken = SavedSearch.objects.filter(owner=self._owner, name=name).exclude(pk=self.instance.pk)
        if self._owner is not None and taken.exists():
            raise forms.ValidationError(_("You have a search of this name. Choose another."))
        return name

    def clean_words(self) -> str:
        """Refuse words that do not read as a search."""
        words = str(self.cleaned_data["words"]).strip()
        if words:
            try:
                parse_query(words)
            except CommuniqueError as error:
                raise forms.ValidationError(refusal_words(error)) from error
        return words

    def clean(self) -> dict[str, Any]:
        """Refuse an end before its beginning; what is wrong with a filter is told of the form, for it is not seen."""
        for name in _FILTERS:
            for error in tuple(self.errors.get(name, ())):
                self.add_error(None, f"{self.fields[name].label}: {error}")
        told = super().clean() or self.cleaned_data
        if told.get("since") and told.get("until") and told["until"] < told["since"]:
            raise forms.ValidationError(_("The last day is before the first."))
        return dict(told)


class SavingHiddenForm(SavingForm):
    """The same where the words stand in the page already."""

    class Meta(SavingForm.Meta):
        """Its fields: all that is looked for is hidden."""

        widgets: ClassVar = {name: forms.HiddenInput() for name in (*_FILTERS, "words", "unusual")}
