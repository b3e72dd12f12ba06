"""What checking a binding came to."""

from dataclasses import dataclass

from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.report import problems as rules
from peil.report.compose.phrases import say
from peil.report.template.binding import Binding


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a binding states, checked.

    Args:
        origin: Where the value comes from, in words.
        rule: What is wrong, or None.
        computed: What the data give, as it would be printed; empty where hidden.
        detail: How that was found, for the problem's message.
    """

    origin: str
    rule: Rule | None = None
    computed: str = ""
    detail: str = ""


HIDDEN = Outcome("", rules.HIDDEN_VALUE)
UNKNOWN_RATE = Outcome("", rules.NO_RATES)
UNSAID = frozenset({rules.HIDDEN_VALUE.code, rules.NO_RATES.code, rules.SEVERAL_TESTED.code})
"""There is no value that the author's words could be held against, so they aren't printed."""


def printed_words(binding: Binding, outcome: Outcome, language: str) -> str:
    """Give what a document prints for a binding: the author's words, unless its value is hidden."""
    unsaid = outcome.rule is not None and outcome.rule.code in UNSAID
    return say(language, "hidden") if unsaid else binding.printed


def problem_of(binding: Binding, outcome: Outcome) -> Problem | None:
    """Give the problem of an outcome."""
    rule = outcome.rule
    if rule is None:
        return None
    if rule is rules.HIDDEN_VALUE:
        message = "The value is hidden by the disclosure rules, so the text can't say it."
        hint = "Leave the sentence out, or take classes together."
        return rule.problem(binding.span, message, hint=hint, got=binding.printed)
    if rule is rules.NO_RATES:
        message, hint = no_rates_told()
        return rule.problem(binding.span, message, hint=hint, got=binding.printed)
    if rule is rules.SEVERAL_TESTED:
        message = "Several options together were not tested, so nothing says which groups deviate."
        hint = "Make a net of them in plan.toml, and name that."
        return rule.problem(binding.span, message, hint=hint, got=binding.printed)
    detail = f" ({outcome.detail})" if outcome.detail else ""
    if rule is rules.UNREADABLE_WORDS:
        message = (
            f'"{binding.printed}" can\'t be read as a value here; the data give {outcome.computed}{detail}.'
        )
        hint = f'Print "{outcome.computed}".'
    else:
        message = f'The text says "{binding.printed}"; the data give {outcome.computed}{detail}.'
        hint = f'Print "{outcome.computed}", or mend the sentence.'
    return rule.problem(binding.span, message, hint=hint, expected=outcome.computed, got=binding.printed)


def no_rates_told() -> tuple[str, str]:
    """Give message and repair where a rate can't be told."""
    message = "There is no such rate: no counts of fieldwork that give it stand beside the data."
    return message, "Export the data anew with peil export, or leave the rate out."
