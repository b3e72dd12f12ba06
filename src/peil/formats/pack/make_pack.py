"""A data set becomes a data pack: the restricted version, with all that was answered."""

import re
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from peil.data.dataset import Dataset
from peil.formats.pack.make_variable import VariableMaker
from peil.formats.pack.pack import Holds, Level, Pack, PackCode, PackSet, PackVariable, Use
from peil.formats.pack.words import words_in
from peil.store.version import read_version
from peil.study.codebook import ValueKind, Variable
from peil.study.study import Study

ID, WEIGHT, COMPLETE, SYNTHETIC = "id", "weight", "complete", "synthetic"


def make_restricted_pack(dataset: Dataset, language: str) -> Pack:
    """Give all rows and all answers: for those who may know them, never for everyone.

    Args:
        dataset: The rows that the analysis counts, weighted.
        language: Language of the labels.
    """
    maker = VariableMaker(dataset, language)
    answers = tuple(maker.make(each) for each in pack_variables(dataset))
    return wrap(dataset, (*_row_variables(dataset, language), *answers), language)


def pack_variables(dataset: Dataset) -> Iterator[Variable]:
    """Give the variables that answers stand in and those that the plan derives; contact details never."""
    for name, variable in dataset.study.codebook.variables.items():
        if not variable.private and name in dataset.columns:
            yield variable


def wrap(
    dataset: Dataset,
    variables: Sequence[PackVariable],
    language: str,
    *,
    public: bool = False,
    notes: Sequence[str] = (),
) -> Pack:
    """Put variables into a pack, with what is told of the study."""
    study = dataset.study
    count = len(variables[0].cells) if variables else 0
    return Pack(
        name=file_name(study),
        title=study.about.title.plain(language),
        language=language,
        n=count,
        variables=tuple(variables),
        sets=tuple(_sets(study, variables, language)),
        public=public,
        synthetic=dataset.synthetic,
        fingerprint=read_version(study).fingerprint,
        facts=_facts(study, language),
        notes=tuple(notes),
    )


def file_name(study: Study) -> str:
    """Give the name that a study's files have: its folder's, in plain letters."""
    name = re.sub(r"[^a-z0-9]+", "-", study.folder.resolve().name.lower()).strip("-")
    return name or "data"


def _row_variables(dataset: Dataset, language: str) -> Iterator[PackVariable]:
    """Give what is said of each row; the weight first, where there is one."""
    words = words_in(language)
    taken = dataset.study.codebook.variables
    if dataset.weights is not None:
        name = WEIGHT if WEIGHT not in taken else f"{WEIGHT}_"
        yield PackVariable(
            name,
            words["weight"],
            Level.SCALE,
            Holds.NUMBERS,
            numbers=dataset.weights,
            decimals=8,
            use=Use.WEIGHT,
        )
    yield PackVariable(ID, words["id"], Level.NOMINAL, Holds.TEXTS, texts=dataset.ids, use=Use.SERIAL)
    made = dataset.rows.synthetic if dataset.rows else np.full(dataset.n, dataset.synthetic)
    codes = (PackCode(0, words["no"]), PackCode(1, words["yes"]))
    for name, cells in ((COMPLETE, dataset.complete), (SYNTHETIC, made)):
        numbers = np.asarray(cells, np.float64)
        if name not in taken:
            yield PackVariable(
                name, words[name], Level.NOMINAL, Holds.CODES, codes=codes, numbers=numbers, use=Use.ROW
            )
    for name in dataset.study.plan.row_columns:
        column = dataset.columns.get(name)
        if column is None or name in taken:
            continue
        if column.dtype == object:
            texts = tuple(str(cell) for cell in column)
            yield PackVariable(name, words["design"], Level.NOMINAL, Holds.TEXTS, texts=texts, use=Use.ROW)
        else:
            numbers = column.astype(np.float64)
            yield PackVariable(
                name, words["design"], Level.SCALE, Holds.NUMBERS, numbers=numbers, decimals=8, use=Use.ROW
            )


def _sets(study: Study, variables: Sequence[PackVariable], language: str) -> Iterator[PackSet]:
    """Give the ticks that belong together; a single one is no set."""
    by_item: dict[str, list[str]] = {}
    for variable in variables:
        if variable.several:
            by_item.setdefault(variable.several, []).append(variable.name)
    for key, names in by_item.items():
        item = study.codebook.items[key]
        asked = study.codebook.variables
        if len(names) > 1 and all(asked[name].value is ValueKind.TICK for name in names):
            yield PackSet(key, item.wording.plain(language), tuple(names))


def _facts(study: Study, language: str) -> Mapping[str, str]:
    """Give what study.toml says of the study, under the names of ``words``."""
    about = study.about
    days = [day.isoformat() for day in (about.opens, about.closes) if day]
    found = {
        "client": about.client.plain(language) if about.client else "",
        "agency": about.agency.plain(language) if about.agency else "",
        "controller": about.controller,
        "fieldwork": " – ".join(days),
        "contact": about.contact,
        "licence": about.extra.get("licence", about.extra.get("license", "")),
    }
    return {name: text for name, text in found.items() if text}
