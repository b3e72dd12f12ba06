"""The pages around the questionnaire: consent first, a code to come back with, no promise that isn't kept."""

import pytest
from page_html import Element, read_page
from page_survey import page_site, page_study, study_of

from peil.interview.interview import COMPLETE
from peil.pages.bearer import Bearer
from peil.pages.code_pages import end_page, later_page, left_page, resume_page
from peil.pages.leading_notice import leading_notice
from peil.pages.site import make_site
from peil.pages.system_pages import (
    Message,
    erase_page,
    erased_page,
    message_page,
    preview_index,
    privacy_page,
    start_page,
)

CODE = "K7QF-2M9X-0PRD-W8ST-6ZHA"
BARE = '[about]\ntitle = "T"\nlanguages = ["nl"]\n[roles]\nall_of_them = "otherwise"\n'
QUESTION = "# a: A\n\n## q\nWat?\n- ( ) a: A\n- ( ) b: B\n"


def hrefs(page: Element) -> set[str]:
    return {one["href"] for one in page.one("main").all("a")}


def actions(page: Element) -> dict[str, str]:
    return {one["action"]: one["method"] for one in page.all("form")}


def test_the_start_asks_for_consent_before_anything_else() -> None:
    page = read_page(start_page(page_site(), "nl", CODE))
    assert page.one("h1").text == "Werk & <kunst>"
    assert page.one("title").text == "Werk & <kunst>"
    form = page.one("form")
    assert actions(page) == {"/nl/start": "post"}
    tick = form.one("input", type="checkbox")
    assert (tick["name"], tick["value"], tick.has("checked"), tick.has("required")) == (
        ".consent",
        "1",
        False,
        True,
    )
    assert page.one("label", for_=tick["id"]).text == "Ik doe mee."
    assert form.one("input", type="hidden")["value"] == CODE
    assert CODE not in page.text
    assert form.one("button").text == "Beginnen"
    assert "/nl/resume" in hrefs(page)


def test_the_start_has_a_field_that_nobody_comes_to() -> None:
    page = read_page(start_page(page_site(), "nl", CODE))
    trap = page.one("form").one("input", name=".website")
    assert (trap["tabindex"], trap["autocomplete"], trap.has("value")) == ("-1", "off", False)
    assert page.one("div", class_="unseen")["aria-hidden"] == "true"
    assert page.one("label", for_=trap["id"]).text == "Laat dit vakje leeg"


def test_the_start_tells_who_why_and_how_long() -> None:
    text = read_page(start_page(page_site(), "nl", CODE)).one("section", class_="about").text
    assert "De Bond" in text
    assert "toestemming" in text
    assert "12 maanden" in text
    assert "vragen@example.org" in text
    assert "Contactgegevens" in text


def test_the_start_shows_the_leading_notice_in_its_own_language() -> None:
    page = read_page(start_page(page_site(), "en", CODE))
    notice = page.one("div", class_="notice")
    assert notice["lang"] == "nl"
    assert "Lees meer op" in notice.text
    assert page.one("label", for_="consent")["lang"] == "nl"


def test_a_missing_tick_is_told_at_the_top_and_at_the_tick() -> None:
    page = read_page(start_page(page_site(), "nl", CODE, consent_missing=True))
    assert page.one("title").text == "Fout: Werk & <kunst>"
    assert page.one(role="alert").one("a")["href"] == "#consent"
    tick = page.one(id="consent")
    assert tick["aria-invalid"] == "true"
    assert page.one(id=tick["aria-describedby"]).text == page.one(role="alert").one("a").text


def test_a_study_that_says_little_has_a_start_that_promises_nothing() -> None:
    site = make_site(study_of(QUESTION, BARE))
    page = read_page(start_page(site, "nl", CODE))
    assert page.all("input", name=".consent") == []
    text = page.one("main").text
    assert "maanden" not in text
    assert "Verantwoordelijk" not in text
    assert "Contactgegevens" not in text
    assert page.all("nav") == []


