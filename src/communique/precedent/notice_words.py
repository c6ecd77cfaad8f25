"""The words by which a sentence speaks of an encounter to come, or invites to one, in English and Russian."""

from __future__ import annotations

import re

from communique.precedent.encounters import announces

_FORWARD = re.compile(
    r"\b(?:will|shall|[’']ll|upcoming|forthcoming|going to|(?:is|are) (?:to|due to)|"
    r"(?:is|are|was|been|the|his|her|their|a) (?:planned|scheduled|expected)|"
    r"looks? forward to|next)\b|"
    r"(?<!\w)(?:предстоящ\w+|будет|будут|намеч\w+|заплан\w+|состо[ия]тся|посет[ия]т|провед[уеё]т|при[её]дет|прибудет|"
    r"встретится|примет|совершит|прилетит|ближайш\w+)(?!\w)",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:would|could|might|if|whether|possib\w+|hope[sd]?|did not|cancel\w+|postpone\w*|put off)\b|"
    r"(?<!\w)(?:бы|если|возможн\w+)(?!\w)",
    re.IGNORECASE,
)
_CALLED = re.compile(r"call|phone|speak|talk\b|звон|телефон|разговор", re.IGNORECASE)
_MET = re.compile(
    r"meet|met\b|talks|negotiat|consultation|conversation|engagement|встре[тч]|переговор|бесед|консультац",
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"\b(?:invit(?:es?|ed)\b|(?<!of )inviting\b|"
    r"(?:extend\w*|confirm\w*|repeat\w*|reiterat\w*|renew\w*|convey\w*|pass\w*|accept\w*|welcom\w+|sent|gave|handed)"
    r"\b[^.;]{0,60}\binvitation)|"
    r"(?<!\w)(?:приглас\w+|приглаша[еюл]\w*|(?:передал|подтвердил|принял|принимает)\w*[^.;]{0,60}приглашени)",
    re.IGNORECASE,
)
_RECALLED = re.compile(
    r"\b(?:thank\w*|grateful|gratitude|appreciat\w+|at (?:the|his|her|your|our|my)\b[^.;]{0,60}\binvitation|"
    r"at [\w ’']{1,60}[’']s? invitation|having accepted|come to \w+ (?:at|on))\b|"
    r"(?<!\w)(?:спасибо|благодар\w+|признател\w+|по приглашению)(?!\w)",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:visit|come|travel|pay|trip|attend|take part|participat\w+|meet|summit|celebrat\w+|ceremony|forum|events?)\b|"
    r"(?<!\w)(?:посет\w+|визит\w*|при[её]х\w+|поездк\w+|участ\w+|встре[тч]\w+|торжеств\w*|форум\w*|праздн\w+)(?!\w)",
    re.IGNORECASE,
)
_TODAY = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b|(?<!\w)сегодня(?!\w)", re.IGNORECASE)
_ACCEPTED = re.compile(r"(?<!will )\baccept\w*\b|(?<!\w)принял\w*", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:your|our|this|these|today[’']s)\s+(?:[\w-]+\s+){0,2}(?:visit|talks|meeting|trip|conversation)\b|"
    r"(?<!\w)(?:ваш\w*|наш\w*|эт\w+|сегодняшн\w+)\s+(?:\w+\s+){0,2}(?:визит|переговор|встреч|поездк|бесед)",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:upcoming|forthcoming|planned|future|next|scheduled)\b|(?<!\w)(?:предстоящ|будущ|следующ|намеч|заплан)",
    re.IGNORECASE,
)
_TOLD_IN_TITLE = re.compile(
    r"\b(?:met|held|had|spoke|received|visited|welcomed|hosted|talked|discussed|called|arriv(?:ed|es)|conversation|"
    r"readout|remarks)\b|^(?:meeting|talks|visit)\b|(?<!\w)(?:встретил\w+|прибыл\w*|пров[её]л\w*|разговор)(?!\w)|"
    r"^(?:встреча|переговоры|беседа)(?!\w)",
    re.IGNORECASE,
)
_ASKED_TO = re.compile(r"\bask\w*\b[^.;]*\bto invite\b|(?<!\w)прошу\w*[^.;]*пригласить", re.IGNORECASE)


def looks_ahead(sentence: str, *, spoken: bool, titled: bool = False) -> bool:
    """
    Tell whether a sentence speaks of something that is to come for certain, and not of the visit under way.

    ``spoken``: in direct speech "your visit will be useful" is said to a guest who has come.

    >>> looks_ahead("They discussed the upcoming visit.", spoken=False), looks_ahead("Will you come?", spoken=True)
    (True, False)
    """
    if spoken and _PRESENT.search(sentence) and not _COMING.search(sentence):
        return False
    ahead = bool(_FORWARD.search(sentence) or (titled and announces(sentence)))
    return ahead and not _UNSURE.search(sentence) and not sentence.rstrip(' "”»').endswith("?")


def invites(sentence: str, *, spoken: bool) -> bool:
    """
    Tell whether a sentence gives or takes an invitation to come, and does not recall one.

    ``spoken``: in direct speech "you accepted our invitation" is said to a guest who has come.

    >>> invites("He invited her to visit Tarsk.", spoken=False), invites("Thank you for the invitation.", spoken=True)
    (True, False)
    """
    if (spoken and _ACCEPTED.search(sentence)) or _RECALLED.search(sentence) or _ASKED_TO.search(sentence):
        return False
    return bool(_INVITES.search(sentence) and _TO_COME.search(sentence))


def is_encounter(cue: str) -> bool:
    """Tell whether the words for a contact mean that two sides speak with each other, not that one is informed."""
    return bool(_CALLED.search(cue) or _MET.search(cue))


def is_call(cue: str) -> bool:
    """Tell whether they mean a call."""
    return bool(_CALLED.search(cue)) and not _MET.search(cue)


def is_of_today(sentence: str) -> bool:
    """Tell whether a sentence speaks of the day itself."""
    return bool(_TODAY.search(sentence))


def records(title: str) -> bool:
    """
    Tell whether a headline records an event.

    >>> records("Meeting with Adela Korin"), records("Statement on the President’s Travel to Velmark")
    (True, False)
    """
    return bool(_TOLD_IN_TITLE.search(title))
