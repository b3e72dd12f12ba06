"""How far an interview is: a number that counts up and a total that never does."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from study_by_text import ONE_ROLE, answers, make_study

from peil.interview.answers import Answers
from peil.interview.progress import Progress, progress_of
from peil.interview.simulate import simulate
from peil.interview.submit import page_variables, submit
from peil.interview.walk import walk
from peil.study.reader.read import read_study
from peil.study.study import Study
from random_studies import respondent, seeds, studies, study_of

REFERENCE = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"


@cache
def reference() -> Study:
    return read_study(REFERENCE)


def on_the_way(study: Study, final: Answers) -> list[tuple[str, Progress]]:
    """Give each page with its progress as the respondent came to it, whose answers came to these."""
    found: list[tuple[str, Progress]] = []
    now = Answers()
    while (page := (interview := walk(study, now)).next_page) is not None and page in final.pages:
        found.append((page, progress_of(study, interview, page)))
        names = page_variables(study, page)
        now = submit(study, now, page, {n: value for n, value in final.values.items() if n in names})
    return found


def check_walk(study: Study, final: Answers) -> None:
    way = on_the_way(study, final)
    route = [page.id for page in walk(study, final).pages]
    assert [page for page, _ in way] == route
    assert [progress.number for _, progress in way] == list(range(1, len(route) + 1))
    totals = [progress.total for _, progress in way]
    assert totals == sorted(totals, reverse=True)
    assert totals[-1] >= len(route)
    assert totals[0] <= len(study.route.pages)


@pytest.mark.slow
@settings(max_examples=100)
@given(studies, seeds)
@example(
    study_of("# a: A\n\n## q\nend if not q is b: out\nQ\n- ( ) a: A\n- ( ) b: B\n\n## r\nZeg: ____\n"), 1
)
def test_a_total_never_grows_on_the_way(study: Study, seed: int) -> None:
    check_walk(study, respondent(study, seed))


@pytest.mark.parametrize("seed", range(15))
def test_a_total_never_grows_on_the_way_through_the_reference_study(seed: int) -> None:
    check_walk(reference(), respondent(reference(), seed))


@pytest.mark.slow
@settings(max_examples=60)
@given(studies, seeds, st.data())
def test_a_total_never_grows_when_a_respondent_goes_back_and_on_again(
    study: Study, seed: int, data: st.DataObject
) -> None:
    """The total of a page that was gone back to allows for whatever its answers can still become."""
    first, other = respondent(study, seed), respondent(study, seed + 1)
    before = walk(study, first)
    page = data.draw(st.sampled_from([page.id for page in before.pages]))
    names = page_variables(study, page)
    changed = submit(study, first, page, {n: value for n, value in other.values.items() if n in names})
    now = walk(study, changed)
    assert len(now.pages) <= progress_of(study, before, page).total
    if now.next_page is not None:
        assert progress_of(study, now, now.next_page).total <= progress_of(study, before, page).total


TEXT = """
# a: A

## usage
end if usage is out: out
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit
- ( ) out: Doe niet mee

## why
if usage is often
Waarom? ____

## whom
if why was asked
Voor wie? ____

## role_only
if role is heavy
Als veelgebruiker? ____

## bye  {notice}
Dank.
"""
SETTINGS = ONE_ROLE.replace("[roles]", '[roles]\nheavy = { if = "usage is often", label = "veel" }')


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"), TEXT, settings=SETTINGS)


@pytest.mark.parametrize(
    ("given_before", "page", "number", "total"),
    [
        (answers(), "usage", 1, 5),
        (answers("usage", usage="often"), "why", 2, 5),
        (answers("usage", usage="never"), "bye", 2, 2),
        (answers("usage why whom role_only", usage="often", why="x", whom="y", role_only="z"), "bye", 5, 5),
        (answers("usage bye", usage="never"), "usage", 1, 5),
        (answers("usage", usage="out"), "usage", 1, 5),
    ],
    ids=[
        "at the start",
        "asked more",
        "asked less",
        "at the end",
        "gone back",
        "gone back from an early end",
    ],
)
def test_pages_that_may_still_come_count(
    study: Study, given_before: Answers, page: str, number: int, total: int
) -> None:
    assert progress_of(study, walk(study, given_before), page) == Progress(number, total)


def test_a_follow_up_that_may_still_come_counts_until_it_is_decided(tmp_path: Path) -> None:
    text = (
        "# a: A\n\n## m\nWat?\n- [ ] x: X\n- [ ] y: Y\n\n## d  {for each m, later: end}\nWat is {m}? ____\n"
    )
    repeated = make_study(tmp_path, text, settings=ONE_ROLE)
    assert progress_of(repeated, walk(repeated, Answers()), "m") == Progress(1, 3)
    one = walk(repeated, answers("m", m__x=True))
    assert progress_of(repeated, one, "d[x]") == Progress(2, 2)


def test_an_end_that_earlier_answers_decided_cuts_the_total(tmp_path: Path) -> None:
    text = (
        "# a: A\n\n## usage\nHoe?\n- ( ) often: Vaak\n- ( ) no: Nee\n\n"
        "## why\nend if usage is no: out\nWaarom? ____\n\n## last\nTot slot: ____\n\n## bye\nDag: ____\n"
    )
    ending = make_study(tmp_path, text, settings=ONE_ROLE)
    assert progress_of(ending, walk(ending, answers("usage", usage="no")), "why") == Progress(2, 2)
    assert progress_of(ending, walk(ending, answers("usage", usage="no")), "usage") == Progress(1, 4)


def test_an_end_on_a_page_that_may_leave_the_route_cuts_nothing(tmp_path: Path) -> None:
    text = (
        "# a: A\n\n## usage\nHoe?\n- ( ) often: Vaak\n- ( ) no: Nee\n\n"
        "## more\nMeer?\n- ( ) yes: Ja\n- ( ) no: N\n\n"
        "## why\nif more is yes\nend if usage is no: out\nWaarom? ____\n\n## last\nTot slot: ____\n"
    )
    ending = make_study(tmp_path, text, settings=ONE_ROLE)
    back = walk(ending, answers("usage more", usage="no", more="yes"))
    assert progress_of(ending, back, "more") == Progress(2, 4)
    assert progress_of(ending, back, "why") == Progress(3, 3)


@pytest.mark.parametrize("seed", range(6))
def test_the_last_page_of_the_reference_study_is_the_last_of_all(seed: int) -> None:
    final = next(simulate(reference(), 1, seed)).answers
    _, last = on_the_way(reference(), final)[-1]
    assert last.number == last.total
