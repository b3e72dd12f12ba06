"""Items, variables and codes follow from the questions."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from peil.core.span import Span
from peil.study.build_codebook import assign_codes, build_codebook
from peil.study.codebook import Codebook, ValueKind
from peil.study.expr.tree import Is
from peil.study.question import Kind, Option
from peil.study.reader.read import read_study
from peil.study.text import Wording

SETTINGS = '[about]\ntitle = "T"\nlanguages = ["en"]\n'
QUESTIONNAIRE = """\
# s: S

## usage
U
- ( ) often: Often
- ( ) 3 rose: Rose, by ___ [0..9] percent
- ( ) never: Never
- ( ) 1 dk: Don't know  {missing}

## reasons
R
- [ ] speed: Faster
- [ ] other: Other, ____
- [ ] none: None  {exclusive}

## ability  {matrix}
A
columns
- ( ) worse: Worse
rows
- grants: Grants
- own: ____

## tools  {matrix}
T
columns
- [ ] pen: Pen
- [ ] brush: Brush
rows
- home: Home

## detail  {for each reasons}
D
____

## marks  {for each ability}
M
- ( ) good: Good

## wishes  {ranking}
W
- money: Money

## mark  {scale 1..2}
M
- ( ) dk: Don't know  {missing}

## address  {contact}
C
- email: E-mail

## bye  {notice}
B
"""


def codebook(folder: Path) -> Codebook:
    (folder / "study.toml").write_text(SETTINGS)
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE)
    study = read_study(folder)
    assert study.problems == ()
    return study.codebook


def test_every_answer_has_a_variable_by_its_documented_name(tmp_path: Path) -> None:
    variables = codebook(tmp_path).variables
    assert {name: variable.value.value for name, variable in variables.items()} == {
        "usage": "option",
        "usage.rose.number": "number",
        "reasons.speed": "tick",
        "reasons.other": "tick",
        "reasons.none": "tick",
        "reasons.other.text": "text",
        "ability.grants": "option",
        "ability.own": "option",
        "ability.own.text": "text",
        "tools.home.pen": "tick",
        "tools.home.brush": "tick",
        "detail[speed]": "text",
        "detail[other]": "text",
        "marks[grants]": "option",
        "marks[own]": "option",
        "wishes.money": "rank",
        "mark": "step",
        "address.email": "text",
    }
    assert [name for name, variable in variables.items() if variable.private] == ["address.email"]
    assert variables["usage.rose.number"].follows == "rose"
    assert variables["ability.own.text"].follows is None


def test_codes_are_pinned_or_the_next_free_in_printed_order(tmp_path: Path) -> None:
    items = codebook(tmp_path).items
    assert [option.code for option in items["usage"].options] == [2, 3, 4, 1]
    assert [option.code for option in items["mark"].options] == [1, 2, 3]


def test_items_know_their_step_question_row_and_kind(tmp_path: Path) -> None:
    found = codebook(tmp_path)
    shown = {item.key: (item.step, item.question, item.row, item.kind) for item in found.items.values()}
    assert shown["ability.own"] == ("ability", "ability", "own", Kind.SINGLE)
    assert shown["tools.home"] == ("tools", "tools", "home", Kind.MULTI)
    assert shown["marks[own]"] == ("marks[own]", "marks", None, Kind.SINGLE)
    assert "bye" not in shown
    assert found.rows_of["detail"] == ("detail[speed]", "detail[other]")
    assert found.items["ability.own"].variables == ("ability.own", "ability.own.text")


def test_every_variable_belongs_to_an_item_that_lists_it(tmp_path: Path) -> None:
    found = codebook(tmp_path)
    listed = {name: item.key for item in found.items.values() for name in item.variables}
    assert listed == {name: variable.item for name, variable in found.variables.items()}
    assert found.variables["mark"].value is ValueKind.STEP


def test_an_empty_questionnaire_has_an_empty_codebook() -> None:
    assert build_codebook(()) == Codebook({}, {})


@given(st.lists(st.one_of(st.none(), st.integers(1, 12)), max_size=12))
def test_codes_never_shift_pinned_ones_and_fill_up_from_one(pins: list[int | None]) -> None:
    options = [Option(f"o{at}", Wording(""), Span("f"), pin) for at, pin in enumerate(pins)]
    given_codes = [option.code for option in assign_codes(options)]
    pinned = {pin for pin in pins if pin is not None}
    free = [code for code in range(1, 30) if code not in pinned]
    expected = iter(free)
    assert given_codes == [next(expected) if pin is None else pin for pin in pins]


def test_options_in_the_codebook_carry_their_resolved_conditions(tmp_path: Path) -> None:
    (tmp_path / "study.toml").write_text('[about]\ntitle = "T"\nlanguages = ["en"]\n', encoding="utf-8")
    page = "# s: S\n\n## q\nQ?\n- ( ) a: A\n- ( ) b: B\n\n## r\nR?\n- ( ) c: C  {if q is a}\n- ( ) d: D\n"
    (tmp_path / "questionnaire.md").write_text(page, encoding="utf-8")
    study = read_study(tmp_path)
    condition = study.codebook.items["r"].options[0].condition
    assert condition is not None
    assert condition == study.questionnaire.by_id["r"].options[0].condition
    assert condition.tree == Is("q", ("a",))
