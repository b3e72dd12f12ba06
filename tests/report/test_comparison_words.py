"""Other studies in a text: figures and comparison words that are bound."""

from pathlib import Path

import pytest
from composed_comparison import BLOCK, composed, write

from other_studies import release_usage, write_study
from peil.report.compose.tell_bound import tell_bound
from peil.report.disagreement import Disagreement
from peil.report.document import Paragraph
from peil.report.html.write import to_html
from peil.report.mend import mend_content
from peil.report.template.read import read_template
from peil.study.study import Study


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return write_study(tmp_path)


RIGHT = {
    "[29%]{= other poll.use: never}",
    "[29,3%]{= other poll.use: never}",
    "[29,3 procent]{= other poll.use: never}",
    "[ruim een derde]{= other poll.use: never | free}",
    "[35%]{= other poll.use: never | free}",
    "[50%]{= other poll.use: daily + weekly}",
    "[de helft]{= other poll.use: daily + weekly}",
    "[713]{= other poll.members}",
    "[ruim 700]{= other poll.members}",
    "[Ruim 700]{= other poll.members}",
    "[57%]{= other poll.fund: yes}",
    "[lager]{= compare usage: never vs other poll.use: never}",
    "[lager]{= compare usage: never | employment: zzp vs other poll.use: never | free}",
    "[meer]{= compare usage: often + sometimes vs other poll.use: daily + weekly}",
}


@pytest.mark.parametrize("bound", sorted(RIGHT))
def test_what_is_right_has_no_problem(study: Study, bound: str) -> None:
    document, problems = composed(study, f"# T {{findings}}\n\nDaar {bound} mensen.\n")
    assert problems == []
    (paragraph,) = [one for one in document.blocks if isinstance(one, Paragraph)]
    (origin,) = [run.origin for run in paragraph.text if run.origin]
    assert "De Bond, " in origin


WRONG = {
    "[28%]{= other poll.use: never}": ("R082", "29%"),
    "[29,4%]{= other poll.use: never}": ("R082", "29,3%"),
    "[29,33%]{= other poll.use: never}": ("R082", "29,3%"),
    "[35,0%]{= other poll.use: never | free}": ("R082", "35%"),
    "[een vijfde]{= other poll.use: never | free}": ("R082", "ruim een derde"),
    "[712]{= other poll.members}": ("R082", "713"),
    "[bijna 700]{= other poll.members}": ("R082", "713"),
    "[hoger]{= compare usage: never vs other poll.use: never}": ("R002", "lager"),
    "[minder]{= compare usage: often + sometimes vs other poll.use: daily + weekly}": ("R002", "meer"),
    "[29%]{= other poll.use}": ("R080", ""),
    "[29%]{= other poll.use: daily | staff}": ("R080", ""),
    "[29%]{= other poll.use: nver}": ("R008", ""),
    "[9]{= difference usage: never vs other poll.use: never}": ("R012", ""),
    "[lager]{if claim other poll.use: never > 10}": ("R012", ""),
    "[29%]{= other poll.usee: never}": ("R008", ""),
    "[29%]{= other pol.use: never}": ("R008", ""),
    "[29%]{= other poll.use: never | fre}": ("R008", ""),
    "[lager]{= compare usage: often vs other poll.fear: yes}": ("R081", ""),
    "[lager]{= compare usage: often vs other poll.fund: yes}": ("R081", ""),
    "[lager]{= compare usage: often vs other poll.use: never}": ("R081", ""),
    "[lager]{= compare usage: often vs other poll.use: daily}": ("R081", ""),
    "[lager]{= compare usage: never vs other poll.use: never | free}": ("R081", ""),
    "[lager]{= compare usage: never | without missing vs other poll.use: never}": ("R081", ""),
    "[lager]{= compare usage: never | employment: other vs other poll.use: never | staff}": ("R007", ""),
}


@pytest.mark.parametrize("bound", WRONG)
def test_what_is_wrong_is_told_and_its_new_words_are_written(study: Study, bound: str) -> None:
    code, new = WRONG[bound]
    text = f"# T {{findings}}\n\nDaar {bound} mensen.\n"
    _, problems = composed(study, text)
    assert [one.code for one in problems] == [code], problems
    assert problems[0].hint
    if not new:
        return
    template, _ = read_template(study.folder, study, "nl")
    found = tell_bound(study, release_usage(study), template).disagreements
    assert [one.new for one in found] == [new]
    fixed = fix(text, found)
    assert composed(study, fixed)[1] == []


def test_words_are_held_against_nothing(tmp_path: Path) -> None:
    words = write_study(tmp_path, figures="question,option,value,source\nuse,never,x,page\n")
    bound = "[lager]{= compare usage: never vs other poll.use: never}"
    _, problems = composed(words, f"# T {{findings}}\n\nDaar {bound}.\n")
    assert [(one.code, one.hint) for one in problems] == [("R081", "Quote the words.")]


def fix(text: str, found: tuple[Disagreement, ...]) -> str:
    mended = mend_content(text.encode(), found)
    assert mended is not None
    return mended.decode()


def test_an_english_text_prints_the_words_in_english(study: Study) -> None:
    text = "# T {findings}\n\n[Just over 700]{= other poll.members}, [29.3%]{= other poll.use: never}.\n"
    document, problems = composed(study, text, "en")
    assert problems == []
    assert "Poll: Respondents; just over 700; De Bond, webpagina" in to_html(document)


def test_two_languages_show_the_same_comparisons(study: Study) -> None:
    write(study, BLOCK)
    write(study, BLOCK.replace("show: use", "show: fear"), "en")
    _, problems = read_template(study.folder, study, "en")
    assert [(one.code, "show" in one.message) for one in problems] == [("R022", True)]
    write(study, "# T\n", "en")
    _, problems = read_template(study.folder, study, "en")
    assert ['comparison "poll"' in one.message for one in problems] == [True]
