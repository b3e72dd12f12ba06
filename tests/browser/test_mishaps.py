"""What goes wrong on the way, in a browser: the right answers are kept, and nothing is mixed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import pytest
from intended import reference_study
from kinds_answers import ANSWERS
from playwright.sync_api import Page
from respondent import (
    Gate,
    answer_by_pointer,
    begin,
    code_of,
    control,
    page_id,
    press,
    wait_until_elsewhere,
)

from field_driver import Visitor
from kinds_study import write_kinds_study
from peil.interview.answers import Value
from peil.pages.field_names import BACK, CODE, GO, LATER, NEXT, NONCE
from served import Served
from web_form import form_with

pytestmark = pytest.mark.slow

USAGE = {"usage": "often", "turnover": "none"}
REASONS = {"reasons.speed": "1"}


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    place = tmp_path_factory.mktemp("mishaps")
    with Served(write_kinds_study(place / "study"), place) as server:
        yield server


def give(page: Page, fields: Mapping[str, str], go: str = NEXT) -> None:
    answered = answer_by_pointer(page, fields)
    assert answered == fields.keys(), f"{page.url} doesn't take {fields.keys() - answered}"
    press(page, go)


def kept(served: Served, page: Page) -> Mapping[str, Value]:
    return served.kept(code_of(page)).answers.values


def visitor_of(served: Served, page: Page) -> Visitor:
    """Speak plain HTTP with the page's cookie."""
    visitor = Visitor("127.0.0.1", served.port, "nl")
    visitor.cookies["peil"] = code_of(page)
    return visitor


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_browsers_back_and_another_answer(served, new_page, script) -> None:
    page = new_page(js=script)
    begin(page, served.url)
    give(page, USAGE)
    give(page, REASONS)
    page.go_back()
    page.go_back()
    assert page_id(page) == "usage"
    give(page, {"usage": "rarely"})
    assert page_id(page) in {"usage", "reasons"}, page.url
    if page_id(page) == "usage":  # the form was older than what is kept: both are shown
        choose(page, "sent")
    assert kept(served, page) == {"usage": "rarely", "turnover": "none", "reasons.speed": True}


def choose(page: Page, which: str) -> None:
    """Choose on the page that shows what is kept and what was sent."""
    if which == "sent":
        press(page)
    else:
        page.locator("form a").click()
        press(page)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_pages_own_back_keeps_what_stands_there(served, new_page, script) -> None:
    page = new_page(js=script)
    begin(page, served.url)
    give(page, USAGE)
    give(page, REASONS, BACK)
    assert page_id(page) == "usage"
    assert control(page, "usage", "often").is_checked()
    give(page, {"usage": "rarely"})
    assert page_id(page) == "reasons"
    assert control(page, "reasons.speed", "1").is_checked()
    assert kept(served, page) == {"usage": "rarely", "turnover": "none", "reasons.speed": True}


def test_back_from_an_empty_page_is_no_mistake(served, new_page) -> None:
    page = new_page()
    begin(page, served.url)
    give(page, USAGE)
    press(page, BACK)
    assert page_id(page) == "usage"
    press(page)
    assert page_id(page) == "reasons"


def test_a_page_brought_back_from_memory_is_loaded_anew(served, launch) -> None:
    """In a browser that keeps pages as they were left, which Playwright's own don't."""
    remembering = launch("--disable-back-forward-cache")
    page = remembering.new_context(locale="nl").new_page()
    begin(page, served.url)
    page.evaluate("addEventListener('pageshow', event => sessionStorage.setItem('kept', event.persisted))")
    give(page, USAGE)
    other = page.context.new_page()
    other.goto(f"{served.url}/nl/p/usage")
    give(other, {"usage": "rarely"})
    page.go_back()
    page.wait_for_function("() => performance.getEntriesByType('navigation')[0].type === 'reload'")
    assert page.evaluate("sessionStorage.getItem('kept')") == "true"
    assert page_id(page) == "usage"
    assert control(page, "usage", "rarely").is_checked()
    give(page, {"usage": "often"})
    assert page_id(page) == "reasons"
    assert kept(served, page)["usage"] == "often"
    remembering.close()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_two_clicks_on_every_page(served, new_page, script) -> None:
    page = new_page(js=script)
    begin(page, served.url)
    gate = Gate()
    page.route("**/p/*", gate.pass_on)
    seen = []
    while (here := page_id(page)) is not None:
        seen.append(here)
        answer_by_pointer(page, ANSWERS[here])
        at = page.url
        gate.close()
        page.locator(f'button[name="{GO}"][value="{NEXT}"]').first.dblclick()
        gate.open()
        wait_until_elsewhere(page, at)
        if page_id(page) == here:
            answer_by_pointer(page, ANSWERS[here])
            press(page)
    assert seen == list(ANSWERS)
    found = served.response(code_of(page))
    assert found.outcome == "complete"
    with served.opened() as store:
        pages = [entry.page for entry in store.log(found.id) if entry.passed and entry.nonce]
    assert len(pages) == len(set(pages)), f"kept twice: {pages}"
    assert found.answers.values["turnover.rose.number"] == Decimal("12.5")


