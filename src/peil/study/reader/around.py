"""What files beside the questionnaire are read against."""

from dataclasses import dataclass

from peil.study.codebook import Codebook
from peil.study.plan import Plan


@dataclass(frozen=True)
class Around:
    """The study as far as it has been read: languages (the base language first), codebook, plan, role ids."""

    languages: tuple[str, ...]
    codebook: Codebook
    plan: Plan
    roles: tuple[str, ...] = ()
