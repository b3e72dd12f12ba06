"""For any counts the correct percentage passes and every other one is a problem."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_study import compose, make_study

from peil.core.percent import percent
from peil.study.study import Study

pytestmark = pytest.mark.slow

counts = st.integers(10, 400).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=counts, language=st.sampled_from(["nl", "en"]))
def test_only_the_half_up_percentage_of_the_counts_passes(study, drawn, language) -> None:
    count, base = drawn
    made = {"usage": {None: {"often": count, "sometimes": base - count, "never": 0, "dk": 0}}}
    printed = [f"[{value}%]{{= usage: often}}" for value in range(101)]
    _, problems = compose(study, "# T\n\n" + " ".join(printed) + "\n", language, counts=made)
    right = int(percent(count, base))
    assert {problem.got for problem in problems} == {f"{value}%" for value in range(101) if value != right}
    assert {problem.code for problem in problems} == {"R001"}
    assert (200 * count + base) // (2 * base) == right


@settings(max_examples=60, deadline=None)
@given(drawn=counts, decimals=st.integers(0, 3))
def test_as_many_decimals_as_are_printed_are_checked(study, drawn, decimals) -> None:
    count, base = drawn
    made = {"usage": {None: {"often": count, "sometimes": base - count, "never": 0, "dk": 0}}}
    right = percent(count, base, decimals)
    wrong = right + percent(1, 100, decimals) / 10**decimals
    text = f"# T\n\n[{right}%]{{= usage: often}} [{wrong}%]{{= usage: often}}\n"
    _, problems = compose(study, text, "en", counts=made)
    assert [problem.got for problem in problems] == [f"{wrong}%"]
