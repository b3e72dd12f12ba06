"""The structure of a PDF as a reader's software sees it, read with pdfium: not by what wrote it."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, takewhile

import pypdfium2
from pypdfium2 import raw


@dataclass(frozen=True)
class Tag:
    """A structure element. ``headers`` are the ids of the cells that are read out with it."""

    kind: str
    id: str
    alt: str
    scope: str
    headers: tuple[str, ...]
    children: tuple["Tag", ...]

    def all(self, *kinds: str) -> Iterator["Tag"]:
        """Give this element and those under it that are of a kind."""
        if self.kind in kinds:
            yield self
        for child in self.children:
            yield from child.all(*kinds)


def read_tags(pdf: bytes) -> list[Tag]:
    """Give what stands at the root of each page's structure."""
    opened = pypdfium2.PdfDocument(pdf)
    found: list[Tag] = []
    for number in range(len(opened)):
        tree = raw.FPDF_StructTree_GetForPage(opened[number])
        roots = range(raw.FPDF_StructTree_CountChildren(tree))
        found += [_read(raw.FPDF_StructTree_GetChildAtIndex(tree, root)) for root in roots]
        raw.FPDF_StructTree_Close(tree)
    opened.close()
    return found


def _read(element: object) -> Tag:
    parts = range(raw.FPDF_StructElement_CountChildren(element))
    children = (raw.FPDF_StructElement_GetChildAtIndex(element, part) for part in parts)
    return Tag(
        kind=_words(raw.FPDF_StructElement_GetType, element),
        id=_words(raw.FPDF_StructElement_GetID, element),
        alt=_words(raw.FPDF_StructElement_GetAltText, element),
        scope=_words(
            lambda *of: raw.FPDF_StructElement_GetStringAttribute(of[0], b"Scope", *of[1:]), element
        ),
        headers=tuple(_headers(element)),
        children=tuple(_read(child) for child in children if child),
    )


def _words(read: Callable[..., int], element: object) -> str:
    size = read(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    read(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _headers(element: object) -> Iterator[str]:
    for place in range(raw.FPDF_StructElement_GetAttributeCount(element)):
        attributes = raw.FPDF_StructElement_GetAttributeAtIndex(element, place)
        value = raw.FPDF_StructElement_Attr_GetValue(attributes, b"Headers")
        if value:
            every = (raw.FPDF_StructElement_Attr_GetChildAtIndex(value, one) for one in count())
            yield from (_string(one) for one in takewhile(bool, every))


def _string(value: object) -> str:
    size = ctypes.c_ulong(0)
    raw.FPDF_StructElement_Attr_GetStringValue(value, None, 0, size)
    buffer = ctypes.create_string_buffer(size.value)
    raw.FPDF_StructElement_Attr_GetStringValue(value, buffer, size.value, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
