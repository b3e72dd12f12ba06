"""Where a published count stands: the people it counts, whatever table prints them.

A count is of those whose answers lie in certain levels of certain dimensions. The same people have the same
place, by whatever item, group, condition or net a table comes at them: a crosstab and its transpose, a
derived variable and the question that it recodes, a base and the sum of its options.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from peil.disclose.condition_terms import (
    NONE,
    WITHOUT,
    Levels,
    all_terms,
    holds,
    is_about,
    spell_out,
    without_roles,
)
from peil.disclose.joined import Joined, join
from peil.study.codebook import Item
from peil.study.expr.condition import Condition
from peil.study.expr.tree import ALWAYS, Always, Expr, Has, Is, Not, reads
from peil.study.question import Kind
from peil.study.study import Study
from peil.study.verdict.share_table import BLANK, NET
from peil.tabulate.table import Table

REST = "~rest"
"""The level of those who answered, but none of the options: a ranking without a first place."""

ASKED = "*"
"""Of a question with several answers: the level of all who answered it."""

HOLDS = "?"
"""Prefix of a dimension that is a condition of which nothing more is known; its levels are yes and none."""

Place = tuple[tuple[str, Levels], ...]
"""Dimensions in order of name, each with its levels; a count of nobody where levels are empty."""

CONDITION, DERIVED, GROUP = 4, 2, 1
"""So much are conditions tied to, derived variables, and those that split many tables: all is crossed."""

MANY = 12

HELD = "yes"
YES = frozenset({HELD})


@dataclass(frozen=True)
class Placed:
    """A table's counts by place.

    Args:
        table: The table.
        base: The place of its base.
        cells: The place of each of its cells, in order.
    """

    table: Table
    base: Place
    cells: tuple[Place, ...]


def is_empty(place: Place) -> bool:
    """Say whether nobody can be there."""
    return any(not levels for _, levels in place)


@dataclass(frozen=True)
class Dimension:
    """A question or condition that places are made of.

    Args:
        name: Its name.
        levels: What one can be in; of a question with several answers its options, which may overlap.
        several: A question with several answers.
        exclusive: Of such a question: the options that exclude the others.
        nets: Of such a question: its nets, by name.
    """

    name: str
    levels: tuple[str, ...]
    several: bool = False
    exclusive: Levels = frozenset()
    nets: Mapping[str, Levels] | None = None


class Places:
    """Places of a study's counts.

    ``unplaced`` has what each condition reads that can't be said in levels of questions, ``joined`` what some
    of these are about. ``asked_about`` has what conditions name at questions with several answers.

    Args:
        study: The study.
        splits: How many tables each group splits.
    """

    def __init__(self, study: Study, splits: Mapping[str, int] | None = None) -> None:
        self.study, self.splits = study, splits or {}
        self.dimensions: dict[str, Dimension] = {}
        self.unplaced: dict[str, frozenset[str]] = {}
        self.joined: dict[str, Joined] = {}
        self.asked_about: set[tuple[str, Levels]] = set()
        self._classes = {
            one.id: {each.id: each.condition.tree for each in one.classes} for one in study.plan.derived
        }
        self._recoded: dict[str, tuple[str, Mapping[str, Levels]] | None] = {}

    def place(self, table: Table, classes: Collection[str] = ()) -> Placed:
        """Give the places of a table's base and cells; a merged one's are those of ``classes`` together."""
        spec = table.spec
        around: dict[str, Levels] = {}
        if spec.by is not None and table.group is not None:
            inside = classes or (table.group,)
            self._name(spec.by, inside)
            self._narrow(around, *self.single(spec.by, inside))
        if spec.where is not None and not self._where(around, spec.where, spec.item):
            around[HOLDS + spec.where.source] = YES
            self._name_condition(HOLDS + spec.where.source, spec.where)
        return self._several(table, around) if self.several(table) else self._single(table, around)

    def several(self, table: Table) -> bool:
        """Say whether a table is of a question with several answers."""
        item = self.study.codebook.items.get(table.item)
        if item is not None:
            return item.kind is Kind.MULTI
        return sum(cell.n for cell in table.cells if not cell.option.startswith(NET)) != table.n

    def single(self, key: str, options: Collection[str]) -> tuple[str, Levels]:
        """Give the dimension of a single question or derived variable, and the levels that options are."""
        found = self.recoded(key)
        if found is None:
            return key, frozenset(options)
        name, levels = found
        return name, frozenset().union(*(levels.get(option, frozenset()) for option in options))

    def dimension_of(self, key: str) -> str:
        """Give the dimension that an item's counts lie in."""
        found = self.recoded(key)
        return key if found is None else found[0]

    def recoded(self, key: str) -> tuple[str, Mapping[str, Levels]] | None:
        """Give what a derived variable recodes and the levels of each class, or None for no recode."""
        if key not in self._recoded:
            self._recoded[key] = self._recode(key)
            if key in self._classes and self._recoded[key] is None:
                self._tie(key, self._classes[key].items())
        return self._recoded[key]

    def _recode(self, key: str) -> tuple[str, Mapping[str, Levels]] | None:
        if key not in self._classes:
            return None
        trees = {name: without_roles(tree, self.study.roles) for name, tree in self._classes[key].items()}
        names = frozenset().union(*(reads(tree) for tree in trees.values()))
        item = self.study.codebook.items.get(next(iter(names))) if len(names) == 1 else None
        if item is None or item.kind is not Kind.SINGLE or not item.options or item.key == key:
            return None
        if not all(is_about(tree, item.key) for tree in trees.values()):
            return None
        left = {*item.option_ids, NONE}
        found: dict[str, Levels] = {}
        for name, tree in trees.items():
            inside = frozenset(option for option in left if holds(tree, option))
            left -= inside
            found[name] = self.single(item.key, inside)[1]
            if NONE in inside and is_open(item):  # words that no code fits are in no option, and answered
                found[name] |= {REST}
        self._name(item.key, (*item.option_ids, *((REST,) if is_open(item) else ())))
        return self.dimension_of(item.key), found

    def terms(self, tree: Expr) -> Iterator[tuple[str, Levels] | None]:
        """Give a condition's terms as levels of dimensions; None for one that can't be said so."""
        for term in all_terms(without_roles(tree, self.study.roles)):
            match term:
                case Always():
                    continue
                case Is(item=key, options=options, negated=negated):
                    item = self.study.codebook.items.get(key)
                    given = item.option_ids if item is not None else options
                    self._name(key, given)
                    kept = [one for one in given if (one in options) != negated]
                    yield self.single(key, kept)
                case Has(item=key, option=option):
                    self._name_several(key)
                    yield key, frozenset({option})
                case _:
                    yield self._about_one(term)

    def term(self, tree: Expr) -> tuple[str, Levels] | None:
        """Give one term of a condition on respondents as levels of a dimension, or None."""
        match tree:
            case Not(term=Has(item=key, option=option)):
                self._name_several(key)
                return key, frozenset({WITHOUT + option})
            case _:
                return next(self.terms(tree), None)

    def _about_one(self, term: Expr) -> tuple[str, Levels] | None:
        """Give the levels of one single question in which a term holds; None where it is of several.

        Those who weren't asked or left it blank are among them, where it holds for them.
        """
        names = reads(term)
        item = self.study.codebook.items.get(next(iter(names))) if len(names) == 1 else None
        if item is None or item.kind is not Kind.SINGLE or not item.options or not is_about(term, item.key):
            return None
        self._name(item.key, (*item.option_ids, *((REST,) if is_open(item) else ())))
        name, levels = self.single(item.key, [one for one in item.option_ids if holds(term, one)])
        if not holds(term, NONE):
            return name, levels
        classed = self.single(item.key, item.option_ids)[1]
        return name, levels | (frozenset((*self.dimensions[name].levels, NONE)) - classed)

    def _where(self, around: dict[str, Levels], where: Condition, item: str) -> bool:
        """Narrow to a condition; False where it can't be said in levels."""
        made = dict(around)
        for each in all_terms(without_roles(where.tree, self.study.roles)):
            if each == ALWAYS:
                continue
            term = self.term(each)
            if term is None:
                return False
            name, levels = term
            several = self.dimensions[name].several
            if several and (name in made or name == item):
                return False
            if several:
                self.asked_about.add(term)
            self._narrow(made, name, levels)
        around.update(made)
        return True

    @staticmethod
    def _narrow(around: dict[str, Levels], name: str, levels: Levels) -> None:
        around[name] = around[name] & levels if name in around else levels

    def _single(self, table: Table, around: Mapping[str, Levels]) -> Placed:
        key, base = table.item, table.spec.base
        item = self.study.codebook.items.get(key)
        options = [cell.option for cell in table.cells if not cell.option.startswith(NET)]
        self._name(key, options)
        dropped = {*base.without, *(item.missing_ids if item and base.without_missing else ())}
        kept = [one for one in options if one not in dropped and one != BLANK]
        name, inside = self.single(key, kept)
        if not kept:
            name, inside = key, frozenset({ASKED})
            self._name(key, (ASKED,))
        elif is_open(item) or sum(cell.n for cell in table.cells if cell.option in options) != table.n:
            inside |= {REST}
            self._name(key, (REST,))
        whole = inside | ({BLANK} if base.blanks else frozenset())
        nets = {NET + net.id: net.options for net in self.study.plan.nets if net.question == table.question}
        places = []
        for cell in table.cells:
            if cell.option == BLANK:
                self._name(name, (BLANK,))
                levels = frozenset({BLANK})
            else:
                levels = self.single(key, nets.get(cell.option, (cell.option,)))[1] & whole
            places.append(make_place(around, name, levels))
        return Placed(table, make_place(around, name, whole), tuple(places))

    def _several(self, table: Table, around: Mapping[str, Levels]) -> Placed:
        base, name = table.spec.base, table.item
        self._name_several(name, table)
        item = self.study.codebook.items.get(name)
        dropped = {*base.without, *(item.missing_ids if item and base.without_missing else ())}
        ending = f"|{'+'.join(sorted(dropped))}" if dropped else ""
        blanks = f"{ASKED}{BLANK}" if base.blanks else ASKED
        cells = (
            make_place(
                around, name, frozenset({cell.option if cell.option == BLANK else cell.option + ending})
            )
            for cell in table.cells
        )
        return Placed(table, make_place(around, name, frozenset({blanks + ending})), tuple(cells))

    def _name(self, key: str, options: Collection[str]) -> None:
        """Note the levels of a single question's dimension."""
        if self.recoded(key) is not None:
            return
        item = self.study.codebook.items.get(key)
        known = self.dimensions[key].levels if key in self.dimensions else item.option_ids if item else ()
        self.dimensions[key] = Dimension(key, tuple(dict.fromkeys((*known, *options))))

    def _name_condition(self, name: str, where: Condition) -> None:
        self.dimensions.setdefault(name, Dimension(name, tuple(YES)))
        self._tie(name, [(HELD, where.tree)])

    def _tie(self, name: str, classes: Iterable[tuple[str, Expr]]) -> None:
        """Note what a dimension is about whose levels are conditions."""
        roles = self.study.roles
        plain = [
            (level, spell_out(without_roles(tree, roles), self._own_classes, roles))
            for level, tree in classes
        ]
        self.unplaced[name] = frozenset().union(*(reads(tree) for _, tree in plain))
        many = self.splits.get(name, 0) > MANY
        most = CONDITION if name.startswith(HOLDS) else GROUP if many else DERIVED
        joined = join(plain, self._seldom if many else self.term, most)
        if joined is not None:
            self.joined[name] = joined
            self.asked_about |= {
                (one, levels[0]) for one, levels in joined.about().items() if one in joined.choices
            }

    def _seldom(self, tree: Expr) -> tuple[str, Levels] | None:
        """Give a term as ``term`` does, unless it is of another group that splits many tables."""
        found = self.term(tree)
        often = {self.dimension_of(group) for group, n in self.splits.items() if n > MANY}
        return None if found is None or found[0] in often else found

    def _own_classes(self, key: str) -> Mapping[str, Expr]:
        """Give the classes of a derived variable that is no recode; nothing for any other item."""
        return self._classes[key] if key in self._classes and self.recoded(key) is None else {}

    def _name_several(self, key: str, table: Table | None = None) -> None:
        if key in self.dimensions:
            return
        item: Item | None = self.study.codebook.items.get(key)
        names = [cell.option for cell in table.cells] if table else []
        options = item.option_ids if item else tuple(one for one in names if not one.startswith(NET))
        question = item.question if item else key
        nets = {
            NET + net.id: frozenset(net.options) for net in self.study.plan.nets if net.question == question
        }
        exclusive = item.exclusive_ids if item else frozenset()
        self.dimensions[key] = Dimension(key, options, several=True, exclusive=exclusive, nets=nets)


def make_place(around: Mapping[str, Levels], name: str, levels: Levels) -> Place:
    """Give the place of levels of a dimension among those around it."""
    made = dict(around)
    made[name] = made[name] & levels if name in made else levels
    return tuple(sorted(made.items()))


def is_open(item: Item | None) -> bool:
    """Say whether one can be in an item's base and in none of its options.

    Of a ranking without a first place, and of words that no code fits. It has to be the same for all of an
    item's tables: a class in which every answer got a code is told in the same levels as all others.
    """
    return item is not None and (item.kind is Kind.RANKING or bool(item.coded))
