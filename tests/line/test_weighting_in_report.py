"""What a report says of weights comes from the plan, in the report's language."""

import pytest

from peil import line
from peil.report.document import Paragraph
from published_reference import REFERENCE, composed


def paragraphs(language: str) -> list[str]:
    document, problems = composed(language)
    assert [problem for problem in problems if problem.severity != "info"] == []
    texts = (block.text for block in document.blocks if isinstance(block, Paragraph))
    return ["".join(run.text for run in text) for text in texts]


@pytest.mark.slow
def test_the_reference_report_prints_the_plans_reason() -> None:
    reason = line.read_study(REFERENCE).plan.weighting.reason.plain("nl")
    assert reason.startswith("De deelnemers hebben zichzelf aangemeld")
    assert f"De antwoorden zijn niet gewogen. {reason}" in paragraphs("nl")


@pytest.mark.slow
def test_a_report_in_another_language_tells_it_in_that_language() -> None:
    reason = line.read_study(REFERENCE).plan.weighting.reason.plain("en")
    assert reason.startswith("Participants selected themselves")
    assert f"Answers are not weighted. {reason}" in paragraphs("en")
