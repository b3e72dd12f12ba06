"""Names that SPSS takes: letters, digits, dots and underscores, 64 bytes, each once whatever its case."""

import re
from collections.abc import Iterable, Mapping

LONGEST = 64
RESERVED = frozenset(["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"])


def sav_names(names: Iterable[str]) -> Mapping[str, str]:
    """Give each name as SPSS takes it: ``detail[speed].text`` is ``detail_speed.text``."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        plain = re.sub(r"\[([^\]]*)\]", r"_\1", name)
        plain = re.sub(r"[^A-Za-z0-9._]", "_", plain)[:LONGEST].rstrip("._")
        if not plain[:1].isalpha() or plain.lower() in RESERVED:
            plain = f"v_{plain}"[:LONGEST]
        found[name] = _free(plain, taken)
        taken.add(found[name].lower())
    return found


def _free(name: str, taken: set[str]) -> str:
    number, tried = 1, name
    while tried.lower() in taken:
        number += 1
        tail = f"_{number}"
        tried = name[: LONGEST - len(tail)] + tail
    return tried
