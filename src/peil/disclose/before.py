"""What earlier releases say of the cells of now."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

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
        redefined: By table whose variables were defined or coded otherwise then: the options that it hid.
            What it showed were other counts, and nothing is known by them now.
        other_nets: Nets that weren't there or were made of other options, as ``net:ID``.
    """

    hidden: Mapping[TableKey, Collection[str | None]]
    unfresh: Collection[TableKey] = ()
    releases: tuple[EarlierRelease, ...] = ()
    rules: str = ""
    redefined: Mapping[TableKey, Collection[str | None]] = field(default_factory=dict)
    other_nets: Collection[str] = ()


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
            continue
        told = (*((cell.option, place) for place, cell in zip(one.cells, one.table.cells, strict=True)),)
        for option, place in (*told, (None, one.base)):
            if option in before.redefined.get(key, ()):
                found[place] = Reason.EARLIER
            elif key in before.hidden and option in before.hidden[key]:
                found[place] = gone_by
            elif key in before.hidden and option not in before.other_nets:
                found[place] = None
    return found
