"""Every reference value is held by a test or left out with a reason."""

from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from golden import SETS, expected, leaves, needs_golden
from golden_keys import COVERED, LEFT_OUT, covering_file, reason_left_out

pytestmark = needs_golden


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_every_value_is_held_or_left_out_with_a_reason(name) -> None:
    forgotten = [
        way
        for way, _ in leaves(expected(name), name)
        if covering_file(way) is None and reason_left_out(way) is None
    ]
    assert forgotten == []


@pytest.mark.slow
def test_every_pattern_is_about_a_value() -> None:
    ways = [way for name in SETS for way, _ in leaves(expected(name), name)]
    idle = [
        pattern for pattern in (*COVERED, *LEFT_OUT) if not any(fnmatchcase(way, pattern) for way in ways)
    ]
    assert idle == []


def test_every_file_is_there() -> None:
    missing = {file for file in COVERED.values() if not (Path(__file__).parent / file).is_file()}
    assert missing == set()
