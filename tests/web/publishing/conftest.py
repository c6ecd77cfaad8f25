"""What tests of this room share: a draft, a short publication, and the bundled analysis published."""

from __future__ import annotations

import pytest

from communique.db.corpus import DjangoCorpus
from communique.web.accounts.models import User
from communique.web.publishing.demo import demo_analysis_add
from communique.web.publishing.models import Analysis, Publication, State
from communique.web.publishing.services import analysis_add
from web.publishing.making import a_draft, brought_to, key_of


@pytest.fixture
def key(kept: DjangoCorpus) -> str:
    """Give the key of the host's record of the talks."""
    return key_of(kept)


@pytest.fixture
def draft(kept: DjangoCorpus, analyst: User, key: str) -> Analysis:
    """Give a draft of the analyst's."""
    return analysis_add(analyst, a_draft(key))


@pytest.fixture
def publication(draft: Analysis, editor: User) -> Publication:
    """Give a short publication, reviewed by the editor."""
    brought_to(draft, State.PUBLISHED, editor)
    return Publication.objects.get(analysis=draft)


@pytest.fixture
def essay(kept: DjangoCorpus, analyst: User, editor: User) -> Publication:
    """Give the bundled analysis, published."""
    analysis = demo_analysis_add(analyst)
    brought_to(analysis, State.PUBLISHED, editor)
    return Publication.objects.get(analysis=analysis)
