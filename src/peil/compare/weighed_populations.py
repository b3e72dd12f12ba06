"""What weights to populations do to a researcher's numbers; nothing of it has passed the gate."""

from collections.abc import Mapping
from dataclasses import dataclass

from peil.disclose.beside_population import BesidePopulation
from peil.estimation.calibration.spread import WeightSpread
from peil.study.population import Headline


@dataclass(frozen=True)
class Weighing:
    """One way to weight, with its numbers.

    Args:
        populations: What is weighted to, by id.
        shares: Each number under these weights, 0 to 1; empty where there are none, None without a base.
        spread: How unequal the weights are; None where there are none.
        why: What keeps weights from being made, in words; empty where nothing does.
    """

    populations: tuple[str, ...]
    shares: Mapping[Headline, float | None]
    spread: WeightSpread | None = None
    why: str = ""


@dataclass(frozen=True)
class WeighedPopulations:
    """The sample beside each population, and numbers unweighted and under each set of weights.

    Args:
        besides: The classes of each population's group, in both.
        headlines: The numbers looked at.
        unweighted: Each number as counted, 0 to 1; None without a base.
        weighings: Post-stratified to each population by itself.
        raked: Raked to all populations that can be weighted to, together; None where there aren't several.
    """

    besides: tuple[BesidePopulation, ...]
    headlines: tuple[Headline, ...]
    unweighted: Mapping[Headline, float | None]
    weighings: tuple[Weighing, ...]
    raked: Weighing | None
