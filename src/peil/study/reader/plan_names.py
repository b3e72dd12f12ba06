"""Names in plan.toml looked up in the codebook."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_plan, unknown_name, unknown_option
from peil.study.codebook import Codebook, Item
from peil.study.made_of_codes import MadeOfCodes
from peil.study.question import Kind
from peil.study.reader.explain_codes import refuse_codes


@dataclass(frozen=True)
class PlanNames:
    """The codebook as the plan names it; names in ``broken`` and ``damaged`` were told about already.

    Where ``refused`` says so, names in ``made`` can't be read: why, and what to do instead.
    """

    codebook: Codebook
    broken: Collection[str]
    damaged: Collection[str]
    problems: list[Problem]
    made: MadeOfCodes = field(default_factory=dict)
    refused: tuple[str, str] | None = None

    def without_codes(self, why: str, hint: str) -> "PlanNames":
        """Give the names for a place that can't read codes."""
        return replace(self, refused=(why, hint))

    def item(self, name: str, span: Span) -> Item | None:
        """Give the item of that name, or the first of a question's rows; None is a problem."""
        found = self.codebook.items.get(name)
        keys = self.codebook.rows_of.get(name, ())
        if found is None and keys:
            found = self.codebook.items[keys[0]]
        if found is not None and self.refused and found.key in self.made:
            self.problems.append(refuse_codes(name, span, *self.refused, itself=bool(found.coded)))
            return None
        root = name.partition(".")[0].partition("[")[0]
        if found is None and root not in self.broken and root not in self.damaged:
            hint = did_you_mean(name, (*self.codebook.rows_of, *self.codebook.items))
            message = f'There is no question or derived variable "{name}".'
            self.problems.append(unknown_name.RULE.problem(span, message, hint=hint, got=name))
        return found

    def group(self, name: str, span: Span) -> bool:
        """Say whether tables can be split by it: a single question, derived variable or code an answer."""
        found = self.item(name, span)
        if found is None:
            return False
        if found.key == name and found.kind is Kind.SINGLE:
            return True
        if name not in self.damaged:
            message = f'"{name}" can\'t be a group: it has no classes of which each respondent has one.'
            hint = "Name a question with one answer, or derive a variable from it."
            self.problems.append(bad_plan.RULE.problem(span, message, hint=hint, got=name))
        return False

    def options(self, item: Item, named: Iterable[tuple[str, Span]]) -> tuple[str, ...]:
        """Give the options that the item has; others are problems."""
        found: list[str] = []
        for name, span in named:
            if name in item.option_ids:
                found.append(name)
            elif item.question not in self.damaged and name not in self.broken:
                hint = did_you_mean(name, item.option_ids) or f"It has {', '.join(item.option_ids)}."
                message = f'{item.question} has no option "{name}".'
                if not item.options:
                    message, hint = f'"{item.question}" has no options.', "Name a question that has."
                self.problems.append(unknown_option.RULE.problem(span, message, hint=hint, got=name))
        return tuple(dict.fromkeys(found))
