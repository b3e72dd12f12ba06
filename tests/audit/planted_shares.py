"""Slips in percentages, and in what is said of their order."""

from dataclasses import replace
from decimal import Decimal

from honest_reports import Report
from slip import (
    APART,
    Slip,
    changed,
    counts_that_print,
    forget,
    mistype,
    mistyped_share,
    one_share_prints,
    pick_whole,
    printed_in,
    shares_of,
)

from peil.audit.claim import (
    BaseIs,
    CountIs,
    Filter,
    MostChosen,
    RankIs,
    Selection,
    ShareIs,
)


def plant_impossible(report: Report) -> Slip | None:
    """A mistyped percentage that no count of the base printed beside it gives."""
    known = {"printed", "derived"}
    found = [one for one in shares_of(report) if one[0].base_known in known]
    if not found or report.answers.weights:
        return None
    claim, _ = report.draw.choice(found)
    check = mistyped_share(report, claim)
    if check is None or counts_that_print(check.percent, claim.base_n or 0, check.decimals):
        return None
    return changed(report, claim, check, "F001")


def plant_second_print(report: Report) -> Slip | None:
    """A figure that is printed once more, mistyped, in the same or another precision."""
    found = shares_of(report)
    if not found:
        return None
    _, check = report.draw.choice(found)
    decimals = report.draw.choice([check.decimals, 0, 1])
    claim = report.share(check.selection, decimals)
    spoiled = mistyped_share(report, claim)
    if spoiled is None or one_share_prints(check, spoiled):
        return None
    return changed(report, claim, spoiled, "F002")


def plant_parts(report: Report) -> Slip | None:
    """One of all percentages of a question mistyped, so that they miss 100 by more than rounding can."""
    whole = pick_whole(report, complete=True, single=True)
    if whole is None:
        return None
    parts = printed_in(report, whole)
    claim, own = report.draw.choice(list(parts.values()))
    check = mistyped_share(report, claim)
    twice = [one for _, one in shares_of(report) if one.selection == own.selection]
    if check is None or len(twice) > 1:
        return None
    total = sum((one.percent for _, one in parts.values()), Decimal(0)) - own.percent + check.percent
    unit = Decimal(1).scaleb(-min(one.decimals for _, one in parts.values()))
    return changed(report, claim, check, "F003") if abs(total - 100) > len(parts) * unit * APART / 2 else None


def plant_net(report: Report) -> Slip | None:
    """A mistyped net, further from the sum of its printed parts than rounding can bring it."""
    items = report.answers.study.codebook.items
    nets = [one for one in shares_of(report) if len(one[1].selection.options) > 1]
    nets = [one for one in nets if items[one[1].selection.item].kind.value == "single"]
    if not nets:
        return None
    claim, own = report.draw.choice(nets)
    parts = printed_in(report, replace(own.selection, options=()))
    check = mistyped_share(report, claim)
    if check is None or not set(own.selection.options) <= set(parts):
        return None
    found = [parts[option][1] for option in own.selection.options]
    unit = Decimal(1).scaleb(-min(one.decimals for one in (own, *found)))
    apart = abs(check.percent - sum((one.percent for one in found), Decimal(0)))
    return changed(report, claim, check, "F011") if apart > (len(found) + 1) * unit * APART / 2 else None


def plant_most_chosen(report: Report) -> Slip | None:
    """Another option named as chosen most, though its printed percentage is smaller."""
    modes = [claim for claim in report.claims if isinstance(claim.check, MostChosen)]
    if not modes:
        return None
    claim = report.draw.choice(modes)
    selection = claim.check.selection if isinstance(claim.check, MostChosen) else Selection("")
    parts = printed_in(report, replace(selection, options=()))
    others = [one for one in parts if one not in selection.options]
    if not others:
        return None
    other = report.draw.choice(others)
    unit = Decimal(1).scaleb(-min(one.decimals for _, one in parts.values()))
    if max(one.percent for _, one in parts.values()) - parts[other][1].percent <= unit * APART:
        return None
    return changed(report, claim, MostChosen(replace(selection, options=(other,))), "F014")


def plant_rank(report: Report) -> Slip | None:
    """Another rank, which the printed percentages don't allow."""
    ranks = [claim for claim in report.claims if isinstance(claim.check, RankIs)]
    if not ranks:
        return None
    claim = report.draw.choice(ranks)
    check = claim.check
    if not isinstance(check, RankIs):
        return None
    (option,) = check.selection.options
    whole = replace(check.selection, options=())
    parts = printed_in(report, whole)
    if len(parts) < len(report.answers.options(whole)):
        return None
    unit = Decimal(1).scaleb(-min(one.decimals for _, one in parts.values())) * APART
    own = parts[option][1].percent
    best = 1 + sum(one.percent - own > unit for _, one in parts.values())
    worst = len(parts) - sum(own - one.percent > unit for _, one in parts.values())
    rank = report.draw.randint(1, len(parts))
    return None if best <= rank <= worst else changed(report, claim, replace(check, rank=rank), "F015")


