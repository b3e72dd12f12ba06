"""A data set becomes responses again: the inverse of ``from_responses``."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from peil.core.problem import Problem, Unusable
from peil.data.build import data_variables
from peil.data.columns import given_cells
from peil.data.data_problems import OUT_OF_STEP
from peil.data.dataset import Dataset
from peil.data.rows import Rows
from peil.interview.answers import Answers, Value
from peil.interview.interview import COMPLETE, Interview, Page
from peil.interview.private import KEPT_APART
from peil.interview.response import Response
from peil.interview.walk import lacks_answer, walk
from peil.study.codebook import ValueKind
from peil.study.question import Kind
from peil.study.quota import QUOTA_FULL
from peil.study.study import Study

MOST_TOLD = 20


def to_responses(dataset: Dataset) -> tuple[Response, ...]:
    """Give the responses that a data set was made from, in its order.

    A response holds the visible answers and the pages on its route up to the last page; what the data set
    left out (answers off the route) is not in it. Data hold no contact details: a page that requires them
    and was passed has the mark of one among its values, since it could not have been passed without.

    Raises:
        Unusable: Rows whose last page or outcome isn't what their own answers lead to; carries a problem
            for each (the first twenty), with its place.
        ValueError: The data set doesn't know how its interviews went (``Dataset.rows``).
    """
    rows = dataset.rows
    if rows is None:
        raise ValueError("a data set without rows doesn't say how its interviews went")
    found = [
        _follow(dataset.study, _Row(number, rows), values)
        for number, values in enumerate(_values_by_row(dataset))
    ]
    problems = [one for one in found if isinstance(one, Problem)]
    if problems:
        raise Unusable(problems[:MOST_TOLD])
    return tuple(one for one in found if isinstance(one, Response))


def _values_by_row(dataset: Dataset) -> list[dict[str, Value]]:
    """Give what every row holds, by variable."""
    found: list[dict[str, Value]] = [{} for _ in range(dataset.n)]
    for name, variable in data_variables(dataset.study).items():
        options = dataset.study.codebook.items[variable.item].option_ids
        column = dataset.columns.get(name)
        if column is not None:
            given = np.flatnonzero(given_cells(variable.value, column))
            for row, cell in zip(given, column[given].tolist(), strict=True):
                found[row][name] = _value(variable.value, options, cell)
        missing = dataset.missing_steps.get(name)
        if missing is not None:
            for row in np.flatnonzero(missing >= 0):
                found[row][name] = options[missing[row]]
    return found


def _value(kind: ValueKind, options: tuple[str, ...], cell: float | str) -> Value:
    match kind:
        case ValueKind.OPTION:
            return options[int(cell)]
        case ValueKind.TICK:
            return True
        case ValueKind.NUMBER:
            number = float(cell)
            return Decimal(int(number)) if number.is_integer() else Decimal(repr(number))
        case ValueKind.RANK | ValueKind.STEP:
            return int(cell)
        case ValueKind.TEXT | ValueKind.DATE:
            return str(cell)


@dataclass(frozen=True)
class _Row:
    """What a file says about one interview; None where it has no column for it."""

    number: int
    rows: Rows

    def says(self, column: str, value: object) -> str | None:
        return str(value) if not self.rows.header or column in self.rows.header else None

    @property
    def last_page(self) -> str | None:
        return self.says("last_page", self.rows.last_pages[self.number])

    @property
    def outcome(self) -> str | None:
        return self.says("outcome", self.rows.outcomes[self.number])

    def problem(self, what: str, hint: str) -> Problem:
        message = f'Row "{self.rows.ids[self.number]}": {what}.'
        return OUT_OF_STEP.problem(self.rows.span(self.number), message, hint=hint)


def _follow(study: Study, row: _Row, values: dict[str, Value]) -> Response | Problem:
    """Walk one row as far as it says that it came, and see that it came there."""
    route = walk(study, Answers(values)).pages
    on_route = [page.id for page in route]
    last = row.last_page or (on_route[-1] if row.outcome == COMPLETE and on_route else "")
    if last and last not in on_route:
        return _off_route(study, row, last, on_route)
    passed = route[: on_route.index(last) + 1] if last else ()
    marks = {name: KEPT_APART for page in passed for name in _required_details(page)}
    interview = walk(study, Answers({**values, **marks}, frozenset(page.id for page in passed)))
    if (interview.last_page or "") != last:
        return _lacking(row, interview, f'the last page is "{last}"')
    turned_away = row.outcome == QUOTA_FULL  # by what others answered, which its own answers don't show
    if row.outcome is not None and not turned_away and row.outcome != (interview.outcome or ""):
        return _other_outcome(row, interview, row.outcome)
    return Response(
        row.rows.ids[row.number],
        interview.answers,
        interview.last_page,
        QUOTA_FULL if turned_away else interview.outcome,
        bool(row.rows.synthetic[row.number]),
    )


def _required_details(page: Page) -> Iterable[str]:
    """Give a contact detail's variable of each contact question on a page that has to be answered."""
    for step in page.steps:
        if step.question.kind is Kind.CONTACT and step.rows and not step.question.optional:
            yield from (f"{item.key}.{step.rows[0].id}" for item in step.items)


def _off_route(study: Study, row: _Row, last: str, on_route: list[str]) -> Problem:
    order = study.route.pages
    before = [page for page in on_route if order.index(page) < order.index(last)]
    hint = f'Write "{before[-1]}", the page before it on its route, or correct' if before else "Correct"
    return row.problem(
        f'the last page is "{last}", and its answers don\'t lead to that page', f"{hint} the answers."
    )


def _lacking(row: _Row, interview: Interview, said: str) -> Problem:
    """Tell which question before the last page has no answer."""
    stuck = interview.next_page or ""
    page = interview.page(stuck)
    asked = (step.step.id for step in page.steps if lacks_answer(step, interview.given)) if page else ()
    hint = (
        f'Fill it in, or end the row there: last page "{stuck}" and no outcome. '
        "A question that may be left blank is {optional}."
    )
    what = f'{said}, and it can\'t be reached without an answer to "{next(iter(asked), stuck)}"'
    return row.problem(what, hint)


def _other_outcome(row: _Row, interview: Interview, outcome: str) -> Problem:
    said = f'the outcome is "{outcome}"' if outcome else "there is no outcome"
    if interview.outcome is not None:
        what = f'{said}, and its answers come to the outcome "{interview.outcome}"'
        return row.problem(what, f'Write "{interview.outcome}", or correct the answers.')
    if interview.next_page in interview.answers.pages:
        return _lacking(row, interview, said)
    what = f'{said}, and its answers go on to the page "{interview.next_page}"'
    return row.problem(what, "Leave the outcome empty, or correct the last page or the answers.")
