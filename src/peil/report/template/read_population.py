"""Read ``::: population``: the sample beside a population."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from peil.core.ids import did_you_mean
from peil.report import problems as rules
from peil.report.template.beside_block import PopulationCall
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.read_answer import read_answer
from peil.report.template.read_caption import read_caption
from peil.report.template.read_exhibit import read_note
from peil.report.template.read_population_binding import find_population
from peil.report.template.read_prose import ProseReader
from peil.study.population import Headline, Population
from peil.study.tablespec import TableSpec

if TYPE_CHECKING:
    from peil.report.template.read_block import Fenced
    from peil.report.template.template import Line

KEYS = ("headlines", "note")
NONE = "none"
SETTING = re.compile(rf"({'|'.join(KEYS)}):[ \t]*(.*)", re.DOTALL)
LIKE_A_SETTING = re.compile(r"([a-z]+):[ \t]")


def read_population(reader: ProseReader, fenced: "Fenced") -> PopulationCall | None:
    """Read a block; None when it names no population, with a problem.

    Its first line, where that sets nothing, is the caption. ``headlines`` may stand there several times and
    adds up; without one those of the population's own file are taken, and with ``none`` none, as on a slide,
    which holds one table.
    """
    words = fenced.head.plain.split()[1:]
    if len(words) != 1:
        hint = "Write ::: population cbs2025, say."
        reader.names.report(rules.BAD_BLOCK, fenced.head, "A block on a population has one id.", hint)
        return None
    at = fenced.head.text.rindex(words[0])
    population = find_population(reader.names, fenced.head.part(at, at + len(words[0])))
    if population is None:
        return None
    lines = list(fenced.lines)
    caption: Line = ()
    if lines and not LIKE_A_SETTING.match(lines[0].text):
        caption = read_caption(reader, lines.pop(0))
    headlines, notes = read_settings(reader, lines)
    chosen = population.headlines if headlines is None else tuple(dict.fromkeys(headlines))
    return PopulationCall(
        id=population.id,
        span=fenced.head.span,
        specs=tuple(specs_of(population, chosen)),
        caption=caption,
        headlines=chosen,
        notes=notes,
    )


def read_settings(
    reader: ProseReader, lines: Iterable[Phrase]
) -> "tuple[tuple[Headline, ...] | None, tuple[Line, ...]]":
    """Read the lines ``headlines: …`` and ``note: …``; both may stand there several times.

    Returns:
        The headlines, None where no line chooses any, and the notes.
    """
    headlines: list[Headline] = []
    chosen = False
    notes: list[Line] = []
    for line in lines:
        found = SETTING.fullmatch(line.text)
        if found is None:
            named = LIKE_A_SETTING.match(line.text)
            hint = (did_you_mean(named[1], KEYS) if named else "") or "There are headlines and note."
            reader.names.report(rules.BAD_BLOCK, line, f'"{line.plain}" sets nothing here.', hint)
        elif found[1] == "note":
            notes.append(read_note(reader, line.group(found, 2)))
        elif found[2].strip() == NONE:
            chosen = True
        else:
            parts = line.group(found, 2).commas()
            headlines += [one for part in parts if (one := read_headline(reader.names, part))]
    return (tuple(headlines) if chosen or headlines else None), tuple(notes)


def specs_of(population: Population, headlines: tuple[Headline, ...]) -> list[TableSpec]:
    """Give the tables of a block: the group, and each number by it."""
    items = dict.fromkeys(one.item for one in headlines)
    split = [spec for item in items for spec in (TableSpec(item), TableSpec(item, population.group))]
    return [TableSpec(population.group), *split]


def read_headline(names: Names, phrase: Phrase) -> Headline | None:
    """Read ``usage: net:regular``: an answer of everybody who was asked."""
    if "|" in phrase.text:
        hint = "Write ITEM: OPTION alone."
        names.report(rules.BAD_BLOCK, phrase, "A number is weighted of everybody, without filters.", hint)
        return None
    found = read_answer(names, phrase)
    return Headline(found.item, found.options) if found else None
