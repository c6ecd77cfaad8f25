"""A precedent made by hand for the bundled texts: counts that nobody counted, so that every form of a rate is seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.model import Account, Kind, Rate
from communique.precedent import Contact, Expectation, Feature, NoPrecedent, Standing, Tempo
from communique.precedent.rates import make_rate
from communique.readings import mark_features, run_readings
from communique.reports.report import Report
from unit.reports.accounts import CHECKS, arvenian_account

REFERENCE = "meetings of the President of Arvenia with Velmark, 2012–2018"
SOURCE = "desk.sqlite, 4,210 releases of 3 issuers, 1999–2019"

ALIKE = {
    "initiative.stated": 2,
    "venue.named": 3,
    "reception.met_with": 1,
    "space.long": 13,
    "thanks.given": 19,
}
"""How many of 31 earlier meetings are like this one in a feature; those not named here are so as a rule."""

AS_A_RULE = 24

NO_BASE = frozenset({"figures.stated", "instruments.signed"})

MISSING = (
    (Feature(code="tone.stated", meaning="the tone is told", noun="a word on the tone of the talks"), "text", 1, 0.02),
    (Feature(code="formats", meaning="the format is told", noun="word on the format of the talks"), "summary", 3, 0.31),
)
"""What the bundled texts are said to lack: the feature, where, how many meetings lack it too, and the chance."""


@dataclass(slots=True)
class HandmadePrecedent(NoPrecedent):
    """Counts of 31 earlier meetings, and a place of the whole among them; without the place they are too few."""

    percentile: float | None = 58.06
    source: str = SOURCE

    def rate(self, feature: str, account: Account, *, present: bool = True) -> Rate | None:
        """Give the rate of being so in a feature, whichever way that is; of some none."""
        del present
        assert account.release.text
        if feature in NO_BASE:
            return None
        seen = ALIKE.get(feature, AS_A_RULE)
        return make_rate(seen, 31, seen / 31, reference=REFERENCE, chance=4.0 * seen / 31)

    def expectations(self, account: Account) -> tuple[Expectation, ...]:
        """Give what the account lacks and the earlier meetings have."""
        assert account.release.text
        return tuple(
            Expectation(
                feature=feature,
                present=False,
                rate=make_rate(seen, 31, seen / 31, reference=REFERENCE, chance=chance),
                within=within,
            )
            for feature, within, seen, chance in MISSING
        )

    def tempo(self, account: Account) -> Tempo | None:
        """Give the days since a call before the meeting."""
        assert account.release.text
        call = Contact(
            key="call",
            name="xa-president:1188",
            title="Call with Adela Korin",
            kind=Kind.CALL,
            issued=date(2019, 5, 6),
            day=date(2019, 5, 6),
        )
        return Tempo(
            previous=call,
            gap=10,
            percentile=31.0,
            among=42,
            shorter=13,
            longer=29,
            run=2,
            longest=3,
            reference=REFERENCE,
        )

    def standing(self, account: Account) -> Standing | None:
        """Give the place of the whole, the same for every account."""
        assert account.release.text
        return None if self.percentile is None else standing_at(self.percentile)


def precedented_report(percentile: float | None) -> Report:
    """Give the report on Arvenia's account against handmade precedents, at a percentile or at none."""
    account, precedent = arvenian_account(), HandmadePrecedent(percentile=percentile)
    return Report(
        account=account,
        findings=run_readings(account, precedent),
        checks=CHECKS,
        standing=precedent.standing(account),
        corpus=precedent.source,
        features=len(mark_features(account)),
    )


def standing_at(percentile: float, among: int = 31) -> Standing:
    """Give a standing at a percentile; past the 90th it is unusual."""
    return Standing(
        score=(percentile - 50) / 25, percentile=percentile, among=among, unusual=percentile > 90, reference=REFERENCE
    )
