"""A data pack as an SPSS system file, byte for byte the same of the same pack."""

import struct
import sys
import textwrap
from dataclasses import dataclass

import numpy as np

from peil.formats.pack import sav_record as record
from peil.formats.pack.pack import Level, Numbers, Pack, PackVariable, Use
from peil.formats.pack.sav_missing import declare_missing
from peil.formats.pack.sav_names import sav_names
from peil.formats.pack.words import words_in

ABSENT = -sys.float_info.max
LOWEST = float(np.nextafter(ABSENT, 0.0))
UTF_8 = 65001
MEASURES = {Level.NOMINAL: 1, Level.ORDINAL: 2, Level.SCALE: 3}
LEFT, RIGHT = 0, 1
WIDEST_SHOWN = 40


@dataclass(frozen=True)
class Column:
    """A variable as it stands in the file: names, the width of a string (0: a number), its first element."""

    variable: PackVariable
    name: str
    short: str
    width: int
    first: int

    @property
    def parts(self) -> tuple[int, ...]:
        """The widths it is kept in."""
        return record.segments(self.width)

    @property
    def shorts(self) -> tuple[str, ...]:
        """The short name of each part."""
        return (self.short, *(f"{self.short}_{number}" for number in range(1, len(self.parts))))

    @property
    def size(self) -> int:
        """Elements of eight bytes that a cell takes."""
        return sum(record.elements(part) for part in self.parts)


def to_sav(pack: Pack) -> bytes:
    """Give the file: labels, missing codes, measurement levels, the weight and sets of ticks declared."""
    columns = _columns(pack)
    return b"".join(
        (
            _header(pack, columns),
            *(_variable(column) for column in columns),
            *(_labels(column) for column in columns if column.variable.codes),
            record.document(_told(pack)),
            *_extensions(pack, columns),
            struct.pack("<2i", 999, 0),
            _cells(pack, columns),
        )
    )


def _columns(pack: Pack) -> tuple[Column, ...]:
    names = sav_names(variable.name for variable in pack.variables)
    found: list[Column] = []
    first = 1
    for number, variable in enumerate(pack.variables, 1):
        width = variable.width if variable.texts is not None else 0
        column = Column(variable, names[variable.name], f"V{number}", width, first)
        found.append(column)
        first += column.size
    return tuple(found)


def _header(pack: Pack, columns: tuple[Column, ...]) -> bytes:
    weight = next((column.first for column in columns if column.variable.use is Use.WEIGHT), 0)
    return struct.pack(
        "<4s60s5id9s8s64s3x",
        b"$FL2",
        record.pad(b"@(#) SPSS DATA FILE - Peil", 60),
        2,
        sum(column.size for column in columns),
        0,
        weight,
        pack.n,
        100.0,
        b"01 Jan 80",
        b"00:00:00",
        record.pad(record.cut(pack.title, 64), 64),
    )


def _variable(column: Column) -> bytes:
    variable = column.variable
    if not column.width:
        shown = min(WIDEST_SHOWN, max(variable.width, variable.decimals + 2))
        return record.variable_record(
            column.short,
            variable.label,
            shown=shown,
            decimals=variable.decimals,
            missing=declare_missing(variable),
        )
    return b"".join(
        record.variable_record(short, variable.label if short == column.short else "", width=part)
        for short, part in zip(column.shorts, column.parts, strict=True)
    )


def _labels(column: Column) -> bytes:
    labels = [(float(code.code), code.label) for code in column.variable.codes]
    return record.value_labels(labels, column.first)


def _told(pack: Pack) -> list[str]:
    words = words_in(pack.language)
    told = [words["public" if pack.public else "restricted"].replace("*", "")]
    told += [words["made"]] if pack.synthetic else []
    return [line for each in told for line in textwrap.wrap(each, 70)]


def _extensions(pack: Pack, columns: tuple[Column, ...]) -> list[bytes]:
    by_name = {column.variable.name: column for column in columns}
    found = [
        record.extension(3, 4, struct.pack("<8i", 1, 0, 0, -1, 1, 1, 2, UTF_8)),
        record.extension(4, 8, struct.pack("<3d", ABSENT, sys.float_info.max, LOWEST)),
    ]
    if pack.sets:
        found.append(record.extension(7, 1, _sets(pack, by_name)))
    display = [number for column in columns for _ in column.parts for number in _display(column)]
    found.append(record.extension(11, 4, struct.pack(f"<{len(display)}i", *display)))
    long = "\t".join(f"{column.short}={column.name}" for column in columns).encode()
    found.append(record.extension(13, 1, long))
    very_long = [column for column in columns if len(column.parts) > 1]
    if very_long:
        widths = "".join(f"{column.short}={column.width:05}\0\t" for column in very_long).encode()
        found.append(record.extension(14, 1, widths))
    found.append(record.extension(16, 8, struct.pack("<2q", 1, pack.n)))
    found.append(record.extension(20, 1, b"UTF-8"))
    return found


def _display(column: Column) -> tuple[int, int, int]:
    """Give measurement level, columns on screen and which side a cell is set to."""
    wide = max(8, min(WIDEST_SHOWN, column.width or column.variable.width + 2))
    return MEASURES[column.variable.level], wide, LEFT if column.width else RIGHT


def _sets(pack: Pack, by_name: dict[str, Column]) -> bytes:
    found = b""
    names = sav_names(one.item for one in pack.sets)
    for one in pack.sets:
        label = record.cut(one.label, record.LONGEST_LABEL)
        shorts = " ".join(by_name[name].short.lower() for name in one.variables)
        found += f"${names[one.item]}=D1 1 {len(label)} ".encode() + label + f" {shorts}\n".encode()
    return found


def _cells(pack: Pack, columns: tuple[Column, ...]) -> bytes:
    """Give all rows: numbers in eight bytes, strings filled up with spaces."""
    parts = [_column_cells(column) for column in columns]
    return b"".join(b"".join(row) for row in zip(*parts, strict=True)) if pack.n else b""


def _column_cells(column: Column) -> list[bytes]:
    variable = column.variable
    if variable.texts is None:
        numbers: Numbers = np.zeros(0) if variable.numbers is None else variable.numbers
        whole = np.where(np.isnan(numbers), ABSENT, numbers).astype("<f8").tobytes()
        return [whole[place : place + 8] for place in range(0, len(whole), 8)]
    return [_string(text.encode(), column.parts) for text in variable.texts]


def _string(text: bytes, parts: tuple[int, ...]) -> bytes:
    if len(parts) == 1:
        return record.pad(text, record.elements(parts[0]) * 8)
    found = b""
    for number, width in enumerate(parts):
        piece = text[number * record.LONGEST_STRING : (number + 1) * record.LONGEST_STRING]
        found += record.pad(piece, record.elements(width) * 8)
    return found
