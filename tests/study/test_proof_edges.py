"""Where a proof could go wrong or never end: long lists, ranks, limits, names that are the same."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from peil.study.checks.check import check_study
from peil.study.proof.cover import cover
from peil.study.proof.encoding import Encoding
from peil.study.proof.prover import prover_of
from peil.study.reader.read import read_study
from peil.study.study import Study
from random_routing import study_of

SETTINGS = '[about]\ntitle = "T"\nlanguages = ["en"]\n'
PLAN = "[analysis]\ngroups = []\n"
FIRST = """
# work: Work

## job
What are you?
- ( ) boss: A boss
- ( ) staff: Staff
"""
RANKING = (
    FIRST
    + """
## wishes  {ranking}
What matters most?
%s
- grow: Growing  {if job is boss}
- wage: A wage  {if job is staff}

## why
if wishes.i1 <= 15
Why? ____
"""
)
EXCLUSIVE = """
# use: Use

## tools
Which tools?
- [ ] chat: Chat
- [ ] none: None  {exclusive}
- [ ] secret: Secret  {exclusive}
- [ ] never: Never  {exclusive}
- [ ] dk: Don't know  {exclusive, missing}
"""
WRITE = """
import sys
from peil.study.proof.encoding import Encoding
from peil.study.reader.read import read_study
print(Encoding(read_study(sys.argv[1])).formula.clauses)
"""
SAME_ID = (
    FIRST
    + """
## size
if job is boss
How large?
- ( ) large: Large
- ( ) small: Small

## ability  {matrix}
if job is boss
What can it do?
columns
- ( ) better: Better  {if size is large}
- ( ) worse: Worse
rows
- better: Betterment  {if job is staff}
- texts: Texts
"""
)
REPEATED = """
# use: Use

## tools
Which tools?
- [ ] chat: Chat
- [ ] code: Code

## usage  {for each tools, matrix}
How?
columns
- ( ) often: Often
- ( ) rarely: Rarely
rows
- home: At home
- work: At work  {if tools has chat}
"""
UNMET = (
    FIRST
    + """
## tools  {at least 2, at most 1}
Which tools?
- [ ] chat: Chat
- [ ] code: Code

## wish
What do you wish? ____
"""
)


def study(text: str, plan: str = PLAN) -> Study:
    return study_of((text, SETTINGS, plan))


def messages(read: Study, code: str) -> list[str]:
    return [problem.message for problem in check_study(read) if problem.code == code]


def test_a_count_is_written_as_one_range_however_many_options_there_are() -> None:
    options = "\n".join(f"- [ ] o{number}: Tool {number}" for number in range(100))
    text = f"# use: Use\n\n## tools\nWhich?\n{options}\n\n## many\nif count(tools) >= 3\nWhy? ____\n"
    assert len(Encoding(study(text)).formula.clauses) < 5_000


def test_the_last_rank_is_never_given_where_an_item_is_always_hidden() -> None:
    """Of sixteen items fifteen are shown: to prove it by trying orders would take years."""
    items = "\n".join(f"- i{number}: Item {number}" for number in range(14))
    assert messages(study(RANKING % items), "Q059") == [
        'The condition of "why" always holds for those who get there: "wishes.i1 <= 15".'
    ]


@pytest.mark.parametrize("rank", [1, 14, 15])
def test_every_other_rank_can_be_given(rank: int) -> None:
    items = "\n".join(f"- i{number}: Item {number}" for number in range(14))
    prover = prover_of(study(RANKING % items))
    ranks = {int(number): literal for number, literal in prover.encoding.answers.numbers["wishes.i1"]}
    assert prover.can(ranks[rank])


@pytest.mark.slow
def test_a_formula_is_written_in_the_same_order_in_every_run() -> None:
    """Which walk a solver finds depends on that order."""
    with tempfile.TemporaryDirectory() as name:
        write(name, EXCLUSIVE)
        told = {_formula(name, seed) for seed in range(4)}
    assert len(told) == 1
    assert "" not in told


def _formula(folder: str, seed: int) -> str:
    surroundings = {**os.environ, "PYTHONHASHSEED": str(seed)}
    command = [sys.executable, "-c", WRITE, folder]
    return subprocess.run(command, capture_output=True, text=True, env=surroundings, check=False).stdout


def test_a_row_is_explained_by_its_own_condition_where_a_column_has_its_id() -> None:
    assert len(found := messages(study(SAME_ID), "Q056")) == 1
    assert "ability.better (job is staff)" in found[0]
    assert "size is large" not in found[0]


def test_a_comparison_that_differs_in_one_repeat_only_is_visited() -> None:
    assert cover(study(REPEATED)).beyond == ()


def test_a_comparison_that_always_holds_is_named_with_the_way_that_nobody_can_go() -> None:
    plan = '[analysis]\ngroups = ["worker"]\n[derived.worker]\ntitle = "All"\n'
    plan += 'classes.x = { title = "X", if = "job was asked" }\n'
    named = [goal.said for goal in cover(study(FIRST, plan)).beyond]
    assert named == ["class worker.x: job was asked (not holding)"]


def test_limits_that_nobody_can_meet_are_told_once_and_end_no_interview() -> None:
    read = study_of_errors(UNMET)
    assert messages(read, "Q018") == ['"at most 1" leaves no answer that can be given.']
    assert messages(read, "Q054") == []
    assert messages(read, "Q058") == []
    assert len(cover(read).walks) == 2


def study_of_errors(text: str) -> Study:
    with tempfile.TemporaryDirectory() as name:
        write(name, text)
        return read_study(name)


def write(folder: str, text: str) -> None:
    for file, said in (("questionnaire.md", text), ("study.toml", SETTINGS), ("plan.toml", PLAN)):
        (Path(folder) / file).write_text(said, encoding="utf-8")
