"""The forms that simulated respondents read."""

import pytest

from web_form import form_with, read_forms

PAGE = """
<form action="/other"><button>Other</button></form>
<form method="post" action="/nl/p/a&amp;b">
<input type="hidden" name=".nonce" value="{nonce}">
<input type="radio" name="usage" value="often"><input type="radio" name="usage" value="never" checked>
<input type="checkbox" name="reasons.speed" value="1">
<input type="text" name="usage.other.text" value="&lt;x&gt;" maxlength="5">
<textarea name="why">
one
two</textarea>
<select name="wishes.a"><option value="">-</option><option value="1" selected>1</option></select>
<input type="text" name="off" disabled>
<button name=".go" value="next">Next</button><button type="button" name="no">No</button>
</form>
<input type="text" name="nowhere">
"""


def test_a_form_is_read_as_a_browser_reads_it() -> None:
    form = form_with(PAGE.format(nonce="n&quot;1"), ".nonce")
    assert form.action == "/nl/p/a&b"
    assert form.offered == {
        "usage": {"often", "never"},
        "reasons.speed": {"1"},
        "wishes.a": {"", "1"},
    }
    assert form.typed == {"usage.other.text": 5, "why": None}
    assert form.filled == {
        ".nonce": 'n"1',
        "usage": "never",
        "usage.other.text": "<x>",
        "why": "one\ntwo",
        "wishes.a": "1",
    }
    assert form.buttons == ((".go", "next"),)


def test_pages_that_differ_in_hidden_fields_keep_their_own() -> None:
    first, second = (form_with(PAGE.format(nonce=nonce), ".nonce") for nonce in ("n1", "n2"))
    assert (first.filled[".nonce"], second.filled[".nonce"]) == ("n1", "n2")
    assert len(read_forms(PAGE)) == 2


@pytest.mark.parametrize(
    ("name", "value", "taken"),
    [
        ("nowhere", "x", False),
        ("off", "x", False),
        ("reasons.speed", "2", False),
        ("usage", "often", True),
        ("usage", "rarely", False),
        ("usage.other.text", "12345", True),
        ("usage.other.text", "123456", False),
        ("why", "long enough", True),
        ("wishes.a", "1", True),
        ("wishes.a", "2", False),
    ],
)
def test_only_what_a_control_offers_is_taken(name, value, taken) -> None:
    assert form_with(PAGE.format(nonce="n"), ".nonce").takes(name, value) is taken
