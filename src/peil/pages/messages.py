"""What is wrong with an answer, said in one sentence that tells what to do."""

import re
from collections.abc import Iterable

from peil.core.percent import spell_number
from peil.interview.answer_problem import AnswerCode, AnswerProblem
from peil.interview.fill import part_label, shown_text
from peil.interview.interview import Interview, VisibleStep
from peil.pages.field_problems import item_of
from peil.pages.heading import make_heading
from peil.pages.own_row import own_row
from peil.pages.shorten import shorten
from peil.pages.tell_number import number_problem
from peil.pages.words import Words
from peil.study.codebook import Item
from peil.study.question import Kind, Option, Row
from peil.study.study import Study
from peil.study.text import Blank

LONGEST_SUBJECT = 80
"""Characters of a question in the summary: enough to know it by."""

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")

REQUIRED = {
    Kind.SINGLE: "problem_choice",
    Kind.SCALE: "problem_choice",
    Kind.MULTI: "problem_ticks",
    Kind.NUMBER: "problem_number",
    Kind.DATE: "problem_date",
    Kind.RANKING: "problem_ranks",
    Kind.CONTACT: "problem_contact",
}
"""By the item's kind; what isn't here is text."""

REQUIRED_IN_ROW = {Kind.SINGLE: "problem_row_choice", Kind.MULTI: "problem_row_ticks"}

COUNTED = {AnswerCode.TOO_MANY: "problem_too_many", AnswerCode.TOO_FEW: "problem_too_few"}

PLAIN = {
    AnswerCode.NOT_ON_PAGE: "problem_listed",
    AnswerCode.UNKNOWN_OPTION: "problem_listed",
    AnswerCode.NOT_A_TICK: "problem_listed",
    AnswerCode.NOT_TEXT: "problem_text",
    AnswerCode.HIDDEN_OPTION: "problem_option_gone",
    AnswerCode.HIDDEN_ROW: "problem_question_gone",
    AnswerCode.BAD_DATE: "problem_bad_date",
    AnswerCode.BAD_RANK: "problem_ranks_in_row",
    AnswerCode.REPEATED_RANK: "problem_rank_twice",
}
"""Codes that are told the same way whatever the question."""


def tell_problem(
    words: Words, study: Study, interview: Interview, problem: AnswerProblem, language: str
) -> str:
    """Say beside a field what to do about a problem.

    Args:
        words: The pages' own words.
        study: The study.
        interview: The interview with the page's answers in place, whose labels are shown.
        problem: The problem.
        language: Language of the study's text.
    """
    item = study.codebook.items.get(item_of(study, problem.name) or "")
    match problem.code:
        case AnswerCode.REQUIRED:
            told = _required(words, study, interview, item, language)
        case AnswerCode.TOO_MANY | AnswerCode.TOO_FEW:
            ranks = "_ranks" if item is not None and item.kind is Kind.RANKING else ""
            told = words.counted(COUNTED[problem.code] + ranks, int(problem.limit or 0))
        case AnswerCode.EXCLUSIVE:
            told = _exclusive(words, study, interview, item, language)
        case AnswerCode.TOO_LONG:
            told = words("problem_too_long", limit=spell_number(problem.limit or 0, words.language))
        case AnswerCode.NOT_A_NUMBER | AnswerCode.TOO_LOW | AnswerCode.TOO_HIGH | AnswerCode.TOO_PRECISE:
            told = number_problem(words, study, problem)
        case _:
            told = words(PLAIN[problem.code])
    return told


def summary_line(
    words: Words, study: Study, interview: Interview, problem: AnswerProblem, language: str
) -> str:
    """Say a problem so that it is understood away from its question: which question or row, and what to do.

    Args are those of ``tell_problem``.
    """
    message = tell_problem(words, study, interview, problem, language)
    item = study.codebook.items.get(item_of(study, problem.name) or "")
    if item is None:
        return message
    row = _row_label(words, study, interview, item, language)
    asked = _question(study, interview, item, language)
    if not row:
        subject = asked
    elif _is_only_matrix(interview, item):
        if problem.code is AnswerCode.REQUIRED:
            return message
        subject = shorten(row, LONGEST_SUBJECT)
    else:
        subject = words("subject_row", question=asked, row=shorten(row, LONGEST_SUBJECT))
    return words("summary", subject=subject, message=message) if subject else message


def _row_label(words: Words, study: Study, interview: Interview, item: Item, language: str) -> str:
    """Give what a matrix row is called for this respondent, or the empty string for what is no row.

    An open row without words of its own is one of the respondent's own until it is named.
    """
    question = study.questionnaire.by_id[item.question]
    row = question.row(item.row) if item.row else None
    if row is None:
        return ""
    own = interview.given.get(f"{item.key}.text") if row.open else None
    if own is not None:
        return str(own)
    return _label(study, interview, item, row, language) or own_row(words, question, row, language)


def _required(words: Words, study: Study, interview: Interview, item: Item | None, language: str) -> str:
    if item is None:
        return words("problem_choice")
    row = _row_label(words, study, interview, item, language)
    if not row:
        return words(REQUIRED.get(item.kind, "problem_text"))
    return words(REQUIRED_IN_ROW[item.kind], row=shorten(row, LONGEST_SUBJECT))


def _exclusive(words: Words, study: Study, interview: Interview, item: Item | None, language: str) -> str:
    """Name the option that stands alone, where there is just one."""
    step = _step_of(interview, item)
    alone = [option for option in (step.options if step else ()) if option.exclusive]
    if item is None or len(alone) != 1:
        return words("problem_exclusive_any")
    label = _label(study, interview, item, alone[0], language)
    return words("problem_exclusive", option=shorten(label, LONGEST_SUBJECT))


def _label(study: Study, interview: Interview, item: Item, part: Option | Row, language: str) -> str:
    step = study.route.by_id.get(item.step)
    return _plain(part_label(study, interview, part, language, step)).rstrip(" ,:;…")


def _question(study: Study, interview: Interview, item: Item, language: str) -> str:
    """Give the question with earlier answers filled in; of a long text, the last sentence that asks."""
    step = study.route.by_id.get(item.step)
    text = make_heading(shown_text(study, interview, item.wording, language, step), "").plain
    asking = [one for one in _SENTENCE_END.split(text) if one.endswith("?")]
    whole = asking[-1] if asking and len(text) > LONGEST_SUBJECT else text
    return shorten(whole.rstrip(" :,"), LONGEST_SUBJECT)


def _plain(parts: Iterable[str | Blank]) -> str:
    return " ".join("".join(part if isinstance(part, str) else "…" for part in parts).split())


def _step_of(interview: Interview, item: Item | None) -> VisibleStep | None:
    """Give the step that asks an item, as it is shown; None where it isn't."""
    steps = (step for page in interview.pages for step in page.steps)
    return next((step for step in steps if item is not None and step.step.id == item.step), None)


def _is_only_matrix(interview: Interview, item: Item) -> bool:
    """Say whether no other matrix stands on the item's page: its row's label then tells enough."""
    for page in interview.pages:
        if any(step.step.id == item.step for step in page.steps):
            return sum(step.question.kind is Kind.MATRIX for step in page.steps) == 1
    return True
