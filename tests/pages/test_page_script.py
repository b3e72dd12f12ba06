"""The pages' script by itself, with answers of the server that come late, out of order, or not at all."""

import time
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
from page_survey import WRONG, interview_at, page_site
from playwright.sync_api import Browser, Page, Route

from peil.pages.assets import assets
from peil.pages.form import Form
from peil.pages.question_page import question_fragment, question_page
from real_browser import Launch, follow_questions, wait_until_settled
from served import PATIENCE

pytestmark = pytest.mark.slow

HOME = "http://peil.invalid"
PASSED = "welcome use"


class Server:
    """Answers a browser without a network: pages, what is sent, the files, the script's questions."""

    def __init__(self) -> None:
        self.form = Form(nonce="n1", revision=3, seal="s1")
        self.sent: list[dict[str, str]] = []
        self.waiting: list[Route] = []
        self.asked = 0
        self.late = False

    def answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        _, first, *rest = path.split("/")
        if first == "static":
            asset = assets()[rest[0]]
            route.fulfill(body=asset.content, content_type=asset.media_type)
        elif rest[0] == "live":
            self.asked += 1
            if self.late:
                self.waiting.append(route)
            else:
                self.tell(route)
        elif route.request.method == "POST":
            self.sent.append(fields_of(route))
            route.fulfill(body="<!doctype html><title>kept</title>", content_type="text/html")
        else:
            self.page(route, first, rest[1])

    def wait(self, page: Page, number: int) -> None:
        """Wait until so many questions of the script have come that aren't answered yet."""
        until = time.monotonic() + PATIENCE
        while len(self.waiting) < number:
            assert time.monotonic() < until, f"{len(self.waiting)} of {number} questions came"
            page.wait_for_timeout(5)

    def page(self, route: Route, language: str, page: str) -> None:
        text = question_page(page_site(), interview_at({}, PASSED), page, self.form, language)
        route.fulfill(body=text, content_type="text/html; charset=utf-8")

    def tell(self, route: Route) -> None:
        """Answer the script as the server does: the form's inside for these answers."""
        _, language, _, page = urlsplit(route.request.url).path.split("/")
        fields = fields_of(route)
        values = {"usage": fields["usage"]} if fields.get("usage") else {}
        texts = {name: text for name, text in fields.items() if not name.startswith(".")}
        inside = question_fragment(page_site(), interview_at(values, PASSED), page, Form(texts), language)
        route.fulfill(body=inside, content_type="text/html; charset=utf-8")


def fields_of(route: Route) -> dict[str, str]:
    assert route.request.headers["content-type"].startswith("application/x-www-form-urlencoded")
    return dict(parse_qsl(route.request.post_data or "", keep_blank_values=True))


@pytest.fixture(scope="module")
def browser(launch: Launch) -> Iterator[Browser]:
    started = launch()
    yield started
    started.close()


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def page(browser, server) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, locale="nl")
    context.set_default_timeout(PATIENCE * 1000)
    context.route("**/*", server.answer)
    errors: list[str] = []
    shown = context.new_page()
    shown.on("pageerror", lambda error: errors.append(str(error)))
    yield shown
    context.close()
    assert errors == []


def test_a_question_comes_up_is_announced_and_goes(page) -> None:
    page.goto(f"{HOME}/nl/p/use")
    assert page.locator("#q-reasons").count() == 0
    page.check("[value=often]")
    page.locator("#q-reasons").wait_for()
    assert page.input_value("[name='.shown']") == "reasons usage"
    assert page.inner_text("#news").startswith("Door uw antwoord is er")
    assert "Waarom?" in page.inner_text("#news")
    assert page.inner_text("#q-usage h2") == "Hoe vaak maakt u iets?"
    assert page.evaluate("document.activeElement.value") == "often"
    page.check("[value=other]")
    page.locator("#q-reasons").wait_for(state="detached")
    assert page.input_value("[name='.shown']") == "usage"
    assert page.is_checked("[value=other]")
    assert page.is_visible("[name='usage.other.text']")
    assert page.inner_text("#news") == ""


