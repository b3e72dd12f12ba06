"""What the data say about a claim, beside what was printed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from peil.audit.claim import (
    BaseIs,
    Check,
    Compares,
    CountIs,
    Filter,
    ListBelow,
    MeanShareIs,
    MostChosen,
    MostlyWithin,
    OnlyClasses,
    RankIs,
    Relation,
    Selection,
    ShareIs,
    TicksAtMost,
    TopClass,
)
from peil.audit.tally import Tally, base_rows, filtered_rows, tally, ticks
from peil.core.percent import percent_of_share, round_half_up
from peil.data.dataset import Dataset

NOBODY = "nobody in the base"


@dataclass(frozen=True, slots=True)
class Computed:
    """Whether a claim holds, and what the data give in its place."""

    holds: bool
    words: str


def compute(dataset: Dataset, check: Check) -> Computed:  # noqa: C901, PLR0911 - one case a statistic
    """Recompute a claim."""
    match check:
        case ShareIs():
            return compute_share(dataset, check)
        case CountIs():
            n = int(filtered_rows(dataset, check.filters).sum())
            return Computed(n == check.n, str(n))
        case BaseIs():
            n = int(base_rows(dataset, check.selection).sum())
            return Computed(n == check.n, str(n))
        case MostChosen():
            return compute_most_chosen(dataset, check)
        case RankIs():
            return compute_rank(dataset, check)
        case Compares():
            return compute_comparison(dataset, check)
        case TicksAtMost():
            most = int(ticks(dataset, check.item).max(initial=0))
            return Computed(most <= check.n, f"at most {most}")
        case TopClass():
            return compute_top_class(dataset, check)
        case OnlyClasses():
            return compute_only_classes(dataset, check)
        case MeanShareIs():
            return compute_mean(dataset, check)
        case ListBelow():
            return compute_list(dataset, check)
        case MostlyWithin():
            return compute_within(dataset, check)


def tell(found: Tally, decimals: int = 0) -> str:
    """Give a share as printed, with what it was computed from."""
    shown = found.percent(decimals)
    if shown is None:
        return NOBODY
    how = "weighted, " if found.weighted else ""
    return f"{shown}% ({how}{found.n} of {found.base}, {float(found.exact):.2f}%)"


def compute_share(dataset: Dataset, check: ShareIs) -> Computed:
    """Recompute a share."""
    found = tally(dataset, check.selection)
    return Computed(found.percent(check.decimals) == check.percent, tell(found, check.decimals))


def option_tallies(dataset: Dataset, selection: Selection) -> dict[str, Tally]:
    """Count each option that the base doesn't leave out."""
    item = dataset.study.codebook.items[selection.item]
    left_out = {*selection.base.without, *(item.missing_ids if selection.base.without_missing else ())}
    return {
        option: tally(dataset, replace(selection, options=(option,)))
        for option in item.option_ids
        if option not in left_out
    }


def compute_most_chosen(dataset: Dataset, check: MostChosen) -> Computed:
    """Find the most chosen options; equals are all named."""
    found = option_tallies(dataset, check.selection)
    most = max((one.exact for one in found.values() if one.base), default=None)
    if most is None:
        return Computed(holds=False, words=NOBODY)
    top = [option for option, one in found.items() if one.exact == most]
    counts = f"{found[top[0]].n} of {found[top[0]].base}"
    return Computed(set(top) == set(check.selection.options), f"{' and '.join(top)} ({counts})")


def compute_rank(dataset: Dataset, check: RankIs) -> Computed:
    """Find an option's rank."""
    found = option_tallies(dataset, check.selection)
    own = found[check.selection.options[0]]
    if not own.base:
        return Computed(holds=False, words=NOBODY)
    rank = 1 + sum(one.exact > own.exact for one in found.values())
    return Computed(rank == check.rank, f"{rank} ({own.n} of {own.base})")


