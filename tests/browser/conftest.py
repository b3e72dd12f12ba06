"""Devices that respondents use, in a real browser."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from real_browser import Launch
from served import PATIENCE

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
REFUSALS = "Failed to load resource: the server responded with a status of"
"""What Chromium writes on its console about a page that says what is wrong."""

NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser(launch: Launch) -> Iterator[Browser]:
    started = launch()
    yield started
    started.close()


class Watched:
    """What a device's pages said that they should not: script errors, breaches of CSP, calls elsewhere."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def listen(self, context: BrowserContext) -> None:
        """Hear all that the context's pages say."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.said.append(str(error.error)))
        context.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(REFUSALS):
            self.said.append(message.text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "http://localhost:", "data:")):
            self.said.append(f"a request to {request.url}")


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Give a function that makes a page on a device of its own, with cookies of its own.

    Its keywords are ``phone``, ``js``, ``language``, ``scheme``, ``quiet`` (what the console says is no
    failure), and those of Playwright's ``new_context``.
    """
    contexts: list[BrowserContext] = []
    watched = Watched()

    def make(
        *,
        phone: bool = False,
        js: bool = True,
        language: str = "nl",
        scheme: str = "light",
        quiet: bool = False,
        **more: object,
    ) -> Page:
        context = browser.new_context(
            **{
                **(PHONE if phone else {"viewport": {"width": 1024, "height": 768}}),
                "java_script_enabled": js,
                "locale": language,
                "color_scheme": scheme,
                **more,
            }
        )
        context.set_default_timeout(PATIENCE * 1000)
        if not quiet:
            watched.listen(context)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert watched.said == []
