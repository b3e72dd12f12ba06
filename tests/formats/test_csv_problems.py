from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from csv_survey import PLAN, make_study

from peil.cli.problem_pages import data_problems_page
from peil.core.problem import Problem, Unusable
from peil.data.data_problems import DATA_RULES
from peil.formats.csv_file import read_responses_csv
from peil.formats.find_data import find_data
from peil.study.study import Study


@cache
def study() -> Study:
    return make_study(Path(mkdtemp()), PLAN)


def problems(text: str | bytes) -> list[Problem]:
    path = Path(mkdtemp()) / "data.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    try:
        return [one for one in read_responses_csv(path, study()).problems if one.code != "D022"]
    except Unusable as unusable:
        return list(unusable.problems)


BAD = {
    "empty": ("", "D001", 0, 0),
    "not UTF-8": (b"id,usage\na,caf\xe9\n", "D001", 2, 6),
    "UTF-16": ("id,usage\na,often\n".encode("utf-16"), "D001", 1, 1),
    "a workbook": (b"PK\x03\x04\x14\x00\x06\x00\xff\xfe", "D001", 0, 0),
    "quote left open": ('id,remarks\na,"open\n', "D001", 2, 1),
    "quote inside a text": ('id,remarks\na,x\nb,"een" twee\n', "D001", 3, 1),
    "semicolons": ("id;amount\na;1,5\n", "D001", 1, 1),
    "semicolons, as Excel announces them": ("sep=;\nid;usage\na;often\n", "D001", 1, 1),
    "tabs": ("id\tusage\na\toften\n", "D001", 1, 1),
    "no id": ("usage\noften\n", "D002", 1, 1),
    "empty id": ("id,usage\n,often\n", "D002", 2, 1),
    "unknown column": ("id,usege\na,often\n", "D003", 1, 4),
    "derived column": ("id,much\na,1\n", "D003", 1, 4),
    "column twice": ("id,usage,usage\na,often,often\n", "D004", 1, 10),
    "too many cells": ("id,usage\na,often\nb,often,1\n", "D005", 3, 1),
    "id twice": ("id,usage\na,often\nb,often\na,often\n", "D006", 2, 1),
    "unknown option": ("id,remarks,usage\na,,often\nb,x,oftne\n", "D007", 3, 5),
    "after a quoted comma": ('id,remarks,usage\na,"een, twee",oftne\n', "D007", 2, 15),
    "after a quoted line": ('id,remarks,usage\na,"een\ntwee",oftne\n', "D007", 3, 7),
    "bad tick": ("id,usage,reasons.speed\na,often,ja\n", "D008", 2, 9),
    "no number": ("id,amount\na,veel\n", "D009", 2, 3),
    "decimal comma": ('id,amount\na,"1,5"\n', "D009", 2, 3),
    "out of bounds": ("id,amount\na,101\n", "D009", 2, 3),
    "too many decimals": ("id,amount\na,1.234\n", "D009", 2, 3),
    "no step": ("id,grade\na,77\n", "D009", 2, 3),
    "the code of a missing option that nobody pinned": ("id,grade\na,11\n", "D009", 2, 3),
    "not a rank": ("id,wishes.a\na,3\n", "D009", 2, 3),
    "infinite": ("id,amount\na,inf\n", "D009", 2, 3),
    "too large to count with": (f"id,weight\na,{'9' * 400}\n", "D009", 2, 3),
    "bad date": ("id,day\na,17-04-2026\n", "D010", 2, 3),
    "unknown page": ("id,last_page\na,usege\n", "D011", 2, 3),
    "unknown outcome": ("id,outcome\na,ready\n", "D012", 2, 3),
    "bad synthetic": ("id,synthetic\na,yes\n", "D013", 2, 3),
    "contact details": ("id,address.email\na,x@example.org\n", "D014", 1, 4),
    "shared label": ('id,usage\na,"Nooit, en dat blijft zo"\n', "D015", 2, 3),
    "no progress": ("id,usage\na,often\n", "D016", 1, 1),
    "a rank given twice": ("id,outcome,wishes.a,wishes.b\na,complete,2,1\nb,complete,1,1\n", "D017", 3, 12),
    "exclusive with others": (
        "id,outcome,usage,reasons.speed,reasons.none\na,complete,often,1,0\nb,complete,often,1,1\n",
        "D023",
        3,
        1,
    ),
    "ranked in part": ("id,outcome,wishes.a,wishes.b\na,complete,1,\n", "D025", 2, 1),
    "rank skipped": ("id,outcome,wishes.a,wishes.b\na,complete,,2\n", "D026", 2, 1),
    "too large for an interview": (f"id,weight\na,{10**15}\nb,{10**15 + 1}\n", "D009", 3, 3),
    "UTF-16 without its mark": ("id,usage\na,often\n".encode("utf-16-le"), "D001", 1, 2),
    "first line empty": ("\nid,usage\na,often\n", "D001", 0, 0),
    "no rows": ("id,usage,outcome\n", "D027", 1, 1),
    "bad weight": ("id,weight\na,zwaar\n", "D009", 2, 3),
}


