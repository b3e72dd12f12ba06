"""Read a text with bound numbers: ``report/*.md`` or ``report/LANG/*.md`` becomes a template."""

import re
from collections.abc import Iterator
from pathlib import Path

from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.core.span import Span
from peil.report import problems as rules
from peil.report.template.beside_block import ComparisonCall, PopulationCall, TalksBlock, TrendCall
from peil.report.template.check_unbound import chapters, check_unbound
from peil.report.template.compare_languages import compare_languages
from peil.report.template.names import Names
from peil.report.template.part import Part
from peil.report.template.phrase import Phrase, Source
from peil.report.template.read_block import Fenced, read_block
from peil.report.template.read_deck import check_slides, placed_notes
from peil.report.template.read_prose import ProseReader
from peil.report.template.read_quote import check_quotations
from peil.report.template.read_site import check_placed
from peil.report.template.template import (
    Exhibit,
    IntervalNote,
    NoteCall,
    Reference,
    ResearchQuestions,
    ResponseTable,
    Template,
    TemplateBlock,
    Title,
    spread,
)
from peil.study.study import Study

FENCE = re.compile(r"^:::[ \t]*(.*?)[ \t]*$", re.MULTILINE)
RESPONSE = "response"
TALKS = "talks"


def read_template(
    folder: Path,
    study: Study,
    language: str,
    part: Part = Part.REPORT,
    base: Template | None = None,
) -> tuple[Template, tuple[Problem, ...]]:
    """Read a text's chapters in the order of their file names, and compare them with the base language's.

    Args:
        folder: The study's folder.
        study: The study that names are looked up in.
        language: Which language's text.
        part: Which text.
        base: The same text in the base language, where that was read already.

    Returns:
        The template and what was wrong with the text, in reading order.
    """
    template, problems = read_language(folder, study, language, part)
    first = study.about.language
    if template.blocks and language != first and find_files(folder, study, first, part):
        base = base or read_language(folder, study, first, part)[0]
        problems.extend(compare_languages(base, template))
    return template, tuple(sorted(problems, key=lambda problem: problem.span))


def read_language(folder: Path, study: Study, language: str, part: Part) -> tuple[Template, list[Problem]]:
    """Read one language's text by itself."""
    files = find_files(folder, study, language, part)
    names = Names(study)
    blocks: list[TemplateBlock] = []
    reader = ProseReader(names, language)
    for path in files:
        source = read_source(names, folder, path)
        blocks.extend(read_chapters(reader, source) if source else ())
    if not files:
        where = Span(f"{part}/{'' if language == study.about.language else language + '/'}")
        names.problems.append(
            rules.NO_REPORT.problem(
                where, f'There is no report text in "{language}".', hint="Add 1.md there."
            )
        )
    template = Template(language, tuple(placed_notes(names, blocks, part)), reader.notes)
    check_references(names, template, reader.broken)
    check_placed(names, template, part)
    if files and part is Part.DECK:
        check_slides(names, template.blocks, files[0].relative_to(folder).as_posix())
    if files and part is Part.REPORT:
        check_model(names, template, files[0].relative_to(folder).as_posix())
    return template, names.problems


def check_model(names: Names, template: Template, file: str) -> None:
    """Report a model that intervals rest on, and that the text doesn't tell."""
    if names.study.plan.intervals and not any(isinstance(one, IntervalNote) for one in template.blocks):
        message = "Intervals rest on a model that plan.toml names, and this text doesn't tell it."
        hint = "Write ::: intervals and ::: in the chapter on method."
        names.problems.append(rules.UNTOLD_MODEL.problem(Span(file), message, hint=hint))


