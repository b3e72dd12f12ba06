"""Whom published counts put into a class."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peil import line
from peil.disclose import public_rows
from peil.disclose.linkage import Linkage, find_linked
from peil.disclose.public_classes import choose_public_items
from peil.disclose.public_rows import choose_public_rows, fewest_candidates
from peil.tabulate.choices import read_choices
from public_study import make_dataset, make_open_release

REFERENCE = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"


@st.composite
def linkages(draw: st.DrawFn) -> Linkage:
    n = draw(st.integers(2, 6))
    classes = np.array(draw(st.lists(st.integers(0, 2), min_size=n, max_size=n)), np.int64)
    masks = draw(st.lists(st.lists(st.booleans(), min_size=n, max_size=n), max_size=3))
    allowed = np.array(
        draw(st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=n, max_size=n))
    )
    allowed[np.arange(n), classes] = True
    return Linkage(classes, allowed, [np.array(mask, np.bool_) for mask in masks])


def possible(linkage: Linkage) -> list[tuple[int, ...]]:
    """Give every way to put the rows into classes that fits what is published."""
    n = len(linkage.classes)
    masks = [np.ones(n, np.bool_), *linkage.answers]

    def counts(classes: tuple[int, ...]) -> list[int]:
        return [int((mask & (np.array(classes) == each)).sum()) for mask in masks for each in range(3)]

    truth = counts(tuple(linkage.classes.tolist()))
    ways = product(*([each for each in range(3) if allowed[each]] for allowed in linkage.allowed))
    return [way for way in ways if counts(way) == truth]


@settings(max_examples=60)
@given(linkages())
def test_what_is_found_is_what_no_other_way_contradicts(linkage: Linkage) -> None:
    ways = possible(linkage)
    sure = np.array([len({way[row] for way in ways}) == 1 for row in range(len(linkage.classes))])
    whole, parts = find_linked(linkage, whole=True), find_linked(linkage)
    assert not (sure & ~whole).any()  # whatever is sure is said to be found
    assert not (parts & ~sure).any()  # what parts of persons leave no room for is sure


def test_leaving_the_group_out_of_a_file_hides_nobody() -> None:
    """All answers without sector, beside tables by sector: everyone's sector follows. This is why."""
    dataset = line.read_analysis_set(line.read_sound_study(REFERENCE), None)
    study = dataset.study
    sector = dataset.columns["sector"].astype(np.int64)
    answers = []
    for item in study.codebook.items.values():
        if item.options and not item.derived and item.key not in {"sector", "employment", "organisation"}:
            choices = read_choices(dataset, item)
            answers += [choices.chose([option]) for option in choices.options]
    everything = np.ones((dataset.n, int(sector.max()) + 1), np.bool_)
    assert find_linked(Linkage(sector, everything, answers)).mean() > 0.95


def test_candidates_are_counted_by_what_is_found() -> None:
    truth = [(0, 0), (0, 1), (1, 1)]
    assert fewest_candidates(truth, [(0, 0), (0, 1), (1, 1)]) == 1
    assert fewest_candidates(truth, [(-1, -1)] * 3) == 3
    assert fewest_candidates(truth, [(0, -1), (0, -1), (-1, 1)]) == 1


def test_questions_are_left_out_until_nobody_can_be_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = make_dataset(tmp_path / "study", n=60)
    release = make_open_release(dataset)
    guarded = choose_public_rows(dataset, release)
    allowed = choose_public_items(dataset.study, release)
    assert set(guarded.items) < set(allowed)
    monkeypatch.setattr(public_rows, "fewest_candidates", lambda *_: 99)
    again = make_dataset(tmp_path / "again", n=60)
    unguarded = choose_public_rows(again, make_open_release(again))
    assert len(unguarded.items) > len(guarded.items)


def test_what_was_chosen_is_kept_for_the_same_release_alone(tmp_path: Path) -> None:
    dataset = make_dataset(tmp_path / "study", n=60)
    release = make_open_release(dataset)
    assert choose_public_rows(dataset, release) is choose_public_rows(dataset, release)
    assert choose_public_rows(dataset, make_open_release(dataset)) is not choose_public_rows(dataset, release)