def test_several_questions_that_come_up_are_counted(server, page) -> None:
    page.goto(f"{HOME}/nl/p/use")
    server.late = True
    page.check("[value=often]")
    server.wait(page, 1)
    interview = interview_at({"usage": "often"}, PASSED)
    inside = question_fragment(page_site(), interview, "use", Form({"usage": "often"}), "nl")
    more = '<div class="questions"><div class="question" id="q-more"><p class="asked">Nog een?</p></div>'
    server.waiting.pop().fulfill(
        body=inside.replace('<div class="questions">', more), content_type="text/html; charset=utf-8"
    )
    page.locator("#q-more").wait_for()
    told = page.inner_text("#news")
    assert told.startswith("Door uw antwoorden zijn er")
    assert " 2 " in told


def test_a_question_that_comes_up_again_has_what_stood_in_it(page) -> None:
    page.goto(f"{HOME}/nl/p/use")
    page.check("[value=often]")
    page.check("[name='reasons.other']")
    page.fill("[name='reasons.other.text']", "omdat het kan")
    page.check("[value=dk]")
    page.locator("#q-reasons").wait_for(state="detached")
    page.check("[value=often]")
    page.locator("#q-reasons").wait_for()
    assert page.is_checked("[name='reasons.other']")
    assert page.input_value("[name='reasons.other.text']") == "omdat het kan"


def test_what_is_typed_meanwhile_stays_and_keeps_the_focus(server, page) -> None:
    server.form = Form({"usage": "other"})
    page.goto(f"{HOME}/nl/p/use")
    follow_questions(page)
    server.late = True
    page.locator("[name='usage.other.text']").press_sequentially("af en ", delay=5)
    page.evaluate(
        "document.querySelector('[value=other]').dispatchEvent(new Event('change', {bubbles: true}))"
    )
    server.wait(page, 1)
    page.locator("[name='usage.other.text']").press_sequentially("toe", delay=5)
    server.tell(server.waiting.pop())
    wait_until_settled(page)
    assert page.input_value("[name='usage.other.text']") == "af en toe"
    assert page.evaluate("document.activeElement.name") == "usage.other.text"


def test_the_newest_answer_wins_whatever_comes_last(server, page) -> None:
    page.goto(f"{HOME}/nl/p/use")
    follow_questions(page)
    server.late = True
    page.check("[value=often]")
    server.wait(page, 1)
    page.check("[value=dk]")
    server.wait(page, 2)
    first, second = server.waiting
    server.tell(second)
    page.wait_for_function("() => window.peilAsking === 1")
    server.tell(first)
    wait_until_settled(page)
    assert page.locator("#q-reasons").count() == 0
    assert page.input_value("[name='.shown']") == "usage"


def test_without_a_connection_the_page_stays_as_it_is(server, page) -> None:
    page.goto(f"{HOME}/nl/p/use")
    follow_questions(page)
    server.late = True
    page.check("[value=often]")
    server.wait(page, 1)
    server.waiting.pop().abort()
    wait_until_settled(page)
    assert page.is_checked("[value=often]")
    assert page.input_value("[name='.shown']") == "usage"


def test_one_press_is_one_submission(server, page) -> None:
    page.goto(f"{HOME}/nl/p/use")
    page.evaluate(
        """() => {
          const form = document.getElementById('form'), next = form.querySelector('[value=next]');
          form.requestSubmit(next);
          form.requestSubmit(next);
        }"""
    )
    page.wait_for_url("**/p/use")
    page.wait_for_function("document.title === 'kept'")
    assert [one[".go"] for one in server.sent] == ["next"]


def test_typing_beside_an_option_chooses_it(page) -> None:
    page.goto(f"{HOME}/nl/p/use")
    page.evaluate(
        """() => {
          const field = document.querySelector("[name='usage.other.text']");
          field.value = 'x';
          field.dispatchEvent(new Event('input', {bubbles: true}));
        }"""
    )
    assert page.is_checked("[value=other]")


def test_ticks_are_counted_and_one_that_stands_alone_is_alone(page) -> None:
    page.goto(f"{HOME}/nl/p/use")
    page.check("[value=often]")
    page.locator("#q-reasons").wait_for()
    page.check("[name='reasons.speed']")
    assert page.inner_text("#q-reasons .count") == "1 van 2 gekozen"
    page.check("[name='reasons.cost']")
    assert page.inner_text("#q-reasons .count") == "2 van 2 gekozen"
    page.check("[name='reasons.none']")
    assert page.locator("#q-reasons :checked").count() == 1
    page.check("[name='reasons.speed']")
    assert not page.is_checked("[name='reasons.none']")


