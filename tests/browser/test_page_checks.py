"""The checks of a page can fail: each finds what it is there for on a page made to break it."""

import pytest
from page_checks import bad_headings, cut_off, odd_order, sideways, small_targets, unmarked_focus, violations

pytestmark = pytest.mark.slow

GOOD = """<!doctype html><html lang="nl"><head><title>Goed</title><style>
:focus-visible { outline: 3px solid #7a4010; } label, button { display: inline-block; padding: 14px; }
input { width: 44px; height: 44px; } STYLE</style></head><body><main><h1>Goed</h1>
<label>Vaak <input type="radio" name="a"></label> <button>Volgende</button> BODY</main></body></html>"""

BAD = [
    ("headings-two-h1", bad_headings, "", "<h1>Nog een</h1>"),
    ("headings-skipped", bad_headings, "", "<h3>Te diep</h3>"),
    ("headings-empty", bad_headings, "", "<h2></h2>"),
    ("focus-none", unmarked_focus, ":focus-visible { outline: none }", ""),
    ("focus-thin", unmarked_focus, ":focus-visible { outline: 1px solid #000 }", ""),
    ("focus-faint", unmarked_focus, ":focus-visible { outline: 3px solid #ddd }", ""),
    ("target-small", small_targets, "button { padding: 0; font-size: 9px; border: 0 }", ""),
    ("target-choice", small_targets, "label { padding: 0 } input { height: 30px }", ""),
    ("order-by-number", odd_order, "", "<a href='#a' tabindex='3'>Eerst</a>"),
    ("order-reversed", odd_order, "main { display: flex; flex-direction: column-reverse }", ""),
    ("sideways", sideways, "", "<p style='width: 2000px'>Breed</p>"),
    (
        "cut-off",
        cut_off,
        "p { height: 10px; width: 60px; overflow: hidden }",
        "<p>Dit past hier nooit in</p>",
    ),
    ("text-outside", cut_off, "p { height: 8px; width: 50px }", "<p>Dit past hier ook nooit in</p>"),
    ("axe-contrast", violations, "p { color: #bbb }", "<p>Te licht</p>"),
    ("axe-label", violations, "", "<input name='b'>"),
    ("axe-best-practice", violations, "", "</main><p>Buiten elk gebied</p><main>"),
]


@pytest.mark.parametrize(("check", "style", "body"), [one[1:] for one in BAD], ids=[one[0] for one in BAD])
def test_a_check_finds_what_it_is_for(new_page, check, style, body) -> None:
    page = new_page()
    page.set_content(GOOD.replace("STYLE", "").replace("BODY", ""))
    assert check(page) == []
    page.set_content(GOOD.replace("STYLE", style).replace("BODY", body))
    assert check(page) != []
