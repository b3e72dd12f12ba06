"""What holds for every questionnaire: bands that tile are sound, and no text makes a check fall over."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from check_example import check_files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_checks_bands import faults

from peil.core.problem import Unusable
from peil.study.checks.check import check_study
from peil.study.new_study import new_study
from peil.study.reader.read import read_study

FORMS = [
    "{low}–{high}",
    "{low} - {high} %",
    "{low} t/m {high} jaar",
    "tussen {low} en {high}",
    "€ {low} – € {high}",
]

edges = st.lists(st.integers(1, 4000), min_size=3, max_size=8, unique=True).map(sorted)


@given(ends=edges, form=st.sampled_from(FORMS), order=st.randoms(use_true_random=False))
def test_bands_that_tile_have_no_fault_in_any_order(ends: list[int], form: str, order) -> None:
    labels = [form.format(low=low, high=high - 1) for low, high in pairwise([0, *ends])]
    order.shuffle(labels)
    if not any(years(label) for label in labels):
        assert faults(*labels) == []


@given(ends=edges, form=st.sampled_from(FORMS))
def test_sharing_an_end_is_one_overlap_each(ends: list[int], form: str) -> None:
    pairs = list(pairwise([0, *ends]))
    labels = [form.format(low=low, high=high) for low, high in pairs]
    if any(years(label) for label in labels):
        return
    assert faults(*labels) == [f"overlap {high}" for _, high in pairs[:-1]]


@given(ends=edges, form=st.sampled_from(FORMS), data=st.data())
def test_leaving_one_out_is_one_gap(ends: list[int], form: str, data: st.DataObject) -> None:
    pairs = [(low, high - 1) for low, high in pairwise([0, *ends])]
    labels = [form.format(low=low, high=high) for low, high in pairs]
    if len(pairs) < 4 or any(years(label) for label in labels):
        return
    gone = data.draw(st.integers(1, len(pairs) - 2))
    low, high = pairs[gone]
    left = faults(*labels[:gone], *labels[gone + 1 :])
    assert left == [f"gap {low} to {high}" if low < high else f"gap {low}"]


def years(label: str) -> bool:
    """Say whether both numbers look like years, which are no bands."""
    numbers = [word for word in label.replace("–", " ").replace("€", " ").split() if word.isdigit()]
    return len(numbers) == 2 and all(1900 <= int(number) < 2100 for number in numbers)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    new_study(folder, "Thuis", "nl")
    shutil.rmtree(folder / "data")
    return folder


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_a_damaged_questionnaire_gives_problems_and_no_crash(sound: Path, data: st.DataObject) -> None:
    file = sound / "questionnaire.md"
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        first, second = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        action = data.draw(st.sampled_from(["drop", "double", "swap", "move", "cut"]))
        if action == "drop" and len(lines) > 2:
            del lines[first]
        elif action == "double":
            lines.insert(second, lines[first])
        elif action == "swap":
            lines[first], lines[second] = lines[second], lines[first]
        elif action == "move":
            lines.insert(second, lines.pop(first))
        else:
            lines[first] = lines[first][: len(lines[first]) // 2]
    try:
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        problems = check_study(read_study(sound))
    except Unusable as refused:
        problems = refused.problems
    finally:
        file.write_text(text, encoding="utf-8")
    assert all(problem.message and problem.span.file for problem in problems)


@pytest.mark.slow
def test_the_reference_study_has_no_problem() -> None:
    folder = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"
    assert [str(problem) for problem in check_study(read_study(folder))] == []


def test_a_report_may_hold_a_folder_that_is_named_like_a_chapter(tmp_path: Path) -> None:
    (tmp_path / "report" / "notes.md").mkdir(parents=True)
    plan = '[derived.firm]\ntitle = "Firm"\nif = "usage is often"\n'
    assert [problem.code for problem in check_files(tmp_path, plan=plan)] == ["Q030"]
