"""A posted form read with care: bounded, of one content type, strictly decoded, each name once.

``.forget`` alone may come several times: a page may ask for contact details twice, each with its own tick.
"""

from urllib.parse import parse_qsl

from starlette.requests import Request

from peil.field.refused import Refused
from peil.pages.field_names import FORGET
from peil.pages.system_pages import Message

MOST_BYTES = 1024 * 1024
MOST_FIELDS = 5000
"""More than the largest matrix has, and few enough to read at once."""

FORM = "application/x-www-form-urlencoded"


async def read_body(request: Request) -> dict[str, str]:
    """Read the fields of a posted form.

    Raises:
        Refused: It is too large (413), no such form (415), or can't be read (400).
        ClientDisconnect: The browser went away before it had sent everything.
    """
    _check_length(request)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise Refused(Message.TOO_LARGE)
    if body or "content-type" in request.headers:
        _check_type(request)
    return _read_fields(bytes(body))


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
        pairs = parse_qsl(
            body.decode("utf-8"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict"
        )
    except ValueError as error:
        raise Refused(Message.BAD_REQUEST) from error
    fields: dict[str, str] = {}
    for name, text in pairs:
        if name in fields and name != FORGET:
            raise Refused(Message.BAD_REQUEST)
        fields[name] = f"{fields[name]} {text}" if name in fields else text
    return fields
