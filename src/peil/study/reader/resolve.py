"""Conditions resolved against the codebook, each once, without follow-up problems of earlier slips."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import type_mismatch, unknown_name, unknown_option, unknown_role
from peil.study.codebook import Codebook
from peil.study.expr.condition import Condition
from peil.study.expr.resolve import resolve_condition
from peil.study.expr.tree import ALWAYS
from peil.study.question import Option, Question, Row
from peil.study.questionnaire import Questionnaire

NAMES = re.compile(r"[\w-]+")
FOLLOWING = {rule.RULE.code for rule in (unknown_name, unknown_option, type_mismatch)}


@dataclass
class Resolver:
    """Resolves conditions; one that was carried over is resolved, and its problems told, once.

    ``roles`` is None when they aren't known. A problem about a word in ``broken``, or about what a question
    in ``damaged`` has, follows from an earlier one and isn't told.
    """

    codebook: Codebook
    roles: Sequence[str] | None
    broken: set[str]
    damaged: set[str]
    problems: list[Problem]
    done: dict[tuple[str, Span], Condition] = field(default_factory=dict)

    def condition(self, condition: Condition) -> Condition:
        """Give the condition with its tree; one that has a tree already is kept."""
        if condition.tree is not ALWAYS:
            return condition
        key = (condition.source, condition.span)
        if key not in self.done:
            resolved, problems = resolve_condition(
                condition.source, condition.span, self.codebook, self.roles or ()
            )
            self.done[key] = resolved
            self.problems.extend(problem for problem in problems if not self.follows(problem, condition))
        return self.done[key]

    def follows(self, problem: Problem, condition: Condition) -> bool:
        """Say whether the problem is there only because of one that was told already."""
        if problem.code == unknown_role.RULE.code:
            return self.roles is None
        if problem.code not in FOLLOWING:
            return False
        if problem.got.partition(".")[0].partition("[")[0] in self.broken:
            return True
        return not self.damaged.isdisjoint(NAMES.findall(condition.source))

    def questionnaire(self, questionnaire: Questionnaire) -> Questionnaire:
        """Give the questionnaire with all its conditions resolved."""
        sections = tuple(
            replace(section, condition=self.condition(section.condition)) if section.condition else section
            for section in questionnaire.sections
        )
        questions = tuple(self.question(question) for question in questionnaire.questions)
        return replace(questionnaire, sections=sections, questions=questions)

    def question(self, question: Question) -> Question:
        """Give a question with its own, its early ends', its options' and its rows' conditions resolved."""
        return replace(
            question,
            condition=self.condition(question.condition) if question.condition else None,
            ends=tuple(replace(end, condition=self.condition(end.condition)) for end in question.ends),
            options=tuple(self.option(option) for option in question.options),
            rows=tuple(self.row(row) for row in question.rows),
        )

    def option(self, option: Option) -> Option:
        """Give an option with its condition resolved."""
        return replace(option, condition=self.condition(option.condition)) if option.condition else option

    def row(self, row: Row) -> Row:
        """Give a row with its condition resolved."""
        return replace(row, condition=self.condition(row.condition)) if row.condition else row
