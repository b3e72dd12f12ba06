"""Small studies drawn at random: two to seven questions that hang together."""

import tempfile
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from peil.interview.answers import Answers
from peil.interview.simulate import simulate
from peil.study.reader.read import read_study
from peil.study.study import Study

SETTINGS = """
[about]
title = "T"
languages = ["nl"]
[roles]
other = "otherwise"
"""
OPTIONS = {"single": "( )", "multi": "[ ]"}


@st.composite
def questionnaires(draw: st.DrawFn) -> str:
    """Questionnaires of two to seven questions that hang together."""
    lines: list[str] = []
    kinds: dict[str, str] = {}
    for number in range(draw(st.integers(2, 7))):
        name = f"q{number}"
        if number == 0 or draw(st.booleans()):
            page = draw(st.sampled_from(["", "  {one page}"]))
            condition = f"if {draw(conditions(kinds))}\n" if kinds and draw(st.booleans()) else ""
            lines.append(f"# s{number}: Deel{page}\n{condition}")
        kind = draw(st.sampled_from(["single", "multi", "number", "open", "matrix"]))
        lines.append(draw(questions(name, kind, kinds)))
        if "later" not in lines[-1]:  # nothing printed below may read what is asked after it
            kinds[name] = kind
    return "\n".join(lines)


@st.composite
def questions(draw: st.DrawFn, name: str, kind: str, kinds: dict[str, str]) -> str:
    """One question with its heading, directives and list."""
    how = [word for word in ("optional", "later: end") if draw(st.integers(0, 3)) == 0]
    multis = [other for other, sort in kinds.items() if sort == "multi"]
    if kind == "open" and multis and draw(st.booleans()):
        how.append(f"for each {draw(st.sampled_from(multis))}")
    if kind == "matrix":
        how.append("matrix")
    heading = f"## {name}" + (f"  {{{', '.join(how)}}}" if how else "")
    directives = f"if {draw(conditions(kinds))}\n" if kinds and draw(st.booleans()) else ""
    own_end = {"single": f"{name} is a", "multi": f"{name} has a", "number": f"{name} < 2"}.get(kind)
    if own_end and draw(st.integers(0, 3)) == 0:
        directives += f"end if {draw(st.sampled_from(['', 'not ']))}{own_end}: stopped\n"
    shown = f"  {{if {draw(conditions(kinds))}}}" if kinds and draw(st.booleans()) else ""
    body = {"open": "Zeg: ____", "number": "Noem ___ [0..9].", "matrix": "Hoe?"}.get(kind, "Wat?")
    if kind == "matrix":
        body += f"\ncolumns\n- ( ) a: A\n- ( ) b: B\nrows\n- x: X{shown}\n- y: Y"
    elif kind in OPTIONS:
        box = OPTIONS[kind]
        carry = f"options from {draw(st.sampled_from(multis))}" if multis and draw(st.booleans()) else ""
        own = f"- {box} a: A{shown}\n- {box} b: B\n- {box} dk: Weet niet  {{missing}}"
        body += f"\n{own}" if not carry or kind == "multi" else f"\n{carry}\n- {box} z: Z{shown}"
    return f"{heading}\n{directives}{body}\n"


@st.composite
def conditions(draw: st.DrawFn, kinds: dict[str, str]) -> str:
    """A condition on earlier questions."""
    name = draw(st.sampled_from(sorted(kinds)))
    choices = {
        "single": [f"{name} is not a", f"{name} was answered", f"{name} was asked"],
        "multi": [f"{name} has a", f"not {name} has b", f"count({name}) >= 2"],
        "number": [f"{name} > 4", f"not {name} between 1 and 7"],
        "open": [f"{name} was asked"],
        "matrix": [f"{name}.x is a", f"{name}.y is not a", f"{name} was asked"],
    }
    one = draw(st.sampled_from(choices[kinds[name]]))
    if draw(st.integers(0, 3)):
        return one
    joint = draw(st.sampled_from(["and", "or"]))
    return f"{one} {joint} ({draw(conditions(kinds))})"


@cache
def study_of(text: str) -> Study:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
        (folder / "questionnaire.md").write_text(text, encoding="utf-8")
        study = read_study(folder)
    untold = [problem for problem in study.problems if problem.severity == "error"]
    assert untold == [], "\n".join(map(str, untold))
    return study


studies = questionnaires().map(study_of)
seeds = st.integers(0, 10**6)


def respondent(study: Study, seed: int, break_off: float = 0.0) -> Answers:
    return next(simulate(study, 1, seed, break_off)).answers
