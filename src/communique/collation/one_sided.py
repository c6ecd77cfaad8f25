"""What one side says alone: what kind of difference each such statement is."""

from __future__ import annotations

from communique.collation.statements import Actor, Statement
from communique.collation.weighing import (
    HARD,
    SOFT,
    Weighty,
    has_substance,
    is_ascribed,
    substance,
    takes_position,
    topic_words,
    weigh_one_sided,
)
from communique.languages.acts import Act, act_lexicon, fold_letters
from communique.languages.statement_grammar import statement_grammar
from communique.model import Account, Variant, VariantKind

_FEWEST = 5
"""Content words below which a statement without topic, name or number says nothing that could be missed."""


def name_one_sided(statement: Statement, account: Account, *, is_first: bool) -> Weighty | None:
    """Give the variant of a statement that stands in one account only; None where it says nothing to miss."""
    kind = kind_of(statement, account)
    if kind is None:
        return None
    weight, rule = weigh_one_sided(statement, kind)
    variant = Variant(
        kind=kind,
        weight=weight,
        rule=rule,
        told=_told(statement, kind),
        first=statement.span if is_first else None,
        second=None if is_first else statement.span,
    )
    return Weighty(substance(statement), variant, statement)


def kind_of(statement: Statement, account: Account) -> VariantKind | None:
    """Give the kind of difference that a statement without an answer is, None for none worth a line."""
    if _tells_length(statement):
        return VariantKind.LENGTH_TIME
    if is_atmosphere(statement):
        return VariantKind.PRAISE_TONE
    if statement.opening or not _says_anything(statement):
        return None
    if is_praise(statement) and statement.actor is not Actor.OTHER:
        return VariantKind.PRAISE_TONE
    if is_ascribed(statement, account) and not (statement.topics & SOFT and not statement.topics & HARD):
        return VariantKind.ATTRIBUTION
    if _is_figure(statement, account):
        return VariantKind.FIGURE
    return VariantKind.OMISSION


def _says_anything(statement: Statement) -> bool:
    return has_substance(statement) or takes_position(statement) or len(statement.lemmas) >= _FEWEST


def _tells_length(statement: Statement) -> bool:
    """Tell whether a statement says how long the encounter, not a war or a truce, lasted."""
    found = act_lexicon(statement.language).length.search(fold_letters(statement.words))
    contact = statement_grammar(statement.language).contact
    return found is not None and contact.search(statement.words, 0, found.start()) is not None


def is_atmosphere(statement: Statement) -> bool:
    """Tell whether a statement judges how the talks went ("in a frank atmosphere")."""
    return act_lexicon(statement.language).atmosphere.search(statement.words.casefold()) is not None


def is_praise(statement: Statement) -> bool:
    """Tell whether a statement thanks or praises in words that judge ("for strong and unwavering support")."""
    return statement.act is Act.THANK and bool(
        act_lexicon(statement.language).praise.search(statement.words.casefold())
    )


def _is_figure(statement: Statement, account: Account) -> bool:
    return any(figure.words.value.overlaps(statement.span) and _counts(figure.words.unit) for figure in account.figures)


def _counts(unit: str) -> bool:
    return bool(unit)


def _told(statement: Statement, kind: VariantKind) -> str:
    on = f" on {topic_words(statement.topics)}" if statement.topics else ""
    if kind is VariantKind.ATTRIBUTION:
        whose = "both sides" if statement.actor is Actor.BOTH else "the other side"
        return f"{_ASCRIBED.get(statement.act, 'words')} ascribed to {whose}{on}"
    if kind is VariantKind.FIGURE:
        return f"a figure{on}"
    return _OF_KIND.get(kind) or f"{_SAID.get(statement.act, 'a statement')}{_WHOSE[statement.actor]}{on}"


_OF_KIND = {
    VariantKind.PRAISE_TONE: "praise, or a word on the atmosphere",
    VariantKind.LENGTH_TIME: "how long it lasted",
}
_ASCRIBED: dict[Act | None, str] = {
    Act.COMMIT: "an agreement or undertaking",
    Act.STATE: "a view or position",
    Act.REJECT: "a warning or objection",
    Act.DEMAND: "a demand",
    Act.THANK: "support, or thanks,",
}
_SAID: dict[Act | None, str] = {
    Act.COMMIT: "an agreement or undertaking",
    Act.STATE: "a position or view",
    Act.REJECT: "a warning or objection",
    Act.DEMAND: "a demand or proposal",
    Act.THANK: "thanks or praise",
    Act.INFORM: "information",
    Act.DISCUSS: "a matter discussed",
    Act.CONTACT: "the encounter",
}
_WHOSE = {
    Actor.BOTH: " by both sides",
    Actor.OTHER: " by the other side",
    Actor.OWN: " by its own side",
    Actor.NOBODY: "",
}
