"""What is asked of somebody who adds releases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from communique.adapters.address_rules import parse_address
from communique.errors import CommuniqueError
from communique.sources.packing import MEGABYTE
from communique.web.base.corpus import the_settings
from communique.web.base.refusals import refusal_words
from communique.web.workbench.intake.uploads import LARGEST_FILE, MOST_FILES, MOST_TOGETHER
from communique.web.workbench.words import language_words
from communique.wiring.building import LANGUAGES, build_tables

LONGEST_ADDRESS = 2_000


class SeveralFilesInput(forms.FileInput):
    """A field that takes several files."""

    allow_multiple_selected = True

    def value_from_datadict(
        self,
        data: Mapping[str, Any],  # noqa: ARG002 - Django's signature
        files: MultiValueDict[str, UploadedFile[Any]],
        name: str,
    ) -> list[UploadedFile[Any]]:
        """Give all files that were sent under a name."""
        return list(files.getlist(name))


class SeveralFilesField(forms.Field):
    """Files within bounds of number and size."""

    widget = SeveralFilesInput

    def clean(self, value: list[UploadedFile[Any]] | None) -> list[UploadedFile[Any]]:
        """Refuse none, too many, and too large ones, in words."""
        sent = value or []
        if self.required and not sent:
            raise forms.ValidationError(_("Choose at least one file."))
        if len(sent) > MOST_FILES:
            raise forms.ValidationError(
                ngettext_lazy("At most %(most)s file at once.", "At most %(most)s files at once.", MOST_FILES)
                % {"most": MOST_FILES}
            )
        for file in sent:
            if (file.size or 0) > LARGEST_FILE:
                raise forms.ValidationError(
                    _("%(name)s is larger than %(most)s MB.") % {"name": file.name, "most": LARGEST_FILE // MEGABYTE}
                )
        if sum(file.size or 0 for file in sent) > MOST_TOGETHER:
            raise forms.ValidationError(
                _("Together they are larger than %(most)s MB.") % {"most": MOST_TOGETHER // MEGABYTE}
            )
        return sent


class _OriginForm(forms.Form):
    """What counts where a source does not tell."""

    issuer = forms.ChoiceField(
        label=_("Issuer"), required=False, help_text=_("Counts only where the source does not tell who published it.")
    )
    language = forms.ChoiceField(
        label=_("Language"), required=False, help_text=_("Counts only where the source does not tell.")
    )

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*arguments, **named)
        issuer, language = self.fields["issuer"], self.fields["language"]
        assert isinstance(issuer, forms.ChoiceField)  # noqa: S101 - tells the type checker
        assert isinstance(language, forms.ChoiceField)  # noqa: S101 - likewise
        issuer.choices = [("", _("as the source tells")), *_issuers()]
        language.choices = [("", _("as the source tells")), *((code, language_words(code)) for code in LANGUAGES)]


class AddressForm(_OriginForm):
    """An address to be fetched."""

    prefix = "address"
    address = forms.CharField(
        label=_("Address"),
        max_length=LONGEST_ADDRESS,
        help_text=_("A release or a feed, public, by http or https."),
        widget=forms.URLInput(attrs={"placeholder": "https://", "inputmode": "url", "autocomplete": "off"}),
    )
    follow = forms.BooleanField(label=_("If it is a feed, fetch the pages that it links"), required=False, initial=True)
    field_order = ("address", "follow", "issuer", "language")

    def clean_address(self) -> str:
        """Refuse what no worker would fetch; where the name leads is checked when it is fetched."""
        try:
            return parse_address(str(self.cleaned_data["address"]).strip()).address
        except CommuniqueError as error:
            raise forms.ValidationError(refusal_words(error)) from error


class UploadForm(_OriginForm):
    """Files to be read."""

    prefix = "upload"
    sent = SeveralFilesField(
        label=_("Files"),
        help_text=_("HTML, Markdown, text, PDF, Word (.docx), JSON Lines (also .gz) or a feed."),
        widget=SeveralFilesInput(
            attrs={"accept": ".html,.htm,.xhtml,.md,.markdown,.txt,.pdf,.docx,.json,.jsonl,.ndjson,.gz,.xml,.rss,.atom"}
        ),
    )
    field_order = ("sent", "issuer", "language")


def _issuers() -> list[tuple[str, str]]:
    """Give the offices that the tables know, by name."""
    settings = the_settings()
    known = {office.code: office.name for office in build_tables(settings).issuers}
    return sorted(known.items(), key=lambda pair: pair[1])
