"""Pages for everyone: axe-core's rules and our own, on every kind of question in every state of a page."""

from collections.abc import Callable, Iterator

import pytest
from intended import reference_study
from kinds_answers import ANSWERS, CAN_BE_EMPTY, WRONG
from page_checks import bad_headings, odd_order, sideways, small_targets, unmarked_focus, violations
from playwright.sync_api import Page
from respondent import answer_by_pointer, begin, page_id, press

from kinds_study import write_kinds_study
from served import Served

pytestmark = pytest.mark.slow

NARROW = {"width": 320, "height": 800}
WIDE = {"width": 1024, "height": 768}
CONTRAST = ("color-contrast", "link-in-text-block")
"""What a dark page can do wrong that a light one doesn't."""


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    place = tmp_path_factory.mktemp("kinds")
    with Served(write_kinds_study(place / "study"), place) as server:
        yield server


@pytest.fixture(scope="module")
def preview(tmp_path_factory) -> Iterator[Served]:
    with Served(reference_study(), tmp_path_factory.mktemp("preview"), preview=True) as server:
        yield server


def faults_of(page: Page) -> list[str]:
    """Look at a page in light and in dark, wide and narrow."""
    found = violations(page) + bad_headings(page) + odd_order(page) + unmarked_focus(page)
    page.emulate_media(color_scheme="dark")
    found += violations(page, *CONTRAST) + unmarked_focus(page)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(NARROW)
    found += sideways(page) + small_targets(page)
    page.set_viewport_size(WIDE)
    return found + small_targets(page)


def without_script(page: Page) -> None:
    """Keep the page's script away: axe-core itself needs JavaScript, the page must do without."""
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_every_kind_in_every_state(served, new_page, script) -> None:
    page = new_page()
    if not script:
        without_script(page)
    page.goto(served.url)
    found = faults_of(page)
    begin(page, served.url)
    seen: list[str] = []
    before: str | None = None
    while (here := page_id(page)) is not None:
        at = page.url
        found += [f"fresh: {one}" for one in faults_of(page)]
        answer_by_pointer(page, WRONG.get(here, {}))
        if here not in CAN_BE_EMPTY:
            press(page)
            assert page_id(page) == here
            assert page.title().startswith("Fout: ")
            found += [f"error: {one}" for one in faults_of(page)]
        answer_by_pointer(page, ANSWERS[here], settle=script and here == "more")
        found += [f"filled: {one}" for one in faults_of(page)]
        press(page)
        if page_id(page) == here:
            found += [f"grown: {one}" for one in faults_of(page)]
            answer_by_pointer(page, ANSWERS[here])
            press(page)
        there = page.url
        page.goto(at)
        found += [f"kept: {one}" for one in faults_of(page)]
        page.goto(f"{served.url}/nl/" if before is None else there)
        if before is None:
            found += [f"resumed: {one}" for one in faults_of(page)]
        seen.append(here)
        before = here
    found += faults_of(page)
    assert seen == list(ANSWERS)
    assert not found, "\n".join(found)


def later(page: Page, url: str) -> None:
    begin(page, url)
    page.goto(f"{url}/nl/later")


def unknown_code(page: Page, url: str) -> None:
    page.goto(f"{url}/nl/resume")
    page.locator('input[name=".code"]').fill("K7QF-2M9X-0PRD-W8ST-6ZHA")
    page.locator('form[action$="/resume"] button').first.click()
    page.wait_for_selector("[role=alert]")


def consent_missing(page: Page, url: str) -> None:
    page.goto(f"{url}/nl/")
    page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)")
    page.locator('form[action$="/start"] button').first.click()
    page.wait_for_selector("[role=alert]")


def erase(page: Page, url: str) -> None:
    begin(page, url)
    page.goto(f"{url}/nl/erase")


def erased(page: Page, url: str) -> None:
    erase(page, url)
    with page.expect_navigation():
        page.locator('form[action$="/erase"] button').first.click()


def left(page: Page, url: str) -> None:
    later(page, url)
    with page.expect_navigation():
        page.locator('form[action$="/leave"] button').first.click()


def two_versions(page: Page, url: str) -> None:
    """Send a page that another tab changed meanwhile."""
    begin(page, url)
    first = page.url
    other = page.context.new_page()
    other.goto(first)
    answer_by_pointer(other, {"usage": "often", "turnover": "none"})
    press(other)
    answer_by_pointer(page, ANSWERS["usage"])
    press(page)
    assert page_id(page) == "usage"
    other.close()


def other_interview(page: Page, url: str) -> None:
    """Send a form of one interview with the code of another."""
    begin(page, url)
    answer_by_pointer(page, ANSWERS["usage"])
    page.context.clear_cookies()
    other = page.context.new_page()
    begin(other, url)
    other.close()
    press(page)
    assert page.locator('input[name="usage"]').count() == 0


def bad_request(page: Page, url: str) -> None:
    begin(page, url)
    page.locator('[name=".revision"]').evaluate("element => { element.value = 'x'; }")
    press(page)
    assert page.locator('input[name="usage"]').count() == 0


def off_route(page: Page, url: str) -> None:
    begin(page, url)
    answer_by_pointer(page, {"usage": "often", "turnover": "none"})
    press(page)
    page.goto(f"{url}/nl/p/detail[fun]")
    assert page_id(page) == "detail[fun]"
    assert page.locator("form").count() == 0


def at(path: str) -> Callable[[Page, str], None]:
    def go(page: Page, url: str) -> None:
        page.goto(url + path)

    return go


def access(page: Page, url: str) -> None:
    begin(page, url)
    page.goto(f"{url}/nl/access")


SYSTEM: dict[str, Callable[[Page, str], None]] = {
    "access": access,
    "bad-request": bad_request,
    "choice": two_versions,
    "consent-missing": consent_missing,
    "erase": erase,
    "erased": erased,
    "later": later,
    "left": left,
    "no-interview": at("/nl/p/usage"),
    "not-found": at("/nl/nothing"),
    "off-route": off_route,
    "other-interview": other_interview,
    "privacy": at("/nl/privacy"),
    "resume": at("/nl/resume"),
    "start": at("/nl/"),
    "start-english": at("/en/"),
    "unknown-code": unknown_code,
}


@pytest.mark.parametrize("name", sorted(SYSTEM))
def test_system_pages(served, new_page, name) -> None:
    page = new_page()
    SYSTEM[name](page, served.url)
    found = faults_of(page)
    assert not found, "\n".join(found)


PREVIEWS = [("employee", "nl"), ("employer", "nl"), ("neutral", "en"), ("umbrella", "nl"), ("zzp", "nl")]


@pytest.fixture(scope="module")
def looked_at() -> set[str]:
    """Questions of pages that were looked at before, as another role."""
    return set()


@pytest.mark.parametrize(("role", "language"), PREVIEWS, ids=["-".join(one) for one in PREVIEWS])
def test_the_reference_study_as_each_role(preview, new_page, looked_at, role, language) -> None:
    page = new_page()
    page.goto(f"{preview.url}/preview/")
    found = violations(page) + bad_headings(page)
    for page_name in reference_study().route.pages:
        answered = page.goto(f"{preview.url}/preview/{role}/{language}/{page_name}")
        assert answered is not None
        assert answered.status == 200
        inside = page.locator(".questions").inner_html()
        if inside in looked_at:
            continue
        looked_at.add(inside)
        found += violations(page) + bad_headings(page)
        page.set_viewport_size(NARROW)
        found += sideways(page) + small_targets(page)
        page.set_viewport_size(WIDE)
    assert not found, "\n".join(found)
