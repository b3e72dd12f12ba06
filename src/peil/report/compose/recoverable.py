"""Tell which small classes other cells of figures and tables are hidden for."""

from collections.abc import Iterator

from peil.core.problem import Problem
from peil.disclose.release import Release
from peil.report import problems as rules
from peil.report.template.template import Exhibit, Template
from peil.study.study import Study
from peil.study.tablespec import TableSpec


def tell_recoverable(study: Study, release: Release, template: Template) -> Iterator[Problem]:
    """Give one problem for the small classes of a group that other cells are hidden for.

    It stands at the first figure or table that they make poorer and counts the others.
    """
    found: dict[tuple[str, tuple[str, ...]], list[Exhibit]] = {}
    for exhibit in template.exhibits():
        for groups in given_away(study, release, exhibit):
            found.setdefault((exhibit.by or "", groups), []).append(exhibit)
    for (by, groups), exhibits in found.items():
        cost = sum(one.cost for one in release.warnings if (one.spec.by, one.groups) == (by, groups))
        names = " and ".join(f'"{group}"' for group in groups)
        one = len(groups) == 1
        who = f"The class {names} of {by} is" if one else f"The classes {names} of {by} are, even together,"
        times = "here" if len(exhibits) == 1 else f"in {len(exhibits)} figures and tables, the first here"
        cells = "one cell" if cost == 1 else f"{cost} cells"
        them = "it" if one else "them"
        message = f"{who} too small: {cells} of other classes are hidden to protect {them}, {times}."
        hint = "Take small classes together with others: a derived variable in plan.toml, as group."
        yield rules.RECOVERABLE_CLASS.problem(exhibits[0].span, message, hint=hint, got=", ".join(groups))


def given_away(study: Study, release: Release, exhibit: Exhibit) -> set[tuple[str, ...]]:
    """Give the classes that make one figure or table poorer, by item; it may leave out no others."""
    if exhibit.by is None:
        return set()
    classes = set(study.codebook.items[exhibit.by].option_ids)
    left_out = classes - set(exhibit.only) if exhibit.only else set()
    keys = {TableSpec(item, exhibit.by, exhibit.where, exhibit.base).key for item in exhibit.items}
    return {one.groups for one in release.warnings if one.spec.key in keys and left_out <= set(one.groups)}
