"""A shown questionnaire: everything it asks, of whom, in whose words, and what may stay empty."""

import re
from math import ceil

import page as page_validation
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from show_study import QUESTIONNAIRE, SETTINGS, lines, maps, part, row_line, shown, under, write_show_study
from small_study import compose

from peil.interview.simulate import simulate
from peil.interview.walk import walk
from peil.report.compose.show_phrases import SHOWN
from peil.report.document import Document, Heading, NumberedTable
from peil.report.html.write import to_html
from peil.report.outline import plain_text
from peil.report.pdf.write import to_pdf
from peil.report.route_map import Station, Stop
from peil.report.show import prove
from peil.study.proof.length import route_lengths
from peil.study.study import Study
from random_studies import studies

JOBLESS = "wie bij vraag 1 “Geen werk” antwoordde"


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return write_show_study(tmp_path_factory.mktemp("shown") / "study")


@pytest.fixture(scope="module")
def document(study: Study) -> Document:
    return shown(study)


def headings(document: Document, level: int) -> list[str]:
    blocks = (block for block in document.blocks if isinstance(block, Heading))
    return [plain_text(block.text) for block in blocks if block.level == level]


def whole(document: Document) -> str:
    return "\n".join(line for block in document.blocks for line in lines(block))


# ---- What it is


def test_it_says_what_it_is(document: Document) -> None:
    assert document.title == "Vragenlijst: Werk en AI"
    assert document.front == (
        ("Wat dit is", "De vragenlijst, alle rollen naast elkaar"),
        ("Opdrachtgever", "De Bond"),
        ("Taal", "Nederlands"),
        ("Omvang", "8 vragen in 3 onderdelen"),
    )
    assert headings(document, 1) == ["In het kort", "Routekaart", "Vragen"]


def test_every_question_stands_there_once_in_order(study: Study, document: Document) -> None:
    assert headings(document, 3) == [
        "Vraag 1 · employment",
        "Vraag 2 · size",
        "Vraag 3 · usage",
        "Vraag 4 · reasons",
        "Vraag 5 · detail",
        "Vraag 6 · ability",
        "Vraag 7 · order",
        "Vraag remarks",
        "Mededeling · thanks",
    ]
    assert len(study.questionnaire.questions) == 9


def test_roles_are_told_in_order(document: Document) -> None:
    assert under(document, "show-roles")[1:] == [
        "- zelfstandige: wie bij vraag 1 “Zelfstandige” antwoordde",
        "- werknemer: wie bij vraag 1 “Werknemer” antwoordde",
        "- anders: alle anderen",
    ]


def test_lengths_are_those_proved(study: Study, document: Document) -> None:
    table = next(block for block in part(document, "show-lengths") if isinstance(block, NumberedTable))
    names = {"zzp": "zelfstandige", "staff": "werknemer", "rest": "anders"}
    expected = []
    for one in route_lengths(study):
        numbers = [
            str(number)
            for length in (one.shortest, one.longest)
            for number in (length.questions, length.pages, ceil(length.seconds / 60))
        ]
        expected.append(" | ".join([names[one.role], *numbers]))
    assert [row_line(row) for row in table.grid.body] == expected
    assert "238 woorden per minuut, 3 seconden voor een keuze" in table.base


# ---- Who is asked


def test_who_is_asked_is_said_as_in_the_annex_of_a_report(study: Study, document: Document) -> None:
    report, problems = compose(study, "# Vragen  {annex}\n\n::: annex questionnaire\n:::\n")
    assert problems == []
    for question in study.questionnaire.questions:
        told = under(report, f"annex-question-{question.id}")[0]
        assert under(document, f"question-{question.id}")[0] == told, question.id


def test_who_is_asked_is_told_with_ends_repeats_and_what_comes_later(document: Document) -> None:
    asked = {
        name: under(document, f"question-{name}") for name in ("size", "detail", "remarks", "employment")
    }
    assert asked["size"][0] == "Gesteld aan wie bij vraag 1 “Werknemer” antwoordde."
    assert asked["detail"][0] == "Gesteld voor elk gekozen antwoord op vraag 4."
    assert asked["remarks"][0] == "Gesteld aan iedereen. Gesteld aan het einde van de vragenlijst."
    assert (
        asked["employment"][-1] == f"Na deze pagina eindigt de vragenlijst voor {JOBLESS}. Uitkomst: no_work."
    )


# ---- In whose words


def test_words_that_differ_stand_side_by_side(document: Document) -> None:
    assert under(document, "question-usage")[1:] == [
        "zelfstandige | werknemer, anders",
        "Gebruikt u AI voor uw opdrachten? | Gebruikt u AI?",
        "Eén antwoord. Een antwoord is verplicht.",
        "Code | Antwoord: zelfstandige | Antwoord: werknemer, anders | Bijzonderheden",
        "1 | Bij de meeste opdrachten | Vaak | ",
        "2 | Nooit | ",
        "3 | Weet ik niet | Geen inhoudelijk antwoord",
    ]
    for block in part(document, "question-usage"):
        if isinstance(block, NumberedTable):
            rows = (*block.grid.head, *block.grid.body)
            assert len({sum(cell.columns for cell in row) for row in rows}) == 1


