"""F020: a sentence that the printed figures contradict."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from peil.audit.bounds import Bound, Bounds, add, join
from peil.audit.claim import (
    Claim,
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
from peil.audit.finding import Finding, Grade
from peil.audit.group import group_of
from peil.audit.rounding import GRAIN, WHOLE, Range, Rounded, rounded
from peil.audit.rules.rule import FindingRule, Telling, cited, telling
from peil.audit.said import Named, Percent, Values
from peil.audit.wholes import in_points


def find_contradicted_prose(bounds: Bounds) -> Iterator[Finding]:
    """Try each sentence on the percentages of what it speaks of."""
    tell = telling(PROSE.code, bounds)
    for claim in bounds.ledger.claims:
        try_one = TRIED.get(type(claim.check))
        if try_one is not None:
            yield from try_one(Sentence(claim, bounds, tell))


@dataclass(frozen=True)
class Sentence:
    """A claim in words, with what it is tried on."""

    claim: Claim
    bounds: Bounds
    tell: Telling

    def share(self, selection: Selection, by: str = "", name: str = "") -> Bound:
        """Bound the share of a selection, of one class of a group if one is named."""
        if by:
            own = (*selection.filters, Filter(by, (name,)))
            selection = Selection(selection.item, selection.options, own, selection.base)
        group = group_of(selection, self.bounds.ledger.same)
        return self.bounds.share(group, frozenset(selection.options))

    def contradicted(self, kind: str, proof: Bound, grade: Grade = Grade.CERTAIN, **more: Values) -> Finding:
        """Tell a contradiction and the figures that show it."""
        return self.tell.finding(
            grade,
            (self.claim.id, *proof.claims),
            kind,
            said=cited((self.claim.id,)),
            proof=cited(proof.claims),
            low=Percent(in_points(proof.range.low)),
            high=Percent(in_points(proof.range.high)),
            **more,
        )


def exact(percent: Decimal) -> int:
    """Give a stated percentage in grains."""
    return int(percent * GRAIN)


def try_comparison(sentence: Sentence) -> Iterator[Finding]:
    """A share is more, less or as much as another one, or a stated percentage."""
    check = sentence.claim.check
    if not isinstance(check, Compares):
        return
    left = sentence.share(check.left)
    right = (
        Bound(Range(exact(check.right), exact(check.right)))
        if isinstance(check.right, Decimal)
        else sentence.share(check.right)
    )
    above, below = left.range.low > right.range.high, left.range.high < right.range.low
    grade, wrong = Grade.CERTAIN, False
    match check.relation:
        case Relation.MORE | Relation.AT_LEAST:
            wrong = below
        case Relation.LESS | Relation.AT_MOST:
            wrong = above
        case Relation.SAME:
            apart = max(left.range.low - right.range.high, right.range.low - left.range.high)
            wrong = (above or below) and not may_be_printed_alike(left.range, right.range)
            grade = Grade.CERTAIN if apart >= GRAIN else Grade.LIKELY
    if wrong:
        yield sentence.tell.finding(
            grade,
            (sentence.claim.id, *join(left.claims, right.claims)),
            "comparison",
            said=cited((sentence.claim.id,)),
            left=cited(left.claims),
            right=cited(right.claims) or Percent(in_points(right.range.low)),
            low=Percent(in_points(left.range.low)),
            high=Percent(in_points(left.range.high)),
            least=Percent(in_points(right.range.low)),
            most=Percent(in_points(right.range.high)),
        )


def may_be_printed_alike(one: Range, other: Range) -> bool:
    """Say whether two shares can be rounded to one whole percentage, twice if need be."""
    first, last = min(one.low, other.low) // GRAIN, max(one.high, other.high) // GRAIN + 1
    windows = (Rounded(percent, 0).shares() for percent in range(first, last + 1))
    return any(not (one & window).empty and not (other & window).empty for window in windows)


def try_top_class(sentence: Sentence) -> Iterator[Finding]:
    """The share is largest in these classes."""
    check = sentence.claim.check
    if not isinstance(check, TopClass):
        return
    classes = sentence.bounds.ledger.study.codebook.items[check.by].option_ids
    found = {name: sentence.share(check.selection, check.by, name) for name in classes}
    top = max(found, key=lambda name: found[name].range.low)
    for name in check.classes:
        if found[name].range.high < found[top].range.low:
            proof = Bound(found[top].range, join(found[top].claims, found[name].claims))
            yield sentence.contradicted(
                "top_class",
                proof,
                larger=Named(check.by, (top,)),
                smaller=Named(check.by, (name,)),
                most=Percent(in_points(found[name].range.high)),
            )
            return


def try_only_classes(sentence: Sentence) -> Iterator[Finding]:
    """The share lies above a percentage in these classes and in no others."""
    check = sentence.claim.check
    if not isinstance(check, OnlyClasses):
        return
    line = exact(check.above)
    for name in sentence.bounds.ledger.study.codebook.items[check.by].option_ids:
        found = sentence.share(check.selection, check.by, name)
        named = name in check.classes
        if found.range.high <= line if named else found.range.low > line:
            yield sentence.contradicted(
                "class_not_above" if named else "class_above",
                found,
                name=Named(check.by, (name,)),
                line=Percent(check.above),
            )
            return


def try_list(sentence: Sentence) -> Iterator[Finding]:
    """These are all the items and classes below a percentage."""
    check = sentence.claim.check
    if not isinstance(check, ListBelow):
        return
    line = exact(check.below)
    for selection in check.selections:
        for by, classes in check.groups.items():
            for name in classes:
                found = sentence.share(selection, by, name)
                listed = (selection.item, by, name) in check.listed
                own = Selection(selection.item, (), (*selection.filters, Filter(by, (name,))), selection.base)
                size = sentence.bounds.base(group_of(own, sentence.bounds.ledger.same)).range
                small = size.low < check.minimum_base
                if found.range.low >= line if listed else found.range.high < line and not small:
                    yield sentence.contradicted(
                        "listed_not_below" if listed else "below_not_listed",
                        found,
                        item=Named(selection.item),
                        name=Named(by, (name,)),
                        line=Percent(check.below),
                    )


def try_mostly_within(sentence: Sentence) -> Iterator[Finding]:
    """At least a part of the items has a share between two percentages."""
    check = sentence.claim.check
    if not isinstance(check, MostlyWithin):
        return
    low, high = exact(check.low), exact(check.high)
    found = [sentence.share(selection) for selection in check.selections]
    outside = [one for one in found if one.range.high < low or one.range.low > high]
    if len(found) - len(outside) < check.part * len(found):
        proof = Bound(Range(low, high), join(*(one.claims for one in outside)))
        yield sentence.contradicted(
            "not_within", proof, outside=len(outside), items=len(found), part=Percent(100 * check.part)
        )


def try_mean(sentence: Sentence) -> Iterator[Finding]:
    """The mean over items of a share is a percentage."""
    check = sentence.claim.check
    if not isinstance(check, MeanShareIs):
        return
    found = [sentence.share(selection) for selection in check.selections]
    total, own = add(found), rounded(check.percent, check.decimals).shares()
    low, high = total.range.low // len(found), -(-total.range.high // len(found))
    if all(one.range.high < WHOLE or one.claims for one in found) and (own.low > high or own.high < low):
        yield sentence.contradicted("mean", Bound(Range(low, high), total.claims), items=len(found))


TRIED: dict[type, Callable[[Sentence], Iterator[Finding]]] = {
    Compares: try_comparison,
    TopClass: try_top_class,
    OnlyClasses: try_only_classes,
    ListBelow: try_list,
    MostlyWithin: try_mostly_within,
    MeanShareIs: try_mean,
}

PROSE = FindingRule(
    "F020",
    "prose",
    "A sentence that the printed figures contradict.",
    "Sentences are what readers remember, and what others quote.",
    'certain when no figures that round to the printed ones make it true; likely when "as much as" is said '
    "of shares less than a point apart",
    '"employers more often than employees", with 11% and 28%',
    find_contradicted_prose,
)
