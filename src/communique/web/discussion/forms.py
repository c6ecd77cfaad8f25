"""What readers, moderators and analysts fill in."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from communique.model import Admiralty, Credibility, Reliability
from communique.web.discussion.adding import Draft
from communique.web.discussion.models import LONGEST_NAME, LONGEST_REASON, LONGEST_WORDS, Comment
from communique.web.discussion.promoting import Claim
from communique.web.discussion.publications import words_of_sentence
from communique.web.discussion.selectors import comment_get_answerable
from communique.web.discussion.tokens import form_token, read_form_token
from communique.web.discussion.words import clean_line, clean_words, says_something
from communique.web.publishing.models import Publication

QUICKEST = timedelta(seconds=2)
"""In which nobody reads a form and fills it in."""


class CommentForm(forms.Form):
    """A comment; what is wrong is said beside its field, and nothing that was typed is lost."""

    name = forms.CharField(
        label=_("Name"),
        help_text=_("Shown with your comment. It need not be your own."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("Never shown to anybody. Used to confirm that you wrote this, and to let you take it back."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    words = forms.CharField(
        label=_("Comment"),
        help_text=_("Plain text; an empty line begins a paragraph, web addresses become links."),
        max_length=LONGEST_WORDS,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 9, "dir": "auto"}),
    )
    notify = forms.BooleanField(label=_("Write to me when it is published"), required=False)
    citable = forms.BooleanField(
        label=_("My words may be cited by my name"),
        help_text=_("An analyst may cite your comment as evidence. Without this it is cited as that of a reader."),
        required=False,
    )
    consent = forms.BooleanField(
        label=_("I agree that my comment and name are kept and shown here"),
        error_messages={"required": _("Without your consent we cannot keep the comment.")},
    )
    website = forms.CharField(label=_("Leave this empty"), required=False, max_length=500)
    token = forms.CharField(widget=forms.HiddenInput, required=False)
    sentence = forms.CharField(widget=forms.HiddenInput, required=False)
    reply = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *arguments: Any, publication: Publication, now: datetime, **rest: Any) -> None:  # noqa: ANN401 - Django's signature
        super().__init__(*arguments, **rest)
        self.publication, self.now = publication, now
        self.number, self.quoted = self._sentence()
        self.reply_to = self._reply()
        self.initial["token"] = form_token(publication.slug, now=now)
        self.fields["website"].widget.attrs.update({"tabindex": "-1", "autocomplete": "off"})

    def clean_name(self) -> str:
        """Give the name on one line, without what nobody sees."""
        return self._said("name", clean_line(self.cleaned_data["name"]))

    def clean_words(self) -> str:
        """Give the words without what nobody sees."""
        return self._said("words", clean_words(self.cleaned_data["words"]))

    def clean(self) -> dict[str, Any]:
        """Check the form's own token: ours, not too old, not filled in within a moment; and what it answers."""
        token = read_form_token(self.data.get("token", ""), self.publication.slug, now=self.now)
        if token is None:
            self.renew()
            self.add_error(None, _("This form stood open for too long. Please read it once more and send it again."))
        elif not self.errors and self.now - token.opened < QUICKEST:
            self.add_error(None, _("That was very quick. Please read it once more and send it again."))
        if self.data.get("reply") and self.reply_to is None:
            self._replace(reply="")
            self.add_error(
                None, _("The comment that you answer is not shown any more. Send again to add yours on its own.")
            )
        self.cleaned_data["nonce"] = token.nonce if token else ""
        return self.cleaned_data

    def renew(self) -> None:
        """Give the form a new token; all that was typed stays."""
        self._replace(token=form_token(self.publication.slug, now=self.now))

    def draft(self, *, network: str, language: str) -> Draft:
        """Give what was filled in, once it is valid."""
        filled = self.cleaned_data
        return Draft(
            publication=self.publication,
            nonce=filled["nonce"],
            name=filled["name"],
            email=filled["email"],
            words=filled["words"],
            sentence=self.number,
            quoted=self.quoted,
            reply_to=self.reply_to,
            citable=filled["citable"],
            notify=filled["notify"],
            trapped=bool(filled["website"]),
            network=network,
            language=language,
        )

    def _said(self, field: str, text: str) -> str:
        if not says_something(text):
            raise forms.ValidationError(_("There is nothing here that can be read."))
        longest = self.fields[field].max_length  # type: ignore[attr-defined]
        return text[:longest]

    def _asked(self, field: str) -> str:
        return str((self.data if self.is_bound else self.initial).get(field) or "")

    def _sentence(self) -> tuple[int | None, str]:
        """Give the marked sentence with its words; the whole publication where it has no such sentence."""
        asked = self._asked("sentence").removeprefix("s")
        if not (asked.isascii() and asked.isdecimal() and len(asked) < 6):  # noqa: PLR2004 - figures of a number
            return None, ""
        words = words_of_sentence(self.publication, int(asked))
        return (int(asked), words) if words else (None, "")

    def _reply(self) -> Comment | None:
        asked = self._asked("reply")
        if not (asked.isascii() and asked.isdecimal() and len(asked) < 18):  # noqa: PLR2004 - likewise
            return None
        return comment_get_answerable(int(asked), self.publication.slug)

    def _replace(self, **parts: str) -> None:
        self.data = {**{name: self.data.get(name, "") for name in self.data}, **parts}


