"""Makes a workspace ready for the browser tests: tables, somebody of each role, the bundled example."""

from __future__ import annotations

import json
import os

os.environ["DJANGO_SETTINGS_MODULE"] = "communique.web.settings"
import django

django.setup()

from communique.db.models import DossierRow, ReleaseRow  # noqa: E402
from communique.web.accounts.models import Role, User  # noqa: E402
from communique.web.jobs.services import run_job  # noqa: E402
from communique.web.serving.tables import bring_up_to_date  # noqa: E402
from communique.web.workbench.intake.services import example_add  # noqa: E402

PASSWORD = "a long fictional pass phrase"
TITLES = {"talks": "Talks with Prime Minister of Velmark", "account": "Prime Minister Korin meets President Vesk"}
"""Releases of the example, by what the tests call them."""


def main() -> None:
    """Prepare, and print what tests need to know as one line of JSON."""
    bring_up_to_date()
    for role in Role:
        User.objects.create_user(f"{role.value}@desk.example", PASSWORD, name=f"The {role.value}", role=role.value)
    job = example_add(User.objects.get(role=Role.ANALYST))
    run_job.func(str(job.key))  # here and now: the workspace is not served yet
    job.refresh_from_db()
    if job.fault:
        raise SystemExit(job.fault)
    keys = {name: ReleaseRow.objects.get(title__startswith=title).key for name, title in TITLES.items()}
    print(json.dumps(keys | {"dossier": DossierRow.objects.get().name}))  # noqa: T201 - the tests read it


if __name__ == "__main__":
    main()
