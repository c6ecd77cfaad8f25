"""An analysis to begin with: fictional, over the bundled releases, every claim linked to its words."""

from __future__ import annotations

import re
from importlib.resources import files

from django.utils.translation import gettext as _

from communique.db.models import ReleaseRow
from communique.errors import CommuniqueError
from communique.web.accounts.models import User
from communique.web.base.corpus import ALIAS
from communique.web.publishing.markup.links import WRITTEN_KEY
from communique.web.publishing.models import Analysis
from communique.web.publishing.services.writing import Draft, analysis_add

TITLE = "Who Asked Whom to Tarsk"
SUMMARY = (
    "A call from the weaker side, then a visit, then nine documents: the winter between Sund and Tarsk reads like a "
    "story of need. The two press services tell another one."
)
RELEASES = {
    "december": "https://president.arvenia.example/en/news/2020/12/15/korin",
    "call": "https://president.arvenia.example/en/news/2021/02/13/korin-call",
    "talks": "https://president.arvenia.example/en/news/2021/02/18/korin",
    "press": "https://president.arvenia.example/en/news/2021/02/18/press-statements",
    "korin": "https://government.velmark.example/en/newsroom/prime-minister-korin-meets-president-vesk",
    "documents": "https://government.velmark.example/en/newsroom/documents-signed-in-tarsk",
    "lecture": "https://government.velmark.example/en/newsroom/prime-minister-speaks-at-maritime-academy",
    "interview": "https://government.velmark.example/en/newsroom/interview-with-the-sund-herald",
}
"""The bundled releases that the analysis cites, by what it calls them."""


def demo_analysis_add(actor: User) -> Analysis:
    """
    Begin the bundled analysis as a draft of somebody's.

    Raises:
        CommuniqueError: the bundled releases are not in the corpus.
    """
    return analysis_add(actor, Draft(title=TITLE, summary=SUMMARY, text=demo_text()))


def demo_text() -> str:
    """Give the bundled analysis with the keys of the releases that are kept."""
    keys = _keys()
    text = files("communique.web.publishing").joinpath("demo.md").read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)\}", lambda found: keys[found[1]][:WRITTEN_KEY], text)


def _keys() -> dict[str, str]:
    rows = ReleaseRow.objects.using(ALIAS).filter(address__in=RELEASES.values(), superseded=False)
    found = dict(rows.values_list("address", "key"))
    missing = [address for address in RELEASES.values() if address not in found]
    if missing:
        raise CommuniqueError(
            wanted=_("the bundled releases of fictional states in the corpus"),
            got=_("%(number)s of them missing") % {"number": len(missing)},
            remedy=_("load the bundled dossier first"),
        )
    return {name: found[address] for name, address in RELEASES.items()}
