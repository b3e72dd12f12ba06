"""Which questions a public file holds, and which cells it withholds, so that nobody stands alone in it.

Not only what stands in the file counts, but also what the tables add to it: a class that is left out of a row
may follow from them. So questions are left out until each person could be at least k rows, whatever follows.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peil.core.same import once_each
from peil.data.dataset import Dataset
from peil.disclose.k_anonymous import WITHHELD, make_k_anonymous
from peil.disclose.linkage import MOST_PROFILES, Linkage, Mask, count_profiles, linked_rows
from peil.disclose.public_classes import PublicItem, choose_public_items, is_hidden
from peil.disclose.release import Release, ReleasedTable
from peil.study.codebook import Item
from peil.study.plan import Disclosure
from peil.tabulate.choices import read_choices

Codes = NDArray[np.int64]
MOST_WITHHELD = 0.05
"""Where more cells are withheld than this share, a variable is left out instead: little is left of it."""


@dataclass(frozen=True)
class PublicRows:
    """What is in a public file.

    Args:
        items: What it carries of each item, in questionnaire order; empty where nothing may be public.
        identifying: Which of these identify.
        withheld: For each of these the rows in which it is withheld.
    """

    items: Mapping[str, PublicItem]
    identifying: tuple[str, ...]
    withheld: Mapping[str, Mask]

    @property
    def cells(self) -> int:
        """How many cells are withheld."""
        return sum(int(mask.sum()) for mask in self.withheld.values())


def choose_public_rows(dataset: Dataset, release: Release) -> PublicRows:
    """Choose questions and withhold cells until each person could be at least k rows.

    Args:
        dataset: The rows that the release was made of.
        release: Everything that is published beside the file.
    """
    kept = _kept(dataset)
    for tables, rules, rows in kept:
        if tables is release.tables and rules == release.disclosure:
            return rows
    rows = _Chooser(dataset, release).choose()
    kept.append((release.tables, release.disclosure, rows))
    return rows


@once_each(2)
def _kept(dataset: Dataset) -> list[tuple[tuple[ReleasedTable, ...], Disclosure, PublicRows]]:  # noqa: ARG001 - it is the key
    """Give what was chosen of a data set before, for each release: each language asks for it again."""
    return []


class _Chooser:
    def __init__(self, dataset: Dataset, release: Release) -> None:
        self.dataset = dataset
        self.study = dataset.study
        self.release = release
        self.k = release.disclosure.k
        self.items = choose_public_items(self.study, release)
        named = self.study.plan.disclosure.identifying or frozenset(self.study.plan.groups)
        self.identifying = [key for key, item in self.items.items() if key in named and item.parts]
        sizes = {key: len(item.parts) + len(item.ticks) for key, item in self.items.items()}
        self.others = sorted((key for key in self.items if key not in named), key=lambda key: sizes[key])
        self.parts = {key: self._part_codes(key) for key, item in self.items.items() if item.parts}

    def choose(self) -> PublicRows:
        """Leave out what identifies and withholds most, and then the questions with the most answers."""
        identifying = list(self.identifying)
        while True:
            withheld = self._withhold(identifying)
            share = sum(int(mask.sum()) for mask in withheld.values()) / max(self.dataset.n, 1)
            if share <= MOST_WITHHELD * len(identifying):
                count = self._most_questions(withheld)
                if count >= 0 and count + len(identifying):
                    keys = {*self.others[:count], *identifying}
                    items = {key: item for key, item in self.items.items() if key in keys}
                    return PublicRows(items, tuple(identifying), withheld)
            if not identifying:
                return PublicRows({}, (), {})
            identifying.remove(max(identifying, key=lambda key: (int(withheld[key].sum()), key)))

    def _most_questions(self, withheld: Mapping[str, Mask]) -> int:
        """Give how many other questions may stand in the file, those with few answers first; -1: no file."""
        low, high = -1, len(self.others)
        while low < high:
            middle = (low + high + 1) // 2
            if self._safe(middle, withheld, whole=False):
                low = middle
            else:
                high = middle - 1
        # In whole persons fewer solutions exist, so one question less is where that search begins.
        low -= 0 < low < len(self.others)
        while low >= 0 and not self._safe(low, withheld, whole=True):
            low -= 1
        return low

    def _safe(self, count: int, withheld: Mapping[str, Mask], *, whole: bool) -> bool:
        """Say whether each person could be at least k rows, whatever follows from the tables."""
        linkages = dict(self._linkages(self.others[:count], withheld))
        if not linkages:
            return True
        if max(map(count_profiles, linkages.values())) > MOST_PROFILES:
            return False
        truth = list(zip(*(linkage.classes.tolist() for linkage in linkages.values()), strict=True))
        found = linked_rows(linkages, whole=whole)
        return fewest_candidates(truth, found) >= self.k

    def _linkages(
        self, questions: Sequence[str], withheld: Mapping[str, Mask]
    ) -> Iterator[tuple[str, Linkage]]:
        """Give what is open of each group and of everything else that identifies."""
        inside = [*withheld, *questions]
        for key in dict.fromkeys((*self.study.plan.groups, *withheld)):
            classes, names = self._classes(key, inside)
            allowed = np.ones((self.dataset.n, len(names)), np.bool_)
            if key in withheld:
                parts = self.parts[key]
                part_of = {
                    option: place for place, part in enumerate(self.items[key].parts) for option in part
                }
                column_parts = np.array([part_of.get(next(iter(name), ""), -1) for name in names])
                allowed = (column_parts[None, :] == parts[:, None]) | withheld[key][:, None]
            others = [other for other in inside if other != key]
            counted = key in self.study.plan.groups
            answers = [mask for other in others for mask in self._answers(other)] if counted else []
            yield key, Linkage(classes, allowed, answers)

    def _classes(self, key: str, inside: Sequence[str]) -> tuple[Codes, list[frozenset[str]]]:
        """Give each row's class as tables tell them apart: hidden ones are one, and so are those in none."""
        item = self.study.codebook.items[key]
        hidden = {
            table.group
            for table in self.release.tables
            if table.spec.by == key and table.item in inside and is_hidden(table) and table.spec.where is None
        }
        shown = [frozenset({option}) for option in item.option_ids if option not in hidden]
        names = [
            *shown,
            frozenset(option for option in item.option_ids if option in hidden),
            frozenset[str](),
        ]
        place = {option: at for at, name in enumerate(names) for option in name}
        of_option = np.array([*(place[option] for option in item.option_ids), len(names) - 1], np.int64)
        return of_option[self._choices(item)], names

    def _choices(self, item: Item) -> Codes:
        codes = read_choices(self.dataset, item).codes
        return np.full(self.dataset.n, -1, np.int64) if codes is None else codes.astype(np.int64)

    def _part_codes(self, key: str) -> Codes:
        """Give the place of each row's part, -1 for no answer."""
        item = self.study.codebook.items[key]
        parts = self.items[key].parts
        of_option = [
            next(at for at, part in enumerate(parts) if option in part) for option in item.option_ids
        ]
        return np.array([*of_option, -1], np.int64)[self._choices(item)]

    def _answers(self, key: str) -> Iterator[Mask]:
        """Give who gave each answer that the file holds of an item."""
        public = self.items[key]
        if public.parts:
            yield from (self.parts[key] == place for place in range(len(public.parts)))
            return
        item = self.study.codebook.items[key]
        choices = read_choices(self.dataset, item)
        yield from (choices.chose([tick]) for tick in public.ticks)

    def _withhold(self, identifying: Sequence[str]) -> dict[str, Mask]:
        """Withhold cells until each combination occurs k times."""
        if not identifying:
            return {}
        columns = [(self.parts[key] + 1).tolist() for key in identifying]
        rows = make_k_anonymous(list(zip(*columns, strict=True)), self.k)
        return {
            key: np.array([row[place] == WITHHELD for row in rows], np.bool_)
            for place, key in enumerate(identifying)
        }


def fewest_candidates(truth: Sequence[tuple[int, ...]], found: Sequence[tuple[int, ...]]) -> int:
    """Give how many rows could be the person who could be the fewest.

    Args:
        truth: What each person is in every group.
        found: What is found of each row, -1 where nothing is.
    """
    patterns = Counter(found)
    return min(
        sum(
            count
            for pattern, count in patterns.items()
            if all(told in {-1, true} for told, true in zip(pattern, person, strict=True))
        )
        for person in set(truth)
    )
