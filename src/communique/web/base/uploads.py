"""What a form may carry as files on any page: forms are read before anybody is asked who they are."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest


class UploadBound(FileUploadHandler):
    """Stop where the files of a form are more than any page takes, before they fill the disk; pages may allow more."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._came = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002 - Django's signature
        """Count a piece, and let the next handler have it."""
        self._came += len(raw_data)
        if self._came > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise StopUpload(connection_reset=True)
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile[Any] | None:  # noqa: ARG002 - likewise
        """Leave the file to the next handler."""
        return None
