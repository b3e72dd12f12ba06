"""compare/population/*.toml: populations that the sample is set beside."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from peil.core.ids import did_you_mean, is_id
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_population, units_differ
from peil.study.codebook import Item
from peil.study.plan import Crosswalk
from peil.study.population import Population, Unit
from peil.study.question import Kind
from peil.study.reader.around import Around
from peil.study.reader.check_population_sizes import check_sizes
from peil.study.reader.match_classes import Matcher
from peil.study.reader.read_population_classes import COUNT, PERCENT, RawClass, read_entries, read_rows
from peil.study.reader.read_population_extras import read_headlines, read_verdict
from peil.study.reader.read_told import read_told
from peil.study.reader.settings import read_settings
from peil.study.reader.typed import Table

PLACE = Path("compare") / "population"
KNOWN = (
    "title", "source", "url", "date", "period", "unit", "study_unit", "unit_note", "group", "crosswalk",
    "points", "minimum", "headlines", "file", "total", "rounded_to", "class", "verdict",
)  # fmt: skip


def read_populations(folder: Path, around: Around, problems: list[Problem]) -> dict[str, Population]:
    """Give them by id, in the order of the files' names; one without a group or classes is left out."""
    found: dict[str, Population] = {}
    for path in sorted((folder / PLACE).glob("*.toml")):
        settings = read_settings(path, path.relative_to(folder).as_posix(), problems)
        if not settings.readable:
            continue
        whole = Table(settings, (), settings.values, bad_population.RULE, problems)
        if not is_id(path.stem):
            hint = "Name the file cbs2025.toml, say: lower-case letters, digits and underscores."
            whole.wrong(f'"{path.stem}" is no id, and texts name a population by it.', hint=hint)
            continue
        population = _population(whole, path, around)
        if population:
            found[path.stem] = population
    return found


def _population(whole: Table, path: Path, around: Around) -> Population | None:
    whole.known(KNOWN)
    item = _group(whole, around)
    crosswalk = _crosswalk(whole, around, item)
    raw = tuple(_classes(whole, path, around.languages))
    kinds = {one.kind for one in raw if one.kind}
    if not raw:
        hint = "Write [[class]] for each, or name a CSV file beside it: file = …"
        whole.wrong("The population has no classes.", hint=hint)
    if len(kinds) > 1:
        hint = "Give all of them in one of the two."
        whole.wrong("Some classes have a percentage and others a count.", hint=hint)
    if item is None or not raw or len(kinds) > 1:
        return None
    matcher = Matcher(item, around.languages[0], crosswalk, whole.problems)
    least = around.plan.disclosure.minimum_base
    total, rounded_to = _counts(whole, kinds)
    population = Population(
        id=path.stem,
        title=_needed(whole, "title", around),
        source=_needed(whole, "source", around),
        url=_url(whole),
        date=whole.date("date"),
        period=read_told(whole, "period", around.languages),
        unit=_unit(whole, "unit"),
        study_unit=_unit(whole, "study_unit"),
        unit_note=read_told(whole, "unit_note", around.languages),
        group=item.key,
        classes=tuple(matcher.match(raw)),
        counted=kinds == {COUNT},
        total=total,
        rounded_to=rounded_to,
        points=whole.whole("points", around.plan.deviation.points, least=1),
        minimum=whole.whole("minimum", least, least=least),
        headlines=read_headlines(whole, around),
        verdict=read_verdict(whole, around.languages),
        span=Span(whole.settings.file, 1, 1),
    )
    _check(whole, population)
    return population


def _group(whole: Table, around: Around) -> Item | None:
    """Give the item that is set beside the population: of it each respondent has one class."""
    name = whole.text("group")
    item = around.codebook.items.get(name)
    if item is not None and item.kind is Kind.SINGLE:
        return item
    singles = [key for key, one in around.codebook.items.items() if one.kind is Kind.SINGLE]
    said = f'"{name}" is no question with one answer, and no derived variable.'
    if not name:
        said = "The population is set beside nothing of this study."
    whole.wrong(said, "group", hint=did_you_mean(name, singles) or f'Write group = "{(*singles, "…")[0]}".')
    return None


