"""Numbers read from a report's text: what is found, and that nobody's confirmation is assumed."""

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from claims_survey import make_study
from hypothesis import given
from hypothesis import strategies as st
from report_text import WRITERS

from peil.audit.findings import find_all
from peil.audit.read_claims import read_claims
from peil.audit.reading.caption import is_caption
from peil.audit.reading.cut import cut
from peil.audit.reading.draft_claims import draft_claims, write_drafts
from peil.audit.reading.find_sightings import find_sightings
from peil.audit.reading.passage import Passage, Spot, TextTable
from peil.audit.reading.read_markdown import read_markdown
from peil.audit.reading.read_report import read_report
from peil.audit.reading.sentences import split_sentences
from peil.audit.reading.sighting import Seen
from peil.cli.main import main
from peil.core.problem import Unusable

SEEN = {
    "46%": ["46 percent"],
    "46,5 procent van de 130 respondenten (n = 28)": ["46.5 percent", "130 base", "28 base"],
    "46 per cent, 47 percent": ["46 percent", "47 percent"],
    "12, 15 en 20%": ["12 percent", "15 percent", "20 percent"],
    "between 40 and 46%": ["40 percent", "46 percent"],
    "1.5–2.5%": ["1.5 percent", "2.5 percent"],
    "of the 1,250 respondents": ["1250 base"],
    "713 mensen": ["713 count"],
    "Figuur 5 (n=102)": ["102 base"],
    "een derde; one third": ["33.3 words", "33.3 words"],
    "10 procentpunten, 10 percentage points, 5%-punt": [],
    "150% more": [],
    "In 2025 en 46%": ["46 percent"],
    "Figuur 5 en 46%": ["46 percent"],
    "tien tot en met 29 respondenten": [],
    "minder dan 10 respondenten": [],
}


@pytest.mark.parametrize("text", SEEN)
def test_what_is_seen_in_a_text(text: str) -> None:
    assert [f"{one.value} {one.kind}" for one in find_sightings(text)] == SEEN[text]


@given(st.integers(0, 1000), st.sampled_from(["%", " %", " procent", " per cent", " percent"]))
def test_every_percentage_is_seen_once_with_its_decimals(tenths: int, sign: str) -> None:
    value = Decimal(tenths) / 10
    for text in (f"{value}", f"{value}".replace(".", ",")):
        (found,) = find_sightings(f"Hiervan zegt {text}{sign} ja.")
        assert (found.kind, found.value) == (Seen.PERCENT, value)
        assert found.decimals == (1 if tenths % 10 or "," in text or "." in text else 0)


