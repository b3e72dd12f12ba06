"""Which file holds a study's responses."""

from pathlib import Path

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.data.data_problems import NO_DATA_FILE
from peil.study.study import Study


def find_data(study: Study, data: str | Path | None) -> Path:
    """Give the data file: the one named, or the only CSV file in the study's ``data`` folder.

    Raises:
        Unusable: There is no such file, or several to choose from.
    """
    if data is not None:
        if Path(data).is_file():
            return Path(data)
        message = "This is a folder." if Path(data).is_dir() else "There is no such file."
        raise Unusable([_problem(str(data), message, "Name a CSV file with --data.")])
    folder = study.folder / "data"
    found = sorted(folder.glob("*.csv"))
    if len(found) == 1:
        return found[0]
    names = ", ".join(path.name for path in found)
    message = f"Which of these is the data: {names}?" if found else "There is no CSV file with responses."
    raise Unusable([_problem(str(folder), message, "Name one with --data.")])


def _problem(place: str, message: str, hint: str) -> Problem:
    return NO_DATA_FILE.problem(Span(place), message, hint=hint)
