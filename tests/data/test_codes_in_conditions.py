"""Conditions read codes as they read answers: codes come first, then what is derived, then who counts."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peil import line as stages
from peil.core.problem import has_errors
from peil.data.dataset import Dataset
from peil.interview.state import State
from peil.study.coding import answer_mark
from peil.study.reader.read import read_study
from remarks_study import ALL, FRAME, HEADER, PLAN, QUESTIONNAIRE, line, write_coded

SINGLE = FRAME.replace('status = "final"', 'status = "final"\nkind = "single"')
ONE_EACH = ALL.replace("income rights", "rights")
CLASSES = """\
[derived.worried]
title = "Worried"
classes.yes = { title = "worried", if = "remarks.coded has income" }
classes.no = { title = "not worried", if = "remarks was answered" }
classes.rest = { title = "said nothing", if = "otherwise" }

[derived.short]
title = "Worried, yes or no"
if = "remarks.coded has income"

[derived.heavy]
title = "Worried, and often"
if = "worried is yes and reasons has speed"
"""


def dataset(folder: Path, plan: str, codings: str = ALL, **files: str) -> Dataset:
    names = {name.replace("__", "/").replace("_dot_", "."): text for name, text in files.items()}
    study = read_study(write_coded(folder, codings, {"plan.toml": plan, **names}))
    assert not has_errors(study.problems), study.problems
    return stages.read_analysis_set(study, None)


def classes(found: Dataset, key: str) -> list[str]:
    """Give each row's class, a dot for none."""
    options = (*found.study.codebook.items[key].option_ids, ".")
    return [options[place] for place in found.columns[key]]


def test_derived_variables_are_computed_from_codes(tmp_path: Path) -> None:
    """r2 wrote words that no code fits, r6 wasn't asked, r7 left it blank, r8 left before."""
    found = dataset(tmp_path, CLASSES)
    assert classes(found, "worried") == ["yes", "no", "yes", "yes", "no", "rest", "rest", "rest"]
    assert classes(found, "short") == ["yes", ".", "yes", "yes", "no", ".", ".", "."]
    assert classes(found, "heavy") == ["yes", "no", "no", "no", "no", "no", "no", "no"]
    assert list(found.states["short"])[:3] == [State.ANSWERED, State.NOT_ASKED, State.ANSWERED]


def test_one_code_an_answer_is_read_with_is(tmp_path: Path) -> None:
    plan = (
        CLASSES.replace("has income", "is income")
        + '[derived.other]\ntitle = "O"\nif = "remarks.coded is not income"\n'
    )
    found = dataset(tmp_path, plan, ONE_EACH, coding__remarks_dot_toml=SINGLE)
    assert classes(found, "worried") == ["yes", "no", "yes", "no", "no", "rest", "rest", "rest"]
    assert classes(found, "short") == ["yes", ".", "yes", "no", "no", ".", ".", "."]
    assert classes(found, "other") == ["no", ".", "no", "yes", "yes", ".", ".", "."]


def test_an_answer_without_a_final_code_is_in_no_class_and_stops_publishing(tmp_path: Path) -> None:
    without = ONE_EACH.replace(line("r5", "bo", "tool"), "")
    plan = (
        '[analysis]\ngroups = ["remarks.coded"]\n[derived.tool]\ntitle = "T"\nif = "remarks.coded is tool"\n'
    )
    found = dataset(tmp_path, plan, without, coding__remarks_dot_toml=SINGLE)
    assert State(int(found.states["remarks.coded"][4])) is State.NOT_CODED
    assert classes(found, "tool")[4] == "."
    by = {one.group: one.base.n for one in stages.make_tables(found, rows=["usage"], by=["remarks.coded"])}
    assert by == {None: 8, "income": 2, "rights": 1, "tool": 0}
    assert "D059" in {one.code for one in found.problems}
    assert has_errors(found.problems)


@pytest.mark.parametrize("source", ["remarks.coded has income", "not (remarks.coded has income)"])
def test_tables_of_a_part_read_codes_alike(tmp_path: Path, source: str) -> None:
    found = dataset(tmp_path, CLASSES)
    (table,) = stages.make_tables(found, rows=["worried"], where=source)
    assert table.base.n == (3 if source.startswith("remarks") else 5)
    assert {cell.option: cell.n for cell in table.cells}["yes"] == (3 if source.startswith("remarks") else 0)


