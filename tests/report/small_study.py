"""A small study, and releases made from counts, for tests of the report's text."""

from collections.abc import Mapping
from pathlib import Path

from peil.core.problem import Problem, has_errors
from peil.disclose.gate import release
from peil.disclose.release import Release
from peil.fieldwork.facts import Facts
from peil.report.compose.render import render
from peil.report.document import Document
from peil.report.template.needs import needs
from peil.report.template.read import read_template
from peil.report.template.template import Template
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.tabulate.table import BaseCount, Cell, Table

STUDY = """\
[about]
title = "Werk en AI"
languages = ["nl", "en"]
client = "De Bond"
agency = "Het Bureau"
authors = ["A. Auteur", "B. Beeld"]
report_date = 2026-04-17

[roles]
zzp = { if = "employment is zzp", label = "zelfstandige" }
neutral = "otherwise"
"""

QUESTIONNAIRE = """\
# who: Over u

## employment
source: Q1
Wat bent u?
- ( ) employer: werkgever
- ( ) employee: werknemer
- ( ) zzp: zelfstandige
- ( ) other: anders

# use: Gebruik van AI

## usage
source: Q6
Hoe vaak gebruikt u AI in uw werk?
  for zzp: Hoe vaak gebruikt u AI in uw opdrachten?
- ( ) often: Vaak
- ( ) sometimes: Soms
- ( ) never: Nooit
- ( ) dk: Weet ik niet  {missing}

## reasons  {at most 3}
source: Q7
if usage is not never
Waarom gebruikt u AI?
- [ ] speed: Sneller werken
- [ ] quality: Betere kwaliteit
- [ ] other: Anders, namelijk ____
- [ ] none: Geen van deze  {exclusive}

## ability  {matrix}
source: Q23
Hoe goed doet AI dit werk?
columns
- ( ) worse: Slechter
- ( ) equal: Even goed
- ( ) better: Beter
- ( ) dk: Weet ik niet  {missing}
rows
- mail: E-mail schrijven
- music: Muziek maken
- divide: Werk verdelen  {if employment is not zzp}

## remarks  {optional}
Wilt u nog iets kwijt?
____
"""

PLAN = """\
[analysis]
groups = ["employment"]

[nets.usage]
any = { title = "vaak of soms", options = ["often", "sometimes"] }

[derived.user]
title = "Gebruikt AI"
if = "usage is one of (often, sometimes)"

[crosswalk.jobs]
question = "employment"
title = "Arbeidsrelatie in beide bronnen"
source = "CBS"
rows.employer = ["Directeur"]
rows.zzp = ["Zelfstandige zonder personeel", "Freelancer"]
"""

ENGLISH = {
    "study.title": ("Werk en AI", "Work and AI"),
    "study.client": ("De Bond", "The Union"),
    "study.agency": ("Het Bureau", "The Agency"),
    "usage": ("Hoe vaak gebruikt u AI in uw werk?", "How often do you use AI in your work?"),
    "usage.often": ("Vaak", "Often"),
    "usage.sometimes": ("Soms", "Sometimes"),
    "usage.never": ("Nooit", "Never"),
    "usage.dk": ("Weet ik niet", "Don't know"),
    "employment.employer": ("werkgever", "employer"),
    "employment.employee": ("werknemer", "employee"),
    "employment.zzp": ("zelfstandige", "self-employed"),
    "employment.other": ("anders", "other"),
    "plan.usage.any": ("vaak of soms", "often or sometimes"),
}

ALL = None
Counts = Mapping[str, Mapping[str | None, Mapping[str, int]]]
"""Item, class (None: everyone), option: how many."""

