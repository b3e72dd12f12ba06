"""``::: annex audit``: printed figures tried on each other, told in both languages and every format."""

import io
import json
import string
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from small_study import make_release, make_study, write

from peil.audit.finding_phrases import PHRASES
from peil.audit.rules.catalogue import FINDING_RULES
from peil.core.problem import Problem
from peil.disclose.printed_finding import PrintedClaim
from peil.disclose.printed_findings import find_printed
from peil.report.compose.beside.audit import printed
from peil.report.compose.beside.audit_words import KINDS, name_kind
from peil.report.compose.render import render
from peil.report.document import Document, NumberedTable, Paragraph
from peil.report.template.part import Part
from peil.report.template.read import read_template
from peil.report.write import WRITERS
from peil.study.reader.read import read_study

TEXT = "# Toetsing  {annex}\n\n::: annex audit\n:::\n"
BASE = {"n": 13, "known": "printed"}
SHARE: dict[str, Any] = {
    "section": "2.3", "place": "Figure 5", "statistic": "share", "item": "usage", "options": ["often"],
}  # fmt: skip
IMPOSSIBLE = SHARE | {"id": "C001", "printed": 34, "base": BASE}
POSSIBLE = SHARE | {"id": "C001", "printed": 31, "base": BASE}


def annexed(folder: Path, *claims: dict[str, Any], language: str = "nl") -> tuple[Document, list[Problem]]:
    make_study(folder)
    if claims:
        (folder / "published").mkdir(exist_ok=True)
        (folder / "published" / "claims.json").write_text(json.dumps({"claims": claims}), encoding="utf-8")
    study = read_study(folder)
    for known in (folder / "report").rglob("*.md"):
        known.unlink()
    write(folder, TEXT, language)
    template, problems = read_template(folder, study, language)
    release = replace(make_release(study, template), printed=find_printed(study))
    document, more = render(study, release, template)
    return document, [*problems, *more]


def tables(document: Document) -> list[NumberedTable]:
    return [block for block in document.blocks if isinstance(block, NumberedTable)]


def cells(table: NumberedTable) -> list[list[str]]:
    return [["".join(run.text for run in cell.text) for cell in row] for row in table.grid.body]


def test_a_finding_is_told_with_its_place_and_arithmetic_in_dutch(tmp_path: Path) -> None:
    document, problems = annexed(tmp_path, IMPOSSIBLE)
    assert problems == []
    (table,) = tables(document)
    assert (table.number, table.anchor, table.caption) == (0, "annex-audit", "Zekere bevindingen")
    ((code, claims, arithmetic),) = cells(table)
    assert code == "Percentage dat niet kan (F001)"
    assert claims == "34% (van 13), 2.3, figuur 5: Hoe vaak gebruikt u AI in uw werk: Vaak (C001)"
    assert arithmetic.startswith("34% [C001]: bij een basis van 13 hoort geen enkel aantal mensen")
    said = ["".join(run.text for run in one.text) for one in document.blocks if isinstance(one, Paragraph)]
    assert said[0].startswith("Getoetst zijn 1 uitspraken over dit onderzoek en 0 over ander onderzoek")


def test_and_in_english(tmp_path: Path) -> None:
    document, problems = annexed(tmp_path, IMPOSSIBLE, language="en")
    assert problems == []
    (table,) = tables(document)
    ((_, claims, arithmetic),) = cells(table)
    assert claims == "34% (of 13), 2.3, Figure 5: How often do you use AI in your work: Often (C001)"
    assert "of a base of 13 no number of people gives it" in arithmetic


def test_where_nothing_is_found_the_annex_says_so(tmp_path: Path) -> None:
    document, problems = annexed(tmp_path, POSSIBLE)
    assert problems == []
    assert tables(document) == []
    assert "Er is niets gevonden." in WRITERS["html"](document).decode()


def test_an_unconfirmed_draft_is_not_told(tmp_path: Path) -> None:
    document, _ = annexed(tmp_path, POSSIBLE, IMPOSSIBLE | {"id": "D001", "confirmed": False})
    assert tables(document) == []
    assert "Getoetst zijn 1 uitspraken" in WRITERS["html"](document).decode()


@pytest.mark.parametrize("claims", [(), (IMPOSSIBLE | {"item": "usege"},)], ids=["none", "unreadable"])
def test_an_annex_without_claims_is_a_problem(tmp_path: Path, claims: tuple[dict[str, Any], ...]) -> None:
    document, problems = annexed(tmp_path, *claims)
    assert [(one.code, one.span.file, one.span.line) for one in problems] == [("R092", "report/1.md", 3)]
    assert tables(document) == []


def test_no_slide_can_hold_it(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    (tmp_path / "deck").mkdir()
    (tmp_path / "deck" / "1.md").write_text("# Een\n\n::: annex audit\n:::\n", encoding="utf-8")
    _, problems = read_template(tmp_path, study, "nl", Part.DECK)
    assert [str(one.span) + " " + one.code for one in problems] == ["deck/1.md:1:1 R048"]


def test_both_languages_need_it(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    write(tmp_path, TEXT)
    base, _ = read_template(tmp_path, study, "nl")
    write(tmp_path, "# Audit  {annex}\n", "en")
    _, problems = read_template(tmp_path, study, "en", Part.REPORT, base)
    assert [one.code for one in problems] == ["R022"]
    assert "annex on printed figures" in problems[0].message


def text_of(name: str, content: bytes) -> str:
    match name:
        case "pdf":
            pages = pypdfium2.PdfDocument(content)
            return " ".join(page.get_textpage().get_text_range() for page in pages)
        case "docx":
            found = docx.Document(io.BytesIO(content))
            rows = (cell.text for table in found.tables for row in table.rows for cell in row.cells)
            return " ".join((*(one.text for one in found.paragraphs), *rows))
    return content.decode()


@pytest.mark.parametrize("name", WRITERS)
def test_the_annex_stands_in_every_format(tmp_path: Path, name: str) -> None:
    document, _ = annexed(tmp_path, IMPOSSIBLE)
    said = " ".join(text_of(name, WRITERS[name](document)).split())
    for words in ("Zekere bevindingen", "F001", "34%", "Rekensom", "C001"):
        assert words in said


def test_many_claims_are_told_by_their_place_and_few_one_by_one() -> None:
    many = tuple(PrintedClaim(f"C{number:03}", "2.3, tabel 2", "x", "34%") for number in (*range(1, 10), 12))
    assert printed(many, "nl") == "10 uitspraken, 2.3, tabel 2 (C001–C009, C012)"
    assert printed(many[:2], "nl") == "34%, 2.3, tabel 2: x (C001); 34%, 2.3, tabel 2: x (C002)"


def test_every_message_is_told_in_dutch_and_english_with_the_same_values() -> None:
    for kind, phrases in PHRASES.items():
        fields = {
            language: {name for _, name, _, _ in string.Formatter().parse(phrase) if name}
            for language, phrase in phrases.items()
        }
        assert set(fields) >= {"nl", "en"}, kind
        assert fields["nl"] == fields["en"], kind


def test_every_finding_without_data_has_a_name_in_dutch_and_english() -> None:
    codes = {rule.code for rule in FINDING_RULES}
    for language in ("nl", "en"):
        assert set(KINDS[language]) == codes
        assert len(set(KINDS[language].values())) == len(codes)
    assert name_kind("nl", "F018") == "Groep onder het minimum (F018)"
    assert name_kind("nl", "F999") == "F999"
