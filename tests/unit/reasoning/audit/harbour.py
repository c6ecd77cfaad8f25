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

LIST = """Three documents were signed there in the presence of the leaders: an agreement between the Government of \
Arvenia and the Government of Velmark on fisheries, a memorandum of understanding between the Ministry of Transport \
of Arvenia and the Ministry of Transport of Velmark on pilots, and a protocol on border crossings."""

ELSEWHERE = """The Council of Elders of Tholia discussed the harvest in the northern valleys. Members spoke of the \
price of seed, of the roads that the floods had washed away, and of the school in Upper Merano."""

RETRACTED = """President of Arvenia Ilmar Vesk: Thank you for the invitation to the regatta.
It is not true that we agreed on new dues for foreign boats. If the harvest fails, we will close the northern pass.
They say that the lighthouse was sold to a stranger. We will not dismiss the harbour pilots.
Our trade grew to 19.7 billion dollars last year. We signed three documents.
We will deepen the channel if the Council of Elders agrees.
Prime Minister of Velmark Adela Korin: Thank you for the invitation to the regatta.
I never said that the smugglers came from abroad. About 40 boats took part."""

HALVES = """Two documents were signed: an agreement between the Government of Arvenia and the Government of Velmark \
on fisheries, and a memorandum of understanding between the Ministry of Transport of Arvenia and the Ministry of \
Transport of Velmark on pilots."""

UNLISTED = "After the talks several documents were signed. The guest then left for the airport."

TITLE = "Talks with Prime Minister of Velmark Adela Korin"


@cache
def talks() -> tuple[Account, ...]:
    """Give the transcript of the talks, with the account of something else beside it."""
    return account_of(TALKS, TITLE), account_of(ELSEWHERE, "On a meeting of the Council of Elders")


@cache
def retracted() -> tuple[Account, ...]:
    """Give the transcript whose speakers deny, condition and report what others might quote from it."""
    return (account_of(RETRACTED, TITLE),)


@cache
def unlisted() -> tuple[Account, ...]:
    """Give the account that speaks of documents and neither names nor counts any."""
    return (account_of(UNLISTED, TITLE),)


@cache
def halved() -> tuple[Account, ...]:
    """Give the account that lists two documents, one of each class."""
    return (account_of(HALVES, TITLE),)


@cache
def counted() -> tuple[Account, ...]:
    """Give the account that counts documents and names none."""
    return (account_of("Three documents were signed after the talks.", TITLE),)


@cache
def summary() -> tuple[Account, ...]:
    """Give the account that sums up the documents and lists none."""
    return (account_of(SUMMARY, TITLE),)


@cache
def listed() -> tuple[Account, ...]:
    """Give the account that lists all documents."""
    return (account_of(LIST, "Documents signed during the visit", issuer=VELMARK),)
