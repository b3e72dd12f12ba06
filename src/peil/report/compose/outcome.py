"""What checking a binding came to."""

from dataclasses import dataclass

from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.report import bound_problems as bound_rules
from peil.report import other_problems as other_rules
from peil.report import population_problems as population_rules
from peil.report import problems as rules
from peil.report.compose.phrases import say
from peil.report.template.binding import Binding
from peil.report.trend_problems import BROKEN_TREND, UNFOLLOWED_WAVE


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a binding states, checked.

    Args:
        origin: Where the value comes from, in words.
        rule: What is wrong, or None.
        computed: What the data give, as it would be printed; empty where hidden.
        detail: How that was found, for the problem's message; of what can't be told, the reason.
        mended: The words that would be true in place of the printed ones, in their style; empty where a
            person has to find them.
        written: What is printed whatever the source says: a list that is written by rule.
    """

    origin: str
    rule: Rule | None = None
    computed: str = ""
    detail: str = ""
    mended: str = ""
    written: str = ""


HIDDEN = Outcome("", rules.HIDDEN_VALUE)
UNKNOWN_RATE = Outcome("", rules.NO_RATES)
UNSAID = frozenset(
    rule.code
    for rule in (
        rules.HIDDEN_VALUE,
        rules.NO_RATES,
        rules.SEVERAL_TESTED,
        bound_rules.NOT_TESTED,
        bound_rules.NO_MARGIN,
        bound_rules.NO_RATIO,
        BROKEN_TREND,
        UNFOLLOWED_WAVE,
        population_rules.UNAVAILABLE_SHARE,
        population_rules.UNCOMPARED_CLASS,
    )
)
"""There is no value that the author's words could be held against, so they aren't printed."""
NO_VALUE = {
    rules.HIDDEN_VALUE.code: (
        "The value is hidden by the disclosure rules, so the text can't say it.",
        "Leave the sentence out, or take classes together.",
    ),
    rules.SEVERAL_TESTED.code: (
        "Several options together were not tested, so nothing says which groups deviate.",
        "Make a net of them in plan.toml, and name that.",
    ),
    bound_rules.NOT_TESTED.code: (
        "There is no test that says this: {detail}.",
        "Leave the test out, or have groups tested by the deviation rule in plan.toml.",
    ),
    bound_rules.NO_MARGIN.code: (
        "There is no margin to print: {detail}.",
        "Leave the margin out; n can stand beside the share.",
    ),
    bound_rules.NO_RATIO.code: (
        "There is no ratio: the share that it is of is 0%.",
        "Print the difference in points.",
    ),
    BROKEN_TREND.code: (
        "The two waves asked it otherwise ({detail}), so nobody knows whether it rose or fell.",
        "Leave the word out; or judge the break, and give the reason as accept in compare/waves.toml.",
    ),
    UNFOLLOWED_WAVE.code: (
        "There are no figures of that wave: {detail}.",
        "Mend its folder or its data, or leave the sentence out.",
    ),
    population_rules.UNAVAILABLE_SHARE.code: (
        "No source gives this share: {detail}.",
        "Leave the number out, or add it to the population with its source.",
    ),
    population_rules.UNCOMPARED_CLASS.code: (
        "The class isn't compared: {detail}.",
        "Leave the sentence out, or take classes together.",
    ),
}
"""Message and repair where there is no value."""


def printed_words(binding: Binding, outcome: Outcome, language: str) -> str:
    """Give what a document prints for a binding: the author's words, unless its value is hidden."""
    if outcome.rule is not None and outcome.rule.code in UNSAID:
        return say(language, "hidden")
    return outcome.written or binding.printed


def problem_of(binding: Binding, outcome: Outcome) -> Problem | None:
    """Give the problem of an outcome."""
    rule = outcome.rule
    if rule is None:
        return None
    if rule is rules.NO_RATES:
        message, hint = no_rates_told()
        return rule.problem(binding.span, message, hint=hint, got=binding.printed)
    if rule.code in NO_VALUE:
        message, hint = NO_VALUE[rule.code]
        message = message.format(detail=outcome.detail)
        return rule.problem(binding.span, message, hint=hint, got=binding.printed)
    detail = f" ({outcome.detail})" if outcome.detail else ""
    if rule is rules.UNREADABLE_WORDS:
        message = f"can't be read as a value here; the data give {outcome.computed}{detail}."
        message = f'"{binding.printed}" {message}'
        if not binding.printed:
            message = f"Nothing is printed yet; the data give {outcome.computed}{detail}."
        hint = f'Print "{outcome.computed}".'
    elif rule is other_rules.CHANGED_ELSEWHERE:
        message = f'The text says "{binding.printed}"; the other study printed {outcome.computed}{detail}.'
        hint = f'Print "{outcome.computed}", or mend the sentence.'
    elif rule is bound_rules.CHANGED_LIST:
        message = (
            f'The list written by rule is "{outcome.written}"; the source still says "{binding.printed}".'
        )
        hint = "Run peil report --fix, which writes it into the source."
    else:
        message = f'The text says "{binding.printed}"; the data give {outcome.computed}{detail}.'
        hint = f'Print "{outcome.computed}", or mend the sentence.'
    return rule.problem(binding.span, message, hint=hint, expected=outcome.computed, got=binding.printed)


def no_rates_told() -> tuple[str, str]:
    """Give message and repair where a rate can't be told."""
    message = "There is no such rate: no counts of fieldwork that give it stand beside the data."
    return message, "Export the data anew with peil export, or leave the rate out."
