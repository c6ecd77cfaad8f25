"""The room's part of the public page: how many comments a sentence has, the threads at the end, the way to the form."""

from __future__ import annotations

from collections import defaultdict
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

from communique.web.accounts.gates import may
from communique.web.discussion.selectors import PublicThread, Talk, comments_list_public, talk_get
from communique.web.publishing.models import Publication, PublishedVersion
from communique.web.publishing.slots import SENTENCE_SLOTS, SLOTS, STAMPS

_TALKS: WeakKeyDictionary[HttpRequest, Talk] = WeakKeyDictionary()


def comments_after(request: HttpRequest, publication: Publication) -> SafeString:
    """Render the threads of a publication with the links to the form; no form, so that the page stays everybody's."""
    promotes = may(request, "discussion.promote")
    context = {"publication": publication, "talk": _talk(request, publication), "may_promote": promotes}
    return render_to_string("discussion/talk.html", context, request)


def counts_beside(request: HttpRequest, version: PublishedVersion) -> Mapping[int, str]:
    """Render the mark at the end of each sentence: how many comments it has, and the link to add one."""
    threads = _threads_by_sentence(_talk(request, version.publication), version)
    form = reverse("discussion:add", args=[version.publication.slug])
    return {sentence.number: _mark(form, sentence.number, threads[sentence.number]) for sentence in version.sentences()}


def _mark(form: str, number: int, threads: list[PublicThread]) -> SafeString:
    """Render the mark of one sentence; not by a template, since a page has hundreds."""
    if not threads:
        address = f"{form}?sentence=s{number}#comment-form"
        label = _("Comment on sentence %(number)s") % {"number": number}
        return format_html('<a class="remark" href="{}" aria-label="{}" rel="nofollow">+</a>', address, label)
    count = sum(thread.count for thread in threads)
    said = ngettext("%(count)s comment on sentence %(number)s", "%(count)s comments on sentence %(number)s", count)
    return format_html(
        '<a class="remark some" href="#thread-{}" aria-label="{}">{}</a>',
        threads[0].number,
        said % {"count": count, "number": number},
        count,
    )


def comments_stamp(publication: Publication) -> str:
    """Give words that change whenever a comment is published, hidden or erased, and with the language."""
    public = comments_list_public().filter(thread__publication=publication).order_by()
    seen = public.aggregate(count=Count("pk"), last=Max("decided"), erased=Max("erased"))
    return f"{seen['count']}.{seen['last']}.{seen['erased']}.{get_language()}"


def _threads_by_sentence(talk: Talk, version: PublishedVersion) -> defaultdict[int, list[PublicThread]]:
    """Give the threads on each sentence of a version; one opened on another version stands where its words stand."""
    places = {sentence.words: sentence.number for sentence in version.sentences()}
    found: defaultdict[int, list[PublicThread]] = defaultdict(list)
    for thread in talk.threads:
        number = thread.sentence if thread.version == version.number else places.get(thread.quoted)
        if number is not None:
            found[number].append(thread)
    return found


def _talk(request: HttpRequest, publication: Publication) -> Talk:
    """Give what is said, asked for once a request."""
    if request not in _TALKS:
        _TALKS[request] = talk_get(publication)
    return _TALKS[request]


SLOTS.append(comments_after)
SENTENCE_SLOTS.append(counts_beside)
STAMPS.append(comments_stamp)
