"""Twenty writers at once on a store in a file, in a process of its own: ``python -m web.discussion.at_once STORE``."""

from __future__ import annotations

import json
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

WRITERS = 20
TIMES = 3


def main(store: str) -> None:
    """Let every writer send a form of their own, and all of them one form together; say what was answered and kept."""
    from communique.web.serving.setup import set_up  # noqa: PLC0415 - what is imported next needs it

    set_up(store=store)
    from django.db import connection  # noqa: PLC0415 - likewise
    from django.test import Client  # noqa: PLC0415 - likewise

    from communique.web.discussion.models import Comment  # noqa: PLC0415 - likewise
    from communique.web.serving.tables import bring_up_to_date  # noqa: PLC0415 - likewise
    from web.discussion.conftest import a_form, make_publication  # noqa: PLC0415 - likewise

    bring_up_to_date()
    publication = make_publication()
    place = f"/publications/{publication.slug}/comments/new/"
    shared = a_form(publication, words="All together.", email="all@mail.example")
    start = Barrier(WRITERS)

    def write(writer: int) -> list[int]:
        client = Client(SERVER_NAME="localhost")
        forms = [
            a_form(publication, words=f"Writer {writer}, {n}.", email=f"w{writer}@mail.example") for n in range(TIMES)
        ]
        start.wait()
        statuses = [client.post(place, form).status_code for form in [shared, *forms, *forms]]
        connection.close()
        return statuses

    with ThreadPoolExecutor(WRITERS) as pool:
        statuses = Counter(status for told in pool.map(write, range(WRITERS)) for status in told)
    sys.stdout.write(
        json.dumps({"statuses": statuses, "kept": sorted(Comment.objects.values_list("words", flat=True))})
    )


if __name__ == "__main__":
    main(sys.argv[1])
