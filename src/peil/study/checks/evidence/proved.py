"""What the proof rules share: which conditions keep something from happening, and a walk that shows it."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from peil.core.problem import Problem
from peil.study.proof.encoding import Encoding
from peil.study.proof.explain import explainer_of
from peil.study.proof.walk import Walk
from peil.study.study import Study


def with_walk(problem: Problem, walk: Walk | None) -> Problem:
    """Put the walk that shows it with a problem."""
    return replace(problem, witness=walk.witness) if walk else problem


def reason(study: Study, target: Callable[[Encoding], int]) -> str:
    """Say which conditions, taken together, keep something from ever happening."""
    said = [sources(study, place) for place in explainer_of(study).smallest(target)]
    told = [text for text in said if text]
    if not told:
        return ""
    if len(told) == 1:
        return f" It is excluded by {told[0]}."
    return f" These exclude each other: {'; '.join(told)}."


def sources(study: Study, place: str) -> str:
    """Give what is written at a place of the route: its name and its condition."""
    questionnaire = study.questionnaire
    if ">" in place:
        ending = questionnaire.by_id[place.partition(">")[0].partition("[")[0]]
        said = [f"end if {end.condition.source}" for end in ending.ends]
        return f"{ending.id} ({' or '.join(said)})"
    name = place.partition("[")[0]
    if question := questionnaire.by_id.get(name):
        section = questionnaire.sections_by_id.get(question.section)
        conditions = [one.condition for one in (section, question) if one and one.condition]
        parts = [condition.source for condition in conditions]
        if question.repeat:
            parts.append(f"for each {question.repeat.question}")
        return f"{place} ({' and '.join(parts) or 'only with something to choose from'})"
    owner, _, part_id = name.partition(".")
    part = questionnaire.by_id[owner].option(part_id) or questionnaire.by_id[owner].row(part_id)
    return f"{name} ({part.condition.source})" if part and part.condition else ""


def first(walks: Iterable[Walk | None]) -> Walk | None:
    """Give the first walk that was found."""
    return next((walk for walk in walks if walk), None)