def test_codes_of_text_beside_an_option_make_a_group(tmp_path: Path) -> None:
    marks = {
        name: answer_mark("reasons.other.text", name, text)
        for name, text in {"r2": "For fun", "r4": "For the money"}.items()
    }
    codes = {"r2": "tool", "r4": "income"}
    text = HEADER + "".join(
        f"{name},{who},{codes[name]},{mark},\n" for name, mark in marks.items() for who in ("an", "bo")
    )
    plan = (
        '[analysis]\ngroups = ["why"]\n[derived.why]\ntitle = "Why"\n'
        'classes.paid = { title = "paid", if = "reasons.other.coded has income" }\n'
        'classes.fun = { title = "fun", if = "reasons.other.coded has tool or reasons has speed" }\n'
    )
    files = {"coding/reasons.other.text.toml": FRAME, "coding/reasons.other.text.csv": text}
    found = dataset(tmp_path, plan, **files)
    assert classes(found, "why") == ["fun", "fun", ".", "paid", "fun", ".", "fun", "fun"]
    by = {one.group: one.base.n for one in stages.make_tables(found, rows=["usage"], by=["why"])}
    assert by == {None: 8, "paid": 1, "fun": 5}


def test_amended_answers_are_derived_anew_with_the_codes_that_they_had(tmp_path: Path) -> None:
    plan = CLASSES + (
        '[[recodings]]\nitem = "reasons"\noption = "other"\ntexts = ["For the money"]\nto = "speed"\n'
        'on = 2026-01-01\nreason = "It is faster"\n'
        '[[exclusions]]\ninterview = "r1"\non = 2026-01-01\nreason = "A test"\n'
    )
    found = dataset(tmp_path, plan)
    assert found.ids[:3] == ("r2", "r3", "r4")
    assert classes(found, "worried")[:4] == ["no", "yes", "yes", "no"]
    assert classes(found, "heavy")[:4] == ["no", "no", "yes", "no"]


def test_roles_stay_those_that_answers_led_to(tmp_path: Path) -> None:
    roles = (
        '[about]\ntitle = "U"\nlanguages = ["en"]\n[roles]\n'
        'user = { if = "usage is often", label = "user" }\nrest = { if = "otherwise", label = "rest" }\n'
    )
    plain, coded = (
        dataset(tmp_path / name, plan, study_dot_toml=roles).roles
        for name, plan in (("a", PLAN), ("b", CLASSES))
    )
    assert list(plain) == list(coded) == [0, 0, 0, 0, 0, 1, 0, 0]


CODES = ("income", "rights", "tool")
given_codes = st.lists(st.sets(st.sampled_from(CODES)) | st.none(), min_size=1, max_size=25)


@pytest.mark.slow
@pytest.mark.parametrize(("verb", "frame"), [("is", SINGLE), ("has", FRAME)])
@settings(max_examples=40, deadline=None)
@given(drawn=given_codes, order=st.permutations(CODES))
def test_a_derived_variable_that_recodes_codes_counts_the_sum_of_them(
    verb: str, frame: str, drawn: list[set[str] | None], order: list[str]
) -> None:
    """Classes of one code an answer add up; those of several count who has any of theirs and none before."""
    most = 1 if verb == "is" else 3
    codes = [None if one is None else sorted(one, key=CODES.index)[:most] for one in drawn]
    first, second, third = order
    either = f"remarks.coded {verb} {first} or remarks.coded {verb} {second}"
    plan = (
        '[derived.made]\ntitle = "Made"\n'
        f'classes.two = {{ title = "two", if = "{either}" }}\n'
        f'classes.one = {{ title = "one", if = "remarks.coded {verb} {third}" }}\n'
        'classes.none = { title = "none", if = "remarks was answered" }\n'
        'classes.rest = { title = "rest", if = "otherwise" }\n'
    )
    rows = ["id,last_page,outcome,usage,remarks"]
    lines = [HEADER.strip()]
    for place, one in enumerate(codes):
        words = "" if one is None else f"words {place}"
        rows.append(f"r{place},thanks,complete,often,{words}")
        mark = answer_mark("remarks", f"r{place}", words)
        lines += [f"r{place},{who},{' '.join(one)},{mark}," for who in ("an", "bo") if one is not None]
    with TemporaryDirectory() as folder:
        found = dataset(
            Path(folder),
            plan,
            "\n".join(lines) + "\n",
            coding__remarks_dot_toml=frame,
            data__responses_dot_csv="\n".join(rows) + "\n",
            questionnaire_dot_md=QUESTIONNAIRE,
        )
    counted = Counter(classes(found, "made"))
    assert counted["two"] == sum(1 for one in codes if one and {first, second} & set(one))
    assert counted["one"] == sum(1 for one in codes if one and {first, second, third} & set(one) == {third})
    assert counted["none"] == codes.count([])
    assert counted["rest"] == codes.count(None)
    (table,) = stages.make_tables(found, rows=["remarks.coded"])
    cells = {cell.option: cell.n for cell in table.cells}
    assert table.base.n == counted["two"] + counted["one"] + counted["none"]
    if most == 1:
        assert counted["two"] == cells[first] + cells[second]
        assert counted["one"] == cells[third]
    assert np.all(found.columns["made"] >= 0)