@given(st.text("0123456789., %n=-–()enof", max_size=60))
def test_no_text_takes_it_aback(text: str) -> None:
    for one in find_sightings(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.kind is not Seen.PERCENT or one.value <= 100


def test_an_abbreviation_or_a_decimal_point_ends_no_sentence() -> None:
    text = "Dat is ca. 12.5% van allen, bijv. Amsterdammers. De rest (30%) niet."
    assert list(split_sentences(text)) == [
        "Dat is ca. 12.5% van allen, bijv. Amsterdammers.",
        "De rest (30%) niet.",
    ]


def drafts(folder: Path, suffix: str) -> dict[str, Any]:
    study = make_study(folder)
    report = WRITERS[suffix](folder / f"report{suffix}")
    return draft_claims(read_report(report), study, "nl", report.name)


PRINTED = Counter(
    [50, 25, 33.3, *[50, 50, 25, 40, 25, 10, 100, 100], 12, 14, *[10, 4, 3, 10], 713]
)  # sentences, table, range, bases, count


@pytest.mark.parametrize("suffix", WRITERS)
def test_every_number_of_a_report_is_found(tmp_path: Path, suffix: str) -> None:
    found = drafts(tmp_path, suffix)
    numbers = Counter(claim["printed"] for claim in found["claims"])
    assert numbers - PRINTED == (Counter([4]) if suffix == ".pdf" else Counter())  # the table's head
    assert PRINTED - numbers == Counter()
    assert [hint["words"] for hint in found["hints"]] == ["Een derde"]
    assert found["questions"][0]["choices"] == ["Vaak", "Zelden", "Weet ik niet"]


@pytest.mark.parametrize("suffix", WRITERS)
def test_place_sentence_and_base_of_a_number_in_a_sentence(tmp_path: Path, suffix: str) -> None:
    by_value = {claim["printed"]: claim for claim in drafts(tmp_path, suffix)["claims"]}
    one = by_value[33.3]
    assert (one["section"], one["decimals"]) == ("1 Gebruik", 1)
    assert one["place"] == ("page 1, text" if suffix == ".pdf" else "text")
    assert one["base"] == {"n": 3, "known": "printed"}
    assert one["read"]["bases"] == [4, 3]
    assert "in dienst is dat 33,3 procent (n = 3)" in one["read"]["text"]


@pytest.mark.parametrize("suffix", [".md", ".docx"])
def test_a_cell_whose_words_are_the_studys_own_is_filled_in_and_still_unconfirmed(
    tmp_path: Path, suffix: str
) -> None:
    claims = drafts(tmp_path, suffix)["claims"]
    (cell,) = (one for one in claims if one["place"] == "Tabel 1, Zelden, Zelf (n=4)")
    assert (cell["item"], cell["options"], cell["where"]) == ("usage", ["rarely"], {"work": ["own"]})
    assert cell["base"] == {"n": 4, "known": "printed"}
    assert cell["confirmed"] is False
    assert cell["read"]["items"][0] == {
        "item": "usage",
        "options": ["rarely"],
        "label": "Hoe vaak? / Zelden",
        "score": 100,
    }


def test_prose_is_never_filled_in(tmp_path: Path) -> None:
    claims = drafts(tmp_path, ".md")["claims"]
    prose = [one for one in claims if one["place"] == "text"]
    assert prose
    assert not any("item" in one or "where" in one for one in prose)
    assert not any(one["confirmed"] for one in claims)
    assert all(len(one["read"].get("items", [])) <= 3 for one in claims)


@pytest.mark.parametrize("column", ["Vaak", "Vrouwen"])
def test_a_cell_of_two_answers_or_of_an_unknown_group_is_not_filled_in(tmp_path: Path, column: str) -> None:
    study = make_study(tmp_path)
    report = tmp_path / "r.md"
    text = f"Tabel 1. Hoe vaak?\n\n| | {column} |\n|---|---|\n| Zelden | 25% |\n"
    report.write_text(text, encoding="utf-8")
    (claim,) = draft_claims(read_report(report), study, "nl", "r.md")["claims"]
    assert "item" not in claim


BAD = {
    "absent.md": None,
    "report.txt": b"46%",
    "report.docx": b"no zip",
    "report.pdf": b"no pdf",
    "empty.md": b"\n",
    "report.md": b"\xff\xfe46%",
}


@pytest.mark.parametrize("name", BAD)
def test_a_report_that_cannot_be_read_is_one_problem(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    content = BAD[name]
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Unusable) as raised:
        read_report(path)
    assert [problem.code for problem in raised.value.problems] == ["A009"]


def test_a_folder_and_an_absent_file_are_told_with_a_repair(tmp_path: Path) -> None:
    for path, told in ((tmp_path, "a folder"), (tmp_path / "none.pdf", "it is absent")):
        with pytest.raises(Unusable) as raised:
            read_report(path)
        (problem,) = raised.value.problems
        assert told in problem.message
        assert str(tmp_path) not in problem.message
        assert problem.hint


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    status = main([*arguments, "--format", "json"])
    return status, json.loads(capsys.readouterr().out)


def test_the_command_writes_drafts_and_tries_what_needs_no_item(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_study(tmp_path)
    report = tmp_path / "report.md"
    report.write_text(
        "Onder de werkgevers zegt 34% (n = 10) ja.\n\nTabel 1. Iets\n\n"
        "| | Allen |\n|---|---|\n| A | 60% |\n| B | 70% |\n| Totaal | 100% |\n",
        encoding="utf-8",
    )
    out = tmp_path / "drafts.json"
    status, found = run("audit", str(tmp_path), "--read", str(report), "--out", str(out), capsys=capsys)
    assert (status, found["file"], len(found["claims"])) == (0, str(out), 5)
    assert {one["code"] for one in found["findings"]} == {"F001", "F003"}
    assert {one["grade"] for one in found["findings"]} == {"likely"}
    again, refused = run("audit", str(tmp_path), "--read", str(report), "--out", str(out), capsys=capsys)
    assert (again, [one["code"] for one in refused["problems"]]) == (2, ["A011"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Of these 2 were read from a text and confirmed by nobody."),
        ("nl", "Daarvan zijn er 2 uit een tekst gelezen en door niemand bevestigd."),
    ],
)
def test_the_page_of_findings_says_which_statements_are_drafts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, said: str
) -> None:
    make_study(tmp_path)
    draft: dict[str, Any] = {"confirmed": False, "statistic": "share", "printed": 34, "read": {"text": "34%"}}
    other = {"statistic": "share", "study": "b", "question": "a", "options": ["yes"], "printed": 34}
    claims, page = tmp_path / "claims.json", tmp_path / "findings.md"
    for drafts, told in ([draft, draft], True), ([], False):
        entries = [{"id": f"C{number}", **one} for number, one in enumerate([*drafts, other])]
        claims.write_text(json.dumps({"claims": entries}), encoding="utf-8")
        run(
            "audit", str(tmp_path), "--claims", str(claims), "--no-data",
            "--language", language, "--to", str(page), capsys=capsys,
        )  # fmt: skip
        assert (said in page.read_text(encoding="utf-8")) == told


def test_a_text_without_figures_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_study(tmp_path)
    (tmp_path / "report.md").write_text("Niets.", encoding="utf-8")
    status, found = run(
        "audit", str(tmp_path), "--read", str(tmp_path / "report.md"),
        "--out", str(tmp_path / "d.json"), capsys=capsys,
    )  # fmt: skip
    assert (status, [one["code"] for one in found["problems"]]) == (1, ["A010"])


BASES = {
    "Van de 10 deelnemers zegt 50% ja.": [10],
    "Van de 10 deelnemers zegt 50% ja en 20% nee.": [None, None],
    "Van de 4 werkgevers zegt 50% ja, van de 3 werknemers 33%.": [None, None],
    "Werkgevers (50%; n = 4) en werknemers (33%, n = 3).": [4, 3],
    "Zo zegt 50% van de 4 werkgevers en 33% ja.": [4, None],
    "Zo zegt 46% of employers (n = 28) yes, and 30% among others (n = 9).": [28, 9],
    "Zo zegt 46 procent (n = 28) dat, en 12% niet.": [28, None],
    "Zo zegt 46%, onder de 28 werkgevers is dat 30%.": [None, None],
    "Zo zegt 50% ja.": [None],
}


@pytest.mark.parametrize("text", BASES)
def test_a_base_is_taken_only_where_its_sentence_leaves_no_doubt(text: str) -> None:
    found = [one for one in cut([Passage(text, Spot())]) if one.sighting.kind is Seen.PERCENT]
    assert [one.base for one in found] == BASES[text]
    counted = {int(one.value) for one in find_sightings(text) if one.kind is Seen.BASE}
    assert all(set(one.bases) == counted for one in found)


def test_captions_in_a_list_of_figures_are_read_once() -> None:
    caption = "Figuur 1. Gebruik (n = 10)"
    parts = [Passage(f"{caption} 8", Spot(caption=f"{caption} 8")), Passage(caption, Spot(caption=caption))]
    assert [one.text for one in cut(parts)] == [caption]


def test_a_sentence_that_names_a_figure_is_no_caption() -> None:
    assert is_caption("Figuur 5. Gebruik (n = 10)")
    assert is_caption("Table 2: Use")
    assert not is_caption("Figuur 5 laat zien dat 46% dat doet.")
    assert not is_caption("In figuur 5 staat meer.")


def test_rows_of_bases_and_cells_without_signs_are_understood() -> None:
    head = ("Gebruik, in procenten", "Zelf", "Dienst")
    table = TextTable((head, ("Vaak", "50", "33,3"), ("n", "4", "3"), ("Jaar", "2025", "x")), Spot())
    found = list(cut([table]))
    assert [(str(one.sighting.value), one.row, one.column, one.base) for one in found] == [
        ("50", "Vaak", "Zelf", 4),
        ("33.3", "Vaak", "Dienst", 3),
    ]


def test_rows_that_have_their_own_bases_are_groups(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    report = tmp_path / "r.md"
    rows = "| Zelf (n = 4) | 50% | 25% |\n| Dienst (n = 3) | 33% | 67% |\n"
    report.write_text(f"Tabel 1. Iets\n\n| | A | B |\n|---|---|---|\n{rows}", encoding="utf-8")
    drafts = draft_claims(read_report(report), study, "nl", "r.md")
    path = tmp_path / "drafts.json"
    write_drafts(path, drafts)
    claims = read_claims(path, study)
    figures = [one.free for one in claims if one.free is not None]
    assert [(one.options, one.group) for one in figures] == [
        (("A",), "Zelf (n = 4)"),
        (("B",), "Zelf (n = 4)"),
        (("A",), "Dienst (n = 3)"),
        (("B",), "Dienst (n = 3)"),
    ]
    assert find_all(claims, study) == ()


@given(st.text(st.sampled_from("|-#* 12%\n=n()Aab.,Tabel"), max_size=120))
def test_any_markdown_can_be_read(text: str) -> None:
    for one in cut(tuple(read_markdown(text))):
        assert one.sighting.value >= 0
        assert one.base is None or one.base in one.bases
