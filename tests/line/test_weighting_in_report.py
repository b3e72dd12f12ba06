"""What a report says of weights comes from the plan, in the report's language."""

import shutil
from pathlib import Path

from peil import line
from peil.report.document import Paragraph

REFERENCE = Path(__file__).parents[2] / "studies/genai-creative-work"


def paragraphs(folder: Path, language: str) -> list[str]:
    document, problems = line.compose_report(line.read_sound_study(folder), None, language=language)
    assert [problem for problem in problems if problem.severity != "info"] == []
    texts = (block.text for block in document.blocks if isinstance(block, Paragraph))
    return ["".join(run.text for run in text) for text in texts]


def test_the_reference_report_prints_the_plans_reason() -> None:
    reason = line.read_study(REFERENCE).plan.weighting.reason.plain("nl")
    assert reason.startswith("De deelnemers hebben zichzelf aangemeld")
    assert f"De antwoorden zijn niet gewogen. {reason}" in paragraphs(REFERENCE, "nl")


def test_a_report_in_another_language_tells_it_in_that_language(tmp_path) -> None:
    folder = tmp_path / "study"
    shutil.copytree(REFERENCE, folder)
    (folder / "report/en").mkdir()
    (folder / "report/en/1.md").write_text("# Method\n\n::: weighting\n:::\n", encoding="utf-8")
    (told,) = paragraphs(folder, "en")
    assert told.startswith("Answers are not weighted. ")
