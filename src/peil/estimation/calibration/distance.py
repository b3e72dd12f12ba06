"""Distances between weights before and after calibration: each says by what a base weight is multiplied.

Deville & Särndal (1992) call the multiplier F(u), where u is a sum over the row's classes. ``linear`` and
``raking`` are cut off at the bounds, if there are any; ``logit`` nears its bounds and never gets there.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from peil.estimation.arrays import Floats


class Method(StrEnum):
    """The distance that is made least."""

    LINEAR = "linear"
    RAKING = "raking"
    LOGIT = "logit"


@dataclass(frozen=True)
class Bounds:
    """Least and most that a base weight is multiplied by: below and above 1."""

    low: float = -np.inf
    high: float = np.inf

    def __post_init__(self) -> None:
        """Hold the bounds on either side of 1.

        Raises:
            ValueError: They aren't: with equal margins no weight could stay what it is.
        """
        if not self.low < 1 < self.high:
            raise ValueError("bounds lie below and above 1")


FREE = Bounds()


@dataclass(frozen=True)
class Distance:
    """A distance between bounds; logit has finite ones."""

    method: Method
    bounds: Bounds = FREE

    def factor(self, u: Floats) -> Floats:
        """Give the multiplier F(u)."""
        low, high = self.bounds.low, self.bounds.high
        match self.method:
            case Method.LINEAR:
                return np.clip(1 + u, low, high)
            case Method.RAKING:
                return np.clip(np.exp(np.minimum(u, LARGE)), low, high)
            case Method.LOGIT:
                part = self._part(u)
                return low + (high - low) * part

    def slope(self, u: Floats) -> Floats:
        """Give the derivative F'(u); zero beyond bounds that cut off."""
        low, high = self.bounds.low, self.bounds.high
        match self.method:
            case Method.LINEAR:
                return np.where((1 + u > low) & (1 + u < high), 1.0, 0.0)
            case Method.RAKING:
                grown = np.exp(np.minimum(u, LARGE))
                return np.where((grown > low) & (grown < high), grown, 0.0)
            case Method.LOGIT:
                part = self._part(u)
                return (high - low) * self._steepness * part * (1 - part)

    def whole(self, u: Floats) -> Floats:
        """Give the integral of F, but for a constant: what is made least by Newton's steps."""
        low, high = self.bounds.low, self.bounds.high
        match self.method:
            case Method.LINEAR:
                inside = np.clip(u, low - 1, high - 1)
                return inside + inside**2 / 2 + _beyond(u, inside, inside + 1)
            case Method.RAKING:
                floor = np.log(low) if low > 0 else -np.inf
                inside = np.clip(np.minimum(u, LARGE), floor, np.log(high))
                return np.exp(inside) + _beyond(u, inside, np.exp(inside))
            case Method.LOGIT:
                steep = self._steepness * u + self._start
                return low * u + (high - low) / self._steepness * np.logaddexp(0, steep)

    @property
    def _steepness(self) -> float:
        low, high = self.bounds.low, self.bounds.high
        return (high - low) / ((1 - low) * (high - 1))

    @property
    def _start(self) -> float:
        """The logit of where 1 lies between the bounds."""
        return float(np.log((1 - self.bounds.low) / (self.bounds.high - 1)))

    def _part(self, u: Floats) -> Floats:
        """Give how far between the bounds the multiplier lies, from 0 to 1."""
        steep = self._steepness * u + self._start
        return 1 / (1 + np.exp(-np.clip(steep, -LARGE, LARGE)))


LARGE = 700.0
"""The exponential of more than this is infinite."""


def _beyond(u: Floats, inside: Floats, slope: Floats) -> Floats:
    """Give what a straight line adds outside the bounds, where it has the slope it has at the bound."""
    return np.where(u == inside, 0.0, (u - inside) * slope)
