"""The reference study through the whole line, and what becomes of it when its data change."""

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import page as pdf_checker
import pypdfium2
import pytest

from peil import line, reportline
from peil.core.problem import Problem, Severity
from peil.report.document import Document, Figure, NumberedTable
from peil.report.html.write import to_html
from peil.report.pdf.write import to_pdf
from peil.report.template.part import Part
from published_reference import composed as composed_in
from published_reference import published_with

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "studies" / "genai-creative-work"
DATA = REFERENCE / "data" / "responses-synthetic.csv"
ITEMS_IN_SOURCE_ORDER = [
    *("employment", "organisation", "size", "sector", "usage", "reasons", "replacement", "factors"),
    *("price_pressure", "chosen_over", "hours_now", "hours_future", "turnover_now", "turnover_future"),
    *("turnover_fall", "start", "lost", "lost_share", "loss_expected", "loss_share_expected", "work_same"),
    *("statements_tasks", "statements_roles", "statements_new_tasks", "statements_division"),
    *("statements_together", "statements_routine", "statements_complex", "statements_replaces"),
    *("statements_pressure", "statements_joy", "statements_room", "statements_creative_part"),
    *("norms", "which_norms"),
]
TABLES_IN_SOURCE_ORDER = [
    *("respondents", "population-cbs2025q3", "population-cbs2025q3-weights", "boekman2025-use", "ability"),
    *("switch", "boekman2025-jobs12", "boekman2025-jobs5", "remarks_coded", "talks"),
]


@pytest.fixture(scope="module")
def composed() -> tuple[Document, tuple[Problem, ...]]:
    return composed_in("nl")


@pytest.fixture(scope="module")
def document(composed) -> Document:
    return composed[0]


@pytest.fixture(scope="module")
def html(document) -> str:
    return to_html(document)


@pytest.fixture(scope="module")
def pdf(document) -> bytes:
    return to_pdf(document)


def words_of(pdf: bytes) -> str:
    opened = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in opened)


def test_every_sentence_is_true(composed) -> None:
    assert [str(problem) for problem in composed[1] if problem.severity is not Severity.INFO] == []


def test_figures_and_tables_are_numbered_as_in_the_source(document) -> None:
    figures = [(block.number, block.anchor) for block in document.blocks if isinstance(block, Figure)]
    tables = [(t.number, t.anchor) for t in document.blocks if isinstance(t, NumberedTable) and t.number]
    assert figures == list(enumerate(ITEMS_IN_SOURCE_ORDER, 1))
    assert tables == list(enumerate(TABLES_IN_SOURCE_ORDER, 1))


def test_all_figures_and_tables_are_in_both_formats(document, html, pdf) -> None:
    printed = words_of(pdf)
    for block in document.blocks:
        if isinstance(block, Figure | NumberedTable) and block.number:
            name = f"{'Figuur' if isinstance(block, Figure) else 'Tabel'} {block.number}."
            assert name in printed.replace("\u00a0", " "), name
            assert name in html.replace("\u00a0", " ").replace("&nbsp;", " "), name
    assert len(set(re.findall(r"<figure[^>]* id=\"([\w-]+)\"", html))) >= 35


def test_the_pdf_passes_the_checker_and_a_damaged_one_does_not(pdf) -> None:
    profile = pdf_checker.ValidationProfile.PDF_UA_1
    assert pdf_checker.validate_pdf_bytes(pdf, profile=profile).is_compliant
    damaged = pdf.replace(b"/Marked true", b"/Marked false")
    assert damaged != pdf
    assert not pdf_checker.validate_pdf_bytes(damaged, profile=profile).is_compliant


def test_the_same_study_gives_the_same_bytes(html, pdf) -> None:
    """The gate's part of it: test_same_bytes."""
    again, _ = published_with(line.read_sound_study(REFERENCE)).compose(Part.REPORT, "nl")
    assert to_html(again) == html
    assert to_pdf(again) == pdf


def test_synthetic_data_are_labelled_wherever_they_show(document, html, pdf) -> None:
    assert "ynthetisch" in document.warning
    assert all(
        "ynthetisch" in block.chart.synthetic for block in document.blocks if isinstance(block, Figure)
    )
    opened = pypdfium2.PdfDocument(pdf)
    assert all("ynthetisch" in page.get_textpage().get_text_bounded() for page in opened)
    assert "ynthetisch" in html.split("<h2", 1)[0]


def test_the_hidden_group_is_nowhere(document) -> None:
    """Six respondents have another labour relation; no figure by labour relation tells of them."""
    for block in document.blocks:
        if isinstance(block, Figure) and block.chart.categories[0].startswith("Totaal"):
            assert not any(label.startswith("Anders") for label in block.chart.categories)


def changed(tmp_path: Path, row_id: str, variable: str, value: str) -> Path:
    """Write the data with one answer of one row changed."""
    rows = list(csv.DictReader(io.StringIO(DATA.read_text(encoding="utf-8"))))
    next(row for row in rows if row["id"] == row_id)[variable] = value
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    path = tmp_path / "changed-synthetic.csv"
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


def test_a_changed_answer_makes_its_sentences_untrue_and_no_others(tmp_path) -> None:
    """An employer who used it often and now does so rarely."""
    path = changed(tmp_path, "syn005", "usage", "rarely")
    _, problems = reportline.compose_report(line.read_sound_study(REFERENCE), path, language="nl")
    told = [problem for problem in problems if problem.severity is not Severity.INFO]
    assert told
    assert {problem.code for problem in told} <= {"R001", "R004", "R006"}
    source = (REFERENCE / "report" / "02-resultaten.md").read_text(encoding="utf-8").splitlines()
    for problem in told:
        if problem.span.file.endswith("02-resultaten.md"):
            at = source[problem.span.line - 1][problem.span.column - 1 :]
            binding = re.match(r"\[[^\]]*\]\{= ([^}]*)\}", at)
            assert binding is not None, at[:60]
            assert "usage" in binding[1]
    messages = " ".join(problem.message for problem in told)
    assert '"46%"' in messages
    assert "43%" in messages


def test_the_demo_goes_through(tmp_path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "demo.py"), str(REFERENCE)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "540" in done.stdout
    assert "SYNTHETIC" in done.stdout
    for language in ("nl", "en"):
        made = {path.name for path in (tmp_path / "out" / "report").glob(f"*.{language}.*")}
        assert {f"report.{language}.{ending}" for ending in ("html", "pdf", "docx", "xlsx")} <= made
        assert {f"deck.{language}.pptx", f"press.{language}.pdf"} <= made
        there = {path.name for path in (tmp_path / "out" / "site" / "downloads").glob(f"*.{language}.*")}
        assert there == made | {f"data.{language}.zip"}
    assert (tmp_path / "out" / "site" / "index.html").exists()
    assert not (REFERENCE / "releases").exists()
