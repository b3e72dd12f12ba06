"""A store's responses as a data file."""

from dataclasses import dataclass
from pathlib import Path

from peil.core.problem import Problem
from peil.formats.exported_file import check_place, write_export
from peil.formats.opened_store import opened_store
from peil.formats.outgrown import outgrown_problems
from peil.formats.write_columns import CellStyle
from peil.interview.interview import COMPLETE
from peil.store.source import Source
from peil.store.url import read_url
from peil.study.study import Study


@dataclass(frozen=True, slots=True)
class Exported:
    """How many interviews were written, how many of them came to the end, and whether any is made.

    The problems tell of answers in the store that are in no row.
    """

    interviews: int
    complete: int
    synthetic: bool
    problems: tuple[Problem, ...] = ()


def export_store(
    study: Study, url: str, path: Path, *, cells: str = "ids", complete: bool = False
) -> Exported:
    """Write the responses in a store to a data file, without contact details.

    Args:
        study: The study.
        url: Where the store is.
        path: The file; over an earlier export of the same store it is written anew, over nothing else.
        cells: What stands in the cells of options: ``ids``, ``labels`` in the base language, or ``codes``.
        complete: Only interviews that came to the questionnaire's end.

    Raises:
        Unusable: There is no store, or something else stands in the file's place.
        OSError: The file can't be written.
    """
    with opened_store(url, study, made=False) as store:
        responses = tuple(store.responses())
        web = {kept.id for kept in store.kept() if kept.source is Source.WEB}
        outgrown = store.misfits()
    check_place(path, study, web, (one for one in responses if one.id not in web))
    chosen = [one for one in responses if not complete or one.outcome == COMPLETE]
    write_export(path, study, chosen, CellStyle(cells))
    ended = sum(one.outcome == COMPLETE for one in chosen)
    problems = outgrown_problems(str(read_url(url)), outgrown)
    return Exported(len(chosen), ended, any(one.synthetic for one in chosen), problems)
