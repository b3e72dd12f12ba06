"""quotes.toml and [method]: read with a place for everything that is wrong."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from check_example import write_files
from hypothesis import given
from hypothesis import strategies as st

from peil.core.problem import Problem
from peil.study.checks.check import check_study
from peil.study.method import METHOD, NEEDED
from peil.study.reader.read import read_study
from peil.study.study import Study

QUESTIONNAIRE = """\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
"""
PLAN = '[analysis]\ngroups = ["usage"]\n'
ABOUT = '[about]\ntitle = "Use of AI"\nlanguages = ["en", "nl"]\n'
CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
QUOTE = """\
[[quote]]
id = "deadline"
text = { en = "It helps me.", nl = "Het helpt me." }
source = "focus group"
consent = "on paper, 12 March 2026"
approved_by = "A. Author"
approved_on = 2026-03-14
attribution = "usage: often"
invented = true
"""


def read(folder: Path, quotes: str = "", about: str = "", **files: str) -> Study:
    names = {
        "study.toml": ABOUT + about,
        "plan.toml": PLAN,
        "questionnaire.md": QUESTIONNAIRE,
        "translations/nl.po": CATALOGUE,
        **({"quotes.toml": quotes} if quotes else {}),
        **files,
    }
    return read_study(write_files(folder, names))


def of_quotes(study: Study) -> list[Problem]:
    return [one for one in study.problems if one.span.file.startswith("quotes")]


def test_a_quotation_is_read_with_all_that_stands_beside_it(tmp_path: Path) -> None:
    study = read(tmp_path, QUOTE)
    assert of_quotes(study) == []
    quote = study.quotes["deadline"]
    assert quote.words == {"en": "It helps me.", "nl": "Het helpt me."}
    assert (quote.source, quote.consent) == ("focus group", "on paper, 12 March 2026")
    assert (quote.approved_by, quote.approved_on) == ("A. Author", dt.date(2026, 3, 14))
    assert quote.attribution == ("usage", "often")
    assert quote.invented
    assert (quote.span.line, quote.spans["nl"].line, quote.spans["nl"].column) == (1, 3, 37)


def test_what_is_not_said_is_not_given(tmp_path: Path) -> None:
    quote = read(tmp_path, '[[quote]]\nid = "bare"\ntext = "It helps."\n').quotes["bare"]
    assert quote.words == {"en": "It helps."}
    assert (quote.consent, quote.approved_by, quote.approved_on, quote.attribution) == ("", "", None, None)
    assert not quote.invented
    agreed = read(tmp_path, '[[quote]]\nid = "b"\ntext = "It helps."\nconsent = true\n').quotes["b"]
    assert agreed.consent


def test_quotations_stand_in_several_files_too(tmp_path: Path) -> None:
    more = {"quotes/b.toml": QUOTE.replace("deadline", "b"), "quotes/a.toml": QUOTE.replace("deadline", "a")}
    study = read(tmp_path, QUOTE, **more)
    assert list(study.quotes) == ["deadline", "a", "b"]
    twice = read(tmp_path, QUOTE, **{"quotes/a.toml": QUOTE})
    (problem,) = [one for one in of_quotes(twice) if "already" in one.message]
    assert (problem.code, problem.span.file, problem.span.line) == ("Q092", "quotes/a.toml", 2)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('id = "deadline"\n', "", 1, "A quotation has an id."),
        ('"deadline"', '"Dead line"', 2, "A quotation has an id."),
        ('{ en = "It helps me.", nl = "Het helpt me." }', '" "', 3, "The quotation has no words."),
        ('{ en = "It helps me.", nl = "Het helpt me." }', "3", 3, '"text" is a text'),
        ("nl = ", "fr = ", 3, '"fr" is no language of the study.'),
        ('nl = "Het helpt me."', "nl = 3", 3, "The words are a text."),
        ('"on paper, 12 March 2026"', "3", 5, '"consent" is true, false or a text.'),
        ("2026-03-14", '"yesterday"', 7, '"approved_on" is a date.'),
        ('"usage: often"', '"usage: often, sector: music"', 8, "attributed to one class of one group"),
        ('"usage: often"', '"usage"', 8, "attributed to one class of one group"),
        ('"usage: often"', '["usage: often", "sector: music"]', 8, '"attribution" is a text.'),
        ('"usage: often"', '"usge: often"', 8, '"usge" is no group of the plan.'),
        ('"usage: often"', '"usage: oftn"', 8, '"usage" has no class "oftn".'),
        ("invented = true", 'invented = "yes"', 9, '"invented" is true or false.'),
        ("invented", "invnted", 9, '[[quote]] has no setting "invnted".'),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    assert QUOTE.count(old) == 1
    problems = of_quotes(read(tmp_path, QUOTE.replace(old, new)))
    assert any(message in one.message for one in problems), problems
    first = next(one for one in problems if message in one.message)
    assert (first.code, first.span.line) == ("Q092", line)
    assert first.hint


def test_an_attribute_that_is_no_group_of_the_plan_is_refused(tmp_path: Path) -> None:
    """A question of the codebook that tables aren't split by has no base that is looked after."""
    study = read(tmp_path, QUOTE, **{"plan.toml": "[analysis]\ngroups = []\n"})
    assert [one.code for one in of_quotes(study)] == ["Q092"]


