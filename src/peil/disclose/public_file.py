"""The public version of the data: rows that give nobody away and nothing that the release hides."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from peil.core.problem import Problem
from peil.data.dataset import Dataset
from peil.disclose.linkage import Mask
from peil.disclose.public_classes import PublicItem
from peil.disclose.public_rows import PublicRows, choose_public_rows
from peil.disclose.release import Release
from peil.formats.pack.files import pack_files
from peil.formats.pack.make_pack import ID, wrap
from peil.formats.pack.make_variable import VariableMaker
from peil.formats.pack.pack import Holds, Level, Numbers, Pack, PackCode, PackVariable, Use
from peil.formats.pack.pack_problems import DRAFT_IN_PUBLIC, NOTHING_PUBLIC, TOO_FEW
from peil.formats.pack.words import words_in
from peil.study.codebook import ValueKind, Variable
from peil.study.plan import DRAFT, IN_PLAN
from peil.study.short_title import short_title
from peil.study.study import Study


@dataclass(frozen=True)
class PublicPack:
    """A public version, or why there is none.

    Args:
        pack: The rows; None where nothing can be made public.
        identifying: Variables in it by which a person could be known, which are k-anonymous together.
        withheld: So many cells are withheld for that.
        problems: Why there is none, or what the researcher should know.
        files: Every file by name; empty where there is none.
    """

    pack: Pack | None
    identifying: tuple[str, ...] = ()
    withheld: int = 0
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)


def make_public_pack(dataset: Dataset, release: Release, language: str) -> PublicPack:
    """Give the public version of the rows that the analysis counts.

    It has no answers in own words, numbers, dates, rankings or weights, no id or order that leads to the
    full file, and of each question only what the release shows for every group.

    Args:
        dataset: The rows that the release was made of.
        release: Everything that is published beside the file.
        language: Language of labels and notes.
    """
    study = dataset.study
    rules = release.disclosure
    if rules.profile == DRAFT:
        return PublicPack(None, problems=(draft_problem(),))
    if dataset.n < max(rules.minimum_base, rules.k):
        return PublicPack(None, problems=(few_problem(dataset.n),))
    rows = choose_public_rows(dataset, release)
    made = tuple(_variables(VariableMaker(dataset, language), rows))
    if not made:
        return PublicPack(None, problems=(nothing_problem(),))
    ordered = _in_order_of_content(made)
    notes = tuple(_notes(study, rows, rules.k, language))
    serial = PackVariable(
        ID,
        words_in(language)["id"],
        Level.NOMINAL,
        Holds.NUMBERS,
        numbers=np.arange(1, dataset.n + 1, dtype=np.float64),
        use=Use.SERIAL,
    )
    pack = wrap(dataset, (serial, *ordered), language, public=True, notes=notes)
    return PublicPack(pack, rows.identifying, rows.cells, files=pack_files(pack))


def _variables(maker: VariableMaker, rows: PublicRows) -> Iterator[PackVariable]:
    codebook = maker.study.codebook
    for public in rows.items.values():
        for name in codebook.items[public.key].variables or (public.key,):
            variable = codebook.variables[name]
            if variable.value in {ValueKind.OPTION, ValueKind.STEP} and public.parts:
                made = _in_parts(maker, variable, public)
                gone = rows.withheld.get(public.key)
                yield made if gone is None else _withhold(made, gone)
            elif variable.value is ValueKind.TICK and variable.option in public.ticks:
                yield _limited(maker.make(variable), maker.words)


def _in_parts(maker: VariableMaker, variable: Variable, public: PublicItem) -> PackVariable:
    """Give a column with its options taken together: a part has the code of its first option."""
    whole = maker.make(variable)
    item = maker.study.codebook.items[public.key]
    of_option = dict(zip(item.option_ids, whole.codes, strict=False))
    codes: list[PackCode] = []
    recoded: dict[int, int] = {}
    for part in public.parts:
        inside = [of_option[option] for option in item.option_ids if option in part]
        label = maker.words["or"].join(code.label for code in inside)
        codes.append(PackCode(inside[0].code, label, all(code.missing for code in inside)))
        recoded |= {code.code: inside[0].code for code in inside}
    numbers = np.zeros(0) if whole.numbers is None else whole.numbers
    together = np.array([recoded.get(int(each), int(each)) for each in numbers], np.float64)
    merged = any(len(part) > 1 for part in public.parts)
    level = Level.NOMINAL if merged else whole.level
    made = replace(whole, codes=(*codes, *whole.states), numbers=together, level=level)
    return _limited(made, maker.words)


def _limited(variable: PackVariable, words: Mapping[str, str]) -> PackVariable:
    """Tell no more than that there is no answer, and leave room for cells that are withheld."""
    states = variable.states
    no_answer = states[0].code
    codes = (
        *(code for code in variable.codes if not code.state),
        PackCode(no_answer - 1, words["withheld"], missing=True, state=True),
        PackCode(no_answer, words["no_answer"], missing=True, state=True),
    )
    numbers = np.zeros(0) if variable.numbers is None else variable.numbers
    without = np.isin(numbers, [state.code for state in states]) | np.isnan(numbers)
    return replace(variable, codes=codes, numbers=np.where(without, no_answer, numbers))


def _withhold(variable: PackVariable, gone: Mask) -> PackVariable:
    """Withhold cells of a variable."""
    return replace(variable, numbers=np.where(gone, variable.states[0].code, _cells(variable)))


def _cells(variable: PackVariable) -> Numbers:
    return np.zeros(0) if variable.numbers is None else variable.numbers


def _in_order_of_content(variables: Sequence[PackVariable]) -> tuple[PackVariable, ...]:
    """Put the rows in the order of what they hold: any other order could be that of the full file."""
    order = np.lexsort([_cells(variable) for variable in reversed(variables)])
    return tuple(replace(variable, numbers=_cells(variable)[order]) for variable in variables)


def _notes(study: Study, rows: PublicRows, k: int, language: str) -> Iterator[str]:
    """Say what isn't in the file and what was done to it."""
    items = rows.items
    words = words_in(language)

    def titles(keys: Sequence[str]) -> str:
        return ", ".join(dict.fromkeys(short_title(study, key, language) for key in keys))

    yield words["no_text"]
    yield words["kept"]
    told = {study.codebook.items[key].question for key in items}
    asked = {item.question: None for item in study.codebook.items.values() if item.options}
    absent = [question for question in asked if question not in told]
    if absent:
        yield words["absent"].format(names=titles(absent))
    merged = [key for key, item in items.items() if any(len(part) > 1 for part in item.parts)]
    if merged:
        yield words["merged"].format(names=titles(merged))
    if rows.identifying:
        yield words["k"].format(names=titles(rows.identifying), k=k, cells=rows.cells)
    yield words["order"]
    if study.plan.disclosure.sensitive:
        yield words["sensitive"]


def draft_problem() -> Problem:
    """Tell that a draft has no public version."""
    message = "The profile is draft, which hides nothing: no public file is made of it."
    return DRAFT_IN_PUBLIC.problem(IN_PLAN, message, hint='Write profile = "standard" under [disclosure].')


def few_problem(n: int) -> Problem:
    """Tell that there are too few rows."""
    message = f"With {n} rows there is no public file: anyone in it could be found."
    return TOO_FEW.problem(IN_PLAN, message, hint="Publish the report's tables alone.")


def nothing_problem() -> Problem:
    """Tell that nothing is shown for every group."""
    message = "No question is shown for every class of every group, so nothing can stand in a public file."
    hint = "Group by fewer or larger classes, or publish the tables alone."
    return NOTHING_PUBLIC.problem(IN_PLAN, message, hint=hint)
