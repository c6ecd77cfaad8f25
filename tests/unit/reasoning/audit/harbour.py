"""What two fictional states say of one visit: the texts that the checks of quotations, figures and documents read."""

from __future__ import annotations

from functools import cache

from communique.model import Account
from unit.fictional import VELMARK, account_of

TALKS = """President of Arvenia Ilmar Vesk: Ms Prime Minister, I am glad to see you at Linden Palace.
The storm in November was the worst in forty years, and some outside companies used the confusion in our ports to \
raise their prices. Our harbour crews, who stayed at their posts, did most of the work of clearing the channel.
I think our trade rose by 11 or 12 percent last year. We will not close the ferry line.
Prime Minister of Velmark Adela Korin: Thank you, Mr President, for inviting me to Tarsk.
Trade has reached almost 3 billion euros. We regard Arvenia as a reliable partner, and we will open a second berth at \
Sund in spring. Four dredgers of ours are on their way.
It is no small matter that the crews of both countries work together."""

SUMMARY = """Following the talks, a package of documents was signed. The documents signed by the ministries of the two \
countries concern coast guards and the training of pilots. In addition, a memorandum on harbour dues was signed \
between Sund Ferries and the Tarsk Port Company."""

LIST = """Three documents were signed in the presence of the leaders: an agreement between the Government of Arvenia \
and the Government of Velmark on fisheries, a memorandum of understanding between the Ministry of Transport of Arvenia \
and the Ministry of Transport of Velmark on pilots, and a protocol on border crossings."""

ELSEWHERE = """The Council of Elders of Tholia discussed the harvest in the northern valleys. Members spoke of the \
price of seed, of the roads that the floods had washed away, and of the school in Upper Merano."""

TITLE = "Talks with Prime Minister of Velmark Adela Korin"


@cache
def talks() -> tuple[Account, ...]:
    """Give the transcript of the talks, with the account of something else beside it."""
    return account_of(TALKS, TITLE), account_of(ELSEWHERE, "On a meeting of the Council of Elders")


@cache
def summary() -> tuple[Account, ...]:
    """Give the account that sums up the documents and lists none."""
    return (account_of(SUMMARY, TITLE),)


@cache
def listed() -> tuple[Account, ...]:
    """Give the account that lists all documents."""
    return (account_of(LIST, "Documents signed during the visit", issuer=VELMARK),)
