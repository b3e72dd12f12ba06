"""The registry of releases: ``releases/NNN.json`` in the study folder.

It holds which cells a release showed and which it hid, never their values: bases only as full tens, by which
a later release of grown data sees whether enough people came to refresh a number.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from peil.core.problem import Problem
from peil.core.span import Span
from peil.disclose.before import Before, tell_rules
from peil.disclose.mark_definitions import mark_definitions, names_of
from peil.disclose.problems import BROKEN_RELEASE
from peil.disclose.release import EarlierRelease, Release, ReleasedTable, TableKey
from peil.study.base import Base
from peil.study.study import Study
from peil.study.verdict.share_table import NET
from peil.tabulate.table import Table

FOLDER = "releases"
SCHEMA = 1
BATCH = 10
"""So many people have to come before a number is shown anew."""

Json = dict[str, Any]


@dataclass(frozen=True)
class RegisteredRelease:
    """A release as the registry keeps it.

    Args:
        number: Its number, from 1.
        date: Its day.
        interim: It was made while the survey ran.
        questionnaire: Hash of the questionnaire.
        fingerprint: Fingerprint of the data.
        hidden: Of each table told of, the options that were hidden; None among them for its base.
        tens: The base of each table that was shown, in full tens.
        respondents: How many it counted, as it said itself.
        rules: The disclosure rules, in words.
        definitions: Marks of what people had defined beside the data; None in a file of before they were
            kept, which is taken to be of the same as now.
    """

    number: int
    date: str
    interim: bool
    questionnaire: str
    fingerprint: str
    hidden: Mapping[TableKey, tuple[str | None, ...]]
    tens: Mapping[TableKey, int]
    respondents: int = 0
    rules: str = ""
    definitions: Mapping[str, str] | None = None

    def differs(self, names: Iterable[str], definitions: Mapping[str, str]) -> bool:
        """Say whether any of these names was defined otherwise then."""
        known = self.definitions
        return known is not None and any(known.get(name) != definitions.get(name) for name in names)


def data_fingerprint(path: Path) -> str:
    """Give the fingerprint of a data file: the same bytes are the same data."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_releases(folder: Path) -> tuple[tuple[RegisteredRelease, ...], tuple[Problem, ...]]:
    """Read a study's registry, oldest first; a file that can't be read is a problem."""
    found: list[RegisteredRelease] = []
    problems: list[Problem] = []
    for path in sorted((folder / FOLDER).glob("[0-9]*.json")):
        try:
            found.append(_read(path))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"This is no registry of a release that can be read: {type(error).__name__}."
            hint = "Restore the file from where the study is kept; a release can't be made without it."
            problems.append(BROKEN_RELEASE.problem(Span(f"{FOLDER}/{path.name}"), message, hint=hint))
    return tuple(found), tuple(problems)


def write_release(  # noqa: PLR0913 - what a release is told by, each by name
    folder: Path,
    released: Release,
    *,
    date: str,
    interim: bool,
    questionnaire: str,
    fingerprint: str,
    definitions: Mapping[str, str] | None = None,
) -> Path:
    """Add a release to a study's registry, under the next number.

    Nothing is written where the last one says the same of the same data.

    Returns:
        The file.
    """
    known, _ = read_releases(folder)
    home = folder / FOLDER
    numbers = [int(path.stem) for path in home.glob("[0-9]*.json") if path.stem.isdigit()]
    tables = [_table_json(table) for table in (*released.tables, *released.merged)]
    told = {
        "interim": interim,
        "questionnaire": questionnaire,
        "fingerprint": fingerprint,
        "rules": tell_rules(released.disclosure),
        "definitions": dict(definitions or {}),
        "tables": tables,
    }
    number = max(numbers, default=0)
    last = home / f"{number:03}.json"
    if known and known[-1].number == number:
        before = json.loads(last.read_text("utf-8"))
        if {key: before.get(key) for key in told} == told:
            return last
    path = home / f"{number + 1:03}.json"
    home.mkdir(exist_ok=True)
    respondents = released.facts.analysed
    made = {"schema": SCHEMA, "number": number + 1, "date": date, "respondents": respondents, **told}
    partial = path.with_suffix(".partial")
    partial.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")
    partial.replace(path)
    return path


