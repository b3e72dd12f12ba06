"""What a page of the questionnaire shows and asks, kind by kind."""

import re
from urllib.parse import unquote

import pytest
from page_html import Element, read_page
from page_survey import FILLED, WRONG, interview_at, page_site, page_study, study_of, whole_interview

from peil.interview.answer_problem import AnswerCode, AnswerProblem
from peil.interview.answers import Answers
from peil.interview.preview import preview
from peil.interview.walk import walk
from peil.pages.form import Form
from peil.pages.question_page import preview_page, question_fragment, question_page
from peil.pages.site import make_site

SETTINGS = '[about]\ntitle = "T"\nlanguages = ["{}"]\n[roles]\nall_of_them = "otherwise"\n'


def drawn(
    page: str, form: Form | None = None, language: str = "nl", role: str = "other", **said: bool
) -> Element:
    return read_page(
        question_page(page_site(), whole_interview(role), page, form or Form(), language, **said)
    )


def sent(page: Element) -> dict[str, str]:
    """What a browser without script would send of the page's form, buttons aside."""
    fields: dict[str, str] = {}
    for one in page.one("form", id="form").walk():
        name = one.get("name")
        if one.tag == "input" and (one["type"] not in {"radio", "checkbox"} or one.has("checked")):
            fields[name] = one.get("value")
        elif one.tag == "textarea":
            fields[name] = "".join(str(child) for child in one.children).removeprefix("\n")
        elif one.tag == "select":
            picked = [option["value"] for option in one.all("option") if option.has("selected")]
            fields[name] = picked[0] if picked else one.all("option")[0]["value"]
    return fields


def label_of(page: Element, field: Element) -> str:
    by = field.get("aria-labelledby").split()
    return " ".join(page.one(id=one).text for one in by) if by else page.one("label", for_=field["id"]).text


@pytest.mark.parametrize("page", ["use", "things"])
def test_what_stands_in_the_form_is_what_it_sends_again(page) -> None:
    back = sent(drawn(page, Form(FILLED)))
    first = [name for name in FILLED if name.split(".")[0] in {"usage", "reasons"}]
    names = first if page == "use" else [name for name in FILLED if name not in first]
    assert {name: back.get(name) for name in names} == {name: FILLED[name] for name in names}


@pytest.mark.parametrize("page", ["use", "things"])
def test_nothing_is_chosen_for_the_respondent(page) -> None:
    assert {value for name, value in sent(drawn(page)).items() if not name.startswith(".")} <= {""}


def test_what_goes_along_unseen() -> None:
    form = drawn("things", Form(nonce="n1", revision=7, seal="s1")).one("form", id="form")
    assert (form["method"], form["action"]) == ("post", "/nl/p/things")
    hidden = {one["name"]: one["value"] for one in form.all("input", type="hidden")}
    assert hidden == {
        ".nonce": "n1",
        ".revision": "7",
        ".seal": "s1",
        ".shown": "ability address age below day grade grew job story tools wishes",
        ".seconds": "",
    }


def test_what_fills_in_everything_is_told_by_a_field_that_nobody_reaches() -> None:
    form = drawn("things").one("form", id="form")
    trap = form.one("input", name=".website")
    assert (trap["type"], trap["tabindex"], trap["autocomplete"]) == ("text", "-1", "off")
    around = trap.parent
    assert around is not None
    assert (around["class"], around["aria-hidden"]) == ("unseen", "true")


def test_a_page_sent_back_goes_on_counting_its_seconds() -> None:
    form = drawn("things", Form(seconds=17)).one("form", id="form")
    assert form.one("input", name=".seconds")["value"] == "17"


def test_the_buttons_in_the_order_of_use() -> None:
    pages = [drawn(page).one("form", id="form").all("button") for page in ("welcome", "things")]
    assert [[one["value"] for one in buttons] for buttons in pages] == [
        ["next", "later"],
        ["next", "back", "later"],
    ]


def test_the_title_says_where_and_that_something_is_wrong() -> None:
    page = drawn("use")
    total = len(page_study().route.pages)
    assert page.one("title").text == f"Pagina 2 van {total} – Gebruik – Werk & <kunst>"
    assert page.one("h1").text == "Gebruik"
    wrong = drawn("use", Form(problems=WRONG[:1]))
    assert wrong.one("title").text.startswith("Fout: Pagina 2 van")


def test_two_things_wrong_with_one_answer_are_one_answer_to_look_at() -> None:
    codes = (AnswerCode.TOO_HIGH, AnswerCode.TOO_PRECISE)
    both = tuple(AnswerProblem(code, "age", 0) for code in codes)
    box = drawn("things", Form(problems=both)).one("div", class_="errors")
    assert len(box.all("a")) == 2
    assert box.one("h2").text == "Kijk nog even naar één antwoord"


