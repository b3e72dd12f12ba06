"""What would do nothing where it stands, or would clash in the data, is a problem and never ignored."""

from pathlib import Path

import pytest
from check_example import check_files

from peil.core.problem import Problem, Unusable
from peil.study.reader.read import read_study

FIRST = "# s: S\n\n## first\nFirst?\n- [ ] a: A\n- [ ] b: B\n\n"
GRID = "## q  {%s}\nText\ncolumns\n- ( ) a: A%s\n- ( ) b: B\nrows\n- r: R%s\n- t: T"


def errors(folder: Path, lines: str) -> list[Problem]:
    found = check_files(folder, questionnaire=FIRST + lines + "\n")
    return [problem for problem in found if problem.severity == "error"]


@pytest.mark.parametrize(
    ("lines", "code", "line", "column"),
    [
        ("## q  {shuffle}\nText ____", "Q005", 1, 8),
        ("## q  {shuffle}\nText ___ [0..5]", "Q005", 1, 8),
        ("## q  {shuffle, date}\nText", "Q005", 1, 8),
        ("## q  {shuffle, scale 0..5}\nText", "Q005", 1, 8),
        ("## q  {contact, shuffle}\nText\n- a: A", "Q005", 1, 17),
        ("## q  {notice, optional}\nText", "Q005", 1, 16),
        ("## q  {at most 1, matrix}\nText\ncolumns\n- [ ] a: A\nrows\n- r: R", "Q005", 1, 8),
        ("## q  {at least 0}\nText\n- [ ] a: A", "Q018", 1, 8),
        ("## q  {one page}\nText ____", "Q005", 1, 8),
        ("## q\nText\n- ( ) a: A  {last}\n- ( ) b: B", "Q005", 3, 14),
        ("## q  {ranking, shuffle}\nText\n- a: A  {missing}\n- b: B  {last}", "Q005", 3, 10),
        ("## q  {ranking}\nText\n- a: A  {exclusive}\n- b: B", "Q005", 3, 10),
        ("## q  {ranking}\nText\n- 3 a: A\n- b: B", "Q001", 3, 5),
        ("## q  {ranking}\nText\n- a: A, ____\n- b: B", "Q001", 3, 9),
        (GRID % ("matrix, shuffle", "  {last}", ""), "Q005", 4, 14),
        (GRID % ("matrix", "", "  {last}"), "Q005", 7, 10),
        (GRID % ("matrix", "", "  {missing}"), "Q005", 7, 10),
        ("## q  {contact}\nText\n- a: A ____", "Q001", 3, 8),
        ("## q  {contact}\nText\n- 3 a: A", "Q001", 3, 5),
        ("## q  {contact}\nText\n- a: A\noptions from first", "Q001", 4, 14),
        ("## q  {date}\nText\noptions from first", "Q001", 3, 14),
        ("## q  {scale 0..5}\nText\n- 0: A  {missing}", "Q005", 3, 10),
        ("## q  {scale 0..5}\nText\n- 0: A  {if first has a}", "Q005", 3, 10),
        ("## q  {scale 0..5}\nText\n- 0: A ____", "Q001", 3, 8),
        ("## q  {scale 0..5}\nText\n- ( ) dk: Don't know", "Q001", 3, 7),
        ("## q  {scale 0..5}\nText\n- [ ] dk: Don't know  {missing}", "Q001", 3, 7),
        ("## q  {date}\nText ____", "Q006", 2, 6),
        ("## q  {notice}\nText ____", "Q006", 2, 6),
        ("## q\nText ___ [0.5..2]", "Q018", 2, 11),
        ("## q\nText\noptions from q", "Q034", 3, 14),
        ("## q  {for each q}\nText ____", "Q034", 1, 17),
        ("## q\nText\n- ( ) a: A\noptions from first", "Q004", 4, 14),
        ("## outcome\nText ____", "Q008", 1, 4),
        ("## and\nText ____", "Q008", 1, 4),
        ("## q\nText\n- ( ) not: A\n- ( ) b: B", "Q008", 3, 7),
        (
            "## q  {matrix}\nText\ncolumns\n- [ ] text: A\n- [ ] b: B\nrows\n- r: R\n- own: ____",
            "Q004",
            4,
            7,
        ),
    ],
)
def test_it_is_one_problem_where_it_stands(
    tmp_path: Path, lines: str, code: str, line: int, column: int
) -> None:
    (found,) = errors(tmp_path, lines)
    before = FIRST.count("\n")
    assert (found.code, found.span.line - before, found.span.column) == (code, line, column)
    assert found.hint


@pytest.mark.parametrize(
    "lines",
    [
        "## q  {shuffle}\nText\n- ( ) a: A  {last}\n- ( ) b: B",
        "## q  {ranking, shuffle}\nText\n- a: A  {if first has a}\n- b: B  {last}",
        GRID % ("matrix, shuffle", "  {missing}", "  {last}"),
        "## q  {scale 0..5}\nText\n- 0: A\n- ( ) 99 dk: Don't know  {missing}",
        "## q  {contact}\nText\n- a: A  {if first has a}",
        "## q\nText ___ [0.5..2, 1 decimals]",
        "## q\nText ___ [0.0..2.0]",
        "# outcome: A section's title\n\n## q\nText ____",
        "## q\nText\n- [ ] one: One\n- [ ] of: Of\n\n## r\nif q has one and q has of\nText ____",
        "## q\nText\n- ( )\ta: A\n- ( )\u00a0b: B",
    ],
)
def test_what_does_something_is_no_problem(tmp_path: Path, lines: str) -> None:
    assert errors(tmp_path, lines) == []


