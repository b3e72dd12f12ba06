"""Outcome rates of a sample, by the Standard Definitions (AAPOR, 10th edition, 2023).

I complete, P partial, R refusal and break-off, NC non-contact, O other eligible without interview, U unknown
eligibility (the Definitions' UH + UO). *e* is the share of U that is taken to be eligible.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from peil.fieldwork.disposition import Disposition

ALL_ELIGIBLE = "Everybody of unknown eligibility counts as eligible: the lowest that it can be."
E_ELIGIBLE = "Of unknown eligibility the share e counts, as many as among those of whom it is known (CASRO)."
NONE_ELIGIBLE = "Nobody of unknown eligibility counts (e = 0): the highest that it can be."
CONTACTED = "Of those who were in contact."

D1, DE, D0 = "(I + P) + (R + NC + O) + U", "(I + P) + (R + NC + O) + e U", "(I + P) + (R + NC + O)"


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts that the formulas take."""

    i: int = 0
    p: int = 0
    r: int = 0
    nc: int = 0
    o: int = 0
    u: int = 0
    ineligible: int = 0

    @property
    def eligible(self) -> int:
        """Those known to be eligible."""
        return self.i + self.p + self.r + self.nc + self.o

    @property
    def e(self) -> float:
        """The share of U that is eligible: that among cases of known eligibility; 1 where there are none."""
        known = self.eligible + self.ineligible
        return self.eligible / known if known else 1.0


@dataclass(frozen=True, slots=True)
class Rate:
    """One rate, with all that is needed to make it again.

    Args:
        name: ``RR1``.
        formula: In the letters above.
        numerator: What is counted.
        denominator: What it is a share of; with an estimated *e* no whole number.
        assumption: Who of unknown eligibility counts.
    """

    name: str
    formula: str
    numerator: int
    denominator: float
    assumption: str

    @property
    def value(self) -> float | None:
        """The share, or None where there is nothing that it could be a share of."""
        return self.numerator / self.denominator if self.denominator else None


def tally(dispositions: Mapping[Disposition, int]) -> Tally:
    """Give the counts that the formulas take."""

    def of(*codes: Disposition) -> int:
        return sum(dispositions.get(code, 0) for code in codes)

    return Tally(
        i=of(Disposition.COMPLETE),
        p=of(Disposition.PARTIAL),
        r=of(Disposition.REFUSAL, Disposition.BREAK_OFF),
        nc=of(Disposition.NON_CONTACT),
        u=of(Disposition.NOTHING_RETURNED, Disposition.UNDELIVERED),
        ineligible=of(Disposition.SCREENED_OUT, Disposition.QUOTA_FULL),
    )


def outcome_rates(counts: Tally) -> tuple[Rate, ...]:
    """Give all response, cooperation, refusal and contact rates, in the order of the Definitions."""
    i, ip, r = counts.i, counts.i + counts.p, counts.r
    contacts, cooperating = ip + r + counts.o, ip + r
    lowest, highest = counts.eligible + counts.u, counts.eligible
    middle = counts.eligible + counts.e * counts.u
    return (
        Rate("RR1", f"I / ({D1})", i, lowest, ALL_ELIGIBLE),
        Rate("RR2", f"(I + P) / ({D1})", ip, lowest, ALL_ELIGIBLE),
        Rate("RR3", f"I / ({DE})", i, middle, E_ELIGIBLE),
        Rate("RR4", f"(I + P) / ({DE})", ip, middle, E_ELIGIBLE),
        Rate("RR5", f"I / ({D0})", i, highest, NONE_ELIGIBLE),
        Rate("RR6", f"(I + P) / ({D0})", ip, highest, NONE_ELIGIBLE),
        Rate("COOP1", "I / ((I + P) + R + O)", i, contacts, CONTACTED),
        Rate("COOP2", "(I + P) / ((I + P) + R + O)", ip, contacts, CONTACTED),
        Rate("COOP3", "I / ((I + P) + R)", i, cooperating, CONTACTED),
        Rate("COOP4", "(I + P) / ((I + P) + R)", ip, cooperating, CONTACTED),
        Rate("REF1", f"R / ({D1})", r, lowest, ALL_ELIGIBLE),
        Rate("REF2", f"R / ({DE})", r, middle, E_ELIGIBLE),
        Rate("REF3", f"R / ({D0})", r, highest, NONE_ELIGIBLE),
        Rate("CON1", f"((I + P) + R + O) / ({D1})", contacts, lowest, ALL_ELIGIBLE),
        Rate("CON2", f"((I + P) + R + O) / ({DE})", contacts, middle, E_ELIGIBLE),
        Rate("CON3", f"((I + P) + R + O) / ({D0})", contacts, highest, NONE_ELIGIBLE),
    )
