"""What is read where on the route, and what of an interview the places still to come can see."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peil.interview.course import Course
from peil.interview.given import GivenSoFar
from peil.study.expr.evaluate import evaluate
from peil.study.expr.tree import And, Between, Compare, CountOf, Expr, Has, Is, Not, NumberOf, Or, reads
from peil.study.question import Kind
from peil.study.route import End, Step
from peil.study.study import Study
from peil.study.text import Wording  # noqa: TC001 - as everywhere in the tests


@dataclass
class Live:
    """What is still read from some place on: only that keeps two interviews apart."""

    course: Course
    names: frozenset[str]
    ticks: Mapping[str, frozenset[str]]
    counted: frozenset[str]
    steps: frozenset[str]
    """Steps of which is still asked whether they were asked."""

    @classmethod
    def after(cls, study: Study, course: Course, place: int) -> "Live":
        """Gather what is read from a place on."""
        trees: list[Expr] = []
        trees += [role.condition.tree for role in study.roles if role.condition]
        names: set[str] = {*study.plan.groups, *(one.id for one in study.plan.derived)}
        steps: set[str] = {study.about.analysis_set or ""}
        wordings: list[Wording] = []
        for entry in course.entries[place:]:
            if isinstance(entry, End):
                trees.append(entry.condition)
                steps.add(entry.after)
                continue
            question = entry.question
            trees += trees_at(study, entry.step)
            wordings.append(question.wording)
            wordings += [part.wording for part in question.options]
            wordings += [part.wording for part in question.rows]
            names.update(carry.question for carry in question.carries)
        for wording in wordings:
            for texts in (wording.default, *wording.by_role.values()):
                names.update(fill.name for text in texts.values() for fill in text.fills)
        derived = {one.id: one for one in study.plan.derived}
        names |= {name for tree in trees for name in reads(tree)}
        for name in list(names):
            if name in derived:
                more = [one.condition.tree for one in derived[name].classes]
                trees += more
                names |= {read for tree in more for read in reads(tree)}
        flat = [node for tree in trees for node in nodes(tree)]
        ticks: dict[str, set[str]] = {}
        for node in flat:
            if isinstance(node, Has):
                ticks.setdefault(node.item, set()).add(node.option)
        counted = {
            node.left.item
            for node in flat
            if isinstance(node, Compare | Between) and isinstance(node.left, CountOf)
        }
        spread = {key for name in names for key in study.codebook.rows_of.get(name, ())}
        return cls(
            course,
            frozenset(names | spread),
            {item: frozenset(options) for item, options in ticks.items()},
            frozenset(counted),
            frozenset(steps),
        )

    def key(self, given: GivenSoFar, steps: frozenset[str]) -> tuple[object, ...]:
        """Give what later places can see of what an interview has given, and of the steps it was asked."""
        parts: list[object] = [steps & self.steps]
        for name in sorted(self.names):
            item = self.course.codebook.items.get(name)
            if item is not None and item.kind is Kind.MULTI:
                ticked = given.ticked(name)
                count = given.count(name) if name in self.counted else None
                seen = ticked & self.ticks.get(name, frozenset())
                parts.append((given.asked(name), bool(ticked), seen, count))
            elif item is not None:
                variables = () if item.derived else item.variables
                filled = any(one in given.values for one in variables)
                parts.append((given.asked(name), given.values.get(name), filled))
            elif name in self.course.codebook.variables:
                asked = given.asked(self.course.codebook.variables[name].item)
                parts.append((asked, given.values.get(name)))
        return tuple(parts)


def all_trees(study: Study) -> Iterator[Expr]:
    """Give every expression of a study."""
    for entry in study.route.entries:
        yield from trees_at(study, entry)
    for derived in study.plan.derived:
        yield from (one.condition.tree for one in derived.classes)


def trees_at(study: Study, entry: Step | End) -> tuple[Expr, ...]:
    """Give the expressions that are read when the route comes to an entry."""
    roles = tuple(role.condition.tree for role in study.roles if role.condition)
    if isinstance(entry, End):
        return entry.condition, *roles
    question = study.questionnaire.by_id[entry.question]
    section = study.questionnaire.sections_by_id.get(question.section)
    parts = (section, question, *question.options, *question.rows)
    return entry.condition, *roles, *(one.condition.tree for one in parts if one and one.condition)


def nodes(expr: Expr) -> Iterator[Expr]:
    """Give an expression and everything below it."""
    yield expr
    match expr:
        case Not(term=term):
            yield from nodes(term)
        case And(terms=terms) | Or(terms=terms):
            for term in terms:
                yield from nodes(term)


def certainly(expr: Expr, given: GivenSoFar) -> bool | None:
    """Say whether an expression holds when a comparison with a missing answer is unknown (None)."""
    match expr:
        case Not(term=term):
            inner = certainly(term, given)
            return None if inner is None else not inner
        case And(terms=terms):
            found = [certainly(term, given) for term in terms]
            return False if False in found else None if None in found else True
        case Or(terms=terms) if not is_was_answered(expr, given):
            found = [certainly(term, given) for term in terms]
            return True if True in found else None if None in found else False
        case Is(item=item):
            known = given.chosen(item) is not None
        case Has(item=item):
            known = bool(given.ticked(item))
        case Compare(left=left) | Between(left=left):
            number = given.number(left.variable) if isinstance(left, NumberOf) else given.count(left.item)
            known = number is not None
        case _:
            known = True
    return evaluate(expr, given) if known else None


def is_was_answered(expr: Or, given: GivenSoFar) -> bool:
    """Say whether this is "reasons was answered": any tick of a multi item. That is always known."""
    ticks = [term for term in expr.terms if isinstance(term, Has)]
    items = {tick.item for tick in ticks}
    if len(ticks) < len(expr.terms) or len(items) != 1:
        return False
    return {tick.option for tick in ticks} == set(given.course.codebook.items[items.pop()].option_ids)
