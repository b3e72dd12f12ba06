"""A broken study never crashes the checker: it gives problems, each with a place and a message."""

import pytest
from hypothesis import given, settings

from fuzzed_studies import Files, check, fuzzed

TICKS = "# s: S\n\n## t  {%s}\nWhich?\n- [ ] a: A\n- [ ] b: B\n\n## u\n%sAnd? ____\n"
NUMBER = "# s: S\n\n## n\nN ___ [0..9]\n\n## u\nif n > %s\nU? ____\n"
OUT_OF_SCALE = {
    "more picks than memory holds": TICKS % ("at least 999999999", ""),
    "a limit that no computer counts to": TICKS % ("at most 99999999999999999999999", ""),
    "a count that nobody reaches": TICKS % ("optional", "if count(t) >= 99999999999999999999\n"),
    "a condition of a thousand parts": TICKS % ("optional", f"if {' or '.join(['t has a'] * 1000)}\n"),
    "a denial of denials": TICKS % ("optional", f"if {'not ' * 500}t has a\n"),
    "parentheses without end": TICKS % ("optional", f"if {'(' * 500}t has a{')' * 500}\n"),
    "a bound beyond every number": NUMBER % f"1{'0' * 400}",
    "a bound finer than any answer": NUMBER % f"0.{'0' * 400}1",
}


@pytest.mark.parametrize("name", sorted(OUT_OF_SCALE))
def test_what_is_out_of_all_proportion_gives_problems_or_is_fine(name: str) -> None:
    found = check({"questionnaire.md": OUT_OF_SCALE[name], "study.toml": '[about]\nlanguages = ["en"]\n'})
    assert all(problem.message for problem in found)


@pytest.mark.slow
@settings(max_examples=300)
@given(fuzzed())
def test_broken_text_gives_problems_and_no_exception(files: Files) -> None:
    for problem in check(files):
        assert problem.code.startswith("Q")
        assert problem.message
        assert problem.span.file
