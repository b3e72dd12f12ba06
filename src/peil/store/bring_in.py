"""Responses from a file written as interviews."""

import datetime as dt
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace

from peil.interview.answers import Answers, Value
from peil.interview.private import is_private, set_apart
from peil.interview.response import Response
from peil.interview.state import State
from peil.interview.submit import page_variables, submitted_values
from peil.interview.walk import walk
from peil.store.brought_in import BroughtIn
from peil.store.changes import Changes, add_interviews
from peil.store.database import Database, transaction
from peil.store.interview_rows import find_by_id
from peil.store.kept import Kept
from peil.store.log_entry import IMPORT, LogEntry
from peil.store.quota_places import keep_places
from peil.store.quota_recount import claim_of
from peil.store.source import Source
from peil.study.quota import QUOTA_FULL
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
    if kept is None:
        return None
    return Response(kept.id, kept.answers, None, QUOTA_FULL if kept.full else None, kept.synthetic)


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
    outcome = QUOTA_FULL if response.outcome == QUOTA_FULL else interview.outcome
    return values, interview.last_page, outcome, response.synthetic


def _add(study: Study, database: Database, response: Response, day: dt.date) -> None:
    """Add an interview that nobody has the code of, one entry a page in route order."""
    language = study.about.language
    answers, _ = set_apart(study, response.answers.values)
    entries: list[LogEntry] = []
    for page in study.route.pages:
        names = page_variables(study, page)
        values = {name: value for name, value in answers.items() if name in names and value is not False}
        passed = page in response.answers.pages
        if passed or values:
            entries.append(LogEntry(page, IMPORT, len(entries) + 1, "", values, passed, language))
    kept = Kept(
        response.id,
        language,
        seed=0,
        revision=len(entries),
        answers=Answers(),
        opened_on=day,
        source=Source.IMPORT,
        synthetic=response.synthetic,
        changed_on=day,
        full=QUOTA_FULL if response.outcome == QUOTA_FULL else "",  # a data file doesn't say which quota
    )
    add_interviews(database, [(secrets.token_hex(32), kept)])
    changes = Changes()
    changes.add(kept.id, entries, {one.page: one.revision for one in entries})
    changes.write(database)
    if study.plan.quotas and not kept.full:
        keep_places(
            database, [claim_of(study, replace(kept, answers=Answers(answers, response.answers.pages)))]
        )
