"""What the proof must find in a small study, worked out from all of its interviews one by one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from enumerate_walks import Moment, Walks
from later_readings import certainly
from peil.core.span import Span
from peil.interview.course import Asking
from peil.interview.given import GivenSoFar
from peil.study.codebook import Item
from peil.study.expr.condition import Condition
from peil.study.expr.evaluate import evaluate
from peil.study.expr.tree import (
    Always,
    And,
    Between,
    Compare,
    CountOf,
    Expr,
    Has,
    Is,
    Not,
    Or,
    RoleIs,
)
from peil.study.proof.parts import say
from peil.study.question import Kind, Option, Question, Row
from peil.study.route import End, Step
from peil.study.study import Study
from peil.study.text import Fill, Wording

Finding = tuple[str, str, str]
"""Code of the rule, place in the file, what it is about."""

CODES = frozenset({*(f"Q0{number}" for number in range(54, 64)), "Q065", "Q066", "Q025"})


@dataclass(frozen=True)
class Place:
    """A condition that somebody wrote, and what all those who come to it had given by then."""

    use: str
    condition: Condition
    readers: tuple[GivenSoFar, ...]


@dataclass(frozen=True)
class Census:
    """A study with all of its interviews."""

    study: Study
    walks: Walks

    def at(self, question: Question) -> Iterator[tuple[Step, Moment]]:
        """Give who comes to a question's place on the route, asked or not."""
        for moment in self.walks.moments:
            if isinstance(moment.entry, Asking) and moment.entry.step.question == question.id:
                yield moment.entry.step, moment

    def shown(self, question: Question) -> Iterator[Moment]:
        """Give who is asked it."""
        return (moment for _, moment in self.at(question) if moment.shown)

    def finals(self) -> Iterator[GivenSoFar]:
        """Give every interview at its end, early or not."""
        yield from (state.given for state in self.walks.complete)
        yield from (state.given for state, _ in self.walks.ended)

    def analysed(self) -> Iterator[GivenSoFar]:
        """Give the interviews that passed the page of the question that the analysis set names."""
        entries = self.study.route.entries
        wanted = self.study.about.analysis_set
        page = next((step.page for step in self.study.route.steps if step.question == wanted), None)
        last = max(
            (n for n, one in enumerate(entries) if isinstance(one, Step) and one.page == page), default=-1
        )
        yield from (state.given for state in self.walks.complete)
        yield from (
            state.given
            for state, end in self.walks.ended
            if next(number for number, one in enumerate(entries) if one is end) > last
        )


def expect_findings(study: Study, walks: Walks) -> set[Finding]:
    """Give everything that is to be found, ``reads unasked`` included."""
    census = Census(study, walks)
    found: set[Finding] = set(_pages(census))
    lost = {page for code, _, page in found}
    for question in study.questionnaire.questions:
        found.update(_unreachable(census, question, lost))
        found.update(_few(census, question))
        found.update(_fills(census, question))
        found.update(_silent(census, question))
    found.update(_endings(census))
    found.update(_roles(census))
    for place in places(census):
        found.update(_constant(place))
        found.update(_missing(place))
        found.update(_unasked(study, place))
    return found


# What nobody comes to


def _unreachable(census: Census, question: Question, lost: set[str]) -> Iterator[Finding]:
    """Give the question, its options and rows; a page that is lost is told in the place of its questions."""
    shown = list(census.shown(question))
    pages = {step.page for step in census.study.route.steps if step.question == question.id}
    if not shown and pages - lost:
        yield "Q054", str(question.span), question.id
    for option in question.options:
        is_step = question.kind is Kind.SCALE and not option.missing
        if not is_step and (question.id, option.id) not in census.walks.chosen:
            yield "Q055", str(option.span), f"{question.id}.{option.id}"
    seen = {row.id for moment in shown if moment.shown for row in moment.shown.rows}
    for row in question.rows:
        if row.id not in seen:
            yield "Q056", str(row.span), f"{question.id}.{row.id}"


def _pages(census: Census) -> Iterator[Finding]:
    asked = {m.entry.step.id for m in census.walks.moments if isinstance(m.entry, Asking) and m.shown}
    for page in census.study.route.pages:
        steps = [step for step in census.study.route.steps if step.page == page]
        questions = list(dict.fromkeys(step.question for step in steps))
        if len(questions) > 1 and not any(step.id in asked for step in steps):
            first = census.study.questionnaire.by_id[questions[0]]
            yield "Q057", str(first.span), page


