"""Numbers weighted to a population tell nothing that the tables don't: held against every crosstab."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_tables import Row, possible_grids, release_rows

from peil.compare.set_beside import set_beside
from peil.core.span import Span
from peil.disclose.poststratify import weigh_headline
from peil.disclose.release import Release
from peil.study.plan import Disclosure
from peil.study.population import Headline, Population, SourceClass
from peil.study.tablespec import TableSpec

OPTIONS, CLASSES = 3, 3
SHARES = (20, 30, 50)
ROWS = st.lists(st.tuples(st.integers(0, CLASSES - 1), st.integers(0, OPTIONS - 1)), min_size=4, max_size=14)
RULES = st.builds(
    Disclosure,
    minimum_base=st.integers(1, 4),
    identifying=st.sampled_from([frozenset(), frozenset({"sector"})]),
    small_count=st.integers(0, 2),
    protection=st.integers(2, 3),
)
HEADLINES = tuple(
    Headline("usage", tuple(f"o{one}" for one in options)) for options in ((0,), (1,), (2,), (0, 1))
)
SMALL_CLASS: list[Row] = [*([(0, 0)] * 5), *([(0, 1)] * 4), *([(1, 0)] * 3), (1, 2), (2, 0), (2, 2)]
Grid = Sequence[Sequence[int]]


def weigh_by_hand(grid: Grid, headline: Headline) -> Fraction:
    """Weigh a crosstab: of each class that somebody is in, its share of the population times that within."""
    inside = [int(one[1:]) for one in headline.options]
    there = [(Fraction(size), line) for size, line in zip(SHARES, grid, strict=True) if sum(line)]
    whole = sum((size for size, _ in there), Fraction(0))
    return sum(
        (size / whole * Fraction(sum(line[at] for at in inside), sum(line)) for size, line in there),
        Fraction(0),
    )


def printed(found: Release, everyone: int) -> Iterator[tuple[Headline, float]]:
    """Give every weighted number that a report would print."""
    span = Span("p")
    classes = tuple(
        SourceClass({"en": f"c{at}"}, Decimal(share), f"c{at}", span) for at, share in enumerate(SHARES)
    )
    population = Population("p", {"en": "P"}, {"en": "S"}, "sector", classes, span)
    names = [one.to for one in classes]
    beside = set_beside(population, names, found.find(TableSpec("sector")), everyone, kish=True)
    for headline in HEADLINES:
        weighed = weigh_headline(found, "sector", beside, headline)
        assert (weighed.weighed is None) == bool(weighed.lacks)
        if weighed.weighed is not None:
            yield headline, weighed.weighed


def is_told_by_the_tables(found: Release, headline: Headline, number: float) -> bool:
    """Say whether all crosstabs that agree with what is released give one number: this one."""
    return all(
        float(weigh_by_hand(grid, headline)) == pytest.approx(number)
        for grid in possible_grids(found, OPTIONS, CLASSES)
    )


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(ROWS, RULES)
def test_every_crosstab_that_agrees_with_the_tables_gives_the_same_number(
    rows: list[Row], rules: Disclosure
) -> None:
    found = release_rows(rows, rules, OPTIONS, CLASSES)
    for headline, number in printed(found, len(rows)):
        assert is_told_by_the_tables(found, headline, number)


def test_numbers_are_given_where_nothing_is_hidden() -> None:
    found = release_rows(SMALL_CLASS, Disclosure(minimum_base=1), OPTIONS, CLASSES)
    numbers = dict(printed(found, len(SMALL_CLASS)))
    assert numbers.keys() == set(HEADLINES)
    assert all(is_told_by_the_tables(found, headline, number) for headline, number in numbers.items())


def test_a_number_made_of_rows_would_tell_of_a_hidden_class() -> None:
    """What the same weights on rows would print rules out crosstabs that the tables leave open."""
    found = release_rows(SMALL_CLASS, Disclosure(minimum_base=3), OPTIONS, CLASSES)
    assert dict(printed(found, len(SMALL_CLASS))) == {}
    grid = [[SMALL_CLASS.count((one, option)) for option in range(OPTIONS)] for one in range(CLASSES)]
    leaked = [
        one for one in HEADLINES if not is_told_by_the_tables(found, one, float(weigh_by_hand(grid, one)))
    ]
    assert leaked