def test_the_same_page_sent_twice_is_one(served, new_page) -> None:
    page = new_page()
    begin(page, served.url)
    visitor = visitor_of(served, page)
    path = f"/nl/p/{page_id(page)}"
    while "/p/" in path:
        here = path.partition("/p/")[2].replace("%5B", "[").replace("%5D", "]")
        form = form_with(visitor.get(path).text, NONCE)
        fields = {**form.filled, **{k: v for k, v in ANSWERS[here].items() if form.takes(k, v)}, GO: NEXT}
        first = visitor.post(form.action, fields)
        before = kept(served, page)
        second = visitor.post(form.action, fields)
        assert (first.status, first.path) == (second.status, second.path) == (200, first.path)
        assert kept(served, page) == before
        path = first.path
    visitor.close()
    assert path == "/nl/end"
    assert served.response(code_of(page)).outcome == "complete"


@pytest.mark.parametrize("which", ["kept", "sent"])
def test_two_tabs_with_other_answers(served, new_page, which) -> None:
    page = new_page()
    begin(page, served.url)
    other = page.context.new_page()
    other.goto(page.url)
    answer_by_pointer(other, {"usage": "rarely", "turnover": "none"})
    give(page, USAGE)
    press(other)
    assert other.locator("text=Vaak").count() > 0
    assert other.locator("text=Zelden").count() > 0
    assert kept(served, page)["usage"] == "often", "nothing is decided before the respondent has"
    choose(other, which)
    assert page_id(other) == "reasons"
    assert kept(served, page)["usage"] == {"kept": "often", "sent": "rarely"}[which]


def test_two_tabs_with_the_same_answers(served, new_page) -> None:
    page = new_page()
    begin(page, served.url)
    other = page.context.new_page()
    other.goto(page.url)
    answer_by_pointer(other, USAGE)
    give(page, USAGE)
    press(other)
    assert page_id(other) == "reasons"


def test_beginning_in_a_second_tab_goes_on_with_the_same_interview(served, new_page) -> None:
    page = new_page()
    page.goto(served.url)
    other = page.context.new_page()
    other.goto(served.url)
    code = begin(page, served.url)
    give(page, USAGE)
    other.locator('input[name=".consent"]').check()
    with other.expect_navigation():
        other.locator('form[action$="/start"] button').first.click()
    assert code_of(other) == code
    assert page_id(other) == "reasons"


def type_code(page: Page, url: str, code: str) -> None:
    page.goto(f"{url}/nl/resume")
    page.locator(f'input[name="{CODE}"]').fill(code)
    with page.expect_navigation():
        page.locator('form[action$="/resume"] button').first.click()


def test_two_devices(served, new_page) -> None:
    desk, phone = new_page(), new_page(phone=True)
    code = begin(desk, served.url)
    give(desk, USAGE)
    type_code(phone, served.url, code.lower().replace("-", " "))
    assert page_id(phone) == "reasons"
    assert phone.url.endswith("?resumed")
    give(phone, REASONS)
    give(phone, {"detail[speed]": "Op de telefoon"})
    give(desk, REASONS)
    assert page_id(desk) == "detail[speed]"
    assert control(desk, "detail[speed]", "").input_value() == "Op de telefoon"
    assert kept(served, desk)["detail[speed]"] == "Op de telefoon"


