"""How far an interview is: the page's number, and of how many."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from peil.interview.course import Same
from peil.interview.interview import Interview
from peil.study.expr.tree import Expr, reads
from peil.study.study import Study


@dataclass(frozen=True, slots=True)
class Progress:
    """Page ``number`` of ``total``; no more can come than that, so a total only shrinks on the way."""

    number: int
    total: int


def progress_of(study: Study, interview: Interview, page: str) -> Progress:
    """Give the number of a page on the route, and how many pages there are at most.

    A later page counts when it is on the route, or when its condition reads something that is asked on this
    page or may be asked after it.
    """
    on_route = [shown.id for shown in interview.pages]
    number = on_route.index(page) + 1
    order = study.route.pages
    origins = _origins(Same(study))
    may_come = {page}
    for later in order[order.index(page) + 1 :]:
        if later in on_route or not may_come.isdisjoint(origins[later]):
            may_come.add(later)
    return Progress(number, number + len(may_come) - 1)


@lru_cache(maxsize=16)
def _origins(same: Same) -> Mapping[str, frozenset[str]]:
    """Give for each page the pages whose answers decide whether it is asked."""
    study = same.study
    found: dict[str, frozenset[str]] = {page: frozenset() for page in study.route.pages}
    for step in study.route.steps:
        found[step.page] |= _pages_read(study, step.condition)
    return found


def _pages_read(study: Study, condition: Expr) -> frozenset[str]:
    derived = {one.id: one for one in study.plan.derived}
    pages: set[str] = set()
    coming, seen = set(reads(condition)), set[str]()
    while coming:
        name = coming.pop()
        seen.add(name)
        if name == "role":
            trees = [role.condition.tree for role in study.roles if role.condition]
            coming |= {one for tree in trees for one in reads(tree)} - seen
        elif name in derived:
            trees = [each.condition.tree for each in derived[name].classes]
            coming |= {one for tree in trees for one in reads(tree)} - seen
        else:
            variable = study.codebook.variables.get(name)
            keys = study.codebook.rows_of.get(name, (variable.item if variable else name,))
            steps = {study.codebook.items[key].step for key in keys if key in study.codebook.items}
            pages |= {study.route.by_id[step].page for step in steps if step in study.route.by_id}
    return frozenset(pages)
