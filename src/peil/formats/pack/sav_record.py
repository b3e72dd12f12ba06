"""The parts that an SPSS system file is made of, as bytes.

The layout is told in the developers' guide of GNU PSPP, "System File Format".
"""

import struct
from collections.abc import Sequence

from peil.formats.pack.sav_missing import SavMissing

NUMERIC, STRING = 5, 1
"""Formats F and A."""
LONGEST_STRING = 255
SEGMENT = 252
"""A very long string has a part for each so many bytes, though each part but the last holds 255."""
LONGEST_LABEL = 255
LONGEST_VALUE_LABEL = 120


def pad(text: bytes, width: int, fill: bytes = b" ") -> bytes:
    """Fill up to a width."""
    return text + fill * (width - len(text))


def cut(text: str, longest: int) -> bytes:
    """Give a text in so many bytes of UTF-8 at most, whole characters, with an ellipsis where it is cut."""
    whole = text.encode()
    if len(whole) <= longest:
        return whole
    short = whole[: longest - 3].decode(errors="ignore").rstrip()
    return short.encode() + "…".encode()


def variable_record(
    short: str,
    label: str,
    *,
    width: int = 0,
    shown: int = 8,
    decimals: int = 0,
    missing: SavMissing | None = None,
) -> bytes:
    """Give the record of a variable.

    Args:
        short: Its short name.
        label: Its label.
        width: Bytes of a string, 0 for a number.
        shown: Places that a number is shown in.
        decimals: Of these, after the point.
        missing: What is declared missing.
    """
    told = cut(label, LONGEST_LABEL)
    count = 0
    values: Sequence[float] = ()
    if missing is not None:
        count = -2 - len(missing.values) if missing.span else len(missing.values)
        values = (*(missing.span or ()), *missing.values)
    kind, wide = (STRING, min(width, LONGEST_STRING)) if width else (NUMERIC, shown)
    format_code = kind << 16 | wide << 8 | decimals
    head = struct.pack("<6i", 2, width, int(bool(told)), count, format_code, format_code) + pad(
        short.encode(), 8
    )
    if told:
        head += struct.pack("<i", len(told)) + pad(told, -(-len(told) // 4) * 4, b"\0")
    return head + struct.pack(f"<{len(values)}d", *values) + continuation(width)


def continuation(width: int) -> bytes:
    """Give the records that stand for a string's eight bytes after the first, and so on."""
    return struct.pack("<6i8s", 2, -1, 0, 0, 0, 0, b" " * 8) * (elements(width) - 1)


def elements(width: int) -> int:
    """Give how many times eight bytes a value takes."""
    return max(1, -(-width // 8))


def segments(width: int) -> tuple[int, ...]:
    """Give the widths of the variables that a string is kept in: one, but for very long ones."""
    if width <= LONGEST_STRING:
        return (width,)
    whole = -(-width // SEGMENT) - 1
    return (*[LONGEST_STRING] * whole, width - whole * SEGMENT)


def value_labels(labels: Sequence[tuple[float, str]], index: int) -> bytes:
    """Give the records of a variable's value labels; ``index`` is the place of its first element, from 1."""
    found = struct.pack("<2i", 3, len(labels))
    for value, label in labels:
        told = cut(label, LONGEST_VALUE_LABEL)
        found += struct.pack("<dB", value, len(told)) + pad(told, -(-(len(told) + 1) // 8) * 8 - 1)
    return found + struct.pack("<3i", 4, 1, index)


def extension(subtype: int, size: int, content: bytes) -> bytes:
    """Give an extension record."""
    return struct.pack("<4i", 7, subtype, size, len(content) // size) + content


def document(lines: Sequence[str]) -> bytes:
    """Give the record of what is told with the file, in lines of 80 bytes."""
    found = [pad(cut(line, 80), 80) for line in lines]
    return struct.pack("<2i", 6, len(found)) + b"".join(found) if found else b""
