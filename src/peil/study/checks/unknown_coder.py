"""Q122: unknown coder."""

from collections.abc import Iterator

from peil.core.ids import did_you_mean
from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.bad_frame import AROUND, GOOD
from peil.study.coding import FINAL
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find codings by somebody whom the frame doesn't name; each name once."""
    for variable, codings in study.codings.items():
        frame = study.frames[variable]
        first = {one.coder: one.span for one in reversed(list(codings.by_place.values()))}
        for coder, span in sorted(first.items(), key=lambda pair: pair[1]):
            if coder not in {*frame.coders, FINAL}:
                known = [*frame.coders, FINAL]
                hint = did_you_mean(coder, known) or f"Add it to coders in {frame.span.file}."
                message = f'"{coder}" is no coder of this frame: what this name coded doesn\'t count.'
                yield RULE.problem(span, message, hint=hint, got=coder)


RULE = Rule(
    code="Q122",
    name="unknown_coder",
    severity=Severity.WARNING,
    summary="Answers were coded under a name that the coding frame doesn't have.",
    why="A misspelt name makes a third coder, so that answers seem uncoded and agreement is counted wrongly.",
    bad="id,coder,codes,answer,note\nr1,ann,income,00f00f00f00f00f0,\n",
    good="id,coder,codes,answer,note\nr1,an,income,00f00f00f00f00f0,\n",
    file="coding/remarks.csv",
    around={**AROUND, "coding/remarks.toml": GOOD},
)
