"""A store's responses as a data file."""

from dataclasses import dataclass
from pathlib import Path

from peil.core.problem import Problem
from peil.core.span import Span
from peil.data.data_problems import HELD_BACK
from peil.fieldwork.count_response import count_response
from peil.fieldwork.gather import gather
from peil.fieldwork.make_status import make_status
from peil.fieldwork.status import Status
from peil.fieldwork.told_interviews import tell_interviews
from peil.formats.counts_file import check_counts_place, write_counts
from peil.formats.exported_file import check_place, write_export
from peil.formats.opened_store import opened_store
from peil.formats.outgrown import outgrown_problems
from peil.formats.write_columns import CellStyle
from peil.interview.interview import COMPLETE
from peil.store.sample.find_sample import find_sample
from peil.store.store import Store
from peil.store.today import today
from peil.store.url import read_url
from peil.study.study import Study


@dataclass(frozen=True, slots=True)
class Exported:
    """How many interviews were written, how many of them came to the end, and whether any is made.

    ``counts`` is the file with counts of fieldwork. ``batch`` is 1 where all are written; else in what steps
    those that are over are. The problems tell of answers in the store that are in no row.
    """

    interviews: int
    complete: int
    synthetic: bool
    counts: Path
    batch: int = 1
    problems: tuple[Problem, ...] = ()


def export_store(
    study: Study,
    url: str,
    path: Path,
    *,
    cells: str = "ids",
    complete: bool = False,
    visitors: int | None = None,
) -> Exported:
    """Write the responses in a store to a data file, without contact details, and counts beside it.

    Of an anonymous study in the field that is what may be told of single interviews (``tell_interviews``).

    Args:
        study: The study.
        url: Where the store is.
        path: The file; over an earlier export of the same store it is written anew, over nothing else.
        cells: What stands in the cells of options: ``ids``, ``labels`` in the base language, or ``codes``.
        complete: Only interviews that came to the questionnaire's end.
        visitors: Unique visitors of the start page, counted elsewhere, or None.

    Raises:
        Unusable: There is no store, or something else stands in the file's place.
        OSError: The file can't be written.
    """
    with opened_store(url, study, made=False) as store:
        told = tell_interviews(study, store)
        outgrown = store.misfits()
        status = _look(study, url, store, visitors)
    check_place(path, study, told.web, (one for one in told.responses if one.id not in told.web))
    check_counts_place(path)
    chosen = [one for one in told.responses if not complete or one.outcome == COMPLETE]
    write_export(path, study, chosen, CellStyle(cells))
    ended = sum(one.outcome == COMPLETE for one in chosen)
    counts = write_counts(path, count_response(status, len(chosen), ended, visitors))
    place = str(read_url(url))
    problems = (*held_back_problems(place, told.batch), *outgrown_problems(place, outgrown))
    return Exported(len(chosen), ended, any(one.synthetic for one in chosen), counts, told.batch, problems)


def _look(study: Study, url: str, store: Store, visitors: int | None) -> Status:
    """Look where fieldwork stands."""
    sample = find_sample(url, study)
    try:
        return make_status(study, gather(study, store, sample, today(), visitors=visitors))
    finally:
        if sample:
            sample.close()


def held_back_problems(place: str, batch: int) -> tuple[Problem, ...]:
    """Tell the researcher, in the same words however many there are, that interviews can be held back."""
    if batch == 1:
        return ()
    message = (
        "Respondents are anonymous and fieldwork isn't closed: interviews that are over are exported by "
        f"{batch} at a time. Held back are fewer than {batch} of each way to end, all that aren't over, and "
        "what was changed in an interview since it was first exported."
    )
    hint = "Once fieldwork is closed (peil phase STUDY closed) all of them are exported."
    return (HELD_BACK.problem(Span(place), message, hint=hint),)
