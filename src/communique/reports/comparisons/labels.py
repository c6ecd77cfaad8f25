"""The words in which a comparison speaks of types of difference, their plain explanations, and its tables."""

from __future__ import annotations

from communique.model import Aspect, ClashKind, VariantKind

HEADINGS = {
    Aspect.ACCOUNTS: "Two accounts of one event",
    Aspect.EDITIONS: "Two editions of one release",
    Aspect.SAME_SIDE: "Two statements of one side",
}
"""What is set side by side."""

SAME = {
    Aspect.ACCOUNTS: "Same event",
    Aspect.EDITIONS: "Two editions of one release",
    Aspect.SAME_SIDE: "Two statements of one side",
}

NOT_SAME = {
    Aspect.ACCOUNTS: "Not the same event",
    Aspect.EDITIONS: "Not two editions of one release",
    Aspect.SAME_SIDE: "Not two statements of one side",
}

PERHAPS = {
    Aspect.ACCOUNTS: "Perhaps the same event",
    Aspect.EDITIONS: "Perhaps two editions of one release",
    Aspect.SAME_SIDE: "Perhaps two statements of one side",
}
"""Where the texts fit, and one of them has no date."""

TAKEN = {
    Aspect.ACCOUNTS: "Taken to be the same event, as asked",
    Aspect.EDITIONS: "Taken to be two editions of one release, as asked",
    Aspect.SAME_SIDE: "Taken to be two statements of one side, as asked",
}
"""Where the texts do not show it."""

SHARED = {
    Aspect.ACCOUNTS: "Said by both",
    Aspect.EDITIONS: "Said by both",
    Aspect.SAME_SIDE: "On one question",
}
"""What stands in both texts; of statements of one side it is the question that is the same, not the answer."""

KINDS = {
    VariantKind.OMISSION: "omission",
    VariantKind.SCOPE: "scope",
    VariantKind.ATTRIBUTION: "attribution",
    VariantKind.INITIATIVE: "initiative",
    VariantKind.ORDER: "order",
    VariantKind.WORDING: "wording",
    VariantKind.PRAISE_TONE: "praise, tone",
    VariantKind.FIGURE: "figure",
    VariantKind.LENGTH_TIME: "length, time",
    VariantKind.LABEL: "label",
    VariantKind.VENUE: "venue",
    VariantKind.HEDGE: "hedge",
    VariantKind.TENSE: "tense",
    VariantKind.VERB: "verb",
}

CLASHES = {
    ClashKind.NUMBER: "two numbers",
    ClashKind.DATE: "two dates",
    ClashKind.PLACE: "two places",
    ClashKind.NEGATION: "one affirms, one denies",
    ClashKind.ANTONYM: "opposite words",
}

PLAIN = {
    VariantKind.OMISSION: "A readout selects: each office prints what its own readers ask for.",
    VariantKind.SCOPE: "One office gives more detail; the shorter wording does not exclude it.",
    VariantKind.ATTRIBUTION: "Each side retells the other in its own words; neither text is a record of the talks.",
    VariantKind.INITIATIVE: "Many services never say who asked; a contact by standing agreement has no initiator.",
    VariantKind.ORDER: "The order of a readout follows a house form as often as the course of the talks.",
    VariantKind.WORDING: "Offices have house terms, and some of the wording is a translator's.",
    VariantKind.PRAISE_TONE: "Words on tone and praise are house style: some offices always print them, some never.",
    VariantKind.FIGURE: "Figures are rounded, or counted for other periods; which to print is a choice of detail.",
    VariantKind.LENGTH_TIME: "Lengths are rounded, clocks stand in different zones, and each may count otherwise.",
    VariantKind.LABEL: "House style decides what an event or an office is called.",
    VariantKind.VENUE: "Many offices leave the place to a place line or a caption, or never give it.",
    VariantKind.HEDGE: "A hedge comes and goes with the habits of a language.",
    VariantKind.TENSE: "Languages mark time differently; a tense may shift in translation alone.",
    VariantKind.VERB: "Verbs of speech have no exact equals in another language.",
}
"""The plain explanation of each type, which stands before the differences themselves."""

_PLAIN_BY_ASPECT = {
    (Aspect.EDITIONS, VariantKind.OMISSION): "An edition may be shortened, or made before the text was final.",
    (Aspect.EDITIONS, VariantKind.WORDING): "Much of it is the translator's choice between near equals.",
    (Aspect.EDITIONS, VariantKind.SCOPE): "A translation may spell out, or drop, what its readers take for granted.",
    (
        Aspect.EDITIONS,
        VariantKind.FIGURE,
    ): "Units are converted and numbers rounded for other readers; slips happen too.",
    (Aspect.SAME_SIDE, VariantKind.OMISSION): "Two statements of one day serve two occasions, and each selects.",
    (
        Aspect.SAME_SIDE,
        VariantKind.WORDING,
    ): "Speakers vary their words, and one text may be spoken, the other drafted.",
    (
        Aspect.SAME_SIDE,
        VariantKind.ATTRIBUTION,
    ): "Each statement retells in its own words; neither is a record of the talks.",
}


def plain_label(kind: VariantKind, aspect: Aspect) -> str:
    """Give the plain explanation of a type of difference, as it holds for what is set side by side."""
    return _PLAIN_BY_ASPECT.get((aspect, kind), PLAIN[kind])
