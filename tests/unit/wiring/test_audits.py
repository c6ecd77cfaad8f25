"""Essays audited against the dossier that comes with the package."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.errors import CommuniqueError, SourceError
from communique.model import ClaimStatus
from communique.reference.loading import fictional_folder
from communique.reports.audits.report import AuditReport
from communique.sources import SetAside
from communique.wiring import Settings
from communique.wiring.audits import audit, audit_sources, export_audits
from communique.wiring.bundled import ESSAY, unpack_dossier

CLAIM = "On 18 February 2021 Adela Korin met with Ilmar Vesk at the Linden Palace."


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Unpack the bundled dossier."""
    return unpack_dossier(tmp_path / "dossier")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give settings with the fictional tables and a store of this test's own."""
    return Settings(tables=(Path(str(fictional_folder())),), corpus=str(tmp_path / "desk.sqlite3"))


def audited(essay: Path, dossier: Path, settings: Settings) -> Iterator[AuditReport | SetAside]:
    """Audit the essays of one file."""
    return audit_sources((str(essay),), dossier, settings, ask_corpus=False)


def test_the_bundled_essay_is_audited(dossier: Path) -> None:
    """One call of the library reads the essay and rules on its claims."""
    report = audit(dossier / ESSAY, dossier=dossier, tables=[str(fictional_folder())])
    statuses = {ruling.status for ruling in report.audit.rulings}
    assert {ClaimStatus.CONFIRMED, ClaimStatus.CONTRADICTED, ClaimStatus.UNTESTABLE} <= statuses


def test_a_dossier_without_releases_is_refused(tmp_path: Path, settings: Settings) -> None:
    """Without anything to check against, the error names the dossier, what is wrong, and what to do."""
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "dossier.toml").write_text(
        '[dossier]\ntitle = "Nothing"\nfirst = 2021-02-13\nlast = 2021-02-20\n\n[[release]]\nsource = "gone.md"\n',
        encoding="utf-8",
    )
    essay = tmp_path / "essay.md"
    essay.write_text(CLAIM, encoding="utf-8")
    with pytest.raises(SourceError, match=r"none that could be read.*gone\.md") as told:
        list(audited(essay, folder, settings))
    assert "communique dossier check" in str(told.value)


def test_no_such_dossier_is_refused(tmp_path: Path, settings: Settings) -> None:
    """A folder that is not there is an error of its own."""
    with pytest.raises(CommuniqueError):
        list(audited(tmp_path / "essay.md", tmp_path / "nowhere", settings))


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_of_lines_holds_an_essay_a_line(
    tmp_path: Path,
    dossier: Path,
    settings: Settings,
    packed: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """Each line is audited under its id; a line that is none is set aside with its number, and stops no other."""
    lines = (json.dumps({"id": "one", "text": CLAIM}), "no json", json.dumps({"id": "two", "text": CLAIM}))
    content = "\n".join(lines).encode()
    essay = tmp_path / ("essays.jsonl.gz" if packed else "essays.jsonl")
    essay.write_bytes(gzip.compress(content) if packed else content)
    first, second, third = audited(essay, dossier, settings)
    assert isinstance(first, AuditReport)
    assert isinstance(second, SetAside)
    assert isinstance(third, AuditReport)
    assert [first.audit.essay.identifier, third.audit.essay.identifier] == ["one", "two"]
    assert second.source.endswith("line 2")


def test_a_quoted_paragraph_of_markdown_is_a_claim_on_a_source(
    tmp_path: Path, dossier: Path, settings: Settings
) -> None:
    """What stands in a block quotation is looked up word by word."""
    essay = tmp_path / "essay.md"
    essay.write_text(
        "The guest said:\n\n> We want the lines under the sea to be as safe as the roads on land.\n\nSo much for that.",
        "utf-8",
    )
    (report,) = audited(essay, dossier, settings)
    assert isinstance(report, AuditReport)
    (ruling,) = report.audit.rulings
    assert ruling.status is ClaimStatus.CONFIRMED
    assert "We want the lines under the sea" in ruling.witnesses[0].words


def test_an_essay_without_a_date_is_read_as_of_the_last_day(tmp_path: Path, dossier: Path, settings: Settings) -> None:
    """A day without a year is that of the dossier, and the essay is not given a date that it does not bear."""
    essay = tmp_path / "essay.md"
    essay.write_text("On 18 February Adela Korin met with Ilmar Vesk at the Linden Palace.", "utf-8")
    (report,) = audited(essay, dossier, settings)
    assert isinstance(report, AuditReport)
    assert report.audit.essay.issued is None
    assert report.audit.rulings[0].status is ClaimStatus.CONFIRMED


def test_an_essay_that_cannot_be_read_is_set_aside(tmp_path: Path, dossier: Path, settings: Settings) -> None:
    """A missing file stops no other essay."""
    found = list(audit_sources((str(tmp_path / "gone.md"), str(dossier / ESSAY)), dossier, settings, ask_corpus=False))
    assert isinstance(found[0], SetAside)
    assert isinstance(found[1], AuditReport)


def test_each_claim_is_exported_as_a_line(dossier: Path, settings: Settings) -> None:
    """The export has one record a claim, with the claim's exact words."""
    lines = [line for line in export_audits((str(dossier / ESSAY),), dossier, settings) if isinstance(line, str)]
    text = (dossier / ESSAY).read_text("utf-8")
    records = [json.loads(line) for line in lines]
    assert len(records) > 12
    assert all(record["quote"].split("\n")[0] in text for record in records)
