"""Of a witness's answers, those that matter to the change it shows."""

from collections.abc import Iterator, Mapping

from peil.study.changes.change import Change
from peil.study.changes.changes import Changes
from peil.study.expr.tree import Expr, reads
from peil.study.study import Study


def touching(changes: Changes, change: Change) -> tuple[tuple[str, str], ...]:
    """Give the answers that either version's routing to the question reads, directly or through others."""
    names: set[str] = set()
    given = dict(change.witness)
    for study in (changes.old, changes.new):
        coming = set(_read_at(study, change))
        while coming:
            names |= coming
            coming = {name for one in coming for name in _read_for(study, one, given)} - names
    return tuple(
        (name, told) for name, told in change.witness if name in names or _item(changes, name) in names
    )


def _item(changes: Changes, name: str) -> str:
    for study in (changes.new, changes.old):
        if name in study.codebook.variables:
            return study.codebook.variables[name].item
    return name


def _read_at(study: Study, change: Change) -> Iterator[str]:
    """Give what is read to decide on the question: its conditions, early ends before it, its parts."""
    questionnaire = study.questionnaire
    question = questionnaire.by_id.get(change.question)
    steps = [step for step in study.route.steps if question and step.question == question.id]
    trees: list[Expr] = [study.route.full_conditions[step.id] for step in steps]
    if question is not None:
        option, row = question.option(change.part), question.row(change.part)
        shown = (option and option.condition, row and row.condition)
        trees += [condition.tree for condition in shown if condition]
        trees += [end.condition.tree for end in question.ends]
    else:
        trees += [role.condition.tree for role in study.roles if role.condition]
    for tree in trees:
        yield from reads(tree)


def _read_for(study: Study, name: str, given: Mapping[str, str]) -> Iterator[str]:
    """Give what is read to know a name: conditions of roles, or of who is asked it and shown the answer."""
    trees = [role.condition.tree for role in study.roles if role.condition] if name == "role" else []
    variable = study.codebook.variables.get(name)
    item = study.codebook.items.get(variable.item if variable else name)
    if item is not None and item.step in study.route.by_id:
        trees.append(study.route.by_id[item.step].condition)
        chosen = given.get(item.key, "").split(", ")
        shown = (option for option in item.options if option.id in chosen)
        trees += [option.condition.tree for option in shown if option.condition]
    for tree in trees:
        yield from reads(tree)
