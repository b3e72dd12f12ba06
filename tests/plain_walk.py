"""The interview engine in its plainest form: one question after another, every condition by ``evaluate``."""

from collections.abc import Mapping
from decimal import Decimal

from peil.interview.answers import Answers, Value
from peil.interview.course import Asking, course_of
from peil.interview.given import is_filled
from peil.interview.interview import COMPLETE, Page, VisibleStep
from peil.interview.state import State
from peil.interview.states import state_of
from peil.study.codebook import Item, ValueKind, Variable
from peil.study.expr.evaluate import evaluate
from peil.study.question import Kind
from peil.study.route import End
from peil.study.study import Study

Found = tuple[
    dict[str, Value], str, tuple[Page, ...], dict[str, State], str | None, str | None, str | None, str | None
]
"""Given, role, pages, states, next page, last page, outcome, early end."""


class PlainGiven:
    """What has been given so far, looked up in the plainest way."""

    def __init__(self, study: Study) -> None:
        self.study = study
        self.values: dict[str, Value] = {}
        self.on_route: set[str] = set()
        self.deriving = False

    def chosen(self, item: str) -> str | None:
        if item in self.values:
            return str(self.values[item])
        derived = next((one for one in self.study.plan.derived if one.id == item), None)
        classes = derived.classes if derived else ()
        return next((one.id for one in classes if evaluate(one.condition.tree, self)), None)

    def ticked(self, item: str) -> frozenset[str]:
        known = self.study.codebook.items[item]
        return frozenset(one for one in known.option_ids if f"{item}.{one}" in self.values)

    def number(self, variable: str) -> Decimal | int | None:
        value = self.values.get(variable)
        return None if isinstance(value, str) else value

    def count(self, item: str) -> int | None:
        known = self.study.codebook.items[item]
        ticked = self.ticked(item)
        return len(ticked - known.missing_ids - known.exclusive_ids) if ticked else None

    def asked(self, item: str) -> bool:
        return item in self.on_route or self.chosen(item) is not None

    def given(self, variable: str) -> bool:
        return variable in self.values or self.chosen(variable) is not None

    def role(self) -> str:
        for role in self.study.roles:
            if role.condition is None or evaluate(role.condition.tree, self):
                return role.id
        return ""


def plain_walk(study: Study, answers: Answers) -> Found:
    given = PlainGiven(study)
    pages: list[Page] = []
    asked: set[str] = set()
    early = None
    for entry in course_of(study).entries:
        if isinstance(entry, End):
            if entry.after in asked and evaluate(entry.condition, given):
                early = entry.outcome
                break
        elif evaluate(entry.step.condition, given):
            asked.add(entry.step.id)
            shown = _show(entry, given, answers.values)
            if pages and pages[-1].id == entry.step.page:
                pages[-1] = Page(pages[-1].id, (*pages[-1].steps, shown))
            else:
                pages.append(Page(entry.step.page, (shown,)))
    states = {key: State.NOT_ASKED for key, item in study.codebook.items.items() if not item.derived}
    next_page, last_page = None, None
    for page in pages:
        reached = next_page is None and page.id in answers.pages
        last_page = page.id if reached else last_page
        if next_page is None and (not reached or any(_lacks(step, given.values) for step in page.steps)):
            next_page = page.id
        for item in (item for step in page.steps for item in step.items):
            states[item.key] = state_of(item, given.values) if reached else State.LEFT_BEFORE
    for derived in study.plan.derived:
        states[derived.id] = State.NOT_ASKED if given.chosen(derived.id) is None else State.ANSWERED
    outcome = None if next_page else early or COMPLETE
    return given.values, given.role(), tuple(pages), states, next_page, last_page, outcome, early


def _show(asking: Asking, given: PlainGiven, offered: Mapping[str, Value]) -> VisibleStep:
    options = tuple(one for one, condition in asking.options if evaluate(condition, given))
    rows = tuple(one for one, condition in asking.rows if evaluate(condition, given))
    seen = {one.id for one in rows}
    items = tuple(item for item in asking.items if item.row is None or item.row in seen)
    visible = {one.id for one in options}
    given.on_route.update(item.key for item in items)
    for item in items:
        for variable in asking.variables[item.key]:
            value = offered.get(variable.name)
            if _may_count(
                item, variable, seen if item.kind is Kind.CONTACT else visible, given
            ) and is_filled(
                variable, value, visible & item.missing_ids if item.kind is Kind.SCALE else visible
            ):
                assert value is not None
                given.values[variable.name] = value
    return VisibleStep(asking.step, asking.question, options, rows, items)


def _may_count(item: Item, variable: Variable, shown: set[str], given: PlainGiven) -> bool:
    """Say whether a value of the variable counts, as far as what is shown and what it follows go.

    ``shown`` are the options, of a contact question its fields: a matrix's row may be called as an option is.
    """
    if item.kind is Kind.CONTACT:
        return variable.name.rpartition(".")[2] in shown
    if variable.follows is not None:
        chosen = given.ticked(item.key) if item.kind is Kind.MULTI else {given.values.get(item.key)}
        return variable.follows in chosen
    return variable.value not in {ValueKind.TICK, ValueKind.RANK} or variable.option in shown


def _lacks(shown: VisibleStep, values: Mapping[str, Value]) -> bool:
    if shown.question.optional or shown.question.kind is Kind.NOTICE:
        return False
    named = {row.id for row in shown.rows if not row.open or f"{shown.step.id}.{row.id}.text" in values}
    needed = (item for item in shown.items if item.row is None or item.row in named)
    return any(state_of(item, values) is State.BLANK for item in needed)
