"""An analysis with a dossier is audited when it is published; what the audit says stands with its sentences."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from communique.web.accounts.models import User
from communique.web.publishing.evidence.auditing import audit_text
from communique.web.publishing.evidence.frozen import read_content
from communique.web.publishing.markup.reading import read_text
from communique.web.publishing.models import Publication, State
from communique.web.publishing.services import analysis_add
from web.publishing.making import NAME, WORDS, a_draft, brought_to
from web.publishing.test_public import page_of, structured


def test_claims_are_audited_with_their_sentences(dossier: str) -> None:
    """A right count is confirmed and a wrong one is not, each at its own sentence."""
    text = read_text("# Papers\n\nIt was cold. Nine documents were signed.\n\nFourteen documents were signed in Tarsk.")
    rulings = audit_text(text, title="Papers", language="en", dossier=dossier)
    statuses = {(ruling.sentence, ruling.kind): ruling.status for ruling in rulings}
    assert statuses[3, "documents"] == "confirmed"
    assert statuses[4, "documents"] in {"contradicted", "partly"}


@pytest.mark.parametrize(("language", "name"), [("ru", NAME), ("en", "no-such-dossier"), ("en", "")])
def test_what_cannot_be_audited_is_not(dossier: str, language: str, name: str) -> None:
    """Another language, no dossier, a dossier that is gone: nothing is said."""
    text = read_text("Nine documents were signed in Tarsk on that day.")
    assert audit_text(text, title="Papers", language=language, dossier=name) == ()


def test_an_audited_claim_is_reviewed_on_its_page(
    client: Client, dossier: str, key: str, analyst: User, editor: User
) -> None:
    """The status stands in the evidence of its sentence and as a ClaimReview in the data for machines."""
    draft = a_draft(key, f'[Nine documents were signed in Tarsk](evidence:{key[:12]} "{WORDS}").')
    brought_to(analysis_add(analyst, draft, dossier=dossier), State.PUBLISHED, editor)
    publication = Publication.objects.get()
    content = read_content(publication.newest_version().content)
    assert content.dossier == dossier
    html = page_of(client, publication)
    reviews = [part for part in structured(html)["hasPart"] if part["@type"] == "ClaimReview"]
    assert [review["reviewRating"]["alternateName"] for review in reviews] == [item.status for item in content.rulings]
    assert "confirmed" in re.findall(r'<details class="s" id="s1">.*?</details>', html, re.DOTALL)[0]
