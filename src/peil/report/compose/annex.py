"""Compose generated parts: response table, crosswalk, research questions."""

from peil.disclose.release import Release
from peil.report.compose.figure import cell
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import say, say_date, spell_count
from peil.report.document import Grid, Inline, NumberedTable, Run, TableCell
from peil.study.plan import Crosswalk


def response_grid(release: Release, labels: Labels) -> Grid:
    """Give how many came how far: rows, left out, analysed, the first question of each section, complete.

    What the plan's amendments changed is told with the day and the reason of each.
    """
    facts, language = release.facts, labels.language
    lines = [(say(language, "rows"), facts.rows), *left_out(release, language)]
    lines.append((say(language, "analysed"), facts.analysed))
    lines += reached_sections(release, labels)
    lines.append((say(language, "complete"), facts.complete))
    lines += [
        (say(language, "counted_as", date=say_date(one.on, language), reason=one.reason), one.answers)
        for one in facts.amended.counted_as
        if one.answers
    ]
    body = tuple(
        (cell(name, header=True), cell(spell_count(number, language), numeric=True)) for name, number in lines
    )
    head = (cell("", header=True), cell(say(language, "number_of"), header=True, numeric=True))
    return Grid((head,), body)


def left_out(release: Release, language: str) -> list[tuple[str, int]]:
    """Give who was turned away by a full quota, and what was left out of the analysis and why."""
    amended = release.facts.amended
    lines = [(say(language, "turned_away"), amended.quota_full)] if amended.quota_full else []
    lines += [
        (say(language, "excluded", date=say_date(one.on, language), reason=one.reason), one.interviews)
        for one in amended.left_out
    ]
    return lines


def reached_sections(release: Release, labels: Labels) -> list[tuple[str, int]]:
    """Give how many reached the first question of each section after the first."""
    questionnaire, reached = labels.study.questionnaire, release.facts.reached
    found: dict[str, int] = {}
    for question in questionnaire.questions:
        if question.section not in found and question.id in reached and question.later is None:
            found[question.section] = reached[question.id]
    lines = []
    for section, number in list(found.items())[1:]:
        known = questionnaire.sections_by_id.get(section)
        name = known.wording.plain(labels.language) if known else section
        lines.append((say(labels.language, "reached", section=name), number))
    return lines


def crosswalk_table(crosswalk: Crosswalk, labels: Labels, anchor: str) -> NumberedTable:
    """Give how a question's options correspond to another source's classes."""
    language = labels.language
    item = labels.item(crosswalk.question)
    sources = [labels.source([item]), crosswalk.source.plain(language)]
    body = tuple(
        (cell(labels.option(item, option), header=True), cell("; ".join(classes)))
        for option, classes in crosswalk.rows
    )
    head: tuple[TableCell, ...] = (
        cell(say(language, "answer"), header=True),
        cell(say(language, "source_class"), header=True),
    )
    return NumberedTable(
        number=0,
        anchor=anchor,
        caption=crosswalk.title.plain(language),
        source="; ".join(filter(None, sources)),
        base="",
        notes=(),
        grid=Grid((head,), body),
    )


def links(names: list[tuple[str, str]]) -> Inline:
    """Give references in parentheses: ``(Figuur 5, Figuur 7)``."""
    runs: list[Run] = []
    for place, (anchor, name) in enumerate(names):
        runs += [Run(" (" if place == 0 else ", "), Run(name, link=f"#{anchor}")]
    return (*runs, Run(")")) if runs else ()
