"""The annex on methodology as a whole: its sections, two checklists, and what nobody stated."""

from collections.abc import Callable, Iterator, Sequence

from peil.report.compose.methodology.checklists import LISTS, tell_checklist
from peil.report.compose.methodology.data_protection import tell_limitations, tell_protection
from peil.report.compose.methodology.field import tell_fieldwork
from peil.report.compose.methodology.instrument import tell_instrument
from peil.report.compose.methodology.margins import tell_margins
from peil.report.compose.methodology.people import tell_population, tell_who
from peil.report.compose.methodology.processing import tell_processing
from peil.report.compose.methodology.rules import tell_disclosure, tell_tests, tell_weighting
from peil.report.compose.methodology.section import Section, set_section, told
from peil.report.compose.methodology.source import Source
from peil.report.compose.methodology.words import name_methodology
from peil.report.compose.questionnaire import bullets
from peil.report.document import Block

SECTIONS: tuple[Callable[[Source], Section], ...] = (
    tell_who,
    tell_population,
    tell_instrument,
    tell_fieldwork,
    tell_processing,
    tell_weighting,
    tell_margins,
    tell_tests,
    tell_disclosure,
    tell_protection,
    tell_limitations,
)
"""What the annex tells, in order."""


def methodology_blocks(source: Source) -> Iterator[Block]:
    """Give the annex: nothing in it comes from elsewhere than the study and its release."""
    yield told(source.say("made"))
    sections = [tell(source) for tell in SECTIONS]
    lists = [tell_checklist(source, name, sections) for name in LISTS]
    for place, section in enumerate((*sections, *lists, tell_missing(source, sections)), start=1):
        yield from set_section(source, section, place)


def tell_missing(source: Source, sections: Sequence[Section]) -> Section:
    """Name everything that nobody stated."""
    unsaid = dict.fromkeys(name for section in sections for name in section.lacking)
    if not unsaid:
        return Section("missing", blocks=(told(source.say("all_stated")),))
    names = (name_methodology(source.language, "names", one) for one in unsaid)
    return Section("missing", blocks=(told(source.say("missing_told")), bullets(names)))
