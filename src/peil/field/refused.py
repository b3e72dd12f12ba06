"""A request that isn't done as asked: the respondent gets a calm page that says so and a way on."""

from collections.abc import Mapping
from types import MappingProxyType

from peil.pages.system_pages import Message

STATUS: Mapping[Message, int] = MappingProxyType(
    {
        Message.NOT_FOUND: 404,
        Message.OFF_ROUTE: 409,
        Message.OTHER_INTERVIEW: 409,
        Message.NO_INTERVIEW: 403,
        Message.BAD_REQUEST: 400,
        Message.TOO_LARGE: 413,
        Message.BUSY: 503,
        Message.BROKEN: 500,
        Message.INVITED_ONLY: 403,
        Message.NO_COOKIE: 403,
        Message.INVITATION_UNKNOWN: 404,
        Message.LEAVING_UNKNOWN: 404,
    }
)
"""The HTTP status that goes with a message, where the request gives no better one."""


class Refused(Exception):  # noqa: N818 - what became of the request, not a fault of ours
    """The request can't be done; nothing has been kept or changed."""

    def __init__(self, message: Message, status: int | None = None) -> None:
        self.message = message
        self.status = status or STATUS[message]
        super().__init__(message.value)
