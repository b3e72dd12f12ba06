"""Any page as any role, before anyone has answered."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from study_by_text import make_study

from peil.interview.fill import shown_text
from peil.interview.preview import preview
from peil.interview.progress import Progress, progress_of
from peil.study.reader.read import read_study
from peil.study.study import Study
from random_studies import studies

REFERENCE = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"


@cache
def reference() -> Study:
    return read_study(REFERENCE)


def check_whole(study: Study) -> None:
    for role in study.roles:
        interview = preview(study, role.id)
        assert interview.role == role.id
        assert [page.id for page in interview.pages] == list(study.route.pages)
        steps = [step for page in interview.pages for step in page.steps]
        assert {step.step.id for step in steps} == set(study.route.by_id)
        assert all(
            study.route.by_id[step.step.id].page == page.id for page in interview.pages for step in page.steps
        )
        for step in steps:
            assert step.options == step.question.options
            assert step.rows == step.question.rows
            assert {item.step for item in step.items} <= {step.step.id}
        shown = {item.key for step in steps for item in step.items}
        assert shown == {key for key, item in study.codebook.items.items() if not item.derived}
        assert not interview.given


def test_every_question_of_the_reference_study_is_shown_whole() -> None:
    check_whole(reference())


@pytest.mark.slow
@settings(max_examples=40)
@given(studies)
def test_every_question_of_any_study_is_shown_whole(study: Study) -> None:
    check_whole(study)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"))


def text(study: Study, role: str, question: str) -> tuple[object, ...]:
    step = study.route.by_id[question]
    wording = study.questionnaire.by_id[question].wording
    return shown_text(study, preview(study, role), wording, "nl", step)


def test_a_role_reads_its_own_words_and_fills_their_fallback(study: Study) -> None:
    assert text(study, "heavy", "reasons") == ("Waarom zo vaak?",)
    assert text(study, "other", "reasons") == ("Waarom?",)
    assert text(study, "other", "best") == ("Wat was voor dat het best?",)


def test_pages_are_numbered_as_if_all_were_asked(study: Study) -> None:
    interview = preview(study, "other")
    pages = study.route.pages
    found = [progress_of(study, interview, page) for page in pages]
    assert found == [Progress(number, len(pages)) for number in range(1, len(pages) + 1)]
