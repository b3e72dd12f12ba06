"""A respondent in a browser: by keyboard alone, by mouse or by touch."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Route

from field_driver import page_of
from peil.pages.field_names import CONSENT, GO, NEXT
from real_browser import follow_questions, wait_until_settled
from served import PATIENCE

MOST_STOPS = 300
MOST_OPTIONS = 60

FOCUS = """() => {
  const here = document.activeElement;
  if (!here || here === document.body || here === document.documentElement) return null;
  const outlined = element => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  let seen = false, up = here;
  for (let i = 0; up && i < 4; i++, up = up.parentElement) seen ||= outlined(up);
  const box = here.getBoundingClientRect();
  window.peilStops ||= new Map();
  if (!window.peilStops.has(here)) window.peilStops.set(here, window.peilStops.size);
  return {
    stop: window.peilStops.get(here), tag: here.localName, type: here.type || '', name: here.name || '',
    value: here.value || '', checked: Boolean(here.checked), text: here.textContent.trim().slice(0, 60),
    seen, inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


@dataclass(frozen=True)
class Stop:
    """Where the focus is: which element, what it is, and whether the respondent can see that it is there."""

    stop: int
    tag: str
    type: str
    name: str
    value: str
    checked: bool
    text: str
    seen: bool
    inView: bool  # noqa: N815 - as the browser gives it


def focus(page: Page) -> Stop | None:
    """Give where the focus is, or None when it is nowhere."""
    found = page.evaluate(FOCUS)
    return Stop(**found) if found else None


def page_id(page: Page) -> str | None:
    """Give the id of the question page that the browser shows, or None."""
    return page_of(urlsplit(page.url).path)


def tab(page: Page, *, back: bool = False) -> Stop | None:
    """Press Tab; what is focused then must show it and lie in view."""
    before = focus(page)
    page.keyboard.press("Shift+Tab" if back else "Tab")
    here = focus(page)
    if here is not None:
        assert here.seen, f"no visible focus on {here} of {page.url}"
        assert here.inView, f"the focus is out of view on {here} of {page.url}"
        assert before is None or before.stop != here.stop, f"the focus is trapped on {here} of {page.url}"
    return here


def answer_by_keyboard(page: Page, fields: Mapping[str, str], *, settle: bool = False) -> set[str]:
    """Answer the page with Tab, arrows, Space, typing and Enter, and send it. Give the fields answered.

    Args:
        page: The browser's page.
        fields: Field name to value.
        settle: The page's answers change it: wait for that after each.
    """
    answered: set[str] = set()
    if settle:
        follow_questions(page)
    for _ in range(MOST_STOPS):
        here = tab(page)
        assert here is not None, f"no way to the next page from {page.url}; answered {answered} of {fields}"
        if here.tag == "button" and here.name == GO and here.value == NEXT:
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return answered
        if here.name in fields and _answer_here(page, here, fields[here.name]):
            answered.add(here.name)
            if settle:
                wait_until_settled(page)
    raise AssertionError(f"more than {MOST_STOPS} stops on {page.url}")


def _answer_here(page: Page, here: Stop, value: str) -> bool:
    if here.type == "radio":
        _choose_by_arrows(page, here, value)
    elif here.type == "checkbox":
        if here.checked != (here.value == value):
            page.keyboard.press("Space")
    elif here.tag == "select":
        _pick_by_arrows(page, value)
    elif here.type == "hidden" or here.tag == "button":
        return False
    else:
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.type(value)
    return True


def _choose_by_arrows(page: Page, here: Stop, value: str) -> None:
    if not here.checked:
        page.keyboard.press("Space")
    for _ in range(MOST_OPTIONS):
        now = focus(page)
        assert now is not None, f"choosing loses the focus on {page.url}"
        assert now.name == here.name, f"an arrow leaves {here.name} on {page.url}"
        if now.value == value and now.checked:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{here.name} never comes to {value} on {page.url}")


def _pick_by_arrows(page: Page, value: str) -> None:
    page.keyboard.press("Home")
    for _ in range(MOST_OPTIONS):
        now = focus(page)
        assert now is not None, f"choosing loses the focus on {page.url}"
        if now.value == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"never comes to {value} on {page.url}")


def control(page: Page, name: str, value: str) -> Locator:
    """Give the control that sends this value, or the one to type or pick it in."""
    exact = page.locator(f'input[type=radio][name="{name}"][value="{value}"]')
    ticks = page.locator(f'input[type=checkbox][name="{name}"][value="{value}"]')
    typed = page.locator(
        f'input:not([type=radio],[type=checkbox],[type=hidden])[name="{name}"], '
        f'textarea[name="{name}"], select[name="{name}"]'
    )
    return exact.or_(ticks).or_(typed)


def answer_by_pointer(
    page: Page, fields: Mapping[str, str], *, touch: bool = False, settle: bool = False
) -> set[str]:
    """Fill in what the page offers with mouse or finger. Give the fields answered; nothing is sent."""
    answered: set[str] = set()
    coming = True
    if settle:
        follow_questions(page)
    while coming:
        coming = False
        for name in [name for name in fields if name not in answered]:
            here = control(page, name, fields[name])
            if here.count() and here.is_visible():
                _point(here, fields[name], touch=touch)
                answered.add(name)
                coming = True
                if settle:
                    wait_until_settled(page)
    return answered


def _point(here: Locator, value: str, *, touch: bool) -> None:
    tag, kind = here.evaluate("element => [element.localName, element.type]")
    if kind in {"radio", "checkbox"}:
        if touch and not here.is_checked():
            here.tap()
        here.check()
    elif tag == "select":
        here.select_option(value)
    else:
        here.fill(value)


def press(page: Page, go: str = NEXT, *, touch: bool = False) -> None:
    """Press a button of the page's form and wait for what comes."""
    button = page.locator(f'button[name="{GO}"][value="{go}"]').first
    with page.expect_navigation():
        if touch:
            button.tap()
        else:
            button.click()


def begin(page: Page, url: str, *, touch: bool = False) -> str:
    """Open the start page, agree and begin; give the personal code."""
    page.goto(url)
    consent = page.locator(f'input[name="{CONSENT}"]')
    if consent.count():
        consent.check()
    button = page.locator('form[action$="/start"] button[type=submit], form[action$="/start"] button').first
    with page.expect_navigation():
        if touch:
            button.tap()
        else:
            button.click()
    return code_of(page)


def code_of(page: Page) -> str:
    """Give the personal code that the device's cookie carries."""
    return next(cookie["value"] for cookie in page.context.cookies() if cookie.get("name") == "peil")


class Gate:
    """Lets no page be sent while it is closed: a second click falls on it and not on a button of the next."""

    def __init__(self) -> None:
        self._closed = False
        self._held: list[Route] = []

    def pass_on(self, route: Route) -> None:
        if self._closed and route.request.method == "POST":
            self._held.append(route)
        else:
            route.continue_()

    def close(self) -> None:
        self._closed = True

    def open(self) -> None:
        self._closed = False
        held, self._held = self._held, []
        for route in held:
            route.continue_()


def wait_until_elsewhere(page: Page, at: str) -> None:
    """Wait for another page; of two that were asked for, the browser gives up the first."""
    until = time.monotonic() + PATIENCE
    while page.url == at:
        assert time.monotonic() < until, f"nothing leads away from {at}"
        page.wait_for_timeout(20)
    page.wait_for_load_state()
