"""Names for the numbers of a printed questionnaire: questions by their source, options by their codes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from peil.study.codebook import Item
from peil.study.expr.tree import Is
from peil.study.question import Kind, Question
from peil.study.study import Study

Entry = dict[str, Any]


class UnknownNumberError(LookupError):
    """A number in a claim stands for nothing in the study."""


@dataclass(frozen=True)
class Numbering:
    """Names for numbers.

    Args:
        study: The study.
        dropped: Question id to how many printed options before its first one the study dropped.
    """

    study: Study
    dropped: Mapping[str, int] = field(default_factory=dict)

    def question(self, number: str) -> Question:
        """Give the question printed under a number such as ``q23``."""
        for question in self.study.questionnaire.questions:
            if question.source.lower() == number:
                return question
        raise UnknownNumberError(f'no question has the source "{number.upper()}"')

    def place(self, variable: str) -> tuple[Item, int | None]:
        """Give the item that a numbered variable belongs to, and the place of its tick if it is one."""
        number, _, part = variable.partition("_")
        question = self.question(number)
        items = self.study.codebook.items
        if question.kind is Kind.MATRIX:
            own = [row for row in question.rows if not row.open and row.carried is None]
            return items[f"{question.id}.{pick(own, int(part or 1), variable).id}"], None
        item = items[question.id]
        return item, int(part) if part and item.kind is Kind.MULTI else None

    def options(self, item: Item, codes: Iterable[int]) -> list[str]:
        """Give the options that have these codes."""
        by_code = {option.code: option.id for option in item.options}
        shift = self.dropped.get(item.question, 0)
        found = [by_code.get(code - shift) for code in codes]
        if None in found:
            raise UnknownNumberError(f"{item.key} has no options {list(codes)}")
        return [name for name in found if name]

    def where(self, filters: Mapping[str, Sequence[Any]]) -> tuple[Entry, Entry]:
        """Give filters, and the base settings that a filter on a tick stands for."""
        where: Entry = {}
        settings: Entry = {}
        for name, values in filters.items():
            if name == "complete":
                where[name] = ["yes" if value else "no" for value in values]
            elif name.endswith("_other"):
                where[self.other_text(name)] = list(values)
            else:
                item, tick = self.place(name)
                if tick is None:
                    options = self.options(item, values)
                    key, chosen = self.class_of(item, options) if len(options) > 1 else (item.key, options)
                    where[key] = chosen
                elif list(values) == [0]:
                    settings["without"] = self.options(item, [tick])
                else:
                    where[item.key] = self.options(item, [tick])
        return ({"where": where} if where else {}), settings

    def other_text(self, name: str) -> str:
        """Give the variable of the text beside an option."""
        item, _ = self.place(name.removesuffix("_other"))
        variables = self.study.codebook.variables
        found = [one for one in item.variables if one.endswith(".text") and variables[one].follows]
        return str(pick(found, 1, name))

    def class_of(self, item: Item, options: list[str]) -> tuple[str, list[str]]:
        """Give the derived group's class that is just these options, or the item with the options."""
        for derived in self.study.plan.derived:
            for one in derived.classes:
                tree = one.condition.tree
                if isinstance(tree, Is) and tree.item == item.key and set(tree.options) == set(options):
                    return derived.id, [one.id]
        return item.key, options

    def selection(self, variable: str, codes: Sequence[int], filters: Mapping[str, Sequence[Any]]) -> Entry:
        """Give item, options, filters and base settings."""
        item, tick = self.place(variable)
        options = self.options(item, codes if tick is None else [tick])
        where, settings = self.where(filters)
        return {"item": item.key, "options": options} | where | settings


def pick(found: Sequence[Any], place: int, name: str) -> Any:  # noqa: ANN401 - rows or names alike
    """Give the so-manieth of a list."""
    if not 1 <= place <= len(found):
        raise UnknownNumberError(f"{name} stands for nothing")
    return found[place - 1]
