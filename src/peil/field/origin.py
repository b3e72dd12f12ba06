"""Where a form was sent from: another site's form is refused."""

from urllib.parse import urlsplit

from starlette.requests import Request

from peil.field.refused import Refused
from peil.pages.system_pages import Message

OWN = frozenset({"same-origin", "none"})
"""``none`` is the respondent's own doing, such as sending a form again with the reload button."""


def check_origin(request: Request) -> None:
    """Refuse a form that another site sent.

    ``Sec-Fetch-Site`` decides where the browser gives it, else ``Origin``; a browser that gives neither
    can't be asked. ``null`` is a page without an address of its own, never one of ours.

    Raises:
        Refused: It comes from elsewhere.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        foreign = site not in OWN
    else:
        origin = request.headers.get("origin")
        foreign = origin is not None and not _is_own(origin, request.headers.get("host", ""))
    if foreign:
        raise Refused(Message.BAD_REQUEST, 403)


def _is_own(origin: str, host: str) -> bool:
    try:
        return urlsplit(origin).netloc.lower() == host.lower() != ""
    except ValueError:
        return False
