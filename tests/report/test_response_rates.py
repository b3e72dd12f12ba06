"""Response rates in a report: computed from counts, never of too few, each with its assumption."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from small_study import FACTS, compose, make_study

from peil.fieldwork.disposition import Disposition
from peil.fieldwork.facts import Facts
from peil.fieldwork.response import NoRate, OpenCounts, ResponseCounts, response_rates
from peil.report.compose.phrase_table import PHRASES
from peil.report.document import Document, NumberedTable, Paragraph

D = Disposition
RATES = "# Method\n\n::: rates\n:::\n"
INVITED = {D.COMPLETE: 300, D.PARTIAL: 20, D.REFUSAL: 50, D.NOTHING_RETURNED: 1580, D.SCREENED_OUT: 50}


def known(
    invited: Mapping[Disposition, int] | None = None,
    opened: OpenCounts | None = None,
    no_rate: NoRate | None = None,
    *,
    going_on: bool = False,
) -> Facts:
    counts = ResponseCounts(dt.date(2026, 3, 2), going_on, 150, 91, invited, opened, no_rate)
    return replace(FACTS, response=response_rates(counts))


def told(document: Document) -> str:
    """Give all words of the chapter's body."""
    lines = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append("".join(run.text for run in block.text))
        if isinstance(block, NumberedTable):
            rows = (*block.grid.head, *block.grid.body)
            lines += [" | ".join("".join(run.text for run in one.text) for one in row) for row in rows]
    return "\n".join(lines)


def test_rates_of_the_invited_stand_with_counts_and_assumptions(tmp_path) -> None:
    document, problems = compose(make_study(tmp_path), RATES, "en", facts=known(INVITED))
    assert problems == []
    lines = told(document).splitlines()
    assert lines[0] == (
        "Response of 2,000 invited persons as of 2 March 2026, by the Standard Definitions of the American "
        "Association for Public Opinion Research (10th edition, 2023)."
    )
    assert lines[1] == "Rate | percentage | Counts | Assumption"
    lowest = "Whoever may not be eligible counts: the lowest that it can be."
    assert lines[2] == f"RR1 (complete) | 15.4% | 300 / 1,950 | {lowest}"
    assert lines[3] == f"RR2 (complete or partial) | 16.4% | 320 / 1,950 | {lowest}"
    # e = 370 / (370 + 50) = 0.8810; 370 + 0.8810 * 1580 = 1761.9
    assert lines[5].startswith("RR4 (complete or partial) | 18.2% | 320 / 1,761.9 | Of those who may not")
    assert "88.1% count" in lines[5]
    assert lines[7].startswith("RR6 (complete or partial) | 86.5% | 320 / 370 | ")
    assert len(lines) == 8


def test_in_dutch_and_while_fieldwork_goes_on(tmp_path) -> None:
    document, _ = compose(make_study(tmp_path), RATES, facts=known(INVITED, going_on=True))
    lines = told(document).splitlines()
    assert lines[0].startswith("Respons van 2.000 uitgenodigde personen, stand van 2 maart 2026")
    assert lines[0].endswith("Het veldwerk was toen nog niet gesloten.")
    assert lines[2].startswith("RR1 (volledig ingevuld) | 15,4% | 300 / 1.950 | ")
    assert "320 / 1.761,9" in lines[5]


def test_open_links_have_participation_and_completion(tmp_path) -> None:
    facts = known(None, OpenCounts(200, 150, 1000), NoRate.NOT_INVITED)
    lines = told(compose(make_study(tmp_path), RATES, "en", facts=facts)[0]).splitlines()
    assert lines[2].startswith("Participation rate | 20.0% | 200 / 1,000 | ")
    assert lines[3].startswith("Completion rate | 75.0% | 150 / 200 | ")
    assert lines[4].startswith("There is no response rate: nobody was invited")
    uncounted = known(None, OpenCounts(200, 150), NoRate.NOT_INVITED)
    assert "Participation rate" not in told(compose(make_study(tmp_path), RATES, "en", facts=uncounted)[0])


@pytest.mark.parametrize("profile", ["standard", "draft"])
def test_a_rate_of_fewer_than_ten_is_not_shown(tmp_path, profile: str) -> None:
    study = make_study(tmp_path)
    study = replace(
        study, plan=replace(study.plan, disclosure=replace(study.plan.disclosure, profile=profile))
    )
    few = known({D.COMPLETE: 4, D.REFUSAL: 4, D.NOTHING_RETURNED: 92}, OpenCounts(9, 5, 400))
    lines = told(compose(study, RATES, "en", facts=few)[0]).splitlines()
    assert [line.split()[0] for line in lines[2:6]] == ["RR1", "RR2", "RR3", "RR4"], "RR5 is of eight"
    assert lines[8].startswith("Participation rate | 2.3% | 9 / 400"), "of 400 visitors"
    assert lines[9] == "Rates of fewer than 10 persons are not shown."
    nobody = told(compose(study, RATES, "en", facts=known({D.COMPLETE: 9}))[0])
    assert nobody == "Rates of fewer than 10 persons are not shown."
    _, problems = compose(study, "# T\n\nOf all [50%]{= fact RR5} took part.\n", "en", facts=few)
    assert [one.code for one in problems] == ["R007"]


def test_rates_are_bound_like_other_numbers(tmp_path) -> None:
    study = make_study(tmp_path)
    text = (
        "# T  {findings}\n\nOf [2,000]{= fact invited} people [16%]{= fact RR2} took part, "
        "[16.4%]{= fact RR2} to be exact.\n"
    )
    assert compose(study, text, "en", facts=known(INVITED))[1] == []
    _, wrong = compose(study, text.replace("16%", "17%"), "en", facts=known(INVITED))
    assert [one.code for one in wrong] == ["R001"]
    assert "the data give 16% (320 / 1,950)" in str(wrong[0])
    document, unknown = compose(study, text, "en")
    assert [one.code for one in unknown] == ["R023"] * 3
    assert "16" not in told(document)
    _, absent = compose(study, "# T\n\n[20%]{= fact participation}\n", "en", facts=known(INVITED))
    assert [one.code for one in absent] == ["R023"]
    _, misspelt = compose(study, "# T\n\n[20%]{= fact RR7}\n", "en", facts=known(INVITED))
    assert [one.code for one in misspelt] == ["R008"]


def test_without_counts_of_fieldwork_the_author_is_told(tmp_path) -> None:
    document, problems = compose(make_study(tmp_path), RATES, "en")
    assert [(one.code, one.span.line) for one in problems] == [("R023", 3)]
    assert told(document) == "[not shown]"


@pytest.mark.parametrize("reason", NoRate)
@pytest.mark.parametrize("language", PHRASES)
def test_every_reason_for_having_no_rate_is_told(tmp_path, reason: NoRate, language: str) -> None:
    document, problems = compose(make_study(tmp_path), RATES, language, facts=known(no_rate=reason))
    assert problems == []
    assert told(document) == PHRASES[language][f"no_rate_{reason}"]