def before_of(
    releases: Sequence[RegisteredRelease],
    tables: Sequence[Table],
    *,
    fingerprint: str,
    definitions: Mapping[str, str] = MappingProxyType({}),
) -> Before:
    """Give what earlier releases mean for tables of now.

    Of the same data, what was shown is known for good and what was hidden stays hidden. Where a variable was
    defined or coded otherwise, or a net was of other options, other counts were shown: by these nothing is
    known now, so that what is small is hidden; what was hidden stays so all the same. Of data that grew
    since, a table is shown anew only when at least ``BATCH`` people came to it since it was last shown, by
    full tens: as one who counts on the least.

    Args:
        releases: The registry, oldest first.
        tables: Tables of now.
        fingerprint: Fingerprint of the data of now.
        definitions: Marks of what people define beside the data, as it is now.
    """
    hidden: dict[TableKey, set[str | None]] = {}
    redefined: dict[TableKey, set[str | None]] = {}
    names = {(*table.spec.key, table.group): names_of(table.spec) for table in tables}
    nets = {name for name in definitions if name.startswith(NET)}
    other_nets: set[str] = set()
    last: dict[TableKey, int] = {}
    for release in releases:
        if release.fingerprint == fingerprint:
            other_nets |= {name for name in nets if release.differs((name,), definitions)}
            for key, options in release.hidden.items():
                if release.differs(names.get(key, ()), definitions):
                    redefined.setdefault(key, set()).update(options)
                else:
                    hidden[key] = hidden.get(key, set(options)) & set(options)
        else:
            last.update(release.tens)
    unfresh = []
    for table in tables:
        key = (*table.spec.key, table.group)
        if key in last and key not in hidden and table.n < last[key] + 2 * BATCH - 1:
            unfresh.append(key)
    told = tuple(
        EarlierRelease(one.number, one.date, one.interim, one.respondents)
        for one in releases
        if one.interim
        or one.fingerprint != fingerprint  # a final one of the same data is this one, made again
    )
    same = [one for one in releases if one.fingerprint == fingerprint]
    rules = same[-1].rules if same and not same[-1].interim else ""
    return Before(
        {key: frozenset(options) for key, options in hidden.items()},
        frozenset(unfresh),
        told,
        rules,
        {key: frozenset(options) for key, options in redefined.items()},
        frozenset(other_nets),
    )


def find_before(
    study: Study, data: Path | None, tables: Sequence[Table]
) -> tuple[Before, tuple[Problem, ...]]:
    """Give what the registry means for tables of now; a file of it that is broken is a problem.

    Args:
        study: Its folder holds the registry.
        data: The file that the tables are of; None for rows of a store, which are other ones than before.
        tables: All that would be shown.
    """
    releases, problems = read_releases(study.folder)
    if not releases:
        return before_of((), tables, fingerprint=""), problems
    definitions = mark_definitions(study)
    fingerprint = data_fingerprint(data) if data else ""
    return before_of(releases, tables, fingerprint=fingerprint, definitions=definitions), problems


def _table_json(table: ReleasedTable) -> Json:
    base = table.spec.base
    gone = [cell.option for cell in table.cells if cell.n is None]
    return {
        "item": table.spec.item,
        "by": table.spec.by,
        "where": table.spec.where.source if table.spec.where else "",
        "base": {
            "without_missing": base.without_missing,
            "without": list(base.without),
            "blanks": base.blanks,
        },
        "group": table.group,
        "merged": list(table.merged),
        "tens": None if table.n is None else table.n // 10 * 10,
        "hidden": [*gone, *([None] if table.n is None else [])],
    }


def _read(path: Path) -> RegisteredRelease:
    found = json.loads(path.read_text("utf-8"))
    if found["schema"] != SCHEMA:
        raise ValueError(found["schema"])
    tables = [dict(one) for one in found["tables"]]
    keys = list(_keys(tables))
    return RegisteredRelease(
        number=int(found["number"]),
        date=str(found["date"]),
        interim=bool(found["interim"]),
        questionnaire=str(found["questionnaire"]),
        fingerprint=str(found["fingerprint"]),
        respondents=int(found.get("respondents", 0)),
        rules=str(found.get("rules", "")),
        definitions=dict(found["definitions"]) if "definitions" in found else None,
        hidden={key: tuple(one["hidden"]) for key, one in zip(keys, tables, strict=True)},
        tens={
            key: int(one["tens"]) for key, one in zip(keys, tables, strict=True) if one["tens"] is not None
        },
    )


def _keys(tables: Sequence[Json]) -> Iterator[TableKey]:
    for one in tables:
        base = Base(one["base"]["without_missing"], tuple(one["base"]["without"]), one["base"]["blanks"])
        yield one["item"], one["by"], one["where"], base, one["group"]
