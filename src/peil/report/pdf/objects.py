"""The objects of a PDF file that typst made: read, changed and written as a file again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])\r\n")
_SIZES = re.compile(rb"xref\n0 (\d+)\n")
_REFERENCE = re.compile(rb"(\d+) 0 R")


class UnexpectedPdfError(Exception):
    """The file isn't laid out as this version of typst lays files out."""


@dataclass
class Objects:
    """A file as its numbered objects, each with the bytes up to the next one.

    Args:
        head: What stands before the first object.
        bodies: Number to the object's bytes, in the order of the file.
        trailer: From the word ``trailer`` up to ``startxref``.
    """

    head: bytes
    bodies: dict[int, bytes]
    trailer: bytes

    @classmethod
    def read(cls, pdf: bytes) -> "Objects":
        """Cut a file at the offsets in its table of references.

        Raises:
            UnexpectedPdfError: It has no such table, or more than one.
        """
        start = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
        sizes = _SIZES.match(pdf, start)
        if sizes is None:
            raise UnexpectedPdfError("there is no plain table of references")
        end = pdf.index(b"trailer", start)
        offsets = {
            int(found.group(1)): number
            for number, found in enumerate(_ENTRY.finditer(pdf, sizes.end(), end))
            if found.group(3) == b"n"
        }
        if len(offsets) + 1 != int(sizes.group(1)):
            raise UnexpectedPdfError("the table of references has gaps")
        places = sorted(offsets)
        bodies = {
            offsets[here]: pdf[here:there] for here, there in zip(places, [*places[1:], start], strict=True)
        }
        return cls(pdf[: places[0]], bodies, pdf[end : pdf.index(b"startxref", end)])

    def write(self) -> bytes:
        """Give the file again, with the offsets that its objects have now."""
        offsets: dict[int, int] = {}
        at = len(self.head)
        for number, body in self.bodies.items():
            offsets[number] = at
            at += len(body)
        table = b"".join(b"%010d 00000 n\r\n" % offsets[number] for number in sorted(offsets))
        references = b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(offsets) + 1) + table
        return b"".join(
            (self.head, *self.bodies.values(), references, self.trailer, b"startxref\n%d\n%%%%EOF" % at)
        )

    def find(self, words: bytes) -> Iterator[int]:
        """Give the numbers of the objects that start with these words."""
        start = re.compile(rb"\d+ 0 obj\n" + re.escape(words))
        return (number for number, body in self.bodies.items() if start.match(body))

    def children(self, number: int) -> tuple[int, ...]:
        """Give the structure elements that stand in one, in order."""
        held = re.search(rb"/K\[([^\]]*)\]", self.bodies[number])
        return tuple(int(found) for found in _REFERENCE.findall(held.group(1))) if held else ()

    def kind(self, number: int) -> bytes:
        """Give the type of a structure element: ``TR``."""
        found = re.match(rb"\d+ 0 obj\n<</Type/StructElem/S/(\w+)", self.bodies[number])
        return found.group(1) if found else b""
