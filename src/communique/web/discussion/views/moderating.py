"""What moderators see and do."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from communique.web.accounts.gates import member_of, needs
from communique.web.discussion.forms import BlockForm, NoteForm
from communique.web.discussion.models import BlockKind, Comment
from communique.web.discussion.selectors import (
    blocks_list,
    comment_get,
    comments_list_queue,
    promotions_list_of,
    state_counts,
)
from communique.web.discussion.services import (
    block_add_of,
    block_add_words,
    block_remove,
    comment_erase,
    comments_moderate,
    note_add,
)
from communique.web.discussion.states import STEPS, Act, State

AT_ONCE = 25
REASONS = (
    gettext_lazy("Not on the subject"),
    gettext_lazy("Names a private person"),
    gettext_lazy("Insults somebody"),
    gettext_lazy("Says what is said already"),
    gettext_lazy("Advertises"),
)
_BLOCKS = {"block_address": BlockKind.ADDRESS, "block_network": BlockKind.NETWORK}


@require_safe
@needs("discussion.moderate")
def show_queue(request: HttpRequest) -> HttpResponse:
    """Show the comments in one state, with what may be done with many at once."""
    state = State(request.GET["state"]) if request.GET.get("state") in State.values else State.PENDING
    page = Paginator(comments_list_queue(state), AT_ONCE).get_page(request.GET.get("page"))
    counts = state_counts()
    context = {
        "page_obj": page,
        "state": state,
        "tabs": [(one, counts.get(one.value, 0)) for one in State],
        "acts": [act for act in Act if state in STEPS[act].start],
        "reasons": REASONS,
    }
    return render(request, "discussion/queue.html", context)


@require_POST
@needs("discussion.moderate")
def act(request: HttpRequest) -> HttpResponse:
    """Do one act on the comments that were chosen."""
    numbers = [int(one) for one in request.POST.getlist("chosen") if one.isascii() and one.isdecimal()]
    done, reason = request.POST.get("act", ""), request.POST.get("reason", "") or request.POST.get("usual_reason", "")
    if not numbers:
        messages.warning(request, _("No comment was chosen; nothing was changed."))
    elif done in _BLOCKS:
        _block(request, numbers, _BLOCKS[done], reason)
    elif done in Act.values:
        _decide(request, numbers, Act(done), reason)
    return _back(request)


def _block(request: HttpRequest, numbers: list[int], kind: BlockKind, reason: str) -> None:
    blocked = block_add_of(numbers, kind, reason=reason, actor=member_of(request), now=timezone.now())
    messages.success(request, ngettext("%(count)s kept out.", "%(count)s kept out.", blocked) % {"count": blocked})


def _decide(request: HttpRequest, numbers: list[int], done: Act, reason: str) -> None:
    changed, left = comments_moderate(
        numbers, done, reason=reason if STEPS[done].reasoned else "", actor=member_of(request), now=timezone.now()
    )
    words = ngettext("%(count)s comment: %(act)s.", "%(count)s comments: %(act)s.", changed)
    messages.success(request, words % {"count": changed, "act": STEPS[done].end.label})
    if left:
        messages.warning(
            request,
            ngettext("%(count)s was left as it is.", "%(count)s were left as they are.", left) % {"count": left},
        )


@require_http_methods(["GET", "HEAD", "POST"])
@needs("discussion.moderate")
def show_comment(request: HttpRequest, number: int) -> HttpResponse:
    """Show one comment with its notes; a note may be added."""
    comment = _comment_or_404(number)
    form = NoteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        note_add(comment, form.cleaned_data["words"], actor=member_of(request), now=timezone.now())
        return redirect("discussion:moderate_one", number)
    context = {
        "comment": comment,
        "form": form,
        "acts": [act for act in Act if comment.state in STEPS[act].start and comment.erased is None],
        "reasons": REASONS,
        "notes": comment.notes.select_related("by").order_by("at"),
        "promotions": promotions_list_of(comment),
    }
    return render(request, "discussion/moderate_one.html", context)


@require_POST
@needs("discussion.moderate")
def erase_for(request: HttpRequest, number: int) -> HttpResponse:
    """Erase a comment whose author asked for it."""
    comment = _comment_or_404(number)
    comment_erase(comment, keep_words=request.POST.get("words") == "keep", actor=member_of(request), now=timezone.now())
    messages.success(request, _("Name and address are gone."))
    return redirect("discussion:moderate_one", number)


@require_http_methods(["GET", "HEAD", "POST"])
@needs("discussion.moderate")
def show_blocks(request: HttpRequest) -> HttpResponse:
    """Show what is kept out; words may be added."""
    form = BlockForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        block_add_words(
            form.cleaned_data["words"], reason=form.cleaned_data["reason"], actor=member_of(request), now=timezone.now()
        )
        return redirect("discussion:blocks")
    page = Paginator(blocks_list(), AT_ONCE).get_page(request.GET.get("page"))
    return render(request, "discussion/blocks.html", {"form": form, "page_obj": page})


@require_POST
@needs("discussion.moderate")
def remove_block(request: HttpRequest, number: int) -> HttpResponse:
    """Let in again what was kept out."""
    block_remove(number)
    messages.success(request, _("Let in again."))
    return redirect("discussion:blocks")


def _comment_or_404(number: int) -> Comment:
    comment = comment_get(number)
    if comment is None:
        raise Http404
    return comment


def _back(request: HttpRequest) -> HttpResponse:
    one = request.POST.get("one", "")
    if one.isascii() and one.isdecimal():
        return redirect("discussion:moderate_one", int(one))
    state = request.POST.get("state", "")
    answer = redirect("discussion:queue")
    if state in State.values:
        answer["Location"] += f"?state={state}"
    return answer
