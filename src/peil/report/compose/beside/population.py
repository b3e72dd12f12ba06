"""Compose ``::: population``: the sample beside a population, and what weights to it would do."""

from collections.abc import Iterable, Iterator

from peil.disclose.beside_population import BesidePopulation, ClassBeside, Standing
from peil.report.compose.amount import round_fraction
from peil.report.compose.beside.around_block import AroundBlock
from peil.report.compose.beside.population_weights import weighed_table
from peil.report.compose.beside.population_words import (
    say_unit,
    say_when,
    spell_known,
    spell_signed,
    tell,
)
from peil.report.compose.figure import cell
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import HIDDEN_SIGN, join_words, say, spell_count
from peil.report.document import Block, Grid, Inline, NumberedTable, Paragraph, Quote, Run, TableCell
from peil.report.problems import HIDDEN_VALUE
from peil.report.template.beside_block import PopulationCall
from peil.study.base_rule import tell_base
from peil.study.population import Population, SourceVerdict
from peil.study.tablespec import TableSpec
from peil.study.told import in_language

WIDTHS = (3.4, 0.8, 1.5, 1.6, 1.9, 1.9)
"""Widths of columns: classes, n, both shares, how far they lie apart, the bound."""


def population_blocks(call: PopulationCall, around: AroundBlock) -> Iterator[Block]:
    """Give the table of classes, the source's verdict, and the table of weighted numbers."""
    population = around.labels.study.populations[call.id]
    beside = around.release.populations.get(call.id)
    if beside is None or not beside.compared:
        message = f"No class of {population.group} can be shown; nothing stands beside {population.id}."
        hint = "Take classes together in plan.toml, or leave the block out."
        around.problems.append(HIDDEN_VALUE.problem(call.span, message, hint=hint, got=call.id))
    if beside is None:
        return
    yield class_table(call, around, population, beside)
    if population.verdict:
        yield tell_verdict(population.verdict, around.labels.language)
    if call.headlines:
        yield weighed_table(call, around, population, beside)


def class_table(
    call: PopulationCall, around: AroundBlock, population: Population, beside: BesidePopulation
) -> NumberedTable:
    """Give the classes that are large enough, in both; under it what stands between the two."""
    labels, language = around.labels, around.labels.language
    title = in_language(population.title, language)
    caption = "".join(run.text for run in around.inline(call.caption))
    heads = (
        tell(language, "n"),
        tell(language, "sample"),
        tell(language, "population"),
        tell(language, "gap"),
    )
    head = (
        cell(labels.row(labels.item(population.group)), header=True),
        *(cell(name, header=True, numeric=True) for name in heads),
        cell(tell(language, "bound", points=beside.points), header=True),
    )
    rows = beside.compared or beside.classes
    item = labels.item(population.group)
    base = next((one.base for one in beside.classes if one.base), None)
    told = [labels.source([item]), *([say(language, "n", n=base)] if base else [])]
    return NumberedTable(
        number=int(around.number),
        anchor=around.anchor,
        caption=caption or tell(language, "caption", title=title),
        source="; ".join(told),
        base=say(language, "base", rule=tell_base(labels.study, TableSpec(item.key), language)),
        notes=(
            *(around.inline(note) for note in call.notes),
            source_line(population, language),
            *((Run(words),) for words in told_notes(population, beside, labels)),
        ),
        grid=Grid((head,), tuple(class_row(one, population, labels) for one in rows), widths=WIDTHS),
    )


def class_row(one: ClassBeside, population: Population, labels: Labels) -> tuple[TableCell, ...]:
    """Give a class: respondents, its shares, how far they lie apart, on which side of the bound."""
    language = labels.language
    name = cell(labels.group(population.group, one.id), header=True)
    if one.n is None or one.percent is None or one.standing is Standing.SMALL:
        return (name, *(cell(HIDDEN_SIGN, numeric=True) for _ in range(4)), cell(HIDDEN_SIGN))
    counted = (
        cell(spell_count(one.n, language), numeric=True),
        cell(f"{round_fraction(one.percent)}%", numeric=True),
    )
    if one.known is None or one.gap is None:
        lacking, untold = tell(language, "unavailable"), tell(language, "untold")
        return (name, *counted, *(cell(text, numeric=True) for text in (lacking, untold)), cell(untold))
    return (
        name,
        *counted,
        cell(spell_known(one.known, language), numeric=True),
        cell(spell_signed(int(round_fraction(one.gap))), numeric=True),
        cell(tell(language, one.standing)),
    )


def source_line(population: Population, language: str) -> Inline:
    """Say whose figures they are, of when, with their address."""
    source, when = in_language(population.source, language), say_when(population, language)
    return (Run(tell(language, "source", source=source, when=when), link=population.url),)


def told_notes(population: Population, beside: BesidePopulation, labels: Labels) -> Iterator[str]:
    """Say everything that keeps the two from being the same thing."""
    language = labels.language

    def names(classes: Iterable[str]) -> str:
        return join_words([labels.group(population.group, one) for one in classes], language)

    def listed(key: str, classes: Iterable[ClassBeside], **values: object) -> Iterator[str]:
        found = [one.id for one in classes]
        if found:
            yield tell(language, key, names=names(found), **values)

    if population.unit is not population.study_unit:
        yield tell_units(population, language)
    if labels.study.plan.weighting.method != "none":
        yield tell(language, "unweighted")
    yield from listed("unknown", beside.standing(Standing.UNAVAILABLE))
    yield from listed("small", beside.standing(Standing.SMALL), minimum=beside.minimum)
    yield from listed("hidden", beside.standing(Standing.HIDDEN))
    matched = {one.to for one in population.classes}
    yield from listed("unmatched", (one for one in beside.classes if one.id not in matched))
    if population.strangers:
        yield tell(language, "strangers", names=strangers(population, language))
    yield from listed("rounding", beside.standing(Standing.OPEN))
    yield from listed("wide", beside.unbounded, points=beside.points)


def tell_units(population: Population, language: str) -> str:
    """Say that source and study count different things, and what that does."""
    units = {"unit": say_unit(population.unit, language), "own": say_unit(population.study_unit, language)}
    told = [tell(language, "units", **units)]
    if population.unit_note:
        told.append(in_language(population.unit_note, language))
    elif population.study_unit == "people":
        told.append(tell(language, population.unit))
    return " ".join(told)


def strangers(population: Population, language: str) -> str:
    """Name the source's classes that correspond to none here, with their shares as far as they are known."""
    named = []
    for one in population.strangers:
        share = population.share((one,))
        size = spell_known(share, language) if share else tell(language, "unavailable")
        named.append(f"{in_language(one.name, language)} ({size})")
    return join_words(named, language)


def tell_verdict(verdict: SourceVerdict, language: str) -> Block:
    """Give the source's own words as a quotation, or what was made of them, told to be that."""
    words, source = in_language(verdict.words, language), in_language(verdict.source, language)
    if verdict.paraphrase:
        return Paragraph((Run(tell(language, "paraphrase", source=source, words=words)),))
    return Quote(((Run(words),), (Run(f"— {source}"),)))
