"""Responses from a file written as interviews."""

import datetime as dt
import secrets
from collections.abc import Iterable, Mapping

from peil.interview.answers import Answers, Value
from peil.interview.private import is_private, set_apart
from peil.interview.response import Response
from peil.interview.state import State
from peil.interview.submit import page_variables, submitted_values
from peil.interview.walk import walk
from peil.store.brought_in import BroughtIn
from peil.store.database import Database, transaction
from peil.store.interview_rows import NewInterview, add_entries, add_interview, find_by_id
from peil.store.log_entry import IMPORT, LogEntry
from peil.store.source import Source
from peil.study.study import Study

UNSEEN = frozenset({State.NOT_ASKED, State.LEFT_BEFORE})


def bring_in(study: Study, database: Database, responses: Iterable[Response], day: dt.date) -> BroughtIn:
    """Write responses as interviews, all of them or none.

    Contact details are left out, but for the mark that one was given: a data file holds none, and nobody
    could ask for their erasure here.
    """
    read = list(responses)  # before the transaction: making them may take long
    new: dict[str, Response] = {}
    present, clashing = 0, set[str]()
    with transaction(database, alone=True):
        for response in read:
            there = new.get(response.id) or _response(database, response.id)
            if there is None:
                new[response.id] = response
            elif told(study, there) == told(study, response):
                present += 1
            else:
                clashing.add(response.id)
        if clashing:
            return BroughtIn(0, present, tuple(sorted(clashing)))
        for response in new.values():
            _add(study, database, response, day)
    return BroughtIn(len(new), present)


def _response(database: Database, response_id: str) -> Response | None:
    kept = find_by_id(database, response_id)
    return Response(kept.id, kept.answers, None, None, kept.synthetic) if kept else None


def told(study: Study, response: Response) -> tuple[Mapping[str, Value], str | None, str | None, bool]:
    """Give what a data file tells of an interview: its answers that count, how far it came."""
    answers = response.answers
    interview = walk(study, Answers(submitted_values(study, answers), answers.pages))
    variables = study.codebook.variables
    values = {
        name: value
        for name, value in interview.given.items()
        if value is not False
        and not is_private(study, name)
        and interview.states[variables[name].item] not in UNSEEN
    }
    return values, interview.last_page, interview.outcome, response.synthetic


def _add(study: Study, database: Database, response: Response, day: dt.date) -> None:
    """Add an interview that nobody has the code of, one entry a page in route order."""
    language = study.about.language
    new = NewInterview(
        id=response.id,
        key=secrets.token_hex(32),
        language=language,
        seed=0,
        day=day,
        source=Source.IMPORT,
        synthetic=response.synthetic,
        version="",
    )
    add_interview(database, new)
    answers, _ = set_apart(study, response.answers.values)
    entries: list[LogEntry] = []
    for page in study.route.pages:
        names = page_variables(study, page)
        values = {name: value for name, value in answers.items() if name in names and value is not False}
        passed = page in response.answers.pages
        if passed or values:
            entries.append(LogEntry(page, IMPORT, len(entries) + 1, "", values, passed, language))
    if entries:
        add_entries(database, new.id, entries, {one.page: one.revision for one in entries}, day)
