"""Several bring one dossier back at once, in a process of its own: ``python -m web.workbench.back_at_once STORE``."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

PRESSES = 6


def main(store: str) -> None:
    """Remove a dossier, let all bring it back together, begin another; say what each was told and what stands."""
    from communique.web.serving.setup import set_up  # noqa: PLC0415 - what is imported next needs it

    set_up(store=store)
    from django.db import connection  # noqa: PLC0415 - likewise

    from communique.errors import CommuniqueError  # noqa: PLC0415 - likewise
    from communique.web.serving.tables import bring_up_to_date  # noqa: PLC0415 - likewise
    from communique.web.workbench.dossiers.selectors import dossier_list  # noqa: PLC0415 - likewise
    from communique.web.workbench.dossiers.services import (  # noqa: PLC0415 - likewise
        dossier_begin,
        dossier_bring_back,
        dossier_remove,
    )
    from web.conftest import a_user  # noqa: PLC0415 - likewise
    from web.workbench.test_dossiers_together import ferry  # noqa: PLC0415 - likewise

    bring_up_to_date()
    analyst = a_user("analyst")
    gone = dossier_begin("ferry", ferry(), actor=analyst)
    dossier_remove(gone, actor=analyst)
    start = Barrier(PRESSES)

    def press(_number: int) -> str:
        start.wait()
        try:
            return dossier_bring_back(gone.row, actor=analyst).name
        except CommuniqueError as error:
            return error.remedy
        finally:
            connection.close()

    with ThreadPoolExecutor(PRESSES) as pool:
        came = sorted(pool.map(press, range(PRESSES)))
    rows = [gone.row, dossier_begin("quay", ferry(), actor=analyst).row]
    stands = sorted((one.name, one.revision) for one in dossier_list())
    sys.stdout.write(json.dumps({"came": came, "stands": stands, "rows": rows}))


if __name__ == "__main__":
    main(sys.argv[1])