def test_other_tables_in_the_file_are_told(tmp_path: Path) -> None:
    problems = of_quotes(read(tmp_path, f'[quotes]\nid = "a"\n\n{QUOTE}'))
    assert [(one.code, one.span.line) for one in problems] == [("Q092", 1)]


@pytest.mark.slow
@given(
    st.sampled_from(
        ["", "3", "true", '""', "[]", "{}", '["a"]', "2026-03-01", "10:00:00", "inf", "{ en = [] }"]
    )
)
def test_whatever_stands_under_a_setting_is_no_crash(value: str) -> None:
    for name in ("id", "text", "source", "consent", "approved_by", "approved_on", "attribution", "invented"):
        with TemporaryDirectory() as folder:
            study = read(Path(folder), f"[[quote]]\n{name} = {value or 'x'}\n")
            assert of_quotes(study)


def test_an_identifier_in_a_quotation_is_told_where_it_stands(tmp_path: Path) -> None:
    study = read(tmp_path, QUOTE.replace("It helps me.", "Mail a@example.org now."))
    (problem,) = [one for one in check_study(study) if one.code == "Q093"]
    assert (problem.span.file, problem.span.line, problem.span.column) == ("quotes.toml", 3, 21)
    assert problem.message == 'The quotation "deadline" holds an e-mail address.'
    assert "a@example.org" not in str(problem)


def test_every_text_on_method_is_read_in_each_language(tmp_path: Path) -> None:
    about = "\n[method]\n" + "".join(f'{name} = "About {name}"\n' for name in METHOD)
    entries = "".join(
        f'\nmsgctxt "method.{name}"\nmsgid "About {name}"\nmsgstr "Over {name}"\n' for name in METHOD
    )
    study = read(tmp_path, about=about, **{"translations/nl.po": CATALOGUE + entries})
    assert [one for one in study.problems if "method" in one.message] == []
    assert all(study.method.tell(name, "en") == f"About {name}" for name in METHOD)
    assert all(study.method.tell(name, "nl") == f"Over {name}" for name in METHOD)


def test_what_is_not_said_of_method_is_empty_and_a_slip_is_told(tmp_path: Path) -> None:
    study = read(tmp_path, about='\n[method]\nincentve = "A book token"\nframe = " "\nmode = 3\n')
    assert study.method.said == {}
    assert study.method.tell("incentive", "en") == ""
    told = [str(one) for one in study.problems if one.span.file == "study.toml"]
    assert len(told) == 2
    assert "incentive" in told[0]
    assert '"mode" is a text.' in told[1]


def test_the_annex_asks_for_what_readers_need_most(tmp_path: Path) -> None:
    annex = {"report/1.md": "# Method  {annex}\n\n::: annex methodology\n:::\n"}
    (problem,) = [one for one in check_study(read(tmp_path, **annex)) if one.code == "Q091"]
    assert all(name in problem.message for name in NEEDED)
    said = "\n[method]\n" + "".join(f'{name} = "x"\n' for name in NEEDED[1:])
    (one,) = [one for one in check_study(read(tmp_path, about=said, **annex)) if one.code == "Q091"]
    assert one.message.endswith(f"{NEEDED[0]}.")
    assert (one.span.file, one.span.line) == ("study.toml", 5)
    (tmp_path / "report/1.md").write_text("# Method\n\nSee the annex methodology.\n", encoding="utf-8")
    assert [one.code for one in check_study(read(tmp_path)) if one.code == "Q091"] == []


def test_the_finding_can_be_accepted_with_a_reason(tmp_path: Path) -> None:
    annex = {"report/1.md": "# Method  {annex}\n\n::: annex methodology\n:::\n"}
    accepted = '\n[accept]\nmethod_unsaid = "what is known of the original study is public"\n'
    codes = [one.code for one in check_study(read(tmp_path, about=accepted, **annex))]
    assert "Q091" not in codes
    assert "Q081" not in codes
