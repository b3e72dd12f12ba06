"""GUIDs of the exchange format: the same thing always has the same one."""

import re
from uuid import UUID, uuid5

ROOM = UUID("6f6b3a52-5d0e-5f0b-9a53-0f9d2c1c7e44")
"""Names in it are Peil's own; drawn once, never changed: it would make every GUID another."""

FORM = re.compile(r"[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}")


def make_guid(*parts: str) -> str:
    """Give the GUID of what these parts name; parts that are written differently never share one."""
    return str(uuid5(ROOM, "".join(f"{len(part)}:{part}" for part in parts))).upper()


def canonical(written: str) -> str:
    """Give a GUID in capitals without braces, as tools write it in both ways.

    What is no GUID, as some tools have it for what they came with, gets one of its own.
    """
    bare = written.strip().removeprefix("{").removesuffix("}").upper()
    return bare if FORM.fullmatch(bare) else make_guid("foreign", bare)
