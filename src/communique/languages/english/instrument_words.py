"""English patterns for documents and for signing them."""

from __future__ import annotations

import re

from communique.languages.instrument_levels import InstrumentGrammar
from communique.languages.instrument_lexicon import load_instrument_lexicon
from communique.languages.instrument_lists import ListGrammar

LEXICON = load_instrument_lexicon("communique.languages.english")

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONEY = (
    r"(?:(?:US)?[$€£]\s?\d[\d.,]*(?:\s(?:thousand|million|billion|trillion))?"
    r"|\d[\d.,]*\s(?:(?:thousand|million|billion|trillion)\s)?(?:(?:US\s)?dollars|euros?|roubles"
    r"|rubles|pounds|yuan|yen))"
)

GRAMMAR = InstrumentGrammar(
    lexicon=LEXICON,
    between=re.compile(
        r"\b(?:between|of the (?=President|Heads|Leaders)|by the (?=leaders|presidents"
        r"|heads))\s*(?P<parties>(?:(?!\s(?:on|for|to|in|regarding|concerning|aimed"
        r"|until)\s)[^;:])+)",
        re.IGNORECASE,
    ),
    joint=re.compile(r",\s*and\s+|,\s+|\s+and\s+(?=the\s|[A-Z])|\s+with\s+"),
    persons=re.compile(
        r"(?:(?:Mr|Ms|Mrs|Dr)\.?\s\S+|(?!The\b|Russian?\b)[A-Z][\w’'-]+(?:\s(?:bin|al|von|de|van"
        r"|[A-Z][\w’'-]+)){1,3}|(?:the\s)?(?:two|three|four)\s\w+|both leaders)"
    ),
    loan=re.compile(
        r"\b(?:loan|credit|lending)\s+agreements?\b"
        r"|\bagreements? on (?:the provision of )?(?:an? )?(?:\w+ )?(?:loan|credit)\b",
        re.IGNORECASE,
    ),
    binding=re.compile(r"(?<!not )(?<!non-)\blegally[ -]binding\b", re.IGNORECASE),
    unbinding=re.compile(r"\b(?:not\s+legally|non-?legally|legally non)[ -]?binding\b|\bnon-binding\b", re.IGNORECASE),
    sum=re.compile(_MONEY),
)

