"""``accept NAME: reason``: silences what it names, where it stands, and nothing else."""

from pathlib import Path

import pytest
from check_example import check_files, codes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peil.core.problem import Problem, Severity
from peil.core.span import Span
from peil.study.checks.catalogue import rules
from peil.study.checks.check import find_problems
from peil.study.checks.evidence.accepting import set_apart
from peil.study.reader.read import read_study

LEADING = "Don't you think that AI helps?"
OPTIONS = "- ( ) a: Often\n- ( ) b: Rarely\n"
DOUBLED = "- ( ) a: Often\n- ( ) b: Often\n"


def found_in(folder: Path, text: str, **files: str) -> tuple[list[str], list[str]]:
    """Give the codes of the problems, and of what was accepted."""
    check_files(folder, questionnaire=text, **files)
    found = find_problems(read_study(folder))
    return codes(found.problems), codes(found.accepted)


def test_a_warning_is_accepted_where_it_stands(tmp_path: Path) -> None:
    text = f"# use: AI\n\n## a\naccept leading_wording: as in the wave before\n{LEADING}\n{OPTIONS}"
    assert found_in(tmp_path, text) == ([], ["Q074"])


def test_another_question_and_another_rule_are_not_accepted_with_it(tmp_path: Path) -> None:
    accept = "accept leading_wording: as in the wave before\n"
    text = f"# use: AI\n\n## a\n{accept}{LEADING}\n{DOUBLED}\n## b\n{LEADING}\n{OPTIONS}"
    assert found_in(tmp_path, text) == (["Q053", "Q074"], ["Q074"])


def test_one_accept_covers_all_of_the_question(tmp_path: Path) -> None:
    text = (
        "# use: AI\n\n## a\naccept duplicate_label: shuffled by hand\naccept leading_wording: as before\n"
        f"{LEADING}\n{DOUBLED}- ( ) c: Often\n"
    )
    assert found_in(tmp_path, text) == ([], ["Q074", "Q053", "Q053"])


def test_a_section_accepts_what_its_own_heading_says(tmp_path: Path) -> None:
    long = "word " * 30
    text = f"# use: {long}\naccept long_sentence: the name of the law\n\n## a\nHow often?\n{OPTIONS}"
    assert found_in(tmp_path, text) == ([], ["Q070"])
    inside = f"# use: AI\naccept long_sentence: the name of the law\n\n## a\n{long}?\n{OPTIONS}"
    assert found_in(tmp_path, inside) == (["Q081", "Q070"], [])


PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: nl\\n"

msgctxt "study.title"
msgid "AI"
msgstr "AI"

msgctxt "use"
msgid "AI"
msgstr "AI"

msgctxt "a"
msgid "Does AI help?"
msgstr "Vindt u ook niet dat AI helpt?"

