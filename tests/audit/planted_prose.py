"""Sentences that the figures contradict."""

from dataclasses import replace
from decimal import Decimal

from honest_reports import Report
from slip import (
    APART,
    Slip,
    changed,
    exponent,
    mistype,
    shares_of,
)

from peil.audit.claim import (
    Check,
    Compares,
    Filter,
    ListBelow,
    MeanShareIs,
    MostlyWithin,
    OnlyClasses,
    Relation,
    Selection,
    TopClass,
)


def shown_share(report: Report, selection: Selection) -> tuple[Decimal, Decimal] | None:
    """What a selection's share is printed as, and how far from the truth that may be."""
    found = [check for _, check in shares_of(report) if check.selection == selection]
    if not found:
        return None
    return found[0].percent, Decimal(1).scaleb(-found[0].decimals) * APART / 2


def surely_more(report: Report, one: Selection, other: Selection | Decimal) -> bool:
    """Printed percentages show that one share is larger."""
    left = shown_share(report, one)
    right = (other, Decimal(0)) if isinstance(other, Decimal) else shown_share(report, other)
    return bool(left and right and left[0] - left[1] > right[0] + right[1])


def plant_prose(report: Report) -> Slip | None:
    """A sentence turned round, or another class, row or line named in it; the printed percentages show it."""
    sentences = [
        claim
        for claim in report.claims
        if isinstance(claim.check, Compares | TopClass | OnlyClasses | ListBelow | MostlyWithin | MeanShareIs)
    ]
    if not sentences:
        return None
    claim = report.draw.choice(sentences)
    spoiled = spoil(report, claim.check)
    return changed(report, claim, spoiled, "F020") if spoiled else None


def spoil(report: Report, check: Check | None) -> Check | None:
    match check:
        case Compares():
            return turn_round(report, check)
        case TopClass() | OnlyClasses():
            return name_another(report, check)
        case ListBelow():
            return spoil_list(report, check)
        case MostlyWithin() | MeanShareIs():
            return spoil_bounds(report, check)
    return None


def turn_round(report: Report, check: Compares) -> Check | None:
    relation, left, right = report.draw.choice(list(Relation)), check.left, check.right
    more = surely_more(report, left, right)
    if isinstance(right, Selection):
        less = surely_more(report, right, left)
    else:
        shown = shown_share(report, left)
        less = bool(shown and shown[0] + shown[1] < right)
    wrong = {
        Relation.MORE: less,
        Relation.AT_LEAST: less,
        Relation.LESS: more,
        Relation.AT_MOST: more,
        Relation.SAME: more or less,
    }[relation]
    return replace(check, relation=relation) if wrong else None


def name_another(report: Report, check: TopClass | OnlyClasses) -> Check | None:
    name = report.draw.choice(report.answers.study.codebook.items[check.by].option_ids)
    own = in_class(check.selection, check.by, name)
    if isinstance(check, TopClass):
        top = in_class(check.selection, check.by, check.classes[0])
        return replace(check, classes=(name,)) if surely_more(report, top, own) else None
    shown = shown_share(report, own)
    if shown is None or abs(shown[0] - check.above) <= shown[1]:
        return None
    left = tuple(one for one in check.classes if one != name)
    return replace(check, classes=left if name in check.classes else (*check.classes, name))


def spoil_list(report: Report, check: ListBelow) -> Check | None:
    one, name = report.draw.choice(check.selections), report.draw.choice(check.groups["region"])
    own = in_class(one, "region", name)
    shown, row = shown_share(report, own), (one.item, "region", name)
    if shown is None or abs(shown[0] - check.below) <= shown[1] or not firm(report, own, check.minimum_base):
        return None
    return replace(check, listed=check.listed ^ {row})


def spoil_bounds(report: Report, check: MostlyWithin | MeanShareIs) -> Check | None:
    several = [shown_share(report, one) for one in check.selections]
    found = [one for one in several if one]
    if isinstance(check, MostlyWithin):
        low, high = sorted(Decimal(report.draw.randint(0, 100)) for _ in range(2))
        within = len(several) - sum(one[0] + one[1] < low or one[0] - one[1] > high for one in found)
        return replace(check, low=low, high=high) if within < check.part * len(several) else None
    value = mistype(check.percent, report.draw)
    if len(found) < len(several) or not 0 <= value <= 100 or exponent(value) < -check.decimals:
        return None
    mean = sum((one[0] for one in found), Decimal(0)) / len(found)
    return replace(check, percent=value) if abs(mean - value) > APART else None


def in_class(selection: Selection, by: str, name: str) -> Selection:
    return replace(selection, filters=(*selection.filters, Filter(by, (name,))))


def firm(report: Report, selection: Selection, minimum: int) -> bool:
    """The base is printed beside the share, and no smaller than the list's minimum."""
    return any(
        check.selection == selection and claim.base_known == "printed" and (claim.base_n or 0) >= minimum
        for claim, check in shares_of(report)
    )
