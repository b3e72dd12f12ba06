"""Check printed shares and what stands beside them: n, margin, interval."""

from dataclasses import dataclass
from decimal import Decimal

from peil.core.percent import percent_of_share, spell_number
from peil.report import bound_problems as bound_rules
from peil.report import problems as rules
from peil.report.compose.amount import Amount
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import HIDDEN, Outcome
from peil.report.compose.phrases import say, spell_count
from peil.report.template.binding import Interval, Margin, Share
from peil.report.template.selection import Selection
from peil.report.template.words.numbers import read_number, respell_number
from peil.report.template.words.parts import (
    Part,
    PartKind,
    interval_parts,
    put_parts,
    read_points,
    respell_points,
    share_parts,
)
from peil.report.template.words.shares import read_share, respell_share

OF_ERRORS = frozenset({PartKind.MARGIN, PartKind.LOW, PartKind.HIGH})


@dataclass(frozen=True, slots=True)
class Bounds:
    """A share's 95 % interval, as parts of one."""

    low: float
    high: float

    @property
    def margin(self) -> float:
        """Half its width: intervals are not quite symmetric."""
        return (self.high - self.low) / 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of one printed number: whether it is true (None where it can't be read), and what it should be.

    ``plain`` is that in figures, ``mended`` in the style that was printed.
    """

    true: bool | None
    plain: str
    mended: str


def outcome_of(
    printed: str, parts: tuple[Part, ...], verdicts: list[Verdict], told: tuple[str, str]
) -> Outcome:
    """Give the outcome of several numbers within the printed words; ``told`` are origin and detail."""
    origin, detail = told
    computed = put_parts(printed, parts, tuple(one.plain for one in verdicts))
    mended = put_parts(printed, parts, tuple(one.mended for one in verdicts))
    found = {one.true for one in verdicts}
    if None in found:
        return Outcome(origin, rules.UNREADABLE_WORDS, computed, detail, "" if printed.strip() else computed)
    wrong = False in found
    return Outcome(origin, rules.CHANGED_NUMBER if wrong else None, computed, detail, mended if wrong else "")


def check_share(checker: Checker, printed: str, value: Share) -> Outcome:
    """Check a share in figures or words, with what stands beside it."""
    amount = checker.amount(value.of)
    if amount is None:
        return HIDDEN
    parts = share_parts(printed)
    bounds = find_bounds(checker, value.of)
    if bounds is None and any(part.kind in OF_ERRORS for part in parts):
        return no_margin(checker, value.of)
    verdicts = [judge(checker, part, amount, bounds) for part in parts]
    return outcome_of(printed, parts, verdicts, (checker.told(value.of, amount), counted(amount)))


def judge(checker: Checker, part: Part, amount: Amount, bounds: Bounds | None) -> Verdict:
    """Judge one number beside or of a share."""
    language = checker.language
    if part.kind is PartKind.SHARE:
        return judge_share(part.text, amount, language)
    if part.kind is PartKind.N or bounds is None:
        return judge_number(part.text, amount.base, language)
    shares = {PartKind.MARGIN: bounds.margin, PartKind.LOW: bounds.low, PartKind.HIGH: bounds.high}
    return judge_figure(part, percent_of_share(shares[part.kind], part.decimals), language)


def judge_share(printed: str, amount: Amount, language: str) -> Verdict:
    """Judge a share in figures or words."""
    said = read_share(printed, language)
    decimals = said.decimals if said else 0
    percentage = amount.percent(decimals)
    plain = amount.printed(language, decimals)
    if said is None:
        return Verdict(None, plain, "")
    whole = amount.count in {0, amount.base}
    if said.holds(percentage) and (whole or not said.exact):
        return Verdict(true=True, plain=plain, mended=printed)
    return Verdict(true=False, plain=plain, mended=respell_share(printed, percentage, language))


def judge_number(printed: str, number: int, language: str) -> Verdict:
    """Judge a whole number in figures or a word."""
    said, plain = read_number(printed, language), spell_count(number, language)
    if said is None:
        return Verdict(None, plain, "")
    return Verdict(
        said == number, plain, printed if said == number else respell_number(printed, number, plain, language)
    )


def judge_figure(part: Part, number: Decimal, language: str) -> Verdict:
    """Judge a number with the decimals it is printed with."""
    plain = spell_number(number, language)
    true = Decimal(part.text.replace(",", ".")) == number
    return Verdict(true, plain, part.text if true else plain)


def check_percentage(checker: Checker, printed: str, share: float, told: tuple[str, str]) -> Outcome:
    """Check a share that is not one of counts; ``told`` are origin and detail."""
    said = read_share(printed, checker.language)
    decimals = said.decimals if said else 0
    percentage = percent_of_share(share, decimals)
    plain = f"{spell_number(percentage, checker.language)}%"
    part = Part(PartKind.SHARE, 0, printed)
    if said is None:
        return outcome_of(printed, (part,), [Verdict(None, plain, "")], told)
    true = said.holds(percentage) and (share in {0, 1} or not said.exact)
    mended = printed if true else respell_share(printed, percentage, checker.language)
    return outcome_of(printed, (part,), [Verdict(true, plain, mended)], told)


def find_bounds(checker: Checker, selection: Selection) -> Bounds | None:
    """Give a share's interval; None where there is none, as for options together."""
    table = checker.table(selection)
    cell = table.cell(selection.options[0]) if table and len(selection.options) == 1 else None
    if cell is None or cell.low is None or cell.high is None:
        return None
    return Bounds(cell.low, cell.high)


def no_margin(checker: Checker, selection: Selection) -> Outcome:
    """Say why there is no margin."""
    if not checker.labels.study.plan.tells_errors:
        reason = "respondents came by themselves, and plan.toml names no model ([intervals])"
    elif len(selection.options) > 1:
        reason = "it is of several options together; name a net of them"
    else:
        reason = "nothing in this base varies"
    return Outcome("", bound_rules.NO_MARGIN, detail=reason)


def check_margin(checker: Checker, printed: str, value: Margin) -> Outcome:
    """Check a margin that stands by itself: ``6 procentpunten``."""
    amount, bounds = checker.amount(value.of), find_bounds(checker, value.of)
    if amount is None:
        return HIDDEN
    if bounds is None:
        return no_margin(checker, value.of)
    said = read_points(printed)
    points = percent_of_share(bounds.margin, said.decimals if said else 0)
    return outcome_of_points(checker, printed, points, (told_bounds(checker, value.of, amount, bounds), ""))


def outcome_of_points(checker: Checker, printed: str, points: Decimal, told: tuple[str, str]) -> Outcome:
    """Give the outcome of a number of percentage points."""
    origin, detail = told
    said = read_points(printed)
    computed = say(checker.language, "points", points=spell_number(points, checker.language))
    if said is None:
        return Outcome(origin, rules.UNREADABLE_WORDS, computed, detail, "" if printed.strip() else computed)
    if said.number == points:
        return Outcome(origin, None, computed, detail)
    mended = respell_points(printed, spell_number(points, checker.language))
    return Outcome(origin, rules.CHANGED_NUMBER, computed, detail, mended)


def check_interval(checker: Checker, printed: str, value: Interval) -> Outcome:
    """Check an interval that stands by itself: ``40–52%``."""
    amount, bounds = checker.amount(value.of), find_bounds(checker, value.of)
    if amount is None:
        return HIDDEN
    if bounds is None:
        return no_margin(checker, value.of)
    origin = told_bounds(checker, value.of, amount, bounds)
    parts = interval_parts(printed)
    if not parts:
        ends = (spell_number(percent_of_share(one), checker.language) for one in (bounds.low, bounds.high))
        computed = "–".join(ends) + "%"
        return Outcome(origin, rules.UNREADABLE_WORDS, computed, "", "" if printed.strip() else computed)
    verdicts = [judge(checker, part, amount, bounds) for part in parts]
    return outcome_of(printed, parts, verdicts, (origin, ""))


def told_bounds(checker: Checker, selection: Selection, amount: Amount, bounds: Bounds) -> str:
    """Say where an interval comes from."""
    ends = (percent_of_share(one, 1) for one in (bounds.low, bounds.high))
    low, high = (spell_number(one, checker.language) for one in ends)
    interval = say(checker.language, "interval", low=low, high=high)
    return checker.origin(selection, say(checker.language, "n", n=amount.base), interval)


def counted(amount: Amount) -> str:
    """Say which counts make a share, for a problem's message."""
    return f"{amount.count} of {amount.base}" if amount.counted else f"n = {amount.base}, weighted"
