"""Tell which hidden classes a reader of the figures and tables could work out."""

from collections.abc import Iterator

from peil.core.problem import Problem
from peil.disclose.release import Release
from peil.report import problems as rules
from peil.report.template.template import Exhibit, Template
from peil.study.study import Study
from peil.study.tablespec import TableSpec


def tell_recoverable(study: Study, release: Release, template: Template) -> Iterator[Problem]:
    """Give one problem for the classes of a group that are, together, the total less the classes shown.

    It stands at the first figure or table that gives them away and counts the others.
    """
    found: dict[tuple[str, tuple[str, ...]], list[Exhibit]] = {}
    for exhibit in template.exhibits():
        for groups in given_away(study, release, exhibit):
            found.setdefault((exhibit.by or "", groups), []).append(exhibit)
    for (by, groups), exhibits in found.items():
        names = " and ".join(f'"{group}"' for group in groups)
        who = f"The hidden class {names} of {by} is"
        if len(groups) > 1:
            who = f"The hidden classes {names} of {by} are, together and too few,"
        times = "here" if len(exhibits) == 1 else f"in {len(exhibits)} figures and tables, the first here"
        message = f"{who} the total less the classes shown, {times}."
        hint = "Take it together with another class, or leave one more class out with only."
        yield rules.RECOVERABLE_CLASS.problem(exhibits[0].span, message, hint=hint, got=", ".join(groups))


def given_away(study: Study, release: Release, exhibit: Exhibit) -> set[tuple[str, ...]]:
    """Give the classes that one figure or table gives away, by item; it may leave out no others."""
    if exhibit.by is None:
        return set()
    classes = set(study.codebook.items[exhibit.by].option_ids)
    left_out = classes - set(exhibit.only) if exhibit.only else set()
    keys = {TableSpec(item, exhibit.by, exhibit.where, exhibit.base).key for item in exhibit.items}
    return {one.groups for one in release.warnings if one.spec.key in keys and left_out <= set(one.groups)}
