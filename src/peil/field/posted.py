"""What every posted form goes through first."""

from starlette.requests import Request

from peil.field.body import read_body
from peil.field.origin import check_origin


async def read_post(request: Request) -> dict[str, str]:
    """Read a posted form, sent by one of our own pages.

    Raises:
        Refused: It can't be read, or another site sent it.
    """
    fields = await read_body(request)
    check_origin(request)
    return fields
