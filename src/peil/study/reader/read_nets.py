"""Nets, simulation probabilities and crosswalks of plan.toml: tables by question and option."""

from collections.abc import Mapping
from math import inf

from peil.core.ids import is_id
from peil.core.span import Span
from peil.study.checks import bad_id
from peil.study.plan import Crosswalk, Net
from peil.study.reader.plan_names import PlanNames
from peil.study.reader.read_title import read_plain, read_title
from peil.study.reader.read_wording import WordingReader
from peil.study.reader.typed import Table


def read_nets(table: Table, names: PlanNames, words: WordingReader) -> tuple[Net, ...]:
    """Give the nets of ``[nets.QUESTION]``."""
    found: list[Net] = []
    for question in table.tables():
        item = names.item(question.path[-1], table.settings.key(*question.path))
        for inner in question.tables() if item else ():
            inner.known(("title", "options"))
            name, at = inner.path[-1], table.settings.key(*inner.path)
            if not is_id(name):
                inner.problems.append(bad_id.RULE.problem(at, f'"{name}" is no id.', hint="Use lower case."))
            path = f"plan.{question.path[-1]}.{name}"
            title = read_title(inner, path, words)
            named = [
                (option, table.settings.start(*inner.path, "options", number))
                for number, option in enumerate(inner.texts("options"))
            ]
            if inner.values.get("options", []) == []:
                inner.wrong(f'The net "{name}" has no options.', hint='Write options = ["…", "…"].')
            options = names.options(item, named) if item else ()
            found.append(Net(name, question.path[-1], title, options, at))
    return tuple(found)


def read_probabilities(table: Table, names: PlanNames) -> dict[str, Mapping[str, float]]:
    """Give the option probabilities of ``[simulate.ITEM]``."""
    found: dict[str, Mapping[str, float]] = {}
    for inner in table.tables():
        name = ".".join(inner.path[1:])
        found.update(_probabilities(inner, name, names))
    return found


def _probabilities(table: Table, name: str, names: PlanNames) -> dict[str, Mapping[str, float]]:
    """Give those of one item; ``[simulate.ability.grants]`` is read as a table inside a table."""
    found: dict[str, Mapping[str, float]] = {}
    weights: dict[str, float] = {}
    item = names.item(name, table.settings.key(*table.path))
    for option, value in table.values.items() if item else ():
        if isinstance(value, dict):
            found.update(_probabilities(table.table(option), f"{name}.{option}", names))
        elif isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < inf:
            table.wrong(f'"{option}" is a number from 0.', option, hint=f"Write {option} = 1.")
        elif item and names.options(item, [(option, table.settings.key(*table.path, option))]):
            weights[option] = float(value)
    if weights:
        found[name] = weights
    return found


def read_crosswalks(table: Table, names: PlanNames, words: WordingReader) -> dict[str, Crosswalk]:
    """Give the crosswalks of ``[crosswalk.NAME]``."""
    found: dict[str, Crosswalk] = {}
    for inner in table.tables():
        name = inner.path[-1]
        inner.known(("question", "title", "source", "rows"))
        span = table.settings.key(*inner.path)
        question = inner.text("question")
        title = read_title(inner, f"plan.{name}", words)
        if "question" not in inner.values:
            inner.wrong(f'The crosswalk "{name}" has no question.', hint='Write question = "…".')
            continue
        rows = _crosswalk_rows(
            inner.table("rows"), question, names, table.settings.start(*inner.path, "question")
        )
        source = read_plain(inner, "source", f"plan.{name}.source", words)
        found[name] = Crosswalk(name, question, title, source, rows, span)
    return found


def _crosswalk_rows(
    table: Table, question: str, names: PlanNames, span: Span
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    item = names.item(question, span)
    if item is None:
        return ()
    named = [(option, table.settings.key(*table.path, option)) for option in table.values]
    return tuple((option, table.texts(option)) for option in names.options(item, named))
