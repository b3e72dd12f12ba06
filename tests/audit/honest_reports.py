"""Reports of random surveys in which every figure is honestly rounded and every sentence is true."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from honest_surveys import Answers, answer, study_of

from peil.audit.claim import (
    BaseIs,
    Check,
    Claim,
    Compares,
    CountIs,
    Filter,
    ListBelow,
    MeanShareIs,
    MostChosen,
    MostlyWithin,
    OnlyClasses,
    RankIs,
    Relation,
    Selection,
    ShareIs,
    TopClass,
)
from peil.audit.claim_words import claim_words
from peil.core.span import Span
from peil.study.base import Base
from peil.study.question import Kind

SPAN = Span("claims.json")
STUDIES = 40


def rounded(exact: Fraction, decimals: int, mode: str) -> Decimal:
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    unit = Decimal(1).scaleb(-decimals)
    return value.quantize(unit, rounding=mode)


def half_up(exact: Fraction, decimals: int) -> Decimal:
    return rounded(exact, decimals, ROUND_HALF_UP)


def half_even(exact: Fraction, decimals: int) -> Decimal:
    return rounded(exact, decimals, ROUND_HALF_EVEN)


def twice(exact: Fraction, decimals: int) -> Decimal:
    return half_up(Fraction(half_up(exact, decimals + 1)), decimals)


def twice_even(exact: Fraction, decimals: int) -> Decimal:
    return half_even(Fraction(half_even(exact, decimals + 1)), decimals)


ROUNDINGS: tuple[Callable[[Fraction, int], Decimal], ...] = (half_up, half_even, twice, twice_even)
"""All that counts as honest."""


def honest(printed: Decimal, exact: Fraction, decimals: int) -> bool:
    return any(way(exact, decimals) == printed for way in ROUNDINGS)


@dataclass
class Report:
    """A report being written: its claims, with what they were made from."""

    answers: Answers
    draw: random.Random
    rounding: Callable[[Fraction, int], Decimal]
    claims: list[Claim] = field(default_factory=list)
    said: int = 0

    def say(self, check: Check, base_n: int | None = None, base_known: str = "") -> Claim:
        self.said += 1
        claim = Claim(
            f"C{self.said:03}", SPAN, check, claim_words(check), base_n=base_n, base_known=base_known
        )
        self.claims.append(claim)
        return claim

    def share(self, selection: Selection, decimals: int, base: str = "") -> Claim:
        """Print a share; ``base`` says how its base is given beside it."""
        printed = self.rounding(self.answers.share(selection), decimals)
        size = self.answers.base(selection)
        if base == "upper_bound":
            size = min(self.answers.n, size + self.draw.randint(0, 6))
        return self.say(ShareIs(selection, printed, decimals), size if base else None, base)

    def chance(self, of: float) -> bool:
        return self.draw.random() < of

    @property
    def minimum(self) -> int:
        return self.answers.study.plan.disclosure.minimum_base

    def told(self, selection: Selection) -> bool:
        """An honest report tells nothing of fewer than its minimum; and nothing of nobody."""
        return self.answers.base(selection) >= self.minimum


def write_report(seed: int) -> Report:
    """Write an honest report of a random survey."""
    draw = random.Random(seed)  # noqa: S311 - the same seed gives the same report
    answers = answer(study_of(seed % STUDIES), draw)
    way = draw.choices(ROUNDINGS, (70, 10, 15, 5))[0]
    report = Report(answers, draw, way)
    if report.chance(0.8):
        report.say(CountIs((), answers.n))
    tell_sample(report)
    for key, item in answers.study.codebook.items.items():
        if item.kind in {Kind.SINGLE, Kind.MULTI} and not item.derived and item.row is None:
            tell_question(report, key)
    tell_matrix(report)
    return report


def tell_sample(report: Report) -> None:
    """The table of who took part."""
    for key in ("region", "kind"):
        if report.chance(0.7) and report.answers.answered[key]:
            for option, rows in report.answers.chosen[key].items():
                report.say(CountIs((Filter(key, (option,)),), rows.bit_count()))


def tell_question(report: Report, key: str) -> None:
    """A figure: its base, the shares, sentences; then the groups."""
    whole = Selection(key)
    if not report.told(whole):
        return
    if report.chance(0.25) and key in {"usage", "mood"}:
        whole = replace(whole, base=Base(without_missing=True))
        if not report.told(whole):
            return
    tell_figure(report, whole)
    for by in ("region", "region2", "kind"):
        if by != key and by in report.answers.study.codebook.items and report.chance(0.6):
            parts = [
                replace(whole, filters=(Filter(by, (one,)),))
                for one in report.answers.study.codebook.items[by].option_ids
            ]
            told = [part for part in parts if report.told(part)]
            for part in told:
                tell_figure(report, part)
            compare_groups(report, whole, told, by)


def tell_figure(report: Report, whole: Selection) -> None:
    """All or some shares of a group, in one or two precisions, with or without its base; their order."""
    draw, answers = report.draw, report.answers
    known = draw.choice(["printed", "printed", "derived", "inferred", "upper_bound", "", "own"])
    if known == "own":
        report.say(BaseIs(whole, answers.base(whole)))
    beside = "" if known == "own" else known
    decimals = 1 if report.chance(0.15) else 0
    options = answers.options(whole)
    shown = options if report.chance(0.6) else draw.sample(options, draw.randint(1, len(options)))
    for option in shown:
        report.share(replace(whole, options=(option,)), decimals, beside)
    if report.chance(0.3):
        report.share(replace(whole, options=(draw.choice(shown),)), draw.choice([0, 1, 2]), beside)
    if report.chance(0.5) and len(options) > 2:
        first = draw.randrange(len(options) - 1)
        net = options[first : draw.randint(first + 2, len(options))]
        net = draw.sample(options, 2) if report.chance(0.2) else net
        report.share(replace(whole, options=tuple(net)), decimals, beside)
    tell_order(report, whole, options)
    if report.chance(0.2) and not whole.base.without_missing:
        own = replace(whole, options=(draw.choice(options),))
        report.say(CountIs((*whole.filters, Filter(whole.item, own.options)), answers.count(own)))


def tell_order(report: Report, whole: Selection, options: list[str]) -> None:
    """Say what is chosen most, a rank, a comparison."""
    shares = report.answers.shares(whole)
    if report.chance(0.5):
        top = max(shares.values())
        report.say(MostChosen(replace(whole, options=tuple(one for one in options if shares[one] == top))))
    if report.chance(0.4):
        option = report.draw.choice(options)
        rank = 1 + sum(share > shares[option] for share in shares.values())
        report.say(RankIs(replace(whole, options=(option,)), rank))
    if report.chance(0.4) and len(options) > 1:
        one, other = report.draw.sample(options, 2)
        compare(report, replace(whole, options=(one,)), replace(whole, options=(other,)))
    if report.chance(0.2):
        option, line = report.draw.choice(options), Decimal(report.draw.choice([10, 25, 33, 50]))
        if shares[option] != line:
            relation = Relation.MORE if shares[option] > line else Relation.LESS
            report.say(Compares(replace(whole, options=(option,)), relation, line))


def compare(report: Report, left: Selection, right: Selection) -> None:
    """Say truly how two shares compare."""
    one, other = report.answers.share(left), report.answers.share(right)
    if report.rounding(one, 0) == report.rounding(other, 0) and report.chance(0.7):
        report.say(Compares(left, Relation.SAME, right))
    elif one != other:
        report.say(Compares(left, Relation.MORE if one > other else Relation.LESS, right))
    else:
        report.say(Compares(left, report.draw.choice([Relation.AT_LEAST, Relation.AT_MOST]), right))


def compare_groups(report: Report, whole: Selection, told: list[Selection], by: str) -> None:
    """Say truly how the classes of a group differ; only where every class may be told."""
    classes = report.answers.study.codebook.items[by].option_ids
    option = report.draw.choice(report.answers.options(whole))
    selection = replace(whole, options=(option,))
    own = [replace(part, options=(option,)) for part in told]
    if len(own) > 1 and report.chance(0.5):
        compare(report, own[0], own[1])
    if own and report.chance(0.4):
        compare(report, own[0], selection)
    if len(told) < len(classes):
        return
    shares = {part.filters[-1].values[0]: report.answers.share(part) for part in own}
    if report.chance(0.4):
        top = max(shares.values())
        named = tuple(name for name, share in shares.items() if share == top)
        report.say(TopClass(selection, by, named))
    if report.chance(0.3):
        line = Decimal(report.draw.choice([10, 20, 30, 50]))
        above = tuple(name for name, share in shares.items() if share > line)
        report.say(OnlyClasses(selection, by, line, above))


def tell_matrix(report: Report) -> None:
    """A table with a row an item, and sentences about all of it."""
    answers, draw = report.answers, report.draw
    items = answers.study.codebook.items
    rows = [Selection(key) for key, item in items.items() if item.row is not None]
    if not all(report.told(row) for row in rows):
        return
    if report.chance(0.7):
        report.say(BaseIs(rows[0], answers.base(rows[0])))
    beside = draw.choice(["printed", "printed", ""])
    for row in rows:
        for option in answers.options(row):
            report.share(replace(row, options=(option,)), 0, beside)
    option = draw.choice(answers.options(rows[0]))
    own = tuple(replace(row, options=(option,)) for row in rows)
    shares = [answers.share(one) for one in own]
    if report.chance(0.5):
        mean = report.rounding(sum(shares, Fraction(0)) / len(shares), 0)
        report.say(MeanShareIs(own, mean))
    low, high = Decimal(draw.randint(0, 30)), Decimal(draw.randint(31, 70))
    within = sum(Fraction(low) <= share <= Fraction(high) for share in shares)
    part = next((one for one in ("0.9", "0.75", "0.5") if within >= Fraction(one) * len(own)), "")
    if part:
        report.say(MostlyWithin(own, low, high, Decimal(part)))
    if report.chance(0.5):
        tell_list(report, own)


def tell_list(report: Report, own: tuple[Selection, ...]) -> None:
    """List every row and class below a line."""
    classes = report.answers.study.codebook.items["region"].option_ids
    below, minimum = Decimal(report.draw.choice([20, 35, 50])), report.minimum
    listed = set()
    for one in own:
        for name in classes:
            part = replace(one, filters=(Filter("region", (name,)),))
            if report.answers.base(part) >= minimum:
                if report.chance(0.4):
                    report.share(part, 0, report.draw.choice(["printed", ""]))
                if report.answers.share(part) < below:
                    listed.add((one.item, "region", name))
    report.say(ListBelow(own, {"region": classes}, below, minimum, frozenset(listed)))


def ids(claims: Iterable[Claim]) -> set[str]:
    return {claim.id for claim in claims}
