"""What makes moments: on one machine, or where the data are."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from peil.estimation.asked import Banner, Question
from peil.estimation.moments import (
    Moments,
    NumberMoments,
    ReplicateMoments,
    ReplicateNumberMoments,
    TickMoments,
)


class Engine(Protocol):
    """Adds up rows. Its data know their weights, their units and their columns."""

    def tables(
        self, questions: Sequence[Question], banners: Sequence[Banner]
    ) -> Iterator[tuple[Question, Banner, Moments]]:
        """Give the moments of each question by each banner: question by question, banners in their order."""
        ...

    def numbers(
        self, columns: Sequence[str], banners: Sequence[Banner]
    ) -> Iterator[tuple[str, Banner, NumberMoments]]:
        """Give the moments of each column of numbers by each banner; a row without a number is left out."""
        ...

    def replicates(
        self, questions: Sequence[Question], banners: Sequence[Banner]
    ) -> Iterator[tuple[Question, Banner, ReplicateMoments]]:
        """Give the sums of each replicate's weights, as ``tables`` does."""
        ...


class ReplicateNumberEngine(Protocol):
    """Adds up numbers with each replicate's weights."""

    def replicate_numbers(
        self, columns: Sequence[str], banners: Sequence[Banner]
    ) -> Iterator[tuple[str, Banner, ReplicateNumberMoments]]:
        """Give the sums of each replicate's weights, as ``numbers`` does."""
        ...


class TickEngine(Protocol):
    """Adds up how options of a question with several choices overlap."""

    def ticks(
        self, questions: Sequence[Question], banners: Sequence[Banner]
    ) -> Iterator[tuple[Question, Banner, TickMoments]]:
        """Give how many of a question's options each row ticked, as ``tables`` does.

        Only the options given are counted: leave out those that are no response, such as "none of these".
        """
        ...
