"""coding/*.toml and coding/*.csv: read with a place for everything that is wrong."""

from dataclasses import replace
from pathlib import Path

import pytest

from peil.study.checks.check import check_study
from peil.study.question import Kind
from peil.study.reader.read import read_study
from peil.study.short_title import short_title
from remarks_study import ALL, FRAME, HEADER, QUESTIONNAIRE, line, write_coded


def problems(folder: Path, codings: str = ALL, **files: str) -> list[str]:
    names = {name.replace("__", "/").replace("_dot_", "."): text for name, text in files.items()}
    return [str(one) for one in check_study(read_study(write_coded(folder, codings, names)))]


def test_a_final_frame_is_an_item_like_any_other(tmp_path: Path) -> None:
    study = read_study(write_coded(tmp_path))
    assert check_study(study) == ()
    item = study.codebook.items["remarks.coded"]
    assert (item.kind, item.option_ids) == (Kind.MULTI, ("income", "rights", "tool"))
    assert [option.code for option in item.options] == [1, 5, 2]
    assert item.variables == ("remarks.coded.income", "remarks.coded.rights", "remarks.coded.tool")
    assert study.plan.net("remarks.coded", "worries").options == ("income", "rights")
    assert short_title(study, "remarks.coded", "en") == "Remarks, coded"
    assert study.frames["remarks"].each == 2
    assert study.codings["remarks"].of("r4", "bo").codes == ("income", "rights")


def test_a_frame_that_is_still_used_to_code_makes_no_item(tmp_path: Path) -> None:
    study = read_study(write_coded(tmp_path, files={"coding/remarks.toml": FRAME.replace("final", "coding")}))
    assert "remarks.coded" not in study.codebook.items
    assert study.plan.nets == ()
    assert "remarks" in study.frames


def test_what_is_coded_of_a_sensitive_question_is_sensitive(tmp_path: Path) -> None:
    plan = '[disclosure]\nsensitive = ["remarks"]\n'
    study = read_study(write_coded(tmp_path, files={"plan.toml": plan}))
    assert study.plan.disclosure.sensitive == {"remarks", "remarks.coded"}
    assert read_study(write_coded(tmp_path / "b")).plan.disclosure.sensitive == frozenset()


def test_text_beside_an_option_is_coded_under_the_options_name(tmp_path: Path) -> None:
    frame = FRAME.replace('"Remarks, coded"', '"Other reasons"')
    study = read_study(write_coded(tmp_path, files={"coding/reasons.other.text.toml": frame}))
    assert check_study(study) == ()
    assert study.codebook.items["reasons.other.coded"].coded == "reasons.other.text"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('title = "Remarks, coded"\n', "", "coding/remarks.toml has no title."),
        ('coders = ["an", "bo"]', "coders = []", "names nobody who codes"),
        ('coders = ["an", "bo"]', 'coders = ["an", "final"]', '"final" is no name for a coder'),
        ('status = "final"', 'status = "done"', '"status" is coding or final'),
        ('status = "final"', 'status = "final"\neach = 3', "coded by 3, and there are 2 coders"),
        ('status = "final"', 'status = "final"\nkind = "matrix"', '"kind" is multi or single'),
        ("number = 5", "number = 1", '"rights" has number 1, which "income" has already'),
        ('net = "worries"', 'net = "worrys"', 'no net "worrys". Did you mean "worries"?'),
        ("[nets.worries]", "[nets.tool]", '"tool" is a net and a code'),
        ("[codes.tool]", "[codes.Tool]", '"Tool" is no id'),
        ("definition =", "defnition =", 'no setting "defnition"'),
        ('title = "A tool"', 'title = { nl = "Hulp" }', '"nl" is no language of the study'),
        ("quoted is yes", "quoted is yess", "yess"),
    ],
)
def test_what_is_wrong_with_a_frame_is_told_with_its_place(tmp_path: Path, old, new, told) -> None:
    found = problems(tmp_path, coding__remarks_dot_toml=FRAME.replace(old, new))
    assert any(told in one for one in found), found
    assert all(one.startswith("coding/remarks") for one in found)