def _crosswalk(whole: Table, around: Around, item: Item | None) -> Crosswalk | None:
    name = whole.text("crosswalk")
    if not name:
        return None
    known = around.plan.crosswalks
    if name not in known:
        hint = did_you_mean(name, known) or f"There are: {', '.join(known) or 'none'}."
        whole.wrong(f'The plan has no crosswalk "{name}".', "crosswalk", hint=hint)
        return None
    if item is not None and known[name].question != item.key:
        hint = f'Write to = "…" with each class, or write a crosswalk of {item.key}.'
        whole.wrong(f"The crosswalk is of {known[name].question}, not of {item.key}.", "crosswalk", hint=hint)
        return None
    return known[name]


def _classes(whole: Table, path: Path, languages: tuple[str, ...]) -> Iterator[RawClass]:
    """Read the classes, from the file itself and from the CSV file that it names."""
    yield from read_entries(whole, languages)
    name = whole.text("file")
    if not name:
        return
    beside = path.parent / name
    if Path(name).name != name or not beside.is_file():
        whole.wrong(f'There is no file "{name}" beside this one.', "file", hint="Put it in the same folder.")
        return
    file = f"{PLACE.as_posix()}/{name}"
    yield from read_rows(beside, file, languages, whole.problems)


def _needed(whole: Table, name: str, around: Around) -> dict[str, str]:
    told = dict(read_told(whole, name, around.languages))
    if not told and isinstance(whole.values.get(name, ""), str):
        whole.wrong(
            f"The population has no {name}.", name, hint=f'Write {name} = "…", as a report prints it.'
        )
    return told


def _url(whole: Table) -> str:
    url = whole.text("url").strip()
    if not url or url.startswith(("https://", "http://")):
        return url
    whole.wrong(f'"{url}" is no address.', "url", hint='Write url = "https://…".')
    return ""


def _unit(whole: Table, name: str) -> Unit:
    """Give what is counted; people where nothing is said of this study, and needed of the source."""
    written = whole.text(name)
    if written in list(Unit):
        return Unit(written)
    if written or name == "unit":
        hint = did_you_mean(written, list(Unit)) or f"Choose from {', '.join(Unit)}."
        said = f'"{written}" is no unit.' if written else "It doesn't say what the source counts."
        whole.wrong(said, name, hint=hint)
    return Unit.PEOPLE


def _counts(whole: Table, kinds: set[str]) -> tuple[Decimal | None, int]:
    """Read what counts are parts of, and what they are rounded to; percentages have neither."""
    named = [name for name in ("total", "rounded_to") if name in whole.values]
    for name in named if kinds == {PERCENT} else ():
        whole.wrong(f"Percentages have no {name}.", name, hint=f"Leave {name} out.")
    if not named or kinds == {PERCENT}:
        return None, 1
    total = whole.whole("total", 0, least=1) if "total" in named else 0
    return Decimal(total) if total else None, whole.whole("rounded_to", 1, least=1)


def _check(whole: Table, population: Population) -> None:
    """Report what isn't said of the source, sizes that can't be, and units that differ untold."""
    if population.date is None and not population.period:
        hint = 'Write date = 2025-09-30 or period = "third quarter of 2025".'
        whole.wrong("It doesn't say of when the sizes are.", hint=hint)
    if population.unit is not population.study_unit and not population.unit_note:
        message = f"The source counts {population.unit}, and this study counts {population.study_unit}."
        hint = 'Say in unit_note = "…" what that does; the report prints it with the difference.'
        span = whole.settings.start("unit") if "unit" in whole.values else population.span
        whole.problems.append(units_differ.RULE.problem(span, message, hint=hint))
    whole.problems.extend(check_sizes(population, whole.settings.key("total")))