def _endings(census: Census) -> Iterator[Finding]:
    ended = {(id(end.condition), end.outcome) for _, end in census.walks.ended}
    for question in census.study.questionnaire.questions:
        for end in question.ends:
            if (id(end.condition.tree), end.outcome) not in ended:
                yield "Q058", str(end.span), end.outcome
    if not census.walks.complete:
        yield "Q058", str(Span("questionnaire.md")), "complete"


def _roles(census: Census) -> Iterator[Finding]:
    had = {given.role() for given in census.finals()}
    for role in census.study.roles:
        if role.id not in had:
            span = role.condition.span if role.condition else Span("study.toml")
            yield "Q063", str(span), role.id
    for derived in census.study.plan.derived:
        classes = {given.chosen(derived.id) for given in census.finals()}
        for one in derived.classes:
            if one.id not in classes:
                yield "Q063", str(one.condition.span), f"{derived.id}.{one.id}"
    for name in census.study.plan.groups:
        if not all(given.asked(name) for given in census.analysed()):
            derived_span = (one.span for one in census.study.plan.derived if one.id == name)
            yield "Q065", str(next(derived_span, census.study.plan.group_spans[name])), name


# Too little to choose from


def _few(census: Census, question: Question) -> Iterator[Finding]:
    if not any(part.condition for part in (*question.options, *question.rows)):
        return
    least = question.at_least or 1
    alone = {option.id for option in question.options if option.missing or option.exclusive}
    mixed = 0 < len(alone) < len(question.options)
    carried = {carry.span for carry in question.carries}
    by_hand = [
        parts
        for parts in (question.options, question.rows)
        if parts and all(part.condition and part.span not in carried for part in parts)
    ]
    for step, moment in census.at(question):
        if moment.shown:
            together = [option for option in moment.shown.options if option.id not in alone]
            if (together and len(together) < least) or (mixed and not together):
                yield "Q062", str(question.span), question.id
        elif by_hand and _is_due(census.study, question, step, moment.given):
            for parts in by_hand:
                if not any(evaluate(_tree(part.condition), moment.given) for part in parts):
                    yield "Q062", str(question.span), question.id


def _is_due(study: Study, question: Question, step: Step, given: GivenSoFar) -> bool:
    """Say whether a question's own condition, its section's and its repeat's hold."""
    section = study.questionnaire.sections_by_id[question.section]
    own = evaluate(_tree(section.condition), given) and evaluate(_tree(question.condition), given)
    if question.repeat is None or step.repeat_option is None:
        return own
    source = study.codebook.items.get(question.repeat.question)
    name = f"{question.repeat.question}.{step.repeat_option}"
    if source is None:
        return own and (given.given(name) or bool(given.ticked(name)))
    if source.kind is Kind.MULTI:
        return own and step.repeat_option in given.ticked(source.key)
    return own and (given.chosen(source.key) == step.repeat_option or given.given(name))


# Words


def _worded(question: Question) -> Iterator[tuple[Option | Row | None, Wording]]:
    yield None, question.wording
    yield from ((option, option.wording) for option in question.options)
    yield from ((row, row.wording) for row in question.rows)


def _sees(moment: Moment, part: Option | Row | None) -> bool:
    shown = moment.shown
    if shown is None:
        return False
    return part is None or (part in shown.options if isinstance(part, Option) else part in shown.rows)


def _fills(census: Census, question: Question) -> Iterator[Finding]:
    for part, wording in _worded(question):
        for role, texts in ((None, wording.default), *wording.by_role.items()):
            first: dict[str, Fill] = {}
            for text in texts.values():
                for fill in text.fills:
                    first.setdefault(fill.name, fill)
            for fill in first.values():
                own = question.repeat is not None and question.repeat.question == fill.name
                if fill.fallback is not None or own:
                    continue
                for moment in census.shown(question):
                    had = moment.given.role()
                    reads = had == role if role else had not in wording.by_role
                    if _sees(moment, part) and reads and not _is_given(census.study, moment.given, fill.name):
                        yield "Q061", str(fill.span), fill.name
                        break


def _is_given(study: Study, given: GivenSoFar, name: str) -> bool:
    item = study.codebook.items.get(name)
    variables = item.variables if item is not None else (name,)
    return bool(given.ticked(name)) or any(variable in given.values for variable in variables)


def _silent(census: Census, question: Question) -> Iterator[Finding]:
    for part, wording in _worded(question):
        if wording.by_role and not wording.default:
            seen = {moment.given.role() for moment in census.shown(question) if _sees(moment, part)}
            if seen - wording.by_role.keys():
                span = part.span if part else question.span
                yield "Q025", str(span), ", ".join(wording.by_role)


