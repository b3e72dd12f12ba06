"""A status as counts that a report makes response rates of."""

from peil.fieldwork.field_report import FieldReport
from peil.fieldwork.make_status import MIXED, NOBODY_YET, NOT_INVITED
from peil.fieldwork.response import NoRate, OpenCounts, ResponseCounts
from peil.fieldwork.status import Source, Status
from peil.store.phase import Phase

REASONS = {MIXED: NoRate.MIXED, NOT_INVITED: NoRate.NOT_INVITED, NOBODY_YET: NoRate.NOBODY_YET}


def count_response(status: Status, rows: int, complete: int, visitors: int | None = None) -> ResponseCounts:
    """Give what a report needs of a status.

    Nothing is counted while counts are rounded: rates of them would be printed as if they were exact.

    Args:
        status: Where fieldwork stands.
        rows: Interviews in the data file that the counts go with.
        complete: Of these, came to the end.
        visitors: Unique visitors of the start page, counted elsewhere, or None.
    """
    entry = status.standing.phase
    going_on = entry is None or entry.phase is not Phase.CLOSED
    if status.batch > 1:
        return ResponseCounts(
            status.day,
            going_on,
            rows,
            complete,
            no_rate=NoRate.IN_FIELD,
            report=FieldReport(status.standing.opened),
        )
    return ResponseCounts(
        status.day,
        going_on,
        rows,
        complete,
        status.account.dispositions if status.account else None,
        _open_counts(status, visitors),
        REASONS.get(status.no_rate),
        _report(status, going_on=going_on),
    )


def _report(status: Status, *, going_on: bool) -> FieldReport:
    entry, sample = status.standing.phase, status.sample
    return FieldReport(
        opened=status.standing.opened,
        closed=entry.day if entry and not going_on else None,
        approached=sample.approached if sample and sample.approached else None,
        versions=tuple(sorted(one.value for one in status.versions if one.value)),
    )


def _open_counts(status: Status, visitors: int | None) -> OpenCounts | None:
    if not status.open_rates:
        return None
    found = next((one for one in status.sources if one.value == Source.OPEN), None)
    return OpenCounts(found.begun, found.complete, visitors) if found else None