def test_progress_is_read_once() -> None:
    page = drawn("use")
    gauge = page.one("progress")
    assert (gauge["aria-hidden"], gauge["value"], gauge["max"]) == (
        "true",
        "2",
        str(len(page_study().route.pages)),
    )
    assert f"Pagina 2 van {gauge['max']}" in page.one("main").text


def test_a_question_is_a_group_named_by_its_heading() -> None:
    group = drawn("use").all("fieldset")[0]
    assert group.one("legend").one("h2").text == "Hoe vaak? Een schatting is genoeg."
    assert drawn("use", role="maker").all("fieldset")[0].one("h2").text == "Hoe vaak maakt u iets?"


def test_options_are_radio_buttons_or_ticks_with_the_codes_of_the_study() -> None:
    page = drawn("use")
    assert [one["value"] for one in page.all("input", name="usage")] == ["often", "rose", "other", "dk"]
    assert {one["type"] for one in page.all("input", name="usage")} == {"radio"}
    tick = page.one("input", name="reasons.none")
    assert (tick["type"], tick["value"]) == ("checkbox", "1")
    assert tick.has("data-alone")
    assert not page.one("input", name="reasons.speed").has("data-alone")


def test_a_field_beside_an_option_stands_in_its_cell_and_is_named_by_all_of_it() -> None:
    page = drawn("use")
    number = page.one("input", name="usage.rose.number")
    assert label_of(page, number) == "Gestegen, met … procent"
    assert (number["inputmode"], number["type"]) == ("numeric", "text")
    cell = next(one for one in number.above() if "option" in one.get("class").split())
    assert cell.one("input", type="radio")["value"] == "rose"
    assert label_of(page, page.one("input", name="reasons.other.text")) == "Anders, namelijk …"


def test_a_field_inside_its_sentence_is_named_by_all_of_the_sentence() -> None:
    page = drawn("things")
    assert label_of(page, page.one("input", name="grew")) == "Mijn omzet steeg met procent."
    assert label_of(page, page.one("input", name="job")) == "Ik werk als in de sector."
    assert label_of(page, page.one("input", name="age")) == "Hoe oud bent u?"


def test_a_phone_shows_the_keys_that_the_number_needs() -> None:
    page = drawn("things")
    assert page.one("input", name="grew")["inputmode"] == "numeric"
    assert not page.one("input", name="below").has("inputmode"), "a numeric keyboard may have no minus"


def test_an_open_question_with_paragraphs_keeps_their_order() -> None:
    block = drawn("things").one(id="q-story")
    assert re.search(
        "Eerst iets anders.*Wat is uw verhaal\\? \\(niet verplicht\\).*Het mag lang zijn", block.text
    )
    area = block.one("textarea")
    assert [block.one(id=one).text for one in area["aria-describedby"].split()] == [
        "Eerst iets anders.",
        "Het mag lang zijn.",
    ]


def test_a_matrix_is_a_group_a_row() -> None:
    block = drawn("things").one(id="q-ability")
    rows = block.all("fieldset", class_="row")
    assert [row.one("legend").text for row in rows] == ["Post", "Ander werk, namelijk …"]
    assert [one["value"] for one in rows[0].all("input", name="ability.mail")] == ["worse", "better"]
    naming = rows[1].one("input", name="ability.own.text")
    assert naming["aria-labelledby"] == rows[1].one("legend")["id"]
    ticks = drawn("things").one(id="q-tools").all("input")
    assert [one["name"] for one in ticks][:2] == ["tools.home.pen", "tools.home.none"]


def test_a_scale_reads_out_its_ends() -> None:
    page = drawn("things")
    steps = page.all("input", name="grade")
    assert [one["value"] for one in steps] == [*map(str, range(11)), "dk"]
    assert label_of(page, steps[0]) == "0: Slecht"
    assert label_of(page, steps[5]) == "5"
    assert label_of(page, steps[10]) == "10: Goed"


def test_a_ranking_offers_as_many_places_as_may_be_given() -> None:
    page = drawn("things", Form({"wishes.a": "2"}))
    listed = page.one("select", name="wishes.a")
    assert [one["value"] for one in listed.all("option")] == ["", "1", "2"]
    assert [one["value"] for one in listed.all("option") if one.has("selected")] == ["2"]
    assert label_of(page, listed) == "Rust"


def test_a_date_has_three_fields_in_one_group() -> None:
    group = drawn("things").one(id="q-day").one("fieldset")
    assert [one["name"] for one in group.all("input")] == ["day.day", "day.month", "day.year"]
    assert {one["inputmode"] for one in group.all("input")} == {"numeric"}


