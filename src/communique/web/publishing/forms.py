"""What authors and reviewers fill in."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from communique.web.publishing.models import LANGUAGES, LONGEST_SUMMARY, LONGEST_TEXT, LONGEST_TITLE, Revision
from communique.web.publishing.services import Draft
from communique.web.workbench.dossiers.selectors import dossier_choices

_TEXT_HELP = _(
    'Markdown. Evidence: [your words](evidence:KEY "exact words of the release"). Your own view: [your words](view).'
)


class WritingForm(forms.Form):
    """An analysis as it is written; ``base`` is the revision that the author saw when beginning to type."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    summary = forms.CharField(
        label=_("Summary"),
        max_length=LONGEST_SUMMARY,
        required=False,
        help_text=_("One or two sentences; lists and feeds show them."),
        widget=forms.Textarea(attrs={"rows": 2, "class": "low"}),
    )
    language = forms.ChoiceField(label=_("Language of the text"), choices=LANGUAGES, initial="en")
    text = forms.CharField(
        label=_("Text"),
        max_length=LONGEST_TEXT,
        required=False,
        strip=False,
        help_text=_TEXT_HELP,
        widget=forms.Textarea(attrs={"rows": 26, "class": "writing", "spellcheck": "true"}),
    )
    base = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    @classmethod
    def of(cls, revision: Revision) -> WritingForm:
        """Give the form with what a revision says."""
        return cls(
            initial={
                "title": revision.title,
                "summary": revision.summary,
                "language": revision.language,
                "text": revision.text,
                "base": revision.number,
            }
        )

    def draft(self) -> Draft:
        """Give what was typed."""
        kept = self.cleaned_data
        return Draft(title=kept["title"], summary=kept["summary"], language=kept["language"], text=kept["text"])


class BeginningForm(forms.Form):
    """The beginning of an analysis."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE, help_text=_("Its address is made of it."))
    language = forms.ChoiceField(label=_("Language of the text"), choices=LANGUAGES, initial="en")
    dossier = forms.ChoiceField(
        label=_("Dossier"),
        required=False,
        help_text=_("Its claims are audited against the releases of the dossier when it is published."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["dossier"].choices = [("", _("none")), *dossier_choices()]  # type: ignore[attr-defined]

    def draft(self) -> Draft:
        """Give what was typed."""
        return Draft(title=self.cleaned_data["title"], language=self.cleaned_data["language"])


class ReviewForm(forms.Form):
    """What a reviewer says."""

    verdict = forms.ChoiceField(
        label=_("Your decision"),
        choices=[("pass", _("It may be published")), ("return", _("It goes back to its author"))],
        widget=forms.RadioSelect,
    )
    remarks = forms.CharField(
        label=_("Remarks"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "low"}),
        help_text=_("Needed where it goes back."),
    )


class ChangeForm(forms.Form):
    """What a later version says of itself in the log that readers see."""

    what = forms.CharField(label=_("What this version changes"), max_length=600)
    why = forms.CharField(label=_("Why"), max_length=600)


class CorrectionForm(forms.Form):
    """Why a publication is opened for a correction."""

    why = forms.CharField(label=_("Why it is corrected"), max_length=600, help_text=_("Readers will see it."))


class CoauthorForm(forms.Form):
    """Who writes too, by the name that the workspace shows."""

    name = forms.CharField(label=_("Name of a colleague"), max_length=120)
