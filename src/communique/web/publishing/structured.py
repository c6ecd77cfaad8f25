"""A publication as schema.org JSON-LD: an Article, its Claims with what they rest on, and what an audit says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from communique.web.publishing.evidence.frozen import Content, Exhibit, FrozenRuling, FrozenSentence
from communique.web.publishing.models import PublishedVersion

_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def article_record(version: PublishedVersion, content: Content, *, root: str, publisher: str) -> dict[str, Any]:
    """
    Give one version as a schema.org Article; ``root`` is the workspace's address, ``publisher`` its name.

    A Claim is a sentence that opens on evidence. A ClaimReview stands only where an audit of a dossier decided about a
    claim: its words are the audit's own, and it gives no number for a rating.
    """
    publication = version.publication
    address = root + version.get_absolute_url()
    whole = root + publication.get_absolute_url()
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": address,
        "url": address,
        "mainEntityOfPage": whole,
        "headline": content.title,
        "description": content.summary,
        "inLanguage": content.language,
        "author": [{"@type": "Person", "name": name} for name in content.authors],
        "publisher": {"@type": "Organization", "name": publisher, "url": root + "/"},
        "datePublished": publication.first.isoformat(),
        "dateModified": version.moment.isoformat(),
        "version": str(version.number),
        "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": version.digest},
        "citation": list(_citations(content)),
        "hasPart": [*_claims(content, address), *_reviews(content, address, publisher)],
    }


def script_of(record: dict[str, Any]) -> SafeString:
    """Write a record so that it can stand in a script element: no letter of it can end the element."""
    return mark_safe(json.dumps(record, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308 - see above


def _citations(content: Content) -> Iterator[dict[str, Any]]:
    cited = {exhibit.key: exhibit for exhibit in content.evidence}
    return (_release(exhibit) for exhibit in cited.values())


def _release(exhibit: Exhibit) -> dict[str, Any]:
    record = {
        "@type": "CreativeWork",
        "name": exhibit.title or exhibit.name,
        "inLanguage": exhibit.language,
        "publisher": {"@type": "Organization", "name": exhibit.office or exhibit.issuer} if exhibit.issuer else None,
        "datePublished": exhibit.issued or None,
        "url": exhibit.address if exhibit.address.startswith(("http://", "https://")) else None,
        "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": exhibit.imprint},
    }
    return {name: value for name, value in record.items() if value is not None}


def _claims(content: Content, address: str) -> Iterator[dict[str, Any]]:
    exhibits = {exhibit.number: exhibit for exhibit in content.evidence}
    for sentence in content.sentences:
        if sentence.evidence and not sentence.view:
            yield _claim(sentence, exhibits, address)


def _claim(sentence: FrozenSentence, exhibits: dict[int, Exhibit], address: str) -> dict[str, Any]:
    quoted = (exhibits[number] for number in sentence.evidence)
    return {
        "@type": "Claim",
        "@id": f"{address}#s{sentence.number}",
        "text": sentence.words,
        "isBasedOn": [
            {"@type": "Quotation", "text": exhibit.words, "isPartOf": _release(exhibit)} for exhibit in quoted
        ],
    }


def _reviews(content: Content, address: str, publisher: str) -> Iterator[dict[str, Any]]:
    return (_review(ruling, content, address, publisher) for ruling in content.rulings)


def _review(ruling: FrozenRuling, content: Content, address: str, publisher: str) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "url": f"{address}#s{ruling.sentence}",
        "claimReviewed": ruling.words,
        "itemReviewed": {"@type": "Claim", "text": ruling.words, "appearance": {"@id": address}},
        "reviewRating": {"@type": "Rating", "alternateName": ruling.status},
        "reviewBody": f"{ruling.statement} (dossier “{content.dossier}”, {content.software})",
        "author": {"@type": "Organization", "name": publisher},
    }
