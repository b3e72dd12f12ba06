"""The fewest interviews that visit everything, walked through the real pages of the reference study."""

from collections.abc import Iterator
from functools import cache

import pytest
from intended import assert_kept, reference_study
from playwright.sync_api import Page
from respondent import answer_by_pointer, begin, page_id, press

from field_driver import fields_of
from peil.interview.cover import walk_through
from peil.interview.depends import changes_itself
from peil.interview.response import Response
from peil.interview.submit import page_variables
from peil.pages.leading_notice import leading_notice
from peil.study.proof.cover import cover
from served import Served

pytestmark = pytest.mark.slow


@cache
def covering() -> tuple[Response, ...]:
    return tuple(walk_through(reference_study(), cover(reference_study()).walks))


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    with Served(reference_study(), tmp_path_factory.mktemp("covering")) as server:
        yield server


def answer_everything(page: Page, meant: Response) -> set[str]:
    """Answer page after page with the mouse; give the pages that were shown."""
    study, shown = reference_study(), set[str]()
    while (here := page_id(page)) is not None:
        assert here not in shown, f"{here} doesn't take its answers"
        shown.add(here)
        names = page_variables(study, here)
        values = {name: value for name, value in meant.answers.values.items() if name in names}
        fields = fields_of(study, values, "nl")
        settle = changes_itself(study, here)
        answered = answer_by_pointer(page, fields, settle=settle)
        assert not settle or answered == fields.keys(), f"{here} doesn't show {fields.keys() - answered}"
        press(page)
    return shown


def test_they_come_to_every_page_and_each_answer_is_kept(served, new_page) -> None:
    shown: set[str] = set()
    for meant in covering():
        page = new_page()
        code = begin(page, served.url)
        shown |= answer_everything(page, meant)
        assert page.url == f"{served.url}/nl/end"
        assert_kept(served, code, meant)
        page.close()
    assert shown == set(reference_study().route.pages) - set(leading_notice(reference_study()))
