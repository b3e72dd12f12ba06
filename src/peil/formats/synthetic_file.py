"""The file that a simulation is written to, and what it may be written over."""

from collections.abc import Iterable
from pathlib import Path

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.data.data_problems import PROTECTED_FILE
from peil.formats.cell_table import read_cell_table
from peil.formats.csv_file import write_responses_csv
from peil.formats.whole_file import write_whole
from peil.interview.response import Response
from peil.study.study import Study

HINT = "Name another file, such as out/simulated.csv."


def check_replaceable(path: Path) -> None:
    """See that writing a simulation to a file destroys nothing but a simulation.

    Raises:
        Unusable: The name doesn't end in ``.csv``, or what stands there is no data file whose rows are all
            synthetic.
    """
    if path.suffix != ".csv":
        message = "Simulated interviews are written to a CSV file; this name doesn't end in .csv."
    elif path.exists() and not is_synthetic(path):
        message = "This isn't a data file whose rows are all synthetic, so it isn't written over."
    else:
        return
    raise Unusable([PROTECTED_FILE.problem(Span(str(path)), message, hint=HINT)])


def is_synthetic(path: Path) -> bool:
    """Say whether a file is a data file in which every row says that it is synthetic."""
    if not path.is_file():
        return False
    try:
        table = read_cell_table(path)
    except Unusable:
        return False
    if table.header.count("id") != 1 or table.header.count("synthetic") != 1:
        return False
    return set(table.columns[table.header.index("synthetic")].texts) <= {"1"}


def write_synthetic_csv(path: Path, study: Study, responses: Iterable[Response], *, labels: bool) -> None:
    """Write responses whole or not at all; absent folders on the way are made.

    Raises:
        OSError: The file can't be written; names the file.
    """
    write_whole(path, lambda made: write_responses_csv(made, study, responses, labels=labels))
