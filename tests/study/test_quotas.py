"""Quotas in plan.toml: read, resolved like any condition, and proved to be countable."""

from pathlib import Path

import pytest
from check_example import check_files, codes, write_files

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.expr.tree import And, Is, reads
from peil.study.expr.written_out import written_out
from peil.study.proof.prover import prover_of
from peil.study.quota import Quota
from peil.study.reader.read import read_study

QUESTIONNAIRE = """\
# work: Your work

## job
end if job is none: no_work
What are you?
- ( ) staff: Employed
- ( ) solo: On my own
- ( ) none: Without work

## size
if job is staff
How large is your firm?
- ( ) small: Small
- ( ) large: Large

## tasks  {optional}
What do you do?
- [ ] text: Writing
- [ ] image: Making images

## reach  {contact, optional}
How can we reach you?
- mail: E-mail
"""
ROLES = (
    '[about]\ntitle = "T"\nlanguages = ["en"]\n[roles]\nboss = "size is large"\nother = "otherwise"\n'
    '[accept]\nrole_without_wording = "x"\n'
)


def quotas(folder: Path, text: str) -> tuple[Quota, ...]:
    study = read_study(write_files(folder, {"questionnaire.md": QUESTIONNAIRE, "plan.toml": text}))
    assert study.problems == ()
    return study.plan.quotas


def problems(folder: Path, text: str, **more: str) -> list[Problem]:
    found = check_files(folder, questionnaire=QUESTIONNAIRE, plan=text, **more)
    return [one for one in found if one.span.file == "plan.toml"]


def quota(condition: str, rest: str = "") -> str:
    return f'[quotas.some]\ntitle = "Some"\nif = "{condition}"\nlimit = 5\n{rest}'


def test_a_quota_is_read_with_its_condition_resolved(tmp_path: Path) -> None:
    one, other = quotas(
        tmp_path,
        quota("job is staff and size is small", "hold_days = 3\n")
        + '[quotas.solo]\nif = "job is solo"\nlimit = 1\n',
    )
    assert (one.id, one.wording.plain("en"), one.limit, one.hold_days) == ("some", "Some", 5, 3)
    assert one.condition.tree == And((Is("job", ("staff",)), Is("size", ("small",))))
    assert one.span == Span("plan.toml", 1, 9)
    assert (other.id, other.wording.plain("en"), other.limit, other.hold_days) == ("solo", "solo", 1, 7)


def test_a_quota_may_read_a_derived_variable_which_is_then_used(tmp_path: Path) -> None:
    text = '[derived.firm]\ntitle = "F"\nclasses.small = { title = "s", if = "size is small" }\n'
    assert codes(tuple(problems(tmp_path, text))) == ["Q030"]
    assert codes(tuple(problems(tmp_path, text + quota("job is staff and firm is small")))) == []


SLIPS = {
    "no condition": ("[quotas.some]\nlimit = 5\n", "Q032", "has no condition"),
    "no limit": ('[quotas.some]\nif = "job is solo"\n', "Q032", "has no limit"),
    "nobody wanted": (quota("job is solo").replace("5", "0"), "Q032", "a whole number from 1"),
    "held for no day": (quota("job is solo", "hold_days = 0\n"), "Q032", "a whole number from 1"),
    "a setting more": (quota("job is solo", "hold = 3\n"), "Q032", 'has no setting "hold"'),
    "no id": (quota("job is solo").replace("some", "Some"), "Q002", '"Some" is no id'),
    "no such option": (quota("job is sollo"), "Q012", 'no option "sollo"'),
    "no such question": (quota("work is solo"), "Q010", 'no question, row or variable "work"'),
    "contact details": (quota("reach was answered"), "Q011", "asks contact details"),
    "one contact detail": (quota("reach.mail was answered"), "Q011", "asks contact details"),
    "nobody completes": (quota("job is none"), "Q084", "No complete interview can count"),
    "nobody at all": (quota("job is solo and size is small"), "Q084", "No complete interview can count"),
    "some not asked": (quota("size is small"), "Q085", 'some are never asked ("size")'),
    "some not asked and denied": (quota("job is solo or not size is small"), "Q086", "Everyone counts"),
    "a denial": (quota("not job is solo"), "Q086", "Everyone counts"),
}


@pytest.mark.parametrize("name", sorted(SLIPS))
def test_a_slip_is_told_at_its_place(name: str, tmp_path: Path) -> None:
    text, code, words = SLIPS[name]
    found = problems(tmp_path, text)
    told = [one for one in found if one.code == code]
    assert len(told) == 1, found
    assert {one.code for one in found} <= {code, "Q085"}
    assert words in told[0].message
    assert told[0].hint or code in {"Q010", "Q011"}


def test_the_role_of_everyone_else_is_had_before_anything_was_answered(tmp_path: Path) -> None:
    assert [one.code for one in problems(tmp_path, quota("role is other"), study=ROLES)] == ["Q086"]
    assert problems(tmp_path, quota("role is boss"), study=ROLES) == []


def test_who_is_never_asked_is_shown_by_an_interview(tmp_path: Path) -> None:
    found = problems(tmp_path, quota("size is small"))
    assert ("job", "solo") in found[0].witness
    assert "size" not in dict(found[0].witness)


@pytest.mark.parametrize(
    "condition",
    ["job is solo", "job is staff and size is small", "tasks has text", "job is solo or tasks has text"],
)
def test_what_everyone_it_depends_on_is_asked_is_no_problem(condition: str, tmp_path: Path) -> None:
    """Leaving an optional question blank is an answer that was asked for."""
    assert problems(tmp_path, quota(condition)) == []


def test_a_finding_can_be_accepted_and_an_error_cannot(tmp_path: Path) -> None:
    accepted = '[accept]\npartial_quota = "who works alone is counted by hand"\n'
    assert problems(tmp_path, quota("size is small") + accepted) == []


def test_an_early_end_cannot_take_the_outcome_of_a_full_quota(tmp_path: Path) -> None:
    text = QUESTIONNAIRE.replace(": no_work", ": quota_full")
    found = check_files(tmp_path, questionnaire=text)
    assert [(one.code, one.span.line) for one in found] == [("Q008", 4)]


DERIVED = """\
[derived.firm]
title = "Firm"
classes.small = { title = "s", if = "size is small" }
classes.writes = { title = "w", if = "tasks has text" }
classes.rest = { title = "r", if = "otherwise" }

[derived.busy]
title = "Busy"
classes.yes = { title = "y", if = "firm is one of (small, rest) or tasks has image" }
"""


@pytest.mark.parametrize(
    "condition",
    [
        "firm is small",
        "firm is writes",
        "firm is rest",
        "firm is not writes",
        "not busy is yes",
        "busy was asked",
    ],
)
def test_a_condition_written_out_in_answers_holds_in_the_same_interviews(
    condition: str, tmp_path: Path
) -> None:
    files = {"questionnaire.md": QUESTIONNAIRE, "plan.toml": DERIVED + quota(condition)}
    study = read_study(write_files(tmp_path, files))
    tree = study.plan.quotas[0].condition.tree
    plain = written_out(tree, {one.id: one for one in study.plan.derived})
    prover = prover_of(study)
    one, other = prover.encoding.holds(tree), prover.encoding.holds(plain)
    assert not prover.can(one, -other)
    assert not prover.can(-one, other)
    assert reads(plain) <= {"size", "tasks"}
