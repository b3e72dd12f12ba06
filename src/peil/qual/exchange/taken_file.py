"""What is taken over from a file of a qualitative tool."""

from collections.abc import Mapping
from dataclasses import dataclass

from peil.core.problem import Problem
from peil.qual.exchange.new_frame import NewFrame
from peil.study.coding import Coding


@dataclass(frozen=True)
class TakenFile:
    """What is to be written into the study, and what is told.

    Args:
        codings: Variable to the codings that are new or stand in the place of others.
        frames: Frames of variables that had none.
        told: What was found, in lines for the terminal.
        problems: What is wrong; with an error among them nothing is written.
    """

    codings: Mapping[str, tuple[Coding, ...]]
    frames: tuple[NewFrame, ...]
    told: tuple[str, ...]
    problems: tuple[Problem, ...]
