"""What is asked of an analyst at the matrix: explanations, evidence, likelihoods."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from communique.model.hypotheses import LEAST_PRIOR, MOST_PRIOR
from communique.web.workbench.dossiers.forms import (
    GradeField,
    words_field,
)


class PriorForm(forms.Form):
    """The share of an explanation before the evidence."""

    prior = forms.FloatField(
        label=_("Prior"),
        min_value=LEAST_PRIOR,
        max_value=MOST_PRIOR,
        help_text=_("Only proportions count: 2 is twice as probable as 1."),
        widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
    )


class HypothesisForm(PriorForm):
    """One explanation."""

    statement = words_field(
        _("Statement"), rows=2, most=1000, help_text=_("What would have been the case, never what anybody felt.")
    )
    refuted_by = words_field(
        _("Ruled out by"), rows=2, most=1000, required=False, help_text=_("The fact that would rule it out.")
    )
    field_order = ["statement", "prior", "refuted_by"]  # noqa: RUF012 - as Django names it


class EvidenceForm(forms.Form):
    """One item of evidence."""

    statement = words_field(_("Statement"), rows=2, most=1000, help_text=_("What it says."))
    source = forms.ChoiceField(label=_("Source"), required=False, help_text=_("The release or exhibit it rests on."))
    quote = words_field(
        _("Quotation"), rows=2, required=False, help_text=_("Exact words of that source; … parts stretches.")
    )
    group = words_field(
        _("Group"),
        most=200,
        required=False,
        help_text=_("What it depends on: items of one group say the same, and count once."),
    )
    grade = GradeField(required=False)
    seen = forms.IntegerField(label=_("Seen"), min_value=0, required=False, help_text=_("N of M of the precedent."))
    among = forms.IntegerField(label=_("Among"), min_value=0, required=False)

    def __init__(self, *args: Any, sources: Iterable[tuple[str, str]] = (), **options: Any) -> None:  # noqa: ANN401 - what every form takes
        super().__init__(*args, **options)
        self.fields["source"].choices = [("", _("none")), *sources]  # type: ignore[attr-defined] # a field of choices

    def clean_grade(self) -> str:
        """Give the grade in letters."""
        return str(self.cleaned_data["grade"] or "")

    def clean(self) -> dict[str, Any]:
        """Refuse half a rate."""
        cleaned = super().clean() or {}
        seen, among = cleaned.get("seen"), cleaned.get("among")
        if (seen is None) != (among is None):
            self.add_error("among", _("Both numbers, or neither."))
        elif seen is not None and among is not None and seen > among:
            self.add_error("seen", _("At most as many as it is counted among."))
        return cleaned


OWN, DESK = "own", "desk"


class LikelihoodForm(forms.Form):
    """How probable an item of evidence is if an explanation were true, and why."""

    value = forms.FloatField(
        label=_("Likelihood"),
        min_value=0,
        max_value=1,
        help_text=_("Over 0, up to 1: how probable the item is if the explanation were true."),
        widget=forms.NumberInput(attrs={"step": "any", "min": "0", "max": "1", "inputmode": "decimal"}),
    )
    reason = words_field(
        _("Reason"), rows=2, most=1000, help_text=_("A number without a reason cannot be argued with.")
    )
    voice = forms.ChoiceField(
        label=_("Entered"), choices=[(OWN, _("in my name")), (DESK, _("for the desk, unsigned"))], initial=OWN
    )

    def clean_value(self) -> float:
        """Refuse nought: no likelihood is none at all."""
        value = float(self.cleaned_data["value"])
        if value <= 0:
            raise forms.ValidationError(_("Over 0: nothing is impossible for good."))
        return value
