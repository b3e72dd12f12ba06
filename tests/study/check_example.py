"""Small study folders for tests of checks: a rule's own examples, or a questionnaire alone."""

from pathlib import Path

from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.study.checks.check import check_study
from peil.study.reader.read import read_study

AROUND = {
    "study.toml": '[about]\ntitle = "Use of AI at work"\nlanguages = ["en"]\n',
    "plan.toml": "[analysis]\ngroups = []\n",
    "questionnaire.md": (
        "# use: Use of AI\n\n## usage\nHow often do you use AI at work?\n"
        "- ( ) often: Often\n- ( ) never: Never\n"
    ),
}


def write_files(folder: Path, files: dict[str, str]) -> Path:
    for name, text in {**AROUND, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def write_example(folder: Path, rule: Rule, text: str) -> Path:
    return write_files(folder, {**rule.around, rule.file: text})


def check_files(folder: Path, **files: str) -> tuple[Problem, ...]:
    """Check a questionnaire (``questionnaire=…``), study.toml (``study=…``) and plan.toml (``plan=…``)."""
    names = {"questionnaire": "questionnaire.md", "study": "study.toml", "plan": "plan.toml"}
    write_files(folder, {names[key]: text for key, text in files.items()})
    return check_study(read_study(folder))


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]
