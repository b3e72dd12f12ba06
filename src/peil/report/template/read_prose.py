"""Read running text: Markdown around Peil's marks becomes template blocks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from peil.core.ids import did_you_mean
from peil.core.span import Span
from peil.report import problems as rules
from peil.report.template.binding import Binding
from peil.report.template.marks import LEFT, PLACE, Kind, Mark, blank, find_marks, mask
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.read_binding import read_value
from peil.report.template.read_proviso import read_proviso
from peil.report.template.template import (
    Conditional,
    Line,
    Listing,
    NoteCall,
    Piece,
    PlainTable,
    Prose,
    Quotation,
    Reference,
    TemplateBlock,
    Title,
    Words,
)

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
ATTRIBUTES = ("findings", "plain", "preface", "annex")
ANCHOR = re.compile(r"#([\w-]+)")
IMAGE = re.compile(r"(?<!\\)!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?")
BREAKS = {"softbreak", "hardbreak"}
Resolved = Words | Binding | Reference | NoteCall | Conditional | Mark
"""What a mark stands for; heading attributes, code and comments stay a mark."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What a chapter's heading says about it."""

    findings: bool = False
    numbered: bool = True
    annex: bool = False


@dataclass
class ProseReader:
    """Reads stretches of one file; remembers the chapter it is in and the footnotes it has met."""

    names: Names
    language: str
    chapter: Chapter = field(default_factory=Chapter)
    notes: dict[str, Line] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    """Ids of figures and tables that can't be read, so that references to them aren't reported too."""

    def blocks(self, phrase: Phrase) -> tuple[TemplateBlock, ...]:
        """Read a stretch of blocks."""
        marks = self.marks(phrase)
        reading = Reading(self, phrase, tuple(self.resolve(mark) for mark in marks))
        tree = SyntaxTreeNode(MARKDOWN.parse(mask(phrase, marks)))
        self.report_images(phrase, marks, tree)
        return reading.blocks(tree.children)

    def line(self, phrase: Phrase, *, trimmed: bool = True) -> Line:
        """Read one line of text; one that isn't ``trimmed`` keeps the space at its end."""
        marks = self.marks(phrase)
        reading = Reading(self, phrase, tuple(self.resolve(mark) for mark in marks))
        tree = SyntaxTreeNode(MARKDOWN.parseInline(mask(phrase, marks)))
        self.report_images(phrase, marks, tree)
        return reading.inline(tree.children[0], trimmed=trimmed) if tree.children else ()

    def marks(self, phrase: Phrase) -> tuple[Mark, ...]:
        """Find the marks, and report what looks like one but isn't."""
        marks = find_marks(phrase)
        for found in LEFT.finditer(blank(phrase, marks)):
            part = phrase.part(found.start(), found.end())
            hint = "Write [printed text]{= …} without a space between, or {@id}."
            self.names.report(rules.BAD_BINDING, part, f'"{part.plain}" belongs to no text.', hint)
        return marks

    def report_images(self, phrase: Phrase, marks: tuple[Mark, ...], tree: SyntaxTreeNode) -> None:
        """Report images. Markdown finds them and the text says where; the words stay in the document."""
        images = sum(node.type == "image" for node in tree.walk())
        places = [phrase.part(*found.span()) for found in IMAGE.finditer(blank(phrase, marks))]
        for number in range(images):
            place = places[number] if number < len(places) else phrase
            message = "An image can't be carried into every format yet; only its words would be printed."
            hint = "Take it out; draw data with ::: figure."
            self.names.report(rules.IMAGE, place, message, hint)

    def resolve(self, mark: Mark) -> Resolved:
        """Give what a mark stands for; heading attributes stay a mark."""
        span = mark.words.source.span(mark.words.start)
        match mark.kind:
            case Kind.BINDING if mark.value:
                value = read_value(self.names, mark.value)
                return Binding(mark.words.plain, value, span.right(-1))
            case Kind.CONDITIONAL if mark.value:
                return self.conditional(mark, mark.value, span.right(-1))
            case Kind.PLAIN:
                return Words(mark.words.plain)
            case Kind.REFERENCE:
                return Reference(mark.name, span.right(-2))
            case Kind.NOTE:
                return NoteCall(f"{span.file}#{mark.name}", span)
            case Kind.NOTE_TEXT:
                self.notes[f"{span.file}#{mark.name}"] = self.line(mark.words)
        return mark

    def conditional(self, mark: Mark, value: Phrase, span: Span) -> Conditional:
        """Read a conditional text: its proviso and both its texts."""
        proviso, stated = read_proviso(self.names, value)
        then, other = (
            self.line(text, trimmed=False) for text in (mark.words, mark.other or value.part(0, 0))
        )
        return Conditional(proviso, then, other, stated, span)

    def attributes(self, marks: Iterable[Mark]) -> tuple[frozenset[str], str]:
        """Read a heading's attributes and its anchor."""
        words: set[str] = set()
        anchor = ""
        for mark in marks:
            for part in mark.words.stripped().part(1, len(mark.words.stripped().text) - 1).commas():
                named = ANCHOR.fullmatch(part.plain)
                if named:
                    anchor = named.group(1)
                elif part.plain in ATTRIBUTES:
                    words.add(part.plain)
                else:
                    hint = did_you_mean(part.plain, ATTRIBUTES) or "There are findings, preface, annex, #id."
                    message = f'A heading has no attribute "{part.plain}".'
                    self.names.report(rules.BAD_BLOCK, part, message, hint)
        return frozenset(words), anchor


