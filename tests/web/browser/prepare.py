"""Makes a workspace ready for the browser tests: tables, somebody of each role, the bundled example."""

from __future__ import annotations

import json
import os

os.environ["DJANGO_SETTINGS_MODULE"] = "communique.web.settings"
import django

django.setup()

from django.core.management import call_command  # noqa: E402

from communique.web.accounts.models import Role, User  # noqa: E402

PASSWORD = "a long fictional pass phrase"


def main() -> None:
    """Prepare, and print what tests need to know as one line of JSON."""
    call_command("migrate", verbosity=0)
    for role in Role:
        User.objects.create_user(f"{role.value}@desk.example", PASSWORD, name=f"The {role.value}", role=role.value)
    print(json.dumps({}))  # noqa: T201 - the tests read it


if __name__ == "__main__":
    main()
