"""The style sheet and the script: kept by the browser, under a name that changes with what is in them."""

from starlette.requests import Request
from starlette.responses import Response

from peil.field.refused import Refused
from peil.field.service import Service
from peil.pages.assets import assets
from peil.pages.system_pages import Message

FOR_A_YEAR = "public, max-age=31536000, immutable"


async def show_asset(service: Service, request: Request) -> Response:  # noqa: ARG001 - called as all are
    """Give a file by its name."""
    asset = assets().get(request.path_params["name"])
    if asset is None:
        raise Refused(Message.NOT_FOUND)
    headers = {"Cache-Control": FOR_A_YEAR}
    return Response(asset.content, media_type=asset.media_type, headers=headers)
