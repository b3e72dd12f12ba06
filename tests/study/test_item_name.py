from hypothesis import given
from hypothesis import strategies as st

from peil.study.item_name import item_key, item_name

IDS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)


def test_names_are_those_of_rows_and_repeats() -> None:
    assert item_name("usage", "usage") is None
    assert item_name("ability", "ability.grants") == "grants"
    assert item_name("detail", "detail[speed]") == "[speed]"
    assert item_name("detail", "detail[speed].row") == "[speed].row"


@given(IDS, IDS, IDS, st.sampled_from(["{q}", "{q}.{r}", "{q}[{o}]", "{q}[{o}].{r}"]))
def test_a_name_leads_back_to_its_key(question: str, row: str, option: str, shape: str) -> None:
    key = shape.format(q=question, r=row, o=option)
    assert item_key(question, item_name(question, key)) == key
