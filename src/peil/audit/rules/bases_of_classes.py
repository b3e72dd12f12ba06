"""F017: bases of a group's classes that don't add up to the base of all."""

from collections.abc import Iterator

from peil.audit.bounds import Bounds
from peil.audit.finding import Finding, Grade
from peil.audit.group import Group, in_order
from peil.audit.ledger import Ledger, PrintedNumber, ids
from peil.audit.rules.rule import FindingRule, cited, telling
from peil.audit.said import Named
from peil.study.expr.tree import Always


def find_bases_of_classes(bounds: Bounds) -> Iterator[Finding]:
    """Add up the bases of classes."""
    ledger, tell = bounds.ledger, telling(BASES_OF_CLASSES.code, bounds)
    found: dict[tuple[Group, str], dict[str, PrintedNumber]] = {}
    for group in ledger.bases:
        own = ledger.firm_base(group)
        if own is None or group.study:
            continue
        for one in in_order(group.filters):
            for name, value in ledger.classes_of(one):
                found.setdefault((group.without(one), name), {})[value] = own
    for (whole, name), classes in found.items():
        base = ledger.firm_base(whole)
        if base is None or len(classes) < 2:
            continue
        total = sum(one.n for one in classes.values())
        every = set(classes) == set(ledger.study.codebook.items[name].option_ids)
        under = every and total < base.n and answered_by_all(name, whole, ledger)
        if total > base.n or under:
            beside = base.beside or any(one.beside for one in classes.values())
            yield tell.finding(
                Grade.LIKELY if under or beside else Grade.CERTAIN,
                (*ids(classes.values()), base.claim.id),
                "bases_of_classes",
                group=Named(name),
                bases=tuple(one.n for one in classes.values()),
                total=total,
                base=base.n,
                printed=cited((*ids(classes.values()), base.claim.id)),
            )


def answered_by_all(name: str, whole: Group, ledger: Ledger) -> bool:
    """Say whether who answered the item answered the grouping too: asked of all, before it, required."""
    items, route = ledger.study.codebook.items, ledger.study.route
    own, other = items[name], items[whole.item]
    questions = {one.id: one for one in ledger.study.questionnaire.questions}
    order = list(route.by_id)
    if own.step not in route.by_id or other.step not in route.by_id or questions[own.question].optional:
        return False
    everyone = isinstance(route.full_conditions[own.step], Always)
    return everyone and order.index(own.step) < order.index(other.step)


BASES_OF_CLASSES = FindingRule(
    "F017",
    "bases_of_classes",
    "Bases of a group's classes that don't add up to the base of all.",
    "Somebody is counted twice, or lost.",
    "certain when they add up to more; likely when they add up to less, or when a base is only given "
    "beside a percentage",
    "bases of 40 and 45 under a total of 80",
    find_bases_of_classes,
)
