"""A single statement to agree with is judged as one row of a matrix of them is."""

from pathlib import Path

import pytest
from check_example import check_files, codes

AGREE = "- ( ) agree: Agree\n- ( ) neither: Neither agree nor disagree\n- ( ) disagree: Disagree\n"
CHOICE = "- ( ) bus: The bus\n- ( ) train: The train\n"


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("I don't think that nobody should pay.", AGREE, ["Q073"]),
        ("I do not feel safe at night.", AGREE, ["Q073"]),
        ("The market is both cheap and lively.", AGREE, ["Q072"]),
        ("I feel safe at night.", AGREE, []),
        ("The bakery and the market are cheap.", AGREE, []),
        ("Not everyone feels safe. Do you agree or disagree that the street is safe?", AGREE, []),
        ("I do not know who does not pay.", CHOICE, []),
    ],
)
def test_a_statement_on_its_own(tmp_path: Path, text: str, options: str, expected: list[str]) -> None:
    assert codes(check_files(tmp_path, questionnaire=f"# use: Use\n\n## a\n{text}\n{options}")) == expected
