"""Everything that is wrong is told at once: one problem a slip, at its line and column, and no follow-ups."""

from pathlib import Path

import pytest

from peil.core.problem import Unusable
from peil.study.reader.read import read_study

SETTINGS = """\
[about]
title = "Use of AI"
languages = ["en"]

[roles]
employer = "work is employer"
neutral = "otherwise"
"""

WORK = """\
## work
What do you do?
- ( ) employer: Employer
- ( ) employee: Employee

"""

MISTAKES = """\
# Bad Id: Use of AI

## work
What do you do?
- ( ) employer: Employer
- ( ) employee Employee
- ( ) employer: Employer again
- ( ) student: Student  {misssing}

## Usage
if work is employr
How often?
  for employr: How often, organisation?
- ( ) often: Often
- [ ] never: Never
-( ) rarely: Rarely
Stray text

## reasons  {at most three}
if usage is often and work is student
Why?
  fro employer: Why, organisation?
- [ ] speed: Faster
- [ ] costs: Cheaper {exclusive}
- [ ] other: Other, ____ and ____

## reasons
Again?
- ( ) yes: Yes

## age
if wrk is employer
I am ___ [120..0] years old.

## plan
Tell {us about it
____

## detail  {for each age}
Tell.
____

## follow  {later: ends}
Why {wrk | "AI"}? Or {reasons | “AI”}?
____

## nothing
What is this?
"""

EXPECTED = [
    ("Q002", 1, 3),
    ("Q001", 6, 7),
    ("Q004", 7, 7),
    ("Q005", 8, 26),
    ("Q002", 10, 4),
    ("Q012", 11, 4),
    ("Q009", 13, 7),
    ("Q007", 15, 7),
    ("Q001", 16, 1),
    ("Q001", 17, 1),
    ("Q018", 19, 14),
    ("Q001", 22, 3),
    ("Q010", 24, 22),
    ("Q001", 25, 30),
    ("Q003", 27, 4),
    ("Q010", 32, 4),
    ("Q018", 33, 11),
    ("Q008", 35, 4),
    ("Q001", 36, 6),
    ("Q034", 39, 22),
    ("Q010", 43, 20),
    ("Q010", 44, 5),
    ("Q014", 44, 33),
    ("Q006", 47, 4),
]


