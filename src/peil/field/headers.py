"""Headers that every response carries: nothing from elsewhere, nothing framed, nothing kept on the way."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

EVERYWHERE = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer, our own forms come from "null"
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
CACHING = b"cache-control"
NOT_KEPT = (CACHING, b"no-store")

_ENCODED = [(name.lower().encode("ascii"), text.encode("ascii")) for name, text in EVERYWHERE.items()]
_NAMES = frozenset(name for name, _ in _ENCODED)


class SafeHeaders:
    """ASGI middleware that adds the headers; a response's own ``Cache-Control`` stays."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and the response back with the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_safe(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [header for header in message.get("headers", ()) if header[0] not in _NAMES]
                cached = any(name == CACHING for name, _ in own)
                message["headers"] = [*own, *_ENCODED] if cached else [*own, *_ENCODED, NOT_KEPT]
            await send(message)

        await self.app(scope, receive, send_safe)
