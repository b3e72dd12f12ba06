"""Responses become a data set and responses again."""

import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from data_survey import SETTINGS, answers_at_random, make_study
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.core.problem import Unusable
from peil.data.from_responses import from_responses
from peil.data.to_responses import to_responses
from peil.formats.csv_file import read_responses_csv, write_responses_csv
from peil.interview.answers import Answers
from peil.interview.private import KEPT_APART
from peil.interview.response import Response
from peil.interview.simulate import simulate
from peil.interview.walk import to_response, walk
from peil.study.reader.read import read_study
from peil.study.study import Study
from random_studies import seeds, studies

REFERENCE = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"
QUESTIONNAIRES = {
    "grown page": (
        "# a: A  {one page}\n\n## usage\nHoe?\n- ( ) often: Vaak\n- ( ) no: Nee\n\n"
        "## why\nif usage is often\nend if why has x: stopped\nWat?\n- [ ] x: X\n- [ ] y: Y: ____\n\n"
        "## much\nHoeveel? ___ [0..9, 2 decimals]\n\n# b: B\n\n## name\nif why has y\nWie? ____\n"
    ),
    "end before the first answer counts": (
        "# a: A\n\n## hello  {notice}\nDag.\n\n## usage\nend if usage is no: out\nHoe?\n- ( ) often: Vaak\n"
        "- ( ) no: Nee\n\n## who  {contact}\nWie?\n- name: Naam\n- email: E-mail\n\n## bye  {notice}\nDank.\n"
    ),
    "one page": "# a: A\n\n## usage  {optional}\nHoe?\n- ( ) often: Vaak\n- ( ) no: Nee\n",
    "later and repeated": (
        "# a: A\n\n## usage\nHoe?\n- ( ) often: Vaak\n- ( ) no: Nee\n\n## m\nWat?\n- [ ] x: X\n- [ ] y: Y\n"
        "- [ ] dk: Weet niet  {missing}\n\n## d  {for each m, later: end}\nWat is {m}? ____\n\n"
        "## mark  {scale 1..5}\nCijfer\n- ( ) dk: Weet niet  {missing}\n\n"
        "## rank  {ranking}\nOrden.\n- x: X\n- y: Y\n\n## born  {date}\nWanneer?\n"
    ),
}


@cache
def study_of(name: str) -> Study:
    if name == "reference":
        return read_study(REFERENCE)
    folder = Path(tempfile.mkdtemp())
    if name not in QUESTIONNAIRES:
        return make_study(folder)
    return make_study(folder, QUESTIONNAIRES[name], "", SETTINGS.replace('analysis_set = "detail"\n', ""))


def without_details(study: Study, response: Response) -> Response:
    """A response as data can know it: a contact detail is a mark where one is required, else absent."""
    values = {
        name: value
        for name, value in response.answers.values.items()
        if not study.codebook.variables[name].private
    }
    marks = {name: KEPT_APART for name in ("who.name",) if name in response.answers.values}
    return replace(response, answers=Answers({**values, **marks}, response.answers.pages))


@pytest.mark.parametrize("name", ["reference", "every kind", *sorted(QUESTIONNAIRES)])
@pytest.mark.parametrize("break_off", [0.0, 0.5])
def test_simulated_responses_come_back_as_they_were(name: str, break_off: float) -> None:
    study = study_of(name)
    responses = tuple(simulate(study, 60, 4, break_off))
    found = to_responses(from_responses(study, responses))
    assert found == tuple(without_details(study, one) for one in responses)
    assert len({one.last_page for one in found}) > 1 or not break_off or len(study.route.pages) == 1


@pytest.mark.slow
@given(st.lists(answers_at_random(study_of("every kind")), min_size=1, max_size=4))
@settings(max_examples=60)
def test_any_answers_come_to_the_same_page_and_outcome_with_those_that_count(some: list[Answers]) -> None:
    study = study_of("every kind")
    responses = [to_response(study, f"r{number}", one) for number, one in enumerate(some)]
    found = to_responses(from_responses(study, responses))
    for before, after in zip(responses, found, strict=True):
        assert (after.id, after.last_page, after.outcome) == (before.id, before.last_page, before.outcome)
        assert after.answers.values.items() <= before.answers.values.items()
        assert after.answers.pages <= before.answers.pages
        assert walk(study, after.answers).states.keys() == walk(study, before.answers).states.keys()
    assert to_responses(from_responses(study, found)) == found


