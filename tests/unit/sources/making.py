"""Small PDF and Word files, made for the tests."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import docx

from communique.model import Capture

PAGES = Path(__file__).parent / "pages"


def page(name: str, address: str | None = None) -> Capture:
    """Give a saved page as a capture, by default at the path where it lies."""
    path = PAGES / name
    return Capture(address=address or str(path), content=path.read_bytes())


def text(words: str, address: str = "talks.txt") -> Capture:
    """Give a plain text as a capture."""
    return Capture(address=address, content=words.encode())


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """Make a PDF with lines of Latin text, one list a page."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        content = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
        objects.append(f"{content} /Resources << /Font << /F 3 0 R >> >> >>")
        shown = "".join(f"({line.replace('(', '[').replace(')', ']')}) Tj 0 -16 Td\n" for line in lines)
        stream = f"BT /F 11 Tf 60 740 Td\n{shown}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return _with_table(objects)


def _with_table(objects: Sequence[str]) -> bytes:
    made = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    made += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(made)


def word_file(title: str, paragraphs: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> bytes:
    """Make a Word document with a title, paragraphs, and a table where there are rows."""
    document = docx.Document()
    document.add_heading(title, level=0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
