"""Answers as JSON text, every value exactly as it was.

A number is ``{"number": "12.5"}``: JSON's own would lose its digits and its kind. All else stands as JSON has
it. The text is ASCII, so any database keeps any answer.
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from peil.interview.answers import Value

_encode = json.JSONEncoder(sort_keys=True).encode  # one for all: making it costs more than using it


def write_values(values: Mapping[str, Value]) -> str:
    """Give values as text; the same values give the same text."""
    return _encode({name: _written(value) for name, value in values.items()})


def read_values(text: str) -> dict[str, Value]:
    """Give the values that ``write_values`` wrote."""
    return {name: _read(value) for name, value in json.loads(text).items()}


def _written(value: Value) -> str | bool | int | dict[str, str]:
    return {"number": str(value)} if isinstance(value, Decimal) else value


def _read(value: Any) -> Value:  # noqa: ANN401 - what JSON holds
    read: Value = Decimal(value["number"]) if isinstance(value, dict) else value
    return read
