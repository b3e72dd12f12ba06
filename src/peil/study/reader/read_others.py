"""compare/*.toml: other studies, with their published figures."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from math import isfinite
from pathlib import Path
from typing import TypeVar

from peil.core.ids import did_you_mean, is_id
from peil.core.problem import Problem
from peil.study.checks import bad_other_study
from peil.study.other_study import (
    OtherKind,
    OtherQuestion,
    OtherSampling,
    OtherStudy,
    Publication,
)
from peil.study.reader.around import Around
from peil.study.reader.read_other_crosswalk import read_crosswalk
from peil.study.reader.read_other_figures import read_figures
from peil.study.reader.read_other_words import read_words, words_of
from peil.study.reader.settings import read_settings
from peil.study.reader.typed import Table
from peil.study.told import Told

COMPARE = "compare"
WAVES = "waves"
KNOWN = (
    "name", "title", "fieldwork", "sampling", "design_effect", "source", "groups", "questions", "figure",
)  # fmt: skip
OF_SOURCE = ("id", "citation", "url", "date")
OF_QUESTION = ("title", "wording", "kind", "horizon", "options", "crosswalk")
Choice = TypeVar("Choice", bound=StrEnum)


def read_others(folder: Path, around: Around, problems: list[Problem]) -> dict[str, OtherStudy]:
    """Give them by id, in the order of the files' names.

    Args:
        folder: The study's folder.
        around: The study as far as it has been read, which crosswalks name.
        problems: Gathers what is wrong, all at once.
    """
    found: dict[str, OtherStudy] = {}
    for path in sorted((folder / COMPARE).glob("*.toml")):
        if path.stem == WAVES or not path.is_file():
            continue
        settings = read_settings(path, path.relative_to(folder).as_posix(), problems)
        if settings.readable:
            whole = Table(settings, (), settings.values, bad_other_study.RULE, problems)
            found[path.stem] = _study(whole, path, folder, around)
    return found


def _study(table: Table, path: Path, folder: Path, around: Around) -> OtherStudy:
    table.known(KNOWN)
    if not is_id(path.stem):
        hint = "Rename it in lower-case letters, digits and underscores."
        table.wrong(f"\"{path.stem}\" is no id, and the file's name is the study's.", hint=hint)
    for name in ("name", "title", "sampling"):
        if name not in table.values:
            table.wrong(f'It has no "{name}".', hint=f'Write {name} = "…".')
    texts = {name: read_words(table, name, around.languages) for name in ("name", "title", "fieldwork")}
    groups = _named(table.table("groups"), around.languages)
    publications = dict(_publications(table, around.languages))
    questions = {one.path[-1]: _question(one, groups, around) for one in table.table("questions").tables()}
    study = OtherStudy(
        id=path.stem,
        span=table.at,
        name=texts["name"] or dict.fromkeys(around.languages, path.stem),
        title=texts["title"],
        fieldwork=texts["fieldwork"],
        sampling=_choice(table, "sampling", OtherSampling, OtherSampling.UNKNOWN),
        design_effect=_design_effect(table),
        publications=publications,
        groups=groups,
        questions=questions,
    )
    return read_figures(study, table, path.with_suffix(".csv"), folder, around.languages)


def _named(table: Table, languages: tuple[str, ...]) -> dict[str, Told]:
    """Give the texts of ``[groups]`` or a question's options by id."""
    found: dict[str, Told] = {}
    for name, value in table.values.items():
        if not is_id(name):
            table.wrong(f'"{name}" is no id.', name, hint="Use lower-case letters, digits and underscores.")
        found[name] = words_of(table, value, languages, name)
    return found


def _publications(table: Table, languages: tuple[str, ...]) -> Iterator[tuple[str, Publication]]:
    seen: set[str] = set()
    for one in table.entries("source"):
        one.known(OF_SOURCE)
        name, citation = one.text("id"), read_words(one, "citation", languages)
        if not is_id(name) or name in seen:
            one.wrong("A source has an id of its own.", "id", hint='Write id = "report", say.')
        if not citation:
            one.wrong("The source has no citation.", "citation", hint='Write citation = "…".')
        seen.add(name)
        yield name, Publication(name, citation, one.text("url").strip(), one.date("date"), one.at)
    if not seen:
        table.wrong("It has no source.", hint='Write [[source]] with id = "…" and citation = "…".')


def _question(table: Table, groups: Mapping[str, Told], around: Around) -> OtherQuestion:
    table.known(OF_QUESTION)
    name = table.path[-1]
    if not is_id(name):
        table.wrong(f'"{name}" is no id.', hint="Use lower-case letters, digits and underscores.")
    title = read_words(table, "title", around.languages)
    if not title:
        table.wrong(f'The question "{name}" has no title.', hint='Write title = "…".')
    kind = _choice(table, "kind", OtherKind, OtherKind.SINGLE)
    options = _named(table.table("options"), around.languages)
    crosswalk = None
    if "crosswalk" in table.values:
        crosswalk = read_crosswalk(table.table("crosswalk"), kind, options, groups, around)
    return OtherQuestion(
        id=name,
        title=title,
        wording=read_words(table, "wording", around.languages),
        kind=kind,
        horizon=read_words(table, "horizon", around.languages),
        options=options,
        crosswalk=crosswalk,
        span=table.at,
    )


def _choice(table: Table, name: str, kind: type[Choice], default: Choice) -> Choice:
    """Give one of a list of words."""
    written = table.text(name, default)
    known = [str(one) for one in kind]
    if written in known:
        return kind(written)
    hint = did_you_mean(written, known) or f"There are {', '.join(known)}."
    table.wrong(f'"{written}" is no {name}.', name, hint=hint)
    return default


def _design_effect(table: Table) -> float:
    found = table.values.get("design_effect", 1.0)
    if isinstance(found, int | float) and not isinstance(found, bool) and isfinite(found) and found > 0:
        return float(found)
    table.wrong('"design_effect" is a number above zero.', "design_effect", hint="Write design_effect = 1.3.")
    return 1.0
