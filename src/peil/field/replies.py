"""Responses as the respondent's browser gets them."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from peil.field.language import preferred_language
from peil.field.refused import Refused
from peil.field.service import Service
from peil.field.visit import Visit
from peil.pages.system_pages import Message, message_page

RETRY_AFTER = "10"
"""Seconds after which a respondent may try again when the server is too busy."""


def page(text: str | bytes, status: int = 200) -> Response:
    """Give a page, as text or as it is sent."""
    return HTMLResponse(text, status)


def see_other(path: str) -> Response:
    """Send the browser on to another page of ours, so that reloading sends nothing again."""
    return Response(status_code=303, headers={"Location": path})


def refusal(service: Service, request: Request, refused: Refused) -> Response:
    """Give the page that says what wasn't done, in the language of the address."""
    text = message_page(service.site, spoken_language(service, request), refused.message)
    response = page(text, refused.status)
    if refused.message is Message.BUSY:
        response.headers["Retry-After"] = RETRY_AFTER
    return response


def path_language(service: Service, request: Request, visit: Visit | None = None) -> str:
    """Give the language that a page's address names, or for a visit another that its version speaks.

    Raises:
        Refused: The study has no such language.
    """
    language: str = request.path_params["language"]
    if visit is not None and language in visit.study.about.languages:
        return language
    if language not in service.study.about.languages:
        raise Refused(Message.NOT_FOUND)
    return visit.fielded.language(language, visit.kept.language) if visit else language


def spoken_language(service: Service, request: Request) -> str:
    """Give the language to speak on a page whose address may name none: the base language then."""
    return language_of_path(request.scope["path"], service.study.about.languages)


def asked_language(service: Service, request: Request) -> str:
    """Give the study's language that the browser asks for."""
    return preferred_language(request.headers.get("accept-language", ""), service.study.about.languages)


def language_of_path(path: str, languages: tuple[str, ...]) -> str:
    """Give the language that a path begins with, or the base language."""
    first = path.removeprefix("/").partition("/")[0]
    return first if first in languages else languages[0]
