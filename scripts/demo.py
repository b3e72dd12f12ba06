"""The demo: the reference study from its folder to its report and its site, with progress."""

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from peil import line, publishline, reportline
from peil.core.problem import Problem, Severity

OUT = Path("out")
SAID = {
    "report text": "reading the texts",
    "data": "reading the responses",
    "tables": "tabulating what the texts ask for",
    "disclosure": "hiding small groups, and what would give them away",
    "texts": "filling in the texts",
    "files": "writing report, deck, press page, tables and public data",
    "pages": "drawing the site",
    "audit": "trying to work out a hidden number",
}
Result = TypeVar("Result")


class Steps:
    """Shows each step with the time it took."""

    def __init__(self) -> None:
        self.started = time.perf_counter()
        self.begun: float | None = None

    def take(self, what: str, do: Callable[[], Result]) -> Result:
        """Do one step and show it."""
        self.begin(what)
        result = do()
        self.end()
        return result

    def begin(self, what: str) -> None:
        """Show that a step begins; the one that was going on ends."""
        self.end()
        print(f"  {SAID.get(what, what):<58}", end="", flush=True)
        self.begun = time.perf_counter()

    def end(self) -> None:
        """Show how long the step took that is going on, if one is."""
        if self.begun is not None:
            print(f"{time.perf_counter() - self.begun:6.1f} s", flush=True)
        self.begun = None


def publish(folder: str, steps: Steps) -> tuple[list[Path], tuple[Problem, ...]]:
    """Publish a copy of the study, whose own registry of releases stays as it is; give the files.

    A study without a site's text gives its report alone.
    """
    if not (Path(folder) / "site").is_dir():
        study = line.read_study(folder)
        out = OUT / "report"
        report = reportline.make_report(
            study, out=out, languages=(study.about.language,), progress=steps.begin
        )
        steps.end()
        return list(report.files), report.problems
    copy, site = OUT / "study" / Path(folder).resolve().name, OUT / "site"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("releases", "store"))
    done = publishline.publish_site(line.read_study(copy), out=site, progress=steps.begin)
    steps.end()
    shown = sorted(
        (one for one in done.files if one.startswith("downloads/")), key=lambda one: one.split(".")[1]
    )
    if not done.files:
        return [], done.problems
    (OUT / "report").mkdir(parents=True, exist_ok=True)
    texts = [shutil.copy(site / one, OUT / "report") for one in shown if not one.endswith(".zip")]
    data = [site / one for one in shown if one.endswith(".zip")]
    return [*map(Path, texts), *data, site / "index.html"], done.problems


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
    files, told = publish(folder, steps)
    languages = ", ".join(study.about.languages)
    print(
        f"\n{len(study.questionnaire.questions)} questions, {len(study.roles)} roles, languages: {languages}"
    )
    print(
        f"{len(tables)} tables of {dataset.n} respondents{' (SYNTHETIC data)' if dataset.synthetic else ''}"
    )
    print(audited.text.split("\n\n", 1)[0])
    found = (*problems, *told)
    worth_a_look = [each for each in found if each.severity is not Severity.INFO]
    print(f"{len(worth_a_look)} problems in the questionnaire and the texts")
    for problem in worth_a_look:
        print(f"  {problem}")
    print("\nThe files:")
    for path in (*files, simulated):
        print(f"  {path}")
    print(f"\n{time.perf_counter() - steps.started:.1f} s in all. What to try next:")
    print(f"  .venv/bin/peil tables {folder} --rows usage --by employment")
    print("  .venv/bin/peil new my-survey && .venv/bin/peil check my-survey")
    print("  docs/tutorial/first-study.md")
    return int(bool(worth_a_look))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
