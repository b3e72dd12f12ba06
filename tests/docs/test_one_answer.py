"""The page that follows one answer through the line is run, block by block."""

import contextlib
import io
import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "explanation" / "one-answer.md"
BLOCK = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)


def run_page(page: str) -> str:
    """Give the page with what its code prints, each block seeing those before it."""
    names: dict[str, object] = {}

    def run_block(found: re.Match[str]) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(found[1], str(PAGE), "exec"), names)  # noqa: S102 - the page's code is what is tested
        return f"```python\n{found[1]}```\n\n```text\n{printed.getvalue()}```"

    return BLOCK.sub(run_block, page)


@pytest.mark.slow
def test_the_page_prints_what_it_says(monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    page = PAGE.read_text(encoding="utf-8")
    ran = run_page(page)
    if os.environ.get("PEIL_WRITE_PAGES"):
        PAGE.write_text(ran, encoding="utf-8")
    assert len(BLOCK.findall(page)) >= 6
    assert ran == page
