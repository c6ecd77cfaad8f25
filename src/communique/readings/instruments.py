"""Which documents are said to have been signed, how many, of what class and level, and what binds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from communique.model import (
    Account,
    Binding,
    Finding,
    Grade,
    Instrument,
    InstrumentClass,
    InstrumentCount,
    InstrumentWords,
    Kind,
    Level,
    Span,
)
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import Case, Reading, Told, mark_of, quoted

OCCASIONS = frozenset({Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL, Kind.STATEMENT})

MANY = 3
JOINT = re.compile(r"joint|common|совместн", re.IGNORECASE)
STATEMENTS = frozenset({InstrumentClass.STATEMENT, InstrumentClass.DECLARATION})

FEATURES = tuple(
    Feature(code=f"instruments.{tail}", meaning=meaning, noun=noun, facet=f"instruments.{facet}", located=True)
    for tail, facet, meaning, noun in (
        ("named", "named", "the text names a document signed or adopted", "a document signed or adopted"),
        ("counted", "named", "the text says how many documents were signed", "the number of documents signed"),
        ("binding", "named", "a document is called by a word that binds", "a document called by a word that binds"),
        ("many", "many", f"the text names {MANY} documents or more", f"a list of {MANY} documents or more"),
        ("joint_statement", "joint", "a joint statement is among the documents", "a joint statement or declaration"),
    )
)

CLASSES = {
    InstrumentClass.TREATY: ("treaty", "treaties"),
    InstrumentClass.AGREEMENT: ("agreement", "agreements"),
    InstrumentClass.CONTRACT: ("contract", "contracts"),
    InstrumentClass.PROTOCOL: ("protocol", "protocols"),
    InstrumentClass.MEMORANDUM: ("memorandum", "memoranda"),
    InstrumentClass.DECLARATION: ("declaration", "declarations"),
    InstrumentClass.STATEMENT: ("statement", "statements"),
    InstrumentClass.PROGRAMME: ("programme", "programmes"),
    InstrumentClass.LETTER_OF_INTENT: ("“letter of intent”", "“letters of intent”"),
    InstrumentClass.OTHER: ("other document", "other documents"),
}
LEVELS = {
    Level.STATE: "of states",
    Level.GOVERNMENT: "of governments",
    Level.MINISTRY: "of ministries",
    Level.AGENCY: "of agencies",
    Level.REGION: "of regions",
    Level.COMPANY: "of companies",
    Level.ORGANISATION: "of organisations",
    Level.MIXED: "of mixed level",
    Level.UNCLEAR: "of unclear level",
}
BINDINGS = {Binding.YES: "binding", Binding.NO: "not binding", Binding.UNCLEAR: "unclear"}
YES_OR_NO = {Binding.YES: "yes", Binding.NO: "no", Binding.UNCLEAR: "unclear"}
WORDS_SHOWN = 3

PLAIN_LISTED = "Papers are gathered for a visit, and listing all of them is routine."
PLAIN_FEWER = "A joint statement or annexes may be counted apart, and a list may stand on a page of its own."
PLAIN_BINDING = "The word of the title is no measure of weight: a memorandum may carry money, and a treaty little."
PLAIN_NONE = "Documents are often told in a release of their own, or signed without the principals."


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark what an account of an occasion for signing tells of documents; other kinds are no exposure."""
    if account.event.kind not in OCCASIONS:
        return ()
    found = [i.words for i in account.instruments]
    single = [i.words.title for i in _single(account)]
    return (
        mark_of("instruments.named", (words.title for words in found)),
        mark_of("instruments.counted", (count.span for count in account.counts)),
        mark_of("instruments.binding", (words.title for words in found if words.binding is Binding.YES)),
        mark_of("instruments.many", single if len(single) >= MANY else ()),
        mark_of("instruments.joint_statement", (words.title for words in found if _is_joint(account, words))),
    )


def _is_joint(account: Account, words: InstrumentWords) -> bool:
    return words.kind in STATEMENTS and JOINT.search(account.release.words(words.title)) is not None


