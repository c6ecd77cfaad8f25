"""Whether the accounts of corrected releases are those that their corrections make of what was extracted."""

from __future__ import annotations

from collections.abc import Iterator

from communique.corpus.codec import decode_account
from communique.corpus.corrections import apply_corrections
from communique.db.corrections import CorrectionStore
from communique.db.models import CorrectionRow, ExtractedRow, ReleaseRow
from communique.db.rows import release_of
from communique.errors import CommuniqueError


def find_bad_corrections(alias: str) -> Iterator[str]:
    """Yield what does not fit: corrections without the extracted account, or an account that they do not make."""
    store = CorrectionStore(alias)
    corrected = set(store.corrected())
    kept = set(ExtractedRow.objects.using(alias).values_list("release__key", flat=True))
    for key in sorted(corrected ^ kept):
        yield f"{key}: " + ("its account as extracted is missing" if key in corrected else "nothing corrects it")
    for key in sorted(corrected & kept):
        yield from _bad_account(store, key)
    for row in CorrectionRow.objects.using(alias).filter(before=[], after=[]).select_related("release"):
        yield f"{row.release.key}: a correction changes nothing"


def _bad_account(store: CorrectionStore, key: str) -> Iterator[str]:
    row = ReleaseRow.objects.using(store.alias).select_related("account__telling").get(key=key)
    try:
        extracted = store.extracted(key)
        kept = decode_account(bytes(row.account.telling.content), release_of(row))
        corrections = store.standing((key,))[key]
        if extracted is None or apply_corrections(extracted, corrections).account != kept:
            yield f"{row.name}: the account is not what its corrections make of the one extracted"
    except CommuniqueError as error:
        yield f"{row.name}: {error}"
