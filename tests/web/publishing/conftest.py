"""What tests of this room share: a draft, a short publication, and the bundled analysis published."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from communique.db.corpus import DjangoCorpus
from communique.dossiers.codec import parse_dossier
from communique.web.accounts.models import User
from communique.web.base.corpus import the_dossiers
from communique.web.publishing.demo import demo_analysis_add
from communique.web.publishing.models import Analysis, Publication, State
from communique.web.publishing.services import analysis_add
from web.publishing.making import NAME, a_draft, brought_to, key_of


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


@pytest.fixture
def dossier(kept: DjangoCorpus) -> str:
    """Keep the bundled dossier, its releases named in the corpus."""
    folder = files("communique.reports") / "demo_dossier"
    keys = {release.address: release.key for release in kept.releases()}

    def source(found: re.Match[str]) -> str:
        address = re.search(r"^address: (\S+)", (folder / found[1]).read_text(encoding="utf-8"), re.MULTILINE)
        assert address is not None
        return f'source = "corpus:{keys[address[1]]}"'

    text = re.sub(r'source = "([^"]+\.md)"', source, (folder / "dossier.toml").read_text(encoding="utf-8"))
    the_dossiers().put_text(NAME, text, parse_dossier(text, where=NAME), revision=None)
    return NAME