def read_source(names: Names, folder: Path, path: Path) -> Source | None:
    """Read a file's text; None for one that isn't text, with a problem."""
    name = path.relative_to(folder).as_posix()
    try:
        return Source(name, path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        problem = rules.BAD_BLOCK.problem(Span(name), "The file isn't UTF-8 text.", hint="Save it as UTF-8.")
        names.problems.append(problem)
        return None


def find_files(folder: Path, study: Study, language: str, part: Part = Part.REPORT) -> list[Path]:
    """Give the chapters of a language, in order."""
    own = sorted((folder / part / language).glob("*.md"))
    return own or (sorted((folder / part).glob("*.md")) if language == study.about.language else [])


def read_chapters(reader: ProseReader, source: Source) -> Iterator[TemplateBlock]:
    """Read one file."""
    at, fences = 0, list(FENCE.finditer(source.text))
    while fences:
        opening = fences.pop(0)
        yield from read_prose(reader, source.phrase(at, opening.start()))
        head = source.whole.group(opening, 1)
        if not head.text:
            hint = "A block starts with ::: and its kind."
            reader.names.report(rules.BAD_BLOCK, source.phrase(*opening.span()), "This ends no block.", hint)
            at = opening.end()
            continue
        closing = fences[0] if fences and not fences[0].group(1) else None
        if closing is None:
            reader.names.report(rules.BAD_BLOCK, head, "The block has no end.", "Close it with a line :::.")
        end = closing.start() if closing else fences[0].start() if fences else len(source.text)
        block = read_block(reader, Fenced(head, logical_lines(source.phrase(opening.end(), end))))
        if block:
            yield block
        at = closing.end() if closing else end
        fences = fences[1:] if closing else fences
    yield from read_prose(reader, source.phrase(at, len(source.text)))


def read_prose(reader: ProseReader, phrase: Phrase) -> Iterator[TemplateBlock]:
    """Read a stretch between blocks, chapter by chapter."""
    for part in chapters(phrase):
        yield from reader.blocks(part)
        check_quotations(reader.names, part)
        if reader.chapter.findings:
            check_unbound(reader.names, part, reader.language)


def logical_lines(phrase: Phrase) -> tuple[Phrase, ...]:
    """Give the lines of a block; an indented line carries on the one above."""
    found = re.finditer(r"^[^\s].*(?:\n[ \t]+\S.*)*", phrase.text, re.MULTILINE)
    return tuple(phrase.part(match.start(), match.end()).stripped() for match in found)


def check_references(names: Names, template: Template, broken: set[str]) -> None:
    """Report references to what isn't there (nor broken), and ids that stand for two things."""
    anchors: dict[str, Span] = {}
    for anchor, span in declared(template):
        if anchor in anchors:
            message = f'"{anchor}" is already the id of something at {anchors[anchor]}.'
            hint = (
                "Give it an id of its own: id: NAME in a comparison or trend, the name behind ::: figure, "
                "{#NAME} behind a heading."
            )
            names.problems.append(rules.DUPLICATE_ID.problem(span, message, hint=hint))
        anchors.setdefault(anchor, span)
    for reference in references(template):
        if isinstance(reference, NoteCall):
            if reference.id not in template.notes:
                name = reference.id.rpartition("#")[2]
                message = f"There is no footnote [^{name}]."
                hint = f"Add a line [^{name}]: …"
                names.problems.append(rules.UNKNOWN_REFERENCE.problem(reference.span, message, hint=hint))
        elif reference.target not in {*anchors, *broken}:
            message = f'There is no figure, table or section "{reference.target}".'
            hint = did_you_mean(reference.target, anchors)
            problem = rules.UNKNOWN_REFERENCE.problem(
                reference.span, message, hint=hint, got=reference.target
            )
            names.problems.append(problem)


def declared(template: Template) -> Iterator[tuple[str, Span]]:
    """Give every id that can be referred to."""
    for block in template.blocks:
        if isinstance(block, Exhibit):
            yield block.id, block.span
        elif isinstance(block, Title) and block.anchor:
            yield block.anchor, block.span
        elif isinstance(block, ResponseTable):
            yield RESPONSE, block.span
        elif isinstance(block, ComparisonCall | TrendCall):
            yield block.anchor, block.span
        elif isinstance(block, TalksBlock):
            yield TALKS, block.span
        elif isinstance(block, PopulationCall):
            yield f"population-{block.id}", block.span


def references(template: Template) -> Iterator[Reference | NoteCall]:
    """Give every reference and call of a footnote."""
    for line in template.lines():
        yield from (piece.what for piece in spread(line) if isinstance(piece.what, Reference | NoteCall))
    for block in template.blocks:
        if isinstance(block, ResearchQuestions):
            yield from (reference for _, _, found in block.questions for reference in found)
