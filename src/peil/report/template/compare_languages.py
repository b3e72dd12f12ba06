"""Compare the report's text in two languages: the same headings, figures, tables and bindings."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from difflib import SequenceMatcher

from peil.core.problem import Problem
from peil.core.span import Span
from peil.report import problems as rules
from peil.report.template.beside_block import (
    AuditAnnex,
    ComparisonCall,
    OthersAnnex,
    PopulationCall,
    TalksBlock,
    TrendCall,
)
from peil.report.template.binding import Binding, Comparison
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
    MethodNote,
    NoteCall,
    QuestionnaireAnnex,
    ResearchQuestions,
    ResponseRates,
    ResponseTable,
    Template,
    TemplateBlock,
    Title,
    WeightingAnnex,
    WeightingNote,
    lines_of,
    spread,
)
from peil.study.expr.condition import Condition

# What is left out of a value's key: where it stands, and what only makes the printed words free.
WORDING = {"span", "stated", "source"}
NAMES = {
    ResearchQuestions: "list of research questions",
    ResponseTable: "response table",
    ResponseRates: "response rates",
    WeightingNote: "weighting note",
    IntervalNote: "note on intervals",
    QuestionnaireAnnex: "questionnaire",
    MethodologyAnnex: "annex on methodology",
    WeightingAnnex: "annex on weighting",
    AuditAnnex: "annex on printed figures",
    KeyLines: "block of key numbers",
    MethodNote: "note on method",
    Embargo: "embargo",
    Explore: "block of pages to explore",
    Downloads: "list of files",
    OthersAnnex: "annex on other studies",
    TalksBlock: "table of talks",
}
NAMED = {
    CrosswalkAnnex: "crosswalk",
    ComparisonCall: "comparison",
    QuoteCall: "quotation",
    PopulationCall: "population",
    TrendCall: "trend",
}
"""What is named with its id."""
SET: Mapping[type, Mapping[str, str]] = {
    ComparisonCall: {"show": "questions", "chart": "chart"},
    Embargo: {"until": "until"},
    PopulationCall: {"headlines": "headlines"},
    TrendCall: {"chart": "chart"},
    Explore: {"show": "items", "by": "groups"},
}
"""Settings of blocks that have to be alike in every language, and where a block keeps them."""
# An exhibit's words and place; its id stands in its name.
TOLD = {"id", "table", "caption", "notes", "span"}


@dataclass(frozen=True, slots=True)
class Bound:
    """Something that is bound: its words, what it states whatever the words, and where it stands."""

    printed: str
    key: Hashable
    span: Span


@dataclass(frozen=True)
class Stretch:
    """A heading, figure, table or other block, with the text up to the next one.

    Args:
        name: What it is, for people; alike in every language.
        span: Where it stands, or the nearest thing before it that has a place.
        settings: What it shows, by key.
        bindings: The bindings in it and after it, footnotes where they are called.
    """

    name: str
    span: Span
    settings: Mapping[str, Hashable] = field(default_factory=dict)
    bindings: list[Bound] = field(default_factory=list)


def compare_languages(base: Template, other: Template) -> Iterator[Problem]:
    """Report where a translated report says other things than the base language's.

    Blocks are compared in order. Within the text between two of them the order of bindings is free, since
    languages order their words differently; so is which of two a comparison names first.

    Args:
        base: The report in the base language.
        other: The report in another language; problems are placed in its text.
    """
    left, right = cut(base), cut(other)
    mine, theirs = ([stretch.name for stretch in side] for side in (left, right))
    for tag, i, i_end, j, j_end in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            for here, there in zip(left[i:i_end], right[j:j_end], strict=True):
                yield from compare_settings(here, there, base.language)
                yield from compare_bindings(here, there, base.language)
            continue
        for lacking in left[i:i_end]:
            message = f'The text in "{base.language}" has a {lacking.name} here, which this text lacks.'
            place = right[min(j, len(right) - 1)].span
            yield rules.LANGUAGES_DIFFER.problem(place, message, hint=f"It stands at {lacking.span}.")
        for extra in right[j:j_end]:
            message = f'The text in "{base.language}" has no {extra.name} here.'
            hint = "Add it there, or take it out here."
            yield rules.LANGUAGES_DIFFER.problem(extra.span, message, hint=hint)


def cut(template: Template) -> list[Stretch]:
    """Cut a template before each block that has to be there in every language."""
    own = f"report/{template.language}/"
    found = [Stretch("start", Span(own))]
    for block in template.blocks:
        name = name_of(block)
        if name:
            span = getattr(block, "span", found[-1].span)
            found.append(Stretch(name, span, settings_of(block)))
        for line in lines_of(block):
            found[-1].bindings.extend(bindings_of(line, template.notes))
    return found


def name_of(block: TemplateBlock) -> str:
    """Name a block that has to be there in every language; the empty string for running text."""
    match block:
        case Title():
            return f"heading of level {block.level}"
        case Exhibit():
            return f'{"table" if block.table else "figure"} "{block.id}"'
        case CrosswalkAnnex() | ComparisonCall() | QuoteCall() | PopulationCall() | TrendCall():
            return f'{NAMED[type(block)]} "{block.id}"'
        case _:
            return NAMES.get(type(block), "")


def settings_of(block: TemplateBlock) -> dict[str, Hashable]:
    """Give what a block shows, whatever its words; anchors of headings are free in each language."""
    match block:
        case Exhibit():
            keys = (each.name for each in fields(block) if each.name not in TOLD)
            return {key: key_of(getattr(block, key)) for key in keys}
        case Title():
            return {"annex": block.annex, "numbered": block.numbered}
        case ResearchQuestions():
            return {"questions": tuple(each for each, _, _ in block.questions)}
        case _:
            kept = SET.get(type(block), {})
            return {key: getattr(block, name) for key, name in kept.items()}


def bindings_of(line: Line, notes: Mapping[str, Line]) -> Iterator[Bound]:
    """Give what a line binds, in its footnotes and in both texts of what is conditional too."""
    for piece in spread(line):
        match piece.what:
            case Binding(printed=printed, value=value, span=span) if value:
                yield Bound(printed, key_of(value), span)
            case Conditional(proviso=proviso, span=span) if proviso:
                yield Bound(f"if {proviso.source}", key_of(proviso), span)
            case NoteCall(id=name):
                yield from bindings_of(notes.get(name, ()), {})


def key_of(value: object) -> Hashable:
    """Give what a value is apart from its words and place: alike in every language."""
    match value:
        case Condition():
            return " ".join(value.source.split())
        case Comparison():
            return frozenset((key_of(value.left), key_of(value.right)))
        case tuple():
            return tuple(key_of(each) for each in value)
        case _ if is_dataclass(value):
            own = (getattr(value, each.name) for each in fields(value) if each.name not in WORDING)
            return (type(value).__name__, *(key_of(each) for each in own))
        case Hashable():
            return value
    raise TypeError(value)


def compare_settings(base: Stretch, other: Stretch, language: str) -> Iterator[Problem]:
    """Report a figure or table that shows something else, and headings that are numbered otherwise."""
    differing = [key for key in base.settings if base.settings[key] != other.settings[key]]
    if differing:
        message = f'The {other.name} differs from the one in "{language}": {", ".join(differing)}.'
        yield rules.LANGUAGES_DIFFER.problem(other.span, message, hint=f"That one stands at {base.span}.")


def compare_bindings(base: Stretch, other: Stretch, language: str) -> Iterator[Problem]:
    """Report the bindings of one side that the other lacks, each as often as it lacks it."""
    here, there = ([binding.key for binding in side.bindings] for side in (base, other))
    for number in surplus(there, here):
        message = f'The text in "{language}" has no such binding in this place.'
        hint = f"Compare {base.span} and what follows it."
        yield rules.LANGUAGES_DIFFER.problem(other.bindings[number].span, message, hint=hint)
    for number in surplus(here, there):
        lacking = base.bindings[number]
        message = f'The text in "{language}" binds "{lacking.printed}" about here; this text doesn\'t.'
        place = nearest(number, here, there, other)
        yield rules.LANGUAGES_DIFFER.problem(place, message, hint=f"It stands at {lacking.span}.")


def surplus(mine: Sequence[Hashable], theirs: Sequence[Hashable]) -> Iterator[int]:
    """Give the positions of what one side has oftener than the other."""
    left = Counter(theirs)
    for number, key in enumerate(mine):
        if left[key]:
            left[key] -= 1
        else:
            yield number


def nearest(number: int, here: Sequence[Hashable], there: Sequence[Hashable], other: Stretch) -> Span:
    """Give the place of the binding closest to a lacking one that both texts have, else the stretch's."""
    shared = (place for place, key in enumerate(here) if key in there)
    closest = min(shared, key=lambda place: abs(place - number), default=None)
    return other.span if closest is None else other.bindings[there.index(here[closest])].span
