"""What members and those who want in fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, cast

from django import forms
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm, UsernameField
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from communique.web.accounts.models import Role, Scope, User, plain_name
from communique.web.accounts.services import user_change_password

if TYPE_CHECKING:
    _SetPasswordForm: TypeAlias = SetPasswordForm[AbstractBaseUser]
else:
    _SetPasswordForm = SetPasswordForm

LONGEST = 256
"""How long a password may be: hashing more costs time and guards nothing."""

GOOD = _("Twelve signs or more, a few words for instance; none that many use, nothing like your name or address.")


def _new_password(*, repeated: bool = False) -> forms.CharField:
    return forms.CharField(
        label=_("The password once more") if repeated else _("Password"),
        strip=False,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="" if repeated else GOOD,
    )


def _say_what_is_good(form: forms.Form) -> None:
    """Put our words in place of the framework's list."""
    form.fields["new_password1"].help_text = GOOD
    form.fields["new_password2"].help_text = ""
    form.fields["new_password2"].label = _("The password once more")


class LoginForm(AuthenticationForm):
    """Who comes in: an address and a password, with one answer for whatever is wrong."""

    username = UsernameField(label=_("E-mail"), widget=forms.EmailInput())
    error_messages = {  # noqa: RUF012 - Django's own name and kind
        "invalid_login": _("This address and this password do not go together."),
        "inactive": _("This address and this password do not go together."),
    }

    def clean_username(self) -> str:
        """Read the address without regard to case."""
        return str(self.cleaned_data["username"]).strip().lower()


class ForgottenForm(forms.Form):
    """Whose password is forgotten."""

    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username"}))


class NewPasswordForm(_SetPasswordForm):
    """A new password for whoever has the letter."""

    def __init__(self, *args: Any, **rest: Any) -> None:  # noqa: ANN401 - Django's arguments
        super().__init__(*args, **rest)
        _say_what_is_good(self)

    def save(self, commit: bool = True) -> AbstractBaseUser:  # noqa: ARG002, FBT001, FBT002 - Django's signature
        """Set it, and note that it was set."""
        return user_change_password(cast("User", self.user), self.cleaned_data["new_password1"])


class OtherPasswordForm(PasswordChangeForm):
    """A new password for whoever knows the old one."""

    def __init__(self, *args: Any, **rest: Any) -> None:  # noqa: ANN401 - likewise
        super().__init__(*args, **rest)
        _say_what_is_good(self)

    def save(self, commit: bool = True) -> AbstractBaseUser:  # noqa: ARG002, FBT001, FBT002 - likewise
        """Set it, and note that it was set."""
        return user_change_password(cast("User", self.user), self.cleaned_data["new_password1"])


class JoinForm(forms.Form):
    """Who joins: a name that others see, and a password."""

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        validators=[plain_name],
        help_text=_("Others see it beside what you write."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = _new_password()
    password_again = _new_password(repeated=True)

    def __init__(self, *args: Any, email: str = "", **rest: Any) -> None:  # noqa: ANN401 - Django's arguments
        super().__init__(*args, **rest)
        self._email = email

    def clean(self) -> dict[str, Any]:
        """See that the password was typed alike twice, and that it is a good one for this person."""
        answers = super().clean() or self.cleaned_data
        password = answers.get("password")
        if password and answers.get("password_again") not in {None, password}:
            self.add_error("password_again", _("The two passwords are not the same."))
        if password:
            user = User(email=answers.get("email") or self._email, name=answers.get("name", ""))
            try:
                validate_password(password, user)
            except ValidationError as error:
                self.add_error("password", error)
        return answers


class WelcomeForm(JoinForm):
    """Who administers first: an address besides."""

    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username"}))
    field_order = ("email", "name", "password", "password_again")


class InviteForm(forms.Form):
    """Whom to ask, and in which role."""

    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.READER)

    def clean_email(self) -> str:
        """See that the address has no account; administrators see all addresses anyway."""
        email = str(self.cleaned_data["email"]).strip().lower()
        if User.objects.filter(email=email).exists():
            raise ValidationError(_("This address has an account."), code="known")
        return email


class RoleForm(forms.Form):
    """Another role."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)


class SettingsForm(forms.Form):
    """What members say of themselves."""

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        validators=[plain_name],
        help_text=_("Others see it beside what you write."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=_("Language of the interface"),
        choices=[("", _("as the browser asks")), *settings.LANGUAGES],
        required=False,
    )


class EraseForm(forms.Form):
    """That it is meant: the password, and a mark."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    meant = forms.BooleanField(label=_("I know that this cannot be undone"))

    def __init__(self, *args: Any, user: User, **rest: Any) -> None:  # noqa: ANN401 - Django's arguments
        super().__init__(*args, **rest)
        self._user = user

    def clean_password(self) -> str:
        """See that it is the member who asks."""
        password = str(self.cleaned_data["password"])
        if not self._user.check_password(password):
            raise ValidationError(_("This is not your password."), code="wrong")
        return password


class TokenForm(forms.Form):
    """A token to be: what for, what it may do, how long."""

    name = forms.CharField(label=_("What it is for"), max_length=80, help_text=_("A name to know it by later."))
    scope = forms.ChoiceField(label=_("What it may do"), choices=Scope.choices, initial=Scope.READ)
    days = forms.TypedChoiceField(
        label=_("How long it holds"),
        coerce=int,
        choices=[(30, _("30 days")), (90, _("90 days")), (365, _("a year"))],
        initial=90,
    )


class JournalForm(forms.Form):
    """Which part of the log to show."""

    actor = forms.ModelChoiceField(
        label=_("Who"), queryset=User.objects.order_by("name"), required=False, empty_label=_("everybody")
    )
    room = forms.ChoiceField(label=_("Where"), required=False)
    day = forms.DateField(label=_("Day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, rooms: list[tuple[str, Any]], **rest: Any) -> None:  # noqa: ANN401 - Django's arguments
        super().__init__(*args, **rest)
        room = self.fields["room"]
        if isinstance(room, forms.ChoiceField):
            room.choices = [("", _("everywhere")), *rooms]
