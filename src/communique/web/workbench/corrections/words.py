"""The words in which the pages of corrections speak of items and their values, in the language of the reader."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from communique.corpus.correctable import OTHER, PRINCIPAL
from communique.model import Basis, Binding, InstrumentClass, Level, Pattern, RelationKind, Status, VisitClass
from communique.model.corrections import Outcome, Parts, What, parts_of
from communique.web.workbench.words import KINDS

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

WHATS: dict[What, _StrPromise] = {
    What.PARTICIPANT: later("Who took part"),
    What.KIND: later("Kind of event"),
    What.DATE: later("Day of the event"),
    What.VISIT_CLASS: later("Class of the visit"),
    What.RECEPTION: later("Who received whom"),
    What.INITIATIVE: later("Whose initiative"),
    What.RELATION: later("Acts between the sides"),
    What.INSTRUMENT: later("Documents"),
}

ROLES: dict[str, _StrPromise] = {PRINCIPAL: later("principal"), OTHER: later("also present")}

PATTERNS: dict[str, _StrPromise] = {
    Pattern.MET_WITH: later("met with"),
    Pattern.RECEIVED: later("received"),
    Pattern.WAS_RECEIVED: later("was received by"),
    Pattern.WELCOMED: later("welcomed"),
    Pattern.HOSTED: later("hosted"),
    Pattern.SPOKE_WITH: later("spoke with"),
    Pattern.HELD_TALKS: later("held talks"),
    Pattern.HAD_CONVERSATION: later("had a conversation"),
    Pattern.JOINT: later("both together"),
    Pattern.OTHER: later("not told in the first sentence"),
}

BASES: dict[str, _StrPromise] = {
    Basis.INITIATED: later("at the initiative of"),
    Basis.INVITED: later("at the invitation of"),
    Basis.REQUESTED: later("at the request of"),
}

VISIT_CLASSES: dict[str, _StrPromise] = {
    VisitClass.STATE: later("state visit"),
    VisitClass.OFFICIAL: later("official visit"),
    VisitClass.WORKING: later("working visit"),
    VisitClass.PRIVATE: later("private visit"),
}

RELATIONS: dict[str, _StrPromise] = {
    RelationKind.CONTACT: later("contact"),
    RelationKind.RECEPTION: later("reception"),
    RelationKind.VISIT: later("visit"),
    RelationKind.INITIATIVE: later("initiative"),
    RelationKind.INVITATION: later("invitation"),
    RelationKind.THANKS: later("thanks"),
    RelationKind.CONGRATULATION: later("congratulation"),
    RelationKind.CONDOLENCE: later("condolence"),
    RelationKind.PRAISE: later("praise"),
    RelationKind.APOLOGY: later("apology"),
    RelationKind.REQUEST: later("request"),
    RelationKind.ASSURANCE: later("assurance"),
    RelationKind.GREETING: later("greeting"),
}

STATUSES: dict[str, _StrPromise] = {
    Status.ACTUAL: later("took place"),
    Status.PLANNED: later("planned"),
    Status.PAST: later("recalled"),
    Status.HYPOTHETICAL: later("only possible"),
}

CLASSES: dict[str, _StrPromise] = {
    InstrumentClass.TREATY: later("treaty"),
    InstrumentClass.AGREEMENT: later("agreement"),
    InstrumentClass.CONTRACT: later("contract"),
    InstrumentClass.PROTOCOL: later("protocol"),
    InstrumentClass.MEMORANDUM: later("memorandum"),
    InstrumentClass.DECLARATION: later("declaration"),
    InstrumentClass.STATEMENT: later("statement"),
    InstrumentClass.PROGRAMME: later("programme"),
    InstrumentClass.LETTER_OF_INTENT: later("letter of intent"),
    InstrumentClass.OTHER: later("other document"),
}

LEVELS: dict[str, _StrPromise] = {
    Level.STATE: later("between states"),
    Level.GOVERNMENT: later("between governments"),
    Level.MINISTRY: later("between ministries"),
    Level.AGENCY: later("between agencies"),
    Level.REGION: later("between regions"),
    Level.COMPANY: later("between companies"),
    Level.ORGANISATION: later("of an organisation"),
    Level.MIXED: later("of different levels"),
    Level.UNCLEAR: later("level not told"),
}

BINDINGS: dict[str, _StrPromise] = {
    Binding.YES: later("binding"),
    Binding.NO: later("not binding"),
    Binding.UNCLEAR: later("binding or not: not told"),
}

OUTCOMES: dict[Outcome, _StrPromise] = {
    Outcome.APPLIED: later("stands"),
    Outcome.NOT_NEEDED: later("no longer needed: extraction gives it by itself"),
    Outcome.UNFIT: later("does not fit any more: extraction gives something else"),
}

_TABLES: dict[tuple[What, str], dict[str, _StrPromise]] = {
    (What.PARTICIPANT, "role"): ROLES,
    (What.KIND, "kind"): KINDS,
    (What.VISIT_CLASS, "class"): VISIT_CLASSES,
    (What.RECEPTION, "pattern"): PATTERNS,
    (What.INITIATIVE, "basis"): BASES,
    (What.RELATION, "relation"): RELATIONS,
    (What.RELATION, "status"): STATUSES,
    (What.INSTRUMENT, "class"): CLASSES,
    (What.INSTRUMENT, "level"): LEVELS,
    (What.INSTRUMENT, "binding"): BINDINGS,
}


def part_words(what: What, name: str, value: str) -> str:
    """Give one part of a value in words; a name or a code stands as it is."""
    return str(_TABLES.get((what, name), {}).get(value, value))


def value_words(what: What, parts: Parts) -> str:
    """Give a value in one line, and say of none that it is not there."""
    if not parts:
        return _("not there")
    values = parts_of(parts)
    if what is What.RELATION:
        arrow = "↔" if values.get("mutual") == "yes" else "→"
        ends = f"{values.get('from') or '…'} {arrow} {values.get('to') or '…'}"
        kind = part_words(what, "relation", values.get("relation", ""))
        return f"{kind}: {ends} ({part_words(what, 'status', values.get('status', ''))})"
    if what is What.RECEPTION:
        pattern = part_words(what, "pattern", values.get("pattern", ""))
        persons = ((_("subject"), values.get("subject")), (_("host"), values.get("host")))
        return "; ".join((pattern, *(f"{label}: {name}" for label, name in persons if name)))
    if what is What.PARTICIPANT:
        named = ", ".join(filter(None, (values.get("name"), values.get("office"))))
        side = f" ({values['side']})" if values.get("side") else ""
        return f"{named}{side} · {part_words(what, 'role', values.get('role', ''))}"
    if what is What.INITIATIVE:
        party = " · ".join(filter(None, (values.get("person"), values.get("side")))) or _("a side not named")
        return f"{part_words(what, 'basis', values.get('basis', ''))} {party}"
    if what is What.DATE:
        return date_format(date.fromisoformat(values["day"]), "DATE_FORMAT")
    return ", ".join(part_words(what, name, value) for name, value in parts if value)
