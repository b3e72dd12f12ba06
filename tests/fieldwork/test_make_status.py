"""The status: what counts, which rates there are, and what may be told of an anonymous study."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from field_cases import BROKEN_OFF, DAY, PARTIAL, SCREENED, case, complete, fielded, sample
from hypothesis import given
from hypothesis import strategies as st

from peil.core.span import Span
from peil.fieldwork.as_json import status_json
from peil.fieldwork.as_text import status_text
from peil.fieldwork.batches import BATCH
from peil.fieldwork.case import Case
from peil.fieldwork.disposition import Disposition
from peil.fieldwork.gathered import Gathered
from peil.fieldwork.make_status import LEFT_AFTER_DAYS, MIXED, NOBODY_YET, NOT_INVITED, make_status
from peil.fieldwork.quality import FlagKind
from peil.fieldwork.status import QuotaFill, Status
from peil.store.phase import Phase, PhaseEntry
from peil.store.purpose import Purpose
from peil.store.retire import Due
from peil.store.retired import What
from peil.store.source import Source
from peil.study.amendment import Exclusion
from peil.study.expr.condition import Condition
from peil.study.expr.tree import Always
from peil.study.fielding import Access, Privacy
from peil.study.quota import Quota
from peil.study.study import Study
from peil.study.text import Wording

LIVE = (PhaseEntry(Phase.LIVE, "v1", DAY, "served"),)
CLOSED = (*LIVE, PhaseEntry(Phase.CLOSED, "v1", DAY, "done"))


def status_of(*cases: Case, study=None, phases=LIVE, **more: object) -> Status:
    return make_status(study or fielded(), Gathered(DAY, cases, phases, **more))  # type: ignore[arg-type]


def invited(number: int, answers=None, **more: object) -> list[Case]:
    """So many invited persons' interviews, no two alike."""
    return [
        case(f"i{n}", answers or complete(f"words {n}"), link="invited", seconds=60, **more)
        for n in range(number)
    ]


def test_only_live_interviews_count() -> None:
    told = status_of(
        case("a", complete()),
        case("b", complete(), purpose=Purpose.PILOT),
        case("c", complete(), purpose=Purpose.TEST, flags=("burst",)),
        case("d", BROKEN_OFF, purpose=Purpose.TEST),
    )
    assert (told.counts.begun, told.counts.pilot, told.counts.test) == (1, 1, 2)
    assert told.counts.dispositions == {Disposition.COMPLETE: 1}
    assert all(sum(one.begun for one in found) == 1 for found in (told.sources, told.languages, told.days))
    assert [flag.count for flag in told.flags if flag.kind is FlagKind.BURST] == [0]


@pytest.mark.parametrize(("ago", "under_way"), [(0, 1), (LEFT_AFTER_DAYS, 1), (LEFT_AFTER_DAYS + 1, 0)])
def test_an_interview_that_was_not_touched_for_long_was_left(ago, under_way) -> None:
    last = case("a", BROKEN_OFF, opened_on=dt.date(2026, 1, 1), changed_on=DAY - dt.timedelta(days=ago))
    told = status_of(last)
    assert told.counts.under_way == under_way
    assert sum(one.left for one in told.flow) == 1 - under_way


def test_nothing_is_under_way_once_it_is_closed_nor_from_a_file() -> None:
    assert status_of(case("a", BROKEN_OFF), phases=CLOSED).counts.under_way == 0
    assert status_of(case("a", BROKEN_OFF, source=Source.IMPORT)).counts.under_way == 0


@pytest.mark.parametrize(("day", "left"), [(2, 10), (11, 1), (12, None)])
def test_days_left_count_the_last_one(day, left) -> None:
    told = make_status(fielded(), Gathered(dt.date(2026, 3, day)))
    assert told.standing.days_left == left


def test_a_sample_and_nothing_else_has_response_rates() -> None:
    study = fielded(Access.INVITED, Privacy.CONFIDENTIAL, screening=False)
    cases = [*invited(12), case("p", PARTIAL, link="invited")]
    told = status_of(*cases, study=study, sample=sample(40, bounced=4, refused=2))
    assert told.account is not None
    assert told.no_rate == ""
    assert told.account.dispositions == {
        Disposition.COMPLETE: 12,
        Disposition.PARTIAL: 1,
        Disposition.REFUSAL: 2,
        Disposition.NON_CONTACT: 21,
        Disposition.UNDELIVERED: 4,
    }
    assert told.account.rates[0].value == 12 / 40
    assert told.open_rates == ()


