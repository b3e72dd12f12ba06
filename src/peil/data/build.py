"""Columns of answers become a data set: who was asked what, in which state is every cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from peil.core.problem import Problem
from peil.data.coded import derive_coded
from peil.data.columns import VisibleColumns, empty_column
from peil.data.dataset import Codes, Column, Dataset, States
from peil.data.impossible_choices import find_impossible_choices
from peil.data.oddity import BEYOND_LAST_PAGE, OFF_ROUTE, Oddity
from peil.data.rows import Rows
from peil.data.show_answers import hide_item, show_item
from peil.data.states import find_states
from peil.interview.state import State
from peil.study.codebook import Item, Variable
from peil.study.expr.mask import mask
from peil.study.route import End, Step
from peil.study.study import Study

Mask = NDArray[np.bool_]


def build_dataset(
    study: Study,
    rows: Rows,
    columns: Mapping[str, Column],
    missing_steps: Mapping[str, Codes] | None = None,
    *,
    tell_odd: bool = True,
) -> Dataset:
    """Follow the route step by step and give the data set.

    A value off the row's route is left out before later conditions read it; a value on a page after the
    row's last one is left out once the route is known. A row without an answer is BLANK where it was asked
    and came that far.

    Args:
        study: Names the variables and holds the route.
        rows: How each interview went.
        columns: Variable name to column, as ``Dataset.columns``; an absent variable was given by nobody.
            Names that are no variables (a column of weights) are kept as they are.
        missing_steps: As ``Dataset.missing_steps``.
        tell_odd: Say how many answers were left out or can't come from an interview; not for our own
            interviews, where a respondent who went back leaves answers off the route in good order.
    """
    walk = Walk(study, rows, columns, missing_steps or {})
    for entry in study.route.entries:
        if isinstance(entry, Step):
            walk.pass_step(entry)
        else:
            walk.pass_end(entry)
    for key, late in walk.late.items():
        hide_item(walk.visible, study.codebook.items[key], late)
    derive_coded(study, rows.ids, walk.visible, walk.states)
    derive(study, walk.visible, walk.states)
    extra = {name: column for name, column in columns.items() if name not in study.codebook.variables}
    return Dataset(
        study,
        rows.ids,
        columns=walk.visible.columns | extra,
        states=walk.states,
        roles=walk.visible.role(),
        progress=walk.progress_with_skipped(),
        complete=walk.complete,
        synthetic=bool(rows.synthetic.any()),
        problems=tuple(walk.problems) if tell_odd else (),
        rows=rows,
        missing_steps=walk.visible.missing_steps,
    )


def derive(study: Study, visible: VisibleColumns, states: dict[str, States]) -> None:
    """Add the plan's derived variables: the first class that holds counts."""
    for derived in study.plan.derived:
        codes = visible.option_positions(derived.id)
        has_class = codes >= 0
        visible.show(derived.id, codes)
        visible.ask(derived.id, has_class)
        states[derived.id] = np.where(has_class, State.ANSWERED, State.NOT_ASKED).astype(np.uint8)


@dataclass
class Walk:
    """One walk along the route with all rows at once.

    ``going`` are the rows that no early end has stopped; ``asked_steps`` are those that a step asked,
    ``pages`` those that a page would ask something, early ends aside, and ``late`` those that answered an
    item on a page after their last one.
    """

    study: Study
    rows: Rows
    raw: Mapping[str, Column]
    raw_missing: Mapping[str, Codes]
    states: dict[str, States] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    late: dict[str, Mask] = field(default_factory=dict)

    def __post_init__(self) -> None:
        n = self.rows.n
        self.visible = VisibleColumns(self.study, n)
        self.page_numbers = {page: number for number, page in enumerate(self.study.route.pages)}
        last = [self.page_numbers.get(page, -1) + 1 for page in self.rows.last_pages]
        self.complete: Mask = np.asarray(self.rows.outcomes == "complete", np.bool_)
        self.progress = np.where(self.complete, len(self.page_numbers), np.array(last, np.int32))
        self.going: Mask = np.ones(n, np.bool_)
        self.asked_steps: dict[str, Mask] = {}
        self.pages = {page: np.zeros(n, np.bool_) for page in self.page_numbers}

    def pass_step(self, step: Step) -> None:
        """Ask one step of everyone and show what they answered."""
        meant = mask(step.condition, self.visible, self.rows.n)
        asked = meant & self.going
        self.asked_steps[step.id] = asked
        self.pages[step.page] |= meant
        reached = self.progress > self.page_numbers[step.page]
        codebook = self.study.codebook
        items = [codebook.items[key] for key in codebook.rows_of.get(step.id, ())]
        off_route = np.zeros(self.rows.n, np.bool_)
        too_far = np.zeros(self.rows.n, np.bool_)
        impossible: dict[Oddity, Mask] = {}
        for item in items:
            if item.step == step.id:
                item_asked = asked & self.row_shown(item)
                given, unseen = show_item(self.visible, item, self.raw, self.raw_missing, item_asked)
                off_route |= unseen
                late = given & item_asked & ~reached
                too_far |= late
                if late.any():
                    self.late[item.key] = late
                odd = find_impossible_choices(self.visible, item, item_asked & reached & ~unseen)
                for oddity, rows in odd.items():
                    impossible[oddity] = rows | impossible.get(oddity, False)
                self.visible.ask(item.key, item_asked)
                self.states[item.key] = find_states(item, self.visible, item_asked, reached)
        self.tell(OFF_ROUTE, off_route, step.id)
        self.tell(BEYOND_LAST_PAGE, too_far, step.id)
        for oddity, rows in impossible.items():
            self.tell(oddity, rows, step.id)

    def pass_end(self, end: End) -> None:
        """Stop those whose interview ends here."""
        holds = mask(end.condition, self.visible, self.rows.n)
        self.going = self.going & ~(holds & self.asked_steps[end.after])

    def row_shown(self, item: Item) -> Mask:
        """Say who is shown the item's matrix row, the question's own condition aside."""
        question = self.study.questionnaire.by_id[item.question]
        row = question.row(item.row) if item.row else None
        if row is None or row.condition is None:
            return np.ones(self.rows.n, np.bool_)
        return mask(row.condition.tree, self.visible, self.rows.n)

    def progress_with_skipped(self) -> NDArray[np.int32]:
        """Give the progress, with pages passed on which a row that goes on is asked nothing."""
        progress = self.progress.astype(np.int32)
        goes_on = self.rows.outcomes == ""
        for page, number in self.page_numbers.items():
            progress = progress + (goes_on & (progress == number) & ~self.pages[page] & (progress > 0))
        return progress.astype(np.int32)

    def tell(self, oddity: Oddity, found: Mask, step: str) -> None:
        """Note what is odd about the rows found, if any."""
        self.problems.extend(oddity.tell(self.rows, found, step))


def data_variables(study: Study) -> dict[str, Variable]:
    """Give the variables that data hold: contact details are stored apart, derived ones are computed."""
    items = study.codebook.items
    return {
        name: variable
        for name, variable in study.codebook.variables.items()
        if not variable.private and not items[variable.item].derived
    }


def blank_columns(study: Study, n: int) -> dict[str, Column]:
    """Give a column without values for every variable that data hold."""
    return {name: empty_column(variable.value, n) for name, variable in data_variables(study).items()}
