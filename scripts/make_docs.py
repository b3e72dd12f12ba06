"""Write the reference pages that are made from the code; ``--check`` only says which are out of date."""

import importlib
import sys
from pathlib import Path

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"

PAGES = {
    "commands.md": "peil.cli.page:commands_page",
    "checks.md": "peil.cli.problem_pages:checks_page",
    "data-problems.md": "peil.cli.problem_pages:data_problems_page",
    "report-problems.md": "peil.cli.problem_pages:report_problems_page",
    "field-problems.md": "peil.cli.problem_pages:field_problems_page",
    "contact-problems.md": "peil.cli.problem_pages:contact_problems_page",
    "claim-problems.md": "peil.cli.problem_pages:claim_problems_page",
    "exchange-problems.md": "peil.cli.problem_pages:exchange_problems_page",
    "mail-problems.md": "peil.cli.problem_pages:mail_problems_page",
    "change-problems.md": "peil.cli.problem_pages:change_problems_page",
}
"""File name to the function that gives its text."""


def page_text(function: str) -> str:
    """Make one page."""
    module, name = function.split(":")
    return str(getattr(importlib.import_module(module), name)())


def main() -> int:
    """Write or compare every page."""
    stale = []
    for name, function in PAGES.items():
        path, text = REFERENCE / name, page_text(function)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
                print(f"wrote docs/reference/{name}")
    if "--check" in sys.argv and stale:
        print(f"out of date: {', '.join(stale)}; make docs writes them anew")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