def plant_remainder(report: Report) -> Slip | None:
    """The last column of a table made of what the others leave over; one row at least can't be counted so."""
    answers = report.answers
    items = answers.study.codebook.items
    keys = [key for key, item in items.items() if item.row is not None]
    if answers.weights or not all(report.told(Selection(key)) for key in keys):
        return None
    forget(report, ShareIs, *(Selection(key) for key in keys))
    touched, wrong = set(), 0
    for key in keys:
        *others, last = answers.options(Selection(key))
        base, left, counts = answers.base(Selection(key)), Decimal(100), []
        for option in others:
            claim = report.share(Selection(key, (option,)), 0, "printed")
            if isinstance(claim.check, ShareIs):
                left -= claim.check.percent
                counts.append(counts_that_print(claim.check.percent, base, 0))
        if left < 0:
            return None
        claim = report.share(Selection(key, (last,)), 0, "printed")
        report.claims = list(changed(report, claim, ShareIs(Selection(key, (last,)), left)).claims)
        touched.add(claim.id)
        counts.append(counts_that_print(left, base, 0))
        wrong += not all(counts) or not sum(map(min, counts)) <= base <= sum(map(max, counts))
    return Slip(tuple(report.claims), frozenset(touched), frozenset({"F019"})) if wrong else None


def plant_no_base(report: Report) -> Slip | None:
    """A mistyped percentage of a class without a base; no base up to the size of the class gives them all."""
    answers, draw = report.answers, report.draw
    own = Filter("region", (draw.choice(answers.options(Selection("region"))),))
    part = Selection(draw.choice(["usage", "mood", "effect", "why"]), (), (own,))
    size = answers.passing((own,)).bit_count()
    if not report.told(part) or answers.weights:
        return None
    forget(report, ShareIs, part)
    forget(report, BaseIs, part)
    report.say(CountIs((own,), size))
    options = answers.options(part)
    claims = [
        report.share(replace(part, options=(option,)), 0)
        for option in draw.sample(options, draw.randint(2, len(options)))
    ]
    claim = draw.choice(claims)
    check = mistyped_share(report, claim)
    if check is None:
        return None
    printed = [check, *(one.check for one in claims if one.id != claim.id and isinstance(one.check, ShareIs))]
    single = answers.study.codebook.items[part.item].kind.value == "single"
    all_of = single and len(printed) == len(options)
    for base in range(1, size + 1):
        found = [counts_that_print(one.percent, base, 0) for one in printed]
        if all(found):
            low, high = sum(min(one) for one in found), sum(max(one) for one in found)
            if not single or (low <= base and (not all_of or high >= base)):
                return None
    return changed(report, claim, check, "F012")


def plant_count(report: Report) -> Slip | None:
    """A mistyped number of people beside the percentage of the same people."""
    found = [one for one in shares_of(report) if one[0].base_known in {"printed", "derived"}]
    found = [one for one in found if one[1].selection.base == Selection("").base]
    if not found or report.answers.weights:
        return None
    beside, check = report.draw.choice(found)
    filters = (*check.selection.filters, Filter(check.selection.item, check.selection.options))
    n = report.answers.count(check.selection)
    claim = report.say(CountIs(filters, n))
    spoiled = int(mistype(n, report.draw))
    if spoiled in counts_that_print(check.percent, beside.base_n or 0, check.decimals) or spoiled < 0:
        return None
    several = [
        one for one in report.claims if isinstance(one.check, CountIs) and one.check.filters == filters
    ]
    return changed(report, claim, CountIs(filters, spoiled), "F010") if len(several) == 1 else None


def plant_total(report: Report) -> Slip | None:
    """A mistyped percentage of all, which the classes with their printed bases can't make."""
    answers, draw = report.answers, report.draw
    item = draw.choice(["usage", "mood", "why"])
    option = draw.choice(answers.options(Selection(item)))
    names = answers.options(Selection("region"))
    parts = [Selection(item, (option,), (Filter("region", (name,)),)) for name in names]
    whole = Selection(item, (option,))
    if answers.weights or not all(report.told(part) for part in parts):
        return None
    forget(report, ShareIs, whole, *parts)
    forget(report, BaseIs, whole, *parts)
    low = high = 0
    for part in parts:
        shown = report.share(part, 0, "printed")
        if isinstance(shown.check, ShareIs):
            counts = counts_that_print(shown.check.percent, answers.base(part), 0)
            low, high = low + min(counts), high + max(counts)
    claim = report.share(whole, 0, "printed")
    check = mistyped_share(report, claim)
    if check is None:
        return None
    found = counts_that_print(check.percent, answers.base(whole), 0)
    if not found or any(low <= count <= high for count in found):
        return None
    return changed(report, claim, check, "F013")
