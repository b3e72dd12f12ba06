"""Rates of an open web survey, by the names of CHERRIES (Eysenbach 2004, doi:10.2196/jmir.6.3.e34)."""

from dataclasses import dataclass

NO_SITE = "Nobody counts who sees the places where the link stands."
NO_VISITS = "Visits to the start page aren't counted: give a count from elsewhere with --visitors."
GIVEN_VISITS = "Visitors of the start page as given with --visitors; Peil counts none."
TOO_FEW_VISITS = "Fewer visitors were given than began: these were counted elsewhere, or at another time."
CONSENT = (
    "Who gave consent and began, one for each browser; who was screened out or came too late among them."
)


@dataclass(frozen=True, slots=True)
class OpenRate:
    """One rate of an open survey.

    Args:
        name: As CHERRIES has it.
        formula: In words.
        numerator: What is counted, or None where that isn't known.
        denominator: What it is a share of, or None where that isn't known.
        note: Where the counts are from, or why there are none.
    """

    name: str
    formula: str
    numerator: int | None
    denominator: int | None
    note: str

    @property
    def value(self) -> float | None:
        """The share, or None where it isn't known; what is more than all of them is no share."""
        if self.numerator is None or not self.denominator or self.numerator > self.denominator:
            return None
        return self.numerator / self.denominator


def open_rates(begun: int, complete: int, visitors: int | None = None) -> tuple[OpenRate, ...]:
    """Give the rates of an open survey.

    Args:
        begun: Who gave consent and began.
        complete: Who of them came to the end.
        visitors: Unique visitors of the start page, counted elsewhere, or None.
    """
    given = GIVEN_VISITS if visitors is None or visitors >= begun else TOO_FEW_VISITS
    note = NO_VISITS if visitors is None else given
    return (
        OpenRate("view rate", "visitors of the start page / visitors of the site", None, None, NO_SITE),
        OpenRate(
            "participation rate", "agreed to take part / visitors of the start page", begun, visitors, note
        ),
        OpenRate("completion rate", "finished / agreed to take part", complete, begun, CONSENT),
    )