def test_words_of_a_role_that_is_never_asked_are_not_shown(tmp_path) -> None:
    text = QUESTIONNAIRE.replace(
        "hebt u? ___ [0..]", "hebt u? ___ [0..]\n  for zzp: Nooit gelezen: ___ [0..]"
    )
    document = shown(write_show_study(tmp_path, text))
    assert under(document, "question-size")[1] == "Hoeveel collega's hebt u? ____ (vanaf 0)"
    assert "Nooit gelezen" not in whole(document)


def test_one_role_gets_its_own_questions_and_words(study: Study) -> None:
    document = shown(study, role="zzp")
    assert document.front[0][1] == "De vragenlijst zoals wie antwoordt als zelfstandige die krijgt"
    assert "Vraag 2 · size" not in headings(document, 3)
    assert under(document, "question-usage")[:2] == [
        "Gesteld aan iedereen in deze rol.",
        "Gebruikt u AI voor uw opdrachten?",
    ]
    assert "Gebruikt u AI?" not in whole(document)
    assert "no_work" not in whole(document)  # nobody in this role can come to that end
    assert [row_line(row) for row in maps(document)[0].data.head] == ["Vraag | zelfstandige | Gesteld aan"]


def test_a_study_without_roles_has_one_lane_for_everyone(tmp_path) -> None:
    settings = '[about]\ntitle = "T"\nlanguages = ["nl", "en", "fr"]\n'
    first = "# a: A\n\n## age\nend if age < 16: young\nHoe oud? ___ [0..99]\n"
    text = f"{first}\n---\n\n## b\nif age > 50\nEn? ____\n"
    young = "wie bij vraag 1 minder dan 16 invulde"
    document = shown(write_show_study(tmp_path, text, settings))
    assert document.front[0][1] == "De vragenlijst"
    assert [row_line(row) for row in maps(document)[0].data.body] == [
        "1 Hoe oud? | altijd gesteld | Iedereen",
        f"Eerder einde: young | eerder einde, voor een deel | {young}",
        "2 En? | gesteld aan een deel | wie bij vraag 1 meer dan 50 invulde",
    ]


def test_a_language_without_phrases_is_told_in_english(study: Study) -> None:
    document = shown(study, "fr")
    assert document.language == "fr"
    assert dict(document.front)["Language"] == "French"
    assert under(document, "question-size")[0] == "Asked of those who answered “Werknemer” to question 1."


def test_a_translation_is_used(study: Study) -> None:
    assert "1 | Bij de meeste opdrachten | Often | " in under(shown(study, "en"), "question-usage")


def test_both_languages_have_the_same_phrases_with_the_same_values() -> None:
    dutch, english = SHOWN["nl"], SHOWN["en"]
    assert dutch.keys() == english.keys()
    for key, words in dutch.items():
        assert set(re.findall(r"\{(\w+)\}", words)) == set(re.findall(r"\{(\w+)\}", english[key])), key


# ---- What is asked


def test_what_may_stay_empty_is_told_beside_what_is_required(document: Document) -> None:
    rules = {
        name: " ".join(under(document, f"question-{name}")) for name in ("employment", "ability", "detail")
    }
    assert "Een antwoord is verplicht. Het vak naast “Anders” mag leeg blijven." in rules["employment"]
    assert (
        "Elk onderdeel dat iemand ziet, is verplicht. Een onderdeel dat geen naam krijgt, mag leeg blijven."
        in rules["ability"]
    )
    assert "Open antwoord. Mag worden overgeslagen." in rules["detail"]
    assert "verplicht" not in rules["detail"]


def test_fills_and_blanks_are_drawn_as_what_they_are(document: Document) -> None:
    reasons = under(document, "question-reasons")
    assert reasons[2] == (
        "Waarom, als u ‹antwoord op vraag 3› koos? | U koos ‹antwoord op vraag 3, of anders: AI›. Waarom?"
    )
    assert reasons[4:] == [
        "Code | Antwoord | Bijzonderheden",
        "1 | Sneller | ",
        "2 | Goedkoper, met ____ (0 t/m 100, 1 decimaal) procent | ",
        "3 | Anders, namelijk ____ | Blijft achteraan",
        "4 | Geen van deze | Sluit andere antwoorden uit; blijft achteraan",
    ]
    assert under(document, "question-detail")[1] == (
        "Wat helpt bij ‹het antwoord op vraag 4 waar het om gaat›? ____"
    )


def test_what_was_carried_over_is_told_where_it_stands(document: Document) -> None:
    order = under(document, "question-order")
    assert order[2] == (
        "Elk antwoord krijgt een plaats. De antwoorden worden op volgorde gezet. Een antwoord is verplicht."
    )
    assert order[4] == "Sneller | Alleen als dit bij vraag 4 is gekozen of ingevuld"
    assert order[6].endswith("toont wat de respondent zelf schreef")
    assert order[7] == "Loon | "


