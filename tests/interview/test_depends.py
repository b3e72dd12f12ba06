"""Pages that change with their own answers are known beforehand, and no others change."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_by_text import ONE_ROLE, SETTINGS, make_study

from peil.interview.answers import Answers, Value
from peil.interview.depends import changes_itself
from peil.interview.fill import part_label, shown_text
from peil.interview.submit import page_variables, submit
from peil.interview.walk import walk
from peil.study.reader.read import read_study
from peil.study.study import Study
from random_studies import respondent, seeds, studies

REFERENCE = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"


@cache
def reference() -> Study:
    return read_study(REFERENCE)


def shown(study: Study, answers: Answers, page: str) -> list[object]:
    """Everything of a page that a respondent can see."""
    interview = walk(study, answers)
    found = interview.page(page)
    assert found is not None
    language = study.about.language
    return [
        (
            step.step.id,
            shown_text(study, interview, step.question.wording, language, step.step),
            [
                (part.id, part_label(study, interview, part, language, step.step))
                for part in (*step.options, *step.rows)
            ],
            [item.key for item in step.items],
        )
        for step in found.steps
    ]


def on_page(study: Study, page: str, answers: Answers) -> dict[str, Value]:
    names = page_variables(study, page)
    return {name: value for name, value in answers.values.items() if name in names}


def check_page(study: Study, page: str, first: Answers, other: Answers) -> None:
    empty = shown(study, submit(study, first, page, {}), page)
    one = shown(study, first, page)
    two = shown(study, submit(study, first, page, on_page(study, page, other)), page)
    assert empty == one == two or changes_itself(study, page)


@pytest.mark.slow
@settings(max_examples=150)
@given(studies, seeds, st.data())
def test_a_page_that_is_said_to_stay_the_same_does(study: Study, seed: int, data: st.DataObject) -> None:
    first, other = respondent(study, seed), respondent(study, seed + 1)
    page = data.draw(st.sampled_from([page.id for page in walk(study, first).pages]))
    check_page(study, page, first, other)


@pytest.mark.parametrize("seed", range(8))
def test_pages_of_the_reference_study_that_are_said_to_stay_the_same_do(seed: int) -> None:
    first, other = respondent(reference(), seed), respondent(reference(), seed + 1)
    for page in walk(reference(), first).pages:
        check_page(reference(), page.id, first, other)


USAGE = "## usage\nHoe vaak?\n- ( ) often: Vaak\n- ( ) other: Anders, namelijk ____\n- ( ) never: Nooit\n\n"
REASONS = "## reasons\nWaarom?\n- [ ] speed: Snel\n- [ ] other: Anders, namelijk ____\n\n"
GRID = "## grid  {matrix}\nHoe?\ncolumns\n- ( ) x: X\n- ( ) y: Y\nrows\n- r: Rij\n- own: ____\n\n"
LEAF = "## leaf\nWat?\n- ( ) a: A"
CHANGING = {
    "a question": USAGE + "## leaf\nif usage is often\nWat? ____\n",
    "a question, by what is asked": USAGE + "## why\nif usage is often\nWat? ____\n\n"
    "## leaf\nif why was asked\nWat? ____\n",
    "an option": USAGE + LEAF + "\n- ( ) b: B  {if usage is often}\n",
    "a matrix row": USAGE + GRID.replace("r: Rij\n", "r: Rij\n- q: Q  {if usage is often}\n"),
    "a fill": USAGE + '## leaf\nU zegt {usage | "dat"}. Waarom? ____\n',
    "a fill in an option": USAGE + LEAF + '\n- ( ) b: Liever {usage | "dat"}\n',
    "carried options": USAGE + REASONS + "## leaf\nWat?\noptions from reasons\n- ( ) all: Alles\n",
    "carried rows": USAGE + GRID + "## leaf  {matrix}\nWat?\ncolumns\n- ( ) x: X\n- ( ) y: Y\nrows from grid",
    "a role's wording": USAGE + "## leaf\nWat?\n  for heavy: Wat zo vaak?\n- ( ) a: A\n- ( ) b: B\n",
    "a role's label": USAGE + LEAF + "\n    for heavy: AAA\n- ( ) b: B\n",
    "a role's option": USAGE + LEAF + "\n- ( ) b: B  {if role is heavy}\n",
}  # fmt: skip
STAYING = {
    "nothing reads anything": USAGE + "## leaf\nWat? ____\n",
    "an early end": USAGE.replace("Hoe vaak", "end if usage is never: out\nHoe vaak")
    + "## leaf\nWat? ____\n",
    "a fill of an earlier page": "## first\nWie? ____\n\n# q: Q  {one page}\n\n"
    + USAGE
    + "## leaf\nEn {first}? ____\n",
}


@pytest.mark.parametrize("name", sorted(CHANGING))
def test_a_page_that_changes_itself(name: str, tmp_path: Path) -> None:
    study = make_study(tmp_path, f"# p: P  {{one page}}\n\n{CHANGING[name]}")
    assert changes_itself(study, "p")


def page_of(study: Study, question: str) -> str:
    return study.route.by_id[question].page


@pytest.mark.parametrize("name", sorted(STAYING))
def test_a_page_that_does_not(name: str, tmp_path: Path) -> None:
    study = make_study(tmp_path, f"# p: P  {{one page}}\n\n{STAYING[name]}")
    assert page_of(study, "usage") == page_of(study, "leaf")
    assert not changes_itself(study, page_of(study, "leaf"))


@pytest.mark.parametrize("name", sorted(CHANGING))
def test_what_reads_another_page_does_not_change_its_own(name: str, tmp_path: Path) -> None:
    study = make_study(tmp_path, f"# p: P\n\n{CHANGING[name]}")
    assert not any(changes_itself(study, page) for page in study.route.pages)


def test_a_fill_shows_its_label_in_the_words_of_a_role_that_the_page_decides(tmp_path: Path) -> None:
    text = (
        "# a: A\n\n## first\nWat?\n- ( ) x: X\n    for heavy: Zwaar\n- ( ) y: Y\n\n"
        f"# p: P  {{one page}}\n\n{USAGE}## leaf\nEn {{first}}? ____\n"
    )
    study = make_study(tmp_path, text, settings=SETTINGS)
    before = Answers({"first": "x", "usage": "often"}, frozenset({"first"}))
    after = Answers({"first": "x", "usage": "never"}, frozenset({"first"}))
    assert shown(study, before, "p") != shown(study, after, "p")
    assert changes_itself(study, "p")


def test_a_role_that_no_answer_decides_changes_nothing(tmp_path: Path) -> None:
    text = f"# p: P  {{one page}}\n\n{USAGE}{LEAF}\n    for other: AAA\n- ( ) b: B\n"
    assert not changes_itself(make_study(tmp_path, text, settings=ONE_ROLE), "p")
