"""``[accept]`` in study.toml and plan.toml: silences what it names in that file, and nothing else."""

from pathlib import Path

import pytest
from check_example import check_files, codes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peil.core.problem import Severity
from peil.core.span import Span
from peil.study.checks.catalogue import rules
from peil.study.checks.check import find_problems
from peil.study.checks.evidence.accepting import set_apart
from peil.study.reader.read import read_study

WORK = """\
# work: Your work

## job
What are you?
- ( ) staff: Employed
- ( ) solo: On my own

## size
if job is staff
How large is your firm?
- ( ) small: Small
- ( ) large: Large

## sector
if job is staff
What does your firm do?
- ( ) trade: Trade
- ( ) care: Care
"""
ABOUT = '[about]\ntitle = "Work"\nlanguages = ["en"]\n'
GROUPS = '[analysis]\ngroups = ["size", "sector"]\n'
REASON = 'partial_group = "asked of employers only"\n'
ROLES = f'{ABOUT}\n[roles]\nall = "job is one of (staff, solo)"\nchief = "job is staff"\nrest = "otherwise"\n'


def found_in(folder: Path, **files: str) -> tuple[list[str], list[str]]:
    """Give the codes of the problems, and of what was accepted."""
    check_files(folder, **{"questionnaire": WORK, "study": ABOUT, **files})
    found = find_problems(read_study(folder))
    return codes(found.problems), codes(found.accepted)


def test_the_plan_accepts_all_of_a_rule_in_its_own_file(tmp_path: Path) -> None:
    assert found_in(tmp_path, plan=GROUPS) == (["Q065", "Q065"], [])
    assert found_in(tmp_path, plan=f"{GROUPS}\n[accept]\n{REASON}") == ([], ["Q065", "Q065"])


def test_the_study_accepts_an_empty_role(tmp_path: Path) -> None:
    found, _ = found_in(tmp_path, study=ROLES)
    empty = [code for code in found if code == "Q063"]
    assert empty
    accept = '\n[accept]\nempty_role = "for the next wave"\n'
    others = [code for code in found if code != "Q063"]
    assert found_in(tmp_path, study=ROLES + accept) == (others, empty)


def test_a_file_accepts_nothing_of_another_file(tmp_path: Path) -> None:
    found, accepted = found_in(tmp_path, study=f"{ABOUT}\n[accept]\n{REASON}", plan=GROUPS)
    assert (sorted(found), accepted) == (["Q065", "Q065", "Q081"], [])
    doubled = WORK.replace("On my own", "Employed")
    accept = '[accept]\nduplicate_label = "as in the wave before"\n'
    assert found_in(tmp_path, questionnaire=doubled, plan=accept) == (["Q081", "Q053"], [])


def test_a_question_accepts_nothing_of_the_plan(tmp_path: Path) -> None:
    text = WORK.replace("## size\n", "## size\naccept partial_group: asked of employers only\n")
    found, accepted = found_in(tmp_path, questionnaire=text, plan=GROUPS)
    assert (sorted(found), accepted) == (["Q065", "Q065", "Q081"], [])


def test_other_rules_of_the_file_are_still_told(tmp_path: Path) -> None:
    unused = '\n[derived.staff]\ntitle = "Employed"\nif = "job is staff"\n'
    found, accepted = found_in(tmp_path, plan=f"{GROUPS}{unused}\n[accept]\n{REASON}")
    assert (found, accepted) == (["Q030"], ["Q065", "Q065"])


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('partial_groups = "as meant"', 'Did you mean "partial_group"?'),
        ('xyzzy = "as meant"', 'Write NAME = "reason".'),
        ('partial_group = ""', 'Write partial_group = "why it stays".'),
        ('partial_group = "  "', 'Write partial_group = "why it stays".'),
        ("partial_group = true", 'Write partial_group = "why it stays".'),
        ('partial_group = ["as meant"]', 'Write partial_group = "why it stays".'),
        ('partial_group.size = "as meant"', 'Write partial_group = "why it stays".'),
        ('bad_plan = "as meant"', "Mend it, and take this line away."),
        ('idle_accept = "it may come back"', "Mend it, and take this line away."),
        ('reads_unasked = "as meant"', "Take this line away."),
    ],
)
@pytest.mark.parametrize("file", ["plan", "study"])
def test_an_accept_that_accepts_nothing_is_an_error_at_its_key(
    line: str, hint: str, file: str, tmp_path: Path
) -> None:
    before = {"plan": GROUPS, "study": ABOUT}
    files = before | {file: f"{before[file]}\n[accept]\n  {line}\n"}
    found = check_files(tmp_path, questionnaire=WORK, **files)
    (problem,) = (problem for problem in found if problem.severity is Severity.ERROR)
    at = before[file].count("\n") + 3
    assert (problem.code, problem.hint, problem.span) == ("Q080", hint, Span(f"{file}.toml", at, 3))
    assert codes(found).count("Q065") == 2