# Conditions


def places(census: Census) -> Iterator[Place]:
    """Give every condition with who reads it."""
    study = census.study
    by_section: dict[str, list[GivenSoFar]] = {}
    for question in study.questionnaire.questions:
        by_section.setdefault(question.section, []).extend(moment.given for _, moment in census.at(question))
    for section in study.questionnaire.sections:
        yield from _place("section", section.condition, by_section.get(section.id, ()))
    for question in study.questionnaire.questions:
        yield from _question_places(census, question)
    for role in study.roles:
        yield from _place("role", role.condition, [state.given for state in census.walks.complete])
    for derived in study.plan.derived:
        for one in derived.classes:
            yield from _place("class", one.condition, census.analysed())


def _place(use: str, condition: Condition | None, readers: Iterable[GivenSoFar]) -> Iterator[Place]:
    if condition is not None and not isinstance(condition.tree, Always):
        yield Place(use, condition, tuple(readers))


def _question_places(census: Census, question: Question) -> Iterator[Place]:
    section = _tree(census.study.questionnaire.sections_by_id[question.section].condition)
    inside = (moment.given for _, moment in census.at(question) if evaluate(section, moment.given))
    yield from _place("question", question.condition, inside)
    asked = [moment.given for moment in census.shown(question)]
    carried = {carry.span for carry in question.carries}
    written = [(option.span, option.condition) for option in question.options]
    for span, condition in [*written, *((row.span, row.condition) for row in question.rows)]:
        if span not in carried:
            yield from _place("part", condition, asked)
    for end in question.ends:
        readers = (
            moment.given
            for moment in census.walks.moments
            if isinstance(moment.entry, End) and moment.entry.condition is end.condition.tree
        )
        yield from _place("end", end.condition, readers)


def _constant(place: Place) -> Iterator[Finding]:
    """Give the outermost parts that come out the same for all who read them."""
    tree = place.condition.tree
    if not place.readers or place.use == "class":
        return
    if not any(evaluate(tree, given) for given in place.readers):
        if place.use == "section":
            yield "Q059", str(place.condition.span), place.condition.source
        return
    for part in _outermost(tree, lambda part: len({evaluate(part, given) for given in place.readers}) == 1):
        said = place.condition.source if part == tree else say(part)
        yield "Q059", str(place.condition.span), said


def _outermost(tree: Expr, is_constant: Callable[[Expr], bool]) -> Iterator[Expr]:
    if is_constant(tree):
        yield tree
        return
    match tree:
        case Not(term=term):
            yield from _outermost(term, is_constant)
        case And(terms=terms) | Or(terms=terms):
            for term in terms:
                yield from _outermost(term, is_constant)
        case Is(item=item, options=options) if len(options) > 1:
            for option in options:
                yield from _outermost(Is(item, (option,)), is_constant)
        case RoleIs(roles=roles) if len(roles) > 1:
            for role in roles:
                yield from _outermost(RoleIs((role,)), is_constant)


def _missing(place: Place) -> Iterator[Finding]:
    tree = place.condition.tree
    if any(evaluate(tree, given) and certainly(tree, given) is not True for given in place.readers):
        yield "Q060", str(place.condition.span), place.condition.source


def _unasked(study: Study, place: Place) -> Iterator[Finding]:
    for given in place.readers:
        for leaf in _read(place.condition.tree, given):
            item = _item_of(study, leaf)
            if item is not None and not given.asked(item.key):
                yield "Q066", str(place.condition.span), say(leaf)


def _read(expr: Expr, given: GivenSoFar) -> Iterator[Expr]:
    """Give the comparisons that are looked at until the outcome is known."""
    match expr:
        case Not(term=term):
            yield from _read(term, given)
        case And(terms=terms) | Or(terms=terms):
            for term in terms:
                yield from _read(term, given)
                if evaluate(term, given) is isinstance(expr, Or):
                    return
        case _:
            yield expr


def _item_of(study: Study, leaf: Expr) -> Item | None:
    match leaf:
        case Is(item=name) | Has(item=name):
            pass
        case Compare(left=left) | Between(left=left):
            name = left.item if isinstance(left, CountOf) else left.variable
        case _:
            return None
    variable = study.codebook.variables.get(name)
    item = study.codebook.items.get(variable.item if variable else name)
    return None if item is None or item.derived else item


def _tree(condition: Condition | None) -> Expr:
    return condition.tree if condition else Always()