msgctxt "b"
msgid "Does AI help?"
msgstr "Vindt u ook niet dat AI helpt?"
"""
TWO = '[about]\ntitle = "AI"\nlanguages = ["en", "nl"]\n'


def test_a_translation_is_accepted_with_its_question(tmp_path: Path) -> None:
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "nl.po").write_text(PO, encoding="utf-8")
    blank = "____\n"
    text = (
        "# use: AI\n\n## a\naccept leading_wording: the translator's words\n"
        f"Does AI help?\n{blank}\n## b\nDoes AI help?\n{blank}"
    )
    found, accepted = found_in(tmp_path, text, study=TWO)
    assert "Q074" in found
    assert accepted == ["Q074"]


@pytest.mark.parametrize(
    ("directive", "hint"),
    [
        ("accept leading_wordin: as before", 'Did you mean "leading_wording"?'),
        ("accept leading wording: as before", 'Did you mean "leading_wording"?'),
        ("accept : as before", 'Write "accept NAME: reason".'),
        ("accept", 'Write "accept NAME: reason".'),
        ("accept leading_wording", 'Write "accept leading_wording: why it stays".'),
        ("accept leading_wording:", 'Write "accept leading_wording: why it stays".'),
        ("accept leading_wording:   ", 'Write "accept leading_wording: why it stays".'),
        ("accept unknown_option: it is known elsewhere", "Mend it, and take this line away."),
        ("accept idle_accept: it may come back", "Mend it, and take this line away."),
        ("accept bad_accept: it may come back", "Mend it, and take this line away."),
    ],
)
@pytest.mark.parametrize("place", ["question", "section"])
def test_an_accept_that_accepts_nothing_is_an_error(
    directive: str, hint: str, place: str, tmp_path: Path
) -> None:
    above, below = (directive, "note: x") if place == "section" else ("note: x", directive)
    text = f"# use: AI\n{above}\n\n## a\n{below}\n{LEADING}\n{OPTIONS}"
    found = check_files(tmp_path, questionnaire=text)
    (problem,) = (problem for problem in found if problem.severity is Severity.ERROR)
    assert (problem.code, problem.hint) == ("Q080", hint)
    assert codes(found).count("Q074") == 1


def test_an_error_is_not_accepted(tmp_path: Path) -> None:
    text = f"# use: AI\n\n## a\naccept bad_expression: mine\nif a is\nHow often?\n{OPTIONS}"
    found, accepted = found_in(tmp_path, text)
    assert "Q015" in found
    assert accepted == []


def test_an_accept_that_nothing_needs_is_told(tmp_path: Path) -> None:
    text = f"# use: AI\n\n## a\naccept leading_wording: as before\nHow often?\n{OPTIONS}"
    (problem,) = check_files(tmp_path, questionnaire=text)
    assert (problem.code, problem.span) == ("Q081", Span("questionnaire.md", 4, 8))


def test_of_two_accepts_of_one_rule_the_second_is_idle(tmp_path: Path) -> None:
    twice = "accept leading_wording: as before\naccept leading_wording: again\n"
    (problem,) = check_files(tmp_path, questionnaire=f"# use: AI\n\n## a\n{twice}{LEADING}\n{OPTIONS}")
    assert (problem.code, problem.span.line) == ("Q081", 5)


def test_an_accept_below_the_text_is_text_and_told_so(tmp_path: Path) -> None:
    text = f"# use: AI\n\n## a\n{LEADING}\naccept leading_wording: as before\n{OPTIONS}"
    assert codes(check_files(tmp_path, questionnaire=text)) == ["Q074", "Q040"]


def test_an_accept_with_a_capital_is_text_and_told_so(tmp_path: Path) -> None:
    text = f"# use: AI\n\n## a\nAccept leading_wording: as before\n{LEADING}\n{OPTIONS}"
    assert "Q040" in codes(check_files(tmp_path, questionnaire=text))


def test_a_word_that_only_begins_so_is_text(tmp_path: Path) -> None:
    text = f"# use: AI\n\n## a\nacceptable tools: which ones do you use often?\n{OPTIONS}"
    assert check_files(tmp_path, questionnaire=text) == ()


def test_what_is_accepted_stays_in_the_study(tmp_path: Path) -> None:
    text = f"# use: AI\n\n## a\naccept leading_wording: as in wave 1: see notes\n{LEADING}\n{OPTIONS}"
    check_files(tmp_path, questionnaire=text)
    (question,) = read_study(tmp_path).questionnaire.questions
    assert [(one.rule, one.reason) for one in question.accepts] == [
        ("leading_wording", "as in wave 1: see notes")
    ]
    assert question.wording.plain("en") == LEADING


NAMES = {rule.code: rule for rule in rules()}
SOFT = sorted(
    rule.name for rule in rules() if rule.severity is Severity.WARNING and rule.name != "idle_accept"
)


@pytest.mark.slow
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    accepts=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(SOFT)), max_size=6),
    found=st.lists(
        st.tuples(
            st.integers(0, 40),
            st.sampled_from(sorted(NAMES)),
            st.sampled_from(["questionnaire.md", "plan.toml"]),
        ),
        max_size=12,
        unique=True,
    ),
)
def test_only_what_is_named_is_taken_out(
    accepts: list[tuple[int, str]], found: list[tuple[int, str, str]], tmp_path: Path
) -> None:
    """Each finding is either still there or was named in its own place; none is made up."""
    blocks = ["# use: AI\n", "## a\n", "## b\n"]
    for place, name in accepts:
        blocks[place] += f"accept {name}: because\n"
    text = f"{blocks[0]}\n{blocks[1]}A?\n____\n\n{blocks[2]}B?\n____\n"
    check_files(tmp_path, questionnaire=text)
    study = read_study(tmp_path)
    problems = [
        NAMES[code].problem(Span(file, line, 1), f"{number}")
        for number, (line, code, file) in enumerate(found)
    ]
    told = set_apart(study, problems, rules())
    starts = [index for index, line in enumerate(text.splitlines(), 1) if line.startswith("#")]

    def accepted(problem: Problem) -> bool:
        name = NAMES[problem.code].name
        place = sum(start <= problem.span.line for start in starts) - 1
        soft = problem.severity is not Severity.ERROR
        return problem.span.file == "questionnaire.md" and soft and (place, name) in accepts

    assert list(told.accepted) == [problem for problem in problems if accepted(problem)]
    assert [problem for problem in told.problems if problem in problems] == [
        problem for problem in problems if not accepted(problem)
    ]
    needed = {(line, NAMES[code].name) for line, code, file in found if file == "questionnaire.md"}
    idle = [problem for problem in told.problems if problem not in problems]
    assert {problem.code for problem in idle} <= {"Q081"}
    assert len(idle) >= len(accepts) - len(needed)
