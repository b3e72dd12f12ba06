"""Read blocks: ``::: figure usage`` … ``:::``."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from peil.core.ids import did_you_mean
from peil.report import problems as rules
from peil.report.template.beside_block import AuditAnnex
from peil.report.template.phrase import Phrase
from peil.report.template.read_caption import ID, read_caption
from peil.report.template.read_comparison import read_comparison, read_others_annex
from peil.report.template.read_deck import read_notes
from peil.report.template.read_exhibit import SETTINGS, read_exhibit, read_note
from peil.report.template.read_population import read_population
from peil.report.template.read_press import read_embargo, read_key, read_method
from peil.report.template.read_prose import ProseReader
from peil.report.template.read_quote import read_quote
from peil.report.template.read_site import read_downloads, read_explore
from peil.report.template.read_talks import read_talks
from peil.report.template.read_trend import read_trend
from peil.report.template.study_block import MethodologyAnnex
from peil.report.template.template import (
    CrosswalkAnnex,
    IntervalNote,
    Line,
    QuestionnaireAnnex,
    Reference,
    ResearchQuestions,
    ResponseRates,
    ResponseTable,
    TemplateBlock,
    WeightingAnnex,
    WeightingNote,
)

KINDS = (
    "figure", "table", "questions", "response", "rates", "weighting", "intervals", "annex",
    "key", "method", "embargo", "explore", "downloads", "quote", "notes",
    "comparison", "trend", "population", "talks",
)  # fmt: skip
SETTING = re.compile(r"([a-z]+):[ \t]*(.*)", re.DOTALL)
QUESTION = re.compile(r"-[ \t]+([A-Za-z][\w-]*):[ \t]*(.*?)(?:->[ \t]*(.*))?", re.DOTALL)
TARGET = re.compile(r"@([\w-]+)")


@dataclass(frozen=True, slots=True)
class Fenced:
    """A block as it stands: what follows ``:::`` on its first line, and its content by logical line."""

    head: Phrase
    lines: tuple[Phrase, ...]


def read_block(reader: ProseReader, fenced: Fenced) -> TemplateBlock | None:
    """Read a block; None when it can't be read, with a problem."""
    words = fenced.head.plain.split()
    kind, rest = (words[0] if words else ""), words[1:]
    if kind in {"figure", "table"}:
        return read_numbered(reader, fenced, kind, rest)
    if kind in OTHERS:
        return OTHERS[kind](reader, fenced)
    if kind == "annex":
        return read_annex(reader, fenced, rest)
    hint = did_you_mean(kind, KINDS) or f"There are {', '.join(KINDS)}."
    bad(reader, fenced.head, f'There is no block "{kind}".', hint)
    return None


def bad(reader: ProseReader, phrase: Phrase, message: str, hint: str = "") -> None:
    """Add the problem that a block can't be read."""
    reader.names.report(rules.BAD_BLOCK, phrase, message, hint)


def read_numbered(reader: ProseReader, fenced: Fenced, kind: str, rest: list[str]) -> TemplateBlock | None:
    """Read a figure or a table."""
    if len(rest) != 1 or not ID.fullmatch(rest[0]):
        bad(reader, fenced.head, f"A {kind} has one id.", f"Write ::: {kind} usage, say.")
        return None
    first = fenced.lines[0] if fenced.lines else None
    empty: Line = ()
    if first is None or is_setting(first):
        bad(reader, first or fenced.head, f"The {kind} has no caption.", "Its first line is its caption.")
        title, lines = empty, fenced.lines
    else:
        title, lines = read_caption(reader, first), fenced.lines[1:]
    settings, notes = read_settings(reader, lines)
    found = read_exhibit(reader, fenced.head, kind, rest[0], title, settings)
    if found is None:
        reader.broken.add(rest[0])
        return None
    return replace(found, notes=tuple(read_note(reader, note) for note in notes))


def is_setting(phrase: Phrase) -> bool:
    """Say whether a line sets something that exists."""
    found = SETTING.fullmatch(phrase.text)
    return found is not None and found.group(1) in SETTINGS


def read_settings(
    reader: ProseReader, lines: tuple[Phrase, ...]
) -> tuple[dict[str, Phrase], tuple[Phrase, ...]]:
    """Read the lines ``key: value``; the notes, of which there may be several, stand apart."""
    settings: dict[str, Phrase] = {}
    notes: list[Phrase] = []
    for line in lines:
        found = SETTING.fullmatch(line.text)
        if found is None:
            bad(reader, line, f'"{line.plain}" sets nothing.', "Write key: value.")
        elif found.group(1) not in SETTINGS:
            hint = did_you_mean(found.group(1), SETTINGS) or f"There are {', '.join(SETTINGS)}."
            bad(reader, line.group(found, 1), f'There is no setting "{found.group(1)}".', hint)
        elif found.group(1) == "note":
            notes.append(line.group(found, 2))
        elif found.group(1) in settings:
            bad(reader, line.group(found, 1), f"{found.group(1)} is set twice.", "Keep one of the two.")
        else:
            settings[found.group(1)] = line.group(found, 2)
    return settings, tuple(notes)


