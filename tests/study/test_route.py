"""The route: order, pages, conditions and early ends of a questionnaire as written."""

from pathlib import Path

from peil.study.expr.tree import ALWAYS, And, Compare, Has, Is, Not, NumberOf, Or, WasGiven
from peil.study.reader.read import read_study
from peil.study.route import End, Route, Step

SETTINGS = '[about]\ntitle = "T"\nlanguages = ["nl"]\n'
USAGE = "## usage\nHoe vaak?\n- ( ) often: Vaak\n- ( ) never: Nooit\n"
REASONS = "## reasons\nWaarom?\n- [ ] speed: Snel\n- [ ] cost: Goedkoop\n- [ ] none: Geen  {exclusive}\n"
AGE = "## age\nU bent ___ [0..120] jaar.\n"
OFTEN = Is("usage", ("often",))


def route(folder: Path, *blocks: str) -> Route:
    (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "questionnaire.md").write_text("\n".join(blocks), encoding="utf-8")
    study = read_study(folder)
    assert study.problems == ()
    return study.route


def order(found: Route) -> list[tuple[str, str]]:
    return [(e.id, e.page) if isinstance(e, Step) else (f"end {e.outcome}", "") for e in found.entries]


def test_each_question_is_a_page_unless_its_section_is_one(tmp_path: Path) -> None:
    found = route(
        tmp_path, "# a: A\n", USAGE, AGE, "# b: B  {one page}\n", REASONS, "## hello  {notice}\nDag.\n"
    )
    assert order(found) == [("usage", "usage"), ("age", "age"), ("reasons", "b"), ("hello", "b")]
    assert found.pages == ("usage", "age", "b")


def test_a_condition_is_that_of_section_and_question_together(tmp_path: Path) -> None:
    found = route(
        tmp_path,
        "# a: A\n",
        USAGE,
        "# b: B\nif usage is often\n",
        AGE,
        REASONS.replace("Waarom", "if age > 17\nWaarom"),
    )
    adult = Compare(NumberOf("age"), found.by_id["reasons"].condition.terms[1].order, 17)  # type: ignore[union-attr,arg-type]
    assert found.by_id["usage"].condition == ALWAYS
    assert found.by_id["age"].condition == OFTEN
    assert found.by_id["reasons"].condition == And((OFTEN, adult))
    assert found.by_id["reasons"].reads == {"usage", "age"}


def test_later_questions_move_to_the_end_of_a_section_or_of_all(tmp_path: Path) -> None:
    found = route(
        tmp_path,
        "# a: A  {one page}\n",
        "## why  {later: end}\nLater: ____\n",
        USAGE,
        "## how  {later: b}\nif usage is often\nHoe: ____\n",
        "# b: B\n",
        AGE,
        "# c: C\n",
        REASONS,
    )
    assert order(found) == [
        ("usage", "a"),
        ("age", "age"),
        ("how", "how"),
        ("reasons", "reasons"),
        ("why", "why"),
    ]
    assert found.by_id["how"].condition == OFTEN


def test_a_page_named_after_a_question_that_moved_takes_the_next_ones_name(tmp_path: Path) -> None:
    found = route(tmp_path, "# a: A\n", "---\n", "## why  {later: end}\nLater: ____\n", USAGE, AGE)
    assert order(found) == [("usage", "usage"), ("age", "usage"), ("why", "why")]


def test_a_repeat_is_asked_for_each_option_in_printed_order(tmp_path: Path) -> None:
    found = route(
        tmp_path, "# a: A  {one page}\n", REASONS, "## detail  {for each reasons}\nHoe: ____\n", USAGE
    )
    assert order(found) == [
        ("reasons", "a"),
        ("detail[speed]", "detail[speed]"),
        ("detail[cost]", "detail[cost]"),
        ("usage", "usage"),
    ]
    assert found.by_id["detail[cost]"].condition == Has("reasons", "cost")
    assert found.by_id["detail[cost]"].repeat_option == "cost"


def test_repeats_of_other_sources_ask_who_chose_or_answered_them(tmp_path: Path) -> None:
    matrix = "## m  {matrix}\nHoe?\ncolumns\n- ( ) bad: Slecht\n- ( ) good: Goed\nrows\n- r: Rij\n"
    ticks = "## t  {matrix}\nWat?\ncolumns\n- [ ] x: X\n- [ ] y: Y\nrows\n- r: Rij\n"
    wishes = "## w  {ranking}\nOrden.\n- p: P\n- q: Q\n"
    repeats = "".join(f"## on_{name}  {{for each {name}}}\nHoe: ____\n" for name in ("usage", "m", "t", "w"))
    found = route(tmp_path, "# a: A\n", USAGE, matrix, ticks, wishes, repeats)
    assert found.by_id["on_usage[often]"].condition == OFTEN
    assert found.by_id["on_m[r]"].condition == WasGiven("m.r")
    assert found.by_id["on_t[r]"].condition == Or((Has("t.r", "x"), Has("t.r", "y")))
    assert found.by_id["on_w[q]"].condition == WasGiven("w.q")


def test_every_repeat_has_its_items_in_the_codebook(tmp_path: Path) -> None:
    route(tmp_path, "# a: A\n", REASONS, "## detail  {for each reasons}\nHoe: ____\n")
    study = read_study(tmp_path)
    asked = {item.step for item in study.codebook.items.values()}
    assert asked == {step.id for step in study.route.steps}


def test_an_early_end_takes_effect_after_its_page(tmp_path: Path) -> None:
    ending = AGE.replace("U bent", "end if age < 18: screened_out\nU bent")
    found = route(tmp_path, "# a: A  {one page}\n", ending, USAGE, "# b: B\n", REASONS)
    assert order(found) == [("age", "a"), ("usage", "a"), ("end screened_out", ""), ("reasons", "reasons")]
    end = found.entries[2]
    assert isinstance(end, End)
    assert end.after == "age"
    assert found.full_conditions["usage"] == ALWAYS
    assert found.full_conditions["reasons"] == Not(end.condition)


def test_a_question_whose_options_are_all_carried_over_is_asked_where_there_are_any(tmp_path: Path) -> None:
    best = "## best\nif usage is often\nWelke?\noptions from reasons\n"
    more = "## more\nWelke?\noptions from reasons\n- ( ) other: Anders\n"
    found = route(tmp_path, "# a: A\n", USAGE, REASONS, best, more)
    any_reason = Or((Has("reasons", "speed"), Has("reasons", "cost")))
    assert found.by_id["best"].condition == And((OFTEN, any_reason))
    assert found.by_id["more"].condition == ALWAYS
