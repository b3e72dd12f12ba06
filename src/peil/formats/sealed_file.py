"""A file with everybody's contact details as they are kept, to be carried to where the private key is.

JSON: ``{"peil": "contact details", "people": [{"reach.email": {"sealed": "…"}, …}, …]}``. What was kept
before there were keys stands there as ``{"text": "…"}``. Nothing in it says whose answers are whose, nor in
what order people came.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from secrets import SystemRandom
from typing import Any

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.store.contact_problems import NOT_SEALED
from peil.store.detail import Detail
from peil.store.identity import write_new

KIND = "contact details"
Person = Mapping[str, Detail]


def shuffled(people: Iterable[Person]) -> list[Person]:
    """Give people in an order that says nothing."""
    found = list(people)
    SystemRandom().shuffle(found)
    return found


def write_sealed_file(path: Path, people: Sequence[Person]) -> None:
    """Write a new file that only its owner can read.

    Raises:
        Unusable: Something stands in its place.
        OSError: It can't be written.
    """
    listed = [
        {name: {"sealed" if one.sealed else "text": one.text} for name, one in sorted(person.items())}
        for person in people
    ]
    write_new(path, json.dumps({"peil": KIND, "people": listed}, ensure_ascii=False, indent=1) + "\n")


def read_sealed_file(path: Path) -> list[Person]:
    """Read what ``write_sealed_file`` wrote.

    Raises:
        Unusable: It is something else.
        OSError: It can't be read.
    """
    try:
        return _people(json.loads(path.read_text(encoding="utf-8-sig")))
    except (ValueError, TypeError, KeyError, AttributeError):
        hint = "Name a file that peil contacts --out wrote."
        message = "This file holds no contact details."
        raise Unusable([NOT_SEALED.problem(Span(str(path)), message, hint=hint)]) from None


def _people(whole: Any) -> list[Person]:  # noqa: ANN401 - what JSON holds
    if whole["peil"] != KIND:
        raise ValueError(KIND)
    return [{name: _detail(one) for name, one in person.items()} for person in whole["people"]]


def _detail(one: Mapping[str, object]) -> Detail:
    ((kind, text),) = one.items()
    if kind not in {"sealed", "text"} or not isinstance(text, str):
        raise ValueError(kind)
    return Detail(text, sealed=kind == "sealed")