def read_instruments(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Which documents are said to have been signed, how many, of what class and level, and what binds.

    What it finds:
        The documents named, by class and level of the parties, against the number
        that the text itself gives; how many bind by their own words, with the
        words that decide, and that titles only were seen where that is so. That
        no document is named, where another text names some or where some are
        usual.

    Why it matters:
        A number that the list does not fill, a document in one account only, and
        the class of a document can each be checked against registers of treaties.

    Plain explanation:
        Papers are gathered for a visit and listed by routine; the class word is
        no measure of weight.

    Limits:
        Judges by the words of titles, and by operative words where the text has
        them. Intent of the parties decides in law, and is not in a release.

    Sources:
        Vienna Convention on the Law of Treaties (1969), article 2(1)(a): a treaty
        is one whatever its designation. U.S. Department of State, Guidance on
        Non-Binding Documents. Inter-American Juridical Committee, Guidelines on
        Binding and Non-Binding Agreements (OAS, 2020).
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    if account.instruments or account.counts:
        yield _listed(case)
    else:
        yield from _none(case)
    if account.instruments:
        yield _binding(case)


def _listed(case: Case) -> Finding:
    account = case.account
    fewer = any(count.number and count.number > len(_single(account)) for count in stated_counts(account))
    spans = (*(i.words.title for i in account.instruments), *(count.span for count in account.counts))
    return case.finding(
        "instruments.fewer_named" if fewer and not _lumps(account) else "instruments.listed",
        _told_of(account),
        PLAIN_FEWER if fewer else PLAIN_LISTED,
        spans=tuple(dict.fromkeys(spans)),
        feature="instruments.named" if account.instruments else "instruments.counted",
        tell=lambda other: _told(other, account),
    )


def _binding(case: Case) -> Finding:
    account = case.account
    decided = tuple(dict.fromkeys(span for i in account.instruments for span in i.words.deciding))
    titles = all(i.words.titles_only for i in account.instruments)
    seen = "titles only were seen" if titles else "judged by titles and, where at hand, by operative words"
    return case.finding(
        "instruments.binding",
        f"Binding, as the words for the documents go: {_bindings(account)}; {seen}",
        PLAIN_BINDING,
        spans=decided or tuple(i.words.title for i in account.instruments),
        feature="instruments.binding",
        tell=lambda other: Told(
            words=f"has, by its words: {_bindings(other)}" if other.instruments else "names no document"
        ),
    )


def _none(case: Case) -> Iterator[Finding]:
    """Give the absence where it is worth a line: another text names documents, or earlier ones mostly did."""
    finding = case.finding(
        "instruments.none",
        "No document is said to have been signed or adopted",
        PLAIN_NONE,
        feature="instruments.named",
        tell=lambda other: _told(other, case.account),
        absent=True,
    )
    if finding.grade in {Grade.DIFFERS, Grade.RARE}:
        yield finding


def _told(other: Account, here: Account) -> Told:
    if not other.instruments and not other.counts:
        return Told(words="names no document", differs=True)
    differs = class_counts(other) != class_counts(here)
    return Told(words=f"has: {_lowered(_told_of(other))}", differs=differs)


def _told_of(account: Account) -> str:
    return "; ".join(filter(None, (_named(account), _counted(account))))


def _named(account: Account) -> str:
    if not account.instruments:
        return "No document is named"
    number = len(_single(account))
    lumps = [quoted(account.release, i.words.title) for i in _lumps(account)]
    told_as_one = f"several told as one: {', '.join(lumps)}" if lumps else ""
    if not number:
        return f"Documents are {told_as_one}"
    noun = "document is" if number == 1 else "documents are"
    return "; ".join(filter(None, (f"{number} {noun} named: {class_counts(account)}{_between(account)}", told_as_one)))


def class_counts(account: Account) -> str:
    """Give how many documents an account names of each class ("2 agreements, 1 memorandum"), lumps left out."""
    counts = Counter(i.words.kind for i in _single(account))
    return ", ".join(f"{count} {CLASSES[kind][count > 1]}" for kind, count in counts.most_common())


def binding_counts(account: Account) -> str:
    """Give how many documents of an account bind and how many do not ("2 binding, 1 open")."""
    counts = Counter(i.words.binding for i in account.instruments)
    return ", ".join(f"{counts[binding]} {label}" for binding, label in BINDINGS.items() if counts[binding])


def level_counts(account: Account) -> str:
    """
    Give between whom the documents of an account stand ("2 of governments, 1 of companies"), lumps left out.

    Empty where no words tell it of any document.
    """
    counts = Counter(i.words.level for i in _single(account))
    if len(counts) == 1:
        return "".join(LEVELS[level] for level in counts if level is not Level.UNCLEAR)
    return ", ".join(f"{count} {LEVELS[level]}" for level, count in counts.most_common())


def _counted(account: Account) -> str:
    counts = stated_counts(account)
    told = dict.fromkeys(quoted(account.release, count.span) for count in counts if count.number)
    if told:
        return f"the number stated: {', '.join(list(told)[:WORDS_SHOWN])}"
    vague = dict.fromkeys(quoted(account.release, count.span) for count in counts)
    if not vague:
        return "" if len(account.instruments) == 1 or _lumps(account) else "no number of all of them is stated"
    return f"no number of all of them is stated, only {', '.join(list(vague)[:WORDS_SHOWN])}"


def _between(account: Account) -> str:
    levels = level_counts(account)
    return f" ({levels})" if levels else ""


def stated_counts(account: Account) -> tuple[InstrumentCount, ...]:
    """Give the numbers of documents that a text states, but for those inside a lump, which counts itself alone."""
    lumps = _lumps(account)
    return tuple(count for count in account.counts if not any(i.words.title.overlaps(count.span) for i in lumps))


def _bindings(account: Account) -> str:
    clauses = []
    for binding in Binding:
        found = [i for i in account.instruments if i.words.binding is binding]
        if found:
            clauses.append(f"{YES_OR_NO[binding]} {len(found)} ({_deciding(account, found)})")
    return ", ".join(clauses)


def _deciding(account: Account, found: list[Instrument]) -> str:
    spans: list[Span] = [span for i in found for span in i.words.deciding]
    first: dict[str, str] = {}
    for words in (quoted(account.release, span) for span in spans):
        first.setdefault(words.casefold(), words)
    told = list(first.values())
    return ", ".join(told[:WORDS_SHOWN]) + (" and others" if len(told) > WORDS_SHOWN else "") if told else "no word"


def _single(account: Account) -> tuple[Instrument, ...]:
    return tuple(i for i in account.instruments if not i.words.lump)


def _lumps(account: Account) -> tuple[Instrument, ...]:
    return tuple(i for i in account.instruments if i.words.lump)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


READING = Reading(
    code="instruments",
    title="Documents",
    version=2,
    read=read_instruments,
    features=FEATURES,
    mark_features=mark_features,
)
