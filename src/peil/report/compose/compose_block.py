"""Compose blocks: each template block becomes blocks of the document."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from peil.core.problem import Problem
from peil.disclose.release import Release
from peil.report import problems as rules
from peil.report.compose.annex import crosswalk_table, links, response_grid
from peil.report.compose.beside.around_block import AroundBlock
from peil.report.compose.beside.compose import beside_blocks
from peil.report.compose.chart_kind import check_moments
from peil.report.compose.check_binding import check_binding, standing_line
from peil.report.compose.check_proviso import origin_of, problem_of_conditional
from peil.report.compose.checker import Checker
from peil.report.compose.coding_note import coding_notes
from peil.report.compose.figure import chart_grid, make_chart
from peil.report.compose.intervals import tell_intervals
from peil.report.compose.labels import Labels
from peil.report.compose.methodology.annex import methodology_blocks
from peil.report.compose.methodology.source import Source
from peil.report.compose.outcome import no_rates_told, printed_words
from peil.report.compose.phrases import say
from peil.report.compose.places import Places
from peil.report.compose.press import key_numbers, tell_embargo, tell_method
from peil.report.compose.questionnaire import questionnaire_blocks
from peil.report.compose.quotation import compose_quotation
from peil.report.compose.rates import rate_blocks
from peil.report.compose.slices import Shown, show
from peil.report.compose.table import make_grid
from peil.report.compose.weighting_tables import weighting_tables
from peil.report.document import (
    Block,
    Bullets,
    Figure,
    Grid,
    Heading,
    Inline,
    NumberedTable,
    Paragraph,
    Quote,
    Run,
    Spoken,
    TableCell,
)
from peil.report.template.beside_block import BesideBlock
from peil.report.template.binding import Binding
from peil.report.template.deck_block import SpeakerNotes
from peil.report.template.site_block import Downloads, Explore
from peil.report.template.study_block import MethodologyAnnex, QuoteCall
from peil.report.template.template import (
    Conditional,
    CrosswalkAnnex,
    Embargo,
    Exhibit,
    IntervalNote,
    KeyLines,
    Line,
    Listing,
    MethodNote,
    NoteCall,
    Piece,
    PlainTable,
    Prose,
    QuestionnaireAnnex,
    Quotation,
    Reference,
    ResearchQuestions,
    ResponseRates,
    ResponseTable,
    Template,
    TemplateBlock,
    Title,
    WeightingAnnex,
    WeightingNote,
    Words,
)


@dataclass
class Composer:
    """Composes one report; gathers its problems and the footnotes it calls, in order of first call."""

    template: Template
    release: Release
    labels: Labels
    places: Places
    checker: Checker
    problems: list[Problem] = field(default_factory=list)
    calls: dict[str, str] = field(default_factory=dict)
    annex: str = ""

    @property
    def language(self) -> str:
        """The report's language."""
        return self.template.language

    def compose(self, place: int) -> Iterator[Block]:
        """Compose the block at a position."""
        block = self.template.blocks[place]
        number, anchor = self.places.numbers[place], self.places.anchors[place]
        match block:
            case Title():
                if block.level == 1:
                    self.annex = number
                yield Heading(block.level, number, self.inline(block.text), anchor)
            case Exhibit():
                yield self.exhibit(block, int(number), anchor)
            case ResponseTable():
                yield self.response(block, int(number), anchor)
            case (
                CrosswalkAnnex() | WeightingAnnex() | QuestionnaireAnnex() | MethodologyAnnex() | QuoteCall()
            ):
                yield from self.made(block, anchor)
            case _ if isinstance(block, BesideBlock):
                around = AroundBlock(self.release, self.labels, number, anchor, self.problems, self.inline)
                yield from beside_blocks(block, around)
            case _:
                yield from self.unnumbered(block)

    def unnumbered(self, block: TemplateBlock) -> Iterator[Block]:
        """Compose a block that takes no number."""
        match block:
            case ResponseRates():
                yield from self.rates(block)
            case WeightingNote() | IntervalNote() | MethodNote() | Embargo():
                yield Paragraph(self.told(block))
            case KeyLines():
                yield key_numbers(self.inline(line) for line in block.lines)
            case Explore() | Downloads():
                return  # a site makes pages of these; elsewhere they are a problem that was told
            case _:
                yield self.simple(block)

    def told(self, block: WeightingNote | IntervalNote | MethodNote | Embargo) -> Inline:
        """Tell in words what the study and its release say of themselves."""
        match block:
            case WeightingNote():
                return (Run(self.release.weighting),)
            case IntervalNote():
                return (Run(tell_intervals(self.labels.study.plan, self.language)),)
            case MethodNote():
                return tell_method(self.labels.study, self.release, self.language)
            case Embargo():
                return tell_embargo(block.until, self.language)

    def made(
        self,
        block: CrosswalkAnnex | WeightingAnnex | QuestionnaireAnnex | MethodologyAnnex | QuoteCall,
        anchor: str,
    ) -> Iterator[Block]:
        """Compose what is made from the study: an annex or a quotation."""
        match block:
            case CrosswalkAnnex():
                crosswalk = self.labels.study.plan.crosswalks[block.id]
                yield crosswalk_table(crosswalk, self.labels, anchor)
            case WeightingAnnex():
                yield from weighting_tables(self.release, self.labels, anchor)
            case QuestionnaireAnnex():
                yield from questionnaire_blocks(self.labels, self.annex)
            case MethodologyAnnex():
                source = Source(self.labels, self.release, self.template, self.places, self.annex, anchor)
                yield from methodology_blocks(source)
            case QuoteCall():
                yield from self.quoted(block)

    def quoted(self, call: QuoteCall) -> Iterator[Block]:
        """Compose a quotation of the study's; one that is held back is a problem, and stays out."""
        found = compose_quotation(self.release, self.labels, call.id, call.span)
        if isinstance(found, Problem):
            self.problems.append(found)
        else:
            yield found

    def simple(self, block: TemplateBlock) -> Block:
        """Compose a block that has no number."""
        match block:
            case Prose() | Title():
                return Paragraph(self.inline(block.text))
            case SpeakerNotes():
                return Spoken(tuple(self.inline(line) for line in block.lines))
            case Quotation():
                return Quote(tuple(self.inline(line) for line in block.paragraphs))
            case Listing():
                items = (tuple(self.simple(part) for part in item) for item in block.items)
                return Bullets(tuple(items), block.ordered)
            case PlainTable():
                return self.plain_table(block)
            case ResearchQuestions():
                return Bullets(tuple(self.questions(block)))
        raise TypeError(f"{type(block).__name__} can't stand in a list")

    def questions(self, block: ResearchQuestions) -> Iterator[tuple[Block, ...]]:
        """Compose research questions, each with what answers it."""
        for _, text, references in block.questions:
            found = [
                (reference.target, self.places.names[reference.target])
                for reference in references
                if reference.target in self.places.names
            ]
            yield (Paragraph((*self.inline(text), *links(found))),)

    def exhibit(self, exhibit: Exhibit, number: int, anchor: str) -> Block:
        """Compose a figure or table."""
        shown = show(exhibit, self.release, self.labels)
        caption = "".join(run.text for run in self.inline(exhibit.caption))
        self.check_hidden(shown)
        told = coding_notes(self.release, shown.items, shown.language)
        notes = (*map(self.inline, exhibit.notes), *((Run(line),) for line in told))
        warned = " ".join(cautions(shown))
        if exhibit.table:
            grid = make_grid(shown)
            return NumberedTable(number, anchor, caption, shown.source, shown.rule, notes, grid, warned)
        chart = make_chart(shown, caption, synthetic=self.release.facts.synthetic)
        data = chart_grid(shown, chart)
        return Figure(number, anchor, caption, shown.source, shown.rule, notes, chart, data, warned)

    def check_hidden(self, shown: Shown) -> None:
        """Report items whose whole base is hidden, and a moment that is: there is nothing to show."""
        self.problems += check_moments(shown)
        for item in shown.items:
            if not shown.at(item, None).n:
                message = f"The base of {item.key} is hidden by the disclosure rules; nothing can be shown."
                hint = "Leave it out, or widen its base."
                self.problems.append(rules.HIDDEN_VALUE.problem(shown.exhibit.span, message, hint=hint))

    def response(self, block: ResponseTable, number: int, anchor: str) -> Block:
        """Compose the response table."""
        caption = "".join(run.text for run in self.inline(block.caption)) or say(self.language, "response")
        grid = response_grid(self.release, self.labels)
        return NumberedTable(number, anchor, caption, "", "", (), grid)

    def rates(self, block: ResponseRates) -> Iterator[Block]:
        """Compose the response rates."""
        if self.release.facts.response is None:
            message, hint = no_rates_told()
            self.problems.append(rules.NO_RATES.problem(block.span, message, hint=hint))
        yield from rate_blocks(self.release, self.language)

    def plain_table(self, block: PlainTable) -> Block:
        """Compose a table that the author wrote; it stands outside the numbering."""
        rows = [(block.head, True), *((row, False) for row in block.rows)]
        done = [
            tuple(
                TableCell(self.inline(line), numeric=right, header=head or place == 0)
                for place, (line, right) in enumerate(zip(row, block.right, strict=True))
            )
            for row, head in rows
        ]
        return NumberedTable(0, "", "", "", "", (), Grid((done[0],), tuple(done[1:])))

    def inline(self, line: Line) -> Inline:
        """Compose a line of text."""
        return tuple(run for piece in line for run in self.runs(piece))

    def runs(self, piece: Piece) -> Inline:
        """Compose a piece of a line: one stretch, or those of the conditional text that stands."""
        if not isinstance(piece.what, Conditional):
            return (self.run(piece),)
        problem = problem_of_conditional(self.checker, piece.what)
        if problem:
            self.problems.append(problem)
        origin = origin_of(self.checker, piece.what)
        inner = self.inline(standing_line(self.checker, piece.what))
        return tuple(dressed(run, piece, origin) for run in inner)

    def run(self, piece: Piece) -> Run:
        """Compose a stretch of text."""
        what = piece.what
        looks = Run("", bold=piece.bold, italic=piece.italic, link=piece.link)
        match what:
            case Words():
                return Run(what.text, looks.bold, looks.italic, looks.link)
            case Binding():
                text, origin = self.bound(what)
                return Run(text, looks.bold, looks.italic, looks.link, origin=origin)
            case Reference():
                name = self.places.names.get(what.target, f"[{what.target}]")
                link = f"#{what.target}" if what.target in self.places.names else ""
                return Run(name, looks.bold, looks.italic, link)
            case NoteCall():
                return self.call(what)
        raise TypeError(f"{type(what).__name__} is no single stretch")

    def bound(self, binding: Binding) -> tuple[str, str]:
        """Give a binding's text and origin; a hidden value's own words stay out."""
        outcome, problem = check_binding(self.checker, binding)
        if problem:
            self.problems.append(problem)
        return printed_words(binding, outcome, self.language), outcome.origin

    def call(self, call: NoteCall) -> Run:
        """Call a footnote; one without text is left out."""
        if call.id not in self.template.notes:
            return Run("")
        number = self.calls.setdefault(call.id, str(len(self.calls) + 1))
        return Run("", note=number)

    def compose_notes(self) -> dict[str, Inline]:
        """Compose the footnotes that were called, those called from footnotes included."""
        done: dict[str, Inline] = {}
        while len(done) < len(self.calls):
            for name, number in tuple(self.calls.items()):
                if number not in done:
                    done[number] = self.inline(self.template.notes[name])
        return done


def dressed(run: Run, piece: Piece, origin: str) -> Run:
    """Give a stretch of a conditional text the looks of the whole, and where its words come from."""
    return replace(
        run,
        bold=run.bold or piece.bold,
        italic=run.italic or piece.italic,
        link=run.link or piece.link,
        origin=run.origin or ("" if run.note else origin),
    )


def cautions(shown: Shown) -> Iterator[str]:
    """Say which classes are left out, which are small, and what the sign for a hidden cell means.

    A chart marks its small classes itself, and names them with their n; a table's are named here.
    """
    language = shown.language
    if shown.left_out:
        yield say(language, "left_out", names=", ".join(shown.left_out), minimum=shown.minimum)
    small = [shown.label(part) for part in shown.slices if part.indicative]
    if small:
        bounds = {"minimum": shown.minimum, "below": shown.below - 1}
        names = ", ".join(dict.fromkeys(small))
        table = shown.exhibit.table
        yield say(language, "indicative" if table else "indicative_sign", names=names, **bounds)
    if any(part.amount(option) is None for part in shown.slices for option in shown.options(part.item)):
        yield say(language, "sign")