LISTS = ListGrammar(
    lexicon=LEXICON,
    delimiter=re.compile(
        r"(?:[;:–—“\"]|,|\b(?:and|as well as|including|namely|plus|or|like|such as|along with"
        r"|alongside|both|was|were|include|includes|included))"
        r"\s*(?:also\s+|,\s*)*(?:[“\"]|\*+)?\s*$",
        re.IGNORECASE,
    ),
    including=re.compile(
        r"[\s,]*(?:\(?\bincluding\b(?: in particular)?|\bnamely\b|\bsuch as\b|\bin particular\b"
        r"|\bamong (?:them|which)(?: (?:are|were))?\b|\bcomprising\b|:|\s[–-]\s|\s*[—–]\s*)[\s:,]*",
        re.IGNORECASE,
    ),
    cut=re.compile(
        r",?\s+(?:which|who|whose)\b(?!\s+they)|\s+(?:in|under) the presence of\b|\s+in (?:their"
        r"|the [\w’' ]{3,40}[’'](?:s)?) presence\b"
        r"|,?\s+(?:(?:was|were|has been|have been|had been)\s+(?:also\s+)?(?:signed|adopted"
        r"|approved))\b|\s+(?:during|following|after|at the end of|as part of|on the sidelines"
        r"|at the (?:close|conclusion|ceremony|summit|end|talks))\b"
        r"|\s+(?:as a result of|based on the results)\b|,?\s+(?:attended by|watched by|which was)\b"
        r"|\s+(?:today|yesterday|here)\b(?=\s*(?:[.,;]|$))"
        r"|\s+to (?:summarise|summarize)\b|\s+(?:were|was|have been|has been)\b|,\s+(?:thereby|thus"
        r"|while|but|and (?:also )?(?:discussed|held|made|gave|agreed|noted))"
        r"|\s+and (?:also )?(?:met|approved|expressed|answered|decided|confirmed|attended|exchanged"
        r"|adopted|discussed|held|made|gave)\b|\s\*\s?\*|\*\*\*|\s+by (?:private companies"
        r"|the (?:heads|ministers|presidents|parties|two))\b",
        re.IGNORECASE,
    ),
    preposition=re.compile(r"(?:on|regarding|concerning|for|to (?!the\b))\b", re.IGNORECASE),
    again=re.compile(
        r"(?:,\s*(?:and\s+|as well as\s+)?|\s+and\s+|\s+as well as\s+)(?=(?:on|concerning"
        r"|regarding)\s)"
    ),
    comma=re.compile(r",\s*(?:and\s+|as well as\s+)?|\s+as well as\s+|,?\s+and\s+also\s+"),
    closing=re.compile(r"\s+and\s+"),
    last=re.compile(r",\s+and\s+|,?\s+as well as\s+"),
    undivided=re.compile(
        r"(?:(?:on|for|regarding|concerning)\s+)?(?:\w+\s+)?(?:cooperation|cooperating|collaboration"
        r"|interaction|partnership)\s+(?:in|on|with|between)\b",
        re.IGNORECASE,
    ),
    aside=re.compile(
        r",?\s+(?:in (?:the|their) (?:\w+ )?presence\b|today|during|after|following"
        r"|at)\b[^—:;.]{0,90}?(?=\s*(?:[—:]|–\s|,? including))",
        re.IGNORECASE,
    ),
    loose=re.compile(
        r"(?:[\s,;:.–—]|\b(?:and|as well as|also|including|namely|or|that|under)\b|\(\s*$)+$", re.IGNORECASE
    ),
    conjunction=re.compile(r"(?:(?:and|as well as|also)\s+)+", re.IGNORECASE),
    anew=re.compile(r"an?\s", re.IGNORECASE),
    vague_topic=re.compile(
        r"(?:on|in|of|between|aimed)?\s*(?:(?:different|various|a (?:number|variety|range) of"
        r"|several|many|other)\b.*|(?:on|in|of) (?:bilateral )?cooperation"
        r"|(?:on )?cooperation in various.*|between .*)$",
        re.IGNORECASE,
    ),
)

CUE = re.compile(
    r"\b(?:(?P<strong>signed|initiall?ed)|(?P<weak>adopted|issued|concluded|approved|endorsed)"
    r"|(?P<noun>[Ss]igning|[Ss]ignature|[Aa]doption))\b|\bSigned\b|\bAdopted\b"
)
TRIGGER = re.compile(r"sign(?:ed|ing|ature)|initial|adopt|issued|conclu|approved|endorsed", re.IGNORECASE)