def write(folder: Path, questionnaire: str, settings: str = SETTINGS, **files: str) -> Path:
    (folder / "questionnaire.md").write_text(questionnaire, encoding="utf-8")
    (folder / "study.toml").write_text(settings, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def places(folder: Path, file: str = "questionnaire.md") -> list[tuple[str, int, int]]:
    problems = read_study(folder).problems
    return [(one.code, one.span.line, one.span.column) for one in problems if one.span.file == file]


def test_a_study_full_of_mistakes_gives_each_of_them_once_at_its_place(tmp_path: Path) -> None:
    assert places(write(tmp_path, MISTAKES)) == EXPECTED


@pytest.mark.parametrize(
    ("lines", "code", "line", "column"),
    [
        ("#use: Title", "Q001", 1, 1),
        ("# use", "Q001", 1, 3),
        ("# use: Title\n\nA loose line", "Q001", 3, 1),
        ("---\n- ( ) a: A", "Q001", 2, 1),
        ("## q {optional}\nText ____", "Q001", 1, 6),
        ("## q: Text\nText ____", "Q001", 1, 5),
        ("### q\nText ____", "Q001", 1, 1),
        ("## q\nText\n- (x) a: A\n- ( ) b: B", "Q001", 3, 3),
        ("## q\nText\n- (x a: A\n- ( ) a: A", "Q001", 3, 3),
        ("## q\nText\n- ( ) a:\n- ( ) b: B", "Q001", 3, 9),
        ("## q\nText\n- ( ) A: A\n- ( ) b: B", "Q002", 3, 7),
        ("## q\nText\n- ( ) a: A\n- b: B", "Q001", 4, 3),
        ("## q\nText\n  - ( ) a: A\n- ( ) b: B", "Q001", 3, 3),
        ("## q\nText\n- a: A\n- b: B", "Q006", 3, 3),
        ("## q\nText\ncolumns\n- ( ) a: A\nrows\n- r: R", "Q006", 1, 4),
        ("## q  {matrix}\nText\n- ( ) a: A\nrows\n- r: R", "Q001", 3, 7),
        ("## q  {matrix}\nText\ncolumns\n- ( ) a: A\nrows\n- ( ) r: R", "Q001", 6, 7),
        ("## q  {matrix}\nText\ncolumns\n- ( ) a: A\nrows\n- r: R ___ [0..1]", "Q001", 6, 8),
        ("## q  {matrix}\nText\ncolumns\n- ( ) a: A\nrows\n- {open rows ability}", "Q001", 6, 3),
        ("## q  {date}\nWhen?\n- ( ) a: A", "Q001", 3, 7),
        ("## q  {matrix}\nText\ncolumns\n- ( ) a: A", "Q006", 1, 4),
        ("## q  {matrix}\nText\nrows\n- a: A", "Q006", 1, 4),
        ("## q  {ranking}\nText", "Q006", 1, 4),
        ("## q  {contact}\nText", "Q006", 1, 4),
        ("## q  {date, notice}\nWhen?", "Q006", 1, 14),
        ("## q  {ranking}\nText\n- ( ) a: A", "Q001", 3, 7),
        ("## q  {scale 10..0}\nText", "Q018", 1, 8),
        ("## q  {scale 0-10}\nText", "Q018", 1, 8),
        ("## q  {scale 0..10}\nText\n- 11: Eleven", "Q018", 3, 3),
        ("## q  {at most 0}\nText\n- [ ] a: A", "Q018", 1, 8),
        ("## q  {at most 2}\nText\n- ( ) a: A", "Q005", 1, 8),
        ("## q  {matrx}\nText\ncolumns\n- ( ) a: A\nrows\n- r: R", "Q005", 1, 8),
        ("## q\nNumber ___ of them", "Q018", 2, 8),
        ("## q\nNumber ___ [a..b] of them", "Q018", 2, 13),
        ("## q\nTwo ____ and ____", "Q006", 2, 14),
        ("## q\nText ____\n- ( ) a: A", "Q006", 2, 6),
        ("## q\n____\nif q2 is a\n\n## q2\nText\n- ( ) a: A", "Q040", 3, 1),
        ("## q\nend if age < 18\nText ____", "Q001", 2, 16),
        ("## q\nif work is employer\nif work is employee\nText ____", "Q001", 3, 1),
        ("## q\n____\n<!-- never closed\n\n## q2\nText ____", "Q001", 3, 1),
        ("## q\nText\n- ( ) a: A  {if work is emplyer}\n- ( ) b: B", "Q012", 3, 17),
        ("## q\n- ( ) a: A\n- ( ) b: B", "Q001", 1, 4),
        ("## q\nText ____\n  for employer: A ____\n  for employer: B ____", "Q001", 4, 7),
        ("## q\nText\n  for employer:\n- ( ) a: A", "Q001", 3, 16),
        ("## q\n____\n  for employer: A ____\n    for nobody: B", "Q009", 4, 9),
        ("## q\n\noptions from wrk\nText\n- ( ) a: A", "Q010", 3, 14),
        ("## q\nText\noptions from later\n- ( ) z: Z\n\n## later\nL\n- [ ] a: A", "Q034", 3, 14),
        ("## q\nText\nrows from work\n- ( ) z: Z", "Q006", 1, 4),
        ("## work\nAgain?\n- ( ) yes: Yes\n\n## q\nif work is yes\n____\nText", "Q003", 1, 4),
    ],
)
def test_one_slip_is_one_problem_where_it_stands(
    tmp_path: Path, lines: str, code: str, line: int, column: int
) -> None:
    before = WORK.count("\n")
    found = places(write(tmp_path, WORK + lines))
    assert found == [(code, line + before, column)]


def test_reading_goes_on_past_an_option_that_cannot_be_read(tmp_path: Path) -> None:
    text = WORK.replace("- ( ) employee:", "- ( employee") + "## q\nif work is employer\n____ Text"
    study = read_study(write(tmp_path, text))
    assert [problem.code for problem in study.problems] == ["Q001"]
    assert [question.id for question in study.questionnaire.questions] == ["work", "q"]


def test_no_reference_to_a_heading_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    text = WORK.replace("## work", "## Work") + "## q\nif Work is employer\nText {work} ____"
    assert places(write(tmp_path, text)) == [("Q002", 1, 4)]


def test_hints_name_the_repair(tmp_path: Path) -> None:
    text = WORK + "## q  {optonal}\nText {missing} ____"
    hints = [problem.hint for problem in read_study(write(tmp_path, text)).problems]
    assert hints[0] == 'Did you mean "optional"?'
    assert "two spaces" in hints[1]


def test_broken_settings_give_one_problem_and_the_questionnaire_is_still_read(tmp_path: Path) -> None:
    text = WORK + "## q\n  for nobody: Text ____\n"
    folder = write(tmp_path, text, settings='[about]\ntitle = "Use of AI\n')
    problems = read_study(folder).problems
    assert [(one.code, one.span.file, one.span.line, one.span.column) for one in problems] == [
        ("Q035", "study.toml", 2, 19)
    ]


def test_a_missing_study_toml_is_one_problem(tmp_path: Path) -> None:
    folder = write(tmp_path, WORK)
    (folder / "study.toml").unlink()
    assert [str(problem.span) for problem in read_study(folder).problems] == ["study.toml"]


def test_without_a_questionnaire_there_is_no_study(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"Q033 .*questionnaire\.md"):
        read_study(tmp_path)
    with pytest.raises(Unusable, match="no such folder"):
        read_study(tmp_path / "nowhere")


def test_a_character_that_is_not_utf8_is_a_problem_where_it_stands(tmp_path: Path) -> None:
    folder = write(tmp_path, WORK)
    (folder / "questionnaire.md").write_bytes(WORK.encode() + b"## q\nCaf\xe9 ____\n")
    assert places(folder) == [("Q001", WORK.count("\n") + 2, 4)]
