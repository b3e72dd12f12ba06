"""The course: a study's route with all that a walk looks up, made once a study."""

from collections.abc import Mapping
from dataclasses import dataclass

from peil.core.same import once_each
from peil.study.codebook import Codebook, Item, Variable
from peil.study.expr.compiled import Holds, compile_condition
from peil.study.expr.condition import Condition
from peil.study.expr.tree import ALWAYS, Expr, reads
from peil.study.plan import Derived
from peil.study.question import Option, Question, Row
from peil.study.route import End, Step
from peil.study.study import Study


@dataclass(frozen=True)
class Asking:
    """A step of the route with its question and items.

    ``options`` and ``rows`` stand with the condition that shows them. ``rows`` is empty but for a matrix
    or contact question; ``items`` are in row order there.
    """

    step: Step
    question: Question
    items: tuple[Item, ...]
    options: tuple[tuple[Option, Expr], ...]
    rows: tuple[tuple[Row, Expr], ...]
    variables: Mapping[str, tuple[Variable, ...]]
    """Item key to its variables."""
    role_matters: bool
    """The role is decided by an answer to this question."""


@dataclass(frozen=True)
class Course:
    """What a walk needs of a study.

    ``role_holds`` are the roles in order with what decides whether somebody has it, ``class_holds`` the
    classes of each derived variable.
    """

    entries: tuple[Asking | End, ...]
    codebook: Codebook
    role_holds: tuple[tuple[str, Holds], ...]
    class_holds: Mapping[str, tuple[tuple[str, Holds], ...]]
    asked_items: tuple[str, ...]
    page_names: Mapping[str, tuple[str, ...]]
    """Page id to the names of all variables that the page can ask, in its order."""
    page_sets: Mapping[str, frozenset[str]]
    """The same as sets."""
    private: frozenset[str]
    """Names of the variables that hold contact details."""


@once_each(most=16)
def course_of(study: Study) -> Course:
    """Give the study's course, made on first use and kept for the last few studies."""
    by_step: dict[str, list[Item]] = {}
    for item in study.codebook.items.values():
        if not item.derived:
            by_step.setdefault(item.step, []).append(item)
    derived = {one.id: one for one in study.plan.derived}
    deciding = _deciding(study, derived)
    entries: list[Asking | End] = []
    for entry in study.route.entries:
        if isinstance(entry, End):
            entries.append(entry)
        else:
            entries.append(_asking(study, entry, tuple(by_step.get(entry.id, ())), deciding))
    asked = tuple(key for key, item in study.codebook.items.items() if not item.derived)
    names = _page_names(study, by_step)
    return Course(
        tuple(entries),
        study.codebook,
        tuple((role.id, _holds(study, role.condition)) for role in study.roles),
        {
            one.id: tuple((each.id, _holds(study, each.condition)) for each in one.classes)
            for one in derived.values()
        },
        asked,
        names,
        {page: frozenset(found) for page, found in names.items()},
        frozenset(name for name, one in study.codebook.variables.items() if one.private),
    )


def _holds(study: Study, condition: Condition | None) -> Holds:
    return compile_condition(condition.tree if condition else ALWAYS, study.codebook)


def _page_names(study: Study, by_step: Mapping[str, list[Item]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {page: {} for page in study.route.pages}
    for step in study.route.steps:
        found[step.page].update((name, None) for item in by_step.get(step.id, ()) for name in item.variables)
    return {page: tuple(names) for page, names in found.items()}


def _deciding(study: Study, derived: Mapping[str, Derived]) -> frozenset[str]:
    """Give the names that a role's condition reads, through derived variables too."""
    found: set[str] = set()
    coming = [role.condition.tree for role in study.roles if role.condition]
    while coming:
        names = reads(coming.pop()) - found
        found |= names
        coming.extend(
            one.condition.tree for name in names if name in derived for one in derived[name].classes
        )
    return frozenset(found)


def _asking(study: Study, step: Step, items: tuple[Item, ...], deciding: frozenset[str]) -> Asking:
    question = study.questionnaire.by_id[step.question]
    options = tuple((option, _tree(option)) for option in question.options)
    rows = tuple((row, _tree(row)) for row in question.rows)
    names = {name for item in items for name in (item.key, *item.variables)}
    return Asking(
        step,
        question,
        items,
        options,
        rows,
        {item.key: tuple(study.codebook.variables[name] for name in item.variables) for item in items},
        not names.isdisjoint(deciding),
    )


def _tree(part: Option | Row) -> Expr:
    return part.condition.tree if part.condition else ALWAYS
