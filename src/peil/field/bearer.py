"""What is true now for who has a visit's code."""

from starlette.concurrency import run_in_threadpool

from peil.field.admission import INVITED
from peil.field.service import Service
from peil.field.standing import Standing
from peil.field.visit import Visit
from peil.interview.interview import COMPLETE, Interview
from peil.interview.walk import walk
from peil.pages.addresses import page_address
from peil.pages.bearer import Bearer, Found
from peil.pages.leading_notice import leading_notice
from peil.store.closing_day import closing_day
from peil.store.errors import StoreUnavailable
from peil.study.fielding import Privacy
from peil.study.quota import QUOTA_FULL


async def bearer_of(service: Service, visit: Visit, language: str) -> Bearer:
    """Give who has a visit's code, with what can still be done; ``language`` is that of the page."""
    interview = walk(visit.study, visit.kept.answers)
    outcome = QUOTA_FULL if visit.kept.full else interview.outcome
    closed = service.standing is Standing.CLOSED
    return Bearer(
        visit.code,
        outcome,
        closed,
        await _found(service, visit),
        None if service.passing else closing_day(service.editions.entry, service.study.about),
        _changes(visit, interview, language) if outcome == COMPLETE and not closed else "",
    )


def _changes(visit: Visit, interview: Interview, language: str) -> str:
    """Give the path of the first page with answers."""
    passed = leading_notice(visit.study)
    first = next((page.id for page in interview.pages if page.id not in passed), None)
    return page_address(language, first) if first else ""


async def _found(service: Service, visit: Visit) -> Found:
    """Say where the code can be found again; never more than can be kept to.

    Once the list was destroyed, nobody can tell whose link is in one that was begun after reopening.
    """
    if visit.kept.link != INVITED:
        return Found.NOWHERE
    if visit.study.fielding.privacy is not Privacy.CONFIDENTIAL or service.sample is None:
        return Found.IN_MAIL
    try:
        destroyed = await run_in_threadpool(service.sample.links_destroyed_on)
    except StoreUnavailable:
        return Found.IN_MAIL
    return Found.IN_LIST if destroyed is None else Found.IN_MAIL
