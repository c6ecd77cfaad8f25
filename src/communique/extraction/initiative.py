"""Whose idea the contact was: every statement on it, with the side it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extraction.home import Home
from communique.extraction.people import Cast, side_of
from communique.extraction.scene import Scene
from communique.languages.port import Drive, Form
from communique.model import Initiative, Person, Quotation, Side


def extract_initiatives(scene: Scene) -> tuple[Initiative, ...]:
    """Give the statements in order: the narrator's before those of speakers."""
    return tuple(_initiatives(scene))


def _initiatives(scene: Scene) -> Iterator[Initiative]:
    for drive in scene.markup.drives:
        person = _giver(drive, scene.cast, scene.quotations, scene.principals)
        side = _side(drive, person, scene.cast, scene.home)
        if side is not None or person is not None:
            who = drive.giver.span if drive.giver else None
            yield Initiative(basis=drive.basis, span=drive.span, who=who, side=side, person=person)


def _giver(drive: Drive, cast: Cast, quotations: Sequence[Quotation], principals: Sequence[Person]) -> Person | None:
    if drive.giver is not None:
        return cast.of(drive.giver)
    speaker = next((q.speaker for q in quotations if q.content.covers(drive.span)), None)
    if speaker is None or drive.speaker_is_giver:
        return speaker
    addressed = [p for p in principals if p.label != speaker.label]
    return addressed[0] if len(addressed) == 1 else None


def _side(drive: Drive, person: Person | None, cast: Cast, home: Home) -> Side | None:
    if drive.giver is not None and (side := side_of(drive.giver, cast)) is not None:
        return side
    if person is not None:
        return person.side
    return home.side if drive.giver is not None and drive.giver.form is Form.OFFICE else None
