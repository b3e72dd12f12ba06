"""The header of a data file: which column holds which variable."""

from collections.abc import Sequence

from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.core.span import Span
from peil.data.build import data_variables
from peil.data.data_problems import (
    ABSENT_COLUMN,
    CONTACT_IN_DATA,
    DUPLICATE_COLUMN,
    MISSING_ID,
    NO_PROGRESS,
    NO_ROWS,
    UNKNOWN_COLUMN,
)
from peil.formats.cell_span import cell_span
from peil.formats.cell_table import CellTable
from peil.study.codebook import Variable
from peil.study.study import Study

ROW_COLUMNS = ("id", "synthetic", "last_page", "outcome")
NAMED = 3
"""So many absent items are named; of the others only how many there are."""


def check_header(table: CellTable, study: Study) -> list[Problem]:
    """Find columns that are absent, unknown or doubled, and contact details."""
    if "id" not in table.header:
        message, hint = "There is no column id.", "Add one that tells the interviews apart: 1, 2, 3."
        if other := next((name for name in table.header if name.lower() == "id"), None):
            hint = f'Write "id" in place of "{other}".'
        return [MISSING_ID.problem(Span(str(table.path), 1, 1), message, hint=hint)]
    variables = study.codebook.variables
    known = [*ROW_COLUMNS, *data_variables(study)]
    known.extend(study.plan.row_columns)
    allowed = set(known)
    problems = []
    for index, name in enumerate(table.header):
        if name in allowed and name not in table.header[:index]:
            continue
        span = cell_span(table.path, 1, index)
        if name in table.header[:index]:
            message = f'The column "{name}" stands here again.'
            problems.append(DUPLICATE_COLUMN.problem(span, message, hint="Keep one of the two."))
        elif name in variables and variables[name].private:
            message = f'"{name}" holds contact details.'
            problems.append(CONTACT_IN_DATA.problem(span, message, hint="Leave the column out."))
        elif name in variables:
            message = f'"{name}" is computed by plan.toml from the answers.'
            problems.append(UNKNOWN_COLUMN.problem(span, message, hint="Leave the column out.", got=name))
        else:
            message = f'"{name}" is no variable of the study.'
            hint = _repair(name, known, table.header, study)
            problems.append(UNKNOWN_COLUMN.problem(span, message, hint=hint, got=name))
    return problems


def _named_by_plan(study: Study) -> list[str]:
    """Give the columns that the plan reads weights, strata, units and populations from."""
    plan, design = study.plan, study.plan.design
    weights = [plan.weighting.column] if plan.weighting.column else []
    return weights if design is None else [*weights, *design.texts, *design.population]


def _repair(name: str, known: Sequence[str], header: Sequence[str], study: Study) -> str:
    """Say what to do about an unknown column: it may be one that is lacking, misspelt here or in the plan."""
    lacked = [each for each in _named_by_plan(study) if each not in header]
    near = did_you_mean(name, [each for each in known if each not in header])
    if near or not lacked:
        return near or "Leave the column out, or give it a variable's name."
    return f'Leave the column out, or name it in plan.toml where that names "{lacked[0]}", which isn\'t here.'


def check_progress(table: CellTable) -> list[Problem]:
    """Find that no column says how far the interviews came."""
    if not {"last_page", "outcome"}.isdisjoint(table.header):
        return []
    message = "There is no column last_page and no column outcome."
    hint = 'Add a column outcome, with "complete" in the row of everyone who came to the end.'
    return [NO_PROGRESS.problem(Span(str(table.path), 1, 1), message, hint=hint)]


def find_no_rows(table: CellTable) -> list[Problem]:
    """Tell that nobody stands in the file."""
    if table.n:
        return []
    hint = "Name the file that the responses are in, or export them again."
    return [NO_ROWS.problem(Span(str(table.path), 1, 1), "No rows stand under the header.", hint=hint)]


def variables_with_column(table: CellTable, study: Study) -> list[tuple[int, Variable]]:
    """Give the variables that the file holds, with the position of their column."""
    variables = data_variables(study)
    return [(index, variables[name]) for index, name in enumerate(table.header) if name in variables]


def find_absent(table: CellTable, study: Study) -> list[Problem]:
    """Tell which items have none of their columns, text beside an option aside."""
    present = set(table.header)
    variables = data_variables(study)
    absent = []
    for key, item in study.codebook.items.items():
        main = [name for name in item.variables if name in variables and variables[name].follows is None]
        if main and present.isdisjoint(main):
            absent.append(key)
    if not absent:
        return []
    more = f" and {len(absent) - NAMED} more" if len(absent) > NAMED + 1 else ""
    named = ", ".join(absent[:NAMED] if more else absent)
    message = f"No column holds answers to {named}{more}."
    return [ABSENT_COLUMN.problem(Span(str(table.path), 1, 1), message)]
