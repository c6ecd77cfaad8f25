"""The room's part of the public page: how many comments a sentence has, the threads at the end, the way to the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from weakref import WeakKeyDictionary

from django.db.models import Count, Max
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from communique.web.discussion.selectors import Talk, comments_list_public, talk_get
from communique.web.publishing.models import Publication, PublishedVersion
from communique.web.publishing.slots import SENTENCE_SLOTS, SLOTS, STAMPS

_TALKS: WeakKeyDictionary[HttpRequest, Talk] = WeakKeyDictionary()


def comments_after(request: HttpRequest, publication: Publication) -> SafeString:
    """Render the threads of a publication with the links to the form; no form, so that the page stays everybody's."""
    context = {"publication": publication, "talk": _talk(request, publication)}
    return render_to_string("discussion/talk.html", context, request)


def counts_beside(request: HttpRequest, version: PublishedVersion) -> Mapping[int, str]:
    """Render the mark at the end of each sentence: how many comments it has, and the link to add one."""
    counts = _counts(_talk(request, version.publication), version)
    form = reverse("discussion:add", args=[version.publication.slug])
    return {sentence.number: _mark(form, sentence.number, counts[sentence.number]) for sentence in version.sentences()}


def _mark(form: str, number: int, count: int) -> SafeString:
    """Render the mark of one sentence; not by a template, since a page has hundreds."""
    address = f"{form}?sentence=s{number}#comment-form"
    label = _("Comment on sentence %(number)s") % {"number": number}
    if not count:
        return format_html('<a class="remark" href="{}" aria-label="{}" rel="nofollow">+</a>', address, label)
    said = ngettext("%(count)s comment on sentence %(number)s", "%(count)s comments on sentence %(number)s", count)
    return format_html(
        '<a class="remark said" href="#talk-s{}" aria-label="{}">{}</a>',
        number,
        said % {"count": count, "number": number},
        count,
    )


def comments_stamp(publication: Publication) -> str:
    """Give words that change whenever a comment is published, hidden or erased, and with the language."""
    public = comments_list_public().filter(thread__publication=publication).order_by()
    seen = public.aggregate(count=Count("pk"), last=Max("decided"), erased=Max("erased"))
    return f"{seen['count']}.{seen['last']}.{seen['erased']}.{get_language()}"


def _counts(talk: Talk, version: PublishedVersion) -> Counter[int]:
    """Count the comments of each sentence of a version; one marked in another version counts where its words stand."""
    places = {sentence.words: sentence.number for sentence in version.sentences()}
    counts: Counter[int] = Counter()
    for thread in talk.threads:
        number = thread.sentence if thread.version == version.number else places.get(thread.quoted)
        if number is not None:
            counts[number] += thread.count
    return counts


def _talk(request: HttpRequest, publication: Publication) -> Talk:
    """Give what is said, asked for once a request."""
    if request not in _TALKS:
        _TALKS[request] = talk_get(publication)
    return _TALKS[request]


SLOTS.append(comments_after)
SENTENCE_SLOTS.append(counts_beside)
STAMPS.append(comments_stamp)