@dataclass(frozen=True)
class Reading:
    """One stretch as Markdown has parsed it, with what its placeholders stand for."""

    reader: ProseReader
    phrase: Phrase
    marks: tuple[Resolved, ...]

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> tuple[TemplateBlock, ...]:
        """Give the blocks of some nodes."""
        found = (self.block(node) for node in nodes)
        return tuple(block for block in found if block is not None)

    def block(self, node: SyntaxTreeNode) -> TemplateBlock | None:  # noqa: PLR0911 - one case a block
        """Give one block; a rule (``---``) is left out."""
        match node.type:
            case "heading":
                return self.title(node)
            case "paragraph":
                line = self.inline(node.children[0])
                return Prose(line) if line else None
            case "blockquote":
                return Quotation(tuple(self.paragraphs(node)))
            case "bullet_list" | "ordered_list":
                items = tuple(self.blocks(item.children) for item in node.children)
                return Listing(items, node.type == "ordered_list")
            case "table":
                return self.table(node)
            case "fence" | "code_block":
                return Prose(tuple(self.words(node.content.strip(), Piece(Words("")))))
        return None

    def paragraphs(self, node: SyntaxTreeNode) -> Iterable[Line]:
        """Give the paragraphs within a node, however deep."""
        for child in node.children:
            if child.type == "inline":
                yield self.inline(child)
            else:
                yield from self.paragraphs(child)

    def title(self, node: SyntaxTreeNode) -> Title | None:
        """Give a heading; a first-level one opens a chapter. None, and a problem, when it has no words."""
        level = int(node.tag[1:])
        children = node.children[0]
        placed = [int(found) for found in PLACE.findall(children.content)]
        found = [self.marks[number] for number in placed]
        words, anchor = self.reader.attributes(mark for mark in found if isinstance(mark, Mark))
        if level == 1:
            self.reader.chapter = Chapter("findings" in words, "preface" not in words, "annex" in words)
        chapter = self.reader.chapter
        span, line = self.place(node), self.inline(children)
        if not any(is_visible(piece) for piece in line):
            hint = "Write one, or take the # away."
            problem = rules.BAD_BLOCK.problem(span, "The heading has no words.", hint=hint)
            self.reader.names.problems.append(problem)
            return None
        return Title(level, line, anchor, chapter.numbered, chapter.annex, span)

    def place(self, node: SyntaxTreeNode) -> Span:
        """Give the place of a block: the line that Markdown says it starts on."""
        line = node.map[0] if node.map else 0
        start = self.phrase.source.span(self.phrase.start)
        return replace(start, line=start.line + line, column=1)

    def table(self, node: SyntaxTreeNode) -> PlainTable:
        """Give a Markdown table."""
        rows = [row for part in node.children for row in part.children]
        cells = [tuple(self.inline(cell.children[0]) for cell in row.children) for row in rows]
        right = tuple("right" in str(cell.attrs.get("style", "")) for cell in rows[0].children)
        return PlainTable(cells[0], tuple(cells[1:]), right)

    def inline(self, node: SyntaxTreeNode, *, trimmed: bool = True) -> Line:
        """Give the pieces of a line, neighbours of the same looks joined."""
        found = list(self.pieces(node, Piece(Words(""))))
        joined: list[Piece] = []
        for piece in found:
            before = joined[-1] if joined else None
            if (
                before
                and isinstance(before.what, Words)
                and isinstance(piece.what, Words)
                and replace(before, what=piece.what) == piece
            ):
                joined[-1] = replace(piece, what=Words(before.what.text + piece.what.text))
            elif not isinstance(piece.what, Words) or piece.what.text:
                joined.append(piece)
        return trim(joined) if trimmed else tuple(joined)

    def pieces(self, node: SyntaxTreeNode, looks: Piece) -> Iterable[Piece]:
        """Give the pieces of a node in the looks that it stands in."""
        for child in node.children:
            if child.type in BREAKS:
                yield replace(looks, what=Words(" "))
            elif child.type in {"strong", "em", "link"}:
                href = str(child.attrs.get("href", ""))
                yield from self.pieces(
                    child,
                    replace(
                        looks,
                        bold=looks.bold or child.type == "strong",
                        italic=looks.italic or child.type == "em",
                        link=href or looks.link,
                    ),
                )
            elif child.children:
                yield from self.pieces(child, looks)
            else:
                yield from self.words(child.content, looks)

    def words(self, text: str, looks: Piece) -> Iterable[Piece]:
        """Give text and what its placeholders stand for."""
        for number, part in enumerate(PLACE.split(text)):
            if number % 2 == 0:
                yield replace(looks, what=Words(part))
            else:
                mark = self.marks[int(part)]
                if not isinstance(mark, Mark):
                    yield replace(looks, what=mark)


def is_visible(piece: Piece) -> bool:
    """Say whether a piece prints anything by itself; white space, invisible characters and notes do not."""
    match piece.what:
        case Words(text=text) | Binding(printed=text):
            return any(each.isprintable() and not each.isspace() for each in text)
        case Reference() | Conditional():
            return True
    return False


def trim(line: list[Piece]) -> Line:
    """Take the white space off a line's end, where heading attributes left it."""
    if line and isinstance(line[-1].what, Words):
        line[-1] = replace(line[-1], what=Words(line[-1].what.text.rstrip()))
    return tuple(piece for piece in line if piece.what != Words(""))
