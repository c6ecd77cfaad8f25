"""The bundled example in a store: releases of fictional states, their dossier, a published analysis."""

from __future__ import annotations

from collections.abc import Callable

from communique.web.accounts.models import Role, User
from communique.web.jobs.services import job_add, job_run
from communique.web.publishing.demo import TITLE, demo_analysis_add
from communique.web.publishing.models import Publication
from communique.web.publishing.services.publishing import analysis_publish
from communique.web.publishing.services.reviewing import analysis_review, analysis_submit
from communique.web.workbench.intake.services import EXAMPLE

AUTHOR, REVIEWER = ("Ansa Merrow", "ansa.merrow@desk.example"), ("Ottar Lind", "ottar.lind@desk.example")
"""Who wrote and who reviewed the bundled analysis; nobody logs in as them, for they have no password."""


def load_example(say: Callable[[str], None]) -> None:
    """Put the bundled example into the store of the workspace; where it is there already, nothing changes."""
    if Publication.objects.filter(analysis__revisions__title=TITLE).exists():
        return
    say("Loading the bundled example: some seconds …")
    author, reviewer = _somebody(*AUTHOR, Role.ANALYST), _somebody(*REVIEWER, Role.EDITOR)
    job_run(job_add(EXAMPLE, "Loading the bundled example", {}, actor=author).key)
    analysis = demo_analysis_add(author)
    analysis_submit(analysis)
    analysis_review(analysis, reviewer, passed=True)
    analysis_publish(analysis)


def _somebody(name: str, email: str, role: Role) -> User:
    return User.objects.filter(email=email).first() or User.objects.create_user(email, name=name, role=role)