def compute_comparison(dataset: Dataset, check: Compares) -> Computed:
    """Compare two shares, from unrounded values but for "same"."""
    left = tally(dataset, check.left)
    whole: Decimal | None
    if isinstance(check.right, Decimal):
        right, words, whole = Fraction(check.right), f"{check.right}%", round_half_up(check.right)
    else:
        other = tally(dataset, check.right)
        right, words, whole = other.exact, tell(other), other.percent(0)
    if left.share is None or whole is None:
        return Computed(holds=False, words=NOBODY)
    holds = {
        Relation.MORE: left.exact > right,
        Relation.LESS: left.exact < right,
        Relation.AT_LEAST: left.exact >= right,
        Relation.AT_MOST: left.exact <= right,
        Relation.SAME: left.percent(0) == whole,
    }[check.relation]
    return Computed(holds, f"{tell(left)} against {words}")


def class_tallies(dataset: Dataset, selection: Selection, by: str) -> dict[str, Tally]:
    """Count a selection in every class of a group that has a base."""
    classes = dataset.study.codebook.items[by].option_ids
    found = {
        name: tally(dataset, replace(selection, filters=(*selection.filters, Filter(by, (name,)))))
        for name in classes
    }
    return {name: one for name, one in found.items() if one.base}


def compute_top_class(dataset: Dataset, check: TopClass) -> Computed:
    """Find the class with the largest share."""
    found = class_tallies(dataset, check.selection, check.by)
    most = max((one.exact for one in found.values()), default=None)
    if most is None:
        return Computed(holds=False, words=NOBODY)
    top = [name for name, one in found.items() if one.exact == most]
    return Computed(set(top) == set(check.classes), f"{' and '.join(top)}: {tell(found[top[0]])}")


def compute_only_classes(dataset: Dataset, check: OnlyClasses) -> Computed:
    """Find the classes above the line."""
    found = class_tallies(dataset, check.selection, check.by)
    above = [name for name, one in found.items() if one.exact > Fraction(check.above)]
    return Computed(set(above) == set(check.classes), list_words(above))


def compute_mean(dataset: Dataset, check: MeanShareIs) -> Computed:
    """Average shares over items, each item counting once."""
    shares = [one.share for one in tallies(dataset, check.selections) if one.share is not None]
    if not shares:
        return Computed(holds=False, words=NOBODY)
    mean = sum(shares) / len(shares)
    shown = percent_of_share(mean, check.decimals)
    return Computed(shown == check.percent, f"{shown}% ({100 * mean:.2f}% over {len(shares)} items)")


def compute_list(dataset: Dataset, check: ListBelow) -> Computed:
    """Find every item and class below the line."""
    found = set()
    for selection in check.selections:
        for by, classes in check.groups.items():
            for name, one in class_tallies(dataset, selection, by).items():
                if name in classes and one.base >= check.minimum_base and one.exact < Fraction(check.below):
                    found.add((selection.item, by, name))
    words = list_words(f"{item} {name}" for item, _, name in sorted(found))
    return Computed(found == check.listed, words)


def compute_within(dataset: Dataset, check: MostlyWithin) -> Computed:
    """Count the items within the bounds."""
    exact = [one.exact for one in tallies(dataset, check.selections) if one.base]
    if not exact:
        return Computed(holds=False, words=NOBODY)
    within = sum(Fraction(check.low) <= value <= Fraction(check.high) for value in exact)
    span = f"from {float(min(exact)):.1f}% to {float(max(exact)):.1f}%"
    return Computed(within >= check.part * len(exact), f"{within} of {len(exact)} items ({span})")


def tallies(dataset: Dataset, selections: Iterable[Selection]) -> list[Tally]:
    """Count several selections."""
    return [tally(dataset, selection) for selection in selections]


def list_words(names: Iterable[str]) -> str:
    """Give names in a row, or "none"."""
    return ", ".join(names) or "none"
