"""The reference questionnaire of 31 questions: its planted faults are found, and nothing else is."""

import json
from pathlib import Path

import pytest

from enumerate_walks import follow
from expect_findings import expect_findings
from peil.cli.main import main
from peil.core.problem import Problem, Severity
from peil.study.checks.check import check_study, explain_study
from peil.study.reader.read import read_study
from peil.study.study import Study
from reference_material import REFERENCE
from replay_walk import replay, values_of
from routing31 import Unasked, read_source, unasked_rows, write_study

pytestmark = pytest.mark.skipif(
    not REFERENCE.is_dir(),
    reason="the shared reference material (../shared/reference/questionnaires/routing31.json) is absent",
)

PLANTED = {
    ("Q054", "dead_q"),
    ("Q055", "dead_q.a"),
    ("Q055", "dead_q.b"),
    ("Q055", "team_policy.p6"),
    ("Q055", "course_kind.c7"),
    ("Q059", "age >= 18"),
}
WITH_NOT = {
    "sat_tools": "not tools has none",
    "policy_clear": "not policy_read is no",
    "train_need": "train is no or not train_hours >= 8",
}
DECOY = {"forbid_known": "not policy is no and not position is student"}
"""A denial of what everyone was asked: it can't hold by a missing answer."""


def study_in(folder: Path, changed: dict[str, str] | None = None) -> Study:
    return read_study(write_study(folder, read_source(), changed))


def told(problems: tuple[Problem, ...]) -> set[tuple[str, str]]:
    return {(problem.code, problem.got) for problem in problems}


def row_of(study: Study, problem: Problem) -> Unasked:
    """Give the row of the reference that an information stands for."""
    for question in study.questionnaire.questions:
        if question.condition and question.condition.span == problem.span:
            return Unasked(question.id, "", problem.got)
        for option in question.options:
            if option.condition and option.condition.span == problem.span:
                return Unasked(question.id, option.id, problem.got)
    raise AssertionError(problem)


def assert_shown(study: Study, problem: Problem) -> None:
    """Replay a problem's walk through the engine and look whether it shows what is told."""
    values = values_of(study, problem.witness)
    walks, stop = follow(study, values)
    replay(study, values, stop)
    assert (problem.code, str(problem.span), problem.got) in expect_findings(study, walks)


def test_the_planted_faults_are_problems_and_nothing_else_is(tmp_path: Path) -> None:
    found = check_study(study_in(tmp_path))
    assert told(found) == PLANTED
    assert len(found) == len(PLANTED)
    assert {problem.severity for problem in found} <= {Severity.ERROR, Severity.WARNING}


def test_what_reads_unasked_answers_is_told_as_information(tmp_path: Path) -> None:
    study = study_in(tmp_path)
    found = explain_study(study)
    rows = unasked_rows(read_source())
    assert len(rows) == 15
    assert {row_of(study, problem) for problem in found} == rows
    assert len(found) == len(rows)
    assert {problem.severity for problem in found} == {Severity.INFO}
    for problem in found:
        assert_shown(study, problem)


def test_conditions_that_hold_because_an_answer_is_missing_are_found(tmp_path: Path) -> None:
    study = study_in(tmp_path, {**WITH_NOT, **DECOY})
    found = [problem for problem in check_study(study) if problem.code == "Q060"]
    assert {problem.got for problem in found} == set(WITH_NOT.values())
    for problem in found:
        assert_shown(study, problem)


def test_the_added_conditions_bring_nothing_else_up(tmp_path: Path) -> None:
    found = told(check_study(study_in(tmp_path, {**WITH_NOT, **DECOY})))
    assert found - PLANTED == {("Q060", source) for source in WITH_NOT.values()}
    assert found >= PLANTED


@pytest.mark.slow
def test_the_command_tells_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study = study_in(tmp_path)
    for options, expected in (
        ([], check_study(study)),
        (["--explain"], (*check_study(study), *explain_study(study))),
    ):
        assert main(["check", str(tmp_path), "--format", "json", *options]) == 1
        found = json.loads(capsys.readouterr().out)
        assert found["questions"] == 31
        assert {(one["code"], one["line"], one["message"]) for one in found["problems"]} == {
            (problem.code, problem.span.line, problem.message) for problem in expected
        }
        assert all(one["witness"] for one in found["problems"] if one["code"] == "Q066")
