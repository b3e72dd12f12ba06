"""The plan and the codebook with codes in their place, and without what reads codes that aren't final."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.add_coded import plan_coded
from peil.study.checks import bad_frame, unfinished_codes
from peil.study.codebook import Codebook
from peil.study.coding_frame import CodingFrame
from peil.study.made_of_codes import MadeOfCodes, made_of_codes
from peil.study.plan import Plan


def settle_codes(
    plan: Plan, codebook: Codebook, frames: Mapping[str, CodingFrame], problems: list[Problem]
) -> tuple[Plan, Codebook]:
    """Give both as the study has them: items asked, derived ones, coded ones.

    As long as a frame isn't final there is no item of it, nor anything that the plan makes of it: that is
    told and left out. Half of the codes look like all of them, and who has none yet like who has another.

    Args:
        plan: As it was read.
        codebook: With an item for each frame and each derived variable.
        frames: By variable.
        problems: Told to.
    """
    made = made_of_codes(codebook, plan.derived)
    unfinished = {frame.key: frame for frame in frames.values() if not frame.final}
    gone = {name: codes & unfinished.keys() for name, codes in made.items() if codes & unfinished.keys()}
    problems.extend(_tell(plan, gone, unfinished))
    problems.extend(_shared_nets(plan, frames.values()))
    items = {key: item for key, item in codebook.items.items() if key not in gone}
    ordered = sorted(items, key=lambda key: bool(items[key].coded))
    kept = Codebook(
        {key: items[key] for key in ordered},
        {
            variable.name: variable
            for variable in sorted(codebook.variables.values(), key=lambda one: _is_coded(codebook, one.item))
            if variable.item not in gone
        },
    )
    return plan_coded(_without(plan, gone), kept, frames.values()), kept


def _is_coded(codebook: Codebook, key: str) -> bool:
    item = codebook.items.get(key)
    return item is not None and bool(item.coded)


def _without(plan: Plan, gone: MadeOfCodes) -> Plan:
    """Give the plan without what reads codes that aren't final."""
    if not gone:
        return plan
    rules = plan.disclosure
    return replace(
        plan,
        derived=tuple(one for one in plan.derived if one.id not in gone),
        groups=tuple(name for name in plan.groups if name not in gone),
        group_spans={name: span for name, span in plan.group_spans.items() if name not in gone},
        nets=tuple(net for net in plan.nets if net.question not in gone),
        crosswalks={name: one for name, one in plan.crosswalks.items() if one.question not in gone},
        titles={name: title for name, title in plan.titles.items() if name not in gone},
        disclosure=replace(
            rules, sensitive=rules.sensitive - gone.keys(), identifying=rules.identifying - gone.keys()
        ),
    )


def _tell(plan: Plan, gone: MadeOfCodes, unfinished: Mapping[str, CodingFrame]) -> Iterator[Problem]:
    """Tell of each derived variable, group and net that waits for codes."""
    made = {one.id: one.span for one in plan.derived if one.id in gone}
    for name, span in made.items():
        yield _waits(f'The derived variable "{name}" reads', span, name, gone, unfinished)
    for name, span in plan.group_spans.items():
        if name in gone and name not in made:
            yield _waits("Tables are split by", span, name, gone, unfinished)
    for net in plan.nets:
        if net.question in gone and net.question not in made:
            yield _waits(f'The net "{net.id}" takes together', net.span, net.question, gone, unfinished)


def _waits(
    what: str, span: Span, name: str, gone: MadeOfCodes, unfinished: Mapping[str, CodingFrame]
) -> Problem:
    key = min(gone[name])
    file = unfinished[key].span.file
    message = f'{what} codes of "{key}", and {file} isn\'t final: it is left out until then.'
    hint = f'Write status = "final" in {file} when every answer has its codes.'
    return unfinished_codes.RULE.problem(span, message, hint=hint, got=name)


def _shared_nets(plan: Plan, frames: Iterable[CodingFrame]) -> Iterator[Problem]:
    """Report nets of the plan that the frame itself has under the same id."""
    for frame in frames:
        for net in frame.nets:
            if (twin := plan.net(frame.key, net.id)) is not None:
                message = f'{frame.span.file} has a net "{net.id}" already.'
                yield bad_frame.RULE.problem(twin.span, message, hint="Give one of the two another id.")
