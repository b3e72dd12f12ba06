"""A data pack as Triple-S: its description in XML, its rows as CSV.

Elements are those of the Triple-S XML standard, version 2.0, whose readers later versions keep: a question
that takes several answers is one variable, with a character 0 or 1 for each of its codes.
"""

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from peil.formats.pack.pack import Holds, Pack, PackCode, PackVariable, Use
from peil.formats.pack.xml_bytes import put, xml_bytes
from peil.formats.write_columns import QuotedCells

TICKED = "1"


@dataclass(frozen=True)
class Field:
    """A variable of Triple-S: one of the pack, or the ticks of a question together."""

    name: str
    label: str
    variables: tuple[PackVariable, ...]
    several: bool = False

    @property
    def options(self) -> tuple[PackCode, ...]:
        """The options that the ticks stand for."""
        return tuple(tick.ticked for tick in self.variables if tick.ticked is not None)


def to_triple_s(pack: Pack) -> tuple[bytes, bytes]:
    """Give the description and the rows."""
    fields = _fields(pack)
    root = ET.Element("sss", {"version": "2.0", "languages": pack.language})
    put(root, "origin", "Peil")
    survey = put(root, "survey")
    put(survey, "name", pack.name)
    if pack.fingerprint:
        put(survey, "version", pack.fingerprint[:20])
    put(survey, "title", pack.title)
    record = put(survey, "record", ident="A", format="csv", skip="1")
    for number, field in enumerate(fields, 1):
        _describe(record, field, number)
    return xml_bytes(root), _rows(fields)


def _fields(pack: Pack) -> tuple[Field, ...]:
    """Take the ticks of a question together, where the first of them stands."""
    sets = {name: one for one in pack.sets for name in one.variables}
    found: list[Field] = []
    for variable in pack.variables:
        one = sets.get(variable.name)
        if one is None:
            found.append(Field(variable.name, variable.question or variable.label, (variable,)))
        elif one.variables[0] == variable.name:
            ticks = tuple(pack.by_name[name] for name in one.variables)
            found.append(Field(one.item, one.label, ticks, several=True))
    return tuple(found)


def _describe(record: ET.Element, field: Field, number: int) -> None:
    variable = field.variables[0]
    plain = {"ident": str(number), "type": _type(field)}
    if variable.use in {Use.SERIAL, Use.WEIGHT}:
        plain["use"] = variable.use.value
    told = put(record, "variable", None, **plain)
    put(told, "name", field.name)
    put(told, "label", field.label)
    put(told, "position", start=str(number))
    if variable.holds is Holds.TEXTS:
        put(told, "size", str(max((len(text) for text in variable.cells), default=1) or 1))
        return
    values = put(told, "values")
    if field.several:
        for option in field.options:
            put(values, "value", option.label, code=str(option.code))
        return
    if variable.holds is Holds.NUMBERS:
        low, high = _range(variable)
        put(values, "range", None, **{"from": low, "to": high})
    for code in variable.codes:
        put(values, "value", code.label, code=str(code.code))


def _type(field: Field) -> str:
    if field.several:
        return "multiple"
    return {Holds.TEXTS: "character", Holds.NUMBERS: "quantity", Holds.CODES: "single"}[
        field.variables[0].holds
    ]


def _range(variable: PackVariable) -> tuple[str, str]:
    """Give the lowest and highest number that occurs beside the codes, which stand by themselves."""
    codes = {str(code.code) for code in variable.codes}
    numbers = [(float(cell), cell) for cell in set(variable.cells) if cell and cell not in codes]
    if not numbers:
        return "0", "0"
    width = variable.decimals
    return tuple(f"{each:.{width}f}" for each, _ in (min(numbers), max(numbers)))  # type: ignore[return-value]


def _rows(fields: tuple[Field, ...]) -> bytes:
    cell = QuotedCells().__getitem__
    columns = [_cells(field) for field in fields]
    lines = [",".join(cell(field.name) for field in fields)]
    lines += [
        ",".join(
            f'"{text}"' if field.several and text else cell(text)
            for field, text in zip(fields, row, strict=True)
        )
        for row in zip(*columns, strict=True)
    ]
    return ("\n".join(lines) + "\n").encode()


def _cells(field: Field) -> tuple[str, ...]:
    """Give the cells; of a question with several answers one string of 0 and 1, empty for no answer."""
    if not field.several:
        return field.variables[0].cells
    states = {str(code.code) for code in field.variables[0].codes if code.missing} | {""}
    codes = [option.code for option in field.options]
    rows = zip(*(tick.cells for tick in field.variables), strict=True)
    return tuple("" if row[0] in states else _bits(row, codes) for row in rows)


def _bits(row: tuple[str, ...], codes: list[int]) -> str:
    """Give a character for each code from 1 to the highest: whether that option was ticked."""
    ticked = {code for code, cell in zip(codes, row, strict=True) if cell == TICKED}
    return "".join("1" if code in ticked else "0" for code in range(1, max(codes) + 1))
