"""What a respondent sees: zoomed in, with own spacing, in forced colours, without script."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from kinds_answers import ANSWERS
from page_checks import NARROW, SPACING, add_style, cut_off, sideways
from playwright.sync_api import Locator, Page
from respondent import answer_by_pointer, begin, control, page_id, press

from field_driver import Visitor
from kinds_study import write_kinds_study
from peil.pages.field_names import GO, NONCE
from served import Served
from web_form import form_with, read_forms

pytestmark = pytest.mark.slow

FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea"
FOCUS_LOOKED_AT = {"usage": ("none", "active"), "start": ("none",), "wishes": ("none",), "mark": ("active",)}
"""Pages that between them have every kind of control, and whether colours are forced."""
LONG = "donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    place = tmp_path_factory.mktemp("layout")
    with Served(write_kinds_study(place / "study"), place) as server:
        yield server


def pages_of(page: Page, url: str) -> Iterator[str]:
    """Go through all pages, filled in as far as they can be; then give each before it is sent."""
    begin(page, url)
    while (here := page_id(page)) is not None:
        answer_by_pointer(page, ANSWERS[here], settle=here == "more")
        yield here
        press(page)
        if page_id(page) == here:
            answer_by_pointer(page, ANSWERS[here])
            press(page)


def test_at_400_percent_nothing_scrolls_sideways_or_is_cut_off(served, new_page) -> None:
    page = new_page(viewport=NARROW, device_scale_factor=4)
    found = [one for _ in pages_of(page, served.url) for one in (*sideways(page), *cut_off(page))]
    assert not found, "\n".join(found)


def test_the_readers_own_spacing_loses_nothing(served, new_page) -> None:
    page = new_page(viewport={"width": 320, "height": 800})
    found = []
    for _ in pages_of(page, served.url):
        add_style(page, SPACING)
        found += sideways(page) + cut_off(page)
    assert not found, "\n".join(found)


def test_a_word_without_end_fits_a_phone(served, new_page) -> None:
    page = new_page(phone=True, viewport={"width": 320, "height": 800})
    begin(page, served.url)
    answer_by_pointer(page, ANSWERS["usage"])
    press(page)
    answer_by_pointer(page, {"reasons.other": "1", "reasons.other.text": LONG * 3})
    press(page)
    assert LONG in page.inner_text("main")
    assert sideways(page) == []
    page.goto(f"{served.url}/nl/p/reasons")
    assert sideways(page) == []


def test_every_focus_can_be_seen(served, new_page) -> None:
    """Compares pictures of each control with and without the focus, in light and in forced colours."""
    page = new_page(reduced_motion="reduce")
    unseen = []
    for here in pages_of(page, served.url):
        for forced in FOCUS_LOOKED_AT.get(here, ()):
            page.emulate_media(forced_colors=forced)
            unseen += [f"{here}, forced colours {forced}: {one}" for one in unseen_focus(page)]
            page.emulate_media(forced_colors="none")
    assert not unseen, "\n".join(unseen)


def unseen_focus(page: Page) -> list[str]:
    found = []
    for element in page.locator(FOCUSABLE).all():
        if not element.is_visible() or "skip" in (element.get_attribute("class") or ""):
            continue
        if element.get_attribute("tabindex") == "-1":  # the focus never comes to the field for programs
            continue
        page.evaluate("document.activeElement.blur()")
        element.scroll_into_view_if_needed()
        before = picture(page, element)
        element.evaluate("element => element.focus({focusVisible: true, preventScroll: true})")
        if picture(page, element) == before:
            found.append(element.evaluate("element => element.outerHTML"))
    return found


def picture(page: Page, element: Locator) -> bytes:
    """Take a picture of an element with a little around it."""
    box = element.bounding_box()
    assert box is not None
    left, top = max(0, box["x"] - 8), max(0, box["y"] - 8)
    clip = {"x": left, "y": top, "width": box["width"] + 16, "height": box["height"] + 16}
    return page.screenshot(clip=clip, animations="disabled")


def test_in_forced_colours_a_choice_can_be_seen(served, new_page) -> None:
    page = new_page(forced_colors="active")
    begin(page, served.url)
    cell = page.locator(".option").first
    before = cell.screenshot()
    page.locator('input[name="usage"]').first.check()
    page.evaluate("document.activeElement.blur()")
    assert cell.screenshot() != before


def test_less_motion_is_respected(served, new_page) -> None:
    page = new_page(reduced_motion="reduce")
    begin(page, served.url)
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(element => {
          const style = getComputedStyle(element);
          const takes = text => text.split(',').some(one => parseFloat(one) > 0.01);
          return takes(style.transitionDuration) || style.animationName !== 'none'
            && takes(style.animationDuration) || style.scrollBehavior === 'smooth';
        }).map(element => element.outerHTML.slice(0, 100))"""
    )
    assert moving == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_what_is_asked_beside_an_option_comes_with_it(served, new_page, script) -> None:
    page = new_page(js=script)
    begin(page, served.url)
    beside = page.locator('input[name="usage.other.text"]')
    assert not beside.is_visible()
    control(page, "usage", "other").check()
    assert beside.is_visible()
    control(page, "usage", "often").check()
    assert not beside.is_visible()


