"""A small study of four sectors, in which whoever uses AI says something that is coded."""

import random
from collections.abc import Sequence
from pathlib import Path

from peil import line
from peil.study.coding import answer_mark
from peil.study.study import Study

SECTORS = {"dance": 30, "film": 24, "music": 17, "print": 6}
STUDY = """\
[about]
title = "Use"
languages = ["en"]
[roles]
dancer = { if = "sector is dance", label = "dancer" }
filmer = { if = "sector is one of (film, dance)", label = "filmer" }
neutral = { if = "otherwise", label = "other" }
"""
PLAN = """\
[analysis]
groups = ["sector"]
[disclosure]
minimum_base = 10
small_count = 3
identifying = ["sector"]
"""
QUESTIONNAIRE = """\
# use: Use

## sector
What do you work in?
- ( ) dance: Dance
- ( ) film: Film
- ( ) music: Music
- ( ) print: Print

## usage
Do you use AI?
- ( ) often: Often
- ( ) never: Never

## remarks  {optional}
if usage is often
What would you like to add? ____

## thanks  {notice}
Thank you.
"""
FRAME = """\
title = "Remarks, coded"
kind = "KIND"
coders = ["an"]
status = "final"
[nets.worries]
title = "A worry"
"""
CODES = ("income", "rights", "tool", "rules")
FILE = "data/responses.csv"


def write(
    folder: Path, kind: str, answers: Sequence[tuple[str, str]], codes: Sequence[str] = CODES, never: int = 12
) -> Study:
    """Write a study in which each of these, sector and codes, uses AI and says so in own words.

    Beside them so many of each sector never use it, and aren't asked what they would like to add.
    """
    frame = FRAME.replace("KIND", kind)
    for number, code in enumerate(codes, start=1):
        under = 'net = "worries"\n' if code in {"income", "rights"} else ""
        frame += f'[codes.{code}]\nnumber = {number}\ntitle = "{code}"\ndefinition = "{code}"\n{under}'
    rows, codings = ["id,last_page,outcome,sector,usage,remarks"], ["id,coder,codes,answer,note"]
    for place, (sector, given) in enumerate(answers):
        name, words = f"r{place:03}", f"words {place}"
        rows.append(f"{name},thanks,complete,{sector},often,{words}")
        codings.append(f"{name},an,{given},{answer_mark('remarks', name, words)},")
    rows += [f"s{at:03},thanks,complete,{sector},never," for at, sector in enumerate([*SECTORS] * never)]
    files = {
        "study.toml": STUDY,
        "plan.toml": PLAN,
        "questionnaire.md": QUESTIONNAIRE,
        "coding/remarks.toml": frame,
        "coding/remarks.csv": "\n".join(codings) + "\n",
        FILE: "\n".join(rows) + "\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return line.read_sound_study(folder)


def draw(kind: str, seed: int) -> list[tuple[str, str]]:
    """Give what everyone said; some answers fit no code."""
    chance = random.Random(seed)  # noqa: S311 - invented answers
    most = 1 if kind == "single" else 3
    return [
        (sector, " ".join(sorted(chance.sample(CODES, chance.randint(0, most)), key=CODES.index)))
        for sector, count in SECTORS.items()
        for _ in range(count)
    ]
