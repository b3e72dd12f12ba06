"""What can be seen in a chart, in words made from its numbers. What is hidden is never ranked or summed."""

from collections.abc import Iterator, Sequence

from peil.disclose.verdicts import mode
from peil.report.chart import ChartKind
from peil.report.compose.amount import SAME, Amount, amount_of, is_whole
from peil.report.compose.chart_kind import moments, parts_of
from peil.report.compose.interval import printed_bounds
from peil.report.compose.phrases import HIDDEN_SIGN, join_words, say
from peil.report.compose.sides import ACROSS, LEFT, RIGHT, on_side
from peil.report.compose.slices import Shown, Slice

SIDES = {LEFT: "at_left", ACROSS: "at_line", RIGHT: "at_right"}


def describe(shown: Shown, kind: ChartKind) -> str:
    """Say what can be seen."""
    if kind is ChartKind.SLOPE:
        return " ".join(describe_slope(shown))
    if kind is ChartKind.DIVERGING:
        return " ".join(describe_sides(shown))
    intervals = kind is ChartKind.DOTS
    told = "; ".join(describe_slice(shown, part, intervals=intervals) for part in parts_of(shown, kind))
    return " ".join((say(shown.language, kind.value), f"{told}.", *describe_widest(shown)))


def describe_slice(shown: Shown, part: Slice, *, intervals: bool = False) -> str:
    """Say what is most chosen in one slice: all that are, where several tie."""
    label = name_of(shown, part)
    if part.table is None or not part.n:
        return say(shown.language, "nobody", label=label)
    if not is_whole(part.table):
        return say(shown.language, "partly", label=label)
    most = mode(part.table)
    amount = part.amount(most[0]) if most else None
    if amount is None:
        return say(shown.language, "nobody", label=label)
    share = amount.printed(shown.language)
    bounds = printed_bounds(part, most[0], shown.language) if intervals else None
    if bounds:
        share = say(shown.language, "between", share=share, low=bounds[0], high=bounds[1])
    return say(shown.language, "most", label=label, options=named(shown, part, most), share=share)


def describe_sides(shown: Shown) -> Iterator[str]:
    """Say what stands at each side of the line, and how much that is."""
    part = shown.slices[0]
    yield say(shown.language, "diverging")
    for side, word in SIDES.items():
        options = on_side(shown, side)
        if options:
            told = join_words([f"“{shown.labels.option(part.item, o)}”" for o in options], shown.language)
            yield say(shown.language, word, told=told)
    told = "; ".join(describe_both_sides(shown, each) for each in shown.slices)
    yield f"{told}."
    yield from describe_widest(shown)


def describe_both_sides(shown: Shown, part: Slice) -> str:
    """Say how much of a slice stands at each side; the sign where a part of it is hidden."""
    label = name_of(shown, part)
    if not part.n:
        return say(shown.language, "nobody", label=label)
    amounts = [amount_of(part.table, on_side(shown, side)) for side in (LEFT, RIGHT)]
    left, right = (amount.printed(shown.language) if amount else HIDDEN_SIGN for amount in amounts)
    return say(shown.language, "sided", label=label, left=left, right=right)


def describe_slope(shown: Shown) -> Iterator[str]:
    """Say what rose and what fell most; nothing of that where a value is hidden."""
    then, now = moments(shown)
    language = shown.language
    yield say(language, "slope", then=name_of(shown, then), now=name_of(shown, now))
    partly = [part for part in (then, now) if part.table is None or not is_whole(part.table)]
    if partly:
        yield from (say(language, "partly", label=name_of(shown, part)) + "." for part in partly)
        return
    found = list(changes_of(shown, then, now))
    for word, sign in (("rise", 1), ("fall", -1)):
        most = max((sign * change for change, _ in found), default=0.0)
        told = [words for change, words in found if most > SAME and most - sign * change <= SAME]
        if told:
            yield say(language, word, told=join_words(told, language))
    if not found:
        yield say(language, "unchanged")


def changes_of(shown: Shown, then: Slice, now: Slice) -> Iterator[tuple[float, str]]:
    """Give how much each answer of its own changed, with that in words; none that is printed alike."""
    for option in shown.options(then.item):
        before, after = then.amount(option), now.amount(option)
        if before is None or after is None or shown.muted(then.item, option):
            continue
        ends = {"then": before.printed(shown.language), "now": after.printed(shown.language)}
        if ends["then"] != ends["now"]:
            name = shown.labels.option(then.item, option)
            yield after.share - before.share, say(shown.language, "changed", option=name, **ends)


def describe_widest(shown: Shown) -> Iterator[str]:
    """Say on which answer classes differ most, and which of them; nothing where a value is hidden."""
    classes = [part for part in shown.slices if part.group is not None]
    item = shown.items[0]
    if len(classes) < 2 or len(shown.items) > 1:
        return
    if not all(part.table and is_whole(part.table) for part in classes):  # so nothing of them is hidden
        return
    shares = {
        option: [amount for part in classes if (amount := part.amount(option))]
        for option in shown.options(item)
        if not shown.muted(item, option)
    }
    printed = {option: {each.printed(shown.language) for each in found} for option, found in shares.items()}
    spans = {option: span_of(found) for option, found in shares.items() if len(printed[option]) > 1}
    widest = max(spans.values(), default=0.0)
    told = [
        describe_span(shown, option, classes, shares[option])
        for option, span in spans.items()
        if widest - span <= SAME
    ]
    if told:
        yield say(shown.language, "widest", told=join_words(told, shown.language))


def span_of(amounts: Sequence[Amount]) -> float:
    """How far the largest share lies above the smallest."""
    shares = [amount.share for amount in amounts]
    return max(shares) - min(shares)


def describe_span(shown: Shown, option: str, classes: Sequence[Slice], amounts: Sequence[Amount]) -> str:
    """Name the classes with the largest and the smallest share, all that tie."""
    ends = max(a.share for a in amounts), min(a.share for a in amounts)
    found = [
        [pair for pair in zip(classes, amounts, strict=True) if abs(pair[1].share - end) <= SAME]
        for end in ends
    ]
    names = [join_words([name_of(shown, part) for part, _ in pairs], shown.language) for pairs in found]
    return say(
        shown.language,
        "spread",
        option=shown.labels.option(shown.items[0], option),
        most=found[0][0][1].printed(shown.language),
        highest=names[0],
        least=found[1][0][1].printed(shown.language),
        lowest=names[1],
    )


def name_of(shown: Shown, part: Slice) -> str:
    """Name a slice with its n."""
    label = shown.label(part)
    n = say(shown.language, "n", n=part.n)
    return label if part.n is None or n in label else f"{label} ({n})"


def named(shown: Shown, part: Slice, options: Sequence[str]) -> str:
    """Name options in a row."""
    return join_words([shown.labels.option(part.item, option) for option in options], shown.language)
