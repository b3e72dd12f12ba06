"""A made-up report about the small study of claims_survey, as Markdown, Word and PDF."""

from pathlib import Path

import docx
import typst

PARAGRAPHS = (
    ("1 Gebruik", "heading"),
    ("Van de 10 deelnemers gebruikt 50% het vaak.", ""),
    ("Van wie zelfstandig is zegt 25% (n = 4) het niet te weten; in dienst is dat 33,3 procent (n = 3).", ""),
    ("Dat is 10 procentpunten meer dan in 2023. Een derde verwacht meer.", ""),
    ("2 Redenen", "heading"),
    ("Tabel 1. Hoe vaak? (n = 10)", "caption"),
)
TABLE = (
    ("", "Zelf (n=4)", "Totaal"),
    ("Vaak", "50%", "50%"),
    ("Zelden", "25%", "40%"),
    ("Weet ik niet", "25%", "10%"),
    ("Totaal", "100%", "100%"),
)
TAIL = "Tussen 12 en 14% noemt iets anders, aldus 713 mensen."


def write_markdown(path: Path) -> Path:
    lines = []
    for text, kind in PARAGRAPHS:
        lines += [f"## {text}" if kind == "heading" else text, ""]
    lines += [f"| {' | '.join(row)} |" for row in TABLE[:1]] + ["|---|---|---|"]
    lines += [f"| {' | '.join(row)} |" for row in TABLE[1:]] + ["", f"**{TAIL}**"]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def write_word(path: Path) -> Path:
    document = docx.Document()
    styles = {"heading": "Heading 1", "caption": "Caption", "": "Normal"}
    for text, kind in PARAGRAPHS:
        document.add_paragraph(text, style=styles[kind])
    table = document.add_table(rows=len(TABLE), cols=3)
    for row, cells in zip(table.rows, TABLE, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph(TAIL)
    document.save(str(path))
    return path


def write_pdf(path: Path) -> Path:
    """Write what a PDF shows of it, a line a line, by the typesetter that Peil has."""
    lines = [text for text, _ in PARAGRAPHS] + [" ".join(filter(None, row)) for row in TABLE] + [TAIL]
    source = "\n\n".join(line.replace("%", "\\%").replace("=", "\\=") for line in lines)
    target = path.with_suffix(".typ")
    target.write_text(f"#set page(numbering: none)\n{source}\n", encoding="utf-8")
    typst.compile(str(target), output=str(path))
    return path


WRITERS = {".md": write_markdown, ".docx": write_word, ".pdf": write_pdf}
