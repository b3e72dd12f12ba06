"""A broken study never crashes the checker: it gives problems, each with a place and a message."""

import pytest
from hypothesis import given, settings

from fuzzed_studies import Files, check, fuzzed


@pytest.mark.slow
@settings(max_examples=300)
@given(fuzzed())
def test_broken_text_gives_problems_and_no_exception(files: Files) -> None:
    for problem in check(files):
        assert problem.code.startswith("Q")
        assert problem.message
        assert problem.span.file
