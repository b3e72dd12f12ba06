"""Small studies drawn at random: questions of all kinds, conditions on earlier ones, pages of one or more."""

import tempfile
from functools import cache
from pathlib import Path
from random import Random

from store_survey import SETTINGS

from peil.study.reader.read import read_study
from peil.study.study import Study

BODIES = {
    "single": "Wat?\n- ( ) a: A\n- ( ) b: B, te weten ____\n- ( ) dk: Weet niet  {missing}",
    "multi": "Wat?\n- [ ] a: A\n- [ ] b: B\n- [ ] none: Geen  {exclusive}",
    "number": "Noem ___ [0..9, 1 decimals].",
    "open": "Zeg: ____",
    "contact": "Wie?\n- email: E-mail\n- phone: Telefoon",
    "notice": "Let op.",
}
CONDITIONS = {"single": "{} is a", "multi": "{} has a", "number": "{} > 4"}


@cache
def random_study(seed: int) -> Study:
    random = Random(seed)  # noqa: S311 - no secret
    parts: list[str] = []
    asked: list[tuple[str, str]] = []
    for number in range(random.randint(3, 8)):
        if number == 0 or random.random() < 0.5:
            parts.append(f"# s{number}: Deel{random.choice(['', '  {one page}'])}\n")
        name, kind = f"q{number}", random.choice([*sorted(BODIES), "contact", "single"])
        condition = ""
        if asked and random.random() < (0.9 if kind == "contact" else 0.5):
            on, sort = random.choice(asked)
            condition = "if " + CONDITIONS[sort].format(on) + "\n"
        attributes = f"  {{{kind}}}" if kind in {"contact", "notice"} else ""
        if kind != "notice" and random.random() < 0.3:
            attributes = f"  {{{kind}, optional}}" if kind == "contact" else "  {optional}"
        parts.append(f"## {name}{attributes}\n{condition}{BODIES[kind]}\n")
        if kind in CONDITIONS:
            asked.append((name, kind))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "study.toml").write_text(SETTINGS, encoding="utf-8")
        (Path(folder) / "questionnaire.md").write_text("\n".join(parts), encoding="utf-8")
        study = read_study(Path(folder))
    untold = [str(problem) for problem in study.problems if problem.severity == "error"]
    assert untold == [], "\n".join([*untold, *parts])
    return study
