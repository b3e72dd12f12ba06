"""What we didn't foresee: the respondent gets a calm page, the log where in our code it went wrong.

The text of an exception is never logged: it may hold what was being read or written, an answer.
"""

import logging
import traceback
from collections.abc import Callable
from errno import errorcode

from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOG = logging.getLogger("peil.field")


class CalmFailures:
    """ASGI middleware that turns an unexpected exception into a page of status 500.

    Args:
        app: What may fail.
        page: Gives the page for a path; made beforehand, so that it can't fail too.
    """

    def __init__(self, app: ASGIApp, page: Callable[[str], str]) -> None:
        self.app = app
        self.page = page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and answer for it when that fails."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def send_noting(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, send_noting)
        except ClientDisconnect:
            return  # nobody is left to answer; what was half sent is not kept
        except Exception as error:  # noqa: BLE001 - the last door: whatever it is, no respondent sees it
            LOG.error("a request failed\n%s", told(error))  # noqa: TRY400 - a logged exception tells its text
            if not started:
                response = HTMLResponse(self.page(scope["path"]), status_code=500)
                await response(scope, receive, send)


def told(error: BaseException) -> str:
    """Give the kind of an exception and the lines of code that it went through, without its text.

    The code that the system or the database gave goes along: a full disk has to be told from a lost server.
    """
    lines: list[str] = []
    cause: BaseException | None = error
    seen: set[int] = set()
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}{_code(cause)}")
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


def _code(error: BaseException) -> str:
    """Give a fixed name such as ``SQLITE_FULL``, which can't hold what was being written."""
    number = error.errno if isinstance(error, OSError) else None
    codes = (
        getattr(error, "sqlite_errorname", None),
        getattr(error, "sqlstate", None),
        errorcode.get(number or 0),
    )
    return "".join(f" {code}" for code in codes if code)
