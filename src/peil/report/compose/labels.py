"""What items, options and classes are called in a report."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from peil.disclose.merge import MERGED
from peil.report.compose.phrases import join_words, say
from peil.report.template.selection import Selection
from peil.study.asked import tell_who
from peil.study.codebook import Item
from peil.study.expr.tree import Expr, reads
from peil.study.question import Kind
from peil.study.short_title import short_title
from peil.study.study import Study

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
        """What an item is called among others.

        Its title in the plan, a matrix row's label, what a repeat was asked for, else its question's first
        sentence.
        """
        title = SENTENCE.split(short_title(self.study, item.key, self.language), maxsplit=1)[0]
        repeat = self.repeat(item)
        if not repeat or item.key in self.study.plan.titles:
            return title
        return f"{repeat}: {title}" if item.row_wording else repeat

    def repeat(self, item: Item) -> str:
        """Label of the option that a repeat is asked for; empty for what is asked once."""
        step = self.study.route.by_id.get(item.step)
        question = self.study.questionnaire.by_id.get(item.question)
        if step is None or step.repeat_option is None or question is None or question.repeat is None:
            return ""
        asked = self.study.questionnaire.by_id[question.repeat.question]
        found = asked.option(step.repeat_option) or asked.row(step.repeat_option)
        return found.wording.label(self.language) if found else step.repeat_option

    def option(self, item: Item, option: str) -> str:
        """Label of an option, a net, a scale's step or the blank cell."""
        if option == "blank":
            return say(self.language, "blank")
        if option.startswith("net:"):
            net = self.study.plan.net(item.question, option.removeprefix("net:"))
            return net.wording.plain(self.language) if net else option
        found = next((known for known in item.options if known.id == option), None)
        label = found.wording.label(self.language) if found else option
        return f"{option} ({label})" if option.isdecimal() and label != option else label

    def group(self, by: str, group: str | None) -> str:
        """Label of a class, or the word for the total or for the small classes together."""
        if group == MERGED:
            return say(self.language, "small_together")
        return say(self.language, "total") if group is None else self.option(self.item(by), group)

    def number(self, question: str) -> str:
        """What a question is numbered: as in the source questionnaire, without its letter.

        A question without a source goes by its place where no question has one, and else by its id.
        """
        if self.counted:
            return self.counted.get(question, question)
        known = self.study.questionnaire.by_id.get(question)
        source = (known.source if known else None) or question
        found = NUMBERED.fullmatch(source)
        return found.group(1) if found else source

    @cached_property
    def counted(self) -> Mapping[str, str]:
        """Numbers of questions by their place, where none has a number in the source questionnaire."""
        asked = self.study.questionnaire.questions
        if any(one.source for one in asked):
            return {}
        counted = (one.id for one in asked if one.kind is not Kind.NOTICE)
        return {question: str(place) for place, question in enumerate(counted, start=1)}

    def source(self, items: Iterable[Item]) -> str:
        """Where figures come from: ``Vraag 6``; of a derived variable the questions that it is made from."""
        known = tuple(items)
        numbers = [self.number(question) for item in known for question in self.questions(item)]
        if not numbers:
            names = dict.fromkeys(self.row(item) for item in known)
            return say(self.language, "derived", names=", ".join(names))
        unique = list(dict.fromkeys(numbers))
        if len(unique) == 1:
            return say(self.language, "question", names=unique[0])
        return say(self.language, "questions", names=join_words(unique, self.language))

    def questions(self, item: Item) -> tuple[str, ...]:
        """Give the question that asks an item, or those that a derived one is made from."""
        if item.coded:
            book = self.study.codebook
            return self.questions(book.items[book.variables[item.coded].item])
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
        """Say for whom a condition holds, beside a questionnaire with its numbers: "wie …", "those who …"."""
        return tell_who(self.study, condition, self.language, self.counted)

    def selection(self, selection: Selection) -> str:
        """Say who and what a selection is, in words."""
        item = self.item(selection.item)
        parts = [self.source([item])]
        if item.row_wording or self.repeat(item):
            parts.append(self.row(item))
        if selection.options:
            parts.append(" + ".join(self.option(item, option) for option in selection.options))
        if selection.by and selection.group:
            parts.append(self.group(selection.by, selection.group))
        if selection.where:
            # Words, not numbers: a report may say this without the questionnaire in an annex.
            who = tell_who(self.study, selection.where.tree, self.language)
            parts.append(say(self.language, "only_if", who=who))
        return "; ".join(parts)
