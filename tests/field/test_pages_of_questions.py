"""Pages of the questionnaire: shown, sent, gone back from, left for later, come to the end."""

import re

from fielded_study import (
    Browser,
    Fielded,
    answer_all,
    form_of,
    hidden_fields,
    language_of,
    send,
    start,
    where,
)


def test_a_page_shows_what_is_kept_of_it(browser: Browser) -> None:
    start(browser)
    assert "checked" not in browser.get("/nl/p/job").text
    send(browser, "job", {"job": "staff"})
    assert re.search(r'value="staff"[^>]* checked', browser.get("/nl/p/job").text)
    assert language_of(browser.get("/en/p/job")) == "en"
    assert "What do you do?" in browser.get("/en/p/job").text


def test_a_page_beyond_the_next_leads_to_the_next(browser: Browser) -> None:
    start(browser)
    assert where(browser.get("/nl/p/home")) == (303, "/nl/p/job")
    assert where(browser.get("/nl/p/bye")) == (303, "/nl/p/job")


def test_a_page_that_is_not_on_the_route_is_not_found(browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    send(browser, "age", {"age": "40"})
    send(browser, "home", {"days": "no"})
    assert browser.get("/nl/p/team").status_code == 404
    assert browser.get("/nl/p/detail%5Bquiet%5D").status_code == 404
    assert browser.get("/nl/p/nonsense").status_code == 404


def test_a_page_with_brackets_in_its_id_is_asked(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "boss"})
    send(browser, "age", {"age": "40"})
    grown = send(browser, "home", {"days": "yes"})
    assert where(grown) == (303, "/nl/p/home?grown=why")
    assert where(send(browser, "home", {"days": "yes", "why.quiet": "1"})) == (303, "/nl/p/team")
    assert where(send(browser, "team", {"team": "7"})) == (303, "/nl/p/detail%5Bquiet%5D")
    place = "detail%5Bquiet%5D"
    assert where(send(browser, place, {"detail[quiet]": "Stilte"})) == (303, "/nl/p/address")
    (kept,) = fielded.store.kept()
    assert kept.answers.values["detail[quiet]"] == "Stilte"


def test_a_page_says_which_question_came_up(browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    send(browser, "age", {"age": "40"})
    send(browser, "home", {"days": "yes"})
    plain = browser.get("/nl/p/home").text
    told = browser.get("/nl/p/home?grown=why").text
    assert len(told) > len(plain)
    strip = re.compile(r'value="[\w-]{20}"')
    nothing_new = browser.get("/nl/p/home?grown=nonsense,%3Cb%3E").text
    assert strip.sub("", nothing_new) == strip.sub("", plain)


def test_back_keeps_the_page_unfinished_and_leads_to_the_page_before(
    fielded: Fielded, browser: Browser
) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    assert where(send(browser, "age", {"age": ""}, go="back")) == (303, "/nl/p/job")
    send(browser, "age", {"age": "40"})
    assert where(send(browser, "home", {"tired": "moe"}, go="back")) == (303, "/nl/p/age")
    assert "moe" in browser.get("/nl/p/home").text
    (response,) = fielded.store.responses()
    assert "tired" not in response.answers.values
    assert where(send(browser, "job", {"job": "boss"}, go="back")) == (303, "/nl/p/welcome")
    assert where(send(browser, "welcome", {}, go="back")) == (303, "/nl/p/welcome")


def test_later_keeps_the_page_and_shows_the_code(browser: Browser) -> None:
    start(browser)
    assert where(send(browser, "job", {"job": "staff"}, go="later")) == (303, "/nl/later")
    shown = browser.get("/nl/later")
    assert shown.status_code == 200
    assert browser.cookies["peil"] in re.sub(r"<[^>]+>", "", shown.text)
    assert "/nl/p/age" in shown.text


def test_the_end_is_for_who_has_come_to_it(browser: Browser) -> None:
    start(browser)
    assert where(browser.get("/nl/end")) == (303, "/nl/p/job")
    answer_all(browser)
    assert browser.get("/nl/end").status_code == 200
    assert browser.get("/en/end").status_code == 200


def test_an_early_end_is_an_end(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    assert where(send(browser, "age", {"age": "12"})) == (303, "/nl/end")
    assert browser.get("/nl/end").status_code == 200
    (response,) = fielded.store.responses()
    assert response.outcome == "too_young"


def test_answers_may_still_be_changed_after_the_end(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    answer_all(browser)
    assert where(send(browser, "bye", {}, go="back")) == (303, "/nl/p/address")
    assert where(send(browser, "age", {"age": "45"})) == (303, "/nl/p/home")
    (response,) = fielded.store.responses()
    assert str(response.answers.values["age"]) == "45"
    assert response.outcome == "complete"


def test_a_page_sent_after_another_device_finished_is_kept(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    fields = form_of(browser, "job")
    elsewhere = fielded.browser()
    elsewhere.post("/nl/resume", data={".code": browser.cookies["peil"]})
    answer_all(elsewhere)
    same = browser.post("/nl/p/job", data={**fields, "job": "staff"})
    assert where(same) == (303, "/nl/p/age")
    late = browser.post("/nl/p/job", data={**form_of(browser, "job"), "job": "none"})
    assert where(late) == (303, "/nl/p/age")
    (response,) = fielded.store.responses()
    assert response.answers.values["job"] == "none"


def test_live_shows_what_the_answers_bring_up_and_keeps_nothing(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    send(browser, "age", {"age": "40"})
    fields = form_of(browser, "home")
    before = fielded.stored()
    inside = browser.post("/nl/live/home", data={**fields, "days": "yes", "tired": "moe <b>"})
    assert inside.status_code == 200
    assert "<html" not in inside.text
    assert "Waarom?" in inside.text
    assert "moe &lt;b&gt;" in inside.text
    assert hidden_fields(inside.text)[".nonce"] == fields[".nonce"]
    without = browser.post("/nl/live/home", data={**fields, "days": "no"})
    assert "Waarom?" not in without.text
    assert fielded.stored() == before
    sent = browser.post("/nl/p/home", data={**hidden_fields(inside.text), "days": "yes", "why.quiet": "1"})
    assert where(sent) == (303, "/nl/p/detail%5Bquiet%5D")