@pytest.mark.parametrize(
    "other",
    [
        case("o", complete()),
        case("o", complete(), link="newsletter"),
        case("f", complete(), source=Source.IMPORT),
    ],
    ids=["open", "link", "file"],
)
def test_a_mix_has_no_response_rate(other) -> None:
    study = fielded(Access.INVITED, Privacy.CONFIDENTIAL)
    told = status_of(*invited(12), other, study=study, sample=sample(40))
    assert (told.account, told.no_rate) == (None, MIXED)
    assert {one.value: one.begun for one in told.sources}["invited"] == 12


def test_who_may_come_either_way_is_a_mix_before_anybody_has() -> None:
    study = fielded(Access.BOTH, Privacy.CONFIDENTIAL)
    assert status_of(*invited(2), study=study, sample=sample(40)).no_rate == MIXED


def test_an_open_study_has_the_rates_of_cherries() -> None:
    told = status_of(case("a", complete()), case("b", BROKEN_OFF), visitors=8)
    assert (told.account, told.no_rate) == (None, NOT_INVITED)
    assert [rate.value for rate in told.open_rates] == [None, 0.25, 0.5]


def test_before_the_first_invitation_there_is_no_rate_yet() -> None:
    study = fielded(Access.INVITED, Privacy.CONFIDENTIAL)
    assert status_of(study=study).no_rate == NOBODY_YET
    assert status_of(study=study, sample=sample(0)).no_rate == NOBODY_YET


def test_exclusions_are_counted_and_not_proposed_again() -> None:
    study = fielded()
    why = Exclusion("a", DAY, "not a respondent", Span("plan.toml"))
    study = replace(study, plan=replace(study.plan, exclusions=(why,)))
    flagged = [case(name, complete(name), flags=("honeypot",)) for name in "ab"]
    told = status_of(*flagged, study=study)
    assert told.counts.excluded == 1
    assert [*told.proposed] == ["b"]


QUOTA = Quota(
    "young",
    Wording("quotas.young"),
    Condition(Always(), "always", Span("plan.toml")),
    limit=5,
    hold_days=3,
    span=Span("plan.toml"),
)


def with_quota(study) -> Study:
    return replace(study, plan=replace(study.plan, quotas=(QUOTA,)))


def test_quotas_say_how_full_they_are_and_who_came_too_late() -> None:
    late = case("late", PARTIAL, full="young")
    told = status_of(case("a", complete()), late, study=with_quota(fielded()), held={"young": 5})
    assert told.quotas == (QuotaFill("young", "", 5, 5, 1),)
    assert told.counts.dispositions[Disposition.QUOTA_FULL] == 1


ANONYMOUS = fielded(Access.INVITED, Privacy.ANONYMOUS)


def whole(study, cases, **more: object) -> str:
    """All that is told of a status."""
    status = make_status(
        study, Gathered(DAY, tuple(cases), **{"phases": LIVE, "sample": sample(100), **more})
    )
    parts = [status_text(study, status, part) for part in ("overview", "rates", "pages", "flags")]
    return "\n".join([*parts, json.dumps(status_json(status))])


def some(number: int) -> list[Case]:
    """Interviews of which each would leave a trace of its own, were it told."""
    return [
        case(
            f"i{n}",
            SCREENED if n % 3 == 2 else BROKEN_OFF if n % 2 else complete(f"words {n}"),
            link="invited",
            device="phone" if n % 2 else "tablet",
            flags=("honeypot", "burst"),
            opened_on=DAY - dt.timedelta(days=n),
            full="young" if n == 4 else "",
            synthetic=n == 5,
        )
        for n in range(number)
    ]


@given(st.integers(1, BATCH - 1))
def test_of_an_anonymous_study_nothing_is_told_before_a_batch_is_whole(number) -> None:
    study = with_quota(ANONYMOUS)
    seconds = {"usage": {10: number}}
    due = tuple(
        Due(what, 12, dt.date(2027, 1, 1), number, now=False) for what in (What.CONTACTS, What.ANSWERS)
    )
    none = tuple(replace(one, count=0) for one in due)
    told = whole(study, some(number), held={"young": number % 5}, seconds=seconds, due=due)
    assert told == whole(study, (), due=none)


