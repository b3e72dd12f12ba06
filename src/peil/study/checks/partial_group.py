"""Q065: partial group."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.core.span import Span
from peil.study.checks.evidence.proved import with_walk
from peil.study.plan import Plan
from peil.study.proof.prover import Prover, prover_of
from peil.study.study import Study

ASK = "Split by something that everyone is asked, or give the rest a class of their own."
ENDED = (
    "Those whose interview ended early are in the analysis set: let analysis_set in study.toml name a "
    "question that comes after it."
)


def check(study: Study) -> Iterator[Problem]:
    """Find variables that split tables or make weights and that some in the analysis set have no value of."""
    prover = prover_of(study)
    for name, use in uses(study.plan).items():
        encoding = prover.encoding
        if name not in study.codebook.items:
            continue
        lacking = encoding.formula.both(encoding.analysed, -value(prover, name))
        if prover.can(lacking):
            found = RULE.problem(
                place(study.plan, name),
                f'"{name}" {use}, but some in the analysis set are never asked it.',
                hint=ENDED if ended_early(prover, lacking) else ASK,
                got=name,
            )
            yield with_walk(found, prover.walk(lacking))


def uses(plan: Plan) -> dict[str, str]:
    """Give what is demanded of everyone in the analysis set, and what for."""
    weighted = dict.fromkeys(plan.weighting.variables, "makes the weights")
    return {**weighted, **dict.fromkeys(plan.groups, "splits tables")}


def place(plan: Plan, name: str) -> Span:
    """Give where a derived variable is defined, or where the groups or a target name a question."""
    weighted = next((one.span for one in plan.weighting.targets if one.variable == name), Span("plan.toml"))
    named = plan.group_spans.get(name, weighted)
    return next((one.span for one in plan.derived if one.id == name), named)


def ended_early(prover: Prover, lacking: int) -> bool:
    """Say whether only those lack it who never complete the interview, and no set leaves them out."""
    encoding = prover.encoding
    complete = encoding.formula.both(lacking, encoding.alive[encoding.last])
    return prover.study.about.analysis_set is None and not prover.can(complete)


def value(prover: Prover, name: str) -> int:
    """Give whether an item is asked; of a derived variable, whether a class of it holds."""
    return prover.encoding.reader.asked(name, prover.encoding.last)


RULE = Rule(
    code="Q065",
    name="partial_group",
    severity=Severity.WARNING,
    summary=(
        "A variable that tables are split by, or weights are made of, isn't asked of everyone in the "
        "analysis set."
    ),
    why=(
        "The columns don't add up to the total: those without a value are in the total and in no column, "
        "and in a weighting they have no target. Who isn't asked needs a class of their own, which a "
        "derived variable can give."
    ),
    bad="""\
[analysis]
groups = ["size"]
""",
    good="""\
[analysis]
groups = ["firm"]

[derived.firm]
title = "Size of the firm"
classes.small = { title = "small", if = "size is small" }
classes.large = { title = "large", if = "size is large" }
classes.none = { title = "works alone", if = "job is solo" }
""",
    file="plan.toml",
    around={
        "questionnaire.md": """\
# work: Your work

## job
What are you?
- ( ) staff: Employed
- ( ) solo: On my own

## size
if job is staff
How large is your firm?
- ( ) small: Small
- ( ) large: Large
""",
    },
)
