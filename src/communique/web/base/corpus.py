"""The store of the workspace as a corpus, with its engine and its dossiers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.db.models import Count, Max

from communique.db.corpus import DjangoCorpus
from communique.db.dossiers import DossierStore
from communique.db.models import AccountRow, CorrectionRow
from communique.wiring.settings import Settings, load_settings

ALIAS = "default"
TABLES = "tables"


def the_corpus() -> DjangoCorpus:
    """Give the corpus that the workspace keeps; its connection is Django's, and nobody need close it."""
    return DjangoCorpus(ALIAS, where(), release_connection=lambda: None)


def the_dossiers() -> DossierStore:
    """Give the dossiers that the workspace keeps."""
    return DossierStore(ALIAS)


def the_settings() -> Settings:
    """Give what was decided of reading: the store, and the tables, those of the workspace's own folder last."""
    decided = load_settings(corpus=settings.CONFIG.store)
    own = tables_folder()
    return replace(decided, tables=(*decided.tables, own)) if own.is_dir() else decided


def tables_folder() -> Path:
    """Give the folder of the workspace's own tables, there or not."""
    return Path(settings.CONFIG.media) / TABLES


def where() -> str:
    """Say where the store is, without its folder or password."""
    store = settings.CONFIG.store
    return "the shared database" if "://" in store else Path(store).name


def stamp() -> str:
    """Give words that change whenever accounts are added, made anew or corrected: what came of them is then old."""
    held = AccountRow.objects.using(ALIAS).aggregate(number=Count("pk"), last=Max("pk"), version=Max("version"))
    corrected = CorrectionRow.objects.using(ALIAS).aggregate(last=Max("pk"), withdrawn=Count("withdrawn"))
    return f"{held['number']}.{held['last']}.{held['version']}.{corrected['last']}.{corrected['withdrawn']}"
