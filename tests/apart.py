"""An event loop of its own for what is awaited in a test: in this thread one may be running already."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Given = TypeVar("Given")


def run_apart(awaited: Coroutine[Any, Any, Given]) -> Given:
    """Await something in another thread, and give what it gives; Playwright leaves a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, awaited).result()
