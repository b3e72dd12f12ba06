"""A posted form read with care: bounded, of one content type, strictly decoded, each name once.

``.forget`` alone may come several times: a page may ask for contact details twice, each with its own tick.
"""

import asyncio
from urllib.parse import unquote_plus

from starlette.requests import ClientDisconnect, Request

from peil.field.refused import Refused
from peil.pages.field_names import FORGET
from peil.pages.system_pages import Message

MOST_BYTES = 1024 * 1024
MOST_SECONDS = 30.0
"""For the whole of a body: a slow phone needs a few, and nobody may hold a place for hours."""

SLOW = "the body takes too long"

MOST_FIELDS = 5000
"""More than the largest matrix has, and few enough to read at once."""

FORM = "application/x-www-form-urlencoded"


async def read_body(request: Request) -> dict[str, str]:
    """Read the fields of a posted form.

    Raises:
        Refused: It is too large (413), no such form (415), can't be read (400), or takes too long (408).
        ClientDisconnect: The browser went away before it had sent everything.
    """
    _check_length(request)
    body = await _whole(request)
    if body or "content-type" in request.headers:
        _check_type(request)
    return _read_fields(body)


async def _whole(request: Request) -> bytes:
    """Give the whole body. A timer of the loop itself: ``asyncio.timeout`` costs three times as much."""
    task = asyncio.current_task()
    timer = asyncio.get_running_loop().call_later(MOST_SECONDS, task.cancel, SLOW) if task else None
    body = bytearray()
    try:
        more = True
        while more:
            message = await request.receive()
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            body += message.get("body", b"")
            if len(body) > MOST_BYTES:
                raise Refused(Message.TOO_LARGE)
            more = message.get("more_body", False)
    except asyncio.CancelledError as error:
        if task is None or error.args != (SLOW,):
            raise
        task.uncancel()
        raise Refused(Message.BUSY, 408) from None
    finally:
        if timer:
            timer.cancel()
    return bytes(body)


def _check_length(request: Request) -> None:
    told = request.headers.get("content-length", "0")
    if told.isdecimal() and len(told) < 20 and int(told) <= MOST_BYTES:
        return
    raise Refused(Message.TOO_LARGE if told.isdecimal() else Message.BAD_REQUEST)


def _check_type(request: Request) -> None:
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    charset = parameters.strip().lower().replace('"', "")
    plain = request.headers.get("content-encoding", "identity").strip().lower() == "identity"
    if kind.strip().lower() != FORM or charset not in {"", "charset=utf-8"} or not plain:
        raise Refused(Message.BAD_REQUEST, 415)


def _read_fields(body: bytes) -> dict[str, str]:
    try:
        pairs = split_pairs(body.decode("utf-8"))
    except ValueError as error:
        raise Refused(Message.BAD_REQUEST) from error
    fields: dict[str, str] = {}
    for name, text in pairs:
        if name in fields and name != FORGET:
            raise Refused(Message.BAD_REQUEST)
        fields[name] = f"{fields[name]} {text}" if name in fields else text
    return fields


def split_pairs(text: str) -> list[tuple[str, str]]:
    """Give a form's pairs of name and text, as ``urllib.parse.parse_qsl`` does, at a third of its time.

    Raises:
        ValueError: There are too many, or their bytes are no UTF-8.
    """
    if text.count("&") >= MOST_FIELDS:
        raise ValueError("too many fields")
    found = []
    for pair in text.split("&"):
        name, _, value = pair.partition("=")
        if "%" in pair or "+" in pair:
            name, value = unquote_plus(name, errors="strict"), unquote_plus(value, errors="strict")
        if pair:
            found.append((name, value))
    return found
