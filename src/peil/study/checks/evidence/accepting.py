"""Sets apart the findings that the study accepts in place."""

from collections.abc import Iterable, Mapping

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.accept import Accept
from peil.study.checks import idle_accept
from peil.study.checks.evidence.findings import Findings
from peil.study.checks.evidence.places import Places, acceptors
from peil.study.study import Study


def set_apart(study: Study, found: Iterable[Problem], rules: Iterable[Rule]) -> Findings:
    """Divide what was found into problems and what the study accepts.

    A warning is accepted where it stands in a question, section or settings file that says so; an error
    never is. An ``accept`` that no finding needed is a problem in its turn.

    Args:
        study: The study.
        found: Everything that reading it and all rules found.
        rules: The catalogue, by which findings have names.
    """
    places = Places(study)
    names = {rule.code: rule.name for rule in rules}
    waiting = {id(one): first_of_each(one.accepts) for one in acceptors(study)}
    idle = dict.fromkeys(accept for one in acceptors(study) for accept in one.accepts if accept.reason)
    problems: list[Problem] = []
    accepted: list[Problem] = []
    for problem in found:
        acceptor = places.acceptor(problem.span)
        accept = waiting[id(acceptor)].get(names.get(problem.code, "")) if acceptor else None
        if accept is None or problem.severity is Severity.ERROR:
            problems.append(problem)
        else:
            accepted.append(problem)
            idle.pop(accept, None)
    acceptable = acceptable_names(rules)
    unneeded = (accept for accept in idle if accept.rule in acceptable)
    return Findings((*problems, *map(idle_accept.problem, unneeded)), tuple(accepted))


def first_of_each(accepts: Iterable[Accept]) -> Mapping[str, Accept]:
    """Give the accepts by rule; one without a reason accepts nothing, and of two the first does."""
    found: dict[str, Accept] = {}
    for accept in accepts:
        if accept.reason:
            found.setdefault(accept.rule, accept)
    return found


def acceptable_names(rules: Iterable[Rule]) -> frozenset[str]:
    """Give the names of rules whose findings can be accepted: warnings, but for an idle accept."""
    return frozenset(
        rule.name
        for rule in rules
        if rule.severity is Severity.WARNING and rule.code != idle_accept.RULE.code
    )
