"""A form whose body never comes to its end holds nobody's place for long."""

import asyncio
from typing import Any

import pytest
from starlette.requests import Request

from apart import run_apart
from peil.field import body
from peil.field.refused import Refused


def request(parts: list[bytes]) -> Request:
    async def receive() -> dict[str, Any]:
        if parts:
            return {"type": "http.request", "body": parts.pop(0), "more_body": True}
        await asyncio.sleep(60)
        raise AssertionError("nobody waits so long")

    headers = [(b"content-type", body.FORM.encode()), (b"content-length", b"20")]
    return Request({"type": "http", "method": "POST", "headers": headers}, receive)


def test_a_body_that_does_not_end_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(body, "MOST_SECONDS", 0.02)
    with pytest.raises(Refused) as refused:
        run_apart(body.read_body(request([b"a=1&", b"b="])))
    assert refused.value.status == 408
