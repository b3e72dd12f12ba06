"""What can be said of a printed percentage without any data: whether some count could give it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from peil.audit.claim import Claim, ShareIs
from peil.core.percent import percent
from peil.study.plan import Plan


@dataclass(frozen=True, slots=True)
class Possibility:
    """Which counts of a base give a printed percentage.

    ``counts`` give it rounded half up; ``loose`` give it when an exact half may be rounded either way.
    """

    base: int
    counts: tuple[int, ...]
    loose: tuple[int, ...]
    nearest: tuple[Decimal, ...]


def find_counts(printed: Decimal, base: int, decimals: int) -> Possibility:
    """Find the counts that give a percentage of a base (the GRIM test, for shares).

    Brown and Heathers (2017), The GRIM test, Social Psychological and Personality Science 8(4): a share of
    n whole people takes only n + 1 values.
    """
    half_unit = Fraction(Decimal(1).scaleb(-decimals)) / 2
    about = min(int(printed * base / 100), base)
    within = int(half_unit * base / 100) + 1
    near = range(max(0, about - within), min(base, about + 1 + within) + 1)
    counts = tuple(n for n in near if percent(n, base, decimals) == printed)
    loose = tuple(n for n in near if abs(Fraction(100 * n, base) - Fraction(printed)) <= half_unit)
    below = [percent(n, base, decimals) for n in near if 100 * n < printed * base]
    above = [percent(n, base, decimals) for n in near if 100 * n > printed * base]
    return Possibility(base, counts, loose, (*below[-1:], *above[:1]))


def try_share(claim: Claim, plan: Plan) -> Possibility | None:
    """Give which counts could stand behind a claim.

    None when its base isn't known for sure, and in a weighted study, where a share counts weights.
    """
    if plan.weighting.method != "none" or not isinstance(claim.check, ShareIs) or not claim.firm_base:
        return None
    return find_counts(claim.check.percent, claim.firm_base, claim.check.decimals)
