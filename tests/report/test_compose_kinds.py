"""Kinds of question that the small study hasn't: scales, rankings, repeats, matrices of several answers."""

import pytest
from small_study import compose, make_study

from peil.report.document import Bullets, Document, Heading, Paragraph
from peil.study.study import Study

QUESTIONNAIRE = """\
# a: Begin

## hello  {notice}
Welkom.

Tweede alinea.

## job
Wat doet u?
- ( ) boss: Baas
- ( ) worker: Werker

## score  {scale 0..2}
Hoe blij bent u?
- 0: Niet
- 2: Heel
- ( ) dk: Weet ik niet  {missing}

## why  {at least 1, at most 2, shuffle, optional}
Waarom?
- [ ] speed: Snelheid
- [ ] cost: Kosten, zo'n ___ [0..] euro
- [ ] other: Anders, namelijk ____

## detail  {for each why}
Hoeveel?
- ( ) much: Veel
- ( ) little: Weinig

## wishes  {ranking}
Zet op volgorde.
options from why
- pay: Loon

# b: Meer
if job is worker

## grid  {matrix}
Welke?
columns
- [ ] x: X
- [ ] y: Y
rows
- one: Een
- other1: ____

## age  {later: end}
U bent ___ [12..99] jaar.

## me  {contact}
Hoe bereiken we u?
- email: E-mail
"""
STUDY = '[about]\ntitle = "Alles"\nlanguages = ["nl"]\n'
PLAN = '[analysis]\ngroups = ["job"]\n'
RULES = "Meer antwoorden mogelijk. Kies er ten minste 1. Kies er hooguit 2. Mag worden overgeslagen."
BOXES = "De vakken naast “Kosten” en “Anders” mogen leeg blijven."
COUNTS = {
    "score": {None: {"0": 10, "1": 20, "2": 60, "dk": 10}},
    "detail[speed]": {None: {"much": 30, "little": 10}},
    "detail[cost]": {None: {"much": 5, "little": 15}},
}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder = tmp_path_factory.mktemp("study")
    return make_study(folder, questionnaire=QUESTIONNAIRE, plan=PLAN, study=STUDY)


def annex(study: Study) -> Document:
    document, problems = compose(study, "# Vragen  {annex}\n\n::: annex questionnaire\n:::\n")
    assert problems == []
    return document


def under(document: Document, anchor: str) -> list[str]:
    """Give the lines under a heading."""
    lines: list[str] = []
    heads = [place for place, block in enumerate(document.blocks) if isinstance(block, Heading)]
    start = next(place for place in heads if document.blocks[place].anchor == anchor)
    end = next((place for place in heads if place > start), len(document.blocks))
    for block in document.blocks[start + 1 : end]:
        if isinstance(block, Paragraph):
            lines.append("".join(run.text for run in block.text))
        if isinstance(block, Bullets):
            lines += ["- " + item[0].text[0].text for item in block.items]
    return lines


def test_steps_of_a_scale_are_named_by_number_and_label(study) -> None:
    text = "# T\n\n[60%]{= score: 2} [2 (heel)]{= mode score}\n\n::: figure f\nF\nshow: score\n:::\n"
    document, problems = compose(study, text, counts=COUNTS)
    assert problems == []
    assert document.blocks[2].chart.categories == ("0 (Niet)", "1", "2 (Heel)", "Weet ik niet")
    assert document.blocks[2].chart.muted == {3}


def test_a_repeat_is_named_by_the_option_it_is_asked_for(study) -> None:
    text = "# T\n\n[75%]{= detail[speed]: much}\n\n::: table f\nF\nshow: detail\n:::\n"
    counts = {**COUNTS, "detail[other]": {None: {"much": 20, "little": 20}}}
    document, problems = compose(study, text, counts=counts)
    assert problems == []
    assert document.blocks[1].text[0].origin == (
        "Vraag 4; Snelheid; Veel; 30 van 40; basis: wie bij de vraag “Waarom?” “Snelheid” aankruiste, en de "
        "vraag beantwoordde; tabel detail[speed]"
    )
    rows = [row[0].text[0].text for row in document.blocks[2].grid.body]
    assert rows == ["Snelheid", "Kosten", "Anders"]


def test_without_source_numbers_questions_go_by_their_place(study) -> None:
    document, _ = compose(study, "# T\n\n::: figure f\nF\nshow: score\n:::\n", counts=COUNTS)
    assert document.blocks[1].source == "Vraag 2, n = 100"


def test_a_number_has_no_options_to_show(study) -> None:
    _, problems = compose(study, "# T\n\n::: figure f\nF\nshow: age\n:::\n")
    assert [problem.code for problem in problems] == ["R008"]


def test_the_annex_tells_every_rule_of_a_question(study) -> None:
    document = annex(study)
    assert under(document, "annex-question-hello") == ["Getoond aan iedereen.", "Welkom.", "Tweede alinea."]
    assert under(document, "annex-question-why") == [
        "Gesteld aan iedereen.",
        "Waarom?",
        f"{RULES} {BOXES} De volgorde van de antwoorden wisselt per respondent.",
        "- Snelheid",
        "- Kosten, zo'n … euro",
        "- Anders, namelijk …",
    ]
    assert under(document, "annex-question-detail")[0] == "Gesteld voor elk gekozen antwoord op vraag 3."
    assert under(document, "annex-question-score")[2:] == [
        "Een schaal van 0 tot en met 2.",
        "- 0 (Niet)",
        "- 1",
        "- 2 (Heel)",
        "- Weet ik niet",
    ]
    assert under(document, "annex-question-wishes")[2:] == [
        "De antwoorden worden op volgorde gezet. Alleen wat bij vraag 3 is gekozen of ingevuld.",
        "- Snelheid",
        "- Kosten, zo'n … euro",
        "- Anders, namelijk …",
        "- Loon",
    ]
    assert under(document, "annex-question-grid")[2:] == [
        "Meer antwoorden mogelijk. Een onderdeel dat geen naam krijgt, mag leeg blijven.",
        "Onderdelen",
        "- Een",
        "- in te vullen door de respondent",
        "Antwoorden per onderdeel",
        "- X",
        "- Y",
    ]
    assert "Gesteld aan het einde van de vragenlijst." in under(document, "annex-question-age")[0]
    assert under(document, "annex-question-age")[2] == "Een getal van 12 tot en met 99."
    assert under(document, "annex-question-me")[2:] == [
        "Contactgegevens, apart van de antwoorden bewaard.",
        "- E-mail",
    ]


def test_titles_of_the_plan_head_items_in_tables(tmp_path) -> None:
    plan = f'{PLAN}\n[titles]\njob = "Baan"\n"detail[speed]" = "Hoeveel sneller"\n'
    own = make_study(tmp_path, questionnaire=QUESTIONNAIRE, plan=plan, study=STUDY)
    counts = {**COUNTS, "job": {None: {"boss": 20, "worker": 30}}}
    repeats = "::: table g\nG\nshow: detail[speed], detail[cost]\n:::"
    text = f"# T\n\n::: table f\nF\nshow: job, score\n:::\n\n{repeats}\n"
    document, problems = compose(own, text, counts=counts)
    assert problems == []
    blocks = [row[0].text[0].text for row in document.blocks[1].grid.body if len(row) == 1]
    assert blocks == ["Baan (n = 50)", "Hoe blij bent u? (n = 100)"]
    assert [row[0].text[0].text for row in document.blocks[2].grid.body] == ["Hoeveel sneller", "Kosten"]
