"""Check what is bound to another study: its figures as printed there, and which of two is the larger."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from peil.core.percent import round_half_up
from peil.disclose.verdicts import compare
from peil.report import other_problems
from peil.report.compose.beside.printed_elsewhere import name_figure, print_figure
from peil.report.compose.check_pair import outcome_of_direction
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import HIDDEN, Outcome
from peil.report.compose.phrases import say
from peil.report.template.binding import ComparedElsewhere, Elsewhere
from peil.report.template.words.directions import read_direction, spell_direction
from peil.report.template.words.numbers import read_number, respell_number
from peil.report.template.words.shares import read_share, respell_share
from peil.study.other_study import OtherKind, OtherStudy, PrintedFigure

WHOLE = 100


def check_elsewhere(checker: Checker, printed: str, value: Elsewhere) -> Outcome:
    """Check a figure of another study; any of several that it printed of the same thing will do."""
    other = checker.labels.study.others[value.study]
    figures = figures_of(other, value)
    right = [rewrite(printed, other, figure, checker.language) for figure in figures]
    for figure, words in zip(figures, right, strict=True):
        if words == printed:
            return Outcome(name_figure(other, figure, value.options, checker.language))
    origin = name_figure(other, figures[0], value.options, checker.language)
    computed = print_figure(other, figures[0], checker.language)
    detail = name_figure(other, figures[0], value.options, "en")
    return Outcome(origin, other_problems.CHANGED_ELSEWHERE, computed, detail, right[0])


def check_compared(checker: Checker, printed: str, value: ComparedElsewhere) -> Outcome:
    """Check which is the larger: a share of this study or one that another study printed."""
    left = checker.amount(value.left)
    other = checker.labels.study.others[value.right.study]
    figure = figures_of(other, value.right)[0]
    theirs = figure.value / WHOLE if figure.value is not None else None
    found = compare(left.share, float(theirs)) if left and theirs is not None else None
    if left is None or found is None:
        return HIDDEN
    language = checker.language
    base = say(language, "n", n=left.base)
    one = f"{checker.labels.selection(value.left)} ({left.printed(language)}, {base})"
    two = name_figure(other, figure, value.right.options, language)
    origin = say(language, "against", left=one, right=two)
    detail = f"{left.printed('en')} against {print_figure(other, figure, 'en')}"
    words = spell_direction(found, language, printed)
    said = read_direction(printed, language)
    return outcome_of_direction(checker, printed, (said, found, words), (origin, detail))


def figures_of(other: OtherStudy, value: Elsewhere) -> tuple[PrintedFigure, ...]:
    """Give what was printed of a bound figure; of several options together, the sum of their shares."""
    found = [other.find(value.question, option, value.group) for option in value.options]
    if len(found) == 1:
        return found[0]
    return (sum_figures([figures[0] for figures in found]),)


def sum_figures(parts: Sequence[PrintedFigure]) -> PrintedFigure:
    """Give several figures as one: their sum, to the decimals that all of them have."""
    values = [one.value for one in parts if one.value is not None]
    total = sum(values, Decimal(0)) if len(values) == len(parts) else None
    return replace(parts[0], value=total, decimals=min(one.decimals for one in parts))


def rewrite(printed: str, other: OtherStudy, figure: PrintedFigure, language: str) -> str:
    """Give what should stand there for a figure, in the style of the printed words; themselves if right.

    A figure may be quoted more coarsely than it was printed, and never more finely.
    """
    plain = print_figure(other, figure, language)
    if figure.value is None:
        same = " ".join(printed.casefold().split()) == plain.casefold()
        return printed if same else plain[:1].upper() + plain[1:] if printed[:1].isupper() else plain
    if other.questions[figure.question].kind is OtherKind.COUNT:
        number = int(figure.value)
        said_number = read_number(printed, language)
        return printed if said_number == number else respell_number(printed, number, plain, language)
    said = read_share(printed, language)
    if said is None:
        return plain
    if said.decimals > figure.decimals:
        return respell_share(printed, round_half_up(figure.value, figure.decimals), language)
    percentage = round_half_up(figure.value, said.decimals)
    if said.holds(percentage) and (not said.exact or figure.value in {0, WHOLE}):
        return printed
    return respell_share(printed, percentage, language)
