"""Who is newly asked and who no longer: what the proof says is what happens when all is answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from mutated_studies import Files, both, pairs

from enumerate_walks import is_valid, show, taken
from later_readings import all_trees
from peil.interview.answers import Value
from peil.interview.course import course_of
from peil.interview.given import GivenSoFar
from peil.interview.interview import Interview, VisibleStep
from peil.study.codebook import Item, ValueKind
from peil.study.expr.evaluate import evaluate
from peil.study.expr.tree import reads
from peil.study.proof.compare import BaseChange, ComparedPart, Comparison, base_changes
from peil.study.proof.prover import prover_of
from peil.study.proof.walk import Walk, read_walk
from peil.study.question import Kind
from peil.study.route import End, Step
from peil.study.study import Study
from peil.study.text import NumberBlank
from possible_answers import candidates, number_cuts
from replay_walk import asked_steps, replay

MOST = 250
"""Interviews with the old version; a study with more is left out."""

Cuts = Mapping[str, set[Decimal]]


@dataclass(frozen=True)
class Told:
    """A whole interview: each step asked, as it was shown, and what was answered."""

    shown: Mapping[str, VisibleStep]
    values: Mapping[str, Value]

    def shows(self, step: str, part: str, *, row: bool) -> bool:
        return is_shown(self.shown[step], part, row=row)


def is_shown(step: VisibleStep, part: str, *, row: bool) -> bool:
    of_matrix = step.question.kind is Kind.MATRIX
    parts = step.rows if row or (step.rows and not of_matrix) else step.options
    return part in {one.id for one in parts}


def interviews(
    study: Study, cuts: Cuts, read: set[str], before: "tuple[Study, Told] | None" = None
) -> Iterator[Told]:
    """Give every interview; with ``before``, those that give the same answers as one with the old version."""
    course = course_of(study)

    def pass_on(place: int, given: GivenSoFar, shown: dict[str, VisibleStep]) -> Iterator[Told]:
        if place == len(course.entries):
            yield Told(shown, dict(given.values))
            return
        entry = course.entries[place]
        if isinstance(entry, End):
            if entry.after in shown and evaluate(entry.condition, given):
                yield Told(shown, dict(given.values))
            else:
                yield from pass_on(place + 1, given, shown)
            return
        if not evaluate(entry.step.condition, given):
            yield from pass_on(place + 1, given, shown)
            return
        seen = show(entry, given)
        for values in candidates(entry, seen, cuts, read):
            after = taken(given, entry, seen, values)
            if is_valid(entry, seen, values, after) and (
                before is None or is_same(before, (study, seen), values, cuts)
            ):
                yield from pass_on(place + 1, after, {**shown, entry.step.id: seen})

    yield from pass_on(0, GivenSoFar(course, {}), {})


def is_same(
    before: tuple[Study, Told], now: tuple[Study, VisibleStep], values: Mapping[str, Value], cuts: Cuts
) -> bool:
    """Say whether a step is answered as in the earlier interview, as far as both ask and show it."""
    old, told = before
    new, seen = now
    earlier = told.shown.get(seen.step.id)
    items = {item.key: item for item in earlier.items} if earlier else {}
    for item in seen.items:
        was = items.get(item.key)
        if earlier and was and was.kind is item.kind:
            shown = {one.id for one in earlier.options} & {one.id for one in seen.options}
            fields = {one.id for one in earlier.rows} & {one.id for one in seen.rows}
            if not _same_choices(was, item, shown, (told.values, values), (old, new)):
                return False
            for name in set(was.variables) & set(item.variables):
                if not _same_value(name, item, shown | fields, (told.values, values), (old, new), cuts):
                    return False
    return True


def _same_choices(
    was: Item,
    now: Item,
    shown: set[str],
    values: tuple[Mapping[str, Value], Mapping[str, Value]],
    studies: tuple[Study, Study],
) -> bool:
    chosen = [_chosen(item, each) for item, each in zip((was, now), values, strict=True)]
    demanding = now.kind is Kind.RANKING or any(
        (study.questionnaire.by_id[now.question].at_least or 1) > 1 for study in studies
    )
    for option in {*was.option_ids, *now.option_ids}:
        if now.kind is Kind.SCALE and option not in was.missing_ids | now.missing_ids:
            continue
        if option in was.option_ids and option in now.option_ids:
            if option in shown and (option in chosen[0]) is not (option in chosen[1]):
                return False
        elif not demanding and (option in chosen[0] or option in chosen[1]):
            return False
    return True


def _chosen(item: Item, values: Mapping[str, Value]) -> set[str]:
    return {o for o in item.option_ids if values.get(item.key) == o or f"{item.key}.{o}" in values}


def _same_value(
    name: str,
    item: Item,
    shown: set[str],
    values: tuple[Mapping[str, Value], Mapping[str, Value]],
    studies: tuple[Study, Study],
    cuts: Cuts,
) -> bool:
    variable, other = (study.codebook.variables[name] for study in studies)
    part = variable.option or (name.rpartition(".")[2] if item.kind is Kind.CONTACT else None)
    if variable.value is not other.value or (part is not None and part not in shown):
        return True
    one, two = (each.get(name) for each in values)
    if variable.value in {ValueKind.TEXT, ValueKind.DATE}:
        return (one is None) is (two is None)
    if variable.value is ValueKind.RANK:
        return one == two
    if variable.value in {ValueKind.NUMBER, ValueKind.STEP}:
        return _place(one, cuts.get(name, set())) == _place(two, cuts.get(name, set()))
    return True


def _place(value: Value | None, cuts: set[Decimal]) -> object:
    if value is None or isinstance(value, str):
        return None
    return tuple((value < cut, value == cut) for cut in sorted(cuts))


def all_cuts(old: Study, new: Study) -> dict[str, set[Decimal]]:
    """Give what cuts numbers in either version, and the bounds that only one has."""
    found = number_cuts(old)
    for name, cuts in number_cuts(new).items():
        found.setdefault(name, set()).update(cuts)
    for study in (old, new):
        for variable in study.codebook.variables.values():
            bounds: tuple[Decimal | None, ...] = ()
            if isinstance(variable.blank, NumberBlank):
                bounds = (variable.blank.low, variable.blank.high)
            elif variable.value is ValueKind.STEP:
                question = study.questionnaire.by_id[study.codebook.items[variable.item].question]
                bounds = (question.low, question.high)
            found.setdefault(variable.name, set()).update(bound for bound in bounds if bound is not None)
    return found


Seen = set[tuple[str, str, str]]
"""Step, part (empty for the step itself), and whether its base grows or shrinks."""


def enumerated(old: Study, new: Study) -> Seen:
    """Answer both versions in all ways in which the same is answered."""
    cuts = all_cuts(old, new)
    read = {name for study in (old, new) for tree in all_trees(study) for name in reads(tree)}
    before: list[Told] = []
    for told in interviews(old, cuts, read):
        before.append(told)
        assume(len(before) <= MOST)
    found: Seen = set()
    number = 0
    for told in before:
        for now in interviews(new, cuts, read, (old, told)):
            number += 1
            assume(number <= 20 * MOST)
            found |= set(_differences(old, new, told, now))
    return found


def _differences(old: Study, new: Study, told: Told, now: Told) -> Iterator[tuple[str, str, str]]:
    for step in new.route.steps:
        if step.id not in old.route.by_id:
            continue
        was, is_ = step.id in told.shown, step.id in now.shown
        if was is not is_:
            yield step.id, "", "grows" if is_ else "shrinks"
        elif was:
            question = new.questionnaire.by_id[step.question]
            rows = [(one.id, question.kind is Kind.MATRIX) for one in question.rows]
            for part, row in (*((one.id, False) for one in question.options), *rows):
                seen = told.shows(step.id, part, row=row), now.shows(step.id, part, row=row)
                if seen[0] is not seen[1]:
                    yield step.id, f"row {part}" if row else part, "grows" if seen[1] else "shrinks"


def proved(changes: tuple[BaseChange, ...]) -> Seen:
    named = [(one, f"row {one.part}" if one.is_row else one.part) for one in changes]
    grows = {(one.step, name, "grows") for one, name in named if one.grows}
    return grows | {(one.step, name, "shrinks") for one, name in named if one.shrinks}


def can_be_stuck(study: Study) -> bool:
    """Say whether somebody can come to a page that has no valid answer: that is no whole interview."""
    prover = prover_of(study)
    return any(prover.can(literal) for literal in prover.encoding.stuck.values())


@pytest.mark.slow
@settings(max_examples=60)
@given(pairs())
def test_the_proof_and_enumeration_agree_on_who_is_asked_more_or_less(versions: tuple[Files, Files]) -> None:
    old, new = both(versions)
    assume(not can_be_stuck(old) and not can_be_stuck(new))
    assert proved(base_changes(old, new)) == enumerated(old, new)


class Witnessed(Comparison):
    """Keeps somebody for each claim, as they are interviewed with both versions."""

    def __init__(self, old: Study, new: Study) -> None:
        self.people: list[tuple[Step, ComparedPart, bool, Walk, Walk]] = []
        super().__init__(old, new)

    def _change(self, step: Step, part: ComparedPart) -> BaseChange | None:
        for grows, literals in ((True, (part.now, -part.was)), (False, (part.was, -part.now))):
            model = self._models.model(*literals)
            if model:
                before, after = (read_walk(one, model.__contains__) for one in (self.old, self.new))
                self.people.append((step, part, grows, before, after))
        return super()._change(step, part)


@pytest.mark.slow
@settings(max_examples=60)
@given(pairs())
def test_each_witness_is_taken_by_both_versions_and_asked_in_one(versions: tuple[Files, Files]) -> None:
    old, new = both(versions)
    assume(not can_be_stuck(old) and not can_be_stuck(new))
    comparison = Witnessed(old, new)
    for step in new.route.steps:
        for change in comparison.changes(step):
            for study, walk, asked in (
                (new, change.newly, True),
                (old, change.no_longer, True),
                (new, change.unfinished, True),
                (old, change.lost, True),
            ):
                if walk:
                    page = study.route.by_id[step.id].page
                    assert (step.id in asked_steps(replay(study, walk.values, page))) is asked
    for step, part, grows, before, after in comparison.people:
        seen = [
            _is_shown(replay(study, walk.values), step, part) for study, walk in ((old, before), (new, after))
        ]
        assert seen == [not grows, grows], (step.id, part.part)


def _is_shown(interview: Interview, step: Step, part: ComparedPart) -> bool:
    shown = next((one for page in interview.pages for one in page.steps if one.step.id == step.id), None)
    if shown is None or not part.part:
        return shown is not None
    return is_shown(shown, part.part, row=part.is_row)
