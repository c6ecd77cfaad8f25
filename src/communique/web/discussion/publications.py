"""What comments need to know of a publication; the only place here that asks the room ``publishing``."""

from __future__ import annotations

from communique.web.publishing.models import Publication


def publication_get(slug: str) -> Publication | None:
    """Give what stands published under a slug, None where nothing does."""
    return Publication.objects.select_related("analysis").filter(slug=slug).first()


def words_of_sentence(publication: Publication, number: int) -> str:
    """Give the words of a sentence of the newest version by its number, empty where there is none."""
    return next((sentence.words for sentence in publication.sentences() if sentence.number == number), "")


def dossier_of(publication: Publication) -> str:
    """Give the name of the dossier of a publication's analysis, empty for none."""
    return str(publication.analysis.dossier)
