"""Coming in: logging in, a forgotten password, an invitation, the first administrator."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, PasswordResetConfirmView
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from communique.errors import CommuniqueError
from communique.web.accounts import services
from communique.web.accounts.backends import PASSWORDS
from communique.web.accounts.forms import ForgottenForm, JoinForm, LoginForm, NewPasswordForm, WelcomeForm
from communique.web.accounts.letters import mail_is_sent
from communique.web.accounts.models import User
from communique.web.accounts.services.joining import invitation_of, welcome_holds
from communique.web.base.addresses import own_address, reader_address

_GONE = 410
_HOUR = 3600
_YEAR = 365 * 24 * _HOUR
_MOST_LETTERS = 10
"""How many letters one network address may ask for in an hour."""


class Login(LoginView):
    """Who has an account comes in; the session begins anew and the interface speaks their language."""

    template_name = "accounts/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def get_context_data(self, **rest: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's signature
        """Say besides whether letters for forgotten passwords can be sent, and whether anybody administers yet."""
        return {
            **super().get_context_data(**rest),
            "mail_is_sent": mail_is_sent(),
            "unclaimed": bool(services.welcome_link()),
        }

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Let them in."""
        answer = super().form_valid(form)
        user = form.get_user()
        if isinstance(user, User) and user.language:
            speak(answer, user.language)
        return answer


class NewPassword(PasswordResetConfirmView):
    """Who has the letter sets a new password; the link works once."""

    template_name = "accounts/new_password.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("accounts:login")

    def form_valid(self, form: Any) -> HttpResponse:  # noqa: ANN401 - Django's signature
        """Set it, and send them on to log in with it."""
        answer = super().form_valid(form)
        messages.success(self.request, _("The password is set. Log in with it."))
        return answer


@require_http_methods(["GET", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for a letter; the answer is the same whether or not the address is known."""
    form = ForgottenForm(request.POST or None)
    asked = request.method == "POST" and mail_is_sent() and form.is_valid()
    if asked and _rarely(request):
        services.letter_ask(form.cleaned_data["email"], site=own_address(request), language=get_language() or "")
    return render(request, "accounts/forgotten.html", {"form": form, "asked": asked, "mail_is_sent": mail_is_sent()})


@sensitive_post_parameters("password", "password_again")
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Accept an invitation: a name and a password, and one is in."""
    try:
        invitation = invitation_of(token)
        form = JoinForm(request.POST or None, email=invitation.email)
        if request.method == "POST" and form.is_valid():
            answers = form.cleaned_data
            return _let_in(
                request, services.invitation_accept(token, name=answers["name"], password=answers["password"])
            )
    except CommuniqueError:
        return render(request, "accounts/over.html", status=_GONE)
    return render(request, "accounts/join.html", {"form": form, "invitation": invitation})


@sensitive_post_parameters("password", "password_again")
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """Make the first administrator of whoever has the link that the workspace printed."""
    if not welcome_holds(token):
        return render(request, "accounts/over.html", status=_GONE)
    form = WelcomeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answers = {name: form.cleaned_data[name] for name in ("email", "name", "password")}
        try:
            return _let_in(request, services.administrator_welcome(token, **answers))
        except CommuniqueError:
            return render(request, "accounts/over.html", status=_GONE)
    return render(request, "accounts/welcome.html", {"form": form})


def speak(answer: HttpResponse, language: str) -> None:
    """Let the interface speak a language from the next page on; "" is what the browser asks for."""
    if not language:
        answer.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
        return
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=_YEAR,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )


def _let_in(request: HttpRequest, user: User) -> HttpResponse:
    login(request, user, backend=PASSWORDS)
    messages.success(request, _("Welcome, %(name)s.") % {"name": user.name})
    return redirect(resolve_url(settings.LOGIN_REDIRECT_URL))


def _rarely(request: HttpRequest) -> bool:
    """Tell whether whoever asks has asked for few letters within the hour."""
    key = f"letters:{reader_address(request)}"
    cache.add(key, 0, _HOUR)
    return cache.incr(key) <= _MOST_LETTERS
