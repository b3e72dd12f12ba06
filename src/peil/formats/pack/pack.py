"""A data pack before it is written: the rows, and what each column and code of it means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


class Level(StrEnum):
    """Measurement level, as statistical packages name it."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    SCALE = "scale"


class Holds(StrEnum):
    """What the cells of a column are."""

    CODES = "codes"
    NUMBERS = "numbers"
    TEXTS = "texts"


class Use(StrEnum):
    """What a column is for, beside answers."""

    ANSWER = "answer"
    SERIAL = "serial"
    WEIGHT = "weight"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class PackCode:
    """A code with its label; ``missing``: it is no answer; ``state``: it says why there is none."""

    code: int
    label: str
    missing: bool = False
    state: bool = False


@dataclass(frozen=True)
class PackVariable:
    """A column.

    Args:
        name: As the codebook has it.
        label: What it is, in a line.
        question: The question's full text; empty where nothing was asked.
        universe: Who was asked, in words; empty where that says nothing.
        level: Measurement level.
        holds: What its cells are.
        codes: Codes that occur or could, in order, those for no answer last.
        numbers: The cells of codes and numbers, NaN for none; None of texts.
        texts: The cells of texts, "" for none; None of codes and numbers.
        decimals: Places after the point.
        use: What it is for.
        several: Item whose ticks belong together with this one, or empty.
        ticked: The option that a tick stands for, with its code; None of other columns.
        source: Number in the source questionnaire; empty where there is none.
    """

    name: str
    label: str
    level: Level
    holds: Holds
    question: str = ""
    universe: str = ""
    codes: tuple[PackCode, ...] = ()
    numbers: Numbers | None = None
    texts: tuple[str, ...] | None = None
    decimals: int = 0
    use: Use = Use.ANSWER
    several: str = ""
    ticked: PackCode | None = None
    source: str = ""

    @property
    def states(self) -> tuple[PackCode, ...]:
        """The codes that say why there is no answer."""
        return tuple(code for code in self.codes if code.state)

    @property
    def valid(self) -> tuple[PackCode, ...]:
        """The codes that count as answers."""
        return tuple(code for code in self.codes if not code.missing)

    @property
    def width(self) -> int:
        """Characters that the longest cell takes."""
        if self.texts is not None:
            return max((len(text.encode()) for text in self.texts), default=1) or 1
        return max((len(cell) for cell in set(self.cells)), default=1) or 1

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """The cells as text: the same in every file, empty for none."""
        if self.texts is not None:
            return self.texts
        numbers = np.zeros(0) if self.numbers is None else self.numbers
        distinct, places = np.unique(numbers, return_inverse=True)
        spelt = ["" if np.isnan(each) else spell(float(each)) for each in distinct]
        return tuple(np.array(spelt, object)[places].tolist()) if spelt else ()


@dataclass(frozen=True)
class PackSet:
    """Ticks of one question that takes several answers."""

    item: str
    label: str
    variables: tuple[str, ...]


@dataclass(frozen=True)
class Pack:
    """A data pack.

    Args:
        name: What its files are named after.
        title: The study's title.
        language: Language of labels and of what is told.
        n: Rows.
        variables: Columns, in order.
        sets: Ticks that belong together.
        public: It may be given to anyone; otherwise it is restricted.
        synthetic: Rows were made, not given by people.
        fingerprint: Hash of the questionnaire's text.
        facts: Whatever else is told of the study, heading to text, in order.
        notes: What was left out and why, for whoever opens it.
    """

    name: str
    title: str
    language: str
    n: int
    variables: tuple[PackVariable, ...]
    sets: tuple[PackSet, ...] = ()
    public: bool = False
    synthetic: bool = False
    fingerprint: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def stem(self) -> str:
        """What every file's name begins with: it says which version it is."""
        return f"{self.name}-{'public' if self.public else 'restricted'}"

    @cached_property
    def by_name(self) -> Mapping[str, PackVariable]:
        """Variables by name."""
        return {variable.name: variable for variable in self.variables}


def spell(number: float) -> str:
    """Write a number with a point and without an exponent."""
    if number.is_integer():
        return str(int(number))
    return np.format_float_positional(number, trim="-")
