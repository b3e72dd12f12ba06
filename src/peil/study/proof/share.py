"""Answers that two versions of a study share: to what both ask and show, the same is answered."""

from bisect import bisect_left
from collections.abc import Mapping
from decimal import Decimal

from peil.study.codebook import Item, ValueKind, Variable
from peil.study.proof.cuts import Cuts, cuts_of
from peil.study.proof.encoding import Encoding
from peil.study.proof.formula import FALSE, TRUE
from peil.study.question import Kind
from peil.study.study import Study
from peil.study.text import NumberBlank

PLAIN = {ValueKind.TEXT, ValueKind.DATE}


def shared_cuts(old: Study, new: Study) -> Cuts:
    """Give the constants that cut numbers in either version; bounds that differ cut them too."""
    found = {name: set(cuts) for name, cuts in cuts_of(old).items()}
    for name, cuts in cuts_of(new).items():
        found.setdefault(name, set()).update(cuts)
    before, after = _bounds(old), _bounds(new)
    for name, bounds in after.items():
        if before.get(name, bounds) != bounds:
            found.setdefault(name, set()).update(one for one in (*before[name], *bounds) if one is not None)
    return {name: frozenset(cuts) for name, cuts in found.items()}


def _bounds(study: Study) -> Mapping[str, tuple[Decimal | None, Decimal | None]]:
    found: dict[str, tuple[Decimal | None, Decimal | None]] = {}
    for variable in study.codebook.variables.values():
        if isinstance(variable.blank, NumberBlank):
            found[variable.name] = (variable.blank.low, variable.blank.high)
        elif variable.value is ValueKind.STEP:
            question = study.questionnaire.by_id[study.codebook.items[variable.item].question]
            found[variable.name] = (question.low, question.high)
    return found


class Sharing:
    """Binds the answers of two encodings in one formula to each other."""

    def __init__(self, old: Encoding, new: Encoding, cuts: Cuts) -> None:
        self.old = old
        self.new = new
        self.formula = new.formula
        self.places = {name: sorted(found) for name, found in cuts.items()}

    def bind(self) -> None:
        """Demand the same answer to every item that both versions ask, as far as both show it."""
        before = self.old.study.codebook.items
        for key, item in self.new.study.codebook.items.items():
            if not item.derived and key in before and before[key].kind is item.kind:
                self._item(before[key], item)

    def _item(self, old: Item, new: Item) -> None:
        was, now = self.old.answers.asked.get(old.key, FALSE), self.new.answers.asked.get(new.key, FALSE)
        asked = self.formula.both(was, now)
        if asked == FALSE:
            return
        self._choices(old, new, asked)
        before, after = self.old.study.codebook.variables, self.new.study.codebook.variables
        for name in new.variables:
            if name in old.variables and before[name].value is after[name].value:
                self._variable(after[name], new, asked)

    def _choices(self, old: Item, new: Item, asked: int) -> None:
        """Bind choices; what only one version has isn't chosen, unless so many must be that it has to."""
        free = self._must_take_all(self.old, old) or self._must_take_all(self.new, new)
        for key in dict.fromkeys((*_choosable(self.old, old), *_choosable(self.new, new))):
            was, now = self.old.answers.choices.get(key), self.new.answers.choices.get(key)
            if was is not None and now is not None:
                self._same(self.both_show(new, key[1], asked), was, now)
            elif not free:
                self.formula.add(-asked, *(-one for one in (was, now) if one is not None))

    @staticmethod
    def _must_take_all(encoding: Encoding, item: Item) -> bool:
        question = encoding.study.questionnaire.by_id[item.question]
        return item.kind is Kind.RANKING or (question.at_least or 1) > 1

    def both_show(self, item: Item, part: str, asked: int) -> int:
        """Give whether both versions ask the item and show one of its options or fields."""
        key = item.step, part
        was = self.old.answers.visible.get(key, TRUE)
        return self.formula.both(asked, was, self.new.answers.visible.get(key, TRUE))

    def _variable(self, variable: Variable, item: Item, asked: int) -> None:
        shown = asked
        if variable.option is not None:
            shown = self.both_show(item, variable.option, asked)
        elif item.kind is Kind.CONTACT:
            shown = self.both_show(item, variable.name.rpartition(".")[2], asked)
        if variable.value in PLAIN:
            name = variable.name
            self._same(shown, self.old.answers.filled[name], self.new.answers.filled[name])
        elif variable.value in {ValueKind.NUMBER, ValueKind.STEP, ValueKind.RANK}:
            self._numbers(variable.name, shown)

    def _numbers(self, name: str, shown: int) -> None:
        """Bind classes: the same one in both versions; a number that only one allows is left out."""
        before, after = (self._classes(encoding, name) for encoding in (self.old, self.new))
        for one in dict.fromkeys((*before, *after)):
            self._same(shown, before.get(one, FALSE), after.get(one, FALSE))

    def _classes(self, encoding: Encoding, name: str) -> Mapping[tuple[int, bool, Decimal], int]:
        """Give the literals of a number's classes, each by its place among the cuts; a rank is its own."""
        if encoding.study.codebook.variables[name].value is ValueKind.RANK:
            return {(0, True, number): literal for number, literal in encoding.answers.numbers[name]}
        cuts = self.places.get(name, [])
        found: dict[tuple[int, bool, Decimal], int] = {}
        for number, literal in encoding.answers.numbers[name]:
            place = bisect_left(cuts, number)
            exact = place < len(cuts) and cuts[place] == number
            found[place, exact, Decimal(0)] = literal
        return found

    def _same(self, where: int, one: int, other: int) -> None:
        self.formula.add(-where, -one, other)
        self.formula.add(-where, one, -other)


def _choosable(encoding: Encoding, item: Item) -> list[tuple[str, str]]:
    keys = ((item.key, option) for option in item.option_ids)
    return [key for key in keys if key in encoding.answers.choices]
