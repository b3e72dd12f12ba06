"""Read ``::: comparison``, and ``::: annex comparisons``."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from peil.core.ids import did_you_mean
from peil.report import problems as rules
from peil.report.template.beside_block import ComparisonCall, OthersAnnex
from peil.report.template.phrase import Phrase
from peil.report.template.read_caption import read_anchor, read_caption
from peil.report.template.read_prose import ProseReader
from peil.report.template.read_settings import SETTING, read_settings
from peil.study.other_study import OtherStudy
from peil.study.tablespec import TableSpec

if TYPE_CHECKING:
    from peil.report.template.read_block import Fenced
    from peil.report.template.template import Line

SETTINGS = ("show", "chart", "id", "note")
CHARTS = ("dots", "grouped")


def read_comparison(reader: ProseReader, fenced: "Fenced") -> ComparisonCall | None:
    """Read it; None when it can't be read, with a problem."""
    other = _other(reader, fenced)
    settings, notes, caption = _lines(reader, fenced)
    if other is None:
        return None
    chart = settings.get("chart")
    if chart and chart.plain not in CHARTS:
        hint = did_you_mean(chart.plain, CHARTS) or f"There are {' and '.join(CHARTS)}."
        reader.names.report(rules.BAD_BLOCK, chart, f'There is no chart "{chart.plain}" of it.', hint)
        chart = None
    questions = tuple(_questions(reader, other, settings.get("show"), charted=chart is not None))
    if not questions:
        if "show" not in settings:
            hint = f"Write show: {', '.join(other.questions) or 'QUESTION'}."
            reader.names.report(rules.BAD_BLOCK, fenced.head, "The comparison shows no question.", hint)
        return None
    return ComparisonCall(
        id=other.id,
        span=fenced.head.span,
        specs=tuple(dict.fromkeys(_specs(other, questions))),
        questions=questions,
        anchor=read_anchor(reader, settings.get("id"), f"{other.id}-{questions[0]}"),
        caption=caption,
        chart=chart.plain if chart else "",
        notes=notes,
    )


def read_others_annex(reader: ProseReader, fenced: "Fenced") -> OthersAnnex | None:
    """Read ``::: annex comparisons``; without other studies there is nothing to list."""
    if reader.names.study.others:
        return OthersAnnex(fenced.head.span)
    hint = "Write one in compare/, or take the annex away."
    reader.names.report(rules.BAD_BLOCK, fenced.head, "The study names no other studies.", hint)
    return None


def _other(reader: ProseReader, fenced: "Fenced") -> OtherStudy | None:
    words = fenced.head.plain.split()[1:]
    known = reader.names.study.others
    if len(words) != 1:
        hint = "Write ::: comparison poll2025, say: the name of a file in compare/."
        reader.names.report(rules.BAD_BLOCK, fenced.head, "A comparison has one other study.", hint)
        return None
    if words[0] in known:
        return known[words[0]]
    at = fenced.head.text.rindex(words[0])
    name = fenced.head.part(at, at + len(words[0]))
    reader.names.unknown(name, "There is no other study", known)
    return None


def _lines(reader: ProseReader, fenced: "Fenced") -> "tuple[dict[str, Phrase], tuple[Line, ...], Line]":
    """Read the caption, the settings by key and the notes."""
    caption: Line = ()
    lines = fenced.lines
    if lines and not ((found := SETTING.fullmatch(lines[0].text)) and found.group(1) in SETTINGS):
        caption, lines = read_caption(reader, lines[0]), lines[1:]
    settings, notes = read_settings(reader, lines, SETTINGS)
    if not caption:
        reader.names.report(
            rules.BAD_BLOCK, fenced.head, "The comparison has no caption.", "Its first line is its caption."
        )
    return settings, notes, caption


def _questions(
    reader: ProseReader, other: OtherStudy, show: Phrase | None, *, charted: bool
) -> Iterator[str]:
    for part in show.commas() if show else ():
        question = other.questions.get(part.plain)
        if question is None:
            reader.names.unknown(part, f"{other.id} has no question", other.questions)
        elif charted and question.crosswalk is None:
            message = f"{part.plain} has no counterpart in this study, so there is nothing to draw beside it."
            hint = "Leave chart: out, or give the question a crosswalk."
            reader.names.report(rules.UNFIT_CHART, part, message, hint)
        else:
            yield question.id


def _specs(other: OtherStudy, questions: tuple[str, ...]) -> Iterator[TableSpec]:
    for name in questions:
        crosswalk = other.questions[name].crosswalk
        for counterpart in crosswalk.groups if crosswalk else ():
            yield TableSpec(counterpart.spec.item, None, counterpart.spec.where, counterpart.spec.base)
            yield counterpart.spec
