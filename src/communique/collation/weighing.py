"""How much a difference weighs, by a rule that is printed with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from communique.collation.statements import Actor, Statement
from communique.languages.acts import Act, act_lexicon
from communique.languages.lemmas import find_base_forms
from communique.model import TOPIC_NAMES, Account, Kind, Topic, Variant, VariantKind, Weight

Weighed = tuple[Weight, str]
"""A weight and the rule that decided it, in words."""

HARD = frozenset(
    {
        Topic.SECURITY_DEFENCE,
        Topic.ARMED_CONFLICT,
        Topic.ARMS_CONTROL,
        Topic.SANCTIONS,
        Topic.TERRORISM,
        Topic.ENERGY,
        Topic.NUCLEAR_ENERGY,
        Topic.CYBER_INFORMATION,
        Topic.CONSULAR_PRISONERS,
        Topic.MIGRATION_BORDERS,
        Topic.DOMESTIC_POLITICS,
    }
)
"""Topics on which a difference bears on positions, interests or rights."""

SOFT = frozenset({Topic.FUTURE_CONTACTS, Topic.ANNIVERSARY_MEMORY, Topic.EDUCATION_CULTURE_SPORT})
"""Topics of form and courtesy."""

_FIRM = frozenset({Act.REJECT, Act.DEMAND, Act.COMMIT, Act.STATE})


def weigh_one_sided(statement: Statement, kind: VariantKind) -> Weighed:
    """Weigh what one side says alone."""
    if kind in _ALWAYS_MINOR:
        return Weight.MINOR, _ALWAYS_MINOR[kind]
    if kind is VariantKind.ATTRIBUTION:
        return _weigh_attribution(statement)
    if substance(statement) >= SUBSTANTIAL:
        return Weight.MAJOR, _reason(statement)
    if statement.topics & SOFT and not statement.topics & HARD:
        return Weight.MINOR, "contacts, memory or culture, not positions"
    return Weight.MINOR, "no position, demand or commitment of weight"


@dataclass(frozen=True, slots=True)
class Weighty:
    """A variant, the substance by which it stands among others of its comparison, and the statement it tells of."""

    substance: float
    variant: Variant
    statement: Statement | None = None


def keep_weightiest(found: Iterable[Weighty], most: int) -> tuple[Weighty, ...]:
    """Give the variants, no more than so many of them major: those of the most substance."""
    ranked = sorted(found, key=_rank)
    majors = [one for one in ranked if one.variant.weight is Weight.MAJOR]
    rule = f"{most} differences of this pair weigh more"
    lighter = {id(one) for one in majors[most:]}
    return tuple(
        replace(one, variant=replace(one.variant, weight=Weight.MINOR, rule=rule)) if id(one) in lighter else one
        for one in ranked
    )


def _rank(one: Weighty) -> tuple[float, int, int]:
    """Put the most substance first, then what stands earlier in its text: whose text it is makes no difference."""
    starts = sorted(span.start for span in (one.variant.first, one.variant.second) if span is not None)
    return -one.substance, starts[0], starts[-1]


def substance(statement: Statement) -> float:
    """
    Give how far a statement bears on positions and interests; from ``SUBSTANTIAL`` on it is of substance.

    A sum of weights for what it is about and what is done in it. Their size was fitted on labelled pairs of readouts by
    logistic regression with pairs held out (area under the curve .73), then rounded.
    """
    hard = statement.topics & HARD
    score = 2.0 * takes_position(statement) + 1.0 * bool(hard) + 0.75 * bool(hard & _HARDEST)
    score += 0.75 * bool(statement.names) + 0.5 * statement.money + 0.5 * (statement.actor is Actor.BOTH)
    score += _BY_ACT.get(statement.act, 0.0)
    score -= 1.0 * (statement.actor is Actor.NOBODY) + 1.0 * points_back(statement)
    return score - 1.5 * bool(statement.topics & SOFT and not hard)


def salience(statement: Statement) -> float:
    """
    Give how likely a careful reader is to list a statement that one side makes alone; fitted as ``substance`` was.

    It ranks the passages of one text; it has no unit.
    """
    score = 1.5 * bool(statement.numbers) + 1.25 * takes_position(statement) + 1.0 * bool(statement.sides)
    score += 1.0 * bool(statement.topics & _HARDEST) + 0.25 * min(4, len(statement.names))
    score += {Actor.BOTH: 0.75, Actor.OTHER: 0.5, Actor.NOBODY: -1.0}.get(statement.actor, 0.0)
    score += 0.5 * (statement.act in {Act.DEMAND, Act.REJECT}) - 1.0 * points_back(statement)
    return score - 0.5 * (len(statement.lemmas) < _SHORT)


def points_back(statement: Statement) -> bool:
    """Tell whether a statement speaks of what the one before it named ("on this issue", "these efforts")."""
    lexicon = act_lexicon(statement.language)
    words = statement.words.casefold()
    connective = lexicon.connectives.match(words)
    return lexicon.anaphora.search(words, connective.end() if connective else 0) is not None


def _reason(statement: Statement) -> str:
    trigger = _position_words(statement)
    if trigger:
        return f"speaks of “{trigger}”"
    if statement.topics & HARD:
        return f"bears on {topic_words(statement.topics & HARD)}"
    if statement.money:
        return "carries a sum of money"
    return "a firm act, or names that the other text may lack"


def takes_position(statement: Statement) -> bool:
    """Tell whether a statement speaks of principles, rights, guarantees, threats or conditions."""
    return bool(statement.lemmas & act_lexicon(statement.language).position)


def _weigh_attribution(statement: Statement) -> Weighed:
    if statement.act is Act.COMMIT or substance(statement) >= SUBSTANTIAL:
        return Weight.MAJOR, "an agreement, undertaking or position ascribed to the other side"
    return Weight.MINOR, "ascribes a view, no undertaking"


def weigh_two_sided(first: Statement, second: Statement) -> Weighed:
    """Weigh what both sides say differently: by the weightier of the two."""
    weightier = max(first, second, key=substance)
    if substance(weightier) >= SUBSTANTIAL_DIFFERENTLY:
        return Weight.MAJOR, f"{_reason(weightier)}, and the two tell it differently"
    return Weight.MINOR, "another wording of a matter that both report"


def _position_words(statement: Statement) -> str:
    """Give the first word of a statement that speaks of force, borders, guarantees and the like; empty for none."""
    position = act_lexicon(statement.language).position
    forms = find_base_forms(statement.words, statement.language)
    return next((statement.words[form.start : form.end] for form in forms if form.lemma in position), "")


def has_substance(statement: Statement) -> bool:
    """Tell whether a statement has a topic, a third side, a number or a name, or enough words of its own."""
    lexicon = act_lexicon(statement.language)
    own = [lemma for lemma in statement.lemmas if lemma not in lexicon.weak and lemma not in lexicon.words]
    return bool(statement.topics or statement.sides or statement.numbers) or len(own) >= _OWN_WORDS


def topic_words(topics: frozenset[Topic]) -> str:
    """Give the two weightiest of some topics in words."""
    ranked = sorted(topics, key=lambda topic: (topic not in HARD, topic in _BROAD, topic.value))
    return ", ".join(TOPIC_NAMES[topic] for topic in ranked[:_TOPICS_NAMED])


def is_ascribed(statement: Statement, account: Account) -> bool:
    """
    Tell whether a statement ascribes words or agreement to the other side.

    What many agree at a summit is its result, not words put into one side's mouth, and so is a joint call on others.
    Thanks for another's support ascribe that support.
    """
    if statement.actor is Actor.BOTH and (account.event.kind is Kind.MULTILATERAL or statement.act is Act.DEMAND):
        return False
    if statement.spoken:
        return _claims_support(statement)
    if statement.act in {None, Act.DISCUSS, Act.INFORM, Act.CONTACT}:
        return False
    return statement.actor in {Actor.OTHER, Actor.BOTH} or _claims_support(statement)


def _claims_support(statement: Statement) -> bool:
    """Tell whether somebody thanks the other side for its support, readiness or promise of something."""
    lexicon = act_lexicon(statement.language)
    return statement.act is Act.THANK and statement.names_other and bool(statement.lemmas & lexicon.stances)


_TOPICS_NAMED = 2
_BROAD = frozenset({Topic.BILATERAL_RELATIONS, Topic.OTHER, Topic.INTERNATIONAL_ORGANISATIONS})
SUBSTANTIAL_DIFFERENTLY = 0.75
SUBSTANTIAL = 0.75
_HARDEST = frozenset({Topic.ARMED_CONFLICT, Topic.SECURITY_DEFENCE, Topic.ENERGY})
_BY_ACT = {
    Act.REJECT: 0.75,
    Act.DEMAND: 0.75,
    Act.THANK: -0.5,
    Act.DISCUSS: -0.75,
    Act.INFORM: -0.75,
    Act.CONTACT: -0.75,
    None: -0.75,
}
_SHORT = 8
_OWN_WORDS = 4

_ALWAYS_MINOR = {
    VariantKind.PRAISE_TONE: "courtesy or atmosphere",
    VariantKind.LENGTH_TIME: "length or time",
    VariantKind.VENUE: "place or manner of the encounter",
    VariantKind.LABEL: "what it, or somebody, is called",
    VariantKind.ORDER: "order only",
}
