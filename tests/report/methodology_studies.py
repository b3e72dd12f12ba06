"""Three studies for the annex on methodology: self-selected, drawn, and one that says nothing."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from small_study import COUNTS, FACTS, QUESTIONNAIRE, make_table, own_count

from peil.disclose.gate import release
from peil.disclose.release import Accounting, EarlierRelease, Release
from peil.fieldwork.amended import Amended, CountedAs, LeftOut
from peil.fieldwork.disposition import Disposition
from peil.fieldwork.facts import Facts
from peil.fieldwork.field_report import FieldReport
from peil.fieldwork.response import NoRate, OpenCounts, ResponseCounts, response_rates
from peil.report.compose.render import render
from peil.report.document import Bullets, Document, Heading, Inline, NumberedTable, Paragraph
from peil.report.template.needs import needs
from peil.report.template.read import read_template
from peil.report.template.template import Template
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.tabulate.table import Table

D = Disposition
DAY = dt.date(2026, 3, 2)
FINGERPRINT = "0123456789abcdef" * 4
TEXT = """\
# Cijfers  {plain}

::: figure use
Gebruik
show: usage
:::

# Methode  {annex}

::: annex methodology
:::

# Vragenlijst  {annex}

::: annex questionnaire
:::
"""
SAID = {
    "funding": ("De Bond betaalde", "The union paid"),
    "population": ("Alle leden", "All members"),
    "coverage": ("Leden zonder mailadres", "Members without a mail address"),
    "frame": ("Het ledenregister", "The members' register"),
    "selection": ("Een op de vier leden", "One member in four"),
    "recruitment": ("Per mail", "By mail"),
    "reminders": ("Op 19 januari 2026", "On 19 January 2026"),
    "incentive": ("Een boekenbon", "A book token"),
    "mode": ("Een webvragenlijst", "A web questionnaire"),
    "languages": ("Alleen Nederlands", "Dutch alone"),
    "review": ("Terugbladeren kon", "Going back was possible"),
    "pretest": ("Met vijf leden", "With five members"),
    "view_rate": ("Een op de tien", "One in ten"),
    "duplicates": ("Een link voor elk lid", "One link for each member"),
    "quality": ("Snelle invullers zijn bekeken", "Fast respondents were looked at"),
    "coding": ("Door twee mensen", "By two people"),
    "ethics": ("Goedgekeurd", "Approved"),
    "data_access": ("Op aanvraag", "On request"),
    "limitations": ("Niet iedereen leest mail", "Not everyone reads mail"),
}
SELF_SELECTED = {
    "study.toml": """\
[about]
title = "Werk en AI"
languages = ["nl", "en"]
client = "De Bond"
retention_months = 1
analysis_set = "usage"
consent = "Ik doe mee."

[fieldwork]
access = "both"
privacy = "anonymous"

[fieldwork.links]
newsletter = "Nieuwsbrief"

[method]
population = "Alle leden"
limitations = "Niet iedereen leest mail"
""",
    "plan.toml": """\
[analysis]
groups = ["employment"]

[quotas.zzp]
title = "Zzp'ers"
if = "employment is zzp"
limit = 1250
""",
}
DRAWN = {
    "study.toml": """\
[about]
title = "Werk en AI"
languages = ["nl", "en"]
client = "De Bond"
agency = "Het Bureau"
authors = ["A. Auteur", "B. Beeld"]
opens = 2026-01-12
closes = 2026-02-20
consent = "Ik doe mee."
controller = "De Bond"
contact = "onderzoek@example.org"
lawful_basis = "art. 6(1)(a) GDPR"
purpose = "Onderzoek"
special_categories = "geen"
retention_months = 12

[fieldwork]
access = "invited"
privacy = "confidential"

[method]
"""
    + "".join(f'{name} = "{dutch}"\n' for name, (dutch, _) in SAID.items()),
    "plan.toml": """\
[analysis]
sampling = "probability"
groups = ["employment"]

[design]
strata = "region"

