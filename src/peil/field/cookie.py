"""The cookie: the personal code, kept by the respondent's browser and by nobody else."""

from starlette.requests import Request
from starlette.responses import Response

from peil.interview.code import read_code

NAME = "peil"
MAX_AGE = 30 * 24 * 60 * 60
"""Thirty days in seconds: long enough for a holiday, short enough for a shared computer."""


def read_cookie(request: Request) -> str | None:
    """Give the code that the browser carries, or None when it carries none that can be one."""
    return read_code(request.cookies.get(NAME, ""))


def set_cookie(request: Request, response: Response, code: str) -> None:
    """Have the browser carry the code; no script can read it and no other site's form sends it along."""
    response.set_cookie(
        NAME,
        code,
        max_age=MAX_AGE,
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )


def forget_cookie(request: Request, response: Response) -> None:
    """Have the browser forget the code."""
    response.delete_cookie(
        NAME, path="/", secure=request.url.scheme == "https", httponly=True, samesite="lax"
    )
