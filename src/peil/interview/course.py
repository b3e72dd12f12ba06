"""The course: a study's route with all that a walk looks up, made once a study."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from peil.core.same import Same
from peil.study.codebook import Codebook, Item, Variable
from peil.study.expr.tree import ALWAYS, Expr, reads
from peil.study.plan import Derived
from peil.study.question import Option, Question, Row
from peil.study.role import Role
from peil.study.route import End, Step
from peil.study.study import Study

Part = TypeVar("Part", Option, Row)


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
    all_options: tuple[Option, ...] | None
    """The options when all of them are always shown, else None."""
    all_rows: tuple[Row, ...] | None
    variables: Mapping[str, tuple[Variable, ...]]
    """Item key to its variables."""
    role_matters: bool
    """The role is decided by an answer to this question."""


@dataclass(frozen=True)
class Course:
    """What a walk needs of a study."""

    entries: tuple[Asking | End, ...]
    codebook: Codebook
    roles: tuple[Role, ...]
    derived: Mapping[str, Derived]
    asked_items: tuple[str, ...]


def course_of(study: Study) -> Course:
    """Give the study's course, made on first use and kept for the last few studies."""
    return _course(Same(study))


@lru_cache(maxsize=16)
def _course(same: Same[Study]) -> Course:
    study = same.value
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
    return Course(tuple(entries), study.codebook, study.roles, derived, asked)


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
        _when_always(options),
        _when_always(rows),
        {item.key: tuple(study.codebook.variables[name] for name in item.variables) for item in items},
        not names.isdisjoint(deciding),
    )


def _tree(part: Option | Row) -> Expr:
    return part.condition.tree if part.condition else ALWAYS


def _when_always(parts: tuple[tuple[Part, Expr], ...]) -> tuple[Part, ...] | None:
    always = all(condition == ALWAYS for _, condition in parts)
    return tuple(part for part, _ in parts) if always else None
