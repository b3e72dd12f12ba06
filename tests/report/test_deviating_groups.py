"""Classes that deviate in several groups, some of which have classes of the same id or label."""

import pytest
from small_study import STUDY, Counts, compose, make_study

from peil.study.study import Study

DUTCH = STUDY.replace('["nl", "en"]', '["nl"]')
PLAN = """\
[analysis]
groups = ["employment", "work"]

[derived.work]
title = "Werk"
classes.own = { title = "eigen werk", if = "employment is zzp" }
classes.employer = { title = "geeft werk", if = "employment is employer" }
classes.other = { title = "anders", if = "employment is one of (employee, other)" }
"""
LOW, HIGH = {"often": 6, "sometimes": 14}, {"often": 14, "sometimes": 6}
EVEN = {"often": 10, "sometimes": 10}
COUNTS: Counts = {
    "usage": {
        None: {"often": 60, "sometimes": 60},
        "employer": EVEN,
        "employee": EVEN,
        "zzp": EVEN,
        "own": EVEN,
        "other": HIGH,
    }
}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"), plan=PLAN, study=DUTCH)


def problems_of(study: Study, printed: str, stated: str, **more: dict[str, int]) -> list[tuple[str, str]]:
    counts = {"usage": {**COUNTS["usage"], **more}}
    text = f"# T\n\n[{printed}]{{= deviating usage: often by employment, work{stated}}}\n"
    _, problems = compose(study, text, counts=counts)
    return [(problem.code, problem.hint) for problem in problems]


def test_classes_of_the_same_id_are_stated_with_their_group(study) -> None:
    assert problems_of(study, "beide", " is employment.other, work.other") == []
    (code, hint), *more = problems_of(study, "beide", " is employment.other")
    assert (code, hint, more) == ("R006", 'Print "anders en anders", or mend the sentence.', [])


def test_an_id_that_fits_several_groups_is_a_problem_with_its_repair(study) -> None:
    assert problems_of(study, "beide", " is other") == [
        ("R012", "Write employment.other or work.other."),
    ]


def test_an_id_of_one_group_goes_by_itself_or_with_its_group(study) -> None:
    # Only the self-employed deviate: "zzp" of employment.
    more = {"other": EVEN, "zzp": LOW}
    assert problems_of(study, "zij", " is zzp", **more) == []
    assert problems_of(study, "zij", " is employment.zzp", **more) == []
    assert problems_of(study, "zij", " is own", **more)[0][0] == "R006"


def test_a_group_has_no_class_of_another(study) -> None:
    assert problems_of(study, "beide", " is work.zzp")[0][0] == "R008"


def test_the_repair_names_classes_as_they_are_written(study) -> None:
    text = "# T\n\n[x]{= deviating usage: often by employment, work is own}\n"
    counts = {"usage": {**COUNTS["usage"], "zzp": LOW}}
    _, problems = compose(study, text, counts=counts)
    assert "(zzp, employment.other, work.other)" in problems[0].message


def test_labels_that_are_alike_in_two_groups_are_both_printed(study) -> None:
    assert problems_of(study, "anders en anders", "") == []
    assert problems_of(study, "anders", "")[0][0] == "R006"
