"""CSV on the Web, DDI-Codebook, Triple-S and the page beside them say what the files hold."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from packed_survey import N, make_dataset, make_pack

from peil.data.dataset import Dataset
from peil.formats.pack.files import pack_files, pack_problems
from peil.formats.pack.make_pack import make_restricted_pack
from peil.formats.pack.pack import Holds, Pack
from peil.formats.pack.words import WORDS

DDI = "{ddi:codebook:2_5}"
ORDER = {
    "codeBook": ["docDscr", "stdyDscr", "fileDscr", "dataDscr"],
    "stdyDscr": ["citation", "stdyInfo", "method", "dataAccs"],
    "citation": ["titlStmt", "rspStmt", "prodStmt", "distStmt", "serStmt", "verStmt"],
    "fileTxt": ["fileName", "dimensns", "fileType"],
    "dataDscr": ["varGrp", "var"],
    "var": ["labl", "qstn", "universe", "sumStat", "catgry", "varFormat"],
    "catgry": ["catValu", "labl", "catStat"],
    "useStmt": ["restrctn", "conditions"],
}
"""Children in the order of the schema, as far as we write them."""


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return make_dataset(tmp_path_factory.mktemp("packed") / "study")


@pytest.fixture(scope="module")
def pack(dataset: Dataset) -> Pack:
    return make_restricted_pack(dataset, "nl")


@pytest.fixture(scope="module")
def files(pack: Pack) -> dict[str, bytes]:
    return {name.removeprefix(f"{pack.stem}."): content for name, content in pack_files(pack).items()}


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_the_csv_and_its_description_agree(files: dict[str, bytes], pack: Pack) -> None:
    told = json.loads(files["csv-metadata.json"])
    assert told["url"] == f"{pack.stem}.csv"
    columns = told["tableSchema"]["columns"]
    header = next(csv.reader(io.StringIO(files["csv"].decode())))
    assert [column["titles"] for column in columns] == header
    assert len({column["name"] for column in columns}) == len(columns)
    assert told["tableSchema"]["primaryKey"] == "id"
    for row in rows(files["csv"]):
        for column in columns:
            cell, kind = row[column["titles"]], column["datatype"]
            if kind["base"] == "string" or cell in column.get("null", [""]):
                continue
            number = float(cell)
            assert kind["base"] == "decimal" or number.is_integer()
            assert kind.get("minimum", number) <= number <= kind.get("maximum", number)


def test_the_csv_has_every_row_and_cell(files: dict[str, bytes], pack: Pack) -> None:
    read = rows(files["csv"])
    assert len(read) == N
    for variable in pack.variables:
        assert tuple(row[variable.name] for row in read) == variable.cells


def test_the_codebook_is_built_as_its_schema_says(files: dict[str, bytes]) -> None:
    root = ET.fromstring(files["ddi.xml"])  # noqa: S314 - our own file
    assert root.tag == f"{DDI}codeBook"
    assert root.get("version") == "2.5"
    for element in root.iter():
        name = element.tag.removeprefix(DDI)
        children = [child.tag.removeprefix(DDI) for child in element]
        if name in ORDER:
            assert children == sorted(children, key=ORDER[name].index), name
        if not children:
            assert element.text or element.attrib, name
    ids = [each.get("ID") for each in root.iter() if each.get("ID")]
    assert len(ids) == len(set(ids))
    for group in root.iter(f"{DDI}varGrp"):
        assert set((group.get("var") or "").split()) <= set(ids)


def test_the_codebook_tells_question_universe_categories_and_counts(
    files: dict[str, bytes], pack: Pack
) -> None:
    root = ET.fromstring(files["ddi.xml"])  # noqa: S314 - our own file
    variables = {each.get("name"): each for each in root.iter(f"{DDI}var")}
    usage = variables["usage"]
    assert usage.findtext(f"{DDI}qstn/{DDI}qstnLit") == "Hoe vaak gebruikt u het?"
    counts = Counter(pack.by_name["usage"].cells)
    for category in usage.iter(f"{DDI}catgry"):
        code = category.findtext(f"{DDI}catValu") or ""
        assert category.findtext(f"{DDI}catStat") == str(counts[code])
    missing = [one.findtext(f"{DDI}catValu") for one in usage.iter(f"{DDI}catgry") if one.get("missing")]
    assert missing == ["4", "9997", "9998", "9999"]
    assert "Is er iets veranderd?" in (variables["what"].findtext(f"{DDI}universe") or "")
    assert usage.find(f"{DDI}universe") is None


def test_a_public_codebook_counts_nothing(pack: Pack) -> None:
    public = replace(pack, public=True)
    content = next(each for name, each in pack_files(public).items() if name.endswith("ddi.xml"))
    assert b"catStat" not in content
    assert b"sumStat" not in content


def read_triple_s(description: bytes, data: bytes) -> list[dict[str, list[str]]]:
    """Read rows as a reader of Triple-S does: labels of the codes chosen, by variable."""
    root = ET.fromstring(description)  # noqa: S314 - our own file
    record = root.find("survey/record")
    assert record is not None
    assert record.get("format") == "csv"
    lines = list(csv.reader(io.StringIO(data.decode(), newline="")))[int(record.get("skip") or 0) :]
    found = []
    for line in lines:
        row = {}
        for variable in record.iter("variable"):
            cell = line[int(variable.find("position").get("start")) - 1]  # type: ignore[union-attr,arg-type]
            labels = {value.get("code"): value.text or "" for value in variable.iter("value")}
            chosen = [cell] if cell else []
            if variable.get("type") == "multiple":
                chosen = [str(place) for place, bit in enumerate(cell, 1) if bit == "1"]
            row[variable.findtext("name") or ""] = [labels.get(code, code) for code in chosen]
        found.append(row)
    return found


def test_triple_s_reads_back(files: dict[str, bytes], dataset: Dataset) -> None:
    read = read_triple_s(files["sss"], files["sss.csv"])
    reasons = dataset.study.codebook.items["reasons"]
    for number, row in enumerate(read):
        ticked = [
            option.wording.label("nl")
            for option in reasons.options
            if dataset.columns[f"reasons.{option.id}"][number]
        ]
        assert row["reasons"] == ticked
        place = int(dataset.columns["usage"][number])
        if place >= 0:
            assert row["usage"] == [dataset.study.codebook.items["usage"].options[place].wording.label("nl")]
        assert row["id"] == [dataset.ids[number]]


def test_triple_s_is_built_as_its_standard_says(files: dict[str, bytes], pack: Pack) -> None:
    root = ET.fromstring(files["sss"])  # noqa: S314 - our own file
    assert root.tag == "sss"
    kinds = {"single", "multiple", "quantity", "character"}
    for number, variable in enumerate(root.iter("variable"), 1):
        assert variable.get("type") in kinds
        assert [child.tag for child in variable][:3] == ["name", "label", "position"]
        assert variable.find("position").get("start") == str(number)  # type: ignore[union-attr]
        assert (variable.find("size") is None) == (variable.get("type") != "character")
        codes = [int(value.get("code") or "") for value in variable.iter("value")]
        assert variable.get("type") == "quantity" or all(code >= 0 for code in codes)
    ticks = [each for each in pack.variables if each.several]
    assert len(list(root.iter("variable"))) < len(pack.variables)
    assert ticks


def test_the_page_names_every_file_and_says_what_they_are(files: dict[str, bytes], pack: Pack) -> None:
    page = files["README.md"].decode()
    for name in files:
        assert name == "README.md" or f"`{pack.stem}.{name}`" in page
    assert "beperkt toegankelijke" in page
    assert "synthetisch" in page
    assert pack.fingerprint in page
    assert "onderzoek@example.org" in page


def test_the_licence_of_the_study_is_told(pack: Pack) -> None:
    licensed = pack_files(replace(pack, facts={**pack.facts, "licence": "CC BY 4.0"}))
    for name, content in licensed.items():
        if name.endswith(("README.md", "ddi.xml", "metadata.json")):
            assert b"CC BY 4.0" in content, name


@pytest.mark.slow
def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (pack_files(make_pack(tmp_path / name / "study")) for name in ("a", "b"))
    assert first == second


def test_labels_stand_in_the_language_asked_for(tmp_path: Path) -> None:
    files = pack_files(make_pack(tmp_path / "study", "en"))
    codebook = next(each for name, each in files.items() if name.endswith("ddi.xml")).decode()
    assert "How often do you use it?" in codebook
    assert "Not asked" in codebook
    assert all(b"restricted" in name.encode() for name in files)


def test_contact_details_are_in_no_file(files: dict[str, bytes]) -> None:
    assert all(b"contact.email" not in content for content in files.values())


def test_every_language_has_every_word() -> None:
    assert WORDS["nl"].keys() == WORDS["en"].keys()


def test_a_pack_without_odd_codes_has_nothing_to_tell(pack: Pack) -> None:
    assert pack_problems(pack) == ()
    variable = pack.by_name["usage"]
    assert variable.holds is Holds.CODES
    codes = tuple(replace(code, missing=code.missing or code.code in {1, 2}) for code in variable.codes)
    odd = replace(pack, variables=(replace(variable, codes=codes),))
    assert [problem.code for problem in pack_problems(odd)] == ["D053"]
