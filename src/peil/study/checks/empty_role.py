"""Q063: empty role."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.core.span import Span
from peil.study.proof.places import written
from peil.study.proof.prover import prover_of
from peil.study.study import Study

HIGHER = "Roles are tried in order: put it higher, or correct its condition."
LAST = "Everyone has one of the roles above it: make the last of these the default, or correct a condition."


def check(study: Study) -> Iterator[Problem]:
    """Find roles and classes that nobody can have."""
    prover = prover_of(study)
    encoding = prover.encoding
    unread = any(role.condition and not written(role.condition) for role in study.roles)
    for role in study.roles if not unread else ():
        if not prover.can(encoding.role(role.id)):
            place = role.condition.span if role.condition else Span("study.toml")
            yield RULE.problem(
                place,
                f'Nobody can have the role "{role.id}".',
                hint=HIGHER if role.condition else LAST,
                got=role.id,
            )
    for derived in study.plan.derived:
        if any(not written(one.condition) for one in derived.classes[:-1]):
            continue  # one that could not be read takes everyone, and is an error of its own
        for one_id, literal in encoding.reader.classes(derived.id, encoding.last):
            if not prover.can(literal):
                name = f"{derived.id}.{one_id}"
                yield RULE.problem(
                    next(one.condition.span for one in derived.classes if one.id == one_id),
                    f'Nobody can be in the class "{name}".',
                    hint="Classes are tried in order: put it higher, or correct its condition.",
                    got=name,
                )


RULE = Rule(
    code="Q063",
    name="empty_role",
    severity=Severity.WARNING,
    summary="A role, or a class of a derived variable, that no interview leads to.",
    why=(
        "Its wordings are read by nobody and its column stays empty. Roles and classes are tried in order, "
        "the first that holds counts: one that stands below a wider one gets nobody."
    ),
    bad="""\
[analysis]
groups = ["use"]

[derived.use]
title = "Use of AI"
classes.any = { title = "at all", if = "usage is one of (often, rarely)" }
classes.much = { title = "much", if = "usage is often" }
classes.none = { title = "not", if = "otherwise" }
""",
    good="""\
[analysis]
groups = ["use"]

[derived.use]
title = "Use of AI"
classes.much = { title = "much", if = "usage is often" }
classes.any = { title = "a little", if = "usage is rarely" }
classes.none = { title = "not", if = "otherwise" }
""",
    file="plan.toml",
    around={
        "questionnaire.md": """\
# ai: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) rarely: Rarely
- ( ) never: Never
""",
    },
)
