"""Slips as typists and authors make them, planted in honest reports.

A slip changes what is printed at random: a digit mistyped, two digits turned round, a number a little higher
or lower, another option named, a sentence turned round. It counts as a slip only if what is printed then
can't be true of the survey, or can't be true together, however honestly everything is rounded. That is
decided here with the answers themselves and by trying every count with every rounding, not with the audit's
own sums. Two printed percentages are called different when they are more than 1.1 units of the last decimal
apart, which is the most that rounding twice can do to both. A figure that is printed elsewhere too makes
another kind of slip (one figure with two values), so that for the other kinds it is taken out or passed over.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from honest_reports import Report, honest

from peil.audit.claim import (
    BaseIs,
    Check,
    Claim,
    Selection,
    ShareIs,
)
from peil.audit.claim_words import claim_words

APART = Decimal("1.1")


@dataclass(frozen=True)
class Slip:
    """A report with one slip: the claims it touched, and the codes that name its kind."""

    claims: tuple[Claim, ...]
    touched: frozenset[str]
    codes: frozenset[str]


Planter = Callable[[Report], Slip | None]


def mistype(value: Decimal | int, draw: random.Random) -> Decimal:
    """Give a number as a typist or a copyist may spoil it."""
    text = str(value)
    places = [place for place, letter in enumerate(text) if letter.isdigit()]
    kind = draw.choice(["digit", "turn", "near", "drop", "double"])
    if kind == "near":
        return Decimal(value) + draw.choice([-1, 1]) * draw.randint(1, 9) * Decimal(1).scaleb(exponent(value))
    place = draw.choice(places)
    if kind == "digit":
        return Decimal(text[:place] + draw.choice("0123456789") + text[place + 1 :])
    if kind == "turn" and len(places) > 1:
        one, other = sorted(draw.sample(places, 2))
        letters = list(text)
        letters[one], letters[other] = letters[other], letters[one]
        return Decimal("".join(letters))
    if kind == "drop" and len(places) > 1 and text[place] != ".":
        return Decimal((text[:place] + text[place + 1 :]).strip(".") or "0")
    return Decimal(text[: place + 1] + text[place] + text[place + 1 :])


def exponent(value: Decimal | int) -> int:
    found = Decimal(value).as_tuple().exponent
    return found if isinstance(found, int) else 0


def changed(report: Report, claim: Claim, check: Check, *codes: str) -> Slip:
    """Put a spoiled check in the place of a claim's own."""
    spoiled = replace(claim, check=check, printed=claim_words(check))
    claims = tuple(spoiled if one.id == claim.id else one for one in report.claims)
    return Slip(claims, frozenset({claim.id}), frozenset(codes))


def mistyped_share(report: Report, claim: Claim) -> ShareIs | None:
    """Spoil a percentage; None when it stays an honest one, or is none any more."""
    check = claim.check
    if not isinstance(check, ShareIs):
        return None
    value = mistype(check.percent, report.draw)
    decimals = max(0, -exponent(value))
    if not 0 <= value <= 100 or decimals > check.decimals:
        return None
    if honest(value, report.answers.share(check.selection), decimals):
        return None
    return replace(check, percent=value, decimals=decimals)


def one_share_prints(one: ShareIs, other: ShareIs) -> bool:
    """Try whether any share, in steps of a thousandth of a point, is honestly printed as both."""
    middle = (one.percent + other.percent) / 2
    tries = (Fraction(middle) + Fraction(step, 1000) for step in range(-600, 601))
    return any(
        honest(one.percent, x, one.decimals) and honest(other.percent, x, other.decimals) for x in tries
    )


def forget(report: Report, kind: type, *selections: Selection) -> None:
    """Take figures of the same people out of a report, under whatever name, so that each is printed once."""
    answers = report.answers
    gone = {(one.item, answers.base_rows(one)) for one in selections}
    report.claims = [
        claim
        for claim in report.claims
        if not isinstance(claim.check, kind)
        or not isinstance(claim.check, ShareIs | BaseIs)
        or (claim.check.selection.item, answers.base_rows(claim.check.selection)) not in gone
    ]


@cache
def counts_that_print(value: Decimal, base: int, decimals: int) -> frozenset[int]:
    """Try every count of a base with every rounding."""
    near = range(base + 1)
    return frozenset(count for count in near if base and honest(value, Fraction(100 * count, base), decimals))


def shares_of(report: Report) -> list[tuple[Claim, ShareIs]]:
    return [(claim, claim.check) for claim in report.claims if isinstance(claim.check, ShareIs)]


def printed_in(report: Report, whole: Selection) -> dict[str, tuple[Claim, ShareIs]]:
    """The first printing of each single option of a group."""
    found: dict[str, tuple[Claim, ShareIs]] = {}
    for claim, check in shares_of(report):
        if replace(check.selection, options=()) == whole and len(check.selection.options) == 1:
            found.setdefault(check.selection.options[0], (claim, check))
    return found


def wholes(report: Report) -> list[Selection]:
    return list(dict.fromkeys(replace(check.selection, options=()) for _, check in shares_of(report)))


def pick_whole(report: Report, *, complete: bool = False, single: bool = False) -> Selection | None:
    """Pick a group with printed shares; all options of one answer each where asked for."""
    items = report.answers.study.codebook.items
    found = [
        whole
        for whole in wholes(report)
        if not (single and items[whole.item].kind.value != "single")
        and not (complete and len(printed_in(report, whole)) < len(report.answers.options(whole)))
    ]
    return report.draw.choice(found) if found else None