@pytest.mark.parametrize("line", ["Options from first", "end if: out", "endif first has a: out"])
def test_a_line_of_text_that_reads_like_a_directive_is_a_problem(tmp_path: Path, line: str) -> None:
    found = check_files(tmp_path, questionnaire=FIRST + f"## q\n{line}\n____\n")
    assert [(one.code, one.span.line, one.span.column) for one in found] == [
        ("Q040", FIRST.count("\n") + 2, 1)
    ]


@pytest.mark.parametrize("nested", ["not " * 400, "(" * 400, "not (" * 400])
def test_a_condition_too_deep_to_follow_is_one_problem(tmp_path: Path, nested: str) -> None:
    condition = f"{nested}first has a{')' * nested.count('(')}"
    (found,) = errors(tmp_path, f"## q\nif {condition}\nText ____")
    assert (found.code, found.span.line) == ("Q015", FIRST.count("\n") + 2)
    assert errors(tmp_path, f"## q\nif {'(' * 20}first has a{')' * 20}\nText ____") == []


@pytest.mark.parametrize("text", ["", "\n\n", "# s: S\n", "<!-- ## q -->\n"])
def test_a_questionnaire_that_asks_nothing_is_unusable(tmp_path: Path, text: str) -> None:
    with pytest.raises(Unusable, match="no question in this file"):
        check_files(tmp_path, questionnaire=text)


def test_line_ends_of_any_kind_are_line_ends(tmp_path: Path) -> None:
    text = FIRST + "## q  {shuffle}\nText ____\n"
    check_files(tmp_path, questionnaire=text)
    plain = read_study(tmp_path)
    for line_end in ("\r\n", "\r"):
        (tmp_path / "questionnaire.md").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", line_end).encode())
        assert read_study(tmp_path).problems == plain.problems


def test_a_file_in_another_encoding_is_one_problem(tmp_path: Path) -> None:
    check_files(tmp_path, questionnaire=FIRST)
    (tmp_path / "questionnaire.md").write_bytes(FIRST.encode("utf-16"))
    with pytest.raises(Unusable, match=r"^questionnaire\.md:1:1  Q001  This file is UTF-16") as found:
        read_study(tmp_path)
    assert len(found.value.problems) == 1


def test_a_control_character_is_found_where_it_stands(tmp_path: Path) -> None:
    (found,) = errors(tmp_path, "## q\nSome\x0btext ____")
    assert (found.span.line, found.span.column) == (FIRST.count("\n") + 2, 5)
    assert "U+000B" in found.message


@pytest.mark.parametrize(
    ("plan", "line"),
    [
        ('[derived.d]\ntitle = "D"\nclasses.x = { if = "otherwise" }\nclasses.y = { if = "first has a" }', 3),
        ("[nets.first]\nsome = { options = [] }", 2),
        ('[nets.second]\nsome = { options = ["1"] }', 2),
        ("[simulate.first]\na = nan", 2),
        ("[simulate.first]\na = inf", 2),
        ('[weighting]\nmethod = "given"\ncolumn = "id"', 3),
        ('[weighting]\nmethod = "given"\ncolumn = "second"', 3),
    ],
)
def test_what_means_nothing_in_the_plan_is_one_problem(tmp_path: Path, plan: str, line: int) -> None:
    found = check_files(tmp_path, questionnaire=FIRST + "## second\n___ [0..9]\n", plan=plan + "\n")
    (error,) = (problem for problem in found if problem.severity == "error")
    assert (error.span.file, error.span.line) == ("plan.toml", line)
    assert error.hint


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ('title = ""', 3),
        ('title = "T"\nopens = 2026-02-01\ncloses = 2026-01-31', 5),
        ('title = "T"\nclinet = "C"', 4),
        ('title = "T"\n[roles]\na = "role is b"\nb = "otherwise"', 5),
        ('title = "T"\n[roles]\na = "not (first has a and role is not a)"\nb = "otherwise"', 5),
    ],
)
def test_what_means_nothing_in_the_settings_is_one_problem(tmp_path: Path, settings: str, line: int) -> None:
    study = f'[about]\nlanguages = ["en"]\n{settings}\n'
    (error,) = check_files(tmp_path, questionnaire=FIRST, study=study)
    assert (error.span.file, error.span.line, error.code) == ("study.toml", line, "Q031")


def test_a_language_that_is_none_is_no_file_to_look_for(tmp_path: Path) -> None:
    study = '[about]\ntitle = "T"\nlanguages = ["en", "../../nl"]\n'
    (error,) = check_files(tmp_path, questionnaire=FIRST, study=study)
    assert (error.code, error.span.line, error.span.column) == ("Q031", 3, 1)


