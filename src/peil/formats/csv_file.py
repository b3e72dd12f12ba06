"""Responses as a CSV file: one row an interview, read straight into columns."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from peil.core.problem import Unusable, has_errors
from peil.data.build import blank_columns, build_dataset
from peil.data.dataset import Dataset
from peil.data.from_responses import from_responses
from peil.formats.cell_table import read_cell_table
from peil.formats.csv_header import (
    check_header,
    check_progress,
    find_absent,
    find_no_rows,
    variables_with_column,
)
from peil.formats.csv_rows import read_rows
from peil.formats.read_columns import ColumnReader
from peil.formats.row_columns import read_row_columns
from peil.formats.shared_ranks import find_shared_ranks
from peil.formats.write_columns import CellStyle, write_dataset
from peil.interview.response import Response
from peil.study.study import Study


def read_responses_csv(path: Path, study: Study) -> Dataset:
    """Read a data file: every row, with the state of every cell.

    Cells of options hold ids, codes or labels; which of them, each column shows by itself.

    Raises:
        Unusable: The file can't be read, or holds columns or cells that mean nothing in this study; carries
            all such problems, each with its place. What leaves the file usable, such as answers off the
            route, stands in ``Dataset.problems``.
    """
    table = read_cell_table(path)
    problems = check_header(table, study)
    if has_errors(problems):
        raise Unusable(problems)
    reader = ColumnReader(study, table)
    rows = read_rows(reader)
    columns = blank_columns(study, table.n)
    for index, variable in variables_with_column(table, study):
        columns[variable.name] = reader.read(variable, index)
    columns |= read_row_columns(reader, rows.ids, set(columns))
    reader.problems.extend(() if has_errors(reader.problems) else check_progress(table))
    reader.problems.extend(find_shared_ranks(study, table, columns))
    if has_errors(reader.problems):
        raise Unusable(sorted(reader.problems, key=lambda problem: problem.span))
    dataset = build_dataset(study, rows, columns, reader.missing_steps)
    return replace(dataset, problems=(*find_no_rows(table), *find_absent(table, study), *dataset.problems))


def write_responses_csv(
    path: Path,
    study: Study,
    responses: Dataset | Iterable[Response],
    *,
    labels: bool = False,
    codes: bool = False,
) -> None:
    """Write a data file that ``read_responses_csv`` reads back, cell for cell.

    Only answers that are visible on the route are written, and no contact details.

    Args:
        path: The file.
        study: The study that the answers were given in.
        responses: A data set or responses.
        labels: Write labels in the base language instead of option ids.
        codes: Write codes instead of option ids.

    Raises:
        ValueError: Both labels and codes are asked for.
    """
    if labels and codes:
        raise ValueError("cells hold labels or codes, not both")
    style = CellStyle.LABELS if labels else CellStyle.CODES if codes else CellStyle.IDS
    dataset = responses if isinstance(responses, Dataset) else from_responses(study, responses)
    write_dataset(path, dataset, style)
