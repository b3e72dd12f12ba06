"""The style sheet and the script, under names that change with what is in them."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

MEDIA_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}

_COMMENT = re.compile(rb"/\*.*?\*/\n*", re.DOTALL)
"""What the files say to their readers here; no browser waits for that."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages ask for: the name it goes by, what it is, its bytes."""

    name: str
    media_type: str
    content: bytes


@cache
def assets() -> Mapping[str, Asset]:
    """Give the files by the name they are asked for: ``peil.0123456789ab.css``.

    The name tells the content, so a browser may keep a file for good.
    """
    found = (_asset(name) for name in ("peil.css", "peil.js"))
    return {asset.name: asset for asset in found}


def asset_name(ending: str) -> str:
    """Give the name that the ``css`` or ``js`` file goes by."""
    return next(name for name in assets() if name.endswith(f".{ending}"))


def _asset(name: str) -> Asset:
    content = _COMMENT.sub(b"", (files("peil.pages") / "static" / name).read_bytes())
    stem, ending = name.split(".")
    mark = hashlib.sha256(content).hexdigest()[:12]
    return Asset(f"{stem}.{mark}.{ending}", MEDIA_TYPES[ending], content)
