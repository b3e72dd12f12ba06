"""Two versions of a study in one formula: who is asked more or less with the same answers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from peil.study.expr.tree import reads
from peil.study.proof.encoding import Encoding
from peil.study.proof.formula import FALSE, TRUE, Formula
from peil.study.proof.prover import Models
from peil.study.proof.share import Sharing, shared_cuts
from peil.study.proof.walk import Walk, read_walk
from peil.study.question import Kind, Question
from peil.study.route import Step
from peil.study.study import Study

COMPLETE = "complete"


@dataclass(frozen=True)
class BaseChange:
    """Who is asked a step, or shown one of its parts, in one version and not in the other.

    Args:
        question: Question id.
        step: Step of the route.
        part: Option, row or field, or empty for the step as a whole; of a part only those count who are asked
            the step in both versions.
        is_row: The part is a row of a matrix, which may have the id of a column.
        newly: Somebody who is asked (or shown) it only now, as far as that place in the new version; or None.
        no_longer: Somebody who was asked (or shown) it only before, as far as that place in the old; or None.
        unfinished: Somebody whose interview had come past it and now lacks it, with the answers they gave, as
            far as that place in the new version; or None.
        lost: Somebody whom the answers that they gave no longer lead to it, as far as that place in the old
            version; or None.
    """

    question: str
    step: str
    part: str
    is_row: bool
    newly: Walk | None
    no_longer: Walk | None
    unfinished: Walk | None
    lost: Walk | None

    @property
    def grows(self) -> bool:
        """Whether somebody is asked it who was not."""
        return self.newly is not None

    @property
    def shrinks(self) -> bool:
        """Whether somebody isn't asked it any more."""
        return self.no_longer is not None


@dataclass(frozen=True)
class OutcomeChange:
    """Interviews that end otherwise with the answers that were given, and one of them."""

    old: str
    new: str
    walk: Walk


@dataclass(frozen=True)
class RoleChange:
    """Somebody who had a role at the end of the interview, and has another one with the same answers."""

    role: str
    walk: Walk


@dataclass(frozen=True)
class ComparedPart:
    """A step or a part of one, as literals: whether it is shown in the old version and in the new.

    ``lacks``: whether an interview that was finished without it is so no more. ``part`` and ``is_row`` are
    those of ``BaseChange``.
    """

    part: str
    was: int
    now: int
    lacks: int
    is_row: bool = False


def base_changes(old: Study, new: Study) -> tuple[BaseChange, ...]:
    """Give every step, row and option of both versions that someone is asked or shown in one of them only.

    A respondent gives the same answers in both versions to what both ask and show. Answers that there are in
    one version only (options added or removed) are left out of the comparison; what only one version asks is
    answered freely there.
    """
    comparison = Comparison(old, new)
    shared = (step for step in new.route.steps if step.id in old.route.by_id)
    return tuple(change for step in shared for change in comparison.changes(step))


