"""What readers write: the form, its acknowledgement, and the links of letters."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from communique.web.base.refusals import refusal_words
from communique.web.discussion.adding import FormUsedError, comment_add
from communique.web.discussion.forms import CommentForm, EraseForm, ForgetForm
from communique.web.discussion.letters import forget_add
from communique.web.discussion.limits import LimitReachedError
from communique.web.discussion.models import Comment
from communique.web.discussion.prints import network_of
from communique.web.discussion.services import comment_confirm, comment_erase
from communique.web.discussion.tokens import Purpose, comment_of, link_token, mail_configured
from communique.web.discussion.views.reading import published_or_404
from communique.web.publishing.models import Publication

UNREADABLE, TOO_MANY, GONE = 422, 429, 410


@sensitive_post_parameters("email", "name", "words")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add_comment(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the form, or keep what it brings and go on to the acknowledgement."""
    publication, now = published_or_404(slug), timezone.now()
    if request.method != "POST":
        asked = {name: request.GET.get(name, "") for name in ("sentence", "reply")}  # nobody types for a reader
        return _show(request, CommentForm(initial=asked, publication=publication, now=now))
    form = CommentForm(request.POST, publication=publication, now=now)
    return _keep(request, form) if form.is_valid() else _show(request, form, status=UNREADABLE)


def _keep(request: HttpRequest, form: CommentForm) -> HttpResponse:
    try:
        comment = comment_add(
            form.draft(network=network_of(request), language=get_language() or "en"), now=timezone.now()
        )
    except FormUsedError as error:
        form.renew()
        form.add_error(None, refusal_words(error))
        return _show(request, form, status=UNREADABLE)
    except LimitReachedError as error:
        form.add_error(None, refusal_words(error))
        return _show(request, form, status=TOO_MANY)
    return _acknowledge(form.publication, comment)


def _acknowledge(publication: Publication, comment: Comment) -> HttpResponse:
    if not hasattr(comment, "address"):  # sent again after it was erased
        return redirect("discussion:comments", publication.slug)
    return redirect("discussion:sent", link_token(Purpose.SENT, comment))


def _show(request: HttpRequest, form: CommentForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "publication": form.publication, "mailed": mail_configured()}
    answer = render(request, "discussion/add.html", context, status=status)
    if status == TOO_MANY:
        answer.headers["Retry-After"] = "3600"
    return answer


@never_cache
@require_safe
def show_sent(request: HttpRequest, token: str) -> HttpResponse:
    """Acknowledge a comment that is kept; without mail, give the link that takes it back."""
    comment = comment_of(Purpose.SENT, token)
    if comment is None:
        return _gone(request)
    erase = "" if mail_configured() else link_token(Purpose.ERASE, comment)
    context = {"comment": comment, "publication": comment.thread.publication, "erase": erase}
    return render(request, "discussion/sent.html", {**context, "mailed": mail_configured()})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for a press of the button, then take the address as confirmed."""
    comment = comment_of(Purpose.CONFIRM, token)
    if comment is None:
        return _gone(request)
    if request.method == "POST":
        comment_confirm(comment, now=timezone.now())
    context = {"comment": comment, "publication": comment.thread.publication, "done": request.method == "POST"}
    return render(request, "discussion/confirm.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, token: str) -> HttpResponse:
    """Ask what becomes of the words, then take back name and address."""
    comment = comment_of(Purpose.ERASE, token)
    if comment is None:
        return _gone(request)
    form = EraseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        comment_erase(comment, keep_words=form.cleaned_data["words"] == "keep", now=timezone.now())
        return render(request, "discussion/erased.html", {"comment": comment})
    return render(request, "discussion/erase.html", {"comment": comment, "form": form})


@sensitive_post_parameters("email")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def forget(request: HttpRequest) -> HttpResponse:
    """Send whoever asks the links to take back what they wrote; the answer is the same for everybody."""
    form = ForgetForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        forget_add(form.cleaned_data["email"], network=network_of(request), now=timezone.now())
        return render(request, "discussion/forget.html", {"asked": True, "mailed": mail_configured()})
    return render(request, "discussion/forget.html", {"form": form, "mailed": mail_configured()})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Say what is kept of a comment, and how long."""
    return render(request, "discussion/privacy.html", {"mailed": mail_configured()})


def _gone(request: HttpRequest) -> HttpResponse:
    """Say that a link does nothing: it is not ours, too old, or used; which of these is nobody's business."""
    return render(request, "discussion/gone.html", status=GONE)
