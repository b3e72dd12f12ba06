"""A study of people who were drawn from schools in regions, in a folder."""

from pathlib import Path

import numpy as np

from peil import line
from peil.study.study import Study

STUDY = """\
[about]
title = "Proef"
languages = ["nl"]
"""
QUESTIONNAIRE = """\
# main: Vragen

## job
Wat doet u?
- ( ) zzp: Zelfstandige
- ( ) employer: Werkgever
- ( ) other: Anders

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit
- ( ) dk: Weet ik niet  {missing}

## reasons  {optional}
if usage is not never
Waarom?
- [ ] speed: Sneller
- [ ] cost: Goedkoper
- [ ] none: Geen van deze  {exclusive}

## hours  {optional}
Hoeveel uur? ___ [0..80]

## mark  {scale 1..3}
Welk cijfer?
- ( ) unsure: Weet niet  {missing}
"""
ANALYSIS = """\
[analysis]
sampling = "probability"
groups = ["job"]

[nets.reasons]
gain = { title = "winst", options = ["speed", "cost"] }
"""
HEAD = "id,synthetic,last_page,outcome,job,usage,reasons.speed,reasons.cost,reasons.none,hours,mark"
WEIGHTED = """
[weighting]
method = "given"
column = "weight"
"""


def make_rows(n: int = 60, seed: int = 1) -> list[dict[str, str]]:
    """Make rows: the answers, a weight, a region, a school in it and how many schools there are."""
    draw = np.random.default_rng(seed)
    rows = []
    for number in range(n):
        job = ("zzp", "employer", "other")[int(draw.integers(3))]
        usage = ("often", "never", "dk")[int(draw.integers(3))]
        ticks = ("", "", "")
        if usage != "never":
            ticks = ("0", "0", "1") if draw.random() < 0.3 else ("1", str(int(draw.integers(2))), "0")
        region = f"r{number % 3}"
        rows.append(
            dict(
                zip(
                    HEAD.split(","),
                    (
                        str(number),
                        "1",
                        "mark",
                        "complete",
                        job,
                        usage,
                        *ticks,
                        str(int(draw.integers(50))),
                        "",
                    ),
                    strict=True,
                )
            )
            | {
                "mark": ("1", "2", "3", "unsure")[int(draw.integers(4))],
                "weight": f"{draw.uniform(0.5, 3):.4f}",
                "region": region,
                "school": f"s{number % 4}",
                "schools": "9",
            }
        )
    return rows


def write_rows(folder: Path, rows: list[dict[str, str]], leave_out: tuple[str, ...] = ()) -> None:
    """Write the data file."""
    header = [name for name in (rows or make_rows(1))[0] if name not in leave_out]
    lines = [",".join(header), *(",".join(row[name] for name in header) for row in rows)]
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data/responses.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_study(folder: Path, plan: str) -> Study:
    """Write the study and read it; it has no errors."""
    files = {"study.toml": STUDY, "questionnaire.md": QUESTIONNAIRE, "plan.toml": plan}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return line.read_sound_study(folder)
