"""A data pack's rows as CSV, and the description of that file by CSV on the Web."""

import json
import re

from peil.formats.pack.pack import Holds, Pack, PackVariable
from peil.formats.write_columns import QuotedCells

CONTEXT = "http://www.w3.org/ns/csvw"


def to_csv(pack: Pack) -> bytes:
    """Give the rows: UTF-8, commas, a line feed after each, quotes only where needed."""
    cell = QuotedCells().__getitem__
    lines = [",".join(cell(variable.name) for variable in pack.variables)]
    columns = [variable.cells for variable in pack.variables]
    lines += [",".join(map(cell, row)) for row in zip(*columns, strict=True)]
    return ("\n".join(lines) + "\n").encode()


def to_csvw(pack: Pack, file: str) -> bytes:
    """Give the description: what each column is, its type, which codes mean that there is no answer.

    Args:
        pack: The pack.
        file: Name of the CSV file, which stands beside it.
    """
    serial = next((each.name for each in pack.variables if each.use.value == "serial"), None)
    schema: dict[str, object] = {"columns": [_column(each) for each in pack.variables]}
    if serial is not None:
        schema["primaryKey"] = _name(serial)
    told: dict[str, object] = {
        "@context": [CONTEXT, {"@language": pack.language}],
        "url": file,
        "dc:title": pack.title,
        "dc:language": pack.language,
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\n"]},
        "tableSchema": schema,
    }
    if "licence" in pack.facts:
        told["dc:rights"] = pack.facts["licence"]
    if pack.notes:
        told["dc:description"] = " ".join(pack.notes)
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _column(variable: PackVariable) -> dict[str, object]:
    told: dict[str, object] = {
        "name": _name(variable.name),
        "titles": variable.name,
        "dc:title": variable.label,
        "datatype": _datatype(variable),
    }
    if variable.question:
        told["dc:description"] = variable.question
    missing = [str(code.code) for code in variable.codes if code.missing]
    if missing:
        told["null"] = ["", *missing]
    return told


def _datatype(variable: PackVariable) -> dict[str, object]:
    """Give the type; of codes also which there are, with their labels."""
    if variable.holds is Holds.TEXTS:
        return {"base": "string"}
    if variable.holds is Holds.NUMBERS:
        return {"base": "decimal" if variable.decimals else "integer"}
    labels = "; ".join(f"{code.code} = {code.label}" for code in variable.codes)
    codes = [code.code for code in variable.valid]
    told: dict[str, object] = {"base": "integer", "dc:description": labels}
    if codes:
        told |= {"minimum": min(codes), "maximum": max(codes)}
    return told


def _name(name: str) -> str:
    """Give a name that can stand in a URI template."""
    return re.sub(r"[^A-Za-z0-9_.]", "_", name)