@pytest.mark.parametrize(("file", "code"), [("plan", "Q032"), ("study", "Q031")])
@pytest.mark.parametrize("written", ['accept = "partial_group"\n', "[[accept]]\n"])
def test_what_is_no_table_is_told_once(file: str, code: str, written: str, tmp_path: Path) -> None:
    before = {"plan": "", "study": ABOUT}
    text = before[file] + written if written.startswith("[") else written + before[file]
    assert codes(check_files(tmp_path, questionnaire=WORK, **{**before, file: text})) == [code]


def test_an_error_is_not_accepted(tmp_path: Path) -> None:
    found, accepted = found_in(tmp_path, plan='[accept]\nbad_plan = "mine"\n\n[plans]\n')
    assert (sorted(found), accepted) == (["Q032", "Q080"], [])


@pytest.mark.parametrize("file", ["plan", "study"])
def test_an_accept_that_nothing_needs_is_told_at_its_key(file: str, tmp_path: Path) -> None:
    before = {"plan": "", "study": ABOUT}
    files = before | {file: f"{before[file]}[accept]\n{REASON}"}
    (problem,) = check_files(tmp_path, questionnaire=WORK, **files)
    at = before[file].count("\n") + 2
    assert (problem.code, problem.span) == ("Q081", Span(f"{file}.toml", at, 1))


def test_two_accepts_that_nothing_needs_are_both_told_though_their_keys_are_escaped(tmp_path: Path) -> None:
    plan = '[accept]\n"partial\\u005fgroup" = "a"\n"empty\\u005frole" = "b"\n'
    assert found_in(tmp_path, plan=plan) == (["Q081", "Q081"], [])


def test_what_is_accepted_stays_in_the_study(tmp_path: Path) -> None:
    found_in(tmp_path, study=f'{ABOUT}[accept]\nempty_role = " later "\n', plan=f"{GROUPS}[accept]\n{REASON}")
    study = read_study(tmp_path)
    assert [(one.rule, one.reason) for one in study.about.accepts] == [("empty_role", "later")]
    assert [(one.rule, one.reason) for one in study.plan.accepts] == [
        ("partial_group", "asked of employers only")
    ]
    assert study.about.extra == {}


def test_a_partial_group_is_told_where_the_groups_name_it(tmp_path: Path) -> None:
    found = check_files(tmp_path, questionnaire=WORK, study=ABOUT, plan=GROUPS)
    assert [(one.got, one.span) for one in found] == [
        ("size", Span("plan.toml", 2, 12)),
        ("sector", Span("plan.toml", 2, 20)),
    ]


NAMES = {rule.code: rule for rule in rules()}
SOFT = sorted(
    rule.name for rule in rules() if rule.severity is Severity.WARNING and rule.name != "idle_accept"
)
FILES = ("plan.toml", "study.toml")


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    accepts=st.sets(st.tuples(st.sampled_from(FILES), st.sampled_from(SOFT)), max_size=6),
    found=st.lists(
        st.tuples(
            st.integers(0, 9),
            st.sampled_from(sorted(NAMES)),
            st.sampled_from([*FILES, "questionnaire.md", "translations/nl.po"]),
        ),
        max_size=12,
        unique=True,
    ),
)
def test_only_what_the_file_names_is_taken_out(
    accepts: set[tuple[str, str]], found: list[tuple[int, str, str]], tmp_path: Path
) -> None:
    """Each finding is either still there or was named in its own file; each other accept is told."""
    tables = {
        file: "[accept]\n" + "".join(f'{name} = "because"\n' for at, name in sorted(accepts) if at == file)
        for file in FILES
    }
    check_files(tmp_path, study=ABOUT + tables["study.toml"], plan=tables["plan.toml"])
    problems = [
        NAMES[code].problem(Span(file, line, 1), f"{number}")
        for number, (line, code, file) in enumerate(found)
    ]
    told = set_apart(read_study(tmp_path), problems, rules())
    needed = {(problem.span.file, NAMES[problem.code].name) for problem in problems} & accepts
    kept = [problem for problem in problems if (problem.span.file, NAMES[problem.code].name) not in needed]
    assert list(told.accepted) == [problem for problem in problems if problem not in kept]
    assert [problem for problem in told.problems if problem in problems] == kept
    idle = [problem for problem in told.problems if problem not in problems]
    assert {(problem.span.file, problem.got) for problem in idle} == accepts - needed
    assert {problem.code for problem in idle} <= {"Q081"}
