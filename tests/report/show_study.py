"""A study with roles, early ends, fills, repeats and all that a shown questionnaire has words for."""

from pathlib import Path

from peil.report.compose.show import compose_questionnaire
from peil.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    NumberedTable,
    Paragraph,
    TableCell,
)
from peil.report.outline import plain_text
from peil.report.show import prove
from peil.study.checks.check import check_study
from peil.study.reader.read import read_study
from peil.study.study import Study

SETTINGS = """\
[about]
title = "Werk en AI"
languages = ["nl", "en", "fr"]
client = "De Bond"

[roles]
zzp = { if = "employment is zzp", label = "zelfstandige" }
staff = { if = "employment is staff", label = "werknemer" }
rest = { if = "otherwise", label = "anders" }
"""

QUESTIONNAIRE = """\
# who: Over u

## employment
source: Q1
end if employment is none: no_work
Wat bent u?
- ( ) zzp: Zelfstandige
- ( ) staff: Werknemer
- ( ) other: Anders, namelijk ____
- ( ) none: Geen werk

---

## size
source: Q2
if employment is staff
Hoeveel collega's hebt u? ___ [0..]

# use: Gebruik

## usage
source: Q3
Gebruikt u AI?
  for zzp: Gebruikt u AI voor uw opdrachten?
- ( ) often: Vaak
    for zzp: Bij de meeste opdrachten
- ( ) never: Nooit
- ( ) dk: Weet ik niet  {missing}

---

## reasons  {at most 2, shuffle}
source: Q4
if usage is often
U koos {usage | "AI"}. Waarom?
  for zzp, staff: Waarom, als u {usage} koos?
- [ ] speed: Sneller
- [ ] cost: Goedkoper, met ___ [0..100, 1 decimals] procent
- [ ] other: Anders, namelijk ____  {last}
- [ ] none: Geen van deze  {exclusive, last}

---

## detail  {for each reasons, optional}
source: Q5
Wat helpt bij {reasons}? ____

---

## ability  {matrix}
source: Q6
Hoe goed gaat dit?
columns
- ( ) worse: Slechter
- ( ) better: Beter
rows
- mail: E-mail
- team: Overleg  {if employment is not zzp}
- own1: Ander werk, namelijk ____

---

## order  {ranking}
source: Q7
if usage is often
Zet op volgorde.
options from reasons
- pay: Loon

# end_part: Slot

## remarks  {optional, later: end}
Nog iets? ____

## thanks  {notice}
Dank u.
"""


def write_show_study(folder: Path, questionnaire: str = QUESTIONNAIRE, settings: str = SETTINGS) -> Study:
    """Write the study's folder and read it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "study.toml").write_text(settings, encoding="utf-8")
    (folder / "questionnaire.md").write_text(questionnaire, encoding="utf-8")
    for language in ("en", "fr"):
        head = (
            f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {language}\\n"\n'
        )
        entry = '\nmsgctxt "usage.often"\nmsgid "Vaak"\nmsgstr "Often"\n' if language == "en" else ""
        (folder / "translations").mkdir(exist_ok=True)
        (folder / "translations" / f"{language}.po").write_text(head + entry, encoding="utf-8")
    study = read_study(folder)
    assert [problem for problem in check_study(study) if problem.severity == "error"] == []
    return study


def shown(study: Study, language: str = "nl", role: str = "") -> Document:
    """Give the study's questionnaire as a document."""
    return compose_questionnaire(prove(study), language, role)


def under(document: Document, anchor: str) -> list[str]:
    """Give what stands under a heading, up to the next, a line each; a table's row with bars."""
    return [line for block in part(document, anchor) for line in lines(block)]


def part(document: Document, anchor: str) -> list[Block]:
    """Give the blocks under a heading."""
    heads = [place for place, block in enumerate(document.blocks) if isinstance(block, Heading)]
    start = next(place for place in heads if document.blocks[place].anchor == anchor)
    end = next((place for place in heads if place > start), len(document.blocks))
    return list(document.blocks[start + 1 : end])


def lines(block: Block) -> list[str]:
    """Give the lines of a block."""
    if isinstance(block, Paragraph):
        return [plain_text(block.text)]
    if isinstance(block, Bullets):
        return ["- " + plain_text(item[0].text) for item in block.items]
    if isinstance(block, NumberedTable):
        return [row_line(row) for row in (*block.grid.head, *block.grid.body)]
    return [block.caption] if isinstance(block, Figure) else []


def row_line(row: tuple[TableCell, ...]) -> str:
    """Give a table's row."""
    return " | ".join(plain_text(cell.text) for cell in row)


def maps(document: Document) -> list[Figure]:
    """Give the figures of a document."""
    return [block for block in document.blocks if isinstance(block, Figure)]