@pytest.mark.slow
@given(studies, seeds, st.sampled_from([0.0, 0.5]))
@settings(max_examples=60)
def test_responses_to_any_study_come_back_as_they_were(study: Study, seed: int, break_off: float) -> None:
    """But for what a page still asked before another answer on it was there."""
    responses = tuple(simulate(study, 4, seed, break_off))
    counting = [
        replace(one, answers=Answers(walk(study, one.answers).given, one.answers.pages)) for one in responses
    ]
    assert list(to_responses(from_responses(study, responses))) == counting


def test_made_and_given_rows_stay_apart() -> None:
    study = study_of("every kind")
    made, other = simulate(study, 2, 1)
    found = to_responses(from_responses(study, [made, replace(other, synthetic=False)]))
    assert [one.synthetic for one in found] == [True, False]


HEAD = "id,last_page,outcome,usage,why.x,why.y,why.y.text,much,name\n"


def read(folder: Path, text: str, name: str = "grown page") -> tuple[Response, ...]:
    path = folder / "data.csv"
    path.write_text(text, encoding="utf-8")
    return to_responses(read_responses_csv(path, study_of(name)))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("a,name,complete,no,,,,1,", 'the last page is "name", and its answers don\'t lead to that page'),
        ("a,a,complete,often,0,1,,1,", 'the outcome is "complete", and its answers go on to the page "name"'),
        ("a,name,complete,often,0,1,,1,", 'can\'t be reached without an answer to "name"'),
        ("a,name,complete,often,0,1,,,wie", 'can\'t be reached without an answer to "much"'),
        ("a,name,,often,0,1,,,wie", 'it can\'t be reached without an answer to "much"'),
        (
            "a,a,complete,often,1,0,,1,",
            'the outcome is "complete", and its answers come to the outcome "stopped"',
        ),
        ("a,a,,no,,,,1,", 'there is no outcome, and its answers come to the outcome "complete"'),
        ("a,a,stopped,no,,,,1,", 'the outcome is "stopped", and its answers come to the outcome "complete"'),
        ("a,,stopped,often,1,0,,1,", 'the outcome is "stopped", and its answers go on to the page "a"'),
    ],
)
def test_a_row_that_its_own_answers_contradict_is_told_with_its_place(
    tmp_path: Path, row: str, told: str
) -> None:
    good = "g,a,complete,no,,,,2,\n"
    with pytest.raises(Unusable) as refused:
        read(tmp_path, HEAD + good + row + "\n")
    (problem,) = refused.value.problems
    assert (problem.code, problem.span.line) == ("D032", 3)
    assert 'Row "a"' in problem.message
    assert told in problem.message
    assert problem.hint


def test_all_such_rows_are_told_at_once(tmp_path: Path) -> None:
    rows = "".join(f"r{number},a,,no,,,,1,\n" for number in range(30))
    with pytest.raises(Unusable) as refused:
        read(tmp_path, HEAD + rows)
    assert [problem.span.line for problem in refused.value.problems] == list(range(2, 22))


def test_a_row_may_stop_on_a_page_that_lacks_an_answer(tmp_path: Path) -> None:
    """A question added since leaves such interviews: the page was submitted and is to be asked again."""
    (found,) = read(tmp_path, HEAD + "a,a,,no,,,,,\n")
    assert (found.last_page, found.outcome, found.answers.pages) == ("a", None, {"a"})


def test_what_a_file_has_no_column_for_follows_from_the_answers(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "id,last_page,usage,much\na,a,no,1\n")
    (two,) = read(tmp_path, "id,outcome,usage,much\na,complete,no,1\n")
    assert one == two
    assert (one.last_page, one.outcome) == ("a", "complete")


def test_a_required_contact_question_that_was_passed_has_a_mark(tmp_path: Path) -> None:
    name = "end before the first answer counts"
    rows = "id,last_page,outcome,usage\na,bye,complete,often\nb,usage,,often\nc,usage,out,no\n"
    marked, before, out = read(tmp_path, rows, name)
    assert marked.answers.values == {"usage": "often", "who.name": KEPT_APART}
    assert before.answers.values == {"usage": "often"}
    assert (out.outcome, out.answers.pages) == ("out", {"hello", "usage"})


def test_numbers_ranks_steps_and_dates_keep_their_kind(tmp_path: Path) -> None:
    study = study_of("later and repeated")
    responses = tuple(simulate(study, 20, 9))
    write_responses_csv(tmp_path / "data.csv", study, responses)
    found = to_responses(read_responses_csv(tmp_path / "data.csv", study))
    kinds = [{name: type(value) for name, value in one.answers.values.items()} for one in responses]
    assert [{name: type(value) for name, value in one.answers.values.items()} for one in found] == kinds


def test_a_data_set_without_rows_is_refused() -> None:
    study = study_of("every kind")
    with pytest.raises(ValueError, match="without rows"):
        to_responses(replace(from_responses(study, ()), rows=None))
