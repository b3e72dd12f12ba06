"""Checks on wordings, labels and derived variables, with the cases that are no problem."""

from pathlib import Path

import pytest
from check_example import check_files, codes

STUDY = (
    '[about]\ntitle = "A"\nlanguages = ["{language}"]\n\n[roles]\n'
    'umbrella = "job is club"\nboss = "job is boss"\nother = "otherwise"\n'
)
JOB = "# s: S\n\n## job\nWhat are you?\n- ( ) boss: Boss\n- ( ) club: Club\n- ( ) worker: Worker\n\n"
SINGLE = "- ( ) yes: Yes\n- ( ) no: No\n"


def found(folder: Path, text: str, language: str = "en", **files: str) -> list[str]:
    study = STUDY.format(language=language)
    return codes(check_files(folder, questionnaire=JOB + text, study=study, **files))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("", ["Q025"]),
        ("if role is boss\n", []),
        ("if job is boss\n", []),
        ("if job is one of (boss, club)\n", ["Q025"]),
        ("if job is not worker and role is not umbrella\n", []),
        ("if not role is other and not role is umbrella\n", []),
        ("if role is boss or job is worker\n", ["Q025"]),
        ("if not job is worker\n", ["Q025"]),
    ],
)
def test_words_for_one_role_only(tmp_path: Path, condition: str, expected: list[str]) -> None:
    assert found(tmp_path, f"## a\n{condition}  for boss: And you, boss?\n{SINGLE}") == expected


def test_the_silent_roles_are_named(tmp_path: Path) -> None:
    text = f"{JOB}## a\n  for boss: And you, boss?\n{SINGLE}"
    (problem,) = check_files(tmp_path, questionnaire=text, study=STUDY.format(language="en"))
    assert problem.message == '"a" has no words for umbrella, other.'


@pytest.mark.parametrize(
    ("label", "language", "expected"),
    [
        ("Weet ik niet", "nl", ["Q050"]),
        ("weet niet / wil niet zeggen", "nl", ["Q050"]),
        ("Dat zeg ik liever niet", "nl", ["Q050"]),
        ("Ik weet het niet", "nl", ["Q050"]),
        ("Geen antwoord", "nl", ["Q050"]),
        ("Weet ik niet  {missing}", "nl", []),
        ("Weet er veel van", "nl", []),
        ("Geen verschil", "nl", []),
        ("I don’t know", "en", ["Q050"]),
        ("Prefer not to say", "en", ["Q050"]),
        ("I'd rather not say  {missing}", "en", []),
        ("Knows the work", "en", []),
        ("Anders, namelijk", "nl", ["Q051"]),
        ("Anders, namelijk:", "nl", ["Q051"]),
        ("Anders, namelijk ____", "nl", []),
        ("Anders", "nl", []),
        ("Other (please specify)", "en", ["Q051"]),
        ("Other (please specify) ____", "en", []),
        ("Te specify", "nl", ["Q051"]),
    ],
)
def test_labels_of_an_option(tmp_path: Path, label: str, language: str, expected: list[str]) -> None:
    assert found(tmp_path, f"## a\nA?\n- ( ) x: X\n- ( ) y: {label}\n", language) == expected


def test_a_carried_option_shows_what_was_filled_in_and_asks_for_nothing(tmp_path: Path) -> None:
    text = "## a\nA?\n- [ ] x: X\n- [ ] y: Other, namely ____\n\n## b\nB?\noptions from a\n"
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("None of these", ["Q052"]),
        ("None", ["Q052"]),
        ("Geen van deze", ["Q052"]),
        ("None of these  {exclusive}", []),
        ("Don't know  {missing}", ["Q052"]),
        ("Don't know  {missing, exclusive}", []),
        ("Geen tijd", []),
        ("Nothing to do", []),
    ],
)
def test_an_option_that_denies_the_others(tmp_path: Path, label: str, expected: list[str]) -> None:
    assert found(tmp_path, f"## a\nA?\n- [ ] x: X\n- [ ] y: {label}\n") == expected
    assert "Q052" not in found(tmp_path, f"## a\nA?\n- ( ) x: X\n- ( ) y: {label.partition('  ')[0]}\n")


