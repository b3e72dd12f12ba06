"""The released tables behind a figure or table, and what of them is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from peil.disclose.merge import MERGED
from peil.disclose.release import Release, ReleasedTable, Status
from peil.report.compose.amount import Amount, amount_of
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import say, spell_count
from peil.report.template.template import Exhibit
from peil.study.base_rule import tell_base
from peil.study.codebook import Item
from peil.study.tablespec import TableSpec


@dataclass(frozen=True, slots=True)
class Slice:
    """One item in one class, or in the whole sample; ``table`` is None where the release has none."""

    item: Item
    group: str | None
    table: ReleasedTable | None

    @property
    def n(self) -> int | None:
        """The base, None where hidden."""
        return self.table.n if self.table else None

    @property
    def indicative(self) -> bool:
        """The base is small enough to call for caution."""
        return self.table is not None and self.table.status is Status.INDICATIVE

    def amount(self, option: str) -> Amount | None:
        """Give an option's share, None where hidden."""
        return amount_of(self.table, (option,))


@dataclass(frozen=True)
class Shown:
    """What a figure or table shows.

    Args:
        exhibit: What was asked for.
        labels: Names in the report's language.
        slices: Each item as a whole and, with a group, in each class that may be shown.
        left_out: Labels of classes left out, because their base is under the minimum in every item.
        minimum: The minimum base.
        below: Bases under this are indicative.
    """

    exhibit: Exhibit
    labels: Labels
    slices: tuple[Slice, ...]
    left_out: tuple[str, ...]
    minimum: int
    below: int

    @property
    def language(self) -> str:
        """The report's language."""
        return self.labels.language

    @property
    def items(self) -> tuple[Item, ...]:
        """The items in order."""
        return tuple(self.labels.item(key) for key in self.exhibit.items)

    @property
    def groups(self) -> tuple[str | None, ...]:
        """The total and the classes shown, in order."""
        return tuple(dict.fromkeys(part.group for part in self.slices))

    def of(self, item: Item) -> tuple[Slice, ...]:
        """Give an item's slices."""
        return tuple(part for part in self.slices if part.item.key == item.key)

    def at(self, item: Item, group: str | None) -> Slice:
        """Give one slice; a class that is hidden in this item alone gives one without a table."""
        found = (part for part in self.slices if (part.item.key, part.group) == (item.key, group))
        return next(found, Slice(item, group, None))

    def options(self, item: Item) -> tuple[str, ...]:
        """Give the options that are shown, don't know and the like last."""
        base = self.exhibit.base
        dropped = {*base.without, *(item.missing_ids if base.without_missing else ())}
        kept = [option for option in item.option_ids if option not in dropped]
        own = [option for option in kept if option not in item.missing_ids]
        missing = [option for option in kept if option in item.missing_ids]
        if self.exhibit.sort == "share" and len(self.items) == 1:
            own = self.by_share(item, own)
        return (*own, *missing, *(("blank",) if base.blanks else ()))

    def by_share(self, item: Item, options: list[str]) -> list[str]:
        """Sort options by their share of the total, the largest first; hidden ones keep their order."""
        total = self.at(item, None)
        amounts = {option: total.amount(option) for option in options}
        return sorted(options, key=lambda option: -(found.share if (found := amounts[option]) else 0.0))

    def muted(self, item: Item, option: str) -> bool:
        """Say whether an option is no answer of its own: don't know, left blank."""
        return option == "blank" or option in item.missing_ids

    @property
    def source(self) -> str:
        """The questions and the base: ``Vraag 6, n = 130``."""
        sizes = sorted({size for item in self.items if (size := self.at(item, None).n) is not None})
        told = self.labels.source(self.items)
        if not sizes:
            return told
        ends = dict.fromkeys((sizes[0], sizes[-1]))
        n = "–".join(spell_count(size, self.language) for size in ends)
        return f"{told}, {say(self.language, 'n', n=n)}"

    @property
    def rule(self) -> str:
        """The base in words, of each item where they differ."""
        exhibit, study = self.exhibit, self.labels.study
        own = self.language == study.about.language
        found = []
        for item in self.items:
            table = self.at(item, None).table
            spec = TableSpec(item.key, None, exhibit.where, exhibit.base)
            found.append(table.rule if table and own else tell_base(study, spec, self.language))
        rules = list(dict.fromkeys(found))
        return say(self.language, "base", rule="; ".join(rules))

    def label(self, part: Slice) -> str:
        """Name a slice among the others, with its n where bases differ."""
        several = len(self.items) > 1
        words = [self.labels.row(part.item)] if several else []
        if self.exhibit.by:
            words.append(self.labels.group(self.exhibit.by, part.group))
        name = ": ".join(words) or say(self.language, "total")
        sizes = {one.n for one in self.slices}
        if part.n is None or (len(sizes) == 1 and not self.exhibit.by):
            return name
        return f"{name} ({say(self.language, 'n', n=part.n)})"


def show(exhibit: Exhibit, release: Release, labels: Labels) -> Shown:
    """Look up what a figure or table shows; classes that are hidden in every item are left out."""
    classes = exhibit.only or (labels.item(exhibit.by).option_ids if exhibit.by else ())
    slices = []
    for key in exhibit.items:
        item = labels.item(key)
        whole = TableSpec(key, None, exhibit.where, exhibit.base)
        slices.append(Slice(item, None, release.find(whole)))
        split = TableSpec(key, exhibit.by, exhibit.where, exhibit.base)
        slices += [Slice(item, name, release.find(split, name)) for name in classes]
    slices += taken_together(exhibit, release, labels, slices)
    kept = {part.group for part in slices if part.group is None or part.n}
    shown = [part for part in slices if part.group in kept]
    left_out = [labels.group(exhibit.by, name) for name in classes if exhibit.by and name not in kept]
    rules = release.disclosure
    found = Shown(exhibit, labels, tuple(shown), tuple(left_out), rules.minimum_base, rules.indicative_below)
    return sort_slices(found) if exhibit.sort == "share" else found


def taken_together(
    exhibit: Exhibit, release: Release, labels: Labels, slices: Sequence[Slice]
) -> list[Slice]:
    """Give the small classes together, where they are the same in every item and are all that is left out."""
    if exhibit.by is None or exhibit.only:
        return []
    shown = {part.group for part in slices if part.n}
    hidden = {name for name in labels.item(exhibit.by).option_ids if name not in shown}
    found = []
    for key in exhibit.items:
        table = release.find(TableSpec(key, exhibit.by, exhibit.where, exhibit.base), MERGED)
        if table is None or not table.n or set(table.merged) != hidden:
            return []
        found.append(Slice(labels.item(key), MERGED, table))
    return found


def sort_slices(shown: Shown) -> Shown:
    """Sort what stands down the side of several items by the share of their first option."""
    if len(shown.items) == 1:
        return shown

    def first_share(item: Item) -> float:
        amount = shown.at(item, None).amount(shown.options(item)[0])
        return -(amount.share if amount else 0.0)

    ordered = sorted(shown.items, key=first_share)
    slices = tuple(part for item in ordered for part in shown.of(item))
    keys = tuple(item.key for item in ordered)
    return replace(shown, slices=slices, exhibit=replace(shown.exhibit, items=keys))
