"""However a condition is written, it makes the same cells as splitting by its question."""

import pytest
from coded_study import draw, write

from peil import line
from peil.core.span import Span
from peil.disclose import place, suppress
from peil.disclose.place import HOLDS, Places
from peil.disclose.release import Release
from peil.study.expr.condition import Condition
from peil.study.expr.resolve import resolve_condition
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.tabulate.tabulate import tabulate

ALL_BUT_FILM = (
    "sector is one of (dance, music, print)",
    "sector is dance or sector is music or sector is print",
    "sector is not film",
    "not (sector is film)",
    "not (role is filmer)",
    "role is one of (dancer, neutral)",
)
SPEC = TableSpec("remarks.coded", "sector")


def condition_of(study: Study, source: str) -> Condition:
    found, problems = resolve_condition(source, Span("x"), study.codebook, [one.id for one in study.roles])
    assert problems == ()
    return found


def release_beside(study: Study, where: Condition) -> Release:
    """Release codes by sector, and codes of all for whom a condition holds."""
    dataset = line.read_analysis_set(study, None)
    specs = [TableSpec("sector"), TableSpec(SPEC.item), SPEC, TableSpec(SPEC.item, None, where)]
    return line.release_tables(dataset, tabulate(dataset, specs))


def subtracted(found: Release, where: Condition) -> list[str]:
    """Give the codes hidden for film, and left when the condition's table is taken from the whole."""
    whole, part, film = (
        found.find(TableSpec(SPEC.item)),
        found.find(TableSpec(SPEC.item, None, where)),
        found.find(SPEC, "film"),
    )
    assert whole is not None
    assert part is not None
    assert film is not None
    return [
        hidden.option
        for all_of, some, hidden in zip(whole.cells, part.cells, film.cells, strict=True)
        if hidden.n is None and all_of.n is not None and some.n is not None
    ]


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """Give a study in which two of film said something that is coded as rules."""
    answers = [one for one in draw("single", 0) if one != ("film", "rules")]
    return write(tmp_path_factory.mktemp("study"), "single", [*answers, *[("film", "rules")] * 2])


@pytest.mark.parametrize("source", ALL_BUT_FILM)
def test_nothing_hidden_is_left_when_a_condition_is_taken_from_the_whole(source: str, study: Study) -> None:
    where = condition_of(study, source)
    found = release_beside(study, where)
    film = found.find(SPEC, "film")
    assert film is not None
    assert None in [cell.n for cell in film.cells]
    assert subtracted(found, where) == []


def test_by_conditions_that_are_not_understood_it_would_be(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Places, "_about_one", lambda *_: None)
    monkeypatch.setattr(place, "join", lambda *_: None)
    monkeypatch.setattr(suppress, "find_implied", lambda *_: ())
    where = condition_of(study, ALL_BUT_FILM[1])
    assert subtracted(release_beside(study, where), where)


@pytest.mark.parametrize(
    "source", ["sector is film or usage is never", "not (sector is film and usage is often)"]
)
def test_what_is_about_several_questions_hides_small_counts_as_its_identifying_one_does(
    source: str, study: Study
) -> None:
    where = condition_of(study, source)
    places = Places(study)
    dataset = line.read_analysis_set(study, None)
    (table,) = tabulate(dataset, [TableSpec(SPEC.item, None, where)])
    assert [name for name, _ in places.place(table).base if name.startswith(HOLDS)]
    found = release_beside(study, where).find(TableSpec(SPEC.item, None, where))
    assert found is not None
    assert {cell.n for cell in found.cells} & {1, 2, 3} == set()
