"""A real browser for the tests: Debian's Chromium, driven by Playwright, nothing downloaded.

A process can drive one Playwright alone, so all tests share it (the fixture ``launch``).
"""

import importlib.util
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
ABSENT = "no Chromium on this machine: scripts/test_machine.py --install"
ARGUMENTS = (
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)

FOLLOW = """() => {
  if (window.peilAsking !== undefined) return;
  const reveal = window.reveal;
  window.peilAsking = 0;
  window.reveal = async (...given) => {
    window.peilAsking += 1;
    try { await reveal(...given); } finally { window.peilAsking -= 1; }
  };
}"""

Launch = Callable[..., Browser]


def find_chromium() -> Path | None:
    """Find the browser as ``make test`` does."""
    spec = importlib.util.spec_from_file_location("test_machine", ROOT / "scripts" / "test_machine.py")
    assert spec is not None
    assert spec.loader is not None
    machine = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(machine)
    found: Path | None = machine.find_chromium()
    return found


@contextmanager
def launching(chromium: Path) -> Iterator[Launch]:
    """Give a function that starts Chromium, without the default arguments named."""
    arguments = [*ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:

        def start(*without: str) -> Browser:
            return playwright.chromium.launch(
                executable_path=chromium, args=arguments, ignore_default_args=list(without)
            )

        yield start


def follow_questions(page: Page) -> None:
    """Count from now on what the page's script asks the server and has no answer to yet."""
    page.evaluate(FOLLOW)


def wait_until_settled(page: Page) -> None:
    """Wait until the script has an answer to everything that it asked, and has done what follows from it."""
    page.wait_for_function("() => window.peilAsking === 0")
