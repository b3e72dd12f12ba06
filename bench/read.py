"""How long it takes to read and check a questionnaire of 500 questions: ``make bench-read``.

Best of three fresh processes: ``seconds_read_and_check`` inside the process, without loading Python and the
modules; ``seconds_whole_process`` with all of it.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "out" / "bench" / "read.json"
QUESTIONS = 500
ROLES = {"owner": "Employer", "staff": "Employee", "solo": "Self-employed"}
OPTIONS = {"often": "Often", "rarely": "Rarely", "never": "Never", "dk": "Don't know"}

MEASURE = """
import json, sys, time
from peil.study.checks.check import check_study
from peil.study.reader.read import read_study
start = time.perf_counter()
study = read_study(sys.argv[1])
read = time.perf_counter()
problems = check_study(study)
done = time.perf_counter()
print(json.dumps({
    "seconds_read_and_check": done - start,
    "seconds_read": read - start,
    "seconds_check": done - read,
    "questions": len(study.questionnaire.questions),
    "problems": len(problems),
}))
"""

Line = tuple[str, str, str]
"""Id path, what stands before the text, the text; a path of "" is no text to translate."""


def questionnaire() -> Iterator[Line]:
    """Give 500 questions in 25 sections: conditions, four wordings, matrices; q1 decides the role."""
    chance = random.Random(2026)  # noqa: S311 - the same questionnaire each time
    for number in range(1, QUESTIONS + 1):
        if number % 20 == 1:
            section = f"part{number // 20}"
            yield section, f"\n# {section}: ", f"Part {number // 20 + 1}"
        yield from question(number, chance.randrange(max(1, number - 40), number) if number > 1 else 0)


def question(number: int, earlier: int) -> Iterator[Line]:
    """Give one question's lines; every third one has a condition on an earlier single question."""
    name = f"q{number}"
    attributes = {2: "  {at most 3}", 3: "  {matrix}", 0: "  {optional}"}.get(number % 5, "")
    yield "", f"\n## {name}{attributes}", ""
    if number % 3 == 0:
        yield "", f"if q{max(1, earlier // 5 * 5 + 1)} is one of (often, rarely)", ""
    if number % 5 == 4:
        yield name, "", f'Thing {number} happened ___ [0..500] times in {{q1 | "your work"}}.'
        return
    blank = " ____" if number % 5 == 0 else ""
    yield name, "", f"How often does thing number {number} happen in your work?{blank}"
    for role, label in ROLES.items() if number > 1 else ():
        yield f"{name}@{role}", f"  for {role}: ", f"How often, as {label}, do you see thing {number}?{blank}"
    yield from answers(number, name)


def answers(number: int, name: str) -> Iterator[Line]:
    """Give a question's options, columns and rows."""
    match number % 5:
        case 1:
            roles = ROLES if number == 1 else {}
            yield from options(name, "- ( ) ", {**roles, **OPTIONS})
        case 2:
            yield from options(name, "- [ ] ", {f"why{index}": f"Reason {index}" for index in range(1, 8)})
            yield f"{name}.none", "- [ ] none: ", "None of these  {exclusive}"
        case 3:
            yield "", "columns", ""
            yield from options(name, "- ( ) ", OPTIONS)
            yield "", "rows", ""
            yield from options(name, "- ", {f"row{index}": f"Statement {index}" for index in range(1, 7)})
        case _:
            return


def options(name: str, lead: str, labels: dict[str, str]) -> Iterator[Line]:
    """Give option lines."""
    for option, label in labels.items():
        yield f"{name}.{option}", f"{lead}{option}: ", label + ("  {missing}" if option == "dk" else "")


def catalogue(lines: Iterable[Line]) -> str:
    """Give a Dutch catalogue that has a text for everything."""
    entries = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: nl\\n"']
    settings = [("study.title", "", "Five hundred questions")]
    settings += [(f"role.{role}", "", role) for role in (*ROLES, "neutral")]
    for path, _, text in (*settings, *lines):
        if path:
            source = json.dumps(text.split("  {")[0], ensure_ascii=False)
            entries.append(f'msgctxt "{path}"\nmsgid {source}\nmsgstr {source}')
    return "\n\n".join(entries) + "\n"


def write_study(folder: Path) -> None:
    """Write the study's folder."""
    lines = list(questionnaire())
    roles = "\n".join(f'{role} = "q1 is {role}"' for role in ROLES)
    (folder / "translations").mkdir()
    (folder / "study.toml").write_text(
        f'[about]\ntitle = "Five hundred questions"\nlanguages = ["en", "nl"]\n\n[roles]\n{roles}\n'
        'neutral = "otherwise"\n',
        encoding="utf-8",
    )
    (folder / "plan.toml").write_text('[analysis]\ngroups = ["q1"]\n', encoding="utf-8")
    text = "\n".join(lead + words for _, lead, words in lines)
    (folder / "questionnaire.md").write_text(text.lstrip() + "\n", encoding="utf-8")
    (folder / "translations" / "nl.po").write_text(catalogue(lines), encoding="utf-8")


def measure(folder: Path) -> dict[str, float]:
    """Read and check the study in a fresh process."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(folder)], check=True, capture_output=True, text=True
    )
    return {**json.loads(done.stdout), "seconds_whole_process": time.perf_counter() - start}


def main() -> None:
    """Make the study, measure three times, write and print the best."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_study(folder)
        runs = [measure(folder) for _ in range(3)]
    figures = {figure: min(run[figure] for run in runs) for figure in runs[0]}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"figures": figures}, indent=2) + "\n", encoding="utf-8")
    print(OUT.read_text(encoding="utf-8"), end="")


if __name__ == "__main__":
    main()
