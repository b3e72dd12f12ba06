"""The reference report beside other studies: every claim about them with its value and source, untested."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from peil.report.document import Document, NumberedTable, Paragraph
from published_reference import REFERENCE, composed, published
from reference_material import REFERENCE as MATERIAL

pytestmark = pytest.mark.slow

OURS = ("boekman2025", "kunstenbond2023", "kunstenbond_interim")
CLAIMS = MATERIAL / "genai-2026" / "claims.json"
both = pytest.mark.parametrize("language", ["nl", "en"])


def external() -> list[dict[str, object]]:
    """Give every claim that isn't about the reference study itself."""
    if not CLAIMS.is_file():
        pytest.skip("the reference material isn't there")
    every = json.loads(CLAIMS.read_text(encoding="utf-8"))["claims"]
    return [one for one in every if one["kind"] == "external"]


def claims() -> Iterator[dict[str, object]]:
    for one in external():
        if one["study"] in OURS:
            yield one


def cells(table: NumberedTable) -> list[list[str]]:
    return [["".join(run.text for run in cell.text) for cell in row] for row in table.grid.body]


def tables(document: Document) -> list[NumberedTable]:
    return [one for one in document.blocks if isinstance(one, NumberedTable)]


def listed(document: Document) -> dict[str, tuple[str, str]]:
    """Give the value and the source of each claim id that the annex lists."""
    found = {}
    for table in tables(document):
        for row in cells(table):
            if re.fullmatch(r"C\d{3}", row[-1]) and len(row) >= 5:
                found[row[-1]] = (row[3], table.source)
    return found


def printed(claim: dict[str, object], language: str) -> str:
    """Give a claim's number as it is printed; of words, those of the file, which are ours in Dutch."""
    value, decimals = claim["value"], claim["decimals"]
    if isinstance(value, str):
        return ""
    text = f"{value:.{decimals}f}" if claim["unit"] == "pct" else str(value)
    text = text.replace(".", "," if language == "nl" else ".")
    return f"{text}%" if claim["unit"] == "pct" else text


@both
def test_every_claim_about_other_studies_is_there_with_its_value_and_source(language: str) -> None:
    found = listed(composed(language)[0])
    all_claims = list(claims())
    assert len(all_claims) == 40
    for claim in all_claims:
        value, source = found[str(claim["id"])]
        wanted = printed(claim, language)
        assert value == wanted if wanted else value, claim
        assert source


def national(document: Document, language: str) -> dict[str, tuple[str, str]]:
    """Give the share and the bound of the national figures, each with the source that stands by it."""
    (table,) = (one for one in tables(document) if one.anchor == "population-cbs2025q3")
    (share,) = (
        row for row in cells(table) if row[0] == f"Marketing {'en' if language == 'nl' else 'and'} design"
    )
    (source,) = (
        told
        for told in ("".join(run.text for run in line) for line in table.notes)
        if "Panteia (2026)" in told and ("CBS" in told or "Centraal Bureau" in told)
    )
    paragraphs = [
        "".join(run.text for run in one.text) for one in document.blocks if isinstance(one, Paragraph)
    ]
    (bound,) = (one for one in paragraphs if "Panteia, 2026" in one)
    quoted = re.search(r"\((Panteia, 2026, [^)]*)\): .*?(\d+) (?:percentage points|procentpunt)", bound)
    assert quoted
    return {"C042": (share[3], source), "C043": (quoted[2] + "%", quoted[1])}


@both
def test_all_42_claims_about_other_studies_are_there(language: str) -> None:
    document = composed(language)[0]
    found = listed(document) | national(document, language)
    wanted = external()
    assert len(wanted) == len(found) == 42
    for claim in wanted:
        value, source = found[str(claim["id"])]
        assert source, claim
        assert value, claim
        assert isinstance(claim["value"], str) or value == printed(claim, language), claim


def test_words_are_those_that_were_printed() -> None:
    found = listed(composed("en")[0])
    words = {str(one["id"]): str(one["value"]) for one in claims() if isinstance(one["value"], str)}
    assert set(words) == {"C591", "C593", "C594", "C597", "C598"}
    for name, told in words.items():
        assert told.removesuffix("00000") in found[name][0].replace(",", "").replace("300000", "3"), name


@both
def test_both_comparison_tables_stand_beside_this_study(language: str) -> None:
    by_anchor = {table.anchor: table for table in tables(composed(language)[0])}
    comma = "," if language == "nl" else "."
    use, assignments, jobs = (
        {cell for row in cells(by_anchor[f"boekman2025-{name}"]) for cell in row}
        for name in ("use", "jobs12", "jobs5")
    )
    assert {"28%", f"29{comma}3%"} <= use
    assert {"6%", "12%", "44%", "1%", "35%"} <= assignments
    assert {"25%", "41%", "65%", "35%", "23%", "33%", "13%", "9%", "10%", "11%", "4%", "12%"} <= jobs


@both
def test_they_are_side_by_side_untested_and_say_why(language: str) -> None:
    document = composed(language)[0]
    why = "Niet getoetst: " if language == "nl" else "Not tested: "
    own = [table for table in tables(document) if table.anchor.startswith("boekman2025-")]
    assert len(own) == 3
    for table in own:
        told = ["".join(run.text for run in line) for line in table.notes]
        assert sum(one.startswith(why) for one in told) == 1
        assert not any(word in one for one in told for word in ("Newcombe", "signific", "representati"))


def test_nothing_but_what_was_released_is_compared() -> None:
    release = published().release
    for compared in release.compared.values():
        for question in compared.questions.values():
            for group in question.groups:
                table = release.find(group.counterpart.spec, group.counterpart.group)
                for row in group.rows:
                    shown = [cell.n for cell in table.cells if cell.option in row.ours] if table else []
                    if row.n is not None:
                        assert None not in shown
                        assert row.n == sum(one for one in shown if one is not None)


def test_the_files_stand_in_the_study() -> None:
    assert {path.stem for path in Path(REFERENCE / "compare").glob("*.toml")} >= set(OURS)
