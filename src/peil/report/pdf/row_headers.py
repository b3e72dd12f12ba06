"""Row headers in a PDF's tables.

Typst tags the cells of a table's header rows as headers and all others as data; its function for a header
of a row stands behind a switch that its Python package doesn't reach. So the tags are set in the finished
file: who hears a table read out hears at each number of which row it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from peil.report.document import Block, Bullets, Grid, NumberedTable, TableCell
from peil.report.pdf.objects import Objects, UnexpectedPdfError
from peil.report.pdf.split_columns import split_columns

_ROOT = b"<</Type/StructTreeRoot"
_TABLE = re.compile(rb"<</O/Table((?:/[A-Z]\w*(?:\[[^\]]*\]|/\w+| \d+))*)>>")
_NAMED = re.compile(rb"\(([^)]*)\)(\d+) 0 R")


def tag_row_headers(pdf: bytes, grids: Sequence[Grid]) -> bytes:
    """Tag the cells that head their rows as headers, and tell every other cell by which it is headed.

    Args:
        pdf: A file as typst made it.
        grids: What its tables hold, in the order in which they stand in it.

    Raises:
        UnexpectedPdfError: The file's tables aren't these.
    """
    objects = Objects.read(pdf)
    roots = list(objects.find(_ROOT))
    tables = [number for root in roots for number in find_tables(objects, root)]
    if len(tables) != len(grids):
        raise UnexpectedPdfError(f"{len(tables)} tables are tagged, and {len(grids)} were set")
    named: dict[bytes, int] = {}
    for place, (table, grid) in enumerate(zip(tables, grids, strict=True)):
        named |= tag_table(objects, table, grid, b"H%d" % place)
    for root in roots:
        objects.bodies[root] = name_all(objects.bodies[root], named)
    return objects.write()


def grids_of(blocks: Sequence[Block]) -> Iterator[Grid]:
    """Give the tables that are set of some blocks, in order; charts are pictures."""
    for block in blocks:
        match block:
            case NumberedTable():
                yield from split_columns(block.grid)
            case Bullets():
                yield from (grid for item in block.items for grid in grids_of(item))


def find_tables(objects: Objects, root: int) -> Iterator[int]:
    """Give the tables in a structure element, in reading order."""
    left = [root]
    while left:
        number = left.pop()
        if objects.kind(number) == b"Table":
            yield number
        else:
            left.extend(reversed(objects.children(number)))


def tag_table(objects: Objects, table: int, grid: Grid, name: bytes) -> dict[bytes, int]:
    """Tag one table; gives the names of its new headers and what they stand for."""
    rows = list(find_rows(objects, table))[len(grid.head) :]
    if len(rows) != len(grid.body):
        raise UnexpectedPdfError(f"{len(rows)} rows are tagged, and {len(grid.body)} were set")
    named: dict[bytes, int] = {}
    for y, (row, cells) in enumerate(zip(rows, grid.body, strict=True)):
        tagged = objects.children(row)
        if len(tagged) != len(cells):
            raise UnexpectedPdfError(f"{len(tagged)} cells are tagged, and {len(cells)} were set")
        data = [(x, number) for x, number in enumerate(tagged) if objects.kind(number) == b"TD"]
        own = {x: b"%sx%dy%d" % (name, x, y) for x, _ in data if is_head(grid, cells, x)}
        for x, number in data:
            body = objects.bodies[number]
            objects.bodies[number] = head_row(body, own[x]) if x in own else hear_too(body, own.values())
        named |= {own[x]: tagged[x] for x in own}
    return named


def is_head(grid: Grid, row: Sequence[TableCell], x: int) -> bool:
    """Say whether a cell heads its row; an empty one heads nothing."""
    return (row[x].header or x < grid.row_headers) and bool(row[x].text)


def find_rows(objects: Objects, number: int) -> Iterator[int]:
    """Give the rows of a table, those of its header first."""
    for child in objects.children(number):
        if objects.kind(child) == b"TR":
            yield child
        else:
            yield from find_rows(objects, child)


def head_row(cell: bytes, name: bytes) -> bytes:
    """Make a cell of data the header of its row, with a name."""
    attributes = table_attributes(cell)
    done = cell[: attributes.start(1)] + b"/Scope/Row" + cell[attributes.start(1) :]
    before, after = done.split(b"/S/TD", 1)
    return before + b"/S/TH/ID(" + name + b")" + after


def hear_too(cell: bytes, names: Iterable[bytes]) -> bytes:
    """Add headers to those that are heard with a cell of data."""
    attributes = table_attributes(cell)
    before, told, after = attributes.group(1).partition(b"/Headers[")
    headers = (told or b"/Headers[") + b"".join(b"(%s)" % name for name in names) + (after or b"]")
    return cell[: attributes.start(1)] + before + headers + cell[attributes.end(1) :]


def table_attributes(cell: bytes) -> re.Match[bytes]:
    """Find what a cell says of its place in the table."""
    found = _TABLE.search(cell)
    if found is None:
        raise UnexpectedPdfError("a table's cell is tagged otherwise")
    return found


def name_all(root: bytes, named: dict[bytes, int]) -> bytes:
    """Add names to the tree of names, which is in order."""
    if not named:
        return root
    pairs = b"/IDTree<</Names["
    if b"/IDTree" not in root:
        return root.replace(_ROOT, _ROOT + pairs + _join(named) + b"]>>", 1)
    if pairs not in root:
        raise UnexpectedPdfError("names of headers are kept in another way")
    before, rest = root.split(pairs, 1)
    known, after = rest.split(b"]", 1)
    every = {found.group(1): int(found.group(2)) for found in _NAMED.finditer(known)} | named
    return before + pairs + _join(every) + b"]" + after


def _join(named: dict[bytes, int]) -> bytes:
    return b"".join(b"(%s)%d 0 R" % (name, named[name]) for name in sorted(named))
