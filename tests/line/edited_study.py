"""A small study to edit: its files and its rows."""

from collections.abc import Sequence
from pathlib import Path

STUDY = """\
[about]
title = "Proef"
languages = ["nl"]
"""
QUESTIONNAIRE = """\
# main: Vragen

## sector
In welke sector werkt u?
- ( ) film: Film
- ( ) music: Muziek
- ( ) games: Games
- ( ) dance: Dans

## usage
Hoe vaak gebruikt u AI?
- ( ) often: Vaak
- ( ) sometimes: Soms
- ( ) never: Nooit

## reasons
Waarom?
- [ ] speed: Sneller
- [ ] cost: Goedkoper
- [ ] quality: Beter
- [ ] fun: Leuker

## now
Hoe was het werk?
- ( ) much: Veel
- ( ) little: Weinig

## later
Hoe wordt het werk?
- ( ) much: Veel
- ( ) little: Weinig

## mark
Welk cijfer? ___ [1..10]
"""
PLAN = """\
[analysis]
groups = ["sector"]

[nets.usage]
any = { title = "wel", options = ["often", "sometimes"] }
"""
SECTORS = ("film", "music", "games", "dance")
USAGES = ("often", "sometimes", "never")
REASONS = ("speed", "cost", "quality", "fun")
OPTIONS = {"sector": SECTORS, "usage": USAGES, "now": ("much", "little"), "later": ("much", "little")}

Row = dict[str, str]
Rows = Sequence[Row]


def make_rows() -> list[Row]:
    """Give 68 rows: sectors of 20, 18, 16 and 14, answers that go round."""
    sizes = {"film": 20, "music": 18, "games": 16, "dance": 14}
    usage = {
        "film": ["often"] * 11 + ["sometimes"] * 6 + ["never"] * 3,
        "music": ["often"] * 5 + ["sometimes"] * 8 + ["never"] * 5,
        "games": ["often"] * 6 + ["sometimes"] * 6 + ["never"] * 4,
        "dance": ["often"] * 3 + ["sometimes"] * 4 + ["never"] * 7,
    }
    rows = []
    for sector, size in sizes.items():
        for number in range(size):
            place = len(rows)
            row = {"sector": sector, "usage": usage[sector][number]}
            row |= {f"reasons.{name}": "0" for name in REASONS}
            row[f"reasons.{REASONS[place % 3]}"] = "1"
            row["reasons.quality"] = str(int(place % 4 == 0))
            row["reasons.fun"] = str(
                int(place % 11 == 5 or row["reasons.quality"] == "0" == row["reasons.speed"])
            )
            row["now"] = "much" if place % 5 < 3 else "little"
            row["later"] = "much" if place % 3 == 0 else "little"
            row["mark"] = str(3 + (7 * place) % 8)
            rows.append(row)
    return rows


def csv_of(rows: Rows) -> str:
    """Give the data file."""
    names = list(rows[0])
    lines = [",".join(["id", "synthetic", "last_page", "outcome", *names])]
    lines += [
        ",".join([f"r{number:03d}", "1", "mark", "complete", *(row[name] for name in names)])
        for number, row in enumerate(rows, start=1)
    ]
    return "\n".join(lines) + "\n"


def write_study(folder: Path, rows: Rows, text: str) -> None:
    """Write the study with its data and its report."""
    for name in ("data", "report"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    files = {
        "study.toml": STUDY,
        "questionnaire.md": QUESTIONNAIRE,
        "plan.toml": PLAN,
        "data/responses.csv": csv_of(rows),
        "report/1.md": text,
    }
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
