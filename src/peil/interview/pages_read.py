"""Which pages a condition looks back at."""

from peil.study.expr.tree import Expr, reads
from peil.study.study import Study


def pages_read(study: Study, condition: Expr) -> frozenset[str]:
    """Give the pages that ask what the condition reads, through roles and derived variables too."""
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
