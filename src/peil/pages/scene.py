"""What the questions of one page are drawn from: study, interview, form, language, and what is wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from peil.interview.interview import Interview, VisibleStep
from peil.pages.dom_id import dom_id
from peil.pages.field_view import Fault
from peil.pages.form import Form
from peil.pages.messages import summary_line, tell_problem
from peil.pages.said import Said, language_of
from peil.pages.words import Words
from peil.study.study import Study
from peil.study.text import Blank, Wording


@dataclass(frozen=True)
class Scene:
    """Everything that decides how a question looks.

    Args:
        study: The study.
        interview: Where the respondent is.
        form: What stands in the fields.
        language: Language of the study's texts.
        words: Peil's own words; their language is the page's.
        told: Name of a variable or item to what is wrong with it: in words beside it, and in the summary's.
    """

    study: Study
    interview: Interview
    form: Form
    language: str
    words: Words
    told: Mapping[str, tuple[tuple[str, str], ...]]

    def text(self, name: str) -> str:
        """Give what stands in a field."""
        return self.form.texts.get(name, "")

    def lang_of(self, wording: Wording) -> str:
        """Give the language a wording is shown in, empty where it is the page's."""
        return self.other_lang(language_of(wording, self.language, self.interview.role))

    def other_lang(self, language: str) -> str:
        """Give the language, empty where it is the page's."""
        return "" if language == self.words.language else language

    def said(self, parts: Iterable[str | Blank], wording: Wording) -> Said:
        """Give a shown text with its language; blanks in it as an ellipsis."""
        text = "".join(part if isinstance(part, str) else "…" for part in parts)
        return Said(" ".join(text.split()), self.lang_of(wording))

    def faults(self, name: str, field: str) -> tuple[Fault, ...]:
        """Give what is wrong with what goes by a name, to be mended at the field of that id."""
        return tuple(
            Fault(dom_id("e", name, str(number)), name, text, summary, field)
            for number, (text, summary) in enumerate(self.told.get(name, ()))
        )

    def was_given(self, step: VisibleStep, row: str) -> bool:
        """Say whether the contact detail of that row was given before."""
        return f"{step.step.id}.{row}" in self.interview.answers.values


def make_scene(study: Study, words: Words, interview: Interview, form: Form, language: str) -> Scene:
    """Give what a page's questions are drawn from, with the form's problems in words."""
    told: dict[str, tuple[tuple[str, str], ...]] = {}
    for problem in form.problems:
        text = tell_problem(words, study, interview, problem, language)
        summary = summary_line(words, study, interview, problem, language)
        told[problem.name] = (*told.get(problem.name, ()), (text, summary))
    return Scene(study, interview, form, language, words, told)
