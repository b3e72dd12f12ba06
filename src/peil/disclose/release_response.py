"""Response rates through the gate: none of fewer persons than the rules allow."""

from dataclasses import replace

from peil.fieldwork.response import ResponseRates
from peil.study.plan import Disclosure

FEWEST = 10
"""Under so many no rate is shown, whatever the plan says, in a draft neither."""


def least_shown(rules: Disclosure) -> int:
    """Give of how many persons a rate has to be to be shown."""
    return max(rules.minimum_base, FEWEST)


def release_response(response: ResponseRates, rules: Disclosure) -> ResponseRates:
    """Take out the rates that are shares of too few, and with the last of them how many were invited."""
    least = least_shown(rules)
    rates = tuple(one for one in response.rates if one.denominator >= least)
    opened = tuple(one for one in response.open_rates if (one.denominator or 0) >= least)
    approached = response.report.approached or 0
    told = approached >= least and bool(rates or not response.rates)
    hidden = len(rates) < len(response.rates) or len(opened) < len(response.open_rates)
    return replace(
        response,
        invited=response.invited if rates else None,
        rates=rates,
        open_rates=opened,
        hidden=hidden,
        report=response.report if told else replace(response.report, approached=None),
    )
