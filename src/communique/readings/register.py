"""Which evaluative words the text has for the talks or the relation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from communique.model import Account, Finding, Grade, ToneWord
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import Case, Reading, Told, mark_of

GROUPS = {
    "constructive": ("constructive", r"constructiv|конструктивн"),
    "businesslike": ("businesslike", r"business-?like|делов"),
    "friendly": ("friendly", r"friend|warm|fraternal|brother|cordial|дружеск|дружествен|т[её]пл|братск|сердечн"),
    "frank": ("frank", r"frank|candid|\bopen\b|откровенн|открыт"),
    "substantive": ("substantive", r"substan|detailed|in-depth|meaningful|содержательн|подробн|обстоятельн|предметн"),
    "fruitful": ("fruitful", r"fruitful|productiv|useful|плодотворн|продуктивн|полезн"),
    "close": ("close", r"\bclose|\bclosely|тесн"),
    "strategic": ("strategic", r"strateg|стратег"),
    "allied": ("allied", r"\ball(?:y|ies|ied|iance)\b|союзн"),
    "trusting": ("trusting", r"\btrust|mutual (?:understanding|respect)|довер|взаимопоним|взаимоуваж"),
    "firm": ("unwavering", r"unwaver|ironclad|steadfast|enduring|\bstrong|\bfirm|solid|robust|незыблем|прочн|крепк"),
    "satisfied": ("satisfaction", r"satisf|pleased|удовлетвор"),
    "beneficial": ("mutually beneficial", r"mutually|взаимовыгодн"),
}
"""Groups of words that stand for one another in the house styles: one of each, and how the others begin."""

SAID_BY_FORMULA = {
    "strategic": "formulas.strategic_partnership",
    "satisfied": "formulas.satisfaction",
    "beneficial": "formulas.mutual_benefit",
}
"""Groups whose words mostly stand in a formula of the stock list, which answers the same question."""

PATTERNS = {group: re.compile(pattern) for group, (_, pattern) in GROUPS.items()}

FEATURES = (
    Feature(
        code="register.narrated",
        meaning="narration has an evaluative word on talks or relation",
        noun="an evaluative word on talks or relation, in narration",
        facet="register",
    ),
    Feature(
        code="register.spoken",
        meaning="direct speech has an evaluative word on talks or relation",
        noun="an evaluative word on talks or relation, in direct speech",
        facet="register.spoken",
    ),
    *(
        Feature(
            code=f"register.{group}",
            meaning=f"the text has a word such as “{word}” on talks or relation",
            noun=f"a word such as “{word}” on talks or relation",
            facet=SAID_BY_FORMULA.get(group, ""),
        )
        for group, (word, _) in GROUPS.items()
    ),
)

WORDS_SHOWN = 6

PLAIN = {
    "narrated": "Adjectives of a readout are stock: most services use a handful, the same for years.",
    "spoken": "Opening words are polite by custom, and a translation chooses among near synonyms.",
}
PLAIN_NONE = "Many services leave adjectives out of readouts altogether."


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark which evaluative words a text has, and whether narration and direct speech (where there is any) have any."""
    if not account.release.text.strip():
        return ()
    parts = ("narrated", "spoken") if account.quotations else ("narrated",)
    words = [(word.span, account.release.words(word.span).casefold()) for word in account.tone]
    return (
        *(mark_of(f"register.{part}", (word.span for word in _part(account, part))) for part in parts),
        *(
            mark_of(f"register.{group}", (span for span, word in words if pattern.search(word)))
            for group, pattern in PATTERNS.items()
        ),
    )


def read_register(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Which evaluative words the text has for the talks or the relation, and which of them the other text shares.

    What it finds:
        The words in narration and in direct speech apart, as written; beside
        another text in the same language, which words are in both and which in
        one alone. That no such word stands here where the other text has some.

    Why it matters:
        A word that one account alone has, or that an issuer has dropped, can be
        counted over its earlier texts.

    Plain explanation:
        Habit: services use a handful of adjectives, the same for years.

    Limits:
        Words from a list, compared as written; two languages are not compared
        word for word. Whether a word is meant is not in the text.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    for part in PLAIN:
        if found := _part(account, part):
            yield _found(case, part, found)
    if not account.tone:
        yield from _none(case)


def _found(case: Case, part: str, found: tuple[ToneWord, ...]) -> Finding:
    where = "narration" if part == "narrated" else "direct speech"
    return case.finding(
        f"register.{part}",
        f"Evaluative words in {where}: {_listed(case.account, found)}",
        PLAIN[part],
        spans=tuple(word.span for word in found),
        feature=f"register.{part}",
        tell=lambda other: _told(case.account, found, other),
    )


def _none(case: Case) -> Iterator[Finding]:
    """Give the absence where it is worth a line: another text has such words, or earlier ones mostly had."""
    finding = case.finding(
        "register.none",
        "No evaluative word on talks or relation stands in the text",
        PLAIN_NONE,
        feature="register.narrated",
        tell=lambda other: _told(case.account, (), other),
        absent=True,
    )
    if finding.grade in {Grade.DIFFERS, Grade.RARE}:
        yield finding


def _told(account: Account, here: tuple[ToneWord, ...], other: Account) -> Told:
    if not other.tone:
        return Told(words="has no such words", differs=bool(here))
    if account.release.language != other.release.language:
        return Told(words=f"has, in its own language: {_listed(other, other.tone)}")
    ours, theirs = (_wordings(*pair) for pair in ((account, here), (other, other.tone)))
    anywhere = _wordings(account, account.tone)
    shared, apart = [word for word in theirs if word in ours], [word for word in theirs if word not in anywhere]
    told = (
        f"shares {_quoted(shared)}" if shared else "shares none of them" if here else "",
        f"has {_quoted(apart)} of its own" if apart else "",
    )
    return Told(words=" and ".join(filter(None, told)), differs=bool(apart) or not set(ours) <= set(theirs))


def _part(account: Account, part: str) -> tuple[ToneWord, ...]:
    return tuple(word for word in account.tone if word.spoken is (part == "spoken"))


def _wordings(account: Account, found: tuple[ToneWord, ...]) -> Counter[str]:
    return Counter(" ".join(account.release.words(word.span).casefold().split()) for word in found)


def _listed(account: Account, found: tuple[ToneWord, ...]) -> str:
    counts = _wordings(account, found)
    shown = [
        f"“{word}”" if count == 1 else f"“{word}” ({count} times)" for word, count in list(counts.items())[:WORDS_SHOWN]
    ]
    more = len(counts) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _quoted(words: list[str]) -> str:
    more = f" and {len(words) - WORDS_SHOWN} more" if len(words) > WORDS_SHOWN else ""
    return ", ".join(f"“{word}”" for word in words[:WORDS_SHOWN]) + more


READING = Reading(
    code="register",
    title="Adjectives and register",
    version=2,
    read=read_register,
    features=FEATURES,
    mark_features=mark_features,
)
