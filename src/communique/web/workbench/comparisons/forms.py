"""The search by which releases are chosen."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_WORDS = 300


class ChooseForm(forms.Form):
    """Words to find a release by, or its name."""

    q = forms.CharField(
        label=_("Find a release"),
        required=False,
        max_length=LONGEST_WORDS,
        help_text=_("Words of its text or title, or its name in the corpus."),
        widget=forms.TextInput(attrs={"type": "search"}),
    )
