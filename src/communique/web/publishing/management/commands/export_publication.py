"""Write a publication into a folder of files."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from communique.errors import CommuniqueError
from communique.web.publishing.exporting import save_export
from communique.web.publishing.models import Publication


class Command(BaseCommand):
    """``export_publication SLUG FOLDER``: the same files as the download has."""

    help = "Write a publication into a folder of files that opens without network."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the publication and the folder."""
        parser.add_argument("slug")
        parser.add_argument("folder", type=Path)

    def handle(self, *_args: object, **options: object) -> None:
        """Write the files."""
        publication = Publication.objects.filter(slug=options["slug"]).first()
        if publication is None:
            names = ", ".join(Publication.objects.values_list("slug", flat=True)[:10]) or "none yet"
            message = f"no publication {options['slug']}; there are: {names}"
            raise CommandError(message)
        try:
            number = save_export(
                publication, Path(str(options["folder"])), root=settings.CONFIG.address or "http://localhost"
            )
        except CommuniqueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{number} files in {options['folder']}")
