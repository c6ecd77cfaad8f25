"""How tests of this room make analyses, and bring them to a state."""

from __future__ import annotations

from dataclasses import replace

from communique.db.corpus import DjangoCorpus
from communique.web.accounts.models import User
from communique.web.publishing.models import Analysis, Publication, PublishedVersion, State
from communique.web.publishing.services import (
    Draft,
    analysis_correct,
    analysis_publish,
    analysis_review,
    analysis_revise,
    analysis_submit,
)
from communique.web.publishing.services.writing import draft_of, newest_revision

WORDS = "Nine documents were signed following the talks."
NAME = "tarsk"
"""What tests call the bundled dossier."""
ADDRESS = "https://president.arvenia.example/en/news/2021/02/18/korin"


def key_of(corpus: DjangoCorpus, address: str = ADDRESS) -> str:
    """Give the key of a bundled release."""
    return next(release.key for release in corpus.releases() if release.address == address)


def a_draft(key: str, text: str = "", **parts: str) -> Draft:
    """Give a short analysis with one link."""
    text = text or f'[Nine papers were signed there](evidence:{key[:12]} "{WORDS}").'
    return replace(Draft(title="Nine Papers", summary="How many papers there were.", text=text), **parts)


def brought_to(analysis: Analysis, state: State, editor: User) -> Analysis:
    """Bring a draft to a state."""
    steps = list(State).index(state)
    if steps >= 1:
        analysis_submit(analysis)
    if steps >= 2:
        analysis_review(analysis, editor, passed=True, remarks="Reads well.")
    if steps >= 3:
        analysis_publish(analysis)
    analysis.refresh_from_db()
    return analysis


def corrected(publication: Publication, actor: User, editor: User, old: str, new: str) -> PublishedVersion:
    """Publish a second version in which some words are others."""
    analysis = publication.analysis
    analysis_correct(analysis, why="A reader pointed it out.")
    analysis.refresh_from_db()
    revision = newest_revision(analysis)
    said = draft_of(revision)
    analysis_revise(analysis, actor, replace(said, text=said.text.replace(old, new)), base=revision.number)
    analysis_submit(analysis)
    analysis_review(analysis, editor, passed=True)
    return analysis_publish(analysis, what="One word is another.", why="A reader pointed it out.")
