"""Tell which hidden classes a reader of the figures and tables could work out."""

from collections.abc import Iterator

from peil.core.problem import Problem
from peil.disclose.release import Release
from peil.report import problems as rules
from peil.report.template.template import Exhibit, Template
from peil.study.study import Study
from peil.study.tablespec import TableSpec


def find_recoverable(study: Study, release: Release, template: Template) -> Iterator[Problem]:
    """Give one problem for each class of a group that is the total less the classes shown.

    It stands at the first figure or table that gives the class away and counts the others.
    """
    found: dict[tuple[str, str], list[Exhibit]] = {}
    for exhibit in template.exhibits():
        for group in given_away(study, release, exhibit):
            found.setdefault((exhibit.by or "", group), []).append(exhibit)
    for (by, group), exhibits in found.items():
        times = "here" if len(exhibits) == 1 else f"in {len(exhibits)} figures and tables, the first here"
        message = f'The hidden class "{group}" of {by} is the total less the classes shown, {times}.'
        hint = "Take it together with another class, or leave one more class out with only."
        yield rules.RECOVERABLE_CLASS.problem(exhibits[0].span, message, hint=hint, got=group)


def given_away(study: Study, release: Release, exhibit: Exhibit) -> set[str]:
    """Give the classes that one figure or table gives away."""
    if exhibit.by is None:
        return set()
    classes = set(study.codebook.items[exhibit.by].option_ids)
    left_out = classes - set(exhibit.only) if exhibit.only else set()
    keys = {TableSpec(item, exhibit.by, exhibit.where, exhibit.base).key for item in exhibit.items}
    hidden = {one.group for one in release.warnings if one.spec.key in keys}
    return {group for group in hidden if left_out <= {group}}
