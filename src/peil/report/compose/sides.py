"""Which answers stand left and which right of a diverging chart's line."""

from peil.report.compose.slices import Shown

LEFT, ACROSS, RIGHT = -1, 0, 1


def sides_of(shown: Shown) -> dict[str, int]:
    """Give the side of each answer of its own, from left to right.

    They stand in the scale's order, turned around where its last option was named as the left end. What was
    named as neutral lies across the line, else the middle of an odd scale; an even one has none.
    """
    item = shown.items[0]
    there = set(shown.options(item))
    own = [option for option in item.option_ids if option in there and not shown.muted(item, option)]
    if shown.exhibit.left and own and shown.exhibit.left == own[-1]:
        own.reverse()
    across = [option for option in own if option in shown.exhibit.neutral]
    if not across and len(own) % 2:
        across = [own[len(own) // 2]]
    turn = own.index(across[0]) if across else len(own) // 2
    return {
        option: ACROSS if option in across else LEFT if place < turn else RIGHT
        for place, option in enumerate(own)
    }


def on_side(shown: Shown, side: int) -> tuple[str, ...]:
    """Give the options on one side."""
    return tuple(option for option, place in sides_of(shown).items() if place == side)
