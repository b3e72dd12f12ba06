"""The report and the page for the press in a browser: for everyone, on any screen, on paper."""

from collections.abc import Callable
from functools import cache

import pypdfium2
import pytest
from page_checks import bad_headings, sideways, violations
from playwright.sync_api import Page

from peil.report.document import Document, Heading, KeyNumber, KeyNumbers, Paragraph, Run
from peil.report.html.write import to_html
from peil.report.press.write import write_press
from peil.report.template.part import Part
from published_reference import published

pytestmark = pytest.mark.slow

NARROW = {"width": 320, "height": 800}
WIDE = {"width": 1280, "height": 900}
ORIGINS = ("Vraag 6; zeer vaak; n = 130", "Vraag 7; sneller werken; n = 101")
CONTRAST = ("color-contrast", "link-in-text-block")
"""What a page that is light otherwise can do wrong in the dark and on paper."""
NARROWER = ("target-size", "scrollable-region-focusable")
"""What can go wrong on a narrow screen alone."""
STOPS = 6
"""Tab stops after the choice of how origins show that the tests look at."""

PAGES = tuple((part, language) for part in (Part.REPORT, Part.PRESS) for language in ("nl", "en"))
"""Every text of the reference study that is a page by itself, in both languages."""

NewPage = Callable[..., Page]


@cache
def page_of(part: Part, language: str) -> str:
    """Give a text of the reference study as the page that it is by itself."""
    document, _ = published().compose(part, language)
    return to_html(document) if part is Part.REPORT else write_press(document).decode()


def numbers() -> Document:
    """A report of two bound numbers."""
    first, second = (Run(words, origin=told) for words, told in zip(("46%", "12%"), ORIGINS, strict=True))
    told = Paragraph((Run("Van hen gebruikt "), first, Run(" het vaak en "), second, Run(" om de snelheid.")))
    keys = KeyNumbers((KeyNumber((Run("46%", origin=ORIGINS[0]),), (Run("gebruikt het vaak"),)),))
    blocks = (Heading(1, "1", (Run("Gebruik"),), "gebruik"), told, keys)
    return Document("nl", "Werk en AI", "", (("Datum", "1 juni 2026"),), "Synthetisch.", blocks)


def shown(page: Page) -> list[bool]:
    """Of each origin whether it can be seen in the text."""
    return page.evaluate(
        "() => [...document.querySelectorAll('.origin')].map(one => one.getClientRects().length > 0"
        " && getComputedStyle(one).opacity !== '0')"
    )


def stops(page: Page) -> list[str]:
    """What has focus after each press of Tab, from the choice of how origins show on."""
    found = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        found.append(page.evaluate("() => document.activeElement.className"))
    return found


def test_these_are_all_its_pages() -> None:
    assert {text for text in published().templates if text[0] in {Part.REPORT, Part.PRESS}} == set(PAGES)


@pytest.mark.parametrize("text", PAGES)
def test_every_page_is_for_everyone(text: tuple[Part, str], new_page: NewPage) -> None:
    page = new_page(viewport=WIDE)
    page.set_content(page_of(*text))
    found = violations(page) + bad_headings(page)
    page.set_viewport_size(NARROW)
    assert found + violations(page, *CONTRAST, *NARROWER) + sideways(page) == []


@pytest.mark.parametrize("text", PAGES)
def test_every_page_is_for_everyone_in_the_dark_and_on_paper(
    text: tuple[Part, str], new_page: NewPage
) -> None:
    page = new_page(viewport=WIDE, scheme="dark")
    page.set_content(page_of(*text))
    assert violations(page, *CONTRAST) == []
    page.emulate_media(media="print")
    assert violations(page, *CONTRAST) == []


@pytest.mark.parametrize("way", ["each", "all"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_with_its_origins_shown_is_for_everyone(new_page: NewPage, way: str, scheme: str) -> None:
    page = new_page(viewport=NARROW, scheme=scheme)
    page.set_content(to_html(numbers()))
    page.check(f"#peil-origins-{way}")
    page.locator(".bound").first.focus()
    assert violations(page) + sideways(page) == []


def test_pointing_at_a_number_tells_its_origin_and_tab_passes_it_by(new_page: NewPage) -> None:
    page = new_page()
    page.set_content(to_html(numbers()))
    assert page.locator(".bound").first.get_attribute("title") == ORIGINS[0]
    page.focus("#peil-origins-point")
    assert "origin" not in stops(page)
    assert shown(page) == [False] * 3


def test_a_reader_can_tab_from_number_to_number(new_page: NewPage) -> None:
    page = new_page()
    page.set_content(to_html(numbers()))
    page.focus("#peil-origins-point")
    page.keyboard.press("ArrowDown")  # the choice itself takes no mouse
    assert page.is_checked("#peil-origins-each")
    assert shown(page) == [False] * 3
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent").strip() == f"[{ORIGINS[0]}]".replace(
        "n = ", "n\u00a0=\u00a0"
    )
    assert shown(page) == [True, False, False]
    page.keyboard.press("Tab")
    assert shown(page) == [False, True, False]


def test_what_unfolds_hides_nothing_and_stays_while_it_has_focus(new_page: NewPage) -> None:
    """It stands in the line, so nothing lies beneath it, and only leaving it takes it away."""
    page = new_page(viewport=NARROW)
    page.set_content(to_html(numbers()))
    page.check("#peil-origins-each")
    page.locator(".origin").first.focus()
    origin, number = page.locator(".origin").first, page.locator(".bound").first
    assert origin.evaluate("one => getComputedStyle(one).position") == "static"
    origin.hover()
    page.mouse.move(0, 0)
    assert shown(page) == [True, False, False]
    box, after = number.bounding_box(), page.locator(".bound").nth(1).bounding_box()
    assert box is not None
    assert after is not None
    assert after["y"] + after["height"] >= box["y"] + box["height"]


def test_a_tap_shows_an_origin(new_page: NewPage) -> None:
    page = new_page(phone=True)
    page.set_content(to_html(numbers()))
    page.locator("label", has_text="tik").tap()
    page.locator(".bound").first.tap()
    assert shown(page) == [True, False, False]


def test_all_origins_at_once_are_text_and_no_stops(new_page: NewPage) -> None:
    page = new_page()
    page.set_content(to_html(numbers()))
    page.check("#peil-origins-all")
    told = page.locator(".bound").first.evaluate("one => getComputedStyle(one, '::after').content")
    assert told == '" [" attr(title) "]"' or ORIGINS[0] in told
    page.focus("#peil-origins-all")
    assert "origin" not in stops(page)


@pytest.mark.parametrize("way", ["point", "each"])
def test_paper_has_no_origins(new_page: NewPage, way: str) -> None:
    page = new_page()
    page.set_content(to_html(numbers()))
    page.check(f"#peil-origins-{way}")
    page.locator(".origin").first.evaluate("one => one.focus()")
    page.emulate_media(media="print")
    assert shown(page) == [False] * 3
    assert not page.locator(".switch").is_visible()


def test_the_page_for_the_press_prints_on_one_page(new_page: NewPage) -> None:
    for content in [page_of(Part.PRESS, language) for language in ("nl", "en")]:
        page = new_page()
        page.set_content(content)
        opened = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
        pages_made = len(opened)
        opened.close()
        assert pages_made == 1