@pytest.mark.slow
@given(st.integers(BATCH, 4 * BATCH))
def test_of_an_anonymous_study_counts_are_told_in_tens(number) -> None:
    study = with_quota(ANONYMOUS)
    cases = some(number)
    told = json.loads(whole(study, cases).splitlines()[-1])
    counts = told["interviews"]
    assert counts["begun"] == number - number % BATCH
    found = [counts["under_way"], counts["synthetic"], counts["excluded"]]
    found += [one["count"] for one in counts["dispositions"]]
    for part in ("sources", "links", "devices", "languages", "versions", "days"):
        found += [one[key] for one in told[part] for key in ("begun", "complete")]
    found += [one[key] for one in told["pages"] for key in ("reached", "left", "under_way")]
    found += [one["count"] for one in told["flags"]]
    assert [one for one in found if one % BATCH] == []
    assert sum(one["count"] for one in told["response"]["dispositions"]) == 100
    assert told["exclusions"] == {}
    assert not any(f'"{one.kept.id}"' in json.dumps(told) for one in cases)


@pytest.mark.slow
@given(*(st.integers(0, BATCH - 1) for _ in range(4)))
def test_of_an_anonymous_study_the_sample_is_told_in_tens_and_rates_of_what_is_told(
    bounced, unsubscribed, refused, withdrawn
) -> None:
    more = {"bounced": bounced, "unsubscribed": unsubscribed, "refused": refused, "withdrawn": withdrawn}
    people = replace(sample(200), **{name: 10 + number for name, number in more.items()})
    told = make_status(ANONYMOUS, Gathered(DAY, tuple(invited(29)), LIVE, sample=people))
    assert told.sample is not None
    assert told.account is not None
    of_sample = (told.sample.bounced, told.sample.unsubscribed, told.sample.refused, told.sample.withdrawn)
    assert of_sample == (10, 10, 10, 10)
    assert told.account.dispositions == {
        Disposition.COMPLETE: 20,
        Disposition.REFUSAL: 30,
        Disposition.NOTHING_RETURNED: 150,
        Disposition.UNDELIVERED: 10,
    }
    rate = next(one for one in told.account.rates if one.name == "RR1")
    assert (rate.numerator, rate.denominator) == (20, 210)


def test_the_first_to_come_another_way_changes_nothing_that_is_told() -> None:
    """That rates of the invited are given up, or one of open links is begun, would tell of that one."""
    before = whole(ANONYMOUS, some(12))
    assert whole(ANONYMOUS, [*some(12), case("open", complete("apart"))]) == before
    ten = [case(f"o{n}", complete(f"apart {n}")) for n in range(10)]
    assert MIXED in whole(ANONYMOUS, [*some(12), *ten])


def test_once_it_is_closed_an_anonymous_study_is_told_exactly() -> None:
    told = make_status(ANONYMOUS, Gathered(DAY, tuple(some(3)), CLOSED, sample=sample(100)))
    assert (told.batch, told.counts.begun) == (1, 3)
    assert [*told.proposed] == ["i0", "i1", "i2"]


def test_a_confidential_study_is_told_exactly() -> None:
    study = fielded(Access.INVITED, Privacy.CONFIDENTIAL)
    told = make_status(study, Gathered(DAY, tuple(some(3)), LIVE, sample=sample(100)))
    assert (told.batch, told.counts.begun) == (1, 3)


def test_that_a_quota_is_full_is_no_secret() -> None:
    told = status_of(*some(20), study=with_quota(ANONYMOUS), held={"young": 5}, sample=sample(100))
    assert told.quotas[0].held == 5


def test_json_marks_what_is_about_few() -> None:
    cases = [case(f"c{n}", complete(f"{n}"), device="phone" if n else "tablet") for n in range(11)]
    told = status_json(status_of(*cases))
    assert told["audience"] == "researcher"
    marked = {one["device"]: one["small"] for one in told["devices"]}  # type: ignore[attr-defined]
    assert marked == {"phone": False, "tablet": True, "computer": True}


def test_the_overview_fits_a_screen() -> None:
    study = with_quota(fielded(Access.INVITED, Privacy.CONFIDENTIAL))
    seconds = {page: {10: 12} for page in study.route.pages}
    told = status_of(
        *some(40), study=study, sample=sample(100, bounced=3), seconds=seconds, held={"young": 3}
    )
    lines = status_text(study, told, "overview").splitlines()
    assert len(lines) <= 50
    assert max(map(len, lines)) <= 160
    assert lines[0] == "Work  2026-03-02"
    assert any("RR1" in line and "RR6" in line for line in lines)


def test_text_tells_flagged_interviews_with_entries_to_paste() -> None:
    cases = [case("a", complete("same")), case("b", complete("same"))]
    text = status_text(fielded(), status_of(*cases), "flags")
    assert "  a = b" in text
    assert '[[exclusions]]\ninterview = "a"' in text  # straightlined as well
    assert "A flag excludes nothing." in text
