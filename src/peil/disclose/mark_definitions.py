"""Marks of what people define beside the data: derived variables, roles, nets, and codes of open answers.

The same data file gives other counts when one of these is changed. A release that was made before then showed
other numbers, and what it showed says nothing about those of now.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from peil.study.expr.tree import reads
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.study.verdict.share_table import NET

ROLE = "role"
"""The name by which conditions read a role."""
LENGTH = 16


def mark_definitions(study: Study) -> Mapping[str, str]:
    """Give a mark of each derived variable, coded item and net (``net:ID``), and of all roles together.

    Of a coded item it is made of its codes and of every coding, with the marks of the answers, so that it
    can't be guessed from it who was given which code.
    """
    known = {
        ROLE: _text(f"{one.id}: {one.condition.source if one.condition else ''}" for one in study.roles),
        **{NET + one.id: _text((one.question, *sorted(one.options))) for one in study.plan.nets},
        **{frame.key: _text(_codings(study, frame.variable)) for frame in study.frames.values()},
    }
    read: dict[str, frozenset[str]] = {
        ROLE: frozenset().union(*(reads(one.condition.tree) for one in study.roles if one.condition))
    }
    for one in study.plan.derived:
        known[one.id] = _text(f"{each.id}: {each.condition.source}" for each in one.classes)
        read[one.id] = frozenset().union(*(reads(each.condition.tree) for each in one.classes))
    items = {name: variable.item for name, variable in study.codebook.variables.items()}
    return {
        name: _mark(known[one] for one in sorted(_reach(name, read, items) & known.keys())) for name in known
    }


def names_of(spec: TableSpec) -> frozenset[str]:
    """Give the names whose definitions decide what a table counts; its nets are its cells' own."""
    where = reads(spec.where.tree) if spec.where else frozenset[str]()
    return where | {spec.item} | ({spec.by} if spec.by else set())


def _text(parts: Iterable[str]) -> str:
    """Give a definition as one text."""
    return "\0".join(parts)


def _codings(study: Study, variable: str) -> Iterator[str]:
    yield from study.frames[variable].code_ids
    codings = study.codings.get(variable)
    for (respondent, coder), one in sorted(codings.by_place.items()) if codings else ():
        yield f"{respondent} {coder} {' '.join(one.codes)} {one.answer}"


def _reach(name: str, read: Mapping[str, frozenset[str]], items: Mapping[str, str]) -> frozenset[str]:
    """Give a name and all that its definition leads to, through other definitions too."""
    found: set[str] = set()
    left = {name}
    while left:
        one = left.pop()
        found.add(one)
        named = read.get(one, frozenset())
        left |= {*named, *(items[each] for each in named if each in items)} - found
    return frozenset(found)


def _mark(texts: Iterable[str]) -> str:
    return sha256("\n".join(texts).encode()).hexdigest()[:LENGTH]
