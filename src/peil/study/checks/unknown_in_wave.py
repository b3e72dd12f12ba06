"""Q107: unknown in wave."""

from collections.abc import Iterator

from peil.core.ids import did_you_mean
from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.core.span import Span
from peil.study.checks.bad_wave import EARLIER, WAVES
from peil.study.codebook import Item
from peil.study.harmonised import AskedThere
from peil.study.question import Kind
from peil.study.study import Study

NET = "net:"

RULE = Rule(
    code="Q107",
    name="unknown_in_wave",
    severity=Severity.ERROR,
    summary="A trend names a question, option or net that another wave's study doesn't have.",
    why=(
        "Names are looked up in the study that they belong to. A trend of which one wave has no such answer "
        "would show a gap where there is only a slip."
    ),
    bad=f'{WAVES}\n[harmonise.usage.wave.2024]\noptions = {{ often = "daily" }}\n',
    good=f'{WAVES}\n[harmonise.usage.wave.2024]\noptions = {{ often = "often" }}\n',
    file="compare/waves.toml",
    around=EARLIER,
)


def check(study: Study) -> Iterator[Problem]:
    """Report the names of other waves that aren't there, and answers that can't be added up there."""
    for wave, found in study.wave_studies.items():
        if isinstance(found, str):
            continue
        for trend in study.waves.trends.values():
            if not trend.asked[wave].missing:
                yield from check_asked(trend.asked[wave], wave, found)


def check_asked(asked: AskedThere, wave: str, there: Study) -> Iterator[Problem]:
    """Report what is wrong with how one wave's question is named."""
    item = there.codebook.items.get(asked.item)
    if item is None:
        known = there.codebook.items
        hint = did_you_mean(asked.item, known) or 'Name its question there, or say missing = "…".'
        message = f'Wave "{wave}" has no item "{asked.item}".'
        yield RULE.problem(asked.spans.get("question", asked.span), message, hint=hint, got=asked.item)
        return
    nets = [f"{NET}{net.id}" for net in there.plan.nets if net.question == item.question]
    known_there = (*item.option_ids, *nets)
    for shown, named in asked.options.items():
        span = asked.spans.get(shown, asked.span)
        for one in named:
            if one not in known_there:
                hint = did_you_mean(one, known_there) or f"It has {', '.join(known_there)}."
                message = f'{item.key} of wave "{wave}" has no option or net "{one}".'
                yield RULE.problem(span, message, hint=hint, got=one)
        yield from check_sum(item, named, span, wave)


def check_sum(item: Item, named: tuple[str, ...], span: Span, wave: str) -> Iterator[Problem]:
    """Report options whose shares can't be added up: who ticked both would count twice."""
    if len(named) > 1 and (item.kind is Kind.MULTI or any(one.startswith(NET) for one in named)):
        message = (
            f'The shares of {", ".join(named)} can\'t be added up in wave "{wave}": one person can have both.'
        )
        hint = "Make a net in that wave's plan.toml, which counts people, and name that."
        yield RULE.problem(span, message, hint=hint)
