"""Decide which of a conditional's texts stands, and check p-values."""

import re
from decimal import Decimal

from peil.core.percent import round_half_up, spell_number
from peil.core.problem import Problem
from peil.disclose.release import ReleasedCell
from peil.disclose.verdicts import deviating
from peil.report import bound_problems as bound_rules
from peil.report import problems as rules
from peil.report.compose.check_claim import check_claim
from peil.report.compose.check_verdict import find_deviating, tests_several, told_rule
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import HIDDEN, NO_VALUE, UNSAID, Outcome
from peil.report.compose.phrases import say
from peil.report.template.binding import Chance, Claim, Deviating
from peil.report.template.proviso import Deviates, Ground, Proviso, Shown, Significant
from peil.report.template.selection import Selection
from peil.report.template.template import Conditional

CHANCE = re.compile(r"(?P<name>p\s*)?(?P<sign>[=<])?\s*(?P<number>0[.,]\d+|1(?:[.,]0+)?|0)", re.IGNORECASE)
LEAST = Decimal("0.001")
"""A p under this is printed as being under it."""
DECIMALS = 3


def stands(checker: Checker, proviso: Proviso) -> tuple[bool, Outcome]:
    """Say whether a proviso holds, and where that comes from; with a rule, why nobody knows."""
    holds, outcome = weigh(checker, proviso.ground)
    return holds is not proviso.negated, outcome


def weigh(checker: Checker, ground: Ground) -> tuple[bool, Outcome]:
    """Say whether a ground holds."""
    match ground:
        case Significant():
            return weigh_test(checker, ground.of)
        case Deviates():
            return weigh_deviation(checker, ground.of)
        case Deviating():
            return weigh_deviations(checker, ground)
        case Claim():
            outcome = check_claim(checker, ground)
            if outcome.rule is not None and outcome.rule.code in UNSAID:
                return False, outcome
            return outcome.rule is None, Outcome(outcome.origin, None, outcome.computed, outcome.detail)
        case Shown():
            return checker.amount(ground.of) is not None, Outcome("")


def weigh_test(checker: Checker, selection: Selection) -> tuple[bool, Outcome]:
    """Say whether a class differs significantly from the rest."""
    found = tested_cell(checker, selection)
    if isinstance(found, Outcome):
        return False, found
    level = checker.labels.study.plan.deviation.level
    p = found.p if found.p is not None else 1.0
    return p <= level, Outcome(told_chance(checker, selection, p), None, say_chance(p, checker.language))


def weigh_deviation(checker: Checker, selection: Selection) -> tuple[bool, Outcome]:
    """Say whether one class deviates by the plan's rule."""
    total, table = checker.table(selection.total), checker.table(selection)
    if total is None or table is None or checker.amount(selection) is None:
        return False, HIDDEN
    found = deviating(total, [table], checker.labels.study.plan, selection.options)
    return bool(found), Outcome(told_rule(checker, selection))


def weigh_deviations(checker: Checker, ground: Deviating) -> tuple[bool, Outcome]:
    """Say whether any class deviates, or with stated ids whether just these do."""
    if checker.table(ground.of.total) is None:
        return False, HIDDEN
    if tests_several(checker, ground.of):
        return False, Outcome("", rules.SEVERAL_TESTED)
    found = {(group, one.group) for group, one in find_deviating(checker, ground)}
    holds = bool(found) if ground.stated is None else found == set(ground.stated)
    return holds, Outcome(told_rule(checker, ground.of))


def problem_of_conditional(checker: Checker, conditional: Conditional) -> Problem | None:
    """Give what is wrong with a conditional text."""
    if conditional.proviso is None:
        return None
    holds, outcome = stands(checker, conditional.proviso)
    source = conditional.proviso.source
    if outcome.rule is not None:
        message, hint = NO_VALUE[outcome.rule.code]
        return outcome.rule.problem(
            conditional.span, message.format(detail=outcome.detail), hint=hint, got=source
        )
    if conditional.stated in {None, holds}:
        return None
    now, then = ("holds", "fails") if holds else ("fails", "holds")
    message = f'"{source}" {now} now; the text says that it {then}, and the other text is printed.'
    hint = f"Read the sentences around it, and write ; {now}."
    return bound_rules.CHANGED_BRANCH.problem(conditional.span, message, hint=hint, expected=now, got=then)


def origin_of(checker: Checker, conditional: Conditional) -> str:
    """Say what decided which text stands."""
    return stands(checker, conditional.proviso)[1].origin if conditional.proviso else ""


def tested_cell(checker: Checker, selection: Selection) -> ReleasedCell | Outcome:
    """Give the cell of a class that was tested, or why there is none."""
    table = checker.table(selection)
    cell = table.cell(selection.options[0]) if table else None
    if table is None or cell is None or cell.share is None:
        return HIDDEN
    if cell.p is not None:
        return cell
    plan = checker.labels.study.plan
    if not plan.tells_errors:
        reason = "respondents came by themselves, and plan.toml names no model ([intervals])"
    elif not plan.deviation.tested:
        reason = 'plan.toml has no groups tested ([deviation] rule = "tested")'
    else:
        reason = "this answer of this class can't be tested"
    return Outcome("", bound_rules.NOT_TESTED, detail=reason)


def check_chance(checker: Checker, printed: str, value: Chance) -> Outcome:
    """Check a p-value: ``p = 0,03`` to its decimals, ``p < 0,05`` as a bound."""
    found = tested_cell(checker, value.of)
    if isinstance(found, Outcome):
        return found
    p = found.p if found.p is not None else 1.0
    computed, origin = say_chance(p, checker.language), told_chance(checker, value.of, p)
    said = CHANCE.fullmatch(printed.strip())
    if said is None:
        return Outcome(origin, rules.UNREADABLE_WORDS, computed, "", "" if printed.strip() else computed)
    number = Decimal(said["number"].replace(",", "."))
    exact = Decimal(repr(p))
    decimals = max(0, -int(number.as_tuple().exponent))
    true = exact < number if said["sign"] == "<" else round_half_up(exact, decimals) == number
    if true:
        return Outcome(origin, None, computed)
    mended = mend_chance(said, exact, decimals, checker.language)
    return Outcome(origin, rules.CHANGED_NUMBER, computed, "", mended)


def mend_chance(said: re.Match[str], exact: Decimal, decimals: int, language: str) -> str:
    """Write a p-value as another was printed; one that the decimals would print as 0 is told by a bound."""
    name = said["name"].strip() if said["name"] else ""
    rounded = round_half_up(exact, decimals)
    if not said["name"] and rounded:
        return spell_number(rounded, language)
    sign, number = ("=", rounded) if rounded else ("<", Decimal(1).scaleb(-decimals))
    return f"{name} {sign} {spell_number(number, language)}".strip()


def say_chance(p: float, language: str) -> str:
    """Write a p-value: ``p = 0,012``, ``p < 0,001``."""
    exact = Decimal(repr(p))
    if exact < LEAST:
        return f"p < {spell_number(LEAST, language)}"
    return f"p = {spell_number(round_half_up(exact, DECIMALS), language)}"


def told_chance(checker: Checker, selection: Selection, p: float) -> str:
    """Say where a p-value comes from."""
    return checker.origin(selection, say(checker.language, "p_of", p=say_chance(p, checker.language)))
