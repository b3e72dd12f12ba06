"""The public site in a real browser: for everyone, on a phone, without script, asking nothing of others."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from page_checks import (
    NARROW,
    SMALL_TARGETS,
    SPACING,
    add_style,
    bad_headings,
    odd_order,
    sideways,
    unmarked_focus,
    violations,
)
from playwright.sync_api import Page

from peil.publishline import publish_interim, publish_site
from peil.study.reader.read import read_study
from site_study import make_site_study, write_pages

pytestmark = pytest.mark.slow

HOME = """# Wat AI doet met werk

::: key
- [{share}]{{= usage: often}} gebruikt het vaak
- [{other}]{{= usage: sometimes}} gebruikt het soms
:::

Dit is het onderzoek, zie {{@gebruik}}.[^1]

::: figure gebruik
Gebruik van AI
show: usage
by: employment
chart: stacked
:::

> Wij willen afspraken.

[^1]: Een noot.
"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and keeps the addresses that were asked for."""

    asked: list[str]

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self.asked.append(self.path)
        super().do_GET()


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("site")
    study = make_site_study(place / "study")
    out = place / "out"
    shares = {"share": "0%", "other": "0%"}  # what is true is taken from what is said to be untrue
    for _ in range(2):
        write_pages(study.folder, {"10-start.md": HOME.format(**shares)})
        done = publish_site(study, out=out)
        wanted = [problem.expected for problem in done.problems if problem.code == "R001"]
        shares = dict(zip(shares, wanted, strict=False))
    assert done.files, done.problems
    going_on = make_site_study(place / "going-on").folder
    publish_interim(read_study(going_on), going_on / "data/answers.csv", out=out / "interim-site")
    return out


@pytest.fixture(scope="module")
def asked() -> list[str]:
    return []


@pytest.fixture(scope="module")
def site(folder, asked) -> Iterator[str]:
    handler = type("Handler", (Quiet,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="module")
def paths(folder) -> list[str]:
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    apart = ("downloads/", "interim-site/404")  # the one is other people's pages, the other links from a root
    return [path for path in found if not path.startswith(apart)]


CHOSEN = (
    "index.html",
    "verkennen.html",
    "verkennen/reasons.html",
    "bestanden.html",
    "interim-site/index.html",
)
SMALLEST = 24
CALL = 'role="doc-noteref"'
"""A footnote's call stands in a sentence: WCAG 2.2, 2.5.8 asks no size of it."""


def targets(page: Page) -> list[str]:
    found: list[str] = page.evaluate(SMALL_TARGETS, {"choice": SMALLEST, "other": SMALLEST})
    return [f"{page.url}: {one}" for one in found if CALL not in one]


def everything(page: Page) -> list[str]:
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
    return [
        *violations(page),
        *bad_headings(page),
        *targets(page),
        *unmarked_focus(page),
        *sideways(page),
        *odd_order(page),
    ]


def test_every_page_is_for_everyone(site, paths, new_page) -> None:
    page = new_page()
    found = []
    for path in paths:
        page.goto(site + path)
        found += everything(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("phone", "scheme"), [(True, "light"), (True, "dark"), (False, "dark")])
def test_on_a_phone_and_in_the_dark_too(site, new_page, phone, scheme) -> None:
    page = new_page(phone=phone, scheme=scheme)
    found = []
    for path in CHOSEN:
        page.goto(site + path)
        found += everything(page)
    assert not found, "\n".join(found)


def test_at_400_percent_and_with_the_readers_own_spacing_nothing_scrolls_sideways(site, new_page) -> None:
    page = new_page(viewport=NARROW)
    found = []
    for path in CHOSEN:
        page.goto(site + path)
        found += sideways(page)
        add_style(page, SPACING)
        found += sideways(page)
    assert not found, "\n".join(found)


def test_without_script_every_number_can_be_read_and_only_this_server_is_asked(site, asked, new_page) -> None:
    page = new_page(js=False, phone=True)
    called: list[str] = []
    page.on("request", lambda request: called.append(request.url))
    page.goto(site + "verkennen.html")
    page.get_by_role("link", name="Gebruik van AI").click()
    assert page.url == f"{site}verkennen/usage.html"
    page.locator("summary").first.click()
    assert page.locator("figure table").first.is_visible()
    assert page.locator("figure .narrow svg").first.is_visible()
    assert not page.locator("figure .wide svg").first.is_visible()
    page.get_by_role("navigation", name="Taal").get_by_role("link", name="English").click()
    assert page.url == f"{site}en/explore/usage.html"
    assert {urlsplit(url).netloc for url in called} == {urlsplit(site).netloc}
    assert any(path.endswith(".woff2") for path in asked)


def test_the_fonts_are_the_sites_own_and_are_used(site, new_page) -> None:
    page = new_page()
    page.goto(site)
    page.evaluate("() => document.fonts.ready.then(() => null)")
    assert page.evaluate("() => document.fonts.check('16px \"Fira Sans\"')")
    loaded = page.evaluate("() => [...document.fonts].filter(one => one.status === 'loaded').length")
    assert loaded >= 2


def test_the_keyboard_skips_the_menu(site, new_page) -> None:
    page = new_page()
    page.goto(site + "doen.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "() => document.activeElement.id === 'peil-main'"
    )  # which takes the browser a while


def test_on_paper_there_is_no_menu_and_every_chart_is_wide(site, new_page) -> None:
    page = new_page()
    page.goto(site + "verkennen/usage.html")
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation", name="Pagina's").is_visible()
    assert page.locator("figure .wide svg").first.is_visible()
    assert page.evaluate("() => getComputedStyle(document.body).color") == "rgb(27, 35, 43)"
