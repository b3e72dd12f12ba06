"""The page for the press: its blocks in any text, and the page itself on one side of paper."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import page as page_validation
import pypdfium2
import pytest
from sample_document import REASONS, bars_chart, figure, grouped_chart, sample_document, text
from small_study import PLAN, STUDY, compose, make_study, write

from peil.core.span import Span
from peil.report.document import Bullets, Document, Heading, KeyNumber, KeyNumbers, Paragraph, Run
from peil.report.press.write import arrange, count_pages, set_press, write_press
from peil.report.template.part import Part
from peil.report.template.read import read_template

HERE = Span("press/1.md")
OFTEN = "[30%]{= usage: often}"
DATES = 'report_date = 2026-04-17\nopens = 2026-03-02\ncloses = 2026-03-30\ncontact = "vragen@bond.example"'


def keys(*lines: str) -> str:
    return "# T\n\n::: key\n" + "\n".join(lines) + "\n:::\n"


def words(document: Document) -> list[str]:
    return ["".join(run.text for run in one.text) for one in document.blocks if isinstance(one, Paragraph)]


# ---- Headline numbers


def test_a_key_number_is_its_bound_value_and_what_it_is_of(tmp_path: Path) -> None:
    lines = (
        f"- {OFTEN} gebruikt het vaak",
        "- [meer dan de helft]{= claim reasons: speed > 50%} om *tijd*\n  te winnen",
    )
    document, problems = compose(make_study(tmp_path), keys(*lines))
    assert problems == []
    (block,) = (one for one in document.blocks if isinstance(one, KeyNumbers))
    assert [[run.text for run in number.value] for number in block.numbers] == [
        ["30%"],
        ["meer dan de helft"],
    ]
    assert "".join(run.text for run in block.numbers[1].words) == "om tijd te winnen"
    assert block.numbers[0].words[0].text == "gebruikt het vaak"
    assert all(number.value[0].origin for number in block.numbers)


def test_as_a_list_nothing_of_a_key_number_is_lost() -> None:
    number = KeyNumber((Run("46%", origin="Vraag 6"),), (Run("gebruikt "), Run("het", bold=True)))
    assert KeyNumbers((number,)).as_list() == Bullets(
        ((Paragraph((Run("46%", origin="Vraag 6"), Run(" "), Run("gebruikt "), Run("het", bold=True))),),)
    )


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["- 30% gebruikt het"], [("R009", 4), ("R013", 4)]),
        (["- [30%]{plain} gebruikt het"], [("R013", 4)]),
        ([f"- Van hen gebruikt {OFTEN} het"], [("R013", 4)]),
        ([f"- {OFTEN}"], [("R013", 4)]),
        ([f"{OFTEN} gebruikt het"], [("R013", 4)]),
        ([], [("R013", 3)]),
        ([f"- {OFTEN} gebruikt het"] * 7, [("R013", 3)]),
        ([f"- {OFTEN} gebruikt het, 12 keer vaker"], [("R009", 4), ("R010", 4)]),
        (["- [31%]{= usage: often} gebruikt het"], [("R001", 4)]),
        (["- [50%]{= usage: often | employment: other} gebruikt het"], [("R007", 4)]),
    ],
    ids=[
        "unbound",
        "plain",
        "not-first",
        "no-words",
        "no-dash",
        "none",
        "seven",
        "in-words",
        "untrue",
        "hidden",
    ],
)
def test_a_key_number_is_a_finding_wherever_it_stands(
    lines: list[str], found: list[tuple[str, int]], tmp_path: Path
) -> None:
    _, problems = compose(make_study(tmp_path), keys(*lines))
    assert sorted((problem.code, problem.span.line) for problem in problems) == found


def test_a_hidden_key_number_is_not_printed(tmp_path: Path) -> None:
    document, _ = compose(make_study(tmp_path), keys("- [50%]{= usage: often | employment: other} zegt dit"))
    (block,) = (one for one in document.blocks if isinstance(one, KeyNumbers))
    assert [run.text for run in block.numbers[0].value] == ["[niet getoond]"]


# ---- Method and embargo


def test_the_note_on_method_tells_what_the_study_knows(tmp_path: Path) -> None:
    study = STUDY.replace("report_date = 2026-04-17", DATES).replace('["nl", "en"]', '["nl"]')
    document, problems = compose(make_study(tmp_path, study=study), "# T\n\n::: method\n:::\n")
    assert problems == []
    assert " ".join(words(document)) == (
        "Deze uitkomsten berusten op 130 ingevulde vragenlijsten. Het veldwerk liep van 2 maart 2026 tot en "
        "met 30 maart 2026. De deelnemers hebben zichzelf aangemeld. De percentages gelden voor wie meedeed; "
        "hoe het met anderen staat, is er niet mee gemeten. De antwoorden zijn niet gewogen. Uitvoering: Het "
        "Bureau. Vragen over het onderzoek: vragen@bond.example."
    )
    (paragraph,) = (one for one in document.blocks if isinstance(one, Paragraph))
    assert [run.link for run in paragraph.text if run.link] == ["mailto:vragen@bond.example"]


def test_what_the_study_does_not_know_is_left_out_of_the_method(tmp_path: Path) -> None:
    document, _ = compose(make_study(tmp_path), "# T\n\n::: method\n:::\n", "en")
    assert " ".join(words(document)) == (
        "These results rest on 130 questionnaires. Participants came forward by themselves. Percentages are "
        "of those who took part; how others fare was not measured. Answers are not weighted. Carried out by "
        "The Agency."
    )


def test_a_drawn_sample_is_told_as_one(tmp_path: Path) -> None:
    plan = PLAN.replace("[analysis]", '[analysis]\nsampling = "probability"')
    study = make_study(tmp_path, plan=plan, study=STUDY.replace('["nl", "en"]', '["nl"]'))
    document, _ = compose(study, "# T\n\n::: method\n:::\n")
    assert "De deelnemers komen uit een aselecte steekproef." in words(document)[0]
    assert "aangemeld" not in words(document)[0]


@pytest.mark.parametrize(
    ("until", "language", "said"),
    [
        ("2026-06-01", "nl", "Embargo tot 1 juni 2026"),
        ("2026-06-01 09:05", "nl", "Embargo tot 1 juni 2026, 09.05 uur"),
        ("2026-06-01", "en", "Under embargo until 1 June 2026"),
        ("2026-06-01 09:05", "en", "Under embargo until 1 June 2026, 09:05"),
    ],
)
def test_an_embargo_is_told_in_full(until: str, language: str, said: str, tmp_path: Path) -> None:
    document, problems = compose(make_study(tmp_path), f"# T\n\n::: embargo\n{until}\n:::\n", language)
    assert problems == []
    assert words(document) == [said]


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("::: embargo\n1 juni\n:::", 4),
        ("::: embargo\n2026-02-30\n:::", 4),
        ("::: embargo\n2026-06-01 25:00\n:::", 4),
        ("::: embargo\n:::", 3),
        ("::: embargo\n2026-06-01\n2026-06-02\n:::", 3),
        ("::: method\nZo deden wij het.\n:::", 4),
    ],
)
def test_what_such_a_block_cannot_hold_is_a_problem(block: str, line: int, tmp_path: Path) -> None:
    document, problems = compose(make_study(tmp_path), f"# T\n\n{block}\n")
    assert [(problem.code, problem.span.line) for problem in problems] == [("R013", line)]
    assert problems[0].hint
    assert not any("Embargo" in one for one in words(document))


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("::: embargo\n2026-06-01\n:::", "::: embargo\n2026-06-02\n:::"),
        ("::: method\n:::", ""),
        (f"::: key\n- {OFTEN} doet dit\n:::", "::: key\n- [27%]{= usage: never} does this\n:::"),
    ],
)
def test_two_languages_say_the_same(dutch: str, english: str, tmp_path: Path) -> None:
    study = make_study(tmp_path)
    write(tmp_path, f"# T\n\n{dutch}\n")
    write(tmp_path, f"# T\n\n{english}\n", "en")
    _, problems = read_template(tmp_path, study, "en")
    assert {problem.code for problem in problems} == {"R022"}
    write(tmp_path, f"# T\n\n{dutch}\n".replace("doet dit", "does this"), "en")
    assert read_template(tmp_path, study, "en")[1] == ()


def test_the_text_for_the_press_is_read_from_its_own_folder(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / "1.md").write_text(keys(f"- {OFTEN} gebruikt het"), encoding="utf-8")
    template, problems = read_template(tmp_path, study, "nl", Part.PRESS)
    assert problems == ()
    assert len(list(template.bindings())) == 1


# ---- The page


def press_text(**changes: object) -> Document:
    numbers = KeyNumbers(
        (KeyNumber((Run("46%", origin="Vraag 6"),), text("van de werkgevers gebruikt het vaak")),) * 3
    )
    blocks = (
        Heading(1, "1", text("Bijna de helft van de werkgevers gebruikt AI vaak"), "kop"),
        Paragraph((Run("Embargo tot 1 juni 2026", bold=True),)),
        numbers,
        Paragraph(text("Vooral om sneller te werken, zeggen zij. " * 4)),
        figure(1, bars_chart()),
        Heading(2, "1.1", text("Hoe het is gedaan"), "hoe"),
        Paragraph(text("De deelnemers hebben zichzelf aangemeld. " * 4)),
    )
    made = sample_document(blocks=blocks, notes={}, date=dt.date(2026, 6, 1))
    return replace(made, **changes)


def text_of(pdf: bytes) -> str:
    opened = pypdfium2.PdfDocument(pdf)
    told = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in opened)
    opened.close()
    return told


def test_the_page_has_the_first_heading_as_its_title_and_no_numbers() -> None:
    page = arrange(press_text())
    assert page.title == "Bijna de helft van de werkgevers gebruikt AI vaak"
    assert page.subtitle == "Generatieve AI en creatief werk"
    assert [one.number for one in page.blocks if isinstance(one, Heading)] == [""]


def test_a_page_without_a_heading_has_the_studys_title() -> None:
    page = arrange(press_text(blocks=(Paragraph(text("Tekst")),)))
    assert (page.title, page.subtitle) == (
        "Generatieve AI en creatief werk",
        "Gebruik, gevolgen en verwachtingen van makers",
    )


def test_the_pdf_is_one_page_with_everything_on_it() -> None:
    pdf, problems = set_press(press_text(watermark="concept"), HERE)
    assert problems == ()
    assert count_pages(pdf) == 1
    told = text_of(pdf)
    for piece in (
        "Bijna de helft van de werkgevers",
        "Opdrachtgever: Kunstenbond",
        "Embargo tot 1 juni 2026",
        "46% van de werkgevers gebruikt het vaak",
        REASONS[0],
        "Hoe het is gedaan",
        "Dit rapport rust op synthetische gegevens",
        "CONCEPT",
    ):
        assert piece in told
    assert "Inhoud" not in told


@pytest.mark.parametrize(
    "profile", [page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A]
)
def test_the_pdf_conforms(profile: page_validation.ValidationProfile) -> None:
    pdf, _ = set_press(press_text(), HERE)
    report = page_validation.validate_pdf_bytes(pdf, profile=profile)
    assert [failure.rule_id for failure in report.failures] == []


def test_what_runs_over_is_a_problem_with_its_repair() -> None:
    long = press_text(
        blocks=(*press_text().blocks, figure(2, grouped_chart()), Paragraph(text("Nog wat. " * 300)))
    )
    pdf, problems = set_press(long, HERE)
    assert count_pages(pdf) == 2
    assert " ".join(map(str, problems)) == (
        "press/1.md  R050  The page for the press takes 2 pages. Shorten the text, take a key number or the "
        "figure out, or show fewer answers in it."
    )


def test_html_and_pdf_say_the_same_and_are_the_same_each_time() -> None:
    document = press_text()
    assert write_press(document) == write_press(document)
    assert set_press(document, HERE) == set_press(document, HERE)
    page = write_press(document).decode()
    assert "<h1>Bijna de helft van de werkgevers gebruikt AI vaak</h1>" in page
    assert 'class="contents"' not in page
    assert "<title>Bijna de helft" in page
