"""The counts of fieldwork that stand beside a data file, so that a report can tell the response rate."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.data.counts_rules import BAD_COUNTS, OTHER_COUNTS
from peil.data.data_problems import NO_EXPORT
from peil.data.dataset import Dataset
from peil.fieldwork.disposition import Disposition
from peil.fieldwork.field_report import FieldReport
from peil.fieldwork.response import NoRate, OpenCounts, ResponseCounts, ResponseRates, response_rates
from peil.formats.whole_file import OWN, write_whole

FORM = "peil fieldwork 1"
"""What the file says that it is."""
MOST = 10**12
AGAIN = "Export the data anew, or delete the file: the report then tells no response rate."


class NoCountsError(Exception):
    """A file that doesn't hold counts of fieldwork."""


def counts_path(data: Path) -> Path:
    """Give where the counts of a data file stand: ``responses.fieldwork.json`` beside ``responses.csv``."""
    return data.with_suffix(".fieldwork.json")


def check_counts_place(data: Path) -> None:
    """See that writing counts destroys nothing else.

    Raises:
        Unusable: Something stands there that isn't such a file.
    """
    path = counts_path(data)
    if not path.exists():
        return
    try:
        _read(path)
    except NoCountsError:
        message = f"Counts of fieldwork are written beside the data, and {path.name} is something else."
        hint = "Name another file for the data, or take this one away yourself."
        raise Unusable([NO_EXPORT.problem(Span(str(path)), message, hint=hint)]) from None


def write_counts(data: Path, counts: ResponseCounts) -> Path:
    """Write counts beside a data file, for its owner alone; gives the file.

    Raises:
        OSError: It can't be written.
    """
    told = {
        "form": FORM,
        "day": counts.day.isoformat(),
        "going_on": counts.going_on,
        "rows": counts.rows,
        "complete": counts.complete,
        "invited": None if counts.invited is None else dict(counts.invited),
        "open": None
        if counts.open is None
        else {
            "begun": counts.open.begun,
            "complete": counts.open.complete,
            "visitors": counts.open.visitors,
        },
        "no_response_rate": counts.no_rate,
        "report": _told_report(counts.report),
    }
    path, text = counts_path(data), json.dumps(told, indent=2) + "\n"
    write_whole(path, lambda made: _write(made, text), OWN)
    return path


def read_counts(data: Path, rows: int, complete: int) -> tuple[ResponseCounts | None, tuple[Problem, ...]]:
    """Give the counts beside a data file; None where there are none, or they can't be of these data.

    Args:
        data: The data file.
        rows: How many rows it has.
        complete: How many of them came to the end.
    """
    path = counts_path(data)
    if not path.exists():
        return None, ()
    try:
        counts = _read(path)
    except NoCountsError:
        message = "This isn't a file with counts of fieldwork."
        return None, (BAD_COUNTS.problem(Span(str(path)), message, hint=AGAIN),)
    if (counts.rows, counts.complete) == (rows, complete):
        return counts, ()
    message = (
        f"These counts go with a data file of {counts.rows} rows, {counts.complete} of them complete; "
        f"{data.name} has {rows}, {complete} of them complete."
    )
    return None, (OTHER_COUNTS.problem(Span(str(path)), message, hint=AGAIN),)


def read_response(data: Path, dataset: Dataset) -> tuple[ResponseRates | None, tuple[Problem, ...]]:
    """Give the response rates that the counts beside a data file make; None as ``read_counts`` gives it.

    Args:
        data: The data file.
        dataset: All of its rows.
    """
    counts, problems = read_counts(data, dataset.n, int(dataset.complete.sum()))
    return response_rates(counts) if counts else None, problems


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _read(path: Path) -> ResponseCounts:
    """Read a file that was written here; whatever else it is, it can't be used."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return _counts(found)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NoCountsError from None


def _counts(found: object) -> ResponseCounts:
    told = _mapping(found)
    if told["form"] != FORM or not isinstance(told["going_on"], bool):
        raise NoCountsError
    invited, opened, reason = told["invited"], told["open"], told["no_response_rate"]
    return ResponseCounts(
        dt.date.fromisoformat(str(told["day"])),
        told["going_on"],
        _count(told["rows"]),
        _count(told["complete"]),
        None
        if invited is None
        else {Disposition(code): _count(number) for code, number in _mapping(invited).items()},
        None if opened is None else _open(_mapping(opened)),
        None if reason is None else NoRate(str(reason)),
        _report(_mapping(told.get("report", {}))),
    )


def _told_report(report: FieldReport) -> dict[str, object]:
    return {
        "opened": report.opened and report.opened.isoformat(),
        "closed": report.closed and report.closed.isoformat(),
        "approached": report.approached,
        "versions": list(report.versions),
    }


def _report(told: Mapping[str, object]) -> FieldReport:
    """Give what a file says of days and versions; files of earlier releases of Peil say nothing."""
    opened, closed, approached = (told.get(name) for name in ("opened", "closed", "approached"))
    versions = told.get("versions", [])
    if not isinstance(versions, list) or not all(isinstance(one, str) for one in versions):
        raise NoCountsError
    return FieldReport(
        None if opened is None else dt.date.fromisoformat(str(opened)),
        None if closed is None else dt.date.fromisoformat(str(closed)),
        None if approached is None else _count(approached),
        tuple(versions),
    )


def _open(told: Mapping[str, object]) -> OpenCounts:
    visitors = told["visitors"]
    return OpenCounts(
        _count(told["begun"]), _count(told["complete"]), None if visitors is None else _count(visitors)
    )


def _mapping(found: object) -> Mapping[str, object]:
    if not isinstance(found, dict):
        raise NoCountsError
    return found


def _count(found: object) -> int:
    if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found <= MOST:
        raise NoCountsError
    return found