def test_contact_details_are_never_shown_again() -> None:
    marked = interview_at({"address.email": "•"}, "welcome use things")
    page = read_page(question_page(page_site(), marked, "things", Form(), "nl"))
    email = page.one("input", name="address.email")
    assert email["value"] == ""
    assert email["autocomplete"] == "email"
    assert "Al ingevuld" in page.one(id=email["aria-describedby"]).text
    assert not page.one("input", name="address.name").has("aria-describedby")
    assert page.one("input", name=".forget")["value"] == "address"
    assert drawn("things").all("input", name=".forget") == []
    assert drawn("things").one("input", name="address.shoe")["autocomplete"] == "off"


def test_addresses_in_a_notice_are_links_and_nothing_else_is() -> None:
    notice = drawn("welcome").one(class_="notice")
    assert [(one["href"], one.text) for one in notice.all("a")] == [
        (
            "https://example.org/uitleg?a=1&b=2",
            "https://example.org/uitleg?a=1&b=2 (opent in een nieuw tabblad)",
        ),
        ("mailto:help@example.org", "help@example.org"),
    ]
    assert [one.text for one in notice.all("p")][1] == "Tot zo, <b>lezer</b>."


def test_a_respondents_words_are_text_wherever_they_are_filled_in() -> None:
    odd = '<script>alert(1)</script> "x" javascript:alert(1)'
    given = {"usage": "often", "reasons.other": True, "reasons.other.text": odd, "job": odd}
    interview = interview_at(given, "welcome use things")
    page = read_page(question_page(page_site(), interview, "more[other]", Form(), "nl"))
    assert odd in page.one("main").text
    assert [one for one in page.all("script") if not one.has("src")] == []
    assert page.one("main").all("script") == []


def test_a_page_of_a_repeat_has_a_quoted_address_and_plain_ids() -> None:
    interview = interview_at({"usage": "often", "reasons.speed": True}, "welcome use things")
    page = read_page(question_page(page_site(), interview, "more[speed]", Form(), "nl"))
    form = page.one("form", id="form")
    assert form["action"] == "/nl/p/more%5Bspeed%5D"
    assert unquote(form["action"]) == "/nl/p/more[speed]"
    area = page.one("textarea")
    assert (area["name"], area["id"]) == ("more[speed]", "f-more--speed")
    assert [one["href"] for one in page.one("nav", class_="languages").all("a")] == ["/en/p/more%5Bspeed%5D"]


def test_text_without_a_translation_says_its_language() -> None:
    page = drawn("use", language="en")
    assert page.one("html")["lang"] == "en"
    assert not page.one("h1").has("lang")
    legend = page.all("fieldset")[0].one("legend")
    assert [one.text for one in legend.all("span", lang="nl")] == ["Hoe vaak?", "Een schatting is genoeg."]
    often, rose = (page.one("label", for_=one["id"]) for one in page.all("input", name="usage")[:2])
    assert (often.text, often.has("lang")) == ("Often", False)
    assert (rose.text, rose["lang"]) == ("Gestegen, met … procent", "nl")
    assert drawn("use").one("main").all(lang="nl") == []


def test_a_language_that_peil_has_no_words_in_gets_english_around_it() -> None:
    study = study_of("# a: Tšehtno\n\n## q\nMii?\n- ( ) a: Juo\n- ( ) b: Ii\n", SETTINGS.format("se"))
    page = read_page(question_page(make_site(study), preview(study, "all_of_them"), "q", Form(), "se"))
    assert page.one("html")["lang"] == "en"
    assert page.one("legend").one("span")["lang"] == "se"
    assert page.one("h1")["lang"] == "se"
    assert page.one("label", for_="f-q-_a")["lang"] == "se"


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("usage.rose.number", "f-usage-rose-number"),
        ("reasons", "f-reasons-speed"),
        ("ability.mail", "f-ability-mail-_worse"),
        ("ability.own.text", "f-ability-own-text"),
        ("tools.home", "f-tools-home-pen"),
        ("grew", "f-grew"),
        ("grade", "f-grade-_0"),
        ("wishes", "f-wishes-a"),
        ("day", "f-day-day"),
        ("address.name", "f-address-name"),
    ],
)
def test_a_problem_is_told_at_the_top_and_at_its_field(name, place) -> None:
    problem = next(one for one in WRONG if one.name == name)
    where = "use" if name.startswith(("usage", "reasons")) else "things"
    page = drawn(where, Form(FILLED, problems=(problem,)))
    alert = page.one(role="alert")
    assert [one["href"] for one in alert.all("a")] == [f"#{place}"]
    fault = page.one("p", class_="fault")
    field = page.one(id=place)
    described = [one.get("aria-describedby").split() for one in (field, *field.above())]
    assert any(fault["id"] in one for one in described)
    invalid = [one for one in (field, *field.above()) if one.get("aria-invalid") == "true"]
    assert len(invalid) == 1
    assert alert["tabindex"] == "-1"


