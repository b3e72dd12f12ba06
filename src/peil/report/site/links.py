"""Links within the site: every link in a block, looked up and written anew."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from posixpath import dirname, relpath
from typing import Any, TypeVar

from peil.report.document import Run

Link = Callable[[str], str]
T = TypeVar("T")


def relink(value: T, link: Link) -> T:
    """Give a block with every link in it replaced."""
    if isinstance(value, Run):
        return replace(value, link=link(value.link)) if value.link else value
    made: Any = value
    if isinstance(value, tuple):
        made = tuple(relink(part, link) for part in value)
    elif is_block(value):
        parts = ((one.name, getattr(made, one.name)) for one in fields(made))
        made = replace(made, **{name: relink(part, link) for name, part in parts if holds_runs(part)})
    found: T = made
    return found


def holds_runs(value: object) -> bool:
    """Say whether text may stand in a value."""
    return isinstance(value, tuple) or is_block(value)


def is_block(value: object) -> bool:
    """Say whether a value is a part of a document; a chart is none: its words link to nothing."""
    return is_dataclass(value) and type(value).__module__ == Run.__module__


def relative(path: str, page: str) -> str:
    """Give the address of a file of the site as a page links to it."""
    return relpath(path, dirname(page) or ".")
