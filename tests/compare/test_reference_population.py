"""The reference report beside national figures: what is public of them, with its source, and nothing else."""

import json

import pytest

from peil.report.document import Document, Inline, NumberedTable, Paragraph
from published_reference import REFERENCE, composed

NATIONAL = "cbs2025q3"


def words(line: Inline) -> str:
    return "".join(run.text for run in line)


def claims() -> dict[str, dict[str, object]]:
    ledger = json.loads((REFERENCE / "published" / "claims.json").read_text(encoding="utf-8"))
    return {claim["id"]: claim for claim in ledger["claims"] if claim["id"] in {"C042", "C043"}}


def class_table(document: Document) -> NumberedTable:
    (found,) = [
        block
        for block in document.blocks
        if isinstance(block, NumberedTable) and block.anchor == f"population-{NATIONAL}"
    ]
    return found


def test_the_ledger_still_has_both_claims() -> None:
    assert set(claims()) == {"C042", "C043"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "sector", "source", "lacking", "paraphrased"),
    [
        (
            "nl",
            "Marketing en design",
            "Centraal Bureau voor de Statistiek",
            "niet beschikbaar",
            "geparafraseerd",
        ),
        ("en", "Marketing and design", "Statistics Netherlands (CBS)", "not available", "paraphrased"),
    ],
)
def test_the_one_public_share_and_the_bound_stand_in_the_report_with_their_source(
    language: str, sector: str, source: str, lacking: str, paraphrased: str
) -> None:
    """C042: 26% of all jobs, beside an own share of 8%. C043: a bound of 10 points, with that exception."""
    document, _ = composed(language)
    table = class_table(document)
    told = {words(row[0].text): [words(cell.text) for cell in row[1:]] for row in table.grid.body}
    assert told.pop(sector)[1:4] == ["8%", "26%", "\u221218"]
    assert told, "other sectors of ten and more"
    assert all(row[2] == lacking for row in told.values())
    notes = "\n".join(words(note) for note in table.notes)
    assert source in notes
    assert "2025" in notes
    assert "10" in words(table.grid.head[0][-1].text)
    (verdict,) = [
        words(block.text)
        for block in document.blocks
        if isinstance(block, Paragraph) and paraphrased in words(block.text)
    ]
    assert "10 " in verdict
    assert "Panteia, 2026" in verdict
    prose = [run for block in document.blocks if isinstance(block, Paragraph) for run in block.text]
    assert [run for run in prose if run.text == "26%" and source in run.origin]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_units_and_the_width_of_the_bound_are_told(language: str) -> None:
    notes = "\n".join(words(note) for note in class_table(composed(language)[0]).notes)
    said = {
        "nl": ("De bron telt banen; dit onderzoek telt mensen", "Dat geldt voor Visuele kunsten"),
        "en": ("The source counts jobs; this study counts people", "This holds for Visual arts"),
    }
    for part in said[language]:
        assert part in notes


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_number_is_weighted_to_shares_that_nobody_gives(language: str) -> None:
    document, _ = composed(language)
    (table,) = [
        block
        for block in document.blocks
        if isinstance(block, NumberedTable) and block.anchor == f"population-{NATIONAL}-weights"
    ]
    assert {words(row[3].text) for row in table.grid.body} <= {"niet te berekenen", "cannot be computed"}
    assert all(words(row[2].text).endswith("%") for row in table.grid.body)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_word_stands_nowhere_in_the_report(language: str) -> None:
    document, _ = composed(language)
    assert "representati" not in str(document).lower()


@pytest.mark.slow
def test_the_report_has_no_problem_here() -> None:
    for language in ("nl", "en"):
        _, problems = composed(language)
        ours = [one for one in problems if "population" in str(one) or one.code in {"R088", "R089"}]
        assert ours == []