def test_a_page_with_several_problems_tells_all_in_the_order_of_the_page() -> None:
    here = tuple(one for one in WRONG if not one.name.startswith(("usage", "reasons")))
    page = drawn("things", Form(FILLED, problems=here[::-1]))
    places = [one["href"][1:] for one in page.one(role="alert").all("a")]
    ids = [one["id"] for one in page.walk() if one.has("id")]
    assert len(places) == len(here)
    assert places == sorted(places, key=ids.index)


def test_a_problem_of_nothing_on_the_page_is_told_all_the_same() -> None:
    page = drawn("use", Form(problems=(AnswerProblem(AnswerCode.HIDDEN_ROW, "tools.home.pen"),)))
    assert len(page.one(role="alert").all("li")) == 1


def test_back_without_keeping_leads_to_the_page_before() -> None:
    page = drawn("things", Form(problems=WRONG[6:7]), back_anyway=True)
    assert "/nl/p/use" in [one["href"] for one in page.one(role="alert").all("a")]
    assert "/nl/p/use" not in [one["href"] for one in drawn("things", Form(problems=WRONG[6:7])).all("a")]


def test_a_question_that_came_up_is_announced_and_marked() -> None:
    page = drawn("use", Form(grown=frozenset({"reasons"})))
    note = page.one(role="status", class_="grown")
    assert [one["href"] for one in note.all("a")] == ["#q-reasons"]
    assert page.one("p", class_="fresh").parent is page.one(id="q-reasons")
    assert drawn("use").all(class_="fresh") == []


def test_who_comes_back_is_told_and_can_make_this_device_forget() -> None:
    note = drawn("use", resumed=True).one(class_="note")
    assert note.one("form")["action"] == "/nl/leave"
    assert drawn("use").all(class_="note") == []


def test_only_a_page_that_its_own_answers_change_is_asked_for_while_it_is_filled_in() -> None:
    assert drawn("use").one("form", id="form")["data-live"] == "/nl/live/use"
    assert not drawn("things").one("form", id="form").has("data-live")


def test_how_many_may_be_ticked_is_said_once() -> None:
    assert "Kies ten hoogste 2 antwoorden." in drawn("use").one(id="q-reasons").text
    asked = "# a: A\n\n## q  {at most 2}\nWaarom? Kies ten hoogste twee redenen.\n"
    text = f"{asked}- [ ] a: A\n- [ ] b: B\n- [ ] c: C\n"
    study = study_of(text, SETTINGS.format("nl"))
    page = read_page(question_page(make_site(study), preview(study, "all_of_them"), "q", Form(), "nl"))
    assert page.all(class_="hint") == []
    assert page.one(class_="options")["data-most"] == "2"


def test_options_stand_in_the_order_drawn_for_the_interview() -> None:
    lines = "".join(f"- ( ) o{one}: Optie {one}\n" for one in range(8))
    study = study_of(f"# a: A\n\n## q  {{shuffle}}\nWat?\n{lines}", SETTINGS.format("nl"))
    site, interview = make_site(study), walk(study, Answers())
    orders = {
        tuple(
            one["value"]
            for one in read_page(question_page(site, interview, "q", Form(seed=seed), "nl")).all(
                "input", name="q"
            )
        )
        for seed in range(4)
    }
    assert len(orders) > 1
    assert {tuple(sorted(one)) for one in orders} == {tuple(f"o{one}" for one in range(8))}


def test_a_page_that_is_not_on_the_route_is_no_page() -> None:
    with pytest.raises(KeyError):
        question_page(page_site(), interview_at(), "nowhere", Form(), "nl")
    with pytest.raises(KeyError):
        question_fragment(page_site(), interview_at(), "more[speed]", Form(), "nl")
    with pytest.raises(KeyError):
        preview_page(page_site(), "maker", "nowhere", "nl")


def test_a_preview_shows_everything_and_sends_nothing() -> None:
    page = read_page(preview_page(page_site(), "maker", "use", "nl"))
    assert page.all("form") == []
    assert page.all("button") == []
    assert "hier wordt niets bewaard" in page.one("aside").text
    assert [one["id"] for one in page.all(class_="question")] == ["q-usage", "q-reasons"]
    hrefs = {one["href"] for one in page.all("a")}
    assert {"/preview/other/nl/use", "/preview/maker/en/use", "/preview/maker/nl/things"} <= hrefs


def test_reading_about_privacy_leaves_what_is_typed_alone() -> None:
    link = drawn("use").one("a", href="/nl/privacy")
    assert link["target"] == "_blank"
    assert "opent in een nieuw tabblad" in link.text