[deviation]
rule = "tested"
""",
}
SILENT = {
    "study.toml": '[about]\ntitle = "Werk en AI"\nlanguages = ["nl", "en"]\n',
    "plan.toml": "",
}
KINDS = {"self_selected": SELF_SELECTED, "drawn": DRAWN, "silent": SILENT}
RESPONSE = {
    "self_selected": ResponseCounts(
        DAY, going_on=False, rows=150, complete=91, open=OpenCounts(200, 150, 1000), no_rate=NoRate.MIXED,
        report=FieldReport(dt.date(2026, 1, 12), dt.date(2026, 2, 20), 2000, (FINGERPRINT,)),
    ),
    "drawn": ResponseCounts(
        DAY, going_on=True, rows=150, complete=91,
        invited={D.COMPLETE: 300, D.REFUSAL: 50, D.NON_CONTACT: 650},
        report=FieldReport(dt.date(2026, 1, 13)),
    ),
}  # fmt: skip
AMENDED = Amended(
    left_out=(LeftOut(DAY, "Ingevuld om te proberen", 2),),
    counted_as=(
        CountedAs("employment", "other", "zzp", DAY, "Freelancers zijn zelfstandigen", 3),
        CountedAs("employment", "other", "employee", DAY, "Kwam niet voor", 0),
    ),
    quota_full=4,
)


def make_kind(folder: Path, kind: str) -> Study:
    """Write one of the studies and read it."""
    for name, text in {**KINDS[kind], "questionnaire.md": QUESTIONNAIRE}.items():
        (folder / name).write_text(text, encoding="utf-8")
    roles = '\n[roles]\nzzp = { if = "employment is zzp", label = "zelfstandige" }\nneutral = "otherwise"\n'
    path = folder / "study.toml"
    path.write_text(path.read_text(encoding="utf-8") + roles, encoding="utf-8")
    translations = folder / "translations"
    translations.mkdir(exist_ok=True)
    (translations / "en.po").write_text(catalogue(kind), encoding="utf-8")
    study = read_study(folder)
    assert [one for one in study.problems if one.severity == "error"] == []
    return study


def catalogue(kind: str) -> str:
    """Give the English of what the study says of its method, as far as it says it."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    entries = (
        f'msgctxt "method.{name}"\nmsgid "{dutch}"\nmsgstr "{english}"\n'
        for name, (dutch, english) in SAID.items()
        if f'{name} = "{dutch}"' in KINDS[kind]["study.toml"]
    )
    return "\n".join((head, *entries))


def make_facts(kind: str) -> Facts:
    """Give what is known of fieldwork."""
    counts = RESPONSE.get(kind)
    facts = replace(FACTS, questionnaire="" if kind == "silent" else FINGERPRINT[::-1])
    if kind == "drawn":
        facts = replace(facts, amended=AMENDED)
    return replace(facts, response=response_rates(counts)) if counts else facts


def make_release(study: Study, template: Template, kind: str) -> Release:
    """Release what the template needs, with errors where the sample was drawn."""
    tables = []
    for spec in needs(template):
        table = make_whole(study, spec)
        tables.append(with_errors(table) if kind == "drawn" else table)
    told = {"self_selected": "Niet gewogen.", "drawn": "Gewogen door raking."}.get(kind, "")
    made = release(study, tables, make_facts(kind), told)
    if kind != "drawn":
        return made
    rules = replace(
        made.disclosure, identifying=frozenset({"employment"}), sensitive=frozenset({"usage", "reasons"})
    )
    return replace(
        made,
        disclosure=rules,
        accounting=Accounting(1200, base=10, small=4, secondary=3),
        earlier=(
            EarlierRelease(1, "2026-01-20", interim=True, respondents=1040),
            EarlierRelease(2, "2026-02-01", interim=False),
        ),
    )


def make_whole(study: Study, spec: TableSpec) -> Table:
    """Make a whole sample's table."""
    counts = COUNTS[spec.item][None]
    return make_table(spec, study.codebook.items[spec.item].question, None, counts, own_count(counts))


def with_errors(table: Table) -> Table:
    """Give each cell the standard error of a simple random sample, and half as much again."""
    n = table.base.n
    cells = []
    for cell in table.cells:
        share = cell.share or 0.0
        se = 1.5 * (share * (1 - share) / n) ** 0.5
        cells.append(replace(cell, se=se, low=share - 1.96 * se, high=share + 1.96 * se))
    return replace(table, cells=tuple(cells))


def compose_kind(folder: Path, kind: str, language: str, text: str = TEXT) -> Document:
    """Compose the report of one of the studies."""
    study = make_kind(folder, kind)
    place = folder / "report" / ("" if language == "nl" else language)
    place.mkdir(parents=True, exist_ok=True)
    (place / "1.md").write_text(text, encoding="utf-8")
    template, problems = read_template(folder, study, language)
    assert problems == ()
    document, more = render(study, make_release(study, template, kind), template)
    assert [one.code for one in more if one.code != "R023"] == []
    return document


def annex_of(document: Document) -> str:
    """Give the annex on methodology as lines of text, with what links lead to."""
    lines: list[str] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            inside = "Method" in words(block.text)
        if inside:
            lines += spelt(block)
    return "\n".join(lines)


def spelt(block: object) -> list[str]:
    """Spell one block."""
    match block:
        case Heading():
            return ["", f"{'#' * block.level} {block.number} {words(block.text)} #{block.anchor}"]
        case Paragraph():
            return [words(block.text)]
        case NumberedTable():
            rows = (*block.grid.head, *block.grid.body)
            return [" | ".join(words(one.text) for one in row) for row in rows]
        case Bullets():
            return [f"- {line}" for item in block.items for part in item for line in spelt(part)]
    raise TypeError(block)


def words(inline: Inline) -> str:
    """Spell a line."""
    return "".join(f"[{run.text}]({run.link})" if run.link else run.text for run in inline)


def answers(annex: str) -> Mapping[str, str]:
    """Give what the annex's tables of two columns say, by subject."""
    rows = (line.split(" | ") for line in annex.splitlines())
    return {row[0]: row[1] for row in rows if len(row) == 2}