class ConfirmedForm(forms.Form):
    """A press of a button: following a link alone does nothing, since mail programs follow links by themselves."""


class EraseForm(forms.Form):
    """What becomes of the words when the name goes."""

    words = forms.ChoiceField(
        label=_("What becomes of your words?"),
        choices=[("remove", _("They go too")), ("keep", _("They stay, as those of “a reader”"))],
        widget=forms.RadioSelect,
        initial="remove",
    )


class ForgetForm(forms.Form):
    """The address whose comments somebody wants to take back."""

    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("If comments were written from this address, a letter with links to take them back goes there."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class NoteForm(forms.Form):
    """A moderator's note."""

    words = forms.CharField(
        label=_("Note"),
        help_text=_("Seen by moderators alone. It goes when the author takes the comment back."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class BlockForm(forms.Form):
    """Words to keep out."""

    words = forms.CharField(
        label=_("Words"),
        help_text=_("Comments that say these words, in capitals or not, go to spam. Three letters at least."),
        max_length=200,
    )
    reason = forms.CharField(label=_("Reason"), max_length=LONGEST_REASON, required=False)


class PromoteForm(forms.Form):
    """What an analyst makes of a comment."""

    GRADES: ClassVar = {
        Reliability.A: _("A: always right before"),
        Reliability.B: _("B: mostly right before"),
        Reliability.C: _("C: fairly often right before"),
        Reliability.D: _("D: not often right before"),
        Reliability.E: _("E: not to be relied on"),
        Reliability.F: _("F: not known"),
    }
    ITEMS: ClassVar = {
        Credibility.ONE: _("1: borne out by others"),
        Credibility.TWO: _("2: probably true"),
        Credibility.THREE: _("3: possibly true"),
        Credibility.FOUR: _("4: doubtful"),
        Credibility.FIVE: _("5: improbable"),
        Credibility.SIX: _("6: cannot be judged"),
    }
    dossier = forms.ChoiceField(label=_("Dossier"))
    statement = forms.CharField(
        label=_("What it bears out"),
        help_text=_("One sentence in your words. The comment's own words are kept beside it."),
        max_length=400,
    )
    source = forms.ChoiceField(
        label=_("The commenter"), choices=[(grade.value, words) for grade, words in GRADES.items()], initial="F"
    )
    item = forms.ChoiceField(
        label=_("What they say"), choices=[(grade.value, words) for grade, words in ITEMS.items()], initial="6"
    )

    def __init__(self, *arguments: Any, dossiers: tuple[tuple[str, str], ...], **rest: Any) -> None:  # noqa: ANN401 - Django's signature
        super().__init__(*arguments, **rest)
        self.fields["dossier"].choices = dossiers  # type: ignore[attr-defined]

    def claim(self) -> Claim:
        """Give what was filled in, once it is valid."""
        filled = self.cleaned_data
        grade = Admiralty(source=Reliability(filled["source"]), item=Credibility(filled["item"]))
        return Claim(dossier=filled["dossier"], statement=clean_line(filled["statement"]), grade=grade)