def test_a_note_below_the_text_would_be_shown_to_respondents(tmp_path: Path) -> None:
    lines = "## q\nText ____\n%s: not for respondents\n"
    found = check_files(tmp_path, questionnaire=FIRST + lines % "note")
    assert [(one.code, one.span.line) for one in found] == [("Q040", FIRST.count("\n") + 3)]
    assert check_files(tmp_path, questionnaire=FIRST + lines % "Note") == ()


ROLES = '[about]\ntitle = "T"\nlanguages = ["en"]\n[roles]\nboss = "first has a"\nother = "otherwise"\n'


@pytest.mark.parametrize(
    ("lines", "code", "line", "hint"),
    [
        ("## q\nHow? ____\nfor boss: How, boss?", "Q042", 3, "Indent it by two spaces, or"),
        ("## q\nfor boss: How, boss? ____", "Q042", 2, "Indent it by two spaces, or"),
        ("## q\nHow? ____\n\nfor nobody , other :", "Q042", 4, "Indent it by two spaces, or"),
        ("## q\nHow? ____\n  for boss: A ____\nfor other: B ____", "Q001", 4, "Indent this line"),
        ("## q\nText\n- ( ) a: A\nfor boss: B\n- ( ) b: B", "Q001", 4, "Indent this line"),
        (
            "## q  {matrix}\nText\ncolumns\n- ( ) a: A\nrows\nfor boss, other: B\n- r: R",
            "Q001",
            6,
            "Indent this line",
        ),
    ],
)
def test_words_for_a_role_at_the_margin_are_a_problem(
    tmp_path: Path, lines: str, code: str, line: int, hint: str
) -> None:
    (found,) = check_files(tmp_path, questionnaire=FIRST + lines + "\n", study=ROLES)
    assert (found.code, found.span.line, found.span.column) == (code, FIRST.count("\n") + line, 1)
    assert found.hint.startswith(hint)
    indented = lines.splitlines()
    indented[line - 1] = f"  {indented[line - 1]}"
    again = check_files(tmp_path, questionnaire=FIRST + "\n".join(indented) + "\n", study=ROLES)
    assert not [one for one in again if one.code == "Q042" or one.hint.startswith("Indent")]


@pytest.mark.parametrize(
    "line",
    [
        "For example: at work",
        "for all of us: why?",
        "for work, at home and elsewhere: why?",
        "for work",
        "forums: why?",
        "Formulier: waarom?",
        "voor boss: waarom?",
        "Is it for boss: or not?",
    ],
)
def test_text_with_for_in_it_is_text(tmp_path: Path, line: str) -> None:
    assert check_files(tmp_path, questionnaire=FIRST + f"## q\n{line}\nText ____\n", study=ROLES) == ()
    assert check_files(tmp_path, questionnaire=FIRST + f"## q\nText ____\n{line}\n", study=ROLES) == ()


def test_words_for_two_roles_indented_further_are_no_more_words_of_the_role_above(tmp_path: Path) -> None:
    lines = "## q\nText ____\n  for boss: A ____\n    for other, boss: B ____\n"
    (found,) = check_files(tmp_path, questionnaire=FIRST + lines, study=ROLES)
    assert (found.code, found.span.line, found.span.column) == ("Q001", FIRST.count("\n") + 4, 16)
    assert "twice" in found.message


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ("## q\nAge ___ [0..9]\n  for boss: Age ___ [0..5]", 3),
        ("## q\nTell ____\n  for boss: Number ___ [0..5]", 3),
        ("## q\nTell ____\n  for boss: Tell", 3),
        ("## q\n  for boss: Age ___ [0..9]\n  for other: Age ___ [0..9, 1 decimals]", 3),
        ("## q\nText\n- ( ) a: A, ____\n  for boss: A\n- ( ) b: B", 4),
        ("## q  {matrix}\nText\ncolumns\n- ( ) a: A\nrows\n- r: R\n  for boss: R ____", 7),
    ],
)
def test_every_roles_words_have_the_same_blanks(tmp_path: Path, lines: str, line: int) -> None:
    (found,) = check_files(tmp_path, questionnaire=FIRST + lines + "\n", study=ROLES)
    assert (found.code, found.span.line) == ("Q001", FIRST.count("\n") + line)


def test_words_for_roles_with_the_same_blanks_are_no_problem(tmp_path: Path) -> None:
    lines = "## q\nAge ___ [0..9]\n  for boss: Boss's age ___ [0..9]\n  for other: My age ___ [0..9.0]\n"
    assert check_files(tmp_path, questionnaire=FIRST + lines, study=ROLES) == ()


def test_a_path_that_is_translated_twice_is_a_problem(tmp_path: Path) -> None:
    entry = 'msgctxt "s"\nmsgid "S"\nmsgstr "S"\n\n'
    check_files(tmp_path, questionnaire=FIRST, study=ROLES.replace('"en"', '"en", "nl"').split("[roles]")[0])
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "nl.po").write_text(entry + entry, encoding="utf-8")
    (found,) = read_study(tmp_path).problems
    assert (found.code, found.span.line, found.span.column) == ("Q041", 5, 10)
