"""What reads an answer too early: Q016 and Q017, in the order of the route."""

from pathlib import Path

from check_example import check_files, codes

SINGLE = "- ( ) yes: Yes\n- ( ) no: No\n"
MULTI = "- [ ] speed: Speed\n- [ ] price: Price\n"
ROLES = '[about]\ntitle = "A"\nlanguages = ["en"]\n\n[roles]\nboss = "job is boss"\nother = "otherwise"\n'


def found(folder: Path, text: str, **files: str) -> list[tuple[str, int]]:
    problems = check_files(folder, questionnaire="# s: S\n\n" + text, **files)
    return [(problem.code, problem.span.line) for problem in problems]


def test_a_later_block_is_later(tmp_path: Path) -> None:
    text = f"## a  {{later: end}}\nA?\n{SINGLE}\n## b\nif a is yes\nB?\n{SINGLE}"
    assert found(tmp_path, text) == [("Q016", 9)]


def test_a_question_asked_later_may_read_what_stands_below_it(tmp_path: Path) -> None:
    text = f"## a  {{later: end}}\nif b is yes\nA?\n{SINGLE}\n## b\nB?\n{SINGLE}"
    assert found(tmp_path, text) == []


def test_carries_and_repeats_from_a_question_asked_later(tmp_path: Path) -> None:
    text = (
        f"## a  {{later: end}}\nA?\n{MULTI}\n## b\noptions from a\nB?\n- ( ) none: None\n\n"
        f"## c  {{for each a}}\nC?\n{SINGLE}"
    )
    assert found(tmp_path, text) == [("Q016", 9), ("Q016", 13)]


def test_conditions_of_options_and_rows_and_fills(tmp_path: Path) -> None:
    text = (
        '## a\nA {b | "b"}?\n- ( ) yes: Yes  {if b is yes}\n- ( ) no: No\n\n'
        "## m  {matrix}\nM?\ncolumns\n- ( ) x: X\n- ( ) y: Y\nrows\n- r: R  {if b is no}\n- t: T\n\n"
        f"## b\nB?\n{SINGLE}"
    )
    assert found(tmp_path, text) == [("Q016", 4), ("Q016", 5), ("Q016", 14)]


def test_an_early_end_may_read_its_own_answer_but_no_later_one(tmp_path: Path) -> None:
    good = f"## a\nend if a is no: out\nA?\n{SINGLE}\n## b\nB?\n{SINGLE}"
    bad = f"## a\nend if b is no: out\nA?\n{SINGLE}\n## b\nB?\n{SINGLE}"
    assert found(tmp_path, good) == []
    assert found(tmp_path, bad) == [("Q016", 4)]


def test_a_section_that_reads_itself_or_a_later_section(tmp_path: Path) -> None:
    text = (
        f"## a\nA?\n{SINGLE}\n# t: T\nif b is yes\n\n## b\nB?\n{SINGLE}\n"
        f"# u: U\nif c is yes\n\n## d\nD?\n{SINGLE}\n# v: V\n\n## c\nC?\n{SINGLE}"
    )
    assert found(tmp_path, text) == [("Q017", 9), ("Q016", 17)]


def test_words_for_a_role_that_nobody_can_have_yet(tmp_path: Path) -> None:
    job = "## job\nWhat are you?\n- ( ) boss: Employer\n- ( ) none: Nothing\n"
    early = f"## a\nA?\n  for boss: And at your firm?\n{SINGLE}\n"
    assert found(tmp_path, f"{early}\n{job}", study=ROLES) == [("Q016", 5)]
    assert found(tmp_path, f"{job}\n{early}", study=ROLES) == []


def test_a_condition_on_a_role_before_it_is_known(tmp_path: Path) -> None:
    text = (
        f"## a\nif role is other\nA?\n{SINGLE}\n## job\nWhat are you?\n- ( ) boss: Boss\n- ( ) none: None\n"
    )
    assert found(tmp_path, text, study=ROLES) == [("Q016", 4)]


def test_a_repeat_is_asked_where_it_stands(tmp_path: Path) -> None:
    text = f"## a\nA?\n{MULTI}\n## c  {{for each a}}\nC?\n{SINGLE}\n## d\nif c[speed] is yes\nD?\n{SINGLE}"
    assert found(tmp_path, text) == []


def test_the_message_names_both_questions(tmp_path: Path) -> None:
    (problem,) = check_files(
        tmp_path, questionnaire=f"# s: S\n\n## a\nif b is yes\nA?\n{SINGLE}\n## b\nB?\n{SINGLE}"
    )
    assert problem.message == 'The condition of "a" reads "b", which is asked later.'
    assert problem.hint == 'Ask "b" before "a", or read an earlier answer here.'
    assert str(problem.span) == "questionnaire.md:4:4"
    assert codes((problem,)) == ["Q016"]