class Comparison:
    """Two versions of a study whose answers are bound to each other."""

    def __init__(self, old: Study, new: Study) -> None:
        formula, cuts = Formula(), shared_cuts(old, new)
        self.old = Encoding(old, formula, cuts=cuts, as_it_runs=True)
        self.new = Encoding(new, formula, cuts=cuts, as_it_runs=True)
        Sharing(self.old, self.new, cuts).bind()
        self._formula = formula
        self._models = Models(formula)
        self._as_given = dict(enumerate(self._given_before()))

    def changes(self, step: Step) -> Iterator[BaseChange]:
        """Give what changed about who is asked a step of the new version, and who is shown its parts."""
        was, now = self.old.steps.get(step.id, FALSE), self.new.steps[step.id]
        both = self._formula.both(was, now)
        for part in (ComparedPart("", was, now, self._lacks(step)), *self._parts(step, both)):
            found = self._change(step, part)
            if found:
                yield found

    def outcomes(self) -> Iterator[OutcomeChange]:
        """Give the outcomes that interviews with the answers that were given no longer have."""
        before, after = _outcomes(self.old), _outcomes(self.new)
        for old, was in before.items():
            for new, now in after.items():
                if old != new:
                    walk = self._walk(self.old, self.old.last, was, now, self._as_given[self.new.last])
                    if walk:
                        yield OutcomeChange(old, new, walk)

    def roles(self) -> Iterator[RoleChange]:
        """Give the roles of both versions that somebody has no longer at the end of the interview."""
        names = {role.id for role in self.new.study.roles}
        through = self._formula.both(self.old.alive[self.old.last], self.new.alive[self.new.last])
        for role in self.old.study.roles:
            if role.id in names:
                had, has = self.old.role(role.id), self.new.role(role.id)
                walk = self._walk(self.old, self._roles_known(), through, had, -has)
                if walk:
                    yield RoleChange(role.id, walk)

    def _roles_known(self) -> int:
        """Give the position from which on the old version's roles stay as they are."""
        roles, answers = self.old.study.roles, self.old.answers
        names = {name for role in roles if role.condition for name in reads(role.condition.tree)}
        read = (answers.position.get(answers.item_of.get(name, name), -1) for name in names)
        return max(read, default=-1) + 1

    def _given_before(self) -> Iterator[int]:
        """Give for each position of the new version whether all before it was answered as it was before.

        What wasn't asked then has no answer: that is how an interview stands that came to the end before.
        """
        items: dict[int, list[str]] = {}
        for key, position in self.new.answers.position.items():
            items.setdefault(position, []).append(key)
        given = TRUE
        for position in range(self.new.last + 1):
            yield given
            fresh = (self._fresh(key) for key in items.get(position, ()))
            given = self._formula.all_of((given, *(-literal for literal in fresh)))

    def _fresh(self, item: str) -> int:
        """Give whether an item was answered that wasn't asked before."""
        asked_before = self.old.answers.asked.get(item, FALSE)
        return self._formula.both(self.new.answers.given[item], -asked_before)

    def _lacks(self, step: Step) -> int:
        """Give whether an interview that had passed the step's place can't have passed the step itself.

        It has no answer to a question that needs one. Where none is needed, it has not passed the page.
        """
        question = self.new.study.questionnaire.by_id[step.question]
        if not question.optional and question.kind is not Kind.NOTICE:
            return TRUE
        there = (self.old.steps[one.id] for one in self.old.study.route.steps if one.page == step.page)
        return -self._formula.any_of(there)

    def _parts(self, step: Step, asked: int) -> Iterator[ComparedPart]:
        """Give each option, row and field of a step that both versions ask."""
        question = self.new.study.questionnaire.by_id[step.question]
        earlier = self.old.study.questionnaire.by_id.get(step.question)
        if earlier is None:
            return
        before, after = self.old.answers.visible, self.new.answers.visible
        more = TRUE if _can_need_more(earlier, question) else FALSE
        fields = question.rows if question.kind is Kind.CONTACT else ()
        for name in (*(option.id for option in question.options), *(row.id for row in fields)):
            key = step.id, name
            yield self._shown(name, asked, before.get(key, FALSE), after.get(key, TRUE), more)
        for row in question.rows if question.kind is Kind.MATRIX else ():
            key = f"{step.id}.{row.id}", ""
            needed = FALSE if question.optional or row.open else TRUE
            found = self._shown(row.id, asked, before.get(key, FALSE), after.get(key, TRUE), needed)
            yield replace(found, is_row=True)

    def _shown(self, part: str, asked: int, was: int, now: int, lacks: int) -> ComparedPart:
        return ComparedPart(part, self._formula.both(asked, was), self._formula.both(asked, now), lacks)

    def _change(self, step: Step, part: ComparedPart) -> BaseChange | None:
        more, less = self._formula.both(part.now, -part.was), self._formula.both(part.was, -part.now)
        place, former = self.new.positions[step.id], self.old.positions.get(step.id, 0)
        given = self._as_given[place]
        unfinished = self._walk(self.new, place, more, given, part.lacks)
        newly = unfinished or self._walk(self.new, place, more)
        lost = self._walk(self.old, former, less, given)
        no_longer = lost or self._walk(self.old, former, less)
        if newly is None and no_longer is None:
            return None
        return BaseChange(step.question, step.id, part.part, part.is_row, newly, no_longer, unfinished, lost)

    def _walk(self, encoding: Encoding, until: int, *literals: int) -> Walk | None:
        if not self._models.can(*literals):
            return None
        model = self._models.model(*literals)
        return read_walk(encoding, model.__contains__, until) if model is not None else None


def _outcomes(encoding: Encoding) -> dict[str, int]:
    """Give each outcome that an interview can have, and whether it has it."""
    ends: dict[str, list[int]] = {COMPLETE: [encoding.alive[encoding.last]]}
    for ending in encoding.endings:
        ends.setdefault(ending.end.outcome, []).append(ending.ends)
    return {outcome: encoding.formula.any_of(literals) for outcome, literals in ends.items()}


def _can_need_more(old: Question, new: Question) -> bool:
    """Say whether an option that comes up can raise how many must be chosen: where all shown must be."""
    if new.kind is Kind.RANKING and new.at_least is None and new.at_most is None:
        return True
    always = sum(option.condition is None for option in old.substantive)
    return new.kind in {Kind.RANKING, Kind.MULTI} and (new.at_least or 1) > always