def test_what_was_carried_over_whole_is_told_once(tmp_path) -> None:
    text = QUESTIONNAIRE.replace("options from reasons\n- pay: Loon", "options from reasons")
    order = under(shown(write_show_study(tmp_path, text)), "question-order")
    assert order[2].endswith("Alleen wat bij vraag 4 is gekozen of ingevuld.")
    assert order[4] == "Sneller | "


def test_conditions_of_rows_are_told(document: Document) -> None:
    assert "Overleg | Alleen wie bij vraag 1 iets anders dan “Zelfstandige” antwoordde" in under(
        document, "question-ability"
    )


def test_an_answer_of_its_own_beside_carried_ones_tells_its_condition(tmp_path) -> None:
    """Here and in a report's annex: only what came over is told by where it came from."""
    text = QUESTIONNAIRE.replace("- pay: Loon", "- pay: Loon  {if employment is staff}")
    study = write_show_study(tmp_path, text)
    told = "wie bij vraag 1 “Werknemer” antwoordde"
    assert under(shown(study), "question-order")[-1] == f"Loon | Alleen {told}"
    report, _ = compose(study, "# Vragen  {annex}\n\n::: annex questionnaire\n:::\n")
    assert under(report, "annex-question-order")[-1] == f"- Loon (alleen {told})"
    assert under(report, "annex-question-order")[-2] == "- Anders, namelijk …"


def test_a_role_that_nobody_can_have_is_told(tmp_path) -> None:
    odd = SETTINGS.replace(
        '"employment is staff"', '"employment is zzp and usage is never and usage is often"'
    )
    study = write_show_study(tmp_path, settings=odd)
    table = next(block for block in part(shown(study), "show-lengths") if isinstance(block, NumberedTable))
    assert table.cautions == "Niemand komt in deze rol tot het einde: werknemer."
    document = shown(study, role="staff")
    assert whole(document) == "Niemand kan in deze rol komen: er is niets te tonen."


# ---- The map


def test_the_map_shows_who_comes_past_what(document: Document) -> None:
    rows = [row_line(row) for row in maps(document)[0].data.body]
    assert rows[:4] == [
        "1 Wat bent u? | altijd gesteld | altijd gesteld | altijd gesteld | Iedereen",
        f"Eerder einde: no_work | – | – | eerder einde, voor een deel | {JOBLESS}",
        "2 Hoeveel collega's hebt u? | – | altijd gesteld | – | wie bij vraag 1 “Werknemer” antwoordde",
        "3 Gebruikt u AI? | altijd gesteld | altijd gesteld | altijd gesteld | Iedereen",
    ]
    assert rows[-1].startswith("Nog iets? | altijd")  # asked later, so it stands last
    assert maps(document)[0].chart.sections[-1].title == "Aan het einde van de vragenlijst"


@pytest.mark.slow
@settings(max_examples=25)
@given(study=studies, seed=st.integers(0, 99))
def test_no_interview_passes_the_map_by(study: Study, seed: int) -> None:
    document = shown(study)
    stops: dict[str, Stop] = {}
    for figure in maps(document):
        for row in figure.chart.rows:
            if isinstance(row, Station):
                stops[row.number] = row.stops[0]
    numbers = {question.id: str(place) for place, question in enumerate(study.questionnaire.questions, 1)}
    told = {text.split()[1] for text in headings(document, 3)}
    for response in simulate(study, 5, seed):
        interview = walk(study, response.answers)
        asked = {step.step.question for page in interview.pages for step in page.steps}
        for question in asked:
            assert numbers[question] in told
            assert stops[numbers[question]] is not Stop.NEVER
        if interview.outcome == "complete":
            for question, number in numbers.items():
                assert question in asked or stops.get(number) is not Stop.ALWAYS


# ---- As files


@pytest.mark.slow
def test_the_page_holds_it_all_and_fetches_nothing(document: Document) -> None:
    page = to_html(document)
    for words in (
        "Na deze pagina eindigt",
        "‹antwoord op vraag 3›",
        "Bij de meeste opdrachten",
        "De kaart als tabel",
    ):
        assert words in page
    assert "<script" not in page
    assert page.count('role="img"') == 2


@pytest.mark.slow
def test_on_paper_it_conforms_to_pdf_ua_1(study: Study, document: Document) -> None:
    for made in (document, shown(study, "en", "staff")):
        pdf = to_pdf(made)
        report = page_validation.validate_pdf_bytes(pdf, profile=page_validation.ValidationProfile.PDF_UA_1)
        assert report.is_compliant
        opened = pypdfium2.PdfDocument(pdf)
        assert opened.get_metadata_dict()["Title"] == made.title
        opened.close()


def test_the_proof_is_of_the_study_itself(study: Study) -> None:
    assert prove(study).study is study
