"""Estimate shares from any data file, its cells taken as categories."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.estimation.arrays import Floats
from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.design import Replicates
from peil.estimation.lonely import LonelyUnit
from peil.estimation.packed.coded import Coded
from peil.estimation.packed.codes import Codes, no_codes
from peil.estimation.packed.packed_engine import PackedEngine
from peil.estimation.replicate_variance import replicate_freedom, replicate_freedoms
from peil.formats.cell_table import CellTable
from peil.formats.file_table import read_file_table
from peil.tabulate.categories import Categories, find_columns, read_categories
from peil.tabulate.estimate_question import EstimatedQuestion, Sampled, estimate_question
from peil.tabulate.estimate_table import EstimateTable
from peil.tabulate.file_design import lonely_problem, read_design, read_frame
from peil.tabulate.sample_columns import SampleColumns
from peil.tabulate.table import BaseCount
from peil.tabulate.table_problems import TOO_MANY_CELLS

NA = ("", "NA")
"""Cells that say there is no answer."""

MOST_CELLS = 1_000_000

MOST_BY_UNIT = 100_000_000
"""So many cells are added up by unit: each takes some 80 bytes."""

Progress = Callable[[int, int], None]
"""Is told how many questions are done, of how many."""


def estimate(  # noqa: PLR0913 - what else it may be told is named at the call
    path: str | Path,
    rows: Sequence[str],
    by: Sequence[str] = (),
    weights: str | None = None,
    na: Iterable[str] = NA,
    *,
    sample: SampleColumns | None = None,
    progress: Progress | None = None,
) -> tuple[EstimateTable, ...]:
    """Estimate every row variable in the whole sample, then in each class of each group variable.

    The base of a variable is the rows whose cell is not one of ``na``; a class is any other cell of the
    group variable. Options and classes stand in the order in which they first occur, zeros included.

    Args:
        path: A CSV file with a header, a Parquet file or an SPSS file.
        rows: Columns to estimate.
        by: Columns to split by, each a banner of its own.
        weights: Column of weights, or None when every row counts once.
        na: Cells that say there is no answer.
        sample: How the rows were drawn, where ``weights`` isn't all that is known of it.
        progress: Is told how far it is.

    Raises:
        Unusable: The file can't be read, lacks a column or holds an impossible weight, unit or population, a
            stratum has a single unit, or a table would have more than ``MOST_CELLS`` cells, or more than
            ``MOST_BY_UNIT`` in all units together.
    """
    absent = frozenset(na)
    sample = sample or SampleColumns(weights)
    texts = [*rows, *by, *sample.codes]
    table = read_file_table(Path(path), set(texts), sample.numbers)
    columns = find_columns(table, [*texts, *sample.numbers])
    if not table.n:
        return tuple(_empty(row, absent) for row in dict.fromkeys(rows))
    design = read_design(table, columns, sample, absent)
    frame = read_frame(table, columns, sample, design)
    answers = {row: read_categories(columns[row], absent) for row in dict.fromkeys(rows)}
    groups = {name: read_categories(columns[name], absent) for name in dict.fromkeys(by)}
    _check_size(table, answers, groups, frame.size)
    asked = _Asked.of(answers, groups)
    data = Coded(
        table.n,
        frame.size,
        frame.unit_of,
        design.weights,
        asked.codes,
        asked.groups,
        {},
        design.replicates.weights if design.replicates else None,
    )
    sampled = Sampled(PackedEngine(data), frame, design, _rule(absent))
    try:
        return tuple(_tables(sampled, asked, progress))
    except LonelyUnit as error:
        raise Unusable([lonely_problem(table, columns, sample, error)]) from error


def _empty(question: str, absent: Iterable[str]) -> EstimateTable:
    return EstimateTable(question, None, None, BaseCount(0, 0.0, _rule(absent)), ())


def _rule(absent: Iterable[str]) -> str:
    return f"rows whose answer is not one of: {', '.join(repr(cell) for cell in sorted(absent))}"


@dataclass(frozen=True)
class _Asked:
    """Questions and banners with the codes of each row."""

    codes: Mapping[Question, Codes]
    groups: Mapping[Banner, Codes]

    @classmethod
    def of(cls, answers: Mapping[str, Categories], groups: Mapping[str, Categories]) -> "_Asked":
        """Give them for columns read as categories."""
        return cls(
            {Question(name, found.values, (name,)): _codes(found) for name, found in answers.items()},
            {Banner(name, found.values, name): _codes(found) for name, found in groups.items()},
        )


def _codes(found: Categories) -> Codes:
    codes = no_codes(len(found.codes), len(found.values))
    inside = found.codes >= 0
    codes[inside] = found.codes[inside]
    return Codes(codes, len(found.values))


def _tables(sampled: Sampled, asked: _Asked, progress: Progress | None) -> Iterator[EstimateTable]:
    banners = (WHOLE, *asked.groups)
    for done, one in enumerate(_by_question(sampled, asked, banners), 1):
        yield from estimate_question(sampled, one)
        if progress:
            progress(done, len(asked.codes))


def _by_question(sampled: Sampled, asked: _Asked, banners: Sequence[Banner]) -> Iterator[EstimatedQuestion]:
    """Give each question with its moments by each banner."""
    questions = [*asked.codes]
    counted = sampled.engine.tables(questions, banners)
    if sampled.design.replicates is None:
        for question in questions:
            yield EstimatedQuestion(question, {banner: next(counted)[2] for banner in banners})
        return
    replicated = sampled.engine.replicates(questions, banners)
    for question in questions:
        yield EstimatedQuestion(
            question,
            {banner: next(counted)[2] for banner in banners},
            {banner: next(replicated)[2] for banner in banners},
            {
                banner: _freedom(sampled.design.replicates, asked.codes[question], asked.groups.get(banner))
                for banner in banners
            },
        )


def _freedom(replicates: Replicates, answers: Codes, groups: Codes | None) -> tuple[float, Floats]:
    """Give the degrees of freedom among rows that answered and are in a group, and those of each group."""
    answered = answers.of < answers.options
    places = np.zeros(len(answers.of), np.int64) if groups is None else groups.of.astype(np.int64)
    count = 1 if groups is None else groups.options
    places[~answered | (places >= count)] = -1
    together = replicate_freedom(replace(replicates, weights=replicates.weights[places >= 0]))
    return together, replicate_freedoms(replicates, places, count)


def _check_size(
    table: CellTable, answers: Mapping[str, Categories], groups: Mapping[str, Categories], units: int
) -> None:
    """Refuse tables that nobody can read and that memory can't hold.

    Raises:
        Unusable: A column has too many categories for a table, by itself or by group.
    """
    sizes = [(1, ""), *((len(classes.values), by) for by, classes in groups.items())]
    most, by = max(sizes, key=lambda found: found[0])
    problems = [
        _too_many(table, row, len(found.values), most, by, units)
        for row, found in answers.items()
        if len(found.values) * most > min(MOST_CELLS, MOST_BY_UNIT // units)
    ]
    if problems:
        raise Unusable(problems)


def _too_many(table: CellTable, row: str, options: int, groups: int, by: str, units: int) -> Problem:
    split = f', split by the {groups} of "{by}"' if by else ""
    by_unit = "" if options * groups > MOST_CELLS else f" in each of {units} strata or units"
    most = "a hundred million" if by_unit else "a million"
    message = f'"{row}" has {options} categories{split}{by_unit}: more than {most} cells.'
    hint = "Choose columns with few categories, or make classes of them first."
    return TOO_MANY_CELLS.problem(Span(str(table.path), 1, 1), message, hint=hint)
