"""The bundled example: fictional releases, the tables of their states, a dossier and an essay about it."""

from __future__ import annotations

import shutil
import tempfile
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from communique.corpus.port import Deposit
from communique.dossiers.codec import parse_dossier
from communique.model import Release
from communique.reference.loading import fictional_folder
from communique.sources import SetAside
from communique.web.accounts.journal import note_write
from communique.web.base.corpus import tables_folder, the_corpus, the_dossiers, the_settings
from communique.web.jobs.kinds import Tell, job_kind
from communique.web.jobs.models import Job
from communique.web.workbench.desk.standings import standings_settle
from communique.web.workbench.dossiers.auditing import JOB as AUDIT
from communique.web.workbench.dossiers.auditing import audit_ask
from communique.web.workbench.dossiers.selectors import dossier_find
from communique.web.workbench.intake.services import EXAMPLE
from communique.wiring.building import build_engine
from communique.wiring.bundled import ESSAY
from communique.wiring.deposits import make_deposits

DOSSIER = "tarsk-2021"
"""The name of the bundled dossier among the workspace's own."""

_FOLDERS = ("demo", "demo_dossier")
_SOURCE = 'source = "'


@job_kind(EXAMPLE)
def load_example(job: Job, tell: Tell) -> dict[str, Any]:
    """Add what comes with the package; what is there already stays as it is."""
    tell(_("Tables of fictional states"), 0, 3)
    _place_tables()
    tell(_("Fictional releases"), 1, 3)
    keys = _add_releases()
    tell(_("A dossier on a visit, and an essay about it"), 2, 3)
    _add_dossier(keys)
    _audit_essay(job)
    note_write(job.actor, "loaded", "example", DOSSIER, {"keys": sorted(keys.values())})
    said = _("The example is loaded: %(count)s releases and a dossier.") % {"count": len(keys)}
    return {
        "address": reverse("workbench:desk"),
        "lines": [said],
        "said": said,
        "keys": sorted(keys.values()),
    }


def essay_text() -> str:
    """Give the essay about the episode of the bundled dossier."""
    return (files("communique.reports") / "demo_dossier" / ESSAY).read_text(encoding="utf-8")


def _audit_essay(job: Job) -> None:
    """Have the essay audited against the dossier, by work of its own; once, whoever asks."""
    standing = dossier_find(DOSSIER)
    asked = Job.objects.filter(kind=AUDIT, arguments__name=DOSSIER).exists()
    if standing is not None and job.actor is not None and not asked:
        audit_ask(standing, "", essay_text(), actor=job.actor)


def _place_tables() -> None:
    """Put the tables of the fictional states where the workspace looks for its own, whole or not at all."""
    folder = tables_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with as_file(fictional_folder()) as shipped, tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        made = Path(scratch) / folder.name
        shutil.copytree(shipped, made, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
        if folder.is_dir():
            for path in made.iterdir():
                if not (folder / path.name).exists():
                    path.replace(folder / path.name)
        else:
            made.rename(folder)


def _add_releases() -> dict[str, str]:
    """Add the fictional releases; give the key of each by its file's name."""
    settings, named = the_settings(), {}
    for folder in _FOLDERS:
        with as_file(files("communique.reports") / folder) as bundled:
            for path in sorted(path for path in bundled.glob("*.md") if path.name != ESSAY):
                for release in build_engine(settings).releases([str(path)]):
                    if isinstance(release, Release):
                        named[path.name] = release
    made = make_deposits(settings, tuple(named.values()))
    corpus = the_corpus()
    corpus.add(
        tuple(item for item in made if isinstance(item, Deposit)),
        tuple(item for item in made if isinstance(item, SetAside)),
    )
    corpus.settle()
    standings_settle()
    return {name: release.key for name, release in named.items()}


def _add_dossier(keys: dict[str, str]) -> None:
    """Keep the bundled dossier in the store, its releases named as the corpus knows them."""
    store = the_dossiers()
    if store.get(DOSSIER) is not None:
        return
    text = (files("communique.reports") / "demo_dossier" / "dossier.toml").read_text(encoding="utf-8")
    for name, key in keys.items():
        text = text.replace(f'{_SOURCE}{name}"', f'{_SOURCE}corpus:{key}"')
    store.put_text(DOSSIER, text, parse_dossier(text, where=f"store:{DOSSIER}"), revision=None)
