"""Codes in a report: bound numbers, a table, and how far coders agreed under it."""

from pathlib import Path

import pytest

from peil.core.problem import Severity
from peil.disclose.coding_fact import CodingFact
from peil.line import read_study
from peil.publishline import publish_site
from peil.report.compose.coding_note import tell_coding
from peil.report.document import NumberedTable
from peil.reportline import compose_publication, compose_report
from peil.study.study import Study
from remarks_study import ALL, FRAME, HEADER, ROWS, line, write_coded

REPORT = """\
# Remarks {findings}

## What they add

A fall in work is in [60%]{= remarks.coded: income} of the remarks, a worry in
[60%]{= remarks.coded: net:worries}, and
[3]{= count remarks.coded: income} of [5]{= base remarks.coded} say so.

::: table remarks
Remarks
show: remarks.coded
:::
"""


def study(folder: Path, codings: str = ALL, base: int = 2) -> Study:
    plan = f'[analysis]\ngroups = ["usage"]\n[disclosure]\nminimum_base = {base}\n'
    return read_study(write_coded(folder, codings, {"report/01-remarks.md": REPORT, "plan.toml": plan}))


def test_codes_are_bound_and_shown_like_any_item(tmp_path: Path) -> None:
    document, problems = compose_report(study(tmp_path), None, language="en")
    assert [str(one) for one in problems if one.severity is not Severity.INFO] == []
    (table,) = [block for block in document.blocks if isinstance(block, NumberedTable) and block.number]
    assert "“Often”" in table.base
    (note,) = table.notes
    assert "coded by 2 coders" in note[0].text


@pytest.mark.slow
def test_the_site_has_a_page_of_codes_without_naming_them(tmp_path: Path) -> None:
    page = "# Start\n\n## All\n\n::: explore\n:::\n\n## How\n\n::: annex methodology\n:::\n"
    plan = '[disclosure]\nminimum_base = 2\n[derived.any]\nif = "usage is often"\ntitle = "Any"\n'
    folder = write_coded(tmp_path / "study", ALL, {"site/10-start.md": page, "plan.toml": plan})
    published = publish_site(read_study(folder), out=tmp_path / "site")
    assert [one for one in published.problems if one.severity is Severity.ERROR] == []
    pages = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "site").glob("*/*.html")}
    assert "Answers in own words, coded by people." in pages["remarks.coded.html"]
    assert "any.html" not in pages


def test_agreement_is_told_of_as_many_as_a_base_needs(tmp_path: Path) -> None:
    shown = compose_publication(study(tmp_path / "a"), None).release.coded["remarks.coded"]
    assert shown == CodingFact(2, single=False, twice=None, alpha=None)
    many = "\n".join(f"s{number},thanks,complete,often,1,0,,no,Answer {number}" for number in range(12))
    said = "".join(
        line(f"s{number}", who, code, f"Answer {number}")
        for number in range(12)
        for who, code in (
            ("an", "income" if number % 2 else "tool"),
            ("bo", "income" if number % 3 else "tool"),
        )
    )
    frame = FRAME.replace('status = "final"', 'status = "final"\neach = 1')
    folder = write_coded(
        tmp_path / "b", HEADER + said, {"data/responses.csv": f"{ROWS}{many}\n", "coding/remarks.toml": frame}
    )
    fact = compose_publication(read_study(folder), None).release.coded["remarks.coded"]
    assert fact.twice == 12
    assert fact.alpha == pytest.approx(1 - (6 / 12) / (2 * 10 * 14 / (24 * 23)))
    assert fact.low is not None
    assert fact.high is not None
    assert -1 < fact.low < fact.alpha < fact.high < 1


def test_what_isnt_coded_to_the_end_stops_publishing(tmp_path: Path) -> None:
    found = compose_publication(study(tmp_path, ALL.replace(line("r2", "bo", ""), "")), None)
    assert "D059" in {one.code for one in found.problems if one.severity is Severity.ERROR}


@pytest.mark.parametrize(
    ("fact", "language", "told"),
    [
        (CodingFact(2, single=False, twice=40, alpha=0.875), "nl", "alfa 0,88 (MASI-afstand). Bij 1"),
        (CodingFact(2, single=True, twice=40, alpha=0.865), "en", "alpha is 0.87. At 1"),
        (
            CodingFact(2, single=True, twice=40, alpha=0.865, low=0.745, high=0.944),
            "nl",
            "tussen 0,75 en 0,94. Bij 1",
        ),
        (
            CodingFact(2, single=True, twice=40, alpha=0.865, low=-0.1, high=1.0),
            "en",
            "−0.10 and 1.00 19 times of 20",
        ),
        (CodingFact(2, single=True, twice=40, alpha=1.0, low=1.0, high=1.0), "en", "alpha is 1.00. At 1"),
        (CodingFact(1, single=True), "nl", "gecodeerd door één codeur. Hoe ver"),
        (CodingFact(3, single=True), "en", "coded by 3 coders. How far coders agree can't be told."),
    ],
)
def test_the_note_in_words(fact, language, told) -> None:
    assert told in tell_coding(fact, language)