def test_another_language_brings_the_input_along(server, page) -> None:
    page.goto(f"{HOME}/nl/p/use")
    page.check("[value=often]")
    page.locator("#q-reasons").wait_for()
    page.check("[name='reasons.other']")
    page.fill("[name='reasons.other.text']", "omdat <het> kan")
    server.form = Form(nonce="n2", revision=9, seal="s1")
    page.click(".languages a")
    page.locator("html[lang=en]").wait_for()
    page.locator("#q-reasons").wait_for()
    assert page.url == f"{HOME}/en/p/use"
    assert page.title().startswith("Page 2 of")
    assert page.is_checked("[value=often]")
    assert page.input_value("[name='reasons.other.text']") == "omdat <het> kan"
    assert (page.input_value("[name='.nonce']"), page.input_value("[name='.revision']")) == ("n1", "3")
    assert page.input_value("[name='.shown']") == "reasons usage"
    page.click("[value=next]")
    page.wait_for_function("document.title === 'kept'")
    assert server.sent[0]["reasons.other.text"] == "omdat <het> kan"
    page.go_back()
    page.locator("html[lang=en]").wait_for()


def test_the_focus_goes_to_what_is_wrong_and_from_there_to_the_field(server, page) -> None:
    problem = next(one for one in WRONG if one.name == "usage.rose.number")
    server.form = Form({"usage": "rose", "usage.rose.number": "veel"}, problems=(problem,))
    page.goto(f"{HOME}/nl/p/use")
    assert page.evaluate("document.activeElement.className") == "errors"
    page.click(".errors a")
    assert page.evaluate("document.activeElement.name") == "usage.rose.number"
    page.check("[value=often]")
    page.locator("#q-reasons").wait_for()
    assert page.locator(".fault").count() == 1, "what is wrong stays told until the page is sent"


def test_a_question_that_has_come_up_is_read_first(server, page) -> None:
    server.form = Form(grown=frozenset({"usage"}))
    page.goto(f"{HOME}/nl/p/use")
    assert "grown" in page.evaluate("document.activeElement.className")
    page.click(".grown a")
    assert page.evaluate("document.activeElement.name") == "usage"


HIDE = """(hidden) => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def seconds_sent(server: Server, page: Page) -> str:
    page.click("button.go")
    page.wait_for_function("document.title === 'kept'")
    return server.sent[-1][".seconds"]


def test_seconds_count_while_the_page_is_in_view(server, page) -> None:
    page.clock.install()
    page.goto(f"{HOME}/nl/p/use")
    page.clock.run_for(4_000)
    page.evaluate(HIDE, arg=True)
    page.clock.run_for(60_000)
    page.evaluate(HIDE, arg=False)
    page.clock.run_for(3_500)
    assert 7 <= int(seconds_sent(server, page)) < 60  # the clock goes on while the test does


def test_seconds_end_at_ten_minutes(server, page) -> None:
    page.clock.install()
    page.goto(f"{HOME}/nl/p/use")
    page.clock.fast_forward(3_600_000)
    assert seconds_sent(server, page) == "600"


def test_seconds_go_on_from_an_earlier_try(server, page) -> None:
    server.form = Form(seconds=40)
    page.clock.install()
    page.goto(f"{HOME}/nl/p/use")
    page.clock.run_for(2_000)
    assert 42 <= int(seconds_sent(server, page)) < 80


def test_two_presses_count_the_time_once(page) -> None:
    page.clock.install()
    page.goto(f"{HOME}/nl/p/use")
    page.clock.run_for(30_000)
    page.evaluate("document.addEventListener('submit', (event) => event.preventDefault())")
    for _ in range(2):
        page.click("button.go")
        page.clock.run_for(9_000)
    assert 39 <= int(page.input_value("[name='.seconds']")) < 68


def test_nobody_comes_to_the_field_for_machines(page) -> None:
    page.goto(f"{HOME}/nl/p/use")
    names = set()
    for _ in range(30):
        page.keyboard.press("Tab")
        names.add(page.evaluate("document.activeElement.name || ''"))
    assert "usage" in names
    assert ".website" not in names
    box = page.locator("[name='.website']").locator("xpath=..").bounding_box()
    assert box is not None
    assert box["width"] <= 1
    assert "Laat dit vakje leeg" not in page.locator("main").aria_snapshot()
