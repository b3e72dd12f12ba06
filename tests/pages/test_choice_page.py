"""Two versions of one page: both are told in words, and neither is lost by looking."""

from page_html import Element, read_page
from page_survey import interview_at, page_site

from peil.pages.form import Form
from peil.pages.question_page import choice_page

KEPT = {
    "usage": "often",
    "reasons.speed": "1",
    "ability.mail": "worse",
    "job": "schilder",
    "day.year": "2020",
    "wishes.a": "1",
    "grade": "7",
}
SENT = {
    "usage": "rose",
    "usage.rose.number": "12,5",
    "ability.mail": "worse",
    "ability.own.text": "Koken",
    "ability.own": "better",
    "tools.home.pen": "1",
    "job": "schilder",
    "story": "\nregel 1\nregel 2 </textarea><b>",
    "grade": "dk",
    "wishes.b": "1",
    "wishes.a": "2",
    "day.day": "1",
    "day.month": "2",
    "day.year": "2020",
}


def choice(page: str, kept: dict[str, str], sent: dict[str, str], marks: tuple[str, ...] = ()) -> Element:
    interview = interview_at({"usage": "often", **dict.fromkeys(marks, "•")}, "welcome use things")
    form = Form(kept, nonce="new", revision=9, seal="s")
    return read_page(
        choice_page(page_site(), interview, page, "nl", form, Form(sent, nonce="old", revision=1))
    )


def versions(page: Element) -> dict[str, tuple[list[str], list[str]]]:
    """Heading to the lines of what is kept and of what was sent."""
    found = {}
    for block in page.all(class_="versions"):
        kept, sent = ([line.text for line in one.all("dd")] for one in block.one("dl").all("div"))
        found[block.one("h2").text] = (kept, sent)
    return found


def test_only_what_differs_is_shown_in_words() -> None:
    assert versions(choice("use", KEPT, SENT)) == {
        "Hoe vaak maakt u iets?": (["Vaak"], ["Gestegen, met 12,5 procent"]),
        "Waarom?": (["Sneller"], ["niets ingevuld"]),
    }
    assert versions(choice("things", KEPT, SENT)) == {
        "Hoe goed?": (["Post: Slechter"], ["Post: Slechter", "Koken: Beter"]),
        "Waarmee?": (["niets ingevuld"], ["Thuis: Pen"]),
        "Wat is uw verhaal?": (["niets ingevuld"], ["regel 1 regel 2 </textarea><b>"]),
        "Welk cijfer?": (["7"], ["Weet ik niet"]),
        "Orden.": (["1. Rust"], ["1. Geld", "2. Rust"]),
        "Wanneer?": (["2020"], ["1 2 2020"]),
    }


def test_what_was_sent_goes_along_whole_under_the_present_revision() -> None:
    page = choice("things", KEPT, SENT)
    form = page.one("form")
    assert (form["action"], form["method"]) == ("/nl/p/things", "post")
    hidden = {one["name"]: one["value"] for one in form.all("input")}
    assert (hidden[".nonce"], hidden[".revision"], hidden[".seal"]) == ("new", "9", "s")
    assert {"ability", "tools"} < {*hidden[".shown"].split()}
    texts = {one["name"]: "".join(map(str, one.children)).removeprefix("\n") for one in form.all("textarea")}
    assert texts == SENT
    assert all(one.has("hidden") for one in form.all("textarea"))


def test_keeping_what_is_kept_is_a_link_to_the_page() -> None:
    assert "/nl/p/use" in [one["href"] for one in choice("use", KEPT, SENT).one("form").all("a")]


def test_contact_details_are_never_told() -> None:
    page = choice("things", {}, {"address.email": "an@example.org"}, marks=("address.email",))
    assert versions(page) == {
        "Uw gegevens": (["ingevuld, hier niet te zien"], ["ingevuld, hier niet te zien"]),
    }
    assert "an@example.org" not in page.one("dl").text
    fresh = versions(choice("things", {}, {"address.email": "an@example.org"}))
    assert fresh == {"Uw gegevens": (["niets ingevuld"], ["ingevuld, hier niet te zien"])}
    assert versions(choice("things", {}, {"address.email": ""}, marks=("address.email",))) == {}
