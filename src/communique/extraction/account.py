"""One account from one marked-up release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.extraction.event import extract_date, extract_format, extract_place
from communique.extraction.figures import extract_figures
from communique.extraction.home import EmptyRegister, Register
from communique.extraction.initiative import extract_initiatives
from communique.extraction.instruments import extract_instruments
from communique.extraction.kinds import extract_kind
from communique.extraction.participants import extend_principals, extract_others, extract_principals
from communique.extraction.people import extract_cast, extract_mentions
from communique.extraction.quotations import extract_quotations
from communique.extraction.reception import extract_reception
from communique.extraction.relations import extract_relations
from communique.extraction.scene import Scene
from communique.languages.port import Language, Markup
from communique.model import Account, Event, Kind, Release

_NOBODY = EmptyRegister()


def extract_accounts(
    releases: Iterable[Release], *, language: Language, register: Register = _NOBODY
) -> Iterator[Account]:
    """Extract the accounts of releases of one language, in order; releases are drawn a batch at a time."""
    for markup in language.mark_up(releases):
        yield replace(extract_account(markup, register=register), models=language.models, unread=language.unread)


def extract_account(markup: Markup, *, register: Register = _NOBODY) -> Account:
    """Put one account together from what its language marked up."""
    scene = _scene(markup, register)
    initiatives = extract_initiatives(scene)
    return Account(
        release=markup.release,
        event=_event(scene),
        initiatives=initiatives,
        relations=extract_relations(scene, initiatives),
        reception=extract_reception(markup, scene.cast),
        quotations=scene.quotations,
        mentions=extract_mentions(markup.designations, scene.cast),
        instruments=extract_instruments(markup, scene.cast),
        counts=markup.counts,
        figures=extract_figures(markup.figures, scene.quotations),
        topics=markup.topics,
        conflicts=markup.conflicts,
        tone=markup.tone,
        formulas=markup.formulas,
        sentences=markup.sentences,
        joint=markup.joint,
        impersonal=markup.impersonal,
        vague=markup.vague,
    )


def _scene(markup: Markup, register: Register) -> Scene:
    home = register.home(markup.release)
    cast = extract_cast(markup.release, markup.designations, home, register, markup.sentences)
    principals = extract_principals(markup, cast, home)
    kind = extract_kind(markup, principals, home, cast)
    if kind is Kind.MULTILATERAL:
        principals = extend_principals(markup, cast, principals, home)
    quotations = extract_quotations(markup, cast, principals, message=kind is Kind.MESSAGE)
    return Scene(markup=markup, cast=cast, quotations=quotations, principals=principals, home=home, kind=kind)


def _event(scene: Scene) -> Event:
    return Event(
        kind=scene.kind,
        date=extract_date(scene.markup),
        place=extract_place(scene.markup),
        principals=scene.principals,
        others=extract_others(scene.markup, scene.cast, scene.principals),
        visit_class=scene.markup.visit_class,
        format=extract_format(scene.markup),
    )
