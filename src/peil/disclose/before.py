"""What earlier releases say of the cells of now."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from peil.disclose.place import Place, Placed
from peil.disclose.primary import Reason
from peil.disclose.release import EarlierRelease, TableKey
from peil.study.plan import Disclosure


@dataclass(frozen=True)
class Before:
    """What earlier releases showed and hid of tables of now.

    Args:
        hidden: By table that an earlier release of the same data told of: the options that it hid. With
            ``None`` among them its base was hidden too.
        unfresh: Tables that too few came to since they were last shown.
        releases: The releases, oldest first.
        rules: The rules of the final release of the same data, where there is one: by the same rules, what it
            hid beside them protected others, as it does now.
    """

    hidden: Mapping[TableKey, Collection[str | None]]
    unfresh: Collection[TableKey] = ()
    releases: tuple[EarlierRelease, ...] = ()
    rules: str = ""


NOTHING_BEFORE = Before({})


def tell_rules(rules: Disclosure) -> str:
    """Give the rules in words that are alike where the rules are."""
    names = (("identifying", sorted(rules.identifying)), ("sensitive", sorted(rules.sensitive)))
    numbers = f"{rules.minimum_base} {rules.small_count} {rules.small_sensitive} {rules.protection}"
    return f"{rules.profile}; {numbers}; " + "; ".join(f"{name} {', '.join(items)}" for name, items in names)


def earlier_places(placed: Iterable[Placed], before: Before, rules: Disclosure) -> dict[Place, Reason | None]:
    """Give what earlier releases say of each place: None where it was shown, else why it is hidden."""
    found: dict[Place, Reason | None] = {}
    gone_by = Reason.SECONDARY if before.rules == tell_rules(rules) else Reason.EARLIER
    for one in placed:
        key = (*one.table.spec.key, one.table.group)
        if key in before.unfresh:
            found.update(dict.fromkeys((*one.cells, one.base), Reason.UNFRESH))
        elif key in before.hidden:
            gone = before.hidden[key]
            told = zip(
                (*one.cells, one.base), (*(cell.option for cell in one.table.cells), None), strict=True
            )
            for place, option in told:
                found[place] = gone_by if option in gone else None
    return found