@pytest.mark.parametrize(("text", "code", "line", "column"), BAD.values(), ids=BAD)
def test_each_problem_with_its_place(text: str | bytes, code: str, line: int, column: int) -> None:
    (found,) = problems(text)
    assert (found.code, found.span.line, found.span.column if found.span.line else 0) == (code, line, column)
    assert found.hint


@pytest.mark.parametrize("text", [text for text, *_ in BAD.values()], ids=BAD)
def test_each_message_is_a_sentence(text: str | bytes) -> None:
    (found,) = problems(text)
    assert found.message[0].isupper() or found.message[0] in '"1'
    assert found.message.endswith(".")


def test_all_problems_come_at_once_in_order() -> None:
    found = problems("id,usage,amount\na,oftne,x\nb,rarly,y\na,often,1\n")
    assert [(one.code, one.span.line) for one in found] == [
        ("D006", 2),
        ("D007", 2),
        ("D009", 2),
        ("D007", 3),
        ("D009", 3),
    ]


def test_the_same_slip_in_many_rows_is_told_once_with_how_many() -> None:
    (found,) = problems("id,usage\n" + "".join(f"r{row},oftne\n" for row in range(50)))
    assert "(49 more such rows)" in found.message
    assert found.hint == 'Did you mean "often"?'


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("id;usage\na;often\n", "commas between columns"),
        ('id,amount\na,"1,5"\n', "Write 1.5."),
        ('id,amount\na,"1.000,5"\n', "Correct it"),
        (f"id,weight\na,{10**16}\n", "larger units"),
        ("ID,usage\na,often\n", 'Write "id"'),
        ("usage\noften\n", "Add one"),
        ("id,Timestamp\na,now\n", "Leave the column out"),
        ("id,mass\na,1\n", 'name it in plan.toml where that names "weight"'),
        ("id,weigth\na,1\n", 'Did you mean "weight"?'),
        ("id,weight,weights\na,1,1\n", "give it a variable's name"),
        ("id,usage\na,often\n", "outcome"),
    ],
)
def test_the_repair_is_told(text: str, hint: str) -> None:
    (found,) = problems(text)
    assert hint in found.hint
    assert bool(found.hint) is bool(hint)


def test_a_text_of_white_space_alone_is_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_text("id,outcome,usage,remarks\na,complete,often, \n", encoding="utf-8")
    assert list(read_responses_csv(path, study()).states["remarks"]) == [1]


def test_spaces_around_a_columns_name_and_a_byte_order_mark_are_no_problem() -> None:
    assert problems("\ufeffid, usage ,outcome\na,often,complete\n") == []


def test_an_absent_file_is_a_problem_and_no_trace(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as raised:
        read_responses_csv(tmp_path / "none.csv", study())
    assert raised.value.problems[0].code == "D001"


def test_a_folder_for_a_file_is_told_to_be_one(tmp_path: Path) -> None:
    for name, told in ((tmp_path, "This is a folder."), (tmp_path / "none.csv", "There is no such file.")):
        with pytest.raises(Unusable) as raised:
            find_data(study(), name)
        assert raised.value.problems[0].message == told


def test_a_column_shows_by_itself_whether_it_holds_codes_or_labels() -> None:
    """ "3" is the code of ``often`` and the label of ``rarely``: the other cells of the column decide."""
    path = Path(mkdtemp()) / "data.csv"
    for cells, chosen in (
        (["3", "5"], [0, 1]),
        (["3", "Vaak"], [1, 0]),
        (["3", "Heel vaak", "rarely"], [0, 0, 1]),
    ):
        rows = "".join(f"r{row},{cell},usage\n" for row, cell in enumerate(cells))
        path.write_text(f"id,usage,last_page\n{rows}", encoding="utf-8")
        assert list(read_responses_csv(path, study()).columns["usage"]) == chosen


def test_every_code_is_on_the_page_and_none_twice() -> None:
    page = data_problems_page()
    codes = [rule.code for rule in DATA_RULES]
    assert len(set(codes)) == len(codes)
    assert all(f"## {rule.code} {rule.name}" in page and rule.why for rule in DATA_RULES)