def test_a_frame_of_what_isnt_open_or_is_private_is_refused(tmp_path: Path) -> None:
    files = {
        "coding/usage.toml": FRAME,
        "coding/contact.mail.toml": FRAME,
        "questionnaire.md": QUESTIONNAIRE
        + "\n## contact  {contact, optional}\nYour address?\n- mail: Mail\n",
    }
    study = read_study(write_coded(tmp_path, files=files))
    found = [one for one in study.problems if one.code == "Q119"]
    assert [one.span.file for one in found] == ["coding/contact.mail.toml", "coding/usage.toml"]
    assert set(study.frames) == {"remarks"}


@pytest.mark.parametrize(
    ("text", "told", "at"),
    [
        ("id,coder,codes\n", "doesn't begin with the names", 1),
        (HEADER + line("r1", "an", "income") + "<<<<<<< mine\n", "This line is no coding", 3),
        (HEADER + line("r1", "an", "income") + line("r1", "an", "tool"), "at line 2 already", 3),
        (HEADER + 'r1,an,income,"00\n', "can't be read any further", 2),
        (HEADER + ",an,income,00,\n", "This line is no coding", 2),
    ],
)
def test_a_line_that_is_no_coding_is_a_problem_at_its_place(tmp_path: Path, text, told, at) -> None:
    study = read_study(write_coded(tmp_path, text))
    (found,) = [one for one in study.problems if one.code == "Q123"]
    assert told in found.message
    assert (found.span.file, found.span.line) == ("coding/remarks.csv", at)


def test_a_note_over_two_lines_doesnt_shift_the_places_below_it(tmp_path: Path) -> None:
    text = HEADER + 'r1,an,income,00,"one\ntwo"\n' + line("r2", "an", "") + line("r2", "an", "")
    study = read_study(write_coded(tmp_path, text))
    assert [one.span.line for one in study.problems] == [5]


def test_an_unknown_coder_an_unnumbered_and_an_undefined_code_are_told(tmp_path: Path) -> None:
    text = ALL + line("r1", "ann", "income")
    frame = FRAME.replace("number = 5\n", "").replace('definition = "AI helps."\n', "")
    found = problems(tmp_path, text, coding__remarks_dot_toml=frame)
    assert [one.split("  ")[1] for one in found] == ["Q122", "Q120", "Q121"]


def test_the_codes_take_free_numbers_where_none_are_pinned(tmp_path: Path) -> None:
    frame = FRAME.replace("number = 1\n", "").replace("number = 2\n", "")
    item = read_study(write_coded(tmp_path, files={"coding/remarks.toml": frame})).codebook.items
    assert [option.code for option in item["remarks.coded"].options] == [1, 5, 2]


def test_frames_change_nothing_that_is_asked(tmp_path: Path) -> None:
    coded = read_study(write_coded(tmp_path / "a"))
    plain = read_study(
        write_coded(tmp_path / "b", files={"coding/remarks.toml": FRAME.replace("final", "coding")})
    )
    assert coded.route == plain.route
    assert replace(coded.questionnaire) == plain.questionnaire


def test_a_condition_of_the_questionnaire_is_told_so_too_and_other_names_are_not(tmp_path: Path) -> None:
    text = QUESTIONNAIRE.replace("if usage is often\nWhat", "if remarks.coded has income\nWhat")
    other = text.replace("if usage is often\nWhy", "if remarks.codes has income\nWhy")
    study = read_study(write_coded(tmp_path, files={"questionnaire.md": other}))
    found = [(one.code, one.message.split(" ")[0]) for one in study.problems]
    assert sorted(found)[:2] == [("Q010", "There"), ("Q125", '"remarks.coded"')]
    told = next(one for one in study.problems if one.code == "Q125")
    assert "people give to answers afterwards: what is asked can't depend on it" in told.message
    assert '"where: remarks.coded has income"' in told.hint
