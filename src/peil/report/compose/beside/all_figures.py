"""Compose ``OthersAnnex``: every figure of other studies, each with where it was printed."""

from collections.abc import Iterator

from peil.report.compose.beside.around_block import AroundBlock
from peil.report.compose.beside.comparison_words import say_beside, say_sampling
from peil.report.compose.beside.printed_elsewhere import (
    cite_publication,
    name_group,
    name_options,
    print_figure,
)
from peil.report.compose.figure import cell
from peil.report.compose.phrases import say_date, spell_count
from peil.report.document import Block, Grid, NumberedTable, Run, TableCell
from peil.study.other_study import OtherStudy, PrintedFigure, Publication
from peil.study.told import in_language

COLUMNS = {
    "question": 4.2,
    "answer": 2.3,
    "group": 1.9,
    "value": 1.6,
    "base": 0.8,
    "place": 1.4,
    "claim": 1.0,
}
"""Columns with their widths."""
NUMERIC = {"value", "base"}
NOTHING = "–"


def all_figures(around: AroundBlock) -> Iterator[Block]:
    """Give a table for each publication of each other study, outside the numbering of tables."""
    anchor = around.anchor
    for other in around.labels.study.others.values():
        for source in other.publications.values():
            own = tuple(one for one in other.figures if one.source == source.id)
            if own:
                yield _table(other, source, own, around.labels.language, anchor)
                anchor = ""


def _table(
    other: OtherStudy, source: Publication, own: tuple[PrintedFigure, ...], language: str, anchor: str
) -> NumberedTable:
    told = [in_language(other.title, language), cite_publication(source, language)]
    if other.fieldwork:
        told.append(say_beside(language, "fieldwork", period=in_language(other.fieldwork, language)))
    kept = tuple(name for name in COLUMNS if is_told(name, own))
    rows = (dict(zip(COLUMNS, _cells(other, one, language), strict=True)) for one in own)
    without = say_beside(language, "unprinted_n" if "base" in kept else "no_n")
    head = tuple(cell(say_beside(language, name), header=True, numeric=name in NUMERIC) for name in kept)
    return NumberedTable(
        number=0,
        anchor=anchor,
        caption=say_beside(language, "all_figures", name=in_language(other.name, language)),
        source="; ".join(told),
        base=say_beside(language, "sampling", told=say_sampling(language, other.sampling)),
        notes=((Run(f"{say_beside(language, 'as_printed')} {without}"),),),
        grid=Grid(
            (head,),
            tuple(tuple(row[name] for name in kept) for row in rows),
            row_headers=2,
            widths=tuple(COLUMNS[name] for name in kept),
        ),
    )


def is_told(column: str, own: tuple[PrintedFigure, ...]) -> bool:
    """Say whether a column has anything to say: bases, places and claims needn't be known."""
    if column == "base":
        return any(one.n for one in own)
    if column == "place":
        return any(one.place or one.date for one in own)
    return column != "claim" or any(one.claim for one in own)


def _cells(other: OtherStudy, figure: PrintedFigure, language: str) -> tuple[TableCell, ...]:
    question = other.questions[figure.question]
    option = name_options(other, figure.question, (figure.option,), language)
    base = spell_count(figure.n, language) if figure.n else NOTHING
    date = say_date(figure.date, language) if figure.date else ""
    return (
        cell(in_language(question.title, language), header=True),
        cell(option or say_beside(language, "whole"), header=True),
        cell(name_group(other, figure.group, language)),
        cell(print_figure(other, figure, language), numeric=True),
        cell(base, numeric=True),
        cell(", ".join(part for part in (figure.place, date) if part) or NOTHING),
        cell(figure.claim or NOTHING),
    )
