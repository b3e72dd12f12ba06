"""A study as a formula: its models are the interviews that there can be."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from peil.study.codebook import Item
from peil.study.expr.condition import Condition
from peil.study.expr.role_reads import depend, names_read
from peil.study.expr.tree import ALWAYS, Always, Expr
from peil.study.made_of_codes import made_of_codes
from peil.study.proof.answers import Answers
from peil.study.proof.cuts import Cuts, cuts_of
from peil.study.proof.encode_item import ItemEncoder, Shown
from peil.study.proof.formula import FALSE, TRUE, Formula
from peil.study.proof.read_expr import ExprReader
from peil.study.question import Kind, Option, Question, Row
from peil.study.route import End, Step
from peil.study.study import Study

Guard = Callable[[str], int]
"""Place of a routing rule (``usage``, ``usage.often``, ``usage>stopped``) to what switches it on.

A matrix's row is told apart from a column of the same id: ``ability/grants``.
"""


def unguarded(_: str) -> int:
    """Leave every rule on."""
    return TRUE


@dataclass(frozen=True)
class Ending:
    """An early end: after which step, for whom, and whether an interview ends there."""

    end: End
    position: int
    reached: int
    ends: int


@dataclass
class Encoding:
    """Literals for what can happen in an interview.

    Questions are written in route order, each with what those before it allow. "Not asked" is a value of
    its own: an answer's literals can only hold where its item is asked. A page that can't be answered ends
    the walk there: nothing is assumed of answers that can't exist. Limits that nobody can meet, whatever is
    shown, end none: they are told as that, and what comes after is judged as if they were mended.

    Args:
        study: The study.
        formula: Where it is written; two studies may share one.
        cuts: Constants that numbers are cut by; those of both studies where two share a formula.
        guard: Switches for the rules of routing, so that a proof can say which of them it needs.
        as_it_runs: Read a condition on a later answer as the engine does: that answer isn't given yet.
        alive: Position to whether the interview is still going on there; the position after the last entry
            holds whether it is completed.
        steps: Step id to whether it is asked.
        positions: Step id to its position.
        endings: Early ends.
        stuck: Step id to whether it is asked and has no valid answer.
    """

    study: Study
    formula: Formula = field(default_factory=Formula)
    cuts: Cuts | None = None
    guard: Guard = unguarded
    as_it_runs: bool = False
    answers: Answers = field(default_factory=Answers)
    alive: dict[int, int] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)
    positions: dict[str, int] = field(default_factory=dict)
    endings: list[Ending] = field(default_factory=list)
    stuck: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Write the whole route."""
        self.reader = ExprReader(self.study, self.formula, self.answers)
        cuts = cuts_of(self.study) if self.cuts is None else self.cuts
        self._items = ItemEncoder(self.formula, self.answers, self.study.codebook, cuts)
        self._by_step: dict[str, list[Item]] = {}
        for item in self.study.codebook.items.values():
            if not item.derived:
                self._by_step.setdefault(item.step, []).append(item)
        self._role_names = depend(self.study.roles)
        self._asked_at = self._times()
        self._going = TRUE
        entries = enumerate(self.study.route.entries)
        for _, page in groupby(entries, key=lambda pair: getattr(pair[1], "page", None)):
            blocked = []
            for position, entry in page:
                self.alive[position] = self._going
                if isinstance(entry, Step):
                    blocked.append(self._step(entry, position))
                else:
                    self._end(entry, position)
            self._going = self.formula.all_of((self._going, *(-one for one in blocked)))
        self.alive[self.last] = self._going
        self._write_codes()

    def _times(self) -> dict[str, int]:
        """Give for each name of data the position on the route at which it is asked."""
        positions = {
            entry.id: at for at, entry in enumerate(self.study.route.entries) if isinstance(entry, Step)
        }
        return {
            name: positions[step]
            for step, items in self._by_step.items()
            if step in positions
            for item in items
            for name in (item.key, *item.variables)
        }

    @property
    def last(self) -> int:
        """The position after all others: what holds there holds at the end of the interview."""
        return len(self.study.route.entries)

    def holds(self, expr: Expr, position: int | None = None) -> int:
        """Give whether an expression holds at a position; default: at the end of the interview."""
        return self.reader.holds(expr, self.last if position is None else position)

    def role(self, role: str, position: int | None = None) -> int:
        """Give whether the respondent has the role at a position; default: at the end."""
        return self.reader.role(role, self.last if position is None else position)

    def asked(self, question: str) -> int:
        """Give whether a question is asked at all, in any of its repeats."""
        return self.formula.any_of(
            self.steps[step.id] for step in self.study.route.steps if step.question == question
        )

    @cached_property
    def analysed(self) -> int:
        """Whether the interview is in the analysis set: it got beyond the page of the question named."""
        wanted = self.study.about.analysis_set
        page = next((step.page for step in self.study.route.steps if step.question == wanted), None)
        after = [self.positions[step.id] for step in self.study.route.steps if step.page == page]
        return self.alive[after[-1] + 1] if after else TRUE

    def is_timely(self, expr: Expr, position: int) -> bool:
        """Say whether everything that the expression reads is asked before the position."""
        names = names_read(expr, self._role_names)
        return all(self._asked_at.get(name, -1) < position for name in names)

    def _read(self, expr: Expr, position: int) -> int:
        """Read a condition; one that reads a later answer is an error already, and stands for either."""
        readable = self.as_it_runs or self.is_timely(expr, position)
        return self.reader.holds(expr, position) if readable else self.formula.new()

    def _rule(self, place: str, literal: int) -> int:
        """Give a rule's literal; with a guard, one that means it only where the rule is switched on."""
        switch = TRUE if literal == TRUE else self.guard(place)
        if switch == TRUE:
            return literal
        free = self.formula.new()
        self.formula.add(-switch, -free, literal)
        self.formula.add(-switch, free, -literal)
        return free

    def _step(self, step: Step, position: int) -> int:
        """Write an asking; give whether it blocks the page."""
        question = self.study.questionnaire.by_id[step.question]
        condition = self._rule(step.id, self._read(step.condition, position))
        asked = self.formula.both(self._going, condition)
        self.steps[step.id], self.positions[step.id] = asked, position
        visible = self._visible(step, question.options, position)
        if question.kind is Kind.CONTACT:
            visible |= self._visible(step, question.rows, position)
        blocked = [
            self._item(item, question, asked, visible, position) for item in self._by_step.get(step.id, ())
        ]
        self.stuck[step.id] = self.formula.any_of(blocked)
        return self.stuck[step.id]

    def _visible(self, step: Step, parts: Iterable[Option | Row], position: int) -> dict[str, int]:
        found: dict[str, int] = {}
        for part in parts:
            holds = self._read(tree_of(part.condition), position)
            found[part.id] = self._rule(f"{step.question}.{part.id}", holds)
            self.answers.visible[step.id, part.id] = found[part.id]
        return found

    def _item(
        self, item: Item, question: Question, asked: int, visible: dict[str, int], position: int
    ) -> int:
        """Write an item; give whether it is required and can't be answered."""
        row = question.row(item.row) if item.row is not None else None
        if row is not None:
            shown = self._rule(f"{question.id}/{row.id}", self._read(tree_of(row.condition), position))
            self.answers.visible[item.key, ""] = shown
            asked = self.formula.both(asked, shown)
        self.answers.position[item.key] = position
        self.answers.asked[item.key] = asked
        for name in (item.key, *item.variables):
            self.answers.item_of[name] = item.key
        answerable = self._items.encode(Shown(item, question, asked, visible))
        if question.optional or answerable == FALSE:  # limits that nobody can meet are an error of their own
            return FALSE
        needed = asked
        if row is not None and row.open:
            needed = self.formula.both(asked, self.answers.filled[f"{item.key}.text"])
        stuck = self.formula.both(needed, -answerable)
        self.formula.add(-needed, self.answers.given[item.key], stuck)
        return stuck

    def _write_codes(self) -> None:
        """Write the codes that the plan reads: who filled in the words can have been given any.

        They are known once all questions are passed, which is where derived variables and groups are read.
        """
        plan, items = self.study.plan, self.study.codebook.items
        made = made_of_codes(self.study.codebook, plan.derived)
        wanted = (*plan.groups, *(one.id for one in plan.derived))
        for key in sorted(frozenset().union(*(made.get(name, frozenset()) for name in wanted))):
            item = items[key]
            words = self.study.codebook.variables[item.coded]
            asked = self.answers.asked.get(words.item, FALSE)
            if words.follows is not None:
                asked = self.formula.both(asked, self.answers.choices.get((words.item, words.follows), FALSE))
            self.answers.position[key] = self.last - 1
            self.answers.asked[key] = asked
            for name in (key, *item.variables):
                self.answers.item_of[name] = key
            self._items.encode_codes(item)

    def _end(self, end: End, position: int) -> None:
        reached = self.formula.both(self._going, self.steps.get(end.after, FALSE))
        unread = isinstance(end.condition, Always)  # one that could not be read ends nobody's interview
        holds = FALSE if unread else self._read(end.condition, position)
        holds = self._rule(f"{end.after}>{end.outcome}", holds)
        ends = self.formula.both(reached, holds)
        self.endings.append(Ending(end, position, reached, ends))
        self._going = self.formula.both(self._going, -ends)


def tree_of(condition: Condition | None) -> Expr:
    """Give a condition's tree; without a condition it always holds."""
    return ALWAYS if condition is None else condition.tree
