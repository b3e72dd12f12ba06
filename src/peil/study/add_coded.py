"""Coding frames join the codebook and the plan: codes become a variable like any other."""

from collections.abc import Iterable
from dataclasses import replace

from peil.study.build_codebook import assign_codes
from peil.study.codebook import Codebook, Item, ValueKind, Variable
from peil.study.coding_frame import CodingFrame
from peil.study.made_of_codes import made_of_codes
from peil.study.plan import Net, Plan
from peil.study.question import Kind, Option


def add_coded(codebook: Codebook, frames: Iterable[CodingFrame]) -> Codebook:
    """Give the codebook with an item for each frame, after all others.

    The item isn't asked, and belongs to no question; ``Item.coded`` names the variable that it was made from.
    That of a frame that isn't final is there while the plan is read, so that names are checked, and no
    longer: see ``settle_codes``.
    """
    items, variables = dict(codebook.items), dict(codebook.variables)
    for frame in frames:
        if frame.key not in items:
            item, held = _item(frame)
            items[item.key] = item
            variables.update({variable.name: variable for variable in held})
    return Codebook(items, variables)


def plan_coded(plan: Plan, codebook: Codebook, frames: Iterable[CodingFrame]) -> Plan:
    """Give the plan with the nets and titles of the frames that are final.

    What was coded of a sensitive question is sensitive, and of an identifying one identifying; and so is what
    the plan derives from such codes.
    """
    final = [frame for frame in frames if frame.final]
    made = made_of_codes(codebook, plan.derived)
    nets = [
        Net(net.id, frame.key, net.wording, under, net.span)
        for frame in final
        for net in frame.nets
        if (under := tuple(code.id for code in frame.codes if code.net == net.id))
    ]
    rules = plan.disclosure
    coded_of = {frame.key: frame.variable for frame in final}

    def passed_on(names: frozenset[str]) -> frozenset[str]:
        """Give what is made of codes that are called so, or whose question is."""
        keys = {
            key for key, variable in coded_of.items() if key in names or _is_about(codebook, variable, names)
        }
        return names | {name for name, codes in made.items() if codes & keys}

    return replace(
        plan,
        nets=(*plan.nets, *nets),
        titles={**{frame.key: frame.title for frame in final}, **plan.titles},
        disclosure=replace(
            rules,
            sensitive=passed_on(rules.sensitive),
            identifying=passed_on(rules.identifying),
        ),
    )


def _is_about(codebook: Codebook, variable: str, names: frozenset[str]) -> bool:
    item = codebook.items[codebook.variables[variable].item]
    return bool(names & {variable, item.key, item.question})


def _item(frame: CodingFrame) -> tuple[Item, tuple[Variable, ...]]:
    options = assign_codes(Option(code.id, code.wording, code.span, code.number) for code in frame.codes)
    held: tuple[Variable, ...]
    if frame.single:
        held = (Variable(frame.key, frame.key, ValueKind.OPTION),)
    else:
        held = tuple(
            Variable(f"{frame.key}.{one.id}", frame.key, ValueKind.TICK, option=one.id) for one in options
        )
    kind = Kind.SINGLE if frame.single else Kind.MULTI
    names = tuple(variable.name for variable in held)
    title = frame.title
    return (
        Item(
            frame.key,
            "",
            frame.key,
            kind,
            None,
            title,
            None,
            options,
            names,
            derived=True,
            coded=frame.variable,
        ),
        held,
    )
