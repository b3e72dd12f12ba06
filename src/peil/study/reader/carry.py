"""Answers carried over: one option or row for each there was in an earlier question."""

from dataclasses import dataclass, field

from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_source, unknown_name
from peil.study.expr.condition import Condition
from peil.study.expr.tree import Expr, Has, Is, WasAsked, WasGiven
from peil.study.question import Kind, Option, Question, Row
from peil.study.reader.raw import RawCarry
from peil.study.text import OpenBlank

CHOICES = {Kind.SINGLE, Kind.MULTI, Kind.RANKING}
SOURCES = {
    "options": (CHOICES, "a question with options"),
    "rows": (CHOICES | {Kind.MATRIX}, "a matrix or a question with options"),
    "open rows": ({Kind.MATRIX}, "a matrix"),
    "repeats": (CHOICES | {Kind.MATRIX}, "a question with options or a matrix"),
}


@dataclass(slots=True)
class Sources:
    """The questions read so far, the one being read, all ids, and names whose absence is no new problem."""

    every_id: frozenset[str]
    broken: set[str]
    damaged: set[str]
    read: dict[str, Question] = field(default_factory=dict)
    reading: str = ""

    def find(self, name: str, span: Span, use: str, problems: list[Problem]) -> Question | None:
        """Give the question to carry from, or None where that can't be: a problem, unless told already.

        ``use`` is ``options``, ``rows``, ``open rows`` or ``repeats``.
        """
        kinds, wanted = SOURCES[use]
        question = self.read.get(name)
        if question is None:
            if name not in self.broken | self.damaged:
                problems.append(self._absent(name, span, use))
            return None
        if question.kind in kinds and question.repeat is None:
            return question
        if name not in self.damaged:
            what = "is asked more than once" if question.repeat else f"is of the kind {question.kind}"
            message = f'"{name}" {what}: it has no {use} to carry over.'
            if use == "repeats":
                message = f'"{name}" {what}: a question can\'t be repeated for it.'
            problems.append(bad_source.RULE.problem(span, message, hint=f"Name {wanted}.", got=name))
        return None

    def _absent(self, name: str, span: Span, use: str) -> Problem:
        if name in self.every_id:
            message, hint = f'"{name}" is asked later than this.', "Put it above this question."
            if name == self.reading:
                message, hint = f'"{name}" can\'t carry over from itself.', "Name an earlier question."
                if use == "repeats":
                    message = f'"{name}" can\'t be repeated for itself.'
            return bad_source.RULE.problem(span, message, hint=hint, got=name)
        kinds, wanted = SOURCES[use]
        fitting = [question.id for question in self.read.values() if question.kind in kinds]
        hint = did_you_mean(name, fitting) or did_you_mean(name, self.every_id) or f"Name {wanted}."
        return unknown_name.RULE.problem(span, f'There is no question "{name}".', hint=hint, got=name)


def carried_options(source: Question, carry: RawCarry) -> list[Option]:
    """Give an option for each of the source's, shown to those who chose it there."""
    return [
        Option(
            option.id,
            option.wording,
            carry.span,
            option.code,
            _chosen(source, option, carry.span),
            last=option.last,
            carried=_own_words(source, option),
        )
        for option in source.substantive
    ]


def carried_rows(source: Question, carry: RawCarry) -> list[Row]:
    """Give a row for each of the source's rows shown there, or for each of its options that was chosen."""
    if source.kind is Kind.MATRIX:
        return [
            _carried_row(source, row, carry.span)
            for row in source.rows
            if row.open or row.carried or not carry.open_only
        ]
    return [
        Row(
            option.id,
            option.wording,
            carry.span,
            _chosen(source, option, carry.span),
            carried=_own_words(source, option),
            last=option.last,
        )
        for option in source.substantive
    ]


def _carried_row(source: Question, row: Row, span: Span) -> Row:
    """Give a row for those who were shown it there and, where it was open, named it."""
    key = f"{source.id}.{row.id}"
    if not row.open:
        shown = Condition(WasAsked(key), f"{key} was asked", span)
        return Row(row.id, row.wording, span, shown, carried=row.carried, last=row.last)
    given = Condition(WasGiven(f"{key}.text"), f"{key}.text was answered", span)
    return Row(row.id, row.wording, span, given, carried=f"{key}.text", last=row.last)


def _own_words(source: Question, option: Option) -> str | None:
    """Give the variable with what the respondent wrote beside the option, through earlier carrying over."""
    if isinstance(option.blank, OpenBlank):
        return f"{source.id}.{option.id}.text"
    return option.carried


def _chosen(source: Question, option: Option, span: Span) -> Condition:
    """Give the condition that the option was ticked, chosen or ranked."""
    tree: Expr
    if source.kind is Kind.MULTI:
        tree, said = Has(source.id, option.id), f"{source.id} has {option.id}"
    elif source.kind is Kind.SINGLE:
        tree, said = Is(source.id, (option.id,)), f"{source.id} is {option.id}"
    else:
        name = f"{source.id}.{option.id}"
        tree, said = WasGiven(name), f"{name} was answered"
    return Condition(tree, said, span)
