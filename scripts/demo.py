"""The demo: the reference study from its folder to its report, with progress."""

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from peil import line, reportline
from peil.core.problem import Severity
from peil.study.study import Study

OUT = Path("out")
SPOKEN = {"nl": "Dutch", "en": "English"}
Result = TypeVar("Result")


class Steps:
    """Shows each step with the time it took."""

    def __init__(self) -> None:
        self.started = time.perf_counter()

    def take(self, what: str, do: Callable[[], Result]) -> Result:
        """Do one step and show it."""
        print(f"  {what:<58}", end="", flush=True)
        begun = time.perf_counter()
        result = do()
        print(f"{time.perf_counter() - begun:6.1f} s", flush=True)
        return result


def write_report(study: Study, language: str) -> reportline.MadeReport:
    """Write the report in one language."""
    return reportline.make_report(study, out=OUT / "report", languages=(language,))


def main(folder: str) -> int:
    """Take the study through the line."""
    steps = Steps()
    print(f"Peil takes {folder} from question to report.\n")
    study = steps.take("reading the study", lambda: line.read_study(folder))
    problems = steps.take("checking it with every rule", lambda: line.check_study(study))
    simulated = OUT / "simulated-synthetic.csv"
    steps.take(
        "walking 100 synthetic respondents through it",
        lambda: line.simulate_to_file(study, 100, 1, simulated),
    )
    dataset = steps.take("reading the responses", lambda: line.read_analysis_set(study, None))
    tables = steps.take(
        "tabulating every question by every group", lambda: line.make_tables(dataset, by=study.plan.groups)
    )
    audited, _ = steps.take("recomputing the published figures", lambda: line.audit_study(study, None, None))
    made = [
        steps.take(
            f"writing the report in {SPOKEN.get(language, language)}", partial(write_report, study, language)
        )
        for language in study.about.languages
    ]
    languages = ", ".join(study.about.languages)
    print(
        f"\n{len(study.questionnaire.questions)} questions, {len(study.roles)} roles, languages: {languages}"
    )
    print(
        f"{len(tables)} tables of {dataset.n} respondents{' (SYNTHETIC data)' if dataset.synthetic else ''}"
    )
    print(audited.text.split("\n\n", 1)[0])
    found = (*problems, *(problem for report in made for problem in report.problems))
    worth_a_look = [each for each in found if each.severity is not Severity.INFO]
    print(f"{len(worth_a_look)} problems in the questionnaire and the report's text")
    for problem in worth_a_look:
        print(f"  {problem}")
    print("\nThe files:")
    for path in (*(path for report in made for path in report.files), simulated):
        print(f"  {path}")
    print(f"\n{time.perf_counter() - steps.started:.1f} s in all. What to try next:")
    print(f"  .venv/bin/peil tables {folder} --rows usage --by employment")
    print("  .venv/bin/peil new my-survey && .venv/bin/peil check my-survey")
    print("  docs/tutorial/first-study.md")
    return int(bool(worth_a_look))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
