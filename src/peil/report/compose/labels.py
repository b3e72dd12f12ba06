"""What items, options and classes are called in a report."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from peil.report.compose.phrases import join_words, say
from peil.report.template.selection import Selection
from peil.study.codebook import Item
from peil.study.expr.tell import tell
from peil.study.expr.tree import Expr, reads
from peil.study.study import Study
from peil.study.text import Wording

SENTENCE = re.compile(r"(?<=[.?!])\s")
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
        """What an item is called among others: a matrix row's label, else its question's first sentence."""
        if item.row_wording:
            return item.row_wording.plain(self.language)
        return SENTENCE.split(item.wording.plain(self.language), maxsplit=1)[0]

    def option(self, item: Item, option: str) -> str:
        """Label of an option, a net, a scale's step or the blank cell."""
        if option == "blank":
            return say(self.language, "blank")
        if option.startswith("net:"):
            net = self.study.plan.net(item.question, option.removeprefix("net:"))
            return net.wording.plain(self.language) if net else option
        found = next((known for known in item.options if known.id == option), None)
        return without_blank(found.wording, self.language) if found else option

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
        """Where figures come from: ``Vraag 6``; of a derived variable the questions that it is made from."""
        known = tuple(items)
        numbers = [self.number(question) for item in known for question in self.questions(item)]
        if not numbers:
            names = dict.fromkeys(item.wording.plain(self.language) for item in known)
            return say(self.language, "derived", names=", ".join(names))
        unique = list(dict.fromkeys(numbers))
        if len(unique) == 1:
            return say(self.language, "question", names=unique[0])
        return say(self.language, "questions", names=join_words(unique, self.language))

    def questions(self, item: Item) -> tuple[str, ...]:
        """Give the question that asks an item, or those that a derived one is made from."""
        if not item.derived:
            return (item.question,)
        made = (one for one in self.study.plan.derived if one.id == item.key)
        names = sorted({name for one in made for part in one.classes for name in reads(part.condition.tree)})
        book = self.study.codebook
        read = (
            book.items.get(name)
            or (book.items[book.variables[name].item] if name in book.variables else None)
            for name in names
        )
        found = {question for one in read if one and one.key != item.key for question in self.questions(one)}
        return tuple(question.id for question in self.study.questionnaire.questions if question.id in found)

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


def without_blank(wording: Wording, language: str) -> str:
    """Give an option's label without what asks for words beside it: ``Anders, namelijk ____`` is Anders."""
    text = wording.text(language)
    if text is None or not text.blanks:
        return wording.plain(language)
    place = next(place for place, part in enumerate(text.parts) if part in text.blanks)
    before = "".join(part for part in text.parts[:place] if isinstance(part, str))
    return before.rpartition(",")[0].strip() or wording.plain(language)
