"""Whole interviews in a browser: what was meant is what is kept, however the respondent works."""

from collections.abc import Iterator, Mapping

import pytest
from intended import assert_kept, of_role, reference_study
from playwright.sync_api import Page
from respondent import (
    answer_by_keyboard,
    answer_by_pointer,
    begin,
    code_of,
    control,
    focus,
    page_id,
    press,
    tab,
)

from field_driver import fields_of
from peil.interview.depends import changes_itself
from peil.interview.response import Response
from peil.interview.submit import page_variables
from served import Served

pytestmark = pytest.mark.slow

MOST_PAGES = 80
ROLES = ("employee", "employer", "umbrella", "zzp")


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    with Served(reference_study(), tmp_path_factory.mktemp("whole")) as server:
        yield server


def meant_on(meant: Response, page: str, language: str = "nl") -> dict[str, str]:
    """Give the fields to be filled in on a page."""
    names = page_variables(reference_study(), page)
    values = {name: value for name, value in meant.answers.values.items() if name in names}
    return fields_of(reference_study(), values, language)


def begin_by_keyboard(page: Page, url: str) -> None:
    page.goto(url)
    for _ in range(40):
        here = tab(page)
        assert here is not None
        if here.type == "checkbox":
            page.keyboard.press("Space")
        if here.tag == "button":
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError("no way to begin")


@pytest.mark.parametrize("role", ROLES)
def test_by_keyboard_alone(served, new_page, role) -> None:
    page, meant = new_page(), of_role(role)
    begin_by_keyboard(page, served.url)
    for _ in range(MOST_PAGES):
        here = page_id(page)
        if here is None:
            break
        settle = changes_itself(reference_study(), here)
        answer_by_keyboard(page, meant_on(meant, here), settle=settle)
    assert page.url == f"{served.url}/nl/end"
    assert_kept(served, code_of(page), meant)


def test_the_keyboard_goes_back_the_way_it_came(served, new_page) -> None:
    page = new_page()
    begin(page, served.url)
    there = []
    while (here := tab(page)) is not None:
        there.append((here.tag, here.name, here.text))
    back = []
    for _ in there:
        here = tab(page, back=True)
        assert here is not None
        back.append((here.tag, here.name, here.text))
    assert len(there) > 5
    assert back == there[::-1], f"there {there}, back {back}"


def test_the_skip_link_leads_to_the_questions(served, new_page) -> None:
    page = new_page()
    begin(page, served.url)
    first = tab(page)
    assert first is not None
    assert first.tag == "a"
    page.locator("input[type=radio]").first.check()
    page.locator("a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")
    page.wait_for_timeout(300)
    there = tab(page)
    assert there is not None
    assert there.type == "radio", f"after the skip link comes {there}"
    assert there.checked, "the skip link loses the input"


def answer_all(
    page: Page, meant: Response, *, touch: bool = False, settle: bool = True, language: str = "nl"
) -> None:
    """Answer with mouse or finger from where the browser is to the end."""
    for _ in range(MOST_PAGES):
        here = page_id(page)
        if here is None:
            return
        changes = settle and changes_itself(reference_study(), here)
        fields = meant_on(meant, here, language)
        answered = answer_by_pointer(page, fields, touch=touch, settle=changes)
        assert not changes or answered == fields.keys(), f"{here} doesn't show {fields.keys() - answered}"
        press(page, touch=touch)
    raise AssertionError(f"no end after {MOST_PAGES} pages")


def test_by_touch_on_a_phone(served, new_page) -> None:
    page, meant = new_page(phone=True), of_role("employee")
    code = begin(page, served.url, touch=True)
    answer_all(page, meant, touch=True)
    assert page.url == f"{served.url}/nl/end"
    assert_kept(served, code, meant)


def test_without_javascript(served, new_page) -> None:
    page, meant = new_page(js=False), of_role("employer")
    code = begin(page, served.url)
    answer_all(page, meant, settle=False)
    assert page.url == f"{served.url}/nl/end"
    assert_kept(served, code, meant)


def test_in_english(served, new_page) -> None:
    page, meant = new_page(language="en"), of_role("umbrella")
    code = begin(page, served.url)
    assert page.locator("html").get_attribute("lang") == "en"
    answer_all(page, meant, language="en")
    assert page.url == f"{served.url}/en/end"
    assert_kept(served, code, meant)


def test_the_language_is_switched_half_way_and_the_input_stays(served, new_page) -> None:
    page, meant = new_page(), of_role("zzp")
    code = begin(page, served.url)
    for _ in range(6):
        here = page_id(page)
        assert here is not None
        answer_by_pointer(page, meant_on(meant, here), settle=changes_itself(reference_study(), here))
        press(page)
    here = page_id(page)
    assert here is not None
    fields = meant_on(meant, here)
    answer_by_pointer(page, fields)
    page.locator('header a[hreflang="en"]').click()
    page.locator("html[lang=en]").wait_for()
    assert page_id(page) == here
    assert_filled(page, fields)
    press(page)
    answer_all(page, meant, language="en")
    assert page.url == f"{served.url}/en/end"
    assert_kept(served, code, meant)


def assert_filled(page: Page, fields: Mapping[str, str]) -> None:
    for name, value in fields.items():
        here = control(page, name, value)
        if here.get_attribute("type") in {"radio", "checkbox"}:
            assert here.is_checked(), f"{name} = {value} is gone"
        else:
            assert here.input_value() == value


def test_an_error_leads_to_its_field(served, new_page) -> None:
    page = new_page()
    begin(page, served.url)
    first = page_id(page)
    press(page)
    assert page_id(page) == first
    assert page.title().startswith("Fout: ")
    summary = focus(page)
    assert summary is not None
    assert page.locator("[role=alert]").count() == 1
    assert page.evaluate("document.activeElement.closest('[role=alert]') !== null")
    link = page.locator("[role=alert] a").first
    target = link.get_attribute("href")
    assert target is not None
    assert target.startswith("#")
    link.press("Enter")
    field = page.evaluate("[document.activeElement.id, document.activeElement.localName]")
    assert field == [target[1:], "input"]
    described = page.evaluate(
        """() => document.activeElement.closest('[aria-describedby]').getAttribute('aria-describedby')
          .split(' ').map(id => document.getElementById(id).textContent).join(' ')"""
    )
    assert described.strip(), "the field doesn't say what is wrong with it"
