"""An item as one wave asked it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peil.study.codebook import Item
from peil.study.expr.tree import reads
from peil.study.made_of_codes import made_of_codes
from peil.study.question import Question, Row
from peil.study.study import Study


@dataclass(frozen=True)
class AskedItem:
    """What a trend follows in one wave.

    Args:
        study: The wave's study.
        key: The item's key there.
        options: What the trend shows, and the options or nets of this wave that stand for it.
    """

    study: Study
    key: str
    options: Mapping[str, tuple[str, ...]]

    @property
    def item(self) -> Item:
        """The item."""
        return self.study.codebook.items[self.key]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The question that asks it, or those that a derived variable is made from, as printed."""
        names = set(self._asked(self.item))
        return tuple(one for one in self.study.questionnaire.questions if one.id in names)

    @property
    def row(self) -> Row | None:
        """The row of a matrix that it is, or None."""
        item = self.item
        question = self.study.questionnaire.by_id.get(item.question)
        return question.row(item.row) if question and item.row is not None else None

    @property
    def classes(self) -> tuple[object, ...]:
        """How a derived variable is made: its classes and their conditions, and the codes that they read.

        Of a coded item its codes with their definitions; empty for one that is asked.
        """
        plan = self.study.plan
        made = (one for one in plan.derived if one.id == self.key)
        codes = made_of_codes(self.study.codebook, plan.derived).get(self.key, frozenset())
        return (
            *((part.id, part.condition.tree) for one in made for part in one.classes),
            *(
                (code.id, code.definition)
                for frame in self.study.frames.values()
                if frame.key in codes
                for code in frame.codes
            ),
        )

    def made_of(self, shown: str) -> tuple[str, ...]:
        """Give the single options that stand for something shown, nets unfolded, in the item's order."""
        named: set[str] = set()
        for one in self.options[shown]:
            net = self.study.plan.net(self.item.question, one.removeprefix("net:"))
            named.update(net.options if net and one.startswith("net:") else (one,))
        return tuple(one for one in self.item.option_ids if one in named)

    def _asked(self, item: Item) -> Iterator[str]:
        book = self.study.codebook
        if item.coded:
            item = book.items[book.variables[item.coded].item]
        if not item.derived:
            yield item.question
            return
        for made in self.study.plan.derived:
            for name in (
                [name for part in made.classes for name in reads(part.condition.tree)]
                if made.id == item.key
                else ()
            ):
                variable = book.variables.get(name)
                read = book.items.get(name) or (book.items[variable.item] if variable else None)
                if read and read.key != item.key:
                    yield from self._asked(read)