COUNTS: Counts = {
    "employment": {ALL: {"employer": 28, "employee": 25, "zzp": 71, "other": 6}},
    "usage": {
        ALL: {"often": 39, "sometimes": 46, "never": 35, "dk": 10, "net:any": 85},
        "employer": {"often": 13, "sometimes": 9, "never": 5, "dk": 1, "net:any": 22},
        "employee": {"often": 7, "sometimes": 9, "never": 8, "dk": 1, "net:any": 16},
        "zzp": {"often": 16, "sometimes": 26, "never": 21, "dk": 8, "net:any": 42},
        "other": {"often": 3, "sometimes": 2, "never": 1, "dk": 0, "net:any": 5},
    },
    "user": {ALL: {"yes": 85, "no": 45}},
    "ability.mail": {ALL: {"worse": 20, "equal": 30, "better": 30, "dk": 20}},
    "ability.music": {ALL: {"worse": 60, "equal": 12, "better": 4, "dk": 24}},
    "ability.divide": {ALL: {"worse": 8, "equal": 2, "better": 1, "dk": 4}},
}
MULTI: Counts = {
    "reasons": {
        ALL: {"speed": 50, "quality": 30, "other": 9, "none": 11},
        "employer": {"speed": 12, "quality": 12, "other": 2, "none": 1},
        "employee": {"speed": 10, "quality": 6, "other": 2, "none": 1},
        "zzp": {"speed": 25, "quality": 11, "other": 4, "none": 8},
        "other": {"speed": 3, "quality": 1, "other": 1, "none": 1},
    }
}
BASES = {("reasons", ALL): 95, ("reasons", "employer"): 22, ("reasons", "employee"): 17}
FACTS = Facts(150, 130, 91, {"employment": 130, "usage": 130, "reasons": 95, "ability": 100}, synthetic=False)
RULE = "wie de vraag beantwoordde"


def make_study(folder: Path, **files: str) -> Study:
    """Write the small study, or one of its own files in Dutch alone, and read it."""
    texts = {"study.toml": STUDY, "questionnaire.md": QUESTIONNAIRE, "plan.toml": PLAN}
    names = {"questionnaire": "questionnaire.md", "plan": "plan.toml", "study": "study.toml"}
    texts |= {names[name]: text for name, text in files.items()}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    if not files:
        (folder / "translations").mkdir(exist_ok=True)
        (folder / "translations/en.po").write_text(catalogue(), encoding="utf-8")
    study = read_study(folder)
    assert not has_errors(study.problems), study.problems
    return study


def catalogue() -> str:
    """Give the English catalogue."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    entries = (
        f'msgctxt "{path}"\nmsgid "{dutch}"\nmsgstr "{english}"\n'
        for path, (dutch, english) in ENGLISH.items()
    )
    return "\n".join((head, *entries))


def make_table(spec: TableSpec, question: str, group: str | None, counts: Mapping[str, int], n: int) -> Table:
    """Make a table of unweighted counts."""
    cells = tuple(Cell(option, count, count / n if n else None) for option, count in counts.items())
    return Table(spec, question, spec.item, group, BaseCount(n, float(n), RULE), cells)


def own_count(counts: Mapping[str, int]) -> int:
    """Everyone who chose one of a single question's options."""
    return sum(count for option, count in counts.items() if ":" not in option)


def make_release(
    study: Study,
    template: Template,
    counts: Counts = COUNTS,
    facts: Facts = FACTS,
    *,
    secondary: bool = False,
) -> Release:
    """Release tables for everything that a template needs, where the counts have it.

    Which further cells are hidden lest hidden ones be worked out is shown in tests/disclose.
    """
    tables = []
    for spec in needs(template):
        groups = [None] if spec.by is None else study.codebook.items[spec.by].option_ids
        for group in groups:
            found = {**counts, **MULTI}.get(spec.item, {}).get(group)
            if found is not None:
                item = study.codebook.items[spec.item]
                n = BASES.get((spec.item, group)) or own_count(found)
                tables.append(make_table(spec, item.question, group, found, n))
    return release(study, tables, facts, "", secondary=secondary)


def write(folder: Path, text: str, language: str = "nl") -> None:
    """Write the report's only chapter."""
    place = folder / "report" if language == "nl" else folder / "report" / language
    place.mkdir(parents=True, exist_ok=True)
    (place / "1.md").write_text(text, encoding="utf-8")


def compose(
    study: Study,
    text: str,
    language: str = "nl",
    counts: Counts = COUNTS,
    facts: Facts = FACTS,
    *,
    secondary: bool = False,
) -> tuple[Document, list[Problem]]:
    """Read, release and compose a report of one chapter; give the problems of all steps.

    One in English stands alone: there is no Dutch text to compare it with.
    """
    for other in (study.folder / "report").glob("*.md") if language != "nl" else ():
        other.unlink()
    write(study.folder, text, language)
    template, problems = read_template(study.folder, study, language)
    document, more = render(
        study, make_release(study, template, counts, facts, secondary=secondary), template
    )
    return document, [*problems, *more]
