"""Days, versions and who was approached go along with the counts of a data file."""

import datetime as dt

from field_cases import DAY, case, complete, fielded, sample

from peil.fieldwork.count_response import count_response
from peil.fieldwork.field_report import FieldReport
from peil.fieldwork.gathered import Gathered
from peil.fieldwork.make_status import make_status
from peil.fieldwork.response import response_rates
from peil.store.phase import Phase, PhaseEntry
from peil.store.purpose import Purpose
from peil.study.fielding import Access, Privacy

PILOT = PhaseEntry(Phase.PILOT, "v0", dt.date(2026, 1, 5), "trial")
LIVE = PhaseEntry(Phase.LIVE, "v1", dt.date(2026, 1, 12), "served")
CHANGED = PhaseEntry(Phase.LIVE, "v2", dt.date(2026, 1, 20), "a word mended")
CLOSED = PhaseEntry(Phase.CLOSED, "v2", dt.date(2026, 2, 20), "done")
CASES = (
    case("a", complete("x"), version="v1"),
    case("b", complete("y"), version="v2"),
    case("c", complete("z"), version="v0", purpose=Purpose.PILOT),
    case("d", complete("w"), version=""),
)


def report_of(
    *phases: PhaseEntry, privacy: Privacy = Privacy.CONFIDENTIAL, approached: int = 40
) -> FieldReport:
    study = fielded(Access.BOTH, privacy)
    found = sample(approached) if approached else None
    status = make_status(study, Gathered(DAY, CASES, phases, sample=found))
    counts = count_response(status, 3, 3)
    assert response_rates(counts).report == counts.report
    return counts.report


def test_the_pilot_is_no_fieldwork_and_changes_are() -> None:
    assert report_of(PILOT, LIVE, CHANGED, CLOSED) == FieldReport(LIVE.day, CLOSED.day, 40, ("v1", "v2"))


def test_what_goes_on_was_not_closed() -> None:
    assert report_of(PILOT, LIVE) == FieldReport(LIVE.day, None, 40, ("v1", "v2"))
    assert report_of(PILOT).opened is None
    assert report_of(LIVE, CLOSED, CHANGED).closed is None, "reopened"


def test_nobody_was_approached_where_nobody_was_invited() -> None:
    assert report_of(LIVE, approached=0).approached is None


def test_of_an_anonymous_study_in_the_field_only_the_first_day_is_told() -> None:
    assert report_of(LIVE, privacy=Privacy.ANONYMOUS) == FieldReport(LIVE.day)
    assert report_of(LIVE, CLOSED, privacy=Privacy.ANONYMOUS).versions == ("v1", "v2")
