"""One comparison told as a clause, such as ``bij vraag 6 “Nooit” antwoordde``."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from peil.core.percent import spell_number
from peil.study.codebook import Codebook, Item, ValueKind, Variable
from peil.study.expr.phrases import Phrases
from peil.study.expr.tree import (
    Between,
    Compare,
    CountOf,
    Expr,
    Has,
    Is,
    Or,
    RoleIs,
    WasAsked,
    WasGiven,
)
from peil.study.question import Kind, Question
from peil.study.role import Role
from peil.study.text import Wording

NUMBERED = re.compile(r"[A-Za-z]{1,2}(?=\d)")
"""The letters of a source number such as ``Q6``, which a sentence leaves out: question 6."""

CODED = {
    "has": "coded",
    "class": "coded",
    "class_other": "coded_other",
    "classed": "coded_any",
    "answered": "coded_any",
    "count": "coded_count",
}
"""Phrase for what respondents answered to that for what their words were coded as."""


class Clauses:
    """Says comparisons in one language.

    Args:
        codebook: Names the items.
        questions: Questions by id.
        roles: The roles.
        phrases: The language's phrases.
        language: The language of labels, which may have no phrases of its own.
        numbers: What the document itself numbers questions without a source number, by question id. A
            question that is in neither goes by its words.
    """

    def __init__(
        self,
        codebook: Codebook,
        questions: Mapping[str, Question],
        roles: Sequence[Role],
        phrases: Phrases,
        language: str,
        numbers: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.codebook = codebook
        self.questions = questions
        self.roles = {role.id: role for role in roles}
        self.phrases = phrases
        self.language = language
        self.numbers = numbers

    def say(self, expr: Expr, *, denied: bool) -> str:
        """Say a comparison, or its denial."""
        match expr:
            case Is():
                return self._is(expr, denied=denied)
            case Has(item=item, option=option):
                phrase = self._of_codes("has", item)
                return self._clause(
                    phrase, denied=denied, q=self.about(item), o=self.options(item, (option,))
                )
            case RoleIs():
                return self._role(expr, denied=denied)
            case Compare() | Between():
                return self._compare(expr, denied=denied)
            case WasAsked(item=item):
                item = self._asked_for(item)
                about = self._question(self.codebook.items[item].question)
                shown = about if self._is_always_shown(item) else self.about(item)
                return self._clause("asked", denied=denied, q=shown)
            case WasGiven(variable=variable):
                return self._given(variable, denied=denied)
        raise TypeError(f"{type(expr).__name__} is no comparison")

    def say_whole(self, expr: Or, *, denied: bool) -> str | None:
        """Say "any row was asked" as the question being asked, "any option was ticked" as it being answered.

        None where the terms are not all there are of one question or item, nor all follow from one of them.
        """
        asked = [term.item for term in expr.terms if isinstance(term, WasAsked)]
        if len(asked) == len(expr.terms):
            question = self.codebook.items[asked[0]].question
            if set(asked) == set(self.codebook.rows_of[question]):
                return self._clause("asked", denied=denied, q=self._question(question))
        for key in asked:
            if self._is_always_shown(key) and all(self._follows_asking(term, key) for term in expr.terms):
                return self.say(WasAsked(key), denied=denied)
        ticked = [term for term in expr.terms if isinstance(term, Has)]
        if len(ticked) == len(expr.terms):
            item = self.codebook.items[ticked[0].item]
            if {(term.item, term.option) for term in ticked} == {(item.key, o) for o in item.option_ids}:
                phrase = self._of_codes("answered", item.key)
                return self._clause(phrase, denied=denied, q=self.about(item.key))
        return None if denied else self._say_any(expr)

    def _say_any(self, expr: Or) -> str | None:
        """Say "any of these options of one question" in one clause, or None where it is something else."""
        terms = [term for term in expr.terms if isinstance(term, Has | Is)]
        chosen = [o for term in terms for o in (term.options if isinstance(term, Is) else (term.option,))]
        kinds = {(type(term), term.item, isinstance(term, Is) and term.negated) for term in terms}
        if len(terms) < len(expr.terms) or len(kinds) > 1 or kinds.pop()[2]:
            return None
        first, options = terms[0], tuple(dict.fromkeys(chosen))
        if isinstance(first, Is):
            return self._is(Is(first.item, options), denied=False)
        phrase = self._of_codes("has", first.item)
        return self._clause(
            phrase, denied=False, q=self.about(first.item), o=self.options(first.item, options)
        )

    def _asked_for(self, key: str) -> str:
        """Give the item that was asked: of codes the one whose words were coded."""
        words = self.codebook.items[key].coded
        return self.codebook.variables[words].item if words else key

    def _is_always_shown(self, key: str) -> bool:
        """Say whether a row is shown to all who are asked its matrix, which is asked once."""
        item = self.codebook.items[key]
        question = self.questions.get(item.question)
        row = question.row(item.row) if question and item.row and not question.repeat else None
        return row is not None and row.condition is None

    def _follows_asking(self, term: Expr, key: str) -> bool:
        """Say whether only who was asked the item's question can be whom the term holds for."""
        question = self.codebook.items[key].question
        if isinstance(term, WasGiven):
            variable = self.codebook.variables.get(term.variable)
            return variable is not None and self.codebook.items[variable.item].question == question
        return isinstance(term, WasAsked) and self.codebook.items[term.item].question == question

    def _of_codes(self, phrase: str, key: str) -> str:
        """Give the phrase, or that for codes: nobody chose or ticked what others gave to their words."""
        return CODED[phrase] if self.codebook.items[key].coded else phrase

    def _clause(self, phrase: str, *, denied: bool, **words: str) -> str:
        return self.phrases.clauses[phrase][denied].format(**words)

    def _is(self, expr: Is, *, denied: bool) -> str:
        phrase = "class" if self.codebook.items[expr.item].derived else "is"
        phrase = self._of_codes(f"{phrase}_other" if expr.negated else phrase, expr.item)
        options = self.options(expr.item, expr.options)
        return self._clause(phrase, denied=denied, q=self.about(expr.item), o=options)

    def _role(self, expr: RoleIs, *, denied: bool) -> str:
        names = [self._plain(self.roles[role].wording) or role for role in expr.roles]
        shown = names[0] if len(names) == 1 else self._either(names)
        return self._clause("role", denied=denied is not expr.negated, o=shown)

    def _compare(self, expr: Compare | Between, *, denied: bool) -> str:
        number = self._number(expr)
        if isinstance(expr.left, CountOf):
            one = isinstance(expr, Compare) and expr.right == 1
            coded = bool(self.codebook.items[expr.left.item].coded)
            counted = f"{number} {(self.phrases.codes if coded else self.phrases.answers)[not one]}"
            phrase = self._of_codes("count", expr.left.item)
            return self._clause(phrase, denied=denied, q=self.about(expr.left.item), n=counted)
        variable = self.codebook.variables[expr.left.variable]
        about = self.about(variable.item)
        if variable.option is None:
            return self._clause("number", denied=denied, q=about, n=number)
        options = self.options(variable.item, (variable.option,))
        phrase = "rank" if variable.value is ValueKind.RANK else "beside"
        return self._clause(phrase, denied=denied, q=about, o=options, n=number)

    def _number(self, expr: Compare | Between) -> str:
        if isinstance(expr, Between):
            return self.phrases.between.format(self._digits(expr.low), self._digits(expr.high))
        return self.phrases.orders[expr.order].format(self._digits(expr.right))

    def _digits(self, number: Decimal) -> str:
        return spell_number(number, self.phrases.language)

    def _given(self, name: str, *, denied: bool) -> str:
        variable = self.codebook.variables.get(name)
        item = self.codebook.items[variable.item if variable else name]
        about = self.about(item.key)
        if item.derived:
            return self._clause(self._of_codes("classed", item.key), denied=denied, q=about)
        if variable is None or variable.option is None:
            named = variable is not None and self._names_row(item, variable)
            return self._clause("named" if named else "answered", denied=denied, q=about)
        phrase = {ValueKind.TICK: "has", ValueKind.RANK: "ranked"}.get(variable.value, "text_beside")
        return self._clause(phrase, denied=denied, q=about, o=self.options(item.key, (variable.option,)))

    def _names_row(self, item: Item, variable: Variable) -> bool:
        return item.row is not None and variable.name == f"{item.key}.text"

    def options(self, key: str, ids: Sequence[str]) -> str:
        """Give options by their labels, joined with "or"."""
        labels = {
            option.id: self._label(option.wording) or option.id for option in self.codebook.items[key].options
        }
        return self._either([labels[name] for name in ids])

    def _either(self, labels: Sequence[str]) -> str:
        *first, last = [f"“{label}”" for label in labels]
        return f"{', '.join(first)} {self.phrases.disjunction} {last}" if first else last

    def about(self, key: str) -> str:
        """Give what an item is called in a sentence: its question, its row, what it is repeated for."""
        item = self.codebook.items[key]
        about = self._question(item.question)
        if item.step != item.question and not item.derived:
            about = self.phrases.about.format(q=about, option=self._repeated_for(item))
        if item.row is None:
            return about
        label = self._label(item.row_wording) if item.row_wording else ""
        if label:
            return self.phrases.row.format(row=label, q=about)
        return self.phrases.own_row.format(row=self._own_number(item), q=about)

    def _question(self, question_id: str) -> str:
        question = self.questions.get(question_id)
        if question is not None and question.source:
            return self.phrases.question.format(NUMBERED.sub("", question.source, count=1))
        if question_id in self.numbers:
            return self.phrases.question.format(self.numbers[question_id])
        wording = question.wording if question else self.codebook.items[question_id].wording
        words = self._plain(wording) or question_id
        if question is None:
            return f"“{words}”"
        return self.phrases.question_words.format(words)

    def _repeated_for(self, item: Item) -> str:
        option_id = item.step.removeprefix(f"{item.question}[").removesuffix("]")
        repeat = self.questions[item.question].repeat if item.question in self.questions else None
        source = self.questions.get(repeat.question) if repeat else None
        if source is None:
            return option_id
        part = source.row(option_id) if source.kind is Kind.MATRIX else source.option(option_id)
        return (self._label(part.wording) if part else "") or option_id

    def _own_number(self, item: Item) -> int:
        """Count which of its matrix's open rows this is, from 1."""
        question = self.questions.get(item.question)
        rows = [row.id for row in question.rows if row.open or row.carried] if question else []
        return rows.index(item.row) + 1 if item.row in rows else 1

    def _plain(self, wording: Wording) -> str:
        return wording.plain(self.language)

    def _label(self, wording: Wording) -> str:
        """Name an option or row without what leads up to its blank, as every other part of a report does."""
        return wording.label(self.language)
