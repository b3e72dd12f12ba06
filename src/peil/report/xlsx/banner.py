"""The columns of a banner: the total, and the classes of each group of the plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from peil.disclose.release import Release, ReleasedTable
from peil.report.compose.labels import Labels
from peil.study.short_title import short_title
from peil.study.study import Study
from peil.study.tablespec import TableSpec


@dataclass(frozen=True, slots=True)
class Head:
    """One column: a group's class with the words above it; the total has neither group nor class."""

    by: str | None
    group: str | None
    title: str
    label: str


@dataclass(frozen=True)
class Banner:
    """What every table of the workbook is split by.

    Args:
        release: Everything that may be shown.
        heads: The columns.
        left_out: Labels of classes that no question is shown for.
    """

    release: Release
    heads: tuple[Head, ...]
    left_out: tuple[str, ...]

    def tables(self, item: str) -> tuple[ReleasedTable | None, ...]:
        """Give an item's table in each column; None where the release has none, or it is the group itself."""
        return tuple(
            None if head.by == item else self.release.find(TableSpec(item, head.by), head.group)
            for head in self.heads
        )


def make_banner(study: Study, release: Release, labels: Labels) -> Banner:
    """Give the columns in which anything is shown, in the order of the plan and its classes."""
    heads = [Head(None, None, "", labels.group("", None))]
    left_out: list[str] = []
    for by in study.plan.groups:
        shown = {table.group for table in release.tables if table.spec.by == by and table.n is not None}
        title = short_title(study, by, labels.language)
        for group in _classes(study, release, by):
            if group in shown:
                heads.append(Head(by, group, title, labels.group(by, group)))
            else:
                left_out.append(f"{title}: {labels.group(by, group)}")
    return Banner(release, tuple(heads), tuple(left_out))


def _classes(study: Study, release: Release, by: str) -> Sequence[str]:
    """Give a group's classes in order, and behind them those that the gate took together."""
    own = study.codebook.items[by].option_ids
    found = dict.fromkeys(own)
    for table in release.tables:
        if table.spec.by == by and table.group is not None:
            found.setdefault(table.group)
    return tuple(found)