def read_questions(reader: ProseReader, fenced: Fenced) -> TemplateBlock:
    """Read research questions: ``- id: text -> @figure, @figure``."""
    questions = []
    for line in fenced.lines:
        found = QUESTION.fullmatch(line.text)
        if found is None:
            bad(reader, line, f'"{line.plain}" is no research question.', "Write - id: text -> @figure.")
            continue
        targets = line.group(found, 3) if found.group(3) else line.part(0, 0)
        references = tuple(
            Reference(target.group(1), targets.part(target.start(), target.end()).span)
            for target in TARGET.finditer(targets.text)
        )
        questions.append((found.group(1), reader.line(line.group(found, 2)), references))
    return ResearchQuestions(tuple(questions))


def read_response(reader: ProseReader, fenced: Fenced) -> TemplateBlock:
    """Read ``::: response``, with or without a caption."""
    if len(fenced.lines) > 1:
        message = "The response table takes a caption and nothing more."
        bad(reader, fenced.lines[1], message, "Take the line away.")
    return ResponseTable(read_caption(reader, fenced.lines[0]) if fenced.lines else (), fenced.head.span)


def read_rates(reader: ProseReader, fenced: Fenced) -> TemplateBlock:
    """Read ``::: rates``."""
    if fenced.lines:
        bad(reader, fenced.lines[0], "Response rates come from fieldwork.", "Take the line away.")
    return ResponseRates(fenced.head.span)


def read_weighting(reader: ProseReader, fenced: Fenced) -> TemplateBlock:
    """Read ``::: weighting``; a plan that gives no reason for its weighting is a problem."""
    if fenced.lines:
        bad(reader, fenced.lines[0], "The words on weighting come from plan.toml.", "Take the line away.")
    if not reader.names.study.plan.weighting.reason.plain(reader.language):
        message = "The plan gives no reason for weighting, or for not weighting."
        hint = 'Write reason = "…" under [weighting] in plan.toml.'
        reader.names.report(rules.NO_WEIGHTING_REASON, fenced.head, message, hint)
    return WeightingNote()


def read_intervals(reader: ProseReader, fenced: Fenced) -> TemplateBlock:
    """Read ``::: intervals``."""
    if fenced.lines:
        bad(reader, fenced.lines[0], "The words on intervals come from plan.toml.", "Take the line away.")
    return IntervalNote()


def read_annex(reader: ProseReader, fenced: Fenced, rest: list[str]) -> TemplateBlock | None:
    """Read ``::: annex`` and which: one of ``ANNEXES``, or a crosswalk."""
    if fenced.lines:
        bad(reader, fenced.lines[0], "A generated annex holds no lines of its own.", "Take them away.")
    if len(rest) == 1 and rest[0] in ANNEXES:
        return ANNEXES[rest[0]](reader, fenced)
    if len(rest) == 2 and rest[0] == "crosswalk":
        crosswalks = reader.names.study.plan.crosswalks
        if rest[1] in crosswalks:
            return CrosswalkAnnex(rest[1])
        at = fenced.head.text.rindex(rest[1])
        name = fenced.head.part(at, at + len(rest[1]))
        reader.names.unknown(name, "The plan has no crosswalk", crosswalks)
        return None
    hint = "There are questionnaire, methodology, weighting, audit, comparisons and crosswalk ID."
    bad(reader, fenced.head, f'There is no annex "{" ".join(rest)}".', hint)
    return None


def read_weighting_annex(reader: ProseReader, fenced: Fenced) -> TemplateBlock | None:
    """Read ``::: annex weighting``; without targets there is nothing to show."""
    targets = reader.names.study.plan.weighting.targets
    if targets:
        return WeightingAnnex(tuple(target.variable for target in targets))
    hint = "Write [[weighting.target]] in plan.toml, or take the annex away."
    bad(reader, fenced.head, "The plan has no targets that answers are weighted to.", hint)
    return None


ANNEXES: dict[str, Callable[[ProseReader, Fenced], TemplateBlock | None]] = {
    "questionnaire": lambda _, __: QuestionnaireAnnex(),
    "methodology": lambda _, __: MethodologyAnnex(),
    "comparisons": read_others_annex,
    "audit": lambda _, fenced: AuditAnnex(fenced.head.span),
    "weighting": read_weighting_annex,
}
"""Annexes that take no name."""
OTHERS: dict[str, Callable[[ProseReader, Fenced], TemplateBlock | None]] = {
    "explore": read_explore,
    "downloads": read_downloads,
    "questions": read_questions,
    "response": read_response,
    "rates": read_rates,
    "weighting": read_weighting,
    "intervals": read_intervals,
    "key": read_key,
    "method": read_method,
    "embargo": read_embargo,
    "quote": read_quote,
    "notes": read_notes,
    "comparison": read_comparison,
    "trend": read_trend,
    "population": read_population,
    "talks": read_talks,
}
"""Blocks of which no more is said on their first line."""
