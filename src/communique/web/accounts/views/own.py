"""One's own account: name and language, password, sessions, tokens, going away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from communique.web.accounts import selectors, services
from communique.web.accounts.forms import EraseForm, OtherPasswordForm, SettingsForm, TokenForm
from communique.web.accounts.gates import check, member_of, members
from communique.web.accounts.models import Token
from communique.web.accounts.views.entering import speak


@members
@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Show one's account, and let its name and language be changed."""
    user = member_of(request)
    form = SettingsForm(request.POST or None, initial={"name": user.name, "language": user.language})
    if request.method == "POST" and form.is_valid():
        user = services.user_change_settings(user, **form.cleaned_data)
        messages.success(request, _("Your account is changed."))
        answer = redirect("accounts:profile")
        speak(answer, user.language)
        return answer
    return render(request, "accounts/profile.html", {"form": form, "member": user})


class OtherPassword(LoginRequiredMixin, PasswordChangeView):
    """Another password; all other sessions end with the old one."""

    template_name = "accounts/password.html"
    form_class = OtherPasswordForm
    success_url = reverse_lazy("accounts:profile")

    def form_valid(self, form: Any) -> HttpResponse:  # noqa: ANN401 - Django's signature
        """Set it; this session goes on under a new key."""
        answer = super().form_valid(form)
        messages.success(self.request, _("The password is changed. You are logged out everywhere else."))
        return answer


@members
@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Log out everywhere, here too."""
    services.user_end_sessions(member_of(request))
    logout(request)
    messages.success(request, _("You are logged out everywhere."))
    return redirect("accounts:login")


@members
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Let members have their account erased, with their password."""
    user = member_of(request)
    form = EraseForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        services.user_erase(user)
        logout(request)
        messages.success(request, _("Your account is erased."))
        return redirect("publishing:front")
    return render(request, "accounts/erase.html", {"form": form})


@members
@require_http_methods(["GET", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """Show one's tokens, and make one; its secret is in this answer alone."""
    user = member_of(request)
    form = TokenForm(request.POST or None)
    made: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        token, secret = services.token_add(user, **form.cleaned_data)
        form, made = TokenForm(), {"made": token, "secret": secret}
    page = render(
        request,
        "accounts/tokens.html",
        {"form": form, "tokens": selectors.tokens_list_of(user), "now": timezone.now(), **made},
    )
    page.headers["Cache-Control"] = "no-store"
    return page


@members
@require_POST
def revoke_token(request: HttpRequest, prefix: str) -> HttpResponse:
    """End a token of one's own."""
    token = get_object_or_404(Token, prefix=prefix)
    check(request, "accounts.revoke_token", token)
    services.token_revoke(token, actor=member_of(request))
    messages.success(request, _("The token is revoked."))
    return redirect("accounts:tokens")