def test_labels_that_only_some_see_may_be_alike(tmp_path: Path) -> None:
    both = "- ( ) x: Same\n- ( ) y: same{condition}\n"
    assert found(tmp_path, "## a\nA?\n" + both.format(condition="")) == ["Q053"]
    assert found(tmp_path, "## a\nA?\n" + both.format(condition="  {if role is boss}")) == []


def test_open_rows_may_be_alike_and_other_rows_not(tmp_path: Path) -> None:
    matrix = "## a  {{matrix}}\nA?\ncolumns\n- ( ) x: X\n- ( ) y: Y\nrows\n- r: {one}\n- t: {two}\n"
    assert found(tmp_path, matrix.format(one="____", two="____")) == []
    assert found(tmp_path, matrix.format(one="Same", two="Same")) == ["Q053"]


KIND = (
    '[derived.kind]\ntitle = "Kind"\nclasses.a = { title = "A", if = "job is boss" }\n'
    'classes.b = { title = "B", if = "job is club" }\n'
)
DERIVED = '[derived.firm]\ntitle = "Firm"\nif = "job is boss"\n'


@pytest.mark.parametrize(
    "use",
    [
        '[analysis]\ngroups = ["firm"]\n' + DERIVED,
        DERIVED + '[derived.more]\ntitle = "More"\nif = "firm is yes"\n[analysis]\ngroups = ["more"]\n',
        KIND + '[nets.kind]\nboth = { title = "Both", options = ["a", "b"] }\n',
        KIND + '[crosswalk.k]\nquestion = "kind"\ntitle = "T"\nsource = "S"\nrows.a = ["x"]\n',
    ],
)
def test_a_derived_variable_that_the_plan_uses(tmp_path: Path, use: str) -> None:
    assert found(tmp_path, "", plan=use) == []


def test_a_derived_variable_is_used_by_the_report(tmp_path: Path) -> None:
    assert found(tmp_path, "", plan=DERIVED) == ["Q030"]
    chapter = tmp_path / "report" / "en" / "01-results.md"
    chapter.parent.mkdir(parents=True)
    chapter.write_text("# Results\n\nThe firms, as a whole.\n", encoding="utf-8")
    assert found(tmp_path, "", plan=DERIVED) == ["Q030"]
    chapter.write_text("# Results\n\n::: figure a\nA\nshow: job\nby: firm\n:::\n", encoding="utf-8")
    assert found(tmp_path, "", plan=DERIVED) == []


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("{at most 2}", []),
        ("{at most 3}", ["Q022"]),
        ("{at least 2}", []),
        ("{at least 3}", ["Q024"]),
        ("{at most 2, at least 2}", []),
    ],
)
def test_how_many_may_be_ticked(tmp_path: Path, heading: str, expected: list[str]) -> None:
    text = f"## a  {heading}\nA?\n- [ ] x: X\n- [ ] y: Y\n- [ ] none: None  {{exclusive}}\n"
    assert found(tmp_path, text) == expected


def test_codes_that_carried_options_bring_along(tmp_path: Path) -> None:
    source = "## a\nA?\n- [ ] 1 x: X\n- [ ] 2 y: Y\n\n"
    assert found(tmp_path, source + "## b\noptions from a\nB?\n- ( ) 3 z: Z\n") == []
    assert found(tmp_path, source + "## b\noptions from a\nB?\n- ( ) 2 z: Z\n") == ["Q019"]


def test_the_bands_of_a_question_that_is_read(tmp_path: Path) -> None:
    assert found(tmp_path, "## a\nA?\n- ( ) x: 0–10\n- ( ) y: 10–20\n- ( ) z: 30+\n") == ["Q020", "Q021"]