PASSIVE = re.compile(
    r"\b(?P<aux>was|were|(?:has|have|had)\s+(?:also\s+|just\s+|already\s+)?been|being|is"
    r"|are)(?:\s+(?:also|just|now|recently|already|then|later|subsequently|finally|formally"
    r"|today|thus|officially|jointly))*\s*$"
)
_SOFT = (
    r"(?:also|be|been|have|soon|then|later|today|formally|officially|jointly|now|thus|the|a"
    r"|their|its|this|possible|future|early|upcoming|eventual)"
)
UNREAL = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|can|must|to|not|never|if|unless|until|when"
    r"|once|before|without|yet|"
    r"expect\w*|scheduled|plan|plans|planned|planning|intend\w*|propos\w*|prepar\w*|ready"
    r"|readiness|hope\w*|for|towards?|possib\w+|anticipat\w*|"
    r"ahead of|await\w*|forward to|anniversary of|years? of|since|prospects? of|favou?r of"
    r"|support of|delay\w*|refus\w*|suggest\w*|aim\w*|is being|are being|being|"
    rf"had)\s+(?:{_SOFT}\s+){{0,3}}$",
    re.IGNORECASE,
)
CEREMONY = re.compile(r"(?:ceremony|ceremonies|occasion|event)\s+(?:of|for)\s+(?:the\s+)?$", re.IGNORECASE)
OLD = re.compile(
    rf"\b(?:in|since|back in)\s+(?:(?:early|late|the|mid)\s+)*(?:{MONTH}\s+(?:of\s+)?)?(?:19"
    rf"|20)\d\d\b(?!\s?[–-]\s?\d)|\b(?:last|previous|past)\s+(?:year|month|week|spring|summer"
    rf"|autumn|fall|winter|{MONTH}|time)|\byears? ago\b"
    rf"|\bmonths? ago\b|\bpreviously\b|\bearlier\b(?! today)|\bin the past\b|\bat (?:that"
    rf"|the) time\b|\bonce\b|\b(?:this|outgoing|last|past|recent|the) years?\b|\bso far\b"
    rf"|\bto date\b|\b(?:in|on|this)\s+(?:early\s+|late\s+)?{MONTH}(?:\s+\d{{1,2}})?\b",
    re.IGNORECASE,
)
FRESH = re.compile(
    r"\b(?:today|just|now|newly|this (?:morning|afternoon|evening)|you have (?:just )?seen)\b", re.IGNORECASE
)
DAY = re.compile(
    rf"\b[Oo]n\s+(?:(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})"
    rf"|(?P<day2>\d{{1,2}})\s+(?P<month2>{MONTH}))(?:,?\s+(?P<year>\d{{4}}))?\b"
)
LONE = re.compile(
    r"(?:[^,]*,\s*)?(?:the\s+)?(?:(?:[A-Z][\w-]+\s+)?(?:(?:Acting\s+)?(?:Vice\s+)?President(?:\s+and\s+Prime\s+Minister)?"
    r"|Prime Minister|Governor|Head of State"
    r"|Secretary)(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w.’'-]*){0,4}|He|She|I"
    r"|(?:[A-Z][\w.’'-]*\s?){2,3})(?:\s+(?:has|have|had|also|then))*",
    re.DOTALL,
)
LEADERS = re.compile(
    r"\b(?:presidents|leaders|heads of (?:state|government|delegation\w*)|parties|sides"
    r"|ministers|they|both|participants|members|countries|states|summit|council|and)\b",
    re.IGNORECASE,
)
SHARED = re.compile(
    r"\b(?:joint|final|common|political|trilateral|tripartite|bilateral|summit|quadrilateral"
    r"|leaders[’']|press)\b|communiqu|Statement|Declaration",
    re.IGNORECASE,
)
RELEASE = re.compile(
    r"(?:The\s+)?(?:[\w.-]+[\s–-]+){0,6}?(?:Joint|Trilateral|Leaders[’']|Quad Leaders[’']"
    r"|G7 Leaders[’']|Common|Final|Political)\s+(?:[\w.’'-]+\s+){0,3}?(?:Statement|Declaration"
    r"|Communiqu[eé]|Vision|Principles)\b(?!\s*(?:to|for) the (?:press|media))",
    re.IGNORECASE,
)
SUPPLEMENT = re.compile(
    r"(?:the\s+)?(?:list of (?:the\s+)?)?(?:[\w-]+\s+){0,2}(?:documents|agreements|papers)\b"
    r".{0,40}?\b(?P<cue>signed|adopted)\b(?!\s+by the president of)",
    re.IGNORECASE,
)
CONTINUED = re.compile(
    r"(?:(?:In particular|Among others|Thus|In addition|Also|Moreover)[,:]?\s+)?"
    r"(?P<subject>These|They|It|Among (?:them|these)|(?:Among )?(?:The|All|All the|Other|Another"
    r"|Some of the|Several|Most of the|Newly|Among the|These|Signed|One of the|A number of)\b"
    r"(?:(?!\b(?:was|were|is|are|has|have|will)\b)[^.;:,]){0,90}?\b(?:documents?|agreements?"
    r"|papers?|package|accords|list)\b(?:(?!\b(?:was|were|is|are|has|have"
    r"|will)\b)[^.;:,]){0,80}?)"
    r",?\s+(?:also\s+|mainly\s+|primarily\s+)?(?P<verb>include[sd]?|comprise[sd]?|contain(?:s"
    r"|ed)?|are|is|were|was|(?:(?:are|were)\s+)?(?P<topic>concern(?:s|ed|ing)?|cover(?:s|ed)?"
    r"|relat(?:es?|ed) to|relate(?:d)?,? in particular,? to|deal(?:s|t)? with|pertain(?:s"
    r"|ed)? to|related))\b[:,]?\s*"
)
FIRST = re.compile(
    r"The first (?:one |document |agreement |of them )?(?:,\s*)?(?:concern(?:s|ed)?|dealt with"
    r"|deals with|is on|was on|is about|covers|covered|provides for|on)\s+"
)
ORDINAL = re.compile(
    r"[,;]?\s*(?:(?:and|while)\s+)?the (?:second|third|fourth|fifth|sixth|other|last"
    r"|remaining(?: \w+)?)(?: one| ones)?,?\s*(?:(?:concern(?:s|ed)?|deals?|dealt|with|on"
    r"|covers?|covered)\s+)*(?:specific [^:]{0,60}:\s*)?",
    re.IGNORECASE,
)
INVERTED = re.compile(
    r"(?:Also|In addition|Additionally|Besides|Moreover|Other documents"
    r"|)[,\s]*(?:also\s+)?[Ss]igned\b(?P<between>[^.:;]{0,120}?)\b(?:were|was)(?P<colon>:?)\s+"
)
ADVERBIAL = re.compile(
    r"(?:,?\s*(?:also|too|as well|just now|today|yesterday|here|there|later|then"
    r"|at the (?:meeting|summit|talks|ceremony|forum|end of [^,;.]{0,40})|(?:after|following"
    r"|during|at|as part of|within|upon|in the framework of|on the sidelines of)(?: (?:the|his"
    r"|her|their|this|these))? (?:\w+[ -]){0,2}?(?:talks|meeting|visit|summit|consultations"
    r"|negotiations|session|forum|event|ceremony|conversation)\b|in (?:the"
    r"|their) (?:\w+ )?presence(?: of [^,;:.]{0,120}?(?=\s*[:,;.]|\s+(?:on|regarding"
    r"|between)\s))?|in [A-Z]\w+(?= (?:on|between|regarding|concerning)\b)))+",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"[\s,]*(?:(?P<list>:|—|–|\s-\s|including|namely|among them)|(?P<topic>on|regarding"
    r"|concerning|between|covering|relating to|aimed at|titled|entitled|amending"
    r"|in the (?:fields?|spheres?|areas?) of|to (?!the\b|mark\b)\w+|for (?!\d|the first)\w+"
    r"|with)\b)",
    re.IGNORECASE,
)
NOT_TOPIC = re.compile(
    r"on (?:the (?:sidelines|basis|results?|occasion|eve|margins|heels|same day|part|side|first"
    r"|spot)|behalf|\d|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    + MONTH
    + r"|their behalf)|with the (?:participation|aim)|in (?:the )?(?:presence)|for (?:their|his|her)\b",
    re.IGNORECASE,
)
GAP = re.compile(
    r"[\s,]*(?:(?:in|at|on|during|following|after|today|also|yesterday|here|with|as|under|by"
    r"|before|then|,)\b[^;:]{0,110}?)?[\s,:“\"*]*",
    re.IGNORECASE,
)
NEXT_CLAUSE = re.compile(
    r",?\s+(?:and|while)\s+(?=(?:the\s)?[A-Z][^,;:]{2,90}?\s(?:also\s)?(?:signed"
    r"|concluded)\b(?!\s(?:by|in|on|between)\b))"
)
BROKEN = re.compile(
    r"(?:an?|the)\s(?:[\w-]+\s){0,5}(?:agreement|treaty|memorandum|protocol|contract|declaration"
    r"|statement|documents?|programme|plan)\b",
    re.IGNORECASE,
)
PLAN = re.compile(
    r"\b(?:action|joint|cooperation|bilateral|interstate|exchanges?|plan of|plan|roadmap)\b", re.IGNORECASE
)
PLANNED = re.compile(
    r"\b(?:is|are|was|were|has been|will be)\s+(?:also\s+)?(?:planned|expected|scheduled|due"
    r"|envisaged|foreseen|under|possible|necessary|important|needed|discussed|postponed"
    r"|delayed)\b",
    re.IGNORECASE,
)
DOMESTIC = re.compile(
    r"\b(?:cabinet|government|presidential|executive|disaster|emergency|supreme court|federal)\b", re.IGNORECASE
)