def test_only_a_first_page_of_notices_for_everyone_is_read_before_the_start() -> None:
    assert leading_notice(page_study()) == ("welcome",)
    assert leading_notice(study_of(QUESTION, BARE)) == ()
    asking = "# a: A  {one page}\n\n## hi  {notice}\nDag.\n\n## q\nWat?\n- ( ) a: A\n- ( ) b: B\n"
    assert leading_notice(study_of(asking, BARE)) == ()
    conditional = "# a: A\n\n## hi  {notice}\nif role is one\nDag.\n\n## q\nWat?\n- ( ) a: A\n- ( ) b: B\n"
    roles = BARE.replace(
        'all_of_them = "otherwise"', 'one = { if = "q is a", label = "o" }\nrest = "otherwise"'
    )
    assert leading_notice(study_of(conditional, roles)) == ()


def test_later_gives_the_code_and_the_way_on() -> None:
    page = read_page(later_page(page_site(), "nl", Bearer(CODE), "/nl/p/use"))
    assert page.one("strong").text == CODE
    assert "/nl/p/use" in hrefs(page)
    assert actions(page) == {"/nl/leave": "post"}


def test_an_unknown_code_is_told_without_saying_why() -> None:
    page = read_page(resume_page(page_site(), "nl", typed='ab"<c', unknown=True))
    code = page.one("input")
    assert (code["name"], code["value"], code["aria-invalid"]) == (".code", 'ab"<c', "true")
    assert page.one(role="alert").one("a")["href"] == f"#{code['id']}"
    assert page.one("title").text.startswith("Fout:")
    fresh = read_page(resume_page(page_site(), "nl"))
    assert fresh.all(role="alert") == []
    assert not fresh.one("title").text.startswith("Fout:")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_end_says_what_happens_now_and_what_can_still_be_done(language) -> None:
    done, early = (
        read_page(end_page(page_site(), language, Bearer(CODE, outcome)))
        for outcome in (COMPLETE, "too_young")
    )
    for page in (done, early):
        assert page.one("strong").text == CODE
        assert {f"/{language}/erase", "mailto:vragen@example.org"} <= hrefs(page)
        assert actions(page) == {f"/{language}/leave": "post"}
        assert "12" in page.one("main").text
    assert done.one("main").text != early.one("main").text
    assert "too_young" not in early.text


def test_erasure_is_asked_before_it_is_done() -> None:
    text = erase_page(page_site(), "nl", "0123456789abcdef")
    page = read_page(text)
    assert actions(page) == {"/nl/erase": "post"}
    assert 'name=".seal" value="0123456789abcdef"' in text
    assert "/nl/" in hrefs(page)
    assert read_page(erased_page(page_site(), "nl")).all("form") == []


def test_who_left_can_start_or_come_back() -> None:
    assert {"/nl/", "/nl/resume"} <= hrefs(read_page(left_page(page_site(), "nl")))


def test_privacy_is_told_from_the_study() -> None:
    text = read_page(privacy_page(page_site(), "nl")).one("main").text
    for part in (
        "De Bond",
        "vragen@example.org",
        "artikel 6, lid 1, onder a",
        "12 maanden",
        "contactgegevens",
    ):
        assert part in text
    bare = read_page(privacy_page(make_site(study_of(QUESTION, BARE)), "nl")).one("main").text
    assert "contactgegevens" not in bare
    assert "maanden" not in bare


@pytest.mark.parametrize("message", sorted(Message))
def test_every_message_has_its_own_words(message) -> None:
    page = read_page(message_page(page_site(), "nl", message))
    others = {
        read_page(message_page(page_site(), "nl", other)).one("main").text
        for other in Message
        if other is not message
    }
    assert page.one("main").text not in others
    assert message.value not in page.one("main").text


def test_who_has_no_interview_can_give_a_code_or_start() -> None:
    assert {"/nl/", "/nl/resume"} <= hrefs(read_page(message_page(page_site(), "nl", Message.NO_INTERVIEW)))


def test_the_list_of_previews_leads_to_every_page_as_every_role() -> None:
    links = hrefs(read_page(preview_index(page_site())))
    for page in ("use", "more%5Bspeed%5D"):
        for role in ("maker", "other"):
            assert f"/preview/{role}/nl/{page}" in links