def test_a_form_of_another_interview_is_refused(served, new_page) -> None:
    page, stranger = new_page(), new_page()
    begin(page, served.url)
    code = begin(stranger, served.url)
    answer_by_pointer(page, USAGE)
    page.context.add_cookies([{"name": "peil", "value": code, "url": served.url}])
    press(page)
    assert dict(kept(served, stranger)) == {}


def test_resumed_by_cookie(served, new_page) -> None:
    page = new_page()
    begin(page, served.url)
    give(page, {"usage": "often"}, LATER)
    assert page.url == f"{served.url}/nl/later"
    page.goto(served.url)
    assert page_id(page) == "usage", "a page left half-way is asked again"
    assert control(page, "usage", "often").is_checked()
    give(page, {"turnover": "none"})
    give(page, REASONS, LATER)
    page.goto(served.url)
    assert page_id(page) == "detail[speed]", "a whole page isn't"
    page.goto(f"{served.url}/nl/p/reasons")
    assert control(page, "reasons.speed", "1").is_checked()


def test_left_on_this_device_and_resumed_with_the_code(served, new_page) -> None:
    page = new_page()
    code = begin(page, served.url)
    give(page, USAGE)
    page.goto(f"{served.url}/nl/later")
    assert code in page.inner_text("main")
    with page.expect_navigation():
        page.locator('form[action$="/leave"] button').first.click()
    assert page.context.cookies() == []
    page.goto(f"{served.url}/nl/p/usage")
    assert page.locator('input[name="usage"]').count() == 0
    type_code(page, served.url, code)
    assert page_id(page) == "reasons"


def test_erased_means_gone(served, new_page) -> None:
    page = new_page()
    code = begin(page, served.url)
    give(page, {**USAGE, "turnover": "rose", "turnover.rose.number": "77,7"})
    page.goto(f"{served.url}/nl/erase")
    with page.expect_navigation():
        page.locator('form[action$="/erase"] button').first.click()
    assert page.context.cookies() == []
    type_code(page, served.url, code)
    assert page.locator("[role=alert]").count() == 1
    with served.opened() as store:
        assert all("77.7" not in map(str, one.answers.values.values()) for one in store.kept())


def test_a_server_killed_between_two_pages(new_page, tmp_path) -> None:
    study = write_kinds_study(tmp_path / "study")
    with Served(study, tmp_path) as server:
        page = new_page(quiet=True)
        code = begin(page, server.url)
        for here in ("usage", "reasons", "detail[speed]"):
            assert page_id(page) == here
            answered = answer_by_pointer(page, ANSWERS[here])
            assert answered == ANSWERS[here].keys()
            press(page)
            server.kill()
            server.start()
        assert page_id(page) == "detail[other]"
        found = server.kept(code).answers.values
        assert found["usage.other.text"] == "alleen 's nachts"
        assert found["detail[speed]"] == "Het scheelt een uur"
        give(page, ANSWERS["detail[other]"])
        assert page_id(page) == "best"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_offline_while_sending(served, new_page, script) -> None:
    page = new_page(js=script, quiet=True)
    begin(page, served.url)
    answer_by_pointer(page, USAGE)
    page.context.set_offline(True)
    at = page.url
    page.locator(f'button[name="{GO}"][value="{NEXT}"]').first.click()
    wait_until_elsewhere(page, at)
    page.context.set_offline(False)
    if page_id(page) is None or page.url.startswith("chrome-error"):
        page.reload()
    if page_id(page) == "usage":
        answer_by_pointer(page, USAGE)
        press(page)
    assert page_id(page) == "reasons"
    assert kept(served, page) == {"usage": "often", "turnover": "none"}


def test_the_reference_studys_first_page_is_light(new_page, tmp_path) -> None:
    with Served(reference_study(), tmp_path) as server:
        page = new_page()
        bodies = []
        page.on("requestfinished", lambda request: bodies.append(request.sizes()))
        page.goto(server.url, wait_until="networkidle")
        size = sum(one["responseBodySize"] + one["responseHeadersSize"] for one in bodies)
    assert 2 <= len(bodies) <= 4, bodies
    assert size < 60_000
