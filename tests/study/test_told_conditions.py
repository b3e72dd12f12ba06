"""What a finding of the proof says about conditions: where they stand, and a repair that mends it."""

from pathlib import Path

import pytest
from check_example import check_files, codes

SCALE = (
    "# use: Use\n\n## liking  {scale 0..10}\nHow well do you like it?\n- 0: Not at all\n- 10: Very well\n"
    "- ( ) dk: I can't say  {missing}\n\n## why\nif CONDITION\nWhy? ____\n"
)
SECTION = (
    "# you: You\n\n## age\nend if age < 18: young\nHow old are you? ___ [0..99]\n\n"
    "# school: School\nif age < 18\n\n## year\nIn which year are you? ___ [1..6]\n"
)
ROLES = (
    '[about]\ntitle = "A"\nlanguages = ["en"]\n\n[roles]\nyes = "work is yes"\nno = "work is no"\n'
    'rest = "otherwise"\n'
)
WORK = "# s: S\n\n## work\nDo you work?\n- ( ) yes: Yes\n- ( ) no: No\n"


def test_who_says_dont_know_has_answered_and_is_left_out_by_name(tmp_path: Path) -> None:
    (problem,) = check_files(tmp_path, questionnaire=SCALE.replace("CONDITION", "not liking >= 7"))
    assert problem.code == "Q060"
    assert ("liking", "dk") in problem.witness
    assert '"and liking is not dk"' in problem.hint
    assert '"or liking is dk"' in problem.hint


@pytest.mark.parametrize("repair", ["and liking is not dk", "or liking is dk"])
def test_the_repair_that_is_told_mends_it(tmp_path: Path, repair: str) -> None:
    text = SCALE.replace("CONDITION", f"not liking >= 7 {repair}")
    assert check_files(tmp_path, questionnaire=text) == ()


def test_a_sections_condition_is_told_as_the_sections(tmp_path: Path) -> None:
    found = check_files(tmp_path, questionnaire=SECTION)
    (problem,) = [one for one in found if one.code == "Q054"]
    assert "year (section school: age < 18)" in problem.message


def test_of_several_ends_only_the_one_that_excludes_is_told(tmp_path: Path) -> None:
    ends = "end if work is no: none\nend if work is no: other\n"
    (problem,) = check_files(tmp_path, questionnaire=WORK.replace("Do you work?", f"{ends}Do you work?"))
    assert problem.code == "Q058"
    assert problem.message.count("end if") == 2


def test_the_order_of_roles_is_told_where_it_excludes(tmp_path: Path) -> None:
    text = WORK.replace("( )", "[ ]") + "\n## pay\nif role is no and work has yes\nHow much? ____\n"
    roles = ROLES.replace("is yes", "has yes").replace("is no", "has no")
    found = check_files(tmp_path, questionnaire=text, study=roles)
    (problem,) = [one for one in found if one.code == "Q054"]
    assert "Whoever fits several roles has the first." in problem.message


def test_a_contact_field_is_no_row(tmp_path: Path) -> None:
    reach = "\n## reach  {contact}\nif work is yes\nWhere?\n- name: Name\n- mail: Mail  {if work is no}\n"
    (problem,) = check_files(tmp_path, questionnaire=WORK + reach)
    assert problem.message.startswith('Nobody is shown field "reach.mail".')


def test_a_default_role_that_nobody_has_is_not_told_to_stand_higher(tmp_path: Path) -> None:
    (problem,) = check_files(tmp_path, questionnaire=WORK, study=ROLES)
    assert problem.code == "Q063"
    assert "higher" not in problem.hint


def test_information_needs_no_accepting(tmp_path: Path) -> None:
    text = WORK.replace("Do you work?", "accept reads_unasked: as meant\nDo you work?")
    found = check_files(tmp_path, questionnaire=text)
    assert codes(found) == ["Q080"]
    assert "needs no accepting" in found[0].message


@pytest.mark.parametrize(("end", "setting"), [("end if work is no: out\n", "analysis_set"), ("", "class")])
def test_a_group_that_only_ended_interviews_lack_asks_for_an_analysis_set(
    tmp_path: Path, end: str, setting: str
) -> None:
    asked = "" if end else "if work is yes\n"
    text = WORK.replace("Do you work?", f"{end}Do you work?")
    text += f"\n## pay\n{asked}How much?\n- ( ) much: Much\n- ( ) little: Little\n"
    (problem,) = check_files(tmp_path, questionnaire=text, plan='[analysis]\ngroups = ["pay"]\n')
    assert problem.code == "Q065"
    assert setting in problem.hint
