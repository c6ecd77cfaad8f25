"""People: who has an account, in which role, and who is asked to join."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from communique.web.accounts import selectors, services
from communique.web.accounts.forms import InviteForm, RoleForm
from communique.web.accounts.gates import member_of, needs
from communique.web.accounts.letters import mail_is_sent
from communique.web.accounts.models import RANKS, Invitation, Role, User
from communique.web.base.addresses import own_address

PAGE = 50


@needs("accounts.manage_users")
@require_safe
def users(request: HttpRequest) -> HttpResponse:
    """List who has an account."""
    words, role = request.GET.get("words", "").strip(), request.GET.get("role", "")
    role = role if role in RANKS else ""
    page = Paginator(selectors.users_list(words=words, role=role), PAGE).get_page(request.GET.get("page"))
    return render(
        request, "accounts/users.html", {"page_obj": page, "words": words, "role": role, "roles": Role.choices}
    )


@needs("accounts.manage_users")
@require_POST
def change_role(request: HttpRequest, number: int) -> HttpResponse:
    """Give somebody another role."""
    form = RoleForm(request.POST)
    if form.is_valid():
        user = services.user_change_role(_kept(number), form.cleaned_data["role"], actor=member_of(request))
        words = {"name": user.name, "role": Role(user.role).label}
        messages.success(request, _("%(name)s: %(role)s from now on.") % words)
    else:
        messages.error(request, _("There is no such role; nothing was changed."))
    return redirect("accounts:users")


@needs("accounts.manage_users")
@require_POST
def deactivate(request: HttpRequest, number: int) -> HttpResponse:
    """Shut somebody out."""
    user = services.user_deactivate(_kept(number), actor=member_of(request))
    messages.success(request, _("%(name)s is shut out.") % {"name": user.name})
    return redirect("accounts:users")


@needs("accounts.manage_users")
@require_POST
def activate(request: HttpRequest, number: int) -> HttpResponse:
    """Let somebody in again."""
    user = services.user_activate(_kept(number), actor=member_of(request))
    messages.success(request, _("%(name)s may come in again.") % {"name": user.name})
    return redirect("accounts:users")


@needs("accounts.manage_users")
@require_POST
def password_link(request: HttpRequest, number: int) -> HttpResponse:
    """Send somebody the letter for a new password; where no mail is sent, give its link to hand over."""
    user, site = _kept(number), own_address(request)
    if mail_is_sent():
        services.letter_ask(user.email, site=site, language=get_language() or "")
        messages.success(request, _("The letter is on its way."))
        return redirect("accounts:users")
    link = site + services.letter_give(user, actor=member_of(request))
    page = render(request, "accounts/link.html", {"member": user, "link": link})
    page.headers["Cache-Control"] = "no-store"
    return page


@needs("accounts.manage_users")
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Ask somebody to join; list who was asked."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.invitation_add(
            **form.cleaned_data,
            actor=member_of(request),
            site=own_address(request),
            language=get_language() or "",
        )
        said = _("The invitation is on its way.") if mail_is_sent() else _("The invitation is ready: copy its link.")
        messages.success(request, said)
        return redirect("accounts:invite")
    now, site = timezone.now(), own_address(request)
    asked = [
        (invitation, invitation.holds(now), site + services.invitation_link(invitation))
        for invitation in selectors.invitations_list_open()
    ]
    page = render(request, "accounts/invite.html", {"form": form, "asked": asked, "mail_is_sent": mail_is_sent()})
    page.headers["Cache-Control"] = "no-store"
    return page


@needs("accounts.manage_users")
@require_POST
def revoke_invitation(request: HttpRequest, key: str) -> HttpResponse:
    """Take an invitation back."""
    services.invitation_revoke(get_object_or_404(Invitation, pk=key), actor=member_of(request))
    messages.success(request, _("The invitation is taken back."))
    return redirect("accounts:invite")


def _kept(number: int) -> User:
    return get_object_or_404(User, pk=number, erased=None)
