"""The bands of one question beside one another: where they overlap and where they leave a gap."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from peil.study.checks.evidence.band import Band, read_band
from peil.study.question import Option, Question
from peil.study.study import Study

DIGIT = re.compile(r"\d")
NOTHING = {
    "geen", "geen enkele", "niets", "nul", "niet", "helemaal niet",
    "none", "none at all", "nothing", "zero", "not at all",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rung:
    """An option with the band that its label holds, its ends made closed."""

    option: Option
    label: str
    band: Band


@dataclass(frozen=True, slots=True)
class Fault:
    """Two neighbouring options that both cover the values ``low`` to ``high``, or both leave them out."""

    question: Question
    first: Rung
    second: Rung
    overlap: bool
    low: Decimal
    high: Decimal

    @property
    def values(self) -> str:
        """The values concerned, as ``20`` or ``25 to 49``; an end that is open is left out."""
        ends = [f"{end:f}" for end in (self.low, self.high) if end.is_finite()]
        return " to ".join(dict.fromkeys(ends))


def faults(study: Study) -> Iterator[Fault]:
    """Give the overlaps and gaps in the bands of every question's options."""
    for question in study.questionnaire.questions:
        labels = [option.wording.plain(study.about.language) for option in question.options]
        if sum(bool(DIGIT.search(label)) for label in labels) >= 2:
            yield from question_faults(question, labels, study.about.language)


def question_faults(question: Question, labels: Sequence[str], language: str) -> Iterator[Fault]:
    """Give the faults of one question.

    Options that are shown to some only may overlap, and a gap is only certain where every number is read
    and no option takes in the rest with a blank.
    """
    rungs: list[Rung] = []
    certain = True
    for option, label in zip(question.options, labels, strict=True):
        band = read_band(label, language) or nothing(label)
        if option.missing:
            continue
        if option.condition is not None or option.blank or (band is None and DIGIT.search(label)):
            certain = False
        elif band:
            rungs.append(Rung(option, label, band))
    for ladder in ladders(rungs):
        readings = [list(compare(question, *closed(ladder, until_included=until))) for until in (True, False)]
        yield from (fault for fault in min(readings, key=len) if fault.overlap or certain)


def ladders(rungs: list[Rung]) -> Iterator[list[Rung]]:
    """Give bands of like words together; those without a word go with the others if these agree."""
    for lead in sorted({rung.band.stem[0] for rung in rungs}):
        alike = [rung for rung in rungs if rung.band.stem[0] == lead]
        units = sorted({rung.band.stem[1] for rung in alike} - {""})
        groups = (
            [alike] if len(units) < 2 else [[r for r in alike if r.band.stem[1] == unit] for unit in units]
        )
        yield from (group for group in groups if is_ladder(group))


def is_ladder(rungs: list[Rung]) -> bool:
    """Say whether these are classes of one quantity: two bands, not all open to the same side."""
    bands = [rung.band for rung in rungs if not rung.band.point]
    return (
        len(bands) >= 2 and any(b.low is not None for b in bands) and any(b.high is not None for b in bands)
    )


def nothing(label: str) -> Band | None:
    """Give the band of "none", or None where the label says something else."""
    zero = Decimal(0)
    return Band(zero, zero, point=True) if label.lower().strip(" .") in NOTHING else None


def closed(ladder: Sequence[Rung], *, until_included: bool) -> tuple[list[Rung], Decimal]:
    """Give the ladder from low to high with ends that belong to their bands, and the step between values.

    The step is 1, or that of the decimals written. "Tot 5" is read with or without 5. An open lower end
    starts above zero where "none" is an option of its own.
    """
    ends = [end for rung in ladder for end in (rung.band.low, rung.band.high) if end is not None]
    exponents = [exponent for end in ends if isinstance(exponent := end.as_tuple().exponent, int)]
    step = Decimal(1).scaleb(min([0, *exponents]))
    zero = any(rung.band.point and rung.band.high == 0 for rung in ladder)
    found = []
    for rung in ladder:
        band = rung.band
        low = band.low + step if band.low is not None and band.above else band.low
        short = band.below or (band.until and not until_included)
        high = band.high - step if band.high is not None and short else band.high
        if low is None and zero:
            low = step
        found.append(replace(rung, band=replace(band, low=low, high=high)))
    return sorted(found, key=lambda rung: (floor(rung.band), ceiling(rung.band))), step


def compare(question: Question, ladder: list[Rung], step: Decimal) -> Iterator[Fault]:
    """Give the faults between neighbours; ``highest`` is the band that reached highest so far."""
    highest = ladder[0]
    for rung in ladder[1:]:
        reach, start = ceiling(highest.band), floor(rung.band)
        if start <= reach:
            yield Fault(question, highest, rung, overlap=True, low=start, high=min(reach, ceiling(rung.band)))
        elif start - reach > step and not (highest.band.point and rung.band.point):
            yield Fault(question, highest, rung, overlap=False, low=reach + step, high=start - step)
        highest = max(highest, rung, key=lambda one: ceiling(one.band))


def floor(band: Band) -> Decimal:
    """Give the lower end, below everything when it is open."""
    return Decimal("-Infinity") if band.low is None else band.low


def ceiling(band: Band) -> Decimal:
    """Give the upper end, above everything when it is open."""
    return Decimal("Infinity") if band.high is None else band.high
