"""What the proof rules share: which conditions keep something from happening, and a walk that shows it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from peil.core.problem import Problem
from peil.study.proof.encoding import Encoding
from peil.study.proof.explain import explainer_of
from peil.study.proof.prover import Prover
from peil.study.proof.walk import Walk
from peil.study.route import Step
from peil.study.study import Study

ROLE = re.compile(r"\brole is\b")


def with_walk(problem: Problem, walk: Walk | None) -> Problem:
    """Put the walk that shows it with a problem."""
    return replace(problem, witness=walk.witness) if walk else problem


def reason(study: Study, target: Callable[[Encoding], int]) -> str:
    """Say which conditions, taken together, keep something from ever happening."""
    return say_excluded(study, excluded_by(study, target))


def excluded_by(study: Study, target: Callable[[Encoding], int]) -> tuple[str, ...]:
    """Give the places of the fewest conditions that keep something from ever happening."""
    return explainer_of(study).smallest(target)


def say_excluded(study: Study, excluding: Iterable[str]) -> str:
    """Say what is excluded by the conditions at these places."""
    said = [sources(study, place) for place in excluding]
    told = [text for text in said if text]
    if not told:
        return ""
    # "role is b" is false for whoever fits a role above b, which no condition says
    roles = " Whoever fits several roles has the first." if any(map(ROLE.search, told)) else ""
    if len(told) == 1:
        return f" It is excluded by {told[0]}.{roles}"
    return f" It is excluded by these together: {'; '.join(told)}.{roles}"


def sources(study: Study, place: str) -> str:
    """Give what is written at a place of the route: its name and its condition."""
    questionnaire = study.questionnaire
    if ">" in place:
        after, _, outcome = place.partition(">")
        ending = questionnaire.by_id[after.partition("[")[0]]
        said = [f"end if {end.condition.source}" for end in ending.ends if end.outcome == outcome]
        return f"{ending.id} ({' or '.join(said)})"
    name = place.partition("[")[0]
    if question := questionnaire.by_id.get(name):
        section = questionnaire.sections_by_id.get(question.section)
        parts = [question.condition.source] if question.condition else []
        if question.repeat:
            parts.append(f"for each {question.repeat.question}")
        if section and section.condition:
            parts.append(f"section {section.id}: {section.condition.source}")
        return f"{place} ({', '.join(parts) or 'only with something to choose from'})"
    owner, _, part_id = name.replace("/", ".").partition(".")
    found = questionnaire.by_id[owner]
    part = found.row(part_id) if "/" in name else found.option(part_id) or found.row(part_id)
    return f"{owner}.{part_id} ({part.condition.source})" if part and part.condition else ""


def nobody_is_left(prover: Prover, question: str) -> bool:
    """Say whether everyone's interview has ended before a question, which is told as that."""
    encoding, entries = prover.encoding, prover.study.route.entries
    if any(prover.can(stuck) for stuck in encoding.stuck.values()):
        return False
    at = [
        place for place, entry in enumerate(entries) if isinstance(entry, Step) and entry.question == question
    ]
    return bool(at) and not any(prover.can(encoding.alive[place]) for place in at)


def first(walks: Iterable[Walk | None]) -> Walk | None:
    """Give the first walk that was found."""
    return next((walk for walk in walks if walk), None)
