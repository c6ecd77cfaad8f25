"""What stands beside the text while it is written: the linter's remarks, and what keeps it from being published."""

from __future__ import annotations

from dataclasses import dataclass

from communique.reasoning.linting import lint_text
from communique.reasoning.prose import TextForm
from communique.reasoning.remarks import Remark
from communique.web.publishing.evidence.checking import Fault, find_faults
from communique.web.publishing.evidence.exhibits import exhibit_of
from communique.web.publishing.evidence.frozen import Exhibit
from communique.web.publishing.evidence.resolving import resolve_links
from communique.web.publishing.markup.reading import Text, read_text
from communique.web.publishing.services.writing import Draft
from communique.web.workbench.desk.selectors import offices_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """The linter's remarks with their lines, and the faults that publishing would refuse; ``links`` counts evidence."""

    lint: tuple[Remark, ...]
    faults: tuple[Fault, ...]
    links: int


def remarks_on(draft: Draft) -> Remarks:
    """Look through a text as the linter and publishing would."""
    text = read_text(draft.text, draft.language)
    return Remarks(
        lint=lint_text(draft.text, language=draft.language, form=TextForm.MARKDOWN),
        faults=find_faults(text, resolve_links(text.links), summary=draft.summary) if draft.text.strip() else (),
        links=len(text.links),
    )


def preview_of(draft: Draft) -> tuple[Text, tuple[Exhibit, ...]]:
    """Give a draft as its page would show it, without what the readings find."""
    text = read_text(draft.text, draft.language)
    resolved, offices = resolve_links(text.links).resolved, offices_named()
    return text, tuple(exhibit_of(item, office=offices.get(item.release.issuer)) for item in resolved)