def test_ticks_exclude_each_other_and_are_counted(served, new_page) -> None:
    page = new_page()
    begin(page, served.url)
    answer_by_pointer(page, {"usage": "often", "turnover": "none"})
    press(page)
    for name in ("speed", "cost"):
        control(page, f"reasons.{name}", "1").check()
    assert "2 van 3" in page.inner_text("form")
    control(page, "reasons.none", "1").check()
    assert not control(page, "reasons.speed", "1").is_checked()
    control(page, "reasons.fun", "1").check()
    assert not control(page, "reasons.none", "1").is_checked()


def test_a_question_comes_up_and_goes_away_with_its_answer(served, new_page) -> None:
    page = new_page()
    for here in pages_of(page, served.url):
        if here == "more":
            what = page.locator('[name="what"]')
            assert what.is_visible()
            page.locator('[name="remarks"]').fill("blijft staan")
            control(page, "changed", "no").check()
            what.wait_for(state="detached")
            assert page.evaluate("document.activeElement.name") == "changed"
            assert page.locator('[name="remarks"]').input_value() == "blijft staan"
            control(page, "changed", "yes").check()
            what.wait_for(state="visible")
            what.fill("Weer alles")
            return
    raise AssertionError("page more never came")


def test_nothing_is_preselected_and_titles_tell_the_page(served) -> None:
    visitor = Visitor("127.0.0.1", served.port, "nl")
    start = next(form for form in read_forms(visitor.get("/").text) if form.action.endswith("/start"))
    assert start.offered.keys().isdisjoint(start.filled)
    shown = visitor.post(start.action, {**start.filled, ".consent": "1"})
    numbers = []
    while "/p/" in shown.path:
        form = form_with(shown.text, NONCE)
        chosen = {name for name in form.offered if form.filled.get(name)}
        assert not chosen, f"{shown.path}: {chosen}"
        title = shown.text.partition("<title>")[2].partition("</title>")[0]
        words = title.split()
        assert words[0] == "Pagina"
        assert words[2] == "van"
        assert title.endswith(" – Alle soorten vragen")
        numbers.append((int(words[1]), int(words[3])))
        here = shown.path.partition("/p/")[2].replace("%5B", "[").replace("%5D", "]")
        fields = {k: v for k, v in ANSWERS[here].items() if form.takes(k, v)}
        again = visitor.post(form.action, {**form.filled, **fields, GO: "next"})
        if again.path == shown.path:
            form = form_with(again.text, NONCE)
            again = visitor.post(form.action, {**form.filled, **ANSWERS[here], GO: "next"})
        shown = again
    visitor.close()
    assert [number for number, _ in numbers] == list(range(2, len(ANSWERS) + 2))
    assert all(before[1] >= after[1] for before, after in pairwise(numbers)), "the total only shrinks"
    assert numbers[-1][0] == numbers[-1][1]


def test_a_text_in_another_language_says_so(served, new_page) -> None:
    page = new_page(language="en")
    begin(page, served.url)
    assert page.locator("html").get_attribute("lang") == "en"

    def spoken(text: str) -> object:
        return page.get_by_text(text).first.evaluate("element => element.closest('[lang]').lang")

    assert spoken("How often do you use it?") == "en"
    assert spoken("Is uw omzet veranderd?") == "nl"
    assert spoken("Gelijk gebleven") == "nl"


def test_a_blank_in_a_sentence_is_labelled_by_all_of_it(served, new_page) -> None:
    page = new_page()
    for here in pages_of(page, served.url):
        if here == "age":
            field = page.get_by_role("textbox", name="Ik ben jaar.")
            named = page.locator('input[name="age"]')
            assert field.count() == 1 or "jaar" in str(
                named.evaluate("e => [...e.labels].map(l => l.textContent)")
            )
            assert named.get_attribute("inputmode") == "numeric"
            return
    raise AssertionError("page age never came")
