"""What items, options and classes are called in a report."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from peil.report.compose.phrases import say
from peil.report.template.selection import Selection
from peil.study.codebook import Item
from peil.study.expr.tell import tell
from peil.study.expr.tree import Expr
from peil.study.study import Study

NUMBERED = re.compile(r"[A-Za-z]{1,2}[. ]?(\d.*)")


@dataclass(frozen=True)
class Labels:
    """Names in one language."""

    study: Study
    language: str

    def item(self, key: str) -> Item:
        """Give an item."""
        return self.study.codebook.items[key]

    def row(self, item: Item) -> str:
        """What an item is called among others: a matrix row's label, else the question's text."""
        return (item.row_wording or item.wording).plain(self.language)

    def option(self, item: Item, option: str) -> str:
        """Label of an option, a net, a scale's step or the blank cell."""
        if option == "blank":
            return say(self.language, "blank")
        if option.startswith("net:"):
            net = self.study.plan.net(item.question, option.removeprefix("net:"))
            return net.wording.plain(self.language) if net else option
        found = next((known for known in item.options if known.id == option), None)
        return found.wording.plain(self.language) if found else option

    def group(self, by: str, group: str | None) -> str:
        """Label of a class, or the word for the total."""
        return say(self.language, "total") if group is None else self.option(self.item(by), group)

    def number(self, question: str) -> str:
        """A question's number in the source questionnaire without its letter, or its id."""
        asked = self.study.questionnaire.by_id.get(question)
        source = asked.source if asked and asked.source else question
        found = NUMBERED.fullmatch(source)
        return found.group(1) if found else source

    def source(self, items: Iterable[Item]) -> str:
        """Where figures come from: ``Vraag 6``, or the title of a derived variable."""
        known = tuple(items)
        if all(item.derived for item in known):
            names = dict.fromkeys(item.wording.plain(self.language) for item in known)
            return say(self.language, "derived", names=", ".join(names))
        numbers = list(dict.fromkeys(self.number(item.question) for item in known))
        return say(self.language, "questions" if len(numbers) > 1 else "question", names=", ".join(numbers))

    def told(self, condition: Expr) -> str:
        """Say for whom a condition holds: "wie …", "those who …"."""
        questions = self.study.questionnaire.by_id
        return tell(condition, self.study.codebook, questions, self.study.roles, self.language)

    def selection(self, selection: Selection) -> str:
        """Say who and what a selection is, in words."""
        item = self.item(selection.item)
        parts = [self.source([item])]
        if item.row_wording:
            parts.append(self.row(item))
        if selection.options:
            parts.append(" + ".join(self.option(item, option) for option in selection.options))
        if selection.by and selection.group:
            parts.append(self.group(selection.by, selection.group))
        if selection.where:
            parts.append(say(self.language, "only_if", who=self.told(selection.where.tree)))
        return "; ".join(parts)
